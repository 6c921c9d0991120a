"""Who travels along, for whom a journey is planned, and whom a traveller or caller speaks to."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.groups import Group
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

__all__ = ["aimed_at", "fellows", "planned_for"]
_REACH = 9
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
