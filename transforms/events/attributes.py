"""What German noun phrases have before their noun, and when an article behind an event's noun is a genitive's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.actors.words import TitleWords
from transforms.dates.lexicon import time_words
from transforms.events.lexicon import Form, Lexicon

_ATTRIBUTE = 12


def attribute_start(lows: Sequence[str], at: int, nouns: Collection[int], lexicon: Lexicon, words: TitleWords) -> int:
    """Where the adjectives before a noun begin, with what hangs on them up to its article; `at` if nothing leads them.

    "den seit einem Jahr amtierenden Minister": only in such attributes an article stands before a preposition.
    """

    def is_adjective(near: int) -> bool:
        is_verb = lows[near] in lexicon.verbs.first_words or bool(lexicon.auxiliary_classes(lows[near]))
        is_free = lows[near] not in determiners and not lexicon.prepositions.exactly(lows, near, near + 1)
        return near not in nouns and is_free and not is_verb and lows[near].endswith(endings)

    endings, determiners = lexicon.endings("adjective_endings"), lexicon.groups["determiners"]
    first = at
    while first > 0 and is_adjective(first - 1):
        first -= 1
    if first in (0, at):
        return first
    if lows[first - 1] in determiners or lexicon.prepositions.exactly(lows, first - 1, first):
        return first
    for near in range(first - 1, max(-1, first - _ATTRIBUTE), -1):
        if not lows[near][0].isalnum() or lexicon.auxiliary_classes(lows[near]) - {"skip"}:
            break
        is_melted = lows[near] in words.sets["melted_articles"]
        if (is_melted or lows[near] in determiners) and near + 1 not in nouns and not is_adjective(near + 1):
            return near + is_melted
    return at


def is_before_thing(lows: Sequence[str], first: int, last: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a form is the participle before its thing ("das am Montag in Wien unterzeichnete Abkommen").

    Its article stands before a day, a place or an agent; a verb's subject has its noun behind the article.
    """
    things = tuple(form.frame.object_words)
    if not things or last >= len(lows) or not lows[last].endswith(things):
        return False
    determiners, times = lexicon.groups["determiners"], time_words(lexicon.language)
    for at in range(first - 2, max(-1, first - _ATTRIBUTE), -1):
        if not lows[at][:1].isalnum():
            break
        is_led = lexicon.prepositions.exactly(lows, at + 1, at + 2) is not None or lows[at + 1] in times
        if lows[at] in determiners and is_led:
            return True
    return False


def apposed_start(
    lows: Sequence[str], phrase: ActorPhrase, nouns: Collection[int], phrases: Sequence[ActorPhrase], lexicon: Lexicon
) -> int:
    """Where the noun stands that a body or country names ("in der Hauptstadt Abuja"), or its own first word."""
    at = phrase.first - 1
    is_name = phrase.kind != "person" and not (phrase.is_genitive or phrase.anaphor or phrase.is_plural)
    is_name = is_name and phrase.first in nouns
    if not is_name or at not in nouns or any(other.first <= at < other.last for other in phrases):
        return phrase.first
    is_event = lexicon.nouns.find(lows, at) is not None or lows[at].endswith(lexicon.compound_heads)
    is_time = lows[at] in time_words(lexicon.language)  # "am Dienstag Vertreter der Bauern"
    return phrase.first if is_event or is_time else at


def is_genitive(lows: Sequence[str], start: int, phrase: ActorPhrase, lexicon: Lexicon) -> bool:
    """Whether a feminine or plural with an article right behind an event's noun says whose it is ("Treffen der EU")."""
    is_led = start > 0 and lows[start] in lexicon.groups.get("genitive_articles", frozenset())
    if not is_led or not (lexicon.nouns.find(lows, start - 1) or lows[start - 1].endswith(lexicon.compound_heads)):
        return False
    noun = lows[phrase.first]
    return phrase.is_plural or phrase.gender == "f" or noun.endswith(lexicon.endings("feminine_endings"))
