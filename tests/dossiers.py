"""A dossier made by hand that holds everything which can be shown, and a hostile one."""

from dataclasses import replace
from datetime import date
from typing import Any

from builders import make_copy, make_reading

from quellenlage.dossier import assemble
from quellenlage.model import (
    Change,
    Claim,
    ClaimOccurrence,
    ClaimStatus,
    Conflict,
    ConflictSide,
    Description,
    Dossier,
    Entity,
    EntityMention,
    Occurrence,
    Origin,
    Problem,
    Reading,
    TimelineEntry,
    Trace,
    Update,
    Version,
)

_RULE = Trace("compare:timeline")
_CONFLICT = Trace("compare:conflicts")
_ORIGIN = "o" * 12

DEICH = "Der Deich bei Seehagen hielt in der Nacht zum Sonntag stand, obwohl das Wasser"
WIRE = (
    "{dateline=Seehagen/dpa|Seehagen ({credit=dpa|dpa}) - }" + DEICH + " drei Meter hoch stieg. "
    "{say=1:direct|„Wir hatten Glück“}, {cue=1|sagte} {speaker=1:Ida Holm|Bürgermeisterin Ida Holm}.\n\n"
    "Verletzt wurde niemand, wie {speaker=2:|die Feuerwehr} {cue=2|mitteilte}: {say=2:indirect|alle seien wohlauf}."
)
CUT = (
    "{headline|Der Deich hielt}\n\n{byline=Ole Brandt|Von Ole Brandt}\n\n" + DEICH + " vier Meter hoch stieg. "
    "{say=1:direct|»Wir hatten Glück«}, {cue=1|sagte} {speaker=1:Holm|Holm} dem Sender "
    "{relay=1:Radio Nord|Radio Nord}. "
    "{part=photo_credit|(Foto: {photo=AP|AP})}\n\n{part=teaser|Mehr: Wie sicher sind die Deiche?}"
)
LATER = (
    "{dateline=Seehagen/dpa|Seehagen ({credit=dpa|dpa}) - }"
    + DEICH
    + " fünf Meter hoch stieg. Zwei Straßen bleiben gesperrt."
)


def full_readings() -> tuple[Reading, Reading, Reading]:
    """Return agency text, a cut copy without its credit, and a later version."""
    wire = make_reading(WIRE, outlet="Küstenbote", title="Deich hält", published="2024-03-03", language="de", id="wire")
    cut = make_reading(CUT, name="anzeiger.txt", published="2024-03-04", language="de")
    later = make_reading(LATER, outlet="Küstenbote", published="2024-03-03", language="de", id="later")
    return wire, cut, later


def _holm(wire: Reading, cut: Reading) -> Entity:
    """The mayor, whom one report calls by her office."""
    spans = [wire.statements[0].speaker[0], cut.statements[0].speaker[0]]
    mentions = (EntityMention("wire", spans[0], "name"), EntityMention(cut.article.id, spans[1], "name"))
    described = (Description("Bürgermeisterin", "wire", spans[0]),)
    return Entity("e" * 12, "Ida Holm", "PER", ("Ida Holm", "Holm"), (), described, mentions)


def _place(wire: Reading) -> Entity:
    """The town, with its country."""
    start = wire.article.text.index("Seehagen")
    mention = EntityMention("wire", wire.article.span(start, start + len("Seehagen")), "name")
    return Entity("f" * 12, "Seehagen", "LOC", ("Seehagen",), (("country", "DE"),), (), (mention,))


def _night(wire: Reading, later: Reading) -> TimelineEntry:
    """The night in which the dyke held, as two reports tell it."""
    places = (Occurrence("wire", wire.sentences[0]), Occurrence("later", later.sentences[0]))
    night = date(2024, 3, 3)
    return TimelineEntry("t" * 12, "2024-03-03TNI", night, night, "Der Deich hielt in der Nacht", places, _RULE)


def make_claim(key: str, status: ClaimStatus, *found: tuple[Reading, str], **fields: Any) -> Claim:
    """Return a claim that stands in these words of these readings; the first of them are its text."""
    occurrences = tuple(
        ClaimOccurrence(reading.article.id, reading.article.span(start, start + len(words)))
        for reading, words in found
        for start in [reading.article.text.index(words)]
    )
    outlets = tuple(dict.fromkeys(reading.article.outlet or reading.article.name for reading, _ in found))
    made = Claim(
        id=key,
        text=found[0][1],
        occurrences=occurrences,
        outlets=outlets,
        newsrooms=outlets,
        origins=tuple(dict.fromkeys(reading.article.id for reading, _ in found)),
        sources=(),
        own_word=tuple(dict.fromkeys(reading.article.id for reading, _ in found)),
        status=status,
        trace=Trace("compare:claims"),
    )
    return replace(made, **fields)


def _claims(wire: Reading, cut: Reading, later: Reading) -> tuple[Claim, ...]:
    """One claim of every status; the height of the water is disputed, the luck has one voice."""
    depth, night = "obwohl das Wasser", "Der Deich bei Seehagen hielt in der Nacht zum Sonntag stand"
    luck = "Wir hatten Glück"
    return (
        make_claim("1" * 12, "corroborated", (wire, night), (later, night), origins=(_ORIGIN, "later")),
        make_claim("2" * 12, "disputed", (wire, depth), (cut, depth), conflicts=("c" * 12,)),
        make_claim("3" * 12, "single_source", (wire, luck), (cut, luck), sources=("e" * 12,), own_word=()),
        make_claim("4" * 12, "single_origin", (cut, "vier Meter hoch"), (wire, "drei Meter hoch"), origins=(_ORIGIN,)),
        make_claim("5" * 12, "single_outlet", (later, "Zwei Straßen bleiben gesperrt.")),
        make_claim("6" * 12, "disputed", (wire, "Verletzt wurde niemand"), denials=(cut.statements[0].id,)),
    )


def _side(value: str, reading: Reading) -> ConflictSide:
    """The first sentence of a reading that has this value."""
    sentence = next(span for span in reading.sentences if value in span.of(reading.article.text))
    return ConflictSide(value, (Occurrence(reading.article.id, sentence),))


def full_dossier() -> Dossier:
    """Return a dossier in which every section holds something."""
    wire, cut, later = full_readings()
    three, five = (wire.article.text.index("drei"), later.article.text.index("fünf"))
    more = later.article.text.index("Zwei")
    changes = (
        Change("changed", wire.article.span(three, three + 4), later.article.span(five, five + 4), "number"),
        Change("added", None, later.article.span(more, len(later.article.text)), "text"),
    )
    quote = make_copy(wire, cut, "Wir hatten Glück", id="q" * 12, kind="quotes", words=0, quoted_words=3)
    return assemble(
        Dossier(
            readings=(wire, cut, later),
            copies=(
                make_copy(
                    cut, wire, (f"{DEICH} vier Meter", f"{DEICH} drei Meter"), agency="dpa", agency_basis="credit_b"
                ),
                make_copy(
                    wire, later, (f"{DEICH} drei Meter", f"{DEICH} fünf Meter"), agency="dpa", agency_basis="both"
                ),
                quote,
            ),
            origins=(
                Origin(_ORIGIN, "dpa", ("wire", cut.article.id, "later"), "partly_credited", Trace("compare:origins")),
            ),
            versions=(Version("v" * 12, "wire", "later", changes, Trace("compare:versions-by-growth")),),
            entities=(_holm(wire, cut), _place(wire)),
            timeline=(_night(wire, later),),
            newsrooms=(("Küstenbote", "Nordverlag"),),
            problems=(Problem("kaputt.bin", "not-text", "lost", "The file is no text.", "Give a text file."),),
            claims=_claims(wire, cut, later),
            conflicts=(
                Conflict(
                    "c" * 12, "number", "Wasser", (_side("drei Meter", wire), _side("vier Meter", cut)), _CONFLICT
                ),
            ),
            updates=(Update("a" * 12, "Wasser", (_side("drei Meter", wire), _side("fünf Meter", later)), _CONFLICT),),
            repeats=((cut.statements[0].id, wire.statements[0].id),),
        )
    )


HOSTILE = "</script><img src=x onerror=alert(1)><script>document.title='owned'</script>"


def hostile_dossier() -> Dossier:
    """Return a dossier in which every field that comes from outside tries to break out."""
    text = (
        f"{{headline|{HOSTILE}}}\n\n{{byline={HOSTILE}|Von x}}\n\nDas gleiche Stück Text steht hier wie dort. "
        f"{{say=1:direct|„{HOSTILE}“}}, {{cue=1|sagte}} {{speaker=1:{HOSTILE}|sie}} "
        f"{{relay=1:{HOSTILE}|\x1b]0;owned\x07}}."
    )
    one = make_reading(
        text, id='"><b id=x>', outlet=HOSTILE, title=f"{HOSTILE}\x1b[2J\u202e", name=HOSTILE, language='x" onload="y'
    )
    two = make_reading(text, id="`two`|", url="javascript:alert(1)", published="'><i>", authors=(HOSTILE,))
    shared = make_copy(one, two, "Das gleiche Stück Text steht hier wie dort", agency="<b>dpa</b>", agency_basis="both")
    origin = Origin("origin", "<b>dpa</b>", (one.article.id, two.article.id), "inferred", Trace("compare:origins"))
    problem = Problem(HOSTILE, "<code>", "partial", HOSTILE, f"{HOSTILE}\x1b[31m")
    statement, mention = one.statements[0], EntityMention(one.article.id, one.article.span(0, 5), "name")
    named = Entity("e", HOSTILE, "PER", (HOSTILE,), (("iso", HOSTILE),), (), (mention,))
    when = TimelineEntry(
        "t",
        HOSTILE,
        date(2024, 3, 1),
        date(2024, 3, 2),
        HOSTILE,
        (Occurrence(one.article.id, statement.content[0]),),
        _RULE,
    )
    return Dossier(
        readings=(one, two),
        copies=(shared,),
        origins=(origin,),
        entities=(named,),
        timeline=(when,),
        newsrooms=((HOSTILE, HOSTILE),),
        problems=(problem,),
        claims=(_hostile_claim("k", one, two), _hostile_claim("l", one)),
        conflicts=(Conflict("c", "polarity", HOSTILE, (_hostile_side(one), _hostile_side(two)), _RULE),),
        updates=(Update("u", HOSTILE, (_hostile_side(one), _hostile_side(two)), _RULE),),
        repeats=((one.statements[0].id, two.statements[0].id), ("nobody", HOSTILE)),
    )


def _hostile_claim(key: str, *readings: Reading) -> Claim:
    status: ClaimStatus = "corroborated" if len(readings) > 1 else "single_outlet"
    made = make_claim(key, status, *((reading, HOSTILE) for reading in readings))
    return replace(made, outlets=(HOSTILE,), newsrooms=(HOSTILE, "x"), sources=(HOSTILE,), origins=(HOSTILE,))


def _hostile_side(reading: Reading) -> ConflictSide:
    return ConflictSide(HOSTILE, (Occurrence(reading.article.id, reading.statements[0].content[0]),))
