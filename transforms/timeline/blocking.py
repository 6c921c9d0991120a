"""Cheap keys that tie together all mentions which could ever merge or change each other's rows.

Two reports are compared only where they share a key; mentions that share keys, directly or through others, form a
connected group, and consolidating one group alone gives its rows as if everything had been consolidated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from transforms.records import Correction, Document, Mention, Participant, Place
from transforms.timeline.cues import tells_move
from transforms.timeline.features import STALE_DAYS, is_open
from transforms.timeline.moves import CUED_MOVE_DAYS, QUIET_MOVE_DAYS
from transforms.timeline.near_copies import sketch_text
from transforms.timeline.parties import SOLO_TYPES, identity_keys
from transforms.timeline.reports import Report
from transforms.timeline.sites import find_place, site_key
from transforms.timeline.types import ASSEMBLY_TYPES, PLACED_TYPES, type_family
from transforms.timeline.within import find_holders, group_reports

BUCKET_DAYS = 14
_PAIRED_MEMBERS = 6
"""Circles up to this size get a key for each pair of members, larger ones a key for each member."""
_LISTED_MEMBERS = 40
_COPY_KEYS = 4


def group_keys(
    document: Document,
    mentions: Sequence[Mention],
    places: Mapping[str, Place],
    corrections: Sequence[Correction] = (),
) -> dict[str, frozenset[str]]:
    """Keys of each mention of one document, by mention_id.

    Mentions of one report have the same keys. They depend on nothing but the document, its mentions, the places and
    the `merge` corrections, so a warehouse can store them and find the groups that a changed document touches: through
    its old keys and its new ones.
    """
    reports = group_reports(document, mentions, places)
    keys = keys_of_reports(document, reports, places, corrections)
    return {mention.mention_id: keys[report.report_id] for report in reports for mention in report.mentions}


def keys_of_reports(
    document: Document, reports: Sequence[Report], places: Mapping[str, Place], corrections: Sequence[Correction]
) -> dict[str, frozenset[str]]:
    """Keys of each report of one document, by report_id."""
    holders = find_holders(reports, places)
    keys: dict[str, frozenset[str]] = {}
    for report in reports:
        own = {f"report|{report.report_id}", f"report|{holders.get(report.report_id, report.report_id)}"}
        own.update(_correction_keys(report, corrections))
        own.update(_content_keys(document, report, places))
        keys[report.report_id] = frozenset(own)
    return keys


def _correction_keys(report: Report, corrections: Sequence[Correction]) -> Iterator[str]:
    members = {mention.mention_id for mention in report.mentions}
    for correction in corrections:
        if correction.action == "merge" and members & set(correction.target_ids):
            yield f"merge|{min(correction.target_ids)}"


def _content_keys(document: Document, report: Report, places: Mapping[str, Place]) -> Iterator[str]:
    if is_open(report.window):
        for value in sketch_text(document.text)[:_COPY_KEYS]:
            yield f"copy|{value}"
        return
    family = type_family(report.event_type)
    place = next((found for m in report.mentions if (found := find_place(m, places))), None)
    site = site_key(place)
    buckets = sorted(_buckets(report, document))
    for bucket in buckets:
        for who in _circle_keys(report):
            yield f"{family}|{who}|{bucket}"
        if report.event_type in PLACED_TYPES | ASSEMBLY_TYPES and place:
            yield f"{family}|at {site or place.country_iso3 or place.place_id}|{bucket}"
    if site and family == "gathering" and report.window and report.window.is_exact:
        for day in _days(report.window.first, min(report.window.last, report.window.first + timedelta(BUCKET_DAYS))):
            for who in (*_singles(report.principals[:_LISTED_MEMBERS]), *_countries(report.principals)):
                yield f"{family}|{who}|{site}|{day.isoformat()}"


def _circle_keys(report: Report) -> Iterator[str]:
    circle = report.principals
    if report.event_type in SOLO_TYPES | PLACED_TYPES | ASSEMBLY_TYPES | {"visit"} or len(circle) > _PAIRED_MEMBERS:
        yield from _singles(circle[:_LISTED_MEMBERS])
    elif type_family(report.event_type) == "gathering":
        yield from _singles(p for p in circle if p.kind == "organisation")
    else:
        yield from _singles(circle)
    if type_family(report.event_type) == "gathering" and len(circle) <= _PAIRED_MEMBERS:
        for one, other in combinations(circle, 2):
            both = zip(identity_keys(one), identity_keys(other), strict=True)
            pairs = {tuple(sorted((left, right))) for first, second in both for left in first for right in second}
            yield from map("+".join, sorted(pairs))


def _singles(circle: Iterable[Participant]) -> Iterator[str]:
    for participant in circle:
        known, named = identity_keys(participant)
        yield from sorted(known | named)


def _countries(circle: Sequence[Participant]) -> list[str]:
    """Keys by which a state finds those who may have stood for it."""
    return sorted({f"c:{participant.country_iso3}" for participant in circle if participant.country_iso3})


def _buckets(report: Report, document: Document) -> set[int]:
    """Fortnights in which the event may lie, by its window, by a plan's slips, and by the news it may misdate."""
    window = report.window
    if window is None:
        return set()
    slack = 1 if report.status == "held" else QUIET_MOVE_DAYS
    if tells_move(report, document.language):
        slack = CUED_MOVE_DAYS
    spans = [(window.first - timedelta(slack), window.last + timedelta(slack))]
    if report.is_news and report.published_on:
        spans.append((report.published_on - timedelta(STALE_DAYS), report.published_on))
    return {number for first, last in spans for number in range(_bucket(first), _bucket(last) + 1)}


def _bucket(day: date) -> int:
    return day.toordinal() // BUCKET_DAYS


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(offset)


def connect(keys: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """Connected groups of names that share keys, directly or through others; groups and names sorted."""
    root: dict[str, str] = {name: name for name in keys}

    def find(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    holder_of: dict[str, str] = {}
    for name in sorted(keys):
        for key in keys[name]:
            holder = find(holder_of.setdefault(key, name))
            root[holder] = find(name) if holder != find(name) else holder
    groups: dict[str, list[str]] = {}
    for name in sorted(keys):
        groups.setdefault(find(name), []).append(name)
    return sorted(groups.values())
