"""Runs of capitals that no reader took for an actor or a place: names that a judgement may make parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.dates.lexicon import time_words
from transforms.events.groups import Group
from transforms.events.leads import preposition_before
from transforms.events.sentence import Sentence
from transforms.events.unknown_places import PlaceReading

_LONGEST = 6
_PERSON = range(2, 4)


def unread_names(sentence: Sentence, places: Sequence[PlaceReading]) -> list[Group]:
    """Each run of capitals that is free, as a group of its own, with the preposition that leads it.

    Nothing in a sentence of capitals only.
    """
    taken = {at for phrase in sentence.phrases for at in range(phrase.first, phrase.last)}
    taken |= {at for trigger in sentence.triggers for at in range(trigger.first, trigger.last)}
    taken |= {at for place in places for at in range(place.first, place.last) if place.place_id}
    if all(token.is_capital for token in sentence.tokens if token.is_word):
        return []
    found: list[Group] = []
    for first, last in _runs(sentence, taken):
        preposition, start = preposition_before(sentence.lows, first, sentence.lexicon, sentence.words)
        begin, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        text = sentence.text[begin:end]
        is_bare = first == 0 or sentence.lows[first - 1] not in sentence.words.sets["articles"]
        is_person = is_bare and last - first in _PERSON and not sentence.words.nouns_are_capital and text.istitle()
        phrase = ActorPhrase(first, last, begin, end, text, "person" if is_person else "organisation", text)
        found.append(Group(start, last, preposition, (phrase,)))
    return found


def _runs(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Where runs begin and end; "of" and particles inside hold one together."""
    links = sentence.lexicon.groups["of"] | sentence.words.sets["particles"] | {"&"}
    first = -1
    for at in range(len(sentence.tokens) + 1):
        is_free = at < len(sentence.tokens) and at not in taken
        if is_free and _can_open(sentence, at):
            first = at if first < 0 else first
        elif first >= 0 and not (is_free and sentence.lows[at] in links and _can_open(sentence, at + 1)):
            if at - first <= _LONGEST:
                yield first, at
            first = -1


def _can_open(sentence: Sentence, at: int) -> bool:
    """Whether a capital may be of a name: no function word, no word of time."""
    if at >= len(sentence.tokens) or not sentence.tokens[at].is_capital:
        return False
    low, sets, lexicon = sentence.lows[at], sentence.words.sets, sentence.lexicon
    if low in sets["stop_words"] or low in sets["articles"] or low in time_words(lexicon.language):
        return False
    is_listed = low in lexicon.prepositions.first_words or low in lexicon.groups["coordinators"]
    is_listed = is_listed or low in lexicon.groups["relatives"] or low in sets["honorifics"]
    return not is_listed and not any(low in words for words in lexicon.auxiliaries.values())
