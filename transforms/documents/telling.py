"""The days that a text tells: by number, by weekday or counted from the day of writing, as past or still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from transforms.dates.resolve import resolve_timexes
from transforms.dates.tense import Direction, tense_tables
from transforms.documents.days import LooseDay, NamedDay, loose_day, loose_days_in, way_of, weekday_before_number
from transforms.documents.tense import Tense
from transforms.languages.load import LANGUAGES
from transforms.records import Timex

_ANY_DAY = date(2001, 1, 3)
"""A day to count from where only the distance is asked for."""
_FIRST_WORDS = re.compile(r"[^,(\d]*")
_LONGEST_COUNT = 2
_VERB_REACH = 45


@dataclass(frozen=True, slots=True)
class Telling:
    """A day told at `start`: its numbers as far as they are said, and how its clause tells it.

    `counted` is its distance from the day of writing ("hier": -1), `sentence` where its sentence begins, `is_this`
    whether the words say "this" before it or it stands alone, `is_before` a past before the past, `opens` whether it
    opens its sentence.
    """

    start: int
    weekday: int | None
    month: int | None
    day: int | None
    on: date | None
    counted: int | None
    sentence: int
    is_this: bool
    is_before: bool
    opens: bool
    direction: Direction | None

    @property
    def is_numbered(self) -> bool:
        """Whether it says the day of the month."""
        return self.day is not None

    @property
    def is_told(self) -> bool:
        """Whether it is told as past: by its clause, or at the head of a sentence that does not look ahead."""
        return self.direction == "past" or (self.opens and self.direction is None)

    @property
    def loose(self) -> LooseDay:
        """Its numbers alone."""
        return LooseDay(self.start, self.start, self.weekday, self.month, self.day)


def bare_weekday(sentence: str, language: str) -> tuple[int, str] | None:
    """The first weekday of a sentence that stands without a number, with the sentence."""
    loose = (day.weekday for day in loose_days_in(sentence, language) if day.weekday and day.day is None)
    weekday = next(loose, None)
    return (weekday, sentence) if weekday else None


def says_weekday(text: str, day: NamedDay, language: str) -> bool:
    """Whether a text says the right weekday of a day right before its number."""
    return weekday_before_number(text[day.start : day.end], language) == day.on.isoweekday()


def days_told(sentences: Sequence[tuple[int, str]], language: str, tense: Tense) -> list[Telling]:
    """Every day that some sentences tell, in text order; what an anniversary recalls is left out.

    Args:
        sentences: sentences with their offsets.
        language: a language with words.
        tense: its patterns of tense.
    """
    if language not in LANGUAGES:
        return []
    tellings: list[Telling] = []
    for (offset, sentence), (_, following) in zip_longest(sentences, sentences[1:], fillvalue=(0, "")):
        if not tense.anniversary.search(sentence):
            tellings.extend(_told_in(sentence, following, offset, language, tense))
    return tellings


def _told_in(sentence: str, following: str, offset: int, language: str, tense: Tense) -> Iterator[Telling]:
    for timex in resolve_timexes(sentence, language, reference=None):
        loose = loose_day(sentence, timex, language)
        on = timex.date_start if timex.date_start and timex.date_start == timex.date_end else None
        counted, said = _count(timex, language, is_numbered=bool(on or (loose and loose.day)))
        if loose is None and on is None and counted is None:
            continue
        weekday = said or (loose.weekday if loose else None)
        if on is not None:
            weekday = said or weekday_before_number(timex.text, language)
            if weekday not in (None, on.isoweekday()):
                continue
        opens = not any(map(str.isalnum, sentence[: timex.start])) and tense.ahead.search(sentence) is None
        number = loose or on
        is_bare = number is None or number.day is None
        yield Telling(
            start=offset + timex.start,
            weekday=weekday,
            month=number.month if number else None,
            day=number.day if number else None,
            on=on,
            counted=counted,
            sentence=offset,
            is_this=_says_this(sentence, timex, tense),
            is_before=_is_before_past(sentence, timex, language, tense),
            opens=opens and (not is_bare or tense.tells_past(following)),
            direction=way_of(sentence, timex, language),
        )


def _count(timex: Timex, language: str, *, is_numbered: bool) -> tuple[int | None, int | None]:
    """The days that the first words of an expression count from the day of writing, and the weekday said after them."""
    first = _FIRST_WORDS.match(timex.text)
    words = first[0].strip() if first else ""
    for counted in resolve_timexes(words, language, reference=_ANY_DAY)[:1] if words else ():
        if ".weekday" in counted.rule_id or counted.date_start is None or counted.date_start != counted.date_end:
            break
        if is_numbered and ".deictic" not in counted.rule_id:  # "le soir du 9 novembre"
            break
        days = (counted.date_start - _ANY_DAY).days
        rest = timex.text[len(words) :].lstrip(" ,(")
        return (days if abs(days) <= _LONGEST_COUNT else None), weekday_before_number(rest, language)
    return None, None


def _says_this(sentence: str, timex: Timex, tense: Tense) -> bool:
    """Whether the words say "this", before the expression or as its first word, or nothing else stands in the line."""
    end = timex.start + len(sentence[timex.start :].split(maxsplit=1)[0])
    says = any(tense.this_day.search(words) is not None for words in (sentence[: timex.start], f"{sentence[:end]} "))
    return says or not any(map(str.isalnum, sentence[: timex.start] + sentence[timex.end :]))


def _is_before_past(sentence: str, timex: Timex, language: str, tense: Tense) -> bool:
    """Whether a past before the past stands before an expression, or in its own clause soon after it."""
    if tense.before_past.search(sentence, 0, timex.start):
        return True
    found = tense.before_past.search(sentence, timex.end, timex.end + _VERB_REACH)
    between = sentence[timex.end : found.start()].lower().split() if found else []
    return found is not None and tense_tables(language).boundaries.isdisjoint(between)
