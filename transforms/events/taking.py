"""A mention with its date: that of an expression, of another mention, or one day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from transforms.identity import date_expression_id
from transforms.records import Mention, Timex

_TENTHS = {"START": (1, 10), "MID": (10, 20), "END": (20, None)}
_SEASON = re.compile(r"\d{4}-(SP|SU|FA|WI)")
_SUN = {"SP": ((3, 20), (6, 20)), "SU": ((6, 21), (9, 21)), "FA": ((9, 22), (12, 20)), "WI": ((12, 21), (3, 19))}
"""First and last month and day of the seasons by the sun."""
_SIX_DAYS = timedelta(days=6)
_YEARLESS = re.compile(r"XXXX-\d\d-\d\d")


def take(mention: Mention, timex: Timex, basis: str) -> Mention:
    """The date of an expression; a vague one only bounds the mention, a day whose year nothing tells is kept apart."""
    yearless = yearless_day(timex)
    if timex.date_start is None:
        basis = "yearless" if yearless else "clause_bounds"
    day = day_of_count(timex)
    timex = _narrowed(timex)
    return replace(
        mention,
        date_expression_id=date_expression_id(mention.document_id, mention.text_field, timex.start, timex.end),
        date_start=day or timex.date_start,
        date_end=day or timex.date_end,
        date_not_before=timex.date_not_before if timex.date_start is None else None,
        date_not_after=timex.date_not_after if timex.date_start is None else None,
        date_precision=timex.precision,
        date_basis=basis,
        starts_at=timex.starts_at,
        ends_at=timex.ends_at,
        utc_offset=timex.utc_offset,
        yearless_day=yearless,
    )


def yearless_day(timex: Timex) -> str | None:
    """The day and month of an expression whose year nothing tells, as `XXXX-MM-DD`; None for any other."""
    is_habit = timex.rule_id.endswith(".habit")
    found = None if is_habit or timex.date_start else _YEARLESS.match(timex.value)
    return found[0] if found else None


def day_of_count(timex: Timex) -> date | None:
    """The day that a count of weeks from a day means ("a week later"), whose value is the whole week."""
    is_count = ".shift." in timex.rule_id and timex.anchor_on is not None
    if not is_count or timex.date_start is None or timex.date_end != timex.date_start + _SIX_DAYS:
        return None
    weekday = timedelta(days=timex.anchor_on.weekday()) if timex.anchor_on else timedelta()
    return timex.date_start + weekday


def _narrowed(timex: Timex) -> Timex:
    """An expression with the days that it means of what its value covers: part of a month, or a season by the sun."""
    first, last = timex.date_start, timex.date_end
    if first is None or last is None:
        return timex
    if season := _SEASON.fullmatch(timex.value):
        (month, day), (end_month, end_day) = _SUN[season[1]]
        start, end = first.replace(month=month, day=day), last.replace(month=end_month, day=end_day)
        return replace(timex, date_start=start, date_end=end)
    if timex.rule_id.endswith(".nth.first_week") and first.month != last.month:
        return replace(timex, date_start=last.replace(day=1), date_end=last.replace(day=7))
    if timex.rule_id.endswith(".nth.first_half"):
        return replace(timex, date_end=first.replace(day=15))
    if timex.rule_id.endswith(".nth.second_half"):
        return replace(timex, date_start=first.replace(day=16))
    return _part_of_month(timex)


def _part_of_month(timex: Timex) -> Timex:
    """A month of which the beginning, middle or end is told, as those ten days or so ("fin novembre 2021")."""
    first, last = timex.date_start, timex.date_end
    if timex.mod not in _TENTHS or first is None or last is None or first.day != 1 or last.month != first.month:
        return timex
    start, end = _TENTHS[timex.mod]
    return replace(timex, date_start=first.replace(day=start), date_end=first.replace(day=end) if end else last)


def dated_like(mention: Mention, other: Mention, basis: str) -> Mention:
    """The date of another mention."""
    return replace(
        mention,
        date_start=other.date_start,
        date_end=other.date_end,
        date_not_before=other.date_not_before,
        date_not_after=other.date_not_after,
        date_precision=other.date_precision,
        date_basis=basis,
        starts_at=other.starts_at,
        ends_at=other.ends_at,
        utc_offset=other.utc_offset,
        yearless_day=other.yearless_day,
    )


def on_day(mention: Mention, day: date, basis: str) -> Mention:
    """One whole day."""
    return replace(
        mention, date_start=day, date_end=day, date_not_before=None, date_not_after=None, date_precision="day",
        date_basis=basis,
    )  # fmt: skip
