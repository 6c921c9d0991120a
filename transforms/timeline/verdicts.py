"""What the reports of one event say together: its day, its status, its type and medium.

A `Ballot` takes reports in order of publication and can be asked after each; so history is a replay and not a guess.
"""

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
_AGAINST: tuple[Status, ...] = ("cancelled", "denied")
_FIRM: tuple[Status, ...] = (*_AGAINST, "planned")
_EXPLICIT_VOTES = 2
"""Words with a date count as much as two dates taken from the day of publication."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report, the number of the source text that it copies, and whether a later report moved its day."""

    report: Report
    source: int
    is_superseded: bool = False


@dataclass(frozen=True, slots=True)
class DateVerdict:
    """The best supported day of an event, or its `yearless_day` (`XXXX-MM-DD`) where nothing tells the year.

    `voice` is the mention that gives it, `is_disputed` whether others differ.
    """

    date_start: date | None
    date_end: date | None
    not_before: date | None
    not_after: date | None
    yearless_day: str | None
    precision: str | None
    basis: str | None
    voice: Mention | None
    is_disputed: bool


class Ballot:
    """Votes of reports on the day and the status of one event, added in order of publication."""

    def __init__(self) -> None:
        self._all = _Days()
        self._standing = _Days()
        self._voices = _Voices()

    def add(self, told: Told) -> None:
        """Count one more report."""
        self._all.add(told)
        if not told.is_superseded:
            self._standing.add(told)
        self._voices.add(told)

    def date(self) -> DateVerdict:
        """The day so far; reports whose day was moved speak only while no other has spoken."""
        return (self._all if self._standing.is_empty else self._standing).verdict()

    def status(self) -> Status:
        """The status so far."""
        return self._voices.verdict()


class _Days:
    """Votes on the day: exact days of what was held before exact days of plans before bounds."""

    def __init__(self) -> None:
        self.is_empty = True
        self._held = _Votes()
        self._ahead = _Votes()
        self._mentions: list[Mention] = []
        self._finest: Report | None = None
        self._reports = 0
        self._lasting = 0

    def add(self, told: Told) -> None:
        report = told.report
        self.is_empty = False
        self._reports += 1
        self._lasting += is_holder(report.event_type)
        self._mentions.extend(report.mentions)
        if report.window is None:
            return
        if report.window.is_exact:
            (self._held if report.status == "held" else self._ahead).add(told, report.window)
        elif self._finest is None or self._finest.window is None or report.window.days < self._finest.window.days:
            self._finest = report

    def verdict(self) -> DateVerdict:
        votes = self._held or self._ahead
        if not votes:
            return self._judge_bounds()
        winner = votes.winner(lasts=2 * self._lasting > self._reports)
        voice = votes.voice(winner)
        return DateVerdict(
            winner.first,
            winner.last,
            None,
            None,
            None,
            voice.date_precision,
            voice.date_basis,
            voice,
            votes.is_disputed(winner),
        )

    def _judge_bounds(self) -> DateVerdict:
        """Vague days told as such, else what all bounds leave possible, else the first one's bounds."""
        voice = self._finest.best if self._finest else None
        if voice is not None and voice.date_start is not None:
            return DateVerdict(
                voice.date_start,
                voice.date_end,
                None,
                None,
                None,
                voice.date_precision,
                voice.date_basis,
                voice,
                is_disputed=False,
            )
        told = self._mentions
        not_before = max((m.date_not_before for m in told if m.date_not_before), default=None)
        not_after = min((m.date_not_after for m in told if m.date_not_after), default=None)
        if not_before and not_after and not_before > not_after:
            first = next(m for m in told if m.date_not_before or m.date_not_after)
            not_before, not_after = first.date_not_before, first.date_not_after
        if voice is None:
            ranked = sorted(told, key=lambda m: (m.yearless_day is None, m.date_basis is None))
            voice = ranked[0]
        precision, basis, day = voice.date_precision, voice.date_basis, voice.yearless_day
        return DateVerdict(None, None, not_before, not_after, day, precision, basis, voice, is_disputed=False)


class _Votes:
    """Votes for exact days; a source votes once for a day."""

    def __init__(self) -> None:
        self._by_source: dict[tuple[Window, int], int] = {}
        self._sums: dict[Window, int] = defaultdict(int)
        self._lateness: dict[Window, int] = {}
        self._voices: dict[Window, Mention] = {}

    def __bool__(self) -> bool:
        return bool(self._sums)

    def add(self, told: Told, window: Window) -> None:
        report = told.report
        weight = _EXPLICIT_VOTES if report.best.date_expression_id else 1
        before = self._by_source.get((window, told.source), 0)
        if weight > before:
            self._by_source[window, told.source] = weight
            self._sums[window] += weight - before
        late = abs((report.published_on - window.first).days) if report.published_on else 10**6
        self._lateness[window] = min(late, self._lateness.get(window, late))
        voices = [m for m in report.mentions if window_of(m) == window]
        known = [self._voices[window]] if window in self._voices else []
        self._voices[window] = min([*known, *voices], key=_trust_rank)

    def winner(self, *, lasts: bool) -> Window:
        """The day with most votes, the one nearest to its news among equals; a long stay has the votes of its days."""
        sums = self._sums
        if lasts:
            sums = {w: sum(n for d, n in sums.items() if w.first <= d.first and d.last <= w.last) for w in sums}
        return min(sums, key=lambda window: (-sums[window], self._lateness[window], window))

    def voice(self, window: Window) -> Mention:
        """The mention that says best that it was then."""
        return self._voices[window]

    def is_disputed(self, winner: Window) -> bool:
        """Whether some vote is for a day outside the winner's."""
        return any(gap_days(winner, window) for window in self._sums)


def _trust_rank(mention: Mention) -> tuple[bool, bool, float, str]:
    return (mention.date_expression_id is None, mention.starts_at is None, -mention.confidence, mention.mention_id)


class _Voices:
    """Votes on the status: for each status the sources and the last day on which it was told."""

    def __init__(self) -> None:
        self._sources: dict[Status, set[int]] = defaultdict(set)
        self._last: dict[Status, date] = {}

    def add(self, told: Told) -> None:
        status, day = told.report.status, told.report.published_on or date.max
        self._sources[status].add(told.source)
        self._last[status] = max(day, self._last.get(status, day))

    def verdict(self) -> Status:
        """Held outweighs a cancellation or denial published before it, or told by fewer sources.

        Without a report of the event the last word on the plan counts, a cancellation before a denial before a plan of
        the same day; then a proposal beats a supposition.
        """
        against = [status for status in _AGAINST if status in self._last]
        if "held" in self._last:
            sources: set[int] = set().union(*(self._sources[status] for status in against))
            latest = max((self._last[status] for status in against), default=date.min)
            if self._last["held"] >= latest or len(self._sources["held"]) > len(sources):
                return "held"
            return max(against, key=lambda status: self._last[status])
        firm = [status for status in _FIRM if status in self._last]
        if firm:
            return max(firm, key=lambda status: self._last[status])
        return "proposed" if "proposed" in self._last else "hypothetical"


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
