"""Adjuncts between an auxiliary and its verb ("a pour la première fois reçu", "doit, selon la mairie, rencontrer")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transforms.dates.lexicon import span_words, time_words
from transforms.events.lexicon import Form, Lexicon

_LONGEST = 9
_FEWEST = 3
_STOPS = frozenset('.;:!?()«»"“”–—')
_MARKS = frozenset({"skip", "negation", "reflexive", "speaker"})
_DONE = ("have_", "be_", "become")
_TO_DO = frozenset({"intend", "was_to", "expected", "may", "would", "ought", "finish"})


def auxiliary_before(lows: Sequence[str], end: int, limit: int, form: Form, lexicon: Lexicon) -> int | None:
    """The index of the auxiliary of a form behind which nothing but an adjunct stands that ends at `end`, or None.

    The adjunct begins with a preposition or tells a time, or stands between commas.
    """
    for at in range(end - 1, max(limit, end - _LONGEST) - 1, -1):
        if lows[at] in _STOPS or lows[at] in lexicon.groups["relatives"]:
            return None
        classes = lexicon.auxiliary_classes(lows[at]) - _MARKS
        if classes:
            is_own = classes & _TO_DO if form.tense == "infinitive" else any(one.startswith(_DONE) for one in classes)
            return at if is_own and at + 1 < end and _is_adjunct(lows, at + 1, end, lexicon) else None
    return None


def _is_adjunct(lows: Sequence[str], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether words are one adjunct, without an object that stands beside it ("a en main une lettre signée")."""
    if lows[first] == ",":
        last += lows[last] == ","
        return last - first >= _FEWEST and lows[last - 1] == "," and lows[first:last].count(",") % 2 == 0
    if "," in lows[first:last] or lows[last - 1] in lexicon.groups["coordinators"]:  # "was in Oslo and met"
        return False
    groups, leads = lexicon.groups, lexicon.prepositions.first_words
    openers = groups["noun_openers"] | groups["definite"] | groups["these"]
    tells_time = not (_times(lexicon.language) | groups["turns"]).isdisjoint(lows[first:last])
    if tells_time and (lows[first] in openers or lows[first] in leads or lows[first] in _times(lexicon.language)):
        return True
    is_led = lexicon.prepositions.find(lows, first) is not None or lows[first] in groups["adjunct_leads"]
    return is_led and all(lows[at - 1] in leads for at in range(first + 1, last) if lows[at] in openers - leads)


@cache
def _times(language: str) -> frozenset[str]:
    return time_words(language) | span_words(language)
