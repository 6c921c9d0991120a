"""Seasons, feasts, parts of longer times and parts of the day among their anchors."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from transforms.dates.anchors import Anchors, nearest_year, shift_day, story_year
from transforms.dates.holidays import holiday_on, nth_weekday
from transforms.dates.meaning import Meaning, Place, anchored, unit_value
from transforms.dates.reading import Reading
from transforms.dates.values import interval_of, month_interval


def mean_season(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A season of a year."""
    if reading.year is not None:
        sign = "BC" if reading.era == "BC" else ""
        return Meaning(f"{sign}{reading.year:04d}-{reading.name}", reading.rule_id, "absolute", None, 0.95)
    if reading.inner is not None:
        outer = place.outer(reading.inner, anchors)
        days = interval_of(outer.value) if outer else None
        if outer and days:
            return Meaning(
                f"{days[0].year:04d}-{reading.name}", "season.of_year", outer.anchor_kind, outer.anchor_on, 0.9
            )
    story = anchors.story_interval()
    if anchors.bc_year is not None:
        return Meaning(
            f"BC{anchors.bc_year - (reading.relative or 0):04d}-{reading.name}",
            "season.narrative",
            "narrative",
            None,
            0.5,
        )
    if anchors.is_narrative and story:
        year = _season_year_in_story(reading.name, story, reading.relative)
        return Meaning(f"{year:04d}-{reading.name}", "season.narrative", "narrative", story[0], 0.7)
    relative = reading.relative
    if relative is None and anchors.reference is not None and reading.is_definite:
        return _season_of_clause(reading.name, anchors.reference, anchors, place)
    if anchors.reference is None or relative is None:
        return Meaning(f"XXXX-{reading.name}", "season.habit", "none", None, 0.6)
    year = anchors.reference.year
    days = interval_of(f"{year:04d}-{reading.name}")
    if days is None:
        return None
    if (reading.name == "WI" and anchors.reference.month <= 3 and relative == 0) or (
        relative < 0 and days[1] >= anchors.reference
    ):
        year -= 1
    elif relative > 0 and days[0] <= anchors.reference:
        year += 1
    return anchored(f"{year:04d}-{reading.name}", "season.relative", anchors, "speech", 0.9)


def _season_of_clause(name: str, reference: date, anchors: Anchors, place: Place) -> Meaning | None:
    """A season without a year: the latest begun where its clause looks back, else the first that is not over."""
    direction = place.direction()
    if direction is None:
        return Meaning(f"XXXX-{name}", "season.habit", "none", None, 0.6)
    values = [f"{year:04d}-{name}" for year in range(reference.year - 1, reference.year + 2)]
    seasons = [(days, value) for value in values if (days := interval_of(value))]
    if direction == "past":
        value = max(value for days, value in seasons if days[0] <= reference)
    else:
        value = min(value for days, value in seasons if days[1] >= reference)
    return anchored(value, "season.relative", anchors, "speech", 0.8)


def _season_year_in_story(name: str, story: tuple[date, date], relative: int | None) -> int:
    year = story[0].year
    if (story[1] - story[0]).days > 300:
        return year + (relative or 0)
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[name]
    if name == "WI" and story[0].month <= 3:
        return year - 1
    if relative:
        later = month > story[0].month
        return year + (relative if later == (relative < 0) else 0)
    return story_year(month, 15, story)


def mean_nth(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """The n-th unit or weekday of a longer time."""
    count, unit = int(reading.count or 1), reading.unit or "day"
    days, kind, on, sure = None, anchors.reference_kind, anchors.reference, 0.9
    if reading.year is not None:
        days, kind, on = interval_of(f"{reading.year:04d}"), "absolute", None
    elif reading.inner is not None:
        outer = place.outer(reading.inner, anchors)
        if outer is None:
            return None
        days, kind, on = interval_of(outer.value), outer.anchor_kind, outer.anchor_on
    elif unit in {"quarter", "half"}:
        return _nth_of_unknown_year(count, unit, anchors, place)
    if days is None:
        return None
    if unit in {"half", "fortnight"} and days == month_interval(days[0].year, days[0].month):
        half = {1: "nth.first_half", 2: "nth.second_half", -1: "nth.second_half"}.get(count)
        return Meaning(f"{days[0]:%Y-%m}", half, kind, on, sure) if half else None
    value = nth_value(count, reading.weekday, unit, days)
    rule = "nth.first_week" if (unit, count) == ("week", 1) else "nth.of"
    return Meaning(value, rule, kind, on, sure) if value else None


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
    elif not story and months * count < anchor.month and place.direction() == "future":
        year += 1
    return anchored(f"{year:04d}-{letter}{count}", "nth.anchor_year", anchors, "focus" if story else "speech", 0.8)


def nth_value(count: int, weekday: int | None, unit: str, days: tuple[date, date]) -> str | None:
    """The `count`-th unit (negative: from the end) of a stretch of days."""
    first, last = days
    if weekday is not None:
        found = _nth_weekday_in(count, weekday, first, last)
        return found.isoformat() if found else None
    if unit == "half":
        if (last - first).days > 300 and count in {1, 2, -1}:
            return f"{first.year:04d}-H{2 if count in {2, -1} else 1}"
        return None
    start = shift_day(first, unit, count - 1) if count > 0 else shift_day(last, unit, count + 1)
    if start is None or not first <= start <= last:
        return None
    return unit_value(unit, start)


def _nth_weekday_in(count: int, weekday: int, first: date, last: date) -> date | None:
    if first.replace(day=1) == first and (last - first).days <= 31:
        return nth_weekday(first.year, first.month, weekday, count)
    if count > 0:
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def mean_decade(reading: Reading, anchors: Anchors, place: Place) -> Meaning:
    """A decade."""
    del anchors, place
    sign = "BC" if reading.era == "BC" else ""
    return Meaning(f"{sign}{(reading.year or 0) // 10:03d}", reading.rule_id, "absolute", None, 0.95)


def mean_century(reading: Reading, anchors: Anchors, place: Place) -> Meaning:
    """A century or millennium."""
    del anchors, place
    count = int(reading.count or 1)
    if reading.unit == "millennium":
        return Meaning(f"{count - 1}", reading.rule_id, "absolute", None, 0.8)
    value = f"BC{count - 1:02d}" if reading.era == "BC" else f"{count - 1:02d}"
    return Meaning(value, reading.rule_id, "absolute", None, 0.95)


def mean_week(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A week by its number, None for a week that its year does not have."""
    del place
    if reading.value:
        head, _, weekday = reading.value.partition("-W")
        week, _, day = weekday.partition("-")
        if not _has_week(int(head), int(week)):
            return None
        if day:
            found = date.fromisocalendar(int(head), int(week), int(day))
            return Meaning(found.isoformat(), reading.rule_id, "absolute", None, 1.0)
        return Meaning(reading.value, reading.rule_id, "absolute", None, 1.0)
    year = reading.year or (anchors.reference.year if anchors.reference else None)
    count = int(reading.count or 1)
    if year is None:
        return Meaning(f"XXXX-W{count:02d}", "week.unanchored", "none", None, 0.4)
    if not _has_week(year, count):
        return None
    return Meaning(f"{year:04d}-W{count:02d}", reading.rule_id, anchors.reference_kind, anchors.reference, 0.8)


def _has_week(year: int, week: int) -> bool:
    return MINYEAR <= year < MAXYEAR and 1 <= week <= date(year, 12, 28).isocalendar().week


def mean_fiscal(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A fiscal or school year."""
    del place
    year = reading.year or (anchors.reference.year if anchors.reference else None)
    return None if year is None else Meaning(f"{reading.name}{year:04d}", reading.rule_id, "absolute", None, 0.8)


def mean_holiday(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A feast."""
    year = reading.year
    if year is None and reading.inner is not None:
        outer = place.outer(reading.inner, anchors)
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
    return (
        anchored(found.isoformat(), "holiday.anchor", anchors, "focus" if story else "speech", 0.8) if found else None
    )


def _holiday_near(reading: Reading, anchor: date, place: Place) -> date | None:
    days = [
        found
        for year in range(anchor.year - 1, anchor.year + 2)
        if (found := holiday_on(reading.name, year, place.country))
    ]
    if not days:
        return None
    if reading.relative == -1:
        return max((day for day in days if day < anchor), default=None)
    if reading.relative == 1:
        return min((day for day in days if day > anchor), default=None)
    direction = "future" if place.is_announced else place.direction()
    year = nearest_year(days[1].month, days[1].day, anchor, direction)
    return next((day for day in days if day.year == year), None)


def mean_part(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A part of the day."""
    offset = 0
    if reading.base == "speech" and not anchors.is_narrative:
        day = anchors.reference
        offset = reading.relative or 0
    else:
        is_beside = "relative" in reading.marks and anchors.last is None  # "the previous evening", before any day
        ahead = place.day_ahead() if is_beside and not anchors.is_narrative else None
        offset = (reading.relative or 0) if "relative" in reading.marks else 0
        told = place.counted_from(offset) if {"relative", "that", "same"} & reading.marks else None
        day = anchors.story_day() if anchors.is_narrative else ahead or told or place.told_day()
    if day is None:
        return Meaning(f"XXXX-XX-XXT{reading.part}", "part.unanchored", "none", None, 0.4)
    if reading.part == "NI" and "this" in reading.marks and place.direction() == "past":
        offset = -1
    moved = day + timedelta(days=offset)
    base = "speech" if reading.base == "speech" else "focus"
    return anchored(
        f"{moved.isoformat()}T{reading.part}",
        "part.this" if base == "speech" else "part.narrative",
        anchors,
        base,
        0.85,
    )


def mean_focus(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """The time told last."""
    del reading, place
    if anchors.last is None:
        return None
    return anchored(anchors.last.value, "vague.moment", anchors, "focus", 0.6)


def mean_fixed(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """Durations, sets and vague references mean what they say."""
    del anchors, place
    return Meaning(reading.value, reading.rule_id, "none", None, 0.9)


def mean_nothing(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A reading that only counts once joined to another."""
    del reading, anchors, place
    return None
