"""Slots: an actor phrase in a role, and how far a trigger's words reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.events.groups import Group
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.records import Role

_CUE_REACH = 5


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor phrase in a role of a mention."""

    phrase: ActorPhrase
    role: Role
    is_subject: bool


def cast_roles(groups: Iterable[Group], role: str | None, *, is_subject: bool = False) -> list[Filler]:
    """The members of groups in one role, none without a role; capitals behind "between" or "with" are governments."""
    if role is None:
        return []
    return [
        Filler(
            replace(member, is_capital_city=False) if group.preposition in ("between", "with") else member,
            cast(Role, role),
            is_subject,
        )
        for group in groups
        for member in group.members
    ]


def governed_groups(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """The group whose preposition is the trigger's own last word ("sat across from X", "hours with X")."""
    return [g for g in sentence.groups if g.first < trigger.last <= g.members[0].first][:1]


def is_owner(sentence: Sentence, group: Group) -> bool:
    """Whether somebody only owns what follows ("Merkel's decision")."""
    return group.last < len(sentence.lows) and sentence.lows[group.last] == "'s"


def right_limit(sentence: Sentence, trigger: Trigger) -> int:
    """Where the words that belong to a trigger end on its right: next clause, next verb, closing quote."""
    start = trigger.last
    if trigger.verb:
        start = max(start, min(trigger.verb.last, trigger.last + 12))
    limit = sentence.clause_end(start - 1)
    for other in sentence.triggers:
        if other is not trigger and other.verb and other.verb.first >= start:
            limit = min(limit, other.verb.first)
    return limit


def hosts_of(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """With whom a traveller stays ("bei Präsident X zu Gast")."""
    first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
    hosting = sentence.lexicon.groups.get("host_prepositions", frozenset())
    near = [g for g in sentence.groups if first <= g.first < last and sentence.lows[g.first] in hosting]
    return [g for g in near if any(member.kind == "person" for member in g.members)][:1]


def is_told_to_ask(sentence: Sentence, group: Group) -> bool:
    """Whether words of an interview stand right before somebody ("au micro de X", "interrogé par X")."""
    cues, lead = sentence.lexicon.tables["interview_cues"], group.members[0].first
    found = (cues.find(sentence.lows, at) for at in range(max(0, lead - _CUE_REACH), lead))
    return any(cue is not None and group.first <= cue[0] <= lead for cue in found)


def parts_sides(sentence: Sentence, start: int, at: int) -> bool:
    """Whether something else than a talk stands between two sides ("Gespräche über die Grenze zwischen A und B")."""
    leads = [lead for lead, _, _ in sentence.occurrences("between") if start < lead < at]
    return bool(leads) and sentence.lows[leads[-1] - 1].endswith(sentence.lexicon.endings("strife"))


def sides_of_talk(sentence: Sentence, start: int, group: Group) -> list[Group]:
    """A group behind "between", if it is a talk that is between them."""
    return [] if parts_sides(sentence, start, group.members[0].first) else [group]
