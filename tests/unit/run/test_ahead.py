"""Reading ahead: the encoder reads in threads of its own, and nothing but the time changes."""

import threading
from collections.abc import Iterator

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read import Ahead, ReadOptions, begin_article, find_layout, read_article
from quellenlage.read.learned import ahead as room
from quellenlage.read.learned import load_model
from quellenlage.run import ReadPlan, Serial, read_all

TEXTS = (
    "Die Brücke bleibt gesperrt, sagte Stadtrat Jonas Ahlers am Montag. „Wir prüfen“, ergänzte er.",
    "Kiel (dpa) - Die Fähre liegt fest. Nach Angaben der Reederei dauert die Reparatur drei Tage.",
    "",
    " ".join(["Bürgermeisterin Ida Holm kritisierte, dass der Bund zu wenig Geld gebe."] * 60),
)


def article(number: int, text: str, language: str = "de") -> Article:
    """Return an article of this text."""
    return Article(id=f"a{number}", text=text, text_id=f"t{number}", source_id="", name="-", language=language)


ARTICLES = tuple(article(number, text) for number, text in enumerate(TEXTS))


def encoders() -> list[str]:
    """Return the names of the encoder's threads that are alive."""
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("encoder")]


@pytest.mark.parametrize("ahead", [0, 1, 8])
@pytest.mark.parametrize("threads", [2, 3])
def test_threads_change_no_reading(threads: int, ahead: int) -> None:
    """Readings are those of one thread, in the order of the articles, however far the encoder reads ahead."""
    alone = list(read_all(ARTICLES, ReadPlan(), Serial()))
    assert list(read_all(ARTICLES, ReadPlan(threads=threads, ahead=ahead), Serial())) == alone
    assert alone == [read_article(one, load_pack("de")) for one in ARTICLES]
    assert alone[3].statements
    assert alone[3].entities


def test_no_thread_is_left() -> None:
    """All threads have ended when the last reading was given, and when nobody asks for the next."""
    list(read_all(ARTICLES, ReadPlan(threads=2), Serial()))
    assert encoders() == []
    readings = read_all(ARTICLES * 5, ReadPlan(threads=2), Serial())
    assert next(readings).article == ARTICLES[0]
    assert encoders() != []
    del readings
    assert encoders() == []


def test_articles_are_taken_as_they_are_needed() -> None:
    """No more articles are taken than are to be read ahead."""
    taken: list[int] = []

    def stream() -> Iterator[Article]:
        for number in range(1000):
            taken.append(number)
            yield article(number, TEXTS[0])

    readings = read_all(stream(), ReadPlan(threads=2, ahead=3), Serial())
    next(readings)
    assert len(taken) == 4
    next(readings)
    assert len(taken) == 5


def test_what_fails_in_a_thread_is_raised_to_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    """An encoder that cannot be loaded is the error that it was, and no thread is left."""

    def missing() -> None:
        raise FileNotFoundError(2, "No such file or directory", "reader.npz")

    monkeypatch.setattr(room, "load_model", missing)
    with pytest.raises(FileNotFoundError) as caught:
        list(read_all(ARTICLES, ReadPlan(threads=2), Serial()))
    assert caught.value.filename == "reader.npz"
    assert encoders() == []


def test_an_interruption_ends_the_threads() -> None:
    """Ctrl-C between two articles drops what waits, and no thread is left."""

    def stream() -> Iterator[Article]:
        yield from ARTICLES * 3
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_all(stream(), ReadPlan(threads=2, ahead=50), Serial()))
    assert encoders() == []


@pytest.mark.parametrize("options", [ReadOptions(fast=True), ReadOptions(parts_only=True), ReadOptions(uncut=True)])
def test_rules_alone_load_no_encoder(options: ReadOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the encoder has nothing to do, it is not loaded and no thread begins."""
    monkeypatch.setattr(room, "load_model", lambda: pytest.fail("the encoder was loaded"))
    with Ahead(2) as ahead:
        begin_article(ARTICLES[0], load_pack("de"), options, ahead)()
        assert encoders() == []


def test_an_unknown_language_loads_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles without a pack are not read by the encoder."""
    monkeypatch.setattr(room, "load_model", lambda: pytest.fail("the encoder was loaded"))
    (reading,) = read_all([article(0, TEXTS[0], "xx")], ReadPlan(threads=2), Serial())
    assert [problem.code for problem in reading.problems] == ["no-language-pack"]


def test_the_encoder_is_loaded_once() -> None:
    """Asking twice gives the same load."""
    with Ahead(2) as ahead:
        loading = ahead.load()
        assert ahead.load() is loading
        assert loading.result() is load_model()
        model, said = ahead.begin(find_layout(ARTICLES[0], load_pack("de")))()
        assert model is load_model()
        assert len(said.words) == len(said.heads["names"])
