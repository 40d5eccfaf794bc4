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


def _pages() -> list[object]:
    """Return each page's commands that are the program's own; installing is the business of .ci/run."""
    pages: list[object] = []
    for page in PAGES:
        blocks = _CONSOLE.findall(page.read_text(encoding="utf-8"))
        commands = [found for block in blocks for found in _commands(block) if found[0].startswith("quellenlage ")]
        if commands:
            pages.append(pytest.param(commands, id=str(page.relative_to(ROOT))))
    return pages


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with the examples, in which a command may write."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("commands", _pages())
def test_console_blocks(commands: list[tuple[str, list[str]]], desk: Path) -> None:
    """A page's commands, one after another, end without a mistake and print the lines shown; `…` stands for any."""
    binaries = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}", "LANG": "en_US.UTF-8"}
    environment.pop("LC_ALL", None)
    for command, expected in commands:
        result = subprocess.run(
            command, shell=True, cwd=desk, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert result.returncode in (0, 1), f"{command}: {result.stderr}"
        shown = [line.rstrip() for line in result.stdout.splitlines()]
        assert _stands_in(expected, shown), f"{command}\n" + "\n".join(shown)


def _stands_in(expected: list[str], shown: list[str]) -> bool:
    """Say whether the expected lines stand among those shown, in order; `…` parts runs of lines."""
    place = 0
    for run in "\n".join(line.rstrip() for line in expected).split("…"):
        lines = run.strip("\n").split("\n") if run.strip("\n") else []
        while place + len(lines) <= len(shown) and shown[place : place + len(lines)] != lines:
            place += 1
        if place + len(lines) > len(shown):
            return False
        place += len(lines)
    return True


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
