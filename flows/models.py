"""Models and the gazetteer: loaded when first needed, once a process."""

from __future__ import annotations

from functools import cache

import spacy

from flows.seed_tables import load_seeds
from transforms.actors.gazetteer import Gazetteer, build_gazetteer
from transforms.actors.world import world_places
from transforms.events.pipelines import Pipelines, make_pipelines, pipeline_spec
from transforms.languages.load import LANGUAGES


@cache
def load_gazetteer() -> Gazetteer:
    """Names of actors, offices and places, from the reference tables and the world's countries and cities."""
    seeds = load_seeds()
    places = [*seeds.venues, *world_places()]
    return build_gazetteer(seeds.actors, seeds.offices, seeds.tenures, seeds.organisations, places)


@cache
def load_pipelines(language: str) -> Pipelines:
    """The pipeline of one language; none for a language that chronofil has no words of."""
    if language not in LANGUAGES:
        return make_pipelines({})
    spec = pipeline_spec(language)
    loaded = spacy.load(spec.package, exclude=list(spec.exclude)) if spec.package else spacy.blank(language)
    return make_pipelines({language: loaded})
