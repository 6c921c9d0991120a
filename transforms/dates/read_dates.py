"""Readers of days, months and years, in words and in figures."""

from __future__ import annotations

import re

from transforms.dates.guards import bare_month_fits, bare_year_fits, is_month_word, names_place, weekday_fits
from transforms.dates.patterns import Match
from transforms.dates.reading import Reading

MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SHORT_YEAR_PIVOT = 40


def new(match: Match, kind: str, **fields: object) -> Reading:
    """A reading over the whole match."""
    first = match.first
    if {"ART", "TO"} <= first.classes.keys() and match.end - match.start > 1:
        first = match.tokens[match.start + 1]
    return Reading(kind=kind, start=first.start, end=match.last.end, **fields)  # type: ignore[arg-type]


def short_year(word: str) -> int:
    """The four-figure year of '98, 98 or 05."""
    figure = int("".join(sign for sign in word if sign.isdigit())[-2:])
    return figure + (2000 if figure < SHORT_YEAR_PIVOT else 1900)


def read_day_month(match: Match) -> Reading | None:
    """A day and a month, perhaps with weekday and year."""
    month = match.number("m", "MONTH", "FMONTH")
    day = match.number("d", "DAY", "ORDN", "ORD", "NUM")
    if month is None or day is None or not 1 <= day <= MONTH_DAYS[month - 1]:
        return None
    if not _is_day_number(match, day) or names_place(match):
        return None
    foreign = "MONTH" not in match.token("m").classes
    if (foreign and not match.has("y")) or not is_month_word(match):
        return None
    year = year_of(match) or act_year(match)
    return new(
        match, "date", day=day, month=month, year=year, weekday=match.number("w", "WEEKDAY"),
        relative=match.number("r", "REL", "NREL"),
    )  # fmt: skip


def read_listed_day(match: Match) -> Reading | None:
    """One of several days before their month; a bare figure before an article is none ('sur Europe 1, le 9 juin')."""
    following = next((t for t in match.tokens[match.end :] if "COMMA" not in t.classes), None)
    is_bare = match.first is match.token("d")
    is_article = following is not None and "ART" in following.classes and "TO" not in following.classes
    return None if is_bare and is_article else read_day_month(match)


ACT = re.compile(r"\d/([12]\d{3}),\s(?:\w{1,3}\s)?$")


def act_year(match: Match) -> int | None:
    """The year of an act's number right before its day ('Ley 39/2015, de 1 de octubre')."""
    act = ACT.search(match.text[max(0, match.first.start - 12) : match.first.start])
    return int(act[1]) if act else None


def _is_day_number(match: Match, day: int) -> bool:
    """Whether a number word may be a day: 'premier mai', 'dos de mayo', 'il due giugno'; figures always may."""
    classes = match.token("d").classes
    if {"DAY", "ORDN"} & classes.keys():
        return True
    if "NUM" in classes and not match.lexicon.settings.get("word_days"):
        return False
    return day == 1 or match.has("o") or match.has("w") or "ART" in match.first.classes


def read_day_month_short_year(match: Match) -> Reading | None:
    """A day and a month with a year of two figures."""
    token = match.token("yy")
    if "SHORTYEAR" not in token.classes and int(token.text) <= 31 and not token.text.startswith("0"):
        return None
    if (
        match.after[:1].isalpha()
        and "SHORTYEAR" not in token.classes
        and match.after not in match.lexicon.context["year_after_ok"]
    ):
        return None
    reading = read_day_month(match) if match.has("d") else read_month(match)
    if reading:
        reading.year = short_year(token.text)
    return reading


def read_day(match: Match) -> Reading | None:
    """A day of an unnamed month: 'on the 15th', 'Thursday the 12th', 'jeudi 15', 'the 15th of next month'."""
    day = match.number("d2", "DAY") if match.has("d2") else match.number("d", "DAY", "ORDN")
    weekday = match.number("w", "WEEKDAY")
    follows = (
        match.after[:1].isalnum() and match.after not in match.lexicon.context["year_after_ok"] and not match.has("d2")
    )
    contained = match.end < len(match.tokens) and "OF" in match.tokens[match.end].classes
    hours = weekday is not None and match.after in {"-", "–"} and "ORDN" not in match.last.classes
    if day is None or hours or (follows and not contained) or match.after in {"%", "°", "€", "$", ":"}:
        return None
    if weekday is None and match.before not in match.lexicon.context.get("day_before", frozenset()) and not contained:
        return None
    if weekday is not None and not weekday_fits(match):
        return None
    reading = new(match, "date", day=day, weekday=weekday)
    reading.weak = weekday is None and match.before not in match.lexicon.context.get("day_before", frozenset())
    return reading


def read_day_word(match: Match) -> Reading | None:
    """'el día 5': a day of an unnamed month after the word for day."""
    if match.value("u", "UNIT") != "day":
        return None
    return new(match, "date", day=match.number("d", "DAY", "ORDN"), relative=match.number("r", "REL"))


def read_day_of_unit(match: Match) -> Reading:
    """'el 5 de este mes': waits for the month that follows."""
    return new(match, "date", day=match.number("d", "DAY", "ORDN"), weak=True)


def read_month_day(match: Match) -> Reading | None:
    """English order: a month, then a day."""
    if not match.lexicon.settings["month_first"] and not match.has("y"):
        return None
    return read_day_month(match)


def year_of(match: Match) -> int | None:
    """The named year, of four or two figures."""
    if match.has("y"):
        return match.number("y", "YEAR")
    if match.has("yy"):
        return short_year(match.token("yy").text)
    return None


def read_month(match: Match) -> Reading | None:
    """A month, perhaps with year or 'last', 'next', 'this'."""
    month = match.number("m", "MONTH")
    follows_day = any("DAY" in token.classes for token in match.tokens[max(0, match.start - 2) : match.start])
    if month is None or not is_month_word(match) or (follows_day and names_place(match)):
        return None
    if match.has("u") and match.value("u", "UNIT") != "month":
        return None
    relative = match.number("r", "REL", "NREL")
    if match.has("this"):
        relative = 0
    year = year_of(match)
    if year is None and relative is None and not match.has("u") and not bare_month_fits(match):
        return None
    reading = new(match, "date", month=month, year=year, relative=relative)
    if match.has("r") and "REL" not in match.token("r").classes:
        reading.base = "focus"
    if match.has("this") and match.value("this", "DEM") == "that":
        reading.base, reading.relative = "focus", None
    return reading


def read_year(match: Match) -> Reading | None:
    """A year on its own, if its surroundings say it is one."""
    year = match.number("y", "YEAR")
    if match.has("u"):
        return new(match, "date", year=year) if match.value("u", "UNIT") == "year" else None
    return new(match, "date", year=year) if bare_year_fits(match) else None


def read_named_year(match: Match) -> Reading | None:
    """'l'an 800': a figure of three digits is a year where the word for year names it."""
    figure = match.token("n").text
    named = match.value("u", "UNIT") == "year" and match.token("u").text not in match.lexicon.context["plural_units"]
    return new(match, "date", year=int(figure)) if named and len(figure) == 3 else None


def read_short_year(match: Match) -> Reading | None:
    """'82 after an apostrophe."""
    if match.before not in match.lexicon.context["year_before"]:
        return None
    return new(match, "date", year=short_year(match.token("y").text))


def read_era_year(match: Match) -> Reading | None:
    """A year counted before or after Christ."""
    figure = match.value("n", "INT", "YEAR")
    if figure is None:
        return None
    era = match.value("e", "ERA")
    return new(match, "date", year=int(figure), era=era, is_approximate=match.has("a"))


def read_continued_year(match: Match) -> Reading | None:
    """'in 499' in a text that counts years before Christ."""
    figure = match.token("n").text
    if len(figure) != 3 or match.before not in match.lexicon.context["year_before_sure"]:
        return None
    if match.after[:1].isalpha() and match.after not in match.lexicon.context["year_after_ok"]:
        return None
    return new(match, "date", year=int(figure), marks={"era continued"})


def read_iso(match: Match) -> Reading | None:
    """2020-05-14, 2020-05-14T15:30Z."""
    return new(match, "date", value=match.token("n").text.upper(), marks={"iso"})


def read_iso_week(match: Match) -> Reading | None:
    """2020-W27."""
    return new(match, "week", value=match.token("n").text.upper())


def read_numeric_short(match: Match) -> Reading | None:
    """3.10. or 14/05 after a word that announces a date."""
    token = match.token("bracketed" if match.has("bracketed") else "n")
    dotted = "." in token.text
    announced = match.has("w") or match.first is not token or match.before in match.lexicon.context["date_before"]
    announced = announced or (dotted and not match.before)
    if not announced or (dotted and not match.lexicon.settings.get("dotted_dates")):
        return None
    first, second = (int(part) for part in token.text.replace(" ", "").strip(".").replace(".", "/").split("/"))
    day, month = (second, first) if match.lexicon.settings["month_first"] else (first, second)
    if month > 12 and day <= 12:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= MONTH_DAYS[month - 1]:
        return None
    weekday = match.number("w2" if match.has("w2") else "w", "WEEKDAY")
    return new(match, "date", month=month, day=day, weekday=weekday)


def read_numeric(match: Match) -> Reading | None:
    """14/05/2020 in the order of the language; a year of four figures in front is year, month, day."""
    token = match.token("n")
    parts = [part for part in token.text.replace(".", "/").replace("-", "/").replace(" ", "").split("/") if part]
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        year, month, day = first, second, third
    else:
        year = third if len(parts[2]) == 4 else short_year(parts[2])
        american = match.lexicon.settings["month_first"] and "." not in token.text
        day, month = (second, first) if american else (first, second)
        if month > 12 and day <= 12:
            day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= MONTH_DAYS[month - 1]:
        return None
    return new(match, "date", year=year, month=month, day=day, weekday=match.number("w", "WEEKDAY"))


def read_month_days(match: Match) -> list[Reading] | None:
    """Several days of one month in English order, each with the month and year."""
    if not match.lexicon.settings["month_first"] or not is_month_word(match):
        return None
    month, year = match.number("m", "MONTH", "FMONTH"), year_of(match)
    readings = []
    for name in ("d", "d2", "d3"):
        day = match.number(name, "DAY", "ORDN")
        if day is None:
            continue
        token = match.token(name)
        start = match.first.start if name == "d" else token.start
        readings.append(Reading(kind="date", start=start, end=token.end, year=year, month=month, day=day))
    readings[-1].end = match.last.end
    return readings


def read_years(match: Match) -> list[Reading] | None:
    """Two years joined by a sign; the second may be of two figures."""
    first = match.number("y", "YEAR") or 0
    token = match.token("z")
    second = int(token.text) if len(token.text) == 4 else first - first % 100 + int(token.text)
    sign = match.text[match.token("y").end : token.start]
    if sign == "-" and second <= first and len(token.text) == 2 and 1 <= int(token.text) <= 12:
        return [new(match, "date", year=first, month=int(token.text))]
    if not first < second <= first + 150 or match.before in match.lexicon.context["quantity_before"]:
        return None
    head = match.token("y")
    return [
        Reading(kind="date", start=head.start, end=head.end, year=first),
        Reading(kind="date", start=token.start, end=token.end, year=second),
    ]
