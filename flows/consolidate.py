"""Stage 4: which mentions are the same event?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_table_artifact

from flows.fingerprints import stage_hash, stage_hashes
from flows.gazetteer import load_gazetteer
from flows.progress import Progress
from flows.reference import replace_reference
from flows.seed_tables import load_seeds
from flows.settings import Settings
from flows.stage import TASK_OPTIONS, DocumentChoice, StageReport, StageRun, now, run_name, stage_run
from transforms.records import Correction, Document, Mention, Withdrawal
from transforms.timeline.blocking import group_keys
from transforms.timeline.consolidate import consolidate as consolidate_mentions
from transforms.timeline.corrections import parse_corrections
from warehouse import groups
from warehouse.batches import read_batch, write_batch
from warehouse.folder import DataFolder
from warehouse.rows import Row, join_participants, record_row, row_record
from warehouse.stages import mark_done, stale_documents

ARTIFACT_ROWS = 200
READS = ("documents", "event_mentions", "mention_participants")


@flow(name="consolidate", flow_run_name=run_name)
def consolidate(choice: DocumentChoice | None = None, settings: Settings | None = None) -> StageReport:
    """Merge mentions into events, in every group that stale documents (or those chosen) touch."""
    settings = settings or Settings()
    corrections = _read_corrections(settings)
    hashes = _hashes(corrections)
    with stage_run("consolidate", settings) as run:
        warehouse = run.warehouse
        stale = stale_documents(warehouse, "consolidate", hashes, (choice or DocumentChoice()).selection())
        removed = groups.removed_documents(warehouse)
        touched = _touched_mentions(run, stale, removed, corrections)
        newest = warehouse.value("SELECT max(published_on) FROM documents")
        outputs: list[Path] = []
        with Progress("consolidate", len(touched), "mentions") as progress:
            for number, part in enumerate(groups.whole_groups(warehouse, touched, settings.batch_documents)):
                folder = run.work / f"groups-{number:05d}"
                exported = groups.export_mentions(warehouse, folder / "in", part)
                withdrawals = groups.withdrawals_of(warehouse, part)
                outputs.append(consolidate_groups(exported, folder / "out", corrections, withdrawals, newest))
                progress.add(len(part))
        with warehouse.transaction():
            _keep_events(run, touched, outputs)
            mark_done(warehouse, "consolidate", hashes, stale)
        _show_new_events(run)
        replace_reference(warehouse, stage_hash("consolidate"), is_changed=bool(stale or removed))
        run.count("documents_seen", len(stale))
        run.count("documents_changed", len(stale))
        return run.report()


@task(name="consolidate groups", task_run_name="consolidate {folder.parent.name}", tags=["consolidate"], **TASK_OPTIONS)
def consolidate_groups(
    exported: Path,
    folder: Path,
    corrections: Sequence[Correction],
    withdrawals: Sequence[Withdrawal],
    newest_published_on: date | None,
) -> Path:
    """Consolidate whole groups of mentions: Parquet in, Parquet out."""
    timeline = consolidate_mentions(
        {row["document_id"]: row_record(Document, row) for row in read_batch(exported, "documents")},
        list(_mentions(exported)),
        places=load_gazetteer().places_by_id,
        event_types={kind.event_type: kind for kind in load_seeds().event_types},
        corrections=corrections,
        newest_published_on=newest_published_on,
        withdrawals=withdrawals,
        actors=load_gazetteer().actors,
    )
    return write_batch(folder, {
        "events": map(record_row, timeline.events),
        "event_participants": map(record_row, timeline.participants),
        "event_aliases": map(record_row, timeline.aliases),
        "event_history": map(record_row, timeline.history),
    })


def _hashes(corrections: Sequence[Correction]) -> dict[str, str]:
    return {code: f"{digest}:{corrections!r}" for code, digest in stage_hashes("consolidate").items()}


def _read_corrections(settings: Settings) -> list[Correction]:
    path = DataFolder(settings.data).corrections
    return parse_corrections(path.read_text(encoding="utf-8")) if path.exists() else []


def _mentions(exported: Path) -> Iterable[Mention]:
    return join_participants(read_batch(exported, "event_mentions"), read_batch(exported, "mention_participants"))


def _touched_mentions(
    run: StageRun, stale: Sequence[str], removed: Sequence[str], corrections: Sequence[Correction]
) -> list[str]:
    """Mentions of every group that the stale and removed documents belonged to before or belong to now."""
    warehouse = run.warehouse
    before = groups.connected(
        warehouse, [*groups.mentions_of(warehouse, [*stale, *removed]), *groups.overdue_plans(warehouse)]
    )
    with warehouse.transaction():
        groups.replace_keys(warehouse, removed, [])
        for folder, document_ids in run.batches(stale):
            exported = warehouse.export_batch(folder / "keys", document_ids, READS)
            groups.replace_keys(warehouse, document_ids, _key_rows(exported, corrections))
    return groups.connected(warehouse, [*before, *groups.mentions_of(warehouse, stale)])


def _key_rows(exported: Path, corrections: Sequence[Correction]) -> Iterable[Row]:
    mentions: dict[str, list[Mention]] = {}
    for mention in _mentions(exported):
        mentions.setdefault(mention.document_id, []).append(mention)
    for row in read_batch(exported, "documents"):
        document = row_record(Document, row)
        told = mentions.get(document.document_id, [])
        for mention_id, keys in group_keys(document, told, load_gazetteer().places_by_id, corrections).items():
            for key in sorted(keys):
                yield {"mention_id": mention_id, "group_key": key, "document_id": document.document_id}


def _keep_events(run: StageRun, touched: Sequence[str], outputs: Sequence[Path]) -> None:
    changes = groups.replace_events(run.warehouse, touched, outputs)
    changed_at = now()
    run.warehouse.insert("event_changes", [
        {"run_id": run.run_id, "event_id": event_id, "change_code": change, "changed_at": changed_at}
        for event_id, change in changes.items()
    ])
    for change in changes.values():
        run.count(f"events_{change}")


def _show_new_events(run: StageRun) -> None:
    """Leave the events this run added as a table on the flow run's page."""
    rows = run.warehouse.rows(
        "SELECT e.date_start, e.date_end, e.event_type, e.title, e.status, e.document_count, e.event_id"
        " FROM events e JOIN event_changes c USING (event_id) WHERE c.run_id = ? AND c.change_code = 'added'"
        " ORDER BY e.date_start NULLS LAST, e.event_id LIMIT ?", [run.run_id, ARTIFACT_ROWS],
    )
    if rows:
        table = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
        create_table_artifact(
            table=table, key="new-events", description=f"{run.counts['events_added']} events not known before"
        )


