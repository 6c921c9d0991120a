"""Stage 3: when did it happen, and so who held that office?"""

from __future__ import annotations

from pathlib import Path

from prefect import flow, task

from flows.gazetteer import load_gazetteer
from flows.settings import Settings
from flows.stage import (
    TASK_OPTIONS,
    DocumentChoice,
    StageReport,
    failed_document,
    run_batches,
    run_name,
    stage_run,
)
from transforms.actors.holders import name_holders
from transforms.dates.resolve import resolve_timexes
from transforms.events.dating import date_mentions
from transforms.events.whereabouts import place_mentions
from transforms.records import Document, Mention
from warehouse.batches import read_batch, valid_rows, write_batch
from warehouse.rows import Row, join_participants, join_regions, participant_rows, record_row, timex_row
from warehouse.stages import WRITES

READS = WRITES["normalize"]


@flow(name="resolve", flow_run_name=run_name)
def resolve(choice: DocumentChoice | None = None, settings: Settings | None = None) -> StageReport:
    """Date what stale documents (or those chosen) report, and name the holders of offices."""
    settings = settings or Settings()
    with stage_run("resolve", settings) as run:
        return run_batches(
            run, "resolve", choice or DocumentChoice(),
            export=lambda folder, document_ids: run.warehouse.export_batch(folder, document_ids, READS),
            transform=resolve_batch,
        )


@task(name="resolve batch", task_run_name="resolve {folder.parent.name}", tags=["resolve"], **TASK_OPTIONS)
def resolve_batch(normalized: Path, folder: Path) -> Path:
    """Resolve one batch of documents: Parquet in, Parquet out."""
    documents = join_regions(read_batch(normalized, "documents"), read_batch(normalized, "document_regions"))
    mentions: dict[str, list[Mention]] = {}
    for mention in join_participants(
        read_batch(normalized, "normalized_mentions"), read_batch(normalized, "normalized_participants")
    ):
        mentions.setdefault(mention.document_id, []).append(mention)
    rows: dict[str, list[Row]] = {name: [] for name in (*WRITES["resolve"], "rejections")}
    for document in documents:
        try:
            found = _resolve_document(document, mentions.get(document.document_id, []))
        except Exception as error:  # noqa: BLE001 -- one document must not stop the others; the error is recorded with it
            rows["rejections"].append(record_row(failed_document("resolve", document, error)))
            continue
        for name, made in found.items():
            rows[name] += made
    return write_batch(folder, rows)


def _resolve_document(document: Document, mentions: list[Mention]) -> dict[str, list[Row]]:
    timexes = resolve_timexes(
        document.text, document.language, reference=document.published_on, regions=document.regions,
        not_before=document.published_not_before,
    )
    in_title = resolve_timexes(
        document.title or "", document.language, reference=document.published_on,
        not_before=document.published_not_before,
    )
    dated = name_holders(date_mentions(document, mentions, timexes, in_title), load_gazetteer())
    dated = place_mentions(document, dated, load_gazetteer())
    return valid_rows({
        "date_expressions": [
            *(timex_row(timex, document.document_id) for timex in timexes),
            *(timex_row(timex, document.document_id, "title") for timex in in_title),
        ],
        "event_mentions": [record_row(mention, event_id=None) for mention in dated],
        "mention_participants": [row for mention in dated for row in participant_rows(mention)],
    })
