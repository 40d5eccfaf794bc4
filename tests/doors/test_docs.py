"""The blocks of the documentation run, and print what they say they print."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def _commands(block: str) -> list[tuple[str, list[str]]]:
    """Part a console block into commands and the lines that follow each."""
    commands: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
    return commands


def _blocks() -> list[object]:
    """Return the commands of every page that are the program's own; installing is the business of .ci/run."""
    return [
        pytest.param(command, expected, id=f"{page.relative_to(ROOT)}:{command[:40]}")
        for page in PAGES
        for block in _CONSOLE.findall(page.read_text(encoding="utf-8"))
        for command, expected in _commands(block)
        if command.startswith("quellenlage ")
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with the examples, in which a command may write."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize(("command", "expected"), _blocks())
def test_console_blocks(command: str, expected: list[str], desk: Path) -> None:
    """A command in the docs ends without a mistake and prints the lines shown; a line `…` stands for any lines."""
    binaries = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}", "LANG": "en_US.UTF-8"}
    environment.pop("LC_ALL", None)
    result = subprocess.run(
        command, shell=True, cwd=desk, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode in (0, 1), result.stderr
    pattern = r"\n".join(r"(?:.*\n?)*?" if line.strip() == "…" else re.escape(line.rstrip()) for line in expected)
    shown = "\n".join(line.rstrip() for line in result.stdout.splitlines())
    assert re.search(pattern, shown), shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file of the repository leads to a file that is there."""
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_blocks(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python blocks of a page run one after another, and their output is what the page shows."""
    monkeypatch.chdir(desk)
    source = "\n".join(_PYTHON.findall(page.read_text(encoding="utf-8")))
    parsed = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(parsed)
    assert failed == 0
