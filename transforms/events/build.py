"""Put a mention together from its evidence: type, medium, status, background, confidence, participants."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.actors.titles import LEADER
from transforms.actors.tokens import fold
from transforms.dates.tense import tense_tables
from transforms.events.evidence import Evidence
from transforms.events.frames import Filler
from transforms.events.lexicon import Frame, Lexicon
from transforms.events.nouns import possessive_before
from transforms.events.referents import Referent
from transforms.events.scene import Reading, Scene
from transforms.events.sentence import Sentence
from transforms.events.status import read_status
from transforms.events.topic import read_topic
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup
from transforms.identity import mention_id
from transforms.records import Medium, Mention, Participant

_LEADERS = ("head_of_state", "head_of_government", LEADER)
_TIME_REACH = 6
_FRAME_REACH = 6
_OPENING = 3
_QUOTE_END = ' \n"”»’'
_REMOTE = frozenset({"telephone", "video"})
_TALKS = frozenset({"meeting", "call", "negotiation", "summit"})
_ASKED = frozenset({"press_conference", "interview", "speech", "visit", "accident", "attack"})


def build_mention(scene: Scene, reading: Reading, evidence: Evidence) -> Mention:
    """A mention with everything but its date."""
    sentence, trigger = evidence.sentence, evidence.trigger
    tokens = sentence.tokens
    start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
    first = sentence.turn_start(trigger.first)
    last = _extended_end(sentence, trigger)
    is_question = reading.text[: reading.span.end].rstrip(_QUOTE_END).endswith("?")
    status, cue = read_status(sentence, trigger, is_question=is_question)
    is_timeless = cue is None and (trigger.verb is None or trigger.verb.tense == "present")
    if status == "held" and is_timeless and reading.text_field == "text" and scene.is_planned_at(start):
        status = "planned"
    event_type, medium = _type_and_medium(scene, sentence, trigger, evidence.filled, is_placed=_is_placed(evidence))
    named = [(filler, referent) for filler, referent in evidence.filled if referent.name]
    participants = tuple(make_participant(scene, filler, referent) for filler, referent in named)
    is_background = _is_background(sentence, trigger)
    place = None if event_type == "call" or medium in _REMOTE else evidence.place
    return Mention(
        mention_id=mention_id(scene.document.document_id, reading.text_field, start, end, event_type),
        document_id=scene.document.document_id,
        text_field=reading.text_field,
        event_type=event_type,
        medium=medium,
        status=status,
        status_text=cue,
        trigger_text=reading.text[start:end],
        trigger_start=start,
        trigger_end=end,
        char_start=reading.span.start,
        char_end=reading.span.end,
        clause_start=tokens[first].start,
        clause_end=tokens[last - 1].end,
        sentence_text=reading.text[reading.span.start : reading.span.end],
        is_quoted=scene.is_in("quotation", start, reading.text_field),
        is_background=is_background,
        parent_mention_id=None,
        place_text=place.text if place else None,
        place_id=place.place_id if place else None,
        topic_text=read_topic(sentence, trigger, last),
        rule_id=trigger.frame.frame_id + evidence.judged,
        confidence=_confidence(evidence, status, cue),
        participants=participants,
    )


def _is_placed(evidence: Evidence) -> bool:
    """Whether a clause says where people talk, right behind a preposition of place ("talked in Geneva").

    Before the verb it is where both are who talk ("at Chequers X and Y talked").
    """
    place, lows = evidence.place, evidence.sentence.lows
    if place is None:
        return False
    if place.first < evidence.trigger.last:
        return len(evidence.filled) > 1 and all(filler.is_subject for filler, _ in evidence.filled)
    before = ["", *lows[max(0, place.first - 2) : place.first]]
    articles = evidence.sentence.words.sets["articles"]
    return before[-1] in evidence.sentence.lexicon.groups["before_city"] or (
        before[-1] in articles and before[-2] in evidence.sentence.lexicon.groups["before_city"]
    )


def _type_and_medium(
    scene: Scene, sentence: Sentence, trigger: Trigger, filled: Sequence[tuple[Filler, Referent]], *, is_placed: bool
) -> tuple[str, Medium]:
    frame = trigger.frame
    medium: Medium = frame.medium  # type: ignore[assignment]
    first, last = sentence.turn_start(trigger.first), sentence.turn_end(trigger.last - 1)
    if _is_interview(scene, sentence, trigger, filled):
        return "interview", "unknown"
    if _is_summit(scene, frame, filled):
        return "summit", medium
    if frame.event_type == "meeting" and (_is_negotiation(sentence, trigger, filled) or _goes_on(sentence, trigger)):
        return "negotiation", medium
    if frame.event_type in ("meeting", "call") or frame.is_talk:
        support_end = trigger.verb.last if trigger.support and trigger.verb else last  # "a talk held by telephone"
        if _is_by(sentence, trigger, "telephone", first, max(last, sentence.turn_end(support_end - 1))):
            return ("call" if frame.is_talk or frame.event_type == "call" else frame.event_type), "telephone"
        if _is_by(sentence, trigger, "video", first, last):
            return frame.event_type, "video"
        is_loose = frame.event_type == "call" and frame.is_talk
        is_long = sentence.finds("long_talks", trigger.last, trigger.last + _TIME_REACH) is not None
        if sentence.finds("in_person", first, last) or (is_loose and (is_placed or is_long or _is_with_crowd(filled))):
            return "meeting" if frame.is_talk else frame.event_type, "in_person"
    return frame.event_type, medium


def _is_by(sentence: Sentence, trigger: Trigger, table: str, first: int, last: int) -> bool:
    """Whether words between two tokens say by what means it was done, and no other verb of talks stands nearer."""
    own = trigger.verb
    others = [t.verb for t in sentence.triggers if t.frame.is_talk or t.frame.event_type in _TALKS]
    for start, end, _ in sentence.occurrences(table):
        gaps = [_gap(verb, start, end) for verb in others if verb and own and verb.first != own.first]
        if first <= start and end <= last and (own is None or not any(gap < _gap(own, start, end) for gap in gaps)):
            return True
    return False


def _gap(verb: VerbGroup, first: int, last: int) -> int:
    """How many tokens stand between a verb and words."""
    return max(first - verb.last, verb.first - last, 0)


def _is_with_crowd(filled: Sequence[tuple[Filler, Referent]]) -> bool:
    """Whether somebody talks with a group of people, which is done face to face ("a échangé avec des étudiants")."""
    partners = [(filler, referent) for filler, referent in filled if not filler.is_subject]
    return any(filler.phrase.is_plural and r.kind == "organisation" and r.actor_id is None for filler, r in partners)


def _is_summit(scene: Scene, frame: Frame, filled: Sequence[tuple[Filler, Referent]]) -> bool:
    """Whether leaders meet: of a gathering one is enough ("les dirigeants se sont réunis"), else all who meet are."""
    leading = [_meets_as_summit(scene, filler, referent) for filler, referent in filled]
    is_gathered = frame.is_reflexive and frame.event_type == "meeting" and not frame.is_talk
    if is_gathered or frame.summit_of == "any":
        return any(leading)
    return frame.summit_of == "all" and bool(leading) and all(leading)


def _is_interview(
    scene: Scene, sentence: Sentence, trigger: Trigger, filled: Sequence[tuple[Filler, Referent]]
) -> bool:
    """A statement or talk with the media, or a meeting with the newsroom that asks or with a journalist."""
    if trigger.frame.event_type == "statement":
        first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
        to_media = any(filler.role == "interviewer" for filler, _ in filled)
        return to_media or sentence.finds("interview_cues", first, last) is not None
    if any(filler.role == "interviewer" for filler, _ in filled):
        return True
    newsroom = scene.discourse.newsroom
    asks = (r is newsroom or (f.phrase.is_media and f.phrase.kind == "person" and not f.is_subject) for f, r in filled)
    return trigger.frame.event_type in ("meeting", "negotiation") and any(asks)


def _meets_as_summit(scene: Scene, filler: Filler, referent: Referent) -> bool:
    is_body = fold(referent.name) in scene.lexicon.groups["summit_bodies"] and not filler.phrase.has_title
    return is_body or _are_leaders(filler.phrase, scene.lexicon)


def _is_negotiation(sentence: Sentence, trigger: Trigger, filled: Sequence[tuple[Filler, Referent]]) -> bool:
    """Talks between states or bodies rather than persons, and meetings of negotiators."""
    if trigger.frame.kind == "noun" and trigger.frame.is_talk:
        return all(r.kind != "person" and not f.phrase.has_title for f, r in filled)
    negotiators = sentence.lexicon.groups.get("negotiators", frozenset())
    return any(low in negotiators for f, _ in filled for low in sentence.lows[f.phrase.first : f.phrase.last])


def _goes_on(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether people are said to have talked since a day ("discutent depuis lundi")."""
    is_talk = trigger.frame.kind == "verb" and trigger.frame.is_talk and trigger.last < len(sentence.lows)
    is_talk = is_talk and trigger.verb is not None and not (trigger.verb.is_negated or trigger.verb.has_reflexive)
    return is_talk and sentence.finds("since", trigger.last, trigger.last + 1) is not None


def make_participant(scene: Scene, filler: Filler, referent: Referent) -> Participant:
    """A participant as the contract tells it."""
    actor = scene.gazetteer.actors.get(referent.actor_id or "")
    kind, holder = referent.office_kind, referent.holder
    country = next(iter(sorted(referent.countries)), None)
    return Participant(
        name=actor.name if actor else referent.name,
        kind=referent.kind,
        role=filler.role,
        name_text=filler.phrase.text or referent.name,
        actor_id=referent.actor_id,
        office_id=scene.gazetteer.office_for(kind, holder) if kind else None,
        organisation_id=holder if holder in scene.gazetteer.organisations else None,
        country_iso3=actor.country_iso3 if actor and actor.country_iso3 else country,
        is_titled_only=referent.is_titled_only,
        is_former=referent.is_former,
    )


def _is_background(sentence: Sentence, trigger: Trigger) -> bool:
    """Told in passing: a pluperfect, words of the past, or a bare noun that opens no sentence and frames no news."""
    if trigger.verb is not None:
        first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
        return trigger.verb.tense == "pluperfect" or bool(sentence.finds("background", first, last))
    start = sentence.clause_start(trigger.first)
    if not tense_tables(sentence.lexicon.language).pluperfect.isdisjoint(sentence.lows[start : trigger.first]):
        return True
    frames_news = sentence.finds("during", trigger.first - _FRAME_REACH, trigger.first) is not None
    if sentence.finds("background", trigger.first - _FRAME_REACH, trigger.last + 2):
        return True
    owned = possessive_before(sentence, trigger) is not None or sentence.lows[trigger.first - 1] == "'s"
    return not (frames_news or owned or trigger.first <= _OPENING or trigger.frame.event_type in _ASKED)


def _are_leaders(phrase: ActorPhrase, lexicon: Lexicon) -> bool:
    """Whether a plural title names heads of state or government: their gathering is a summit."""
    by_word = fold(phrase.name) in lexicon.groups.get("leaders", frozenset())
    return phrase.is_plural and phrase.has_title and (phrase.office_kind in _LEADERS or by_word)


def _extended_end(sentence: Sentence, trigger: Trigger) -> int:
    """The end of a trigger's clause, with the relative clause that a noun carries ("a visit that was planned").

    With what follows the colon of a note that opens with its noun ("Prochaine session : le 14 septembre").
    """
    last = sentence.turn_end(trigger.last - 1)
    if trigger.verb is None and trigger.first <= 1 and sentence.lows[trigger.last : trigger.last + 1] == [":"]:
        return sentence.clause_end(trigger.last + 1)
    relatives = sentence.lexicon.groups["relatives"]
    if trigger.frame.kind == "noun" and last < len(sentence.lows) and last - trigger.last <= 6:
        return sentence.clause_end(last) if sentence.lows[last] in relatives else last
    return last


def _confidence(evidence: Evidence, status: str, cue: str | None) -> float:
    """How sure a mention is: named participants and a finite verb raise it, hearsay and bare nouns lower it."""
    value = 0.9 if evidence.trigger.frame.kind == "verb" else 0.8
    if evidence.trigger.verb is None or evidence.trigger.verb.tense in ("participle", "infinitive", "gerund"):
        value -= 0.15
    if evidence.judged:
        value -= 0.15
    if status == "held" and cue is not None:
        value -= 0.4
    if any(referent.is_titled_only for _, referent in evidence.filled):
        value -= 0.05
    if status == "hypothetical":
        value -= 0.2
    return round(max(value, 0.1), 2)
