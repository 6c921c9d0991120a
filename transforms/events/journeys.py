"""Atoms of needs about the place that was found beside a trigger, and how it stands to its verb."""

from __future__ import annotations

from transforms.events.evidence import NEAR, Atoms, Evidence
from transforms.events.strangers import thing_visited
from transforms.events.unknown_places import RANK

_REACH = 8
_TALKS = frozenset({"meeting", "call", "summit", "negotiation", "signing"})


def _near_place(e: Evidence) -> bool:
    """A place stands near behind the verb, and no other event between them."""
    place, at = e.place, e.trigger.last
    if place is None or not 0 <= place.first - at <= _REACH:
        return False
    return not any(t is not e.trigger and at <= t.first < place.first for t in e.sentence.triggers)


def _known_place(e: Evidence) -> bool:
    """A place that the tables know, or a venue."""
    return e.place is not None and (e.place.place_id is not None or e.place.rank == RANK["venue"])


def _at_place(e: Evidence) -> bool:
    """Is somewhere ("sera mercredi à Alger"): nothing but words of time between verb and place.

    In an office one was for years ("quand il était à l'Élysée"): a day or a part of it must be told.
    """
    groups, verb = e.sentence.lexicon.groups, e.trigger.verb
    is_office = e.place is not None and e.place.rank == RANK["venue"] and verb is not None and verb.tense == "past"
    return (
        e.place is not None
        and not (is_office and not e.has_time)
        and e.place.first >= e.trigger.last
        and _only_between(e, e.place.first, groups["before_city"] | e.sentence.words.sets["articles"])
    )


def _aimed(e: Evidence) -> bool:
    """Is somewhere now for an event told right behind the place ("is in Athens for talks with X")."""
    verb, sentence = e.trigger.verb, e.sentence
    if e.place is None or verb is None or verb.tense != "present":
        return False
    leads = sentence.lexicon.tables["planned_for"].first_words | sentence.lexicon.groups["infinitive_markers"]
    near = range(e.place.last, min(e.place.last + NEAR, sentence.clause_end(e.trigger.last - 1)))
    told = [t.first for t in sentence.triggers if t.first in near and t.frame.event_type in _TALKS]
    return any(not leads.isdisjoint(sentence.lows[e.place.last : first]) for first in told)


def _reaches(e: Evidence) -> bool:
    """Reached a town or country that stands right behind the verb without a preposition ("a gagné Amman")."""
    articles = e.sentence.words.sets["articles"]
    if e.place is None or e.place.rank == RANK["venue"]:
        return False
    between = e.sentence.lows[e.trigger.last : e.place.first]
    is_led = not (e.sentence.lexicon.groups["locating"] - articles).isdisjoint(between)
    return not is_led and _only_between(e, e.place.first, articles)


def _there(e: Evidence) -> bool:
    """Went where the text already is ("s'est rendu sur place", "y est allé")."""
    verb = e.trigger.verb
    return verb is not None and e.sentence.finds("there", verb.first - 1, e.trigger.last + NEAR) is not None


def _thing(e: Evidence) -> bool:
    """Visited something that has no name ("a visité un camp de déplacés")."""
    return thing_visited(e.sentence, e.trigger) is not None


def _only_between(e: Evidence, end: int, allowed: frozenset[str]) -> bool:
    """Whether nothing but allowed words and adverbs stands between the trigger and a token near behind it."""
    between = range(e.trigger.last, end)
    return len(between) <= NEAR and all(e.sentence.is_passed(at) or e.sentence.lows[at] in allowed for at in between)


ATOMS: Atoms = {
    "place": lambda e: e.place is not None,
    "known_place": _known_place,
    "goal": lambda e: e.place is not None and e.place.is_goal,
    "near_place": _near_place,
    "at_place": _at_place,
    "aimed": _aimed,
    "reaches": _reaches,
    "there": _there,
    "thing": _thing,
}
