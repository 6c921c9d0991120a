"""The gold of the bank of passages fits its texts."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args

from transforms.records import Status

BANK = Path(__file__).parents[2] / "golden" / "events_bank"


def rows(name: str) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in (BANK / name).read_text(encoding="utf-8").splitlines()]
    return {row.get("id") or row["doc_id"]: row for row in found}


def test_every_passage_is_annotated_once() -> None:
    passages, gold = rows("documents.jsonl"), rows("gold.jsonl")
    assert list(passages) == list(gold)
    assert Counter(row["language"] for row in passages.values()).keys() == {"fr", "en", "de", "es", "it", "pt"}


def test_gold_fits_its_passages() -> None:
    passages = rows("documents.jsonl")
    for name, document in rows("gold.jsonl").items():
        text = passages[name]["text"]
        assert hashlib.sha256(text.encode()).hexdigest()[:16] == document["text_sha256"], name
        for event in document["events"]:
            assert (event["char_start"], event["char_end"]) == (0, len(text)), event["id"]
            assert event["status"] in get_args(Status), event["id"]
            first, last = (date.fromisoformat(event[key]) if event[key] else None for key in ("start", "end"))
            assert first is None or last is None or first <= last, event["id"]
            for who in event["participants"]:
                assert who["kind"] in {"person", "organisation", "country", "group"}, event["id"]
                assert not (who["principal"] and who.get("optional")), event["id"]
