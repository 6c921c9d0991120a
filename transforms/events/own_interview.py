"""The interview that a document itself is: the publisher asks the questions."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.events.build import make_participant
from transforms.events.frames import Filler
from transforms.events.referents import Referent
from transforms.events.scene import Reading, Scene
from transforms.identity import mention_id
from transforms.records import Mention, Role


def with_interview(scene: Scene, readings: Sequence[Reading], found: list[Mention]) -> list[Mention]:
    """The mentions with the interview itself where the publisher asks the questions and no words report it."""
    newsroom, guest = scene.discourse.newsroom, scene.discourse.interviewee
    if newsroom is None or guest is None or any(m.event_type == "interview" for m in found):
        return found
    for reading in readings:
        named = (p for p in reading.phrases if p.kind == "person" and p.anaphor in (None, "surname"))
        phrase = next((p for p in named if guest in scene.discourse.resolve(p)), None)
        if phrase and reading.text_field == "text":
            return [_interview(scene, reading, phrase, (guest, newsroom)), *found]
    return found


def _interview(scene: Scene, reading: Reading, phrase: ActorPhrase, who: tuple[Referent, Referent]) -> Mention:
    roles: tuple[Role, Role] = ("speaker", "interviewer")
    fillers = [Filler(phrase, role, role == "speaker") for role in roles]
    return Mention(
        mention_id=mention_id(scene.document.document_id, "text", phrase.start, phrase.end, "interview"),
        document_id=scene.document.document_id,
        text_field="text",
        event_type="interview",
        medium="unknown",
        status="held",
        status_text=None,
        trigger_text=phrase.text,
        trigger_start=phrase.start,
        trigger_end=phrase.end,
        char_start=reading.span.start,
        char_end=reading.span.end,
        clause_start=reading.span.start,
        clause_end=reading.span.end,
        sentence_text=reading.text[reading.span.start : reading.span.end],
        is_quoted=False,
        is_background=False,
        parent_mention_id=None,
        place_text=None,
        place_id=None,
        topic_text=None,
        rule_id="core.interview.turns",
        confidence=0.75,
        participants=tuple(
            make_participant(scene, filler, referent)
            for filler, referent in zip(fillers, who, strict=True)
            if referent.name
        ),
    )
