"""Languages without a grammar file: dateparser's search, guarded against its inventions.

dateparser takes "a", "car", "to", page numbers and scores for dates; what it finds counts only where the words hold
a year, a figure beside a word, or a word of three letters that it knows as a name of day or month.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache

from transforms.dates.values import edtf_of, interval_of, precision_of
from transforms.records import AnchorKind, Timex

SHORTEST = 4
FIGURE = re.compile(r"\d")
FULL_YEAR = re.compile(r"(?<!\d)(1[5-9]|20|21)\d{2}(?!\d)")
LETTERS = re.compile(r"[^\W\d_]{3,}")
ONLY_FIGURES = re.compile(r"[\d\s.,:;/\-()]+")
FULL_NUMERIC = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}")


@cache
def _known_languages() -> frozenset[str]:
    from dateparser.data.languages_info import language_locale_dict

    return frozenset(language_locale_dict)


def resolve_by_dateparser(text: str, language: str, reference: date | None, reference_kind: AnchorKind) -> list[Timex]:
    """Date expressions by dateparser's search, only those whose words can carry a date, in text order.

    Without a reference only full dates are kept. An unknown language gives an empty list.
    """
    if language not in _known_languages():
        return []
    from dateparser.search import search_dates

    base = datetime.combine(reference or date(2000, 1, 1), time())
    found = search_dates(
        text, languages=[language],
        settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False},
    )  # fmt: skip
    timexes: list[Timex] = []
    position = 0
    for words, moment in found or []:
        start = text.find(words, position)
        if start < 0 or not _can_be_date(words, reference):
            continue
        position = start + len(words)
        timexes.append(_timex(text, start, words.rstrip(" ,.;:("), moment.date(), reference, reference_kind))
    return timexes


def _can_be_date(words: str, reference: date | None) -> bool:
    words = words.strip()
    if len(words) < SHORTEST:
        return False
    if ONLY_FIGURES.fullmatch(words):
        return bool(FULL_NUMERIC.search(words))
    full = bool(FULL_YEAR.search(words)) and bool(LETTERS.search(words))
    return full or (reference is not None and bool(LETTERS.search(words)))


def _timex(text: str, start: int, words: str, day: date, reference: date | None, kind: AnchorKind) -> Timex:
    absolute = bool(FULL_YEAR.search(words))
    value = (
        day.isoformat() if FIGURE.sub("", words) and not _is_month_only(words) else f"{day.year:04d}-{day.month:02d}"
    )
    days = interval_of(value)
    return Timex(
        start=start,
        end=start + len(words),
        text=text[start : start + len(words)],
        type="DATE",
        value=value,
        mod=None,
        date_start=days[0] if days else None,
        date_end=days[1] if days else None,
        date_not_before=None,
        date_not_after=None,
        starts_at=None,
        ends_at=None,
        utc_offset=None,
        precision=precision_of(value),
        edtf=edtf_of(value),
        anchor_kind="absolute" if absolute else kind,
        anchor_on=None if absolute else reference,
        rule_id="core.dateparser",
        confidence=0.6 if absolute else 0.4,
    )


def _is_month_only(words: str) -> bool:
    figures = re.findall(r"\d+", words)
    return len(figures) == 1 and len(figures[0]) == 4 and bool(LETTERS.search(words))
