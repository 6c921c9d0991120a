"""Whether two reports speak of one day: how their dates agree, and when they contradict each other by mistake."""

from __future__ import annotations

from datetime import date

from transforms.timeline.reports import Report
from transforms.timeline.weights import COARSEST_DAYS, LEDE_LENGTH, MONTH_DAYS, NEAR_DAYS, STALE_DAYS, WEEK_DAYS
from transforms.timeline.windows import Window, compare_windows, gap_days, told_window

_WIDTHS = {"days": 2, "week": WEEK_DAYS, "month": MONTH_DAYS, "year": COARSEST_DAYS}


def is_open(window: Window | None) -> bool:
    """Whether a window leaves the day as good as unknown."""
    return window is None or window.days > COARSEST_DAYS


def date_feature(one: Report, other: Report) -> str:
    """The feature of two reports' dates, or the veto "date.apart" or "date.unknown"."""
    if is_open(one.window) or is_open(other.window):
        return "date.unknown"
    agreement = compare_windows(one.window, other.window)
    if agreement in ("adjacent", "apart"):
        is_late = _is_late_news(one, other) or _is_late_news(other, one)
        return "date.late_news" if is_late else _dispute(one, other) or "date.apart"
    if agreement in ("same_start", "overlap"):
        return f"date.{agreement}"
    width = max(window.days for window in (one.window, other.window) if window and not window.is_exact)
    if agreement == "possible":
        return "date.possible" if width <= WEEK_DAYS else "date.vague"
    return next(f"date.within_{name}" for name, days in _WIDTHS.items() if width <= days)


def _is_late_news(late: Report, other: Report) -> bool:
    """Whether one report, dated by its publication alone, may tell of the other's exact day shortly before it."""
    if late.window is None or other.window is None or not other.window.is_exact:
        return False
    is_assumed = told_window(late.best) is None and late.is_news and late.status == other.status == "held"
    return is_assumed and 0 < (late.window.first - other.window.last).days <= STALE_DAYS


def _dispute(one: Report, other: Report) -> str | None:
    """How two reports of different days may yet mean one: both told as news that happened, on days easily confused.

    Where the later day is only told by who published on it, both may be right, each of its own day.
    """
    if one.window is None or other.window is None or not (one.window.is_exact and other.window.is_exact):
        return None
    if not (one.is_news and other.is_news and one.status == other.status == "held"):
        return None
    gap = gap_days(one.window, other.window)
    if gap <= NEAR_DAYS:
        later = max(one.window.last, other.window.last)
        if any(report.published_on is None or report.published_on < later for report in (one, other)):
            return None
        return "date.adjacent" if gap == 1 else "date.near"
    is_misprint = _is_misprint(one.window.first, other.window.first)
    return "date.misprint" if is_misprint and (_is_stale_beside(one, other) or _is_stale_beside(other, one)) else None


def _is_misprint(one: date, other: date) -> bool:
    """Whether two days differ as a slip of the pen does: the month, the year, or a whole week."""
    months = abs((one.year - other.year) * 12 + one.month - other.month)
    return (one.day == other.day and months in (1, 12)) or abs((one - other).days) == 7


def _is_stale_beside(stale: Report, other: Report) -> bool:
    """Whether a report leads with what it dates well before its day, while the other's date would be news then."""
    if stale.window is None or other.window is None or stale.published_on is None:
        return False
    age = (stale.published_on - stale.window.last).days
    other_age = (stale.published_on - other.window.first).days
    return leads(stale) and age > STALE_DAYS and 0 <= other_age <= STALE_DAYS


def leads(report: Report) -> bool:
    """Whether a report is told in the headline or where a text tells its news."""
    return any(m.text_field == "title" or m.trigger_start < LEDE_LENGTH for m in report.mentions)
