"""Actors of a sentence as coordinated groups with the preposition that leads each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.actors.phrases import ActorPhrase
from transforms.actors.words import TitleWords
from transforms.events.lexicon import Lexicon

PREPOSITIONS = ("between", "with", "by", "to", "of", "other")


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated actors ("X, Y et Z"): token range and the class of the leading preposition (None: bare)."""

    first: int
    last: int
    preposition: str | None
    members: tuple[ActorPhrase, ...]


def preposition_before(lows: Sequence[str], at: int, lexicon: Lexicon, words: TitleWords) -> tuple[str | None, int]:
    """The class of the preposition that leads the phrase at `at`, and the index where it begins."""
    back = at
    while back > 0 and back > at - 6:
        for start in range(max(0, back - 5), back):
            for name in PREPOSITIONS:
                found = lexicon.tables[name].find(lows, start)
                if found and found[0] == back:
                    return name, start
        if lows[back - 1] in words.sets["articles"] or lows[back - 1] in words.sets["former"]:
            back -= 1
        else:
            break
    return None, back


def group_actors(
    lows: Sequence[str], phrases: Sequence[ActorPhrase], lexicon: Lexicon, words: TitleWords
) -> list[Group]:
    """Join phrases that only commas, conjunctions, articles and a repeated preposition separate."""
    groups: list[Group] = []
    for phrase in phrases:
        preposition, start = preposition_before(lows, phrase.first, lexicon, words)
        if groups and _continues(lows, groups[-1], phrase, preposition, lexicon, words):
            last = groups[-1]
            groups[-1] = Group(last.first, max(last.last, phrase.last), last.preposition, (*last.members, phrase))
        else:
            groups.append(Group(min(start, phrase.first), phrase.last, preposition, (phrase,)))
    return groups


def _continues(
    lows: Sequence[str], group: Group, phrase: ActorPhrase, preposition: str | None, lexicon: Lexicon, words: TitleWords
) -> bool:
    if phrase.first < group.last:
        return True
    between = lows[group.last : phrase.first]
    if not between or len(between) > 7:
        return False
    joins = any(low in words.sets["conjunctions"] or low in (",", "/", "-") for low in between)
    if not joins or phrase.anaphor in ("he", "she", "i", "we", "they", "you"):
        return False
    if group.preposition in ("other", "to", "by") and not any(low in words.sets["conjunctions"] for low in between):
        return False
    same_lead = preposition in (None, group.preposition) or (group.preposition == "between" and preposition is None)
    allowed = words.sets["articles"] | words.sets["honorifics"]
    return same_lead and all(
        low in allowed
        or low in (",", "/", ".", "-")
        or low in words.sets["conjunctions"]
        or any(part.startswith(low) for part in words.sets["conjunctions"])
        or any(lexicon.tables[name].find(lows, group.last + at) for name in PREPOSITIONS)
        for at, low in enumerate(between)
    )
