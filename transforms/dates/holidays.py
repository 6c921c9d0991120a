"""Feasts by name: the day of a year, fixed, counted from Easter, or the n-th weekday of a month.

Easter is dateutil's (the Gregorian one, also for the years before it).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.easter import easter

FIXED: Mapping[str, tuple[int, int]] = {
    "new_year": (1, 1), "epiphany": (1, 6), "groundhog_day": (2, 2), "valentine": (2, 14), "women_day": (3, 8),
    "st_patrick": (3, 17), "april_fools": (4, 1), "earth_day": (4, 22), "italy_liberation": (4, 25),
    "portugal_freedom": (4, 25), "labour_day": (5, 1), "may_day": (5, 1), "europe_day": (5, 9),
    "italy_republic": (6, 2), "d_day": (6, 6), "portugal_day": (6, 10), "juneteenth": (6, 19), "st_john": (6, 24),
    "independence_day": (7, 4), "assumption": (8, 15), "brazil_independence": (9, 7), "german_unity": (10, 3),
    "columbus_day_es": (10, 12), "reformation": (10, 31), "halloween": (10, 31), "all_saints": (11, 1),
    "all_souls": (11, 2), "guy_fawkes": (11, 5), "armistice": (11, 11), "veterans_day": (11, 11),
    "st_martin": (11, 11), "spain_constitution": (12, 6), "st_nicholas": (12, 6), "immaculate": (12, 8),
    "christmas_eve": (12, 24), "christmas": (12, 25), "boxing_day": (12, 26), "st_stephen": (12, 26),
    "holy_innocents": (12, 28), "new_year_eve": (12, 31), "st_joseph": (3, 19), "san_juan": (6, 24),
    "st_sebastian": (1, 20), "tiradentes": (4, 21), "brazil_sweethearts": (6, 12), "brazil_republic": (11, 15),
}  # fmt: skip
FROM_EASTER: Mapping[str, int] = {
    "shrove_monday": -48, "carnival": -47, "ash_wednesday": -46, "palm_sunday": -7, "maundy_thursday": -3,
    "good_friday": -2, "holy_saturday": -1, "easter": 0, "easter_monday": 1, "ascension": 39, "pentecost": 49,
    "whit_monday": 50, "corpus_christi": 60,
}  # fmt: skip
FROM_FOURTH_ADVENT: Mapping[str, int] = {
    "remembrance_sunday": -35, "repentance_day": -32, "sunday_of_the_dead": -28,
    "advent_1": -21, "advent_2": -14, "advent_3": -7, "advent_4": 0,
}  # fmt: skip
NTH_WEEKDAY: Mapping[str, tuple[int, int, int]] = {
    "mlk_day": (1, 1, 3), "presidents_day": (2, 1, 3), "mothers_day": (5, 7, 2), "memorial_day": (5, 1, -1),
    "fathers_day": (6, 7, 3), "labor_day": (9, 1, 1), "columbus_day": (10, 1, 2), "thanksgiving": (11, 4, 4),
}  # fmt: skip
NATIONAL_DAYS: Mapping[str, tuple[int, int]] = {
    "FR": (7, 14), "US": (7, 4), "DE": (10, 3), "ES": (10, 12), "IT": (6, 2), "PT": (6, 10), "BR": (9, 7),
}  # fmt: skip
MOTHERS_DAY_FR = (5, 7, -1)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date | None:
    """The `count`-th ISO weekday of a month; negative counts from its end; None where the month has fewer."""
    if count > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
        return day if day.month == month else None
    following = date(year + month // 12, month % 12 + 1, 1)
    last = following - timedelta(days=1)
    day = last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-count - 1))
    return day if day.month == month else None


def holiday_on(name: str, year: int, country: str) -> date | None:
    """The day of a feast in a year, None for a feast without a rule and for years without a calendar."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    if name == "national_day":
        month, day = NATIONAL_DAYS.get(country, (7, 14))
        return date(year, month, day)
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in FROM_EASTER:
        sunday: date = easter(year)
        return sunday + timedelta(days=FROM_EASTER[name])
    if name in FROM_FOURTH_ADVENT:
        eve = date(year, 12, 24)
        return eve - timedelta(days=eve.isoweekday() % 7) + timedelta(days=FROM_FOURTH_ADVENT[name])
    if name == "black_friday":
        thursday = nth_weekday(year, 11, 4, 4)
        return thursday + timedelta(days=1) if thursday else None
    if name in NTH_WEEKDAY:
        rule = MOTHERS_DAY_FR if name == "mothers_day" and country == "FR" else NTH_WEEKDAY[name]
        return nth_weekday(year, *rule)
    return None
