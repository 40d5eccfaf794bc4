"""What several reports claim together, on what it rests, and where they differ."""

import pytest

from quellenlage.compare import find_copies, gather_origins, newsrooms
from quellenlage.compare.claims import Told, gather_claims, sources_of
from quellenlage.compare.claims.groups import gather
from quellenlage.compare.claims.pairs import Pairs
from quellenlage.compare.claims.story import find_quantities
from quellenlage.languages import load_pack
from quellenlage.model import Article, Claim
from quellenlage.read import ReadOptions, read_article

PACK = load_pack("de")


def told(*reports: tuple[str, str], published: tuple[str, ...] = ()) -> Told:
    """Return what these reports (outlet, text) tell together; published on one day unless given."""
    readings = []
    for number, (outlet, text) in enumerate(reports):
        day = published[number] if published else "2024-05-06"
        article = Article(
            f"a{number}", text, f"t{number}", "", f"{number}.txt", outlet=outlet, published=day, language="de"
        )
        readings.append(read_article(article, PACK, ReadOptions(fast=True)))
    copies = find_copies(readings, PACK)
    origins = gather_origins(readings, copies, PACK)
    return gather_claims(sources_of(readings, copies, origins, newsrooms(readings, PACK), PACK))


def claim_with(found: Told, words: str) -> Claim:
    """Return the claim that most outlets carry among those with these words."""
    return next(claim for claim in found.claims if words in claim.text)


FIRE = "Die alte Werft in Lahnstein ist am Montag bei einem Brand völlig zerstört worden."
FIRE_TOO = "Ein Brand hat die alte Werft in Lahnstein am Montag völlig zerstört."


def test_two_newsrooms_corroborate() -> None:
    """Two outlets that say it in their own words are two origins."""
    claim = claim_with(told(("Bote", FIRE), ("Kurier", FIRE_TOO)), "Werft")
    assert (claim.status, claim.outlets, len(claim.origins)) == ("corroborated", ("Bote", "Kurier"), 2)
    assert [occurrence.article for occurrence in claim.occurrences] == ["a0", "a1"]


def test_one_outlet_alone() -> None:
    """What one outlet has is single_outlet, whoever says it."""
    found = told(("Bote", f"{FIRE} Die Bürgermeisterin sprach mit den Anwohnern im Rathaus."), ("Kurier", FIRE_TOO))
    assert claim_with(found, "Anwohnern").status == "single_outlet"


def test_a_reprint_is_one_origin() -> None:
    """Two outlets with one text are one origin."""
    text = f"{FIRE} Das Feuer war am frühen Morgen in einer Lagerhalle ausgebrochen und griff rasch auf die Docks über."
    claim = claim_with(told(("Bote", text), ("Kurier", text)), "Werft")
    assert (claim.status, len(claim.outlets), len(claim.origins)) == ("single_origin", 2, 1)


def test_an_agency_reworded_is_one_origin() -> None:
    """Two outlets that credit one agency and tell it in like words have it from that agency; others do not."""
    left = "Bei dem Brand in Lahnstein kamen am Montag vier Menschen ums Leben, darunter ein Feuerwehrmann."
    right = "Am Rande des Brandes in Lahnstein kamen vier Menschen ums Leben, darunter ein Feuerwehrmann."
    claim = claim_with(told(("Bote", f"{left} (dpa)"), ("Kurier", f"{right} (dpa)")), "Feuerwehrmann")
    assert (claim.status, len(claim.origins)) == ("single_origin", 1)
    claim = claim_with(told(("Bote", left), ("Kurier", right)), "Feuerwehrmann")
    assert (claim.status, len(claim.origins)) == ("corroborated", 2)


def test_offices_of_one_country_are_one_source() -> None:
    """The army of a country and the general staff in its capital speak with one voice."""
    left = "Die Raketen seien 300 Kilometer weit geflogen, teilte das südkoreanische Militär mit."
    right = "Die Raketen seien etwa 300 Kilometer weit geflogen, teilte der Generalstab in Seoul mit."
    claim = claim_with(told(("Bote", left), ("Kurier", right)), "300 Kilometer")
    assert claim.status == "single_source"
    assert not claim.own_word


@pytest.mark.parametrize(
    ("left", "right", "word", "status"),
    [
        ("Die Impfstelle in Lahnstein werde im Herbst geschlossen, sagte Gesundheitsministerin Ida Holm.",
         "Die Impfstelle in Lahnstein wird im Herbst geschlossen, teilte das Gesundheitsministerium mit.",
         "Impfstelle", "single_source"),
        ("Dem Entwurf zufolge sollen die Bäder in Lahnstein im Sommer länger öffnen.",
         "Die Bäder in Lahnstein sollen im Sommer länger öffnen, heißt es in dem Papier.",
         "Bäder", "single_source"),
        ("Der Zeuge sei am Montag nicht erschienen, teilte das Amtsgericht Lahnstein mit.",
         "Der Zeuge ist am Montag nicht erschienen, sagte ein Sprecher des Amtsgerichts.",
         "Zeuge", "single_source"),
        ("Die Gespräche in Lahnstein seien gescheitert, sagte Außenministerin Ida Holm.",
         "Die Gespräche in Lahnstein sind gescheitert, sagte Außenminister Olaf Brandt.",
         "Gespräche", "corroborated"),
        ("Außenministerin Ida Holm kam am Montag nach Lahnstein. Die Gespräche seien gescheitert, sagte sie.",
         "Außenminister Olaf Brandt reiste am Montag ab. Die Gespräche sind gescheitert, sagte er.",
         "Gespräche", "corroborated"),
        ("Die Gespräche in Lahnstein seien gescheitert, teilte das polnische Außenministerium mit.",
         "Die Gespräche in Lahnstein sind gescheitert, teilte das dänische Außenministerium mit.",
         "Gespräche", "corroborated"),
    ],
    ids=["minister and ministry", "draft and paper", "court", "two ministers", "by pronoun", "two countries"],
)  # fmt: skip
def test_one_source_under_several_names(left: str, right: str, word: str, status: str) -> None:
    """A ministry and its minister are one source; two persons, or offices of two countries, are two."""
    assert claim_with(told(("Bote", left), ("Kurier", right)), word).status == status


def test_numbers_of_one_day_conflict() -> None:
    """Two counts of one day are sides of a conflict, and their claims are disputed."""
    left = "Bei dem Brand der Werft in Lahnstein starben zwölf Arbeiter."
    right = "Bei dem Brand der Werft in Lahnstein starben vierzehn Arbeiter."
    found = told(("Bote", left), ("Kurier", right))
    (conflict,) = found.conflicts
    assert (conflict.kind, [side.value for side in conflict.sides]) == (
        "number",
        ["zwölf Arbeiter", "vierzehn Arbeiter"],
    )
    assert {claim.status for claim in found.claims} == {"disputed"}


def test_a_later_count_is_an_update() -> None:
    """A count that grew by the next day is a course over time and no conflict."""
    left = "Bei dem Brand der Werft in Lahnstein starben zwölf Arbeiter."
    right = "Bei dem Brand der Werft in Lahnstein starben 19 Arbeiter."
    found = told(("Bote", left), ("Kurier", right), published=("2024-05-06", "2024-05-08"))
    (update,) = found.updates
    assert found.conflicts == ()
    assert [step.value for step in update.steps] == ["zwölf Arbeiter", "19 Arbeiter"]


def test_steps_of_one_day_go_up() -> None:
    """Where the dates do not tell which count was first, the smallest was."""
    later = "Bei dem Brand der Werft in Lahnstein starben inzwischen 19 Arbeiter."
    first = "Bei dem Brand der Werft in Lahnstein starben zunächst zwölf Arbeiter."
    (update,) = told(("Bote", later), ("Kurier", first)).updates
    assert [step.value for step in update.steps] == ["zwölf Arbeiter", "19 Arbeiter"]


def test_whole_sentences_are_shown_before_pieces() -> None:
    """What a claim shows begins and ends like a sentence where one of its occurrences does."""
    piece = "Die Werft, teilte die Polizei mit, ist in Lahnstein am Dienstag bei einem Brand völlig zerstört worden."
    whole = "Die alte Werft in Lahnstein ist am Dienstag bei einem großen Brand völlig zerstört worden."
    shown = [claim.text for claim in told(("Bote", piece), ("Kurier", whole)).claims if len(claim.occurrences) > 1]
    assert shown == [whole]


def test_places_of_one_event_conflict() -> None:
    """One launch cannot be on the coast and in the capital; the pronoun points back to what was launched."""
    left = "Das Land feuerte zwei Raketen ab. Sie seien von der Westküste aus gestartet worden, hieß es."
    right = "Das Militär erfasste den Start zweier Kurzstreckenraketen im Gebiet um die Hauptstadt."
    (conflict,) = told(("Bote", left), ("Kurier", right)).conflicts
    assert (conflict.kind, [side.value for side in conflict.sides]) == ("place", ["Westküste", "Hauptstadt"])


def test_ids_do_not_depend_on_the_run() -> None:
    """The same reports give the same records."""
    reports = ("Bote", FIRE), ("Kurier", FIRE_TOO)
    assert told(*reports) == told(*reports)


def test_nothing_is_told_of_nothing() -> None:
    """No reports, no claims."""
    assert told() == Told((), (), ())


def test_a_chain_does_not_tie_its_ends() -> None:
    """Average linkage: what is like its neighbours alone stays apart from their neighbours."""
    chain = {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}
    assert gather(4, chain, 0.45) == [[0, 1], [2, 3]]
    assert gather(4, {**chain, (0, 2): 0.8, (0, 3): 0.8, (1, 3): 0.8}, 0.45) == [[0, 1, 2, 3]]


def test_one_wording_is_one_origin() -> None:
    """Nearly the same words in two reports count as one source text, though no longer passage is shared."""
    left = "Der Orkan hat an der Küste bei Lahnstein mehrere Häuser abgedeckt und Bäume entwurzelt."
    right = "Der Orkan hatte an der Küste bei Lahnstein mehrere Häuser abgedeckt und Bäume entwurzelt."
    (claim,) = told(("Bote", left), ("Kurier", right)).claims
    assert claim.status == "single_origin"


def test_a_sentence_of_a_long_quotation_keeps_its_speaker() -> None:
    """Each sentence between the marks is the speaker's, not the outlet's own word."""
    quoted = "„Die Schleuse bleibt vorerst geschlossen. Der Damm wird bis Ostern erneuert“, sagte Bauleiterin Ida Holm."
    claims = told(("Bote", quoted)).claims
    assert claims
    assert all(not claim.own_word for claim in claims if "Damm" in claim.text)


def test_a_question_is_no_claim() -> None:
    """Who asks whether something is so asserts nothing."""
    assert not any("?" in claim.text for claim in told(("Bote", "Wurde der Damm zu spät erneuert?")).claims)


def test_a_needed_number_does_not_conflict_with_a_given_one() -> None:
    """Votes that are needed are not the votes that were given."""
    left = "Für die Abwahl des Vorstands von Lahnstein sind mindestens 67 Stimmen nötig."
    right = "Für die Abwahl des Vorstands von Lahnstein stimmten am Ende nur 57 Mitglieder."
    assert told(("Bote", left), ("Kurier", right)).conflicts == ()


def test_who_gives_the_same_number_stands_on_that_side() -> None:
    """A report joins a side by its number, though its wording is too free to be set against the other side's."""
    found = told(
        ("Bote", "Bei dem Brand in der Weberei von Lahnstein sind am Montag zwölf Menschen verletzt worden."),
        ("Kurier", "Bei dem Brand in der Weberei von Lahnstein sind am Montag 17 Menschen verletzt worden."),
        ("Anzeiger", "Zwölf Menschen sind beim Brand in der Weberei von Lahnstein verletzt worden, sagte ein Arzt."),
    )
    (conflict,) = found.conflicts
    assert sorted(len({o.article for o in side.occurrences}) for side in conflict.sides) == [1, 2]


def test_each_number_has_one_counterpart() -> None:
    """Two sentences with two numbers each differ in each of them, never crosswise."""
    left = "Die neue Brücke bei Lahnstein wird 120 Meter lang, ihre Pfeiler werden 30 Meter hoch."
    right = "Die neue Brücke bei Lahnstein wird 140 Meter lang, ihre Pfeiler werden 35 Meter hoch."
    found = told(("Bote", left), ("Kurier", right))
    values = [{side.value for side in conflict.sides} for conflict in found.conflicts]
    assert values
    assert all(value in ({"120 Meter lang", "140 Meter lang"}, {"30 Meter hoch", "35 Meter hoch"}) for value in values)


def test_an_endless_sentence_costs_no_endless_memory() -> None:
    """Of a text without an end to its sentence, the first words are compared."""
    endless = "Die Brücke bei Lahnstein ist gesperrt " + "und die Fähre fährt " * 4_000
    assert told(("Bote", endless), ("Kurier", endless)).claims


def test_two_numbers_of_a_sentence_are_two_claims() -> None:
    """Two quantities that begin with one sentence, each shared with another report, have names of their own."""
    pairs = Pairs(figures={((0, 0), (1, 0)): 0.9, ((0, 1), (2, 0)): 0.9})
    found = find_quantities(pairs, [[0], [1], [2]])
    assert [members for _, members in found] == [[0, 1], [0, 2]]
    assert len({name for name, _ in found}) == len(found)


@pytest.mark.parametrize(("who", "conflicts"), [("Der Stadtrat von Lahnstein", 1), ("Ein Bündnis der Fischer", 0)])
def test_opposites_of_one_day_conflict(who: str, conflicts: int) -> None:
    """Agreed to in one report and rejected in another: no claim of both, and a conflict if the same people did so."""
    agreed = "Der Stadtrat von Lahnstein stimmte dem Verkauf der alten Werft am Montag zu."
    found = told(("Bote", agreed), ("Kurier", f"{who} lehnte den Verkauf der alten Werft ab."))
    assert [claim.outlets for claim in found.claims] == [("Bote",), ("Kurier",)]
    assert [conflict.kind for conflict in found.conflicts] == ["polarity"] * conflicts


def test_opposites_of_two_days_are_no_conflict() -> None:
    """What was closed on Monday may open on Tuesday."""
    texts = ("Die Fähre nach Lahnstein ist gesperrt.", "Die Fähre nach Lahnstein ist wieder geöffnet.")
    found = told(("Bote", texts[0]), ("Kurier", texts[1]), published=("2024-05-06", "2024-05-07"))
    assert len(found.claims) == 2
    assert not found.conflicts
