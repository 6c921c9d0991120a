"""Patterns over token classes: written as words, compiled to plain `re` over one character per token.

`ART? d:DAY/ORDN OF? m:MONTH y:YEAR?` reads: an optional article, a day (figure or ordinal) named d, an optional
'of', a month named m, an optional year named y. Groups take `( | )`, names apply to groups too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.dates.lexicon import Lexicon
from transforms.dates.reading import Reading
from transforms.dates.tokens import Token, number_classes

FIRST_CODE = 0xE000
NO_CLASS_CODE = "."
BREAK_CODE = "\n"
CACHE_LIMIT = 20_000
NUMBER_SHAPES = ("0", "00", "05", "5", "12", "24", "27", "31", "32", "59", "60", "99", "100", "999", "1000", "1060",
                 "2199", "2200", "2359", "2360", "2400", "2430", "9999", "10000", "1.5")  # fmt: skip
OTHER_SHAPES = ("COMMA", "DASH", "SLASH", "LP", "RP", "DOT", "COLON", "PLUS", "ROMAN", "ISO", "ISOWEEK", "NUMERIC",
                "CLOCK", "NUMERICSHORT", "DECADE", "QUARTER", "SHORTYEAR", "ORDN")  # fmt: skip
ITEM = re.compile(r"(?:(?P<label>[a-z]\w*):)?(?:(?P<names>[A-Z][A-Z0-9]*(?:/[A-Z][A-Z0-9]*)*)|(?P<open>\((?!\?)))")


@dataclass(frozen=True)
class Match:
    """One match of a rule: the tokens, and which of them each name covers."""

    text: str
    tokens: Sequence[Token]
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]
    lexicon: Lexicon

    def has(self, name: str) -> bool:
        """Whether the named part is there."""
        return name in self.groups

    def token(self, name: str) -> Token:
        """The first token of a named part."""
        return self.tokens[self.groups[name][0]]

    def value(self, name: str, *classes: str) -> str | None:
        """The value the named token has in the first of the classes it carries."""
        if name not in self.groups:
            return None
        carried = self.token(name).classes
        return next((carried[each] for each in classes if each in carried), None)

    def number(self, name: str, *classes: str) -> int | None:
        """The same as a whole number."""
        found = self.value(name, *classes)
        return None if found is None else int(found)

    @property
    def first(self) -> Token:
        """The first token."""
        return self.tokens[self.start]

    @property
    def last(self) -> Token:
        """The last token."""
        return self.tokens[self.end - 1]

    @property
    def before(self) -> str:
        """The word before, lower-cased ('' at the start of the stretch)."""
        return self.tokens[self.start - 1].text if self.start else ""

    @property
    def after(self) -> str:
        """The word after, lower-cased ('' at the end of the stretch)."""
        return self.tokens[self.end].text.partition(" ")[0] if self.end < len(self.tokens) else ""

    def words(self) -> str:
        """The matched words as they stand in the text."""
        return self.text[self.first.start : self.last.end]


Build = Callable[[Match], "Reading | list[Reading] | None"]


@dataclass(frozen=True)
class Rule:
    """One form of expression: its public id, its pattern, how a match is read, and what it covers in a line."""

    id: str
    pattern: str
    build: Build
    description: str


Candidate = tuple[int, int, dict[str, tuple[int, int]]]


class Grammar:
    """The rules compiled for one language, with the readings of each sequence of classes seen before."""

    def __init__(self, lexicon: Lexicon, rules: Sequence[Rule]) -> None:
        """Compile `rules` for the classes that `lexicon` can produce."""
        self.lexicon = lexicon
        self.rules = rules
        self.codes: dict[tuple[str, ...], str] = {("BREAK",): BREAK_CODE, (): NO_CLASS_CODE}
        self._register(_all_shapes(lexicon))
        members: dict[str, str] = {}
        for classes, code in self.codes.items():
            for name in classes:
                members[name] = members.get(name, "") + code
        self._compiled = [re.compile(_regex(rule.pattern, members)) for rule in rules]
        self._seen: dict[str, list[list[Candidate]]] = {}

    def _register(self, shapes: Iterable[tuple[str, ...]]) -> None:
        for shape in shapes:
            if shape not in self.codes:
                self.codes[shape] = chr(FIRST_CODE + len(self.codes))

    def encode(self, tokens: Sequence[Token]) -> str:
        """The tokens as one character each."""
        codes = self.codes
        return "".join([codes.get(tuple(token.classes), NO_CLASS_CODE) for token in tokens])

    def candidates(self, chunk: str) -> list[list[Candidate]]:
        """For each position of a chunk the rules that match there: longest first, then in stated order."""
        found = self._seen.get(chunk)
        if found is None:
            if len(self._seen) >= CACHE_LIMIT:
                self._seen.clear()
            found = self._seen[chunk] = [self._match_at(chunk, position) for position in range(len(chunk))]
        return found

    def _match_at(self, chunk: str, position: int) -> list[Candidate]:
        found: list[Candidate] = []
        for index, compiled in enumerate(self._compiled):
            match = compiled.match(chunk, position)
            if match and match.end() > position:
                groups = {name: match.span(name) for name, part in match.groupdict().items() if part}
                found.append((index, match.end(), groups))
        found.sort(key=lambda candidate: -candidate[1])
        return found


def _all_shapes(lexicon: Lexicon) -> list[tuple[str, ...]]:
    shapes: list[tuple[str, ...]] = [(name,) for name in OTHER_SHAPES]
    shapes += [("ORDN", "ORDE"), ("NUM",)]
    for figure in NUMBER_SHAPES:
        classes = number_classes(figure)
        shapes += [tuple(classes), tuple({**classes, "HOUR": figure})]
    for _, classes in lexicon.forms():
        shapes += [tuple(classes), (*classes, "ROMAN")]
    return shapes


def _regex(pattern: str, members: Mapping[str, str]) -> str:
    def item(match: re.Match[str]) -> str:
        label = match["label"]
        if match["open"]:
            return f"(?P<{label}>" if label else "(?:"
        codes = "".join(members.get(name, "") for name in match["names"].split("/"))
        body = f"[{re.escape(codes)}]" if codes else "(?!)"
        return f"(?P<{label}>{body})" if label else f"(?:{body})"

    return re.sub(r"\s+", "", ITEM.sub(item, pattern))
