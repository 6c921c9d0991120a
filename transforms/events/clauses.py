"""The clauses of a sentence: where each begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from transforms.actors.tokens import Token
from transforms.dates.lexicon import time_words
from transforms.events.brackets import Clause, is_finite_auxiliary, read_clauses
from transforms.events.lexicon import Lexicon


def clause_starts(lows: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Token indices at which a clause begins: sentence start, relatives, subordinators, semicolons, colons, dashes."""
    starts = [0]
    relatives = lexicon.groups["relatives"]
    others, subordinators = lexicon.tables["relative_other"], lexicon.tables["subordinators"]
    oblique, joints, inner = lexicon.tables["relative_oblique"], lexicon.tables["conjunctions"], 0
    for at, low in enumerate(lows):
        if at > 0 and low in oblique.first_words and (found := oblique.find(lows, at)):
            inner = found[0]
            starts.append(at)
        elif low in joints.first_words and (joint := joints.find(lows, at)) and joint[0] > at + 1:
            clause = subordinators.find(lows, at)
            inner = joint[0] if clause is None or clause[0] <= joint[0] else inner
        if at < inner:
            continue
        is_opener = at > 0 and (
            low in relatives
            or (low in others.first_words and others.find(lows, at) is not None)
            or (low in subordinators.first_words and subordinators.find(lows, at) is not None)
        )
        if is_opener:
            starts.append(at)
        elif low in (";", ":", "–", "—") and at + 1 < len(lows):
            starts.append(at + 1)
    return starts


def split_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The clauses of a sentence; together they cover it."""
    if lexicon.verb_final:
        return read_clauses(tokens, lexicon)
    starts = clause_starts([token.low for token in tokens], lexicon)
    return [Clause(start, end, "main") for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]


def clause_at(at: int, clauses: Sequence[Clause]) -> Clause:
    """The clause that holds a token."""
    last = len(clauses) - 1
    while clauses[last].first > at:
        last -= 1
    return clauses[last]


def clause_of(at: int, starts: Sequence[int]) -> int:
    """The start of the clause that holds a token."""
    return starts[bisect_right(starts, at) - 1]


def resumes(lows: Sequence[str], lead: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun that ends at `last` opens a clause, and joins no object ("reçu X et nous avons reçu Y").

    The object begins at `lead`, behind its verb and words of time.
    """
    at, passed = lead, lexicon.auxiliaries["skip"] | time_words(lexicon.language)
    while at > 0 and lows[at - 1] in passed:
        at -= 1
    is_object = at > 0 and lexicon.verbs.find(lows, at - 1) is not None
    return is_object and any(is_finite_auxiliary(low, lexicon) for low in lows[last : last + 1])
