"""Mentions of one document that tell the same event: the later ones take over what the fullest one knows."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.records import Mention, Participant

_TALKS = frozenset({"meeting", "call", "visit", "negotiation"})


def participant_key(participant: Participant) -> str:
    """What tells participants of one document apart: the actor, else the office, else the words."""
    return participant.actor_id or participant.office_id or participant.name


def participant_keys(mention: Mention) -> frozenset[str]:
    """The participants of a mention as keys."""
    return frozenset(participant_key(participant) for participant in mention.participants)


def may_be_same_event(left: Mention, right: Mention) -> bool:
    """Whether two mentions of one document can tell one event: type, status and participants agree.

    Of two participant sets one must hold the other; where both name people, they must share two, or all of one set.
    """
    if left.event_type != right.event_type or left.status != right.status:
        return False
    a, b = participant_keys(left), participant_keys(right)
    if not a or not b:
        return False
    return a <= b or b <= a


def link_mentions(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with one statement a speaker."""
    kept: list[Mention] = []
    speakers: set[str] = set()
    for mention in mentions:
        if mention.event_type == "statement":
            key = "|".join(sorted(participant_keys(mention)))
            if key in speakers:
                continue
            speakers.add(key)
        kept.append(mention)
    return kept
