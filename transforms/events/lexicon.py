"""The event words of one language: trigger forms with their tense, frames, auxiliaries, words and word sequences."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.trie import PhraseTable
from transforms.records import Status

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """What a trigger means and who fills its slots; roles are None where the slot is nobody's.

    `completed_by` are words one of which stands near behind a verb that is no report without it ("serrer la main"), or
    anywhere in its clause where a verb may close it;
    `needs` are the atoms of which one row must hold (`needs.py`); `status` is what a trigger tells that nothing else
    turns ("invited" proposes); `summit_of`: it is a summit if "any" who meet are leaders, or only if "all" are;
    `is_finite`: a support verb whose participle supports no noun before it.
    """

    frame_id: str
    kind: str
    event_type: str
    medium: str
    subject: str | None
    object: str | None
    companion: str | None
    addressee: str | None
    complement: str | None
    is_reflexive: bool
    is_talk: bool
    takes_people: bool
    needs: tuple[tuple[str, ...], ...]
    object_words: frozenset[str]
    blocked_by: frozenset[str]
    followed_by: frozenset[str]
    completed_by: frozenset[str]
    status: Status
    summit_of: str | None
    is_finite: bool

    @property
    def gathers(self) -> bool:
        """Whether a body does it of itself ("the council met")."""
        is_own = any("body" in row and not {"passive", "object"} & {*row} for row in self.needs)
        return is_own and self.kind == "verb" and self.event_type in ("meeting", "summit")


@dataclass(frozen=True, slots=True)
class Form:
    """One word form of a trigger: its frame and the tense the form shows by itself.

    `particle` must close the clause of a separable verb's finite form; `has_marker`: an infinitive with "zu" inside.
    """

    frame: Frame
    tense: str
    particle: str = ""
    has_marker: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the event room reads in one language file.

    `verbs`, `nouns`, `support` find trigger forms by lower-case words; `first_words` is the cheap prefilter: a
    sentence without one of them, or a word that ends in one of `compound_heads`, holds no trigger. `auxiliary_words`
    tells the classes of each auxiliary. `groups` are single words by name, `suffixes` the same as endings, `tables`
    word sequences; `prepositions` tells the class of each ("adverb": only looks like one).
    """

    language: str
    verbs: PhraseTable[tuple[Form, ...]]
    nouns: PhraseTable[tuple[Form, ...]]
    support: PhraseTable[tuple[Form, ...]]
    first_words: frozenset[str]
    auxiliaries: dict[str, frozenset[str]]
    auxiliary_words: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]]
    suffixes: dict[str, tuple[str, ...]]
    tables: dict[str, PhraseTable[str]]
    prepositions: PhraseTable[str]
    unaccented: dict[str, str]
    compound_heads: tuple[str, ...]
    verb_final: bool
    drops_subject: bool

    def auxiliary_classes(self, low: str) -> frozenset[str]:
        """What a word may be in a verb group ("have_past", "negation", "skip"), nothing for most words."""
        return self.auxiliary_words.get(low, _NONE)

    def endings(self, name: str) -> tuple[str, ...]:
        """The word endings of a group, none where the language has no such words."""
        return self.suffixes.get(name, ())
