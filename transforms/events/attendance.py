"""Who a text says later was there ("Y ont pris part X et Y") joins the gathering told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transforms.events.linking import participant_key, participant_keys
from transforms.records import Mention

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
        elif (at := _gathering_before(told, mention)) is not None:
            known = participant_keys(told[at])
            joining = (p for p in mention.participants if participant_key(p) not in known)
            told[at] = replace(told[at], participants=(*told[at].participants, *joining))
    return told


def _gathering_before(told: list[Mention], mention: Mention) -> int | None:
    """The gathering that was told last before an attendance, by a noun or who led it, no earlier than just before."""
    for at in range(len(told) - 1, -1, -1):
        other = told[at]
        is_gathering = ".noun." in other.rule_id or any(p.role == "chair" for p in other.participants)
        if other.text_field == mention.text_field and other.event_type in _GATHERINGS and is_gathering:
            return at if mention.char_start - other.char_end <= _REACH else None
    return None
