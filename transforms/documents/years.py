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
class ToldYears:
    """The years that a text gives: as past, without a sign, as still to come; and those of whole days to come."""

    past: frozenset[int] = frozenset()
    unsigned: frozenset[int] = frozenset()
    ahead: frozenset[int] = frozenset()
    of_days_ahead: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Years:
    """What tells the year of a day: bounds of the publication, the years that the text gives, what its people fit."""

    bounds: Bounds
    told: Callable[[], ToldYears]
    fitting: Callable[[Sequence[date]], Sequence[date]]

    def day_of(self, loose: LooseDay, beside: Sequence[LooseDay] = ()) -> date | None:
        """The day in the one year that fits: its people's, else the last the article gives, else the next after them.

        With an update's stamp, the latest fitting year up to it. The weekdays of the days beside must be right too; a
        day without a weekday has the year of the people, or the one that is both gone by and still to come, or none.
        """
        if loose.month is None or loose.day is None:
            return None
        if self.bounds.not_after is not None:
            last = self.bounds.not_after.year
            return next(iter(self._days_in(loose, beside, (last, last - 1))), None)
        past, ahead = self._told_as_past_and_ahead()
        proven = past if ahead else sorted(self.told().past)  # a year without a sign may be to come
        floor = max(proven, default=_YEARS[0])
        served = self.fitting(self._days_in(loose, beside, [year for year in _YEARS if year >= floor]))
        if len(served) == 1:
            return served[0]
        if loose.weekday is None:
            is_one = bool(past and ahead) and past[-1] == ahead[0] and past[-1] in self.told().past
            return next(iter(self._days_in(loose, beside, past[-1:])), None) if is_one else None
        return self._by_told_years(loose, beside, past, ahead, served)

    def _by_told_years(
        self, loose: LooseDay, beside: Sequence[LooseDay], past: list[int], ahead: list[int], served: Sequence[date]
    ) -> date | None:
        """The day in the last year told as past, else in one of the next few, else near a whole day to come."""
        bound = [self.bounds.not_before.year] if self.bounds.not_before else []
        days = self._days_in(loose, beside, past[-1:])
        between = _years_between(max([*past, *bound], default=None), min(ahead, default=None))
        days = days or self._days_in(loose, beside, between)
        if not days and (near := min(self.told().of_days_ahead & set(ahead), default=None)):
            days = self._days_in(loose, beside, (near - 1, near))
        days = [day for day in days if day in served] if served else days
        return days[0] if len(days) == 1 else None

    def _told_as_past_and_ahead(self) -> tuple[list[int], list[int]]:
        """The years told up to the writing and after it; one before a year told as past is not to come."""
        told, floor = self.told(), max(self.told().past, default=0)
        ahead = sorted(year for year in told.ahead if year in _YEARS and year >= floor)
        past = told.past | {year for year in told.unsigned if year <= min(ahead, default=year)}
        return sorted(year for year in past if year in _YEARS), ahead

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
