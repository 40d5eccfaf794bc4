"""What several readings say together: copies, and the origins, versions and shares that follow from them."""

from quellenlage.compare.boilerplate import Boilerplate, find_boilerplate
from quellenlage.compare.copies import find_copies, judge, keys
from quellenlage.compare.corrections import Notice, find_notices
from quellenlage.compare.families import Edge, Family, find_families
from quellenlage.compare.newsrooms import newsrooms
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.origins import gather_origins
from quellenlage.compare.rework import Rework, find_rework
from quellenlage.compare.shares import find_shares
from quellenlage.compare.timeline import gather_timeline
from quellenlage.compare.versions import find_versions

__all__ = [
    "Boilerplate",
    "CopyOptions",
    "Edge",
    "Family",
    "Notice",
    "Rework",
    "find_boilerplate",
    "find_copies",
    "find_families",
    "find_notices",
    "find_rework",
    "find_shares",
    "find_versions",
    "gather_origins",
    "gather_timeline",
    "judge",
    "keys",
    "newsrooms",
]
