"""Which place of its sentence a trigger takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.brackets import chain_before
from transforms.events.clauses import clause_at
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.events.unknown_places import RANK, PlaceReading, antecedent_end

_REACH = 12
_NAMED_BY_CITY = frozenset({"summit", "conference", "negotiation"})
_FINITE = frozenset({"past", "pluperfect", "present", "future"})
_JOURNEYS = frozenset({"visit", "arrival", "departure"})
_ENCOUNTERS = frozenset({"meeting", "negotiation", "press_conference", "signing"})
_ARRIVAL_REACH = 4
_NAME_REACH = 4
_LED = 2
_OPENING = 4
_BROUGHT_OUT = 10


def choose_place(trigger: Trigger, readings: list[PlaceReading], sentence: Sentence) -> PlaceReading | None:
    """The place of a trigger in its clause: the most exact after it, else before it.

    A traveller's place stands right after the verb; the place of a talk is not one that its topic names.
    """
    if not readings:
        return None
    first, last = _place_clause_start(sentence, trigger), _place_clause_end(sentence, trigger)
    named = [r for r in readings if r.first == trigger.last + 1 and r.is_complement]
    if trigger.frame.event_type in _NAMED_BY_CITY and named:
        return named[0]
    if before := [reading for reading in readings if reading.last == trigger.first and reading.is_complement]:
        return before[0]
    antecedents = [reading for reading in readings if reading.is_antecedent]
    readings = [reading for reading in readings if not reading.is_complement and not reading.is_antecedent]
    inside = [r for r in readings if (r.is_part or first <= r.first < last) and not _is_taken(sentence, trigger, r)]
    own = [reading for reading in inside if trigger.first < reading.first < trigger.last]
    if own:
        return own[0]
    after = [reading for reading in inside if reading.first >= trigger.last]
    before = [reading for reading in inside if reading.last <= trigger.first]
    if trigger.frame.event_type == "visit":
        after = inside if sentence.lexicon.verb_final else after
        reach = _REACH * 2 if sentence.lexicon.verb_final else _REACH
        near = [reading for reading in after if reading.first - trigger.last <= reach]
        near = near or [reading for reading in before if trigger.first - reading.last <= _reach_back(reading)]
        near = near or (named if trigger.frame.kind == "noun" else [])
        towns = [reading for reading in near if reading.rank > RANK["venue"]] or near
        if not towns:
            return _before_where(sentence, first, antecedents)
        return min(towns, key=lambda r: (_is_common(r, sentence), abs(r.first - trigger.last), r.rank))
    after = [reading for reading in after if not reading.is_goal]
    before = [reading for reading in before if not reading.is_goal]
    if trigger.frame.is_talk or trigger.frame.event_type in ("call", "statement"):
        after = [reading for reading in after if not _in_topic(sentence, trigger.last, reading.first)]
    is_fronted = any(reading.first <= _LED for reading in before)
    lands = (RANK["region"], RANK["country"]) if is_fronted else ()
    is_far = bool(before) and all(r.rank in lands or _is_of_other(sentence, trigger, r) for r in after)
    for side in (before,) if is_far else (after, before):
        if side:
            chosen = min(side, key=lambda r: (_is_unknown_building(r), r.rank, abs(r.first - trigger.first)))
            return _in_town(chosen, [*before, *after])
    return (
        _before_where(sentence, first, [*antecedents, *readings])
        or _told_by_verb(sentence, trigger, readings)
        or _came_from(sentence, trigger, readings)
    )


def _told_by_verb(sentence: Sentence, trigger: Trigger, readings: Sequence[PlaceReading]) -> PlaceReading | None:
    """The place in the clause of the verb that tells when an event is ("talks, which were to open in Ardvaig")."""
    verb = trigger.verb
    if trigger.frame.kind != "noun" or verb is None or verb.first < trigger.last:
        return None
    first, last = sentence.clause_start(verb.first), sentence.clause_end(verb.last - 1)
    if first <= trigger.first or sentence.lows[first] in sentence.lexicon.groups["where"]:
        return None
    inside = [r for r in readings if first <= r.first < last and not r.is_goal]
    inside = [r for r in inside if not _is_taken(sentence, trigger, r)]
    before = _before_where(sentence, first, readings)
    return min(inside, key=lambda r: (_is_unknown_building(r), r.rank, abs(r.first - verb.last)), default=before)


def _is_of_other(sentence: Sentence, trigger: Trigger, reading: PlaceReading) -> bool:
    """Whether a place behind a trigger stands right behind another noun of events ("the gathering in Cornwall")."""
    others = (t for t in sentence.triggers if t is not trigger and t.frame.kind == "noun" and t.first >= trigger.last)
    return any(0 < reading.first - other.last <= _LED for other in others)


def _in_town(reading: PlaceReading, others: Sequence[PlaceReading]) -> PlaceReading:
    """A place with the town told beside it, if no table knows it ("de retour à Alger …, à l'aéroport")."""
    towns = [r for r in others if r.place_id and r.rank == RANK["city"]]
    if not towns or not _is_unknown_building(reading):
        return reading
    town = min(towns, key=lambda r: abs(r.first - reading.first))
    return replace(reading, place_id=town.place_id)


def _is_common(reading: PlaceReading, sentence: Sentence) -> bool:
    """A building without a name, where a journey goes last ("im Rathaus")."""
    is_bare = sentence.lexicon.verb_final and reading.last - reading.first == 1
    return _is_unknown_building(reading) and (is_bare or reading.text.islower())


def _is_unknown_building(reading: PlaceReading) -> bool:
    """A building that no table knows: the town beside it says more ("here … at the presidential palace")."""
    return reading.place_id is None and (reading.rank == RANK["venue"] or reading.rank > RANK["country"])


def _reach_back(reading: PlaceReading) -> int:
    """How far before a journey its place may stand: further where one leaves or reaches it ("left X at the end of")."""
    return _REACH if reading.is_goal else _ARRIVAL_REACH


def _came_from(sentence: Sentence, trigger: Trigger, readings: Sequence[PlaceReading]) -> PlaceReading | None:
    """The town of an earlier main clause whose subject does this too ("took a train to Beijing and conferred with")."""
    if trigger.frame.event_type not in _ENCOUNTERS or trigger.frame.kind != "verb":
        return None
    groups = sentence.lexicon.groups
    closed = groups["subordinators"] | groups["relatives"] | groups["where"]
    joined = [at for at in range(trigger.first) if sentence.lows[at] in groups["coordinators"]]
    if not joined or any(joined[-1] < p.first < trigger.first and p.anaphor is None for p in sentence.phrases):
        return None
    towns = [
        r
        for r in readings
        if r.last <= joined[-1]
        and r.rank <= RANK["city"]
        and sentence.lows[sentence.clause_start(r.first)] not in closed
        and not _is_taken(sentence, trigger, r)
    ]
    return towns[-1] if towns else None


def _is_taken(sentence: Sentence, trigger: Trigger, reading: PlaceReading) -> bool:
    """Whether a place belongs to another journey or to a participle between it and the trigger."""
    low, high = (trigger.last, reading.first) if reading.first >= trigger.last else (reading.last, trigger.first)
    journeys = (t for t in sentence.triggers if t.frame.event_type in _JOURNEYS and t is not trigger)
    is_host = trigger.frame.subject == "host"
    if any(low <= journey.first < high for journey in journeys if journey.frame.kind == "verb" or not is_host):
        return True
    if reading.last <= trigger.first and _is_earlier(sentence, trigger, reading):
        return True
    if trigger.frame.kind != "noun" or reading.first < trigger.last:
        return False
    own = range(trigger.verb.first, trigger.verb.last) if trigger.verb else range(0)
    near = (sentence.lows[at] for at in range(max(low + 1, high - 3), high) if at not in own)
    return any(word in sentence.lexicon.groups["elsewhere"] for word in near)


def _is_earlier(sentence: Sentence, trigger: Trigger, reading: PlaceReading) -> bool:
    """Whether a place before a verb follows another in another tense ("had met A in Paris and received B")."""
    told = [t.verb.tense for t in sentence.triggers if t.verb and t.frame.kind == "verb" and t.last <= reading.first]
    tense = trigger.verb.tense if trigger.verb else None
    return bool(told) and told[-1] != tense and told[-1] in _FINITE and tense in _FINITE


def _place_clause_start(sentence: Sentence, trigger: Trigger) -> int:
    """The start of a trigger's clause, or of the one that it goes on with ("hat in Bern X, der …, empfangen")."""
    own = clause_at(trigger.first, sentence.clauses)
    if own.kind != "rest":
        return sentence.turn_start(trigger.first)
    return min((clause.first for clause in chain_before(sentence.clauses, trigger.first)), default=own.first)


def _place_clause_end(sentence: Sentence, trigger: Trigger) -> int:
    """The end of a trigger's clause, past adverbs that look like conjunctions ("before, most recently in Hiroshima").

    A noun takes the relative clause beside it too ("du sommet du G7, qui s'achève en Italie").
    """
    last = sentence.turn_end(trigger.last - 1)
    if last + 1 < len(sentence.lows) and sentence.lows[last + 1] == ",":
        return sentence.clause_end(last)
    relatives = sentence.lexicon.groups["relatives"]
    is_noun = trigger.frame.kind == "noun" and last < len(sentence.lows) and last - trigger.last <= _NAME_REACH
    is_noun = is_noun and trigger.frame.event_type != "press_conference"
    return sentence.clause_end(last) if is_noun and sentence.lows[last] in relatives else last


def _before_where(sentence: Sentence, first: int, readings: Sequence[PlaceReading]) -> PlaceReading | None:
    """The place before a trigger's clause where the clause tells what happened there, or brings it out.

    "à Oslo, où ils se sont vus", "c'est à Tanger que s'est tenue la rencontre".
    """
    if first == 0:
        return None
    is_brought_out = sentence.lows[first] in sentence.lexicon.groups["relative_object"]
    if is_brought_out:
        is_apart = sentence.lows[first - 1] == ","
        reach, end = (_BROUGHT_OUT, first - 1) if is_apart else (_OPENING, first)
        return next((r for r in readings if r.last == end and r.first <= reach), None)
    if sentence.lows[first] not in sentence.lexicon.groups["where"]:
        return None
    end = antecedent_end(sentence, first)
    return next((reading for reading in readings if reading.last == end), None)


def _in_topic(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a topic opens between two tokens, outside the names of actors and what names a gathering beside."""
    named = {at for phrase in sentence.phrases for at in range(phrase.first, phrase.last)}
    led = {group.first for group in sentence.groups}
    openers = sentence.lexicon.tables["topic_openers"]
    margins = sentence.lexicon.tables["margins"]
    if any(margins.find(sentence.lows, at) for at in range(first, last)):
        return False
    free = [at for at in range(first, last) if at not in named and at not in led]
    on_the_line = sentence.lexicon.tables["telephone"]
    return any(openers.find(sentence.lows, at) and not on_the_line.find(sentence.lows, at) for at in free)
