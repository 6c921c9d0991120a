"""How well events are found: runs the main job on documents with gold and prints the scorer's table.

`python -m tests.benchmarks.score_events [FOLDER…]`: each folder holds `*.txt` (or `documents.jsonl`) and `gold.jsonl`
(in the form of ../shared/gold/README.md); by default those in tests/golden and the five articles of ../shared. The
scorer is ../shared/tools/score_events.py; where it is not there, the system's events are printed instead. Under its
table stands one by event type and language: how many required core events, of them found, of them right in type, date
and all principal participants; and how many that nobody asked for were told. A last line says what strict F1 would be
if a participant also counted under the words of the text: gold by second hands often knows no canonical name.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from flows.cli import call
from warehouse.folder import DataFolder
from warehouse.reading import query_release

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_events.py"
# What the release says that each document tells: the best mention of each event there.
TOLD = """
    SELECT
        d.external_id, m.event_type,
        coalesce(m.date_start::VARCHAR, CASE WHEN e.date_edtf LIKE 'XXXX-%' THEN e.date_edtf END),
        m.date_end::VARCHAR, m.status,
        coalesce(p.name, m.place_text), m.char_start, m.char_end,
        (SELECT list(w.name ORDER BY w.position) FROM mention_participants w WHERE w.mention_id = m.mention_id),
        (SELECT list(w.name_text ORDER BY w.position) FROM mention_participants w WHERE w.mention_id = m.mention_id)
    FROM documents d
    LEFT JOIN (
        SELECT * FROM event_mentions WHERE text_field = 'text'
        QUALIFY row_number() OVER (PARTITION BY document_id, event_id
                                   ORDER BY confidence DESC, trigger_start, mention_id) = 1
    ) m USING (document_id)
    LEFT JOIN events e USING (event_id)
    LEFT JOIN places p ON p.place_id = m.place_id
    ORDER BY ALL"""
OPENED: list[tempfile.TemporaryDirectory[str]] = []
COUNTS = ("required", "found", "right", "false")
FIELDS = ("type", "start", "end", "status", "place", "char_start", "char_end", "participants", "words")


def main(folders: list[Path]) -> None:
    """Score each folder in turn."""
    for given in folders:
        folder = unsealed(given)
        gold = folder / "gold.jsonl" if folder != SHARED / "seeds" else SHARED / "gold" / "seeds.jsonl"
        if not gold.exists():
            print(f"{folder}: no gold there, passed over")
            continue
        with tempfile.TemporaryDirectory() as data:
            texts = [str(path) for path in sorted(folder.glob("*.txt")) or [folder / "documents.jsonl"]]
            with contextlib.redirect_stdout(io.StringIO()):
                call(["run", *texts, "--data", data])
            system = Path(data) / "system.jsonl"
            system.write_text("".join(json.dumps(told) + "\n" for told in told_by_document(Path(data))))
            print(f"\n{given.relative_to(ROOT.parent)}", flush=True)
            if SCORER.exists():
                subprocess.run([sys.executable, str(SCORER), str(gold), str(system)], check=True)
                print_by_type(count_by_type(load_lines(gold), load_lines(system), load_scorer()))
                strict = strict_by_words(load_lines(gold), load_lines(system), load_scorer())
                print(f"strict F1 where the words of the text count beside names: {strict:.3f}")
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


def load_scorer() -> ModuleType:
    """The scorer as a module, so that both tables pair events in the same way."""
    spec = importlib.util.spec_from_file_location("shared_scorer", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{SCORER} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


def count_by_type(
    gold: Sequence[dict[str, Any]], told: Sequence[dict[str, Any]], scorer: ModuleType
) -> dict[str, Counter[str]]:
    """Of each core type, and of each language: COUNTS over all documents (a duplicate counts as false)."""
    counts: dict[str, Counter[str]] = {}
    system = {document["doc_id"]: document["events"] for document in told}
    for document in gold:
        events = system.get(document["doc_id"], [])
        required = [g for g in document["events"] if g["core"] and g["required"]]
        others = [g for g in document["events"] if not (g["core"] and g["required"])]
        pairs = dict(scorer.assign([[scorer.weight(event, g) for g in required] for event in events]))
        found = {at: events[i] for i, at in pairs.items()}

        def add(event_type: str, what: str, language: str = document["lang"]) -> None:
            for key in (event_type, language):
                counts.setdefault(key, Counter())[what] += 1

        for at, g in enumerate(required):
            add(g["type"], "required")
            if at in found:
                add(g["type"], "found")
                if scorer.date_scores(found[at], g)[0] and scorer.part_scores(found[at], g)[1]:
                    add(g["type"], "right")
        for i, event in enumerate(events):
            is_asked = i in pairs or any(scorer.weight(event, g) for g in others)
            if event["type"] in scorer.CORE and not is_asked:
                add(event["type"], "false")
    return counts


def strict_by_words(gold: Sequence[dict[str, Any]], told: Sequence[dict[str, Any]], scorer: ModuleType) -> float:
    """Strict F1 if every participant is told twice, by name and by the words of the text."""
    system = {document["doc_id"]: document["events"] for document in told}
    counts: Counter[str] = Counter()
    for document in gold:
        events = system.get(document["doc_id"], [])
        named = [{**e, "participants": [*(e["participants"] or ()), *filter(None, e["words"] or ())]} for e in events]
        counts.update(scorer.score_doc(document, named))
    return 2 * counts["strict"] / max(1, counts["tp"] + counts["fa"] + counts["req"])


def print_by_type(counts: dict[str, Counter[str]]) -> None:
    """One line a type or language."""
    print(f"{'':<18}" + "".join(f"{name:>10}" for name in COUNTS))
    for key, row in sorted(counts.items(), key=lambda item: (len(item[0]) == len("xx"), item[0])):
        print(f"{key:<18}" + "".join(f"{row[name]:>10}" for name in COUNTS))


if __name__ == "__main__":
    os.environ.setdefault("CHRONOFIL_TRACEBACK", "1")
    given = [Path(argument).resolve() for argument in sys.argv[1:]]
    golden = ROOT / "tests" / "golden"
    second = sorted(path.parent for path in (golden / "events_second").glob("*/gold.jsonl"))
    bank = golden / "events_bank"
    main(given or [SHARED / "seeds", golden / "events_open", *second, bank, bank / "unread", golden / "events_sealed"])
