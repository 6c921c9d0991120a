"""Readers of what hangs on another time: today, last week, three years ago, the next day, now."""

from __future__ import annotations

import re

from transforms.dates.patterns import Match
from transforms.dates.read_dates import new
from transforms.dates.read_quantity import approximation, count_of, duration_value, unit_of
from transforms.dates.reading import Base, Reading

SUPERLATIVE_REACH = 3
RECORD_REACH = 12
LONG_UNITS = frozenset({"year", "decade", "century"})
NAMED_AFTER_LAST = frozenset({"quarter", "half", "weekend"})


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
    if match.has("r") and {"ORD", "NREL"} <= match.token("r").classes.keys() and match.groups["r"] < match.groups["u"]:
        return None
    unit = unit_of(match)
    relative, base = _direction_of_unit(match)
    if is_plural(match):
        if match.has("r") and "LATER" in match.token("r").classes:
            return None
        if relative == 1 and base == "speech" and unit in {"day", "week"}:
            return new(match, "vague", value="FUTURE_REF")
        value = duration_value(None, unit)
        return new(match, "duration", unit=unit, value=value, marks={"relative"}, relative=relative)
    if match.has("r"):
        lasting = _as_quantity(match, unit, relative, base)
        is_last_day = unit == "day" and relative == -1 and base == "speech"  # "of his visit": no yesterday
        is_span = is_last_day or match.token("r").text in match.lexicon.context.get("only_plural", frozenset())
        if lasting is not None or is_span:
            return lasting
        if "RELDUR" in match.token("r").classes and match.groups["r"] > match.groups["u"]:
            return None
    reading = new(match, "unit", unit=unit, relative=relative, base=base)
    if match.has("whole"):
        reading.marks.add("whole")
        if not match.has("r") and not match.has("this"):
            reading.base = "focus"
    if match.has("same"):
        reading.marks.add("same")
    if match.has("this") and base == "focus":
        reading.marks.add("that")
    return reading


def is_plural(match: Match) -> bool:
    """Whether the unit is told in the plural, by its own form or, where that never changes, by what stands with it."""
    word, context = match.token("u").text, match.lexicon.context
    if word in context["plural_units"]:
        return True
    beside = {match.first.text, match.token("r").text if match.has("r") else ""}
    plural = beside & context.get("plural_articles", frozenset()) or (
        match.has("r") and match.token("r").text.endswith("s")
    )
    return word in context.get("invariable_units", frozenset()) and bool(plural)


def _direction_of_unit(match: Match) -> tuple[int, Base]:
    """How many units away, and from what."""
    relative = match.number("r", "REL")
    base: Base = "speech"
    if relative is None and match.has("r"):
        relative, base = match.number("r", "NREL"), "focus"
    if match.has("this") and (match.value("this", "DEM") == "that" or match.has("there")):
        base = "focus"
    if match.has("same"):
        relative, base = 0, "focus"
    return relative or 0, base


def _as_quantity(match: Match, unit: str, relative: int, base: Base) -> Reading | None:
    """'the past week', 'la última década', 'the next decade' last until or from now: no unit of the calendar."""
    word = match.token("r")
    lasting = "RELDUR" in word.classes and match.groups["r"] < match.groups["u"] and unit not in NAMED_AFTER_LAST
    if lasting or (unit == "decade" and relative and base == "speech"):
        value = duration_value(1.0, unit)
        return new(match, "duration", unit=unit, count=1.0, relative=relative, value=value, marks={"relative"})
    return None


def read_unit_before_that(match: Match) -> Reading | None:
    """'the year before', 'the week after', not followed by what it comes before or after."""
    context = match.lexicon.context
    takes_event = match.after[:1].isalnum() and match.token("r").text not in context.get("only_adverbs", frozenset())
    if takes_event or match.token("u").text in context["plural_units"]:
        return None
    return new(match, "unit", unit=unit_of(match), relative=match.number("r", "NRELPOST"), base="focus")


def read_definite_unit(match: Match) -> Reading | None:
    """'the year', 'le mois', 'año': only a container for what stands before it, or the unit told."""
    unit = unit_of(match)
    context = match.lexicon.context
    if match.token("u").text in context["plural_units"] or (match.has("the") and _has_clause(match)):
        return None
    told = context.get("weekend_told", frozenset())
    if unit == "weekend" and (match.before in told or (match.has("the") and match.token("the").text in told)):
        return new(match, "unit", unit=unit, relative=0)
    return new(match, "unit", unit=unit, relative=0, base="focus", weak=True, is_definite=match.has("the"))


def read_unit_word(match: Match) -> Reading:
    """'Vorjahr', 'Vormonat': a unit and its direction in one word."""
    relative, _, unit = (match.value("x", "UNITREL") or "0 year").partition(" ")
    return new(match, "unit", unit=unit, relative=int(relative))


def read_unit_end_word(match: Match) -> Reading:
    """'Jahresende', 'year-end': a unit and its part in one word."""
    mod, _, unit = (match.value("x", "UNITMOD") or "END year").partition(" ")
    year = match.number("y", "YEAR")
    if year is not None and unit == "year":
        return new(match, "date", year=year, mod=mod)
    return new(match, "unit", unit=unit, relative=0, base="focus", mod=mod)


def _has_clause(match: Match) -> bool:
    """Whether a relative clause says which day or year is meant."""
    right = match.text[match.last.end : match.last.end + 14].lower().lstrip()
    return any(re.match(rf"{re.escape(word)}(?!\w)", right) for word in match.lexicon.context["relative_pronouns"])


def read_bare_plural(match: Match) -> Reading | None:
    """'in minutes', 'for years', 'desde hace años': a vague quantity after a preposition."""
    if match.token("u").text not in match.lexicon.context["plural_units"]:
        return None
    if match.value("u", "UNIT") == "weekend" and match.before in match.lexicon.context.get("weekend_each", frozenset()):
        return new(match, "set", value="XXXX-WXX-WE")
    if match.before not in match.lexicon.context["vague_before"]:
        return None
    unit = unit_of(match)
    return new(match, "duration", unit=unit, count=None, value=duration_value(None, unit))


def read_vague_shift(match: Match) -> Reading | None:
    """'years ago', 'hace años', 'weeks later': an unsaid number of units."""
    plural = match.token("u").text in match.lexicon.context["plural_units"]
    if not plural or (match.has("later") and _takes_event(match)) or match.before[-1:].isdigit():
        return None
    sign = -1 if match.has("ago") else match.number("later", "LATER") or 1
    base: Base = "speech" if match.has("ago") else "focus"
    return new(match, "shift", unit=unit_of(match), relative=sign, base=base)


def _follows_superlative(match: Match, unit: str) -> bool:
    """'the worst drought in 50 years': the quantity measures, it does not look ahead."""
    reach = RECORD_REACH if unit in LONG_UNITS else SUPERLATIVE_REACH
    near = match.tokens[max(0, match.start - reach) : match.start]
    return any(token.text.startswith(tuple(match.lexicon.context.get("superlatives", ()))) for token in near)


def _takes_event(match: Match) -> bool:
    """Whether 'avant', 'dopo', 'before' is a preposition here: what follows names an event."""
    context = match.lexicon.context
    if match.token("later").text not in context["event_prepositions"] or match.end >= len(match.tokens):
        return False
    following = match.tokens[match.end]
    if {"ART", "CART", "DEM", "ONE"} & following.classes.keys() or following.text in context["event_openers"]:
        return True
    return match.text[following.start].isupper() or bool({"DAY", "MONTH", "HOLIDAY", "YEAR"} & following.classes.keys())


def read_shift(match: Match) -> Reading | None:
    """'il y a trois jours', 'two years ago', 'in three weeks', 'ten days later'."""
    unit = unit_of(match)
    count = count_of(match)
    if match.has("later") and (match.after in match.lexicon.context["later_than"] or _takes_event(match)):
        return None
    sign, base = 1, "speech"
    if match.has("ago"):
        sign = -1
    elif match.has("later"):
        sign, base = match.number("later", "LATER") or 1, "focus"
    reading = new(match, "shift", unit=unit, count=count, relative=sign, mod=approximation(match))
    reading.base = "focus" if base == "focus" else "speech"
    reading.is_approximate = reading.mod is not None
    if match.has("in") and _follows_superlative(match, unit):
        return None
    if match.has("in") and match.lexicon.settings.get("in_needs_future"):
        reading.marks.add("in")
        reading.value = duration_value(count, unit)
        reading.name = match.token("in").text
    return reading


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
