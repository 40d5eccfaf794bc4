"""The command line: what it prints, its exit codes, and one line for every mistake."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Tannwerder (dpa) - Die Brücke ist gesperrt.\n\n„Wir prüfen das“, sagte Ministerin Ada Brehm am Montag.\n"


def run(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "quellenlage", *arguments], input=stdin, cwd=cwd, capture_output=True, check=False
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with one article."""
    (tmp_path / "bruecke.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def assert_mistake(result: subprocess.CompletedProcess[bytes], what: str) -> None:
    """Check for exit code 2 and a single line that says what is wrong, without a traceback."""
    lines = result.stderr.decode().splitlines()
    assert result.returncode == 2
    assert len(lines) == 1
    assert what in lines[0]


def test_read_prints_one_reading_a_line(desk: Path) -> None:
    """Offsets count code points of the stored text, and the speaker's name is there."""
    result = run("read", "bruecke.txt", "--jsonl", "--published", "2024-05-06", cwd=desk)
    reading = json.loads(result.stdout)
    assert result.returncode == 0
    assert reading["article"]["text"] == ARTICLE
    assert reading["article"]["published"] == "2024-05-06"
    [statement] = reading["statements"]
    [[start, end]] = statement["content"]
    assert ARTICLE[start:end] == "„Wir prüfen das“"
    assert "Brehm" in statement["speaker_name"]
    assert [credit["agency"] for credit in reading["credits"]] == ["dpa"]


def test_two_runs_print_the_same_bytes(desk: Path) -> None:
    """Nothing depends on the time, the process or the order of sets."""
    first, second = (run("dossier", "bruecke.txt", "--json", cwd=desk) for _ in range(2))
    assert first.stdout == second.stdout != b""


def test_workers_change_nothing(desk: Path) -> None:
    """Two processes print what one prints."""
    rows = [json.dumps({"text": f"{ARTICLE} Nummer {number}.", "id": str(number)}) for number in range(40)]
    (desk / "viele.jsonl").write_text("\n".join(rows), encoding="utf-8")
    one, two = (run("read", "viele.jsonl", "--jsonl", "--workers", count, cwd=desk) for count in ("1", "2"))
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 40


def test_standard_input_is_read(desk: Path) -> None:
    """A dash stands for standard input."""
    result = run("read", "-", "--jsonl", stdin=ARTICLE.encode(), cwd=desk)
    assert json.loads(result.stdout)["article"]["text"] == ARTICLE


def test_gzipped_files_are_read(desk: Path) -> None:
    """A .gz of a known format is that format."""
    (desk / "b.txt.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    result = run("read", "b.txt.gz", "--jsonl", cwd=desk)
    assert json.loads(result.stdout)["article"]["text"] == ARTICLE


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["dossier"], "nothing to read"),
        (["dossier", "fehlt.txt"], "fehlt.txt does not exist"),
        (["dossier", "leer"], "no article was found"),
        (["dossier", "bruecke.txt", "--published", "2023-02-30"], "no date that exists"),
        (["dossier", "bruecke.txt", "--archive", "a.qla"], "not from both"),
        (["dossier", "--archive", "a.qla"], "there is no archive"),
        (["list", "bruecke.txt"], "is not an archive"),
        (["explain", "000000000000", "bruecke.txt"], "nothing here has the id"),
        (["dossier", "bruecke.txt", "--html", "fehlt/seite.html"], "fehlt/seite.html"),
        (["dossier", "bruecke.txt", "--unknown"], "No such option"),
        (["unknown"], "No such command"),
        (["check-language", "tlh"], "there is no language pack"),
        (["read", "bruecke.txt", "--workers", "0"], "--workers"),
        ([], "--help"),
    ],
)
def test_a_mistake_is_one_line(desk: Path, arguments: list[str], what: str) -> None:
    """The caller's mistake is told in one line that says what to do, and the exit code is 2."""
    (desk / "leer").mkdir()
    assert_mistake(run(*arguments, cwd=desk), what)


def test_a_lost_article_changes_the_exit_code_only(desk: Path) -> None:
    """One unreadable file is told on standard error; the others are read."""
    (desk / "bild.txt").write_bytes(bytes(range(256)) * 20)
    result = run("read", ".", "--jsonl", cwd=desk)
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert b"bild.txt" in result.stderr


def test_every_printed_id_can_be_explained(desk: Path) -> None:
    """Whatever id a dossier prints, `explain` knows it."""
    dossier = json.loads(run("dossier", "bruecke.txt", "--json", cwd=desk).stdout)
    ids = [dossier["articles"][0]["id"], *(statement["id"] for statement in dossier["statements"])]
    for finding in ids:
        assert run("explain", finding, "bruecke.txt", cwd=desk).returncode == 0


def test_an_archive_tells_the_same_dossier(desk: Path) -> None:
    """What was added is told as if it were read from its files, and adding it again changes nothing."""
    assert run("add", "--archive", "a.qla", "bruecke.txt", cwd=desk).returncode == 0
    again = run("add", "--archive", "a.qla", "bruecke.txt", cwd=desk)
    assert b"0 added, 1 already there" in again.stderr
    kept = run("dossier", "--archive", "a.qla", "--json", cwd=desk)
    assert kept.stdout == run("dossier", "bruecke.txt", "--json", cwd=desk).stdout


def test_html_and_markdown_are_written(desk: Path) -> None:
    """Both files are there after one command, and the page asks for nothing from a network."""
    assert run("dossier", "bruecke.txt", "--html", "s.html", "--markdown", "s.md", cwd=desk).returncode == 0
    page = (desk / "s.html").read_text(encoding="utf-8")
    assert "Wir prüfen das" in page
    assert 'src="http' not in page
    assert "Wir prüfen das" in (desk / "s.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("lang", "word"), [("de", "Bericht"), ("en", "report")])
def test_labels_are_in_the_language_asked_for(desk: Path, lang: str, word: str) -> None:
    """Labels are German or English; the quoted text stays as it is."""
    text = run("dossier", "bruecke.txt", "--lang", lang, cwd=desk).stdout.decode()
    assert word in text


def test_a_pack_without_rules_compares_all_the_same(desk: Path) -> None:
    """What needs no rules of a language is told of the article, and nothing is said to be wrong."""
    result = run("dossier", "bruecke.txt", "--language", "en", cwd=desk)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "Wir prüfen das" in result.stdout.decode()


def test_check_language_is_green() -> None:
    """Every example of the German pack holds."""
    result = run("check-language", "de")
    assert result.returncode == 0, result.stdout.decode()


def test_a_closed_pipe_is_no_error(desk: Path) -> None:
    """`| head` ends the program quietly."""
    rows = [json.dumps({"text": f"{ARTICLE} Nummer {number}.", "id": str(number)}) for number in range(300)]
    (desk / "viele.jsonl").write_text("\n".join(rows), encoding="utf-8")
    command = f"{sys.executable} -m quellenlage read viele.jsonl --jsonl | head -c 100"
    result = subprocess.run(command, shell=True, cwd=desk, capture_output=True, check=False)
    assert result.stderr == b""
    assert len(result.stdout) == 100


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(desk: Path) -> None:
    """What cannot be written is said, and the exit code tells of it."""
    command = f"{sys.executable} -m quellenlage read --fast . > /dev/full"
    result = subprocess.run(command, shell=True, cwd=desk, capture_output=True, check=False)
    assert_mistake(result, "No space left")
