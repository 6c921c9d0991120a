"""Where a mention takes place: a venue, city or country beside the trigger, a seat, or the dateline for "here"."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.gazetteer import Gazetteer
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

_RANK = {"venue": 0, "city": 1, "region": 2, "country": 3}


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place over tokens: words as published and the known place, if any."""

    first: int
    last: int
    text: str
    place_id: str | None
    rank: int


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
            at += 1
    return found


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
    return place_at(sentence, gazetteer, at) or (
        place_at(sentence, gazetteer, at + 1) if lows[at] in _generic(sentence) else None
    )


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
    """ "au siège de l'OTAN": the organisation's seat, named by the words."""
    for phrase in sentence.phrases:
        if phrase.kind == "organisation" and end <= phrase.first <= end + 4:
            organisation = gazetteer.organisations.get(phrase.actor_id or "")
            place_id = organisation.seat_place_id if organisation else None
            return PlaceReading(at, phrase.last, _text(sentence, at, phrase.last), place_id, 0)
    return PlaceReading(at, end, _text(sentence, at, end), None, 0)


def choose_place(
    sentence: Sentence, trigger: Trigger, readings: list[PlaceReading], first: int, last: int
) -> PlaceReading | None:
    """The place of a trigger among those between two tokens: the most exact after it, else before it."""
    inside = [reading for reading in readings if first <= reading.first < last]
    after = [reading for reading in inside if reading.first >= trigger.last]
    for side in (after, inside):
        if side:
            return min(side, key=lambda reading: (reading.rank, abs(reading.first - trigger.first)))
    return None
