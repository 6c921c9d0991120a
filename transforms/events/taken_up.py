"""Who took part in the event that a noun takes up ("la rencontre est annulée", "Prochaine session : le 14 mai")."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.dates.lexicon import time_words
from transforms.events.frames import Filler
from transforms.events.groups import are_bystanders
from transforms.events.nouns import ROLES
from transforms.events.referents import Referent
from transforms.events.scene import Scene
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.records import Role

_TALKS = frozenset({"meeting", "call", "summit"})
_GATHERINGS = frozenset({"summit", "conference", "ministerial"})
_GENITIVES = frozenset({"'s", "’s"})


def is_taken_up(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a definite noun with nobody beside it takes up a talk told before ("la rencontre est annulée").

    So does one that is counted among others ("une nouvelle rencontre aura lieu"). A participle tells the noun from
    others instead ("la conférence tenue en janvier à Berlin").
    """
    definite = scene.lexicon.groups["definite"]
    is_item = trigger.verb is None and trigger.first == 1 and is_next_of_series(scene, sentence, trigger)
    at = trigger.first - 1 - is_next_of_series(scene, sentence, trigger)
    is_definite = at >= 0 and (sentence.lows[at] in definite or sentence.lows[at] in scene.lexicon.groups["further"])
    last = sentence.clause_end(trigger.last - 1)
    verb = trigger.verb
    is_described = verb is not None and verb.tense == "participle" and verb.first == trigger.last
    told = trigger.support is not None and trigger.support.subject == "event" and not is_described
    told = told or any(sentence.finds(cue, trigger.last, last) for cue in ("cancelled", "postponed"))
    return is_item or (is_definite and told) or _has_own_day(sentence, trigger) or _is_occasion(sentence, trigger)


def _is_occasion(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether words tell when what was just told had been before ("La dernière fois, c'était en mars, à Oslo")."""
    return not sentence.lexicon.groups["occasions"].isdisjoint(sentence.lows[trigger.first : trigger.last])


def _has_own_day(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is told from others of its kind by its day alone ("la réunion de mardi", "Tuesday's talks")."""
    lows, lexicon = sentence.lows, sentence.lexicon
    times = time_words(lexicon.language)
    if trigger.first > 1 and lows[trigger.first - 1] in _GENITIVES:
        return lows[trigger.first - 2] in times
    is_led = trigger.last + 1 < len(lows) and lows[trigger.last] in lexicon.groups["of"]
    is_one_of_many = trigger.first > 0 and lows[trigger.first - 1] in sentence.words.sets["indefinite"]
    return is_led and lows[trigger.last + 1] in times and not is_one_of_many


def has_bystanders(scene: Scene, sentence: Sentence, trigger: Trigger, filled: list[tuple[Filler, Referent]]) -> bool:
    """Whether a talk told before is said to have been in somebody's presence ("L'audience s'est déroulée en …")."""
    groups = [g for g in sentence.groups if are_bystanders(g, sentence.lows, scene.lexicon)]
    present = [member for group in groups for member in group.members]
    is_there = bool(filled) and all(filler.phrase in present for filler, _ in filled)
    return is_there and trigger.frame.event_type in _TALKS and is_taken_up(scene, sentence, trigger)


def is_next_of_series(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is one of a series ("le prochain sommet", "the last meeting")."""
    return trigger.first > 0 and sentence.lows[trigger.first - 1] in scene.lexicon.groups["next"]


def _is_session(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun tells that a body met, which people told together are not ("la précédente session")."""
    sessions = scene.lexicon.groups.get("sessions", frozenset())
    return not sessions.isdisjoint(sentence.lows[trigger.first : trigger.last])


def taken_up(scene: Scene, sentence: Sentence, trigger: Trigger, *, is_next: bool) -> list[tuple[Filler, Referent]]:
    """Who took part in the event that a noun takes up, else who was last told together (in no large gathering)."""
    event_type = trigger.frame.event_type
    if _is_occasion(sentence, trigger) and not scene.discourse.last_was(_TALKS):
        return []
    phrase = ActorPhrase(trigger.first, trigger.last, 0, 0, "", "person", "", anaphor="they", is_plural=True)
    told = scene.discourse.took_part(event_type, as_body=is_next)
    if is_next and _is_session(scene, sentence, trigger):
        told = tuple(referent for referent in told if referent.kind == "organisation")
        return [(Filler(phrase, "participant", True), body) for body in told]
    if event_type == "visit":
        phrase = replace(phrase, anaphor="somebody", is_plural=False)
        told = told or scene.discourse.protagonist
    if not told and event_type in _TALKS:
        together = scene.discourse.resolve(phrase)
        told = together if len(together) > 1 else ()
    elif not told and event_type not in _GATHERINGS:
        told = scene.discourse.resolve(phrase)
    role = cast(Role, ROLES.get(event_type, "participant"))
    if role == "speaker":
        told = tuple(referent for referent in told if referent.kind == "person") or told
    return [(Filler(phrase, role, True), referent) for referent in told]
