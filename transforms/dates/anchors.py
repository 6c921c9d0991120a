"""What a relative expression hangs on: the day of speech, and the narrative focus that the story has reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from transforms.dates.values import BEFORE_CHRIST, Interval, interval_of, precision_of
from transforms.records import AnchorKind

OTHER_YEAR_BACK = 100
OTHER_YEAR_AHEAD = 200
WRONG_WAY = 300
NARRATIVE_BACK = 1.4
FAR_DAYS = 550


@dataclass(slots=True)
class Focus:
    """The last date of the main story line: its value, its days, and where it stood."""

    value: str
    days: Interval
    end: int

    @property
    def day(self) -> date | None:
        """The day, where the focus is as fine as a day."""
        return self.days[0] if self.days[0] == self.days[1] else None


@dataclass(slots=True)
class Anchors:
    """The state of one document while its expressions are resolved in text order.

    `reference` is the day of speech (None: unknown); `is_narrative` says that the text tells history, so that dates
    without a year continue the story instead of leaning on the day of speech.
    """

    reference: date | None
    reference_kind: AnchorKind
    is_narrative: bool
    not_before: date | None = None
    reference_minutes: int | None = None
    focus: Focus | None = None
    day_focus: Focus | None = None
    last: Focus | None = None
    month_told: Focus | None = None
    bc_year: int | None = None

    def story_day(self) -> date | None:
        """The day told: the focus, else the day of speech."""
        if self.focus and self.focus.day:
            return self.focus.day
        return None if self.is_narrative else self.reference

    def story_interval(self) -> Interval | None:
        """The days told."""
        if self.focus:
            return self.focus.days
        return (self.reference, self.reference) if self.reference and not self.is_narrative else None

    def told_day(self) -> date | None:
        """The day that 'the day before' and 'le lendemain' count from: none where the text told only longer times."""
        if self.focus is None and (self.last is None or self.last.days[0] != self.last.days[1]):
            return None
        return self.day_focus.days[0] if self.day_focus else (self.last.days[0] if self.last else None)

    def told_interval(self) -> Interval | None:
        """The days mentioned last, on the main line or not, else the days told."""
        return self.last.days if self.last else self.story_interval()

    def move(self, value: str, end: int) -> None:
        """Take a main-line date as the new focus."""
        if match := BEFORE_CHRIST.match(value):
            self.bc_year = int(match[1])
        days = interval_of(value)
        if days is None or precision_of(value) in {"decade", "century"}:
            return
        self.focus, self.bc_year = Focus(value, days, end), None
        if days[0] == days[1]:
            self.day_focus = self.focus

    def is_far(self, days: Interval) -> bool:
        """Whether days lie so far from the day of speech that they are background in news."""
        if self.reference is None or self.is_narrative:
            return False
        return abs((days[0] - self.reference).days) > FAR_DAYS and abs((days[1] - self.reference).days) > FAR_DAYS


def nearest_year(month: int, day: int | None, anchor: date, direction: str | None) -> int:
    """The year of a day and month, or of a month, near an anchor.

    The anchor's year unless another year is much nearer (over New Year) or the clause looks the other way.
    """
    best, best_cost = anchor.year, float("inf")
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        distance = _distance(year, month, day, anchor)
        if distance is None:
            continue
        cost = abs(distance)
        if year < anchor.year:
            cost += OTHER_YEAR_BACK
        elif year > anchor.year:
            cost += OTHER_YEAR_BACK if direction == "future" else OTHER_YEAR_AHEAD
        if (direction == "past" and distance > 0) or (direction == "future" and distance < 0):
            cost += WRONG_WAY
        if cost < best_cost:
            best, best_cost = year, cost
    return best


def _distance(year: int, month: int, day: int | None, anchor: date) -> int | None:
    """Days from the anchor to the date; a month that holds the anchor is at distance 0."""
    if day is None:
        if (year, month) == (anchor.year, anchor.month):
            return 0
        day = 15
    found = safe_date(year, month, day)
    return None if found is None else (found - anchor).days


def story_year(month: int, day: int | None, focus: Interval) -> int:
    """The year of a date that continues a story: forward from the focus costs less than back."""
    anchor = focus[0]
    if (focus[1] - focus[0]).days > 300:
        return anchor.year
    best, best_cost = anchor.year, float("inf")
    for year in (anchor.year, anchor.year + 1, anchor.year - 1):
        distance = _distance(year, month, day, anchor)
        if distance is None:
            continue
        cost = distance if distance >= 0 else -NARRATIVE_BACK * distance
        if year != anchor.year:
            cost += OTHER_YEAR_BACK
        if cost < best_cost:
            best, best_cost = year, cost
    return best


def year_with_weekday(month: int, day: int, weekday: int, anchor: date) -> int | None:
    """The year nearest to the anchor in which a date falls on a weekday, at most two years away."""
    fitting = [
        year
        for year in range(anchor.year - 2, anchor.year + 3)
        if (found := safe_date(year, month, day)) and found.isoweekday() == weekday
    ]
    return min(fitting, key=lambda year: abs(year - anchor.year), default=None)


def safe_date(year: int, month: int, day: int) -> date | None:
    """A date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Year and month that lie `months` after the month of a day."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def shift_day(day: date, unit: str, count: int) -> date | None:
    """A day moved by units, kept within its month; None out of the calendar."""
    try:
        if unit in {"day", "week", "fortnight", "weekend"}:
            return day + timedelta(days=count * {"day": 1, "fortnight": 14}.get(unit, 7))
        months = count * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(
            unit, 12000
        )
        year, month = shift_months(day, months)
        return next((found for back in range(4) if (found := safe_date(year, month, day.day - back))), None)
    except (OverflowError, ValueError):
        return None
