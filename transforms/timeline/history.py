"""How an event came to be known: its reports replayed in order of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from transforms.records import Change, HistoryStep, Status
from transforms.timeline.circle import Circle
from transforms.timeline.verdicts import Ballot, DateVerdict, Told
from transforms.timeline.windows import EXACT_PRECISIONS
from transforms.timeline.wording import format_edtf


@dataclass(frozen=True, slots=True)
class _State:
    status: Status
    date_text: str | None
    is_day_known: bool
    is_disputed: bool


def date_text(verdict: DateVerdict) -> str | None:
    """A verdict's date in EDTF."""
    days = format_edtf(verdict.date_start, verdict.date_end, verdict.not_before, verdict.not_after)
    return verdict.yearless_day or days


def replay(told: Sequence[Told]) -> list[Change]:
    """The changes that each report made to what the ones before it told.

    `told` is in order of publication. The first report creates the event; later ones may change its status (the code
    is the new status), date it, move its day, dispute it, or add participants.
    """
    changes: list[Change] = []
    circle, ballot = Circle(), Ballot()
    before: _State | None = None
    for item in told:
        ballot.add(item)
        after = _state(ballot)
        added = circle.add(item.report)
        changes.extend(_steps(item, before, after, added))
        before = after
    return changes


def _state(ballot: Ballot) -> _State:
    verdict = ballot.date()
    is_day_known = verdict.date_start is not None and verdict.precision in EXACT_PRECISIONS
    return _State(ballot.status(), date_text(verdict), is_day_known, verdict.is_disputed)


def _steps(item: Told, before: _State | None, after: _State, added: Sequence[str]) -> Iterator[Change]:
    report = item.report

    def change(code: str, field: str | None, old: str | None, new: str | None) -> Change:
        return Change(report.published_on, report.document_id, report.report_id, code, field, old, new)

    if before is None:
        yield change("created", "status", None, after.status)
        return
    if before.status != after.status:
        yield change(after.status, "status", before.status, after.status)
    if before.date_text != after.date_text:
        code = "date_moved" if before.is_day_known else "dated"
        yield change(code, "date", before.date_text, after.date_text)
    if after.is_disputed and not before.is_disputed:
        other = report.window.first.isoformat() if report.window else None
        yield change("date_disputed", "date", after.date_text, other)
    for name in added:
        yield change("participant_added", "participants", None, name)


def number_steps(event_id: str, changes: Sequence[Change]) -> list[HistoryStep]:
    """Rows of `event_history` for one event, numbered from 0."""
    return [HistoryStep(**asdict(change), event_id=event_id, position=at) for at, change in enumerate(changes)]
