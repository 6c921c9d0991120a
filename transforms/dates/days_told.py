"""The days that a text has told so far, and from which of them "the day before" or "that evening" counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from transforms.dates.lexicon import load_lexicon
from transforms.dates.surroundings import LEFT_WORDS
from transforms.dates.tense import tense_tables
from transforms.dates.told import SENTENCE_END

_LEAD = 60
_OPENER = re.compile(r"[^\W\d_]+['’]?")
_HARD_STOP = re.compile(r"[.!?;:\n]")
_MEMORY = 12
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class _Told:
    """A day, where its expression ended, and whether it only tells which thing or person is meant."""

    end: int
    day: date
    is_aside: bool


@dataclass(slots=True)
class DaysTold:
    """The last days told in a text, in order."""

    text: str
    language: str
    days: list[_Told] = field(default_factory=list)

    def add(self, start: int, end: int, day: date, *, is_counted: bool) -> None:
        """Note the day of an expression in the text's own voice; one counted from another goes on with the story."""
        self.days.append(_Told(end, day, not is_counted and self._is_aside(start, end)))
        del self.days[:-_MEMORY]

    def before(
        self, position: int, main: date | None, *, offset: int, direction: str | None, reference: date | None
    ) -> date | None:
        """The day that an expression some days off the day told counts from.

        The last of its paragraph, else that of the story; none from which a count would reach past the day of writing
        where the clause looks back, or short of it where it looks ahead; and none that only says which accord or which
        guest is meant, unless there is no other.

        Args:
            position: where the expression stands.
            main: the day that the story has reached.
            offset: the days between that day and the one meant.
            direction: whether its clause looks ahead or back.
            reference: the day of writing.
        """
        near = [told for told in reversed(self.days) if _BREAK not in self.text[told.end : position]]
        asides = [told.day for told in near if told.is_aside]
        others = [told.day for told in reversed(self.days) if not told.is_aside and told not in near]
        days = [told.day for told in near if not told.is_aside]
        days += others[:1] if main in asides and others else [main] if main else asides
        if not offset:
            return near[0].day if near else main
        if near and not near[0].is_aside and not SENTENCE_END.search(self.text, near[0].end, position):
            return near[0].day  # "jeudi ; il aura rencontré X la veille"
        fitting = (day for day in (*days, *others) if _fits(day + timedelta(days=offset), direction, reference))
        return next(fitting, days[0] if days else None)

    def last_of_news(self, reference: date, reach: int) -> date | None:
        """The last day told of the few before the day of writing, that day too."""
        days = (told.day for told in reversed(self.days) if not told.is_aside)
        return next((day for day in days if 0 <= (reference - day).days <= reach), None)

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether a day hangs on a noun ("the accord of 3 May") or closes a clause in commas (", in on Monday,")."""
        lead = self.text[max(0, start - _LEAD) : start]
        words = LEFT_WORDS.findall(lead.lower().replace("’", "'"))
        if words and words[-1] in _owners(self.language):
            return True
        if self.text[end : end + 1] != ",":
            return False
        stop = max((found.end() for found in _HARD_STOP.finditer(lead)), default=0)
        comma = lead.rfind(",", stop)
        opener = _OPENER.search(lead, comma + 1) if comma >= 0 else None
        if opener is None:
            return False
        low = opener[0].lower()
        tables = tense_tables(self.language)
        return low in tables.boundaries or (
            bool(tables.participle_endings) and low.endswith(tables.participle_endings) and len(low) > len("fait")
        )


def _fits(day: date, direction: str | None, reference: date | None) -> bool:
    if reference is None or direction is None:
        return True
    return day >= reference if direction == "future" else day <= reference


@cache
def _owners(language: str) -> frozenset[str]:
    """The words that make a date the owner of the noun before it: "of", "de", "du"."""
    lexicon = load_lexicon(language)
    forms = lexicon.forms() if lexicon else ()
    return frozenset(pieces[0] for pieces, classes in forms if len(pieces) == 1 and "OF" in classes)
