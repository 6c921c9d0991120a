"""Where a mention takes place: a venue, city or country beside the trigger, a seat, or the dateline for "here"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import name_key
from transforms.events.read_lexicon import load_lexicon
from transforms.events.sentence import Sentence
from transforms.events.unknown_places import (
    RANK,
    PlaceReading,
    antecedent_end,
    common_venue,
    in_bracket,
    named_venue,
    text_of,
    unknown_name,
)
from transforms.records import Place

_VENUE_REACH = 6
_NAME_REACH = 4
_HOST_REACH = 4
_BRACKET = 8


def read_places(sentence: Sentence, gazetteer: Gazetteer) -> list[PlaceReading]:
    """Every place led by a locating or directional preposition, in a bracket, or hosting, in text order."""
    found: list[PlaceReading] = []
    openers = _openers(sentence.lexicon.language)
    at = 0
    while at < len(sentence.lows):
        if sentence.lows[at] not in openers and not sentence.tokens[at].is_capital:
            at += 1
            continue
        reading = _led(sentence, gazetteer, at) or _bracketed(sentence, gazetteer, at) or _host(sentence, gazetteer, at)
        if reading:
            found.append(reading)
            at = max(reading.last, at + 1)
        else:
            found += _complement(sentence, gazetteer, at)
            at += 1
    return [*found, *_bare_goals(sentence, gazetteer), *_antecedents(sentence, gazetteer, found)]


@cache
def _openers(language: str) -> frozenset[str]:
    """The words that a place stands behind."""
    lexicon = load_lexicon(language)
    tables = (lexicon.tables[name] for name in ("locating", "directional", "of"))
    return frozenset().union({"("}, lexicon.groups["hosting"], *(table.first_words for table in tables))


def _bare_goals(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[PlaceReading]:
    """Places that are the object of a journey's verb ("a gagné mardi Amman", "visite l'Irak")."""
    passed = sentence.lexicon.auxiliaries["skip"] | sentence.words.sets["articles"]
    for trigger in sentence.triggers:
        if trigger.frame.event_type != "visit" or trigger.frame.kind != "verb":
            continue
        at = trigger.last
        while at < min(len(sentence.lows), trigger.last + _NAME_REACH) and sentence.lows[at] in passed:
            at += 1
        goal = place_at(sentence, gazetteer, at) or _building_at(sentence, gazetteer, at)
        if goal and not any(low in sentence.lexicon.groups["before_city"] for low in sentence.lows[trigger.last : at]):
            yield goal


def _led(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The place that a preposition at a token leads; a name that no table knows is only a goal after "to"."""
    locating = sentence.lexicon.tables["locating"].find(sentence.lows, at)
    preposition = locating or sentence.lexicon.tables["directional"].find(sentence.lows, at)
    if preposition is None or _is_topic(sentence, at):
        return None
    first, is_goal = preposition[0], locating is None
    reading = _place_after(sentence, gazetteer, first)
    before_city = sentence.lexicon.tables["before_city"].find(sentence.lows, at)
    if reading is None and before_city and before_city[0] == first:
        reading = unknown_name(sentence, first)
    elif reading is None and sentence.lexicon.tables["directional"].find(sentence.lows, at):
        reading, is_goal = unknown_name(sentence, first), True
    if reading is None or _is_recipient(sentence, at, reading):
        return None
    return replace(reading, is_goal=is_goal)


def _bracketed(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """A venue or city in a bracket ("(palais de l'Élysée)", "(Sundhavn)"); a country there is somebody's."""
    if sentence.lows[at] != "(":
        return None
    known = place_at(sentence, gazetteer, at + 1)
    if known:
        return known if known.rank <= RANK["city"] else None
    return in_bracket(sentence, at)


def _host(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The country or capital that hosts ("la Suisse accueillera le sommet", "talks hosted by Qatar")."""
    if sentence.lows[at] not in sentence.lexicon.groups["hosting"]:
        return None
    by = sentence.lexicon.tables["by"].find(sentence.lows, at + 1)
    first = by[0] if by else at - _HOST_REACH
    near = (
        p
        for p in sentence.phrases
        if (p.kind == "country" or p.is_capital_city)
        and p.anaphor is None
        and (first <= p.first <= first + 1 if by else first <= p.last - 1 < at)
    )
    host = next(near, None)
    place = _place_of_host(sentence, gazetteer, host) if host else None
    return PlaceReading(at, at + 1, host.text, place.place_id, RANK[place.kind]) if host and place else None


def _place_of_host(sentence: Sentence, gazetteer: Gazetteer, host: ActorPhrase) -> Place | None:
    folds = [token.fold for token in sentence.tokens[host.first : host.last]]
    for at in range(len(folds)):
        found = gazetteer.places.find(folds, at)
        if found:
            return gazetteer.places_by_id[found[1]]
    return None


def _antecedents(sentence: Sentence, gazetteer: Gazetteer, found: Sequence[PlaceReading]) -> Iterator[PlaceReading]:
    """Places that a clause of place hangs on ("he had come from Ankara, where Erdogan received him")."""
    for at, low in enumerate(sentence.lows):
        if low not in sentence.lexicon.groups["where"]:
            continue
        end = antecedent_end(sentence, at)
        ending = (place_at(sentence, gazetteer, first) for first in range(max(0, end - _NAME_REACH), end))
        told = (*found, *(reading for reading in ending if reading))
        known = next((r for r in told if r.last == end and r.rank != RANK["region"]), None)
        if known:
            yield replace(known, is_antecedent=True)


def _is_topic(sentence: Sentence, at: int) -> bool:
    """Whether a place only says of what one talks, or of whom ("la situation en Libye", "l'ambassadeur au Mali")."""
    groups = sentence.lexicon.groups
    titles = [sentence.lows[p.first : at] for p in sentence.phrases if p.last == at and p.has_title]
    topics = sentence.words.sets["topic_links"]
    is_posted = any(low in groups["posted"] for title in titles if topics.isdisjoint(title) for low in title)
    return is_posted or any(low in groups["topic_nouns"] for low in sentence.lows[max(0, at - 2) : at])


def _is_recipient(sentence: Sentence, at: int, reading: PlaceReading) -> bool:
    """Whether "à la Russie" names to whom: one goes "en Russie"."""
    is_with_article = sentence.lows[at] == "à" and reading.first > at + 1
    return is_with_article and reading.rank == RANK["country"] and sentence.lows[at + 1] in ("la", "l'")


def _complement(sentence: Sentence, gazetteer: Gazetteer, at: int) -> list[PlaceReading]:
    """A city that names an event ("le sommet de Bruxelles"), or a venue by its part ("les grilles de l'Élysée")."""
    preposition = sentence.lexicon.tables["of"].find(sentence.lows, at)
    first = preposition[0] if preposition else 0
    is_part = at > 0 and sentence.lows[at - 1] in sentence.lexicon.groups["venue_parts"]
    first += is_part and first < len(sentence.lows) and sentence.lows[first] in sentence.words.sets["articles"]
    reading = place_at(sentence, gazetteer, first) if preposition else None
    if reading is None or reading.rank > RANK["city"]:
        return []
    return [replace(reading, is_complement=not is_part)]


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
    return (
        _capital_at(sentence, gazetteer, at)
        or place_at(sentence, gazetteer, at)
        or _after_generic(sentence, gazetteer, at)
        or _venue_in_city(sentence, gazetteer, at)
    )


def _after_generic(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The place that a common noun introduces ("la station balnéaire de Charm el-Cheikh", "in der Stadt Lwiw")."""
    nouns, lows = sentence.lexicon.groups["generic"], sentence.lows
    noun = next((k for k in range(at, min(at + 3, len(lows))) if lows[k] in nouns or lows[k].endswith("stadt")), None)
    if noun is None or (sentence.tokens[noun].is_capital and not sentence.lexicon.verb_final):
        return None
    for step in range(noun + 1, min(noun + _NAME_REACH, len(lows))):
        of = sentence.lexicon.tables["of"].find(lows, step)
        first = of[0] if of else step
        known = place_at(sentence, gazetteer, first)
        is_told = of or sentence.lexicon.verb_final or _is_apposed(sentence, noun, step)
        known = known or (unknown_name(sentence, first) if is_told else None)
        if known or of:
            return replace(known, first=at) if known else None
    return None


def _is_apposed(sentence: Sentence, noun: int, at: int) -> bool:
    """Whether a name at a token is the one of a capital told before it ("in the Ostranian capital, Ostra")."""
    is_beside = at == noun + 1 or (at == noun + 2 and sentence.lows[noun + 1] == ",")
    return is_beside and sentence.lows[noun] in sentence.lexicon.groups["capital"]


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
                return PlaceReading(at, at + 2, text_of(sentence, at, at + 2), found[1], 1)
    return None


def _seat_of_named(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The seat of an organisation that stands before the word for it ("NATO headquarters")."""
    phrase = next((p for p in sentence.phrases if p.kind == "organisation" and p.first == at), None)
    seat = sentence.lexicon.tables["seat"].find(sentence.lows, phrase.last) if phrase else None
    organisation = gazetteer.organisations.get(phrase.actor_id or "") if phrase else None
    if seat is None or organisation is None:
        return None
    return PlaceReading(at, seat[0], text_of(sentence, at, seat[0]), organisation.seat_place_id, 0)


def _capital_of(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The capital of a country that is named beside the word ("la capitale belge", "Qatar's capital")."""
    words = sentence.lexicon.groups["capital"]
    capital = next((k for k in range(at, min(at + 4, len(sentence.lows))) if sentence.lows[k] in words), None)
    if capital is None:
        return None
    country, last = _country_of_capital(sentence, gazetteer, at, capital)
    city = find_city(gazetteer, country.city_name, country.country_iso3) if country else None
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


def find_city(gazetteer: Gazetteer, name: str | None, country_iso3: str | None) -> Place | None:
    """The known city of a name in a country, or None."""
    key = name_key(name or "")
    found = gazetteer.places.find(key, 0) if key else None
    place = gazetteer.places_by_id[found[1]] if found and found[0] == len(key) else None
    return place if place and place.kind == "city" and place.country_iso3 == country_iso3 else None


def _building_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The building whose noun stands at a token ("l'école publique des Embruns")."""
    is_noun = at < len(sentence.lows) and sentence.lows[at] in sentence.lexicon.groups["venue_nouns"]
    return _venue_in_city(sentence, gazetteer, at) if is_noun else None


def _venue_in_city(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The city of a building that no table knows ("en el Teatro Colón de Bogotá")."""
    nouns, of = sentence.lexicon.groups["venue_nouns"], sentence.lexicon.tables["of"]
    locating = sentence.lexicon.tables["locating"]
    noun = next((k for k in range(at, min(at + 3, len(sentence.lows))) if sentence.lows[k] in nouns), None)
    if noun is None or any(of.find(sentence.lows, k) or locating.find(sentence.lows, k) for k in range(at, noun)):
        return None
    for step in range(at + 1, min(at + _VENUE_REACH, len(sentence.lows) - 1)):
        preposition = of.find(sentence.lows, step) or locating.find(sentence.lows, step)
        known = _known_after(sentence, gazetteer, preposition[0]) if preposition else None
        names_it = step == at + 1 and sentence.tokens[at].is_capital and of.find(sentence.lows, step) is not None
        if known and known.rank <= RANK["city"] and not names_it:
            return replace(known, first=at)
    return named_venue(sentence, at) or common_venue(sentence, at)


def _known_after(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The known place or capital behind a preposition ("in Qatar's capital")."""
    return place_at(sentence, gazetteer, at) or _capital_of(sentence, gazetteer, at)


def place_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The known place whose name starts at a token with a capital."""
    if at >= len(sentence.tokens) or not gazetteer.places.candidates(sentence.tokens[at].fold):
        return None
    folds = [token.fold for token in sentence.tokens]
    found = gazetteer.places.find(folds, at)
    if found and not sentence.tokens[found[0] - 1].is_capital:
        found = gazetteer.places.find(folds[: found[0] - 1], at) or found
    if not found or not any(token.is_capital for token in sentence.tokens[at : found[0]]):
        return None
    if any(p.kind != "country" and p.anaphor != "body" and p.first <= at < p.last for p in sentence.phrases):
        return None
    place = gazetteer.places_by_id[found[1]]
    if place.kind == "city" and (_is_word(sentence, at, found[0]) or _is_longer(sentence, at, found[0])):
        return None
    return PlaceReading(at, found[0], text_of(sentence, at, found[0]), place.place_id, RANK[place.kind])


def _is_word(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a one-word city name is a title or institution word here."""
    return last == first + 1 and sentence.lows[first] in sentence.words.sets["institution_words"]


def _is_longer(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a common noun that is also a city opens an unknown name ("Porto Lestra")."""
    if last != first + 1 or sentence.lows[first] not in sentence.lexicon.groups["generic"]:
        return False
    longer = unknown_name(sentence, last)
    return longer is not None and longer.first == last


def _seat(sentence: Sentence, gazetteer: Gazetteer, at: int, end: int) -> PlaceReading:
    """The seat of an organisation, named by the words ("au siège de l'OTAN")."""
    for phrase in sentence.phrases:
        if phrase.kind == "organisation" and end <= phrase.first <= end + 4:
            organisation = gazetteer.organisations.get(phrase.actor_id or "")
            place_id = organisation.seat_place_id if organisation else None
            return PlaceReading(at, phrase.last, text_of(sentence, at, phrase.last), place_id, 0)
    return PlaceReading(at, end, text_of(sentence, at, end), None, 0)


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
