"""What commands print: tables for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from warehouse.comparison import compare_releases, list_releases
from warehouse.folder import DataFolder
from warehouse.reading import event_in_full, query_release, timeline_rows

if TYPE_CHECKING:
    from flows.stage import StageReport

# Wide enough for the timeline where the output is a file or a pipe and so has no width of its own.
WIDTH_WITHOUT_TERMINAL = 170
TIMELINE_COLUMNS = {"when": "when", "event_type": "type", "who": "who", "where": "where", "status": "status",
                    "documents": "documents", "event_id": "event"}


def print_timeline(data: Path, *, limit: int, as_json: bool) -> None:
    """Print the timeline of the current release, the last `limit` events of it."""
    rows, count = timeline_rows(DataFolder(data), limit)
    if as_json:
        print_json(rows)
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in TIMELINE_COLUMNS.values():
        table.add_column(heading, overflow="fold", no_wrap=heading in ("type", "status", "event"))
    for row in rows:
        table.add_row(*(_cell(_medium(row) if name == "event_type" else row[name]) for name in TIMELINE_COLUMNS))
    console().print(table)
    if count > len(rows):
        print(f"{count - len(rows)} earlier events are not shown (--limit)", file=sys.stderr)


def print_query(data: Path, sql: str, *, as_json: bool) -> None:
    """Print the rows of a query."""
    names, rows = query_release(DataFolder(data), sql)
    if as_json:
        print_json([dict(zip(names, row, strict=True)) for row in rows])
        return
    print_table(names, rows)


def print_event(data: Path, event_id: str, *, as_json: bool) -> None:
    """Print one event with its sentences and history."""
    event = event_in_full(DataFolder(data), event_id)
    if as_json:
        print_json(event)
        return
    out = console()
    out.print(f"[bold]{escape(event['title'])}[/bold]")
    facts = {name: value for name, value in event.items() if value is not None and not isinstance(value, list)}
    print_table(("fact", "value"), facts.items())
    print_table(("who", "role", "office", "mentions"), (
        (who["name"], who["role"], who["office_id"], who["mention_count"]) for who in event["participants"]))
    for mention in event["mentions"]:
        source = mention["url"] or mention["external_id"] or mention["document_id"]
        published = _cell(mention["published_on"]) or "on an unknown day"
        out.print(f"\n[cyan]{escape(str(source))}[/cyan] published {published}, told as {mention['status']},"
                  f" dated {_interval(mention)} ({escape(str(mention['date_basis']))})")
        out.print(_marked_sentence(mention), soft_wrap=True)
    print_table(("published", "change", "field", "before", "after", "document"), (
        (step["changed_on"], step["change_code"], step["field_name"], step["old_value_text"], step["new_value_text"],
         step["document_id"]) for step in event["history"]))


def print_releases(data: Path, *, as_json: bool) -> None:
    """Print the releases of a folder."""
    rows = list_releases(DataFolder(data))
    if as_json:
        print_json(rows)
        return
    print_table(("version", "events", "documents", ""), (
        (row["version"], row["events"], row["documents"], "current" if row["is_current"] else None) for row in rows))


def print_difference(data: Path, before: str, after: str, *, as_json: bool) -> None:
    """Print the events that differ between two releases."""
    rows = compare_releases(DataFolder(data), before, after)
    if as_json:
        print_json(rows)
        return
    print_table(("change", "event", "title", "what"), (
        (row["change"], row["event_id"], row["title"], row["what"]) for row in rows))


def print_status(data: Path, *, as_json: bool) -> None:
    """Print the folder's status.json.

    Raises:
        FileNotFoundError: nothing has run there yet.
    """
    status = DataFolder(data).read_status()
    if status is None:
        raise FileNotFoundError(f"nothing has run in {data} yet; `chronofil run --data {data}` begins")
    if as_json:
        print_json(status)
        return
    print_table(("what", "count"), status["counts"].items())
    print_table(("stage", "state", "started", "seen", "changed", "rejected", "message"), (
        (stage, run["state"], run["started_at"], run["documents_seen"], run["documents_changed"],
         run["documents_rejected"], run["message"]) for stage, run in status["stages"].items()))
    print_table(("rejected by", "input", "reason", "detail"), (
        (row["stage"], row["location"], row["reason_code"], row["detail_text"]) for row in status["rejected"]))
    console().print(f"release {status['release'] or 'none yet'}, as of {status['as_of']}")


def describe_reports(reports: Sequence[StageReport]) -> str:
    """One line on what a run did."""
    total = {name: sum(getattr(report, name) for report in reports) for name in (
        "documents_rejected", "events_added", "events_changed", "events_removed")}
    received = [report for report in reports if report.stage == "ingest"]
    parts = [f"{report.documents_seen} documents received: {report.documents_new} new,"
             f" {report.documents_changed} changed, {report.documents_rejected} rejected" for report in received]
    parts += [f"{report.stage}: {report.documents_changed} documents" for report in reports
              if report.stage not in ("ingest", "publish") and (report.documents_changed or len(reports) == 1)]
    if total["documents_rejected"]:
        parts.append("`chronofil status` lists rejected input with its reason")
    if not received or any(total[name] for name in ("events_added", "events_changed", "events_removed")):
        parts.append(f"events: {total['events_added']} added, {total['events_changed']} changed,"
                     f" {total['events_removed']} removed")
    parts += [f"release {report.release}{'' if report.is_new_release else ' unchanged'}" for report in reports
              if report.stage == "publish"]
    return "; ".join(parts)


def print_table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as a table; nothing where there are none."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row))
    if table.row_count:
        console().print(table)


def print_json(value: Any) -> None:
    """Print a value as JSON; days and instants in ISO form."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def console() -> Console:
    """Standard output for people: the terminal's width, or a wide page."""
    return Console(width=None if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL, highlight=False)


def _cell(value: Any) -> str:
    return "" if value is None else escape(str(value))


def _medium(row: Mapping[str, Any]) -> str:
    return row["event_type"] if row["medium"] in ("unknown", "in_person") else f"{row['event_type']} ({row['medium']})"


def _interval(mention: Mapping[str, Any]) -> str:
    start, end = mention["date_start"], mention["date_end"]
    if start is None:
        return "on an unknown day"
    return str(start) if start == end else f"{start} – {end}"


def _marked_sentence(mention: Mapping[str, Any]) -> str:
    """The sentence with its trigger in bold and its date words underlined, for the terminal."""
    text, base = mention["sentence_text"], mention["char_start"]
    spans = [(mention["trigger_start"] - base, mention["trigger_end"] - base, "bold")]
    if mention["date_char_start"] is not None:
        spans.append((mention["date_char_start"] - base, mention["date_char_end"] - base, "underline"))
    marked, last = "", 0
    for start, end, style in sorted(spans):
        if start < last or end > len(text):
            continue
        marked += escape(text[last:start]) + f"[{style}]" + escape(text[start:end]) + f"[/{style}]"
        last = end
    return marked + escape(text[last:])
