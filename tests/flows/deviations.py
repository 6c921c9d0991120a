"""What a release says of each sample document beside what a careful reader finds in it."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from warehouse.folder import DataFolder
from warehouse.reading import query_release

CORE = "SELECT event_type FROM event_types WHERE is_core"
FOUND = """
    SELECT
        d.external_id, m.event_id, m.event_type, m.status, m.date_start, m.date_end, p.name AS place,
        m.sentence_text, (SELECT list(w.name ORDER BY w.position) FROM mention_participants w
                          WHERE w.mention_id = m.mention_id) AS names
    FROM event_mentions m JOIN documents d USING (document_id) LEFT JOIN places p USING (place_id)
    QUALIFY row_number() OVER (PARTITION BY d.document_id, m.event_id
                               ORDER BY m.confidence DESC, m.trigger_start, m.mention_id) = 1
    ORDER BY d.external_id, m.char_start, m.mention_id"""
Row = dict[str, Any]


def read_truth(folder: Path) -> dict[str, Row]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}


def found_rows(data: Path, sql: str = FOUND) -> list[Row]:
    names, rows = query_release(DataFolder(data), sql)
    return [dict(zip(names, row, strict=True)) for row in rows]


def describe(row: Row) -> str:
    """One event on one line."""
    start, end = row.get("date_start"), row.get("date_end")
    when = "undated" if start is None else str(start) if end in (start, None) else f"{start}..{end}"
    who = ", ".join(sorted(row.get("names") or row.get("participants") or [])) or "nobody"
    kind = row.get("event_type") or row["type"]
    return f"{kind} {row['status']} {when} | {who} | {row.get('place') or '-'}"


def deviations(data: Path, truth: dict[str, Row]) -> Iterator[str]:
    """A line for each way in which the release differs from the truth, in a fixed order."""
    core = {row["event_type"] for row in found_rows(data, CORE)}
    published = {row["external_id"]: row for row in found_rows(
        data, "SELECT external_id, published_on, published_basis, language FROM documents")}
    found: dict[str, list[Row]] = {}
    for row in found_rows(data):
        found.setdefault(row["external_id"], []).append(row)
    groups: dict[str, set[str]] = {}
    for name, expected in truth.items():
        for field in ("published_on", "published_basis", "language"):
            if published[name][field] != expected.get(field):
                yield f"{name}: {field} is {published[name][field]}, not {expected.get(field)}"
        left = list(found.get(name, []))
        for event in expected.get("event", []):
            best = max(left, key=lambda row: _fit(row, event), default=None)
            if best is None or not _fit(best, event):
                if event["required"]:
                    yield f"{name}: missing {describe(event)}"
                continue
            left.remove(best)
            if "group" in event:
                groups.setdefault(event["group"], set()).add(best["event_id"])
            yield from _differences(name, best, event)
        yield from (f"{name}: not in the text {describe(row)}" for row in left if row["event_type"] in core)
    yield from (f"group {group}: told as {len(ids)} events" for group, ids in sorted(groups.items()) if len(ids) > 1)


def _fit(row: Row, event: Row) -> int:
    """How well a row fits an event of the truth; 0 where it cannot be the same."""
    if row["event_type"] not in (event["type"], *event.get("alt_types", ())):
        return 0
    shared = len(set(row["names"] or ()) & {*event.get("participants", ()), *event.get("optional_participants", ())})
    in_sentence = row["sentence_text"].startswith(event["sentence"][:20])
    return (2 * in_sentence + 2 * shared + (row["date_start"] == event.get("date_start"))
            + (row["event_type"] == event["type"])) if shared or in_sentence else 0


def _differences(name: str, row: Row, event: Row) -> Iterator[str]:
    if not _is_day_right(row, event):
        yield f"{name}: {describe(event)} is dated {row['date_start']}..{row['date_end']}"
    if row["status"] != event["status"]:
        yield f"{name}: {describe(event)} is told as {row['status']}"
    missing = set(event.get("participants", ())) - set(row["names"] or ())
    extra = set(row["names"] or ()) - {*event.get("participants", ()), *event.get("optional_participants", ())}
    if missing or extra:
        yield f"{name}: {describe(event)} misses {sorted(missing)}, has {sorted(extra)}"
    if event.get("place") not in (None, row["place"]):
        yield f"{name}: {describe(event)} is placed in {row['place']}"


def _is_day_right(row: Row, event: Row) -> bool:
    start, end = event.get("date_start"), event.get("date_end", event.get("date_start"))
    if start is None or row["date_start"] is None:
        return start is None and row["date_start"] is None
    slack = timedelta(event.get("tolerance_days", 0))
    return bool(start - slack <= row["date_start"] <= start + slack and end - slack <= row["date_end"] <= end + slack)
