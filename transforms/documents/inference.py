"""The day of the news, where nothing declares it: worked out of the article's own full dates and weekdays.

A date counts only if its weekday is said with it and is right, or if the article's first bare weekday is that day's and
it stands in the lead line or is the latest that the article gives. What the caption of a picture says does not count
unless it says the weekday too: it may be of any other Wednesday.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from transforms.documents.bounds import PICTURE_RULES
from transforms.documents.days import LooseDay, NamedDay, days_in, loose_days_in, weekday_before_number, years_in
from transforms.documents.lines import read_lines
from transforms.documents.sentences import split_sentences
from transforms.documents.tense import Tense, tense_of
from transforms.records import Region

FittingDays = Callable[[str, str, Sequence[date]], Sequence[date]]
"""Of a text, its language and some days: those that the people of the text fit; none where they tell nothing."""
_HEAD_LINES = 4
_APART = re.compile(r"[,(]\s*\Z")
_OPENING = 1200
_WEEKDAY_WINDOW = 2000
_NEXT_DAY_WINDOW = 4000
_EVIDENCE_WINDOW = 6000
# A weekday falls on the same date again after five years at the earliest: within four, the match is the only one.
_MAX_YEARS_AFTER_EVIDENCE = 4
_YEARS = range(1945, 2100)
_NEWS_DAYS = 2
"""Days after a dated one within which a bare weekday told later is the next of its name."""


def no_days(_text: str, _language: str, _days: Sequence[date]) -> Sequence[date]:
    """None of the days: for readers who know no people."""
    return ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """Days between which the publication must lie, as far as the document tells; both may be unknown."""

    not_before: date | None
    not_after: date | None


def infer_day(
    text: str, language: str, regions: Sequence[Region], bounds: Bounds, fitting_days: FittingDays
) -> date | None:
    """The publication day that the opening of an article implies, or None.

    "Ce lundi 27 juillet" is the day itself; "lundi 9 mars 2020 … a franchi" is the day of the news, and the last of the
    next days whose bare weekday a later clause tells as past. A day without a year takes the one year in which its
    weekday is right and which lies next to what else is known. Days outside the bounds are given up.

    Args:
        text: the document's text.
        language: its language.
        regions: its regions; pictures tell nothing.
        bounds: days between which the publication lies.
        fitting_days: which of some days the text's people fit (`actors.era`).
    """
    tense = tense_of(language)
    if tense is None:
        return None
    sentences = [(span.start, text[span.start : span.end]) for span in split_sentences(text, regions, language)]
    years = cache(partial(_years_told, sentences, language))  # asked for seldom, and dear
    fitting = partial(fitting_days, text[:_EVIDENCE_WINDOW], language)
    written = _written_on(text, language, regions, sentences, tense, bounds, years, fitting)
    if written is not None:
        return written
    for start, sentence in sentences:
        if start > _OPENING:
            break
        if _is_picture(start, regions):
            continue
        for day, is_today in _dated_weekdays(sentence, language, tense, bounds, years, fitting):
            found = day if is_today else _day_of_telling(day, start, sentences, language, tense)
            if _is_within(found, bounds):
                return found
    lead = _lead(text, regions)
    body = text.find(lead) + len(lead)
    prose = [
        (start, sentence[: _EVIDENCE_WINDOW - start])
        for start, sentence in sentences
        if body < start < _EVIDENCE_WINDOW and not _is_picture(start, regions)
    ]
    told = (
        _lead_day(text, language, regions, tense),
        _day_of_weekday(prose, language, tense, years),
        _day_of_picture(text, language, regions, prose, tense),
        _day_of_head(text, language, regions),
    )
    return next((day for day in told if day is not None and _is_within(day, bounds)), None)


def _written_on(
    text: str,
    language: str,
    regions: Sequence[Region],
    sentences: list[tuple[int, str]],
    tense: Tense,
    bounds: Bounds,
    years: Callable[[], list[int]],
    fitting: Callable[[Sequence[date]], Sequence[date]],
) -> date | None:
    """The day of a dateline or header that gives no year ("PARIS, 22 juillet (AFP)").

    Its year is the one in which the first weekday that the article tells as past is that day or the one before.
    """
    heads = [region for region in regions if region.kind in ("dateline", "header")]
    dated = (loose for r in heads for loose in loose_days_in(text[r.start : r.end], language) if loose.day)
    head = next(dated, None)
    if head is None:
        return None
    if head.weekday is not None:
        return _with_year(head, bounds, years, fitting)
    bare = (
        found for start, sentence in sentences if start <= _OPENING and (found := _bare_weekday(sentence, language))
    )
    told = (found for found in bare if not tense.before_past.search(found[1]))
    weekday = next((weekday for weekday, sentence in told if tense.tells_past(sentence)), None)
    if weekday is None:
        return None
    for offset in (0, 1):
        day = _with_year(head._replace(weekday=(weekday + offset - 1) % 7 + 1), bounds, years, fitting)
        if day is not None:
            return day
    return None


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
    return _day_of_telling(latest, 0, sentences, language, tense)


def _day_of_picture(
    text: str, language: str, regions: Sequence[Region], prose: list[tuple[int, str]], tense: Tense
) -> date | None:
    """The day of the article's first bare weekday, told as past, on or right after the day of a picture.

    Only a picture whose caption says its weekday is news; others are of any day.
    """
    pictures = [text[region.start : region.end] for region in regions if region.rule_id in PICTURE_RULES]
    taken = {
        day.on for caption in pictures for day in days_in(caption, language) if _says_weekday(caption, day, language)
    }
    first = next((found for _, sentence in prose if (found := _bare_weekday(sentence, language))), None)
    if len(taken) != 1 or first is None or not tense.tells_past(first[1]):
        return None
    day = taken.pop()
    offset = (first[0] - day.isoweekday()) % 7
    return day + timedelta(days=offset) if offset <= _NEWS_DAYS else None


def _says_weekday(text: str, day: NamedDay, language: str) -> bool:
    return weekday_before_number(text[day.start : day.end], language) == day.on.isoweekday()


def _bare_weekday(sentence: str, language: str) -> tuple[int, str] | None:
    """The first weekday of a sentence that stands without a number, with the sentence."""
    loose = (day.weekday for day in loose_days_in(sentence, language) if day.weekday and day.day is None)
    weekday = next(loose, None)
    return (weekday, sentence) if weekday else None


def _dated_weekdays(
    sentence: str,
    language: str,
    tense: Tense,
    bounds: Bounds,
    years: Callable[[], list[int]],
    fitting: Callable[[Sequence[date]], Sequence[date]],
) -> Iterator[tuple[date, bool]]:
    """Days of a sentence that are said with their weekday, and whether each is called the day of writing."""
    if not any(map(str.isdigit, sentence)):
        return
    is_anniversary = tense.anniversary.search(sentence) is not None
    for named in days_in(sentence, language):
        is_today = _is_today(sentence, named.start, tense)
        is_told = not is_anniversary and _is_told(sentence, named.start, named.end, tense)
        if _says_weekday(sentence, named, language) and (is_today or is_told):
            yield named.on, is_today
    for loose in loose_days_in(sentence, language):
        is_today = _is_today(sentence, loose.start, tense)
        is_told = not is_anniversary and _is_told(sentence, loose.start, loose.end, tense)
        day = _with_year(loose, bounds, years, fitting) if is_today or is_told else None
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


def _with_year(
    loose: LooseDay,
    bounds: Bounds,
    years: Callable[[], list[int]],
    fitting_days: Callable[[Sequence[date]], Sequence[date]],
) -> date | None:
    """The day in the one year that fits: a year the article gives, else the next one after them, else its people's.

    With an update's stamp, the latest fitting year up to it.
    """
    if loose.weekday is None or loose.month is None or loose.day is None:
        return None
    if bounds.not_after is not None:
        fitting = _fitting(loose, bounds, range(bounds.not_after.year - 1, bounds.not_after.year + 1))
        return fitting[-1] if fitting else None
    served = fitting_days(_fitting(loose, bounds, _YEARS))
    if len(served) == 1:
        return served[0]
    fitting = _fitting(loose, bounds, years()[-1:])
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


def _day_of_telling(day: date, after: int, sentences: list[tuple[int, str]], language: str, tense: Tense) -> date:
    """The day itself, or the last of the days after it whose bare weekday some sentence tells as past."""
    latest = 0
    for start, sentence in sentences:
        if start > _NEXT_DAY_WINDOW:
            break
        if start == after:
            continue
        for loose in loose_days_in(sentence, language):
            offset = ((loose.weekday or 0) - day.isoweekday()) % 7
            is_bare = loose.weekday is not None and loose.day is None
            words = sentence if start > after else sentence[: loose.end]
            if not is_bare or offset > _NEWS_DAYS or tense.before_past.search(words):
                continue
            if latest < offset and _is_told(words, loose.start, loose.end, tense):
                latest = offset
    return day + timedelta(days=latest)


def _is_told(sentence: str, start: int, end: int, tense: Tense) -> bool:
    """Whether a day is told as past: by its sentence, or by the words between the commas around it.

    Where it opens its sentence, anything but a future will do.
    """
    if tense.tells_past(sentence):
        return True
    comma = sentence.find(",", end)
    opens = not any(map(str.isalnum, sentence[:start]))
    clause = sentence if opens else sentence[sentence.rfind(",", 0, start) + 1 : comma if comma >= 0 else len(sentence)]
    return tense.tells_past(clause) or (opens and tense.ahead.search(clause) is None)


def _lead_day(text: str, language: str, regions: Sequence[Region], tense: Tense) -> date | None:
    """The one full date of a lead line in the past, if the article's first bare weekday is that day's."""
    lead = _lead(text, regions)
    days = days_in(lead, language)
    verb = tense.past.search(lead)
    if len(days) != 1 or not tense.tells_past(lead) or verb is None or verb.start() > days[0].start:
        return None
    bare = [loose.weekday for loose in loose_days_in(text[:_WEEKDAY_WINDOW], language) if loose.day is None]
    return days[0].on if bare and bare[0] == days[0].on.isoweekday() else None


def _day_of_head(text: str, language: str, regions: Sequence[Region]) -> date | None:
    """A full day at the end of one of the first lines, in brackets or behind a comma ("…, 20 mars 2025")."""
    for line in read_lines(text)[:_HEAD_LINES]:
        for day in days_in(line.text, language) if not (line.is_prose or _is_picture(line.start, regions)) else ():
            if _APART.search(line.text[: day.start]) and not line.text[day.end :].strip(" )"):
                return day.on
    return None


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
