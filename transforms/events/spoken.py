"""Whether a document is somebody speaking, an interview or a speech: what it tells in passing has no day of news."""

from __future__ import annotations

import re
from functools import cache

from transforms.actors.tokens import tokenise
from transforms.actors.words import title_words
from transforms.events.turns import asks_questions, read_turns
from transforms.records import Document, Mention

SAMPLE = 6000
"""Characters that tell how a text speaks."""
_FEWEST = 4
_CHARACTERS = 500
"""Text for each "I" in speech; reports have them in quotations only."""
_SPEAKING = frozenset({"interview", "press_conference", "speech", "statement"})


def is_spoken(document: Document) -> bool:
    """Whether a text's own words say "I" again and again, its publisher asks, or labels tell who speaks."""
    if asks_questions(document) or len(read_turns(document)) >= _FEWEST:
        return True
    length = min(len(document.text), SAMPLE)
    fewest = max(_FEWEST, length // _CHARACTERS)
    if len(_own_words(document.language, ("first_singular",)).findall(document.text, 0, length)) < fewest:
        return False
    me = title_words(document.language).sets["first_singular"]
    quoted = [(r.start, r.end) for r in document.regions if r.kind == "quotation"]
    said = [token.start for token in tokenise(document.text, 0, length) if token.low in me]
    return sum(not any(start <= at < end for start, end in quoted) for at in said) >= fewest


def own_words(document: Document) -> int:
    """How many words of a text's opening say "I" or "we" outside quotations."""
    quoted = [(r.start, r.end) for r in document.regions if r.kind == "quotation"]
    pattern = _own_words(document.language, ("first_singular", "first_plural"))
    said = (match.start() for match in pattern.finditer(document.text, 0, min(len(document.text), SAMPLE)))
    return sum(not any(start <= at < end for start, end in quoted) for at in said)


@cache
def _own_words(language: str, persons: tuple[str, ...]) -> re.Pattern[str]:
    """Finds every "I", be it a part of a longer word: cheaper than tokens, and enough for most reports."""
    told = title_words(language).sets
    words = sorted(word.rstrip("'") for person in persons for word in told[person])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def is_told_in_speech(mention: Mention) -> bool:
    """Whether a mention is something told in a speech, and not the speaking itself."""
    return mention.event_type not in _SPEAKING
