"""What a rule sees that dates one mention by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transforms.events.lexicon import Lexicon
from transforms.records import Document, Mention, Timex


class Story(NamedTuple):
    """A document with its mentions as far as dated, its expressions in text order, and the words of its language."""

    document: Document
    mentions: Sequence[Mention]
    timexes: Sequence[Timex]
    lexicon: Lexicon
