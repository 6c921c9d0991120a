"""What an undated text proves of its own publication day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from transforms.documents.days import days_in
from transforms.documents.sentences import split_sentences
from transforms.documents.tense import Tense, tense_of
from transforms.records import Region

# Captions whose date is the picture's: taken before the page was made, told by nobody.
PICTURE_RULES = frozenset({"caption.credited", "caption.repeated", "caption.dated", "caption.labelled"})


_NAMED_FIRST = ((re.compile(r"\bcovid\b|\bsars-cov-2\b", re.IGNORECASE), date(2020, 1, 1)),)
"""Names that nobody could write before a day, in whatever language."""


def proven_not_before(text: str, language: str, regions: Sequence[Region]) -> date | None:
    """The latest day that must have come before publication: of a picture, or of something told as past.

    A year proves its first day only. Sentences with a word of plans, conditions or futures prove nothing. Names prove
    when they were first given.
    """
    proven = [first for name, first in _NAMED_FIRST if name.search(text)]
    proven += [
        day.on
        for region in regions
        if region.rule_id in PICTURE_RULES
        for day in days_in(text[region.start : region.end], language)
    ]
    tense = tense_of(language)
    if tense is not None:
        for span in split_sentences(text, regions, language):
            proven.extend(_days_told_as_past(text[span.start : span.end], language, tense))
    return max(proven, default=None)


def _days_told_as_past(sentence: str, language: str, tense: Tense) -> Iterator[date]:
    if not any(map(str.isdigit, sentence)) or tense.ahead.search(sentence):
        return
    since = tense.since_year.search(sentence)
    if since is not None:
        yield date(int(since["year"]), 1, 1)
    if tense.past.search(sentence) is None:
        return
    for day in days_in(sentence, language):
        yield day.on
    year = tense.year_told(sentence)
    if year is not None:
        yield date(year, 1, 1)
