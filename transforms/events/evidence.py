"""What was found beside one trigger, and what any need may ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.events.frames import Filler
from transforms.events.referents import Referent
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.events.unknown_places import PlaceReading, time_words

NEAR = 4
Filled = tuple[Filler, Referent]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found beside one trigger; `people` counts plural bodies (a ministers' meeting has many people)."""

    sentence: Sentence
    trigger: Trigger
    filled: Sequence[Filled]
    place: PlaceReading | None
    has_time: bool

    @property
    def people(self) -> list[Referent]:
        """The persons and groups among the fillers."""
        return [r for f, r in self.filled if r.kind == "person" or f.phrase.is_plural]

    def objects(self) -> list[Filled]:
        """The fillers that are not the subject."""
        return [(f, r) for f, r in self.filled if not f.is_subject]

    def subjects(self) -> list[Filled]:
        """The fillers that are the subject."""
        return [(f, r) for f, r in self.filled if f.is_subject]


def clause_finds(e: Evidence, table: str) -> bool:
    """Whether a phrase of a language table stands in the clause of the trigger."""
    first, last = e.sentence.clause_start(e.trigger.first), e.sentence.clause_end(e.trigger.last - 1)
    return e.sentence.finds(table, first, last) is not None


def is_told_of(e: Evidence) -> bool:
    """A verb says of the event itself that it was ("s'est achevé")."""
    support = e.trigger.support
    return support is not None and support.subject == "event"


def is_reciprocal(e: Evidence) -> bool:
    """Whether the verb says that they did it to each other."""
    return e.trigger.verb is not None and e.trigger.verb.has_reflexive


def has_object_words(e: Evidence) -> bool:
    """Whether one of the frame's object words stands where its verb has its object."""
    words, at = e.trigger.frame.object_words, e.trigger.last
    verb = e.trigger.verb
    window = e.sentence.lows[at : max(at + 10, e.sentence.clause_end(at - 1))]
    if e.sentence.lexicon.verb_final:
        window = e.sentence.lows[e.sentence.clause_start(e.trigger.first) : e.sentence.clause_end(at - 1)]
        return any(low.endswith(tuple(words)) for low in window)
    opener = e.sentence.lows[e.sentence.clause_start(e.trigger.first)]
    groups = e.sentence.lexicon.groups
    is_relative = opener in groups["relative_object"] or opener in groups["relative_subject"]
    if verb and (verb.is_passive or verb.tense == "participle" or is_relative):
        is_inverted = is_relative or (verb.is_passive and e.sentence.lexicon.drops_subject)
        before = e.sentence.lows[max(0, verb.first - 10) : verb.first]
        window = [*before, *(window if is_inverted or not before else ())]
    return any(low in words for low in window)


def is_dated(e: Evidence) -> bool:
    """Whether the sentence up to the end of the clause names a day, a part of the day or a distance in time."""
    last = e.sentence.clause_end(e.trigger.last - 1)
    words = time_words(e.sentence.lexicon.language) | e.sentence.lexicon.groups["distances"]
    return e.has_time or any(low in words for low in e.sentence.lows[:last])


def time_between(e: Evidence, end: int) -> int:
    """How many words of time stand between the verb and a token ("a vu, le 23 novembre, …")."""
    words = time_words(e.sentence.lexicon.language)
    return sum(low in words or low.isdigit() or low == "," for low in e.sentence.lows[e.trigger.last : end])


def are_people(e: Evidence, filler: Filler) -> bool:
    """Whether a group is one of plain people ("protesters", "the survivors")."""
    return not e.sentence.words.sets["people"].isdisjoint(e.sentence.lows[filler.phrase.first : filler.phrase.last])


def person_object(e: Evidence) -> bool:
    """Whether somebody else than the subject is a person or a group."""
    return any(r.kind == "person" or f.phrase.is_plural for f, r in e.objects())
