"""The state of a working folder in one small file, so that nobody needs the locked warehouse to ask for it."""

from __future__ import annotations

from datetime import datetime

from warehouse.release import current_version
from warehouse.store import Warehouse

REJECTED_SHOWN = 20
_COUNTED = ("documents", "date_expressions", "event_mentions", "events", "rejected_documents")


def write_status(warehouse: Warehouse, now: datetime) -> None:
    """Rewrite status.json: counts, last runs, latest rejected input and current release, as of the instant `now`."""
    counts = {name: warehouse.value(f"SELECT count(*) FROM {name}") for name in _COUNTED}
    last_runs = warehouse.rows(
        "SELECT * FROM runs QUALIFY row_number() OVER (PARTITION BY stage ORDER BY started_at DESC) = 1"
        " ORDER BY started_at"
    )
    rejected = warehouse.rows(
        "SELECT stage, location, reason_code, detail_text FROM rejected_documents"
        " ORDER BY rejected_at DESC, location LIMIT ?", [REJECTED_SHOWN]
    )
    warehouse.folder.write_status({
        "as_of": now.isoformat(timespec="seconds"),
        "release": current_version(warehouse.folder),
        "counts": counts,
        "stages": {run["stage"]: _run_state(run) for run in last_runs},
        "rejected": rejected,
    })


def _run_state(run: dict[str, object]) -> dict[str, object]:
    shown = ("state", "started_at", "finished_at", "documents_seen", "documents_changed", "documents_rejected",
             "message")
    return {name: value.isoformat(timespec="seconds") if isinstance(value := run[name], datetime) else value
            for name in shown}
