"""Quotations by their marks: « », “ ”, „ “, »…« in German, straight pairs, and `` '' of tokenised corpora."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from transforms.documents.lines import Line
from transforms.records import Region

_MARKS = re.compile(r"[«»“”„‟\"]|``|''")
_CLOSERS = {"«": "»", "“": "”", "„": "“”‟", '"': '"', "``": "''", "»": "«"}
_RULES = {
    "«": "quotation.guillemets",
    "“": "quotation.curly",
    "„": "quotation.low",
    '"': "quotation.straight",
    "``": "quotation.tokenised",
    "»": "quotation.reversed_guillemets",
}
_MAX_LENGTH = 6000
_REVERSED = re.compile(r"»\w[^«»]*?[\w.,!?]«")


def find_quotations(text: str, language: str, lines: Sequence[Line], closed: Iterable[Region]) -> list[Region]:
    """Quotations of a text with their marks, outside the given regions.

    A straight pair stays within its paragraph; guillemets and curly marks may close some paragraphs later, unless
    another one opens before. Marks that never close make no quotation.
    """
    openers = '«“„"'
    if language == "de" and _REVERSED.search(text):
        openers = '»“„"'
    blocked = sorted((region.start, region.end) for region in closed)
    found: list[Region] = []
    opened: tuple[str, int] | None = None
    block = 0
    for line in lines:
        if opened is not None and opened[0] in ('"', "``"):
            opened = None
        for match in _MARKS.finditer(text, line.start, line.end):
            while block < len(blocked) and blocked[block][1] <= match.start():
                block += 1
            if block < len(blocked) and blocked[block][0] <= match.start():
                opened = None
                continue
            opened = _step(match, opened, openers, found)
    return found


def _step(
    match: re.Match[str], opened: tuple[str, int] | None, openers: str, found: list[Region]
) -> tuple[str, int] | None:
    mark = match.group()
    if opened is not None and mark in _CLOSERS[opened[0]]:
        if match.end() - opened[1] <= _MAX_LENGTH:
            found.append(Region(opened[1], match.end(), "quotation", _RULES[opened[0]]))
        return None
    if opened is not None and mark != opened[0]:
        return opened
    if mark == "``" or mark in openers:
        return mark, match.start()
    return opened
