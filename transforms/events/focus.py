"""The day that a story had reached where a mention without date words stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import cache

from transforms.actors.tokens import tokenise
from transforms.dates.lexicon import load_lexicon as load_date_words
from transforms.events.lexicon import Lexicon
from transforms.events.linking import participant_keys
from transforms.events.story import Story
from transforms.events.taking import yearless_day
from transforms.identity import date_expression_id
from transforms.records import Document, Mention, Timex

_REACH = 600
"""Characters over which a day far from the news stays the day of the story."""
_NEWS = timedelta(days=3)
"""How long before its document an event is still the news of the day."""
_OPENING = 3
_LEAD = 12
_QUOTE_REACH = 80
_QUOTED_BEFORE = re.compile(r"(?:[,.!?…]\s?[»”“\"]|[»”“\"]\s?,)\s[^.!?\n»”\"]*\Z")
_OPENER = re.compile(r"\w+'?")
_SENTENCE_START = re.compile(r"(?:[.!?»”]\s+|\n\s*)(?:\w+\s+){0,2}\Z")


def continues_story(mention: Mention, timex: Timex) -> bool:
    """Whether an expression only says where in the story's day a mention lies ("Auparavant, …", "hours before").

    One that tells how far back does not ("A few weeks ago, …").
    """
    if timex.date_start is not None or mention.status != "held":
        return False
    is_vague = timex.value == "PAST_REF" and timex.date_not_before is None
    opens = is_vague and timex.start - mention.char_start <= _OPENING
    return opens or timex.rule_id.endswith(".shift.hours")


def story_day(mention: Mention, story: Story) -> Timex | None:
    """The expression whose day the story had reached before a mention's sentence, or None.

    A day of the news holds until another is told; a day far from it holds in its own paragraph. Days told in relative
    clauses, in plans and of background do not move the story. Background takes the day of the story only where it
    is told in sequence with it ("auparavant") by one of the same people.

    Args:
        mention: a mention of something held.
        story: the document, whose `published_on` says what is news; its expressions hold no deadlines.
    """
    if mention.text_field != "text" or mention.is_quoted:
        return None
    document, mentions = story.document, story.mentions
    days = [t for t in story.timexes if _moves_story(t, mention)]
    told = [t for t in days if not _is_aside(document, t, mentions, story.lexicon)]
    told = [t for t in told if not _is_of_saying(document.text, t, mentions)] or told
    beside = [t for t in told if "\n" not in document.text[t.end : mention.char_start]]
    anchored = [t for t in told if _is_anchored(document, t, mentions)]
    own = [t for t in days if t.date_start == document.published_on]
    looking_back = None if beside else _day_looked_back_to(mention, story)
    day = looking_back or _day_reached(document, mention, beside or anchored or told or own)
    if day is not None and mention.is_background:
        return day if _is_sequel(mention, day, story) else None
    return day


def _day_looked_back_to(mention: Mention, story: Story) -> Timex | None:
    """The day of what had happened before, told of the same people right before where nothing else dates the paragraph.

    "The general had reached Delhi on Saturday. He called on the president."
    """
    text = story.document.text
    before = [t for t in story.timexes if t.end <= mention.char_start and "\n" not in text[t.end : mention.char_start]]
    day = before[-1] if before else None
    if day is None or day.date_start is None or day.date_start != day.date_end or day.moves_focus:
        return None
    told = [m for m in story.mentions if m.text_field == "text" and m.clause_start <= day.start < m.clause_end]
    told = [m for m in told if m.is_background and m.clause_start == m.char_start]
    told = [m for m in told if participant_keys(m) & participant_keys(mention)]
    is_next = any(mention.char_start - m.char_end <= _OPENING for m in told)
    return day if is_next else None


def is_of_the_day(mention: Mention, story: Story) -> bool:
    """Whether words put background on the very day of a story that names no day ("hours earlier", "dans la soirée")."""
    inside = [t for t in story.timexes if mention.char_start <= t.start < mention.char_end]
    lows = [token.low for token in tokenise(story.document.text, mention.char_start, mention.char_end)]
    return any(continues_story(mention, timex) for timex in inside) or has_phrase(lows, story.lexicon, "in_day")


def _moves_story(timex: Timex, mention: Mention) -> bool:
    is_day = (timex.date_start is not None and timex.date_start == timex.date_end) or yearless_day(timex) is not None
    return timex.moves_focus and is_day and timex.end <= mention.char_start


def _is_aside(document: Document, timex: Timex, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether an expression dates only background, a plan, or what a relative clause tells."""
    relatives = lexicon.groups["relatives"]
    identity = date_expression_id(document.document_id, "text", timex.start, timex.end)
    dated = [m for m in mentions if m.date_expression_id == identity]
    told = [m for m in mentions if m.text_field == "text" and m.clause_start <= timex.start < m.clause_end]
    if dated and all(m.status != "held" or _lies_ahead(document, m) for m in dated):
        return True
    return bool(told) and all(
        m.is_background or m.status != "held" or _opens_with(document.text, m, relatives) for m in told
    )


def _lies_ahead(document: Document, mention: Mention) -> bool:
    return document.published_on is not None and (mention.date_start or document.published_on) > document.published_on


def _is_of_saying(text: str, timex: Timex, mentions: Sequence[Mention]) -> bool:
    """Whether an expression only says when somebody told what he tells ("« … », a-t-il dit jeudi")."""
    if _QUOTED_BEFORE.search(text, max(0, timex.start - _QUOTE_REACH), timex.start):
        return True
    told = [m for m in mentions if m.text_field == "text" and m.clause_start <= timex.start < m.clause_end]
    return bool(told) and all(m.event_type == "statement" for m in told)


def _opens_with(text: str, mention: Mention, words: Collection[str]) -> bool:
    opener = _OPENER.match(text, mention.clause_start)
    return mention.clause_start > mention.char_start and opener is not None and opener[0].lower() in words


def _is_anchored(document: Document, timex: Timex, mentions: Sequence[Mention]) -> bool:
    """Whether a day is surely the story's: it dates an event, is the document's own, or opens a sentence."""
    if timex.date_start == document.published_on:
        return True
    if _SENTENCE_START.search(document.text, max(0, timex.start - _LEAD), timex.start):
        return True
    identity = date_expression_id(document.document_id, "text", timex.start, timex.end)
    return any(m.date_expression_id == identity and m.status == "held" for m in mentions)


def _day_reached(document: Document, mention: Mention, told: Sequence[Timex]) -> Timex | None:
    published = document.published_on
    for timex in reversed(told):
        if published is not None and timex.date_start and published - _NEWS <= timex.date_start <= published:
            return timex
        is_near = mention.char_start - timex.end <= _REACH
        is_past = published is None or (timex.date_start is not None and timex.date_start < published)
        if is_near and is_past and (published is None or "\n" not in document.text[timex.end : mention.char_start]):
            return timex
    return None


def _is_sequel(mention: Mention, day: Timex, story: Story) -> bool:
    """Whether background is told in sequence with the story: in its paragraph, or of the same people."""
    if is_of_the_day(mention, story):
        return True
    document, lexicon = story.document, story.lexicon
    inside = [t for t in story.timexes if mention.char_start <= t.start < mention.char_end]
    tokens = tokenise(document.text, mention.char_start, mention.char_end)
    lows = [token.low for token in tokens]
    if has_phrase(lows, lexicon, "meanwhile"):
        return True
    measures = _measures(lexicon.language)
    is_measured = any(timex.relation for timex in inside) or any(
        token.low in measures and not any(t.start <= token.start < t.end for t in inside) for token in tokens
    )
    if is_measured or not has_phrase(lows, lexicon, "sequence"):
        return False
    if "\n" not in document.text[day.end : mention.char_start] or day.date_start == document.published_on:
        return True
    keys = participant_keys(mention)
    news = [m for m in story.mentions if not m.is_background and m.status == "held"]
    return any(keys & participant_keys(m) for m in news if m.date_start in (None, day.date_start))


def has_phrase(lows: Sequence[str], lexicon: Lexicon, table: str) -> bool:
    """Whether a phrase of a language table stands among words."""
    return any(lexicon.tables[table].find(lows, at) for at in range(len(lows)))


@cache
def _measures(language: str) -> frozenset[str]:
    """Words for weeks, months and years: beside them "before" means another day than the story's."""
    lexicon = load_date_words(language)
    forms = lexicon.forms() if lexicon else ()
    return frozenset(form[0] for form, classes in forms if len(form) == 1 and "UNIT" in classes)
