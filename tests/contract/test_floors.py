"""The floors of ARCHITECTURE.md, enforced."""

import subprocess
import sys
from pathlib import Path


def test_imports_go_down_only(root: Path) -> None:
    """Every import-linter contract of pyproject.toml is kept."""
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([str(linter), "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_importing_the_package_is_cheap() -> None:
    """`import quellenlage` loads no room and no third-party library."""
    script = (
        "import sys; before = set(sys.modules); import quellenlage; "
        "print('\\n'.join(sorted({name.split('.')[0] for name in set(sys.modules) - before})))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(result.stdout.split()) - set(sys.stdlib_module_names)
    assert loaded == {"quellenlage"}
