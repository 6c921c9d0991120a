"""Where the verbs of journeys lead: places that are their object, and such as only a common noun tells."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.noun_phrases import GENITIVES
from transforms.dates.lexicon import time_words
from transforms.events.known_places import place_at
from transforms.events.place_phrases import building_at
from transforms.events.plain_phrases import noun_phrase
from transforms.events.sentence import Sentence
from transforms.events.strangers import thing_visited
from transforms.events.triggers import Trigger
from transforms.events.unknown_places import RANK, PlaceReading, text_of

_NAME_REACH = 4
_LED = 2
_SHORTEST = 3


def goals_of_journeys(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[PlaceReading]:
    """Places that are the object of a journey's verb ("a gagné mardi Amman", "visite l'Irak", "a visité un camp")."""
    for trigger in sentence.triggers:
        if trigger.frame.event_type != "visit" or trigger.frame.kind != "verb":
            continue
        if sentence.lexicon.verb_final:
            yield from _objects(sentence, gazetteer, trigger) if trigger.frame.object else ()
            continue
        at, reach = trigger.last, min(len(sentence.lows), trigger.last + _NAME_REACH)
        while at < reach and _is_passed(sentence, at):
            at += 1
        goal = place_at(sentence, gazetteer, at) or building_at(sentence, gazetteer, at)
        led = sentence.lows[max(trigger.last, at - _LED) : at]
        if goal and not any(low in sentence.lexicon.groups["before_city"] for low in led):
            yield goal
            yield from _further_goals(sentence, gazetteer, goal)
        elif goal is None and any("thing" in atoms for atoms in trigger.frame.needs):
            thing = thing_visited(sentence, trigger)
            if thing:
                yield PlaceReading(thing.first, thing.last, thing.text, None, RANK["venue"])
                continue
        if goal is None and (site := _site(sentence, trigger)):
            yield site


def _site(sentence: Sentence, trigger: Trigger) -> PlaceReading | None:
    """A place that only its noun tells, where the clause tells a day ("will go to the market on Monday")."""
    first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
    if not sentence.tells_time(first, last):
        return None
    for at in range(trigger.last, min(last, trigger.last + _NAME_REACH)):
        start = _site_start(sentence, trigger, at)
        if start is not None:
            return _site_at(sentence, start)
        if not sentence.is_passed(at):
            return None
    return None


def _site_start(sentence: Sentence, trigger: Trigger, at: int) -> int | None:
    """Where a place begins: behind a preposition, or a verb that ends on one, and in English a determiner."""
    lows, tables, sets = sentence.lows, sentence.lexicon.tables, sentence.words.sets
    led = tables["directional"].find(lows, at) or tables["locating"].find(lows, at)
    if led is None and (at > trigger.last or trigger.last - trigger.first == 1):
        return None
    start = led[0] if led else at
    if start >= len(lows):
        return None
    if lows[start] in sets["articles"] or lows[start] in sets["possessives"]:
        start += 1
    elif sentence.words.modifiers_stand_before:
        return None
    owner = next((p for p in sentence.phrases if p.first <= start < p.last), None)
    is_owned = owner is not None and owner.last < len(lows) and lows[owner.last] in GENITIVES
    return owner.last + 1 if owner and is_owned else start


def _site_at(sentence: Sentence, start: int) -> PlaceReading | None:
    """The place whose noun stands in a noun phrase: behind its modifiers in English, else at its head."""
    phrase, sites = noun_phrase(sentence, start), sentence.lexicon.groups["scenes"]
    if phrase is None:
        return None
    of = sentence.lexicon.tables["of"]
    head = next((at for at in range(phrase.first, phrase.last) if of.find(sentence.lows, at)), phrase.last)
    reach = head if sentence.words.modifiers_stand_before else min(head, phrase.first + 2)
    nouns = [at for at in range(phrase.first, reach) if sentence.lows[at] in sites]
    if not nouns:
        return None
    noun = nouns[-1 if sentence.words.modifiers_stand_before else 0]
    is_cut = sentence.words.modifiers_stand_before and head != noun + 1
    last = noun + 1 if is_cut else phrase.last
    return PlaceReading(phrase.first, last, text_of(sentence, phrase.first, last), None, RANK["venue"], is_goal=True)


def _further_goals(sentence: Sentence, gazetteer: Gazetteer, goal: PlaceReading) -> Iterator[PlaceReading]:
    """Places that a conjunction joins to one visited, each with its day ("Berlin on Monday and Paris on Tuesday")."""
    joints = sentence.lexicon.groups["coordinators"] | {","}
    following: PlaceReading | None = goal
    while following:
        at = following.last
        while at < len(sentence.lows) and _is_passed(sentence, at):
            at += 1
        joint = at
        while at < len(sentence.lows) and (sentence.lows[at] in joints or _is_passed(sentence, at)):
            at += 1
        following = place_at(sentence, gazetteer, at) if joint < at else None
        if following:
            yield following


def _is_passed(sentence: Sentence, at: int) -> bool:
    return sentence.is_passed(at) or sentence.lows[at] in sentence.words.sets["articles"]


def _objects(sentence: Sentence, gazetteer: Gazetteer, trigger: Trigger) -> Iterator[PlaceReading]:
    """Places without a preposition in the clause of a verb that may close it ("besuchte am Montag Rom")."""
    for at in range(sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)):
        if sentence.tokens[at].is_capital and not _is_led(sentence, at):
            goal = place_at(sentence, gazetteer, at) or building_at(sentence, gazetteer, at)
            yield from (goal,) if goal else ()


def _is_led(sentence: Sentence, at: int) -> bool:
    """Whether a preposition or another noun stands before a noun, its article and its adjectives ("in dem Werk")."""
    articles = sentence.words.sets["articles"]
    first = at - 1
    is_time = sentence.lows[first] in time_words(sentence.lexicon.language)
    if first > 0 and sentence.tokens[first].is_capital and not is_time:
        return True
    while first > 0 and (sentence.lows[first] in articles or _is_adjective(sentence, first)):
        first -= 1
    return any(sentence.lexicon.prepositions.find(sentence.lows, k) for k in range(max(0, first), min(first + 2, at)))


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Whether a word in small letters is made like an adjective before its noun."""
    token = sentence.tokens[at]
    is_small = token.is_word and not token.is_capital and len(token.low) > _SHORTEST
    return is_small and token.low.endswith(sentence.lexicon.endings("adjective_endings"))
