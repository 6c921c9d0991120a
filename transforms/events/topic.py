"""What a talk was about, as words."""

from __future__ import annotations

from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

_MAX_WORDS = 14
_STOPS = (".", ";", ":", "!", "?", "»", "(", "–")


def read_topic(sentence: Sentence, trigger: Trigger, last: int) -> str | None:
    """The words after "au sujet de", "sur", "on" behind a trigger up to the next mark, None where no topic opens."""
    for at, first, _ in sentence.occurrences("about"):
        if at < trigger.last or first >= last:
            continue
        end = first
        while end < min(last, first + _MAX_WORDS) and sentence.lows[end] not in _STOPS:
            end += 1
        while end > first and not sentence.tokens[end - 1].is_word:
            end -= 1
        if end > first:
            return sentence.text[sentence.tokens[first].start : sentence.tokens[end - 1].end]
    return None
