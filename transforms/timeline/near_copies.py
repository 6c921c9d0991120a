"""Which documents are copies of one text, so that they count as one source.

A sketch is the smallest hashes of a document's five-word shingles (bottom-k MinHash: Broder, "On the resemblance and
containment of documents", 1997). Two sketches estimate how much of the shorter text stands in the longer one.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from transforms.records import Document
from transforms.timeline.parties import fold_name

SKETCH_SIZE = 64
SHINGLE_WORDS = 5
COPY_CONTAINMENT = 0.6
"""Share of the shorter text's shingles found in the longer one from which both count as one source."""

LEAST_SHINGLES = 15
"""Shorter texts are alike by their genre; they are copies only where they are the same to the word."""

Sketch = tuple[int, ...]


def sketch_document(document: Document) -> Sketch:
    """The sketch of a document's text without its furniture, which every page of a site has in common."""
    kept, at = [], 0
    for region in sorted(document.regions, key=lambda region: region.start):
        if region.kind == "furniture":
            kept.append(document.text[at : max(at, region.start)])
            at = max(at, region.end)
    return sketch_text(" ".join([*kept, document.text[at:]]))


def sketch_text(text: str) -> Sketch:
    """The smallest hashes of the text's shingles, ascending, at most `SKETCH_SIZE`; short texts give one shingle."""
    words = fold_words(text)
    count = max(1, len(words) - SHINGLE_WORDS + 1)
    hashes = {zlib.crc32(" ".join(words[i : i + SHINGLE_WORDS]).encode()) for i in range(count)}
    return tuple(sorted(hashes)[:SKETCH_SIZE])


def fold_words(text: str) -> list[str]:
    """Words of a text without case, accents and marks."""
    return [word for piece in text.split() if (word := fold_name(piece))]


def are_copies(one: Sketch, other: Sketch) -> bool:
    """Whether the shorter of two sketched texts stands in the longer one for the most part.

    A full sketch is a complete sample only up to its largest hash, so both are compared up to there.
    """
    if min(len(one), len(other)) < LEAST_SHINGLES:
        return bool(one) and one == other
    limits = [sketch[-1] for sketch in (one, other) if len(sketch) == SKETCH_SIZE]
    limit = min(limits, default=max(one[-1], other[-1]))
    first = {value for value in one if value <= limit}
    second = {value for value in other if value <= limit}
    smaller = min(len(first), len(second))
    return smaller > 0 and len(first & second) / smaller >= COPY_CONTAINMENT


def group_copies(document_ids: Sequence[str], sketches: Mapping[str, Sketch]) -> dict[str, int]:
    """Number each document by the text it copies: the first in the order given founds a group, its copies join it."""
    founders: list[Sketch] = []
    founders_with: dict[int, list[int]] = defaultdict(list)
    groups: dict[str, int] = {}
    for document_id in document_ids:
        sketch = sketches[document_id]
        alike = sorted({number for value in sketch for number in founders_with[value]})
        home = next((number for number in alike if are_copies(sketch, founders[number])), None)
        if home is None:
            home = len(founders)
            founders.append(sketch)
            for value in sketch:
                founders_with[value].append(home)
        groups[document_id] = home
    return groups
