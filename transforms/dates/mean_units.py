"""Weeks, months, years and counts of them among their anchors."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.dates.anchors import Anchors, shift_day
from transforms.dates.meaning import FUTURE, PAST, PRESENT, Meaning, Place, anchored, unit_value
from transforms.dates.reading import Reading
from transforms.dates.values import interval_of

LONG = frozenset({"year", "decade", "century"})
WHOLE_DAYS = frozenset({"day", "week", "weekend", "fortnight"})


def mean_unit(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """This, last, next, previous, following, the same unit."""
    unit, relative = reading.unit or "day", reading.relative or 0
    if unit == "millennium":
        return None
    if reading.inner is not None:
        return _same_unit_of_year(reading, anchors, place)
    if reading.base == "focus":
        container = reading.is_definite or not reading.marks
        if container and unit != "day" and relative == 0 and not anchors.is_narrative and anchors.reference:
            return anchored(unit_value(unit, anchors.reference), "unit.running", anchors, "speech", 0.85)
        return _unit_in_story(reading, anchors, place, unit, relative)
    if anchors.is_narrative and anchors.focus is not None:
        return _unit_in_story(reading, anchors, place, unit, relative)
    if anchors.reference is None:
        return Meaning(_reference_value(relative), "unit.unanchored", "none", None, 0.4)
    if unit == "weekend" and relative == 0:
        return _this_weekend(anchors, place)
    start = anchors.reference if unit in WHOLE_DAYS else anchors.reference.replace(day=1)
    moved = shift_day(start, unit, relative)
    value = unit_value(unit, moved) if moved else None
    rule = {-1: "unit.last", 0: "unit.this", 1: "unit.next"}.get(relative, "unit.shift")
    return anchored(value, rule, anchors, "speech", 0.95)


def _reference_value(relative: int) -> str:
    return PRESENT if relative == 0 else PAST if relative < 0 else FUTURE


def _same_unit_of_year(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    days = anchors.story_interval() or ((anchors.reference, anchors.reference) if anchors.reference else None)
    outer = place.outer(reading.inner, anchors) if reading.inner else None
    year = interval_of(outer.value) if outer else None
    if days is None or outer is None or year is None:
        return None
    moved = shift_day(days[0], "year", year[0].year - days[0].year)
    value = unit_value(reading.unit or "month", moved) if moved else None
    return Meaning(value, "unit.same_of_year", outer.anchor_kind, outer.anchor_on, 0.8) if value else None


def _this_weekend(anchors: Anchors, place: Place) -> Meaning | None:
    day = anchors.reference
    if day is None:
        return None
    if day.isoweekday() <= 5 and not place.is_announced and place.direction() == "past":
        day -= timedelta(days=7)
    return anchored(unit_value("weekend", day), "weekend.this", anchors, "speech", 0.85)


def _unit_in_story(reading: Reading, anchors: Anchors, place: Place, unit: str, relative: int) -> Meaning | None:
    if anchors.bc_year is not None:
        return _unit_before_christ(anchors.bc_year, unit, relative)
    told = relative or {"same", "that"} & reading.marks
    days = anchors.told_interval() if told else anchors.story_interval()
    if days is None:
        return Meaning(_reference_value(relative), "unit.unanchored", "none", None, 0.4)
    if unit == "day" and days[0] != days[1] and anchors.day_focus is not None:
        days = anchors.day_focus.days
    length = (days[1] - days[0]).days
    longest = {"day": 0, "week": 6, "weekend": 6, "month": 30, "quarter": 91, "half": 183, "year": 365}.get(unit, 36525)
    if length > longest:
        if unit == "day" and reading.is_definite:
            return None
        value = "XXXX-XX-XX" if unit == "day" and relative == 0 else _reference_value(relative)
        return Meaning(value, "unit.too_fine", "none", None, 0.3)
    first = days[0]
    if unit == "day" and not anchors.is_narrative:
        first = (place.counted_from(relative) if told else place.told_day()) or first
    moved = shift_day(first if unit in {"day", "week", "weekend"} else first.replace(day=1), unit, relative)
    return anchored(unit_value(unit, moved) if moved else None, "unit.narrative", anchors, "focus", 0.75)


def _unit_before_christ(year: int, unit: str, relative: int) -> Meaning | None:
    """Years before Christ count down: the following year has the smaller figure."""
    digits = {"year": (1, "04d"), "decade": (10, "03d"), "century": (100, "02d")}.get(unit)
    if digits is None:
        return None if relative == 0 else Meaning(PAST if relative < 0 else FUTURE, "unit.too_fine", "none", None, 0.3)
    size, width = digits
    return Meaning(f"BC{format(year // size - relative, width)}", "unit.before_christ", "narrative", None, 0.6)


def mean_shift(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """N units before or after an anchor."""
    sign, unit, count = reading.relative or 1, reading.unit or "day", reading.count
    vague = FUTURE if sign > 0 else PAST
    lasts_years = unit in LONG and place.direction() is None
    if "in" in reading.marks and (lasts_years or place.direction() == "past"):
        return Meaning(reading.value, "quantity.within", "none", None, 0.8)
    if reading.inner is not None:
        return _shift_from_date(reading, anchors, place)
    if unit in {"hour", "minute", "second"}:
        return _shift_clock(reading, anchors, vague)
    if count is None:
        return Meaning(vague, "shift.vague", anchors.reference_kind, anchors.reference, 0.6)
    in_story = reading.base == "focus"
    if in_story and anchors.bc_year is not None:
        return (
            _unit_before_christ(anchors.bc_year, unit, sign * int(count))
            if unit == "year"
            else Meaning(vague, "shift.too_fine", "none", None, 0.3)
        )
    days = anchors.focus.days if anchors.focus and (in_story or anchors.is_narrative) else None
    if in_story and not anchors.is_narrative and anchors.last is not None:
        days = anchors.last.days
    start = days[0] if days else (None if in_story else anchors.reference)
    if start is None:
        return Meaning(vague, "shift.unanchored", "none", None, 0.4)
    if days and (days[1] - days[0]).days > {"day": 0, "week": 6, "month": 31, "year": 366}.get(unit, 36525):
        return Meaning(vague, "shift.too_fine", "none", None, 0.3)
    value = shifted_value(start, unit, count, sign)
    ahead = interval_of(value) if value and in_story and sign > 0 and not anchors.is_narrative else None
    if ahead and anchors.reference and ahead[0] > anchors.reference and place.direction() != "future":
        return Meaning(vague, "shift.too_fine", "none", None, 0.3)
    rule = "shift.narrative" if in_story else "shift.ago" if sign < 0 else "shift.in"
    return anchored(value, rule, anchors, "focus" if in_story else "speech", 0.9)


def shifted_value(start: date, unit: str, count: float, sign: int) -> str | None:
    """The unit `count` units after or before a day; a half unit is counted in the next finer one."""
    if count != int(count):
        finer = {
            "year": ("month", 12),
            "month": ("day", 30),
            "week": ("day", 7),
            "decade": ("year", 10),
            "century": ("year", 100),
        }
        if unit not in finer:
            return None
        unit, factor = finer[unit]
        count = round(count * factor)
    factor = 2 if unit == "fortnight" else 1
    plain = "week" if unit == "fortnight" else unit
    moved = shift_day(start, plain, sign * int(count) * factor)
    return unit_value(plain, moved) if moved else None


def _shift_from_date(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    outer = place.outer(reading.inner, anchors) if reading.inner else None
    days = interval_of(outer.value) if outer else None
    if outer is None or days is None or reading.count is None or reading.count != int(reading.count):
        return None
    sign = reading.relative or 1
    moved = shift_day(days[1] if sign > 0 else days[0], reading.unit or "day", sign * int(reading.count))
    return Meaning(moved.isoformat(), "shift.from_date", outer.anchor_kind, outer.anchor_on, 0.85) if moved else None


def _shift_clock(reading: Reading, anchors: Anchors, vague: str) -> Meaning | None:
    focus, told, minutes = anchors.focus, anchors.reference, anchors.reference_minutes
    if reading.base == "speech" and reading.count is not None and told is not None and minutes is not None:
        value = _at_minutes(told, minutes + _minutes(reading), "")
        return anchored(value, "shift.speech_clock", anchors, "speech", 0.9)
    if reading.count is None or reading.base != "focus" or focus is None or "T" not in focus.value:
        return Meaning(vague, "shift.hours", anchors.reference_kind, anchors.reference, 0.5)
    head, _, tail = focus.value.partition("T")
    if not tail[:2].isdigit() or tail[2:3] != ":":
        return Meaning(vague, "shift.hours", "none", None, 0.4)
    minutes = int(tail[:2]) * 60 + int(tail[3:5]) + _minutes(reading)
    value = _at_minutes(date.fromisoformat(head), minutes, tail[5:])
    return anchored(value, "shift.clock", anchors, "focus", 0.75)


def _minutes(reading: Reading) -> int:
    """The signed length of a shift in minutes."""
    size = {"hour": 60.0, "minute": 1.0}.get(reading.unit or "", 1 / 60)
    return (reading.relative or 1) * round((reading.count or 0) * size)


def _at_minutes(day: date, minutes: int, zone: str) -> str:
    """The clock time that lies some minutes after (or before) the start of a day."""
    shifted = day + timedelta(days=minutes // 1440)
    return f"{shifted.isoformat()}T{minutes % 1440 // 60:02d}:{minutes % 60:02d}{zone}"
