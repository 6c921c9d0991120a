"""How a sentence tells a day: as today, as past, with its weekday, or as a bare weekday of the days after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from transforms.documents.days import NamedDay, days_in, loose_days_in, weekday_before_number
from transforms.documents.tense import Tense
from transforms.documents.years import Years

NEWS_DAYS = 2
"""Days after a dated one within which a bare weekday told later is the next of its name."""
_NEXT_DAY_WINDOW = 4000


def bare_weekday(sentence: str, language: str) -> tuple[int, str] | None:
    """The first weekday of a sentence that stands without a number, with the sentence."""
    loose = (day.weekday for day in loose_days_in(sentence, language) if day.weekday and day.day is None)
    weekday = next(loose, None)
    return (weekday, sentence) if weekday else None


def says_weekday(text: str, day: NamedDay, language: str) -> bool:
    """Whether a text says the right weekday of a day right before its number."""
    return weekday_before_number(text[day.start : day.end], language) == day.on.isoweekday()


def dated_weekdays(sentence: str, language: str, tense: Tense, years: Years) -> Iterator[tuple[date, bool]]:
    """Days of a sentence that are said with their weekday, and whether each is called the day of writing."""
    if not any(map(str.isdigit, sentence)):
        return
    is_anniversary = tense.anniversary.search(sentence) is not None
    for named in days_in(sentence, language):
        is_today = _is_today(sentence, named.start, tense)
        is_told = not is_anniversary and _is_told(sentence, named.start, named.end, tense)
        if says_weekday(sentence, named, language) and (is_today or is_told):
            yield named.on, is_today
    for loose in loose_days_in(sentence, language):
        is_today = _is_today(sentence, loose.start, tense)
        is_told = not is_anniversary and _is_told(sentence, loose.start, loose.end, tense)
        day = years.day_of(loose) if is_today or is_told else None
        if day is not None:
            yield day, is_today


def _is_today(sentence: str, start: int, tense: Tense) -> bool:
    """Whether the words say "this": before the expression, or as its first word."""
    end = start + len(sentence[start:].split(maxsplit=1)[0])
    return any(tense.this_day.search(words) is not None for words in (sentence[:start], f"{sentence[:end]} "))


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


def day_of_telling(day: date, after: int, sentences: Sequence[tuple[int, str]], language: str, tense: Tense) -> date:
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
            if not is_bare or offset > NEWS_DAYS or tense.before_past.search(words):
                continue
            if latest < offset and _is_told(words, loose.start, loose.end, tense):
                latest = offset
    return day + timedelta(days=latest)
