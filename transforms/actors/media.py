"""Newspapers, stations and their programmes by name: with a medium's noun before or behind it, or known."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.noun_phrases import capitals_end
from transforms.actors.phrases import ActorPhrase, SentenceReader
from transforms.dates.lexicon import time_words

_LONGEST_NAME = 4
_SHORTEST = 2


def read_medium(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A medium that no table knows as such: melted into its article, by its noun, or by the word that closes it."""
    return _after_contraction(reader, at) or _by_noun(reader, at)


def closed_medium(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """Capitals that close with a medium's noun, where modifiers stand before ("Gulf Weekly", "CKLQ Radio")."""
    if reader.known_actor(at) or not reader.words.sets["media_closers"]:
        return None
    end = at
    while end < len(reader.tokens) and end < at + _LONGEST_NAME and _goes_on(reader, end):
        end += 1
        if end >= at + _SHORTEST and reader.is_in("media_closers", end - 1):
            return replace(reader.phrase(at, programme_end(reader, end), "organisation"), is_media=True)
    return None


def programme_end(reader: SentenceReader, at: int) -> int:
    """The end of the programme of a medium that ends before `at` ("BBC Look North", "CNN's World Today"), or `at`."""
    if not reader.words.sets["media_closers"]:
        return at
    end = first = at + (reader.low(at) == "'s")
    while end < len(reader.tokens) and (_goes_on(reader, end) or (end > first and reader.low(end).isdigit())):
        end += 1
    noun = end
    while first > at and noun < min(len(reader.tokens), end + _SHORTEST) and reader.tokens[noun].is_word:
        noun += 1
        if reader.is_in("programmes", noun - 1):
            return noun
    return end if end > first else at


def _goes_on(reader: SentenceReader, at: int) -> bool:
    """Whether a word is a capital of a medium's name: no person's, no day, no function word."""
    token = reader.tokens[at]
    is_person = (
        reader.is_given_name(at) or reader.is_in("honorifics", at) or bool(reader.words.heads.find(reader.lows, at))
    )
    is_other = token.low in time_words(reader.words.language) or token.low in reader.stop_words
    return token.is_word and token.is_capital and not is_person and not is_other


def _after_contraction(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A newspaper whose article melted into the preposition ("au Monde" is "à" and "Le Monde")."""
    article = reader.words.contractions.get(reader.low(at - 1))
    found = reader.gazetteer.names.find([article, *reader.folds[at : at + _LONGEST_NAME]], 0) if article else None
    organisation = reader.gazetteer.organisations.get(found[1]) if found else None
    if found is None or organisation is None or organisation.kind != "media":
        return None
    phrase = reader.phrase(at, at + found[0] - 1, "organisation", organisation.name, found[1])
    return replace(phrase, is_media=True)


def _by_noun(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A newspaper or station by its noun and its name ("Radio Cordillera", "el diario La Voz", "la chaîne France 24").

    One that is known goes by its own name.
    """
    if not reader.is_in("media", at) or at + 1 >= len(reader.tokens):
        return None
    if known := reader.known_actor(at + 1):
        organisation = reader.gazetteer.organisations.get(known[1])
        if organisation is None or organisation.kind != "media":
            return None
        return replace(reader.known_phrase(at, known[0], known[1]), is_media=True)
    has_article = reader.tokens[at + 1].is_capital and reader.is_in("articles", at + 1)
    end = capitals_end(reader, at + 1 + has_article)
    if end == at + 1 + has_article:
        return None
    name = reader.slice(at, end)
    return replace(reader.phrase(at, programme_end(reader, end), "organisation", name), is_media=True)
