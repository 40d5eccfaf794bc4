"""Engines apply one function to many items and return the results in the order of the items."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Articles a worker gets at once: large enough that sending them costs little beside reading them (about 10 ms each),
# small enough that results come steadily.
BATCH = 16


class Engine(Protocol):
    """Where is the work done? Every engine gives equal results in equal order (tests/conformance)."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield function(item) for each item, in the items' order, taking items only as results are consumed."""
        ...


@dataclass(frozen=True, slots=True)
class Serial:
    """Do everything in this process."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield function(item) for each item."""
        return map(function, items)


@dataclass(frozen=True, slots=True)
class Processes:
    """Do the work in several processes of this machine; function and items must be picklable."""

    workers: int

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield function(item) for each item; at most four batches a worker are under way at a time."""
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - not needed in one process
        from multiprocessing import get_context  # noqa: PLC0415

        source = iter(items)
        # spawn: a forked child would inherit locks of threads that it does not have.
        with ProcessPoolExecutor(self.workers, mp_context=get_context("spawn")) as pool:
            waiting: deque[Future[list[Result]]] = deque()
            while batch := list(islice(source, BATCH)):
                waiting.append(pool.submit(_apply, function, batch))
                if len(waiting) >= 4 * self.workers:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()


def engine_for(workers: int) -> Engine:
    """Return the engine for this many workers: one needs no second process."""
    return Serial() if workers <= 1 else Processes(workers)


def _apply(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]
