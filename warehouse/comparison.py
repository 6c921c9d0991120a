"""What changed from one release to another: events added, changed, merged, retracted."""

from __future__ import annotations

import json
from typing import Any

import duckdb

from warehouse.folder import DataFolder
from warehouse.release import current_version
from warehouse.tables import TABLES
from warehouse.tables.declaration import quote_name, quote_text

Row = dict[str, Any]


def list_releases(folder: DataFolder) -> list[Row]:
    """Version, events, documents and whether current of each release, by version."""
    current = current_version(folder)
    rows = []
    for path in sorted(folder.releases.iterdir()) if folder.releases.exists() else []:
        if path.name.startswith("."):
            continue
        tables = json.loads((path / "manifest.json").read_text(encoding="utf-8"))["tables"]
        rows.append({"version": path.name, "events": tables["events"]["rows"],
                     "documents": tables["documents"]["rows"], "is_current": path.name == current})
    return rows


def compare_releases(folder: DataFolder, before: str, after: str) -> list[Row]:
    """One row for each event that differs: event_id, change (added, changed, merged, retracted), title, what.

    `what` names the changed columns, or the event that a merged one leads to now.

    Raises:
        LookupError: no release of that version.
    """
    with duckdb.connect() as connection:
        for name, version in (("before", before), ("after", after)):
            path = folder.releases / version / "events.duckdb"
            if not path.exists():
                raise LookupError(f"no release {version} in {folder.releases}; `chronofil releases` lists them")
            connection.execute(f"ATTACH {quote_text(str(path))} AS {quote_name(name)} (READ_ONLY)")
        result = connection.execute(_difference())
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _difference() -> str:
    columns = [column.name for column in TABLES["events"].columns if column.is_published and column.name != "event_id"]
    changed = ", ".join(
        f"CASE WHEN b.{quote_name(name)} IS DISTINCT FROM a.{quote_name(name)} THEN '{name}' END" for name in columns
    )
    return f"""
        SELECT
            coalesce(a.event_id, b.event_id) AS event_id,
            CASE
                WHEN b.event_id IS NULL THEN 'added'
                WHEN a.event_id IS NOT NULL THEN 'changed'
                WHEN l.event_id IS NOT NULL THEN 'merged'
                ELSE 'retracted'
            END AS change,
            coalesce(a.title, b.title) AS title,
            CASE WHEN a.event_id IS NULL THEN l.event_id WHEN b.event_id IS NOT NULL THEN concat_ws(', ', {changed}) END
                AS what
        FROM before.main.events b
        FULL JOIN after.main.events a ON a.event_id = b.event_id
        LEFT JOIN after.main.event_aliases l ON l.alias_id = b.event_id
        WHERE b.event_id IS NULL OR a.event_id IS NULL OR b IS DISTINCT FROM a
        ORDER BY change, event_id"""
