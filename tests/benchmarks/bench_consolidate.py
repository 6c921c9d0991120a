"""What consolidate costs: N synthetic documents, then 1 % more, beside a run with nothing to do.

`python -m tests.benchmarks.bench_consolidate 1000 10000 100000`. The documents report meetings and calls of a few
hundred people over ten years, each told by one to four documents.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")

from flows.consolidate import consolidate
from flows.fingerprints import stage_hashes
from flows.settings import Settings
from warehouse.folder import DataFolder
from warehouse.stages import mark_done
from warehouse.store import Warehouse
from warehouse.tables import TABLES

PEOPLE, YEARS, DOCUMENTS_AN_EVENT = 600, 10, 2.5
FIRST_DAY = date(2010, 1, 1)
Rows = dict[str, list[dict[str, Any]]]


def main(sizes: list[int]) -> None:
    """Print one line a size."""
    print(f"{'documents':>10} {'first (s)':>10} {'+1 % (s)':>10} {'nothing (s)':>12} {'events changed':>16}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as data:
            settings = Settings(data=Path(data), batch_documents=2000)
            added = max(1, size // 100)
            rows = list(documents(size + added))
            seconds = []
            for part in (rows[:size], rows[size:], []):
                load(settings, part)
                began = time.perf_counter()
                consolidate(settings=settings)
                seconds.append(time.perf_counter() - began)
                if part:
                    touched = changed_events(settings)
            print(f"{size:>10} {seconds[0]:>10.1f} {seconds[1]:>10.1f} {seconds[2]:>12.1f} {touched:>16}", flush=True)


def documents(count: int) -> Iterator[Rows]:
    """Documents of one mention each; the same event comes from several documents."""
    chance = random.Random(7)
    events = [new_event(chance) for _ in range(int(count / DOCUMENTS_AN_EVENT))]
    for number in range(count):
        yield document(number, chance.choice(events), chance)


def new_event(chance: random.Random) -> dict[str, Any]:
    return {"day": FIRST_DAY + timedelta(chance.randrange(365 * YEARS)), "type": chance.choice(["meeting", "call"]),
            "who": sorted(chance.sample(range(PEOPLE), 2))}


def document(number: int, event: dict[str, Any], chance: random.Random) -> Rows:
    name = f"doc{number:07d}"
    sentence = f"Person {event['who'][0]} and Person {event['who'][1]} came together on {event['day']}."
    told = {
        "mention_id": f"men{number:07d}", "document_id": name, "text_field": "text", "event_type": event["type"],
        "medium": "in_person" if event["type"] == "meeting" else "telephone", "status": "held",
        "trigger_text": "came together", "trigger_start": 20, "trigger_end": 33, "char_start": 0,
        "char_end": len(sentence), "clause_start": 0, "clause_end": len(sentence), "sentence_text": sentence,
        "is_quoted": False, "is_background": False, "rule_id": "bench", "confidence": 0.8, "date_start": event["day"],
        "date_end": event["day"], "date_precision": "day", "date_basis": "clause",
    }
    who = [{"mention_id": told["mention_id"], "position": position, "actor_id": f"per.person-{person}",
            "candidate_actor_ids": [], "name": f"Person {person}", "kind": "person", "role": "participant",
            "name_text": f"Person {person}", "document_id": name, "is_titled_only": False, "is_former": False}
           for position, person in enumerate(event["who"])]
    published = event["day"] + timedelta(chance.randrange(3))
    text = f"{sentence} " + " ".join(str(chance.random()) for _ in range(40))
    return {
        "documents": [{"document_id": name, "external_id": name, "source_id": "bench", "language": "en",
                       "published_on": published, "published_basis": "declared", "media_type": "text/plain",
                       "text": text, "content_sha256": name, "version": 1}],
        "raw_documents": [{"document_id": name, "version": 1, "source_id": "bench", "media_type": "text/plain",
                           "content_sha256": name, "size_bytes": 1}],
        "event_mentions": [told], "mention_participants": who,
    }


def load(settings: Settings, part: list[Rows]) -> None:
    """Put documents into the warehouse as if resolved."""
    with Warehouse.open(DataFolder(settings.data)) as warehouse, warehouse.transaction():
        for name in ("raw_documents", "documents", "event_mentions", "mention_participants"):
            columns = [column.name for column in TABLES[name].columns]
            warehouse.insert(name, (dict.fromkeys(columns) | row for rows in part for row in rows[name]))
        names = [rows["documents"][0]["document_id"] for rows in part]
        mark_done(warehouse, "normalize", stage_hashes("normalize"), names)
        mark_done(warehouse, "resolve", stage_hashes("resolve"), names)


def changed_events(settings: Settings) -> int:
    with Warehouse.open(DataFolder(settings.data)) as warehouse:
        latest = datetime.min.replace(tzinfo=UTC)
        return int(warehouse.value(
            "SELECT count(*) FROM event_changes WHERE changed_at = (SELECT max(changed_at) FROM event_changes)"
            " AND changed_at > ?", [latest]))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 10_000, 100_000])
