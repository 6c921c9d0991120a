"""The published bytes do not depend on how many documents a batch holds."""

from pathlib import Path

import pytest

from flows.settings import Settings
from flows.timeline import timeline
from tests.benchmarks.news import news
from tests.flows.test_samples import parquet_bytes
from warehouse.folder import DataFolder
from warehouse.reading import query_release

DOCUMENTS = 9


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """News in six languages, one of them twice under another name."""
    folder = tmp_path_factory.mktemp("inbox")
    for one in news(DOCUMENTS - 1):
        (folder / f"{one.doc_id}.txt").write_text(one.text, encoding="utf-8")
    (folder / "again.txt").write_text(next(news(1)).text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def one_by_one(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(inbox, tmp_path_factory.mktemp("batches1"), 1)


@pytest.mark.parametrize("size", [7, 500])
def test_any_size_of_batch_gives_the_same_bytes(inbox: Path, one_by_one: Path, tmp_path: Path, size: int) -> None:
    assert parquet_bytes(published(inbox, tmp_path, size)) == parquet_bytes(one_by_one)


def test_the_batches_published_every_document_and_what_it_tells(one_by_one: Path) -> None:
    counts = query_release(DataFolder(one_by_one), "SELECT (SELECT count(*) FROM documents), count(*) FROM events")[1]
    documents, events = counts[0]
    assert documents == DOCUMENTS
    assert events > 2 * DOCUMENTS


def published(inbox: Path, data: Path, size: int) -> Path:
    """The working folder after a run with batches of one size."""
    reports = timeline([str(inbox)], Settings(data=data, batch_documents=size))
    assert sum(report.documents_rejected for report in reports) == 0
    return data
