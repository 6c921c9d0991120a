"""The gold of the open event documents, and of those by second hands, fits their texts."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from transforms.records import Status

GOLDEN = Path(__file__).parents[2] / "golden"
OPEN = GOLDEN / "events_open"
SECOND = GOLDEN / "events_second"
DOCUMENTS: list[tuple[Path, dict[str, Any]]] = [
    (folder, json.loads(line))
    for folder in (OPEN, *sorted(path.parent for path in SECOND.glob("*/gold.jsonl")))
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
_YEARLESS = re.compile(r"XXXX-\d\d-\d\d")


@pytest.mark.parametrize("folder", sorted({folder for folder, _ in DOCUMENTS}), ids=lambda folder: folder.name)
def test_each_document_is_annotated_once(folder: Path) -> None:
    gold = [document for other, document in DOCUMENTS if other == folder]
    assert {path.stem for path in folder.glob("*.txt")} == {document["doc_id"] for document in gold}
    ids = Counter(event["id"] for document in gold for event in document["events"])
    assert max(ids.values()) == 1


def test_languages_of_the_open_half() -> None:
    languages = Counter(document["lang"] for folder, document in DOCUMENTS if folder == OPEN)
    assert languages == {"fr": 20, "en": 10, "de": 3, "es": 3, "it": 2, "pt": 2}


@pytest.mark.parametrize(
    ("folder", "document"), DOCUMENTS, ids=[f"{folder.name}-{document['doc_id']}" for folder, document in DOCUMENTS]
)
def test_gold_fits_its_text(folder: Path, document: dict[str, Any]) -> None:
    content = (folder / f"{document['doc_id']}.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest()[:16] == document["text_sha256"]
    text = content.decode("utf-8")
    assert 500 <= len(text) <= 3500
    for event in document["events"]:
        for start, end in [(event["char_start"], event["char_end"]), *event.get("other_spans", ())]:
            sentence = text[start:end]
            assert sentence, event["id"]
            assert sentence == sentence.strip(), event["id"]
        assert event["status"] in get_args(Status), event["id"]
        first, last = (_day(event[key]) for key in ("start", "end"))
        assert first is None or last is None or first <= last, event["id"]
        for participant in event["participants"]:
            assert participant["kind"] in {"person", "org", "country", "group", "other"}, event["id"]
            assert not (participant["principal"] and participant.get("optional")), event["id"]


def _day(written: str | None) -> date | None:
    """A day of the gold; one whose year nobody knows in a leap year."""
    if written is None:
        return None
    return date.fromisoformat(written.replace("XXXX", "2000") if _YEARLESS.fullmatch(written) else written)
