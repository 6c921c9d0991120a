"""How well events are found: runs the main job on documents with gold and prints the scorer's table.

`python -m tests.benchmarks.score_events [FOLDER…]`: each folder holds `*.txt` and `gold.jsonl` (in the form of
../shared/gold/README.md); by default those in tests/golden and the five articles of ../shared. The scorer is
../shared/tools/score_events.py; where it is not there, the system's events are printed instead.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from flows.cli import call
from warehouse.folder import DataFolder
from warehouse.reading import query_release

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_events.py"
# What the release says that each document tells: the best mention of each event there.
TOLD = """
    SELECT
        d.external_id, m.event_type, m.date_start::VARCHAR, m.date_end::VARCHAR, m.status,
        coalesce(p.name, m.place_text), m.char_start, m.char_end,
        (SELECT list(w.name ORDER BY w.position) FROM mention_participants w WHERE w.mention_id = m.mention_id)
    FROM documents d
    LEFT JOIN (
        SELECT * FROM event_mentions WHERE text_field = 'text'
        QUALIFY row_number() OVER (PARTITION BY document_id, event_id
                                   ORDER BY confidence DESC, trigger_start, mention_id) = 1
    ) m USING (document_id)
    LEFT JOIN places p USING (place_id)
    ORDER BY ALL"""
OPENED: list[tempfile.TemporaryDirectory[str]] = []
FIELDS = ("type", "start", "end", "status", "place", "char_start", "char_end", "participants")


def main(folders: list[Path]) -> None:
    """Score each folder in turn."""
    for given in folders:
        folder = unsealed(given)
        gold = folder / "gold.jsonl" if folder != SHARED / "seeds" else SHARED / "gold" / "seeds.jsonl"
        if not gold.exists():
            print(f"{folder}: no gold there, passed over")
            continue
        with tempfile.TemporaryDirectory() as data:
            texts = [str(path) for path in sorted(folder.glob("*.txt"))]
            with contextlib.redirect_stdout(io.StringIO()):
                call(["run", *texts, "--data", data])
            system = Path(data) / "system.jsonl"
            system.write_text("".join(json.dumps(told) + "\n" for told in told_by_document(Path(data))))
            print(f"\n{given.relative_to(ROOT.parent)}", flush=True)
            if SCORER.exists():
                subprocess.run([sys.executable, str(SCORER), str(gold), str(system)], check=True)
            else:
                print(system.read_text())


def unsealed(folder: Path) -> Path:
    """The folder, or a temporary one with what its archive holds (kept for the life of the program)."""
    archive = folder / "sealed.tar.xz"
    if not archive.exists():
        return folder
    opened = tempfile.TemporaryDirectory()
    OPENED.append(opened)
    with tarfile.open(archive) as documents:
        documents.extractall(opened.name, filter="data")
    return Path(opened.name)


def told_by_document(data: Path) -> list[dict[str, object]]:
    """Each document's events in the scorer's form."""
    documents: dict[str, list[dict[str, object]]] = {}
    for name, *values in query_release(DataFolder(data), TOLD)[1]:
        told = documents.setdefault(name, [])
        if values[0]:
            told.append(dict(zip(FIELDS, values, strict=True)))
    return [{"doc_id": name, "events": told} for name, told in sorted(documents.items())]


if __name__ == "__main__":
    os.environ.setdefault("CHRONOFIL_TRACEBACK", "1")
    given = [Path(argument).resolve() for argument in sys.argv[1:]]
    golden = ROOT / "tests" / "golden"
    second = sorted(path.parent for path in (golden / "events_second").glob("*/gold.jsonl"))
    main(given or [SHARED / "seeds", golden / "events_open", *second, golden / "events_sealed"])
