"""The published bytes do not depend on the order in which documents came, nor on the batches they came in."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from flows.consolidate import consolidate
from flows.fingerprints import stage_hashes
from flows.publish import publish
from flows.settings import Settings
from flows.stage import StageReport
from tests.flows.test_samples import parquet_bytes
from warehouse.folder import DataFolder
from warehouse.stages import WRITES, keep_results
from warehouse.store import Warehouse

Samples = tuple[Settings, list[StageReport]]
COPIED = ("raw_documents", "sources")


@pytest.mark.parametrize("seed", range(20))
def test_any_order_in_any_parts_gives_the_same_bytes(samples_run: Samples, tmp_path: Path, seed: int) -> None:
    shuffle(samples_run[0], tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20, 220))
def test_many_orders_in_many_parts_give_the_same_bytes(samples_run: Samples, tmp_path: Path, seed: int) -> None:
    shuffle(samples_run[0], tmp_path, seed)


def shuffle(settings: Settings, tmp_path: Path, seed: int) -> None:
    """Consolidate the samples in another order and other parts (all at once, 7 parts, one by one), with reruns."""
    other = Settings(data=tmp_path, batch_documents=1 + seed % 5)
    chance = random.Random(seed)
    with Warehouse.open(DataFolder(settings.data)) as warehouse:
        documents = [row["document_id"] for row in warehouse.rows("SELECT document_id FROM documents ORDER BY ALL")]
        chance.shuffle(documents)
        exported = [
            (part, warehouse.export_batch(tmp_path / f"part{number}", part, (*WRITES["normalize"], *WRITES["resolve"])))
            for number, part in enumerate(parts(documents, count_of_parts(seed, len(documents))))
        ]
        copied = {name: warehouse.rows(f"SELECT * FROM {name}") for name in COPIED}
    with Warehouse.open(DataFolder(other.data)) as warehouse, warehouse.transaction():
        for name, rows in copied.items():
            warehouse.insert(name, rows)
    for part, batch in exported:
        with Warehouse.open(DataFolder(other.data)) as warehouse:
            keep_results(warehouse, "normalize", stage_hashes("normalize"), part, batch)
            keep_results(warehouse, "resolve", stage_hashes("resolve"), part, batch)
        consolidate(settings=other)
        if chance.random() < 0.2:
            again = consolidate(settings=other)
            assert (again.events_added, again.events_changed, again.events_removed) == (0, 0, 0)
    publish(other)
    assert parquet_bytes(other.data) == parquet_bytes(settings.data)


def count_of_parts(seed: int, documents: int) -> int:
    """Every tenth order comes one by one, every fifth in 7 parts, the others in 1 to 3."""
    return documents if seed % 10 == 0 else 7 if seed % 5 == 0 else 1 + seed % 3


def parts(documents: Sequence[str], count: int) -> list[Sequence[str]]:
    return [documents[number::count] for number in range(count) if documents[number::count]]
