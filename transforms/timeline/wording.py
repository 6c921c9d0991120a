"""How an event reads on one line, and its date in EDTF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from transforms.dates.values import edtf_of, value_of_interval

_LONGEST_LIST = 3


def title_event(type_name: str, names: Sequence[str], place_name: str | None) -> str:
    """One English line: "Meeting: Emmanuel Macron and Jens Stoltenberg, Paris"."""
    who = join_names(names)
    parts = ", ".join(part for part in (who, place_name) if part)
    return f"{type_name}: {parts}" if parts else type_name


def join_names(names: Sequence[str]) -> str:
    """Names as an English list; more than three are counted: "A, B, C and 4 others"."""
    if len(names) > _LONGEST_LIST + 1:
        return f"{', '.join(names[:_LONGEST_LIST])} and {len(names) - _LONGEST_LIST} others"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def format_edtf(first: date | None, last: date | None, not_before: date | None, not_after: date | None) -> str | None:
    """The date in EDTF (ISO 8601-2): a day, month or year, an interval, or "one of" for bounds on an unknown day."""
    if first is not None and last is not None:
        value = value_of_interval(first, last)
        return (edtf_of(value) if value else None) or f"{first.isoformat()}/{last.isoformat()}"
    if not_before is None and not_after is None:
        return None
    low = not_before.isoformat() if not_before else ""
    high = not_after.isoformat() if not_after else ""
    return f"[{low}..{high}]"
