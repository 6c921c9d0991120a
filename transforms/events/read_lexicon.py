"""Compile the event words of one language file: frames, the forms of their triggers, prepositions, word groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Any

from transforms.actors.trie import PhraseTable
from transforms.actors.words import split_words
from transforms.events.lexicon import Form, Frame, Lexicon
from transforms.events.needs import Needs, read_needs
from transforms.languages.load import load_language

PREPOSITIONS = ("between", "under", "with", "by", "to", "of", "other")
"""Classes of the prepositions that lead actors; of one in two classes the first counts."""
_APART = ("have_present", "have_past", "be_present", "be_past", "negation", "intend", "was_to", "may", "expected")
_RELATIVES = ("relative_subject", "relative_object", "relative_other", "relative_oblique")
Words = tuple[str, ...]
TENSES = ("infinitive", "present", "past", "future", "conditional", "participle", "gerund")


def _frame(language: str, kind: str, name: str, spec: dict[str, Any]) -> Frame:
    frame_id = f"{language}.{kind}.{name}"
    return Frame(
        frame_id=frame_id,
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
        needs=_needs(frame_id, spec.get("needs", ("one",))),
        object_words=frozenset(spec.get("object_words", ())),
        blocked_by=frozenset(spec.get("blocked_by", ())),
        followed_by=frozenset(spec.get("followed_by", ())),
        completed_by=frozenset(spec.get("completed_by", ())),
        status=spec.get("status", "held"),
        summit_of=spec.get("summit_of"),
        is_finite=spec.get("is_finite", False),
    )


def _needs(frame_id: str, alternatives: Sequence[str]) -> Needs:
    try:
        return read_needs(alternatives)
    except ValueError as error:
        language, _, _ = frame_id.partition(".")
        raise ValueError(f"transforms/languages/{language}.toml, frame {frame_id}: {error}") from None


def _bare_forms(spec: dict[str, Any], paradigms: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    for tense in TENSES:
        for form in spec.get(tense, ()):
            yield form, tense
    for item in spec.get("regular", ()):
        paradigm, _, stem = item.partition(":")
        for tense, endings in paradigms[paradigm].items():
            for ending in endings:
                yield stem + ending, tense


def _separable_forms(
    frame: Frame, particles: list[str], markers: list[str], form: str, tense: str
) -> Iterator[tuple[str, Form]]:
    """A separable verb apart ("traf … zusammen") and in one word ("zusammentraf", "zusammenzutreffen")."""
    for particle in particles:
        if tense in ("present", "past"):
            yield form, Form(frame, tense, particle)
        yield particle + form, Form(frame, tense)
        if tense == "infinitive":
            for marker in markers:
                yield particle + marker + form, Form(frame, tense, has_marker=True)


def _verb_forms(frame: Frame, spec: dict[str, Any], events: dict[str, Any]) -> Iterator[tuple[Words, Form]]:
    """The forms of a verb; of each list in `tails` one word must follow ("told" + "reporters")."""
    tails = [split_words(" ".join(tail)) for tail in product(*spec.get("tails", ()))]
    for bare, tense in _bare_forms(spec, events.get("paradigms", {})):
        told: Iterable[tuple[str, Form]] = [(bare, Form(frame, tense))]
        if "separable" in spec:
            markers = events["clauses"]["infinitive_particles"]
            told = _separable_forms(frame, spec["separable"], markers, bare, tense)
        for phrase, form in told:
            words = split_words(phrase)
            yield from ((words + tail, form) for tail in tails)


def _verbs(language: str, events: dict[str, Any], section: str, kind: str) -> Iterator[tuple[Words, Form]]:
    for name, spec in events.get(section, {}).items():
        yield from _verb_forms(_frame(language, kind, name, spec), spec, events)


def _nouns(language: str, events: dict[str, Any]) -> Iterator[tuple[Words, Form]]:
    for name, spec in events.get("nouns", {}).items():
        form = Form(_frame(language, "noun", name, spec), "noun")
        yield from ((split_words(phrase), form) for phrase in (*spec["words"], *spec.get("compounds", ())))


def _table(pairs: Iterator[tuple[Words, Form]]) -> PhraseTable[tuple[Form, ...]]:
    forms: dict[Words, tuple[Form, ...]] = {}
    for words, form in pairs:
        told = forms.get(words, ())
        if form not in told:
            forms[words] = (*told, form)
    return PhraseTable(forms.items())


def _phrase_tables(*sections: dict[str, list[str]]) -> dict[str, PhraseTable[str]]:
    """The lists of phrases by name; `relative_openers` are all that open a relative clause."""
    lists = {name: phrases for section in sections for name, phrases in section.items()}
    lists["relative_openers"] = [phrase for name in _RELATIVES for phrase in lists.get(name, ())]
    return {name: PhraseTable((split_words(phrase), phrase) for phrase in phrases) for name, phrases in lists.items()}


def _sequences(name: str, sections: Sequence[dict[str, list[str]]]) -> Iterator[str]:
    for section in sections:
        yield from section.get(name, ())


def _groups(auxiliaries: dict[str, frozenset[str]], *sections: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """The lists of words by name.

    `relatives` are all pronouns that open a relative clause by themselves, `apart` they and the auxiliaries that no
    noun phrase holds, `scenes` all nouns that tell a place by themselves.
    """
    groups = {name: frozenset(words) for section in sections for name, words in section.items()}
    relatives = groups["relative_subject"] | groups["relative_object"]
    return groups | {
        "relatives": relatives,
        "apart": relatives.union(*(auxiliaries.get(name, ()) for name in _APART)),
        "scenes": groups["venue_nouns"].union(groups.get("sites", ()), groups.get("common_venues", ())),
    }


@cache
def load_lexicon(language: str) -> Lexicon:
    """The event words of one language."""
    words = load_language(language)
    events = words.get("events", {})
    verbs, nouns = _table(_verbs(language, events, "verbs", "verb")), _table(_nouns(language, events))
    sections = [events.get(name, {}) for name in ("prepositions", "clauses", "settings", "dating", "placing")]
    measures = {"no_signs": words.get("dates", {}).get("tense", {}).get("no_signs", [])}
    joints = {"conjunctions": words.get("titles", {}).get("conjunctions", [])}
    auxiliaries = {name: frozenset(forms) for name, forms in events.get("auxiliaries", {}).items()}
    groups = _groups(auxiliaries, *sections, words.get("places", {}))
    classes = [(name, words) for name in ("adverb", *PREPOSITIONS) for words in _sequences(name, sections)]
    return Lexicon(
        language=language,
        verbs=verbs,
        nouns=nouns,
        support=_table(_verbs(language, events, "support", "support")),
        first_words=frozenset(verbs.first_words | nouns.first_words),
        auxiliaries=auxiliaries,
        auxiliary_words={
            low: frozenset(name for name, forms in auxiliaries.items() if low in forms)
            for low in frozenset().union(*auxiliaries.values())
        },
        groups=groups,
        suffixes={name: tuple(sorted(endings)) for name, endings in groups.items()},
        tables=_phrase_tables(*sections, words.get("status", {}), words.get("places", {}), measures, joints),
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
