"""'deux jours après le crash': a quantity that hangs on a named event, kept as a relation for the events room."""

from __future__ import annotations

import re

from transforms.dates.lexicon import Lexicon
from transforms.dates.reading import Reading
from transforms.records import EventRelation

DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
EVENT = re.compile(r"\s+((?:[^\W\d_]+['’]|[^\W\d_]+\s+)?[^\W\d_](?:[^.,;:!?\n()«»\"]|\.(?=\w)|(?<=\.[A-Z])\.){0,80})")


def relation_after(text: str, reading: Reading, lexicon: Lexicon) -> EventRelation | None:
    """The relation of a quantity to the event named after it, None where no 'after' or 'before' follows."""
    if reading.kind != "duration" or reading.count is None or reading.unit not in DAYS or reading.marks:
        return None
    tail = text[reading.end : reading.end + 20].lower().replace("’", "'")
    for sign, name in ((1, "after_event"), (-1, "before_event")):
        for word in sorted(lexicon.context.get(name, ()), key=lambda word: (-len(word), word)):
            if not re.match(rf"\s+{re.escape(word)}(?!\w)", tail):
                continue
            at = reading.end + len(tail) - len(tail.lstrip()) + len(word)
            event = EVENT.match(text, at)
            if event:
                return EventRelation(sign * round(reading.count * DAYS[reading.unit]), event.start(1), event.end(1))
    return None
