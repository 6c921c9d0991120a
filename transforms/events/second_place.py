"""Subjects that no table knows, by their place: before or right behind a verb that stands second ("Bahn und GDL")."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.events.brackets import Clause
from transforms.events.clauses import clause_at
from transforms.events.plain_phrases import joined_before, joined_behind, noun_phrase
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup


def subject_by_place(
    sentence: Sentence, trigger: Trigger, verb: VerbGroup, fillers: Sequence[Filler]
) -> list[ActorPhrase]:
    """Who does what a verb says, and no table knows: the other of a pair, a pair, or one with an article.

    One alone acts upon somebody known, and never where the verb means more than meetings ("Der Tod traf die Fans").
    """
    subjects = [filler.phrase for filler in fillers if filler.is_subject]
    clause = clause_at(trigger.first, sentence.clauses)
    if len(subjects) == 1:
        return _other_of_pair(sentence, verb, subjects[0])
    if subjects or clause.kind not in ("main", "conjunct", "rest"):
        return []
    found = _before(sentence, clause, verb) or _behind(sentence, clause, verb)
    if not fillers and len(found) == 1:
        return []
    is_thing = any(_is_thing(sentence, trigger, phrase) for phrase in found)
    return [] if is_thing or (len(found) == 1 and trigger.frame.takes_people) else found


def _other_of_pair(sentence: Sentence, verb: VerbGroup, known: ActorPhrase) -> list[ActorPhrase]:
    """Whom a conjunction joins to a known subject, up to the verb or behind it, or before it from its clause on."""
    behind = joined_behind(sentence, known.last)
    if behind is not None and not known.anaphor:
        other = _named(sentence, behind)
        return [other] if other and (other.last == verb.first or known.first > verb.first) else []
    before = joined_before(sentence, known.first)
    if before is None:
        return []
    opening = _end_of(sentence, verb) if known.first > verb.first else sentence.clause_start(before)
    other = _named(sentence, opening) if opening <= before else None
    return [other] if other and other.last == before else []


def _before(sentence: Sentence, clause: Clause, verb: VerbGroup) -> list[ActorPhrase]:
    """Who fills the place before the verb."""
    found = _one_or_two(sentence, clause.first)
    return found if found and found[-1].last == verb.first else []


def _behind(sentence: Sentence, clause: Clause, verb: VerbGroup) -> list[ActorPhrase]:
    """Who stands right behind the verb where something else fills the place before it."""
    at = _end_of(sentence, verb)
    return _one_or_two(sentence, at) if clause.first < verb.first and at < clause.last else []


def _end_of(sentence: Sentence, verb: VerbGroup) -> int:
    """Behind the finite verb and its reflexive pronoun."""
    at = verb.first + 1
    return at + (not sentence.lexicon.auxiliaries["reflexive"].isdisjoint(sentence.lows[at : at + 1]))


def _one_or_two(sentence: Sentence, at: int) -> list[ActorPhrase]:
    one = _named(sentence, at)
    if one is None:
        return []
    behind = joined_behind(sentence, one.last)
    other = _named(sentence, behind) if behind is not None else None
    return [one, other] if other else [one] if one.first > at else []


def _named(sentence: Sentence, at: int) -> ActorPhrase | None:
    """A noun phrase at a token that no case keeps from being a subject."""
    if at >= len(sentence.lows) or sentence.lows[at] in sentence.lexicon.groups["oblique"]:
        return None
    phrase = noun_phrase(sentence, at)
    return phrase if phrase and sentence.tokens[phrase.last - 1].is_capital else None


def _is_thing(sentence: Sentence, trigger: Trigger, phrase: ActorPhrase) -> bool:
    """Whether a noun phrase is what is signed or said, or a talk of its own."""
    words = tuple(trigger.frame.object_words)
    inside = sentence.lows[phrase.first : phrase.last]
    is_event = any(phrase.first <= t.first < phrase.last for t in sentence.triggers)
    return is_event or any(low.endswith(words) for low in inside)
