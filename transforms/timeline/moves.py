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


def join_moved_plans(
    clusters: Sequence[Cluster], documents: Mapping[str, Document], scorer: Scorer
) -> list[Cluster]:
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
    if day is None or new_day is None or not _is_plan(plan) or not gap_days(day, new_day):
        return False
    if not _told_later(plan, target) or not _is_same_circle(plan.first, target.first):
        return False
    if {r.document_id for r in plan.reports} & {r.document_id for r in target.reports}:
        return _is_cued(plan, target, documents) and gap_days(day, new_day) <= CUED_MOVE_DAYS
    if _is_cued(plan, target, documents):
        return new_day > day and gap_days(day, new_day) <= CUED_MOVE_DAYS
    where = compare_places(scorer.place_of(plan.first), scorer.place_of(target.first))
    is_near = gap_days(day, new_day) <= QUIET_MOVE_DAYS
    return is_near and where in ("same_venue", "same_city") and all(r.status != "cancelled" for r in plan.reports)


def _told_later(plan: Cluster, target: Cluster) -> bool:
    """Whether the target became known no earlier than the plan was last told."""
    told = [r.published_on for r in plan.reports if r.published_on]
    known = [r.published_on for r in target.reports if r.published_on]
    return bool(told and known) and max(told) <= min(known)


def _is_same_circle(one: Report, other: Report) -> bool:
    if compare_types(one.event_type, one.medium, other.event_type, other.medium) not in ("same", "undecided"):
        return False
    overlap = compare_circles(one.principals, other.principals)
    return overlap.shared > 0 and not overlap.only_one and not overlap.only_other


def _is_cued(plan: Cluster, target: Cluster, documents: Mapping[str, Document]) -> bool:
    reports = (*plan.reports, *target.reports)
    return any(tells_move(report, documents[report.document_id].language) for report in reports)
