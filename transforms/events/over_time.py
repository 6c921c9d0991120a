"""A verb and the words that complete it, over words of time ("estuvo ayer en", "spoke on Monday to reporters")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transforms.dates.lexicon import span_words, time_openers, time_words
from transforms.events.lexicon import Form, Lexicon

_LONGEST = 7


def over_time(lows: Sequence[str], at: int, lexicon: Lexicon) -> tuple[int, tuple[Form, ...]] | None:
    """The end and the forms of a verb of several words at `at` that is interrupted by a time behind its first word.

    What somebody "is" on a day is told by a noun ("était mercredi l'invité de").
    """
    if lexicon.verb_final or at + 2 >= len(lows) or not lexicon.verbs.takes_more(lows[at]):
        return None
    if any(name.startswith("be_") for name in lexicon.auxiliary_classes(lows[at])):
        return None
    end = _end_of_time(lows, at + 1, lexicon)
    if end is None:
        return None
    found = lexicon.verbs.find([lows[at], *lows[end : end + _LONGEST]], 0)
    return (end + found[0] - 1, found[1]) if found and found[0] > 1 else None


def _end_of_time(lows: Sequence[str], first: int, lexicon: Lexicon) -> int | None:
    """Where the words of time end that begin at `first`, with the articles and prepositions among them."""
    words, end = _times_and_spans(lexicon.language), None
    for at in range(first, min(len(lows), first + _LONGEST)):
        if lows[at] in words or (lows[at].isdigit() and end is None and at == first + 1):
            end = at + 1
        elif not (lows[at].isdigit() or _links(lows, at, lexicon)):
            break
    return end


@cache
def _times_and_spans(language: str) -> frozenset[str]:
    return time_words(language) | span_words(language)


def _links(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    is_led = lexicon.prepositions.exactly(lows, at, at + 1) is not None
    is_led = is_led or lows[at] in time_openers(lexicon.language)
    return is_led or lows[at] in lexicon.groups["noun_openers"] or lows[at] in lexicon.groups["definite"]
