"""What a talk was about, as words."""

from __future__ import annotations

from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

_MAX_WORDS = 14
_STOPS = (".", ";", ":", "!", "?", "»", "(", "–")


def read_topic(sentence: Sentence, trigger: Trigger, last: int) -> str | None:
    """The words after "au sujet de", "sur", "on" behind a trigger up to the next mark, None where no topic opens."""
    openers = sentence.lexicon.tables.get("about")
    if openers is None:
        return None
    for at in range(trigger.last, last):
        found = openers.find(sentence.lows, at)
        if not found or found[0] >= last:
            continue
        end = found[0]
        while end < min(last, found[0] + _MAX_WORDS) and sentence.lows[end] not in _STOPS:
            end += 1
        while end > found[0] and not sentence.tokens[end - 1].is_word:
            end -= 1
        if end > found[0]:
            return sentence.text[sentence.tokens[found[0]].start : sentence.tokens[end - 1].end]
    return None
