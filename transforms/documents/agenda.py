"""Agendas and chronicles: what stands under lines that are nothing but days, or behind days that open lines.

The programme of one day names it in its head, above entries with their hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from transforms.documents.lines import Line, read_lines
from transforms.languages.load import LANGUAGES, load_language

_LONGEST = 70
_FEWEST = 2
_ENTRY = 200
"""Characters of an entry that no sign marks as an item: longer paragraphs are notes below the agenda."""
_CLOCK, _CLOCK_LETTERS = 15, 5
_HEAD, _DIGITS, _NOON = 8, 2, 12
"""Lines of a programme within which the day that it is for is told."""
_HOUR = re.compile(
    r"\W{0,3}(?:(?:ore|um|às|à|a las)\s)?(?P<hour>\d{1,2})"
    r"(?:\s?[h:.]\s?\d{2}\b(?!\.\d)(?:\s(?P<half>[ap])\.?m\b)?"
    r"|\s?(?:h|heures?|horas|uhr|(?P<part>[ap])\.?m\b)(?!\w)|\s[-–—:]\s)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ITEM = re.compile(r"\W{0,3}\d|[-–—•·*▪►●○■]")
_MARK = re.compile(r"\s?:\s|\s[–—|-]\s")
_CLASSES = ("WEEKDAY", "MONTH", "AND", "ART", "CART", "ORD", "TO", "FROM", "OF", "HSIGN", "SUBUNIT", "PART", "DEM")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one line of days, or behind the days that open it: offsets of the days and of the text.

    `is_line`: the line holds nothing else; `is_programme`: entries with their hours stand under it.
    """

    heading_start: int
    heading_end: int
    start: int
    end: int
    is_line: bool
    is_programme: bool = False


def read_agenda(text: str, language: str) -> tuple[Section, ...]:
    """The sections of an agenda in text order; its one section where only its head tells a day; none in other texts.

    Two lines at least head something with days of their own. A section ends at the next such line. The last one ends
    at a paragraph that is no item of a list, the others at one that is too long for an entry.
    """
    if language not in LANGUAGES:
        return ()
    lines = read_lines(text)
    sections = list(_sections(lines, language))
    days = {text[section.heading_start : section.heading_end].strip(" :") for section in sections}
    return tuple(sections) if len(days) >= _FEWEST else tuple(_programme(lines, language))


def _programme(lines: tuple[Line, ...], language: str) -> Iterator[Section]:
    """The programme of one day: a line of the head with that day, above entries in the order of their hours.

    Reports by the minute print the latest first.
    """
    hours = [(at, _hour_of_day(hour)) for at, line in enumerate(lines) if (hour := _HOUR.match(line.text))]
    rises = sum((later > hour) - (later < hour) for (_, hour), (_, later) in pairwise(hours))
    head = lines[: min(hours[0][0], _HEAD)] if len(hours) >= _FEWEST and rises > 0 else ()
    months = _day_words(language).months
    heading = next((line for line in head if len(line.text) <= _LONGEST and _names_day(line.text, months)), None)
    if heading is not None:
        last = lines[hours[-1][0]]
        yield Section(heading.start, heading.end, heading.end, last.end, is_line=False, is_programme=True)


def _hour_of_day(found: re.Match[str]) -> int:
    """The hour from 0 to 23 that opens an entry."""
    hour, part = int(found["hour"]), (found["half"] or found["part"] or "").lower()
    return hour % _NOON + (_NOON if part == "p" else 0) if part else hour


def _names_day(text: str, months: frozenset[str]) -> bool:
    words = _words(text)
    return not months.isdisjoint(words) and any(word.isdigit() and len(word) <= _DIGITS for word in words)


def section_at(sections: tuple[Section, ...], at: int) -> Section | None:
    """The section in which an offset lies."""
    return next((section for section in sections if section.start <= at < section.end), None)


def _sections(lines: tuple[Line, ...], language: str) -> Iterator[Section]:
    lengths = {at: length for at, line in enumerate(lines) if (length := _heading_length(line.text, language))}
    for position, following in zip(lengths, [*lengths, len(lines)][1:], strict=True):
        entry = _ENTRY if following < len(lines) else 0
        heading = lines[position]
        start, end, before = heading.start + lengths[position], heading.end, heading
        for line in lines[position + 1 : following]:
            is_apart = end > start and line.gap > 1 and not _is_clock(before.text)
            if is_apart and not _ITEM.match(line.text) and len(line.text) > entry:
                break
            before, end = line, line.end
        if end > start:
            yield Section(heading.start, start, start, end, start == heading.end)


def _is_clock(text: str) -> bool:
    """Whether a line is nothing but an hour, as programmes print it above what happens then."""
    return len(text) <= _CLOCK and any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= _CLOCK_LETTERS


def _heading_length(text: str, language: str) -> int:
    """How much of a line is nothing but days: all of it, a day with its month before a colon or dash, or nothing."""
    if _is_heading(text, language):
        return len(text)
    mark = _MARK.search(text, 0, _LONGEST) if any(map(str.isdigit, text[:_LONGEST])) else None
    days = _words(text[: mark.start()]) if mark else []
    has_month = not _day_words(language).months.isdisjoint(days)
    return mark.end() if mark and has_month and _is_heading(text[: mark.start()], language) else 0


def _is_heading(text: str, language: str) -> bool:
    """Whether a line holds words of dates only, a weekday or a month and a number among them."""
    if len(text) > _LONGEST:
        return False
    words, known = _words(text), _day_words(language)
    is_day = any(word in known.days for word in words) and (any(word.isdigit() for word in words) or len(words) == 1)
    return is_day and all(word.isdigit() or word in known.days or word in known.others for word in words)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_BRACKETS.sub(" ", text))]


@dataclass(frozen=True, slots=True)
class _DayWords:
    """Names of months, those and names of weekdays, and the other words that dates hold."""

    months: frozenset[str]
    days: frozenset[str]
    others: frozenset[str]


@cache
def _day_words(language: str) -> _DayWords:
    classes = load_language(language)["dates"]["words"]
    forms = {
        name: {word.lower() for phrases in classes.get(name, {}).values() for phrase in phrases
               for word in _WORD.findall(phrase)}
        for name in _CLASSES
    }  # fmt: skip
    months = forms.pop("MONTH")
    days = forms.pop("WEEKDAY") | months
    return _DayWords(frozenset(months), frozenset(days), frozenset().union(*forms.values()))
