"""An answer parted into sentences, and addresses that are none."""

import pytest

from quellenlage.api.summary.answer import MOST_CHARACTERS, Phrased, find_sentences
from quellenlage.api.summary.endpoint import Endpoint
from quellenlage.errors import UsageError
from quellenlage.languages import load_pack

PACK = load_pack("de")


@pytest.mark.parametrize(
    "answer",
    [
        "Der Damm brach [c:aa11].\nDer Tunnel ist zu [c:bb22, c:cc33].",
        "Der Damm brach. [c:aa11] Der Tunnel ist zu. [c:bb22][c:cc33]",
        "- Der Damm brach [c:AA11].\n- **Der Tunnel** ist zu [c:bb22; cc33].",
        "<think>Der Damm [c:dd44]?</think>\n# Der Damm brach [c:aa11].\n\nDer Tunnel [c:bb22] ist zu [ c: cc33 ].",
    ],
    ids=["a line each", "behind the full stop", "marks", "thinking aloud"],
)
def test_sentences_and_their_ids(answer: str) -> None:
    """However the ids stand, each belongs to the sentence behind whose words it stands."""
    assert find_sentences(answer, PACK) == (
        Phrased("Der Damm brach.", ("aa11",)),
        Phrased("Der Tunnel ist zu.", ("bb22", "cc33")),
    )


def test_no_word_is_left_out() -> None:
    """What is cited for nothing, or reads like no sentence, is a sentence without ids, not silence."""
    found = find_sentences("Hier ist sie:\nDer Damm brach. Er war alt [c:aa11]. Mehr zum Thema", PACK)
    assert [(p.text, p.ids) for p in found] == [
        ("Hier ist sie:", ()),
        ("Der Damm brach.", ()),
        ("Er war alt.", ("aa11",)),
        ("Mehr zum Thema", ()),
    ]


def test_a_long_answer_is_no_summary() -> None:
    """An answer of a book's length is refused."""
    with pytest.raises(UsageError, match="characters"):
        find_sentences("Der Damm brach [c:aa11]. " * MOST_CHARACTERS, PACK)


@pytest.mark.parametrize(
    "url",
    ["", "localhost:8080", "file:///etc/hosts", "ftp://a/b", "http://", "http://a:b/", "http://a/ b", "http://a/\n"],
)
def test_no_address(url: str) -> None:
    """Only http and https addresses are asked."""
    with pytest.raises(UsageError, match="is no address"):
        Endpoint(url)


def test_a_password_in_the_address_is_not_repeated() -> None:
    """A password is refused, and not printed."""
    with pytest.raises(UsageError) as caught:
        Endpoint("http://ada:geheim@127.0.0.1/v1")
    assert "geheim" not in str(caught.value)


def test_a_broken_key_is_not_repeated() -> None:
    """A key with a line end is refused, and neither printed nor shown."""
    with pytest.raises(UsageError) as caught:
        Endpoint("http://127.0.0.1/v1", key="geheim\nX-Other: 1")
    assert "geheim" not in str(caught.value)
    assert "geheim" not in repr(Endpoint("http://127.0.0.1/v1", key="geheim"))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080/v1/chat/completions"),
        ("https://host/v1/chat/completions", "https://host/v1/chat/completions"),
        ("https://host/v1?version=2", "https://host/v1/chat/completions?version=2"),
    ],
)
def test_the_address_that_is_asked(url: str, address: str) -> None:
    """A service's address and that of its chat completions are the same."""
    assert Endpoint(url).address == address


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan"), float("inf")])
def test_a_timeout_is_above_zero(seconds: float) -> None:
    """No time, and no end, are no timeout."""
    with pytest.raises(UsageError, match="timeout"):
        Endpoint("http://127.0.0.1/v1", timeout_s=seconds)
