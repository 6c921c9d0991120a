"""From a reading and the anchors to a TIMEX3 value: one small function for each kind of expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.dates.anchors import (
    Anchors,
    nearest_year,
    safe_date,
    shift_day,
    shift_months,
    story_year,
    year_with_weekday,
)
from transforms.dates.holidays import holiday_on, nth_weekday
from transforms.dates.reading import Reading
from transforms.dates.values import interval_of, week_value
from transforms.records import AnchorKind

UNIT_SHAPES = {"day", "week", "fortnight", "weekend", "month", "quarter", "half", "year", "decade", "century"}
ERA_REACH = 80
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"


@dataclass(slots=True)
class Meaning:
    """What an expression means in its place: value, what it hung on, the rule, how sure."""

    value: str
    rule: str
    anchor_kind: AnchorKind = "none"
    anchor_on: date | None = None
    confidence: float = 0.9
    conflict: bool = False


@dataclass(slots=True)
class Place:
    """Where an expression stands: the clause's direction and what surrounds it, asked for only when needed."""

    direction: Callable[[], str | None]
    is_habit: Callable[[], bool]
    is_announced: bool
    country: str


def interpret(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """The meaning of a reading among its anchors, None where it means no time here."""
    return READERS[reading.kind](reading, anchors, place)


def unit_value(unit: str, day: date) -> str | None:
    """The value of the unit that holds a day."""
    year = f"{day.year:04d}"
    if unit == "day":
        return day.isoformat()
    if unit in {"week", "fortnight"}:
        return week_value(day)
    if unit == "weekend":
        return f"{week_value(day)}-WE"
    if unit == "month":
        return f"{year}-{day.month:02d}"
    if unit == "quarter":
        return f"{year}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{year}-H{(day.month + 5) // 6}"
    return {"year": year, "decade": year[:3], "century": year[:2], "millennium": year[:1]}.get(unit)


def _anchored(value: str | None, rule: str, anchors: Anchors, base: str, confidence: float) -> Meaning | None:
    if value is None:
        return None
    if base == "focus" and anchors.focus:
        return Meaning(value, rule, "narrative", anchors.focus.days[0], confidence)
    return Meaning(value, rule, anchors.reference_kind, anchors.reference, confidence)


def _date(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    if "iso" in reading.marks:
        value = reading.value.replace(" ", "T", 1)
        return Meaning(value, reading.rule_id, "absolute", None, 1.0)
    if "era continued" in reading.marks:
        if anchors.bc_year is None or abs(anchors.bc_year - (reading.year or 0)) > ERA_REACH:
            return None
        return Meaning(f"BC{reading.year:04d}", "date.era_continued", "narrative", None, 0.6)
    if reading.era == "BC" and reading.month is not None:
        return Meaning(f"BC{_written(reading.year or 0, reading)}", "date.within_era", "absolute", None, 0.95)
    if reading.era == "BC":
        return Meaning(f"BC{reading.year:04d}", reading.rule_id, "absolute", None, 0.95)
    if reading.year is not None and reading.month is None:
        return Meaning(f"{reading.year:04d}", reading.rule_id, "absolute", None, 0.95)
    if reading.month is None:
        return _day_of_unnamed_month(reading, anchors, place) if reading.day is not None else None
    if reading.year is None:
        return _date_without_year(reading, anchors, place)
    if reading.day is None:
        return Meaning(f"{reading.year:04d}-{reading.month:02d}", reading.rule_id, "absolute", None, 0.98)
    found = safe_date(reading.year, reading.month, reading.day)
    if found is None:
        return None
    conflict = reading.weekday is not None and found.isoweekday() != reading.weekday
    rule = "core.bracket_wins" if "bracket" in reading.marks else reading.rule_id
    return Meaning(found.isoformat(), rule, "absolute", None, 0.7 if conflict else 1.0, conflict)


def _day_of_unnamed_month(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """'the 15th', 'jeudi 15': in the month that contains it, else in the nearest month that fits."""
    day = reading.day or 1
    if reading.inner is not None:
        outer = interpret(reading.inner, anchors, place)
        days = interval_of(outer.value) if outer else None
        found = safe_date(days[0].year, days[0].month, day) if days else None
        return Meaning(found.isoformat(), "date.day_of_month", outer.anchor_kind, outer.anchor_on, 0.9) if found and outer else None
    anchor = anchors.story_day() if anchors.is_narrative else anchors.reference
    if anchor is None:
        return Meaning(f"XXXX-XX-{day:02d}", "date.unanchored", "none", None, 0.3)
    near = [safe_date(*shift_months(anchor, months), day) for months in range(-6, 7)]
    fitting = [found for found in near if found and reading.weekday in {None, found.isoweekday()}]
    if not fitting:
        return None
    direction = place.direction()
    wrong_way = {"past": 1, "future": -1}.get(direction or "", 0)
    best = min(fitting, key=lambda found: abs((found - anchor).days) + (20 if (found - anchor).days * wrong_way > 0 else 0))
    return _anchored(best.isoformat(), "date.day_nearest", anchors, "speech", 0.7)


def _written(year: int, reading: Reading) -> str:
    tail = f"-{reading.day:02d}" if reading.day is not None else ""
    return f"{year:04d}-{reading.month:02d}{tail}"


def _date_without_year(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    month = reading.month or 1
    if reading.inner is not None:
        outer = interpret(reading.inner, anchors, place)
        days = interval_of(outer.value) if outer else None
        if outer and days:
            return Meaning(_written(days[0].year, reading), "date.month_of_year", outer.anchor_kind, outer.anchor_on, 0.9)
    if anchors.is_narrative or (reading.base == "focus" and anchors.focus):
        return _date_in_story(reading, anchors)
    if anchors.reference is None:
        return _date_unanchored(reading, anchors)
    reference = anchors.reference
    if place.is_habit() and reading.relative is None and reading.weekday is None:
        return Meaning("XXXX" + _written(0, reading)[4:], "date.habit", "none", None, 0.7)
    if reading.relative is not None:
        year = _relative_year(month, reading.day, reference, reading.relative)
        rule = {-1: "date.last", 0: "date.this", 1: "date.next"}[reading.relative]
        return Meaning(_written(year, reading), rule, anchors.reference_kind, reference, 0.95)
    if reading.weekday is not None and reading.day is not None:
        fitting = year_with_weekday(month, reading.day, reading.weekday, reference)
        if fitting is not None:
            return Meaning(_written(fitting, reading), "date.weekday_agrees", anchors.reference_kind, reference, 0.95)
    direction = place.direction()
    year = nearest_year(month, reading.day, reference, direction)
    rule = f"date.{direction}" if direction else "date.anchor_year"
    conflict = reading.weekday is not None
    return Meaning(_written(year, reading), rule, anchors.reference_kind, reference, 0.6 if conflict else 0.85, conflict)


def _date_in_story(reading: Reading, anchors: Anchors) -> Meaning:
    if anchors.bc_year is not None:
        return Meaning(f"BC{_written(anchors.bc_year, reading)}", "date.narrative_year", "narrative", None, 0.6)
    days = anchors.story_interval()
    if days is None:
        return _date_unanchored(reading, anchors)
    if reading.weekday is not None and reading.day is not None:
        fitting = year_with_weekday(reading.month or 1, reading.day, reading.weekday, days[0])
        if fitting is not None:
            return Meaning(_written(fitting, reading), "date.weekday_agrees", "narrative", days[0], 0.85)
    year = story_year(reading.month or 1, reading.day, days)
    return Meaning(_written(year, reading), "date.narrative_year", "narrative", days[0], 0.75)


def _date_unanchored(reading: Reading, anchors: Anchors) -> Meaning:
    del anchors
    return Meaning("XXXX" + _written(0, reading)[4:], "date.unanchored", "none", None, 0.5)


def _relative_year(month: int, day: int | None, reference: date, relative: int) -> int:
    """The year of 'last June', 'le 27 juillet dernier', 'this June', 'décembre prochain'."""
    if relative == 0:
        return reference.year
    here = (reference.month, reference.day) if day is not None else (reference.month,)
    there = (month, day) if day is not None else (month,)
    if relative < 0:
        return reference.year if there < here else reference.year - 1
    return reference.year if there > here else reference.year + 1


def _deictic(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    if anchors.reference is None or (anchors.is_narrative and reading.relative == 0):
        offset = reading.relative or 0
        value = PRESENT if offset == 0 else PAST if offset < 0 else FUTURE
        if anchors.reference is None and reading.part:
            return Meaning(f"XXXX-XX-XXT{reading.part}", "deictic.unanchored", "none", None, 0.4)
        return Meaning(value, "deictic.unanchored", "none", None, 0.4)
    offset = reading.relative or 0
    if reading.part == "NI" and offset == 0 and place.direction() == "past":
        offset = -1
    day = anchors.reference + timedelta(days=offset)
    conflict = reading.weekday is not None and day.isoweekday() != reading.weekday
    return Meaning(day.isoformat(), reading.rule_id, anchors.reference_kind, anchors.reference, 0.7 if conflict else 0.97, conflict)


def _narrative(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    del place
    day = anchors.story_day() if anchors.is_narrative else anchors.told_day()
    offset = reading.relative or 0
    if day is None:
        return Meaning(PAST if offset < 0 else FUTURE, "narrative.unanchored", "none", None, 0.4)
    return _anchored((day + timedelta(days=offset)).isoformat(), "relative.narrative", anchors, "focus", 0.8)


def _weekday(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    weekday = reading.weekday or 1
    if reading.inner is not None:
        outer = interpret(reading.inner, anchors, place)
        days = interval_of(outer.value) if outer else None
        if outer and days:
            day = days[0] + timedelta(days=weekday - 1)
            return Meaning(day.isoformat(), "weekday.of_week", outer.anchor_kind, outer.anchor_on, 0.9)
    if "habit article" in reading.marks and place.direction() != "past":
        return Meaning(f"XXXX-WXX-{weekday}", "weekday.habit", "none", None, 0.7)
    in_story = anchors.is_narrative or reading.base == "focus" or "same" in reading.marks
    anchor = anchors.story_day() if in_story else anchors.reference
    if anchor is None:
        return Meaning(f"XXXX-WXX-{weekday}", "weekday.unanchored", "none", None, 0.3)
    if anchors.is_narrative and reading.relative is None:
        ahead = (weekday - anchor.isoweekday()) % 7
        return Meaning((anchor + timedelta(days=ahead)).isoformat(), "weekday.narrative", "narrative", anchor, 0.6)
    day, rule, sure = _weekday_from(anchor, weekday, reading, place)
    return _anchored(day.isoformat(), rule, anchors, "focus" if in_story else "speech", sure)


def _weekday_from(anchor: date, weekday: int, reading: Reading, place: Place) -> tuple[date, str, float]:
    back = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    if reading.relative == -1:
        return anchor - timedelta(days=back or 7), "weekday.last", 0.95
    if reading.relative == 1:
        return anchor + timedelta(days=ahead or 7), "weekday.next", 0.95
    if "same" in reading.marks:
        return anchor - timedelta(days=back), "weekday.same", 0.85
    if "this" in reading.marks:
        looks_ahead = place.is_announced or place.direction() == "future"
        if looks_ahead:
            return anchor + timedelta(days=ahead), "weekday.this_future", 0.9
        if place.direction() is None:
            return anchor + timedelta(days=weekday - anchor.isoweekday()), "weekday.this_week", 0.8
        return anchor - timedelta(days=back), "weekday.this", 0.9
    if place.is_announced or place.direction() == "future":
        return anchor + timedelta(days=ahead or 7), "weekday.future", 0.85
    return anchor - timedelta(days=back), "weekday.past", 0.9


def _unit(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    unit, relative = reading.unit or "day", reading.relative or 0
    if unit == "millennium":
        return None
    if reading.inner is not None:
        return _same_unit_of_year(reading, anchors, place)
    if reading.base == "focus":
        container = reading.is_definite or not reading.marks
        if container and unit != "day" and relative == 0 and not anchors.is_narrative and anchors.reference:
            return _anchored(unit_value(unit, anchors.reference), "unit.running", anchors, "speech", 0.85)
        return _unit_in_story(reading, anchors, unit, relative)
    if anchors.reference is None or (anchors.is_narrative and anchors.focus is not None):
        if anchors.is_narrative and anchors.focus is not None:
            return _unit_in_story(reading, anchors, unit, relative)
        value = {-1: PAST, 0: PRESENT, 1: FUTURE}[max(-1, min(1, relative))]
        return Meaning(value, "unit.unanchored", "none", None, 0.4)
    if unit == "weekend" and relative == 0:
        return _this_weekend(anchors, place)
    if unit == "weekend" and relative == -1 and anchors.reference.isoweekday() >= 6:  # noqa: PLR2004
        pass
    moved = shift_day(anchors.reference.replace(day=1) if unit not in {"day", "week", "weekend", "fortnight"} else anchors.reference, unit, relative)
    value = unit_value(unit, moved) if moved else None
    rule = {-1: "unit.last", 0: "unit.this", 1: "unit.next"}.get(relative, "unit.shift")
    return _anchored(value, rule, anchors, "speech", 0.95)


def _same_unit_of_year(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    days = anchors.story_interval() or ((anchors.reference, anchors.reference) if anchors.reference else None)
    outer = interpret(reading.inner, anchors, place) if reading.inner else None
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
    if day.isoweekday() <= 5 and not place.is_announced and place.direction() == "past":  # noqa: PLR2004
        day -= timedelta(days=7)
    return _anchored(unit_value("weekend", day), "weekend.this", anchors, "speech", 0.85)


def _unit_in_story(reading: Reading, anchors: Anchors, unit: str, relative: int) -> Meaning | None:
    if anchors.bc_year is not None:
        return _unit_before_christ(anchors.bc_year, unit, relative)
    days = anchors.told_interval() if relative else anchors.story_interval()
    if days is None:
        value = {-1: PAST, 0: PRESENT, 1: FUTURE}[max(-1, min(1, relative))]
        return Meaning(value, "unit.unanchored", "none", None, 0.4)
    if unit == "day" and days[0] != days[1] and anchors.day_focus is not None:
        days = anchors.day_focus.days
    length = (days[1] - days[0]).days
    longest = {"day": 0, "week": 6, "weekend": 6, "month": 30, "quarter": 91, "half": 183, "year": 365}.get(unit, 36525)
    if length > longest:
        if unit == "day" and reading.is_definite:
            return None
        return Meaning(PAST if relative < 0 else FUTURE if relative > 0 else PRESENT, "unit.too_fine", "none", None, 0.3)
    moved = shift_day(days[0] if unit in {"day", "week", "weekend"} else days[0].replace(day=1), unit, relative)
    return _anchored(unit_value(unit, moved) if moved else None, "unit.narrative", anchors, "focus", 0.75)


def _unit_before_christ(year: int, unit: str, relative: int) -> Meaning | None:
    """Years before Christ count down: the following year has the smaller figure."""
    digits = {"year": (1, "04d"), "decade": (10, "03d"), "century": (100, "02d")}.get(unit)
    if digits is None:
        return None if relative == 0 else Meaning(PAST if relative < 0 else FUTURE, "unit.too_fine", "none", None, 0.3)
    size, width = digits
    return Meaning(f"BC{format(year // size - relative, width)}", "unit.before_christ", "narrative", None, 0.6)


def _shift(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    sign, unit, count = reading.relative or 1, reading.unit or "day", reading.count
    vague = FUTURE if sign > 0 else PAST
    if "in" in reading.marks and place.direction() == "past":
        return Meaning(reading.value, "quantity.within", "none", None, 0.8)
    if reading.inner is not None:
        return _shift_from_date(reading, anchors, place)
    if unit in {"hour", "minute", "second"}:
        return _shift_clock(reading, anchors, vague)
    if count is None:
        return Meaning(vague, "shift.vague", anchors.reference_kind, anchors.reference, 0.6)
    in_story = reading.base == "focus"
    if in_story and anchors.bc_year is not None:
        return _unit_before_christ(anchors.bc_year, unit, sign * int(count)) if unit == "year" else Meaning(vague, "shift.too_fine", "none", None, 0.3)
    days = anchors.focus.days if anchors.focus and (in_story or anchors.is_narrative) else None
    if in_story and not anchors.is_narrative and anchors.last is not None:
        days = anchors.last.days
    start = days[0] if days else (None if in_story else anchors.reference)
    if start is None:
        return Meaning(vague, "shift.unanchored", "none", None, 0.4)
    if days and (days[1] - days[0]).days > {"day": 0, "week": 6, "month": 31, "year": 366}.get(unit, 36525):
        return Meaning(vague, "shift.too_fine", "none", None, 0.3)
    value = shifted_value(start, unit, count, sign)
    rule = "shift.narrative" if in_story else "shift.ago" if sign < 0 else "shift.in"
    return _anchored(value, rule, anchors, "focus" if in_story else "speech", 0.9)


def shifted_value(start: date, unit: str, count: float, sign: int) -> str | None:
    """The unit `count` units after or before a day; a half unit is counted in the next finer one."""
    if count != int(count):
        finer = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "decade": ("year", 10), "century": ("year", 100)}
        if unit not in finer:
            return None
        unit, factor = finer[unit]
        count = round(count * factor)
    factor = 2 if unit == "fortnight" else 1
    plain = "week" if unit == "fortnight" else unit
    moved = shift_day(start, plain, sign * int(count) * factor)
    return unit_value(plain, moved) if moved else None


def _shift_from_date(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    outer = interpret(reading.inner, anchors, place) if reading.inner else None
    days = interval_of(outer.value) if outer else None
    if outer is None or days is None or reading.count is None or reading.count != int(reading.count):
        return None
    sign = reading.relative or 1
    moved = shift_day(days[1] if sign > 0 else days[0], reading.unit or "day", sign * int(reading.count))
    return Meaning(moved.isoformat(), "shift.from_date", outer.anchor_kind, outer.anchor_on, 0.85) if moved else None


def _shift_clock(reading: Reading, anchors: Anchors, vague: str) -> Meaning | None:
    focus = anchors.focus
    if reading.count is None or reading.base != "focus" or focus is None or "T" not in focus.value:
        return Meaning(vague, "shift.hours", anchors.reference_kind, anchors.reference, 0.5)
    head, _, tail = focus.value.partition("T")
    if not tail[:2].isdigit() or tail[2:3] != ":":
        return Meaning(vague, "shift.hours", "none", None, 0.4)
    minutes = int(tail[:2]) * 60 + int(tail[3:5])
    minutes += (reading.relative or 1) * round(reading.count * (60 if reading.unit == "hour" else 1))
    day = date.fromisoformat(head) + timedelta(days=minutes // 1440)
    value = f"{day.isoformat()}T{minutes % 1440 // 60:02d}:{minutes % 60:02d}{tail[5:]}"
    return _anchored(value, "shift.clock", anchors, "focus", 0.75)


def _season(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    if reading.year is not None:
        sign = "BC" if reading.era == "BC" else ""
        return Meaning(f"{sign}{reading.year:04d}-{reading.name}", reading.rule_id, "absolute", None, 0.95)
    if reading.inner is not None:
        outer = interpret(reading.inner, anchors, place)
        days = interval_of(outer.value) if outer else None
        if outer and days:
            return Meaning(f"{days[0].year:04d}-{reading.name}", "season.of_year", outer.anchor_kind, outer.anchor_on, 0.9)
    story = anchors.story_interval()
    if anchors.bc_year is not None:
        return Meaning(f"BC{anchors.bc_year - (reading.relative or 0):04d}-{reading.name}", "season.narrative", "narrative", None, 0.5)
    if anchors.is_narrative and story:
        year = _season_year_in_story(reading.name, story, reading.relative)
        return Meaning(f"{year:04d}-{reading.name}", "season.narrative", "narrative", story[0], 0.7)
    if anchors.reference is None or reading.relative is None:
        return Meaning(f"XXXX-{reading.name}", "season.habit", "none", None, 0.6)
    year = anchors.reference.year
    days = interval_of(f"{year:04d}-{reading.name}")
    if days is None:
        return None
    if reading.name == "WI" and anchors.reference.month <= 3 and reading.relative == 0:  # noqa: PLR2004
        year -= 1
    elif reading.relative < 0 and days[1] >= anchors.reference:
        year -= 1
    elif reading.relative > 0 and days[0] <= anchors.reference:
        year += 1
    return _anchored(f"{year:04d}-{reading.name}", "season.relative", anchors, "speech", 0.9)


def _season_year_in_story(name: str, story: tuple[date, date], relative: int | None) -> int:
    year = story[0].year
    if (story[1] - story[0]).days > 300:  # noqa: PLR2004
        return year + (relative or 0)
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[name]
    if name == "WI" and story[0].month <= 3:  # noqa: PLR2004
        return year - 1
    if relative:
        later = month > story[0].month
        return year + (relative if later == (relative < 0) else 0)
    return story_year(month, 15, story)


def _nth(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    count, unit = int(reading.count or 1), reading.unit or "day"
    days, kind, on, sure = None, anchors.reference_kind, anchors.reference, 0.9
    if reading.year is not None:
        days, kind, on = interval_of(f"{reading.year:04d}"), "absolute", None
    elif reading.inner is not None:
        outer = interpret(reading.inner, anchors, place)
        if outer is None:
            return None
        days, kind, on = interval_of(outer.value), outer.anchor_kind, outer.anchor_on
    elif unit in {"quarter", "half"}:
        return _nth_of_unknown_year(count, unit, anchors, place)
    if days is None:
        return None
    value = nth_value(count, reading.weekday, unit, days)
    return Meaning(value, "nth.of", kind, on, sure) if value else None


def _nth_of_unknown_year(count: int, unit: str, anchors: Anchors, place: Place) -> Meaning | None:
    letter, months = ("Q", 3) if unit == "quarter" else ("H", 6)
    if not 1 <= count <= 12 // months:
        return None
    story = anchors.story_interval() if anchors.is_narrative else None
    anchor = story[0] if story else anchors.reference
    if anchor is None:
        return Meaning(f"XXXX-{letter}{count}", "nth.unanchored", "none", None, 0.4)
    year = anchor.year
    starts = date(year, months * (count - 1) + 1, 1)
    if not story and starts > anchor and not place.is_announced and place.direction() != "future":
        year -= 1
    return _anchored(f"{year:04d}-{letter}{count}", "nth.anchor_year", anchors, "focus" if story else "speech", 0.8)


def nth_value(count: int, weekday: int | None, unit: str, days: tuple[date, date]) -> str | None:
    """The `count`-th unit (negative: from the end) of a stretch of days."""
    first, last = days
    if weekday is not None:
        found = _nth_weekday_in(count, weekday, first, last)
        return found.isoformat() if found else None
    if unit == "half":
        if (last - first).days > 300 and count in {1, 2, -1}:  # noqa: PLR2004
            return f"{first.year:04d}-H{2 if count in {2, -1} else 1}"
        return None
    if count > 0:
        start = shift_day(first, unit, count - 1)
    else:
        start = shift_day(last, unit, count + 1)
    if start is None or not first <= start <= last:
        return None
    return unit_value(unit, start)


def _nth_weekday_in(count: int, weekday: int, first: date, last: date) -> date | None:
    if first.replace(day=1) == first and (last - first).days <= 31:  # noqa: PLR2004
        return nth_weekday(first.year, first.month, weekday, count)
    if count > 0:
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def _decade(reading: Reading, anchors: Anchors, place: Place) -> Meaning:
    del anchors, place
    sign = "BC" if reading.era == "BC" else ""
    return Meaning(f"{sign}{(reading.year or 0) // 10:03d}", reading.rule_id, "absolute", None, 0.95)


def _century(reading: Reading, anchors: Anchors, place: Place) -> Meaning:
    del anchors, place
    count = int(reading.count or 1)
    if reading.unit == "millennium":
        return Meaning(f"{count - 1}", reading.rule_id, "absolute", None, 0.8)
    value = f"BC{count - 1:02d}" if reading.era == "BC" else f"{count - 1:02d}"
    return Meaning(value, reading.rule_id, "absolute", None, 0.95)


def _week(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    del place
    if reading.value:
        head, _, weekday = reading.value.partition("-W")
        week, _, day = weekday.partition("-")
        if day:
            found = date.fromisocalendar(int(head), int(week), int(day))
            return Meaning(found.isoformat(), reading.rule_id, "absolute", None, 1.0)
        return Meaning(reading.value, reading.rule_id, "absolute", None, 1.0)
    year = reading.year or (anchors.reference.year if anchors.reference else None)
    if year is None:
        return Meaning(f"XXXX-W{int(reading.count or 1):02d}", "week.unanchored", "none", None, 0.4)
    return Meaning(f"{year:04d}-W{int(reading.count or 1):02d}", reading.rule_id, anchors.reference_kind, anchors.reference, 0.8)


def _fiscal(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    del place
    year = reading.year or (anchors.reference.year if anchors.reference else None)
    return None if year is None else Meaning(f"{reading.name}{year:04d}", reading.rule_id, "absolute", None, 0.8)


def _holiday(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    year = reading.year
    if year is None and reading.inner is not None:
        outer = interpret(reading.inner, anchors, place)
        days = interval_of(outer.value) if outer else None
        year = days[0].year if days else None
    if year is not None:
        found = holiday_on(reading.name, year, place.country)
        return Meaning(found.isoformat(), reading.rule_id, "absolute", None, 0.95) if found else None
    story = anchors.story_interval() if anchors.is_narrative else None
    anchor = story[0] if story else anchors.reference
    if anchor is None:
        fixed = holiday_on(reading.name, 2001, place.country)
        other = holiday_on(reading.name, 2002, place.country)
        if fixed and other and (fixed.month, fixed.day) == (other.month, other.day):
            return Meaning(f"XXXX-{fixed.month:02d}-{fixed.day:02d}", "holiday.unanchored", "none", None, 0.4)
        return None
    found = _holiday_near(reading, anchor, place)
    return _anchored(found.isoformat(), "holiday.anchor", anchors, "focus" if story else "speech", 0.8) if found else None


def _holiday_near(reading: Reading, anchor: date, place: Place) -> date | None:
    days = [found for year in range(anchor.year - 1, anchor.year + 2) if (found := holiday_on(reading.name, year, place.country))]
    if not days:
        return None
    if reading.relative == -1:
        return max((day for day in days if day < anchor), default=None)
    if reading.relative == 1:
        return min((day for day in days if day > anchor), default=None)
    direction = "future" if place.is_announced else place.direction()
    year = nearest_year(days[1].month, days[1].day, anchor, direction)
    return next((day for day in days if day.year == year), None)


def _part(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    offset = 0
    if reading.base == "speech" and not anchors.is_narrative:
        day = anchors.reference
        offset = reading.relative or 0
    else:
        day = anchors.story_day()
        offset = (reading.relative or 0) if "relative" in reading.marks else 0
    if day is None:
        return Meaning(f"XXXX-XX-XXT{reading.part}", "part.unanchored", "none", None, 0.4)
    if reading.part == "NI" and "this" in reading.marks and place.direction() == "past":
        offset = -1
    moved = day + timedelta(days=offset)
    base = "speech" if reading.base == "speech" else "focus"
    return _anchored(f"{moved.isoformat()}T{reading.part}", "part.this" if base == "speech" else "part.narrative", anchors, base, 0.85)


def _focus(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    del reading, place
    if anchors.last is None:
        return None
    return _anchored(anchors.last.value, "vague.moment", anchors, "focus", 0.6)


def _fixed(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    del anchors, place
    return Meaning(reading.value, reading.rule_id, "none", None, 0.9)


def _nothing(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    del reading, anchors, place
    return None


READERS: dict[str, Callable[[Reading, Anchors, Place], Meaning | None]] = {
    "date": _date, "deictic": _deictic, "narrative": _narrative, "weekday": _weekday, "unit": _unit, "shift": _shift,
    "season": _season, "nth": _nth, "decade": _decade, "century": _century, "week": _week, "fiscal": _fiscal,
    "holiday": _holiday, "part": _part, "focus": _focus, "duration": _fixed, "set": _fixed, "vague": _fixed,
    "modifier": _nothing, "clock": _nothing, "quarter": _nothing, "half": _nothing,
}  # fmt: skip

__all__ = ["Meaning", "Place", "interpret", "shift_months"]
