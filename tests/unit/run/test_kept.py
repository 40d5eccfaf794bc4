"""What is kept of a run, and what of it is believed."""

from pathlib import Path

import pytest
from builders import make_article

from quellenlage.compare.agencies import Sources
from quellenlage.compare.extracts import Extract
from quellenlage.errors import UsageError
from quellenlage.model import Problem
from quellenlage.run.extracts import Extracted
from quellenlage.run.kept import Kept

ARTICLE = make_article("Die Fähre fährt wieder, sagte der Fährmann am Dienstag.")
RESULT = Extracted(
    Extract(((0, 3),), ((4, 9),), (0, 3), Sources(("dpa",), (), (), "dpa")),
    (Problem("a", "no-date", "note", "no date \ud800 was found", "give one"),),
)


def keep(folder: Path) -> Path:
    """Keep one result in a folder and return the log."""
    with Kept(folder, "work", Extracted) as kept:
        kept.keep(ARTICLE, RESULT)
    (log,) = folder.iterdir()
    return log


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    """A second run gets exactly what the first one kept, a broken character included."""
    keep(tmp_path / "new" / "folder")
    with Kept(tmp_path / "new" / "folder", "work", Extracted) as kept:
        assert kept.find(ARTICLE) == RESULT


def test_another_article_or_other_work_finds_nothing(tmp_path: Path) -> None:
    """A result belongs to one article, whatever its id, and to one way of reading it."""
    keep(tmp_path)
    changed = make_article(ARTICLE.text + " Er lachte.", id=ARTICLE.id)
    with Kept(tmp_path, "work", Extracted) as kept, Kept(tmp_path, "other work", Extracted) as other:
        assert (kept.find(changed), other.find(ARTICLE)) == (None, None)


@pytest.mark.parametrize("cut", [1, 40, 90])
def test_a_line_cut_short_is_not_believed_and_spoils_nothing(tmp_path: Path, cut: int) -> None:
    """After a stop in the middle of a line the next result stands on a line of its own."""
    log = keep(tmp_path)
    log.write_bytes(log.read_bytes()[:-cut])
    with Kept(tmp_path, "work", Extracted) as kept:
        assert kept.find(ARTICLE) is None or cut == 1  # only the line's end is missing
        kept.keep(ARTICLE, RESULT)
    with Kept(tmp_path, "work", Extracted) as kept:
        assert kept.find(ARTICLE) == RESULT


def test_a_changed_line_is_not_believed(tmp_path: Path) -> None:
    """A result that is not what its digest says is read again."""
    log = keep(tmp_path)
    log.write_bytes(log.read_bytes().replace(b'"dpa"', b'"AFP"'))
    with Kept(tmp_path, "work", Extracted) as kept:
        assert kept.find(ARTICLE) is None


def test_a_folder_that_cannot_be_made_is_the_callers_mistake(tmp_path: Path) -> None:
    """A file in the folder's place is named, with what to do."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be used"):
        Kept(tmp_path / "file", "work", Extracted)
