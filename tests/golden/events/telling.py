"""A mention as one readable line."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.records import Mention


def tell(mentions: Sequence[Mention]) -> list[str]:
    """One line a mention: type and medium, status, days or basis, who in which role, where; statements left out."""
    return [_line(mention) for mention in mentions if mention.event_type != "statement"]


def _line(mention: Mention) -> str:
    days = mention.date_basis or "undated"
    if mention.date_start:
        days = f"{mention.date_start}" + (f"/{mention.date_end}" if mention.date_end != mention.date_start else "")
    who = ", ".join(f"{participant.name} ({participant.role})" for participant in mention.participants)
    where = f" | {mention.place_text}" if mention.place_text else ""
    return f"{mention.event_type} {mention.medium} | {mention.status} | {days} | {who}{where}"
