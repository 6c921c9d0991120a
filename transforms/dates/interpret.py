"""From a reading and the anchors to a TIMEX3 value: one interpreter for each kind of expression."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from transforms.dates import mean_dates as dates
from transforms.dates import mean_names as names
from transforms.dates import mean_units as units
from transforms.dates.anchors import Anchors
from transforms.dates.meaning import Meaning, Place
from transforms.dates.reading import Reading


def interpret(reading: Reading, anchors: Anchors, place: Place) -> Meaning | None:
    """The meaning of a reading among its anchors, None where it means no time here."""
    return READERS[reading.kind](reading, anchors, place)


READERS: Mapping[str, Callable[[Reading, Anchors, Place], Meaning | None]] = {
    "date": dates.mean_date,
    "deictic": dates.mean_deictic,
    "narrative": dates.mean_narrative,
    "weekday": dates.mean_weekday,
    "unit": units.mean_unit,
    "shift": units.mean_shift,
    "season": names.mean_season,
    "nth": names.mean_nth,
    "decade": names.mean_decade,
    "century": names.mean_century,
    "week": names.mean_week,
    "fiscal": names.mean_fiscal,
    "holiday": names.mean_holiday,
    "part": names.mean_part,
    "focus": names.mean_focus,
    "duration": names.mean_fixed,
    "set": names.mean_fixed,
    "vague": names.mean_fixed,
    "modifier": names.mean_nothing,
    "clock": names.mean_nothing,
}
