"""The first day of what goes on since it ("se tient depuis mardi", "have been in talks since March")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.events.elsewhere import NEAR, low_words
from transforms.events.lexicon import Lexicon
from transforms.events.taking import take
from transforms.records import Mention, Timex

_LONGEST = {
    "visit": timedelta(days=31), "summit": timedelta(days=14), "conference": timedelta(days=14),
    "exercise": timedelta(days=62), "meeting": timedelta(days=14), "negotiation": timedelta(days=3660),
}  # fmt: skip
"""How long events of a type may have lasted; what is older tells of somebody ("X, president since 2017")."""
_GAP = 60
_BEHIND = 12
"""Characters between a verb and the day since which it goes on, which then is nearer than any other."""
_WEEK = timedelta(days=7)
_OPENING = 2


def going_on_since(
    mention: Mention, timexes: Sequence[Timex], text: str, published: date | None, lexicon: Lexicon
) -> Mention:
    """A held event from the day since which it is told to go on to the document's, unless something nearer dates it.

    Args:
        mention: a mention as far as dated.
        timexes: the expressions of its text, deadlines too.
        text: the document's text.
        published: the day of the document.
        lexicon: words of the document's language.
    """
    longest = _LONGEST.get(mention.event_type)
    if mention.status != "held" or mention.text_field != "text" or published is None or longest is None:
        return mention
    for timex in timexes:
        is_since = not lexicon.groups["since_day"].isdisjoint(
            low_words(text, max(0, timex.start - _GAP), timex.start)[-2:]
        )
        start = _first_day(timex, published, is_since=is_since)
        if not start or not published - longest <= start < published or not _is_of(mention, timex, text, lexicon):
            continue
        if mention.date_basis is None or (is_since and 0 <= timex.start - mention.trigger_end <= _BEHIND):
            return replace(take(mention, timex, "clause"), date_start=start, date_end=published)
    return mention


def _first_day(timex: Timex, published: date, *, is_since: bool) -> date | None:
    """The day from which something goes on; a weekday "since" which it does is the last before the document's."""
    start = timex.date_start if timex.mod == "ON_OR_AFTER" else None
    is_last = is_since and timex.rule_id.endswith((".weekday.past", ".weekday.future"))
    return start - _WEEK if start and is_last and published <= start < published + _WEEK else start


def _is_of(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression opens the mention's clause, or follows its trigger without a comma.

    "Their first talks since Monday" are later than that day.
    """
    if not mention.clause_start <= timex.start < mention.char_end:
        return False
    if len(low_words(text, mention.clause_end, timex.start)) > 1:  # "since" may open a clause of its own
        return False
    lead = low_words(text, mention.clause_start, mention.trigger_start)
    if not lexicon.groups["firsts"].isdisjoint(lead[-NEAR:]):
        return False
    if timex.start < mention.trigger_start:
        return len(low_words(text, mention.clause_start, timex.start)) <= _OPENING
    between = text[mention.trigger_end : timex.start]
    return "," not in between and len(between) <= _GAP
