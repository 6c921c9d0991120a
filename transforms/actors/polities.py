"""Countries that no table knows, told by the offices and organs that are theirs ("le Premier ministre de X")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import Token
from transforms.actors.words import TitleWords

_SHORTEST = 4
"""Letters of a country's name that titles alone tell."""


def find_polities(sentences: Sequence[Sequence[Token]], words: TitleWords, gazetteer: Gazetteer) -> frozenset[str]:
    """Lower-case names that a document tells as somebody's country ("le Premier ministre de X", "X's president")."""
    found: set[str] = set()
    behind_of = words.tables["holders"].last_words
    for tokens in sentences:
        for at, token in enumerate(tokens[1:], 1):
            if not token.is_capital:
                continue
            is_owned = tokens[at - 1].low in behind_of or (at + 1 < len(tokens) and tokens[at + 1].low == "'s")
            if is_owned and _may_be_polity(token, words, gazetteer) and _is_owner(tokens, at, words):
                found.add(token.low)
    return frozenset(found)


def _may_be_polity(token: Token, words: TitleWords, gazetteer: Gazetteer) -> bool:
    if len(token.low) < _SHORTEST or not token.text[1:].islower():
        return False
    is_free = not any(token.low in words.sets[name] for name in ("institution_words", "stop_words", "honorifics"))
    is_known = token.fold in gazetteer.places.first_words or token.fold in gazetteer.names.first_words
    is_person = token.fold in gazetteer.given_names or token.fold in words.given_names
    return is_free and not is_known and not is_person


def _is_owner(tokens: Sequence[Token], at: int, words: TitleWords) -> bool:
    """Whether a country's office or organ stands before "of" a name, or behind its "'s"."""
    lows = [token.low for token in tokens[max(0, at - 8) : at + 6]]
    here = min(at, 8)
    if lows[here + 1 : here + 2] == ["'s"]:
        return any(len(key) > 1 or key[0] in words.sets["state_organs"] for key in _heads_at(lows, here + 2, words))
    for start in range(max(0, here - 4), here):
        preposition = words.tables["holders"].find(lows, start)
        if preposition and preposition[0] == here and start:
            if lows[start - 1] in words.sets["state_organs"]:
                return True
            return any(
                first + len(key) == start and len(key) > 1
                for first in range(start)
                for key in _heads_at(lows, first, words)
            )
    return False


def _heads_at(lows: Sequence[str], at: int, words: TitleWords) -> Iterator[tuple[str, ...]]:
    if at < len(lows):
        for key, head in words.heads.candidates(lows[at]):
            if head.kind is not None and tuple(lows[at : at + len(key)]) == key:
                yield key
        if lows[at] in words.sets["state_organs"]:
            yield (lows[at],)
