"""Whether a journey is told: who travels, and how the place stands beside the verb."""

from __future__ import annotations

from transforms.events.evidence import NEAR, Evidence, are_people

_REACH_PLACE = 8


def visit(e: Evidence) -> bool:
    """Somebody travels, and the place is told."""
    return e.place is not None and any(r.kind == "person" or f.phrase.is_plural for f, r in e.subjects())


def visitor(e: Evidence) -> bool:
    """Somebody who can travel."""
    return any(r.kind == "person" or (f.is_subject and f.phrase.is_plural) for f, r in e.filled)


def will_be_at(e: Evidence) -> bool:
    """Will be somewhere ("il sera mercredi à Alger"): nothing but words of time between verb and place."""
    place, at = e.place, e.trigger.last
    if place is None or place.first < at or not visit(e):
        return False
    allowed = e.sentence.lexicon.auxiliaries["skip"] | e.sentence.lexicon.groups["before_city"]
    between = e.sentence.lows[at : place.first]
    return len(between) <= NEAR and all(low in allowed or low in e.sentence.words.sets["articles"] for low in between)


def is_at(e: Evidence) -> bool:
    """Somebody is or was at a known place ("était lundi à Alger"): a person beside, as nations are where they are."""
    is_known = e.place is not None and (e.place.place_id is not None or e.place.rank == 0)
    beside = [f for f, r in e.subjects() if r.kind == "person" and e.trigger.first - f.phrase.last <= NEAR]
    return is_known and will_be_at(e) and any(f.phrase.anaphor not in ("i", "we", "you") for f in beside)


def goes_to(e: Evidence) -> bool:
    """Reached a place that stands right behind the verb without a preposition ("a gagné Amman")."""
    place, at = e.place, e.trigger.last
    if place is None or not visit(e):
        return False
    allowed = e.sentence.lexicon.auxiliaries["skip"] | e.sentence.words.sets["articles"]
    between = e.sentence.lows[at : place.first]
    prepositions = e.sentence.lexicon.groups["locating"] - e.sentence.words.sets["articles"]
    return len(between) <= NEAR and all(low in allowed and low not in prepositions for low in between)


def goes_near(e: Evidence) -> bool:
    """A place stands near behind the verb, and no other event between them."""
    place, at = e.place, e.trigger.last
    if place is None or not 0 <= place.first - at <= _REACH_PLACE:
        return False
    return not any(t is not e.trigger and at <= t.first < place.first for t in e.sentence.triggers)


def goes_to_name(e: Evidence) -> bool:
    """Goes to a place, be it one that only its capital tells."""
    lows, at = e.sentence.lows, e.trigger.last
    if e.place or not e.subjects() or at >= len(lows):
        return visit(e)
    found = e.sentence.lexicon.tables["directional"].find(lows, at)
    name = found[0] if found else at
    is_led = found is not None or e.sentence.lexicon.tables["directional"].find(lows, at - 1) is not None
    is_name = name < len(lows) and e.sentence.tokens[name].is_capital and e.sentence.tokens[name].is_word
    is_actor = any(p.first <= name < p.last and p.kind == "person" for p in e.sentence.phrases)
    is_visitor = any(r.kind == "person" or (f.phrase.is_plural and not are_people(e, f)) for f, r in e.subjects())
    return is_led and is_name and not is_actor and is_visitor
