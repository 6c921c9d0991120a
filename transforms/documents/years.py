"""The year of a day that is told without one: the one in which its weekday is right, next to what else is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.documents.days import LooseDay

FittingDays = Callable[[str, str, Sequence[date]], Sequence[date]]
"""Of a text, its language and some days: those that the people of the text fit; none where they tell nothing."""
# A weekday falls on the same date again after five years at the earliest: within four, the match is the only one.
_MAX_YEARS_AFTER_EVIDENCE = 4
_YEARS = range(1945, 2041)


def no_days(_text: str, _language: str, _days: Sequence[date]) -> Sequence[date]:
    """None of the days: for readers who know no people."""
    return ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """Days between which the publication must lie, as far as the document tells; both may be unknown."""

    not_before: date | None
    not_after: date | None

    def hold(self, day: date) -> bool:
        """Whether a day lies between them."""
        return (self.not_before is None or self.not_before <= day) and (self.not_after is None or day <= self.not_after)


@dataclass(frozen=True, slots=True)
class Years:
    """What tells the year of a day.

    Bounds of the publication, the years that the text tells as past and as still to come (each in order), what its
    people fit.
    """

    bounds: Bounds
    told: Callable[[], tuple[Sequence[int], Sequence[int]]]
    fitting: Callable[[Sequence[date]], Sequence[date]]

    def day_of(self, loose: LooseDay, beside: Sequence[LooseDay] = ()) -> date | None:
        """The day in the one year that fits: its people's, else the last the article gives, else the next after them.

        With an update's stamp, the latest fitting year up to it. The weekdays of the days beside must be right too; a
        day without a weekday has the year of the people or none.
        """
        if loose.month is None or loose.day is None:
            return None
        if self.bounds.not_after is not None:
            last = self.bounds.not_after.year
            return next(iter(self._days_in(loose, beside, (last, last - 1))), None)
        served = self.fitting(self._days_in(loose, beside, _YEARS))
        if len(served) == 1:
            return served[0]
        if loose.weekday is None:
            return None
        ahead = [year for year in self.told()[1] if year in _YEARS]
        told = [year for year in self.told()[0] if year in _YEARS and year <= min(ahead, default=year)]
        bound = [self.bounds.not_before.year] if self.bounds.not_before else []
        days = self._days_in(loose, beside, told[-1:])
        between = _years_between(max([*told, *bound], default=None), min(ahead, default=None))
        days = days or self._days_in(loose, beside, between)
        days = [day for day in days if day in served] if served else days
        return days[0] if len(days) == 1 else None

    def _days_in(self, loose: LooseDay, beside: Sequence[LooseDay], years: Sequence[int]) -> list[date]:
        """The day in each of the years that has it, and the days beside, on its weekday and within the bounds."""
        days = (_day_in(year, loose) for year in years)
        return [
            day
            for day in days
            if day is not None and self.bounds.hold(day) and all(nearest_to(day, other) for other in (loose, *beside))
        ]


def _years_between(told: int | None, ahead: int | None) -> Sequence[int]:
    """The years in which news can be that tells of one as past and of another as still to come."""
    if told is None:
        return range(ahead - _MAX_YEARS_AFTER_EVIDENCE, ahead + 1) if ahead else ()
    last = told + _MAX_YEARS_AFTER_EVIDENCE
    return range(told, min(last, ahead or last) + 1)


def nearest_to(pivot: date, loose: LooseDay) -> date | None:
    """The day nearest to another that has the month and number of a loose day, None if its weekday is another.

    Without a month it is one of the month before, the same or the next.
    """
    months = [pivot.year * 12 + pivot.month - 1 + step for step in (-1, 0, 1)]
    near = (_day_in(month // 12, loose._replace(month=month % 12 + 1)) for month in months)
    far = (_day_in(pivot.year + step, loose) for step in (-1, 0, 1))
    days = [day for day in (far if loose.month else near) if day is not None]
    day = min(days, key=lambda found: abs(found - pivot), default=None)
    return day if day is not None and loose.weekday in (None, day.isoweekday()) else None


def _day_in(year: int, loose: LooseDay) -> date | None:
    try:
        return date(year, loose.month or 0, loose.day or 0)
    except ValueError:
        return None
