"""Bounds in days for what names no exact day: vague references and vague counts of units."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.dates.anchors import Anchors
from transforms.dates.meaning import Meaning
from transforms.dates.reading import Reading

VAGUE_DAYS = {"day": (1, 7), "week": (7, 56), "fortnight": (14, 84), "month": (30, 335), "quarter": (90, 900),
              "half": (180, 1800), "year": (365, 3285), "decade": (3650, 14600), "hour": (0, 1), "minute": (0, 1),
              "second": (0, 1)}  # fmt: skip


def vague_bounds(reading: Reading, meaning: Meaning, anchors: Anchors) -> tuple[date | None, date | None]:
    """Earliest and latest day that a vague expression can mean, as far as the text proves it."""
    day = meaning.anchor_on or anchors.reference
    if reading.kind == "set" or (reading.kind == "duration" and "relative" not in reading.marks):
        return None, None
    if day is None:
        return _unanchored(reading, meaning, anchors)
    near, far = VAGUE_DAYS.get(reading.unit or "", (0, 3650))
    if reading.kind == "shift":
        first = (day + timedelta(days=near), day + timedelta(days=far))
        return first if (reading.relative or 1) > 0 else _back(day, near, far)
    if reading.kind == "duration":
        ahead = (reading.relative or 0) > 0
        return (day, day + timedelta(days=far)) if ahead else _back(day, 0, far)
    if meaning.value == "PAST_REF":
        return None, day
    if meaning.value == "FUTURE_REF":
        return day, None
    return None, None


def _back(day: date, near: int, far: int) -> tuple[date | None, date | None]:
    try:
        return day - timedelta(days=far), day - timedelta(days=near)
    except OverflowError:
        return None, day - timedelta(days=near)


def _unanchored(reading: Reading, meaning: Meaning, anchors: Anchors) -> tuple[date | None, date | None]:
    """Without a publication day only what the document proves: it was written on or after `not_before`."""
    if anchors.not_before is None:
        return None, None
    ahead = meaning.value == "FUTURE_REF" or (reading.relative or 0) > 0
    recent = reading.kind == "weekday" or (reading.kind == "deictic" and abs(reading.relative or 0) <= 2)
    if recent and not ahead:
        return anchors.not_before - timedelta(days=7), None
    return (anchors.not_before, None) if ahead else (None, None)
