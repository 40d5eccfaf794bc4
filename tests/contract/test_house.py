"""The house rules that no other tool checks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

WALL = 400  # lines, CONTRIBUTING.md
LONGEST_FUNCTION = 40  # lines of code and comments, the docstring aside


def _python_files(root: Path, *folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (root / folder).rglob("*.py"))


def _functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body
    first = body[1] if ast.get_docstring(function) and len(body) > 1 else body[0]
    return (function.end_lineno or first.lineno) - first.lineno + 1


def test_files_stay_below_the_wall(root: Path) -> None:
    """No Python file of the project is longer than the wall."""
    files = _python_files(root, "src", "tests", "bench", "scripts")
    lengths = {str(file.relative_to(root)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {name: length for name, length in lengths.items() if length > WALL} == {}


def test_functions_stay_short(root: Path) -> None:
    """No function of the package is longer than forty lines."""
    long = [
        f"{file.relative_to(root)}:{function.lineno} {function.name}: {_length(function)} lines"
        for file in _python_files(root, "src")
        for function in _functions(file)
        if _length(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_test_says_what_it_is_for(root: Path) -> None:
    """Every test has a docstring of one sentence."""
    silent = [
        f"{file.relative_to(root)}:{function.lineno} {function.name}"
        for file in _python_files(root, "tests")
        for function in _functions(file)
        if function.name.startswith("test_") and len((ast.get_docstring(function) or "").splitlines()) != 1
    ]
    assert silent == []


def test_every_test_asserts(root: Path) -> None:
    """No test ends without an assertion, an expected error, or a function of its module that asserts."""
    idle = []
    for file in _python_files(root, "tests"):
        functions = list(_functions(file))
        checking = {function.name for function in functions if any(map(_asserts, ast.walk(function)))}
        idle += [
            f"{file.relative_to(root)}:{function.lineno} {function.name}"
            for function in functions
            if function.name.startswith("test_") and not (checking & {function.name, *_calls(function)})
        ]
    assert idle == []


def _asserts(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return _name(node) in {"raises", "fail"} or str(_name(node)).startswith("assert_")
    return isinstance(node, ast.Assert)


def _calls(function: ast.AST) -> set[str]:
    return {str(_name(node)) for node in ast.walk(function) if isinstance(node, ast.Call)}


def _name(call: ast.Call) -> str | None:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", None)


@pytest.mark.parametrize("word", ["utils.py", "helpers.py", "misc.py", "common.py"])
def test_no_module_without_a_subject(root: Path, word: str) -> None:
    """No module is named after nothing in particular."""
    assert [file for file in _python_files(root, "src") if file.name == word] == []


def test_no_machine_paths(root: Path) -> None:
    """No file of the project names a folder of the machine on which it was written."""
    marks = tuple(f"/{folder}/" for folder in ("work", "root", "farm"))
    files = [
        file
        for folder in ("src", "tests", "bench", "scripts", "docs", "examples")
        for file in (root / folder).rglob("*")
        if file.suffix in {".py", ".md", ".toml", ".json", ".html", ".txt"} and file.name != "test_house.py"
    ]
    assert [str(f) for f in files if any(mark in f.read_text(encoding="utf-8") for mark in marks)] == []
