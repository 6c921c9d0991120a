"""The words of one language as the grammar sees them: forms to classes, and the prefilter that finds where to look.

A form may belong to several classes ("second": ordinal and unit; "15": day, hour and number); the grammar decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from transforms.languages.load import LANGUAGES, load_language

_TIME_CLASSES = frozenset({"MONTH", "WEEKDAY", "SEASON", "HOLIDAY", "DEICTIC", "PART"})
_COUNT_CLASSES = frozenset({"NUM", "ONE", "SOME"})
_SPAN_CLASSES = frozenset({"UNIT", "NARR", "REL", "NREL"})
TRIGGER_CLASSES = frozenset(
    [
        "MONTH",
        "WEEKDAY",
        "UNIT",
        "SUBUNIT",
        "HALFYEAR",
        "SEASON",
        "PART",
        "DEICTIC",
        "NARR",
        "SETADJ",
        "VAGUE",
        "HOLIDAY",
        "NOON",
        "DECADEW",
        "FISCAL",
        "FOCUSREF",
        "WEEKNO",
        "WEEKDAYPART",
        "HSIGN",
        "UNITMOD",
        "UNITREL",
        "PASTPRE",
        "SPANADJ",
        "CENTURYW",
        "UNITADJ",
        "PAST",
    ]
)
"""Only an expression that holds a word of one of these classes, or telling digits, is looked at."""

PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
TELLING_DIGITS = "|".join(
    (
        r"\d{4}",
        r"\d{1,2} ?[h:/\u202f\xa0]h?",
        r"\d{1,2}[.\-]\d{1,2}[.\-]",
        r"\d{1,2}\.\d\d\b",
        r"\d{1,2} ?[ap]\.?m",
        r"\d0 ?(?:s|er)\b",
        r"\d{1,2}(?:st|nd|rd|th)\b",
        r"[qthskw]\d",
        r"ad \d",
        r"\d{2,3} (?:bc|av|v\.|a\.|ad\b|ce\b|d\.|n\.|apr?\.)",
    )
)

Entry = tuple[tuple[str, ...], dict[str, str]]


@dataclass(frozen=True)
class Lexicon:
    """One language's date words, ready for reading.

    `singles` holds the forms of one piece; `multiples` the longer ones by first and second piece, longest first;
    `trigger` matches lower-cased text.
    """

    language: str
    settings: Mapping[str, Any]
    gaps: Mapping[str, frozenset[str]]
    context: Mapping[str, frozenset[str]]
    tense: Mapping[str, Any]
    singles: Mapping[str, dict[str, str]]
    multiples: Mapping[str, Mapping[str, list[Entry]]]
    trigger: re.Pattern[str]

    def forms(self) -> Iterator[Entry]:
        """Every form with its classes."""
        for form, classes in self.singles.items():
            yield (form,), classes
        for by_second in self.multiples.values():
            for listed in by_second.values():
                yield from listed


def pieces_of(form: str) -> tuple[str, ...]:
    """A form cut as the tokenizer cuts text: words, digits, single signs."""
    return tuple(PIECE.findall(form.lower().replace("’", "'")))


def trie_pattern(words: Iterable[str]) -> str:
    """One regular expression for many words that shares their beginnings (several times faster than a flat list)."""
    rest = sorted(set(words))
    branches: dict[str, list[str]] = {}
    for word in rest:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
    if not branches:
        return ""
    parts = [re.escape(letter) + trie_pattern(tails) for letter, tails in branches.items()]
    body = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    return f"(?:{body})?" if "" in rest else body


def gather_forms(words: Mapping[str, Mapping[str, list[str]]]) -> dict[tuple[str, ...], dict[str, str]]:
    """All forms of a language with the classes and values they carry."""
    forms: dict[tuple[str, ...], dict[str, str]] = {}
    for name, by_value in words.items():
        for value, listed in by_value.items():
            for form in listed:
                forms.setdefault(pieces_of(form), {}).setdefault(name, value)
    return forms


def add_compound_numbers(words: dict[str, dict[str, list[str]]], joiner: str) -> None:
    """Add the one-word numbers of languages that write 'fünfundzwanzig'."""
    numbers = {int(value): forms for value, forms in words["NUM"].items()}
    units = {unit: numbers.get(unit, []) for unit in range(1, 10)}
    units[1] = ["ein", *units[1]]
    for ten in range(20, 100, 10):
        for unit, forms in units.items():
            joined = [f"{form}{joiner}{base}" for form in forms for base in numbers.get(ten, [])]
            words["NUM"].setdefault(str(ten + unit), []).extend(joined)


LARGEST_IN_ADJECTIVE = 60


def add_length_adjectives(words: dict[str, dict[str, list[str]]], endings: Iterable[str]) -> None:
    """Add the adjectives of languages that write 'zweitägig': number (or 'several', 'half') and unit in one word."""
    stems = words["UNITADJ"]
    counts = {value: forms[0] for value, forms in words["NUM"].items() if 2 <= int(value) <= LARGEST_IN_ADJECTIVE}
    counts.update({value: forms[0] for value, forms in words["COUNTADJ"].items()})
    adjectives = words.setdefault("SPANADJ", {})
    for unit, (stem, *_) in stems.items():
        for value, form in counts.items():
            adjectives[f"{value} {unit}"] = [f"{form}{stem}{ending}" for ending in endings]
        stems[unit] = [stem + ending for ending in endings]


def trigger_pattern(
    forms: Mapping[tuple[str, ...], dict[str, str]], year_words: Iterable[str], day_words: Iterable[str]
) -> re.Pattern[str]:
    """The prefilter: the most telling word of each triggering form, or digits that may be a date or a clock."""
    telling = set()
    for pieces, classes in forms.items():
        if TRIGGER_CLASSES.isdisjoint(classes):
            continue
        words = [piece for piece in pieces if piece[0].isalpha() and len(piece) > 1]
        if words:
            telling.add(max(words, key=len))
    whole = rf"{trie_pattern(telling)}\b"
    years = rf"{trie_pattern(year_words)} \d{{3}}\b"
    days = rf"|{trie_pattern(day_words)} \d\d?\b" if day_words else ""
    return re.compile(rf"\b(?:{whole}|{TELLING_DIGITS}|(?<=['’‘])\d\d\b|{years}{days})")


def foreign_months(language: str) -> dict[str, list[str]]:
    """English month names, which content systems print in headers of pages in any language."""
    if language == "en":
        return {}
    english: dict[str, list[str]] = load_language("en")["dates"]["words"]["MONTH"]
    return {value: [form for form in forms if len(form) >= 3] for value, forms in english.items()}


@cache
def load_lexicon(language: str) -> Lexicon | None:
    """The date words of a language, or None where there is no grammar for it."""
    if language not in LANGUAGES:
        return None
    table = load_language(language).get("dates")
    if table is None:
        return None
    words: dict[str, dict[str, list[str]]] = {
        name: {value: list(forms) for value, forms in by_value.items()} for name, by_value in table["words"].items()
    }
    words["FMONTH"] = foreign_months(language)
    joiner = table["settings"].get("number_joiner")
    if joiner:
        add_compound_numbers(words, joiner)
    if "UNITADJ" in words:
        add_length_adjectives(words, table["settings"]["adjective_endings"])
    forms = gather_forms(words)
    singles = {pieces[0]: classes for pieces, classes in forms.items() if len(pieces) == 1}
    multiples: dict[str, dict[str, list[Entry]]] = {}
    for pieces, classes in sorted(forms.items(), key=lambda form: -len(form[0])):
        if len(pieces) > 1:
            multiples.setdefault(pieces[0], {}).setdefault(pieces[1], []).append((pieces, classes))
    return Lexicon(
        language=language,
        settings=table["settings"],
        gaps={name: frozenset(listed) for name, listed in table["gaps"].items()},
        context={name: frozenset(listed) for name, listed in table["context"].items()},
        tense=table["tense"],
        singles=singles,
        multiples=multiples,
        trigger=trigger_pattern(forms, table["context"]["year_before_sure"], table["context"]["day_articles"]),
    )


@cache
def time_words(language: str) -> frozenset[str]:
    """Names of months, weekdays, parts of the day and the like, of one word or of two with a hyphen."""
    lexicon = load_lexicon(language)
    forms = lexicon.forms() if lexicon else ()
    times = (form for form, classes in forms if not _TIME_CLASSES.isdisjoint(classes))
    return frozenset("".join(form) for form in times if len(form) == 1 or form[1:-1] == ("-",))


@cache
def span_words(language: str) -> frozenset[str]:
    """Words that spans of time and days told from another one end with ("semaine", "lendemain", "dernière")."""
    lexicon = load_lexicon(language)
    forms = lexicon.forms() if lexicon else ()
    return frozenset(form[-1] for form, classes in forms if not _SPAN_CLASSES.isdisjoint(classes))


@cache
def count_words(language: str) -> frozenset[str]:
    """Words that count: numbers and "some"."""
    lexicon = load_lexicon(language)
    forms = lexicon.forms() if lexicon else ()
    return frozenset(form[0] for form, classes in forms if len(form) == 1 and not _COUNT_CLASSES.isdisjoint(classes))


@cache
def time_openers(language: str) -> frozenset[str]:
    """First words of times of several words ("fin de semana")."""
    lexicon = load_lexicon(language)
    forms = lexicon.forms() if lexicon else ()
    classes_of_time = _TIME_CLASSES | _SPAN_CLASSES
    return frozenset(form[0] for form, classes in forms if len(form) > 1 and not classes_of_time.isdisjoint(classes))


@cache
def weekday_words(language: str) -> frozenset[str]:
    """The names of the days of the week."""
    lists = load_language(language)["dates"]["words"]["WEEKDAY"].values()
    return frozenset(word for words in lists for word in words)
