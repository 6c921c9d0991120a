"""The clauses of a sentence: where each begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from transforms.actors.tokens import Token
from transforms.dates.lexicon import time_words
from transforms.dates.tense import tense_tables
from transforms.events.brackets import Clause, is_finite_auxiliary, read_clauses
from transforms.events.lexicon import Lexicon

_SUBJECT = 12
_BEHIND = 18
_AUXILIARY = 2
_SENTENCE = 5
_FINITE = frozenset({"present", "past", "future"})
_TELLING = frozenset({"statement", "press_conference"})
_CLOSERS = frozenset('.!?"”»')
_BREAKS = frozenset(':;"“”„«»')


def clause_starts(lows: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Token indices at which a clause begins: sentence start, relatives, subordinators, semicolons, colons, dashes."""
    starts = [0]
    relatives = lexicon.groups["relatives"]
    others, subordinators = lexicon.tables["relative_other"], lexicon.tables["subordinators"]
    times = lexicon.tables["relative_times"]
    oblique, joints, inner = lexicon.tables["relative_oblique"], lexicon.tables["conjunctions"], 0
    for at, low in enumerate(lows):
        if at > 0 and low in oblique.first_words and (found := oblique.find(lows, at)):
            inner = found[0]
            starts.append(at)
        elif low in times.first_words and (time := times.find(lows, at)):
            inner = time[0]
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


def source_start(lows: Sequence[str], lexicon: Lexicon) -> int:
    """The comma behind which words only say who told the sentence, its length if none do.

    They stand behind a finite verb, hold one verb of telling and nothing that is told.
    """
    last = len(lows)
    while last and lows[last - 1] in _CLOSERS:
        last -= 1
    commas = (at for at in range(max(0, last - _SUBJECT - _BEHIND), last) if lows[at] == ",")
    sources = (at for at in commas if _tells_source(lows[at + 1 : last], lexicon))
    return next((at for at in sources if _is_whole(lows[:at], lows[at + 1 : last], lexicon)), len(lows))


def _is_whole(told: Sequence[str], source: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words before a comma tell something: by a finite verb, or as a verb of telling opens the rest."""
    verb = 1 if is_finite_auxiliary(source[0], lexicon) and len(source) > 1 else 0
    is_inverted = _is_telling(source, verb, lexicon)
    is_sentence = len(told) >= _SENTENCE and told.count(",") % 2 == 0  # no apposition that the comma closes
    return (is_inverted and is_sentence) or any(_is_finite(told, at, lexicon) for at in range(len(told)))


def _tells_source(lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words hold a subject, a verb of telling, and behind it only to whom, where and when."""
    openers = ("relatives", "subordinators", "coordinators")
    if not lows or any(lows[0] in lexicon.groups[name] for name in openers):
        return False
    at = next((at for at in range(min(len(lows), _SUBJECT)) if _is_telling(lows, at, lexicon)), None)
    if at is None or len(lows) - at > _BEHIND or lows[:at].count(",") % 2:
        return False
    stops = lexicon.groups["relatives"] | lexicon.groups["subordinators"]
    before, behind = lows[: max(0, at - _AUXILIARY)], lows[at + 1 :]
    if before and _is_object(behind, lexicon):
        return False  # "…, le maire a annoncé sa démission"
    is_one = "," not in behind or (behind.count(",") % 2 == 0 and not _tells_more(behind, lexicon))
    return is_one and _BREAKS.isdisjoint(behind) and not any(
        low in stops or is_finite_auxiliary(low, lexicon) for low in (*before, *behind)
    )


def _tells_more(lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb that may be finite stands among words, behind what only names the source between commas."""
    return any(_is_finite(lows, at, lexicon) for at in range(len(lows)))


def _is_object(lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words open with what somebody told, no day and no press that he told it to ("told a briefing")."""
    if not lows or lows[0] not in tense_tables(lexicon.language).determiners:
        return False
    is_day = lows[1:2] and (lows[1][0].isdigit() or lows[1] in time_words(lexicon.language))
    return not is_day and not any(lexicon.nouns.find(lows, at) for at in range(len(lows)))


def _is_telling(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of telling stands at an index, as its subject's own verb."""
    found = lexicon.verbs.find(lows, at)
    tenses = {form.tense for form in found[1] if form.frame.event_type in _TELLING} if found else set()
    is_told = bool(tenses) or lows[at] in lexicon.groups["announcing"]
    return is_told and (tenses != {"participle"} or (at > 0 and is_finite_auxiliary(lows[at - 1], lexicon)))


def _is_finite(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a finite auxiliary or a form of a verb that may be finite stands at an index."""
    found = lexicon.verbs.find(lows, at)
    is_form = found is not None and any(form.tense in _FINITE for form in found[1])
    return is_form or is_finite_auxiliary(lows[at], lexicon)


def resumes(lows: Sequence[str], lead: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun that ends at `last` opens a clause, and joins no object ("reçu X et nous avons reçu Y").

    The object begins at `lead`, behind its verb and words of time.
    """
    at, passed = lead, lexicon.auxiliaries["skip"] | time_words(lexicon.language)
    while at > 0 and lows[at - 1] in passed:
        at -= 1
    is_object = at > 0 and lexicon.verbs.find(lows, at - 1) is not None
    return is_object and any(is_finite_auxiliary(low, lexicon) for low in lows[last : last + 1])
