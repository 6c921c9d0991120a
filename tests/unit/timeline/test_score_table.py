"""The table of features in the README is the table in the code."""

from __future__ import annotations

import re
from pathlib import Path

from transforms.timeline import weights
from transforms.timeline.moves import CUED_MOVE_DAYS, QUIET_MOVE_DAYS
from transforms.timeline.near_copies import COPY_CONTAINMENT

README = (Path(weights.__file__).parent / "README.md").read_text(encoding="utf-8")


def test_every_feature_is_documented_with_its_weight() -> None:
    told = re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \| (-?\d+\.\d) \|", README, re.MULTILINE)
    assert {name: float(weight) for name, weight in told} == dict(weights.WEIGHTS)


def test_every_threshold_is_documented_with_its_value() -> None:
    told = re.findall(r"^\| `core\.[a-z_.]+` \(`([A-Z_]+)`\) \| ([\d.]+) \|", README, re.MULTILINE)
    assert {name: float(value) for name, value in told} == {
        "MERGE_AT": weights.MERGE_AT, "JOIN_AT": weights.JOIN_AT, "JOIN_MARGIN": weights.JOIN_MARGIN,
        "QUIET_MOVE_DAYS": QUIET_MOVE_DAYS, "CUED_MOVE_DAYS": CUED_MOVE_DAYS, "COPY_CONTAINMENT": COPY_CONTAINMENT,
    }


def test_every_veto_is_documented() -> None:
    assert all(f"`{veto}`" in README for veto in weights.VETOES)
