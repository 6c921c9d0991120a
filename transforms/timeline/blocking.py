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
from transforms.timeline.days import is_open
from transforms.timeline.moves import CUED_MOVE_DAYS, QUIET_MOVE_DAYS
from transforms.timeline.near_copies import sketch_document
from transforms.timeline.parties import SOLO_TYPES, bodies_of, identity_keys
from transforms.timeline.reports import Report
from transforms.timeline.sites import place_of_all, site_key
from transforms.timeline.types import ASSEMBLY_TYPES, PLACED_TYPES, type_family
from transforms.timeline.weights import MONTH_DAYS, NEAR_DAYS, OFTEN_HEARD, STALE_DAYS
from transforms.timeline.windows import Window
from transforms.timeline.within import find_holders, group_reports

STRETCH_DAYS = 4
_PAIRED_MEMBERS = 6
"""Circles up to this size get a key for each pair of members, larger ones a key for each member and day."""
_LISTED_MEMBERS = 40
"""Members of a long list who get keys."""
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
    window = report.window
    if window is None or is_open(window):
        yield from (f"copy|{value}" for value in sketch_document(document)[:_COPY_KEYS])
        return
    if report.event_type in OFTEN_HEARD and not window.is_exact:
        return
    family = type_family(report.event_type)
    place = place_of_all(report.mentions, places)
    days = [day.isoformat() for day in _days(window)]
    stretches = [str(number) for number in sorted(_stretches(report, window, document, is_placed=place is not None))]
    for who in _lasting_keys(report, is_coarse=window.days > MONTH_DAYS):
        yield from (f"{family}|{who}|{stretch}" for stretch in stretches)
    for who in _daily_keys(report):
        yield from (f"{family}|{who}|{day}" for day in days)
    site = site_key(place)
    if place and report.event_type in PLACED_TYPES | ASSEMBLY_TYPES:
        at = site or place.country_iso3 or place.place_id
        yield from (f"{family}|at {at}|{stretch}" for stretch in stretches)
    if site and family == "gathering" and window.is_exact:
        singles = [*_singles(report.principals[:_LISTED_MEMBERS]), *_state_pairs(report.principals)]
        yield from (f"{family}|{who}|{site}|{day}" for who in singles for day in days)


def _lasting_keys(report: Report, *, is_coarse: bool) -> Iterator[str]:
    """Keys of who took part for whole stretches of days; of a coarsely dated report only the surest."""
    circle = report.principals
    if type_family(report.event_type) != "gathering":
        yield from _singles(() if report.event_type in SOLO_TYPES else circle)
        return
    yield from _singles(bodies_of(circle))
    if len(circle) <= _PAIRED_MEMBERS:
        for one, other in combinations(circle, 2):
            yield from sorted(_pair_keys(one, other, is_coarse=is_coarse))


def _daily_keys(report: Report) -> Iterator[str]:
    """Keys of who took part for single days: speakers, and members of assemblies and long lists."""
    circle = report.principals
    is_list = report.event_type in ASSEMBLY_TYPES or len(circle) > _PAIRED_MEMBERS
    if report.event_type in SOLO_TYPES or (is_list and type_family(report.event_type) == "gathering"):
        yield from _singles(circle[:_LISTED_MEMBERS])


def _pair_keys(one: Participant, other: Participant, *, is_coarse: bool) -> set[str]:
    """Keys of a pair: both by id or office, both by name, and each with the state of the other, if it is another's."""
    known, named = identity_keys(one)
    other_known, other_named = identity_keys(other)
    if is_coarse:
        return {_joined(left, right) for left in sorted(known)[:1] for right in sorted(other_known)[:1]}
    pairs = {_joined(left, right) for left in known for right in other_known}
    pairs |= {_joined(left, right) for left in named for right in other_named}
    if one.country_iso3 == other.country_iso3:
        return pairs
    pairs |= {_joined(left, right) for left in _countries([one]) for right in other_known if right.startswith("a:")}
    return pairs | {_joined(left, right) for left in known if left.startswith("a:") for right in _countries([other])}


def _joined(one: str, other: str) -> str:
    return f"{min(one, other)}+{max(one, other)}"


def _singles(circle: Iterable[Participant]) -> Iterator[str]:
    for participant in circle:
        known, named = identity_keys(participant)
        yield from sorted(known | named)


def _countries(circle: Sequence[Participant]) -> list[str]:
    """Keys by which a state, or a title without a name, finds those whom it may stand for."""
    return sorted({f"c:{participant.country_iso3}" for participant in circle if participant.country_iso3})


def _state_pairs(circle: Sequence[Participant]) -> list[str]:
    """Keys by which talks of two states find those of their people."""
    if len(circle) > _PAIRED_MEMBERS:
        return []
    return [_joined(one, other) for one, other in combinations(_countries(circle), 2)]


def _stretches(report: Report, window: Window, document: Document, *, is_placed: bool) -> set[int]:
    """Stretches of four days in which the event may lie.

    Its window and the days that it may be confused with, a plan's slips, and the days of which its document is news.
    """
    spans = [(window.first, window.last + timedelta(NEAR_DAYS))]
    if report.status != "held" and is_placed:
        spans.append((window.first - timedelta(QUIET_MOVE_DAYS), window.last + timedelta(QUIET_MOVE_DAYS)))
    if tells_move(report, document.language):
        spans.append((window.first - timedelta(CUED_MOVE_DAYS), window.last + timedelta(CUED_MOVE_DAYS)))
    if report.is_news and report.published_on:
        spans.append((report.published_on - timedelta(STALE_DAYS), report.published_on))
    return {number for first, last in spans for number in range(_stretch(first), _stretch(last) + 1)}


def _stretch(day: date) -> int:
    return day.toordinal() // STRETCH_DAYS


def _days(window: Window) -> Iterator[date]:
    """Each day of a window, at most a month of them."""
    for offset in range(min(window.days, MONTH_DAYS)):
        yield window.first + timedelta(offset)


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
