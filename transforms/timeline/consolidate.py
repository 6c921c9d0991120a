"""One row for each event, whatever number of documents tell it and in whatever order they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.records import (
    Actor,
    Correction,
    Document,
    Event,
    EventAlias,
    EventParticipant,
    EventType,
    HistoryStep,
    Mention,
    Place,
    Withdrawal,
)
from transforms.timeline.blocking import connect, keys_of_reports
from transforms.timeline.clusters import Cluster, Linker
from transforms.timeline.corrections import Corrected, apply_corrections
from transforms.timeline.events import EventRows, World, describe_event
from transforms.timeline.features import Scorer
from transforms.timeline.moves import join_moved_plans
from transforms.timeline.near_copies import Sketch
from transforms.timeline.reports import Report
from transforms.timeline.types import may_hold
from transforms.timeline.within import find_holders, group_reports


@dataclass(frozen=True, slots=True)
class Timeline:
    """All rows that consolidation makes, each list sorted by its table's key, and the event of each mention."""

    events: list[Event]
    participants: list[EventParticipant]
    aliases: list[EventAlias]
    history: list[HistoryStep]
    event_ids: dict[str, str]


def consolidate(
    documents: Mapping[str, Document],
    mentions: Sequence[Mention],
    *,
    places: Mapping[str, Place],
    event_types: Mapping[str, EventType],
    corrections: Sequence[Correction] = (),
    newest_published_on: date | None,
    withdrawals: Sequence[Withdrawal] = (),
    actors: Mapping[str, Actor] | None = None,
    sketches: Mapping[str, Sketch] | None = None,
) -> Timeline:
    """Decide which mentions are the same event and make the rows of each event.

    The result depends on the set of documents, mentions and corrections alone, not on their order; and the rows of a
    connected group (`blocking.group_keys`) do not depend on mentions outside it.

    Args:
        documents: latest version of each document that a mention stands in, by document_id.
        mentions: dated mentions.
        places: places of the mentions, by place_id; an unknown id counts as no place.
        event_types: every type that mentions have, by event_type.
        corrections: applied last; those whose ids are not among the mentions change nothing.
        newest_published_on: newest publication day in the warehouse, by which past plans count as unconfirmed.
        withdrawals: mentions whose documents were withdrawn; they become tombstones.
        actors: names for `set_actor`, by actor_id.
        sketches: `near_copies.sketch_document` of documents, by document_id; made here where missing.

    Raises:
        KeyError: a mention's document or type is not given.
    """
    world = World(documents, places, event_types, actors or {})
    scorer = Scorer(documents, places, sketches)
    reports, keys, holders = _read_reports(world, mentions, corrections)
    clusters: list[Cluster] = []
    for group in connect(keys):
        linked = Linker(keys, scorer).cluster([reports[report_id] for report_id in group])
        clusters.extend(join_moved_plans(linked, documents, scorer))
    corrected = apply_corrections(clusters, corrections, documents)
    named = {cluster.first.report_id: cluster for cluster in corrected.clusters}
    event_ids = {m.mention_id: event_id for event_id, c in named.items() for r in c.reports for m in r.mentions}
    withdrawn = _withdrawn_from(withdrawals, event_ids)
    rows = [
        describe_event(
            cluster,
            world,
            scorer,
            corrected.touched.get(event_id, ()),
            withdrawn.get(event_id, ()),
            newest_published_on,
        )
        for event_id, cluster in named.items()
    ]
    return _collect(rows, corrected, event_ids, holders, withdrawals)


def _read_reports(
    world: World, mentions: Sequence[Mention], corrections: Sequence[Correction]
) -> tuple[dict[str, Report], dict[str, frozenset[str]], dict[str, str]]:
    """Reports and their keys by report_id, and which report is part of which."""
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.document_id].append(mention)
    reports: dict[str, Report] = {}
    keys: dict[str, frozenset[str]] = {}
    holders: dict[str, str] = {}
    for document_id in sorted(by_document):
        document = world.documents[document_id]
        told = group_reports(document, by_document[document_id], world.places)
        reports.update((report.report_id, report) for report in told)
        keys.update(keys_of_reports(document, told, world.places, corrections))
        holders.update(find_holders(told, world.places))
    return reports, keys, holders


def _withdrawn_from(withdrawals: Sequence[Withdrawal], event_ids: Mapping[str, str]) -> dict[str, list[Withdrawal]]:
    by_event: dict[str, list[Withdrawal]] = defaultdict(list)
    for withdrawal in withdrawals:
        event_id = event_ids.get(withdrawal.sibling_mention_id or "")
        if event_id and withdrawal.mention_id not in event_ids:
            by_event[event_id].append(withdrawal)
    return by_event


def _collect(
    rows: Sequence[EventRows],
    corrected: Corrected,
    event_ids: dict[str, str],
    holders: Mapping[str, str],
    withdrawals: Sequence[Withdrawal],
) -> Timeline:
    holding = _holding_events(holders, event_ids, {r.event.event_id: r.event.event_type for r in rows})
    events = [replace(r.event, part_of_event_id=holding.get(r.event.event_id)) for r in rows]
    aliases = [EventAlias(m, e, "first" if m == e else "merged") for m, e in event_ids.items()]
    aliases += [
        EventAlias(m.mention_id, None, "rejected")
        for cluster in corrected.rejected
        for report in cluster.reports
        for m in report.mentions
    ]
    aliases += [
        EventAlias(w.mention_id, event_ids.get(w.sibling_mention_id or ""), "withdrawn")
        for w in withdrawals
        if w.mention_id not in event_ids
    ]
    return Timeline(
        events=sorted(events, key=lambda event: event.event_id),
        participants=sorted((p for r in rows for p in r.participants), key=lambda p: (p.event_id, p.position)),
        aliases=sorted(aliases, key=lambda alias: alias.alias_id),
        history=sorted((s for r in rows for s in r.history), key=lambda step: (step.event_id, step.position)),
        event_ids=event_ids,
    )


def _holding_events(
    holders: Mapping[str, str], event_ids: Mapping[str, str], types: Mapping[str, str]
) -> dict[str, str]:
    """Which event each event is part of: the one that most of its reports say, the smaller id among equals."""
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for part_id, holder_id in holders.items():
        part, holder = event_ids.get(part_id), event_ids.get(holder_id)
        if part and holder and part != holder and may_hold(types[holder], types[part]):
            votes[part][holder] += 1
    return {part: min(said, key=lambda event_id: (-said[event_id], event_id)) for part, said in votes.items()}
