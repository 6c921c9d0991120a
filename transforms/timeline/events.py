"""One event out of its reports: the row, its participants and its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import prod

from transforms.events.codes import event_codes
from transforms.records import (
    Actor,
    Change,
    Correction,
    Document,
    Event,
    EventParticipant,
    EventType,
    HistoryStep,
    Participant,
    Place,
    Role,
    Status,
    Withdrawal,
)
from transforms.timeline.circle import Circle, participant_rows
from transforms.timeline.clusters import Cluster
from transforms.timeline.corrections import parse_days
from transforms.timeline.features import Scorer
from transforms.timeline.history import date_text, number_steps, replay
from transforms.timeline.near_copies import group_copies
from transforms.timeline.sites import place_of_all
from transforms.timeline.verdicts import Ballot, DateVerdict, Told, judge_medium, judge_type, most_told
from transforms.timeline.wording import title_event

UNCONFIRMED = "plan_unconfirmed"
CONFIRMED = "plan_confirmed"
CORRECTED = "corrected"
_DISPUTED_TRUST = 0.8
_MOST_TRUST = 0.99
_TITLE_NAMES = 12

Members = list[tuple[Participant, Role, int]]


@dataclass(frozen=True, slots=True)
class World:
    """What an event is told in terms of: documents, places, types of event, actors."""

    documents: Mapping[str, Document]
    places: Mapping[str, Place]
    event_types: Mapping[str, EventType]
    actors: Mapping[str, Actor]


@dataclass(frozen=True, slots=True)
class EventRows:
    """All rows of one event, without what needs other events."""

    event: Event
    participants: list[EventParticipant]
    history: list[HistoryStep]


def describe_event(
    cluster: Cluster,
    world: World,
    scorer: Scorer,
    corrections: Sequence[Correction],
    withdrawals: Sequence[Withdrawal],
    newest_published_on: date | None,
) -> EventRows:
    """Make the rows of one event; `part_of_event_id` stays None."""
    told = _in_order(cluster, scorer)
    event_id = told[0].report.report_id
    changes = replay(told)
    changes += [
        Change(w.withdrawn_on, w.document_id, w.mention_id, "source_withdrawn", None, None, None)
        for w in sorted(withdrawals, key=lambda w: (w.withdrawn_on is None, w.withdrawn_on or date.max, w.mention_id))
    ]
    ballot = _count(told)
    verdict, status = ballot.date(), ballot.status()
    members = _members(told)
    for correction in corrections:
        verdict, members, change = _correct(correction, verdict, members, world.actors)
        changes.append(change)
    event = _event_row(told, verdict, status, members, world, len(changes))
    event = mark_unconfirmed(event, newest_published_on)
    return EventRows(event, participant_rows(event_id, members), number_steps(event_id, changes))


def mark_unconfirmed(event: Event, newest_published_on: date | None) -> Event:
    """A plan whose last day lies before the newest publication day and that nobody reported: basis plan_unconfirmed.

    The day is kept as planned; a corrected date keeps its basis.
    """
    is_past = event.date_end is not None and newest_published_on is not None and event.date_end < newest_published_on
    if event.status == "planned" and is_past and event.date_basis != CORRECTED:
        return replace(event, date_basis=UNCONFIRMED)
    return event


def _in_order(cluster: Cluster, scorer: Scorer) -> list[Told]:
    reports = sorted(cluster.reports, key=lambda report: report.order)
    ids = list(dict.fromkeys(report.document_id for report in reports))
    sketches = {document_id: scorer.sketch(document_id) for document_id in ids} if len(ids) > 1 else {}
    source = group_copies(ids, sketches) if sketches else dict.fromkeys(ids, 0)
    return [Told(r, source[r.document_id], r.report_id in cluster.superseded) for r in reports]


def _count(told: Sequence[Told]) -> Ballot:
    ballot = Ballot()
    for item in told:
        ballot.add(item)
    return ballot


def _members(told: Sequence[Told]) -> Members:
    circle = Circle()
    for item in told:
        circle.add(item.report)
    return circle.members()


def _correct(
    correction: Correction, verdict: DateVerdict, members: Members, actors: Mapping[str, Actor]
) -> tuple[DateVerdict, Members, Change]:
    why = f"{correction.reason} ({correction.author})"

    def change(field: str, old: str | None, new: str) -> Change:
        return Change(None, None, None, CORRECTED, field, old, f"{new}: {why}")

    if correction.action == "set_date":
        value = correction.value or "unknown"
        days = parse_days(value)
        first, last = days or (None, None)
        precision = None if days is None else "day" if first == last else "range"
        fixed = DateVerdict(first, last, None, None, None, precision, CORRECTED, None, is_disputed=False)
        return fixed, members, change("date", date_text(verdict), value)
    if correction.action == "set_actor":
        old, _equals, new = (correction.value or "").partition("=")
        return (
            verdict,
            _replace_actor(members, old.strip(), actors.get(new.strip()), new.strip()),
            change("participants", old.strip(), new.strip()),
        )
    return verdict, members, change("mentions", " ".join(correction.target_ids), correction.action)


def _replace_actor(members: Members, old: str, actor: Actor | None, new: str) -> Members:
    def fixed(who: Participant) -> Participant:
        if old not in (who.name, who.actor_id):
            return who
        name, kind = (actor.name, actor.kind) if actor else (who.name, who.kind)
        return replace(who, actor_id=new, name=name, kind=kind, candidate_actor_ids=())

    return [(fixed(who), role, count) for who, role, count in members]


def _event_row(
    told: Sequence[Told], verdict: DateVerdict, status: Status, members: Members, world: World, steps: int
) -> Event:
    mentions = [m for item in told for m in item.report.mentions]
    place = place_of_all(mentions, world.places)
    place_name = place.name if place else next((m.place_text for m in mentions if m.place_text), None)
    kind = world.event_types[judge_type(told)]
    medium = judge_medium(told)
    topics = [m.topic_text for m in mentions if m.topic_text]
    published = [item.report.published_on for item in told if item.report.published_on]
    names = [who.name for who, role, _count in members if role != "interviewer"][:_TITLE_NAMES]
    codes = event_codes(kind.event_type, status, medium, None, world.event_types)
    voice = verdict.voice
    return Event(
        event_id=told[0].report.report_id,
        event_type=kind.event_type,
        medium=medium,
        title=title_event(kind.name, names, place_name),
        status=status,
        date_start=verdict.date_start,
        date_end=verdict.date_end,
        date_not_before=verdict.not_before,
        date_not_after=verdict.not_after,
        date_precision=verdict.precision,
        date_edtf=date_text(verdict),
        starts_at=voice.starts_at if voice else None,
        ends_at=voice.ends_at if voice else None,
        utc_offset=voice.utc_offset if voice else None,
        date_basis=_basis(verdict.basis, status),
        has_date_conflict=verdict.is_disputed,
        part_of_event_id=None,
        place_id=place.place_id if place else None,
        place_name=place_name,
        country_iso3=place.country_iso3 if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        place_precision=place.kind if place else None,
        topic_text=most_told(topics) if topics else None,
        document_count=len({item.report.document_id for item in told}),
        source_count=len({item.source for item in told}),
        mention_count=len(mentions),
        first_published_on=min(published, default=None),
        last_published_on=max(published, default=None),
        confidence=_trust(told, is_disputed=verdict.is_disputed),
        cameo_code=codes.cameo_code,
        plover_event=codes.plover_event,
        plover_mode=codes.plover_mode,
        ace_type=codes.ace_type,
        version=steps,
    )


def _basis(basis: str | None, status: Status) -> str | None:
    """What the date rests on; a plan's day that later reports bear out is confirmed, whoever gave it."""
    return CONFIRMED if basis == UNCONFIRMED and status == "held" else basis


def _trust(told: Sequence[Told], *, is_disputed: bool) -> float:
    """Trust grows with independent sources: one minus the product of what each leaves to doubt."""
    best: dict[int, float] = {}
    for item in told:
        best[item.source] = max(best.get(item.source, 0.0), *(m.confidence for m in item.report.mentions))
    trust = 1 - prod(1 - confidence for confidence in best.values())
    return round(min(trust * (_DISPUTED_TRUST if is_disputed else 1.0), _MOST_TRUST), 3)
