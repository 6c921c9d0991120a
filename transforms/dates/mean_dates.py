"""Days, months and weekdays among their anchors."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.dates.anchors import Anchors, nearest_year, safe_date, shift_months, story_year, year_with_weekday
from transforms.dates.meaning import ERA_REACH, FUTURE, PAST, PRESENT, Meaning, Place, anchored
from transforms.dates.reading import Reading
from transforms.dates.values import interval_of

PLAN_DAYS = 3
TOLD_MONTH_REACH = 400
MONTH_REACH = 160


def mean_date(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A day, month or year as the calendar writes it."""
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
    return Meaning(found.isoformat(), rule, "absolute", None, 0.7 if conflict else 1.0)


def _day_of_unnamed_month(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """'the 15th', 'jeudi 15': in the month that contains it, else in the nearest month that fits."""
    day = reading.day or 1
    if reading.inner is not None:
        outer = place.outer(reading.inner, anchors)
        days = interval_of(outer.value) if outer else None
        found = safe_date(days[0].year, days[0].month, day) if days else None
        return (
            Meaning(found.isoformat(), "date.day_of_month", outer.anchor_kind, outer.anchor_on, 0.9)
            if found and outer
            else None
        )
    if "of told month" in reading.marks:
        return _day_of_told_month(reading, anchors, place)
    if (month := _month_told(reading, anchors)) and (found := safe_date(month.year, month.month, day)):
        return anchored(found.isoformat(), "date.day_of_month", anchors, "focus", 0.8)
    anchor = anchors.story_day() if anchors.is_narrative else anchors.reference
    if anchor is None:
        return Meaning(f"XXXX-XX-{day:02d}", "date.unanchored", "none", None, 0.3)
    near = [safe_date(*shift_months(anchor, months), day) for months in range(-6, 7)]
    fitting = [found for found in near if found and reading.weekday in {None, found.isoweekday()}]
    if reading.relative:
        fitting = [found for found in fitting if (found - anchor).days * reading.relative > 0]
    if not fitting:
        return None
    direction = place.direction()
    wrong_way = {"past": 1, "future": -1}.get(direction or "", 0)
    best = min(
        fitting, key=lambda found: abs((found - anchor).days) + (20 if (found - anchor).days * wrong_way > 0 else 0)
    )
    return anchored(best.isoformat(), "date.day_nearest", anchors, "speech", 0.7)


def _day_of_told_month(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """'le 24': of the month told before, or of the next; ahead of the day of writing where the clause looks ahead."""
    told, reference, direction = anchors.month_told, anchors.reference, place.direction()
    is_near = told is not None and 0 <= reading.start - told.end <= TOLD_MONTH_REACH
    starts = [told.days[0]] if told and is_near else []
    starts += [reference] if reference and direction == "future" else []
    for start in starts:
        near = [safe_date(*shift_months(start, months), reading.day or 1) for months in (0, 1)]
        days = [day for day in near if day and _agrees(day, reference, direction)]
        if days:
            best = next((day for day in days if day >= start), days[0])
            return anchored(best.isoformat(), "date.day_of_told_month", anchors, "focus", 0.75)
    return None


def _agrees(day: date, reference: date | None, direction: str | None) -> bool:
    """Whether a day lies on the side of the day of writing to which its clause looks."""
    if reference is None or direction is None:
        return True
    return day > reference if direction == "future" else day <= reference


def _month_told(reading: Reading, anchors: Anchors) -> date | None:
    """The first day of the month that the text named right before a number without one ("in May …, on the 4th")."""
    last = anchors.last
    if last is None or reading.weekday or reading.relative or not 0 <= reading.start - last.end <= MONTH_REACH:
        return None
    first, end = last.days
    return first if first != end and (first.year, first.month) == (end.year, end.month) else None


def _year_before(anchors: Anchors) -> int | None:
    """The year told right before, where it is no present one ("in September 2020 … planned for that June")."""
    told = anchors.last.days[0].year if anchors.last else None
    return told if anchors.reference and told != anchors.reference.year else None


def _written(year: int, reading: Reading) -> str:
    tail = f"-{reading.day:02d}" if reading.day is not None else ""
    return f"{year:04d}-{reading.month:02d}{tail}"


def _date_without_year(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    month = reading.month or 1
    if reading.inner is not None:
        outer = place.outer(reading.inner, anchors)
        days = interval_of(outer.value) if outer else None
        if outer and days:
            return Meaning(
                _written(days[0].year, reading), "date.month_of_year", outer.anchor_kind, outer.anchor_on, 0.9
            )
    if reading.base == "focus" and reading.relative is None and (told := _year_before(anchors)):
        return Meaning(_written(told, reading), "date.narrative_year", "narrative", None, 0.75)
    by_speech = reading.relative is not None and reading.base == "speech" and anchors.reference is not None
    if (anchors.is_narrative and not by_speech) or (reading.base == "focus" and anchors.focus):
        return _date_in_story(reading, anchors)
    if anchors.reference is None:
        if told := place.told_year():
            return Meaning(_written(told, reading), "date.told_year", "narrative", None, 0.7)
        return _unanchored(reading)
    reference = anchors.reference
    if place.is_habit() and reading.relative is None and reading.weekday is None:
        return Meaning("XXXX" + _written(0, reading)[4:], "date.habit", "none", None, 0.7)
    if reading.relative is not None:
        year = _relative_year(month, reading.day, reference, reading.relative)
        rule = "date.this" if reading.relative == 0 else "date.last" if reading.relative < 0 else "date.next"
        return Meaning(_written(year, reading), rule, anchors.reference_kind, reference, 0.95)
    if reading.weekday is not None and reading.day is not None:
        fitting = year_with_weekday(month, reading.day, reading.weekday, reference)
        if fitting is not None:
            return Meaning(_written(fitting, reading), "date.weekday_agrees", anchors.reference_kind, reference, 0.95)
    direction = place.direction()
    if direction != "future" and (told := place.told_year()):
        return Meaning(_written(told, reading), "date.told_year", "narrative", None, 0.8)
    year = nearest_year(month, reading.day, reference, direction)
    rule = f"date.{direction}" if direction else "date.anchor_year"
    conflict = reading.weekday is not None
    return Meaning(_written(year, reading), rule, anchors.reference_kind, reference, 0.6 if conflict else 0.85)


def _date_in_story(reading: Reading, anchors: Anchors) -> Meaning:
    if anchors.bc_year is not None:
        return Meaning(f"BC{_written(anchors.bc_year, reading)}", "date.narrative_year", "narrative", None, 0.6)
    days = anchors.story_interval()
    if days is None:
        return _unanchored(reading)
    if reading.weekday is not None and reading.day is not None:
        fitting = year_with_weekday(reading.month or 1, reading.day, reading.weekday, days[0])
        if fitting is not None:
            return Meaning(_written(fitting, reading), "date.weekday_agrees", "narrative", days[0], 0.85)
    year = story_year(reading.month or 1, reading.day, days)
    return Meaning(_written(year, reading), "date.narrative_year", "narrative", days[0], 0.75)


def _unanchored(reading: Reading) -> Meaning:
    return Meaning("XXXX" + _written(0, reading)[4:], "date.unanchored", "none", None, 0.5)


def _relative_year(month: int, day: int | None, reference: date, relative: int) -> int:
    """The year of 'last June', 'le 27 juillet dernier', 'this June', 'décembre prochain'."""
    if relative == 0:
        return reference.year
    here = (reference.month, reference.day) if day is not None else (reference.month,)
    there = (month, day) if day is not None else (month,)
    if relative < 0:
        return reference.year + relative + (1 if there < here else 0)
    return reference.year + relative - (1 if there > here else 0)


def mean_deictic(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """Today, yesterday, tomorrow, from the day of speech."""
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
    return Meaning(
        day.isoformat(), reading.rule_id, anchors.reference_kind, anchors.reference, 0.7 if conflict else 0.97
    )


def mean_narrative(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """The day before or after the day told, or that its sentence tells later ("Après un appel la veille, … mardi")."""
    offset = reading.relative or 0
    day = anchors.story_day() if anchors.is_narrative else place.counted_from(offset) or place.day_ahead()
    if day is None:
        return Meaning(PAST if offset < 0 else FUTURE, "narrative.unanchored", "none", None, 0.4)
    return anchored((day + timedelta(days=offset)).isoformat(), "relative.narrative", anchors, "focus", 0.8)


def mean_weekday(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """A weekday, before or after its anchor as the clause looks."""
    weekday = reading.weekday or 1
    if reading.inner is not None:
        outer = place.outer(reading.inner, anchors)
        days = interval_of(outer.value) if outer else None
        if outer and days:
            day = days[0] + timedelta(days=weekday - 1)
            return Meaning(day.isoformat(), "weekday.of_week", outer.anchor_kind, outer.anchor_on, 0.9)
    if "habit article" in reading.marks and place.direction() != "past":
        return Meaning(f"XXXX-WXX-{weekday}", "weekday.habit", "none", None, 0.7)
    if "habit article" in reading.marks and (next_told := _of_story(weekday, anchors)):
        return Meaning(next_told.isoformat(), "weekday.of_story", "narrative", next_told, 0.75)
    in_story = anchors.is_narrative or reading.base == "focus" or "same" in reading.marks
    anchor = anchors.story_day() if in_story else anchors.reference
    if anchor is None:
        return Meaning(f"XXXX-WXX-{weekday}", "weekday.unanchored", "none", None, 0.3)
    if anchors.is_narrative and reading.relative is None:
        ahead = (weekday - anchor.isoweekday()) % 7
        return Meaning((anchor + timedelta(days=ahead)).isoformat(), "weekday.narrative", "narrative", anchor, 0.6)
    day, rule, sure = _weekday_from(anchor, weekday, reading, place)
    if rule == "weekday.future":
        day = _after_plan(day, place.coming_day())
    if {"opens", "closes"} & reading.marks and rule in {"weekday.past", "weekday.future"}:
        day = _in_weekday_range(day, anchor, reading, rule)
    return anchored(day.isoformat(), rule, anchors, "focus" if in_story else "speech", sure)


def _of_story(weekday: int, anchors: Anchors) -> date | None:
    """The weekday after the day told ("arrivé le 6 juin … Le lundi, il …"), None where that is still to come."""
    told = anchors.focus.day if anchors.focus else None
    day = told + timedelta(days=(weekday - told.isoweekday()) % 7 or 7) if told else None
    return day if day and (anchors.reference is None or day <= anchors.reference) else None


def _after_plan(day: date, plan: date | None) -> date:
    """A weekday ahead, told behind the day of a plan some weeks off: one of the days after the plan's."""
    offset = (day.isoweekday() - plan.isoweekday()) % 7 if plan else 0
    return plan + timedelta(days=offset) if plan and day < plan and 0 < offset <= PLAN_DAYS else day


def _in_weekday_range(day: date, anchor: date, reading: Reading, rule: str) -> date:
    """'from Monday to Friday': the first day lies in the week before the last."""
    other = int(reading.count or 1)
    if rule == "weekday.past" and "opens" in reading.marks:
        last = anchor - timedelta(days=(anchor.isoweekday() - other) % 7)
        return last - timedelta(days=(last.isoweekday() - day.isoweekday()) % 7)
    if rule == "weekday.future" and "closes" in reading.marks:
        first = anchor + timedelta(days=(other - anchor.isoweekday()) % 7 or 7)
        return first + timedelta(days=(day.isoweekday() - first.isoweekday()) % 7)
    return day


def _weekday_from(anchor: date, weekday: int, reading: Reading, place: Place) -> tuple[date, str, float]:
    back = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    if (reading.relative or 0) < 0:
        return anchor - timedelta(days=(back or 7) - 7 * ((reading.relative or 0) + 1)), "weekday.last", 0.95
    if (reading.relative or 0) > 0:
        return anchor + timedelta(days=(ahead or 7) + 7 * ((reading.relative or 0) - 1)), "weekday.next", 0.95
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
        return anchor + timedelta(days=ahead), "weekday.future", 0.85
    return anchor - timedelta(days=back), "weekday.past", 0.9
