"""Two assertions read side by side by the network of the German pack."""

import numpy as np
import pytest

from quellenlage.api.options import Options
from quellenlage.api.vectors import vectors_for
from quellenlage.compare.claims.pair_model import PairReader, load_pair_model, make_reader
from quellenlage.languages import load_pack

PACK = load_pack("de")


@pytest.fixture(scope="module")
def reader() -> PairReader:
    """Return a reader with the shipped network and word table."""
    made = make_reader(PACK, vectors_for(Options()))
    assert made is not None
    return made


def test_a_paraphrase_is_likelier_one_claim_than_another_fact(reader: PairReader) -> None:
    """With as few words in common, the same fact scores above another fact of the same story."""
    fact = "Wegen heftiger Regenfälle hob die Maschine mit Verspätung ab."
    same = reader.compare(fact, "Der Start des Flugzeugs verzögerte sich, weil es stark regnete.")
    other = reader.compare(fact, "An Bord des Flugzeugs saßen zahlreiche Urlauber aus Hamburg.")
    assert same > other


def test_the_order_of_the_two_does_not_matter(reader: PairReader) -> None:
    """Left and right may be exchanged."""
    pair = ("Die Polizei nahm drei Verdächtige fest.", "Drei Männer sitzen nun in Haft.")
    one, two = reader.compare(*pair), reader.compare(*pair[::-1])
    assert one == pytest.approx(two, abs=1e-4)


@pytest.mark.parametrize("text", ["", "…", "!", "x" * 5000, "Brücke " * 50_000])
def test_odd_texts_are_read(reader: PairReader, text: str) -> None:
    """Nothing, a mark alone, an endless word or an endless sentence give numbers, no error."""
    assert np.isfinite(reader.compare(text, "Die Brücke ist seit Montag gesperrt."))


def test_rules_alone_read_nothing_side_by_side() -> None:
    """With `fast` there are no vectors, and so no reader."""
    assert vectors_for(Options(fast=True)) is None
    assert make_reader(PACK, None) is None


def test_a_pack_without_a_network_has_none() -> None:
    """English has no network: what assertions share decides alone."""
    assert load_pair_model(load_pack("en")) is None
