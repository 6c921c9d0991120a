"""What an expression says before any anchor is known: the grammar's result, the resolver's input."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from transforms.records import TimexType

Kind = Literal[
    "date", "nth", "deictic", "narrative", "unit", "shift", "weekday", "season", "quarter", "half", "decade",
    "century", "week", "fiscal", "holiday", "part", "clock", "duration", "set", "vague", "modifier", "focus",
]  # fmt: skip
Base = Literal["speech", "focus"]
DAY_KINDS = frozenset({"weekday", "deictic", "narrative"})
_FINE = frozenset({"hour", "minute", "second"})


@dataclass(slots=True)
class Reading:
    """One expression's content; which fields are set depends on `kind`.

    `base` says what a relative reading hangs on: the day of speech (publication) or the narrative focus.
    `inner` is the containing expression ("the third quarter *of last year*").
    """

    kind: Kind
    start: int
    end: int
    rule_id: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    era: str | None = None
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    mod: str | None = None
    unit: str | None = None
    count: float | None = None
    relative: int | None = None
    base: Base = "speech"
    value: str = ""
    name: str = ""
    is_plural: bool = False
    is_definite: bool = False
    is_approximate: bool = False
    inner: Reading | None = None
    weak: bool = False
    marks: set[str] = field(default_factory=set)


def is_day(reading: Reading) -> bool:
    """Whether a reading names one day."""
    return reading.kind in DAY_KINDS or (reading.kind == "date" and (reading.day is not None or "iso" in reading.marks))


def timex_type(reading: Reading, value: str) -> TimexType:
    """DATE, TIME, DURATION or SET."""
    if reading.kind == "duration":
        return "DURATION"
    if reading.kind == "set" or ("habit article" in reading.marks and value.startswith("XXXX")):
        return "SET"
    if "T" in value.replace("PAST_REF", "").replace("PRESENT_REF", "").replace("FUTURE_REF", ""):
        return "TIME"
    is_fine = reading.kind in {"clock", "part"} or (reading.kind == "shift" and reading.unit in _FINE)
    return "TIME" if is_fine else "DATE"
