"""Which of several date expressions of its clause dates a mention: how fine, whose, and how near they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from transforms.actors.tokens import tokenise
from transforms.events.attributions import is_of_attribution
from transforms.events.elsewhere import is_owned
from transforms.events.lexicon import Lexicon
from transforms.records import Mention, Timex

_DAY = timedelta(days=1)
_YEAR = timedelta(days=364)
_GENITIVE_MARK = re.compile(r"['’]s?\s")


def nearest(
    mention: Mention, timexes: Sequence[Timex], others: Sequence[Mention], text: str, lexicon: Lexicon
) -> Timex:
    """The expression that dates a mention best.

    Those with days before bounds; not across another event; not nearer to another event; days, then months and years;
    the nearest, then the one after the trigger.

    Args:
        mention: one mention of the text.
        timexes: at least one expression of its clause.
        others: the mentions of its sentence.
        text: the document's text.
        lexicon: words of the document's language.
    """
    apart = [other for other in others if other.trigger_start != mention.trigger_start]
    return min(timexes, key=lambda timex: _rank(mention, timex, apart, text, lexicon))


def _rank(
    mention: Mention, timex: Timex, others: Sequence[Mention], text: str, lexicon: Lexicon
) -> tuple[bool, bool, bool, int, int, int]:
    after = timex.start >= mention.trigger_end
    first, last = (mention.trigger_end, timex.start) if after else (timex.end, mention.trigger_start)
    is_crossed = any(first <= other.trigger_start < last for other in others)
    is_crossed = is_crossed or _is_of_genitive(mention, timex, text, lexicon)
    is_crossed = is_crossed or is_of_attribution(mention, timex.start, lexicon.language)
    is_crossed = is_crossed or (not after and _resumes(text[first:last], lexicon))
    distance = _distance(mention, timex)
    is_taken = any(_distance(other, timex) < distance or _is_of_noun(other, mention, timex) for other in others)
    return timex.date_start is None, is_crossed, is_taken, _coarseness(timex), distance, timex.start


def _is_of_noun(other: Mention, mention: Mention, timex: Timex) -> bool:
    """Whether an expression stands between another event's noun and a verb ("Nach dem Anruf am Vortag reiste er")."""
    is_between = other.trigger_end <= timex.start and timex.end <= mention.trigger_start
    return other.is_noun and mention.is_verb and is_between


def _distance(mention: Mention, timex: Timex) -> int:
    """Characters between a trigger and an expression."""
    after = timex.start >= mention.trigger_end
    return max(0, timex.start - mention.trigger_end if after else mention.trigger_start - timex.end)


def _coarseness(timex: Timex) -> int:
    """0 for days, 1 for longer times, 2 for years and what has no days."""
    length = timex.date_end - timex.date_start if timex.date_start and timex.date_end else _YEAR
    return (length > _DAY) + (length >= _YEAR)


def _resumes(between: str, lexicon: Lexicon) -> bool:
    """Whether another verb of the same subject follows ("… on Tuesday and is to see")."""
    tokens = tokenise(between, 0, len(between))
    at = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].low in lexicon.groups["coordinators"]), None)
    return at is not None and not any(token.is_capital for token in tokens[at:])


def _is_of_genitive(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether another noun than the event's owns an expression ("Yesterday's deal was settled in a call on Sunday")."""
    return _GENITIVE_MARK.match(text, timex.end) is not None and not is_owned(mention, timex, text, lexicon)
