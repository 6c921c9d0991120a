"""Places that the tables know, read where their words start: names, seats of organisations, capitals of countries."""

from __future__ import annotations

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import name_key
from transforms.dates.lexicon import time_words
from transforms.events.sentence import Sentence
from transforms.events.unknown_places import RANK, PlaceReading, text_of, unknown_name
from transforms.records import Place

_SEAT_REACH = 4
_CAPITAL_REACH = 4
_CITY_WORDS = 3


def place_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The known place whose name starts at a token with a capital."""
    if at >= len(sentence.tokens) or sentence.folds[at] not in gazetteer.places.first_words:
        return None
    found = gazetteer.places.find(sentence.folds, at) or _with_stop(sentence, gazetteer, at)
    if found and not sentence.tokens[found[0] - 1].is_capital:
        found = gazetteer.places.find(sentence.folds[: found[0] - 1], at) or found
    if not found or not any(token.is_capital for token in sentence.tokens[at : found[0]]):
        return None
    apart = (p for p in sentence.phrases if p.kind != "country" and p.anaphor != "body")
    if any(p.first <= at < p.last or at < p.first < found[0] < p.last for p in apart):
        return None
    place = gazetteer.places_by_id[found[1]]
    others = (_is_word, _is_abbreviation, _is_longer)
    if place.kind == "city" and any(is_other(sentence, at, found[0]) for is_other in others):
        return None
    return PlaceReading(at, found[0], text_of(sentence, at, found[0]), place.place_id, RANK[place.kind])


def _with_stop(sentence: Sentence, gazetteer: Gazetteer, at: int) -> tuple[int, str] | None:
    """The known place whose first word is cut short ("St. Pölten")."""
    if sentence.lows[at + 1 : at + 2] != ["."]:
        return None
    folds = [*sentence.folds[: at + 1], *sentence.folds[at + 2 :]]
    found = gazetteer.places.find(folds, at)
    return (found[0] + 1, found[1]) if found and found[0] > at + 1 else None


def _is_word(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a one-word city name is an institution, a time, or a building by whose it is ("el Salón de Acuerdos")."""
    is_building = sentence.lows[first] in sentence.lexicon.groups["venue_nouns"]
    is_owned = is_building and sentence.lexicon.tables["of"].find(sentence.lows, last) is not None
    others = sentence.words.sets["institution_words"], time_words(sentence.lexicon.language)
    return last == first + 1 and (is_owned or any(sentence.lows[first] in words for words in others))


def _is_abbreviation(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word is the short form of the name before its brackets ("le Fonds monétaire international (FMI)")."""
    is_apart = sentence.lows[first - 1 : first] == ["("] and sentence.lows[last : last + 1] == [")"]
    return is_apart and last == first + 1 and sentence.tokens[first].text.isupper()


def _is_longer(sentence: Sentence, first: int, last: int) -> bool:
    """Whether one word that is also a city opens an unknown name ("Porto Lestra", "Mole Vanvitelliana")."""
    if last != first + 1 or last == len(sentence.lows):
        return False
    if sentence.tokens[last].is_capital and sentence.lows[last] in sentence.lexicon.groups["streets"]:
        return True
    longer = unknown_name(sentence, last)
    return longer is not None and longer.first == last


def city_before(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The city that tells of the noun at a token: its name where modifiers stand before, else made an adjective.

    "a Nairobi news conference", "die Genfer Gespräche".
    """
    if sentence.lexicon.verb_final:
        return _city_adjective(sentence, gazetteer, at - 1) if at else None
    reach = range(max(0, at - _CITY_WORDS), at) if sentence.words.modifiers_stand_before else ()
    found = (place_at(sentence, gazetteer, first) for first in reach)
    return next((r for r in found if r and r.last == at and r.rank == RANK["city"]), None)


def _city_adjective(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The city whose name takes -er ("Frankfurter Flughafen", "Bremer Rathaus", "Münchner Gespräche")."""
    stem = sentence.folds[at][:-2]
    if not stem or not sentence.tokens[at].is_capital or not sentence.folds[at].endswith("er"):
        return None
    names = (stem, f"{stem}en", f"{stem.removesuffix('n')}en")
    found = next((match for name in names if (match := gazetteer.places.find([name], 0))), None)
    place = gazetteer.places_by_id[found[1]] if found else None
    if place is None or place.kind != "city":
        return None
    return PlaceReading(at, at + 1, text_of(sentence, at, at + 1), place.place_id, RANK["city"])


def find_city(gazetteer: Gazetteer, name: str | None, country_iso3: str | None) -> Place | None:
    """The known city of a name in a country, or None."""
    place = _named_in(gazetteer, name, country_iso3)
    return place if place and place.kind == "city" else None


def _named_in(gazetteer: Gazetteer, name: str | None, country_iso3: str | None) -> Place | None:
    key = name_key(name or "")
    found = gazetteer.places.find(key, 0) if key else None
    place = gazetteer.places_by_id[found[1]] if found and found[0] == len(key) else None
    return place if place and place.country_iso3 == country_iso3 else None


def seat_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The seat of an organisation, behind the word for it or before it ("siège de l'OTAN", "NATO headquarters")."""
    seats = sentence.lexicon.tables["seat"]
    organisations = [phrase for phrase in sentence.phrases if phrase.kind == "organisation"]
    if seat := seats.find(sentence.lows, at):
        end = seat[0]
        owner = next((p for p in organisations if end <= p.first <= end + _SEAT_REACH), None)
        last = owner.last if owner else end
    else:
        owner = next((p for p in organisations if p.first == at), None)
        named = seats.find(sentence.lows, owner.last) if owner else None
        if named is None or owner is None or owner.actor_id not in gazetteer.organisations:
            return None
        last = named[0]
    organisation = gazetteer.organisations.get(owner.actor_id or "") if owner else None
    place_id = organisation.seat_place_id if organisation else None
    return PlaceReading(at, last, text_of(sentence, at, last), place_id, RANK["venue"])


def capital_of(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The capital of a country that is named beside the word ("la capitale belge", "Qatar's capital").

    Of a country that is one city it is the country ("Singapore's capital").
    """
    words = sentence.lexicon.groups["capital"]
    reach = range(at, min(at + _CAPITAL_REACH, len(sentence.lows)))
    capital = next((k for k in reach if sentence.lows[k] in words), None)
    if capital is None:
        return None
    country, last = _country_of_capital(sentence, gazetteer, at, capital)
    city = _named_in(gazetteer, country.city_name, country.country_iso3) if country else None
    return PlaceReading(at, last, text_of(sentence, at, last), city.place_id, RANK["city"]) if city else None


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
