"""Readers of relative expressions, quantities, repetitions, clock times and parts of the day."""

from __future__ import annotations

import re

from transforms.dates.patterns import Match
from transforms.dates.read_calendar import new
from transforms.dates.reading import Reading

UNIT_CODES = {
    "day": "P{}D", "week": "P{}W", "fortnight": "P{}W", "weekend": "P{}WE", "month": "P{}M", "quarter": "P{}Q",
    "half": "P{}M", "year": "P{}Y", "decade": "P{}Y", "century": "P{}Y", "millennium": "P{}Y", "hour": "PT{}H",
    "minute": "PT{}M", "second": "PT{}S",
}  # fmt: skip
UNIT_FACTORS = {"fortnight": 2, "half": 6, "decade": 10, "century": 100, "millennium": 1000}
VAGUE_CODES = {**UNIT_CODES, "decade": "P{}DE", "century": "P{}CE", "half": "P{}M"}
FRACTIONS_AS_MINUTES = {"hour": 60}
AGE_REACH = 45


def figure(number: float) -> str:
    """A number without a needless '.0'."""
    return str(int(number)) if number == int(number) else f"{number:g}"


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 duration of `count` units; None is a vague number of them."""
    if count is None:
        return VAGUE_CODES[unit].format("X")
    if unit == "hour" and count < 1:
        return f"PT{figure(count * 60)}M"
    return UNIT_CODES[unit].format(figure(count * UNIT_FACTORS.get(unit, 1)))


def unit_of(match: Match, name: str = "u") -> str:
    """The unit named, of days and coarser or of hours and finer."""
    return match.value(name, "UNIT", "SUBUNIT", "HALFYEAR") or "day"


def count_of(match: Match) -> float | None:
    """How many units: figure, word, 'a', fraction; None where the text is vague."""
    count: float | None = None
    if match.has("n"):
        raw = match.value("n", "NUM", "INT", "ONE")
        if raw is None:
            raw = decimal(match.value("n", "DECIMAL") or "1", match)
        count = float(raw)
    if match.has("f"):
        count = (count or 0.0) + float(match.value("f", "FRAC") or 0)
    return None if match.has("some") else count


def decimal(word: str, match: Match) -> str:
    """A figure with separators as Python writes it."""
    if match.lexicon.settings["decimal_comma"]:
        if re.fullmatch(r"\d{1,3}(\.\d{3})+", word):
            return word.replace(".", "")
        word = word.replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(,\d{3})+", word):
        return word.replace(",", "")
    return word if word.count(".") <= 1 and "," not in word else "1"


def approximation(match: Match) -> str | None:
    """MOD of 'about', 'more than', 'less than'."""
    found = match.value("a", "APPROX")
    return None if found == "EQUAL" else found


def read_deictic(match: Match) -> Reading:
    """Today, yesterday, tonight: days from the day of speech."""
    value = match.value("d", "DEICTIC") or "0"
    offset = re.match(r"-?\d+", value)
    days = int(offset[0]) if offset else 0
    part = value[offset.end() :].removeprefix("T") if offset else ""
    return new(match, "deictic", relative=days, part=part or None)


def read_narrative(match: Match) -> Reading:
    """La veille, le lendemain, the next day: days from the day told."""
    reading = new(match, "narrative", relative=match.number("n", "NARR"), base="focus")
    reading.weak = match.after in match.lexicon.context["day_after_of"]
    return reading


def read_unit(match: Match) -> Reading | None:
    """'last week', 'cette année', 'el mes que viene', 'the following month', 'that day', 'the same year'."""
    unit = unit_of(match)
    plural = match.token("u").text in match.lexicon.context["plural_units"]
    relative = match.number("r", "REL")
    base = "speech"
    if relative is None and match.has("r"):
        relative, base = match.number("r", "NREL"), "focus"
    if match.has("this"):
        that = match.value("this", "DEM") == "that" or match.has("there")
        if relative is None:
            relative = 0
        base = "focus" if that else base
    if match.has("same"):
        relative, base = 0, "focus"
    if relative is None:
        relative = 0
    if match.has("r") and "RELDUR" in match.token("r").classes and match.groups["r"] > match.groups["u"]:
        return None
    if match.has("r") and "RELDUR" in match.token("r").classes and unit not in {"quarter", "half", "weekend"}:
        return new(match, "duration", unit=unit, count=1.0, relative=-1, value=duration_value(1.0, unit), marks={"relative"})
    if unit == "decade" and relative in {-1, 1} and base == "speech" and not plural:
        return new(match, "duration", unit=unit, count=1.0, relative=relative, value="P10Y", marks={"relative"})
    if not plural and match.value("r", "REL") == "-1" and match.token("r").text == "recent":
        return None
    if plural:
        return new(match, "duration", unit=unit, count=None, value=duration_value(None, unit), marks={"relative"})
    reading = new(match, "unit", unit=unit, relative=relative)
    reading.base = "focus" if base == "focus" else "speech"
    if match.has("whole"):
        reading.marks.add("whole")
        if not match.has("r") and not match.has("this"):
            reading.base = "focus"
    if match.has("same"):
        reading.marks.add("same")
    if match.has("this") and base == "focus":
        reading.marks.add("that")
    return reading


def read_unit_before_that(match: Match) -> Reading | None:
    """'the year before', 'the week after', not followed by what it comes before or after."""
    if match.after[:1].isalnum() or match.token("u").text in match.lexicon.context["plural_units"]:
        return None
    return new(match, "unit", unit=unit_of(match), relative=match.number("r", "NRELPOST"), base="focus")


def read_definite_unit(match: Match) -> Reading | None:
    """'the year', 'le mois', 'año': only a container for what stands before it, or the unit told."""
    unit = unit_of(match)
    context = match.lexicon.context
    if match.token("u").text in context["plural_units"] or (match.has("the") and _has_clause(match)):
        return None
    return new(match, "unit", unit=unit, relative=0, base="focus", weak=True, is_definite=match.has("the"))


def _has_clause(match: Match) -> bool:
    """Whether a relative clause says which day or year is meant."""
    right = match.text[match.last.end : match.last.end + 14].lower().lstrip()
    return any(re.match(rf"{re.escape(word)}(?!\w)", right) for word in match.lexicon.context["relative_pronouns"])


def read_bare_plural(match: Match) -> Reading | None:
    """'in minutes', 'for years', 'desde hace años': a vague quantity after a preposition."""
    if match.token("u").text not in match.lexicon.context["plural_units"]:
        return None
    if match.before not in match.lexicon.context["vague_before"]:
        return None
    unit = unit_of(match)
    return new(match, "duration", unit=unit, count=None, value=duration_value(None, unit))


def read_shift(match: Match) -> Reading | None:
    """'il y a trois jours', 'two years ago', 'in three weeks', 'ten days later'."""
    unit = unit_of(match)
    count = count_of(match)
    if match.has("later") and match.after in match.lexicon.context["later_than"]:
        return None
    sign, base = 1, "speech"
    if match.has("ago"):
        sign = -1
    elif match.has("later"):
        sign, base = match.number("later", "LATER") or 1, "focus"
    reading = new(match, "shift", unit=unit, count=count, relative=sign, is_vague=count is None, mod=approximation(match))
    reading.base = "focus" if base == "focus" else "speech"
    reading.is_approximate = reading.mod is not None
    if match.has("in") and match.lexicon.settings.get("in_needs_future"):
        reading.marks.add("in")
        reading.value = duration_value(count, unit)
        reading.name = match.token("in").text
    return reading


def read_quantity(match: Match) -> Reading | None:
    """'three days', 'environ deux mois', 'half an hour', '12-year'."""
    unit = unit_of(match)
    count = count_of(match)
    if is_age(match) or not quantity_fits(match, count):
        return None
    value = duration_value(count, unit)
    if match.has("second_unit"):
        value = add_durations(value, match)
    reading = new(match, "duration", unit=unit, count=count, value=value, mod=approximation(match))
    if match.has("r"):
        word, context = match.token("u").text, match.lexicon.context
        plural = word in context["plural_units"] or word in context.get("invariable_units", frozenset())
        if not plural and "UNIT" in match.token("u").classes and count != 1:
            return None
        reading.marks.add("relative")
        reading.relative = match.number("r", "REL", "NREL")
    return reading


def read_unit_and_half(match: Match) -> Reading | None:
    """'hora y media', 'anno e mezzo': one unit and a part of it."""
    if " " not in match.token("f").text or match.token("u").text in match.lexicon.context["plural_units"]:
        return None
    count = 1 + float(match.value("f", "FRAC") or 0)
    unit = unit_of(match)
    return new(match, "duration", unit=unit, count=count, value=duration_value(count, unit))


def add_durations(value: str, match: Match) -> str:
    """'two hours and thirty minutes' as PT2H30M."""
    other = match.value("second_unit", "UNIT", "SUBUNIT") or "day"
    raw = match.value("second_count", "NUM", "INT", "ONE") or "1"
    tail = UNIT_CODES[other].format(raw)
    if value.startswith("PT") and tail.startswith("PT"):
        return value + tail[2:]
    return value + tail[1:]


def quantity_fits(match: Match, count: float | None) -> bool:
    """Whether 'a day', 'une heure' is a quantity rather than an indefinite noun."""
    if match.value("u", "UNIT") in match.lexicon.context.get("fraction_units", frozenset()) and (
        match.before not in match.lexicon.context["quantity_signs"] or match.after in {"of", "-"}
    ):
        return False
    if match.has("some") and match.token("some").text == "des" and match.before not in match.lexicon.context["vague_before"]:
        return False
    if "SAME" in match.tokens[match.start + 1].classes:
        return True
    only_article = match.has("n") and "ONE" in match.token("n").classes and "NUM" not in match.token("n").classes
    if match.has("n") and "YEAR" in match.token("n").classes and match.number("n", "YEAR") and count and count > 1400:  # noqa: PLR2004
        return False
    if not only_article or match.has("a") or match.has("f"):
        return True
    context = match.lexicon.context
    return match.before in context["quantity_signs"] or match.after in context["quantity_after"]


def is_age(match: Match) -> bool:
    """Whether a number of years is somebody's age."""
    unit = match.value("u", "UNIT")
    if unit not in {"year", "month"}:
        return False
    context = match.lexicon.context
    left = match.text[max(0, match.first.start - AGE_REACH) : match.first.start].lower()
    right = match.text[match.last.end : match.last.end + 20].lower()
    if any(re.match(rf"[\s-]*{re.escape(word)}(?!\w)", right) for word in context["age_after"]):
        return True
    if unit == "month":
        return any(left.rstrip().endswith(word) for word in context["age_before"] if " " in word)
    if re.search(r"\d\s?[-–]\s?$", left) and "STRAIGHT" not in match.last.classes:
        return re.search(r"(?:les|des|aux|de|ages?|the|los|die)\s[\d]+\s?[-–]\s?$", left) is not None
    if match.value("a", "APPROX") in {"LESS_THAN", "MORE_THAN"} and re.search(r"\w+$", left.rstrip()) and re.split(r"\W+", left.rstrip())[-1] in context["age_articles"]:
        return True
    if any(re.search(rf"(?<!\w){re.escape(word)}\s?$", left) for word in context["age_before"]):
        return True
    written = match.text[max(0, match.first.start - AGE_REACH) : match.first.start]
    named = re.search(r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*,\s(?:de\s|d'|di\s)?$", written)
    if named and re.match(r"\s*[,).;]|\s?$", right) and not match.has("some"):
        return True
    clause = re.split(r"[.;:!?(]", left)[-1]
    return any(re.search(rf"(?<!\w){re.escape(noun)}(?:\s[^\W\d]+){{0,3}}\s(?:de|d'une?|d'|of|von|di|,)\s?$", clause)
               for noun in context["age_nouns"])  # fmt: skip


def read_set(match: Match) -> Reading | None:
    """'every day', 'tous les jeudis', 'annual', 'twice a week', 'par semestre'."""
    if match.has("adjective"):
        if match.before in match.lexicon.context.get("set_not_after", frozenset()):
            return None
        return new(match, "set", value=match.value("adjective", "SETADJ") or "P1D")
    if match.has("w"):
        return new(match, "set", value=f"XXXX-WXX-{match.number('w', 'WEEKDAY')}")
    if match.has("p"):
        return new(match, "set", value=f"XXXX-XX-XXT{match.value('p', 'PART')}")
    if match.has("m"):
        return new(match, "set", value=f"XXXX-{match.number('m', 'MONTH'):02d}")
    if match.has("s"):
        return new(match, "set", value=f"XXXX-{match.value('s', 'SEASON')}")
    count = match.number("n", "OTHER", "NUM", "INT", "ONE", "ORD") or 1
    unit = unit_of(match)
    if unit == "weekend":
        return new(match, "set", value="XXXX-WXX-WE")
    value = duration_value(float(count), unit)
    return new(match, "set", value="P3M" if value == "P1Q" else value)


def read_rate(match: Match) -> Reading | None:
    """'15 a year', '15 al año': an article and a unit after a number."""
    nearby = match.tokens[match.start - 2].classes if match.start >= 2 else {}  # noqa: PLR2004
    counted = not match.tokens[match.start - 1].classes and {"INT", "DECIMAL", "NUM"} & nearby.keys() if match.start else False
    if counted and "ONE" in match.first.classes:
        return new(match, "set", value=duration_value(1.0, unit_of(match)))
    if not match.before or not (match.before[-1].isdigit() or match.before in match.lexicon.context["rate_before"]):
        return None
    return new(match, "set", value=duration_value(1.0, unit_of(match)))


def read_vague(match: Match) -> Reading | None:
    """'now', 'récemment', 'very soon'."""
    if match.after == "-" or match.after in match.lexicon.context.get("vague_not_before", frozenset()):
        return None
    return new(match, "vague", value=match.value("v", "VAGUE") or "PRESENT_REF")


def read_focus(match: Match) -> Reading:
    """'ce moment-là', 'that time': the time told last."""
    return new(match, "focus", base="focus", weak=True)


def read_modifier(match: Match) -> Reading:
    """'early', 'la fin de': goes into the expression that follows."""
    return new(match, "modifier", mod=match.value("m", "MOD"), weak=True)


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
            relative = match.number("r", "NREL")
            reading.base = "focus"
        else:
            reading.base = "speech"
        reading.relative = relative
        reading.marks.add("relative")
    if match.has("same"):
        reading.marks.add("same")
    reading.weak = not reading.marks and not reading.is_definite
    return reading


def clock_text(hour: int, minute: int, second: int | None = None) -> str | None:
    """HH:MM, None where no clock shows it."""
    if hour > 24 or minute > 59 or (hour == 24 and minute):  # noqa: PLR2004
        return None
    text = f"{hour:02d}:{minute:02d}"
    return f"{text}:{second:02d}" if second else text


def in_half_day(hour: int, half: str | None) -> int:
    """The hour of 24 that 'a.m.' or 'p.m.' makes of an hour of 12."""
    if half == "pm" and hour < 12:  # noqa: PLR2004
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour  # noqa: PLR2004


def read_clock(match: Match) -> Reading | None:
    """'18 h 30', '16:00 UTC', '5 p.m.', 'midi', '8 Uhr'."""
    if match.has("noon"):
        return new(match, "clock", clock=match.value("noon", "NOON"), weak=match.before in {"après", "-"})
    half = match.value("half", "MERID")
    second = None
    if match.has("k"):
        figures = [int(part) for part in re.findall(r"\d+", match.token("k").text)]
        hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
        second = figures[2] if len(figures) > 2 else None  # noqa: PLR2004
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
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    clock = clock_text(in_half_day(hour, half), minute, second)
    if clock is None:
        return None
    reading = new(match, "clock", clock=clock, zone=zone_of(match))
    if not half and not match.has("z") and hour <= 12:  # noqa: PLR2004
        reading.marks.add("either half")
    return reading


def read_hour_after_sign(match: Match) -> Reading | None:
    """'alle 12', 'le ore 18': an hour of figures alone after the words for 'at'."""
    if (match.after[:1].isalnum() and match.after not in match.lexicon.context["year_after_ok"]) or match.after in {"%", "€", "$", "-", "."} and not match.has("half"):
        return None
    sign = match.first
    reading = read_clock(match)
    if reading and sign.text not in {"ore"}:
        reading.start = match.token("h").start
    return reading


def read_at_hour(match: Match) -> Reading | None:
    """An hour of figures alone: between 'at' and a day, or right beside one."""
    tokens, context = match.tokens, match.lexicon.context
    dated = {"DEICTIC", "WEEKDAY", "PART", "WEEKDAYPART"}
    following = tokens[match.end].classes.keys() if match.end < len(tokens) else set()
    if following & {"DEICTIC"} and match.before not in {"", ","} and match.before not in context["at_hour"]:
        return None
    beside = bool(following & {"DEICTIC"})
    if match.before in context["at_hour"] and match.start >= 2:  # noqa: PLR2004
        beside = beside or (bool(dated & tokens[match.start - 2].classes.keys()) and not match.after[:1].isalnum())
    return read_clock(match) if beside and match.after not in {"%", "€", "$"} else None


def read_decimal_clock(match: Match) -> Reading | None:
    """'alle 15.30': hours and minutes with a point after the words for 'at'."""
    figures = re.fullmatch(r"(\d{1,2})[.,](\d{2})", match.token("k").text)
    clock = clock_text(int(figures[1]), int(figures[2])) if figures else None
    if clock is None or match.after in {"%", "€", "$"}:
        return None
    reading = new(match, "clock", clock=clock)
    reading.start = match.token("k").start
    return reading


def hour_sign_fits(match: Match) -> bool:
    """Whether '20 heures' is a time of day: without minutes a preposition of time must stand before it."""
    if not match.has("hs") or "SUBUNIT" not in match.token("hs").classes:
        return True
    return match.has("min") or match.has("half") or match.has("z") or match.before in match.lexicon.context["hour_before"]


def clock_fits(match: Match, half: str | None) -> bool:
    """Whether 3:53 is a time of day: a preposition, a zone or a half-day must say so."""
    if half or match.has("z") or "h" in match.token("k").text:
        return True
    token = match.token("k")
    if len(token.text.split(":")) > 2:  # noqa: PLR2004
        return match.before in match.lexicon.context["clock_before"]
    if match.before in match.lexicon.context["clock_before"]:
        return True
    previous = match.tokens[match.start - 1] if match.start else None
    near = previous is not None and match.text[previous.end : token.start] == " "
    neighbour = previous.classes if previous and near else {}
    dated = {"DEICTIC", "YEAR", "NUMERIC", "ISO", "WEEKDAY", "CLOCK", "PART"} & neighbour.keys()
    following = match.tokens[match.end].classes if match.end < len(match.tokens) else {}
    return bool(dated or {"DEICTIC", "WEEKDAY", "LOCAL"} & following.keys())


def zone_of(match: Match) -> str | None:
    """The offset written after a clock: Z, +08, -05."""
    if not match.has("z"):
        return None
    zone = match.value("z", "ZONE") or "Z"
    if match.has("shift") and zone == "Z":
        sign = "-" if match.value("sign", "DASH") else "+"
        return f"{sign}{int(match.token('shift').text):02d}"
    return zone
