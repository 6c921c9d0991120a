"""What dated mentions of one document lend each other: places, members, the visit they are part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.linking import may_be_same_event, participant_key, participant_keys
from transforms.records import Mention

_PARTS = frozenset({"meeting", "summit", "press_conference", "signing", "negotiation", "interview", "speech"})


def share_context(mentions: Sequence[Mention]) -> list[Mention]:
    """Dated mentions with the places, members and visits that other mentions of the document tell."""
    return _with_parents(_with_shared_members(_with_shared_places(mentions)))


def _with_parents(mentions: Sequence[Mention]) -> list[Mention]:
    """What a visitor does on the days of his visit is part of it."""
    visits = [m for m in mentions if m.event_type == "visit" and m.date_start and m.date_end]
    linked = []
    for mention in mentions:
        parent = next((visit for visit in visits if _is_part(mention, visit)), None)
        linked.append(replace(mention, parent_mention_id=parent.mention_id) if parent else mention)
    return linked


def _is_part(mention: Mention, visit: Mention) -> bool:
    day = mention.date_start
    if mention.event_type not in _PARTS or day is None or visit.date_start is None or visit.date_end is None:
        return False
    visitors = participant_keys(visit)
    return (
        visit.status == mention.status
        and visit.date_start <= day <= visit.date_end
        and visitors <= participant_keys(mention)
    )


def _with_shared_places(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of one event tell one place: those without take it from those with."""
    shared = []
    for mention in mentions:
        source = None
        if mention.place_text is None:
            source = next((m for m in mentions if m.place_text and _is_same_told(mention, m)), None)
        shared.append(replace(mention, place_text=source.place_text, place_id=source.place_id) if source else mention)
    return shared


def _with_shared_members(mentions: Sequence[Mention]) -> list[Mention]:
    """A gathering whose list of members runs over several sentences: each of its mentions names them all."""
    shared = []
    for mention in mentions:
        if mention.event_type == "summit" and mention.date_start:
            same = [m for m in mentions if m.event_type == "summit" and m.status == mention.status]
            told = [m for m in same if m.date_start == mention.date_start]
            members = {participant_key(p): p for m in (mention, *told) for p in reversed(m.participants)}
            order = {participant_key(p): None for m in (mention, *told) for p in m.participants}
            mention = replace(mention, participants=tuple(members[key] for key in order))
        shared.append(mention)
    return shared


def _is_same_told(mention: Mention, other: Mention) -> bool:
    days = [(m.date_start, m.date_not_before, m.yearless_day) for m in (mention, other)]
    return may_be_same_event(mention, other) and days[0] == days[1]
