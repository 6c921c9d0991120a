"""The day on which a text was written, from the days it tells: the last told as past, before the first to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.documents.telling import Telling
from transforms.documents.years import Years, nearest_to

_NEAR = timedelta(days=45)
"""How far from the news a numbered day without a year still belongs to it."""
_OPENING = 1200
NEXT_DAYS = 2
"""Days from one told day to the next bare weekday of the same story."""
_LEAD_DAYS = 4
"""Days after a numbered one within which the bare weekday of the lead is the news."""
_LEAD_REACH = 800
_WEEK = 7
_DAY = timedelta(days=1)


def day_of_writing(told: Sequence[Telling], years: Years) -> date | None:
    """The day of writing that the told days imply, or None.

    "Hier, mardi 12 mai" and "ce lundi 27 juillet" give it outright. Else it is the last day told as past, by its number
    or as the next bare weekday of the story, or the day after where the text counts from another day ("hier"); never
    after a day to come. Days without a year lie next to the first whose year is known.

    Args:
        told: the days of the text in its order.
        years: what tells the year of a day.
    """
    pivot = _pivot(told, years)
    if pivot is None:
        return None
    placed = [telling for t in told if (telling := _placed(t, pivot)) is not None]
    for telling in placed:
        if telling.on and telling.counted is not None:
            return telling.on - timedelta(days=telling.counted)
        if telling.on and telling.is_this:
            return telling.on
    numbered = [t for t in placed if t.on and t.weekday]
    told_as_past = [t for t in numbered if t.direction == "past"]
    past = told_as_past or [t for t in numbered if t.is_told] or [t for t in numbered if t.direction is None]
    last = max((t.on for t in past if t.on), default=None)
    ahead = min((t.on for t in placed if t.on and t.direction == "future" and (not last or t.on > last)), default=None)
    if last is None:
        return _eve(told, ahead) if ahead else None
    day = _after(last, past[0], placed, ahead)
    return day if day and (ahead is None or day <= ahead) else None


def _pivot(told: Sequence[Telling], years: Years) -> date | None:
    """The first numbered weekday whose year is known: told without a year anywhere, or with it in the opening."""
    for telling in told:
        if telling.on and (telling.counted is not None or telling.is_this):
            return telling.on
    loose = [t for t in told if t.weekday and t.month and t.on is None]
    beside = [t.loose for t in loose]
    for telling in loose:
        if day := years.day_of(telling.loose, beside):
            return day
    if day := _day_of_today(told, years):
        return day
    full = (t.on for t in told if t.on and t.weekday and t.start <= _OPENING)
    day = next((on for on in full if years.bounds.hold(on)), None)
    return day or _day_of_month(told, years)


def _day_of_today(told: Sequence[Telling], years: Years) -> date | None:
    """The day called today or yesterday by its month and number alone, on the weekday that the lead tells as past."""
    said = next((t for t in told if t.month and t.on is None and (t.is_this or t.counted is not None)), None)
    if said is None or said.weekday:
        return None
    lead = (t for t in told if t.weekday and not t.is_numbered and t.start <= _OPENING and not t.is_before)
    weekday = next((t.weekday for t in lead if t.direction == "past"), None)
    return years.day_of(said.loose._replace(weekday=weekday)) or years.day_of(said.loose)


def _day_of_month(told: Sequence[Telling], years: Years) -> date | None:
    """The first weekday with its number but no month ("segunda-feira (23)"), soon after the last full day told."""
    said = next((t for t in told if t.weekday and t.day and not t.month), None)
    full = [t.on for t in told if t.on and t.direction != "future"]
    base = max([*full, *filter(None, [years.bounds.not_before])], default=None)
    if said is None or base is None:
        return None
    days = (base + timedelta(days=step) for step in range(_NEAR.days))
    return next((day for day in days if day.day == said.day and day.isoweekday() == said.weekday), None)


def _placed(telling: Telling, pivot: date) -> Telling | None:
    """A telling with its day, if it is a bare one or near the pivot."""
    if not telling.is_numbered:
        return telling
    on = telling.on or nearest_to(pivot, telling.loose)
    return replace(telling, on=on) if on and abs(on - pivot) <= _NEAR else None


def _eve(told: Sequence[Telling], ahead: date) -> date | None:
    """The day before all that is still to come, where days without a year or bare weekdays say that it is near."""
    first = next(t.start for t in told if t.direction == "future" and t.is_numbered)
    if first > _OPENING:
        return None
    is_near = any(t.on is None and t.month and t.direction == "future" for t in told)
    lead = (t for t in told if t.weekday and not t.is_numbered and t.start <= _OPENING and not t.is_before)
    weekday = next((t.weekday for t in lead if t.direction == "past"), None)
    if is_near and weekday:  # the news itself: the last such weekday before
        return ahead - timedelta(days=(ahead.isoweekday() - weekday) % _WEEK or _WEEK)
    bare = (t for t in told if t.weekday and not t.is_numbered and t.start < first and t.direction == "future")
    before = next((_WEEK - _ahead(ahead, t) for t in bare), 0) % _WEEK
    return ahead - timedelta(days=before + 1) if is_near or before else None


def _after(last: date, first: Telling, placed: Sequence[Telling], ahead: date | None) -> date | None:
    """The day of writing from the last numbered day told as past, by the bare weekdays and counts of the text."""
    bare = [t for t in placed if t.weekday and not t.is_numbered]
    this = next((t for t in bare if t.is_this and t.direction != "future" and t.counted is None), None)
    if this is not None:
        return last + timedelta(days=_ahead(last, this))
    offset = 0
    if lead := next((t for t in bare if t.start < first.start and t.direction == "past" and not t.is_before), None):
        offset = _ahead(last, lead)
        if first.start - lead.start > _LEAD_REACH:
            return None
        if offset > _LEAD_DAYS or first.sentence == lead.sentence:
            offset = 0
    for step in sorted({_ahead(last, t) for t in bare if t.start > first.start and t.is_told and not t.is_before}):
        if offset < step <= NEXT_DAYS:
            offset = step
    day = last + timedelta(days=offset)
    counts = any(t.counted == -1 and not t.is_numbered for t in placed)
    return day + _DAY if counts and (ahead is None or day < ahead) else day


def _ahead(day: date, bare: Telling) -> int:
    """Days from a day to the next of a bare weekday's name."""
    return ((bare.weekday or 0) - day.isoweekday()) % _WEEK
