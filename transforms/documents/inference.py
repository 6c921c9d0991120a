"""The day of the news, where nothing declares it: worked out of the article's own full dates and weekdays.

A date counts only if its weekday is said with it and is right, or if the article's first bare weekday is that day's and
it stands in the lead line or is the latest that the article gives. What the caption of a picture says does not count
unless it says the weekday too: it may be of any other Wednesday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from transforms.documents.agenda import read_agenda
from transforms.documents.bounds import PICTURE_RULES
from transforms.documents.days import days_in, loose_days_in, stretch_in, years_in
from transforms.documents.lines import read_lines
from transforms.documents.sentences import split_sentences
from transforms.documents.telling import bare_weekday, days_told, says_weekday
from transforms.documents.tense import Tense, tense_of
from transforms.documents.writing_day import NEXT_DAYS, day_of_writing
from transforms.documents.years import Bounds, FittingDays, ToldYears, Years
from transforms.records import Region

_HEAD_LINES = 4
_APART = re.compile(r"[,(]\s*\Z")
_OPENING = 1200
_WEEKDAY_WINDOW = 2000
_EVIDENCE_WINDOW = 6000
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class _Article:
    """A text with its sentences and where they start."""

    text: str
    language: str
    regions: Sequence[Region]
    tense: Tense
    sentences: Sequence[tuple[int, str]]
    years: Years

    def is_picture(self, start: int) -> bool:
        """Whether a place lies in the caption of a picture."""
        return any(r.rule_id in PICTURE_RULES and r.start <= start < r.end for r in self.regions)

    def lead(self) -> str:
        """The first line of the document that is neither furniture nor header, without its tail."""
        ends = {region.start: region.end for region in self.regions if region.kind in ("furniture", "header")}
        pictures = {region.start for region in self.regions if region.rule_id in PICTURE_RULES}
        for line in read_lines(self.text):
            if line.start in ends:
                continue
            if line.start in pictures:
                return ""
            tails = [start for start in ends if line.start < start < line.end]
            return self.text[line.start : min(tails, default=line.end)]
        return ""

    def prose(self) -> list[tuple[int, str]]:
        """The sentences after the lead that are no captions, as far as evidence is looked for."""
        lead = self.lead()
        body = self.text.find(lead) + len(lead)
        return [
            (start, sentence[: _EVIDENCE_WINDOW - start])
            for start, sentence in self.sentences
            if body < start < _EVIDENCE_WINDOW and not self.is_picture(start)
        ]


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
    told = cache(partial(_years_told, sentences, language))  # asked for seldom, and dear
    years = Years(bounds, told, partial(fitting_days, text[:_EVIDENCE_WINDOW], language))
    article = _Article(text, language, regions, tense, sentences, years)
    witnesses = (_written_on, _day_of_told_days, _day_of_lead, _day_of_weekday, _day_of_picture, _day_of_head)
    for witness in (_days_of_agenda, *witnesses):
        day = witness(article)
        if day is not None and bounds.hold(day):
            return day
    return None


def _years_told(sentences: Sequence[tuple[int, str]], language: str) -> ToldYears:
    """The years that the article gives anywhere."""
    given = [
        year
        for start, sentence in sentences
        if start <= _EVIDENCE_WINDOW and any(map(str.isdigit, sentence))
        for year in years_in(sentence, language)
    ]
    ahead = [year for year in given if year.direction == "future"]
    return ToldYears(
        past=frozenset(year.on for year in given if year.direction == "past"),
        unsigned=frozenset(year.on for year in given if year.direction is None),
        ahead=frozenset(year.on for year in ahead),
        of_days_ahead=frozenset(year.on for year in ahead if year.is_day),
    )


def _days_of_agenda(article: _Article) -> date | None:
    """The first of the days that the head of an agenda is for ("Semaine du 3 au 9 février 2025")."""
    if not read_agenda(article.text, article.language):
        return None
    heads = (line.text for line in read_lines(article.text)[:_HEAD_LINES] if any(map(str.isdigit, line.text)))
    stretches = (stretch for head in heads if (stretch := stretch_in(head, article.language)))
    return next((first for first, last in stretches if last <= first + _MONTH), None)


def _written_on(article: _Article) -> date | None:
    """The day of a dateline or header that gives no year ("PARIS, 22 juillet (AFP)").

    Its year is the one in which the first weekday that the article tells as past is that day or the one before.
    """
    heads = [article.text[r.start : r.end] for r in article.regions if r.kind in ("dateline", "header")]
    head = next((loose for words in heads for loose in loose_days_in(words, article.language) if loose.day), None)
    if head is None:
        return None
    if head.weekday is not None:
        return article.years.day_of(head)
    opening = (sentence for start, sentence in article.sentences if start <= _OPENING)
    bare = (found for sentence in opening if (found := bare_weekday(sentence, article.language)))
    told = (found for found in bare if not article.tense.before_past.search(found[1]))
    weekday = next((weekday for weekday, sentence in told if article.tense.tells_past(sentence)), None)
    offsets = (0, 1) if weekday is not None else ()
    days = (article.years.day_of(head._replace(weekday=((weekday or 0) + offset - 1) % 7 + 1)) for offset in offsets)
    return next((day for day in days if day is not None), None) or article.years.day_of(head)


def _day_of_told_days(article: _Article) -> date | None:
    """The day of writing that the days of the prose imply, told by number or weekday."""
    sentences = [(at, words) for at, words in article.sentences if at < _EVIDENCE_WINDOW and not article.is_picture(at)]
    told = days_told(sentences, article.language, article.tense)
    return day_of_writing(told, article.years)


def _day_of_lead(article: _Article) -> date | None:
    """The one full date of a lead line in the past, if the article's first bare weekday is that day's."""
    lead = article.lead()
    days = days_in(lead, article.language)
    verb = article.tense.past.search(lead)
    if len(days) != 1 or not article.tense.tells_past(lead) or verb is None or verb.start() > days[0].start:
        return None
    loose = loose_days_in(article.text[:_WEEKDAY_WINDOW], article.language)
    bare = next((day.weekday for day in loose if day.day is None), None)
    return days[0].on if bare == days[0].on.isoweekday() else None


def _day_of_weekday(article: _Article) -> date | None:
    """The latest full day of the body where the article's first bare weekday, told as past, is its weekday.

    "A deal was reached on Monday … February 27, 2023 will be remembered": of a year no other of the article passes, and
    not what the text only looks back on.
    """
    language, tense, prose = article.language, article.tense, article.prose()
    opening = (sentence[: _OPENING - start] for start, sentence in prose if start < _OPENING)
    first = next((found for sentence in opening if (found := bare_weekday(sentence, language))), None)
    if first is None or not tense.tells_past(first[1]):
        return None
    days = [
        day.on
        for _, sentence in prose
        if any(map(str.isdigit, sentence)) and not tense.anniversary.search(sentence)
        for day in (() if tense.tells_past(sentence) else days_in(sentence, language))
    ]
    latest = max(days, default=None)
    if latest is None or latest.isoweekday() != first[0]:
        return None
    told = article.years.told()
    if latest.year < max(told.past | told.unsigned | told.ahead, default=latest.year):
        return None
    return latest


def _day_of_picture(article: _Article) -> date | None:
    """The day of the article's first bare weekday, told as past, on or right after the day of a picture.

    Only a picture whose caption says its weekday is news; others are of any day.
    """
    language = article.language
    captions = [article.text[r.start : r.end] for r in article.regions if r.rule_id in PICTURE_RULES]
    taken = {day.on for words in captions for day in days_in(words, language) if says_weekday(words, day, language)}
    if len(taken) != 1:
        return None
    first = next((found for _, sentence in article.prose() if (found := bare_weekday(sentence, language))), None)
    if first is None or not article.tense.tells_past(first[1]):
        return None
    day = taken.pop()
    offset = (first[0] - day.isoweekday()) % 7
    return day + timedelta(days=offset) if offset <= NEXT_DAYS else None


def _day_of_head(article: _Article) -> date | None:
    """A full day at the end of one of the first lines, in brackets or behind a comma ("…, 20 mars 2025")."""
    lines = (line for line in read_lines(article.text)[:_HEAD_LINES] if not line.is_prose)
    for line in lines:
        for day in days_in(line.text, article.language) if not article.is_picture(line.start) else ():
            if _APART.search(line.text[: day.start]) and not line.text[day.end :].strip(" )"):
                return day.on
    return None
