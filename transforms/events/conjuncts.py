"""Main clauses behind a coordinator that have a subject of their own ("X met Y, and the minister, Z, flew to Rome")."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.brackets import is_finite_auxiliary
from transforms.events.clauses import clause_of
from transforms.events.groups import Group
from transforms.events.lexicon import Lexicon
from transforms.events.triggers import Trigger

_INFINITE = frozenset({"participle", "infinitive", "gerund"})


def second_subjects(
    lows: Sequence[str], groups: Sequence[Group], triggers: Sequence[Trigger], starts: Sequence[int], lexicon: Lexicon
) -> set[int]:
    """Where bare groups begin that a coordinator joins to a clause with a verb, and that have a finite verb as well."""
    joined = [g for g in groups if g.first and lows[g.first - 1] in lexicon.groups["coordinators"]]
    ends = {g.first: _behind(lows, g.last, groups, lexicon) for g in joined if g.preposition is None}
    return {
        first
        for first, end in ends.items()
        if is_told_at(end, lows, triggers, lexicon)
        and any(is_told_at(at, lows, triggers, lexicon) for at in range(clause_of(first, starts), first))
    }


def is_told_at(at: int, lows: Sequence[str], triggers: Sequence[Trigger], lexicon: Lexicon) -> bool:
    """Whether a finite verb that tells something, or a finite auxiliary, begins at a token."""
    is_auxiliary = at < len(lows) and is_finite_auxiliary(lows[at], lexicon)
    return is_auxiliary or any(t.verb and t.verb.first == at and t.verb.tense not in _INFINITE for t in triggers)


def _behind(lows: Sequence[str], at: int, groups: Sequence[Group], lexicon: Lexicon) -> int:
    """The token behind a subject that ends at a token, and behind what stands between commas after it."""
    if lows[at : at + 1] == [","]:
        inserted = (g.last for g in groups if at < g.first <= at + 2 and lows[g.last : g.last + 1] == [","])
        at = next(inserted, at) + 1
    while at < len(lows) and lows[at] in lexicon.auxiliaries["skip"] and not is_finite_auxiliary(lows[at], lexicon):
        at += 1
    return at
