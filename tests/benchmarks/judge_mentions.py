"""Mentions drawn at random from real texts, to be judged by a reader, and the precision that his verdicts give.

`python -m tests.benchmarks.judge_mentions draw FOLDER_OR_FILE… > drawn.jsonl`: runs the main job, draws 150 core
mentions and 50 others (seed 20261122) and prints each with the words around it. A reader adds `verdict` ("right" or
"wrong") and `errors` (classes of `CLASSES`) to each line. `… score judged.jsonl` prints precision with its 95 %
interval (Wilson, 1927) and the errors by class. Offsets and verdicts alone are kept (tests/golden/events_judged).
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from flows.cli import call
from warehouse.folder import DataFolder
from warehouse.reading import query_release

SEED = 20261122
CORE, OTHERS = 150, 50
CLASSES = ("no_event", "type", "status", "date", "participants", "place")
_AROUND = 300
_NORMAL = 1.96
TOLD = """
    SELECT d.external_id, d.published_on::VARCHAR, m.event_type, m.medium, m.status, m.date_start::VARCHAR,
           m.date_end::VARCHAR, m.date_basis, coalesce(p.name, m.place_text), m.char_start, m.char_end, m.trigger_text,
           m.trigger_start,
           (SELECT list(w.name || ' (' || w.role || ')' ORDER BY w.position)
            FROM mention_participants w WHERE w.mention_id = m.mention_id),
           t.is_core, d.text
    FROM event_mentions m JOIN documents d USING (document_id) JOIN event_types t USING (event_type)
    LEFT JOIN places p USING (place_id)
    WHERE m.text_field = 'text'
    ORDER BY m.mention_id"""
FIELDS = ("doc_id", "published", "type", "medium", "status", "start", "end", "basis", "place", "char_start", "char_end",
          "trigger", "trigger_start", "participants")  # fmt: skip


def draw(paths: list[str]) -> None:
    """Print the drawn mentions, one JSON object a line."""
    with tempfile.TemporaryDirectory() as data:
        with contextlib.redirect_stdout(io.StringIO()):
            call(["run", *paths, "--data", data])
        rows = query_release(DataFolder(Path(data)), TOLD)[1]
    chance = random.Random(SEED)
    for is_core, count in ((True, CORE), (False, OTHERS)):
        pool = [row for row in rows if row[-2] == is_core]
        for row in chance.sample(pool, min(count, len(pool))):
            told = dict(zip(FIELDS, row, strict=False))
            text, start, end = row[-1], told["char_start"], told["char_end"]
            around = (text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
            print(json.dumps(told | {"core": is_core, "before": around[0], "sentence": around[1], "after": around[2]},
                             ensure_ascii=False))


def score(path: Path) -> None:
    """Print precision with its interval and the errors by class, core mentions and others apart."""
    judged = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for is_core in (True, False):
        told = [line for line in judged if line["core"] == is_core]
        if not told:
            continue
        right = sum(line["verdict"] == "right" for line in told)
        low, high = wilson(right, len(told))
        errors = Counter(error for line in told for error in line["errors"])
        print(f"{'core' if is_core else 'other'}: {right} of {len(told)} right, {right / len(told):.2f} "
              f"({low:.2f}-{high:.2f}); errors {dict(errors.most_common())}")
        for kind, count in sorted(Counter(line["type"] for line in told).items()):
            good = sum(line["type"] == kind and line["verdict"] == "right" for line in told)
            print(f"  {kind}: {good} of {count}")


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson, 1927)."""
    share, square = right / total, _NORMAL**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    width = _NORMAL / (1 + square / total) * math.sqrt(share * (1 - share) / total + square / (4 * total**2))
    return middle - width, middle + width


if __name__ == "__main__":
    if sys.argv[1] == "draw":
        draw(sys.argv[2:])
    else:
        score(Path(sys.argv[2]))
