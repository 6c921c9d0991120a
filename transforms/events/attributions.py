"""What of a mention's sentence only says who told it, and when (", a spokesman said on Tuesday")."""

from __future__ import annotations

from functools import lru_cache

from transforms.actors.tokens import tokenise
from transforms.dates.tense import tells_past
from transforms.events.clauses import source_start
from transforms.events.read_lexicon import load_lexicon
from transforms.records import Mention


def is_of_attribution(mention: Mention, at: int, language: str) -> bool:
    """Whether a place in the text lies in the words that say who told a mention's sentence, and its trigger before."""
    start = mention.char_start + _source(mention.sentence_text, language)
    return mention.text_field == "text" and mention.trigger_end <= start <= at < mention.char_end


def tells_past_itself(mention: Mention, language: str) -> bool:
    """Whether the sentence of a mention tells the past, whatever the tense in which it says who told it."""
    start = _source(mention.sentence_text, language)
    is_before = mention.trigger_end - mention.char_start <= start
    return tells_past(mention.sentence_text[:start] if is_before else mention.sentence_text, language)


@lru_cache(maxsize=1024)
def _source(sentence: str, language: str) -> int:
    tokens = tokenise(sentence, 0, len(sentence))
    start = source_start([token.low for token in tokens], load_lexicon(language))
    return tokens[start].start if start < len(tokens) else len(sentence)
