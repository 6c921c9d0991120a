"""The day for which a plan stood that was put off, where nothing tells its new day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from transforms.events.elsewhere import LEAD, is_owned, is_postponed, low_words, tail, told_as_plan
from transforms.events.lexicon import Lexicon
from transforms.events.spans import is_near_weekday, nearest_weekday
from transforms.events.taking import on_day, take
from transforms.records import Mention, Timex


def on_former_day(
    mention: Mention, timexes: Sequence[Timex], text: str, published: date | None, lexicon: Lexicon
) -> Mention:
    """A plan put off without a new day, on the day for which it had stood; a bare weekday is the nearest.

    Args:
        mention: a mention as far as dated.
        timexes: the days of its text.
        text: the document's text.
        published: the day of the document.
        lexicon: words of the document's language.
    """
    if mention.date_basis is not None or mention.text_field != "text" or not is_postponed(mention, lexicon):
        return mention
    inside = [t for t in timexes if mention.char_start <= t.start < mention.char_end]
    day = next((t for t in inside if t.date_start and _is_former(mention, t, inside, text, lexicon)), None)
    if day is None or day.date_start is None:
        return mention
    taken = take(mention, day, "clause")
    if published is None or not is_near_weekday(day):
        return taken
    return on_day(taken, nearest_weekday(day.date_start, published), "clause")


def _is_former(mention: Mention, timex: Timex, inside: Sequence[Timex], text: str, lexicon: Lexicon) -> bool:
    """Whether an expression is the event's own ("Wednesday's ceremony") or led by the words of a plan."""
    if is_owned(mention, timex, text, lexicon):
        return True
    before = max((t.end for t in inside if t.end <= timex.start), default=0)
    lead = tail(low_words(text, max(mention.char_start, before, timex.start - LEAD), timex.start))
    return told_as_plan(lead, lexicon)
