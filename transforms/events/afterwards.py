"""What the sentence after an event tells of its day and place: "It was on 3 July, in the gardens of the palace"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.actors.tokens import tokenise
from transforms.events.elsewhere import low_words
from transforms.events.lexicon import Lexicon
from transforms.events.linking import participant_keys
from transforms.events.story import Story
from transforms.events.taking import take
from transforms.records import Mention

_NEXT = re.compile(r"[\"»”’)]?[ \t]+(?=\w)")
_REACH = 60
_GAP = 16
_STOP = re.compile(r"[.!?;\n]\s")
_OPENING = 4
"""Words at a sentence's start that may name the event, and before a day that may say that it took place."""
_VERB = 12
_DROPPED = 2
_TALKS = frozenset({"meeting", "call", "negotiation", "interview"})
_CEREMONIES = frozenset({"signing", "commemoration"})


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


def by_sentence_after(mention: Mention, story: Story) -> Mention:
    """A held event that nothing else dates, on the day that the next sentence tells of it.

    The sentence opens with words like "it was", or takes the event up and says when it took place ("Ces audiences ont
    eu lieu les 14 et 15 juin"); it tells no event of other people.
    """
    if mention.date_basis is not None or mention.status != "held" or mention.is_quoted:
        return mention
    text = story.document.text
    start = told_after(text, mention, story.mentions, story.lexicon)
    if start is not None:
        day = next((t for t in story.timexes if start < t.start <= start + _GAP and t.date_start), None)
        between = text[start : day.start] if day else ","
        if day is None or "," in between:
            return mention
        return replace(take(mention, day, "sentence"), is_background=False)
    return _by_noun_after(mention, story)


def _by_noun_after(mention: Mention, story: Story) -> Mention:
    """By the day on which the next sentence says that the event, by its noun or a pronoun, took place."""
    text, published, lexicon = story.document.text, story.document.published_on, story.lexicon
    gap = _NEXT.match(text, mention.char_end) if mention.text_field == "text" else None
    if gap is None:
        return mention
    inside = [t for t in story.timexes if gap.end() < t.start <= gap.end() + _REACH * 2 and t.date_start]
    day = inside[0] if inside else None
    if day is None or published is None or day.date_start is None or day.date_start > published:
        return mention
    lead = low_words(text, gap.end(), day.start)
    if _STOP.search(text, gap.end(), day.start) or not _takes_up(mention, lead, lexicon):
        return mention
    beside = (m for m in story.mentions if m.text_field == "text" and m.char_start <= day.start < m.char_end)
    if any(participant_keys(other) - participant_keys(mention) for other in beside):
        return mention
    taken = replace(take(mention, day, "sentence"), is_background=False)
    last = next((t for t in inside[1:] if text[day.end : t.start].strip().lower() in lexicon.groups["ranges"]), None)
    return replace(taken, date_end=last.date_end) if last else taken


def is_taken_up(mention: Mention, lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a sentence opens with an event's noun or a pronoun, or drops it, before a verb that says it takes place.

    Args:
        mention: the event told before.
        lows: the sentence's words in lower case.
        lexicon: words of the document's language.
    """
    verb = next((at for at in range(min(_VERB, len(lows))) if _has_event(lows, at, lexicon)), None)
    if verb is None:
        return False
    nouns = (match for at in range(min(_OPENING, verb)) if (match := lexicon.nouns.find(lows, at)))
    found = next(nouns, None)
    if found is not None:
        return any(_is_kind(form.frame.event_type, mention) for form in found[1])
    is_dropped = lexicon.drops_subject and verb < _DROPPED
    is_named = not lexicon.groups["told_again"].isdisjoint(lows[:verb])
    return is_dropped or is_named or lows[0] in lexicon.groups["it_again"]


def _has_event(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb at a token has events as its subject."""
    found = lexicon.support.find(lows, at)
    return found is not None and any(form.frame.subject == "event" for form in found[1])


def _takes_up(mention: Mention, lead: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words before a day take an event up and say that it took place, or was, on it."""
    found = next((match for at in range(min(_OPENING, len(lead))) if (match := lexicon.nouns.find(lead, at))), None)
    is_noun = found is not None and any(_is_kind(form.frame.event_type, mention) for form in found[1])
    if not is_noun and not (lead and lead[0] in lexicon.groups["it_again"]):
        return False
    tables = ("taken_place", "was_on") if is_noun else ("taken_place",)
    near = lead[-_OPENING:]
    return any(lexicon.tables[table].find(near, at) for table in tables for at in range(len(near)))


def _is_kind(event_type: str, mention: Mention) -> bool:
    kinds = {event_type, mention.event_type}
    return len(kinds) == 1 or kinds <= _TALKS or kinds <= _CEREMONIES
