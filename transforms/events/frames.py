"""Who fills the slots of a trigger: subject, object, companion, agent, read from word order and prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from transforms.actors.tokens import fold
from transforms.events.brackets import is_finite_auxiliary
from transforms.events.chains import coordinator_before
from transforms.events.fields import Field, hangs_on_noun, hangs_on_verb_before, read_field
from transforms.events.groups import Group, are_bystanders
from transforms.events.lexicon import Frame
from transforms.events.lone_names import lone_object, lone_subject
from transforms.events.nouns import noun_fillers
from transforms.events.sentence import Sentence
from transforms.events.slots import (
    Filler,
    cast_roles,
    governed_groups,
    hosts_of,
    is_owner,
    is_told_to_ask,
    right_limit,
)  # fmt: skip
from transforms.events.strangers import body_object, joined_subject, lone_body, other_side, strangers
from transforms.events.subjects import subject_groups
from transforms.events.travellers import aimed_at, fellows
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup
from transforms.records import Role

__all__ = ["Filler", "fill_slots"]
_OWNER_REACH = 9
_OPENING = 2


def fill_slots(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    """The actors of a trigger with their roles, subject first, each phrase once; nobody who only told the sentence."""
    fillers = _verb_fillers(sentence, trigger) if trigger.frame.kind == "verb" else noun_fillers(sentence, trigger)
    if not any(not filler.is_subject for filler in fillers) or _is_side_alone(sentence, trigger, fillers):
        fillers = [*fillers, *strangers(sentence, trigger)]
    fillers = [*lone_subject(sentence, trigger, fillers), *fillers]
    fillers = [*fillers, *(lone_object(sentence, trigger, fillers) or body_object(sentence, trigger, fillers))]
    if body := lone_body(sentence, trigger, fillers):
        fillers = [*body, *(_as_object(trigger.frame, filler) for filler in fillers)]
    fillers = [*joined_subject(sentence, trigger, fillers), *fillers]
    fillers += other_side(sentence, trigger)
    if trigger.frame.event_type == "press_conference":  # "before a group of journalists" speaks somebody else
        fillers = [f for f in fillers if not trigger.first <= f.phrase.first < trigger.last]
    unique: dict[tuple[int, int, str], Filler] = {}
    for filler in fillers:
        if filler.role == "speaker" or not trigger.last <= sentence.source <= filler.phrase.first:
            unique.setdefault((filler.phrase.first, filler.phrase.last, filler.phrase.name), filler)
    return list(unique.values())


def _as_object(frame: Frame, filler: Filler) -> Filler:
    """Who was taken for the subject behind a verb as its object."""
    role = frame.object or frame.companion or "participant"
    return replace(filler, role=cast(Role, role), is_subject=False) if filler.is_subject else filler


def _is_side_alone(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> bool:
    """Whether a noun tells by its "of" one side only of those who meet ("entretien de X avec les éditeurs")."""
    own = [g for g in sentence.groups if g.preposition == "of" and any(f.phrase in g.members for f in fillers)]
    return trigger.frame.kind == "noun" and len(fillers) == len(own) == 1 == len(own[0].members)


def _verb_fillers(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    frame, verb = trigger.frame, trigger.verb
    if verb is None:
        return []
    if sentence.lexicon.verb_final:
        return _fillers_by_case(sentence, trigger, verb)
    is_reported = frame.event_type in ("statement", "speech")
    subjects = subject_groups(sentence, verb, may_follow=is_reported, inverts=_inverts(sentence, trigger, verb))
    stop = right_limit(sentence, trigger)
    taken_up = sentence.taken_up(trigger.first)
    groups = [*taken_up, *(g for g in sentence.groups if not is_owner(sentence, g))]
    after = [*taken_up, *(g for g in groups if trigger.last <= g.first < stop and g not in subjects)]
    earlier = [t.last for t in sentence.triggers if t.verb and t.frame.kind == "verb" and t.last <= trigger.first]
    first = max(sentence.clause_start(trigger.first), *earlier, 0)
    own = [g.first for g in subjects if first in earlier and first <= g.first and g.last <= verb.first]
    companions = [
        g
        for g in groups
        if g.preposition == "with" and max(first, *own, 0) <= g.first < stop and not hangs_on_noun(sentence, trigger, g)
    ]
    companions = [g for g in companions if not hangs_on_verb_before(sentence, verb, g, first)]
    if first in earlier and any(g.first >= trigger.last for g in companions):
        companions = [g for g in companions if g.first >= trigger.last]
    if frame.event_type == "signing":  # who is but present signs nothing
        companions = [g for g in companions if not are_bystanders(g, sentence.lows, sentence.lexicon)]
    if frame.event_type in ("signing", "negotiation"):
        companions += [g for g in after if g.preposition == "between"]
    if verb.is_passive:
        agents = [g for g in after if (g.preposition == "by" and _acts(sentence, trigger, g)) or _is_asking(frame, g)]
        if frame.event_type == "signing":
            agents += [g for g in sentence.groups if g.preposition == "between" and g.first < stop and g not in agents]
        if verb.tense == "participle":
            subjects = subjects or _after_opening(sentence, trigger, agents)
        return [
            *cast_roles(agents, frame.subject, is_subject=True),
            *cast_roles(subjects, frame.object),
            *cast_roles(companions, frame.companion or "participant"),
        ]
    if frame.event_type == "statement":
        return [*cast_roles(subjects, frame.subject, is_subject=True), *_interviewers(sentence, trigger, subjects)]
    subjects = subjects or _after_opening(sentence, trigger, ())
    antecedents = _antecedent(sentence, groups, first)
    return _active_fillers(sentence, trigger, verb, subjects, after, companions, antecedents)


def _active_fillers(
    sentence: Sentence,
    trigger: Trigger,
    verb: VerbGroup,
    subjects: list[Group],
    after: Sequence[Group],
    companions: list[Group],
    antecedents: list[Group],
) -> list[Filler]:
    """The actors of a verb that is no passive: who does it, to whom, of whom and with whom, of the groups around it."""
    frame = trigger.frame
    inner = governed_groups(sentence, trigger)
    takes_bare = (frame.object or not frame.companion) and not verb.has_reflexive
    bare = [g for g in after if g.preposition is None][:1] if takes_bare else []
    subject_role = "participant" if verb.has_reflexive and frame.object else frame.subject
    addressed = [g for g in after if g.preposition == "to"][:1]
    reach = _OWNER_REACH * (2 if frame.object_words else 1)
    senders = sentence.lexicon.groups.get("senders", frozenset()) if frame.event_type == "call" else frozenset()
    owners = [g for g in after if g.preposition == "of" or sentence.lows[g.first] in senders]
    owners = [g for g in owners if g.first - trigger.last <= reach][:1]
    if media := [g for g in (*inner, *addressed, *companions) if frame.is_talk and _are_media(g)]:
        return [*cast_roles(subjects, "speaker", is_subject=True), *cast_roles(media, "interviewer")]
    objects = inner or bare or antecedents or _taken_up_object(sentence, verb)
    objects = [g for g in objects if frame.event_type != "visit" or _is_visited(sentence, trigger, g)]
    fillers = [
        *cast_roles(subjects, subject_role, is_subject=True),
        *cast_roles(owners, frame.complement),
        *cast_roles(objects, frame.object),
        *cast_roles(addressed, frame.addressee),
    ]
    if frame.event_type == "visit":
        fillers += cast_roles(fellows(sentence, trigger, companions), subject_role)
    elif frame.event_type != "speech":
        fillers += cast_roles(companions, frame.companion or ("participant" if frame.object else None))
    if frame.event_type == "visit" or (frame.event_type == "call" and not any(not f.is_subject for f in fillers)):
        fillers += cast_roles(aimed_at(sentence, trigger), frame.object or "host")
    return fillers


def _is_finite(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a verb group has a subject of its own: "après avoir rencontré" has none."""
    names = ("have_other", "be_other", "be_infinitive")
    bare = frozenset().union(*(sentence.lexicon.auxiliaries.get(name, frozenset()) for name in names))
    if sentence.finds("having_done", verb.first, verb.last):
        return False
    return verb.tense not in ("participle", "infinitive", "gerund") and bare.isdisjoint(
        sentence.lows[verb.first : verb.last]
    )


def _antecedent(sentence: Sentence, groups: Sequence[Group], first: int) -> list[Group]:
    """The object of a verb whose clause begins with "que" ("la commissaire, que X recevait")."""
    if sentence.lows[first] not in sentence.lexicon.groups["relative_object"]:
        return []
    told = [g for g in groups if first - 1 <= g.last <= first and _has_person(g)]
    return [g if g.preposition is None else replace(g, members=g.members[-1:]) for g in told]


def _taken_up_object(sentence: Sentence, verb: VerbGroup) -> list[Group]:
    """Who opens the clause and is taken up by the pronoun of its verb ("A la ministra la recibió X")."""
    if not (sentence.lexicon.drops_subject and verb.has_clitic):
        return []
    clause = sentence.clause_start(verb.first)
    return [g for g in sentence.groups if g.preposition == "to" and g.first == clause and g.last <= verb.first]


def _inverts(sentence: Sentence, trigger: Trigger, verb: VerbGroup) -> bool:
    """Whether a bare actor behind the verb is its subject: it has no object, or marks persons by a preposition.

    Where no subject is dropped only a finite verb that no other shares its subject with has it behind ("où se sont
    retrouvés lundi les ministres").
    """
    frame, lexicon = trigger.frame, sentence.lexicon
    takes_bare = frame.object is not None and frame.addressee != frame.object
    may_stand_behind = not sentence.words.modifiers_stand_before
    if not lexicon.drops_subject:
        is_shared = coordinator_before(sentence.lows, verb.first, lexicon) is not None
        has_finite = any(is_finite_auxiliary(low, lexicon) for low in sentence.lows[verb.first : verb.last])
        is_finite = has_finite or _is_finite(sentence, verb)
        may_stand_behind = may_stand_behind and is_finite and not is_shared
    return may_stand_behind and (not takes_bare or verb.has_reflexive or verb.is_passive)


def _has_person(group: Group) -> bool:
    return any(member.kind == "person" for member in group.members)


def _is_visited(sentence: Sentence, trigger: Trigger, group: Group) -> bool:
    """Whether a group is who a journey's verb has as its object: persons or people, and no comma between.

    A body is where one goes, as a country is; where any object may stand before its verb it is the host.
    """
    bodies = [m for m in group.members if m.kind == "organisation"]
    hosts = [m for m in bodies if m.is_plural or (sentence.lexicon.verb_final and " " in m.name)]
    is_host = bool(hosts) and trigger.frame.object == "host"
    return (_has_person(group) or is_host) and "," not in sentence.lows[trigger.last : group.first]


def _are_sides(group: Group) -> bool:
    return all(member.anaphor == "sides" for member in group.members)


def _are_media(group: Group) -> bool:
    return all(member.is_media for member in group.members)


def _acts(sentence: Sentence, trigger: Trigger, agent: Group) -> bool:
    """Whether no other verb stands between a passive and its agent ("signé à X, a été ratifié par", "signé, voté par").

    A participle right before the agent and right behind a comma has it for itself.
    """
    lows, lexicon = sentence.lows, sentence.lexicon
    last = agent.first - 1
    has_own = last > trigger.last and lows[last - 1] == "," and lows[last].isalpha()
    has_own = has_own and not (sentence.is_passed(last) or sentence.tokens[last].is_capital)
    return not has_own and not any(is_finite_auxiliary(low, lexicon) for low in lows[trigger.last : agent.first])


def _is_asking(frame: Frame, group: Group) -> bool:
    """Media that ask, whatever leads them ("interrogé sur France 2")."""
    return frame.event_type == "interview" and all(member.is_media for member in group.members)


def _after_opening(sentence: Sentence, trigger: Trigger, agents: Sequence[Group]) -> list[Group]:
    """Whom a participle or infinitive that opens the sentence means, behind a comma ("Reçu mardi à l'Élysée, X …")."""
    opens = trigger.verb is not None and trigger.verb.first <= _OPENING and not _is_finite(sentence, trigger.verb)
    if not opens and not agents:
        return []
    start = agents[0].last if agents else trigger.last
    lows = sentence.lows
    return [g for g in sentence.groups if g.first >= start and g.preposition is None and lows[g.first - 1] == ","][:1]


def _fillers_by_case(sentence: Sentence, trigger: Trigger, verb: VerbGroup) -> list[Filler]:
    """Slots where the verb may close the clause."""
    frame = trigger.frame
    if frame.event_type == "statement":
        subjects = subject_groups(sentence, verb, may_follow=True)
        return [*cast_roles(subjects, frame.subject, is_subject=True), *_interviewers(sentence, trigger, subjects)]
    found = read_field(sentence, trigger)
    is_attribute = verb.last - verb.first == 1  # "kritisiert den am Montag unterzeichneten Vertrag"
    if verb.is_passive and (is_attribute or found.agents or not found.objects):
        agents = found.agents[:1]
        if frame.event_type == "signing":
            agents += [g for g in found.around if g.preposition in ("between", "of") or _are_sides(g)]
        return [
            *cast_roles(agents, frame.subject, is_subject=True),
            *cast_roles(found.subjects, frame.object),
            *cast_roles(found.companions, frame.companion),
        ]
    subject_role = "participant" if verb.has_reflexive and frame.object else frame.subject
    objects = found.objects
    if frame.event_type == "visit":
        objects = [g for g in objects if _is_visited(sentence, trigger, g)]
    fillers = [*cast_roles(found.subjects, subject_role, is_subject=True), *cast_roles(objects, frame.object)]
    if frame.event_type == "visit":
        fillers += cast_roles(fellows(sentence, trigger, found.companions), subject_role)
    elif frame.event_type != "speech":
        fillers += cast_roles(found.companions or _both_sides(trigger, found), frame.companion)
    at_home = "host" if frame.event_type == "visit" else frame.addressee
    return [*fillers, *cast_roles(hosts_of(sentence, trigger) if at_home else (), at_home)]


def _both_sides(trigger: Trigger, found: Field) -> list[Group]:
    """Between whom an impersonal passive tells a talk ("zwischen Betriebsrat und Konzernleitung wurde verhandelt")."""
    is_impersonal = trigger.frame.event_type in ("meeting", "negotiation") and not found.subjects
    return [g for g in found.around if g.preposition == "between"][:1] if is_impersonal else []


def _interviewers(sentence: Sentence, trigger: Trigger, subjects: list[Group]) -> list[Filler]:
    """Media that a statement is made to ("a confié au Monde"), news agencies apart, and who is told to ask."""
    first = sentence.clause_start(trigger.first)
    beside = [g for g in sentence.groups if first <= g.first < right_limit(sentence, trigger) and g not in subjects]
    asking = [g for g in beside if is_told_to_ask(sentence, g)]
    near = [g for g in beside if g.preposition is not None or g.first == trigger.last]
    agencies = sentence.lexicon.groups["agencies"]
    media = [filler for filler in cast_roles(near, "interviewer") if filler.phrase.is_media]
    media = [filler for filler in media if fold(filler.phrase.name) not in agencies]
    return [*cast_roles([g for g in asking if _has_person(g)], "interviewer"), *media]
