"""Who takes part: the actor phrases of a trigger's slots resolved to the people of the document."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.dates.lexicon import time_words
from transforms.events.addressed import asked_by_hosts
from transforms.events.dropped import dropped_subject
from transforms.events.frames import Filler
from transforms.events.framing import agenda_before, frames_dropped_subject
from transforms.events.nouns import ROLES, possessive_before
from transforms.events.referents import Referent
from transforms.events.scene import Scene
from transforms.events.sentence import Sentence
from transforms.events.taken_up import has_bystanders, is_next_of_series, is_taken_up, taken_up
from transforms.events.triggers import Trigger
from transforms.records import Role

_TALKS = frozenset({"meeting", "call", "summit"})
_GATHERINGS = frozenset({"summit", "conference", "ministerial"})
_DEFINITE_REACH = 3
_HOUR_SIGN = 3
_OPENING = 2


def resolve_fillers(
    scene: Scene, sentence: Sentence, trigger: Trigger, fillers: list[Filler]
) -> list[tuple[Filler, Referent]]:
    """The actors of a trigger, each once, subject first, with pronouns, owners and dropped subjects."""
    filled: list[tuple[Filler, Referent]] = []
    subject: Referent | None = None
    seen: set[int] = set()
    is_passive = trigger.frame.kind == "verb" and trigger.verb is not None and trigger.verb.is_passive
    if not any(filler.is_subject is not is_passive for filler in fillers):
        fillers = [*dropped_subject(sentence, trigger), *fillers]
    fillers = [*fillers, *_speaker_as_object(trigger)]
    named = [f.phrase for f in fillers if f.phrase.kind == "person" and f.phrase.anaphor in (None, "surname")]
    others = [referent for phrase in named for referent in scene.discourse.resolve(phrase)]
    for filler in fillers:
        is_elsewhere = filler.phrase.is_capital_city and not filler.is_subject
        if is_elsewhere or _is_event_itself(filler.phrase, trigger):
            continue
        speaker = _we_with_others(scene, sentence, filler, fillers)
        told = scene.discourse.resolve(filler.phrase, subject, others) or _told_after(scene, sentence, filler.phrase)
        told = told or _several(scene, filler, subject) or _by_noun(scene, sentence, trigger, filler)
        for referent in [speaker] if speaker else told:
            if id(referent) not in seen:
                seen.add(id(referent))
                filled.append((filler, referent))
                subject = subject or referent
    if any(referent is scene.discourse.newsroom for _, referent in filled) and scene.discourse.interviewee:
        filled = _asked_by_newsroom(scene, filled, scene.discourse.interviewee)
    filled = asked_by_hosts(scene, sentence, trigger, filled)
    filled = _keeper(scene, sentence, trigger, filled)
    if len(filled) <= 1 and _is_joint(scene, sentence, trigger):
        filled += _partners(scene, filled)
    filled = filled or _signatories(scene, sentence, trigger)
    if trigger.frame.kind == "noun":
        filled = _possessor(scene, sentence, trigger, filled)
        if not filled and is_taken_up(scene, sentence, trigger):
            filled = taken_up(scene, sentence, trigger, is_next=is_next_of_series(scene, sentence, trigger))
        elif has_bystanders(scene, sentence, trigger, filled):
            before = taken_up(scene, sentence, trigger, is_next=False)
            filled = [*(one for one in before if all(one[1] is not there for _, there in filled)), *filled]
        elif _wants_protagonist(scene, sentence, trigger, filled):
            filled = [*_protagonist(scene, [referent for _, referent in filled]), *filled]
    else:
        filled += _clitic(scene, sentence, trigger, [referent for _, referent in filled])
    return filled


def _signatories(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[tuple[Filler, Referent]]:
    """Who signs what a text tells without them: those told together before ("Une convention sera signée ce soir").

    Not in a speech, which names accords only to tell which it means ("cet accord qui a été signé").
    """
    is_denied = trigger.verb is not None and trigger.verb.is_negated
    if trigger.frame.event_type != "signing" or is_denied or scene.is_spoken:
        return []
    return taken_up(scene, sentence, trigger, is_next=False)


def _told_after(scene: Scene, sentence: Sentence, phrase: ActorPhrase) -> tuple[Referent, ...]:
    """Whom a pronoun in an opening clause means, named behind its comma ("When she met X, Ann Lee …")."""
    if phrase.anaphor not in ("he", "she") or phrase.first > _OPENING:
        return ()
    comma = next((at for at in range(phrase.last, len(sentence.lows)) if sentence.lows[at] == ","), None)
    heads = (g for g in sentence.groups if comma is not None and g.first > comma and g.preposition is None)
    head = next(heads, None)
    return scene.discourse.resolve(head.members[0]) if head and head.members[0].kind == "person" else ()


def _several(scene: Scene, filler: Filler, subject: Referent | None) -> tuple[Referent, ...]:
    """Whom a pronoun of one woman or of several means as an object where no woman was told ("hat sie empfangen")."""
    phrase = filler.phrase
    may_be = phrase.anaphor == "she" and phrase.text in scene.lexicon.groups.get("she_or_they", frozenset())
    if filler.is_subject or not may_be:
        return ()
    several = replace(phrase, anaphor="they", is_plural=True, size=0)
    return tuple(referent for referent in scene.discourse.resolve(several, subject) if referent is not subject)


def _by_noun(scene: Scene, sentence: Sentence, trigger: Trigger, filler: Filler) -> tuple[Referent, ...]:
    """A body that no name told explains, by its noun, where it gathers or meets somebody ("The committee met")."""
    phrase = filler.phrase
    is_own = filler.is_subject and (trigger.frame.gathers or phrase not in sentence.phrases)
    return scene.discourse.resolve(replace(phrase, anaphor=None)) if is_own and phrase.anaphor == "body" else ()


def _speaker_as_object(trigger: Trigger) -> list[Filler]:
    """Who speaks, where a verb has him as its object ("le préfet m'a reçue")."""
    role = trigger.frame.object or trigger.frame.addressee
    if trigger.frame.kind != "verb" or role is None or not (trigger.verb and trigger.verb.object_is_speaker):
        return []
    phrase = ActorPhrase(trigger.first, trigger.last, 0, 0, "", "person", "", anaphor="i")
    return [Filler(phrase, cast(Role, role), False)]


def _we_with_others(scene: Scene, sentence: Sentence, filler: Filler, fillers: list[Filler]) -> Referent | None:
    """Who says "we" of himself and his own where others take part ("nous avons échangé avec le préfet")."""
    is_joined = any(other.phrase.anaphor != "we" for other in fillers)
    if filler.phrase.anaphor != "we" or not is_joined:
        return None
    if scene.discourse.newsroom is None:
        start = sentence.tokens[filler.phrase.first].start
        return scene.discourse.speaker if scene.orator or scene.is_in("quotation", start, "text") else None
    return None if scene.discourse.is_before_questions else scene.discourse.speaker


def _is_event_itself(phrase: ActorPhrase, trigger: Trigger) -> bool:
    """Whether a body is what the trigger tells: without a name, or a summit's ("un conseil de défense se tiendra").

    No body that gathers itself ("le conseil d'administration s'est réuni"), or that its owner tells from others.
    """
    holds = trigger.frame.kind == "noun" and phrase.first <= trigger.first < phrase.last
    is_unknown = phrase.kind == "organisation" and phrase.actor_id is None and not phrase.has_title
    gathers = trigger.support is not None and trigger.support.object and trigger.verb and trigger.verb.has_reflexive
    is_plain = phrase.text.islower() and phrase.last <= trigger.last and not gathers
    return bool(holds and is_unknown and (is_plain or trigger.frame.event_type in _GATHERINGS))


def _keeper(
    scene: Scene, sentence: Sentence, trigger: Trigger, filled: list[tuple[Filler, Referent]]
) -> list[tuple[Filler, Referent]]:
    """With the person whose agenda lists the event ("10:30 Meeting with the President of Tavria")."""
    keeper = scene.keeper_at(sentence.tokens[trigger.first].start)
    is_told = trigger.verb is None or (trigger.support is not None and trigger.support.subject == "event")
    if trigger.frame.kind == "verb":
        is_told = _opens_entry(sentence, trigger) and not any(filler.is_subject for filler, _ in filled)
    if keeper is None or not is_told or any(referent is keeper for _, referent in filled):
        return filled
    filled = [(f, r) for f, r in filled if not f.is_subject or f.phrase.last <= trigger.first]
    if any(f.is_subject for f, _ in filled):
        return filled
    own = trigger.frame.subject if trigger.frame.kind == "verb" else ROLES.get(trigger.frame.event_type)
    role = cast(Role, own or "participant")
    phrase = ActorPhrase(0, 0, 0, 0, "", "person", keeper.name, anaphor="somebody")
    return [(Filler(phrase, role, True), keeper), *filled]


def _opens_entry(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb in the present is the first word of an entry behind its hour ("10 h : reçoit le maire")."""
    is_present = trigger.verb is not None and trigger.verb.tense == "present"
    return is_present and all(not low[0].isalpha() or len(low) <= _HOUR_SIGN for low in sentence.lows[: trigger.first])


def _is_joint(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is said to be shared ("conférence de presse commune", "joint news conference")."""
    joint = scene.lexicon.groups["joint"]
    beside = sentence.lows[max(0, trigger.first - 2) : trigger.last + 2]
    if trigger.frame.kind == "noun" and any(low in joint for low in beside):
        return True
    first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
    return trigger.frame.event_type == "press_conference" and sentence.finds("jointly", first, last) is not None


def _partners(scene: Scene, filled: list[tuple[Filler, Referent]]) -> list[tuple[Filler, Referent]]:
    """With whom those who share an event were last told together."""
    phrase = ActorPhrase(0, 0, 0, 0, "", "person", "", anaphor="somebody")
    filler = filled[0][0] if filled else Filler(phrase, "speaker", True)
    return [(filler, other) for other in scene.discourse.partners([referent for _, referent in filled])]


def _asked_by_newsroom(
    scene: Scene, filled: list[tuple[Filler, Referent]], guest: Referent
) -> list[tuple[Filler, Referent]]:
    """Whom the newsroom met ("nous l'avons rencontrée") is who answers its questions."""
    newsroom = [(filler, r) for filler, r in filled if r is scene.discourse.newsroom]
    asker = replace(newsroom[0][0], role="interviewer")
    return [(replace(asker, role="speaker", is_subject=False), guest), (asker, newsroom[0][1])]


def _wants_protagonist(
    scene: Scene, sentence: Sentence, trigger: Trigger, filled: list[tuple[Filler, Referent]]
) -> bool:
    """Whether a talk with somebody, told as held, of an agenda, or definite and on a day, leaves out whose it is."""
    definite, reach = scene.lexicon.groups["definite"], range(1, _DEFINITE_REACH + 1)
    is_definite = any(sentence.lows[trigger.first - back] in definite for back in reach if back <= trigger.first)
    is_told = trigger.support is not None and trigger.support.subject == "event"
    is_told = is_told or agenda_before(sentence, trigger) is not None or frames_dropped_subject(sentence, trigger)
    if trigger.frame.event_type not in _TALKS or not (is_definite or is_told) or not filled:
        return False
    if filled[0][1].kind != "person" or any(filler.is_subject for filler, _ in filled):
        return False
    companions = [member for group in sentence.groups if group.preposition == "with" for member in group.members]
    if not all(filler.phrase in companions for filler, _ in filled):
        return False
    own = sentence.lows[sentence.clause_start(trigger.first) : sentence.clause_end(trigger.last - 1)]
    is_dated = not time_words(scene.lexicon.language).isdisjoint(own)
    return is_told or is_dated


def _protagonist(scene: Scene, others: list[Referent]) -> list[tuple[Filler, Referent]]:
    """Whom the document is about, or who stands out beside others where it is about one of them."""
    phrase = ActorPhrase(0, 0, 0, 0, "", "person", "", anaphor="somebody")
    found = [person for person in scene.discourse.protagonist if person not in others]
    found = found or list(scene.discourse.resolve(phrase, None, others))
    return [(Filler(phrase, "participant", True), person) for person in found]


def _clitic(
    scene: Scene, sentence: Sentence, trigger: Trigger, subjects: list[Referent]
) -> list[tuple[Filler, Referent]]:
    """The object pronoun before a verb ("l'a reçu"): who stands out most beside the subject, or were told together.

    A journey takes somebody somewhere with no subject that is anybody ("la gira que lo llevará a Quito").
    """
    verb, frame = trigger.verb, trigger.frame
    if verb is None or not verb.has_clitic or frame.object is None or len(subjects) != (frame.subject is not None):
        return []
    before = sentence.lows[verb.first - 1 : trigger.first]
    is_plural = not scene.lexicon.groups.get("plural_clitics", frozenset()).isdisjoint(before)
    phrase = ActorPhrase(trigger.first, trigger.last, 0, 0, frame.frame_id, "person", "", anaphor="somebody")
    phrase = replace(phrase, anaphor="they", is_plural=True, size=0) if is_plural else phrase
    filler = Filler(phrase, cast(Role, frame.object), False)
    told = scene.discourse.resolve(phrase, next(iter(subjects), None))
    return [(filler, referent) for referent in told if referent not in subjects]


def _possessor(
    scene: Scene, sentence: Sentence, trigger: Trigger, filled: list[tuple[Filler, Referent]]
) -> list[tuple[Filler, Referent]]:
    """The owner of "son entretien", "leur rencontre": the sentence's leading actor or the last pair."""
    owner = possessive_before(sentence, trigger)
    if owner is None or any(filler.is_subject for filler, _ in filled):
        return filled
    leading = next((g for g in sentence.groups if g.preposition is None), None)
    phrases = leading.members if leading else (ActorPhrase(0, 0, 0, 0, "", "person", "", anaphor="somebody"),)
    if owner == "plural_possessives" and len(phrases) < 2:
        phrases = (replace(phrases[0], anaphor="they", kind="person", size=0),)
    elif owner == "possessives":
        phrases = phrases[:1]
    known = {id(referent) for _, referent in filled}
    role = cast(Role, ROLES.get(trigger.frame.event_type, "participant"))
    owners = [
        (Filler(phrase, role, True), referent)
        for phrase in phrases
        for referent in scene.discourse.resolve(phrase)
        if id(referent) not in known
    ]
    return [*owners, *filled]
