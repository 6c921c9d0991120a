"""Agendas and chronicles: sections of a text under lines that are nothing but days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.documents.lines import Line, read_lines
from transforms.languages.load import LANGUAGES, load_language

_LONGEST = 70
_FEWEST = 2
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ITEM = re.compile(r"\W{0,3}\d|[-–—•·*▪►●○■]")
_CLASSES = ("WEEKDAY", "MONTH", "AND", "ART", "CART", "ORD", "TO", "FROM", "OF", "HSIGN", "SUBUNIT", "PART", "DEM")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one line of days: offsets of that line and of the text under it."""

    heading_start: int
    heading_end: int
    start: int
    end: int


def read_agenda(text: str, language: str) -> tuple[Section, ...]:
    """The sections of an agenda in text order, none where fewer than two lines head something with a day.

    A section ends at the next such line, or at a paragraph that is no item of a list.
    """
    if language not in LANGUAGES:
        return ()
    sections = list(_sections(read_lines(text), language))
    return tuple(sections) if len(sections) >= _FEWEST else ()


def section_at(sections: tuple[Section, ...], at: int) -> Section | None:
    """The section in which an offset lies."""
    return next((section for section in sections if section.start <= at < section.end), None)


def _sections(lines: tuple[Line, ...], language: str) -> Iterator[Section]:
    for position, heading in enumerate(lines):
        if not _is_heading(heading.text, language):
            continue
        last = None
        for line in lines[position + 1 :]:
            if _is_heading(line.text, language) or (last and line.gap > 1 and not _ITEM.match(line.text)):
                break
            last = line
        if last:
            yield Section(heading.start, heading.end, lines[position + 1].start, last.end)


def _is_heading(text: str, language: str) -> bool:
    """Whether a line holds words of dates only, a weekday or a month and a number among them."""
    if len(text) > _LONGEST:
        return False
    words = [word.lower() for word in _WORD.findall(_BRACKETS.sub(" ", text))]
    days, others = _day_words(language)
    is_day = any(word in days for word in words) and (any(word.isdigit() for word in words) or len(words) == 1)
    return is_day and all(word.isdigit() or word in days or word in others for word in words)


@cache
def _day_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names of weekdays and months, and the other words that dates hold."""
    classes = load_language(language)["dates"]["words"]
    forms = {
        name: {word.lower() for phrases in classes.get(name, {}).values() for phrase in phrases
               for word in _WORD.findall(phrase)}
        for name in _CLASSES
    }  # fmt: skip
    days = forms.pop("WEEKDAY") | forms.pop("MONTH")
    return frozenset(days), frozenset().union(*forms.values())
