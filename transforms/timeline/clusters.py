"""Reports of one event across documents: those that agree, then vaguer ones, then those that err on the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from transforms.timeline.features import JOIN_AT, JOIN_MARGIN, MERGE_AT, OUTVOTING_SOURCES, WEIGHTS, Score, Scorer
from transforms.timeline.reports import Report

Keys = Mapping[str, frozenset[str]]


@dataclass(slots=True, eq=False)
class Cluster:
    """Reports held to be one event; `superseded` are ids of reports whose day a later one moved."""

    reports: list[Report]
    superseded: frozenset[str] = frozenset()

    @property
    def first(self) -> Report:
        """The report that is first in order of publication."""
        return min(self.reports, key=lambda report: report.order)


class Linker:
    """Clusters the reports of one connected group; only reports that share a key are candidates."""

    def __init__(self, keys: Keys, scorer: Scorer) -> None:
        self._keys = keys
        self._scorer = scorer
        self._memory: dict[tuple[str, str], Score] = {}

    def cluster(self, reports: Sequence[Report]) -> list[Cluster]:
        """Clusters in order of their first reports, whatever the order of the input.

        First the exactly dated reports that agree on the day (`MERGE_AT`, average linkage, strongest pairs first);
        then single reports outvoted on the day; then vaguely dated ones, finest first, each with the one cluster it
        fits (`JOIN_AT`, ahead of the next by `JOIN_MARGIN`) or alone.
        """
        ordered = sorted(reports, key=lambda report: report.order)
        clusters = self._link([report for report in ordered if _is_exact(report)])
        clusters = self._settle_disputes(clusters)
        for report in sorted((r for r in ordered if not _is_exact(r)), key=_by_vagueness):
            self._join(report, clusters)
        return sorted(clusters, key=lambda cluster: cluster.first.order)

    def _score(self, one: Report, other: Report) -> Score:
        key = (min(one.report_id, other.report_id), max(one.report_id, other.report_id))
        if key not in self._memory:
            self._memory[key] = self._scorer.score(one, other)
        return self._memory[key]

    def _link(self, reports: Sequence[Report]) -> list[Cluster]:
        home = {report.report_id: Cluster([report]) for report in reports}
        pairs = ((self._agreement([one], [other]), one, other) for one, other in self._candidates(reports))
        fitting = [pair for pair in pairs if pair[0] >= MERGE_AT]
        for _total, one, other in sorted(fitting, key=lambda p: (-p[0], p[1].order, p[2].order)):
            first, second = home[one.report_id], home[other.report_id]
            if first is second or self._agreement(first.reports, second.reports) < MERGE_AT:
                continue
            first.reports.extend(second.reports)
            for report in second.reports:
                home[report.report_id] = first
        return list({id(cluster): cluster for cluster in home.values()}.values())

    def _candidates(self, reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
        """Pairs of reports that share a key, each once, the earlier in the order given first."""
        by_key: dict[str, list[int]] = defaultdict(list)
        for index, report in enumerate(reports):
            keys = self._keys[report.report_id]
            for partner in sorted({i for key in keys for i in by_key[key]}):
                yield reports[partner], report
            for key in keys:
                by_key[key].append(index)

    def _agreement(self, one: Sequence[Report], other: Sequence[Report]) -> float:
        """Mean score over all pairs between two clusters; minus infinity under a veto or a dispute about the day.

        Two days that a longer stay of either cluster covers are no dispute and count neither way.
        """
        totals = []
        for first in one:
            for second in other:
                score = self._score(first, second)
                if (score.is_disputed or score.veto == "date.apart") and _are_covered(first, second, (*one, *other)):
                    continue
                totals.append(-inf if score.is_disputed else score.total)
        return sum(totals) / len(totals) if totals else -inf

    def _settle_disputes(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        """Join clusters that tell one event on another day to the one they err about, small ones first."""
        rest = sorted(clusters, key=lambda c: (len(c.reports), c.first.order))
        settled: list[Cluster] = []
        joined: dict[int, list[Report]] = defaultdict(list)
        for index, cluster in enumerate(rest):
            fitting = [c for c in rest[index + 1 :] if self._disputed_score(cluster, c) >= MERGE_AT]
            if len(fitting) == 1:
                joined[id(fitting[0])].extend([*cluster.reports, *joined.pop(id(cluster), [])])
            else:
                settled.append(cluster)
        return [Cluster([*cluster.reports, *joined[id(cluster)]]) for cluster in settled]

    def _disputed_score(self, few: Cluster, many: Cluster) -> float:
        """Best score between two clusters that contradict each other on the day, better where one is outvoted."""
        if not self._share_key([*few.reports], many):
            return -inf
        scores = [self._score(one, other) for one in few.reports for other in many.reports]
        if any(score.veto and score.veto != "date.apart" for score in scores):
            return -inf
        best = max((score.total for score in scores if score.is_disputed), default=-inf)
        if best == -inf or self._scorer.count_sources(few.reports) > 1:
            return best
        is_outvoted = self._scorer.count_sources(many.reports) >= OUTVOTING_SOURCES
        return best + (WEIGHTS["date.outvoted"] if is_outvoted else 0.0)

    def _share_key(self, reports: Sequence[Report], cluster: Cluster) -> bool:
        own = frozenset().union(*(self._keys[report.report_id] for report in reports))
        return any(not own.isdisjoint(self._keys[known.report_id]) for known in cluster.reports)

    def _join(self, report: Report, clusters: list[Cluster]) -> None:
        near = [c for c in clusters if _may_hold_of(report, c) and self._share_key([report], c)]
        totals = sorted(
            ((self._mean(report, cluster), cluster) for cluster in near),
            key=lambda pair: (-pair[0], pair[1].first.order),
        )
        best = totals[0][0] if totals else -inf
        second = totals[1][0] if len(totals) > 1 else -inf
        if best >= JOIN_AT and best - second >= JOIN_MARGIN:
            totals[0][1].reports.append(report)
        else:
            clusters.append(Cluster([report]))

    def _mean(self, report: Report, cluster: Cluster) -> float:
        """Mean score against a cluster; members that err on the day do not count, unless all do."""
        scores = [self._score(report, known) for known in cluster.reports]
        if any(score.veto and score.veto != "date.apart" for score in scores):
            return -inf
        fitting = [score.total for score in scores if not score.veto]
        return sum(fitting) / len(fitting) if 2 * len(fitting) > len(scores) else -inf


def _is_exact(report: Report) -> bool:
    return report.window is not None and report.window.is_exact


def _may_hold_of(report: Report, cluster: Cluster) -> bool:
    """Whether what a vaguely dated report says can be said of a cluster: only plans are called off or denied ahead."""
    if report.status == "hypothetical":
        return False
    return report.status not in ("cancelled", "denied") or any(r.status != "held" for r in cluster.reports)


def _by_vagueness(report: Report) -> tuple[bool, int, object]:
    return (report.window is None, report.window.days if report.window else 0, report.order)


def _are_covered(one: Report, other: Report, members: Sequence[Report]) -> bool:
    """Whether a member's days hold the days of both."""
    if one.window is None or other.window is None:
        return False
    first, last = min(one.window.first, other.window.first), max(one.window.last, other.window.last)
    return any(m.window and m.window.is_exact and m.window.first <= first and last <= m.window.last for m in members)
