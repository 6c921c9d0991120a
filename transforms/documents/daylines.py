"""Lines that are nothing but a date and what belongs to it, and the datelines that open a report."""

from __future__ import annotations

import re

from transforms.documents.days import days_in, loose_days_in
from transforms.documents.words import AGENCIES, PageWords

_CLOCK = re.compile(
    r"\b\d{1,2}\s?(?:[:.h]\s?\d{2}(?:h|\s?[ap]\.?m\.?)?|h|Uhr|[ap]\.?m\.?)(?!\w)"
    r"(?:\s?(?:UTC|GMT|CES?T|MES?Z|[ECMP][SD]?T|BST|IST|WES?T|H[NA][EPRCA]|heure de [A-Z]\w+)(?!\w))?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]{0,50}\)")
_PLACE_BEFORE_DAY = re.compile(r"\W{0,4}[A-ZÀ-Þ][\w'’-]+(?:[ ,-]{1,2}[A-ZÀ-Þ][\w'’-]+){0,4},\s(?:\w{1,3}\s)?")
_LEADING_DAY_END = re.compile(r"\s?[-–—|•]\s")
_DIVIDER = re.compile(r"\s[-–—|•·/]\s")
_TOKEN = re.compile(r"[^\s,;:|/•·()\[\]–—+*-]+(?:-[^\s,;:|/•·()\[\]–—+*-]+)*")
_FIGURE = re.compile(r"[$€£]?\d[\d.-]*[$€£]?|[$€£]")  # of an issue, a page or a price
_MAX_DAY_LINE = 120
_MAX_OTHER_TOKENS = 6
_MAX_BEFORE_LEADING_DAY = 4
_MAX_DATELINE = 90
_DATELINE_END = re.compile(
    r"[.)\s]{0,3}(?:[—–]|--?)(?=\s)|\.-|\)\s(?=[A-ZÀ-Þ\"«“])|\.\s(?=[A-ZÀ-Þ\"«“„])|\s?[:;](?=\s)"
)
_YEAR_END = re.compile(r"\d{4}\W*\Z")
_INITIALS = re.compile(r"\([a-zà-ÿ]{1,4}(?:/[a-zà-ÿ]{1,4})*\)")  # "(nk)": who wrote it
_NUMBER = re.compile(r"\d{1,4}(?:er|º|ª|st|nd|rd|th|\.)?\Z")
_DATELINE_SIGN = re.compile(r"[\d(]|[^\W\d_a-zß-ÿ]{2}")
_MAX_DATELINE_TOKENS = 9
_MAX_PARTICLE = 3


def is_day_line(text: str, words: PageWords, language: str) -> bool:
    """Whether a line is a date with at most a place or paper, a clock time, figures, a label of its kind around it."""
    if len(text) > _MAX_DAY_LINE or not any(map(str.isdigit, text)):
        return False
    days = days_in(text, language)
    byline = words.byline.sub(" ", _CLOCK.sub(" ", text[days[0].end :]), count=1) if len(days) == 1 else ""
    return len(days) == 1 and _is_alone(text[: days[0].start], byline, words)


def is_yearless_day_line(text: str, words: PageWords, language: str) -> bool:
    """Whether a line is such a date whose year is left out ("Tuesday 17 May, late edition")."""
    if len(text) > _MAX_DAY_LINE or not any(map(str.isdigit, text)) or days_in(text, language):
        return False
    days = [day for day in loose_days_in(text, language) if day.month and day.day]
    return len(days) == 1 and _is_alone(text[: days[0].start], _CLOCK.sub(" ", text[days[0].end :]), words)


def _is_alone(before: str, after: str, words: PageWords) -> bool:
    """Whether little else than names and labels stands around a day."""
    rest = _BRACKETS.sub(" ", f"{_CLOCK.sub(' ', before)} | {after}")
    rest = words.header_labels.sub(" ", rest)
    tokens = [token for token in _TOKEN.findall(rest) if any(map(str.isalnum, token)) and not _FIGURE.fullmatch(token)]
    names = [token for token in tokens if token.lower().rstrip(".") not in words.header_links]
    return len(names) <= _MAX_OTHER_TOKENS and all(token[0].isupper() for token in names)


def part_with_day(text: str, words: PageWords, language: str) -> tuple[int, int] | None:
    """The part of a short line that is its date: behind a dash or bar, or at its end after a label of its kind.

    "L'invité du matin – mercredi 22 janvier 2025"; "Pressemitteilung 123/2022 vom 4. Mai 2022".
    """
    if len(text) > _MAX_DAY_LINE or not any(map(str.isdigit, text)):
        return None
    days = days_in(text, language) if words.header_labels.match(text) else []
    if len(days) == 1 and not any(map(str.isalnum, text[days[0].end :])):
        return days[0].start, days[0].end
    start = 0
    for mark in [*_DIVIDER.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if end - start < len(text) and is_day_line(text[start:end], words, language):
            return start, end
        start = mark.end() if mark else end
    return None


def leading_day_length(text: str, language: str) -> int:
    """How many characters a date and its dash take at the beginning of a short line; 0: the line begins otherwise."""
    if len(text) > _MAX_DAY_LINE:
        return 0
    days = days_in(text, language)
    if not days or any(map(str.isalnum, text[: days[0].start])) or days[0].start > _MAX_BEFORE_LEADING_DAY:
        return 0
    dash = _LEADING_DAY_END.match(text, days[0].end)
    return dash.end() if dash is not None else 0


def names_a_place(text: str, language: str) -> bool:
    """Whether a line of a date begins with a place and a comma ("Paris, le 3 mai 2021"), as datelines do."""
    day = days_in(text, language)[0]
    return _PLACE_BEFORE_DAY.fullmatch(text[: day.start]) is not None


def dateline_length(text: str, words: PageWords, language: str) -> int:
    """How many characters of a paragraph's beginning are its dateline ("WASHINGTON, Nov. 11 (Xinhua) —"); 0: none."""
    window = text[:_MAX_DATELINE]
    best = 0
    for match in _DATELINE_END.finditer(window):
        head = text[: match.end()]
        has_dash = match.group().strip(" .)\u00a0") != ""
        is_closed = has_dash or ")" in match.group() or _YEAR_END.search(head) or _is_place_and_day(head, language)
        if is_closed and _reads_as_dateline(head, words, language):
            best = match.end()
        elif has_dash:
            break
    if best:
        best += len(text[best:]) - len(text[best:].lstrip(" \u00a0—–-"))
    return 0 if text[best : best + 1].islower() else best


def _is_place_and_day(head: str, language: str) -> bool:
    """Whether words are a place, a comma and a day without its year ("Bruxelles, le 14 juin. Réunis …")."""
    days = [day for day in loose_days_in(head, language) if day.month and day.day]
    is_whole = len(days) == 1 and not any(map(str.isalnum, head[days[0].end :]))
    return is_whole and _PLACE_BEFORE_DAY.fullmatch(head[: days[0].start]) is not None


def _reads_as_dateline(head: str, words: PageWords, language: str) -> bool:
    if not _DATELINE_SIGN.search(head):  # no day, no agency, no place in capitals
        return False
    spans = [(day.start, day.end) for day in days_in(head, language)]
    spans += [(day.start, day.end) for day in loose_days_in(head, language)]
    has_day = any(map(str.isdigit, "".join(head[start:end] for start, end in spans)))
    rest = _INITIALS.sub(lambda m: " " * len(m[0]), head)
    for start, end in spans:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    tokens = [token for token in _TOKEN.findall(rest) if token[0] != "."]
    if (not tokens and not has_day) or len(tokens) > _MAX_DATELINE_TOKENS:
        return False
    inside = range(1, len(tokens) - 1)
    particles = {at for at in inside if tokens[at].islower() and len(tokens[at]) <= _MAX_PARTICLE}
    named = [token for at, token in enumerate(tokens) if at not in particles]  # "Santiago de Chile"
    names = [token for token in named if token.lower() not in words.header_links]
    if not all(token[0].isupper() or _NUMBER.match(token) or token in AGENCIES for token in names):
        return False
    has_agency = any(token.strip(".") in AGENCIES for token in names) and "(" in head
    return has_day or has_agency or _is_upper_name(names)


def _is_upper_name(tokens: list[str]) -> bool:
    return bool(tokens) and all(token.isupper() and token.isalpha() for token in tokens) and len(tokens[0]) > 3
