"""Windows read ahead by other threads, while the caller applies rules: they say what one thread would say."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from quellenlage.read.layout import Layout
from quellenlage.read.learned.encoder import (
    Floats,
    Model,
    Said,
    join_windows,
    load_model,
    plan_article,
    read_window,
)
from quellenlage.read.learned.words import Window, Words

_Read = tuple[Words, list[tuple[Window, Future[tuple[Floats, Floats, Floats]]]]]


class Ahead:
    """Threads that load the encoder and let it read articles in the order in which they are begun.

    A context: at its end, what no thread has taken up is dropped, and all threads have ended (within 0.2 s, a window's
    time). An error of a thread is raised where its article's result is asked for.
    """

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="encoder")
        self._model: Future[Model] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def load(self) -> Future[Model]:
        """Begin to load the encoder, once: its articles wait for it."""
        if self._model is None:
            # Imported here: in another thread, each of an import's many looks at the disk waits for Python's lock.
            import onnxruntime  # noqa: F401, PLC0415

            self._model = self._pool.submit(load_model)
        return self._model

    def begin(self, layout: Layout) -> Callable[[], tuple[Model, Said]]:
        """Begin to read an article; what is returned waits for the encoder and says what it said."""
        model = self.load()
        begun = self._pool.submit(self._begin, layout, model)

        def end() -> tuple[Model, Said]:
            words, windows = begun.result()
            read = [(window, said.result()) for window, said in windows]
            return model.result(), join_windows(words, read)

        return end

    def _begin(self, layout: Layout, loading: Future[Model]) -> _Read:
        model = loading.result()  # begun before, so that no job waits for one behind it
        words, windows = plan_article(layout, model)
        return words, [(window, self._pool.submit(read_window, words, window, model)) for window in windows]
