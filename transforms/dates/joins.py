"""What two neighbouring readings make together: one function for each kind of join, in the order they are tried."""

from __future__ import annotations

from collections.abc import Callable

from transforms.dates.lexicon import Lexicon
from transforms.dates.reading import DAY_KINDS, Reading, is_day

_CONTAINERS = frozenset({"unit", "decade", "century", "season", "fiscal", "nth"})
_MODIFIED = _CONTAINERS | DAY_KINDS | {"date", "part", "holiday", "week"}


def _within_era(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    """'June 479 BC', 'the spring of 480 BC'."""
    if right.kind != "date" or right.era is None or right.month is not None or left.year is not None:
        return None
    fits = left.kind == "season" or (left.kind == "date" and left.month is not None)
    if not fits or gap not in lexicon.gaps["of"]:
        return None
    left.year, left.era = right.year, right.era
    return left


def _modified(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    if left.kind != "modifier" or right.kind not in _MODIFIED or gap not in lexicon.gaps["of"]:
        return None
    if right.mod or (right.kind == "nth" and right.weak):
        return None
    if left.mod in {"LATER", "EARLIER"}:
        if right.kind not in {"unit", "deictic", "part", "weekday"} or (right.weak and not right.is_definite):
            return None
        right.mod = "END" if left.mod == "LATER" else "START"
    else:
        if right.kind == "unit" and right.weak and gap == "" and not right.is_definite and left.mod == "MID":
            return None
        right.mod = None if left.mod == "WITHIN" else left.mod
    right.weak = False
    return right


def _nth_of(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    if gap not in lexicon.gaps["of"] or right.kind == "duration":
        return None
    if left.kind == "weekday" and left.relative == -1 and gap and _holds_weeks(right):
        left.kind, left.count, left.relative, left.inner = "nth", -1, None, right
        return left
    is_day = left.kind == "date" and left.month is None and left.day is not None and left.inner is None
    if is_day and (gap or left.weak):  # "dia 3 deste mês"
        if (right.kind == "unit" and right.unit == "month") or (
            right.kind == "date" and right.day is None and right.month
        ):
            left.inner, left.weak = right, False
            return left
        return None
    contained = left.kind == "nth" and left.inner is None and left.year is None
    last = left.kind == "unit" and left.relative == -1 and gap and left.base == "speech" and "whole" not in left.marks
    if not (contained or last):
        return None
    is_container = right.kind in _CONTAINERS or (right.kind == "date" and right.day is None)
    if not is_container or (right.kind == "unit" and not gap and right.weak):
        return None
    if last and not contained:
        left.kind, left.count = "nth", -1
    left.inner, left.weak = right, False
    return left


def _holds_weeks(reading: Reading) -> bool:
    """Whether a reading is a month, or a longer unit, that a last weekday can be counted in."""
    if reading.kind == "date":
        return reading.day is None and reading.month is not None
    return reading.kind == "unit" and reading.unit in {"month", "year", "quarter"}


def _same_unit_of_year(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    """'the same month a year ago', 'el mismo mes del año anterior'."""
    if left.kind != "unit" or "same" not in left.marks or left.unit not in {"month", "quarter", "week", "day"}:
        return None
    year = right.unit == "year" and not right.weak and right.kind in {"unit", "shift"}
    if not year or gap not in lexicon.gaps["of"]:
        return None
    left.inner = right
    return left


def _within_year(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    if right.kind != "unit" or right.unit != "year" or left.year is not None or left.inner:
        return None
    dated = left.kind in {"season", "holiday"} or (left.kind == "date" and left.month is not None)
    if not dated or gap not in lexicon.gaps["of"] or left.relative is not None:
        return None
    if right.weak and (left.kind != "date" or not gap):
        return None
    left.inner = right
    return left


def _day_of_day(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    """'la jornada del martes', 'la journée de lundi' is that day."""
    fits = left.kind == "unit" and left.unit == "day" and left.weak and is_day(right) and right.kind != "narrative"
    return right if fits and gap and gap in lexicon.gaps["of"] else None


def _weekday_of_week(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    week_first = left.kind == "unit" and left.unit == "week" and right.kind == "weekday" and not left.weak
    if week_first and gap in lexicon.gaps["week_day"] and right.relative is None and right.inner is None:
        right.inner = left
        return right
    fits = left.kind == "weekday" and right.kind == "unit" and right.unit == "week" and not right.weak
    if not fits or gap not in lexicon.gaps["of"] or left.inner:
        return None
    left.inner = right
    return left


def _day_part(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    if right.kind == "part" and is_day(left) and left.part is None and not right.marks and gap in lexicon.gaps["part"]:
        left.part = right.part
        return left
    if left.kind == "part" and is_day(right) and right.part is None and not left.marks and gap in lexicon.gaps["of"]:
        right.part = left.part
        right.mod = right.mod or left.mod
        return right
    return None


def _night_before(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    """'In der Nacht auf Mittwoch' is the night that begins the day before."""
    is_night = left.kind == "part" and left.part == "NI" and gap in lexicon.gaps.get("night_before", frozenset())
    if not is_night or not is_day(right) or right.part or right.clock:
        return None
    return Reading(
        kind="shift", start=left.start, end=right.end, unit="day", count=1, relative=-1, inner=right, part="NI",
    )  # fmt: skip


def in_part(clock: Reading, part: str | None) -> str | None:
    """An hour of twelve told with an afternoon, evening or night as an hour of twenty-four."""
    text = clock.clock or ""
    hour = int(text[:2] or 0)
    late = part in {"AF", "EV"} or (part == "NI" and hour >= 6)
    if "either half" in clock.marks and late and 0 < hour < 12:
        return f"{hour + 12:02d}{text[2:]}"
    return clock.clock


def _day_clock(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    if (
        left.clock is None
        and right.kind == "clock"
        and gap in lexicon.gaps["clock"]
        and (is_day(left) or left.kind == "part")
    ):
        if left.kind == "part" and not left.marks:
            return None
        left.clock, left.zone = in_part(right, left.part), right.zone
        return left
    if left.kind == "clock" and is_day(right) and right.clock is None and gap in lexicon.gaps["clock_before"]:
        right.clock, right.zone = in_part(left, right.part), left.zone
        return right
    return None


def _apposition(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    if gap not in lexicon.gaps["apposed"]:
        return None
    if left.clock or left.part or right.kind == "narrative":
        return None
    if left.kind == "deictic" and right.kind in {"weekday", "date"} and is_day(right):
        right.marks.add("deictic")
        if right.kind == "weekday":
            right.kind, right.relative, right.value = "deictic", left.relative, ""
        return right
    dated = right.kind == "date" and right.day is not None and right.weekday is None
    if left.kind == "weekday" and dated and gap in {"(", ","} and left.inner is None:
        right.weekday = left.weekday
        right.marks.add("bracket" if gap == "(" else "apposed")
        return right
    if left.kind == "date" and is_day(left) and right.kind == "weekday" and gap == "(":
        left.weekday = left.weekday or right.weekday
        return left
    return None


def _shifted(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    if left.kind != "duration" or left.count is None or left.unit is None or left.marks:
        return None
    fixed = right.kind in {"holiday", "deictic"} or (right.kind == "date" and right.day is not None)
    fixed = fixed or (right.kind == "weekday" and gap in lexicon.gaps["from"])
    if not fixed:
        return None
    if gap in lexicon.gaps["after"] and (gap not in lexicon.gaps["from"] or right.kind in {"deictic", "weekday"}):
        sign = 1
    elif gap in lexicon.gaps["before"]:
        sign = -1
    else:
        return None
    return Reading(
        kind="shift", start=left.start, end=right.end, unit=left.unit, count=left.count,
        relative=sign, inner=right,
    )  # fmt: skip


def _day_around(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    """'la veille de Noël', 'le lendemain du 14 juillet'."""
    named = left.weak and gap and gap in (lexicon.gaps["of"] | lexicon.gaps["around"])
    if left.kind != "narrative" or not (named or (not gap and right.kind == "holiday")):
        return None
    if right.kind != "holiday" and not (right.kind == "date" and right.day is not None):
        return None
    offset = left.relative or 0
    return Reading(
        kind="shift", start=left.start, end=right.end, unit="day", count=abs(offset),
        relative=1 if offset > 0 else -1, inner=right,
    )  # fmt: skip


Join = Callable[[Reading, Reading, str, Lexicon], "Reading | None"]
JOINS: tuple[Join, ...] = (
    _within_era, _modified, _nth_of, _same_unit_of_year, _within_year, _day_of_day, _weekday_of_week, _night_before,
    _day_part, _day_clock, _apposition, _shifted, _day_around,
)  # fmt: skip
