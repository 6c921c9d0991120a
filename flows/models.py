"""The gazetteer and lists of words: loaded when first needed, once a process."""

from __future__ import annotations

from functools import cache

import spacy

from flows.seed_tables import load_seeds
from transforms.actors.gazetteer import Gazetteer, build_gazetteer
from transforms.actors.world import world_places
from transforms.languages.load import LANGUAGES


@cache
def load_gazetteer() -> Gazetteer:
    """Names of actors, offices and places, from the reference tables and the world's countries and cities."""
    seeds = load_seeds()
    places = [*seeds.venues, *world_places()]
    return build_gazetteer(seeds.actors, seeds.offices, seeds.tenures, seeds.organisations, places)


@cache
def load_stop_words(language: str) -> frozenset[str]:
    """The words of a language that begin no name, as spaCy lists them; none where chronofil has no words of its own."""
    if language not in LANGUAGES:
        return frozenset()
    return frozenset(spacy.blank(language).Defaults.stop_words)
