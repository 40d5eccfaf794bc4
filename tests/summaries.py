"""Claims and phrased sentences for the tests of summaries, and an endpoint on this machine that answers as told."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from quellenlage.compare.support import Cited, find_unsupported, make_cited
from quellenlage.languages import load_pack
from quellenlage.model import Article, Claim, ClaimOccurrence, ClaimStatus, Objection, Reading, Trace
from quellenlage.read import ReadOptions, read_article

PACK = load_pack("de")


def read_text(text: str, name: str = "a") -> Reading:
    """Return the reading of a text of one day."""
    article = Article(name, text, f"{name}:{text}", "", name, published="2024-05-06", language="de")
    return read_article(article, PACK, ReadOptions(fast=True))


def make_claim(
    text: str, status: ClaimStatus = "corroborated", sources: tuple[str, ...] = (), conflicts: tuple[str, ...] = ()
) -> Cited:
    """Return a claim whose words are this text, as a sentence is checked against it."""
    reading = read_text(text)
    stated = next(iter(reading.statements), None)
    span = stated.content[0] if stated else reading.article.span(0, len(text))
    claim = Claim(
        id="1",
        text=" ".join(span.of(text).split()),
        occurrences=(ClaimOccurrence("a", span, stated.id if stated else None),),
        outlets=("Bote",),
        newsrooms=("Bote",),
        origins=("a",),
        sources=sources,
        own_word=(),
        status=status,
        trace=Trace("compare:claims"),
        conflicts=conflicts,
    )
    return make_cited(claim, {"a": reading}, {}, PACK)


def objections(sentence: str, *cited: Cited) -> tuple[Objection, ...]:
    """Return what is found against a sentence that cites these claims."""
    return find_unsupported(read_text(sentence, "summary"), cited, PACK)


def kinds(sentence: str, *cited: Cited) -> set[str]:
    """Return of which kinds these objections are."""
    return {objection.kind for objection in objections(sentence, *cited)}


@dataclass(slots=True)
class FakeEndpoint:
    """An endpoint: what it answers, how slowly, and what it was sent."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    wait_s: float = 0.0
    drip_s: float = 0.0
    requests: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    def says(self, content: str) -> None:
        """Answer with this message."""
        self.body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


@contextmanager
def serve() -> Iterator[FakeEndpoint]:
    """Run an endpoint on a free port of this machine, in a thread."""
    fake = FakeEndpoint()
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        """Answers every question with what the endpoint was told to say."""

        def do_GET(self) -> None:
            self.do_POST()

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            fake.requests.append((self.path, dict(self.headers), data))
            over.wait(fake.wait_s)
            try:
                self.send_response(fake.status)
                for name, value in fake.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                for byte in [fake.body] if not fake.drip_s else [fake.body[n : n + 1] for n in range(len(fake.body))]:
                    self.wfile.write(byte)
                    over.wait(fake.drip_s)
            except OSError:
                time.sleep(0)  # whoever asked has gone

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield fake
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()
