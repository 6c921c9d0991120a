"""Models and the gazetteer: loaded when first needed, once a process."""

from __future__ import annotations

from functools import cache

from flows.seeds import load_seeds
from transforms.actors.gazetteer import Gazetteer, build_gazetteer


@cache
def load_gazetteer() -> Gazetteer:
    """Names of actors, offices and places, from the reference tables."""
    seeds = load_seeds()
    return build_gazetteer(seeds.actors, seeds.offices, seeds.tenures, seeds.organisations, seeds.venues)
