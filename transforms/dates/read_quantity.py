"""Readers of quantities of time and of repetition, and what keeps ages out of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.dates.lexicon import load_lexicon
from transforms.dates.patterns import Match
from transforms.dates.read_clock import ends_hour_range
from transforms.dates.read_dates import new
from transforms.dates.reading import Reading

UNIT_CODES = {
    "day": "P{}D", "week": "P{}W", "fortnight": "P{}W", "weekend": "P{}WE", "month": "P{}M", "quarter": "P{}Q",
    "half": "P{}M", "year": "P{}Y", "decade": "P{}Y", "century": "P{}Y", "millennium": "P{}Y", "hour": "PT{}H",
    "minute": "PT{}M", "second": "PT{}S",
}  # fmt: skip
UNIT_FACTORS = {"fortnight": 2, "half": 6, "decade": 10, "century": 100, "millennium": 1000}
VAGUE_CODES = {**UNIT_CODES, "decade": "P{}DE", "century": "P{}CE", "half": "P{}M"}
AGE_REACH = 45
AGE_TAIL = 20
RANGE_BEFORE = re.compile(r"\d\s?[-–]\s?$")
LISTED = re.compile(r"\s*[,).;]|\s?$")


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


def read_length_adjective(match: Match) -> Reading | None:
    """'zweitägig', '24-stündig'; of years only before what lasts, for else it is an age."""
    count, unit = match.value("n", "INT") or "", match.value("u", "UNITADJ") or ""
    if match.has("a"):
        count, _, unit = (match.value("a", "SPANADJ") or "").partition(" ")
    if unit == "year" and match.after not in match.lexicon.context["lasting_nouns"]:
        return None
    number = None if count == "X" else float(count)
    return new(match, "duration", unit=unit, count=number, value=duration_value(number, unit))


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
    if match.value("u", "UNIT") in match.lexicon.context.get("fraction_units", frozenset()) and not _is_whole_unit(
        match
    ):
        return False
    if (
        match.has("some")
        and match.token("some").text in match.lexicon.context.get("few_after_preposition", frozenset())
        and match.before not in match.lexicon.context["vague_before"]
    ):
        return False
    if "SAME" in match.tokens[match.start + 1].classes:
        return True
    only_article = match.has("n") and "ONE" in match.token("n").classes and "NUM" not in match.token("n").classes
    unit_classes = match.token("u").classes
    if match.has("a") and "HSIGN" in unit_classes and match.token("a").text in match.lexicon.context["hour_before"]:
        return False
    if match.has("n") and "HSIGN" in unit_classes and (ends_hour_range(match, "n") or _is_decimal_clock(match)):
        return False
    if match.has("n") and "MILTIME" in match.token("n").classes and "HSIGN" in unit_classes and _is_hour_figure(match):
        return False
    if match.has("n") and "YEAR" in match.token("n").classes and match.number("n", "YEAR") and count and count > 1400:
        return False
    if not only_article or match.has("a") or match.has("f"):
        return True
    context = match.lexicon.context
    return match.before in context["quantity_signs"] or match.after in context["quantity_after"]


def _is_whole_unit(match: Match) -> bool:
    """Whether 'three quarters' counts quarters of years: in a row, or after a word of lasting, not 'of' something."""
    if match.after in {"of", "-"}:
        return False
    in_a_row = any("STRAIGHT" in token.classes for token in match.tokens[match.start : match.end])
    return in_a_row or match.before in match.lexicon.context["quantity_signs"]


def _is_decimal_clock(match: Match) -> bool:
    """Whether hours with a point stand after the words for 'at' ('a las 20.15 horas')."""
    told = match.before in match.lexicon.context.get("decimal_before", frozenset())
    return told and "DECIMAL" in match.token("n").classes


def _is_hour_figure(match: Match) -> bool:
    """Whether four figures before 'hours' are a clock time ('0800 hours')."""
    return match.token("n").text.startswith("0") or match.before in match.lexicon.context["hour_before"]


def is_age(match: Match) -> bool:
    """Whether a number of years is somebody's age."""
    unit = match.value("u", "UNIT")
    if unit not in {"year", "month"}:
        return False
    signs = age_signs(match.lexicon.language)
    written = match.text[max(0, match.first.start - AGE_REACH) : match.first.start]
    left = written.lower()
    right = match.text[match.last.end : match.last.end + AGE_TAIL].lower()
    if signs.after.match(right) or signs.before.search(left):
        return True
    if unit == "month":
        return False
    if RANGE_BEFORE.search(left) and "STRAIGHT" not in match.last.classes:
        return signs.range_before.search(left) is not None
    if match.value("a", "APPROX") in {"LESS_THAN", "MORE_THAN"} and signs.article_before.search(left):
        return True
    if signs.named.search(written) and LISTED.match(right) and not match.has("some"):
        return True
    return signs.person_before.search(re.split(r"[.;:!?(]", left)[-1]) is not None


@dataclass(frozen=True)
class AgeSigns:
    """What stands around an age in one language, compiled once."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    range_before: re.Pattern[str]
    article_before: re.Pattern[str]
    named: re.Pattern[str]
    person_before: re.Pattern[str]


@cache
def age_signs(language: str) -> AgeSigns:
    """The age patterns of a language."""
    lexicon = load_lexicon(language)
    context = lexicon.context if lexicon else {}

    def any_of(name: str) -> str:
        words = sorted(context.get(name, ()), key=len, reverse=True)
        return "|".join(map(re.escape, words)) if words else "(?!)"

    links, articles = any_of("age_links"), any_of("age_articles")
    return AgeSigns(
        after=re.compile(rf"[\s-]*(?:{any_of('age_after')})(?!\w)"),
        before=re.compile(rf"(?<!\w)(?:{any_of('age_before')})\s?$"),
        range_before=re.compile(rf"(?<!\w)(?:{articles}|{links})\s?\d+\s?[-–]\s?$"),
        article_before=re.compile(rf"(?<!\w)(?:{articles})\s?$"),
        named=re.compile(rf"[^\W\d_a-zß-öø-ÿ][\w.'’-]*,\s(?:(?:{links})\s?)?$"),
        person_before=re.compile(rf"(?<!\w)(?:{any_of('age_nouns')})(?:\s[^\W\d]+){{0,3}}(?:\s(?:{links})|,)\s?$"),
    )


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
    context = match.lexicon.context
    if (
        match.first.text in context.get("whole_each", frozenset())
        and match.token("u").text not in context["plural_units"]
    ):
        return new(match, "duration", unit=unit, count=1.0, value=value)
    return new(match, "set", value="P3M" if value == "P1Q" else value)


def read_each_date(match: Match) -> Reading:
    """'chaque 14 juillet': a day of any year."""
    month, day = match.number("m", "MONTH"), match.number("d", "DAY", "ORDN")
    return new(match, "set", value=f"XXXX-{month:02d}-{day:02d}")


def read_rate(match: Match) -> Reading | None:
    """'15 a year', '15 al año': an article and a unit after a number."""
    if "CART" in match.first.classes and match.first.text not in match.lexicon.context.get(
        "rate_articles", frozenset()
    ):
        return None
    nearby = match.tokens[match.start - 2].classes if match.start >= 2 else {}
    counted = (
        not match.tokens[match.start - 1].classes and {"INT", "DECIMAL", "NUM"} & nearby.keys()
        if match.start
        else False
    )
    if counted and "ONE" in match.first.classes:
        return new(match, "set", value=duration_value(1.0, unit_of(match)))
    if not match.before or not (match.before[-1].isdigit() or match.before in match.lexicon.context["rate_before"]):
        return None
    return new(match, "set", value=duration_value(1.0, unit_of(match)))
