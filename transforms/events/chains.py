"""Verbs in a chain: a bare infinitive that a comma or "and" ties to one under a modal ("will meet X, hold talks …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.events.lexicon import Lexicon
from transforms.events.triggers import Trigger
from transforms.events.verb_tense import Tense

_REACH = 40
_MODALS: tuple[tuple[str, Tense], ...] = (
    ("may", "may"),
    ("was_to", "was_to"),
    ("intend", "future"),
    ("would", "future"),
)
_DONE: frozenset[Tense] = frozenset({"past", "pluperfect"})
_AHEAD: frozenset[Tense] = frozenset({"future", "expected"})
_CLOSERS = (";", ".", '"', "“", "”", ":")


def in_chain(trigger: Trigger, triggers: Sequence[Trigger], lows: Sequence[str], lexicon: Lexicon) -> Trigger:
    """A trigger with the tense of the modal that its bare infinitive hangs on, or as it is."""
    verb = trigger.verb
    if verb is None or verb.tense != "present" or not _is_infinitive(lows, verb.first, lexicon):
        return trigger
    at = coordinator_before(lows, verb.first, lexicon)
    tense = _tense_before(at, triggers, lows, lexicon) if at is not None else None
    return replace(trigger, verb=replace(verb, tense=tense)) if tense else trigger


def coordinator_before(lows: Sequence[str], at: int, lexicon: Lexicon) -> int | None:
    """The coordinator or comma right before a verb, adverbs and words of time apart."""
    at -= 1
    coordinators = lexicon.groups["coordinators"] | {","}
    while at > 0 and lows[at] in lexicon.auxiliaries["skip"] and lows[at] not in coordinators:
        at -= 1
    return at if at > 0 and lows[at] in coordinators else None


def _is_infinitive(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    tables = (lexicon.verbs, lexicon.support)
    if not lexicon.groups["infinitive_markers"]:
        return False
    found = (table.find(lows, at) for table in tables)
    return any(form.tense == "infinitive" for forms in found if forms for form in forms[1])


def _tense_before(at: int, triggers: Sequence[Trigger], lows: Sequence[str], lexicon: Lexicon) -> Tense | None:
    """The tense of the nearest verb under a modal before a coordinator, None where there is none."""
    markers = lexicon.groups["infinitive_markers"]
    for k in range(at - 1, max(-1, at - _REACH), -1):
        if lows[k] in _CLOSERS:
            return None
        classes = lexicon.auxiliary_classes(lows[k])
        leads = lows[k] in markers and _is_infinitive(lows, k + 1, lexicon)
        modal = next((tense for name, tense in _MODALS if name in classes), None)
        if not leads and modal is None:
            continue
        own = [t.verb.tense for t in triggers if t.verb and t.verb.first <= k < t.verb.last]
        if own and own[0] != "present":
            return own[0]
        was = k > 0 and lows[k - 1] in lexicon.auxiliaries["be_past"]
        return ("was_to" if was else modal) if modal else "infinitive"
    return None


def turns_of_time(triggers: Sequence[Trigger], lows: Sequence[str], lexicon: Lexicon) -> Iterator[int]:
    """The conjunctions between two verbs of a sentence of which one tells what was done, the other what is to come."""
    verbs = [trigger.verb for trigger in triggers if trigger.verb and not lexicon.verb_final]
    for verb, following in pairwise(verbs):
        tenses = {verb.tense, following.tense}
        if not tenses.isdisjoint(_DONE) and not tenses.isdisjoint(_AHEAD):
            between = range(verb.last, following.first)
            yield from [at for at in between if lows[at] in lexicon.groups["coordinators"]][-1:]
