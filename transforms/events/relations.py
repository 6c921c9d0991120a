"""Days that hang on another event: "deux jours après le sommet", "on the eve of the talks"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.actors.tokens import tokenise
from transforms.events.lexicon import Lexicon
from transforms.events.taking import on_day
from transforms.records import Mention, Timex

_REACH = 200
_EVENT = 80
_EVENT_END = re.compile(r"[.,;:!?\n()«»\"]")
_APPOSED = 6
_LONG = 28
"""Days from which on a distance is told in months or years, which no day follows from."""
_STEPS = {"eves": -1, "morrows": 1, "hours_apart": 0}


@dataclass(frozen=True, slots=True)
class Distance:
    """Words at `start` that put something `days` after (before: negative) the event named between two offsets."""

    start: int
    days: int
    event_start: int
    event_end: int

    def names(self, mention: Mention) -> bool:
        """Whether a mention is the event that the distance is counted from."""
        return mention.text_field == "text" and self.event_start <= mention.trigger_start < self.event_end

    @property
    def is_long(self) -> bool:
        """Whether it is told in months or years."""
        return abs(self.days) >= _LONG

    def holds(self, timex: Timex) -> bool:
        """Whether an expression is the event's: among its words, or behind it ("un an après le sommet, le 3 mai,")."""
        is_apposed = self.is_long and 0 <= timex.start - self.event_end <= _APPOSED and timex.text[-1:].isdigit()
        return is_apposed or self.event_start <= timex.start < self.event_end


def find_distances(mentions: Sequence[Mention], timexes: Sequence[Timex], lexicon: Lexicon) -> list[Distance]:
    """The distances told in the sentences of some mentions: counts of days, eves and morrows of events, hours."""
    found = [
        Distance(t.start, t.relation.offset_days, t.relation.event_start, t.relation.event_end)
        for t in timexes
        if t.relation is not None
    ]
    sentences = {m.char_start: m.sentence_text for m in mentions if m.text_field == "text"}
    for offset, sentence in sentences.items():
        tokens = tokenise(sentence, 0, len(sentence))
        lows = [token.low for token in tokens]
        for table, days in _STEPS.items():
            for at in range(len(lows)):
                if (match := lexicon.tables[table].find(lows, at)) and match[0] < len(tokens):
                    first = tokens[match[0]].start
                    stop = _EVENT_END.search(sentence, first, first + _EVENT)
                    last = stop.start() if stop else min(len(sentence), first + _EVENT)
                    found.append(Distance(offset + tokens[at].start, days, offset + first, offset + last))
    return found


def solve_distances(
    mentions: Sequence[Mention], distances: Sequence[Distance], timexes: Sequence[Timex]
) -> list[Mention]:
    """Date events by their distance from others, both ways; each distance dates only what has no day of its own."""
    solved = list(mentions)
    for distance in distances:
        offset = timedelta(days=distance.days)
        told = [i for i, m in enumerate(solved) if distance.names(m)]
        others = [i for i, m in enumerate(solved) if i not in told and _tells(m, distance)]
        named = next((t.date_start for t in timexes if distance.holds(t) and _is_day(t)), None)
        anchor = None if named else _day_beside(distance, timexes)
        for i in told:
            if anchor and solved[i].date_basis in (None, "sentence", "clause"):
                solved[i] = on_day(solved[i], anchor - offset, "relation")
        for i in others:
            day = next((solved[j].date_start for j in told if solved[j].date_start), named)
            if solved[i].date_basis is None and day and not distance.is_long:
                solved[i] = on_day(solved[i], day + offset, "relation")
    return solved


def _tells(mention: Mention, distance: Distance) -> bool:
    return mention.text_field == "text" and mention.char_start <= distance.start < mention.char_end


def _is_day(timex: Timex) -> bool:
    return timex.relation is None and timex.date_start is not None and timex.date_start == timex.date_end


def _day_beside(distance: Distance, timexes: Sequence[Timex]) -> date | None:
    """The day that stands beside a distance ("jeudi, deux jours après …")."""
    near = [t for t in timexes if _is_day(t) and not distance.holds(t) and abs(t.start - distance.start) <= _REACH]
    return min(near, key=lambda t: abs(t.start - distance.start)).date_start if near else None
