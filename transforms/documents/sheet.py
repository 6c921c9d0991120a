"""The working sheet of one text: its lines and the regions marked on them so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.documents.lines import Line, read_lines
from transforms.documents.words import PageWords, page_words
from transforms.records import Region, RegionKind


@dataclass(slots=True)
class Sheet:
    """Lines of a text, each free until a rule claims it; rules run in a stated order and later ones see free lines."""

    text: str
    language: str
    title: str | None
    lines: tuple[Line, ...]
    words: PageWords
    claimed: dict[int, RegionKind] = field(default_factory=dict)
    regions: list[Region] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, language: str, title: str | None = None) -> Sheet:
        """A sheet with nothing marked."""
        return cls(text, language, title, read_lines(text), page_words(language))

    def claim(self, position: int, kind: RegionKind, rule_id: str) -> None:
        """Mark a whole line."""
        line = self.lines[position]
        self.claimed[position] = kind
        self.mark(line.start, line.end, kind, rule_id)

    def mark(self, start: int, end: int, kind: RegionKind, rule_id: str) -> None:
        """Mark a stretch of text without claiming its line."""
        self.regions.append(Region(start, end, kind, rule_id))

    def free(self) -> Iterator[tuple[int, Line]]:
        """The lines no rule has claimed, in order."""
        for position, line in enumerate(self.lines):
            if position not in self.claimed:
                yield position, line
