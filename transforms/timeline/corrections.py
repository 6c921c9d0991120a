"""Readers' corrections: read from `corrections.csv`, applied to what was clustered, last of all."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Literal, get_args

from transforms.records import Correction, Document, Mention
from transforms.timeline.clusters import Cluster
from transforms.timeline.reports import Report, make_report

COLUMNS = ("action", "targets", "value", "author", "reason")
Action = Literal["merge", "split", "set_date", "set_actor", "reject"]


def parse_corrections(text: str) -> list[Correction]:
    """Read `corrections.csv`: a header line and one correction a line; `targets` are ids parted by spaces.

    Empty lines and lines that begin with "#" are passed over.

    Raises:
        ValueError: a line is wrong; the message gives its line number, its column and what to write there.
    """
    rows = [
        (number, line)
        for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not rows:
        return []
    number, header = rows[0]
    names = tuple(name.strip() for name in next(csv.reader(StringIO(header))))
    if names != COLUMNS:
        raise ValueError(f"corrections.csv line {number}: the header must be {','.join(COLUMNS)}, not {header.strip()}")
    return [_parse_row(number, next(csv.reader(StringIO(line)))) for number, line in rows[1:]]


def _parse_row(number: int, cells: Sequence[str]) -> Correction:
    if len(cells) != len(COLUMNS):
        raise ValueError(
            f"corrections.csv line {number}: {len(cells)} columns instead of {len(COLUMNS)}; "
            "put a cell that holds a comma in double quotes"
        )
    action, targets, value, author, reason = (cell.strip() for cell in cells)
    if action not in get_args(Action):
        raise _wrong(number, "action", f"{action!r} is none of {', '.join(get_args(Action))}")
    ids = tuple(dict.fromkeys(targets.split()))
    if not ids:
        raise _wrong(number, "targets", "write the ids of events or mentions, parted by spaces")
    if action == "merge" and len(ids) < 2:
        raise _wrong(number, "targets", "merge needs two or more ids, parted by spaces")
    if action in ("set_date", "set_actor") and len(ids) != 1:
        raise _wrong(number, "targets", f"{action} takes one id")
    for name, cell in (("author", author), ("reason", reason)):
        if not cell:
            raise _wrong(number, name, "must not be empty: say who corrects and why")
    if action == "set_date":
        _check_date(number, value)
    elif action == "set_actor" and not all(part.strip() for part in value.partition("=")):
        raise _wrong(number, "value", "write OLD=NEW: the name or actor id shown, then the right actor id")
    elif action not in ("set_date", "set_actor") and value:
        raise _wrong(number, "value", f"{action} takes no value; leave the cell empty")
    return Correction(action, ids, value or None, author, reason)  # type: ignore[arg-type]


def _wrong(number: int, column: str, what: str) -> ValueError:
    return ValueError(f"corrections.csv line {number}, column {column}: {what}")


def _check_date(number: int, value: str) -> None:
    try:
        parse_days(value)
    except ValueError as error:
        raise _wrong(
            number,
            "value",
            f"{value!r} is no day (2020-05-14) or interval (2020-05-14/2020-05-16), nor the word unknown",
        ) from error


def parse_days(value: str) -> tuple[date, date] | None:
    """First and last day of "2020-05-14" or "2020-05-14/2020-05-16"; None for "unknown".

    Raises:
        ValueError: neither of these, or the last day lies before the first.
    """
    if value == "unknown":
        return None
    first, _slash, last = value.partition("/")
    days = (date.fromisoformat(first), date.fromisoformat(last or first))
    if days[0] > days[1]:
        raise ValueError(f"{value} ends before it begins")
    return days


@dataclass(frozen=True, slots=True)
class Corrected:
    """Clusters after corrections of membership, what was rejected, and which corrections touched which cluster.

    `touched` maps the id of a cluster's first mention to its corrections, in order of application.
    """

    clusters: list[Cluster]
    rejected: list[Cluster]
    touched: Mapping[str, list[Correction]]


def apply_corrections(
    clusters: Sequence[Cluster], corrections: Sequence[Correction], documents: Mapping[str, Document]
) -> Corrected:
    """Split, merge and reject, in this order; then note `set_date` and `set_actor` for the events they mean.

    A correction whose ids are not there changes nothing.
    """
    state = list(clusters)
    notes: list[tuple[str, Correction]] = []
    by_action: dict[str, list[Correction]] = {}
    for correction in corrections:
        by_action.setdefault(correction.action, []).append(correction)
    for correction in by_action.get("split", []):
        state, taken = _split(state, set(correction.target_ids), documents)
        notes.extend((mention_id, correction) for mention_id in taken)
    for correction in by_action.get("merge", []):
        state, kept = _merge(state, correction.target_ids)
        notes.extend((mention_id, correction) for mention_id in kept)
    rejected: list[Cluster] = []
    for correction in by_action.get("reject", []):
        gone = _having(state, correction.target_ids)
        rejected.extend(gone)
        state = [cluster for cluster in state if cluster not in gone]
    for correction in (*by_action.get("set_date", []), *by_action.get("set_actor", [])):
        notes.extend((cluster.first.report_id, correction) for cluster in _having(state, correction.target_ids))
    return Corrected(state, rejected, _by_cluster(state, notes))


def _mention_ids(cluster: Cluster) -> set[str]:
    return {mention.mention_id for report in cluster.reports for mention in report.mentions}


def _having(clusters: Sequence[Cluster], ids: Sequence[str]) -> list[Cluster]:
    return [cluster for cluster in clusters if not _mention_ids(cluster).isdisjoint(ids)]


def _split(
    clusters: Sequence[Cluster], ids: set[str], documents: Mapping[str, Document]
) -> tuple[list[Cluster], list[str]]:
    state: list[Cluster] = []
    noted: list[str] = []
    for cluster in clusters:
        members = _mention_ids(cluster)
        if members <= ids or members.isdisjoint(ids):
            state.append(cluster)
            continue
        for keep in (lambda m: m.mention_id not in ids, lambda m: m.mention_id in ids):
            part = Cluster(_sift(cluster, keep, documents), cluster.superseded)
            state.append(part)
            noted.append(part.first.report_id)
    return state, noted


def _sift(cluster: Cluster, keep: Callable[[Mention], bool], documents: Mapping[str, Document]) -> list[Report]:
    kept = [(report, [m for m in report.mentions if keep(m)]) for report in cluster.reports]
    return [make_report(mentions, documents[report.document_id]) for report, mentions in kept if mentions]


def _merge(clusters: Sequence[Cluster], ids: Sequence[str]) -> tuple[list[Cluster], list[str]]:
    together = _having(clusters, ids)
    if len(together) < 2:
        return list(clusters), []
    reports = [report for cluster in together for report in cluster.reports]
    superseded = frozenset().union(*(cluster.superseded for cluster in together))
    merged = Cluster(reports, superseded)
    rest = [cluster for cluster in clusters if cluster not in together]
    return [*rest, merged], [merged.first.report_id]


def _by_cluster(clusters: Sequence[Cluster], notes: Sequence[tuple[str, Correction]]) -> dict[str, list[Correction]]:
    named = {cluster.first.report_id: cluster for cluster in clusters} if notes else {}
    home = {mention_id: event_id for event_id, cluster in named.items() for mention_id in _mention_ids(cluster)}
    touched: dict[str, list[Correction]] = {}
    for mention_id, correction in notes:
        if mention_id in home and correction not in touched.get(home[mention_id], []):
            touched.setdefault(home[mention_id], []).append(correction)
    return touched
