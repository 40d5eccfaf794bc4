"""Arrays of an archive, read where they lie."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from quellenlage.read.learned.stored import map_file, stored_arrays


def test_arrays_are_those_that_numpy_reads(tmp_path: Path) -> None:
    """Every kind and shape that the archive holds comes back, by name, and cannot be written."""
    file = tmp_path / "a.npz"
    whole: dict[str, NDArray[np.generic]] = {
        "bytes": np.frombuffer("Grüße".encode(), np.uint8),
        "scores": np.linspace(-3, 0, 7, dtype=np.float32),
        "table": np.arange(12, dtype=np.uint8).reshape(3, 4),
        "columns": np.asfortranarray(np.arange(6).reshape(2, 3)),
    }
    np.savez(file, **whole)  # type: ignore[arg-type]  # numpy's stub takes the names for its own option
    found = stored_arrays(map_file(file))
    assert found.keys() == whole.keys()
    for name, values in whole.items():
        np.testing.assert_array_equal(found[name], values)
        assert found[name].dtype == values.dtype
        assert not found[name].flags.writeable


def test_a_compressed_archive_is_refused(tmp_path: Path) -> None:
    """What would have to be unpacked cannot be read where it lies."""
    file = tmp_path / "a.npz"
    np.savez_compressed(file, numbers=np.zeros(100))
    with pytest.raises(ValueError, match="compressed"):
        stored_arrays(map_file(file))
