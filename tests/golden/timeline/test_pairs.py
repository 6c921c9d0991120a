"""The labelled pairs: their form, and that the timeline tells them apart better than the baseline."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.score_pairs import judge_baseline, judge_timeline, score, wrong_pairs
from tests.golden.timeline.told import FOLDER, read_lines

KINDS = frozenset({
    "same_pair_other_event", "same_day_other_partner", "same_event_other_words", "other_language", "one_document",
    "two_in_one_document", "coarse_date", "plan_and_report", "moved_plan", "wrong_date", "other_type", "gathering",
    "solo", "titles", "undated", "lifecycle",
})
PAIRS = read_lines(FOLDER / "pairs.jsonl")
FILES = [path for path in (FOLDER / "pairs.jsonl", FOLDER / "sealed.jsonl") if path.exists()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_pairs_are_well_formed(path: Path) -> None:
    pairs = read_lines(path)
    assert max(Counter(pair["id"] for pair in pairs).values()) == 1
    for pair in pairs:
        assert pair["kind"] in KINDS
        assert len(pair["pair"]) == 2
        judge_baseline(pair)


def test_open_pairs_hold_the_hard_kind_in_number() -> None:
    kinds = Counter(pair["kind"] for pair in PAIRS)
    assert len(PAIRS) >= 75
    assert kinds["same_pair_other_event"] >= 0.38 * len(PAIRS)
    assert set(kinds) == KINDS


def test_open_pairs_are_told_apart() -> None:
    assert [pair["id"] for pair in wrong_pairs(PAIRS, judge_timeline)] == []


def test_timeline_beats_the_baseline() -> None:
    ours, baseline = score(PAIRS, judge_timeline), score(PAIRS, judge_baseline)
    assert all(ours[figure] >= baseline[figure] for figure in baseline)
    assert ours["F1"] > baseline["F1"] + 0.2
