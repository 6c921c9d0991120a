"""Agendas and chronicles: sections of a text under lines that are nothing but days, or behind days that open lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.documents.lines import Line, read_lines
from transforms.languages.load import LANGUAGES, load_language

_LONGEST = 70
_FEWEST = 2
_ENTRY = 200
"""Characters of an entry that no sign marks as an item: longer paragraphs are notes below the agenda."""
_CLOCK, _CLOCK_LETTERS = 15, 5
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ITEM = re.compile(r"\W{0,3}\d|[-–—•·*▪►●○■]")
_MARK = re.compile(r"\s?:\s|\s[–—|-]\s")
_CLASSES = ("WEEKDAY", "MONTH", "AND", "ART", "CART", "ORD", "TO", "FROM", "OF", "HSIGN", "SUBUNIT", "PART", "DEM")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one line of days, or behind the days that open it: offsets of the days and of the text.

    `is_line`: the line holds nothing else.
    """

    heading_start: int
    heading_end: int
    start: int
    end: int
    is_line: bool


def read_agenda(text: str, language: str) -> tuple[Section, ...]:
    """The sections of an agenda in text order, none where fewer than two lines head something with days of their own.

    A section ends at the next such line. The last one ends at a paragraph that is no item of a list, the others at one
    that is too long for an entry.
    """
    if language not in LANGUAGES:
        return ()
    sections = list(_sections(read_lines(text), language))
    days = {text[section.heading_start : section.heading_end].strip(" :") for section in sections}
    return tuple(sections) if len(days) >= _FEWEST else ()


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
