"""How the examples of this room's tables are run."""

from collections.abc import Mapping
from types import MappingProxyType

from quellenlage.compare.change_words import check_change_words
from quellenlage.compare.corrections import check_corrections
from quellenlage.compare.hints import check_hints
from quellenlage.compare.meaning.cues import cue_checks
from quellenlage.compare.meaning.opposites import check_opposites
from quellenlage.compare.meaning.status import check_status
from quellenlage.compare.meaning.stems import check_stems
from quellenlage.compare.utterances.words import check_utterance_words
from quellenlage.compare.versions import check_revisions
from quellenlage.languages import Check

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "agency_hints": check_hints,
        "change_words": check_change_words,
        "corrections": check_corrections,
        "revisions": check_revisions,
        "claim_stems": check_stems,
        "opposites": check_opposites,
        "verb_status": check_status,
        "utterance_words": check_utterance_words,
        **cue_checks(),
    }
)
