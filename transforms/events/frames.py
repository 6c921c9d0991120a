"""Who fills the slots of a trigger: subject, object, companion, agent, read from word order and prepositions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import fold
from transforms.events.groups import Group
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger, VerbGroup
from transforms.records import Role

_NEAR = 4
_MUTUAL = frozenset({"meeting", "call", "negotiation", "summit"})


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor phrase in a role of a mention."""

    phrase: ActorPhrase
    role: Role
    is_subject: bool


def fill_slots(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    """The actors of a trigger with their roles, subject first, each phrase once."""
    fillers = _verb_fillers(sentence, trigger) if trigger.frame.kind == "verb" else _noun_fillers(sentence, trigger)
    unique: dict[tuple[int, int, str], Filler] = {}
    for filler in fillers:
        unique.setdefault((filler.phrase.first, filler.phrase.last, filler.phrase.name), filler)
    return list(unique.values())


def _roles(groups: Iterable[Group], role: str | None, *, is_subject: bool = False) -> list[Filler]:
    if role is None:
        return []
    return [Filler(member, cast(Role, role), is_subject) for group in groups for member in group.members]


def _verb_fillers(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    frame, verb = trigger.frame, trigger.verb
    if verb is None:
        return []
    if sentence.lexicon.verb_final:
        return _fillers_by_case(sentence, trigger, verb)
    subjects = subject_groups(sentence, verb, may_follow=frame.event_type in ("statement", "speech"))
    stop = right_limit(sentence, trigger)
    after = [g for g in sentence.groups if trigger.last <= g.first < stop and g not in subjects]
    bare = [g for g in after if g.preposition is None][:1]
    if frame.needs == "with" or frame.companion:
        bare = bare if frame.object else []
    companions = [
        g for g in sentence.groups if g.preposition == "with" and sentence.clause_start(trigger.first) <= g.first < stop
    ]
    if verb.is_passive:
        agents = [g for g in after if g.preposition == "by"]
        return [
            *_roles(agents, frame.subject, is_subject=True),
            *_roles(subjects, frame.object),
            *_roles(companions, frame.companion or "participant"),
        ]
    subject_role = "participant" if verb.has_reflexive and frame.object else frame.subject
    if frame.event_type == "statement":
        return [*_roles(subjects, frame.subject, is_subject=True), *_interviewers(sentence, trigger, subjects)]
    fillers = [
        *_roles(subjects, subject_role, is_subject=True),
        *_roles(bare if not verb.has_reflexive else [], frame.object),
        *_roles([g for g in after if g.preposition == "to"][:1], frame.addressee),
    ]
    if frame.event_type not in ("visit", "speech"):
        fillers += _roles(companions, frame.companion or ("participant" if frame.object else None))
    return fillers


def _fillers_by_case(sentence: Sentence, trigger: Trigger, verb: VerbGroup) -> list[Filler]:
    """Slots where the verb may close the clause: the first bare group that no accusative marks is the subject."""
    frame = trigger.frame
    first = sentence.clause_start(verb.first)
    inside = [g for g in sentence.groups if first <= g.first < sentence.clause_end(trigger.last - 1)]
    bare = [g for g in inside if g.preposition is None]
    agents = [g for g in inside if g.preposition == "by"]
    companions = [g for g in inside if g.preposition == "with"]
    subjects = [g for g in bare if not _is_accusative(sentence, g)][:1]
    objects = [g for g in bare if g not in subjects][:1]
    if verb.is_passive and agents and not objects:
        return [*_roles(agents[:1], frame.subject, is_subject=True), *_roles(subjects, frame.object)]
    if frame.event_type == "statement":
        return [*_roles(subjects, frame.subject, is_subject=True), *_interviewers(sentence, trigger, subjects)]
    subject_role = "participant" if verb.has_reflexive and frame.object else frame.subject
    fillers = [*_roles(subjects, subject_role, is_subject=True), *_roles(objects, frame.object)]
    return fillers if frame.event_type in ("visit", "speech") else [*fillers, *_roles(companions, frame.companion)]


def _is_accusative(sentence: Sentence, group: Group) -> bool:
    return sentence.lows[group.first] in sentence.lexicon.groups.get("accusative", frozenset())


def _interviewers(sentence: Sentence, trigger: Trigger, subjects: list[Group]) -> list[Filler]:
    """Media that a statement is made to ("a confié au Monde", "told CNN"), news agencies apart."""
    near = [g for g in sentence.groups if (g not in subjects and g.preposition is not None) or g.first == trigger.last]
    agencies = sentence.lexicon.groups["agencies"]
    media = [filler for filler in _roles(near, "interviewer") if filler.phrase.is_media]
    return [filler for filler in media if fold(filler.phrase.name) not in agencies]


def right_limit(sentence: Sentence, trigger: Trigger) -> int:
    """Where the words that belong to a trigger end on its right: next clause, next verb, closing quote."""
    start = trigger.last
    if trigger.verb:
        start = max(start, min(trigger.verb.last, trigger.last + 12))
    limit = sentence.clause_end(trigger.last - 1)
    for other in sentence.triggers:
        if other is not trigger and other.verb and other.verb.first >= start:
            limit = min(limit, other.verb.first)
    return limit


def subject_groups(sentence: Sentence, verb: VerbGroup, *, may_follow: bool = False) -> list[Group]:
    """The subject of a verb: one group, or none.

    Looked for in this order: a pronoun inside the verb group ("a-t-il déclaré"), after the verb where quoted words come
    first ("…, a déclaré X"), the antecedent of a relative, before the verb in its clause, before its clause.
    """
    own = [g for g in sentence.groups if verb.first <= g.first and g.last <= verb.last]
    if own:
        return own[:1]
    if may_follow and _is_inverted(sentence, verb):
        return _following(sentence, verb)
    clause = sentence.clause_start(verb.first)
    before = [g for g in sentence.groups if g.last <= verb.first]
    inside = [g for g in before if g.first >= clause and g.preposition is None]
    is_relative = sentence.lows[clause] in _relatives(sentence)
    closes = verb.first > 0 and sentence.lows[verb.first - 1] in (",", ")", "–")
    if clause > 0 and (not inside or (closes and is_relative)):
        return _subject_before_clause(sentence, verb, clause, before, closes=closes)
    if inside:
        is_coordinated = verb.first > 0 and sentence.lows[verb.first - 1] in sentence.lexicon.groups["coordinators"]
        if verb.tense == "infinitive":
            return inside[:1]
        has_verb = sentence.verb_between(inside[0].last, verb.first)
        return [inside[0]] if is_coordinated and has_verb else inside[-1:]
    if may_follow or sentence.lexicon.verb_final:
        return _following(sentence, verb)
    return _following(sentence, verb, reach=0) if sentence.lexicon.drops_subject else []


def _subject_before_clause(
    sentence: Sentence, verb: VerbGroup, clause: int, before: list[Group], *, closes: bool
) -> list[Group]:
    """The subject of a verb whose clause names none: the antecedent of "qui", else the main clause's subject.

    A clause that opens with a subject of its own that is nobody known ("whose country hosted") has no subject here.
    """
    is_subject = sentence.lows[clause] in sentence.lexicon.groups["relative_subject"] and verb.first - clause <= 2
    if is_subject and not closes:
        return [g for g in before if g.last <= clause][-1:]
    has_own = not closes and verb.tense not in ("infinitive", "gerund", "participle") and verb.first - clause > 1
    if has_own and sentence.lows[verb.first - 1] not in sentence.lexicon.groups["coordinators"]:
        return []
    outside = [g for g in before if g.preposition is None and g.last <= clause]
    return _main_subject(sentence, outside, verb)


def _is_inverted(sentence: Sentence, verb: VerbGroup) -> bool:
    before = sentence.lows[verb.first - 1] if verb.first else ""
    return before in (",", "»", '"', "”", "'", "’", "“", "-", "–", ")")


def _following(sentence: Sentence, verb: VerbGroup, reach: int = _NEAR + 2) -> list[Group]:
    limit = sentence.clause_end(verb.last - 1)
    near = [g for g in sentence.groups if verb.last <= g.first < limit and g.preposition is None]
    return near[:1] if near and near[0].first - verb.last <= reach else []


def _relatives(sentence: Sentence) -> frozenset[str]:
    groups = sentence.lexicon.groups
    return groups["relative_subject"] | groups["relative_object"] | groups["relative_other"]


def _main_subject(sentence: Sentence, groups: list[Group], verb: VerbGroup) -> list[Group]:
    """Of the bare groups before a subordinate clause, the one before the first verb, else the nearest."""
    if not groups:
        return []
    first_verb = min(
        (t.verb.first for t in sentence.triggers if t.verb and t.verb.first < verb.first), default=verb.first
    )
    leading = [g for g in groups if g.last <= first_verb]
    return leading[-1:] or groups[-1:]


def _noun_fillers(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    frame = trigger.frame
    base = {
        "visit": "guest",
        "press_conference": "speaker",
        "interview": "speaker",
        "speech": "speaker",
        "signing": "signatory",
    }
    role = base.get(frame.event_type, "participant")
    fillers: list[Filler] = []
    support = trigger.support
    if support and trigger.verb and support.subject != "event":
        subject_role = support.subject if support.subject in ("host", "chair") and role == "participant" else role
        if trigger.verb.is_passive:
            agents = [g for g in sentence.groups if g.preposition == "by" and g.first >= trigger.verb.last]
            fillers += _roles(agents[:1], subject_role, is_subject=True)
        else:
            subjects = subject_groups(sentence, trigger.verb) or _inverted_support(sentence, trigger)
            fillers += _roles(subjects, subject_role, is_subject=True)
    elif support and trigger.verb:
        verb = trigger.verb
        agents = [g for g in sentence.groups if g.preposition == "by" and g.first >= trigger.last]
        fillers += _roles(agents[:1], "host")
        if support.object and not verb.is_passive:
            objects = [g for g in sentence.groups if g.first >= verb.last and g.preposition is None]
            fillers += _roles([g for g in objects if g.first - verb.last <= _NEAR], support.object)
    if role == "guest" and not fillers:
        fillers += _roles(_traveller(sentence, trigger), role, is_subject=True)
    fillers += _complements(sentence, trigger, role)
    if frame.event_type in _MUTUAL and fillers and not any(filler.is_subject for filler in fillers):
        fillers = [*_roles(_framing_subject(sentence, trigger, fillers), role, is_subject=True), *fillers]
    if not fillers and frame.event_type in _MUTUAL and sentence.finds("proposed", 0, trigger.first):
        fillers = _invited(sentence, trigger, role)
    if role == "speaker" and not any(filler.is_subject for filler in fillers):
        fillers = [*_roles(_speakers(sentence, trigger), role, is_subject=True), *fillers]
    return fillers


def _asked_by_media(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """The media that an "entretien" was given to: it is an interview then."""
    if not trigger.frame.is_talk:
        return []
    near = [g for g in sentence.groups if 0 <= g.first - trigger.last <= _NEAR]
    return [g for g in near if all(member.is_media for member in g.members)]


def _inverted_support(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """The subject after the noun where the verb opens the sentence ("Ont pris part au sommet X, Y et Z")."""
    if trigger.verb is None or trigger.verb.first > 0:
        return []
    return [g for g in sentence.groups if trigger.last <= g.first <= trigger.last + _NEAR and g.preposition is None][:1]


def _traveller(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Who is "en visite", "au terme d'une visite": the leading actor, unless the visit is said to be somebody's."""
    follows = [
        g for g in sentence.groups if g.first >= trigger.last and g.preposition == "of" and g.first - trigger.last <= 3
    ]
    owned = [g for g in follows if any(member.kind == "person" for member in g.members)]
    leading = [g for g in sentence.groups if g.preposition is None and g.first < trigger.first]
    return [] if owned else leading[:1]


def _framing_subject(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> list[Group]:
    """The other side of "après des entretiens avec X, Y a dit": the sentence's speaker or leading actor."""
    if trigger.support is not None or trigger.first == 0:
        return []
    companions = [g for g in sentence.groups if g.preposition == "with" and any(f.phrase in g.members for f in fillers)]
    if not companions or sum(len(g.members) for g in companions) != len(fillers):
        return []
    return [g for g in _speakers(sentence, trigger, anywhere=True) if g not in companions]


def _invited(sentence: Sentence, trigger: Trigger, role: str) -> list[Filler]:
    """Who proposes a meeting and to whom ("X a proposé une rencontre à Y")."""
    leading = [g for g in sentence.groups if g.preposition is None and g.first < trigger.first][:1]
    addressed = [g for g in sentence.groups if g.preposition == "to" and 0 <= g.first - trigger.last <= _NEAR]
    return [*_roles(leading, role, is_subject=True), *_roles(addressed, role)] if leading and addressed else []


def _speakers(sentence: Sentence, trigger: Trigger, *, anywhere: bool = False) -> list[Group]:
    """Who speaks at a press conference or in an interview: the subject of the sentence's statement, or its leading actor."""
    for other in sentence.triggers:
        if other.verb and other.frame.event_type == "statement":
            subjects = subject_groups(sentence, other.verb, may_follow=True)
            if subjects:
                return subjects
    leading = [g for g in sentence.groups if g.preposition is None and (anywhere or g.first < trigger.first)]
    return leading[:1]


def _complements(sentence: Sentence, trigger: Trigger, role: str) -> list[Filler]:
    """Actors that hang on a noun: "entre X et Y", "avec X", "de X", "de X avec Y"."""
    stop = right_limit(sentence, trigger)
    start = trigger.last
    fillers = [
        *_roles(_possessor(sentence, trigger), role, is_subject=True),
        *_roles(_adjacent(sentence, trigger), role),
    ]
    reach = start
    stop = min(
        [stop, *(other.first for other in sentence.triggers if other.frame.kind == "noun" and other.first >= start)]
    )
    for group in sentence.groups:
        if group.first < start or group.first >= stop:
            continue
        if group.preposition == "under":
            fillers += _roles([group], "chair")
        elif group.preposition == "between" and group.first - start <= 12:
            fillers += _roles([group], role)
            reach = group.last
        elif group.preposition == "with":
            fillers += _roles([group], "host" if role == "guest" else role)
            reach = group.last
        elif group.preposition in _owners(sentence) and group.first - reach <= _NEAR:
            of_role = trigger.frame.complement or role
            fillers += _roles([group], of_role, is_subject=of_role in ("guest", "speaker"))
            reach = group.last
        elif group.preposition == "to" and trigger.frame.addressee:
            fillers += _roles([group], trigger.frame.addressee)
        elif group.preposition == "to" and role == "guest":
            reach = group.last
    return fillers


def _possessor(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Whose the noun is in English ("President Biden's call")."""
    if trigger.first == 0 or sentence.lows[trigger.first - 1] not in ("'s", "'"):
        return []
    return [g for g in sentence.groups if g.last == trigger.first - 1 and g.members[-1].kind == "person"]


def _owners(sentence: Sentence) -> tuple[str, ...]:
    """Prepositions that tie a noun to its people; German "von" serves for both "by" and "of"."""
    return ("of", "by") if sentence.lexicon.verb_final else ("of",)


def _adjacent(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Bodies that stand beside the noun without a preposition ("NATO summit", "sommet UE-Chine")."""
    touching = [
        g
        for g in sentence.groups
        if trigger.first - 2 <= g.last <= trigger.first
        or g.first == trigger.last
        or g.members[0].first == trigger.first
    ]
    bodies = [g for g in touching if all(m.kind != "person" for m in g.members)]
    return [
        g
        for g in bodies
        if g.last == trigger.first
        or g.members[0].first == trigger.first
        or (g.preposition is None and g.first == trigger.last)
    ]


def possessive_before(sentence: Sentence, trigger: Trigger) -> str | None:
    """ "possessives" or "plural_possessives" where one stands before a noun trigger, else None."""
    for at in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        for name in ("plural_possessives", "possessives"):
            if sentence.lows[at] in sentence.words.sets[name]:
                return name
    return None
