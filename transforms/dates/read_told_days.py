"""Readers of days of a month that the text has told before."""

from __future__ import annotations

from transforms.dates.patterns import Match
from transforms.dates.reading import Reading

_MEASURES = frozenset({"%", "°", "€", "$", ":"})


def read_article_day(match: Match) -> Reading | None:
    """'le 24', 'il 29': a day of the month that the text has told."""
    return _day_of_told_month(match, match.number("d", "DAY"), match.first.start) if _is_told_day(match) else None


def read_article_days(match: Match) -> list[Reading] | None:
    """'les 24 et 25', 'dal 28 al 30': two days of the month that the text has told."""
    first, last = match.number("d", "DAY"), match.number("d2", "DAY")
    if not _is_told_day(match) or first is None or last is None or first >= last:
        return None
    opens = _day_of_told_month(match, first, match.first.start)
    closes = _day_of_told_month(match, last, match.token("d2").start)
    opens.end = match.token("d").end
    return [opens, closes]


def _day_of_told_month(match: Match, day: int | None, start: int) -> Reading:
    return Reading(kind="date", start=start, end=match.last.end, day=day, marks={"of told month"})


def _is_told_day(match: Match) -> bool:
    """Whether a figure behind an article, and no noun or share behind it, may be a day."""
    context = match.lexicon.context
    is_followed = match.after[:1].isalnum() and match.after not in context["year_after_ok"] - context["no_day_before"]
    return match.first.text in context["day_articles"] and not is_followed and match.after not in _MEASURES
