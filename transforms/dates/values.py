"""Between whole-day intervals, TIMEX3 values and EDTF (ISO 8601-2): one place for how a time is written.

Intervals are inclusive at both ends. Values without a day of their own (durations, sets, `XXXX`, vague references,
years before Christ) have no interval.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Interval = tuple[date, date]

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
EDTF_CODES = {
    "SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41,
}  # fmt: skip
DAY_PARTS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (20, 30), "DT": (6, 18)}
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
LAST_YEAR = 9999

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
MONTH = re.compile(r"(\d{4})-(\d{2})")
YEAR = re.compile(r"\d{4}")
DECADE = re.compile(r"\d{3}")
CENTURY = re.compile(r"\d{2}")
WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
NAMED = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
FISCAL = re.compile(r"(FY|SY)(\d{4})")
BEFORE_CHRIST = re.compile(r"BC(\d{4})")
SHAPES = (
    (DAY, "day"),
    (MONTH, "month"),
    (YEAR, "year"),
    (DECADE, "decade"),
    (CENTURY, "century"),
    (BEFORE_CHRIST, "year"),
    (FISCAL, "year"),
)


def date_part(value: str) -> str:
    """The part of a TIMEX3 value before its time of day."""
    return value if value.startswith("P") or value in REFERENCES else value.split("T", 1)[0]


def interval_of(value: str) -> Interval | None:
    """The days a TIMEX3 value covers, or None where it names no known days."""
    if value in REFERENCES or value.startswith(("P", "T", "X", "BC")):
        return None
    try:
        return _interval_of_day(date_part(value))
    except ValueError:
        return None


def _interval_of_day(value: str) -> Interval | None:
    if match := DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := MONTH.fullmatch(value):
        return month_interval(int(match[1]), int(match[2]))
    if YEAR.fullmatch(value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if match := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    if match := NAMED.fullmatch(value):
        return _named_interval(int(match[1]), match[2])
    return _long_interval(value)


def _long_interval(value: str) -> Interval | None:
    if DECADE.fullmatch(value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if CENTURY.fullmatch(value):
        return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
    if (match := FISCAL.fullmatch(value)) and match[1] == "SY":
        return date(int(match[2]) - 1, 9, 1), date(int(match[2]), 8, 31)
    return None


def month_interval(year: int, month: int) -> Interval:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _named_interval(year: int, name: str) -> Interval:
    if name[0] == "Q":
        first = 3 * int(name[1]) - 2
        return date(year, first, 1), month_interval(year, first + 2)[1]
    if name[0] == "H":
        first = 6 * int(name[1]) - 5
        return date(year, first, 1), month_interval(year, first + 5)[1]
    first = SEASON_MONTHS[name]
    if name == "WI":
        return date(year, 12, 1), month_interval(year + 1, 2)[1]
    return date(year, first, 1), month_interval(year, first + 2)[1]


def value_of_interval(start: date, end: date) -> str | None:
    """The TIMEX3 value that covers exactly these days, the shortest first; None where there is none."""
    if start > end:
        raise ValueError(f"an interval ends on {end} before it starts on {start}")
    for value in _granules(start):
        if interval_of(value) == (start, end):
            return value
    return None


def _granules(day: date) -> list[str]:
    week = day.isocalendar()
    year = f"{day.year:04d}"
    granules = [
        day.isoformat(),
        f"{week.year:04d}-W{week.week:02d}-WE",
        f"{week.year:04d}-W{week.week:02d}",
        f"{year}-{day.month:02d}",
    ]
    granules += [f"{year}-Q{(day.month + 2) // 3}", f"{year}-H{(day.month + 5) // 6}"]
    granules += [f"{year}-{name}" for name, month in SEASON_MONTHS.items() if month == day.month]
    return [*granules, year, year[:3], year[:2]]


def precision_of(value: str) -> str | None:
    """The name of a value's granularity, from minute to century; None for what is no calendar value."""
    if value in REFERENCES or value.startswith("P") or not value:
        return None
    head, _, tail = value.partition("T")
    if tail:
        return "minute" if tail[:1].isdigit() else "part"
    for shape, name in SHAPES:
        if shape.fullmatch(head):
            return name
    if match := WEEK.fullmatch(head):
        return "weekend" if match[3] else "week"
    if match := NAMED.fullmatch(head):
        return {"Q": "quarter", "H": "half"}.get(match[2][0], "season")
    return None


def edtf_of(value: str, mod: str | None = None) -> str | None:
    """A TIMEX3 value as EDTF; approximate ones end in `~`. None for durations, sets, habits and references."""
    tail = "~" if mod == "APPROX" else ""
    body = _edtf_body(value)
    return None if body is None else body + tail


def _edtf_body(value: str) -> str | None:
    if value in REFERENCES or value.startswith(("P", "T", "FY")):
        return None
    head, _, time = value.partition("T")
    if match := BEFORE_CHRIST.fullmatch(head):
        return f"-{int(match[1]) - 1:04d}" if int(match[1]) > 1 else "0000"
    if re.fullmatch(r"[\dX]{4}(-[\dX]{2}){0,2}", head):
        clock = re.match(r"\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}(:\d{2})?)?$", time)
        if not clock or "X" in head or time.startswith("24"):
            return head
        return f"{head}T{time if clock[1] else with_seconds(time)}"
    if DECADE.fullmatch(head):
        return f"{head}X"
    if CENTURY.fullmatch(head):
        return f"{head}XX"
    if match := NAMED.fullmatch(head):
        return f"{match[1]}-{EDTF_CODES[match[2]]}"
    days = interval_of(head)
    return f"{days[0].isoformat()}/{days[1].isoformat()}" if days else None


def with_seconds(time: str) -> str:
    """A clock of hours and minutes with the seconds EDTF wants."""
    return f"{time[:5]}:00{time[5:]}"


def wall_times(value: str) -> tuple[str, str, str | None] | None:
    """Start and end (exclusive) of a time of day as ISO local times, and its offset; None where none is spoken of."""
    head, mark, tail = value.partition("T")
    if not mark or not DAY.fullmatch(head):
        return None
    try:
        day = date.fromisoformat(head)
    except ValueError:
        return None
    if tail in DAY_PARTS:
        first, last = DAY_PARTS[tail]
        return _wall(day, first, 0), _wall(day, last, 0), None
    match = re.match(r"(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}(?::?\d{2})?)?$", tail)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2])
    return _wall(day, hour, minute), _wall(day, hour, minute + 1), _offset(match[3])


def _wall(day: date, hour: int, minute: int) -> str:
    total = hour * 60 + minute
    try:
        shifted = day + timedelta(days=total // 1440)
    except OverflowError:
        shifted, total = day, 1439
    return f"{shifted.isoformat()}T{total % 1440 // 60:02d}:{total % 60:02d}:00"


def _offset(zone: str | None) -> str | None:
    if zone is None:
        return None
    if zone == "Z":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def week_value(day: date) -> str:
    """The ISO week of a day, in the week's own year."""
    week = day.isocalendar()
    return f"{week.year:04d}-W{week.week:02d}"


def clock_value(day: str, clock: str, zone: str | None) -> str:
    """A day with a clock time and the offset written after it."""
    return f"{day}T{clock}{zone or ''}"
