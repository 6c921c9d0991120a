from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse.folder import DataFolder
from warehouse.store import Warehouse


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with Warehouse.open(DataFolder(tmp_path / "data")) as opened:
        yield opened
