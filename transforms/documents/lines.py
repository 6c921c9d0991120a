"""A text as lines: the units in which pages put furniture, headlines and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_PHYSICAL = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?…]['\"»”’)\]\s]*\Z")
_TAIL = 8
_BULLETS = "-–—•·*▪►●○■>#"
# Hard-wrapped mail and news-wire text breaks lines between these widths, mostly before a word in lower case.
_WRAP_MIN, _WRAP_MAX = 45, 100
_WRAP_SHARE = 0.4
_MIN_WRAPS = 4
_PROSE_LENGTH = 200
_PROSE_WORDS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its outer white space; `start`/`end` are offsets into the whole text.

    `gap` counts the line ends before it: 2 or more is a paragraph break. A paragraph that was wrapped by hand is one
    line with line ends inside.
    """

    start: int
    end: int
    text: str
    gap: int

    @property
    def is_ended(self) -> bool:
        """Whether it ends as sentences end."""
        return _TERMINAL.search(self.text[-_TAIL:]) is not None

    @property
    def word_count(self) -> int:
        """How many words it has, as white space divides them."""
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text rather than as a heading, a label or an entry of a list."""
        return len(self.text) >= _PROSE_LENGTH or (self.is_ended and self.word_count >= _PROSE_WORDS)


@lru_cache(maxsize=1)  # several rules ask for the lines of the document that is being read
def read_lines(text: str) -> tuple[Line, ...]:
    """Divide a text into its lines that hold anything; hand-wrapped paragraphs come back joined."""
    lines: list[Line] = []
    previous_end = 0
    for match in _PHYSICAL.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = start + len(stripped)
        lines.append(Line(start, end, stripped, _line_ends(text, previous_end, start)))
        previous_end = end
    return tuple(_join_wrapped(text, lines)) if _is_wrapped(lines) else tuple(lines)


def _line_ends(text: str, start: int, end: int) -> int:
    if start == 0 or end - start == 1:
        return end - start
    between = text[start:end]
    return between.count("\n") + between.count("\r") - between.count("\r\n") + between.count("\u2029") * 2


def _continues(before: Line, line: Line) -> bool:
    return (
        line.gap == 1
        and _WRAP_MIN <= len(before.text) <= _WRAP_MAX
        and not before.is_ended
        and line.text[0] not in _BULLETS
        and not line.text[0].isdigit()
    )


def _is_wrapped(lines: list[Line]) -> bool:
    single = [(before, line) for before, line in pairwise(lines) if line.gap == 1]
    wraps = sum(_continues(before, line) and line.text[0].islower() for before, line in single)
    return wraps >= _MIN_WRAPS and wraps >= _WRAP_SHARE * len(single)


def _join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    joined: list[Line] = []
    first = last = lines[0]
    for line in lines[1:]:
        keeps_wrapping = line.gap == 1 and len(last.text) >= _WRAP_MIN and line.text[0] not in _BULLETS
        if not keeps_wrapping:
            joined.append(Line(first.start, last.end, text[first.start : last.end], first.gap))
            first = line
        last = line
    joined.append(Line(first.start, last.end, text[first.start : last.end], first.gap))
    return joined
