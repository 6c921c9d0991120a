"""The preposition that leads the words of an actor: what stands between it and the name, and where it is none."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.tokens import Token
from transforms.actors.words import TitleWords
from transforms.dates.lexicon import time_words
from transforms.events.lexicon import Lexicon

_DETERMINERS = 6
_MANY = 3


def preposition_before(lows: Sequence[str], at: int, lexicon: Lexicon, words: TitleWords) -> tuple[str | None, int]:
    """The class of the preposition that leads the phrase at `at`, and the index where it begins."""
    uncontracted = lexicon.groups.get("uncontracted", frozenset())
    leads, joints = lexicon.prepositions.first_words, lexicon.tables["conjunctions"].first_words
    back = at
    while back > 0 and back > at - _DETERMINERS:
        for start in range(max(0, back - 5), back):
            if lows[start] not in leads and lows[start] not in joints:
                continue
            name = lexicon.prepositions.exactly(lows, start, back)
            is_joint = start < back - 1 and lexicon.tables["conjunctions"].exactly(lows, start, back) is not None
            if is_joint and lows[start] not in lexicon.groups["coordinators"]:
                return None, back
            if name == "of" and start == back - 1 and _is_plural_article(lows, start, lexicon, words):
                name = None
            if name == "adverb":
                return None, at
            if name == "of" and start > 0 and counts(lows[start - 1], words) and not lows[start - 1].isdigit():
                back = start
                break
            if name in ("of", "other") and _is_approximate(lows, start, lexicon, words):
                back = start
                break
            if name is not None:
                is_apart = back < at and lows[back - 1] in uncontracted and lows[back] in lexicon.groups["definite"]
                return (None, back) if is_apart else (name, start)
        is_hour = lows[back - 1].isdigit() and back < len(lows) and lows[back] in words.sets["articles"]
        if is_hour or not _is_passed(lows[back - 1], lexicon, words):
            break
        back -= 1
    return None, back


def _is_passed(low: str, lexicon: Lexicon, words: TitleWords) -> bool:
    """Whether a word may stand between a preposition and the name that it leads."""
    listed = lexicon.groups.get("media_nouns", ()), lexicon.groups.get("determiners", ())
    is_listed = low in words.sets["articles"] or low in words.sets["former"] or any(low in group for group in listed)
    return is_listed or low in lexicon.groups["approximations"] or counts(low, words)


def _is_approximate(lows: Sequence[str], at: int, lexicon: Lexicon, words: TitleWords) -> bool:
    """Whether a preposition only belongs to about how many they are ("près de 300 élus", "more than a dozen")."""
    if at == 0 or lows[at - 1] not in lexicon.groups["approximations"]:
        return False
    number = lows[at + 1 + (lows[at + 1] in words.sets["articles"])]
    return counts(number, words) and words.counts.get(number, _MANY) >= _MANY  # "less than both sides had planned"


def counts(low: str, words: TitleWords) -> bool:
    """Whether a word before a noun tells how many or which of them ("plusieurs", "une dizaine de")."""
    is_listed = low in words.sets["prenominals"] or low in words.sets["quantities"] or low in words.counts
    return is_listed or low.isdigit()


def _is_plural_article(lows: Sequence[str], at: int, lexicon: Lexicon, words: TitleWords) -> bool:
    """Whether a word that is also "of the" opens a phrase of its own ("Des élus ont …", "par de nombreux élus")."""
    is_short = lexicon.tables["of"].find(lows, at) is not None and lows[at + 1] in words.sets["prenominals"]
    if lows[at] not in lexicon.groups.get("partitives", frozenset()) and not is_short:
        return False
    if at == 0 or not lows[at - 1][0].isalnum():
        return True
    before = lows[at - 1]
    if before in time_words(lexicon.language) or before.isdigit():
        return True
    is_verb = before in lexicon.verbs.first_words and before not in lexicon.nouns.first_words
    leads = any(lexicon.prepositions.exactly(lows, start, at) for start in range(max(0, at - 3), at))
    return leads or is_verb or before in lexicon.groups["coordinators"]


def follows_place(
    tokens: Sequence[Token], lows: Sequence[str], at: int, lexicon: Lexicon, words: TitleWords
) -> bool:
    """Whether a word that is also "of the" stands behind a place, which owns nobody ("vu à Nantes des ouvriers")."""
    if at < 2 or lows[at] not in lexicon.groups.get("partitives", ()) or tokens[at + 1].is_capital:
        return False
    name = at
    while name > 1 and tokens[name - 1].is_capital:
        name -= 1
    lead = lows[name - 1]
    return name < at and lead in words.sets["place_prepositions"] and lead not in lexicon.groups["of"]
