"""Who fills the slots of a noun trigger: its support verb's subject, its owner, its complements."""

from __future__ import annotations

from dataclasses import replace

from transforms.events.fields import companions_before, sides_before, subject_of
from transforms.events.framing import (
    companion_role,
    framed_together,
    framing_subject,
    invited,
    speakers,
    speakers_beside,
)  # fmt: skip
from transforms.events.groups import Group
from transforms.events.lexicon import Frame
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler, cast_roles, governed_groups, hosts_of, is_owner, right_limit, sides_of_talk
from transforms.events.speech_titles import with_named_medium
from transforms.events.subjects import subject_groups
from transforms.events.travellers import planned_for, traveller_of
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup

_NEAR = 4
_MODIFIERS = 3
ROLES = {
    "visit": "guest",
    "press_conference": "speaker",
    "interview": "speaker",
    "speech": "speaker",
    "signing": "signatory",
}
"""The role of who does what a noun says, where it is not a mere participant."""
_MUTUAL = frozenset({"meeting", "call", "negotiation", "summit"})


def noun_fillers(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    """The actors of a noun trigger with their roles."""
    frame, support, verb = trigger.frame, trigger.support, trigger.verb
    role = ROLES.get(frame.event_type, "participant")
    fillers: list[Filler] = []
    if support and verb:
        told = _of_event_verb if support.subject == "event" else _of_support_verb
        fillers = told(sentence, trigger, verb, support, role)
    if role == "guest" and not fillers:
        travellers = planned_for(sentence, trigger) or traveller_of(sentence, trigger)
        fillers += cast_roles(travellers, role, is_subject=True)
    if role == "guest":
        fillers += cast_roles(hosts_of(sentence, trigger), "host")
    fillers += cast_roles(companions_before(sentence, trigger) if frame.event_type in _MUTUAL else (), role)
    fillers += _complements(sentence, trigger, role)
    fillers += cast_roles(_brought_together(sentence, trigger) if frame.event_type in _MUTUAL else (), role)
    if frame.event_type in _MUTUAL and not fillers:
        fillers = cast_roles(sides_before(sentence, trigger), role)
    if frame.event_type in _MUTUAL and fillers and not any(filler.is_subject for filler in fillers):
        fillers = [*cast_roles(framing_subject(sentence, trigger, fillers), role, is_subject=True), *fillers]
    if not fillers and frame.event_type in _MUTUAL and sentence.finds("proposed", 0, trigger.first):
        fillers = invited(sentence, trigger, role)
    if not fillers and frame.event_type in _MUTUAL:
        fillers = cast_roles(framed_together(sentence, trigger), role, is_subject=True)
    if frame.event_type == "interview" and not any(filler.role == "interviewer" for filler in fillers):
        fillers = _with_media_asking(sentence, trigger, fillers)
    if frame.event_type == "interview":
        fillers = with_named_medium(sentence, trigger, fillers)
    if any(filler.role == "interviewer" for filler in fillers) and not any(f.role == "speaker" for f in fillers):
        fillers = [*cast_roles(speakers(sentence, trigger, anywhere=True), "speaker", is_subject=True), *fillers]
    if role == "speaker" and not any(filler.is_subject or filler.role == "interviewer" for filler in fillers):
        fillers = [*cast_roles(speakers_beside(sentence, trigger), role, is_subject=True), *fillers]
    return fillers


def _with_media_asking(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> list[Filler]:
    """Media in the clause of an interview ask, wherever they stand ("published by X", "X ran an interview")."""
    clause = range(sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1))
    media = [m for g in sentence.groups if g.first in clause for m in g.members if m.is_media]
    nearest = sorted(media, key=lambda member: abs(member.first - trigger.first))[:1]
    asked = [replace(f, is_subject=f.role == "speaker") for f in fillers if f.phrase not in nearest]
    return [*asked, *(Filler(m, "interviewer", False) for m in nearest)] if nearest else fillers


def _of_support_verb(sentence: Sentence, trigger: Trigger, verb: VerbGroup, support: Frame, role: str) -> list[Filler]:
    """Who does what a noun names, and to whom, by its support verb ("X a tenu une réunion", "gave Y a call")."""
    keeps_role = support.subject == "host" or (support.subject == "chair" and role == "participant")
    subject_role = support.subject if keeps_role else role
    if verb.is_passive and support.subject is not None:
        agents = [g for g in sentence.groups if g.preposition == "by" and g.first >= verb.last]
        return cast_roles(agents[:1], subject_role, is_subject=True)
    if support.subject is None:  # "X a chargé Y d'une mission"
        sent = subject_groups(sentence, verb) if verb.is_passive else _groups_between(sentence, verb, trigger)
        return cast_roles(sent[:1], role, is_subject=True)
    find = subject_of if sentence.lexicon.verb_final else subject_groups
    subjects = find(sentence, verb) or _inverted_support(sentence, trigger)
    guests = [g for g in _objects(sentence, trigger, verb, support) if g not in subjects]
    objects = [g for g in sentence.groups if g.preposition is None and g.first - trigger.last in range(_NEAR)]
    return [
        *cast_roles(subjects, subject_role, is_subject=True),
        *cast_roles(guests, "guest" if subject_role == "host" else role),
        *cast_roles(objects[:1], support.object),
    ]


def _groups_between(sentence: Sentence, verb: VerbGroup, trigger: Trigger) -> list[Group]:
    """The bare groups between a verb and a noun."""
    return [g for g in sentence.groups if g.preposition is None and verb.last <= g.first < trigger.first]


def _of_event_verb(sentence: Sentence, trigger: Trigger, verb: VerbGroup, support: Frame, role: str) -> list[Filler]:
    """Who makes an event take place, and whom it brings together ("la réunion organisée par X a rassemblé Y")."""
    near = {sentence.clause_start(trigger.first), sentence.clause_start(verb.last - 1)}
    agents = [g for g in sentence.groups if g.preposition == "by" and g.first >= trigger.last]
    agents = [g for g in agents if sentence.clause_start(g.first) in near]
    agents = agents if verb.is_passive or not sentence.lexicon.verb_final else []
    does_it = bool(agents) and trigger.last <= agents[0].first < verb.first and role in ("guest", "speaker")
    fillers = cast_roles(agents[:1], role if does_it else "host", is_subject=does_it)
    if support.object and not verb.is_passive:
        leads, inner = (None, "to") if support.addressee else (None,), range(verb.last, right_limit(sentence, trigger))
        objects = [g for g in sentence.groups if g.first < verb.last <= g.members[0].first]
        objects += [g for g in sentence.groups if g.preposition in leads and g.first in inner]
        fillers += cast_roles(objects[:1], support.object)
    return fillers


def _objects(sentence: Sentence, trigger: Trigger, verb: VerbGroup, support: Frame) -> list[Group]:
    """To whom a support verb gives a talk, before its noun ("offert à X un dîner") or behind ("udienza a X")."""
    if trigger.frame.event_type not in _MUTUAL:
        return []
    leads = (None, "to") if support.addressee else (None,)
    inner = range(verb.last, trigger.last + _NEAR if support.addressee else trigger.first)
    if sentence.lexicon.verb_final:
        inner = range(sentence.clause_start(trigger.first), trigger.first)
    return [g for g in sentence.groups if g.preposition in leads and g.first in inner and not is_owner(sentence, g)]


def _inverted_support(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """The subject after the noun where the verb opens the sentence ("Ont pris part au sommet X, Y et Z")."""
    if trigger.verb is None or (trigger.verb.first > 0 and not sentence.lexicon.drops_subject):
        return []
    return [g for g in sentence.groups if trigger.last <= g.first <= trigger.last + _NEAR and g.preposition is None][:1]


def _brought_together(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Whom a gerund behind a noun says it unites ("un sommet réunissant les présidents")."""
    near = range(trigger.last, trigger.last + _NEAR)
    uniting = [t for t in sentence.triggers if t.verb and t.verb.tense == "gerund" and t.first in near]
    ends = [t.last for t in uniting if t.frame.event_type == "meeting" and t.frame.object]
    return [g for g in sentence.groups if g.preposition is None and any(0 <= g.first - end <= 1 for end in ends)][:1]


def _complements(sentence: Sentence, trigger: Trigger, role: str) -> list[Filler]:
    """Actors that hang on a noun: "entre X et Y", "avec X", "de X", "de X avec Y", "from X to Y"."""
    stop = right_limit(sentence, trigger)
    start = trigger.last
    fillers = [
        *cast_roles(_possessor(sentence, trigger), role, is_subject=True),
        *cast_roles(_adjacent(sentence, trigger), role),
        *cast_roles(governed_groups(sentence, trigger), role),
        *cast_roles(_chairs_before(sentence, trigger), "chair"),
    ]
    senders = sentence.lexicon.groups.get("senders", frozenset())
    stop = min(
        [stop, *(other.first for other in sentence.triggers if other.frame.kind == "noun" and other.first > start)]
    )
    for group in sentence.groups:
        if group.first < start or group.first >= stop or is_owner(sentence, group):
            continue
        told = max((filler.phrase.last for filler in fillers), default=start)
        is_near = group.first - max(start, told) <= _NEAR + 2
        if group.preposition == "under":
            fillers += cast_roles([group], "chair")
        elif group.preposition == "between" and group.first - start <= 12:
            fillers += cast_roles(sides_of_talk(sentence, start, group), role)
        elif group.preposition == "with":
            fillers += cast_roles([group], companion_role(sentence, trigger, group, role))
        elif group.preposition in _owners(sentence, role) and group.first - start <= _NEAR:
            if _is_affiliation(sentence, group) or _is_of_other(sentence, start, group):
                continue
            of_role = trigger.frame.complement or role
            fillers += cast_roles([group], of_role, is_subject=of_role in ("guest", "speaker"))
        elif group.preposition == "by" and trigger.frame.event_type == "signing":
            fillers += cast_roles([group], role, is_subject=True)
        elif group.preposition == "to" and trigger.frame.addressee and is_near and _is_given(sentence, trigger, group):
            is_asked = role == "speaker" and all(member.kind == "person" for member in group.members)
            fillers += cast_roles([group], role if is_asked else trigger.frame.addressee, is_subject=is_asked)
        elif group.preposition == "to" and group.first == start and all(member.is_media for member in group.members):
            fillers += cast_roles([group], "interviewer")
        elif sentence.lows[group.first] in senders:
            fillers += _sent(trigger, group)
    return fillers


def _chairs_before(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Under whom an event takes place, told at the head ("Sous la présidence de X, une réunion s'est tenue")."""
    if trigger.support is None or trigger.support.subject != "event":
        return []
    return [g for g in sentence.groups if g.preposition == "under" and g.first == 0 and g.last < trigger.first]


def _sent(trigger: Trigger, group: Group) -> list[Filler]:
    """From whom a call comes, or a press conference right behind its noun ("a press conference from the minister")."""
    if trigger.frame.event_type == "call":
        return cast_roles([group], "caller")
    is_near = trigger.frame.event_type == "press_conference" and group.first == trigger.last
    speaks = is_near and all(member.kind == "person" for member in group.members)
    return cast_roles([group] if speaks else (), "speaker", is_subject=True)


def _is_affiliation(sentence: Sentence, group: Group) -> bool:
    """A country or body right behind a person under a preposition ("call with President Macron of France")."""
    before = (other for other in sentence.groups if other.last == group.first and other.preposition)
    has_person = any(member.kind == "person" for other in before for member in other.members)
    return has_person and all(member.kind != "person" for member in group.members)


def _is_of_other(sentence: Sentence, start: int, group: Group) -> bool:
    """Whose building or other thing it is ("une réunion au siège de l'Union africaine")."""
    lows, prepositions = sentence.lows, sentence.lexicon.prepositions
    buildings = sentence.lexicon.groups["venue_nouns"] | sentence.lexicon.groups["seat"]
    if group.first > start and lows[group.first - 1] in buildings:
        return True
    opening = (at for at in range(start, group.first) if lows[at] in sentence.words.sets["articles"])
    return any(all(prepositions.exactly(lows, first, first + 1) is None for first in (at - 1, at)) for at in opening)


def _is_given(sentence: Sentence, trigger: Trigger, group: Group) -> bool:
    """Whether "à X" names who was granted a talk: under a verb that gives it, always of a call or an interview.

    Behind those who hold a call with each other, or where a talk takes place, it is where.
    """
    if trigger.frame.event_type == "call":
        shared = (g for g in sentence.groups if g.preposition in ("with", "between"))
        return not any(trigger.last <= g.first < group.first for g in shared)
    is_event = trigger.support is not None and trigger.support.subject == "event"
    return trigger.frame.event_type not in _MUTUAL or (trigger.support is not None and not is_event)


def _possessor(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Whose the noun is, told before it ("President Biden's weekly call", "Merkels geplanter Besuch")."""
    at = trigger.first
    while at > max(1, trigger.first - _MODIFIERS) and sentence.is_plain(at - 1):
        at -= 1
    if at == 0 or sentence.lows[at - 1] not in ("'s", "'"):
        near = [g for g in sentence.groups if 0 <= trigger.first - g.last <= 2 and g.members[-1].is_genitive]
        return [g for g in near if g.members[-1].kind == "person"][-1:]
    return [g for g in sentence.groups if g.last == at - 1 and g.members[-1].kind == "person"]


def _owners(sentence: Sentence, role: str) -> tuple[str, ...]:
    """Prepositions that tie a noun to its people; "by" names who signs, visits or speaks, German "von" anybody."""
    is_doer = role in ("signatory", "guest", "speaker")
    return ("of", "by") if sentence.lexicon.verb_final or is_doer else ("of",)


def _adjacent(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Bodies that stand beside the noun without a preposition ("NATO summit", "sommet UE-Chine")."""
    touching = [
        g
        for g in sentence.groups
        if trigger.first - 2 <= g.last <= trigger.first
        or g.first == trigger.last
        or trigger.first <= g.members[0].first < trigger.last
    ]
    away = "country" if trigger.frame.event_type == "visit" else None
    bodies = [g for g in touching if all(m.is_compound or m.kind not in ("person", away) for m in g.members)]
    is_hyphened = trigger.first > 0 and sentence.lows[trigger.first - 1] == "-"
    is_compound = sentence.words.modifiers_stand_before and not sentence.lexicon.verb_final
    return [
        g
        for g in bodies
        if (g.last == trigger.first and (is_compound or g.preposition is None))
        or (is_hyphened and g.last == trigger.first - 1)
        or trigger.first <= g.members[0].first < trigger.last
        or (g.preposition is None and g.first == trigger.last)
    ]


def possessive_before(sentence: Sentence, trigger: Trigger) -> str | None:
    """The group of the possessive before a noun trigger: "possessives", "plural_possessives" or None."""
    for at in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        for name in ("plural_possessives", "possessives"):
            if sentence.lows[at] in sentence.words.sets[name]:
                return name
    return None
