"""Days of a text whose year nothing tells: what follows from a day and month that it gives without one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.dates.anchors import safe_date
from transforms.dates.reading import Reading
from transforms.dates.tense import direction_of
from transforms.dates.values import edtf_of
from transforms.records import Region, Timex

_ANY_YEARS = range(2000, 2028)
"""Years of every kind: each day falls on each weekday in some of them, leap days too."""
_NEAR = timedelta(days=45)
_TOLD = (".weekday.", ".date.", "narrative", ".shift.")
"""Parts of the names of rules that do not count from the day of writing alone."""
_HEADS = frozenset({"dateline", "header"})


def follow_yearless_day(
    text: str,
    language: str,
    timexes: Sequence[Timex],
    readings: Sequence[Reading],
    regions: Sequence[Region],
    resolve_from: Callable[[date], Sequence[Timex]],
) -> list[Timex]:
    """The expressions of a text without a day of writing, as days of an unknown year (`XXXX-06-04`) where one leads.

    The dateline's day leads to all that hangs on it ("3 juin": "hier", "demain"); the latest day told as past, with its
    weekday if one is ("Tuesday 8 October"), to days counted from it and to weekdays, but not to what counts from the
    day of writing.

    Args:
        text: the text.
        language: its language, one with a grammar.
        timexes: its expressions, resolved without a day of writing.
        readings: what was read of them.
        regions: its regions.
        resolve_from: resolves the text as written on a day.
    """
    numbered = [r for r in readings if r.kind == "date" and r.month and r.day and r.year is None and not r.relative]
    named = [r for r in numbered if r.weekday]
    written = next((r for r in numbered if _region_at(r.start, regions) in _HEADS), None)
    told = [r for r in numbered if direction_of(text, r.start, r.end, language) == "past"]
    told = [r for r in told if r.weekday] or told
    day = _lead_day([written] if written else told, named)
    if day is None:
        return list(timexes)
    following = {(t.start, t.end): t for t in resolve_from(day)}
    is_known = bool(named)
    return [
        _without_year(following[at], timex)
        if (at := (timex.start, timex.end)) in following
        and timex.date_start is None
        and _follows(following[at], day, is_written=written is not None, is_weekday_known=is_known)
        else timex
        for timex in timexes
    ]


def _region_at(position: int, regions: Sequence[Region]) -> str | None:
    return next((region.kind for region in regions if region.start <= position < region.end), None)


def _lead_day(leads: Sequence[Reading], named: Sequence[Reading]) -> date | None:
    """The last of some days near the first of them, in any year in which the weekdays told with a number are right."""
    for year in _ANY_YEARS:
        told = ((_in_year(reading, year), reading.weekday) for reading in named)
        if all(day is not None and day.isoweekday() == weekday for day, weekday in told):
            days = [day for reading in leads if (day := _in_year(reading, year))]
            return max((day for day in days if day - days[0] <= _NEAR), default=None)
    return None


def _in_year(reading: Reading, year: int) -> date | None:
    return safe_date(year, reading.month or 0, reading.day or 0)


def _follows(timex: Timex, day: date, *, is_written: bool, is_weekday_known: bool) -> bool:
    """Whether the day of an expression is sure but for its year."""
    if timex.date_start is None or timex.date_start != timex.date_end or abs(timex.date_start - day) > _NEAR:
        return False
    if not is_written and not any(name in timex.rule_id for name in _TOLD):
        return False
    return is_weekday_known or ".weekday." not in timex.rule_id


def _without_year(timex: Timex, unanchored: Timex) -> Timex:
    value = f"XXXX{timex.value[4:]}"
    return replace(
        timex, value=value, edtf=edtf_of(value, timex.mod), date_start=None, date_end=None, starts_at=None,
        ends_at=None, anchor_kind=unanchored.anchor_kind, anchor_on=None, confidence=unanchored.confidence,
    )  # fmt: skip
