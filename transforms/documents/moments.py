"""Days and instants as feeds, pages and records declare them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from transforms.documents.days import days_in

_EARLIEST = date(1600, 1, 1)
# What content systems print for a date that was never set.
_UNSET = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1601, 1, 1)})
_MAX_LENGTH = 80
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z|\d{8}\Z")
_ISO_MOMENT = re.compile(r"(?P<day>\d{4}-?\d{2}-?\d{2})[T ]\d")
# Python reads offsets with a colon only after a colon-separated time; feeds write "+0200" after either.
_SHORT_FRACTION = re.compile(r"\.\d{7,}")


class Moment(NamedTuple):
    """A day as its source counts days, and the instant in UTC where time and offset are given."""

    on: date
    at: datetime | None


def parse_moment(declared: str | None, language: str = "und") -> Moment | None:
    """Read a declared date: ISO 8601, RFC 2822, or a day written out; None for anything else.

    The day is the one written, whatever the offset: 23:30 in Lisbon stays that day. A time without an offset gives no
    instant. Dates that only say "not set" (1 January 1970) are no dates.
    """
    if not declared:
        return None
    value = declared.strip()
    if not value or len(value) > _MAX_LENGTH:
        return None
    moment = _iso(value) or _rfc2822(value) or _written(value, language)
    if moment is None or moment.on < _EARLIEST or moment.on in _UNSET:
        return None
    return moment


def _iso(value: str) -> Moment | None:
    try:
        if _ISO_DAY.match(value):
            return Moment(date.fromisoformat(value), None)
        match = _ISO_MOMENT.match(value)
        if match is None:
            return None
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    try:
        return _moment(datetime.fromisoformat(_SHORT_FRACTION.sub("", value)), day)
    except ValueError:
        return Moment(day, None)


def _rfc2822(value: str) -> Moment | None:
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    return _moment(when, when.date())


def _moment(when: datetime, day: date) -> Moment:
    if when.tzinfo is None:
        return Moment(day, None)
    try:
        return Moment(day, when.astimezone(UTC))
    except OverflowError:
        return Moment(day, None)


def _written(value: str, language: str) -> Moment | None:
    days = {day.on for day in days_in(value, language)}
    return Moment(days.pop(), None) if len(days) == 1 else None
