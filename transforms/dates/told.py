"""What the sentence of an expression has told before it: the year that a day and month without one lie in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.dates.reading import Reading

SENTENCE_END = re.compile(r"[.!?]\s|\n")
_YEAR_OPENING = re.compile(r"(?:\A|[.!?]\s+|\n\s*)[A-ZÀ-Ý]\w{0,2}(?: \w+){0,2} \Z")
"""What stands between the start of a sentence and a year that is its time: "En", "Im Jahr", "No ano de"."""
_OPENING = re.compile(r"(?:\A|[.!?]\s+|\n\s*)(?:\w+,? ){0,3}\Z")
"""What stands between the start of a sentence and a date that is its time: "On", "Puis", "En"."""
_REACH = 30


def told_year(text: str, readings: Sequence[Reading], index: int) -> int | None:
    """The year that opens the sentence of a date ("En 2018, … le 19 décembre"), or is told there with its very month.

    A date that opens its sentence goes on from that of the sentence before ("… le 1er avril 2019. Le 2 mai, …").

    Args:
        text: the document's text.
        readings: the expressions in text order.
        index: which of them has a month and no year.
    """
    before = readings[index - 1] if index else None
    if before is None or before.kind != "date" or before.era:
        return None
    if SENTENCE_END.search(text, before.end, readings[index].start):
        return _year_before(text, readings, index)
    if before.year is None or before.day is not None:
        return None
    opens = _YEAR_OPENING.search(text, max(0, before.start - _REACH), before.start) is not None
    month, told = readings[index].month or 0, before.month or 0
    return before.year if told == month or (opens and told <= month) else None


def _year_before(text: str, readings: Sequence[Reading], index: int) -> int | None:
    """The year of the date in the sentence before that one which opens its sentence, on a later day, goes on from."""
    date, before = readings[index], readings[index - 1]
    between = text[before.end : date.start]
    if "\n" in between or len(SENTENCE_END.findall(between)) > 1 or before.month is None:
        return None
    if (date.month or 0, date.day or 0) <= (before.month, before.day or 0):
        return None
    if _OPENING.search(text, max(0, date.start - _REACH), date.start) is None:
        return None
    return before.year if before.year is not None else _year_before(text, readings, index - 1) if index > 1 else None
