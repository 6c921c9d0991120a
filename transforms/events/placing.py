"""Where a sentence tells places: behind a preposition, in a bracket, as host, as goal of a journey, or by "here"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.events.frames import Filler
from transforms.events.goals import goals_of_journeys
from transforms.events.known_places import capital_of, city_before, place_at
from transforms.events.place_phrases import building_after, in_bracket, place_after
from transforms.events.read_lexicon import load_lexicon
from transforms.events.sentence import Sentence
from transforms.events.unknown_places import RANK, PlaceReading, antecedent_end, unknown_name
from transforms.events.venues import venue_at
from transforms.records import Place

_NAME_REACH = 4
_HOST_REACH = 4
_SITED = frozenset({"visit", "meeting", "negotiation", "summit", "press_conference", "signing"})
_JOINTS = frozenset({",", "-", "–", "—", "|", "/", ":"})


def read_places(sentence: Sentence, gazetteer: Gazetteer) -> list[PlaceReading]:
    """Every place led by a locating or directional preposition, in a bracket, or hosting, in text order."""
    found: list[PlaceReading] = []
    openers = _openers(sentence.lexicon.language)
    at = 0
    while at < len(sentence.lows):
        if sentence.lows[at] not in openers:
            at += 1
            continue
        reading = _led(sentence, gazetteer, at) or _bracketed(sentence, gazetteer, at) or _host(sentence, gazetteer, at)
        if reading:
            found.append(reading)
            at = max(reading.last, at + 1)
        else:
            found += _complement(sentence, gazetteer, at)
            at += 1
    found += _between_joints(sentence, gazetteer)
    nouns = (trigger.first for trigger in sentence.triggers if trigger.frame.kind == "noun")
    found += [replace(city, is_complement=True) for at in nouns if (city := city_before(sentence, gazetteer, at))]
    return [*found, *goals_of_journeys(sentence, gazetteer), *_antecedents(sentence, gazetteer, found)]


@cache
def _openers(language: str) -> frozenset[str]:
    """The words that a place stands behind."""
    lexicon = load_lexicon(language)
    tables = (lexicon.tables[name] for name in ("locating", "directional", "before_building", "of"))
    return frozenset().union({"("}, lexicon.groups["hosting"], *(table.first_words for table in tables))


def _led(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The place that a preposition at a token leads; a name that no table knows is only a goal after "to"."""
    tables = sentence.lexicon.tables
    locating = tables["locating"].find(sentence.lows, at)
    preposition = locating or tables["directional"].find(sentence.lows, at)
    facing = tables["before_building"].find(sentence.lows, at)
    if facing and (preposition is None or facing[0] > preposition[0]):
        building = building_after(sentence, gazetteer, facing[0])
        return None if building and _is_talked_of(sentence, at, building) else building
    is_home = at > 0 and sentence.lows[at - 1] in sentence.lexicon.groups["at_home"]
    if preposition is None or is_home or _is_topic(sentence, at):
        return None
    first, is_goal = preposition[0], locating is None
    reading = place_after(sentence, gazetteer, first)
    before_city = sentence.lexicon.tables["before_city"].find(sentence.lows, at)
    if reading is None and before_city and before_city[0] == first:
        reading = unknown_name(sentence, first)
    elif reading is None and sentence.lexicon.tables["directional"].find(sentence.lows, at):
        reading, is_goal = unknown_name(sentence, first), True
    of = tables["of"].find(sentence.lows, at)
    if of and reading and reading.place_id is None and reading.rank not in (RANK["city"], RANK["country"]):
        return None  # "the head of the Methodist Church"
    if reading is None or _is_recipient(sentence, at, reading) or (locating and _is_talked_of(sentence, at, reading)):
        return None
    return replace(reading, is_goal=is_goal)


def _is_topic(sentence: Sentence, at: int) -> bool:
    """Whether a place only says of what one talks, or of whom ("la situation en Libye", "l'ambassadeur au Mali")."""
    titles = [sentence.lows[p.first : at] for p in sentence.phrases if p.last == at and p.has_title]
    topics, posted = sentence.words.sets["topic_links"], sentence.words.sets["posted"]
    is_posted = any(low in posted for title in titles if topics.isdisjoint(title) for low in title)
    nouns = sentence.lexicon.groups["topic_nouns"]
    near = [near for near in range(max(0, at - 2), at) if sentence.lows[near] in nouns]
    return is_posted or any(not _is_told(sentence, noun) for noun in near)


def _is_told(sentence: Sentence, noun: int) -> bool:
    """Whether a noun tells an event, and no talk is about it ("la missione in Albania del ministro", "peace talks")."""
    triggers = [t for t in sentence.triggers if t.frame.event_type in _SITED and t.first <= noun < t.last]
    return bool(triggers) and sentence.finds("about", noun - 1, noun) is None


def _is_recipient(sentence: Sentence, at: int, reading: PlaceReading) -> bool:
    """Whether "à la Russie" names to whom: one goes "en Russie"."""
    to_whom = sentence.lexicon.tables.get("recipients")
    is_with_article = to_whom is not None and to_whom.find(sentence.lows, at) is not None and reading.first > at + 1
    return is_with_article and reading.rank == RANK["country"]


def _is_talked_of(sentence: Sentence, at: int, reading: PlaceReading) -> bool:
    """Whether "sur le Sahel" names what one talks of: one is on an island, in front of a building, not on a country."""
    is_topic = sentence.lows[at] in sentence.words.sets["topic_links"]
    texts = (low for t in sentence.triggers if t.frame.event_type == "signing" for low in t.frame.object_words)
    is_capital = reading.rank >= RANK["city"] and sentence.tokens[reading.first].is_capital
    return is_topic and (is_capital or sentence.lows[at - 1] in texts)


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
    if host is None:
        return None if by else _scene_before(sentence, gazetteer, at)
    place = _place_of_host(sentence, gazetteer, host)
    return PlaceReading(at, at + 1, host.text, place.place_id, RANK[place.kind]) if place else None


def land_of_host(sentence: Sentence, gazetteer: Gazetteer, fillers: Iterable[Filler]) -> PlaceReading | None:
    """The country, or capital, that hosts an event ("Norway offered to host talks")."""
    hosts = [filler.phrase for filler in fillers if filler.role == "host"]
    host = hosts[0] if len(hosts) == 1 and not hosts[0].anaphor else None
    is_land = host is not None and (host.kind == "country" or host.is_capital_city)
    place = _place_of_host(sentence, gazetteer, host) if host and is_land else None
    return PlaceReading(host.first, host.last, host.text, place.place_id, RANK[place.kind]) if host and place else None


def _scene_before(sentence: Sentence, gazetteer: Gazetteer, at: int) -> PlaceReading | None:
    """The city or capital that a word of hosting ends on ("Seville was the scene of", "la capital peruana acogió")."""
    for first in range(max(0, at - _HOST_REACH - 1), at):
        city = place_at(sentence, gazetteer, first) or capital_of(sentence, gazetteer, first)
        if city and city.rank == RANK["city"] and city.last <= at:
            return replace(city, first=at, last=at + 1)
    return None


def _place_of_host(sentence: Sentence, gazetteer: Gazetteer, host: ActorPhrase) -> Place | None:
    folds = sentence.folds[host.first : host.last]
    for at in range(len(folds)):
        found = gazetteer.places.find(folds, at)
        if found:
            return gazetteer.places_by_id[found[1]]
    return None


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


def _between_joints(sentence: Sentence, gazetteer: Gazetteer) -> list[PlaceReading]:
    """Towns and buildings that fill a part of a programme's entry ("9 h, mairie : entretien", "…, Matignon").

    Behind a verb only a building, room or street with a name does so ("a reçu les maires, salle Jean-Zay").
    """
    lows, end = sentence.lows, len(sentence.lows)
    end -= end > 1 and lows[-1] == "."
    verbs = [trigger.first for trigger in sentence.triggers if trigger.verb]
    joints = [at for at in range(end) if lows[at] in _JOINTS and at + 1 < end]
    if verbs:
        rooms = (venue_at(sentence, at + 1) for at in joints if at > min(verbs))
        people = {at for p in sentence.phrases if p.kind == "person" for at in range(p.first, p.last)}
        named = [r for r in rooms if r and r.first not in people and _has_name(sentence, r)]
        return [r for r in named if r.last in {*joints, end}]
    parts = (place_after(sentence, gazetteer, at + 1) for at in joints)
    found = [r for r in parts if r and r.rank <= RANK["city"] and r.last in {*joints, end}]
    told = [replace(reading, is_part=True) for reading in found if reading.first - 1 in joints]
    towns = {reading.last for reading in told if reading.place_id and reading.rank == RANK["city"]}
    return [r for r in told if r.first - 1 not in towns or _has_name(sentence, r)]  # no "Vesoul, siège du canton"


def _has_name(sentence: Sentence, reading: PlaceReading) -> bool:
    """Whether a building has a name behind or before its noun."""
    inside = sentence.tokens[reading.first : reading.last]
    capitals = sum(token.is_capital for token in inside)
    return capitals > 1 or (capitals == 1 and len(inside) > 1 and not sentence.lexicon.verb_final)


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
