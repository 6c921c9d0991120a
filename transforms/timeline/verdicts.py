"""What the reports of one event say together: its day, its status, its type and medium."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from transforms.records import Medium, Mention, Status
from transforms.timeline.reports import Report
from transforms.timeline.types import is_holder
from transforms.timeline.windows import Window, gap_days, window_of

_Value = TypeVar("_Value", bound=Hashable)
_AGAINST: frozenset[Status] = frozenset({"cancelled", "denied"})
_EXPLICIT_VOTES = 2
"""An explicit date expression counts as much as two dates taken from the day of publication."""


@dataclass(frozen=True, slots=True)
class DateVerdict:
    """The best supported day of an event; `voice` is the mention that gives it, `is_disputed` whether others differ."""

    date_start: date | None
    date_end: date | None
    not_before: date | None
    not_after: date | None
    precision: str | None
    basis: str | None
    voice: Mention | None
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A report, the number of the source text that it copies, and whether a later report moved its day."""

    report: Report
    source: int
    is_superseded: bool = False


def judge_date(told: Sequence[Told]) -> DateVerdict:
    """Weigh the exact days first, held before planned, then by votes of independent sources; else intersect bounds.

    A source votes once for a day. A report whose day was moved votes only while no later one has spoken.
    """
    standing = [t for t in told if not t.is_superseded] or list(told)
    exact = [t for t in standing if t.report.window and t.report.window.is_exact]
    if not exact:
        return _judge_bounds(standing)
    real = [t for t in exact if t.report.status == "held"] or exact
    votes = _count_votes(real)
    winner = min(votes, key=lambda window: (-votes[window], _lateness(window, real), window))
    voice = _voice(winner, real)
    is_disputed = any(gap_days(winner, window) for window in votes)
    return DateVerdict(winner.first, winner.last, None, None, voice.date_precision, voice.date_basis, voice,
                       is_disputed)


def _count_votes(told: Sequence[Told]) -> dict[Window, int]:
    by_source: dict[tuple[Window, int], int] = defaultdict(int)
    for item in told:
        window = item.report.window
        if window is not None:
            weight = _EXPLICIT_VOTES if item.report.best.date_expression_id else 1
            by_source[window, item.source] = max(by_source[window, item.source], weight)
    votes: dict[Window, int] = defaultdict(int)
    for (window, _source), weight in by_source.items():
        votes[window] += weight
    if any(is_holder(item.report.event_type) for item in told):
        return {w: sum(n for part, n in votes.items() if w.first <= part.first and part.last <= w.last) for w in votes}
    return dict(votes)


def _lateness(window: Window, told: Sequence[Told]) -> int:
    """Days from the event to its first publication among those that tell this window: news is near its day."""
    days = [abs((t.report.published_on - window.first).days)
            for t in told if t.report.window == window and t.report.published_on]
    return min(days, default=10**6)


def _voice(window: Window, told: Sequence[Told]) -> Mention:
    voices = [m for t in told for m in t.report.mentions if window_of(m) == window]
    return min(voices, key=lambda m: (m.date_expression_id is None, m.starts_at is None, -m.confidence, m.mention_id))


def _judge_bounds(told: Sequence[Told]) -> DateVerdict:
    bounded = [t.report for t in told if t.report.window]
    if bounded:
        finest = min(bounded, key=lambda r: (r.window.days if r.window else 0, r.order))
        voice = finest.best
        if voice.date_start is not None:
            return DateVerdict(voice.date_start, voice.date_end, None, None, voice.date_precision, voice.date_basis,
                               voice, is_disputed=False)
    mentions = [m for t in told for m in t.report.mentions]
    not_before = max((m.date_not_before for m in mentions if m.date_not_before), default=None)
    not_after = min((m.date_not_after for m in mentions if m.date_not_after), default=None)
    if not_before and not_after and not_before > not_after:
        not_before, not_after = mentions[0].date_not_before, mentions[0].date_not_after
    voice = next((m for m in mentions if m.date_basis), mentions[0])
    return DateVerdict(None, None, not_before, not_after, voice.date_precision, voice.date_basis, voice,
                       is_disputed=False)


def judge_status(told: Sequence[Told]) -> Status:
    """What became of the event, by its reports in order of publication.

    Held outweighs a cancellation or denial that was published before, or that fewer sources tell. Without a report of
    the event, the last word on the plan counts; a proposal beats a supposition.
    """
    against = [t for t in told if t.report.status in _AGAINST]
    held = [t for t in told if t.report.status == "held"]
    if held:
        is_later = not against or _last_day(held) >= _last_day(against)
        is_stronger = len({t.source for t in held}) > len({t.source for t in against})
        return "held" if is_later or is_stronger else against[-1].report.status
    firm = [t for t in told if t.report.status in _AGAINST or t.report.status == "planned"]
    if firm:
        last = _last_day(firm)
        final: list[Status] = [t.report.status for t in firm if (t.report.published_on or date.max) == last]
        return min(final, key=("cancelled", "denied", "planned").index)
    return "proposed" if any(t.report.status == "proposed" for t in told) else "hypothetical"


def _last_day(told: Sequence[Told]) -> date:
    return max(t.report.published_on or date.max for t in told)


def judge_type(told: Sequence[Told]) -> str:
    """The type most reports give; one with a known medium counts twice; ties go to the first told."""
    return most_told((t.report.event_type for t in told), lambda i: 1 if told[i].report.medium == "unknown" else 2)


def judge_medium(told: Sequence[Told]) -> Medium:
    """The medium most reports tell, "unknown" where none does."""
    known: list[Medium] = [t.report.medium for t in told if t.report.medium != "unknown"]
    return most_told(known) if known else "unknown"


def most_told(values: Iterable[_Value], weight: Callable[[int], int] = lambda _index: 1) -> _Value:
    """The value with the greatest weight, the first among equals.

    Raises:
        ValueError: no values.
    """
    votes: Counter[_Value] = Counter()
    for index, value in enumerate(values):
        votes[value] += weight(index)
    if not votes:
        raise ValueError("no values to choose from")
    return votes.most_common(1)[0][0]
