"""Who travels along, for whom a journey is planned, and whom a traveller or caller speaks to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.groups import Group
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

__all__ = ["aimed_at", "fellows", "planned_for", "traveller_of"]
_REACH = 9
_NEAR = 4
_MODIFIERS = 3
_OPENING = 2
_AIM_REACH = 20
_PLANNED = 10
"""Tokens from a noun within which words may say for whom it was planned."""


def fellows(sentence: Sentence, trigger: Trigger, companions: Sequence[Group]) -> list[Group]:
    """Single persons who travel along: neither at whose home it ends nor with whom its aim is ("for talks with X")."""
    lows, lexicon, home = sentence.lows, sentence.lexicon, sentence.lexicon.tables.get("at_home_of")
    found = []
    for group in companions:
        is_behind = group.first >= trigger.last
        between = range(trigger.last, group.first) if is_behind else range(group.last, trigger.first)
        is_single = all(member.kind == "person" and not member.is_plural for member in group.members)
        is_host = home is not None and home.find(lows, group.first) is not None
        is_host = is_host or not lexicon.groups["presence"].isdisjoint(lows[group.first : group.last])
        is_aim = any(_opens_aim(sentence, at) for at in between) or any(t.first in between for t in sentence.triggers)
        if is_single and not is_host and not is_aim:
            found.append(group)
    return found


def _opens_aim(sentence: Sentence, at: int) -> bool:
    """Whether what follows tells what a journey is for ("for the opening", "to pay"), not where it goes ("to Rome")."""
    low, lexicon, following = sentence.lows[at], sentence.lexicon, sentence.tokens[at + 1]
    if following.is_capital:
        return False
    is_marker = low in lexicon.groups["infinitive_markers"] and following.text not in sentence.words.sets["articles"]
    return is_marker or low in lexicon.tables["planned_for"].first_words


def aimed_at(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Whom a traveller or caller speaks to ("allé chez X", "flew to Rome to brief X", "appelé pour dire à X")."""
    table = sentence.lexicon.tables.get("at_home_of")
    near = [g for g in sentence.groups if trigger.last <= g.first <= trigger.last + _OPENING and _is_person(g)]
    if home := [g for g in near if table and table.find(sentence.lows, g.first)]:
        return home
    aims = sentence.lexicon.groups.get("aims", frozenset())
    stop = min(sentence.clause_end(trigger.last - 1), trigger.last + _AIM_REACH)
    at = next((at for at in range(trigger.last, stop) if sentence.lows[at] in aims), None)
    if at is None or (trigger.verb and trigger.verb.is_negated):
        return []
    told = [g for g in sentence.groups if at < g.first <= at + _REACH and g.preposition in (None, "to", "with")]
    return [g for g in told if _is_person(g)][:1]


def _is_person(group: Group) -> bool:
    return any(member.kind == "person" for member in group.members)


def planned_for(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """For whom a journey is said to be planned ("a stop in Oslo, pencilled in for the minister, was scrapped")."""
    last = trigger.last + _PLANNED
    ends = [end for at, end, _ in sentence.occurrences("arranged_for") if trigger.last <= at < last]
    people = (g for g in sentence.groups if g.members[0].kind == "person")
    return [g for g in people if any(g.first < end <= g.members[0].first for end in ends)][:1]


def traveller_of(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Who is "en visite", "au terme d'une visite": the leading actor, unless the visit is said to be somebody's.

    Where somebody is received "for a visit" the receiving is the event.
    """
    follows = [
        g for g in sentence.groups if g.first >= trigger.last and g.preposition == "of" and g.first - trigger.last <= 3
    ]
    owned = [g for g in follows if any(member.kind == "person" for member in g.members)]
    is_definite = trigger.first > 0 and sentence.lows[trigger.first - 1] in sentence.lexicon.groups["definite"]
    is_called_off = any(sentence.finds(table, 0, trigger.first) for table in ("cancelled", "postponed"))
    is_listeners = not sentence.lexicon.groups["yours"].isdisjoint(
        sentence.lows[max(0, trigger.first - _MODIFIERS) : trigger.first]
    )
    if owned or is_listeners or (is_definite and not is_called_off):
        return []
    people = [g for g in sentence.groups if g.members[0].kind != "country"]
    if apposed := [g for g in people if g.last in _lead(trigger) and sentence.lows[g.last] == ","]:
        return apposed[-1:]
    bare = [g for g in people if g.preposition is None]
    clause = sentence.clause_start(trigger.first)
    hosting = [t for t in sentence.triggers if t.frame.subject == "host" and t.verb]
    if any(sentence.clause_start(t.first) == clause for t in hosting):
        return []
    inside = [g for g in bare if clause <= g.first < trigger.first]
    if not inside and sentence.lows[clause] in sentence.lexicon.groups["relative_subject"]:
        return [replace(g, members=g.members[-1:]) for g in people if clause - 1 <= g.last <= clause]
    leading = inside or [g for g in bare if g.first < trigger.first]
    return leading[:1] or (bare[:1] if trigger.first <= _NEAR else [])


def _lead(trigger: Trigger) -> range:
    """Where the comma may stand that ties a noun to the name before it ("X, en visite", "X, on a visit")."""
    return range(max(0, trigger.first - _MODIFIERS), trigger.first)
