"""The main job: all five stages in order, from documents to a release."""

from __future__ import annotations

from collections.abc import Sequence

from prefect import flow, tags

from flows.consolidate import consolidate
from flows.ingest import ingest
from flows.normalize import normalize
from flows.progress import say
from flows.publish import publish
from flows.resolve import resolve
from flows.settings import Settings
from flows.stage import StageReport, run_name
from warehouse.folder import DataFolder


@flow(name="timeline", flow_run_name=run_name)
def timeline(paths: Sequence[str] = (), settings: Settings | None = None) -> list[StageReport]:
    """Turn the documents of the given paths (or of the configured sources) into a release.

    The working folder is held from the first stage to the last, so that two runs never mix.
    """
    settings = settings or Settings()
    with DataFolder(settings.data).locked(say), tags("chronofil"):
        return [
            ingest(paths, settings),
            normalize(settings=settings),
            resolve(settings=settings),
            consolidate(settings=settings),
            publish(settings=settings),
        ]
