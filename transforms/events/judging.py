"""Triggers that rules leave open: which of the actors around take part, by a learned judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.events.evidence import Evidence, Filled
from transforms.events.frames import Filler
from transforms.events.groups import Group, are_bystanders
from transforms.events.judge import Case, Traits
from transforms.events.needs import is_reported
from transforms.events.nouns import ROLES
from transforms.events.referents import Referent
from transforms.events.scene import Scene
from transforms.events.sentence import Sentence
from transforms.events.slots import is_owner
from transforms.events.traits import actor_traits, report_traits, trigger_traits
from transforms.events.unknown_places import PlaceReading
from transforms.events.unread_names import unread_names
from transforms.records import COMPLETED, JUDGED, Role

COMPLETES = "completes a report"
"""The question whether an actor takes part in an event that rules find reported, with one party or none."""
MAKES = "makes a report"
"""The question whether an actor takes part in the event of a trigger that rules find nobody for."""
TELLS = "tells an event"
"""The question whether a trigger reports an event though rules miss what it needs."""
_JUDGED = frozenset({"meeting", "call", "summit", "visit", "negotiation", "press_conference", "interview", "signing"})
_LEAST = {"visit": 1, "press_conference": 1, "summit": 0}
_TWO = 2
_TOLD = frozenset({"past", "pluperfect", "future", "hearsay", "was_to", "expected"})
Actor = tuple[Group, ActorPhrase, Sequence[Referent]]


@dataclass(slots=True)
class Bystanders:
    """Who else is in a sentence: names that no reader took, and who takes part in the events told so far."""

    sentence: Sentence
    places: Sequence[PlaceReading]
    cast: list[Filled] = field(default_factory=list)
    _unread: Sequence[Group] | None = None

    @property
    def unread(self) -> Sequence[Group]:
        """Names that no reader took for an actor or a place."""
        if self._unread is None:
            self._unread = unread_names(self.sentence, self.places)
        return self._unread


def weigh(scene: Scene, evidence: Evidence, bystanders: Bystanders) -> tuple[Evidence, bool]:
    """The evidence of a trigger with the parties that judgement adds to it, and whether it is a report.

    Only core events are judged, in reports rather than speech, and in what rules leave open: a report without all its
    parties, or a trigger that is none in any of its meanings, which may still be one without them.
    """
    is_told = is_reported(evidence)
    if evidence.trigger.frame.event_type in _JUDGED and not _is_speech(scene, evidence):
        evidence, is_told = _with_likely_parties(scene, evidence, bystanders, is_told=is_told)
        if not is_told and _tells(scene, evidence, bystanders):
            parties = _likely_parties(scene, evidence, bystanders, is_told=True)
            evidence = replace(evidence, filled=_in_order(evidence.filled, parties), judged=JUDGED)
            is_told = True
    bystanders.cast += evidence.filled
    return evidence, is_told


def _with_likely_parties(
    scene: Scene, evidence: Evidence, bystanders: Bystanders, *, is_told: bool
) -> tuple[Evidence, bool]:
    """The evidence with the actors around that take part by judgement, where they make it whole."""
    if _is_complete(evidence) if is_told else not _may_be_told(scene, evidence):
        return evidence, is_told
    parties = _likely_parties(scene, evidence, bystanders, is_told=is_told)
    judged = replace(evidence, filled=_in_order(evidence.filled, parties), judged=COMPLETED if is_told else JUDGED)
    is_whole = parties and is_reported(judged) and (is_told or _is_complete(judged))
    return (judged, True) if is_whole else (evidence, is_told)


def _tells(scene: Scene, evidence: Evidence, bystanders: Bystanders) -> bool:
    """Whether a trigger that misses what it needs is judged to report an event all the same, in a text, no title."""
    if evidence.trigger.others or evidence.sentence.text is not scene.document.text:
        return False
    start = evidence.sentence.tokens[evidence.trigger.first].start
    traits = {
        **trigger_traits(evidence, is_quoted=scene.is_in("quotation", start, "text")),
        **report_traits(evidence, bystanders.cast),
        **scene.traits,
        "told before": "yes" if scene.discourse.last_was((evidence.trigger.frame.event_type,)) else "no",
    }
    return scene.judge.says_yes(_case(evidence, TELLS, (), traits))


def _is_speech(scene: Scene, evidence: Evidence) -> bool:
    """Whether somebody speaks here, who names people for many reasons; the judge learned from reports."""
    sets = evidence.sentence.words.sets
    return scene.is_spoken or not (sets["first_singular"] | sets["first_plural"]).isdisjoint(evidence.sentence.lows)


def _may_be_told(scene: Scene, evidence: Evidence) -> bool:
    """Whether nothing speaks against a trigger: another meaning, quoted words, denial, no time by tense or words.

    Nor does it take up what was told before ("lors de cet entretien").
    """
    sentence, trigger = evidence.sentence, evidence.trigger
    own = sentence.lows[evidence.clause : sentence.clause_end(trigger.last - 1)]
    lexicon = sentence.lexicon
    is_denied = not (lexicon.groups["nobody"] | lexicon.auxiliaries["negation"]).isdisjoint(own)
    is_timed = (trigger.verb is not None and trigger.verb.tense in _TOLD) or evidence.has_time
    is_quoted = scene.is_in("quotation", sentence.tokens[trigger.first].start, "text")
    is_taken_up = trigger.first > 0 and sentence.lows[trigger.first - 1] in lexicon.groups["these"]
    return is_timed and not is_denied and not trigger.others and not is_quoted and not is_taken_up


def _is_complete(evidence: Evidence) -> bool:
    """Whether nobody need be missing: two parties, or as many as such an event is told with."""
    least = _LEAST.get(evidence.trigger.frame.event_type, _TWO)
    return sum(max(filler.phrase.size, 1) for filler, _ in evidence.filled) >= least


def _likely_parties(scene: Scene, evidence: Evidence, bystanders: Bystanders, *, is_told: bool) -> list[Filled]:
    """The actors of the sentence that take part by judgement, each in a slot."""
    found: list[Filled] = []
    own: Traits = {}
    start = evidence.sentence.tokens[evidence.trigger.first].start
    for group, phrase, referents in _others(scene, evidence, bystanders.unread):
        own = own or trigger_traits(evidence, is_quoted=scene.is_in("quotation", start, "text"))
        names = [phrase.text, *(referent.name for referent in referents)]
        traits = {**own, **actor_traits(evidence, group, phrase, referents, bystanders.cast)}
        if scene.judge.says_yes(_case(evidence, COMPLETES if is_told else MAKES, names, traits)):
            meant = referents or scene.discourse.resolve(phrase)
            found += [(_cast(evidence, group, phrase), referent) for referent in meant]
    return found


def _case(evidence: Evidence, question: str, names: Sequence[str], traits: Traits) -> Case:
    tokens, trigger = evidence.sentence.tokens, evidence.trigger
    start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
    beside = [referent.name for _, referent in evidence.filled]
    return Case(question, start, end, trigger.frame.event_type, names, beside, traits)


def _in_order(filled: Sequence[Filled], parties: Sequence[Filled]) -> list[Filled]:
    """All who take part, a subject by judgement first."""
    subjects = [one for one in parties if one[0].is_subject]
    return [*subjects, *filled, *(one for one in parties if not one[0].is_subject)]


def _others(scene: Scene, evidence: Evidence, unread: Sequence[Group]) -> Iterator[Actor]:
    """The actors of the sentence that take no part yet, each once, then the names that nobody read."""
    trigger, filled = evidence.trigger, evidence.filled
    spans = {(filler.phrase.first, filler.phrase.last) for filler, _ in filled}
    known = [referent for _, referent in filled]
    subject = next((r for f, r in filled if f.is_subject), next(iter(known), None))
    people = [referent for referent in known if referent.kind == "person"]
    signs = trigger.frame.event_type == "signing"
    for group in evidence.sentence.groups:
        if signs and are_bystanders(group, evidence.sentence.lows, evidence.sentence.lexicon):
            continue
        for phrase in group.members:
            is_inside = phrase.first < trigger.last and trigger.first < phrase.last
            is_inside = is_inside or (phrase.first >= trigger.last and is_owner(evidence.sentence, group))
            if is_inside or _is_plain_body(phrase) or (phrase.first, phrase.last) in spans:
                continue
            referents = [r for r in scene.discourse.resolve(phrase, subject, people) if r.name and r not in known]
            if referents:
                known += referents
                yield group, phrase, referents
    yield from ((group, group.members[0], ()) for group in unread)


def _is_plain_body(phrase: ActorPhrase) -> bool:
    """Whether a body is told by common nouns alone ("le fonds de relance"), which are as often what is talked of."""
    return phrase.kind == "organisation" and phrase.anaphor is None and not phrase.is_plural and phrase.text.islower()


def _cast(evidence: Evidence, group: Group, phrase: ActorPhrase) -> Filler:
    """An actor in the slot that its place and the frame leave open."""
    frame, trigger = evidence.trigger.frame, evidence.trigger
    is_subject = phrase.last <= trigger.first and group.preposition is None and not evidence.subjects()
    role: str | None = ROLES.get(frame.event_type, "participant")
    if frame.kind == "verb":
        is_passive = trigger.verb is not None and trigger.verb.is_passive
        other = frame.object or frame.companion or frame.addressee
        role = frame.subject if is_subject is not is_passive else other
    return Filler(phrase, cast(Role, role or "participant"), is_subject)
