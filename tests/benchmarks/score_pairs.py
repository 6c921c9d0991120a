"""Score the timeline on labelled pairs of mentions: `python -m tests.benchmarks.score_pairs [--list] [FILE…]`.

Each pair is consolidated by itself; it counts as found together if both mentions lead to one event. The baseline calls
two mentions one event where their first days agree and they share a participant. B³ is the mean over the mentions asked
about, each pair being a world of its own.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.golden.timeline.told import FOLDER, build, read_lines, tell
from transforms.records import Mention
from transforms.timeline.parties import is_same_actor

Judge = Callable[[Mapping[str, Any]], bool]

FILES = ("pairs", "second_hand", "sealed")


def judge_timeline(pair: Mapping[str, Any]) -> bool:
    """Whether consolidation puts both mentions of a pair into one event."""
    tellings = [tell(row, f"{pair['id']}.{number}") for number, row in enumerate(pair["tellings"])]
    event_ids = build(tellings).event_ids
    one, other = (tellings[telling].mentions[mention].mention_id for telling, mention in pair["pair"])
    return event_ids[one] == event_ids[other]


def judge_baseline(pair: Mapping[str, Any]) -> bool:
    """Whether both mentions give the same first day and share a participant."""
    tellings = [tell(row, f"{pair['id']}.{number}") for number, row in enumerate(pair["tellings"])]
    one, other = (tellings[telling].mentions[mention] for telling, mention in pair["pair"])
    return one.date_start is not None and one.date_start == other.date_start and _share_actor(one, other)


def _share_actor(one: Mention, other: Mention) -> bool:
    return any(is_same_actor(left, right) for left in one.participants for right in other.participants)


def score(pairs: Sequence[Mapping[str, Any]], judge: Judge) -> dict[str, float]:
    """Pairwise precision, recall and F1, and B³ precision, recall and F1."""
    judged = [(bool(pair["same"]), judge(pair)) for pair in pairs]
    both = sum(truth and found for truth, found in judged)
    precision = both / max(1, sum(found for _truth, found in judged))
    recall = both / max(1, sum(truth for truth, _found in judged))
    b3_precision = sum(0.5 if found and not truth else 1.0 for truth, found in judged) / len(judged)
    b3_recall = sum(0.5 if truth and not found else 1.0 for truth, found in judged) / len(judged)
    return {
        "precision": precision, "recall": recall, "F1": _f1(precision, recall),
        "B3 precision": b3_precision, "B3 recall": b3_recall, "B3 F1": _f1(b3_precision, b3_recall),
    }


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def wrong_pairs(pairs: Sequence[Mapping[str, Any]], judge: Judge) -> list[Mapping[str, Any]]:
    """The pairs a judge gets wrong, in the order given."""
    return [pair for pair in pairs if judge(pair) != pair["same"]]


def print_scores(name: str, pairs: Sequence[Mapping[str, Any]], *, lists_errors: bool) -> None:
    """Print both judges' figures for one file, the errors by kind, and each wrong pair if asked."""
    rows = {"timeline": score(pairs, judge_timeline), "same day and a shared participant": score(pairs, judge_baseline)}
    kinds = Counter(pair["kind"] for pair in pairs)
    print(f"{name}: {len(pairs)} pairs, {sum(pair['same'] for pair in pairs)} of them one event")
    print(f"  {'':36}" + "".join(f"{column:>14}" for column in rows["timeline"]))
    for judge, row in rows.items():
        print(f"  {judge:36}" + "".join(f"{value:14.3f}" for value in row.values()))
    errors: dict[str, list[str]] = defaultdict(list)
    for pair in wrong_pairs(pairs, judge_timeline):
        errors[pair["kind"]].append(f"{pair['id']} ({'split' if pair['same'] else 'merged'})")
    for kind, wrong in sorted(errors.items()):
        print(f"  wrong in {kind}: {len(wrong)} of {kinds[kind]}" + (f": {', '.join(wrong)}" if lists_errors else ""))


def main(arguments: Sequence[str]) -> None:
    """Score the files named, or the three sets beside the golden tests."""
    named = [Path(argument) for argument in arguments if not argument.startswith("--")]
    files = named or [FOLDER / f"{name}.jsonl" for name in FILES]
    for path in files:
        print_scores(path.name, read_lines(path), lists_errors="--list" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
