"""What several readings say together: copies, and the origins and versions that follow from them."""

from quellenlage.compare.copies import find_copies, judge, keys
from quellenlage.compare.newsrooms import newsrooms
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.origins import gather_origins
from quellenlage.compare.versions import find_versions

__all__ = ["CopyOptions", "find_copies", "find_versions", "gather_origins", "judge", "keys", "newsrooms"]
