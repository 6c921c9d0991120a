"""Plans that moved to another day: postponed in so many words, or the only same plan within a fortnight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.records import Document, Status
from transforms.timeline.clusters import Cluster
from transforms.timeline.cues import tells_move
from transforms.timeline.features import Scorer
from transforms.timeline.parties import compare_circles
from transforms.timeline.reports import Report
from transforms.timeline.sites import compare_places
from transforms.timeline.types import compare_types
from transforms.timeline.windows import Window, gap_days

QUIET_MOVE_DAYS = 14
"""`core.move.same_place`: a plan moves without a cue at most this far, in the same town, where one event fits."""
CUED_MOVE_DAYS = 120
"""`core.move.cue`: how far a plan may be postponed in so many words."""

_PLANS: frozenset[Status] = frozenset({"planned", "proposed", "cancelled"})


def join_moved_plans(clusters: Sequence[Cluster], documents: Mapping[str, Document], scorer: Scorer) -> list[Cluster]:
    """Join each plan with the later event it became, where a cue or a unique same plan nearby says so.

    Plans are taken in order of their days; the reports of the plan are superseded: they no longer vote on the date.
    """
    rest = sorted(clusters, key=lambda cluster: cluster.first.order)
    for plan in sorted((c for c in rest if _is_plan(c)), key=lambda c: (_window(c), c.first.order)):
        targets = [c for c in rest if c is not plan and _may_become(plan, c, documents, scorer)]
        if len(targets) != 1 or plan not in rest:
            continue
        (target,) = targets
        rivals = [c for c in rest if c not in (plan, target) and _may_become(c, target, documents, scorer)]
        if rivals:
            continue
        target.superseded |= plan.superseded | {report.report_id for report in plan.reports}
        target.reports.extend(plan.reports)
        rest.remove(plan)
    return sorted(rest, key=lambda cluster: cluster.first.order)


def _is_plan(cluster: Cluster) -> bool:
    return _window(cluster) is not None and all(report.status in _PLANS for report in cluster.reports)


def _window(cluster: Cluster) -> Window | None:
    standing = [r for r in cluster.reports if r.report_id not in cluster.superseded]
    exact = [r.window for r in standing if r.window and r.window.is_exact]
    return max(exact, key=lambda window: (sum(w == window for w in exact), window)) if exact else None


def _may_become(plan: Cluster, target: Cluster, documents: Mapping[str, Document], scorer: Scorer) -> bool:
    day, new_day = _window(plan), _window(target)
    if day is None or new_day is None or not _is_plan(plan) or not _told_later(plan, target):
        return False
    distance = gap_days(day, new_day)
    if not 0 < distance <= CUED_MOVE_DAYS:
        return False
    is_cued = _is_cued(plan, target, documents)
    if not _is_same_circle(plan.first, target.first, is_cued=is_cued):
        return False
    if {r.document_id for r in plan.reports} & {r.document_id for r in target.reports}:
        return is_cued
    if is_cued:
        return new_day > day
    is_standing = all(report.status != "cancelled" for report in plan.reports)
    return is_standing and distance <= QUIET_MOVE_DAYS and _is_same_place(plan.first, target.first, scorer)


def _is_same_place(one: Report, other: Report, scorer: Scorer) -> bool:
    place, other_place = scorer.place_of(one), scorer.place_of(other)
    if place is not None and other_place is not None and place.place_id == other_place.place_id:
        return True
    return compare_places(place, other_place) in ("same_venue", "same_city")


def _told_later(plan: Cluster, target: Cluster) -> bool:
    """Whether the target became known no earlier than the plan was last told."""
    told = [r.published_on for r in plan.reports if r.published_on]
    known = [r.published_on for r in target.reports if r.published_on]
    return bool(told and known) and max(told) <= min(known)


def _is_same_circle(one: Report, other: Report, *, is_cued: bool) -> bool:
    """Whether a plan and an event have the same people; a word of the move lets one side name more of them."""
    if compare_types(one.event_type, one.medium, other.event_type, other.medium) not in ("same", "undecided"):
        return False
    overlap = compare_circles(one.principals, other.principals)
    return overlap.is_equal or (is_cued and overlap.met > 0 and overlap.is_nested)


def _is_cued(plan: Cluster, target: Cluster, documents: Mapping[str, Document]) -> bool:
    reports = (*plan.reports, *target.reports)
    return any(tells_move(report, documents[report.document_id].language) for report in reports)
