"""Lines that are nothing but a date and what belongs to it, and the datelines that open a report."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from transforms.documents.days import days_in
from transforms.documents.words import AGENCIES, PageWords
from transforms.languages.load import LANGUAGES

_CLOCK = re.compile(
    r"\b\d{1,2}\s?(?:[:.h]\s?\d{2}|h|Uhr)\b(?:\s?(?:UTC|GMT|CES?T|[ECMP][SD]T|BST|WES?T))?", re.IGNORECASE
)
_PLACE_BEFORE_DAY = re.compile(r"\W{0,4}[A-ZÀ-Þ][\w'’-]+(?:[ ,-]{1,2}[A-ZÀ-Þ][\w'’-]+){0,4},\s(?:\w{1,3}\s)?")
_TOKEN = re.compile(r"[^\s,;:|/•·()\[\]–—+*-]+")
_MAX_DAY_LINE = 120
_MAX_OTHER_TOKENS = 6
_MAX_DATELINE = 90
_DATELINE_END = re.compile(r"[.)\s]{0,3}(?:[—–]|--?)(?=\s)|\.-|\)\s(?=[A-ZÀ-Þ\"«“])")
_NUMBER = re.compile(r"\d{1,4}(?:er|º|ª|st|nd|rd|th|\.)?\Z")
_MAX_DATELINE_TOKENS = 9


def is_day_line(text: str, words: PageWords, language: str) -> bool:
    """Whether a line is a date with at most a place, a clock time, a label of its kind ("Press release") around it."""
    if len(text) > _MAX_DAY_LINE or not any(map(str.isdigit, text)):
        return False
    days = days_in(text, language)
    if len(days) != 1:
        return False
    rest = text[: days[0].start] + " | " + text[days[0].end :]
    rest = words.header_labels.sub(" ", _CLOCK.sub(" ", rest))
    tokens = _TOKEN.findall(rest)
    return len(tokens) <= _MAX_OTHER_TOKENS and all(
        token[0].isupper() or token.lower().rstrip(".") in words.header_links or _is_calendar_word(token)
        for token in tokens
    )


def names_a_place(text: str, language: str) -> bool:
    """Whether a line of a date begins with a place and a comma ("Paris, le 3 mai 2021"), as datelines do."""
    day = days_in(text, language)[0]
    return _PLACE_BEFORE_DAY.fullmatch(text[: day.start]) is not None


def dateline_length(text: str, words: PageWords) -> int:
    """How many characters of a paragraph's beginning are its dateline ("WASHINGTON, Nov. 11 (Xinhua) —"); 0: none."""
    window = text[:_MAX_DATELINE]
    best = 0
    for match in _DATELINE_END.finditer(window):
        head = text[: match.end()]
        if not _reads_as_dateline(head, words):
            break
        best = match.end()
    if best:
        best += len(text[best:]) - len(text[best:].lstrip(" \u00a0—–-"))
    return 0 if text[best : best + 1].islower() else best


def _reads_as_dateline(head: str, words: PageWords) -> bool:
    tokens = [token for token in _TOKEN.findall(head) if token[0] != "."]
    if not tokens or len(tokens) > _MAX_DATELINE_TOKENS:
        return False
    has_day = has_agency = False
    capitals = True
    for token in tokens:
        if _is_calendar_word(token):
            has_day = True
        elif _NUMBER.match(token):
            continue
        elif token.strip(".") in AGENCIES:
            has_agency = True
        elif token[0].isupper():
            capitals = capitals and token.isupper()
        elif token.lower() not in words.header_links:
            return False
    has_number = any(_NUMBER.match(token) for token in tokens)
    is_bracketed = has_agency and "(" in head
    return (has_day and has_number) or is_bracketed or (capitals and _is_upper_name(tokens))


def _is_upper_name(tokens: list[str]) -> bool:
    return all(token.isupper() and not any(map(str.isdigit, token)) for token in tokens) and len(tokens[0]) > 3


def _is_calendar_word(token: str) -> bool:
    return token.lower().rstrip(".") in _calendar_words()


@cache
def _calendar_words() -> frozenset[str]:
    """Names of months and weekdays, long and short, as CLDR has them for the languages we read."""
    names: set[str] = set()
    for code in LANGUAGES:
        locale = Locale.parse(code)
        for table in (locale.months, locale.days):
            for context in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    names.update(name.lower().rstrip(".") for name in table[context][width].values())
    names.update(name.replace("é", "e").replace("û", "u") for name in tuple(names))
    return frozenset(names | {"sept", "jun", "jul"})
