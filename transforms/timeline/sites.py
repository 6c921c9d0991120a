"""Where: how two places agree, from venue to country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from transforms.records import Mention, Place
from transforms.timeline.parties import fold_name

Agreement = Literal["same_venue", "same_city", "same_country", "other_city", "other_country", "unknown"]
_CONTRADICTIONS = frozenset({"other_city", "other_country"})
_FINENESS = {"venue": 0, "city": 1, "region": 2, "country": 3}


def find_place(mention: Mention, places: Mapping[str, Place]) -> Place | None:
    """The place of a mention, if it is known to the table of places."""
    return places.get(mention.place_id) if mention.place_id else None


def city_of(place: Place) -> str | None:
    """Folded name of the town a place lies in, None for regions and countries."""
    if place.kind == "city":
        return fold_name(place.city_name or place.name)
    return fold_name(place.city_name) if place.kind == "venue" and place.city_name else None


def compare_places(one: Place | None, other: Place | None) -> Agreement:
    """The finest level on which two places agree, or the coarsest on which they differ."""
    if one is None or other is None:
        return "unknown"
    if one.place_id == other.place_id:
        return "same_venue" if one.kind == "venue" else "same_city" if one.kind == "city" else "same_country"
    if one.country_iso3 and other.country_iso3 and one.country_iso3 != other.country_iso3:
        return "other_country"
    town, other_town = city_of(one), city_of(other)
    if town and other_town:
        return "same_city" if town == other_town else "other_city"
    is_known = one.country_iso3 is not None and one.country_iso3 == other.country_iso3
    return "same_country" if is_known else "unknown"


def finest_place(places: Iterable[Place]) -> Place | None:
    """The place that fewest contradict; among those the finest (venue before city before country), then most told."""
    votes: dict[str, int] = {}
    known: dict[str, Place] = {}
    for place in places:
        votes[place.place_id] = votes.get(place.place_id, 0) + 1
        known[place.place_id] = place

    def rank(place: Place) -> tuple[int, int, int, str]:
        against = sum(n for other, n in votes.items() if compare_places(place, known[other]) in _CONTRADICTIONS)
        return (against, _FINENESS[place.kind], -votes[place.place_id], place.place_id)

    return min(known.values(), key=rank, default=None)


def place_of_all(mentions: Iterable[Mention], places: Mapping[str, Place]) -> Place | None:
    """The place that mentions of one event tell together."""
    return finest_place(place for mention in mentions if (place := find_place(mention, places)))


def site_key(place: Place | None) -> str | None:
    """A key that two places of one town share; None where no town is known."""
    town = city_of(place) if place else None
    return f"{place.country_iso3 or ''}:{town}" if place and town else None
