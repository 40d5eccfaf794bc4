"""The dossier of the example reports is the one that a person has read."""

import subprocess
import sys
from pathlib import Path


def test_golden_dossiers(root: Path) -> None:
    """What the program prints now equals the golden files; `python scripts/golden.py` writes them anew."""
    script = str(root / "scripts" / "golden.py")
    result = subprocess.run([sys.executable, script, "--check"], capture_output=True, check=False)
    assert result.returncode == 0, result.stdout.decode("utf-8", "replace")
