"""Actors as a sentence names them: persons with titles, organisations, countries, and words that point back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import Token
from transforms.actors.words import TitleWords
from transforms.dates.lexicon import weekday_words
from transforms.records import ActorKind

Anaphor = Literal[
    "he",
    "she",
    "it",
    "they",
    "pair",
    "several",
    "sides",
    "somebody",
    "dropped",
    "partner",
    "host",
    "latter",
    "counterpart",
    "national",
    "title",
    "surname",
    "i",
    "we",
    "you",
    "body",
]
Gender = Literal["m", "f"]
CLOSERS = (",", ".", "", ";", ")")
"""Marks that close an apposition; empty: the end of a sentence."""
_INITIALS = 2
_STATE_WORDS = 3
_LONGEST_NAME = 5
_CASES = ("en", "er")
"""How adjectives end in other cases than the one in which the tables have them."""


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """One actor as named in a sentence.

    `first`/`last` are token indices (end-exclusive) in the sentence, `start`/`end` offsets in the text. `anaphor` says
    how the words point back, None where they name by themselves. `office_kind` and `holder` (ISO3 or organisation id)
    tell the office of a title; `list_first` is the same for the members of one plural title;
    `size` how many people a plural counts (0: not told); `is_new` that an indefinite article leads a title alone.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: ActorKind
    name: str
    actor_id: str | None = None
    anaphor: Anaphor | None = None
    office_kind: str | None = None
    holder: str | None = None
    has_title: bool = False
    title_text: str | None = None
    is_former: bool = False
    is_current: bool = True
    gender: Gender | None = None
    is_plural: bool = False
    size: int = 0
    is_capital_city: bool = False
    is_media: bool = False
    is_compound: bool = False
    is_genitive: bool = False
    is_new: bool = False
    list_first: int = -1
    candidates: tuple[str, ...] = ()


class SentenceReader:
    """The tokens of one sentence with everything needed to read actors off them."""

    __slots__ = (
        "_known", "_sets", "_size", "expected", "folds", "gazetteer", "genitives", "lows", "may_tell_counterparts",
        "polities", "stop_words", "surnames", "text", "tokens", "words",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        gazetteer: Gazetteer,
        words: TitleWords,
        polities: frozenset[str],
        surnames: frozenset[str],
        expected: frozenset[int],
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.gazetteer = gazetteer
        self.words = words
        self._sets = words.sets
        self.polities = polities
        self.surnames = surnames
        self.expected = expected
        self.stop_words = words.sets["stop_words"]
        self.lows = [token.low for token in tokens]
        self._free_names()
        self.folds = [token.fold for token in tokens]
        self._size = len(tokens)
        self.may_tell_counterparts = not words.counterpart_words.isdisjoint(self.lows)
        self.genitives: frozenset[int] = frozenset()
        self._known: dict[int, tuple[int, str] | None] = {}
        if words.has_genitive_s:
            self._strip_genitives()

    def _free_names(self) -> None:
        """Read small words with a capital inside a name as nothing but the name ("Nueva Lirosa", "Porto Novo")."""
        naming = self._sets["naming"]
        for at in range(1, len(self.tokens)):
            token = self.tokens[at]
            if token.is_capital and token.low in naming:
                behind = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
                if behind or (at > 1 and self.tokens[at - 1].is_capital):
                    self.lows[at] = token.text

    def _strip_genitives(self) -> None:
        """Read names in the genitive as the names ("Merkels", "Frankreichs")."""
        found = set()
        for at, token in enumerate(self.tokens):
            stem = token.fold[:-1]
            if len(stem) < 3 or not token.is_capital or not token.fold.endswith("s") or token.low in self.stop_words:
                continue
            if self._is_name(stem) and not self._is_name(token.fold):
                self.folds[at] = stem
                found.add(at)
        self.genitives = frozenset(found)

    def _is_name(self, folded: str) -> bool:
        return folded in self.gazetteer.names.first_words or folded in self.gazetteer.surnames

    def is_genitive(self, at: int) -> bool:
        """Whether a name at an index stands in a genitive without preposition."""
        return at in self.genitives

    def slice(self, first: int, last: int) -> str:
        """The words as published between two token indices."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def phrase(
        self,
        first: int,
        last: int,
        kind: ActorKind,
        name: str | None = None,
        actor_id: str | None = None,
        *,
        anaphor: Anaphor | None = None,
        holder: str | None = None,
        is_plural: bool = False,
        size: int = 0,
        candidates: tuple[str, ...] = (),
    ) -> ActorPhrase:
        """A phrase over a token range without a title; `name` is what its words say unless told."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        words = self.text[start:end]
        return ActorPhrase(
            first, last, start, end, words, kind, name or words, actor_id,
            anaphor=anaphor, holder=holder, is_plural=is_plural, size=size, candidates=candidates,
        )  # fmt: skip

    def known_phrase(self, first: int, last: int, actor_id: str) -> ActorPhrase:
        """A token range that names an actor of the gazetteer."""
        actor = self.gazetteer.actors[actor_id]
        return self.phrase(first, last, actor.kind, actor.name, actor_id, holder=actor.country_iso3)

    def spanning(self, phrase: ActorPhrase, first: int, last: int) -> ActorPhrase:
        """A phrase over other tokens."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        text = self.text[start:end]
        if (phrase.first, phrase.last, phrase.start, phrase.end, phrase.text) == (first, last, start, end, text):
            return phrase
        return replace(phrase, first=first, last=last, start=start, end=end, text=text)

    def widened(self, phrase: ActorPhrase, first: int) -> ActorPhrase:
        """A phrase that begins at an earlier token."""
        return self.spanning(phrase, first, phrase.last)

    def low(self, at: int) -> str:
        """The lower-case word at an index, empty past the end."""
        return self.lows[at] if 0 <= at < self._size else ""

    def is_in(self, group: str, at: int) -> bool:
        """Whether the word at an index belongs to a group of the title words."""
        return 0 <= at < self._size and self.lows[at] in self._sets[group]

    def beginnings(self) -> list[int]:
        """Where an actor phrase may begin: at a capital, a word that can open one, a country told as one."""
        openers, polities = self.words.openers, self.polities
        return [
            at
            for at, (token, low) in enumerate(zip(self.tokens, self.lows, strict=True))
            if token.is_capital or low in openers or "-" in low or low in polities
        ]

    def opens_phrase(self, at: int) -> bool:
        """Whether a word can begin an actor phrase whatever its case: a word of titles and groups, or a compound."""
        low = self.low(at)
        return low in self.words.openers or "-" in low

    def only_points(self, at: int) -> bool:
        """Whether a word in small letters begins nothing but words that point back."""
        low = self.lows[at]
        return low in self.words.pointers and not self.tokens[at].is_capital and low not in self.polities

    def known_actor(self, at: int) -> tuple[int, str] | None:
        """The longest known actor name that starts at an index with a capital: (end, actor id).

        An article may have its capital from its place: "La reunión" is no island.
        """
        if at >= len(self.tokens) or not self.tokens[at].is_capital:
            return None
        if at not in self._known:
            self._known[at] = self._find_actor(at)
        return self._known[at]

    def _find_actor(self, at: int) -> tuple[int, str] | None:
        found = self.gazetteer.names.find(self.folds, at) or self._declined_at(at) or self._state_at(at)
        if found and found[0] > at + 1 and self.is_in("articles", at):
            found = found if any(token.is_capital for token in self.tokens[at + 1 : found[0]]) else None
        is_common = len(self.tokens[at].text) <= _INITIALS or self.lows[at] in self.stop_words
        is_common = is_common or self.is_in("lettered_things", at)  # "l'Eau" is no EAU
        is_word = is_common and found is not None and found[0] == at + 1 and not self.tokens[at].text.isupper()
        return None if is_word else found

    def _declined_at(self, at: int) -> tuple[int, str] | None:
        """A name whose first word is an adjective in another case ("der Afrikanischen Union")."""
        if not (self.words.nouns_are_capital and self.folds[at].endswith(_CASES)):
            return None
        found = self.gazetteer.names.find([self.folds[at][:-1], *self.folds[at + 1 : at + _LONGEST_NAME]], 0)
        return (at + found[0], found[1]) if found and found[0] > 1 else None

    def _state_at(self, at: int) -> tuple[int, str] | None:
        """A country behind what kind of state it is ("Federal Republic of X", "Royaume hachémite de X")."""
        end = at + _STATE_WORDS if self.words.modifiers_stand_before else at
        while at < min(end, len(self.tokens) - 1) and self.tokens[at].is_capital and not self.is_in("state_nouns", at):
            at += 1
        if not self.is_in("state_nouns", at):
            return None
        owner = self.behind_of(at + 1) or self.behind_of(at + 2)
        while owner and self.is_in("articles", owner):
            owner += 1
        found = self.gazetteer.names.find(self.folds, owner) if owner else None
        return found if found and self.gazetteer.actors[found[1]].kind == "country" else None

    def demonym(self, at: int) -> str | None:
        """The country of the demonym at an index, or None."""
        return self.words.demonyms.get(self.lows[at]) if 0 <= at < self._size else None

    def demonym_at(self, at: int) -> tuple[int, str] | None:
        """The demonym of one word or two ("North Korean") at an index: (end, country)."""
        low = self.low(at)
        if low not in self.words.openers:
            return None
        pair = self.words.demonyms.get(f"{low}-{self.low(at + 1)}")
        if pair:
            return at + 2, pair
        single = self.words.demonyms.get(low)
        return (at + 1, single) if single else None

    def behind_of(self, at: int) -> int:
        """The index behind an "of" of owners at an index ("of the", "für"), 0 where none stands or a day follows."""
        found = self.words.tables["holders"].find(self.lows, at)
        if not found or found[0] >= len(self.lows):
            return 0
        is_day = not weekday_words(self.words.language).isdisjoint(self.lows[found[0] : found[0] + 2])
        return 0 if is_day else found[0]

    def is_given_name(self, at: int) -> bool:
        """Whether the word at an index is a first name."""
        folded = self.folds[at] if at < len(self.folds) else ""
        return folded in self.gazetteer.given_names or folded in self.words.given_names

    def skip_initials(self, at: int) -> int:
        """The index after the full stop of an initial or honorific at `at`."""
        return at + 1 if self.low(at) == "." else at

    def honorifics_end(self, at: int) -> int:
        """The index behind honorifics and their full stops ("Rt. Hon. Dr."), or `at`."""
        while self.is_in("honorifics", at):
            at = self.skip_initials(at + 1)
        return at
