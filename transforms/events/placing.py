"""Where a mention takes place: a venue, city or country beside the trigger, a seat, or the dateline for "here"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import name_key
from transforms.dates.lexicon import load_lexicon as load_date_words
from transforms.events.sentence import Sentence
from transforms.records import Place

_RANK = {"venue": 0, "city": 1, "region": 2, "country": 3}
_VENUE_REACH = 6
_NAME_REACH = 4
_VENUE_WORDS = 2
_TIME_CLASSES = ("MONTH", "WEEKDAY", "SEASON", "HOLIDAY", "DEICTIC", "PART")


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place over tokens: words as published and the known place, if any.

    `is_complement`: it names an event ("le sommet de Bruxelles"); `is_antecedent`: a clause of place hangs on it;
    `is_goal`: one only goes there.
    """

    first: int
    last: int
    text: str
    place_id: str | None
    rank: int
    is_complement: bool = False
    is_antecedent: bool = False
    is_goal: bool = False


def read_places(sentence: Sentence, gazetteer: Gazetteer) -> list[PlaceReading]:
    """Every place led by a locating or directional preposition, in text order."""
    found: list[PlaceReading] = []
    at = 0
    locating = sentence.lexicon.tables["locating"]
    directional = sentence.lexicon.tables["directional"]
    while at < len(sentence.lows):
        preposition = locating.find(sentence.lows, at) or directional.find(sentence.lows, at)
        reading = _place_after(sentence, gazetteer, preposition[0]) if preposition else None
        if reading and (_is_topic(sentence, at) or _is_recipient(sentence, at, reading)):
            reading = None
        if reading:
            found.append(replace(reading, is_goal=locating.find(sentence.lows, at) is None))
            at = reading.last
        else:
            found += _complement(sentence, gazetteer, at)
            at += 1
    return [*found, *_bare_goals(sentence, gazetteer), *_antecedents(sentence, gazetteer)]


def _bare_goals(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[PlaceReading]:
    """Places that are the object of a journey's verb ("a gagné mardi Amman", "visite l'Irak")."""
    passed = sentence.lexicon.auxiliaries["skip"] | sentence.words.sets["articles"]
    for trigger in sentence.triggers:
        if trigger.frame.event_type != "visit" or trigger.frame.kind != "verb":
            continue
        at = trigger.last
        while at < min(len(sentence.lows), trigger.last + _NAME_REACH) and sentence.lows[at] in passed:
            at += 1
        goal = place_at(sentence, gazetteer, at)
        if goal and not any(low in sentence.lexicon.groups["before_city"] for low in sentence.lows[trigger.last : at]):
            yield goal


def _antecedents(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[PlaceReading]:
    """Places that a clause of place hangs on ("he had come from Ankara, where Erdogan received him")."""
    for at, low in enumerate(sentence.lows):
        if low not in sentence.lexicon.groups["where"]:
            continue
        end = at - 1 if at and sentence.lows[at - 1] == "," else at
        ending = (place_at(sentence, gazetteer, first) for first in range(max(0, end - _NAME_REACH), end))
        known = next((reading for reading in ending if reading and reading.last == end), None)
        if known:
            yield replace(known, is_antecedent=True)


def _is_topic(sentence: Sentence, at: int) -> bool:
    """Whether a place only says of what one talks ("la situation en Libye")."""
    return any(low in sentence.lexicon.groups["topic_nouns"] for low in sentence.lows[max(0, at - 2) : at])


def _is_recipient(sentence: Sentence, at: int, reading: PlaceReading) -> bool:
    """Whether "à la Russie" names to whom: one goes "en Russie"."""
    is_with_article = sentence.lows[at] == "à" and reading.first > at + 1
    return is_with_article and reading.rank == _RANK["country"] and sentence.lows[at + 1] in ("la", "l'")


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
    if named_seat := _seat_of_named(sentence, gazetteer, at):
        return named_seat
    if capital := _capital_of(sentence, gazetteer, at):
        return capital
    known = _capital_at(sentence, gazetteer, at) or place_at(sentence, gazetteer, at)
    if known is None and lows[at] in _generic(sentence):
        known = place_at(sentence, gazetteer, at + 1)
    known = known or _venue_in_city(sentence, gazetteer, at)
    if known is None and at == start and lows[start - 1] in sentence.lexicon.groups["before_city"]:
        known = _unknown_place(sentence, at)
    return known


def _capital_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The capital that a demonym names ("la capitale libanaise", "the Iraqi capital")."""
    words, lows = sentence.lexicon.groups["capital"], sentence.lows
    for noun, adjective in ((at, at + 1), (at + 1, at)):
        if max(noun, adjective) < len(lows) and lows[noun] in words:
            iso3 = sentence.words.demonyms.get(lows[adjective])
            country = gazetteer.places_by_id.get(f"country.{iso3}")
            found = (
                gazetteer.places.find(list(name_key(country.city_name)), 0) if country and country.city_name else None
            )
            if found:
                return PlaceReading(at, at + 2, _text(sentence, at, at + 2), found[1], 1)
    return None


def _seat_of_named(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The seat of an organisation that stands before the word for it ("NATO headquarters")."""
    phrase = next((p for p in sentence.phrases if p.kind == "organisation" and p.first == at), None)
    seat = sentence.lexicon.tables["seat"].find(sentence.lows, phrase.last) if phrase else None
    organisation = gazetteer.organisations.get(phrase.actor_id or "") if phrase else None
    if seat is None or organisation is None:
        return None
    return PlaceReading(at, seat[0], _text(sentence, at, seat[0]), organisation.seat_place_id, 0)


def _capital_of(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The capital of a country that is named beside the word ("la capitale belge", "Qatar's capital")."""
    words = sentence.lexicon.groups["capital"]
    capital = next((k for k in range(at, min(at + 4, len(sentence.lows))) if sentence.lows[k] in words), None)
    if capital is None:
        return None
    country, last = _country_of_capital(sentence, gazetteer, at, capital)
    city = find_city(gazetteer, country.city_name, country.country_iso3) if country else None
    return PlaceReading(at, last, _text(sentence, at, last), city.place_id, _RANK["city"]) if city else None


def _country_of_capital(sentence: Sentence, gazetteer: Gazetteer, at: int, capital: int) -> tuple[Place | None, int]:
    """The country of a word for capital: its adjective beside it, its name with "'s" before or "of" after it."""
    beside = [k for k in (capital - 1, capital + 1) if at <= k < len(sentence.lows)]
    told = next((k for k in beside if sentence.lows[k] in sentence.words.demonyms), None)
    if told is not None:
        iso3 = sentence.words.demonyms[sentence.lows[told]]
        return gazetteer.places_by_id.get(f"country.{iso3}"), max(capital, told) + 1
    named = place_at(sentence, gazetteer, at) if capital > at and sentence.lows[capital - 1] == "'s" else None
    if named is None and capital == at and (of := sentence.lexicon.tables["of"].find(sentence.lows, at + 1)):
        first = of[0] + (sentence.lows[of[0]] in sentence.words.sets["articles"] if of[0] < len(sentence.lows) else 0)
        named = place_at(sentence, gazetteer, first)
    place = gazetteer.places_by_id.get(named.place_id or "") if named else None
    is_country = place is not None and place.kind == "country"
    return (place, max(capital + 1, named.last)) if named and is_country else (None, capital + 1)


def find_city(gazetteer: Gazetteer, name: str | None, country_iso3: str | None) -> Place | None:
    """The known city of a name in a country, or None."""
    key = name_key(name or "")
    found = gazetteer.places.find(key, 0) if key else None
    place = gazetteer.places_by_id[found[1]] if found and found[0] == len(key) else None
    return place if place and place.kind == "city" and place.country_iso3 == country_iso3 else None


def _venue_in_city(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The city of a building that no table knows ("en el Teatro Colón de Bogotá")."""
    nouns, of = sentence.lexicon.groups["venue_nouns"], sentence.lexicon.tables["of"]
    locating = sentence.lexicon.tables["locating"]
    noun = next((k for k in range(at, min(at + 3, len(sentence.lows))) if sentence.lows[k] in nouns), None)
    if noun is None or any(of.find(sentence.lows, k) or locating.find(sentence.lows, k) for k in range(at, noun)):
        return None
    for step in range(at + 1, min(at + _VENUE_REACH, len(sentence.lows) - 1)):
        preposition = of.find(sentence.lows, step) or locating.find(sentence.lows, step)
        known = place_at(sentence, gazetteer, preposition[0]) if preposition else None
        names_it = step == at + 1 and sentence.tokens[at].is_capital and of.find(sentence.lows, step) is not None
        if known and known.rank == _RANK["city"] and not names_it:
            return replace(known, first=at)
    return _named_venue(sentence, at)


def _named_venue(sentence: Sentence, at: int) -> PlaceReading | None:
    """A building known by its words only ("à la Résidence des Pins"): two or more, one of them its name."""
    tokens, linking = sentence.tokens, sentence.words.sets["articles"] | sentence.lexicon.groups["of"]
    last = at + 1
    while last < len(tokens):
        step = last
        while step < len(tokens) and sentence.lows[step] in linking and step < last + 2:
            step += 1
        if step >= len(tokens) or not (tokens[step].is_word and tokens[step].is_capital):
            break
        last = step + 1
    named = [p for p in sentence.phrases if p.kind == "person" and p.anaphor is None]
    has_noun = any(low in sentence.lexicon.groups["venue_nouns"] for low in sentence.lows[at:last])
    if last - at < _VENUE_WORDS or not has_noun or any(p.first < last and at < p.last for p in named):
        return None
    return PlaceReading(at, last, _text(sentence, at, last), None, 0)


@cache
def time_words(language: str) -> frozenset[str]:
    """Names of months, weekdays and the like, which are no places."""
    lexicon = load_date_words(language)
    forms = lexicon.forms() if lexicon else ()
    return frozenset(form[0] for form, classes in forms if len(form) == 1 and any(c in classes for c in _TIME_CLASSES))


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
        or token.low in time_words(sentence.lexicon.language)
    ):
        return None
    return PlaceReading(at, at + 1, token.text, None, 1)


def _generic(sentence: Sentence) -> frozenset[str]:
    return sentence.lexicon.groups.get("generic", frozenset())


def place_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The known place whose name starts at a token with a capital."""
    if at >= len(sentence.tokens) or not gazetteer.places.candidates(sentence.tokens[at].fold):
        return None
    folds = [token.fold for token in sentence.tokens]
    found = gazetteer.places.find(folds, at)
    if not found or not any(token.is_capital for token in sentence.tokens[at : found[0]]):
        return None
    if any(p.kind != "country" and p.anaphor != "body" and p.first <= at < p.last for p in sentence.phrases):
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
