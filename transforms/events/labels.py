"""The day that stands before what it dates, as in chronicles: "14 February. The prefect meets the mayors."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.story import Story
from transforms.events.taking import take, yearless_day
from transforms.records import Mention, Timex

_LEAD = re.compile(r"(?:\A|\n|[.!?;…»”\"]\s)[^\w\n.!?]*\Z")
_BACK = 12
_NEXT = re.compile(r",?\s+(?:[^\W\d]{1,3}\s+)?")
_CLOSING = re.compile(r"\s?(?:[.:–—|]\s+|-\s+)(?=\S)")
_APART = frozenset({"header", "dateline", "furniture", "caption", "headline"})


def by_label(mention: Mention, story: Story) -> Mention:
    """A mention that nothing else dates yet, on the day that alone opens its paragraph or a sentence of it before."""
    if mention.date_basis is not None or mention.text_field != "text":
        return mention
    text = story.document.text
    before = [t for t in story.timexes if t.start <= mention.trigger_start]
    before = [t for t in before if "\n" not in text[t.end : mention.trigger_start]]
    label = next((t for t in reversed(before) if _is_label(t, story)), None)
    return take(mention, label, "heading") if label else mention


def _is_label(timex: Timex, story: Story) -> bool:
    """Whether an expression of a day is all that stands between two stops, but for the hour."""
    text = story.document.text
    if timex.date_start is None and yearless_day(timex) is None:
        return False
    if any(r.start <= timex.start < r.end and r.kind in _APART for r in story.document.regions):
        return False
    if _LEAD.search(text, max(0, timex.start - _BACK), timex.start) is None:
        return False
    return _CLOSING.match(text, _end_of_run(timex, story.timexes, text)) is not None


def _end_of_run(timex: Timex, timexes: Sequence[Timex], text: str) -> int:
    """Where the expressions end that follow a day with nothing but a comma between ("Monday, 21 June, 10 a.m.")."""
    end = timex.end
    for following in timexes:
        gap = _NEXT.match(text, end)
        if following.start > end and gap is not None and gap.end() == following.start:
            end = following.end
    return end
