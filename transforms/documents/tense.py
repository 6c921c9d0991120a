"""Which clauses tell a finished past, which look ahead: enough to know what a date in them proves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.languages.load import LANGUAGES, load_language

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d\w%€$.,]?\d)(?!\s?[%€$])"
_MAX_BEFORE_VERB = 60


@dataclass(frozen=True, slots=True)
class Tense:
    """Patterns of one language; `this_day` matches right before a weekday, `opening_year` at a sentence's start.

    `before_past` finds the auxiliaries of a past before the past ("avait", "had").
    """

    past: re.Pattern[str]
    ahead: re.Pattern[str]
    anniversary: re.Pattern[str]
    this_day: re.Pattern[str]
    opening_year: re.Pattern[str]
    since_year: re.Pattern[str]
    before_past: re.Pattern[str]

    def tells_past(self, sentence: str) -> bool:
        """A finished past and no word of plans, conditions or futures."""
        return self.past.search(sentence) is not None and self.ahead.search(sentence) is None

    def year_told(self, sentence: str) -> int | None:
        """The year that opens a clause in the past ("En 2016, les budgets ont augmenté")."""
        match = self.opening_year.match(sentence)
        if match is None or self.past.search(sentence, match.end(), match.end() + _MAX_BEFORE_VERB) is None:
            return None
        return int(match["year"])


@cache
def tense_of(language: str) -> Tense | None:
    """The tense patterns of a language; None for one without a language file."""
    if language not in LANGUAGES:
        return None
    table = load_language(language)["documents"]["tense"]
    in_year = "|".join(map(re.escape, table["in_year"]))
    return Tense(
        past=_words(table["past"]),
        ahead=_words(table["ahead"]),
        anniversary=_words(table["anniversary"]),
        this_day=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table['this_day']))})[\s,]{{1,2}}\Z", re.IGNORECASE),
        opening_year=re.compile(rf"\W{{0,3}}(?:(?:{in_year})\s)?{_YEAR}", re.IGNORECASE),
        since_year=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table['since']))})\s{_YEAR}", re.IGNORECASE),
        before_past=_words(table["before_past"]),
    )


def _words(fragments: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(fragments)})(?!\w)", re.IGNORECASE)
