"""Reports of one event across documents: those that agree, then those that err on the day, then vaguer ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from transforms.timeline.features import Scorer
from transforms.timeline.reports import Report
from transforms.timeline.weights import JOIN_AT, JOIN_MARGIN, MERGE_AT, OUTVOTING_SOURCES, WEIGHTS, Score

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


@dataclass(frozen=True, slots=True, eq=False)
class _Bundle:
    """Reports that say the same to the letter: the first stands for all in the score, and counts for all."""

    reports: tuple[Report, ...]

    @property
    def voice(self) -> Report:
        return self.reports[0]


class _Group:
    """Bundles held to be one event while clustering, with their documents and keys."""

    def __init__(self, bundle: _Bundle, keys: frozenset[str]) -> None:
        self.bundles = [bundle]
        self.documents = {report.document_id for report in bundle.reports}
        self.keys = set(keys)

    def reports(self) -> list[Report]:
        """All reports, in the order in which their bundles came."""
        return [report for bundle in self.bundles for report in bundle.reports]

    def take(self, other: _Group) -> None:
        """Take in all of another group."""
        self.bundles += other.bundles
        self.documents |= other.documents
        self.keys |= other.keys

    @property
    def order(self) -> object:
        """Key of the order of the groups' first reports."""
        return min(report.order for report in self.reports())


class _Index:
    """Finds the groups that share a key."""

    def __init__(self, groups: Iterable[_Group]) -> None:
        self._by_key: dict[str, dict[int, _Group]] = defaultdict(dict)
        for group in groups:
            self.add(group)

    def add(self, group: _Group) -> None:
        """Find the group by all its keys from now on."""
        for key in group.keys:
            self._by_key[key][id(group)] = group

    def near(self, keys: Iterable[str]) -> list[_Group]:
        """Groups that share one of the keys, each once."""
        return list({name: group for key in sorted(keys) for name, group in self._by_key[key].items()}.values())


class Linker:
    """Clusters the reports of one connected group; only reports that share a key are candidates."""

    def __init__(self, keys: Keys, scorer: Scorer) -> None:
        self._keys = keys
        self._scorer = scorer
        self._memory: dict[tuple[str, str], Score] = {}

    def cluster(self, reports: Sequence[Report]) -> list[Cluster]:
        """Clusters in order of their first reports, whatever the order of the input.

        First the exactly dated reports that agree on the day (`MERGE_AT`, average linkage, strongest pairs first);
        then groups that contradict others on the day; then vaguely dated ones, finest first, each with the one event
        it fits (`JOIN_AT`, ahead of the next by `JOIN_MARGIN`) or alone.
        """
        ordered = sorted(reports, key=lambda report: report.order)
        bundles = self._bundle(ordered)
        groups = self._settle_disputes(self._link([bundle for bundle in bundles if _is_exact(bundle.voice)]))
        index = _Index(groups)
        for bundle in sorted((b for b in bundles if not _is_exact(b.voice)), key=lambda b: _by_vagueness(b.voice)):
            alone = self._group(bundle)
            home = self._find_home(alone, index)
            if home is None:
                groups.append(alone)
            else:
                home.take(alone)
            index.add(home or alone)
        return sorted((Cluster(group.reports()) for group in groups), key=lambda cluster: cluster.first.order)

    def _score(self, one: _Bundle, other: _Bundle) -> Score:
        names = one.voice.report_id, other.voice.report_id
        key = (min(names), max(names))
        if key not in self._memory:
            self._memory[key] = self._scorer.score(one.voice, other.voice)
        return self._memory[key]

    def _bundle(self, reports: Sequence[Report]) -> list[_Bundle]:
        """Bundle reports of different documents that say the same and would be one event by themselves."""
        alike: dict[object, list[list[Report]]] = defaultdict(list)
        for report in reports:
            stacks = alike[self._scorer.profile(report), self._keys_of_content(report)]
            free = (stack for stack in stacks if all(r.document_id != report.document_id for r in stack))
            home = next(free, None)
            if home is not None and self._scorer.score(home[0], report).total >= MERGE_AT:
                home.append(report)
            else:
                stacks.append([report])
        bundles = [_Bundle(tuple(stack)) for stacks in alike.values() for stack in stacks]
        return sorted(bundles, key=lambda bundle: bundle.voice.order)

    def _group(self, bundle: _Bundle) -> _Group:
        return _Group(bundle, self._keys[bundle.voice.report_id])

    def _keys_of_content(self, report: Report) -> frozenset[str]:
        return frozenset(key for key in self._keys[report.report_id] if not key.startswith("report|"))

    def _link(self, bundles: Sequence[_Bundle]) -> list[_Group]:
        home = {id(bundle): self._group(bundle) for bundle in bundles}
        pairs = ((self._agreement([one], [other]), one, other) for one, other in self._candidates(bundles))
        fitting = [pair for pair in pairs if pair[0] >= MERGE_AT]
        for _total, one, other in sorted(fitting, key=lambda p: (-p[0], p[1].voice.order, p[2].voice.order)):
            first, second = home[id(one)], home[id(other)]
            if first is second or not first.documents.isdisjoint(second.documents):
                continue
            if self._agreement(first.bundles, second.bundles) >= MERGE_AT:
                first.take(second)
                for bundle in second.bundles:
                    home[id(bundle)] = first
        return list({id(group): group for group in home.values()}.values())

    def _candidates(self, bundles: Sequence[_Bundle]) -> Iterator[tuple[_Bundle, _Bundle]]:
        """Pairs of bundles that share a key, each once, the earlier in the order given first."""
        by_key: dict[str, list[int]] = defaultdict(list)
        for index, bundle in enumerate(bundles):
            keys = self._keys[bundle.voice.report_id]
            for partner in sorted({i for key in keys for i in by_key[key]}):
                yield bundles[partner], bundle
            for key in keys:
                by_key[key].append(index)

    def _agreement(self, one: Sequence[_Bundle], other: Sequence[_Bundle]) -> float:
        """Mean score over all pairs between two groups; minus infinity under a veto or a dispute about the day.

        Two days that a longer stay of either group covers are no dispute and count neither way.
        """
        total, count = 0.0, 0
        for first in one:
            for second in other:
                score = self._score(first, second)
                if score.is_disputed or score.veto:
                    is_about_day = score.is_disputed or score.veto == "date.apart"
                    if is_about_day and _are_covered(first.voice, second.voice, (*one, *other)):
                        continue
                    return -inf
                pairs = len(first.reports) * len(second.reports)
                total, count = total + score.total * pairs, count + pairs
        return total / count if count else -inf

    def _settle_disputes(self, groups: Sequence[_Group]) -> list[_Group]:
        """Join groups that tell one event on another day to the one they err about, small ones first."""
        rest = sorted(groups, key=lambda group: (len(group.documents), group.order))
        place = {id(group): number for number, group in enumerate(rest)}
        index = _Index(rest)
        settled: list[_Group] = []
        joined: dict[int, list[_Group]] = defaultdict(list)
        for group in rest:
            larger = [g for g in index.near(group.keys) if place[id(g)] > place[id(group)]]
            fitting = [g for g in larger if self._disputed_score(group, g) >= MERGE_AT]
            if len(fitting) == 1:
                joined[id(fitting[0])] += [group, *joined.pop(id(group), [])]
            else:
                settled.append(group)
        for group in settled:
            for erring in joined[id(group)]:
                group.take(erring)
        return settled

    def _disputed_score(self, few: _Group, many: _Group) -> float:
        """Best score between two groups that contradict each other on the day, better where one is outvoted."""
        if not few.documents.isdisjoint(many.documents):
            return -inf
        scores = [self._score(one, other) for one in few.bundles for other in many.bundles]
        if any(score.veto and score.veto != "date.apart" for score in scores):
            return -inf
        best = max((score.total for score in scores if score.is_disputed), default=-inf)
        if best == -inf or self._scorer.count_sources(few.reports()) > 1:
            return best
        is_outvoted = self._scorer.count_sources(many.reports()) >= OUTVOTING_SOURCES
        return best + (WEIGHTS["date.outvoted"] if is_outvoted else 0.0)

    def _find_home(self, alone: _Group, index: _Index) -> _Group | None:
        """The one group that a vaguely dated bundle fits, if there is one."""
        near = [group for group in index.near(alone.keys) if _may_say_of(alone.bundles[0].voice, group)]
        totals = sorted(((self._mean(alone, group), group) for group in near), key=lambda p: (-p[0], p[1].order))
        best = totals[0][0] if totals else -inf
        second = totals[1][0] if len(totals) > 1 else -inf
        return totals[0][1] if best >= JOIN_AT and best - second >= JOIN_MARGIN else None

    def _mean(self, alone: _Group, group: _Group) -> float:
        """Mean score against a group; members that err on the day do not count, unless most do."""
        if not alone.documents.isdisjoint(group.documents):
            return -inf
        total, fitting, count = 0.0, 0, 0
        for known in group.bundles:
            score = self._score(alone.bundles[0], known)
            if score.veto and score.veto != "date.apart":
                return -inf
            count += len(known.reports)
            if not score.veto:
                total, fitting = total + score.total * len(known.reports), fitting + len(known.reports)
        return total / fitting if 2 * fitting > count else -inf


def _may_say_of(report: Report, group: _Group) -> bool:
    """Whether what a vaguely dated report says can be said of an event: only plans are called off or denied ahead."""
    if report.status == "hypothetical":
        return False
    return report.status not in ("cancelled", "denied") or any(b.voice.status != "held" for b in group.bundles)


def _is_exact(report: Report) -> bool:
    return report.window is not None and report.window.is_exact


def _by_vagueness(report: Report) -> tuple[bool, int, object]:
    return (report.window is None, report.window.days if report.window else 0, report.order)


def _are_covered(one: Report, other: Report, members: Sequence[_Bundle]) -> bool:
    """Whether a member's days hold the days of both."""
    if one.window is None or other.window is None:
        return False
    first, last = min(one.window.first, other.window.first), max(one.window.last, other.window.last)
    windows = (bundle.voice.window for bundle in members)
    return any(w is not None and w.is_exact and w.first <= first and last <= w.last for w in windows)
