"""The gazetteer: built when first needed, once a process."""

from __future__ import annotations

import gc
from functools import cache

from flows.seed_tables import load_seeds
from transforms.actors.gazetteer import Gazetteer, build_gazetteer
from transforms.actors.world import world_places

_YOUNG = 20_000
"""Objects made before garbage is looked for: what reading a document makes is freed without that."""


@cache
def load_gazetteer() -> Gazetteer:
    """Names of actors, offices and places, from the reference tables and the world's countries and cities."""
    gc.disable()  # nothing of it is garbage; looking for some takes a third of the time
    seeds = load_seeds()
    places = world_places(seeds.venues)
    gazetteer = build_gazetteer(seeds.actors, seeds.offices, seeds.tenures, seeds.organisations, places)
    gc.freeze()  # it lives as long as the process: looking through it takes a quarter of a second each time
    gc.set_threshold(_YOUNG)  # Python's 700 cost a twentieth of all reading
    gc.enable()
    return gazetteer
