"""What an undated text proves of its own publication day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from transforms.documents.days import days_in
from transforms.documents.lines import read_lines
from transforms.documents.sentences import split_sentences
from transforms.languages.load import LANGUAGES, load_language
from transforms.records import Region

_PICTURES = frozenset({"caption.credited", "caption.repeated", "caption.dated"})
_WEEKDAY_WINDOW = 2000
_MAX_BEFORE_VERB = 60
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d\w%€$.,]?\d)(?!\s?[%€$])"


@dataclass(frozen=True, slots=True)
class _Tense:
    past: re.Pattern[str]
    ahead: re.Pattern[str]
    opening_year: re.Pattern[str]
    since_year: re.Pattern[str]


def infer_from_lead(text: str, language: str, regions: Sequence[Region]) -> date | None:
    """The day of the news itself: the lead tells a finished event with its full date, the article names the weekday.

    Needs a past tense before the one date of the lead line, no word of plans, and the article's first bare weekday to
    be that day's. The caption of a picture is no lead: its date is the picture's.
    """
    tense = _tense(language)
    lead = _lead(text, regions)
    days = days_in(lead, language)
    if tense is None or len(days) != 1 or tense.ahead.search(lead):
        return None
    verb = tense.past.search(lead)
    if verb is None or verb.start() > days[0].start:
        return None
    weekday = _first_bare_weekday(text[:_WEEKDAY_WINDOW], language)
    return days[0].on if weekday == days[0].on.weekday() else None


def proven_not_before(text: str, language: str, regions: Sequence[Region]) -> date | None:
    """The latest day that must have come before publication: of a picture, or of something told as past.

    A year proves its first day only. Sentences with a word of plans, conditions or futures prove nothing.
    """
    proven = [
        day.on
        for region in regions
        if region.rule_id in _PICTURES
        for day in days_in(text[region.start : region.end], language)
    ]
    tense = _tense(language)
    if tense is not None:
        for span in split_sentences(text, regions, language):
            proven.extend(_days_told_as_past(text[span.start : span.end], language, tense))
    return max(proven, default=None)


def _days_told_as_past(sentence: str, language: str, tense: _Tense) -> Iterator[date]:
    if not any(map(str.isdigit, sentence)) or tense.ahead.search(sentence):
        return
    since = tense.since_year.search(sentence)
    if since is not None:
        yield date(int(since["year"]), 1, 1)
    if tense.past.search(sentence) is None:
        return
    for day in days_in(sentence, language):
        yield day.on
    year = tense.opening_year.match(sentence)
    if year is not None and tense.past.search(sentence, year.end(), year.end() + _MAX_BEFORE_VERB):
        yield date(int(year["year"]), 1, 1)


def _lead(text: str, regions: Sequence[Region]) -> str:
    """The first line of the document that is neither furniture nor header, without its tail."""
    ends = {region.start: region.end for region in regions if region.kind in ("furniture", "header")}
    pictures = {region.start for region in regions if region.rule_id in _PICTURES}
    for line in read_lines(text):
        if line.start in ends:
            continue
        if line.start in pictures:
            return ""
        tails = [start for start in ends if line.start < start < line.end]
        return text[line.start : min(tails, default=line.end)]
    return ""


def _first_bare_weekday(text: str, language: str) -> int | None:
    """Monday is 0; weekdays with a day number beside them are not bare."""
    for match in _weekday_pattern(language).finditer(text):
        if not re.match(r"\W{1,3}\d", text[match.end() :]) and not re.search(r"\d\W{1,3}\Z", text[: match.start()]):
            return _weekdays(language)[match.group().lower()]
    return None


@cache
def _weekdays(language: str) -> dict[str, int]:
    if language not in LANGUAGES:
        return {}
    names = Locale.parse(language).days["format"]["wide"]
    return {name.lower(): number for number, name in names.items()}


@cache
def _weekday_pattern(language: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, _weekdays(language)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else re.compile(r"(?!)")


@cache
def _tense(language: str) -> _Tense | None:
    if language not in LANGUAGES:
        return None
    table = load_language(language)["documents"]["tense"]
    in_year = "|".join(map(re.escape, table["in_year"]))
    since = "|".join(map(re.escape, table["since"]))
    return _Tense(
        past=re.compile(rf"(?<!\w)(?:{'|'.join(table['past'])})(?!\w)", re.IGNORECASE),
        ahead=re.compile(rf"(?<!\w)(?:{'|'.join(table['ahead'])})(?!\w)", re.IGNORECASE),
        since_year=re.compile(rf"(?<!\w)(?:{since})\s{_YEAR}", re.IGNORECASE),
        opening_year=re.compile(rf"\W{{0,3}}(?:(?:{in_year})\s)?{_YEAR}", re.IGNORECASE),
    )
