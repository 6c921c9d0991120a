"""The forget command: remove a document, then make the timeline and a release without it."""

from __future__ import annotations

from flows.consolidate import consolidate
from flows.progress import say
from flows.publish import publish
from flows.settings import Settings
from flows.stage import StageReport, now, stage_run
from warehouse.folder import DataFolder
from warehouse.forgetting import find_document, forget_rows, remove_releases


def forget_document(name: str, settings: Settings) -> list[StageReport]:
    """Forget one document, named by its id, its source's id for it or its address.

    Raises:
        LookupError: no document, or several, go by that name.
    """
    folder = DataFolder(settings.data)
    with folder.locked(say):
        with stage_run("forget", settings) as run:
            document_id = find_document(run.warehouse, name)
            forget_rows(run.warehouse, document_id, now())
        reports = [consolidate(settings=settings), publish(settings=settings)]
        removed = remove_releases(folder, document_id)
    say(f"forgot document {document_id}; removed {len(removed)} earlier releases that held it")
    return reports
