"""The day of a plan that was put off: the new one, else the one on which it does not take place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.attachment import own_expression
from transforms.events.elsewhere import LEAD, NEAR, ends_with, is_owned, low_words, near_words, stands_in
from transforms.events.lexicon import Lexicon
from transforms.events.spans import is_left
from transforms.events.taking import take
from transforms.records import Mention, Timex

_PLANS = ("former_plan", "taking_place")
_BEHIND = 30
"""Characters behind a day in which a verb-final language says what was planned for it."""


def on_new_day(
    mention: Mention, mentions: Sequence[Mention], timexes: Sequence[Timex], text: str, lexicon: Lexicon
) -> Mention:
    """A plan on the day to which it was put off, told behind those words; without one, off on its former day.

    Args:
        mention: a plan whose status words say that it was put off.
        mentions: all mentions of the document.
        timexes: the expressions that may date it.
        text: the document's text.
        lexicon: words of the document's language.
    """
    moved = mention.char_start + mention.sentence_text.lower().rfind(mention.status_text or "")
    mention = replace(mention, clause_end=mention.char_end)
    behind = [t for t in timexes if t.start > moved and not is_left(mention, t, lexicon.language)]
    behind = [replace(timex, is_deadline=False) for timex in behind]
    if found := own_expression(mention, mentions, behind, text, lexicon):
        return take(mention, *found)
    former = next((t for t in timexes if _is_former(mention, t, text, lexicon)), None)
    return replace(take(mention, former, "clause"), status="cancelled") if former else mention


def _is_former(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression is the day of the plan before it was put off ("prévue le 8 juin", "Wednesday's talks")."""
    if not mention.char_start <= timex.start < mention.char_end or timex.date_start is None:
        return False
    if is_owned(mention, timex, text, lexicon) or is_left(mention, timex, lexicon.language):
        return True
    lead = near_words(low_words(text, max(mention.char_start, timex.start - LEAD), timex.start))
    ahead = low_words(text, timex.end, min(mention.char_end, timex.end + _BEHIND))[:NEAR] if lexicon.verb_final else []
    is_planned = any(stands_in(near, lexicon, table) for near in (lead, ahead) for table in _PLANS)
    return is_planned or ends_with(lead, lexicon, "planned_for")
