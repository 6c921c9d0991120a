"""Who takes part in an event that only frames what is told: talks after which, at which or about which people act."""

from __future__ import annotations

from transforms.events.fields import subject_of
from transforms.events.groups import Group
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler, cast_roles
from transforms.events.strangers import joined_subject
from transforms.events.subjects import subject_groups
from transforms.events.triggers import Trigger

_NEAR = 4
_BEFORE = 9
_QUOTES = frozenset("«»\"“”„")
_FINITE = frozenset({"past", "pluperfect", "present", "future", "expected"})


def framing_subject(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> list[Group]:
    """The other side of "après des entretiens avec X, Y a dit": the sentence's speaker or leading actor.

    Where a visit or an agenda is the subject, whose it is ("la visite de Y a permis une rencontre avec X").
    """
    if trigger.first == 0:
        return []
    companions = [g for g in sentence.groups if g.preposition == "with" and any(f.phrase in g.members for f in fillers)]
    if not companions or sum(len(g.members) for g in companions) != len(fillers):
        return []
    doers = _doers(sentence, trigger) if trigger.support is None else []
    return _visitors_before(sentence, trigger) or [g for g in doers if g not in companions]


def framed_together(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Two or more who did something at a talk that names nobody ("at talks in Geneva X and Y agreed", "over lunch").

    So did a body ("at a special session the council voted"), and who told somebody something there ("a exposé son plan
    à Y lors d'une audience"). Not where another event is what they did, unless they signed something after it ("signed
    two pacts after talks").
    """
    frames_itself = sentence.lexicon.prepositions.exactly(sentence.lows, trigger.first, trigger.first + 1) is not None
    is_framed = frames_itself or sentence.finds("during", trigger.first - _NEAR, trigger.first) is not None
    is_after = sentence.finds("after_events", trigger.first - _NEAR, trigger.first) is not None
    other = {"statement", "signing"} if is_after else {"statement"}
    told = (t.frame for t in sentence.triggers if t.verb is not None and t is not trigger)
    if trigger.verb is not None or not is_framed or not all(f.is_talk or f.event_type in other for f in told):
        return []
    if sentence.lexicon.verb_final and (agreed := _agreed(sentence, trigger)):
        return agreed
    if trigger.frame.event_type == "summit":
        return []
    people = [g for g in _doers(sentence, trigger) if all(member.kind != "country" for member in g.members)]
    if any(len(g.members) > 1 or g.members[0].size > 1 for g in people):
        return [g for g in people if len(g.members) > 1 or g.members[0].size > 1]
    if trigger.frame.event_type == "meeting" and len(people) == 1 and _is_body(sentence, people[0]):
        return people
    told_to = [g for g in sentence.groups if g.preposition == "to" and all(m.kind == "person" for m in g.members)]
    told_to = [g for g in told_to if people and people[0].last < g.first < trigger.first]
    return [*people, *told_to[:1]] if told_to else []


def _is_body(sentence: Sentence, group: Group) -> bool:
    """Whether a group is one body told by its noun ("the town council")."""
    bodies, words = sentence.words.sets["bodies"], sentence.lows[group.first : group.last]
    return len(group.members) == 1 and group.members[0].kind == "organisation" and not bodies.isdisjoint(words)


def _agreed(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Several, known or not, who do together what a German verb says in the clause of a framing noun."""
    clause = sentence.clause_start(trigger.first)
    beside = [t for t in sentence.triggers if t.verb and t.frame.is_talk and sentence.clause_start(t.first) == clause]
    for other in beside:
        known = subject_of(sentence, other.verb) if other.verb else []
        found = joined_subject(sentence, other, cast_roles(known[:1], "participant", is_subject=True))
        members = (*(member for g in known[:1] for member in g.members), *(filler.phrase for filler in found))
        if len(members) > 1:
            return [Group(members[0].first, members[-1].last, None, members)]
    return []


def invited(sentence: Sentence, trigger: Trigger, role: str) -> list[Filler]:
    """Who proposes a meeting and to whom ("X a proposé une rencontre à Y", "X invited Y to talks")."""
    leading = [g for g in sentence.groups if g.preposition is None and g.first < trigger.first][:1]
    addressed = [g for g in sentence.groups if g.preposition == "to" and -_BEFORE <= g.first - trigger.last <= _NEAR]
    if not addressed and leading and sentence.lexicon.tables["to"].find(sentence.lows, trigger.first - 1):
        asked = [g for g in sentence.groups if g.preposition is None and g.last == trigger.first - 1]
        addressed = [g for g in asked if g not in leading]
    return [*cast_roles(leading, role, is_subject=True), *cast_roles(addressed, role)] if leading and addressed else []


def speakers_beside(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Who speaks: right before the noun in a clause of its own, else as the sentence has it.

    In a relative clause it is whom the pronoun takes up, in the words that say who told the sentence whom they name.
    """
    if sentence.source < trigger.first:
        return [g for g in sentence.groups if g.preposition is None and sentence.source < g.first < trigger.first][:1]
    if antecedent := _antecedent(sentence, trigger):
        return antecedent
    framed = sentence.finds("during", trigger.first - _NEAR, trigger.first) is not None or trigger.first <= _NEAR
    own = sentence.clause_start(trigger.first)
    beside = [g for g in sentence.groups if g.preposition is None and own <= g.first < trigger.first]
    beside = [g for g in beside if "," not in sentence.lows[g.last : trigger.first]]
    return beside[:1] if own and beside else speakers(sentence, trigger, anywhere=framed)


def _antecedent(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Whom the relative pronoun takes up that is the subject of a trigger's clause ("X, who said at a briefing")."""
    own = sentence.clause_start(trigger.first)
    if own == 0 or sentence.lows[own] not in sentence.lexicon.groups["relative_subject"]:
        return []
    inside = any(g.preposition is None and own < g.first < trigger.first for g in sentence.groups)
    told = [g for g in sentence.groups if own - 1 <= g.last <= own]
    people = [g for g in told if all(member.kind == "person" for member in g.members)]
    return [] if inside and sentence.lexicon.drops_subject else people


def speakers(sentence: Sentence, trigger: Trigger, *, anywhere: bool = False) -> list[Group]:
    """Who speaks where the press asks: the subject of the sentence's statement, or its leading actor."""
    for other in sentence.triggers:
        if other.verb and other.frame.event_type == "statement":
            subjects = subject_groups(sentence, other.verb, may_follow=True)
            if subjects:
                return subjects
    leading = [g for g in sentence.groups if g.preposition is None and (anywhere or g.first < trigger.first)]
    return [g for g in leading if not _is_quoted_apart(sentence, g, trigger)][:1]


def _is_quoted_apart(sentence: Sentence, group: Group, trigger: Trigger) -> bool:
    """Whether a group stands in quoted words that end before a trigger ("« Nous avançons », s'est réjoui X après")."""
    marks = [low for low in sentence.lows[group.last : trigger.first] if low in _QUOTES]
    return len(marks) % 2 == 1


def _visitors_before(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Whose visit or agenda opens the clause of a trigger and so is the subject of its verb."""
    own = sentence.clause_start(trigger.first)
    visits = [t for t in sentence.triggers if t.frame.event_type == "visit" and own <= t.first < trigger.first]
    if visits and visits[0].frame.kind == "noun" and visits[0].first - own <= _NEAR:
        behind = visits[0].last
    elif (agenda := agenda_before(sentence, trigger)) is not None:
        behind = agenda + 1
    else:
        return []
    owners = ("of", "by") if sentence.lexicon.verb_final else ("of",)
    return [g for g in sentence.groups if g.preposition in owners and behind <= g.first < behind + 2]


def agenda_before(sentence: Sentence, trigger: Trigger) -> int | None:
    """Where an agenda opens the clause of a trigger ("Su agenda incluye una reunión con X")."""
    own = sentence.clause_start(trigger.first)
    agendas = sentence.lexicon.groups["agendas"]
    return next((at for at in range(own, min(trigger.first, own + _NEAR)) if sentence.lows[at] in agendas), None)


def frames_dropped_subject(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether who acts in a talk is left out ("Mañana abordará el asunto en una llamada con X")."""
    if not sentence.lexicon.drops_subject or trigger.verb is not None:
        return False
    bare = any(g.preposition is None and g.first < trigger.first for g in sentence.groups)
    return not bare and sentence.finds("during", trigger.first - _NEAR, trigger.first) is not None


def _doers(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """Who does what a noun frames: the subject of its subordinate clause, else of the sentence."""
    clause = sentence.clause_start(trigger.first)
    own = [g for g in sentence.groups if 0 < clause <= g.first < trigger.first]
    own = [g for g in own if g.preposition is None or g.first == clause]
    return own[:1] or _behind_gerund(sentence, trigger) or speakers(sentence, trigger, anywhere=True)


def _behind_gerund(sentence: Sentence, trigger: Trigger) -> list[Group]:
    """The subject behind a gerund that opens its sentence ("After meeting X, Y flew to Rome for talks with Z")."""
    verbs = [t.verb for t in sentence.triggers if t.verb and t.last <= trigger.first]
    is_opened = len(verbs) > 1 and verbs[0].tense == "gerund" and verbs[-1].tense in _FINITE
    return subject_groups(sentence, verbs[-1]) if is_opened else []


def companion_role(sentence: Sentence, trigger: Trigger, group: Group, role: str) -> str | None:
    """What "with X" behind a noun makes of X: media ask, companions travel along, who is visited is the host.

    Nobody of what the main verb tells ("lors du sommet, X a travaillé avec Y"); German visits have hosts under another
    preposition.
    """
    if _is_of_main_verb(sentence, trigger, group):
        return None
    if role == "guest":
        with_host = None if sentence.lexicon.verb_final else "host"
        return with_host if sentence.lexicon.verb_final or group.first == trigger.last else "guest"
    may_ask = role == "speaker" or (trigger.frame.is_talk and trigger.verb is None)  # "im Gespräch mit dem SRF"
    is_media = may_ask and all(member.is_media for member in group.members)
    return "interviewer" if is_media else role


def _is_of_main_verb(sentence: Sentence, trigger: Trigger, company: Group) -> bool:
    """Whether somebody behind a noun and a comma does something with others, for which the noun is but the frame."""
    inside = [g for g in sentence.groups if trigger.last < g.first and g.last < company.first]
    return trigger.verb is None and any(
        g.preposition is None and "," in sentence.lows[trigger.last : g.first] for g in inside
    )
