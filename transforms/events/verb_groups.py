"""The verb group around a form: its auxiliaries, and the tense and voice that they tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transforms.events.adjuncts import auxiliary_before
from transforms.events.attributes import is_before_thing
from transforms.events.brackets import Bracket, Clause, chain_before, read_bracket
from transforms.events.clauses import clause_at
from transforms.events.lexicon import Form, Lexicon
from transforms.events.verb_tense import Tense, tense_and_voice

_MAX_GROUP = 9
_LONGEST_LEAD = 4
_CLEFT_REACH = 26
_RESTRICTED = 7
_FINITE = frozenset({"past", "future", "conditional"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: token range, tense, voice, negation; `first` is where subject search starts.

    `object_is_speaker`: its object is who speaks, alone or with others ("il m'a reçu", "nous recevra").
    """

    first: int
    last: int
    tense: Tense
    is_passive: bool
    is_negated: bool
    has_reflexive: bool
    has_clitic: bool
    object_is_speaker: bool = False


def verb_group(
    lows: Sequence[str], first: int, last: int, form: Form, clauses: Sequence[Clause], lexicon: Lexicon
) -> VerbGroup:
    """The verb group around a form at tokens `first` to `last`."""
    clause = clause_at(first, clauses)
    if lexicon.verb_final:
        found = read_bracket(lows, first, last, form, lexicon, clause, chain_before(clauses, first))
        has_clitic = False
    else:
        found, has_clitic = _read_before(lows, first, last, form, lexicon, clause.first)
    markers = lexicon.groups["infinitive_markers"]
    is_bare = bool(markers) and (first == 0 or lows[first - 1] not in markers)
    classes = found.classes
    tense, is_passive = tense_and_voice(form, classes, is_bare=is_bare)
    if tense == "past" and is_passive and _is_present_passive(classes) and not lexicon.verb_final:
        tense = "present"  # "est reçu demain"; "ist empfangen" is over
    if tense == "infinitive" and _comes_after(lows, clause, lexicon):
        tense = "past"
    if tense == "infinitive" and (at := cleft_end(lows, found.first, clause, lexicon)) is not None:
        tense = "future" if "be_future" in lexicon.auxiliary_classes(lows[at - 1]) else "past"
    if tense == "infinitive" and (at := cleft_opening(lows, found.first, clause, lexicon)) is not None:
        tense = "future" if "be_future" in lexicon.auxiliary_classes(lows[at - 1]) else "past"
    if lexicon.verb_final and tense == "past" and is_before_thing(lows, first, last, form, lexicon):
        is_passive = True
    is_spared = _is_expletive(lows, clause.first, found.first, first, lexicon)
    is_spared = is_spared or _is_restricted(lows, found.first, last, clause.last, lexicon)
    is_negated = "negation" in classes and not is_spared
    return VerbGroup(
        found.first, found.last, tense, is_passive, is_negated, "reflexive" in classes, has_clitic, "speaker" in classes
    )


def _is_present_passive(classes: set[str]) -> bool:
    """Whether the only auxiliary of a passive is the present of "to be"."""
    return "be_present" in classes and classes.isdisjoint(("have_present", "be_other", "perfect"))


def _comes_after(lows: Sequence[str], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause with a subjunctive tells what came before ("después de que X se reuniera con Y")."""
    table, end = lexicon.tables.get("after_that"), clause.first + 1
    starts = range(max(0, end - _LONGEST_LEAD), end) if table else ()
    return any(table is not None and (found := table.find(lows, at)) and found[0] >= end for at in starts)


def cleft_end(lows: Sequence[str], verb: int, clause: Clause, lexicon: Lexicon) -> int | None:
    """Behind the "was" after which stands who did what an infinitive at the head says ("Ad accoglierlo è stato X")."""
    leads = lexicon.groups.get("cleft_leads", frozenset())
    if verb == 0 or verb - 1 > clause.first or lows[verb - 1] not in leads:
        return None
    has_object = lows[verb].endswith(lexicon.endings("clitic_endings"))
    for at in range(verb + 1, min(clause.last, verb + _CLEFT_REACH)):
        if any(name.startswith("be_") for name in lexicon.auxiliary_classes(lows[at])):
            return at + 1
    return verb + 1 if has_object else None


def cleft_opening(lows: Sequence[str], verb: int, clause: Clause, lexicon: Lexicon) -> int | None:
    """Behind the "was" at the head before who did what an infinitive says ("È stata X ad accogliere Y")."""
    leads = lexicon.groups.get("cleft_leads", frozenset())
    if verb - 1 <= clause.first or lows[verb - 1] not in leads:
        return None
    end = clause.first
    while end < verb and any(name.startswith("be_") for name in lexicon.auxiliary_classes(lows[end])):
        end += 1
    return end if end > clause.first else None


def _is_expletive(lows: Sequence[str], clause: int, group: int, form: int, lexicon: Lexicon) -> bool:
    """Whether the negation of a clause is a mere "ne" ("avant que les deux hommes ne se présentent")."""
    openers = lexicon.tables.get("expletive")
    if openers is None or not any(openers.find(lows, at) for at in range(max(0, clause - 1), clause + 1)):
        return False
    return sum(low in lexicon.auxiliaries["negation"] for low in lows[group : form + 2]) == 1


def _is_restricted(lows: Sequence[str], group: int, last: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a lone "ne" only limits what the verb says ("ne se rendra à Rome que lundi", "n'aura duré qu'une heure").

    The "que" may open what is read as the next clause.
    """
    limits = lexicon.groups.get("restrictive", frozenset())
    negations = [low for low in lows[group:last] if low in lexicon.auxiliaries["negation"]]
    behind = lows[last : min(end, last + _RESTRICTED) + 1]
    return bool(limits) and len(negations) == 1 and not limits.isdisjoint(behind)


def _read_before(
    lows: Sequence[str], first: int, last: int, form: Form, lexicon: Lexicon, clause: int
) -> tuple[Bracket, bool]:
    """The auxiliaries before a form, looked for back to `clause`, and whether an object pronoun stands there."""
    classes: set[str] = set()
    start, at, has_clitic = first, first - 1, False
    limit = max(clause, first - _MAX_GROUP)
    far_clitics = lexicon.groups.get("far_clitics", frozenset())
    while at >= limit:
        found = _classes_at(lows, at, form, lexicon)
        if not found and (before := _over_adjunct(lows, at + 1, clause, form, lexicon, classes)) is not None:
            at, found = before, _classes_at(lows, before, form, lexicon)
        if not found:
            break
        if auxiliary := found - {"skip"}:
            classes |= auxiliary
            start = at
        is_beside = lows[at] in lexicon.groups["clitics"] and at == start - 1
        has_clitic = has_clitic or is_beside or lows[at] in far_clitics
        at -= 1
    if form.tense == "participle" and not classes:
        classes |= _shared_auxiliary(lows, first, limit=clause, lexicon=lexicon)
    if form.tense == "infinitive" and (led := _having_done(lows, start - has_clitic, lexicon)) is not None:
        classes.add("having_done")
        start = _auxiliaries_before(lows, led, limit, lexicon, classes)
    if lows[last - 1].endswith(lexicon.endings("reflexive_endings")):
        classes.add("reflexive")
    is_finite = form.tense in _FINITE or (form.tense == "present" and lexicon.nouns.find(lows, first) is None)
    has_clitic = has_clitic and (start < first or is_finite)
    has_clitic = has_clitic or lows[last - 1].endswith(lexicon.endings("clitic_endings"))
    return Bracket(start, last, classes), has_clitic


def _over_adjunct(
    lows: Sequence[str], end: int, clause: int, form: Form, lexicon: Lexicon, classes: Collection[str]
) -> int | None:
    """The auxiliary before the adjunct that ends at `end`, where a form has none beside it."""
    is_open = form.tense in ("participle", "infinitive") and not set(classes) - {"negation", "reflexive", "speaker"}
    return auxiliary_before(lows, end, clause, form, lexicon) if is_open else None


def _classes_at(lows: Sequence[str], at: int, form: Form, lexicon: Lexicon) -> frozenset[str]:
    """What a word before a form is in its group; nothing where the group begins behind it."""
    found = lexicon.auxiliary_classes(lows[at])
    if not found and lows[at].endswith(lexicon.endings("adverb_endings")):
        return frozenset({"skip"})
    if "reflexive" not in found:
        return found
    if _is_speaker(lows, at, form, lexicon):
        return frozenset({"speaker"})
    is_subject = lows[at] in lexicon.groups["doubled"] and (at == 0 or lows[at - 1] != lows[at])
    return frozenset() if is_subject else found


def _shared_auxiliary(lows: Sequence[str], first: int, *, limit: int, lexicon: Lexicon) -> frozenset[str]:
    """The "have" before the verb that a conjunction joins a participle to ("ha visto X e poi incontrato Y").

    A form that is a past too stands by itself ("had met X and received Y").
    """
    meanings = (lexicon.verbs.find(lows, first), lexicon.support.find(lows, first))
    if any(form.tense == "past" for found in meanings if found for form in found[1]):
        return frozenset()
    at, then = first - 1, {word for phrase in lexicon.groups["then"] for word in phrase.split()}
    while at > limit and (lows[at] in then or lows[at] in lexicon.auxiliaries["skip"]):
        at -= 1
    if at <= limit or (lows[at] not in lexicon.groups["coordinators"] and lows[at + 1] not in then):
        return frozenset()
    for before in range(at - 1, limit - 1, -1):
        if found := lexicon.auxiliary_classes(lows[before]) - {"skip", "reflexive", "negation"}:
            return found if all(name.startswith("have_") for name in found) else frozenset()
    return frozenset()


def _is_speaker(lows: Sequence[str], at: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a pronoun of the first person before a verb is its object: the verb does not agree with it."""
    groups = lexicon.groups
    if lows[at] in groups["doubled"]:
        agrees = lows[at + 1].endswith(lexicon.endings("our_endings"))
        return at > 0 and lows[at - 1] not in groups["doubled"] and not agrees
    if lows[at] not in groups.get("speaker_clitics", ()) or (form.tense == "infinitive" and form.frame.is_reflexive):
        return False
    return groups["speaker_subjects"].isdisjoint(lows[max(0, at - 2) : at])


def _having_done(lows: Sequence[str], at: int, lexicon: Lexicon) -> int | None:
    """Where words begin that end before `at` and put an infinitive into the past ("tras reunirse", "tenu à voir")."""
    table = lexicon.tables.get("having_done")
    starts = range(at - 1, max(-1, at - 1 - _LONGEST_LEAD), -1) if table else ()
    return next((start for start in starts if table and (found := table.find(lows, start)) and found[0] == at), None)


def _auxiliaries_before(lows: Sequence[str], at: int, limit: int, lexicon: Lexicon, classes: set[str]) -> int:
    """Where the auxiliaries before the words that put an infinitive into the past begin ("n'a pas réussi à voir")."""
    start = at
    for before in range(at - 1, limit - 1, -1):
        found = lexicon.auxiliary_classes(lows[before])
        if not found:
            break
        if found - {"skip"}:
            classes |= found - {"skip"}
            start = before
    return start
