"""Whatever the bytes, ingest answers with articles and problems, never with a traceback."""

import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.ingest import Loaded, load
from quellenlage.ingest.decoding import decode
from quellenlage.text import digest

ENDINGS = ("a.txt", "b.jsonl", "c.html", "d.txt.gz", "e.jsonl.gz", "f.html.gz", "without")
TAGS = ["<p>", "</p>", "<div class='x", "<h1>", "<a href=", "<table><tr><td>", "<!--", "-->", "<script>", "<article>"]
SIGNS = ['{"text": "', '"}', "\n", "\x00", "<html lang=de>", "&shy;", "</article>", "<br>", "<figure>", "©"]
MARKUP = st.lists(st.one_of(st.sampled_from(TAGS), st.sampled_from(SIGNS), st.text(max_size=20)), max_size=25).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: any(map(str.isalpha, text)))


def load_all(data: bytes) -> list[Loaded]:
    """Load the same bytes under every ending, gzipped where the ending says so and as they are."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ENDINGS]
        for path in paths:
            path.write_bytes(data)
        zipped = [Path(folder) / f"z{name}" for name in ENDINGS if name.endswith(".gz")]
        for path in zipped:
            path.write_bytes(gzip.compress(data))
        return list(load([*paths, *zipped]))


@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=300), MARKUP))
def test_any_bytes_are_articles_or_problems(data: bytes) -> None:
    """Every source gives an article or says why not, its spans lie within its text, its ids are those of its bytes."""
    for loaded in load_all(data):
        article = loaded.article
        assert article is not None or loaded.problems
        if article is None:
            continue
        assert article.source_id == digest(loaded.source)
        assert article.text_id == digest(article.text.encode())
        assert all(problem.article == article.id for problem in loaded.problems)
        if article.headline:
            assert article.headline.text_id == article.text_id
            assert 0 <= article.headline.start < article.headline.end <= len(article.text)


@settings(max_examples=200)
@given(TEXTS)
def test_the_text_of_a_line_comes_back_exactly(text: str) -> None:
    """The text of a JSONL line is stored character for character, however it is written."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        lines = [json.dumps({"id": str(ascii_), "text": text}, ensure_ascii=ascii_) for ascii_ in (True, False)]
        path.write_text("\n".join(lines), encoding="utf-8", newline="")
        assert [loaded.article.text for loaded in load([path]) if loaded.article] == [text, text]


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_decoding_gives_text_that_can_be_stored(data: bytes) -> None:
    """What is decoded can be written as UTF-8, and what cannot be decoded has a problem of severity lost."""
    decoded = decode(data, "a.txt")
    if decoded.text is None:
        assert [problem.severity for problem in decoded.problems] == ["lost"]
    else:
        decoded.text.encode()
