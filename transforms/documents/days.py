"""The days, weekdays and yearless days that a stretch of text names, through the dates room's grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from transforms.dates.resolve import find_absolute_days, resolve_timexes
from transforms.dates.tense import Direction, direction_of
from transforms.languages.load import LANGUAGES
from transforms.records import Timex

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?\Z")
_YEARLESS = re.compile(r"XXXX-(\d\d|XX)-(\d\d)(?:T.*)?\Z")
_GIVEN_YEAR = re.compile(r"(?:19|20)\d\d(?:-|\Z)")
_NUMBER_AFTER = re.compile(r"\W{1,3}\d")
_LIMITS: dict[str, Direction] = {"ON_OR_BEFORE": "future", "ON_OR_AFTER": "past", "AFTER": "past"}
_BEFORE_NUMBER = re.compile(r"\D+(?=\d)")


class NamedDay(NamedTuple):
    """A day written out in a text, with the offsets of its words."""

    start: int
    end: int
    on: date


class LooseDay(NamedTuple):
    """A day named without its year: a weekday (1 is Monday), a month and day, or both; None for what is not said."""

    start: int
    end: int
    weekday: int | None
    month: int | None
    day: int | None


class GivenYear(NamedTuple):
    """A year that a date gives, whether that date is a whole day, and where its clause points."""

    on: int
    is_day: bool
    direction: Direction | None


@lru_cache(maxsize=64)  # several rules ask for the days of one line
def days_in(text: str, language: str) -> tuple[NamedDay, ...]:
    """Every day given with its year, in text order; a text of unknown language is tried in all we read."""
    for code in _codes(language):
        found = tuple(
            NamedDay(timex.start, timex.end, timex.date_start)
            for timex in find_absolute_days(text, code)
            if timex.date_start is not None and timex.date_start == timex.date_end
        )
        if found:
            return found
    return ()


def stretch_in(text: str, language: str) -> tuple[date, date] | None:
    """The first two full days of a text of which one is later ("du 9 au 15 mars 2026")."""
    days = [
        timex.date_start
        for code in _codes(language)[:1]
        for timex in resolve_timexes(text, code, reference=None)
        if timex.date_start and timex.date_start == timex.date_end
    ]
    return (days[0], days[1]) if len(days) > 1 and days[0] < days[1] else None


def loose_days_in(text: str, language: str) -> list[LooseDay]:
    """Every weekday without a number beside it, and every day without a year, in text order."""
    for code in _codes(language):
        found = list(_loose_days(text, code))
        if found:
            return found
    return []


def years_in(text: str, language: str) -> list[GivenYear]:
    """Every year that a date of the text gives; amounts of four digits are none."""
    return [
        GivenYear(int(timex.value[:4]), timex.date_start == timex.date_end, way_of(text, timex, code))
        for code in _codes(language)[:1]
        for timex in resolve_timexes(text, code, reference=None)
        if _GIVEN_YEAR.match(timex.value)
    ]


def way_of(text: str, timex: Timex, language: str) -> Direction | None:
    """Where the clause of an expression points: ahead to a last day, back from a first one, else by its verb.

    A limit of which neither is told ("avant la fin de 2019") is never past for certain.
    """
    if timex.is_deadline and timex.mod in _LIMITS:
        return _LIMITS[timex.mod]
    direction = direction_of(text, timex.start, timex.end, language)
    return None if timex.is_deadline and direction == "past" else direction


def weekday_before_number(words: str, language: str) -> int | None:
    """The weekday said before the number of a day ("ce lundi 27 juillet": 1, Monday), if any."""
    match = _BEFORE_NUMBER.match(words)
    if match is None or language not in LANGUAGES:
        return None
    values = (timex.value for timex in resolve_timexes(match.group().rstrip(" ,"), language, reference=None))
    return next((int(weekday[1]) for weekday in map(_WEEKDAY.match, values) if weekday is not None), None)


def loose_day(text: str, timex: Timex, language: str) -> LooseDay | None:
    """The day that an expression of a text names without its year; None if it names none or gives a year."""
    weekday = _WEEKDAY.match(timex.value)
    yearless = _YEARLESS.match(timex.value)
    if weekday is not None and _NUMBER_AFTER.match(text, timex.end) is None:
        return LooseDay(timex.start, timex.end, int(weekday[1]), None, None)
    if yearless is not None:
        said = weekday_before_number(timex.text, language)
        month = int(yearless[1]) if yearless[1] != "XX" else None
        return LooseDay(timex.start, timex.end, said, month, int(yearless[2]))
    return None


def _loose_days(text: str, code: str) -> Iterator[LooseDay]:
    for timex in resolve_timexes(text, code, reference=None):
        loose = loose_day(text, timex, code)
        if loose is not None and (loose.month or loose.day is None):
            yield loose


def _codes(language: str) -> tuple[str, ...]:
    return (language,) if language in LANGUAGES else LANGUAGES
