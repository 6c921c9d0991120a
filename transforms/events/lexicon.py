"""The event words of one language, compiled once: trigger forms with their tense, frames, status and place words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from transforms.actors.trie import PhraseTable
from transforms.actors.words import split_words
from transforms.languages.load import load_language
from transforms.records import Status

PREPOSITIONS = ("between", "under", "with", "by", "to", "of", "other")
"""Classes of the prepositions that lead actors; of one in two classes the first counts."""
TENSES = ("infinitive", "present", "past", "future", "conditional", "participle", "gerund")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a trigger means and who fills its slots; roles are None where the slot is nobody's.

    `completed_by` are words one of which stands near behind a verb that is no report without it ("serrer la main");
    `status` is what a trigger tells that nothing else turns ("invited" proposes).
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
    needs: str
    object_words: frozenset[str]
    blocked_by: frozenset[str]
    followed_by: frozenset[str]
    completed_by: frozenset[str]
    status: Status


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
    sentence without one of them, or a word that ends in one of `compound_heads`, holds no trigger. `groups` are single
    words, `tables` word sequences by name. `prepositions` tells the class of each ("adverb": only looks like one).
    """

    language: str
    verbs: PhraseTable[tuple[Form, ...]]
    nouns: PhraseTable[tuple[Form, ...]]
    support: PhraseTable[tuple[Form, ...]]
    first_words: frozenset[str]
    auxiliaries: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]]
    tables: dict[str, PhraseTable[str]]
    prepositions: PhraseTable[str]
    unaccented: dict[str, str]
    compound_heads: tuple[str, ...]
    verb_final: bool
    drops_subject: bool

    def endings(self, name: str) -> tuple[str, ...]:
        """The word endings of a group, none where the language has no such words."""
        return tuple(self.groups.get(name, ()))


def _frame(language: str, kind: str, name: str, spec: dict[str, Any]) -> Frame:
    return Frame(
        frame_id=f"{language}.{kind}.{name}",
        kind=kind,
        event_type=spec.get("type", ""),
        medium=spec.get("medium", "unknown"),
        subject=spec.get("subject"),
        object=spec.get("object"),
        companion=spec.get("with"),
        addressee=spec.get("to"),
        complement=spec.get("of"),
        is_reflexive=spec.get("reflexive", False),
        is_talk=spec.get("is_talk", False),
        takes_people=spec.get("takes_people", False),
        needs=spec.get("needs", "one"),
        object_words=frozenset(spec.get("object_words", ())),
        blocked_by=frozenset(spec.get("blocked_by", ())),
        followed_by=frozenset(spec.get("followed_by", ())),
        completed_by=frozenset(spec.get("completed_by", ())),
        status=spec.get("status", "held"),
    )


def _bare_forms(spec: dict[str, Any], paradigms: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    for tense in TENSES:
        for form in spec.get(tense, ()):
            yield form, tense
    for item in spec.get("regular", ()):
        paradigm, _, stem = item.partition(":")
        for tense, endings in paradigms[paradigm].items():
            for ending in endings:
                yield stem + ending, tense


def _verb_forms(spec: dict[str, Any], paradigms: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    """The forms of a verb with their tense; of each list in `tails` one word must follow ("told" + "reporters")."""
    tails = [" ".join(word for word in tail if word) for tail in product(*spec.get("tails", ()))]
    for form, tense in _bare_forms(spec, paradigms):
        for tail in tails:
            yield f"{form} {tail}".rstrip(), tense


def _separable_forms(frame: Frame, particles: list[str], form: str, tense: str) -> Iterator[tuple[str, Form]]:
    """A separable verb apart ("traf … zusammen") and in one word ("zusammentraf", "zusammenzutreffen")."""
    for particle in particles:
        if tense in ("present", "past"):
            yield form, Form(frame, tense, particle)
        yield particle + form, Form(frame, tense)
        if tense == "infinitive":
            yield f"{particle}zu{form}", Form(frame, tense, has_marker=True)


def _table(pairs: Iterator[tuple[str, Form]]) -> PhraseTable[tuple[Form, ...]]:
    grouped: dict[tuple[str, ...], list[Form]] = {}
    for phrase, form in pairs:
        forms = grouped.setdefault(split_words(phrase), [])
        if form not in forms:
            forms.append(form)
    return PhraseTable((key, tuple(forms)) for key, forms in grouped.items())


def _verbs(language: str, events: dict[str, Any], section: str, kind: str) -> Iterator[tuple[str, Form]]:
    paradigms = events.get("paradigms", {})
    for name, spec in events.get(section, {}).items():
        frame = _frame(language, kind, name, spec)
        for form, tense in _verb_forms(spec, paradigms):
            if "separable" in spec:
                yield from _separable_forms(frame, spec["separable"], form, tense)
            else:
                yield form, Form(frame, tense)


def _nouns(language: str, events: dict[str, Any]) -> Iterator[tuple[str, Form]]:
    for name, spec in events.get("nouns", {}).items():
        frame = _frame(language, "noun", name, spec)
        for phrase in (*spec["words"], *spec.get("compounds", ())):
            yield phrase, Form(frame, "noun")


def _phrase_tables(*sections: dict[str, list[str]]) -> dict[str, PhraseTable[str]]:
    return {
        name: PhraseTable((split_words(phrase), phrase) for phrase in phrases)
        for section in sections
        for name, phrases in section.items()
    }


def _sequences(name: str, sections: Sequence[dict[str, list[str]]]) -> Iterator[str]:
    for section in sections:
        yield from section.get(name, ())


@cache
def load_lexicon(language: str) -> Lexicon:
    """The event words of one language."""
    words = load_language(language)
    events = words.get("events", {})
    verbs = list(_verbs(language, events, "verbs", "verb"))
    nouns = list(_nouns(language, events))
    triggers = (form for form, _ in (*verbs, *nouns))
    sections = [events.get(name, {}) for name in ("prepositions", "clauses", "settings", "dating", "placing")]
    classes = [(name, words) for name in ("adverb", *PREPOSITIONS) for words in _sequences(name, sections)]
    return Lexicon(
        language=language,
        verbs=_table(iter(verbs)),
        nouns=_table(iter(nouns)),
        support=_table(_verbs(language, events, "support", "support")),
        first_words=frozenset(split_words(form)[0] for form in triggers),
        auxiliaries={name: frozenset(forms) for name, forms in events.get("auxiliaries", {}).items()},
        groups={
            name: frozenset(phrases)
            for section in (*sections, words.get("places", {}))
            for name, phrases in section.items()
        },
        tables=_phrase_tables(*sections, words.get("status", {}), words.get("places", {})),
        prepositions=PhraseTable((split_words(words), name) for name, words in classes),
        unaccented=dict(events.get("unaccented", {})),
        compound_heads=tuple(
            sorted(
                {head for spec in events.get("nouns", {}).values() for head in spec.get("compounds", ())},
                key=lambda head: (-len(head), head),
            )
        ),
        verb_final=events.get("verb_final", False),
        drops_subject=events.get("drops_subject", False),
    )
