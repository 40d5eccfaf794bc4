"""The records, all frozen, standard library only. Every finding points at characters and names its rule."""

from quellenlage.model.article import Article, Byline, Credit, CreditRole, Dateline, Part, PartKind
from quellenlage.model.claims import (
    Claim,
    ClaimOccurrence,
    ClaimRelation,
    ClaimStatus,
    Conflict,
    ConflictKind,
    ConflictSide,
    Judgement,
    NumberRelation,
    Update,
)
from quellenlage.model.copies import (
    AgencyBasis,
    Change,
    ChangeKind,
    Copy,
    CopyKind,
    Origin,
    Passage,
    Share,
    Version,
)
from quellenlage.model.dossier import Dossier
from quellenlage.model.entities import Description, Entity, EntityLabel, EntityMention, Mention, MentionKind
from quellenlage.model.problem import Problem, Severity
from quellenlage.model.reading import Evidence, Reading, Relay, Stance, Statement, StatementKind
from quellenlage.model.summary import Objection, ObjectionKind, Summary, SummarySentence
from quellenlage.model.times import Occurrence, Quantity, TimeExpression, TimelineEntry, TimeType
from quellenlage.model.trace import Trace

__all__ = [
    "AgencyBasis",
    "Article",
    "Byline",
    "Change",
    "ChangeKind",
    "Claim",
    "ClaimOccurrence",
    "ClaimRelation",
    "ClaimStatus",
    "Conflict",
    "ConflictKind",
    "ConflictSide",
    "Copy",
    "CopyKind",
    "Credit",
    "CreditRole",
    "Dateline",
    "Description",
    "Dossier",
    "Entity",
    "EntityLabel",
    "EntityMention",
    "Evidence",
    "Judgement",
    "Mention",
    "MentionKind",
    "NumberRelation",
    "Objection",
    "ObjectionKind",
    "Occurrence",
    "Origin",
    "Part",
    "PartKind",
    "Passage",
    "Problem",
    "Quantity",
    "Reading",
    "Relay",
    "Severity",
    "Share",
    "Stance",
    "Statement",
    "StatementKind",
    "Summary",
    "SummarySentence",
    "TimeExpression",
    "TimeType",
    "TimelineEntry",
    "Trace",
    "Update",
    "Version",
]
