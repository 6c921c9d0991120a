import json
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from warehouse.checks import run_checks
from warehouse.reading import event_in_full, query_release, timeline_rows
from warehouse.release import current_version, make_release
from warehouse.store import Warehouse
from warehouse.tables import PUBLISHED_TABLES

SENTENCE = "La ministre a reçu son homologue le 3 mars 2021."


def fill(warehouse: Warehouse) -> None:
    """One document, one mention, one event of made-up people."""
    run = warehouse.connection.execute
    run("INSERT INTO sources VALUES ('files', 'Files', 'files', '', 'full')")
    run("INSERT INTO event_types BY NAME SELECT 'meeting' AS event_type, 'Meeting' AS name, true AS is_core,"
        " 'People meet.' AS description")
    run("INSERT INTO actors BY NAME SELECT 'unk.ana-lopa' AS actor_id, 'Ana Lopa' AS name, 'person' AS kind")
    run("INSERT INTO documents BY NAME SELECT 'd1' AS document_id, 'one' AS external_id, 'files' AS source_id,"
        " 'fr' AS language, DATE '2021-03-04' AS published_on, 'declared' AS published_basis,"
        " 'text/plain' AS media_type, ? AS text, 'sha' AS content_sha256, 1 AS version", [SENTENCE])
    run("INSERT INTO event_mentions BY NAME SELECT 'm1' AS mention_id, 'm1' AS event_id, 'd1' AS document_id,"
        " 'text' AS text_field, 'meeting' AS event_type, 'in_person' AS medium, 'held' AS status,"
        " 'reçu' AS trigger_text, 14 AS trigger_start, 18 AS trigger_end, 0 AS char_start, length(?) AS char_end,"
        " ? AS sentence_text, false AS is_quoted, DATE '2021-03-03' AS date_start, DATE '2021-03-03' AS date_end,"
        " 'fr.meeting' AS rule_id, 0.9 AS confidence, 0 AS clause_start, 9 AS clause_end, false AS is_background",
        [SENTENCE, SENTENCE])
    run("INSERT INTO mention_participants BY NAME SELECT 'm1' AS mention_id, 0 AS position,"
        " 'unk.ana-lopa' AS actor_id, 'Ana Lopa' AS name, 'person' AS kind, 'host' AS role, 'La ministre' AS name_text,"
        " 'd1' AS document_id, false AS is_titled_only, false AS is_former")
    run("INSERT INTO events BY NAME SELECT 'm1' AS event_id, 'meeting' AS event_type, 'in_person' AS medium,"
        " 'Meeting: Ana Lopa' AS title, 'held' AS status, DATE '2021-03-03' AS date_start,"
        " DATE '2021-03-03' AS date_end, false AS has_date_conflict, 1 AS document_count, 1 AS source_count,"
        " 1 AS mention_count, 0.9 AS confidence, 1 AS version, DATE '2021-03-04' AS last_published_on")
    run("INSERT INTO event_participants BY NAME SELECT 'm1' AS event_id, 'unk.ana-lopa' AS actor_id,"
        " 'Ana Lopa' AS name, 'person' AS kind, 'host' AS role, 1 AS mention_count")
    run("INSERT INTO event_aliases VALUES ('m1', 'm1', 'first'), ('m0', 'm1', 'merged')")


def test_sound_data_pass_every_check(warehouse: Warehouse) -> None:
    fill(warehouse)
    assert [result.check.check_id for result in run_checks(warehouse) if result.failing_rows] == []


@pytest.mark.parametrize(("damage", "check"), [
    ("UPDATE event_mentions SET event_id = NULL", "mentions.all_merged"),
    ("UPDATE event_mentions SET event_id = 'other'", "event_mentions.event_id.known"),
    ("DELETE FROM event_mentions", "events.have_mentions"),
    ("DELETE FROM event_aliases WHERE alias_id = 'm1'", "events.own_alias"),
    ("UPDATE events SET mention_count = 2", "events.counts"),
    ("UPDATE events SET document_count = 2", "events.counts"),
    ("UPDATE events SET date_start = DATE '2021-03-06', date_end = DATE '2021-03-06'", "events.held_not_ahead"),
    ("UPDATE event_mentions SET char_start = 1", "mentions.sentence_in_text"),
    ("UPDATE event_participants SET actor_id = 'per.nobody'", "event_participants.actor_id.known"),
    ("UPDATE documents SET source_id = 'nowhere'", "documents.source_id.known"),
])
def test_a_damaged_row_is_found_and_shown(warehouse: Warehouse, damage: str, check: str) -> None:
    fill(warehouse)
    warehouse.connection.execute(damage)
    failed = {result.check.check_id: result for result in run_checks(warehouse) if result.failing_rows}
    assert check in failed
    assert json.loads(failed[check].sample_text or "[]")


def test_a_release_has_every_table_twice_and_explains_itself(warehouse: Warehouse) -> None:
    fill(warehouse)
    release = make_release(warehouse)
    manifest = json.loads((release.path / "manifest.json").read_text())
    assert manifest["version"] == release.version == current_version(warehouse.folder)
    assert manifest["tables"].keys() == {table.name for table in PUBLISHED_TABLES}
    for table in PUBLISHED_TABLES:
        file = pq.ParquetFile(release.path / "parquet" / f"{table.name}.parquet")
        names = [column.name for column in table.columns if column.is_published]
        assert file.schema_arrow.names == names
        assert all(field.metadata[b"description"] for field in file.schema_arrow)
        assert file.metadata.row_group(0).column(0).compression == "ZSTD" if file.metadata.num_rows else True
    with duckdb.connect(str(release.path / "events.duckdb"), read_only=True) as connection:
        uncommented = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_name)"
            " WHERE c.comment IS NULL").fetchall()
    assert uncommented == []


def test_the_same_data_make_no_new_release_and_the_same_bytes(warehouse: Warehouse, tmp_path: Path) -> None:
    fill(warehouse)
    first = make_release(warehouse)
    bytes_before = {file.name: file.read_bytes() for file in (first.path / "parquet").iterdir()}
    again = make_release(warehouse)
    assert (again.version, again.is_new) == (first.version, False)
    warehouse.connection.execute("UPDATE events SET confidence = 0.5")
    other = make_release(warehouse)
    assert other.is_new
    assert other.version != first.version
    assert first.path.exists(), "earlier releases stay"
    warehouse.connection.execute("UPDATE events SET confidence = 0.9")
    back = make_release(warehouse)
    assert back.version == first.version
    assert current_version(warehouse.folder) == first.version
    assert {file.name: file.read_bytes() for file in (back.path / "parquet").iterdir()} == bytes_before
    assert sorted(path.name for path in warehouse.folder.releases.iterdir()) == sorted([first.version, other.version])


def test_views_and_macros_answer(warehouse: Warehouse) -> None:
    fill(warehouse)
    make_release(warehouse)
    rows, count = timeline_rows(warehouse.folder, 10)
    assert count == 1
    assert (rows[0]["when"], rows[0]["who"]) == ("2021-03-03", "Ana Lopa")
    for sql, expected in (
        ("SELECT event_id FROM events_between('2021-01-01', '2021-12-31')", [("m1",)]),
        ("SELECT event_id FROM events_between('2021-03-03', '2021-03-03')", [("m1",)]),
        ("SELECT event_id FROM events_between('2021-03-04', '2021-12-31')", []),
        ("SELECT event_id FROM events_of('lopa')", [("m1",)]),
        ("SELECT event_id FROM search('homologue RECU')", [("m1",)]),
        ("SELECT event_id FROM search('homologue absent')", []),
        ("SELECT * FROM who_met_whom", []),
    ):
        assert query_release(warehouse.folder, sql)[1] == expected, sql


def test_any_id_leads_to_its_event(warehouse: Warehouse) -> None:
    fill(warehouse)
    make_release(warehouse)
    assert event_in_full(warehouse.folder, "m0")["event_id"] == "m1"
    assert event_in_full(warehouse.folder, "m1")["mentions"][0]["sentence_text"] == SENTENCE
    with pytest.raises(LookupError, match="no event nope"):
        event_in_full(warehouse.folder, "nope")


def test_a_query_sees_the_release_alone(warehouse: Warehouse, tmp_path: Path) -> None:
    fill(warehouse)
    make_release(warehouse)
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with pytest.raises(duckdb.Error):
        query_release(warehouse.folder, f"SELECT * FROM read_csv('{tmp_path / 'secret.csv'}')")
    with pytest.raises(duckdb.Error):
        query_release(warehouse.folder, "DELETE FROM events")


@pytest.mark.parametrize(("publish_text", "text", "sentence"), [
    ("full", SENTENCE, SENTENCE), ("sentence", None, SENTENCE), ("none", None, "")])
def test_a_release_shows_no_more_text_than_the_source_allows(
    warehouse: Warehouse, publish_text: str, text: str | None, sentence: str
) -> None:
    fill(warehouse)
    warehouse.connection.execute("UPDATE sources SET publish_text = ?", [publish_text])
    make_release(warehouse)
    assert query_release(warehouse.folder, "SELECT text FROM documents")[1] == [(text,)]
    assert query_release(warehouse.folder, "SELECT sentence_text FROM event_mentions")[1] == [(sentence,)]


def test_an_old_reader_keeps_its_release_while_a_new_one_is_switched_in(warehouse: Warehouse) -> None:
    fill(warehouse)
    make_release(warehouse)
    path = (warehouse.folder.stable / "events.duckdb").resolve()
    with duckdb.connect(str(path), read_only=True) as reader:
        warehouse.connection.execute("UPDATE events SET confidence = 0.5")
        make_release(warehouse)
        assert reader.execute("SELECT confidence FROM events").fetchall() == [(0.9,)]
        assert query_release(warehouse.folder, "SELECT confidence FROM events")[1] == [(0.5,)]
