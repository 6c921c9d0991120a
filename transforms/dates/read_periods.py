"""Readers of weekdays, seasons, quarters, decades, centuries, weeks by number, fiscal years and feasts."""

from __future__ import annotations

from transforms.dates.guards import is_called, is_name, weekday_fits
from transforms.dates.patterns import Match
from transforms.dates.read_dates import new, short_year, year_of
from transforms.dates.reading import Reading

CENTURY_UNITS = {"century": "century", "millennium": "millennium"}


def read_weekday(match: Match) -> Reading | None:
    """A weekday, perhaps with 'last', 'next', 'this', 'same'; a plural is a habit."""
    token = match.token("w")
    relative = match.number("r", "REL")
    is_preposition = match.has("r") and "AFTER" in match.first.classes  # "following Wednesday's talks"
    if relative is None and match.has("r") and not is_preposition:
        relative = match.number("r", "NREL")
    if not weekday_fits(match):
        return None
    reading = new(match, "weekday", weekday=match.number("w", "WEEKDAY"), relative=relative)
    if is_preposition:
        reading.start = token.start
        return reading
    if match.has("this"):
        reading.marks.add("this" if match.value("this", "DEM") == "this" else "that")
    is_very = match.has("this") and match.token("this").text in match.lexicon.context.get("this_very", frozenset())
    if match.has("same") and not is_very:  # "este mismo viernes"
        reading.marks.add("same")
    is_led = match.first.text in match.lexicon.context.get("habit_articles", frozenset())
    if is_led and match.tokens[match.start + 1] is token and relative is None:
        reading.marks.add("habit article")
    if match.has("r") and "REL" not in match.token("r").classes:
        reading.base = "focus"
    several = "ART" in match.first.classes and match.first.text in match.lexicon.context.get(
        "plural_articles", frozenset()
    )
    if token.text in match.lexicon.context.get("plural_weekdays", frozenset()) or (several and relative is None):
        return new(match, "set", value=f"XXXX-WXX-{reading.weekday}")
    return reading


def read_weekday_and_part(match: Match) -> Reading | None:
    """A weekday and a part of the day right after it."""
    reading = read_weekday(match)
    if reading is None or reading.kind != "weekday" or match.token("p").text in match.lexicon.context["plural_parts"]:
        return None
    reading.part = match.value("p", "PART")
    return reading


def read_weekday_part(match: Match) -> Reading:
    """A weekday and a part of the day in one word: Montagabend."""
    weekday, _, part = (match.value("w", "WEEKDAYPART") or "1T").partition("T")
    relative = match.number("r", "REL", "NREL")
    reading = new(match, "weekday", weekday=int(weekday), part=part, relative=relative)
    if match.has("this"):
        reading.marks.add("this")
    return reading


def read_season(match: Match) -> Reading | None:
    """A season, perhaps with year or 'last', 'next', 'this'."""
    relative = match.number("r", "REL", "NREL")
    if match.has("this"):
        relative = 0 if match.value("this", "DEM") == "this" else None
    year = year_of(match)
    name = match.value("s", "SEASON") or ""
    prepared = match.before in match.lexicon.context.get("season_before", frozenset())
    if prepared and "AND" in match.tokens[match.start - 1].classes:
        prepared = match.start > 1 and "SEASON" in match.tokens[match.start - 2].classes
    named = match.after in match.lexicon.context.get("season_nouns", frozenset())
    definite = match.has("the") or match.has("this") or prepared or named
    if year is None and relative is None and not definite:
        ambiguous = match.lexicon.context.get("ambiguous_seasons", frozenset())
        if match.token("s").text in ambiguous:
            return None
    if (
        name == "FA"
        and match.has("the")
        and not (match.before == "in" and match.after != "of")
        and match.token("s").text in match.lexicon.context.get("season_verbs", frozenset())
        and year is None
        and relative is None
    ):
        return None
    if is_called(match):
        return None
    reading = new(match, "season", name=name, year=year, relative=relative, is_definite=definite)
    if match.has("y2") and name == "WI":
        reading.marks.add("starts")
    return reading


def read_nth(match: Match) -> Reading | None:
    """'the third quarter', 'la deuxième semaine', 'the first Monday': waits for what it is part of."""
    count = match.number("o", "ORD", "ORDN", "DAY")
    unit = match.value("u", "UNIT", "HALFYEAR")
    if unit in CENTURY_UNITS:
        return None
    weekday = match.number("w", "WEEKDAY")
    year = year_of(match)
    reading = new(match, "nth", count=count, unit=unit, weekday=weekday, year=year)
    reading.weak = unit not in {"quarter", "half"} and year is None
    return reading


def read_nth_dotted(match: Match) -> Reading | None:
    """'2. Quartal', '1. Halbjahr': a figure with a point is an ordinal where the language writes dates so."""
    return read_nth(match) if match.lexicon.settings.get("dotted_dates") else None


def read_quarter(match: Match) -> Reading | None:
    """Q3 2009, T2, H1 2008."""
    label = "".join(sorted(match.token("q").text, reverse=True))
    count = int(label[1])
    year = match.number("y", "YEAR")
    if year is None and not (
        match.text[match.token("q").start].isupper() and match.before in match.lexicon.context["year_before"]
    ):
        return None
    if label[0] in "hs":
        return new(match, "nth", count=count, unit="half", year=year)
    return new(match, "nth", count=count, unit="quarter", year=year) if label[0] in "qt" else None


def read_decade(match: Match) -> Reading | None:
    """The 1960s, les années 60, los años sesenta, the nineties."""
    if match.has("w") and match.before in match.lexicon.context.get("own_before", frozenset()):
        return None
    if match.has("w"):
        return new(match, "decade", year=1900 + (match.number("w", "DECADEW") or 0))
    digits = match.value("d", "NUM") or "".join(sign for sign in match.token("d").text if sign.isdigit())
    figure = int(digits)
    if match.has("e"):
        return new(match, "decade", year=figure, era=match.value("e", "ERA"))
    if figure % 10 or len(digits) == 3 or figure > 2100:
        return None
    if len(digits) == 2:
        figure += 1900 if figure >= 20 else 2000
    return new(match, "decade", year=figure)


def read_century(match: Match) -> Reading | None:
    """The 19th century, le XIXe siècle, el siglo XIX."""
    if match.value("u", "UNIT") not in CENTURY_UNITS:
        return None
    count = match.number("o", "ORDN", "ORD", "ROMAN", "DAY", "INT")
    if match.value("u", "UNIT") == "millennium" and match.has("e"):
        return None
    if count is None or not 1 <= count <= 30:
        return None
    return new(match, (match.value("u", "UNIT") == "century" and "century") or "century", count=count,
               unit=match.value("u", "UNIT"), era=match.value("e", "ERA"))  # fmt: skip


def read_centuries(match: Match) -> list[Reading] | None:
    """'siglos XVIII y XIX': two centuries that share their word."""
    if match.value("u", "UNIT") != "century":
        return None
    era = match.value("e", "ERA")
    first, second = match.number("o", "ROMAN"), match.number("o2", "ROMAN")
    head, tail = match.token("o"), match.token("o2")
    return [
        Reading(kind="century", start=match.first.start, end=head.end, count=first, unit="century", era=era),
        Reading(kind="century", start=tail.start, end=match.last.end, count=second, unit="century", era=era),
    ]


def read_first_century(match: Match) -> Reading | None:
    """'18. und 19. Jahrhundert': the first, where the language writes ordinals with a point."""
    ahead = match.tokens[match.end : match.end + 5]
    named = any(token.classes.get("UNIT") == "century" for token in ahead)
    if not named or not match.lexicon.settings.get("dotted_dates"):
        return None
    return new(match, "century", count=match.number("o", "DAY"), unit="century")


def read_century_word(match: Match) -> Reading | None:
    """'il Settecento': the century that begins in 1700, with a capital after an article or a preposition."""
    token = match.token("c")
    if not match.text[token.start].isupper():
        return None
    opening = match.before if match.first is token else match.first.text
    if opening not in match.lexicon.context["century_word_before"]:
        return None
    return new(match, "century", count=match.number("c", "CENTURYW"), unit="century")


def read_week_number(match: Match) -> Reading | None:
    """Week 27, KW 27."""
    week = match.number("n", "INT", "ORDN")
    if week is None or not 1 <= week <= 53 or match.after in match.lexicon.context["year_after_ok"] & {"days"}:
        return None
    return new(match, "week", count=week, year=match.number("y", "YEAR"))


def read_fiscal(match: Match) -> Reading | None:
    """A fiscal or school year, named by the year it ends."""
    year = match.number("y", "YEAR")
    if match.has("z"):
        ending = match.token("z").text
        year = int(ending) if len(ending) == 4 else short_year(ending)
    name = match.value("f", "FISCAL") or "FY"
    never_bare = match.token("f").text in match.lexicon.context.get("fiscal_needs_year", frozenset())
    if year is None and (name != "FY" or not match.has("the") or never_bare):
        return None
    return new(match, "fiscal", year=year, name=name)


def read_holiday(match: Match) -> Reading | None:
    """A feast, perhaps with a year."""
    if is_name(match):
        return None
    relative = match.number("r", "REL", "NREL")
    if match.has("this"):
        relative = 0
    return new(match, "holiday", name=match.value("h", "HOLIDAY") or "", year=year_of(match), relative=relative)
