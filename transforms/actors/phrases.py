"""Actors as a sentence names them: persons with titles, organisations, countries, and words that point back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import Token, fold
from transforms.actors.words import TitleWords
from transforms.records import ActorKind

Anaphor = Literal[
    "he",
    "she",
    "they",
    "pair",
    "several",
    "sides",
    "somebody",
    "dropped",
    "partner",
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


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """One actor as named in a sentence.

    `first`/`last` are token indices (end-exclusive) in the sentence, `start`/`end` offsets in the text. `anaphor` says
    how the words point back, None where they name by themselves. `office_kind` and `holder` (ISO3 or organisation id)
    tell the office of a title; `list_first` is the same for the members of one plural title;
    `size` how many people a plural counts (0: not told).
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
    list_first: int = -1
    candidates: tuple[str, ...] = ()


def with_name(phrase: ActorPhrase, name: ActorPhrase) -> ActorPhrase:
    """A phrase as of whom a name names."""
    return replace(phrase, name=name.name, actor_id=name.actor_id, anaphor=name.anaphor, candidates=name.candidates)


class SentenceReader:
    """The tokens of one sentence with everything needed to read actors off them."""

    __slots__ = (
        "folds", "gazetteer", "genitives", "lows", "polities", "stop_words", "surnames", "text", "tokens", "words",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        gazetteer: Gazetteer,
        words: TitleWords,
        polities: frozenset[str],
        surnames: frozenset[str],
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.gazetteer = gazetteer
        self.words = words
        self.polities = polities
        self.surnames = surnames
        self.stop_words = words.sets["stop_words"]
        self.lows = [token.low for token in tokens]
        self.folds = [token.fold for token in tokens]
        self.genitives: frozenset[int] = frozenset()
        if words.has_genitive_s:
            self._strip_genitives()

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
        return bool(self.gazetteer.names.candidates(folded)) or folded in self.gazetteer.surnames

    def is_genitive(self, at: int) -> bool:
        """Whether a name at an index stands in a genitive without preposition."""
        return at in self.genitives

    def slice(self, first: int, last: int) -> str:
        """The words as published between two token indices."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def phrase(self, first: int, last: int, kind: ActorKind, name: str | None = None) -> ActorPhrase:
        """A bare phrase over a token range."""
        words = self.slice(first, last)
        return ActorPhrase(first, last, self.tokens[first].start, self.tokens[last - 1].end, words, kind, name or words)

    def known_phrase(self, first: int, last: int, actor_id: str) -> ActorPhrase:
        """A token range that names an actor of the gazetteer."""
        actor = self.gazetteer.actors[actor_id]
        return replace(self.phrase(first, last, actor.kind, actor.name), actor_id=actor_id, holder=actor.country_iso3)

    def spanning(self, phrase: ActorPhrase, first: int, last: int) -> ActorPhrase:
        """A phrase over other tokens."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return replace(phrase, first=first, last=last, start=start, end=end, text=self.text[start:end])

    def widened(self, phrase: ActorPhrase, first: int) -> ActorPhrase:
        """A phrase that begins at an earlier token."""
        return self.spanning(phrase, first, phrase.last)

    def low(self, at: int) -> str:
        """The lower-case word at an index, empty past the end."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def is_in(self, group: str, at: int) -> bool:
        """Whether the word at an index belongs to a group of the title words."""
        return 0 <= at < len(self.lows) and self.lows[at] in self.words.sets[group]

    def opens_phrase(self, at: int) -> bool:
        """Whether a word can begin an actor phrase whatever its case: a word of titles and groups, or a compound."""
        return self.lows[at] in self.words.openers or "-" in self.lows[at]

    def known_actor(self, at: int) -> tuple[int, str] | None:
        """The longest known actor name that starts at an index with a capital: (end, actor id).

        An article may have its capital from its place: "La reunión" is no island.
        """
        if at >= len(self.tokens) or not self.tokens[at].is_capital:
            return None
        found = self.gazetteer.names.find(self.folds, at)
        if found and found[0] > at + 1 and self.is_in("articles", at):
            found = found if any(token.is_capital for token in self.tokens[at + 1 : found[0]]) else None
        is_common = len(self.tokens[at].text) <= _INITIALS or self.lows[at] in self.stop_words
        is_word = is_common and found is not None and found[0] == at + 1 and not self.tokens[at].text.isupper()
        return None if is_word else found

    def demonym(self, at: int) -> str | None:
        """The country of the demonym at an index, or None."""
        return self.words.demonyms.get(self.low(at))

    def demonym_at(self, at: int) -> tuple[int, str] | None:
        """The demonym of one word or two ("North Korean") at an index: (end, country)."""
        pair = self.words.demonyms.get(f"{self.low(at)}-{self.low(at + 1)}")
        if pair:
            return at + 2, pair
        single = self.demonym(at)
        return (at + 1, single) if single else None

    def behind_of(self, at: int) -> int:
        """The index behind an "of" of owners at an index ("of the", "für"), 0 where none stands or nothing follows."""
        found = self.words.tables["holders"].find(self.lows, at)
        return found[0] if found and found[0] < len(self.lows) else 0

    def is_given_name(self, at: int) -> bool:
        """Whether the word at an index is a first name."""
        folded = self.folds[at] if at < len(self.folds) else ""
        return folded in self.gazetteer.given_names or folded in self.words.given_names

    def skip_initials(self, at: int) -> int:
        """The index after the full stop of an initial or honorific at `at`."""
        return at + 1 if self.low(at) == "." else at

    def person_name_end(self, at: int) -> int:
        """The end of a run of capitalised words that can be a personal name (particles inside allowed), or `at`."""
        end = at
        while end < len(self.tokens) and end - at < 7:
            token = self.tokens[end]
            if end > at and token.low == "," and self.low(end + 1) in ("jr", "sr"):
                end += 2 + (self.low(end + 2) == ".")
            elif token.is_capital and self._can_be_name(end):
                if end == at and len(token.text) == 1 and self.low(end + 1) != ".":
                    break
                end += 1
                if len(token.text) == 1 and self.low(end) == ".":
                    end += 1
            elif end > at and self.is_in("particles", end) and self._name_follows_particles(end):
                end += 1
            else:
                break
        return end

    def _can_be_name(self, at: int) -> bool:
        low = self.low(at)
        return not (
            low in self.words.sets["institution_words"]
            or low in self.stop_words
            or low in self.words.demonyms
            or low in self.words.sets["honorifics"]
            or (self.words.nouns_are_capital and bool(self.words.heads.candidates(low)))
            or not self.tokens[at].text[0].isalpha()
        )

    def _name_follows_particles(self, at: int) -> bool:
        end = at
        while end < len(self.tokens) and self.is_in("particles", end) and end - at < 3:
            end += 1
        follows = end < len(self.tokens) and self.tokens[end].is_capital and self._can_be_name(end)
        may_open = self.tokens[at].is_capital or self.low(at) not in ("et", "y", "le", "la", "du", "des")
        return follows and may_open and self.known_actor(end) is None


def read_person_name(reader: SentenceReader, at: int, *, after_title: bool) -> ActorPhrase | None:
    """A person's name at an index: a known full name, or a run of capitals (one word is enough after a title)."""
    if at >= len(reader.tokens):
        return None
    known = reader.known_actor(at)
    if known and reader.gazetteer.actors[known[1]].kind == "person":
        end, actor_id = known
        run = reader.person_name_end(at)
        phrase = reader.phrase(at, end, "person", reader.gazetteer.actors[actor_id].name)
        if run <= end or end - at > 1:
            return replace(phrase, actor_id=actor_id, anaphor="surname" if end - at == 1 else None)
    elif known and not (after_title and known[0] == at + 1 and reader.person_name_end(at) > known[0]):
        return None
    end = reader.person_name_end(at)
    if end == at or (end - at == 1 and not after_title) or _is_shouted(reader, at) or _precedes_name(reader, at, end):
        return None
    phrase = reader.phrase(at, end, "person")
    return _identified(reader, phrase)


def _precedes_name(reader: SentenceReader, at: int, end: int) -> bool:
    """Whether a first name follows a word with a capital from its place, or a place's ("Reuniram-se António Costa")."""
    has_place = at == 0 or reader.is_in("place_prepositions", at - 1)
    return has_place and end - at > 2 and not reader.is_given_name(at) and reader.is_given_name(at + 1)


def _is_shouted(reader: SentenceReader, at: int) -> bool:
    """Whether words stand in a line of capitals, where nothing tells names from words."""
    around = [token.text for token in reader.tokens[max(0, at - 1) : at + 3] if token.text.isalpha()]
    return len(around) > 2 and all(word.isupper() for word in around)


def _identified(reader: SentenceReader, phrase: ActorPhrase) -> ActorPhrase:
    """A name that is no alias: known by its last name and first name; else with the bearers of its last name."""
    folds = [fold for fold in reader.folds[phrase.first : phrase.last] if fold not in (".", ",", "jr", "sr")]
    candidates: tuple[str, ...] = ()
    size = 0
    for size in range(min(3, len(folds)), 0, -1):
        candidates = reader.gazetteer.surnames.get(" ".join(folds[-size:]), ())
        if candidates:
            break
    is_surname = bool(candidates) and size == len(folds)
    if len(folds) == 1 or is_surname:
        return replace(phrase, anaphor="surname", candidates=candidates)
    same = [actor_id for actor_id in candidates if _shares_first_name(reader.gazetteer, actor_id, folds[0])]
    if len(same) == 1:
        return replace(phrase, actor_id=same[0], name=reader.gazetteer.actors[same[0]].name)
    return replace(phrase, candidates=candidates)


def _shares_first_name(gazetteer: Gazetteer, actor_id: str, first: str) -> bool:
    actor = gazetteer.actors[actor_id]
    return any(name.split() and reads_as(name.split()[0], first) for name in (actor.name, *actor.aliases))


def reads_as(name: str, folded: str) -> bool:
    """Whether a first name is written as a folded word or abbreviated to its initial."""
    other = fold(name)
    return other == folded or (len(folded) == 1 and other.startswith(folded))
