"""The place that a phrase tells behind its preposition: known, introduced by a common noun, or a building in a city."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.gazetteer import Gazetteer
from transforms.events.known_places import capital_of, city_before, place_at, seat_at
from transforms.events.sentence import Sentence
from transforms.events.unknown_places import RANK, PlaceReading, text_of, unknown_name
from transforms.events.venues import is_venue, venue_at, venue_noun

_ARTICLES = 3
_ADJECTIVES = 3
_NOUN_REACH = 3
_NAME_REACH = 4
_VENUE_REACH = 6
_BRACKET = 10


def place_after(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The place told from a token on, past its articles."""
    end, articles = at + _ARTICLES, sentence.words.sets["articles"]
    while at < min(end, len(sentence.lows)) and sentence.lows[at] in articles:
        if sentence.tokens[at].is_capital and (named := place_at(sentence, gazetteer, at)):  # "Nueva York"
            return named
        at += 1
    if at >= len(sentence.lows):
        return None
    return (
        seat_at(sentence, gazetteer, at)
        or capital_of(sentence, gazetteer, at)
        or place_at(sentence, gazetteer, at)
        or _after_adjectives(sentence, gazetteer, at)
        or _after_generic(sentence, gazetteer, at)
        or _venue_in_city(sentence, gazetteer, at)
    )


def _after_adjectives(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The known place behind adjectives in small letters ("im englischen Carbis Bay", "in nearby Windsor")."""
    stops, demonyms = sentence.words.sets["stop_words"], sentence.words.demonyms
    if not sentence.words.modifiers_stand_before or sentence.lows[at - 1] in sentence.lexicon.groups["of"]:
        return None
    for step in range(at, min(at + _ADJECTIVES, len(sentence.lows))):
        token = sentence.tokens[step]
        if token.is_capital:
            return place_at(sentence, gazetteer, step) if step > at else None
        is_adjective = token.low[0].isalpha() and token.low not in stops
        if sentence.lexicon.verb_final:  # no "auf neutralem Boden"
            is_adjective = token.low in demonyms or token.low.endswith(sentence.lexicon.endings("land_endings"))
        if not is_adjective or sentence.lexicon.auxiliary_classes(token.low):
            return None
    return None


def _after_generic(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The place that a common noun introduces ("la station balnéaire de Charm el-Cheikh", "in der Stadt Lwiw")."""
    nouns, lows = sentence.lexicon.groups["generic"], sentence.lows
    reach, endings = range(at, min(at + _NOUN_REACH, len(lows))), sentence.lexicon.endings("generic_endings")
    noun = next((k for k in reach if lows[k] in nouns or lows[k].endswith(endings)), None)
    if noun is None or (sentence.tokens[noun].is_capital and not sentence.lexicon.verb_final):
        return None
    for step in range(noun + 1, min(noun + _NAME_REACH, len(lows))):
        of = sentence.lexicon.tables["of"].find(lows, step)
        first = of[0] if of else step
        known = place_at(sentence, gazetteer, first) or _in_genitive(sentence, gazetteer, first)
        is_told = of or sentence.lexicon.verb_final or _is_apposed(sentence, noun, step)
        known = known or (unknown_name(sentence, first) if is_told else None)
        if known or of:
            return replace(known, first=at) if known else None
    return None


def _in_genitive(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The country whose name takes an s behind a noun ("im Süden Malis")."""
    fold = sentence.folds[at] if at < len(sentence.folds) and sentence.words.has_genitive_s else ""
    found = gazetteer.places.find([fold[:-1]], 0) if fold.endswith("s") and sentence.tokens[at].is_capital else None
    place = gazetteer.places_by_id[found[1]] if found else None
    if place is None or place.kind != "country":
        return None
    return PlaceReading(at, at + 1, text_of(sentence, at, at + 1), place.place_id, RANK["country"])


def _is_apposed(sentence: Sentence, noun: int, at: int) -> bool:
    """Whether a name at a token is the one of a capital told before it ("in the Ostranian capital, Ostra")."""
    is_beside = at == noun + 1 or (at == noun + 2 and sentence.lows[noun + 1] == ",")
    return is_beside and sentence.lows[noun] in sentence.lexicon.groups["capital"]


def building_at(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The building whose noun stands at a token ("l'école publique des Embruns")."""
    is_noun = at < len(sentence.lows) and is_venue(sentence, at)
    return _venue_in_city(sentence, gazetteer, at) if is_noun else None


def building_after(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The building told from a token on, past its articles ("devant le tribunal de Vesoul")."""
    while at < len(sentence.lows) and sentence.lows[at] in sentence.words.sets["articles"]:
        at += 1
    return _venue_in_city(sentence, gazetteer, at) if at < len(sentence.lows) else None


def _venue_in_city(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The city of a building that no table knows ("en el Teatro Colón de Bogotá")."""
    of = sentence.lexicon.tables["of"]
    locating = sentence.lexicon.tables["locating"]
    if venue_noun(sentence, at) is None:
        return None
    building = venue_at(sentence, at)
    for step in range(at + 1, min(at + _VENUE_REACH, len(sentence.lows) - 1)):
        preposition = of.find(sentence.lows, step) or locating.find(sentence.lows, step)
        known = _known_after(sentence, gazetteer, preposition[0]) if preposition else None
        names_it = step == at + 1 and sentence.tokens[at].is_capital and of.find(sentence.lows, step) is not None
        if known and known.rank <= RANK["city"] and not names_it:
            return replace(known, first=at) if building else known
    city = city_before(sentence, gazetteer, at + 1) if building and sentence.lexicon.verb_final else None
    return replace(building, place_id=city.place_id) if building and city else building


def _known_after(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The known place or capital behind a preposition ("in Qatar's capital", "le perron de l'Élysée")."""
    known = place_at(sentence, gazetteer, at) or capital_of(sentence, gazetteer, at)
    is_led = at + 1 < len(sentence.lows) and sentence.lows[at] in sentence.words.sets["articles"]
    return known or (place_at(sentence, gazetteer, at + 1) if is_led else None)


def in_bracket(sentence: Sentence, at: int) -> PlaceReading | None:
    """The name that a bracket opens with ("(Union House, Marvik)", "(Tarnov, 9 octobre)")."""
    closing = next((k for k in range(at + 1, min(at + _BRACKET, len(sentence.lows))) if sentence.lows[k] == ")"), None)
    if closing is None:
        return None
    found = venue_at(sentence, at + 1) or unknown_name(sentence, at + 1)
    return found if found and found.last <= closing and sentence.lows[found.last] in (",", ";", ")") else None
