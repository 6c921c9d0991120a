"""Who a text says later was there ("Y ont pris part X et Y") joins the gathering told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transforms.events.linking import participant_key, participant_keys
from transforms.records import Mention, Participant

ATTENDANCE = "attendance"
_GATHERINGS = frozenset({"meeting", "summit", "conference", "negotiation", "signing", "press_conference", "call"})
_REACH = 200
"""Characters between a gathering's sentence and the one that tells who was there."""


def with_attendants(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in text order with who attended what a noun tells before; attendance alone is no event."""
    told: list[Mention] = []
    for mention in mentions:
        if mention.event_type != ATTENDANCE:
            told.append(mention)
        elif (gathering := _gathering_before(told, mention)) is not None:
            known = participant_keys(gathering)
            joining = [p for p in mention.participants if participant_key(p) not in known]
            told = [_joined(m, joining) if _is_same(m, gathering) else m for m in told]
    return told


def _joined(mention: Mention, joining: list[Participant]) -> Mention:
    return replace(mention, participants=(*mention.participants, *joining))


def _is_same(mention: Mention, gathering: Mention) -> bool:
    """Whether a mention is a gathering or the verb beside its noun ("met in emergency session")."""
    is_beside = mention.char_start == gathering.char_start and mention.event_type == gathering.event_type
    return is_beside and participant_keys(mention) == participant_keys(gathering)


def _gathering_before(told: list[Mention], mention: Mention) -> Mention | None:
    """The gathering that was told last before an attendance, by a noun or who led it, no earlier than just before."""
    for other in reversed(told):
        is_gathering = ".noun." in other.rule_id or any(p.role == "chair" for p in other.participants)
        if other.text_field == mention.text_field and other.event_type in _GATHERINGS and is_gathering:
            return other if mention.char_start - other.char_end <= _REACH else None
    return None
