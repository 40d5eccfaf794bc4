"""`quellenlage summarise` against an endpoint on this machine: honest, lying, broken, slow."""

import json
from collections.abc import Iterator

import pytest
from summaries import FakeEndpoint, serve

from quellenlage.api import Options, dossier
from quellenlage.cli.main import run
from quellenlage.model import Dossier

REPORTS = ("examples/reports", "--published", "2024-05-14", "--fast", "--lang", "en")


@pytest.fixture(scope="module")
def story() -> Dossier:
    """Return the dossier of the examples, for the ids of its claims."""
    return dossier(["examples/reports"], Options(published="2024-05-14", fast=True))


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeEndpoint]:
    """Return an endpoint that is asked directly, with no key in the environment."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.delenv("QUELLENLAGE_API_KEY", raising=False)
    with serve() as fake:
        yield fake


def cite(story: Dossier, words: str) -> str:
    """Return the citation of the claim that has these words."""
    return f"[c:{next(claim.id for claim in story.claims if words in claim.text)}]"


def ask(endpoint: FakeEndpoint, *options: str) -> int:
    """Ask for a summary of the examples and return the exit code."""
    return run(["summarise", *REPORTS, "--endpoint", endpoint.url, *options])


def answer(story: Dossier) -> str:
    """Return an answer of which the first and the last sentence are borne out."""
    old, cracks, fell = cite(story, "galt seit langem"), cite(story, "Ein Gutachten"), cite(story, "Der Bus rutschte")
    return "\n".join(
        (
            f"Die Brücke galt seit langem als marode {old}.",
            f"Ein Gutachten hatte Risse in sieben Trägern festgestellt {cracks}.",
            f"Olaf Zorbinski sah den Bus in den Fluss rutschen {fell}.",
            f"Der Antrag der Stadt ist vollständig {cite(story, 'Der Antrag der Stadt')}.",
            f"Der Bus könnte in den Fluss gerutscht sein {fell}.",
            "Der Bus rutschte in den Fluss.",
            "Der Bus rutschte in den Fluss [c:000000000000].",
            f"Der Bus rutschte mit dem Heck voran in den Fluss {fell}.",
        )
    )


def test_only_what_is_borne_out_is_kept(
    endpoint: FakeEndpoint, story: Dossier, capfd: pytest.CaptureFixture[str]
) -> None:
    """Lying numbers, invented names, flipped polarity, lost certainty and missing ids are dropped, with reasons."""
    endpoint.says(answer(story))
    assert ask(endpoint, "--json") == 0
    found = json.loads(capfd.readouterr().out)
    assert [sentence["text"] for sentence in found["sentences"]] == [
        "Die Brücke galt seit langem als marode.",
        "Der Bus rutschte mit dem Heck voran in den Fluss.",
    ]
    dropped = [{objection["kind"] for objection in sentence["objections"]} for sentence in found["dropped"]]
    assert dropped == [{"number"}, {"name"}, {"polarity"}, {"certainty"}, {"citation"}, {"citation"}]
    assert all("text" not in sentence for sentence in found["dropped"])
    articles = {reading.article.id for reading in story.readings}
    assert all(sentence["claims"] and set(sentence["articles"]) <= articles for sentence in found["sentences"])
    assert (found["sent"], found["left_out"]) == (len(story.claims), 0)


def test_people_read_the_claims_the_reports_and_the_reasons(
    endpoint: FakeEndpoint, story: Dossier, capfd: pytest.CaptureFixture[str]
) -> None:
    """The terminal shows each kept sentence with its ids and outlets, and a count of the others with reasons."""
    endpoint.says(answer(story))
    assert ask(endpoint, "--model", "kleines-modell") == 0
    out = capfd.readouterr().out
    assert "Die Brücke galt seit langem als marode." in out
    line = next(line for line in out.splitlines() if cite(story, "galt seit langem") in line)
    assert "tannwerder-anzeiger.txt" in line
    assert "6 sentences were dropped:" in out
    assert "no cited claim has this name: Olaf Zorbinski" in out
    assert "sah den Bus" not in out
    assert "KLEINES" not in out
    assert "kleines-modell" in out


def test_what_fails_can_be_kept_and_is_marked(
    endpoint: FakeEndpoint, story: Dossier, capfd: pytest.CaptureFixture[str]
) -> None:
    """With --keep-unchecked, all sentences are there, the failing ones marked with their reasons."""
    endpoint.says(answer(story))
    assert ask(endpoint, "--keep-unchecked") == 0
    out = capfd.readouterr().out
    assert "! Olaf Zorbinski sah den Bus in den Fluss rutschen." in out
    assert "! Die Brücke galt" not in out
    assert "dropped" not in out


def test_what_is_sent(endpoint: FakeEndpoint, story: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims with id, text, status and sources, the model's name and the key are sent, and no report as a whole."""
    monkeypatch.setenv("QUELLENLAGE_API_KEY", "geheim")
    endpoint.says(answer(story))
    assert ask(endpoint, "--model", "m", "--claims", "3") == 0
    ((path, headers, data),) = endpoint.requests
    body = json.loads(data)
    rows = [json.loads(line) for line in body["messages"][1]["content"].splitlines()]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer geheim"
    assert (body["model"], body["stream"]) == ("m", False)
    assert [row["id"] for row in rows] == [f"c:{claim.id}" for claim in story.claims[:3]]
    assert {key for row in rows for key in row} == {"id", "text", "status", "sources", "about"}


def test_nothing_is_sent_unless_asked_for(endpoint: FakeEndpoint, capfd: pytest.CaptureFixture[str]) -> None:
    """Without an endpoint there is one line and exit code 2; --show-request prints the request and sends nothing."""
    assert run(["summarise", *REPORTS]) == 2
    assert len(capfd.readouterr().err.splitlines()) == 1
    assert ask(endpoint, "--show-request") == 0
    assert len(json.loads(capfd.readouterr().out)["messages"]) == 2
    assert endpoint.requests == []


def test_terminals_are_not_steered(endpoint: FakeEndpoint, story: Dossier, capfd: pytest.CaptureFixture[str]) -> None:
    """Control characters and halves of surrogate pairs in an answer are shown as substitutes."""
    endpoint.says(f"Die Brücke \x1b[31mgalt\ud800 als marode {cite(story, 'galt seit langem')}.")
    assert ask(endpoint, "--keep-unchecked") == 0
    assert "\x1b[31m" not in capfd.readouterr().out


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (500, b'{"error": {"message": "out of\\u0007 memory"}}', "answers 500 Internal Server Error: out of memory"),
        (401, b"nope", "answers 401 Unauthorized"),
        (200, b"<html>", "no JSON"),
        (200, b"\xff\xfe", "no JSON"),
        (200, b"[" * 100_000, "no JSON"),
        (200, b'{"choices": []}', "holds no message"),
        (200, b'[{"choices": 3}]', "holds no message"),
        (200, b'{"choices": [{"message": {"content": null}}]}', "is empty"),
        (200, b'{"choices": [{"message": {"content": " \\n"}}]}', "is empty"),
        (200, b'{"choices": [{"message": {"content": "..."}}]}', "holds no sentence"),
        (200, b"", "no JSON"),
        (200, b" " * (1 << 21), "larger than"),
    ],
)
def test_an_endpoint_that_fails(
    endpoint: FakeEndpoint, capfd: pytest.CaptureFixture[str], status: int, body: bytes, told: str
) -> None:
    """Whatever comes back instead of an answer is told in one line, with exit code 2."""
    endpoint.status, endpoint.body = status, body
    assert ask(endpoint) == 2
    err = capfd.readouterr().err
    assert told in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(endpoint: FakeEndpoint, capfd: pytest.CaptureFixture[str], status: int) -> None:
    """Neither claims nor the key go anywhere but to the address that was given."""
    with serve() as other:
        endpoint.status, endpoint.headers = status, {"Location": f"{other.url}/chat/completions"}
        assert ask(endpoint) == 2
        assert other.requests == []
    assert "redirects are not followed" in capfd.readouterr().err


@pytest.mark.parametrize(("wait", "drip"), [(5.0, 0.0), (0.0, 0.1)], ids=["silent", "dripping"])
def test_a_slow_endpoint(
    endpoint: FakeEndpoint, story: Dossier, capfd: pytest.CaptureFixture[str], wait: float, drip: float
) -> None:
    """An answer that does not begin, or does not end, in time is given up."""
    endpoint.says(answer(story))
    endpoint.wait_s, endpoint.drip_s = wait, drip
    assert ask(endpoint, "--timeout", "0.4") == 2
    assert "did not answer within 0.4 s" in capfd.readouterr().err


def test_an_error_never_repeats_the_key(
    endpoint: FakeEndpoint, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An endpoint that echoes the key does not get it onto the screen."""
    monkeypatch.setenv("QUELLENLAGE_API_KEY", "geheim")
    endpoint.status, endpoint.body = 403, b'{"error": "the key geheim is unknown"}'
    assert ask(endpoint) == 2
    err = capfd.readouterr().err
    assert "is unknown" in err
    assert "geheim" not in err


def test_nobody_listens(endpoint: FakeEndpoint, capfd: pytest.CaptureFixture[str]) -> None:
    """An address at which nothing answers is the caller's mistake, told before anything else is lost."""
    del endpoint
    assert run(["summarise", *REPORTS, "--endpoint", "http://127.0.0.1:1/v1"]) == 2
    assert "cannot be asked" in capfd.readouterr().err
