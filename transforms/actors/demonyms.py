"""Demonyms that two countries share ("congolais"): read as of the one that the document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import Token
from transforms.actors.words import TitleWords


def with_demonyms_told(words: TitleWords, sentences: Sequence[Sequence[Token]], gazetteer: Gazetteer) -> TitleWords:
    """Title words whose shared demonyms mean the country that a document tells most of by names and capitals.

    Args:
        words: title words of the document's language.
        sentences: the tokens of the document's sentences.
        gazetteer: names, offices and places.
    """
    known = words.shared_demonyms
    shared = {token.low for tokens in sentences for token in tokens if token.low in known}
    if not shared:
        return words
    demonyms = dict(words.demonyms)
    for low in sorted(shared):
        countries = (demonyms[low], *words.shared_demonyms[low])
        told = Counter(_countries_told(sentences, countries, gazetteer))
        demonyms[low] = max(countries, key=lambda iso3: (told[iso3], iso3 == countries[0]))
    return replace(words, demonyms=demonyms)


def _countries_told(
    sentences: Sequence[Sequence[Token]], countries: Collection[str], gazetteer: Gazetteer
) -> Iterator[str]:
    """The country of each name of a person, country or capital that is of one of some countries."""
    for tokens in sentences:
        folds = [token.fold for token in tokens]
        for at, token in enumerate(tokens):
            if not token.is_capital:
                continue
            found = gazetteer.names.find(folds, at)
            known = (found[1],) if found else gazetteer.surnames.get(token.fold, ())
            capital = gazetteer.capitals.get(token.fold)
            homes = {gazetteer.actors[actor].country_iso3 for actor in (*known, *((capital,) if capital else ()))}
            yield from (home for home in homes if home and home in countries)
