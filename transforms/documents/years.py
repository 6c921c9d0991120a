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
_YEARS = range(1945, 2100)


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
    """What tells the year of a day: bounds of the publication, years that the text gives, what its people fit."""

    bounds: Bounds
    told: Callable[[], Sequence[int]]
    fitting: Callable[[Sequence[date]], Sequence[date]]

    def day_of(self, loose: LooseDay) -> date | None:
        """The day in the one year that fits: its people's, else the last the article gives, else the next after them.

        With an update's stamp, the latest fitting year up to it.
        """
        if loose.weekday is None or loose.month is None or loose.day is None:
            return None
        if self.bounds.not_after is not None:
            last = self.bounds.not_after.year
            return next(iter(self._days_in(loose, (last, last - 1))), None)
        served = self.fitting(self._days_in(loose, _YEARS))
        if len(served) == 1:
            return served[0]
        days = self._days_in(loose, self.told()[-1:]) or self._days_in(loose, self._years_after_evidence())
        return days[0] if len(days) == 1 else None

    def _years_after_evidence(self) -> Sequence[int]:
        bound = [self.bounds.not_before.year] if self.bounds.not_before else []
        latest = max([*self.told(), *bound], default=None)
        return range(latest, latest + _MAX_YEARS_AFTER_EVIDENCE + 1) if latest is not None else ()

    def _days_in(self, loose: LooseDay, years: Sequence[int]) -> list[date]:
        """The day in each of the years that has it on its weekday and within the bounds."""
        days: list[date] = []
        for year in years:
            try:
                day = date(year, loose.month or 0, loose.day or 0)
            except ValueError:
                continue
            if day.isoweekday() == loose.weekday and self.bounds.hold(day):
                days.append(day)
        return days
