"""Readers of calendar expressions: days, months, years, seasons, quarters, decades, centuries, feasts."""

from __future__ import annotations

from transforms.dates.patterns import Match
from transforms.dates.reading import Reading

MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SHORT_YEAR_PIVOT = 40
CENTURY_UNITS = {"century": "century", "millennium": "millennium"}


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


def is_month_word(match: Match, name: str = "m") -> bool:
    """Whether an ambiguous month word ("may", "mars", "sept") is written as a month here."""
    token = match.token(name)
    if not match.lexicon.settings.get("capital_months") or match.text[token.start].isupper():
        return True
    context = match.lexicon.context
    if not match.has("d"):
        return match.before in context["month_before"] and token.text not in context["ambiguous_months"]
    surely_day = "ORDN" in match.token("d").classes or match.has("o") or match.has("w") or match.has("y")
    if token.text in context["verb_months"]:
        return surely_day or match.before == ""
    return surely_day or match.before == "" or match.before in context["month_before"] or match.before == "on"


def read_day_month(match: Match) -> Reading | None:
    """A day and a month, perhaps with weekday and year."""
    month = match.number("m", "MONTH", "FMONTH")
    day = match.number("d", "DAY", "ORDN", "ORD", "NUM")
    if month is None or day is None or not 1 <= day <= MONTH_DAYS[month - 1]:
        return None
    day_classes = match.token("d").classes
    if not {"DAY", "ORDN"} & day_classes.keys() and day != 1 and not match.has("o"):
        return None
    foreign = "MONTH" not in match.token("m").classes
    if (foreign and not match.has("y")) or not is_month_word(match):
        return None
    return new(
        match, "date", day=day, month=month, year=year_of(match), weekday=match.number("w", "WEEKDAY"),
        relative=match.number("r", "REL", "NREL"),
    )  # fmt: skip


def read_day_month_short_year(match: Match) -> Reading | None:
    """A day and a month with a year of two figures."""
    token = match.token("yy")
    if "SHORTYEAR" not in token.classes and int(token.text) <= 31 and not token.text.startswith("0"):  # noqa: PLR2004
        return None
    if match.after[:1].isalpha() and "SHORTYEAR" not in token.classes and match.after not in match.lexicon.context["year_after_ok"]:
        return None
    reading = read_day_month(match) if match.has("d") else read_month(match)
    if reading:
        reading.year = short_year(token.text)
    return reading


def read_day(match: Match) -> Reading | None:
    """A day of an unnamed month: 'on the 15th', 'Thursday the 12th', 'jeudi 15', 'the 15th of next month'."""
    day = match.number("d", "DAY", "ORDN")
    weekday = match.number("w", "WEEKDAY")
    follows = match.after[:1].isalnum() and match.after not in match.lexicon.context["year_after_ok"]
    contained = match.end < len(match.tokens) and "OF" in match.tokens[match.end].classes
    if day is None or (follows and not contained) or match.after in {"%", "°", "€", "$", ":"}:
        return None
    if weekday is None and match.before not in match.lexicon.context.get("day_before", frozenset()) and not contained:
        return None
    if weekday is not None and not weekday_fits(match):
        return None
    reading = new(match, "date", day=day, weekday=weekday)
    reading.weak = weekday is None and match.before not in match.lexicon.context.get("day_before", frozenset())
    return reading


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
    if month is None or not is_month_word(match):
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


def bare_month_fits(match: Match) -> bool:
    """Whether a month word alone is one: no name, no verb, no planet, no number."""
    token = match.token("m")
    context = match.lexicon.context
    capital = match.text[token.start].isupper()
    prepared = match.before in context.get("month_before", frozenset())
    if len(token.text) <= 4 and token.text in context.get("ambiguous_months", frozenset()) and not prepared:  # noqa: PLR2004
        return False
    if match.lexicon.settings.get("capital_months"):
        follows = match.text[token.end : token.end + 2].strip()
        if token.text in context.get("ambiguous_months", frozenset()) and not prepared:
            return False
        return prepared or (capital and not follows[:1].isupper())
    follows = match.text[token.end : token.end + 2].strip()
    if capital and not prepared and (match.before not in {"", ".", "!", "?", ":"} or follows[:1].isupper()):
        return False
    if token.text in context.get("ambiguous_months", frozenset()):
        return prepared and not (capital and match.before)
    if len(token.text) <= 4 and len(token.text) < longest_form(match, token.text):  # noqa: PLR2004
        return prepared and match.after == "."
    return True


def longest_form(match: Match, word: str) -> int:
    """The length of the longest way to write the month of `word`."""
    month = match.token("m").classes["MONTH"]
    same = (
        pieces[0]
        for pieces, classes in match.lexicon.forms()
        if classes.get("MONTH") == month and len(pieces) == 1
    )
    return max((len(form) for form in same), default=len(word))


def read_year(match: Match) -> Reading | None:
    """A year on its own, if its surroundings say it is one."""
    year = match.number("y", "YEAR")
    if match.has("u"):
        return new(match, "date", year=year) if match.value("u", "UNIT") == "year" else None
    return new(match, "date", year=year) if bare_year_fits(match) else None


def bare_year_fits(match: Match) -> bool:
    """Whether a figure of four digits is a year: what stands before and after decides."""
    context = match.lexicon.context
    token = match.token("y")
    before, after = match.before, match.after
    left = match.text[max(0, token.start - 2) : token.start]
    right = match.text[token.end : token.end + 2]
    if left[-1:] in {"$", "€", "£", "#", ".", "+", "°", "_", "%", "@", "&", "="} or right[:1] in {"%", "€", "$", "°", "_", "@"}:
        return False
    if right[:1] == "-" and right[1:].isalpha() and before not in context["year_before_sure"]:
        return False
    if left[-1:] == "-" and left[:1].isalpha():
        return match.start > 0 and "MOD" in match.tokens[match.start - (1 if "MOD" in match.tokens[match.start - 1].classes else 2)].classes
    alone = before in {"", "."} or "\n" in before
    if alone and (after in {"", ":"} or "\n" in after) and 1400 <= int(token.text) <= 2100:  # noqa: PLR2004
        return "\n" in before or token.start == 0
    if before in context["quantity_before"] or after in {"€", "$", "%", "£"}:
        return False
    year = int(token.text)
    starts_word = after[:1].isalpha() and after not in context["year_after_ok"]
    if before in context["year_before"]:
        return not (starts_word and is_counted(match, year))
    if left[-1:] in {"-", "–", "/"} and left[:1].isdigit() and match.start > 1:
        return "YEAR" in match.tokens[match.start - 2].classes
    if left[-1:] in {"(", "[", "-", "–", "/", "«"}:
        return True
    named = match.text[match.tokens[match.start - 1].start : token.start].strip() if match.start else ""
    if named.isupper() and len(named) <= 3:  # noqa: PLR2004
        return False
    if named[:1].isupper() and 1900 <= year <= 2100:  # noqa: PLR2004
        return not (starts_word and is_counted(match, year))
    if starts_word:
        return False
    if before in {"", ".", "!", "?"} or "\n" in before:
        return after[:1].isalpha() and after in context["year_after_ok"]
    return (before[:1].isalpha() or before in {",", ")", ";", ":"}) and 1900 <= year <= 2100  # noqa: PLR2004


def is_counted(match: Match, year: int) -> bool:
    """Whether a lower-case plural-looking word follows a round figure or a figure without a year's preposition."""
    token = match.token("y")
    following = match.text[token.end :].lstrip()[:1]
    plural = match.after.endswith(tuple(match.lexicon.settings.get("plural_endings", ("s", "x"))))
    return following.islower() and plural and (year % 100 == 0 or match.before not in match.lexicon.context["year_before_sure"])


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
    if len(figure) != 3 or match.before not in match.lexicon.context["year_before_sure"] | {"rest of", "of"}:  # noqa: PLR2004
        return None
    if match.after[:1].isalpha() and match.after not in match.lexicon.context["year_after_ok"]:
        return None
    return new(match, "date", year=int(figure), marks={"era continued"})


def read_weekday(match: Match) -> Reading | None:
    """A weekday, perhaps with 'last', 'next', 'this', 'same'; a plural is a habit."""
    token = match.token("w")
    relative = match.number("r", "REL")
    if relative is None and match.has("r"):
        relative = match.number("r", "NREL")
    if not weekday_fits(match):
        return None
    reading = new(match, "weekday", weekday=match.number("w", "WEEKDAY"), relative=relative)
    if match.has("this"):
        reading.marks.add("this" if match.value("this", "DEM") == "this" else "that")
    if match.has("same"):
        reading.marks.add("same")
    bare = match.end - match.start == 2 and match.first.text in match.lexicon.context.get("habit_articles", frozenset())
    if bare and relative is None:
        reading.marks.add("habit article")
    if match.has("r") and "REL" not in match.token("r").classes:
        reading.base = "focus"
    if token.text in match.lexicon.context.get("plural_weekdays", frozenset()):
        return new(match, "set", value=f"XXXX-WXX-{reading.weekday}")
    return reading


def read_weekday_part(match: Match) -> Reading:
    """A weekday and a part of the day in one word: Montagabend."""
    weekday, _, part = (match.value("w", "WEEKDAYPART") or "1T").partition("T")
    relative = match.number("r", "REL", "NREL")
    reading = new(match, "weekday", weekday=int(weekday), part=part, relative=relative)
    if match.has("this"):
        reading.marks.add("this")
    return reading


def weekday_fits(match: Match) -> bool:
    """Whether a short or ambiguous weekday form is one."""
    token = match.token("w")
    named = match.lexicon.context.get("named_weekday", frozenset())
    if match.before in named or match.after in named:
        return False
    if token.text not in match.lexicon.context.get("ambiguous_weekdays", frozenset()):
        return True
    if match.lexicon.settings.get("capital_weekdays") and not match.text[token.start].isupper():
        return False
    if match.before in match.lexicon.context.get("weekday_before", frozenset()):
        return not match.after[:1].isalpha() or match.after in match.lexicon.context["year_after_ok"]
    if match.lexicon.context.get("weekday_before"):
        return match.has("r") or match.has("this")
    if match.after in {".", ","} or match.has("r") or match.has("this"):
        return True
    return match.end - match.start > 1 and bool(match.has("d") or match.lexicon.settings.get("capital_weekdays"))


def read_season(match: Match) -> Reading | None:
    """A season, perhaps with year or 'last', 'next', 'this'."""
    relative = match.number("r", "REL", "NREL")
    if match.has("this"):
        relative = 0 if match.value("this", "DEM") == "this" else None
    year = year_of(match)
    name = match.value("s", "SEASON") or ""
    prepared = match.before in match.lexicon.context.get("season_before", frozenset())
    definite = match.has("the") or match.has("this") or prepared
    if year is None and relative is None and not definite:
        ambiguous = match.lexicon.context.get("ambiguous_seasons", frozenset())
        if match.token("s").text in ambiguous:
            return None
    if name == "FA" and match.has("the") and match.token("s").text == "fall" and year is None and relative is None:
        return None
    reading = new(match, "season", name=name, year=year, relative=relative, is_definite=definite)
    if match.has("y2") and name == "WI":
        reading.marks.add("starts")
    return reading


def read_nth(match: Match) -> Reading | None:
    """'the third quarter', 'la deuxième semaine', 'the first Monday': waits for what it is part of."""
    count = match.number("o", "ORD", "ORDN")
    unit = match.value("u", "UNIT", "HALFYEAR")
    if unit in CENTURY_UNITS:
        return None
    weekday = match.number("w", "WEEKDAY")
    year = year_of(match)
    reading = new(match, "nth", count=count, unit=unit, weekday=weekday, year=year)
    reading.weak = unit not in {"quarter", "half"} and year is None
    return reading


def read_quarter(match: Match) -> Reading | None:
    """Q3 2009, T2, H1 2008."""
    label = match.token("q").text
    count = int(label[1])
    year = match.number("y", "YEAR")
    if year is None and not (match.text[match.token("q").start].isupper() and match.before in match.lexicon.context["year_before"]):
        return None
    if label[0] in "hs":
        return new(match, "nth", count=count, unit="half", year=year)
    return new(match, "nth", count=count, unit="quarter", year=year) if label[0] in "qt" else None


def read_decade(match: Match) -> Reading | None:
    """The 1960s, les années 60, los años sesenta, the nineties."""
    if match.has("w"):
        return new(match, "decade", year=1900 + (match.number("w", "DECADEW") or 0))
    digits = match.value("d", "NUM") or "".join(sign for sign in match.token("d").text if sign.isdigit())
    figure = int(digits)
    if match.has("e"):
        return new(match, "decade", year=figure, era=match.value("e", "ERA"))
    if figure % 10 or len(digits) == 3 or figure > 2100:  # noqa: PLR2004
        return None
    if len(digits) == 2:  # noqa: PLR2004
        figure += 1900 if figure >= 20 else 2000  # noqa: PLR2004
    return new(match, "decade", year=figure)


def read_century(match: Match) -> Reading | None:
    """The 19th century, le XIXe siècle, el siglo XIX."""
    if match.value("u", "UNIT") not in CENTURY_UNITS:
        return None
    count = match.number("o", "ORDN", "ORD", "ROMAN", "DAY", "INT")
    if count is None or not 1 <= count <= 30:  # noqa: PLR2004
        return None
    return new(match, match.value("u", "UNIT") == "century" and "century" or "century", count=count,
               unit=match.value("u", "UNIT"), era=match.value("e", "ERA"))  # fmt: skip


def read_week_number(match: Match) -> Reading | None:
    """Week 27, KW 27."""
    week = match.number("n", "INT")
    if week is None or not 1 <= week <= 53 or match.after in match.lexicon.context["year_after_ok"] & {"days"}:  # noqa: PLR2004
        return None
    return new(match, "week", count=week, year=match.number("y", "YEAR"))


def read_fiscal(match: Match) -> Reading | None:
    """A fiscal or school year, named by the year it ends."""
    year = match.number("y", "YEAR")
    if match.has("z"):
        ending = match.token("z").text
        year = int(ending) if len(ending) == 4 else short_year(ending)  # noqa: PLR2004
    name = match.value("f", "FISCAL") or "FY"
    if year is None and (name != "FY" or not match.has("the")):
        return None
    return new(match, "fiscal", year=year, name=name)


def read_holiday(match: Match) -> Reading | None:
    """A feast, perhaps with a year."""
    relative = match.number("r", "REL", "NREL")
    if match.has("this"):
        relative = 0
    return new(match, "holiday", name=match.value("h", "HOLIDAY") or "", year=year_of(match), relative=relative)


def read_iso(match: Match) -> Reading | None:
    """2020-05-14, 2020-05-14T15:30Z."""
    return new(match, "date", value=match.token("n").text.upper(), marks={"iso"})


def read_iso_week(match: Match) -> Reading | None:
    """2020-W27."""
    return new(match, "week", value=match.token("n").text.upper())


def read_numeric_short(match: Match) -> Reading | None:
    """3.10. or 14/05 after a word that announces a date."""
    token = match.token("n")
    dotted = "." in token.text
    announced = match.has("w") or match.first is not token or match.before in match.lexicon.context["date_before"]
    if not announced or (dotted and not match.lexicon.settings.get("dotted_dates")):
        return None
    first, second = (int(part) for part in token.text.replace(" ", "").strip(".").replace(".", "/").split("/"))
    day, month = (second, first) if match.lexicon.settings["month_first"] else (first, second)
    if month > 12 and day <= 12:  # noqa: PLR2004
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= MONTH_DAYS[month - 1]:  # noqa: PLR2004
        return None
    return new(match, "date", month=month, day=day, weekday=match.number("w", "WEEKDAY"))


def read_numeric(match: Match) -> Reading | None:
    """14/05/2020 in the order of the language; a year of four figures in front is year, month, day."""
    token = match.token("n")
    parts = [part for part in token.text.replace(".", "/").replace("-", "/").replace(" ", "").split("/") if part]
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:  # noqa: PLR2004
        year, month, day = first, second, third
    else:
        year = third if len(parts[2]) == 4 else short_year(parts[2])  # noqa: PLR2004
        american = match.lexicon.settings["month_first"] and "." not in token.text
        day, month = (second, first) if american else (first, second)
        if month > 12 and day <= 12:  # noqa: PLR2004
            day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= MONTH_DAYS[month - 1]:  # noqa: PLR2004
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
    second = int(token.text) if len(token.text) == 4 else first - first % 100 + int(token.text)  # noqa: PLR2004
    if not first < second <= first + 150 or match.before in match.lexicon.context["quantity_before"]:  # noqa: PLR2004
        return None
    head = match.token("y")
    return [
        Reading(kind="date", start=head.start, end=head.end, year=first),
        Reading(kind="date", start=token.start, end=token.end, year=second),
    ]
