"""What consolidation costs in memory alone: `python -m tests.benchmarks.bench_timeline [DOCUMENTS…]`.

Makes a synthetic press of the size asked for (1,000 and 10,000 by default): events of 300 people over five years, each
told by several documents, some undated, announced or recalled later. Prints the size of the connected groups, the cost
of consolidating everything, and that of the groups touched by one per cent more documents.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from tests.golden.timeline.told import EVENT_TYPES, PLACES, Telling, tell
from transforms.timeline.blocking import connect, group_keys
from transforms.timeline.consolidate import consolidate

FIRST_DAY = date(2015, 1, 1)
DAYS = 1825
TYPES = {"meeting": 5.0, "call": 3.0, "summit": 0.3, "visit": 1.0, "press_conference": 2.0, "statement": 3.0}
SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu")
SURNAMES = ["".join(SYLLABLES[int(digit)] for digit in f"{n * 37 % 1000:03d}") for n in range(300)]
PEOPLE = [{"name": f"Ada {name}", "actor": f"p{n}", "office": f"o{n}"} for n, name in enumerate(SURNAMES)]
FAME = [1 / (n + 1) ** 0.7 for n in range(len(PEOPLE))]
BODIES = [{"name": name, "actor": name.lower(), "kind": "organisation"} for name in ("NATO", "EU", "UN", "AU")]
CITIES = [place_id for place_id, place in PLACES.items() if place.kind == "city"]


class Press:
    """A stream of tellings, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._count = 0

    def tellings(self) -> Iterator[Telling]:
        """Documents without end."""
        while True:
            event = self._event()
            for _ in range(min(1 + int(self._chance.expovariate(0.4)), 60)):
                yield self._document(event)

    def _event(self) -> dict[str, Any]:
        kind = self._chance.choices(list(TYPES), list(TYPES.values()))[0]
        size = {"summit": self._chance.randint(3, 20), "meeting": self._pair(), "call": self._pair()}.get(kind, 1)
        people = {who["name"]: who for who in self._chance.choices(PEOPLE, FAME, k=size)}
        bodies = [self._chance.choice(BODIES)] if kind == "summit" else []
        day = FIRST_DAY + timedelta(self._chance.randrange(DAYS))
        place = None if kind == "call" else self._chance.choice(CITIES)
        return {"type": kind, "who": [*bodies, *people.values()], "place": place, "day": day}

    def _pair(self) -> int:
        return 2 if self._chance.random() < 0.85 else self._chance.randint(3, 5)

    def _document(self, event: dict[str, Any]) -> Telling:
        self._count += 1
        published = event["day"] + timedelta(self._chance.choice([0, 0, 1, 2]))
        spec: dict[str, Any] = {"type": event["type"], "who": event["who"], "date": [event["day"].isoformat()]}
        spec["place"] = event["place"] if self._chance.random() < 0.8 else None
        shape = self._chance.random()
        if shape < 0.1:
            del spec["date"]
            spec |= {"not_before": (published - timedelta(1)).isoformat(), "not_after": published.isoformat()}
        elif shape < 0.14:
            spec["status"], published = "planned", event["day"] - timedelta(5)
        elif shape < 0.18:
            month = event["day"].replace(day=1)
            spec |= {"date": [month.isoformat(), (month + timedelta(27)).isoformat()], "precision": "month"}
        specs = [spec]
        if self._chance.random() < 0.5:
            other = self._event()
            specs.append({"type": other["type"], "who": other["who"], "date": [other["day"].isoformat()],
                          "place": other["place"], "background": True})
        specs = [{**one, "trigger": "met", "nth": nth} for nth, one in enumerate(specs, 1)]
        filler = " ".join(self._chance.choices([f"word{n}" for n in range(500)], k=60))
        document = {"language": "en", "published": published.isoformat(), "text": "They met. " * len(specs) + filler}
        return tell({"document": document, "mentions": specs}, f"d{self._count:06d}")


def keys_of(told: Iterable[Telling]) -> dict[str, frozenset[str]]:
    """Keys of all mentions."""
    keys: dict[str, frozenset[str]] = {}
    for telling in told:
        keys |= group_keys(telling.document, telling.mentions, PLACES)
    return keys


def consolidate_seconds(told: Sequence[Telling], names: set[str]) -> tuple[float, int]:
    """Seconds to consolidate the mentions named, and the number of their events."""
    documents = {telling.document.document_id: telling.document for telling in told}
    mentions = [mention for telling in told for mention in telling.mentions if mention.mention_id in names]
    start = time.perf_counter()
    timeline = consolidate(documents, mentions, places=PLACES, event_types=EVENT_TYPES, newest_published_on=None)
    return time.perf_counter() - start, len(timeline.events)


def measure(size: int) -> None:
    """Print one row: everything, then one per cent more."""
    stream = Press(seed=size).tellings()
    told = [next(stream) for _ in range(size)]
    start = time.perf_counter()
    keys = keys_of(told)
    key_seconds = time.perf_counter() - start
    groups = connect(keys)
    seconds, events = consolidate_seconds(told, set(keys))
    added = [next(stream) for _ in range(max(1, size // 100))]
    everything = [*told, *added]
    start = time.perf_counter()
    new_keys = keys_of(added)
    touched = {n for group in connect(keys | new_keys) if not new_keys.keys().isdisjoint(group) for n in group}
    again_seconds = time.perf_counter() - start + consolidate_seconds(everything, touched)[0]
    print(f"{size:>9,} {len(keys):>9,} {events:>8,} {max(map(len, groups)):>8,} {key_seconds:>8.1f} {seconds:>12.1f} "
          f"{len(touched):>9,} {again_seconds:>9.2f}")


def main(arguments: Sequence[str]) -> None:
    """Measure each size asked for."""
    print(f"{'documents':>9} {'mentions':>9} {'events':>8} {'largest':>8} {'keys s':>8} {'everything s':>12} "
          f"{'touched':>9} {'+1 % s':>9}")
    for size in map(int, arguments or ["1000", "10000"]):
        measure(size)


if __name__ == "__main__":
    main(sys.argv[1:])
