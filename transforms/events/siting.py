"""Which place of its sentence a trigger takes."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.placing import PlaceReading
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

_REACH = 12
_NAMED_BY_CITY = frozenset({"summit", "conference", "negotiation"})
_ARRIVAL_REACH = 4
_NAME_REACH = 4


def choose_place(trigger: Trigger, readings: list[PlaceReading], sentence: Sentence) -> PlaceReading | None:
    """The place of a trigger in its clause: the most exact after it, else before it.

    A traveller's place stands right after the verb; the place of a talk is not one that its topic names.
    """
    first, last = sentence.clause_start(trigger.first), _place_clause_end(sentence, trigger)
    if trigger.frame.event_type in _NAMED_BY_CITY:
        named = [r for r in readings if r.first == trigger.last + 1 and r.is_complement]
        if named:
            return named[0]
    antecedents = [reading for reading in readings if reading.is_antecedent]
    readings = [reading for reading in readings if not reading.is_complement and not reading.is_antecedent]
    inside = [r for r in readings if first <= r.first < last and not _is_taken(sentence, trigger, r)]
    own = [reading for reading in inside if trigger.first < reading.first < trigger.last]
    if own:
        return own[0]
    after = [reading for reading in inside if reading.first >= trigger.last]
    before = [reading for reading in inside if reading.last <= trigger.first]
    if trigger.frame.event_type == "visit":
        after = inside if sentence.lexicon.verb_final else after
        near = [reading for reading in after if reading.first - trigger.last <= _REACH]
        near = near or [reading for reading in before if trigger.first - reading.last <= _ARRIVAL_REACH]
        return min(near, key=lambda reading: (abs(reading.first - trigger.last), reading.rank)) if near else None
    after = [reading for reading in after if not reading.is_goal]
    before = [reading for reading in before if not reading.is_goal]
    if trigger.frame.is_talk or trigger.frame.event_type in ("call", "statement"):
        after = [reading for reading in after if not _in_topic(sentence, trigger.last, reading.first)]
    for side in (after, before):
        if side:
            return min(side, key=lambda reading: (reading.rank, abs(reading.first - trigger.first)))
    return _before_where(sentence, first, antecedents)


def _is_taken(sentence: Sentence, trigger: Trigger, reading: PlaceReading) -> bool:
    """Whether a place belongs to another journey or to a participle between it and the trigger."""
    low, high = (trigger.last, reading.first) if reading.first >= trigger.last else (reading.last, trigger.first)
    journeys = (t for t in sentence.triggers if t.frame.event_type == "visit" and t is not trigger)
    if any(low <= journey.first < high for journey in journeys):
        return True
    near = sentence.lows[max(low + 1, high - 3) : high] if reading.first >= trigger.last else ()
    return trigger.frame.kind == "noun" and any(word in sentence.lexicon.groups["elsewhere"] for word in near)


def _place_clause_end(sentence: Sentence, trigger: Trigger) -> int:
    """The end of a trigger's clause, past adverbs that look like conjunctions ("before, most recently in Hiroshima").

    A noun takes the relative clause beside it too ("du sommet du G7, qui s'achève en Italie").
    """
    last = sentence.clause_end(trigger.last - 1)
    if last + 1 < len(sentence.lows) and sentence.lows[last + 1] == ",":
        return sentence.clause_end(last)
    relatives = sentence.lexicon.groups["relative_subject"] | sentence.lexicon.groups["relative_object"]
    is_noun = trigger.frame.kind == "noun" and last < len(sentence.lows) and last - trigger.last <= _NAME_REACH
    return sentence.clause_end(last) if is_noun and sentence.lows[last] in relatives else last


def _before_where(sentence: Sentence, first: int, readings: Sequence[PlaceReading]) -> PlaceReading | None:
    """The place before a trigger's clause where the clause tells what happened there."""
    if first == 0 or sentence.lows[first] not in sentence.lexicon.groups["where"]:
        return None
    end = first - 1 if sentence.lows[first - 1] == "," else first
    return next((reading for reading in readings if reading.last == end), None)


def _in_topic(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a topic opens between two tokens, outside the names of actors."""
    named = {at for phrase in sentence.phrases for at in range(phrase.first, phrase.last)}
    led = {group.first for group in sentence.groups}
    openers = sentence.lexicon.tables["topic_openers"]
    free = [at for at in range(first, last) if at not in named and at not in led]
    return any(openers.find(sentence.lows, at) for at in free)
