"""The whole days a text names by day, month and year."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from babel import Locale

from transforms.languages.load import LANGUAGES


class NamedDay(NamedTuple):
    """A day written out in a text, with the offsets of its words."""

    start: int
    end: int
    on: date


def days_in(text: str, language: str) -> list[NamedDay]:
    """Every day given with its year, in text order."""
    found: list[NamedDay] = []
    for match in _pattern().finditer(text):
        groups = match.groupdict()
        name = groups["month"] or groups["month2"]
        month = _months()[name.lower().rstrip(".")] if name else int(groups["m"] or groups["mn"])
        day = int(groups["day"] or groups["day2"] or groups["d"] or groups["dn"])
        year = int(groups["year"] or groups["year2"] or groups["y"] or groups["yn"])
        try:
            found.append(NamedDay(match.start(), match.end(), date(year, month, day)))
        except ValueError:
            continue
    return found


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) + r")\b\.?"
    return re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:er|º|\.)?\s(?:de\s)?(?P<month>{month})\s(?:de\s|del\s)?(?P<year>\d{{4}})\b"
        rf"|\b(?P<month2>{month})\s(?P<day2>\d{{1,2}}),?\s(?P<year2>\d{{4}})\b"
        r"|\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"
        r"|\b(?P<dn>\d{1,2})[./](?P<mn>\d{1,2})[./](?P<yn>\d{4})\b",
        re.IGNORECASE,
    )


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for code in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in Locale.parse(code).months["format"][width].items():
                names.setdefault(name.lower().rstrip("."), number)
    return names
