"""What one document tells of one event: its mentions taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.records import Document, Medium, Mention, Participant, Status
from transforms.timeline.parties import is_anonymous, known_actor, merge_parties, select_principals
from transforms.timeline.types import ASSEMBLY_TYPES, TALKS
from transforms.timeline.windows import Window, finest_mention, window_of

CALLED_OFF_DAYS = 30
"""What is called off without a day was to take place at most this many days after the news of it."""
_STATUS_RANK: dict[Status, int] = {
    "cancelled": 0,
    "denied": 1,
    "held": 2,
    "planned": 3,
    "proposed": 4,
    "hypothetical": 5,
}


@dataclass(frozen=True, slots=True)
class Report:
    """The mentions of one document that tell one event, in text order, and what they say together.

    `report_id` is the id of the first mention. `best` is the mention that dates the event best, `window` its days.
    `principals` are the participants by whom other documents may know the event: anonymous ones are left out.
    `is_news`: some mention tells it as news and not as background.
    """

    report_id: str
    document_id: str
    published_on: date | None
    mentions: tuple[Mention, ...]
    event_type: str
    medium: Medium
    status: Status
    best: Mention
    window: Window | None
    participants: tuple[Participant, ...]
    principals: tuple[Participant, ...]
    is_news: bool

    @property
    def order(self) -> tuple[bool, date, str, int, str]:
        """Key of the order of publication: unknown days last, then document, then place in the text."""
        return (
            self.published_on is None,
            self.published_on or date.max,
            self.document_id,
            self.mentions[0].trigger_start,
            self.report_id,
        )


def text_order(mention: Mention) -> tuple[int, str, str]:
    """Key of the order of mentions in their document."""
    return (mention.trigger_start, mention.text_field, mention.mention_id)


def make_report(mentions: Sequence[Mention], document: Document) -> Report:
    """Take together the mentions of one document that tell one event."""
    ordered = tuple(sorted(mentions, key=text_order))
    lead = lead_mention(ordered)
    event_type = told_type(lead, ordered)
    best = finest_mention(ordered)
    namings = [p for m in sorted(ordered, key=lambda m: (-len(m.participants), text_order(m))) for p in m.participants]
    participants = tuple(fullest_naming(group) for group in merge_parties(namings))
    return Report(
        report_id=ordered[0].mention_id,
        document_id=document.document_id,
        published_on=document.published_on,
        mentions=ordered,
        event_type=event_type,
        medium=next((m.medium for m in (lead, *ordered) if m.medium != "unknown"), "unknown"),
        status=told_status(ordered),
        best=best,
        window=window_of(best) or _coming_days(ordered, document.published_on),
        participants=participants,
        principals=tuple(p for p in select_principals(event_type, participants) if not is_anonymous(p)),
        is_news=not all(m.is_background for m in ordered),
    )


def _coming_days(mentions: Sequence[Mention], published_on: date | None) -> Window | None:
    """Where to look for what is called off without a day: in the days after the news of it."""
    is_news = any(mention.status == "cancelled" and not mention.is_background for mention in mentions)
    if not is_news or published_on is None:
        return None
    return Window(published_on, published_on + timedelta(CALLED_OFF_DAYS), is_exact=False)


def told_type(lead: Mention, mentions: Sequence[Mention]) -> str:
    """The type of a report: where mentions call it a meeting and more, the one that says more, else the lead's.

    A mention of unknown medium leaves open whether people met or called; one with a medium decides.
    """
    types = {mention.event_type for mention in mentions}
    if types == TALKS:
        return next((m.event_type for m in mentions if m.medium != "unknown"), lead.event_type)
    return next((m.event_type for m in mentions if m.event_type in ASSEMBLY_TYPES), lead.event_type)


def lead_mention(mentions: Sequence[Mention]) -> Mention:
    """The mention that says most: most principals, then most trusted, then first in the text."""
    return min(
        mentions,
        key=lambda m: (-min(len(select_principals(m.event_type, m.participants)), 2), -m.confidence, text_order(m)),
    )


def told_status(mentions: Sequence[Mention]) -> Status:
    """What a document says of the event's reality: a cancellation or denial, then held, then the surest plan."""
    return min((m.status for m in mentions), key=_STATUS_RANK.__getitem__)


def fullest_naming(namings: Sequence[Participant]) -> Participant:
    """The naming of one actor that says most: an actor known, then an office, then the longest name."""
    return max(
        namings,
        key=lambda p: (
            known_actor(p) is not None,
            p.office_id is not None,
            not p.is_titled_only,
            len(p.name),
            p.name,
            p.role,
        ),
    )
