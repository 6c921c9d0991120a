"""What an expression means in its place, and what its interpreters are told about that place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from transforms.dates.anchors import Anchors
from transforms.dates.reading import Reading
from transforms.dates.values import week_value
from transforms.records import AnchorKind

ERA_REACH = 80
PAST = "PAST_REF"
PRESENT = "PRESENT_REF"
FUTURE = "FUTURE_REF"


@dataclass(slots=True)
class Meaning:
    """What an expression means in its place: value, what it hung on, the rule, how sure."""

    value: str
    rule: str
    anchor_kind: AnchorKind = "none"
    anchor_on: date | None = None
    confidence: float = 0.9


@dataclass(slots=True)
class Place:
    """Where an expression stands: the clause's direction and what surrounds it, asked for only when needed."""

    interpret: Callable[[Reading, Anchors, Place], Meaning | None]

    direction: Callable[[], str | None]
    is_habit: Callable[[], bool]
    told_day: Callable[[], date | None]
    counted_from: Callable[[int], date | None]
    coming_day: Callable[[], date | None]
    day_ahead: Callable[[], date | None]
    told_year: Callable[[], int | None]
    is_announced: bool
    country: str

    def outer(self, reading: Reading, anchors: Anchors) -> Meaning | None:
        """The meaning of the expression that contains this one."""
        return self.interpret(reading, anchors, self)


def unit_value(unit: str, day: date) -> str | None:
    """The value of the unit that holds a day."""
    year = f"{day.year:04d}"
    if unit == "day":
        return day.isoformat()
    if unit in {"week", "fortnight"}:
        return week_value(day)
    if unit == "weekend":
        return f"{week_value(day)}-WE"
    if unit == "month":
        return f"{year}-{day.month:02d}"
    if unit == "quarter":
        return f"{year}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{year}-H{(day.month + 5) // 6}"
    return {"year": year, "decade": year[:3], "century": year[:2], "millennium": year[:1]}.get(unit)


def anchored(value: str | None, rule: str, anchors: Anchors, base: str, confidence: float) -> Meaning | None:
    """A meaning that hangs on the narrative focus or the day of speech, None without a value."""
    if value is None:
        return None
    if base == "focus" and anchors.focus:
        return Meaning(value, rule, "narrative", anchors.focus.days[0], confidence)
    return Meaning(value, rule, anchors.reference_kind, anchors.reference, confidence)
