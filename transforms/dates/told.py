"""What the sentence of an expression has told before it: the year that a day and month without one lie in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.dates.reading import Reading

SENTENCE_END = re.compile(r"[.!?]\s|\n")
_YEAR_OPENING = re.compile(r"(?:\A|[.!?]\s+|\n\s*)[A-ZÀ-Ý]\w{0,2}(?: \w+){0,2} \Z")
"""What stands between the start of a sentence and a year that is its time: "En", "Im Jahr", "No ano de"."""
_REACH = 30


def told_year(text: str, readings: Sequence[Reading], index: int) -> int | None:
    """The year that opens the sentence of a date ("En 2018, … le 19 décembre"), or is told there with its very month.

    Args:
        text: the document's text.
        readings: the expressions in text order.
        index: which of them has a month and no year.
    """
    before = readings[index - 1] if index else None
    if before is None or before.kind != "date" or before.year is None or before.day is not None or before.era:
        return None
    if SENTENCE_END.search(text, before.end, readings[index].start):
        return None
    opens = _YEAR_OPENING.search(text, max(0, before.start - _REACH), before.start) is not None
    month, told = readings[index].month or 0, before.month or 0
    return before.year if told == month or (opens and told <= month) else None
