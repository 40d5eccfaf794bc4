"""Entities of several readings are gathered into one, and only where their names allow it."""

from dataclasses import replace

from builders import make_article

from quellenlage.compare.entities import gather_entities, with_gathered
from quellenlage.languages import load_pack, parse_marked
from quellenlage.model import Entity, Reading, Trace
from quellenlage.read import find_layout
from quellenlage.read.entities import Name, find_entities

PACK = load_pack("de")


def reading(marked: str, name: str) -> Reading:
    """Return a reading whose names are those marked in the text."""
    source = parse_marked(marked)
    article = make_article(source.text, language="de", name=name)
    layout = find_layout(article, PACK)
    names = [Name(article.span(m.start, m.end), m.label.upper(), Trace("test", "de")) for m in source.marks]
    return replace(Reading(article), entities=find_entities(layout, names))


def gather(*marked: str) -> tuple[Entity, ...]:
    """Return the entities of marked texts; the order of the texts makes no difference."""
    readings = [reading(text, f"{number}.txt") for number, text in enumerate(marked)]
    found = gather_entities(readings, PACK)
    assert found == gather_entities(readings[::-1], PACK)
    return found


def test_transliterations_are_one_person() -> None:
    """German and English spelling of a name are one entity, which lists both."""
    (entity,) = gather("Gestern kam {per|Dmitri Tschorny}.", "Heute kam {per|Dmitry Chorny}.")
    assert set(entity.names) == {"Dmitri Tschorny", "Dmitry Chorny"}
    assert len(entity.merged) == 1


def test_transliterations_are_one_place() -> None:
    """A launch site's two spellings are one place."""
    assert len(gather("Das Treffen in {loc|Ostrotschny}.", "Das Treffen in {loc|Ostrochny}.")) == 1


def test_a_surname_alone_joins_the_only_full_name() -> None:
    """A surname is tied to the full name of another article if there is only one."""
    assert len(gather("Gestern kam {per|Ida Holm}.", "Heute ging {per|Holm} fort.")) == 1
    assert len(gather("Gestern kam {per|Ida Holm}.", "Heute kam {per|Jan Holm}.", "{per|Holm} ging fort.")) == 3


def test_a_place_keeps_its_identifiers() -> None:
    """A country has its ISO code, a city its country and its number in GeoNames."""
    country, city = gather("In {loc|Norwegen} und in {loc|Norwegen}, dann in {loc|Oslo}.")
    assert dict(country.identifiers)["iso"] == "NO"
    assert dict(city.identifiers)["country"] == "NO"


def test_a_metonymy_stays_a_place() -> None:
    """A capital that acts is not merged with the seat of its government."""
    assert len(gather("{loc|Moskau} kündigte das an.", "Der {org|Kreml} kündigte das an.")) == 2


def test_descriptions_stand_with_their_places() -> None:
    """What articles call somebody is listed once a wording, with the characters that prove it."""
    texts = ("Die Werftchefin {per|Ida Holm} kam.", "Später ging die Hafenmeisterin {per|Ida Holm} fort.")
    (entity,) = gather(*texts)
    assert {d.text for d in entity.descriptions} == {"Die Werftchefin", "die Hafenmeisterin"}


def test_readings_take_over_the_gathered_ids() -> None:
    """After gathering, every mention bears the id of an entity of the dossier."""
    readings = [reading("Gestern kam {per|Ida Holm}.", "a.txt"), reading("Heute ging {per|Holm} fort.", "b.txt")]
    entities = gather_entities(readings, PACK)
    renamed = with_gathered(readings, entities)
    assert {m.entity for r in renamed for m in r.entities} == {entities[0].id}
    assert {m.name for r in renamed for m in r.entities} == {"Ida Holm"}
