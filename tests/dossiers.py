"""A dossier made by hand that holds everything which can be shown, and a hostile one."""

from datetime import date

from builders import make_copy, make_reading

from quellenlage.dossier import assemble
from quellenlage.model import (
    Change,
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
    Version,
)

_RULE = Trace("compare:timeline")

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
    return Entity("e" * 12, "Ida Holm", "PER", ("Ida Holm", "Holm"), (("iso", "DE"),), described, mentions)


def _night(wire: Reading, later: Reading) -> TimelineEntry:
    """The night in which the dyke held, as two reports tell it."""
    places = (Occurrence("wire", wire.sentences[0]), Occurrence("later", later.sentences[0]))
    night = date(2024, 3, 3)
    return TimelineEntry("t" * 12, "2024-03-03TNI", night, night, "Der Deich hielt in der Nacht", places, _RULE)


def full_dossier() -> Dossier:
    """Return a dossier with origins, copies, versions, voices and a problem."""
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
                Origin("o" * 12, "dpa", ("wire", cut.article.id, "later"), "partly_credited", Trace("compare:origins")),
            ),
            versions=(Version("v" * 12, "wire", "later", changes, Trace("compare:versions-by-growth")),),
            entities=(_holm(wire, cut),),
            timeline=(_night(wire, later),),
            newsrooms=(("Küstenbote", "Nordverlag"),),
            problems=(Problem("kaputt.bin", "not-text", "lost", "The file is no text.", "Give a text file."),),
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
    )
