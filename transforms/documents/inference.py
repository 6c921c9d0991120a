"""The day of the news, where nothing declares it: worked out of the article's own full dates and weekdays.

A date counts only if its weekday is said with it and is right, or if the article's first bare weekday is that day's and
it stands in the lead line or is the latest that the article gives. What the caption of a picture says never counts: it
may be of any other Wednesday.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from transforms.documents.bounds import PICTURE_RULES
from transforms.documents.days import LooseDay, days_in, loose_days_in, weekday_before_number, years_in
from transforms.documents.lines import read_lines
from transforms.documents.sentences import split_sentences
from transforms.documents.tense import Tense, tense_of
from transforms.records import Region

_OPENING = 1200
_WEEKDAY_WINDOW = 2000
_NEXT_DAY_WINDOW = 4000
_EVIDENCE_WINDOW = 6000
# A weekday falls on the same date again after five years at the earliest: within four, the match is the only one.
_MAX_YEARS_AFTER_EVIDENCE = 4


@dataclass(frozen=True, slots=True)
class Bounds:
    """Days between which the publication must lie, as far as the document tells; both may be unknown."""

    not_before: date | None
    not_after: date | None


def infer_day(text: str, language: str, regions: Sequence[Region], bounds: Bounds) -> date | None:
    """The publication day that the opening of an article implies, or None.

    "Ce lundi 27 juillet" is the day itself; "lundi 9 mars 2020 … a franchi" is the day of the news, and the next day
    if a later sentence tells of that weekday as past. A day without a year takes the one year in which its weekday is
    right and which lies next to what else is known. Days outside the bounds are given up.
    """
    tense = tense_of(language)
    if tense is None:
        return None
    sentences = [(span.start, text[span.start : span.end]) for span in split_sentences(text, regions, language)]
    years = cache(partial(_years_told, sentences, language))  # asked for seldom, and dear
    for start, sentence in sentences:
        if start > _OPENING:
            break
        if _is_picture(start, regions):
            continue
        for day, is_today in _dated_weekdays(sentence, language, tense, bounds, years):
            found = day if is_today else _day_of_telling(day, sentences, language, tense)
            if _is_within(found, bounds):
                return found
    lead = _lead(text, regions)
    body = text.find(lead) + len(lead)
    prose = [
        (start, sentence[: _EVIDENCE_WINDOW - start])
        for start, sentence in sentences
        if body < start < _EVIDENCE_WINDOW and not _is_picture(start, regions)
    ]
    told = (_lead_day(text, language, regions, tense), _day_of_weekday(prose, language, tense, years))
    return next((day for day in told if day is not None and _is_within(day, bounds)), None)


def _is_picture(start: int, regions: Sequence[Region]) -> bool:
    return any(region.rule_id in PICTURE_RULES and region.start <= start < region.end for region in regions)


def _day_of_weekday(
    sentences: list[tuple[int, str]], language: str, tense: Tense, years: Callable[[], list[int]]
) -> date | None:
    """The latest full day of the body where the article's first bare weekday, told as past, is its weekday.

    "A deal was reached on Monday … February 27, 2023 will be remembered": of a year no other of the article passes.
    """
    opening = (sentence[: _OPENING - start] for start, sentence in sentences if start < _OPENING)
    first = next((found for found in (_bare_weekday(sentence, language) for sentence in opening) if found), None)
    if first is None or not tense.tells_past(first[1]):
        return None
    days = [
        day.on
        for _, sentence in sentences
        if any(map(str.isdigit, sentence)) and not tense.anniversary.search(sentence)
        for day in days_in(sentence, language)
    ]
    latest = max(days, default=None)
    if latest is None or latest.isoweekday() != first[0] or latest.year < max(years(), default=latest.year):
        return None
    return _day_of_telling(latest, sentences, language, tense)


def _bare_weekday(sentence: str, language: str) -> tuple[int, str] | None:
    """The first weekday of a sentence that stands without a number, with the sentence."""
    loose = (day.weekday for day in loose_days_in(sentence, language) if day.weekday and day.day is None)
    weekday = next(loose, None)
    return (weekday, sentence) if weekday else None


def _dated_weekdays(
    sentence: str, language: str, tense: Tense, bounds: Bounds, years: Callable[[], list[int]]
) -> Iterator[tuple[date, bool]]:
    """Days of a sentence that are said with their weekday, and whether each is called the day of writing."""
    if not any(map(str.isdigit, sentence)):
        return
    is_told = tense.tells_past(sentence) and tense.anniversary.search(sentence) is None
    for named in days_in(sentence, language):
        weekday = weekday_before_number(sentence[named.start : named.end], language)
        is_today = _is_today(sentence, named.start, tense)
        if weekday == named.on.isoweekday() and (is_today or is_told):
            yield named.on, is_today
    for loose in loose_days_in(sentence, language):
        is_today = _is_today(sentence, loose.start, tense)
        day = _with_year(loose, bounds, years) if is_today or is_told else None
        if day is not None:
            yield day, is_today


def _is_today(sentence: str, start: int, tense: Tense) -> bool:
    """Whether the words say "this": before the expression, or as its first word."""
    end = start + len(sentence[start:].split(maxsplit=1)[0])
    return any(tense.this_day.search(words) is not None for words in (sentence[:start], f"{sentence[:end]} "))


def _years_told(sentences: list[tuple[int, str]], language: str) -> list[int]:
    """The years the article gives anywhere, in order."""
    told: set[int] = set()
    for start, sentence in sentences:
        if start > _EVIDENCE_WINDOW:
            break
        if any(map(str.isdigit, sentence)):
            told |= years_in(sentence, language)
    return sorted(told)


def _with_year(loose: LooseDay, bounds: Bounds, years: Callable[[], list[int]]) -> date | None:
    """The day in the one year that fits: a year the article gives, else the next one after them that fits.

    With an update's stamp, the latest fitting year up to it.
    """
    if loose.weekday is None or loose.month is None or loose.day is None:
        return None
    if bounds.not_after is not None:
        fitting = _fitting(loose, bounds, range(bounds.not_after.year - 1, bounds.not_after.year + 1))
        return fitting[-1] if fitting else None
    fitting = _fitting(loose, bounds, years())
    if not fitting:
        evidence = max([*years(), *([bounds.not_before.year] if bounds.not_before else [])], default=None)
        if evidence is not None:
            fitting = _fitting(loose, bounds, range(evidence, evidence + _MAX_YEARS_AFTER_EVIDENCE + 1))
    return fitting[0] if len(fitting) == 1 else None


def _fitting(loose: LooseDay, bounds: Bounds, years: Sequence[int]) -> list[date]:
    days: list[date] = []
    for year in years:
        try:
            day = date(year, loose.month or 0, loose.day or 0)
        except ValueError:
            continue
        if day.isoweekday() == loose.weekday and _is_within(day, bounds):
            days.append(day)
    return days


def _day_of_telling(day: date, sentences: list[tuple[int, str]], language: str, tense: Tense) -> date:
    """The day itself, or the next one where some sentence tells of that bare weekday as past."""
    following = day + timedelta(days=1)
    for start, sentence in sentences:
        if start > _NEXT_DAY_WINDOW:
            break
        if tense.tells_past(sentence) and any(
            loose.weekday == following.isoweekday() and loose.day is None for loose in loose_days_in(sentence, language)
        ):
            return following
    return day


def _lead_day(text: str, language: str, regions: Sequence[Region], tense: Tense) -> date | None:
    """The one full date of a lead line in the past, if the article's first bare weekday is that day's."""
    lead = _lead(text, regions)
    days = days_in(lead, language)
    verb = tense.past.search(lead)
    if len(days) != 1 or not tense.tells_past(lead) or verb is None or verb.start() > days[0].start:
        return None
    bare = [loose.weekday for loose in loose_days_in(text[:_WEEKDAY_WINDOW], language) if loose.day is None]
    return days[0].on if bare and bare[0] == days[0].on.isoweekday() else None


def _lead(text: str, regions: Sequence[Region]) -> str:
    """The first line of the document that is neither furniture nor header, without its tail."""
    ends = {region.start: region.end for region in regions if region.kind in ("furniture", "header")}
    pictures = {region.start for region in regions if region.rule_id in PICTURE_RULES}
    for line in read_lines(text):
        if line.start in ends:
            continue
        if line.start in pictures:
            return ""
        tails = [start for start in ends if line.start < start < line.end]
        return text[line.start : min(tails, default=line.end)]
    return ""


def _is_within(day: date, bounds: Bounds) -> bool:
    return (bounds.not_before is None or bounds.not_before <= day) and (
        bounds.not_after is None or day <= bounds.not_after
    )
