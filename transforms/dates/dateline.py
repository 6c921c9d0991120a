"""The day a text says it was written on: 'WASHINGTON, Nov. 11 (Xinhua) -', '4 juillet 2012. -'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from transforms.dates.anchors import nearest_year, safe_date
from transforms.dates.reading import Reading
from transforms.records import Region

HEAD = 160
NEAR_DAYS = 7
AFTER_DATE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?\.?\s*(?:[-–—_]{1,2}|:)\s")
BEFORE_DATE = re.compile(r"(?:^|\n)\s*(?:[^\W\d_][\w.'’\- ]{1,40}(?:\([^)]{1,30}\))?[,.]?\s+(?:\w{2,3}\s)?)?$")


def dateline_day(
    text: str, readings: Sequence[Reading], declared: date | None, regions: Sequence[Region]
) -> date | None:
    """The dateline's day if the text has one within a week of the declared day (or no day is declared)."""
    marked = [region for region in regions if region.kind == "dateline"]
    for reading in readings:
        if reading.kind != "date" or reading.day is None or reading.month is None:
            continue
        if marked:
            fits = any(region.start <= reading.start < region.end for region in marked)
        else:
            if reading.start > HEAD:
                return None
            fits = _is_dateline(text, reading)
        if not fits:
            continue
        found = _day(reading, declared)
        if found and (declared is None or abs((found - declared).days) <= NEAR_DAYS):
            return found
    return None


def _is_dateline(text: str, reading: Reading) -> bool:
    line_start = text.rfind("\n", 0, reading.start) + 1
    before = text[line_start : reading.start]
    return bool(AFTER_DATE.match(text, reading.end) and BEFORE_DATE.search("\n" + before))


def _day(reading: Reading, declared: date | None) -> date | None:
    year = reading.year
    if year is None:
        if declared is None:
            return None
        year = nearest_year(reading.month or 1, reading.day, declared, None)
    return safe_date(year, reading.month or 1, reading.day or 1)
