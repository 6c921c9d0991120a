"""The title of a speech or an interview: what it was about stands apart, and who asked behind a preposition."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import Token
from transforms.dates.lexicon import time_words
from transforms.events.lexicon import Lexicon
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler
from transforms.events.triggers import Trigger

_OPENING = 4
_YEAR = 4
_LONGEST_TAIL = 12
_LONGEST_NAME = 6
_ASKED = frozenset({"to", "with", "in"})
_QUOTES = frozenset("«»\"“”„")


def topic_apart(tokens: Sequence[Token], lexicon: Lexicon) -> list[Sequence[Token]]:
    """The tokens of a sentence; of the title of a speech those of its topic apart, which takes part in nothing.

    "Interview de M. X, ministre, à Radio Y le 3 mai 2020, sur le dialogue avec Z": the topic opens behind a comma and
    ends before a last clause that tells where and when.
    """
    lows = [token.low for token in tokens]
    if lexicon.groups["speech_titles"].isdisjoint(lows[:_OPENING]) or "about" not in lexicon.tables:
        return [tokens]
    about = lexicon.tables["about"]
    first = next((at for at, low in enumerate(lows) if low == "," and about.find(lows, at + 1)), None)
    if first is None:
        return [tokens]
    last = max((at for at in range(first + 1, len(lows)) if lows[at] == ","), default=len(lows))
    is_dated = any(low.isdigit() and len(low) == _YEAR for low in lows[last:])
    if not is_dated or len(lows) - last > _LONGEST_TAIL:
        last = len(lows)
    return [[*tokens[:first], *tokens[last:]], tokens[first + 1 : last]]


def with_named_medium(sentence: Sentence, trigger: Trigger, fillers: Sequence[Filler]) -> list[Filler]:
    """The parties of an interview that opens a title, with the medium whose name only its place tells.

    That is capitals or quoted words from a preposition to a comma or the day ("à Sud radio le 3 mai").
    """
    if trigger.first >= _OPENING or sentence.lexicon.groups["speech_titles"].isdisjoint(sentence.lows[:_OPENING]):
        return list(fillers)
    speakers = [f for f in fillers if f.role != "interviewer" and _is_somebody(f.phrase)]
    if media := [f for f in fillers if f.role == "interviewer" and f.phrase.is_media]:
        return [*(speakers or (f for f in fillers if f not in media)), *media]
    for at in range(trigger.last, len(sentence.lows)):
        found = sentence.lexicon.prepositions.find(sentence.lows, at)
        if not found or found[1] not in _ASKED or not (at == trigger.last or _is_behind_comma(sentence, at)):
            continue
        if medium := _medium(sentence, found[0]):
            return [*speakers, Filler(medium, "interviewer", False)]
    return list(fillers)


def _is_behind_comma(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.lows[at - 1] == ","


def _is_somebody(phrase: ActorPhrase) -> bool:
    """Whether a phrase is one person, and no nation that an office is for ("aux Français de l'étranger")."""
    return phrase.kind == "person" and not phrase.is_plural and phrase.anaphor != "national"


def _medium(sentence: Sentence, first: int) -> ActorPhrase | None:
    """The name from an index to the next comma or word of time, None where it is a person's, a place's or no name."""
    lows, times = sentence.lows, time_words(sentence.lexicon.language)
    articles = sentence.words.sets["articles"]
    last = first
    while last < len(lows) and lows[last] not in (",", "(", ".", ";") and last - first <= _LONGEST_NAME:
        follows = lows[last + 1 : last + 2]
        if last > first and (lows[last] in times or (lows[last] in articles and follows and follows[0][:1].isdigit())):
            break
        last += 1
    is_quoted = first < len(lows) and lows[first] in _QUOTES and lows[last - 1] in _QUOTES
    first, last = (first + 1, last - 1) if is_quoted else (first, last)
    if not 0 < last - first <= _LONGEST_NAME or not sentence.tokens[first].is_capital:
        return None
    inside = [phrase for phrase in sentence.phrases if phrase.first < last and first < phrase.last]
    is_known = any(phrase.kind == "person" or (phrase.first, phrase.last) == (first, last) for phrase in inside)
    is_alone = last - first == 1 and not sentence.tokens[first].text.isupper()
    if is_known or (is_alone and not is_quoted):
        return None
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    name = sentence.text[start:end]
    return ActorPhrase(first, last, start, end, name, "organisation", name, is_media=True)
