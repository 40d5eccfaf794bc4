"""The package as its users see it."""

import subprocess
import sys
from importlib import import_module

import pytest

import quellenlage as ql


def test_exported_names_are_there() -> None:
    """Every name of `__all__` is a thing of the api."""
    api = import_module("quellenlage.api")
    assert {name: getattr(ql, name) for name in ql.__all__} == {name: getattr(api, name) for name in ql.__all__}


def test_functions_are_not_hidden_by_rooms() -> None:
    """Importing the rooms `read` and `dossier` leaves the functions of these names where they are."""
    import_module("quellenlage.read")
    import_module("quellenlage.dossier")
    assert callable(ql.read)
    assert callable(ql.dossier)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name is told as Python tells it."""
    with pytest.raises(AttributeError, match="no attribute 'dosier'"):
        getattr(ql, "dosier")  # noqa: B009 - the name must not be known to the type checker


def test_what_the_doors_may_call_is_there() -> None:
    """Every name of the api's `__all__` is found where it lives, and nothing else."""
    api = import_module("quellenlage.api")
    for name in api.__all__:
        assert getattr(api, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'dosier'"):
        getattr(api, "dosier")  # noqa: B009 - likewise


def test_reading_loads_nothing_that_compares() -> None:
    """Whoever reads articles does not wait for what compares, tells or keeps them."""
    script = (
        "import sys; from quellenlage import api; api.stream; "
        "print(*(name for name in ('compare', 'dossier', 'store') if f'quellenlage.{name}' in sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.split() == []
