"""Score the dates room on annotated corpora: `make score`, or `python tests/benchmarks/score_dates.py [FOLDER]`.

Prints, for each corpus found, strict, relaxed and type F1, TempEval-3's relaxed value F1, HeidelTime's and dateparser's
value F1 on the same documents, and how often a bootstrap over documents puts us above HeidelTime's figure. The
corpora are not part of the project: a folder without them is said and skipped.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from transforms.dates.resolve import resolve_timexes

DEFAULT_FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "timex"
DRAWS = 2000
HEADER_REACH = 160


@dataclass(frozen=True)
class Peer:
    """Value F1 of other programs on one corpus, and what we want to reach (points)."""

    heideltime: float
    dateparser: float
    target: float


PEERS: Mapping[str, Peer] = {
    "fr_timebank.dev": Peer(75.1, 28.7, 89.0),
    "en_meantime.dev": Peer(84.4, 42.6, 90.0),
    "en_wikiwars.dev": Peer(84.7, 12.1, 87.0),
    "es_meantime.dev": Peer(73.1, 39.5, 87.0),
}


@dataclass(frozen=True)
class Expression:
    """One annotated or found expression; `accepted` holds every value counted as right."""

    start: int
    end: int
    type: str
    accepted: tuple[str, ...]
    text: str


@dataclass
class Counts:
    """What one or more documents add up to."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    type_right: int = 0
    valued_gold: int = 0
    valued_found: int = 0
    value_right: int = 0

    def add(self, other: Counts) -> None:
        """Add another document's counts."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def value_f1(self) -> float:
        """Relaxed value F1 in points."""
        return f1(self.value_right, self.valued_found, self.valued_gold)


def f1(right: int, found: int, gold: int) -> float:
    """F1 in points."""
    return 200 * right / (found + gold) if found + gold else 0.0


def pairs(gold: Sequence[Expression], found: Sequence[Expression]) -> list[tuple[int, int, bool]]:
    """Match overlapping expressions one to one: exact spans first, then the larger overlap, then the leftmost."""
    options = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            overlap = min(wanted.end, got.end) - max(wanted.start, got.start)
            if overlap > 0:
                exact = (wanted.start, wanted.end) == (got.start, got.end)
                options.append((not exact, -overlap, wanted.start, got.start, i, j))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matched = []
    for inexact, _, _, _, i, j in sorted(options):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            matched.append((i, j, not inexact))
    return matched


def count(gold: Sequence[Expression], found: Sequence[Expression]) -> Counts:
    """The counts of one document; gold without any value leaves the value figures, with what matched it."""
    counts = Counts(gold=len(gold), found=len(found), valued_found=len(found))
    counts.valued_gold = sum(bool(wanted.accepted) for wanted in gold)
    for i, j, exact in pairs(gold, found):
        counts.relaxed += 1
        counts.strict += exact
        counts.type_right += gold[i].type == found[j].type
        if gold[i].accepted:
            counts.value_right += found[j].accepted[0] in gold[i].accepted
        else:
            counts.valued_found -= 1
    return counts


def gold_of(document: Mapping[str, object]) -> list[Expression]:
    """The annotated expressions of one document."""
    listed = document["timexes"]
    assert isinstance(listed, list)
    return [
        Expression(
            one["start"],
            one["end"],
            one["type"],
            tuple(value for value in [one.get("value"), *one.get("alt", [])] if value),
            one["text"],
        )
        for one in listed
    ]


def found_in(document: Mapping[str, object]) -> list[Expression]:
    """What the dates room finds in one document."""
    day = document.get("dct")
    reference = date.fromisoformat(str(day)[:10]) if day else None
    timexes = resolve_timexes(str(document["text"]), str(document["lang"]), reference=reference)
    return [Expression(one.start, one.end, one.type, (one.value,), one.text) for one in timexes]


def without_header(document: Mapping[str, object], listed: Iterable[Expression]) -> list[Expression]:
    """The expressions but the header date, which MEANTIME annotates in every document."""
    day = str(document.get("dct"))[:10]
    kept = list(listed)
    header = next((one for one in kept if one.start < HEADER_REACH and one.accepted[:1] == (day,)), None)
    return [one for one in kept if header is None or (one.start, one.end) != (header.start, header.end)]


def times_above(per_document: Sequence[Counts], figure: float) -> float:
    """Share of bootstrap samples of documents whose value F1 lies above a figure (fixed seed)."""
    draw = random.Random(20260601)
    above = 0
    for _ in range(DRAWS):
        total = Counts()
        for one in draw.choices(per_document, k=len(per_document)):
            total.add(one)
        above += total.value_f1() > figure
    return above / DRAWS


def error_classes(documents: Sequence[Mapping[str, object]]) -> Counter[str]:
    """Misses, extras and wrong values, counted by kind of time."""
    classes: Counter[str] = Counter()
    for document in documents:
        gold, found = gold_of(document), found_in(document)
        matched = pairs(gold, found)
        hit, kept = {i for i, _, _ in matched}, {j for _, j, _ in matched}
        for i, j, _ in matched:
            if gold[i].accepted and found[j].accepted[0] not in gold[i].accepted:
                wanted, got = kind_of(gold[i].accepted), kind_of(found[j].accepted)
                classes[f"wrong value: {wanted}" if wanted == got else "wrong value: another kind of time"] += 1
        classes.update(f"missed: {kind_of(one.accepted)}" for i, one in enumerate(gold) if i not in hit)
        classes.update(f"extra: {kind_of(one.accepted)}" for j, one in enumerate(found) if j not in kept)
    return classes


def kind_of(accepted: Sequence[str]) -> str:
    """The kind of a value: calendar date or clock time, vague reference, quantity or set, year unknown, none."""
    if not accepted:
        return "annotated without value"
    value = accepted[0]
    if value.endswith("_REF"):
        return "vague reference"
    if value.startswith("P"):
        return "quantity or set"
    if value.startswith("BC"):
        return "before Christ"
    return "year unknown or habit" if value.startswith("X") else "calendar date or clock time"


def report(path: Path, show_errors: bool) -> None:
    """Print the figures of one corpus."""
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    started = time.perf_counter()
    per_document = [count(gold_of(one), found_in(one)) for one in documents]
    seconds = time.perf_counter() - started
    total = Counts()
    for one in per_document:
        total.add(one)
    name = path.name.removesuffix(".jsonl")
    peer = PEERS.get(name)
    beside = f"{peer.heideltime:10.1f} {peer.dateparser:10.1f} {peer.target:7.1f}" if peer else " " * 29
    above = f"{times_above(per_document, peer.heideltime):6.1%}" if peer else ""
    print(
        f"{name:18s} {total.gold:5d} {total.found:5d} {f1(total.strict, total.found, total.gold):7.1f} "
        f"{f1(total.relaxed, total.found, total.gold):8.1f} {f1(total.type_right, total.found, total.gold):6.1f} "
        f"{total.value_f1():6.1f} {beside} {above:>8s}  {seconds:5.2f} s"
    )
    if "meantime" in name:
        bare = Counts()
        for one in documents:
            bare.add(count(without_header(one, gold_of(one)), without_header(one, found_in(one))))
        print(f"{'  without header':18s} {bare.gold:5d} {bare.found:5d} {'':7s} {'':8s} {'':6s} {bare.value_f1():6.1f}")
    if show_errors:
        for label, times in error_classes(documents).most_common():
            print(f"    {times:4d}  {label}")


def main(arguments: Sequence[str]) -> int:
    """Score every corpus of the folder given (default: beside the repository)."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    folder = folders[0] if folders else DEFAULT_FOLDER
    paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    if not paths:
        print(f"no corpora (*.jsonl) in {folder}: nothing scored", file=sys.stderr)
        return 0
    print(f"{'corpus':18s} {'gold':>5s} {'found':>5s} {'strict':>7s} {'relaxed':>8s} {'type':>6s} {'value':>6s} "
          f"{'HeidelTime':>10s} {'dateparser':>10s} {'target':>7s} {'P(>HT)':>8s}")  # fmt: skip
    for path in paths:
        report(path, "--errors" in arguments)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
