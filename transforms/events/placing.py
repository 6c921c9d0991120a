"""Where a mention takes place: a venue, city or country beside the trigger, a seat, or the dateline for "here"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.actors.gazetteer import Gazetteer
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

_REACH = 7
_NAMED_BY_CITY = frozenset({"summit", "conference", "negotiation"})
_RANK = {"venue": 0, "city": 1, "region": 2, "country": 3}


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place over tokens: words as published and the known place, if any."""

    first: int
    last: int
    text: str
    place_id: str | None
    rank: int
    is_complement: bool = False


def read_places(sentence: Sentence, gazetteer: Gazetteer) -> list[PlaceReading]:
    """Every place led by a locating or directional preposition, in text order."""
    found: list[PlaceReading] = []
    at = 0
    locating = sentence.lexicon.tables["locating"]
    directional = sentence.lexicon.tables["directional"]
    while at < len(sentence.lows):
        preposition = locating.find(sentence.lows, at) or directional.find(sentence.lows, at)
        reading = _place_after(sentence, gazetteer, preposition[0]) if preposition else None
        if reading:
            found.append(reading)
            at = reading.last
        else:
            found += _complement(sentence, gazetteer, at)
            at += 1
    return found


def _complement(sentence: Sentence, gazetteer: Gazetteer, at: int) -> list[PlaceReading]:
    """A city that names an event ("le sommet de Bruxelles")."""
    preposition = sentence.lexicon.tables["of"].find(sentence.lows, at)
    reading = place_at(sentence, gazetteer, preposition[0]) if preposition else None
    return [replace(reading, is_complement=True)] if reading and reading.rank <= 1 else []


def _place_after(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    lows = sentence.lows
    start = at
    while at < len(lows) and lows[at] in sentence.words.sets["articles"] and at < start + 3:
        at += 1
    if at >= len(lows):
        return None
    seat = sentence.lexicon.tables["seat"].find(lows, at)
    if seat:
        return _seat(sentence, gazetteer, at, seat[0])
    known = place_at(sentence, gazetteer, at)
    if known is None and lows[at] in _generic(sentence):
        known = place_at(sentence, gazetteer, at + 1)
    if known is None and at == start and lows[start - 1] in sentence.lexicon.groups["before_city"]:
        known = _unknown_place(sentence, at)
    return known


def _unknown_place(sentence: Sentence, at: int) -> PlaceReading | None:
    """A capitalised word after "à" or "in" that names nobody: a place known by its words only."""
    token = sentence.tokens[at]
    named = any(p.first <= at < p.last for p in sentence.phrases)
    is_name = token.is_capital and token.is_word and not token.text.isupper() and len(token.text) > 3
    if (
        named
        or not is_name
        or token.low in sentence.words.sets["institution_words"]
        or token.low in sentence.words.demonyms
    ):
        return None
    return PlaceReading(at, at + 1, token.text, None, 1)


def _generic(sentence: Sentence) -> frozenset[str]:
    return sentence.lexicon.groups.get("generic", frozenset())


def place_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The known place whose name starts at a token with a capital."""
    if at >= len(sentence.tokens):
        return None
    folds = [token.fold for token in sentence.tokens]
    found = gazetteer.places.find(folds, at)
    if not found or not any(token.is_capital for token in sentence.tokens[at : found[0]]):
        return None
    if any(p.kind != "country" and p.first <= at < p.last for p in sentence.phrases):
        return None
    place = gazetteer.places_by_id[found[1]]
    if place.kind == "city" and _is_word(sentence, at, found[0]):
        return None
    return PlaceReading(at, found[0], _text(sentence, at, found[0]), place.place_id, _RANK[place.kind])


def _is_word(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a one-word city name is a title or institution word here."""
    return last == first + 1 and sentence.lows[first] in sentence.words.sets["institution_words"]


def _text(sentence: Sentence, first: int, last: int) -> str:
    return sentence.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]


def _seat(sentence: Sentence, gazetteer: Gazetteer, at: int, end: int) -> PlaceReading:
    """The seat of an organisation, named by the words ("au siège de l'OTAN")."""
    for phrase in sentence.phrases:
        if phrase.kind == "organisation" and end <= phrase.first <= end + 4:
            organisation = gazetteer.organisations.get(phrase.actor_id or "")
            place_id = organisation.seat_place_id if organisation else None
            return PlaceReading(at, phrase.last, _text(sentence, at, phrase.last), place_id, 0)
    return PlaceReading(at, end, _text(sentence, at, end), None, 0)


def choose_place(trigger: Trigger, readings: list[PlaceReading], sentence: Sentence) -> PlaceReading | None:
    """The place of a trigger in its clause: the most exact after it, else before it.

    A traveller's place stands right after the verb; the place of a talk is not one that its topic names.
    """
    first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
    if trigger.frame.event_type in _NAMED_BY_CITY:
        named = [r for r in readings if r.first == trigger.last + 1 and r.is_complement]
        if named:
            return named[0]
    readings = [reading for reading in readings if not reading.is_complement]
    inside = [reading for reading in readings if first <= reading.first < last]
    after = [reading for reading in inside if reading.first >= trigger.last]
    before = [reading for reading in inside if reading.last <= trigger.first]
    if trigger.frame.event_type == "visit":
        after = inside if sentence.lexicon.verb_final else after
        near = [reading for reading in after if reading.first - trigger.last <= _REACH]
        return min(near, key=lambda reading: (reading.first - trigger.last, reading.rank)) if near else None
    if trigger.frame.is_talk or trigger.frame.event_type in ("call", "statement"):
        after = [reading for reading in after if not _in_topic(sentence, trigger.last, reading.first)]
    for side in (after, before):
        if side:
            return min(side, key=lambda reading: (reading.rank, abs(reading.first - trigger.first)))
    return None


def _in_topic(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a topic opens between two tokens, outside the names of actors."""
    named = {at for phrase in sentence.phrases for at in range(phrase.first, phrase.last)}
    led = {group.first for group in sentence.groups}
    openers = sentence.lexicon.tables["topic_openers"]
    free = [at for at in range(first, last) if at not in named and at not in led]
    return any(openers.find(sentence.lows, at) for at in free)


def read_here(sentence: Sentence, dateline: PlaceReading | None) -> list[PlaceReading]:
    """The dateline's place for each "here" of a sentence."""
    if dateline is None:
        return []
    here = sentence.lexicon.groups["here"]
    return [
        PlaceReading(at, at + 1, dateline.text, dateline.place_id, dateline.rank)
        for at, low in enumerate(sentence.lows)
        if low in here
    ]
