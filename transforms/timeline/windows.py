"""When: the days that a mention leaves possible, and how two such windows agree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from transforms.records import Mention

EXACT_PRECISIONS = frozenset({None, "day", "time", "minute", "hour", "part", "range"})
"""Precisions at which `date_start` and `date_end` are the event's own days and not bounds of one unknown day."""

_ASSUMED_DAYS = frozenset({"document_day", "news_day_bounds", "plan_undated"})
"""Bases of dates that no words of the text give, only its day of publication (`events.dating.DATE_BASES`)."""
PLAN_DAYS = 14
"""An event announced without a day is looked for this many days from the announcement."""

Agreement = Literal["same_start", "overlap", "covers", "possible", "adjacent", "apart", "unknown"]


class Window(NamedTuple):
    """Inclusive days; `is_exact` where they are the event's own days, else one unknown day lies between them."""

    first: date
    last: date
    is_exact: bool

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.last - self.first).days + 1


def window_of(mention: Mention) -> Window | None:
    """The days a mention allows, None where it leaves them open on either side.

    News whose day is assumed to be that of its publication may as well tell of the day before; a plan without a day is
    for the coming fortnight.
    """
    if mention.date_start is not None and mention.date_end is not None:
        if mention.date_basis == "document_day":
            return Window(mention.date_start - timedelta(1), mention.date_end, is_exact=False)
        return Window(mention.date_start, mention.date_end, mention.date_precision in EXACT_PRECISIONS)
    if mention.date_not_before is not None and mention.date_not_after is not None:
        return Window(mention.date_not_before, mention.date_not_after, is_exact=False)
    if mention.date_not_before is not None and mention.status == "planned":
        return Window(mention.date_not_before, mention.date_not_before + timedelta(PLAN_DAYS), is_exact=False)
    return None


def told_window(mention: Mention) -> Window | None:
    """The days that a mention's document gives in words; None where they are assumed from its publication."""
    return None if mention.date_basis in _ASSUMED_DAYS else window_of(mention)


def gap_days(one: Window, other: Window) -> int:
    """Days between two windows that do not meet; 0 where they share a day."""
    return max((other.first - one.last).days, (one.first - other.last).days, 0)


def compare_windows(one: Window | None, other: Window | None) -> Agreement:
    """How two windows agree.

    Exact ones share their first day, overlap, lie next to each other (one day apart) or apart. Where one is not
    exact: it `covers` the exact one, or both leave days in common (`possible`); a gap keeps them `apart`.
    """
    if one is None or other is None:
        return "unknown"
    gap = gap_days(one, other)
    if gap:
        return "adjacent" if gap == 1 and one.is_exact and other.is_exact else "apart"
    if one.is_exact and other.is_exact:
        return "same_start" if one.first == other.first else "overlap"
    exact, vague = (one, other) if one.is_exact else (other, one)
    if exact.is_exact and vague.first <= exact.first and exact.last <= vague.last:
        return "covers"
    return "possible"


def finest_mention(mentions: Sequence[Mention]) -> Mention:
    """The mention that dates best: exact before vague before none, shorter before longer, trusted first, then first."""

    def rank(mention: Mention) -> tuple[int, int, int, float, int, str]:
        window = window_of(mention)
        if window is None:
            return (2, 0, 0, -mention.confidence, mention.trigger_start, mention.mention_id)
        explicit = 0 if mention.date_expression_id else 1
        return (
            0 if window.is_exact else 1,
            explicit,
            window.days,
            -mention.confidence,
            mention.trigger_start,
            mention.mention_id,
        )

    return min(mentions, key=rank)
