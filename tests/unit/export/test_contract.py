"""What stands behind the keys: spans, ids, bytes."""

import json
from dataclasses import replace

from builders import make_copy, make_reading
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.export import dossier_json, encode, reading_json
from quellenlage.model import Credit, Dossier, Trace


def test_spans_give_the_characters() -> None:
    """Every span leads to its characters by code points, behind an emoji as well."""
    reading = make_reading("🌊 {headline|Flut}\n\n{say=1:direct|„Glück“}, {cue=1|sagte} {speaker=1:Ida Holm|sie}.")
    found = reading_json(reading)
    text = found["article"]["text"]
    start, end = found["article"]["headline"]
    assert text[start:end] == "Flut"
    statement = found["statements"][0]
    assert [text[s:e] for s, e in statement["content"]] == ["„Glück“"]
    assert [text[s:e] for s, e in statement["speaker"]] == ["sie"]
    assert statement["speaker_name"] == "Ida Holm"


def test_credit_outside_the_text() -> None:
    """A credit from the author field has no place in the text, and says so with nulls."""
    reading = replace(make_reading("Text."), credits=(Credit("c", "dpa", "text", None, Trace("ingest:author")),))
    assert reading_json(reading)["credits"] == [{"agency": "dpa", "role": "text", "start": None, "end": None}]


def test_statements_name_their_article() -> None:
    """In a dossier a statement says in which article it stands, in the order of the articles."""
    first = make_reading("{say=1:direct|„Ja“}, {cue=1|sagte} {speaker=1:Ida Holm|Ida Holm}.", id="one")
    second = make_reading("{say=1:direct|„Nein“}, {cue=1|sagte} {speaker=1:Ida Holm|Ida Holm}.", id="two")
    found = dossier_json(Dossier((first, second)))["statements"]
    assert [statement["article"] for statement in found] == ["one", "two"]
    assert [statement["same_as"] for statement in found] == [None, None]


def test_repeated_utterances_are_named() -> None:
    """A statement that repeats another names it."""
    first = make_reading("{say=1:direct|„Ja“}, {cue=1|sagte} {speaker=1:Ida Holm|Ida Holm}.", id="one")
    second = make_reading("{say=1:direct|„Ja doch“}, {cue=1|sagte} {speaker=1:Ida Holm|Ida Holm}.", id="two")
    ids = first.statements[0].id, second.statements[0].id
    found = dossier_json(Dossier((first, second), repeats=((ids[1], ids[0]),)))["statements"]
    assert [statement["same_as"] for statement in found] == [None, ids[0]]


def test_passages_lead_to_both_texts() -> None:
    """The spans of a passage are counted each in its own text."""
    left, right = make_reading("Am Abend sank das Boot im Hafen."), make_reading("Gestern sank das Boot im Hafen.")
    found = dossier_json(Dossier((left, right), (make_copy(left, right, "sank das Boot im Hafen"),)))["copies"][0]
    texts = left.article.text, right.article.text
    spans = found["passages"][0]["a"], found["passages"][0]["b"]
    assert [text[s:e] for text, (s, e) in zip(texts, spans, strict=True)] == ["sank das Boot im Hafen"] * 2


@given(st.text(max_size=60))
def test_any_text_survives(text: str) -> None:
    """Whatever the text holds, decoding gives it back, and equal readings give equal bytes."""
    reading = make_reading(text.replace("{", "{{").replace("}", "}}"))
    encoded = encode(reading_json(reading))
    assert json.loads(encoded)["article"]["text"] == text
    assert encoded == encode(reading_json(reading))
    assert b"\n" not in encoded


def test_half_a_surrogate_pair() -> None:
    """A text that has no UTF-8 is written with escapes, and its offsets still hold."""
    encoded = encode({"text": "a\ud83dz", "umlaut": "ü"})
    assert encoded.isascii()
    assert json.loads(encoded) == {"text": "a\ud83dz", "umlaut": "ü"}


def test_umlauts_are_utf8() -> None:
    """Other texts are plain UTF-8 without escapes."""
    assert encode({"wort": "Übergröße"}) == '{"wort":"Übergröße"}'.encode()
