"""What the sentence after an event tells of its day and place: "It was on 3 July, in the gardens of the palace"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.actors.tokens import tokenise
from transforms.events.lexicon import Lexicon
from transforms.events.taking import take
from transforms.records import Mention, Timex

_NEXT = re.compile(r"[\"»”’)]?[ \t]+(?=\w)")
_REACH = 60
_GAP = 16


def told_after(text: str, mention: Mention, mentions: Sequence[Mention], lexicon: Lexicon) -> int | None:
    """Where a sentence right behind a mention's goes on after words like "it was".

    None if it opens otherwise or tells an event of its own.

    Args:
        text: the document's.
        mention: a mention of its text.
        mentions: all mentions of the document.
        lexicon: words of the document's language.
    """
    gap = _NEXT.match(text, mention.char_end)
    if gap is None or mention.text_field != "text":
        return None
    tokens = tokenise(text, gap.end(), min(len(text), gap.end() + _REACH))
    found = lexicon.tables["it_was"].find([token.low for token in tokens], 0)
    start = tokens[found[0] - 1].end if found else None
    if start is None or any(m.text_field == "text" and m.char_start <= start < m.char_end for m in mentions):
        return None
    return start


def by_sentence_after(
    text: str, mention: Mention, mentions: Sequence[Mention], timexes: Sequence[Timex], lexicon: Lexicon
) -> Mention:
    """A held event that nothing else dates, on the day that the next sentence opens with and tells no event of."""
    if mention.date_basis is not None or mention.status != "held" or mention.is_quoted:
        return mention
    start = told_after(text, mention, mentions, lexicon)
    if start is None:
        return mention
    day = next((t for t in timexes if start < t.start <= start + _GAP and t.date_start), None)
    between = text[start : day.start] if day else ","
    return mention if day is None or "," in between else replace(take(mention, day, "sentence"), is_background=False)
