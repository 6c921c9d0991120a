"""What surrounds an expression: quotations, parentheses, datelines, the words just before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from transforms.dates.lexicon import Lexicon, load_lexicon
from transforms.records import Region, Span

QUOTED = re.compile(r"«[^»]{0,2000}»|“[^”]{0,2000}”|„[^“”]{0,2000}[“”]|``.{0,1500}?''|\"[^\"\n]{0,1500}\"")
BRACKETED = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,400}\]")
LIMITS = ("BEFORE", "AFTER", "ONSET", "SINCE", "UNTIL", "BY", "EVE")
LIMIT_MODS = {
    "BEFORE": "BEFORE",
    "AFTER": "AFTER",
    "ONSET": "ON_OR_AFTER",
    "SINCE": "ON_OR_AFTER",
    "UNTIL": "ON_OR_BEFORE",
    "BY": "ON_OR_BEFORE",
}
LOOK_BACK = 30
LEFT_WORDS = re.compile(r"[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True)
class Surroundings:
    """The stretches of one text that stand apart from the main story line."""

    quotations: tuple[Span, ...]
    brackets: tuple[Span, ...]
    regions: tuple[Region, ...]

    def in_quotation(self, position: int) -> bool:
        """Whether somebody else is speaking at a position."""
        return _inside(self.quotations, position)

    def in_bracket(self, position: int) -> bool:
        """Whether a position stands in a parenthesis."""
        return _inside(self.brackets, position)

    def region(self, position: int) -> str | None:
        """The kind of the document region at a position, None in plain prose."""
        return next((region.kind for region in self.regions if region.start <= position < region.end), None)


def _inside(spans: Sequence[Span], position: int) -> bool:
    index = bisect_right(spans, position, key=lambda span: span.start) - 1
    return index >= 0 and position < spans[index].end


def look_around(text: str, regions: Sequence[Region]) -> Surroundings:
    """Find quotations and parentheses; those the documents room marked are taken as they are."""
    marked = tuple(Span(region.start, region.end) for region in regions if region.kind == "quotation")
    quotations = tuple(sorted(marked)) or tuple(Span(*match.span()) for match in QUOTED.finditer(text))
    brackets = tuple(Span(*match.span()) for match in BRACKETED.finditer(text))
    return Surroundings(quotations, brackets, tuple(regions))


@cache
def _limit_words(language: str) -> dict[str, list[tuple[str, str]]]:
    """The limiting forms of a language by their last word, longest first, each with its class."""
    lexicon = load_lexicon(language)
    found: dict[str, list[tuple[str, str]]] = {}
    for pieces, classes in lexicon.forms() if lexicon else ():
        name = next((name for name in LIMITS if name in classes), None)
        if name:
            found.setdefault(pieces[-1], []).append((" ".join(pieces), name))
    for listed in found.values():
        listed.sort(key=lambda form: -len(form[0]))
    return found


def opens_with_by(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether an expression begins with a word for "by", which bounds what it counts ("d'ici dix jours")."""
    words = " ".join(LEFT_WORDS.findall(text[start : start + LOOK_BACK].lower().replace("’", "'")))
    forms = (form for listed in _limit_words(lexicon.language).values() for form, name in listed if name == "BY")
    return any(words.startswith(f"{form} ") for form in forms)


def limit_before(text: str, start: int, lexicon: Lexicon) -> str | None:
    """The class of a limiting preposition right before an expression: since, from, until, by, before, after, eve."""
    pieces = LEFT_WORDS.findall(text[max(0, start - LOOK_BACK) : start].lower().replace("’", "'"))
    candidates = _limit_words(lexicon.language).get(pieces[-1]) if pieces else None
    if not candidates:
        return None
    words = " " + " ".join(pieces)
    return next((name for form, name in candidates if words.endswith(f" {form}")), None)
