from pathlib import Path

import pytest

from warehouse.folder import DataFolder
from warehouse.stages import Selection, mark_done, stale_documents
from warehouse.store import Warehouse
from warehouse.tables import TABLES

HASHES = {"fr": "h-fr", "en": "h-en", "und": "h-und"}


def add_document(warehouse: Warehouse, name: str, language: str | None, published: str | None = None) -> None:
    warehouse.connection.execute(
        "INSERT INTO raw_documents BY NAME SELECT ? AS document_id, 1 AS version, 'files' AS source_id,"
        " 'text/plain' AS media_type, ? AS content_sha256, 1 AS size_bytes", [name, f"sha-{name}"])
    if language:
        warehouse.connection.execute(
            "INSERT INTO documents BY NAME SELECT ? AS document_id, 'files' AS source_id, ? AS language,"
            " 'none' AS published_basis, 'text/plain' AS media_type, 'x' AS content_sha256, 1 AS version,"
            " ?::DATE AS published_on", [name, language, published])


def test_a_failing_transaction_leaves_nothing(warehouse: Warehouse) -> None:
    with pytest.raises(RuntimeError), warehouse.transaction():
        add_document(warehouse, "a", "fr")
        raise RuntimeError
    assert warehouse.value("SELECT count(*) FROM raw_documents") == 0


def test_only_what_changed_is_stale(warehouse: Warehouse) -> None:
    add_document(warehouse, "a", "fr")
    add_document(warehouse, "b", "en")
    assert stale_documents(warehouse, "normalize", HASHES) == ["a", "b"]
    mark_done(warehouse, "normalize", HASHES, ["a", "b"])
    assert stale_documents(warehouse, "normalize", HASHES) == []
    assert stale_documents(warehouse, "normalize", HASHES | {"fr": "new words"}) == ["a"]
    warehouse.connection.execute("UPDATE raw_documents SET content_sha256 = 'other' WHERE document_id = 'b'")
    assert stale_documents(warehouse, "normalize", HASHES) == ["b"]


def test_a_stale_stage_makes_the_next_one_stale(warehouse: Warehouse) -> None:
    add_document(warehouse, "a", "fr")
    mark_done(warehouse, "normalize", HASHES, ["a"])
    mark_done(warehouse, "resolve", HASHES, ["a"])
    assert stale_documents(warehouse, "resolve", HASHES) == []
    mark_done(warehouse, "normalize", HASHES | {"fr": "new words"}, ["a"])
    assert stale_documents(warehouse, "resolve", HASHES) == ["a"]


def test_a_language_without_words_counts_as_undetermined(warehouse: Warehouse) -> None:
    add_document(warehouse, "a", "nl")
    mark_done(warehouse, "normalize", HASHES, ["a"])
    assert stale_documents(warehouse, "normalize", HASHES) == []
    assert stale_documents(warehouse, "normalize", HASHES | {"und": "other"}) == ["a"]


def test_a_choice_adds_to_the_stale_ones_or_names_them(warehouse: Warehouse) -> None:
    from datetime import date

    for name, day in (("a", "2020-01-01"), ("b", "2021-01-01"), ("c", None)):
        add_document(warehouse, name, "fr", day)
    mark_done(warehouse, "normalize", HASHES, ["a", "b", "c"])
    assert stale_documents(warehouse, "normalize", HASHES, Selection(is_all=True)) == ["a", "b", "c"]
    assert stale_documents(warehouse, "normalize", HASHES, Selection(since=date(2020, 6, 1))) == ["b"]
    assert stale_documents(warehouse, "normalize", HASHES, Selection(document_ids=("c",))) == ["c"]
    with pytest.raises(LookupError, match="no document zz"):
        stale_documents(warehouse, "normalize", HASHES, Selection(document_ids=("zz",)))


def test_a_new_layout_carries_received_rows_over_and_makes_derived_ones_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(tmp_path)
    with Warehouse.open(folder) as warehouse:
        add_document(warehouse, "a", "fr")
        mark_done(warehouse, "normalize", HASHES, ["a"])
    old_documents, old_raw = TABLES["documents"], TABLES["raw_documents"]
    shorter = {
        "documents": type(old_documents)(
            old_documents.name, old_documents.kind, old_documents.description, old_documents.key,
            tuple(column for column in old_documents.columns if column.name != "publisher")),
        "raw_documents": type(old_raw)(
            old_raw.name, old_raw.kind, old_raw.description, old_raw.key,
            tuple(column for column in old_raw.columns if column.name != "updated_text")),
    }
    monkeypatch.setattr("warehouse.store.TABLES", dict(TABLES) | shorter)
    with Warehouse.open(folder) as warehouse:
        assert warehouse.value("SELECT count(*) FROM raw_documents") == 1
        assert warehouse.value("SELECT count(*) FROM documents") == 0
        assert stale_documents(warehouse, "normalize", HASHES) == ["a"]


def test_a_second_writer_waits_and_says_so(tmp_path: Path) -> None:
    import subprocess
    import sys

    folder = DataFolder(tmp_path)
    script = (
        "import sys; from pathlib import Path; from warehouse.folder import DataFolder\n"
        "with DataFolder(Path(sys.argv[1])).locked(lambda message: print(message, flush=True)): print('in', flush=True)"
    )
    with folder.locked(print):
        other = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        message = other.stdout.readline()
        assert "waiting" in message
        assert str(tmp_path) in message
        assert other.poll() is None
    with other:
        assert other.stdout.read().strip() == "in"
    assert other.returncode == 0


def test_the_lock_can_be_taken_again_inside(tmp_path: Path) -> None:
    messages: list[str] = []
    folder = DataFolder(tmp_path)
    with folder.locked(messages.append), folder.locked(messages.append):
        pass
    assert messages == []


def test_what_a_killed_run_left_half_done_is_cleared_and_what_it_kept_stays(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.store_raw("abc", b"whole")
    (folder.raw / ".abd.1.part").write_bytes(b"ha")
    (folder.work / "old").mkdir(parents=True)
    folder.clear_leftovers()
    assert [path.name for path in folder.raw.iterdir()] == ["abc"]
    assert not folder.work.exists()
