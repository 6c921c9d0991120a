"""Who fills a verb's slots where it stands second or closes its clause: cases, coordination and chains of clauses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.events.brackets import Clause, chain_before, is_finite_auxiliary
from transforms.events.clauses import clause_at
from transforms.events.groups import Group
from transforms.events.plain_phrases import joined_behind
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup

_NEAR = 5
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Field:
    """The actors `around` a verb, and by their part in its clause."""

    subjects: list[Group]
    objects: list[Group]
    agents: list[Group]
    companions: list[Group]
    around: list[Group]


def read_field(sentence: Sentence, trigger: Trigger) -> Field:
    """The actors of a verb: its own, then the subject it shares with a conjunct or has from the clause around it."""
    clause = clause_at(trigger.first, sentence.clauses)
    zone = _zone(sentence, trigger, clause)
    antecedent = _antecedent(sentence, clause)
    own = [*antecedent, *(_unled(clause, g) for g in sentence.groups if zone[0] < g.last and g.first < zone[1])]
    bare = [g for g in own if g.preposition is None]
    free = [g for g in bare if not is_oblique(sentence, g)]
    subjects = free[:1]
    if antecedent and subjects == antecedent and _is_object_relative(free):
        subjects = free[1:2]
    inherited = _shared_subject(sentence, clause, zone)
    if inherited and _leaves_subject_out(trigger, clause, zone, free):
        subjects = inherited
    objects = [g for g in bare if g not in subjects][:1]
    return Field(
        subjects,
        objects,
        [g for g in own if g.preposition == "by"],
        [g for g in own if g.preposition == "with" and not hangs_on_noun(sentence, trigger, g)],
        own,
    )


def subject_of(sentence: Sentence, verb: VerbGroup) -> list[Group]:
    """The subject of a verb that is no trigger itself (the support of a noun)."""
    trigger = next((t for t in sentence.triggers if t.verb == verb), None)
    if trigger is None:
        return []
    at = verb.last - 1 if verb.first >= trigger.last or trigger.frame.kind == "noun" else trigger.first
    clause = clause_at(min(at, len(sentence.lows) - 1), sentence.clauses)
    inside = [_unled(clause, g) for g in sentence.groups if clause.first < g.last and g.first < clause.last]
    own = [*_antecedent(sentence, clause), *inside]
    free = [g for g in own if g.preposition is None and not is_oblique(sentence, g)]
    if free:
        return free[:1]
    return _shared_subject(sentence, clause, (clause.first, clause.last))


def _unled(clause: Clause, group: Group) -> Group:
    """A group without the word that opens its clause and only looks like its preposition ("als sie Eltern traf")."""
    is_opener = clause.kind == "subordinate" and group.first == clause.first < group.members[0].first
    return replace(group, first=group.members[0].first, preposition=None) if is_opener else group


def is_oblique(sentence: Sentence, group: Group) -> bool:
    """Whether the article or pronoun of a group shows that it is no subject ("den Präsidenten", "ihm").

    What opens a relative clause is its own pronoun, not the article of the name behind it ("der Pakt, den X schloss").
    """
    clause = clause_at(group.first, sentence.clauses)
    if clause.kind == "relative" and clause.first == group.first < group.members[0].first:
        return False
    return sentence.lows[group.first] in sentence.lexicon.groups["oblique"]


def _zone(sentence: Sentence, trigger: Trigger, clause: Clause) -> tuple[int, int]:
    """The tokens of a verb's own arguments: its clause, or its part where participles or infinitives are joined."""
    first, last = clause.first, clause.last
    joints = [
        at
        for at in range(clause.first, clause.last)
        if sentence.lows[at] in sentence.lexicon.groups["coordinators"] and not _is_inside_group(sentence, at)
    ]
    others = [t for t in sentence.triggers if t is not trigger and t.verb and t.frame.kind == "verb"]
    for joint in joints:
        if any(clause.first <= t.first < joint for t in others) and first <= joint < trigger.first:
            first = joint
        if any(joint < t.first < clause.last for t in others) and trigger.last <= joint < last:
            last = joint
    return first, last


def _is_inside_group(sentence: Sentence, at: int) -> bool:
    return any(group.first <= at < group.last for group in sentence.groups)


def _antecedent(sentence: Sentence, clause: Clause) -> list[Group]:
    """The actor that a relative clause is about, led by the preposition of its pronoun."""
    if clause.kind != "relative" or clause.first < 2:
        return []
    before = [g for g in sentence.groups if clause.first - _NEAR <= g.last <= clause.first]
    if not before or before[-1].members[-1].kind == "country" or before[-1].members[-1].is_compound:
        return []
    opener = sentence.lows[clause.first]
    tables = sentence.lexicon.tables
    preposition = next((name for name in ("with", "by", "to", "other") if tables[name].find([opener], 0)), None)
    return [replace(before[-1], first=clause.first, preposition=preposition)]


def _is_object_relative(free: list[Group]) -> bool:
    """Whether a relative pronoun that could be either is the object: a pronoun is the subject ("die er besuchte")."""
    return len(free) > 1 and free[1].members[0].anaphor in _PRONOUNS


def _shared_subject(sentence: Sentence, clause: Clause, zone: tuple[int, int]) -> list[Group]:
    """The subject of the first conjunct, or of the clause that this one goes on with or depends on."""
    if zone[0] > clause.first:
        own = [g for g in sentence.groups if clause.first <= g.first < zone[0]]
        if found := _first_free(sentence, own):
            return found
    chain = chain_before(sentence.clauses, clause.first)
    spans = [(span.first, span.last) for span in chain]
    return _first_free(sentence, [g for g in sentence.groups if any(a <= g.first < b for a, b in spans)])


def _first_free(sentence: Sentence, groups: list[Group]) -> list[Group]:
    return [g for g in groups if g.preposition is None and not is_oblique(sentence, g)][:1]


def _leaves_subject_out(trigger: Trigger, clause: Clause, zone: tuple[int, int], free: list[Group]) -> bool:
    """Whether a conjunct, a resumed clause or an infinitive names no subject of its own."""
    if not free or clause.kind == "infinitive":
        return True
    if clause.kind == "subordinate" or free[0].members[0].anaphor in _PRONOUNS:
        return False
    if zone[0] > clause.first:
        return True
    opens = trigger.first - clause.first <= 1 or (trigger.verb is not None and trigger.verb.first - clause.first <= 1)
    if clause.kind in ("rest", "conjunct") and opens:
        return len(free) < 2 or trigger.frame.object is None
    return clause.kind in ("rest", "conjunct") and len(free) == 1 and trigger.frame.object is not None and not opens


def hangs_on_noun(sentence: Sentence, trigger: Trigger, group: Group) -> bool:
    """Whether a companion hangs on a noun before it: a talk ("nach dem Treffen mit X traf er Y"), "relations"."""
    if trigger.frame.event_type != "signing" and _is_related(sentence, group):
        return True
    if group.first >= trigger.last and not sentence.lexicon.verb_final:
        return False
    finite = trigger.verb.first if trigger.verb and sentence.lexicon.verb_final else 0
    nearest = [t for t in sentence.triggers if t.last <= group.first and group.first - t.last <= _NEAR]
    nearest = [t for t in nearest if not t.last <= finite < group.first]  # "Vor der Sitzung hatte X mit Y konferiert"
    if not nearest or nearest[-1] is trigger or nearest[-1].frame.kind != "noun":
        return False
    return not (sentence.lexicon.verb_final and nearest[-1].frame.event_type == "visit")


def _is_related(sentence: Sentence, group: Group) -> bool:
    """Whether a noun of relation right before "with", or before its adjective, takes it ("relations avec X")."""
    near = sentence.lows[max(0, group.first - 2) : group.first]
    return group.preposition == "with" and not sentence.lexicon.groups["relations"].isdisjoint(near)


def companions_before(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """With whom a talk was, told before its noun ("hat mit X Gespräche geführt", "with whom he held talks")."""
    if trigger.support is None:
        return []
    if not sentence.lexicon.verb_final:
        return [g for g in sentence.taken_up(trigger.first) if g.preposition == "with"]
    clause = clause_at(trigger.first, sentence.clauses)
    before = [g for g in sentence.groups if g.preposition == "with" and clause.first <= g.first < trigger.first]
    return [g for g in before if not hangs_on_noun(sentence, trigger, g)]


def sides_before(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Between whom a talk was, told before its noun in its clause ("Zwischen A und B kam es zu einem Treffen")."""
    if trigger.support is None:  # "Entre Paris et Alger, l'impossible tête-à-tête"
        return []
    clause = sentence.clause_start(trigger.first)
    before = [g for g in sentence.groups if g.preposition == "between" and clause <= g.first < trigger.first]
    paired = [g for g in before if len(g.members) > 1 or joined_behind(sentence, g.last) is not None]
    return [g for g in paired if not hangs_on_noun(sentence, trigger, g)][-1:]


def hangs_on_verb_before(sentence: Sentence, verb: VerbGroup, company: Group, first: int) -> bool:
    """Whether "with X" belongs to another verb before it ("l'objectif que nous avons fixé avec X, …, a retrouvé")."""
    if company.last > verb.first:
        return False
    is_closed = sentence.lows[verb.first - 1] == ","  # "X, chargé de négocier avec Y, a rencontré Z"
    asides = (t.verb for t in sentence.triggers if t.verb and t.last <= company.first <= t.last + 1)
    if is_closed and any(aside.tense in ("infinitive", "gerund", "participle") for aside in asides):
        return True
    return any(is_finite_auxiliary(low, sentence.lexicon) for low in sentence.lows[first : company.first])
