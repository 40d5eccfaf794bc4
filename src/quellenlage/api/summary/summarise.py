"""From a dossier to a checked summary."""

from collections.abc import Mapping
from dataclasses import dataclass

from quellenlage.api.options import Options
from quellenlage.api.summary.answer import Phrased, find_sentences, read_sentence
from quellenlage.api.summary.endpoint import Endpoint, body_of
from quellenlage.compare.support import Cited, find_unsupported, make_cited
from quellenlage.dossier import TextOptions
from quellenlage.dossier.summary import MOST_CLAIMS, render_prompt, sent_claims
from quellenlage.errors import UsageError
from quellenlage.export import encode
from quellenlage.export.summary import summary_json
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Claim, Dossier, Objection, Summary, SummarySentence


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How is a summary asked for and shown?

    `most` claims are sent. `keep_unchecked` keeps sentences that a check found something against, with what it found.

    Raises:
        UsageError: no claim would be sent.
    """

    most: int = MOST_CLAIMS
    keep_unchecked: bool = False

    def __post_init__(self) -> None:
        if self.most < 1:
            raise UsageError(f"{self.most} claims are nothing to summarise", "give 1 or more")


def summarise(
    dossier: Dossier, endpoint: Endpoint, options: Options | None = None, chosen: SummaryOptions | None = None
) -> Summary:
    """Let a language model phrase a summary of a dossier, and check every sentence against the claims that it cites.

    This is the one function of the package that sends something: the claims, to the endpoint and to nobody else.

    Raises:
        UsageError: the dossier has no claims, or the endpoint gives no answer that can be used.
    """
    from quellenlage.api.summary.network import ask  # noqa: PLC0415 - loads what speaks HTTP

    chosen = chosen or SummaryOptions()
    pack = load_pack((options or Options()).language)
    claims = sent_claims(dossier, chosen.most)
    if not claims:
        raise UsageError("the reports make no claims that could be summarised", "give reports in a supported language")
    answer = ask(endpoint, render_prompt(dossier, pack.labels, chosen.most))
    checker = _Checker(dossier, {claim.id: claim for claim in claims}, pack, fast=(options or Options()).fast)
    checked = [checker.check(phrased) for phrased in find_sentences(answer, pack)]
    if not checked:
        raise UsageError("the endpoint's answer holds no sentence", "ask another model, or for fewer claims")
    return Summary(
        model=endpoint.model,
        sentences=tuple(s for s in checked if chosen.keep_unchecked or not s.objections),
        dropped=tuple(s for s in checked if s.objections and not chosen.keep_unchecked),
        sent=len(claims),
        left_out=len(dossier.claims) - len(claims),
    )


def request_of(dossier: Dossier, model: str = "", options: Options | None = None, most: int = MOST_CLAIMS) -> bytes:
    """Return as one line of JSON what `summarise` would send, without sending it."""
    pack = load_pack((options or Options()).language)
    return encode(body_of(model, render_prompt(dossier, pack.labels, most))) + b"\n"


def to_summary_json(summary: Summary) -> bytes:
    """Return a checked summary as one line of JSON."""
    return encode(summary_json(summary)) + b"\n"


def to_summary_text(
    summary: Summary, dossier: Dossier, language: str = "en", options: TextOptions | None = None
) -> str:
    """Return a checked summary for the terminal, with the labels of a language."""
    from quellenlage.dossier.summary.render import render_summary  # noqa: PLC0415 - loads rich

    return render_summary(summary, dossier, load_pack(language).labels, options)


class _Checker:
    """Checks sentences against the claims of one dossier; a claim is read once."""

    def __init__(self, dossier: Dossier, claims: Mapping[str, Claim], pack: LanguagePack, *, fast: bool) -> None:
        self._readings = {reading.article.id: reading for reading in dossier.readings}
        self._entities = {entity.id: entity for entity in dossier.entities}
        self._claims = claims
        self._made: dict[str, Cited] = {}
        self._pack = pack
        self._fast = fast

    def check(self, phrased: Phrased) -> SummarySentence:
        """Return a sentence with its claims, their articles, and all that is wrong with it."""
        unknown = tuple(Objection("citation", id_) for id_ in phrased.ids if id_ not in self._claims)
        cited = [self._cited(self._claims[id_]) for id_ in phrased.ids if id_ in self._claims]
        found = () if unknown else self._unsupported(phrased.text, cited)
        articles = (occurrence.article for claim in cited for occurrence in claim.claim.occurrences)
        return SummarySentence(phrased.text, phrased.ids, tuple(dict.fromkeys(articles)), (*unknown, *found))

    def _unsupported(self, text: str, cited: list[Cited]) -> tuple[Objection, ...]:
        published = next((claim.published for claim in cited), None)
        return find_unsupported(read_sentence(text, published, self._pack, fast=self._fast), cited, self._pack)

    def _cited(self, claim: Claim) -> Cited:
        if claim.id not in self._made:
            self._made[claim.id] = make_cited(claim, self._readings, self._entities, self._pack)
        return self._made[claim.id]
