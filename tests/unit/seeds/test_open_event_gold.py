"""The gold of the open event documents fits their texts."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from transforms.records import Status

FOLDER = Path(__file__).parents[2] / "golden" / "events_open"
GOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_each_document_is_annotated_once() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {document["doc_id"] for document in GOLD}
    ids = Counter(event["id"] for document in GOLD for event in document["events"])
    assert max(ids.values()) == 1
    assert Counter(document["lang"] for document in GOLD) == {"fr": 20, "en": 10, "de": 3, "es": 3, "it": 2, "pt": 2}


@pytest.mark.parametrize("document", GOLD, ids=lambda document: document["doc_id"])
def test_gold_fits_its_text(document: dict[str, Any]) -> None:
    content = (FOLDER / f"{document['doc_id']}.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest()[:16] == document["text_sha256"]
    text = content.decode("utf-8")
    assert 900 <= len(text) <= 3000
    for event in document["events"]:
        for start, end in [(event["char_start"], event["char_end"]), *event.get("other_spans", ())]:
            sentence = text[start:end]
            assert sentence, event["id"]
            assert sentence == sentence.strip(), event["id"]
        assert event["status"] in get_args(Status), event["id"]
        first, last = (date.fromisoformat(event[key]) if event[key] else None for key in ("start", "end"))
        assert first is None or last is None or first <= last, event["id"]
        assert (document["published"] is None) == (document["published_basis"] == "none")
        for participant in event["participants"]:
            assert participant["kind"] in {"person", "org", "country"}, event["id"]
            assert not (participant["principal"] and participant.get("optional")), event["id"]
