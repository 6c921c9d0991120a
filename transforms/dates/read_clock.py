"""Readers of clock times and parts of the day."""

from __future__ import annotations

import re

from transforms.dates.patterns import Match
from transforms.dates.read_dates import new
from transforms.dates.reading import Reading


def read_part(match: Match) -> Reading | None:
    """'this morning', 'le matin même', 'la nuit', 'last night'."""
    part = match.value("p", "PART")
    if match.token("p").text in match.lexicon.context.get("plural_parts", frozenset()):
        return None
    relative = match.number("r", "REL")
    reading = new(match, "part", part=part, relative=relative, base="focus")
    reading.is_definite = match.has("the")
    if match.has("this"):
        that = match.value("this", "DEM") == "that" or match.has("there")
        reading.base = "focus" if that else "speech"
        reading.relative = 0
        reading.marks.add("that" if that else "this")
    elif match.has("r"):
        if relative is None:
            relative = match.number("r", "NREL", "NRELPOST")
            reading.base = "focus"
        else:
            told = relative == 1 and match.has("the") and match.lexicon.settings.get("the_next_is_told")
            reading.base = "focus" if told else "speech"
        reading.relative = relative
        reading.marks.add("relative")
    if match.has("same"):
        reading.marks.add("same")
    reading.weak = not reading.marks and not reading.is_definite
    return reading


def clock_text(hour: int, minute: int, second: int | None = None) -> str | None:
    """HH:MM, None where no clock shows it."""
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    text = f"{hour:02d}:{minute:02d}"
    return f"{text}:{second:02d}" if second else text


def in_half_day(hour: int, half: str | None) -> int:
    """The hour of 24 that 'a.m.' or 'p.m.' makes of an hour of 12."""
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def read_clock(match: Match) -> Reading | None:
    """'18 h 30', '16:00 UTC', '5 p.m.', 'midi', '8 Uhr'."""
    if match.has("noon"):
        return new(match, "clock", clock=match.value("noon", "NOON"))
    half = match.value("half", "MERID")
    second = None
    if match.has("k"):
        figures = [int(part) for part in re.findall(r"\d+", match.token("k").text)]
        hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
        second = figures[2] if len(figures) > 2 else None
        if not clock_fits(match, half):
            return None
    elif match.has("mil"):
        hour, minute = divmod(int(match.token("mil").text), 100)
    else:
        if not hour_sign_fits(match):
            return None
        hour = match.number("h", "HOUR", "NUM", "INT") or 0
        minute = match.number("min", "MIN", "NUM") or 0
        minute += match.number("past", "PAST", "PASTPRE") or 0
    if is_lasting(match, hour):
        return new(match, "duration", unit="hour", value=f"PT{hour}H{minute}M" if minute else f"PT{hour}H")
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    clock = clock_text(in_half_day(hour, half), minute, second)
    if clock is None:
        return None
    reading = new(match, "clock", clock=clock, zone=zone_of(match))
    if not half and not match.has("z") and hour <= 12:
        reading.marks.add("either half")
    return reading


def read_hour_after_sign(match: Match) -> Reading | None:
    """'alle 12', 'le ore 18': an hour of figures alone after the words for 'at'."""
    if (match.after[:1].isalnum() and match.after not in match.lexicon.context["year_after_ok"]) or (
        match.after in {"%", "€", "$", "-"} and not match.has("half")
    ):
        return None
    sign = match.first
    reading = read_clock(match)
    if reading and sign.text not in match.lexicon.context.get("hour_words", frozenset()):
        reading.start = match.token("h").start
    return reading


def read_hour_past(match: Match) -> Reading | None:
    """'a las tres y media', 'alle tre e un quarto': after the words for 'at'."""
    return read_clock(match) if match.before in match.lexicon.context["hour_before"] else None


QUARTERS = frozenset({-15, 15, 30, -30})


def read_past(match: Match) -> Reading | None:
    """'half past five', 'ten to nine': minutes that are no quarter only after the words for 'at'."""
    counted = match.number("past", "PASTPRE") not in QUARTERS
    return None if counted and match.before not in match.lexicon.context["at_hour"] else read_clock(match)


def read_range_hour(match: Match) -> Reading | None:
    """The first hour of a range; before 'hours' only where a preposition says that clock times are meant."""
    closing = match.tokens[match.end : match.end + 3]
    counted = any("SUBUNIT" in token.classes for token in closing)
    if counted and match.before not in match.lexicon.context.get("hour_range_before", frozenset()):
        return None
    return read_clock(match)


def read_at_hour(match: Match) -> Reading | None:
    """An hour of figures alone: between 'at' and a day, or right beside one."""
    tokens, context = match.tokens, match.lexicon.context
    dated = {"DEICTIC", "WEEKDAY", "PART", "WEEKDAYPART"}
    following = tokens[match.end].classes.keys() if match.end < len(tokens) else set()
    if following & {"DEICTIC"} and match.before not in {"", ","} and match.before not in context["at_hour"]:
        return None
    announced = match.before in context["at_hour"]
    beside = bool(following & {"DEICTIC"}) or (announced and bool(following & {"WEEKDAY"}))
    if match.before in context["at_hour"] and match.start >= 2:
        reach = 3 if match.start >= 3 and "COMMA" not in tokens[match.start - 2].classes else 2
        before = {name for token in tokens[match.start - reach : match.start - 1] for name in token.classes}
        beside = beside or (bool(dated & before) and not match.after[:1].isalnum())
    return read_clock(match) if beside and match.after not in {"%", "€", "$"} else None


def read_decimal(match: Match) -> Reading | None:
    """'9.30 a.m.', 'a las 15.30': a point in a clock time, where half-day or preposition say that it is one."""
    told = match.has("half") or match.before in match.lexicon.context.get("decimal_before", frozenset())
    figures = re.fullmatch(r"(\d{1,2})\.(\d{2})", match.token("k").text)
    if not told or figures is None or match.after in {"%", "€", "$"}:
        return None
    clock = clock_text(in_half_day(int(figures[1]), match.value("half", "MERID")), int(figures[2]))
    return None if clock is None else new(match, "clock", clock=clock, zone=zone_of(match))


def read_decimal_clock(match: Match) -> Reading | None:
    """'alle 15.30': hours and minutes with a point after the words for 'at'."""
    figures = re.fullmatch(r"(\d{1,2})[.,](\d{2})", match.token("k").text)
    clock = clock_text(int(figures[1]), int(figures[2])) if figures else None
    counted = (
        match.has("hs")
        and "SUBUNIT" in match.token("hs").classes
        and match.before not in match.lexicon.context.get("decimal_before", frozenset())
    )
    if clock is None or counted or match.after in {"%", "€", "$"}:
        return None
    reading = new(match, "clock", clock=clock)
    reading.start = match.token("k").start
    return reading


def ends_hour_range(match: Match, name: str) -> bool:
    """Whether hours end a range of clock times that a preposition of time opens ('de 9 a 11 horas')."""
    before = [token.text for token in match.tokens[max(0, match.start - 3) : match.start]]
    opened = len(before) == 3 and before[0] in match.lexicon.context.get("hour_range_before", frozenset())
    return opened and before[1].isdigit() and "HOUR" in match.token(name).classes


def hour_sign_fits(match: Match) -> bool:
    """Whether '20 heures' is a time of day: without minutes a preposition of time must stand before it."""
    if not match.has("hs") or "SUBUNIT" not in match.token("hs").classes:
        return True
    return (
        match.has("min") or match.has("half") or match.has("z") or match.before in match.lexicon.context["hour_before"]
    ) or ends_hour_range(match, "h")


LONGEST_TOLD = 4
"""Hours up to which 'de 2 h 30' tells rather how long than when."""


def is_lasting(match: Match, hour: int) -> bool:
    """Whether '2 h 30' is how long something lasted."""
    signed = match.has("min") or (match.has("k") and "h" in match.token("k").text.lower())
    if not signed or match.has("half") or match.has("z"):
        return False
    context = match.lexicon.context
    return match.before in context.get("lasting_before", frozenset()) or (
        match.before in context.get("lasting_of", frozenset())
        and 0 < hour <= LONGEST_TOLD
        and match.after not in context["at_hour"]
    )


def clock_fits(match: Match, half: str | None) -> bool:
    """Whether 3:53 is a time of day: a preposition, a zone or a half-day must say so."""
    if match.after == "/":
        return False
    if half or match.has("z") or match.has("hs") or "h" in match.token("k").text:
        return True
    token = match.token("k")
    if len(token.text.split(":")) > 2:
        return match.before in match.lexicon.context["clock_before"]
    if match.before in match.lexicon.context["clock_before"]:
        return True
    previous = match.tokens[match.start - 1] if match.start else None
    near = previous is not None and match.text[previous.end : token.start] == " "
    neighbour = previous.classes if previous and near else {}
    dated = {"DEICTIC", "YEAR", "NUMERIC", "ISO", "WEEKDAY", "CLOCK", "PART"} & neighbour.keys()
    following = match.tokens[match.end].classes if match.end < len(match.tokens) else {}
    if "DASH" in following and match.end + 1 < len(match.tokens) and "CLOCK" in match.tokens[match.end + 1].classes:
        return True
    return bool(dated or {"DEICTIC", "WEEKDAY", "LOCAL"} & following.keys())


def zone_of(match: Match) -> str | None:
    """The offset written after a clock: Z, +08, -05."""
    if not match.has("z"):
        return None
    zone = match.value("z", "ZONE") or "Z"
    if match.has("shift") and zone == "Z":
        sign = "-" if match.value("sign", "DASH") else "+"
        shift = match.token("shift").text
        return f"{sign}{int(shift if len(shift) <= 2 else shift[:-2]):02d}"
    return zone
