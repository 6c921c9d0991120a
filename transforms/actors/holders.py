"""Name the persons behind titles once a mention is dated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from transforms.actors.gazetteer import Gazetteer
from transforms.records import Mention, Participant

_SPOKEN = "spoken"
_FORWARD = frozenset({"planned", "proposed", "hypothetical"})


def name_holders(mentions: Sequence[Mention], gazetteer: Gazetteer, speech_day: date | None = None) -> list[Mention]:
    """Mentions with persons for participants known by title only.

    The holder is asked for the mention's own interval; plans and proposals, and titles of today on a past event, are
    read on the day of speech. One holder over the whole interval is named; several are kept as `candidate_actor_ids`
    with nobody named, and so is a day of handover. An undated mention names a person only where one holder spans its
    bounds, or on the day of a speech that tells it. A former holder is never taken for the present one.

    Args:
        mentions: dated mentions of one document.
        gazetteer: offices and tenures.
        speech_day: the day the document speaks, None where unknown.
    """
    return [
        replace(
            mention,
            participants=tuple(
                _named(participant, mention, gazetteer, speech_day) for participant in mention.participants
            ),
        )
        for mention in mentions
    ]


def holder_interval(mention: Mention, speech_day: date | None) -> tuple[date, date] | None:
    """The days on which a title of a mention was held, None where nothing bounds them."""
    if mention.status in _FORWARD:
        return (speech_day, speech_day) if speech_day else _event_interval(mention)
    return _event_interval(mention)


def _event_interval(mention: Mention) -> tuple[date, date] | None:
    start = mention.date_start or mention.date_not_before
    end = mention.date_end or mention.date_not_after
    if mention.date_basis == _SPOKEN:  # a speaker's titles are those of his day
        start = start or end
    return (start, end) if start and end else None


def _named(participant: Participant, mention: Mention, gazetteer: Gazetteer, speech_day: date | None) -> Participant:
    if not participant.is_titled_only or participant.office_id is None or participant.is_former:
        return participant
    interval = holder_interval(mention, speech_day)
    if interval is None:
        return participant
    holders = gazetteer.holders_between(participant.office_id, *interval)
    if len(holders) != 1 or _is_handover(participant.office_id, interval, gazetteer):
        candidates = _with_predecessor(participant.office_id, holders, interval, gazetteer)
        return replace(participant, actor_id=None, candidate_actor_ids=candidates)
    actor = gazetteer.actors.get(holders[0])
    if actor is None:
        return participant
    return replace(participant, actor_id=holders[0], name=actor.name, candidate_actor_ids=())


def _is_handover(office_id: str, interval: tuple[date, date], gazetteer: Gazetteer) -> bool:
    """Whether the interval touches a day on which one holder took over from another."""
    tenures = gazetteer.tenures.get(office_id, ())
    starts = {tenure.started_on for tenure in tenures}
    return any(
        interval[0] <= tenure.ended_on <= interval[1] and tenure.ended_on in starts
        for tenure in tenures
        if tenure.ended_on
    )


def _with_predecessor(
    office_id: str, holders: tuple[str, ...], interval: tuple[date, date], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """The holders of an interval, and who left office on its first day."""
    left = tuple(
        tenure.actor_id
        for tenure in gazetteer.tenures.get(office_id, ())
        if tenure.ended_on == interval[0] and tenure.actor_id not in holders
    )
    return (*left, *holders)
