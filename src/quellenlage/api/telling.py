"""From readings to copies and dossiers: all that compares, loaded when it is needed."""

from quellenlage.api.options import Options
from quellenlage.api.pipeline import Collection
from quellenlage.api.vectors import vectors_for
from quellenlage.compare import find_copies, find_versions, gather_origins, newsrooms
from quellenlage.compare.claims import gather_claims, sources_of
from quellenlage.compare.claims.pair_model import load_pair_model
from quellenlage.compare.entities import gather_entities, with_gathered
from quellenlage.compare.meaning.cues import load_cues
from quellenlage.compare.meaning.vocabulary import load_vocabulary
from quellenlage.compare.timeline import gather_timeline
from quellenlage.compare.utterances import find_repeats
from quellenlage.dossier import assemble
from quellenlage.languages import load_pack
from quellenlage.model import Copy, Dossier


def prepare(options: Options | None = None) -> None:
    """Load what comparing needs of a language pack: to be called where there is time, as while the encoder reads."""
    options = options or Options()
    pack = load_pack(options.language)
    load_cues(pack)
    load_vocabulary(pack)
    if not options.fast:
        load_pair_model(pack)


def copies(collection: Collection, options: Options | None = None) -> tuple[Copy, ...]:
    """Which articles share text, and whose is it? One Copy a pair, in the order of the articles."""
    return find_copies(collection.readings, load_pack((options or Options()).language))


def dossier_of(collection: Collection, options: Options | None = None) -> Dossier:
    """Tell the story of articles that were already read."""
    pack = load_pack((options or Options()).language)
    entities = gather_entities(collection.readings, pack)
    readings = with_gathered(collection.readings, entities)
    found = find_copies(readings, pack)
    origins = gather_origins(readings, found, pack)
    houses = newsrooms(readings, pack)
    told = gather_claims(sources_of(readings, found, origins, houses, pack), vectors_for(options or Options()))
    return assemble(
        Dossier(
            readings=readings,
            copies=found,
            origins=origins,
            versions=find_versions(readings, found, pack),
            entities=entities,
            timeline=gather_timeline(readings),
            newsrooms=houses,
            problems=collection.problems,
            claims=told.claims,
            conflicts=told.conflicts,
            updates=told.updates,
            repeats=find_repeats(readings, pack),
        )
    )
