"""The day of a plan that was put off: the new one, if one is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.events.attachment import own_expression
from transforms.events.elsewhere import low_words
from transforms.events.lexicon import Lexicon
from transforms.events.spans import is_left
from transforms.events.taking import take
from transforms.records import Mention, Timex


def on_new_day(
    mention: Mention, mentions: Sequence[Mention], timexes: Sequence[Timex], text: str, lexicon: Lexicon
) -> Mention:
    """A plan on the day to which it was put off; without one it stays undated.

    Told behind those words, or where they close a clause, before them ("wurde auf Montag verschoben").

    Args:
        mention: a plan whose status words say that it was put off.
        mentions: all mentions of the document.
        timexes: the expressions that may date it.
        text: the document's text.
        lexicon: words of the document's language.
    """
    moved = mention.char_start + mention.sentence_text.lower().rfind(mention.status_text or "")
    mention = replace(mention, clause_end=mention.char_end)
    told = [t for t in timexes if t.start > moved or _is_goal(mention, t, text, lexicon)]
    behind = [t for t in told if not is_left(mention, t, lexicon.language)]
    behind = [replace(timex, is_deadline=False) for timex in behind]
    if found := own_expression(mention, mentions, behind, text, lexicon):
        return take(mention, *found)
    return mention


def _is_goal(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether a word before a day, an article between them, makes it the one to which something is moved."""
    goals = lexicon.groups.get("moved_to", frozenset())
    return not goals.isdisjoint(low_words(text, mention.char_start, timex.start)[-2:])
