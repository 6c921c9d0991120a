"""The main job on the sample documents: what is found, that a rerun changes nothing, that order does not matter."""

import difflib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import call
from flows.consolidate import consolidate
from flows.ingest import ingest
from flows.normalize import normalize
from flows.publish import publish
from flows.resolve import resolve
from flows.settings import Settings
from flows.stage import DocumentChoice, StageReport
from flows.timeline import timeline
from tests.flows.conftest import SAMPLES
from tests.flows.deviations import describe, deviations, found_rows, read_truth
from warehouse.folder import DataFolder
from warehouse.reading import query_release
from warehouse.store import Warehouse

Samples = tuple[Settings, list[StageReport]]
EXPECTED = SAMPLES / "expected"


def parquet_bytes(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((data / "stable" / "parquet").iterdir())}


def compare_with_golden(path: Path, lines: list[str]) -> None:
    """Show the difference as a diff; `make golden` accepts it."""
    text = "".join(f"{line}\n" for line in lines)
    if os.environ.get("CHRONOFIL_ACCEPT_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert "".join(difflib.unified_diff(before, text.splitlines(keepends=True), "golden", "now")) == ""


def test_every_sample_has_its_truth() -> None:
    truth = read_truth(EXPECTED)
    samples = {path.stem for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md", ".html")}
    assert samples <= truth.keys()
    assert len(truth) >= 12


def test_the_rows_are_those_of_the_golden_file(samples_run: Samples) -> None:
    settings, _ = samples_run
    lines = [f"{row['external_id']}: {describe(row)}" for row in found_rows(settings.data)]
    compare_with_golden(EXPECTED / "rows.tsv", lines)


def test_they_differ_from_the_truth_only_in_known_ways(samples_run: Samples) -> None:
    settings, _ = samples_run
    compare_with_golden(EXPECTED / "deviations.tsv", list(deviations(settings.data, read_truth(EXPECTED))))


def test_nothing_is_rejected_and_something_is_found(samples_run: Samples) -> None:
    _, reports = samples_run
    assert sum(report.documents_rejected for report in reports) == 0
    assert reports[0].documents_new == len(read_truth(EXPECTED))
    assert reports[-1].is_new_release


def test_a_second_run_changes_nothing(samples_run: Samples) -> None:
    settings, first = samples_run
    before = parquet_bytes(settings.data)
    reports = timeline([str(SAMPLES)], settings)
    done = [(report.documents_new, report.documents_changed, report.events_added) for report in reports]
    assert done == [(0, 0, 0)] * 5
    assert (reports[-1].release, reports[-1].is_new_release) == (first[-1].release, False)
    assert parquet_bytes(settings.data) == before


def test_another_order_and_three_parts_give_the_same_bytes(samples_run: Samples, tmp_path: Path) -> None:
    settings, _ = samples_run
    files = sorted((path for path in SAMPLES.iterdir() if path.is_file()), reverse=True)
    other = Settings(data=tmp_path / "data", batch_documents=2)
    for number in range(3):
        part = tmp_path / f"part{number}"
        part.mkdir()
        for file in files[number::3]:
            shutil.copy(file, part)
        timeline([str(part)], other)
    assert parquet_bytes(other.data) == parquet_bytes(settings.data)


def test_each_stage_reruns_alone_and_gives_the_same(samples_run: Samples) -> None:
    settings, first = samples_run
    document = found_rows(settings.data, "SELECT min(document_id) AS document_id FROM documents")[0]["document_id"]
    everything = DocumentChoice(is_all=True)
    assert normalize(DocumentChoice(document_ids=(document,)), settings).documents_changed == 1
    assert resolve(everything, settings).documents_changed == first[0].documents_new
    assert consolidate(everything, settings).events_changed == 0
    report = publish(settings)
    assert (report.release, report.is_new_release) == (first[-1].release, False)


def test_publishing_half_done_work_is_refused(samples_run: Samples, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    ingest([str(SAMPLES / "fr-geneve-apres.txt")], settings)
    with pytest.raises(Exception, match="wait for normalize"):
        publish(settings)


def test_a_failing_document_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import flows.normalize as stage

    def fail_on_one(document: object, **arguments: object) -> list[object]:
        if getattr(document, "external_id", None) == "fr-geneve-apres":
            raise ZeroDivisionError("made to fail")
        return []

    monkeypatch.setattr(stage, "find_mentions", fail_on_one)
    settings = Settings(data=tmp_path)
    reports = timeline([str(SAMPLES / "fr-geneve-apres.txt"), str(SAMPLES / "fr-geneve-avant.txt")], settings)
    assert [row["external_id"] for row in found_rows(settings.data, "SELECT external_id FROM documents")] == [
        "fr-geneve-avant"]
    assert sum(report.documents_rejected for report in reports) == 1
    with Warehouse.open(DataFolder(tmp_path)) as warehouse:
        rejected = warehouse.rows("SELECT location, reason_code, detail_text FROM rejected_documents")
    assert [(row["location"], row["reason_code"]) for row in rejected] == [("fr-geneve-apres", "stage_failed")]
    assert "made to fail" in rejected[0]["detail_text"]


def test_unusable_input_is_rejected_with_its_reason_and_the_run_goes_on(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(SAMPLES / "fr-geneve-apres.txt", inbox)
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "binary.txt").write_bytes(b"PK\x03\x04\x00\x00" * 20)
    (inbox / "undecodable.txt").write_bytes(bytes(range(128, 160)) * 20)
    (inbox / "large.txt").write_bytes(b"x" * 50_000)
    (inbox / "records.jsonl").write_bytes(b'{"id": "a", "text": 5}\n{"id": "b"}\nnot json\n')
    settings = Settings(data=tmp_path / "data", max_document_bytes=40_000)
    reports = timeline([str(inbox)], settings)
    with Warehouse.open(DataFolder(settings.data)) as warehouse:
        rows = warehouse.rows("SELECT location, reason_code FROM rejected_documents ORDER BY ALL")
    reasons = {Path(row["location"]).name: row["reason_code"] for row in rows}
    assert reasons == {"empty.txt": "empty", "binary.txt": "binary", "undecodable.txt": "undecodable",
                       "large.txt": "too_large", "records.jsonl:3": "bad_record", "a": "bad_record", "b": "no_body"}
    assert sum(report.documents_rejected for report in reports) == len(reasons)
    assert len(found_rows(settings.data, "SELECT document_id FROM documents")) == 1


def test_a_reader_is_answered_while_a_run_is_writing(samples_run: Samples) -> None:
    settings, _ = samples_run
    folder = DataFolder(settings.data)
    script = (
        "import sys, duckdb\n"
        "with duckdb.connect(sys.argv[1], read_only=True) as connection:\n"
        "    print(len(connection.execute(\"SELECT * FROM events_between('2020-01-01', '2020-12-31')\").fetchall()))"
    )
    with folder.locked(print), Warehouse.open(folder) as warehouse, warehouse.transaction():
        warehouse.connection.execute("UPDATE events SET confidence = 0")
        path = str((folder.stable / "events.duckdb").resolve())
        done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
        warehouse.connection.execute("UPDATE events SET confidence = 1")
        warehouse.connection.rollback()
        warehouse.connection.begin()
    expected = query_release(folder, "SELECT count(*) FROM events_between('2020-01-01', '2020-12-31')")[1]
    assert [(int(done.stdout),)] == expected
    assert int(done.stdout) > 0


def test_status_tells_what_was_rejected_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    data = tmp_path / "data"
    assert call(["run", str(tmp_path / "empty.txt"), "--data", str(data)]) == 3
    capsys.readouterr()
    assert call(["status", "--data", str(data), "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert [(row["stage"], row["reason_code"]) for row in status["rejected"]] == [("ingest", "empty")]
    assert status["stages"]["ingest"]["documents_rejected"] == 1
    assert status["release"]


def test_a_language_without_words_gives_dates_and_no_events(tmp_path: Path) -> None:
    text = "AMSTERDAM, 12 maart 2021 - De premier ontving vrijdag zijn gast. Volgende week spreken zij opnieuw."
    (tmp_path / "dutch.txt").write_text(text, encoding="utf-8")
    settings = Settings(data=tmp_path / "data")
    reports = timeline([str(tmp_path / "dutch.txt")], settings)
    assert sum(report.documents_rejected for report in reports) == 0
    assert found_rows(settings.data, "SELECT language FROM documents") == [{"language": "nl"}]
    assert {"timex_value": "2021-03-12"} in found_rows(settings.data, "SELECT timex_value FROM date_expressions")
    assert found_rows(settings.data, "SELECT * FROM events") == []
