"""Everybody and everywhere that is known by name, built from records and asked by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from transforms.actors.tokens import fold, name_key, slug
from transforms.actors.trie import PhraseTable
from transforms.records import Actor, Office, Organisation, Place, Tenure

SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM"})
"""Countries whose people write the family name first."""
PARLIAMENTARY = frozenset(
    {
        "AND", "ALB", "ARM", "ATG", "AUS", "AUT", "BEL", "BGD", "BGR", "BHS", "BIH", "BLZ", "BRB", "BTN", "CAN",
        "CZE", "DEU", "DMA", "DNK", "ESP", "EST", "ETH", "FIN", "FJI", "GBR", "GEO", "GRC", "GRD", "HRV", "HUN",
        "IND", "IRL", "IRQ", "ISL", "ISR", "ITA", "JAM", "JPN", "KHM", "KNA", "LBN", "LBY", "LCA", "LSO", "LUX",
        "LVA", "MKD", "MLT", "MNE", "MNG", "MUS", "MYS", "NLD", "NOR", "NPL", "NZL", "PAK", "PNG", "POL", "PRT",
        "SGP", "SLB", "SOM", "SVK", "SVN", "SWE", "THA", "TTO", "VCT", "VUT", "WSM", "XKX"
    }
)  # fmt: skip
"""Countries that their head of government leads abroad."""
CHANCELLORS = frozenset({"AUT", "DEU"})
"""Countries whose head of government is a chancellor."""
_ROMAN = re.compile(r"[ivx]+")
_SURNAME_PARTICLES = frozenset(
    {"de", "von", "van", "der", "al", "el", "ben", "bin", "da", "di", "du", "la", "le", "dos"}
)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names to actors and places, and offices to their holders in time.

    `names` finds actors (persons by full name or alias, organisations, countries) by folded words; `surnames` maps a
    folded last name to person ids; `places` finds places; `capitals` maps a folded capital to its country actor.
    """

    actors: Mapping[str, Actor]
    names: PhraseTable[str]
    surnames: Mapping[str, tuple[str, ...]]
    places: PhraseTable[str]
    places_by_id: Mapping[str, Place]
    organisations: Mapping[str, Organisation]
    offices: Mapping[str, Office]
    offices_of: Mapping[tuple[str, str], str]
    tenures: Mapping[str, tuple[Tenure, ...]]
    tenures_by_actor: Mapping[str, tuple[Tenure, ...]]
    capitals: Mapping[str, str]
    given_names: frozenset[str]

    def office_for(self, kind: str, holder: str | None) -> str | None:
        """The office of a kind in a country (ISO3) or organisation id, or None.

        A state whose head of government has no table of its own falls back to none: unknown stays unknown.
        """
        office_id = self.offices_of.get((kind, holder)) if holder else None
        office = self.offices.get(office_id or "")
        if kind == "head_of_state" and office and "Leader" in office.title:
            return self.offices_of.get(("head_of_government", holder or ""), office_id)
        return office_id

    def leading_kind(self, iso3: str) -> str:
        """The kind of office that "the leader" of a country holds."""
        is_known = ("head_of_government", iso3) in self.offices_of
        return "head_of_government" if iso3 in PARLIAMENTARY and is_known else "head_of_state"

    def serves(self, actor_id: str, kind: str, day: date) -> bool:
        """Whether a person holds any office of a kind on a day."""
        return any(
            tenure.started_on <= day and (tenure.ended_on is None or day < tenure.ended_on)
            for tenure in self.tenures_by_actor.get(actor_id, ())
            if (office := self.offices.get(tenure.office_id)) and office.kind == kind
        )

    def sole_holder(self, kind: str) -> str | None:
        """Whose office it is where only one country or organisation has an office of a kind."""
        holders = {holder for known, holder in self.offices_of if known == kind}
        return next(iter(holders)) if len(holders) == 1 else None

    def holders_between(self, office_id: str, start: date, end: date) -> tuple[str, ...]:
        """All who held an office on any day of an interval, in order of taking it.

        Days past `known_until` of an open tenure are nobody's.
        """
        found: list[str] = []
        for tenure in self.tenures.get(office_id, ()):
            last = tenure.ended_on or tenure.known_until or date.max
            begins_in_time = tenure.started_on <= end
            still_held = last > start if tenure.ended_on else last >= start
            if begins_in_time and still_held and tenure.actor_id not in found:
                found.append(tenure.actor_id)
        return tuple(found)

    def held_by(self, actor_id: str, kind: str | None, holder: str | None) -> bool:
        """Whether a person ever held an office of a kind (any if None) for a country or organisation (any if None)."""
        for tenure in self.tenures_by_actor.get(actor_id, ()):
            office = self.offices.get(tenure.office_id)
            if office is None or (kind is not None and office.kind != kind):
                continue
            if holder is None or holder in (office.country_iso3, office.organisation_id):
                return True
        return False


def country_actor_id(iso3: str) -> str:
    """The id of a country as an actor."""
    return f"cou.{iso3}"


@lru_cache(maxsize=4096)  # a document names the same people again and again
def unknown_actor_id(name: str) -> str:
    """The id of a person known by name only."""
    return f"unk.{slug(name)}"


def _surname(name: str) -> tuple[str, ...]:
    words = name_key(name)
    start = len(words) - 1
    while start > 1 and words[start - 1] in _SURNAME_PARTICLES:
        start -= 1
    return words[start:]


def _country_actors(places: Iterable[Place]) -> Iterator[Actor]:
    for place in places:
        if place.kind == "country" and place.country_iso3:
            yield Actor(country_actor_id(place.country_iso3), place.name, "country", place.country_iso3, place.aliases)


def _organisation_actors(organisations: Iterable[Organisation]) -> Iterator[Actor]:
    for row in organisations:
        yield Actor(row.organisation_id, row.name, "organisation", None, row.aliases)


def _name_entries(actors: Iterable[Actor]) -> Iterator[tuple[tuple[str, ...], str]]:
    rows = list(actors)
    for actor in rows:
        yield name_key(actor.name), actor.actor_id
    for actor in rows:
        for alias in actor.aliases:
            key = name_key(alias)
            if key and (len(key) > 1 or len(key[0]) > 2 or alias.isupper()):
                yield key, actor.actor_id


def _surname_index(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for actor in actors:
        if actor.kind != "person":
            continue
        for name in (actor.name, *actor.aliases):
            words = _surname(name)
            keys = {" ".join(words), words[-1]} if words else set()
            if actor.country_iso3 in SURNAME_FIRST or (len(words) == 1 and _ROMAN.fullmatch(words[0])):
                keys |= {name_key(name)[0]}
            for key in sorted(keys):
                if actor.actor_id not in index.setdefault(key, []):
                    index[key].append(actor.actor_id)
    return {key: tuple(ids) for key, ids in index.items()}


def _given_names(persons: Iterable[Actor]) -> frozenset[str]:
    """First names of all known persons: what makes two capitals in a row a person."""
    firsts = (name_key(name) for person in persons for name in (person.name, *person.aliases))
    return frozenset(key[0] for key in firsts if len(key) > 1 and len(key[0]) > 2)


def _place_entries(places: Sequence[Place]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Names in the order in which they are taken: venues, names of countries, then as the places stand."""
    for place in places:
        if place.kind == "venue":
            yield from ((name_key(name), place.place_id) for name in (place.name, *place.aliases))
    for place in places:
        if place.kind == "country":
            yield name_key(place.name), place.place_id
    for place in places:
        yield from ((name_key(alias), place.place_id) for alias in place.aliases)
    for place in places:
        yield name_key(place.name), place.place_id


def _capitals(places: Sequence[Place]) -> dict[str, str]:
    by_capital = {
        (fold(place.city_name), place.country_iso3): place.country_iso3
        for place in places
        if place.kind == "country" and place.city_name
    }
    found: dict[str, str] = {}
    for place in places:
        if place.kind == "city" and (iso3 := by_capital.get((fold(place.name), place.country_iso3))):
            for name in (place.name, *place.aliases):
                found.setdefault(fold(name), country_actor_id(iso3))
    return found


def _by(tenures: Iterable[Tenure], field: str) -> dict[str, tuple[Tenure, ...]]:
    grouped: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        grouped.setdefault(getattr(tenure, field), []).append(tenure)
    return {key: tuple(sorted(rows, key=lambda row: (row.started_on, row.actor_id))) for key, rows in grouped.items()}


def build_gazetteer(
    actors: Sequence[Actor],
    offices: Sequence[Office],
    tenures: Sequence[Tenure],
    organisations: Sequence[Organisation],
    places: Sequence[Place],
) -> Gazetteer:
    """Index the seed records for look-up; `places` are what `transforms.actors.world.world_places` makes of the venues.

    Persons come from `actors`; organisations and countries become actors of their own (`org.…`, `cou.ISO3`). Where
    two records share a name, persons win over organisations over countries, and earlier records over later ones.
    """
    persons = [actor for actor in actors if actor.kind == "person"]
    others = {actor.actor_id: actor for actor in (*_organisation_actors(organisations), *_country_actors(places))}
    others |= {actor.actor_id: actor for actor in actors if actor.kind != "person" and actor.actor_id not in others}
    everybody = [*persons, *others.values()]
    return Gazetteer(
        actors={actor.actor_id: actor for actor in everybody},
        names=PhraseTable(_name_entries(everybody)),
        surnames=_surname_index(persons),
        places=PhraseTable(_place_entries(places)),
        places_by_id={place.place_id: place for place in places},
        organisations={row.organisation_id: row for row in organisations},
        offices={office.office_id: office for office in offices},
        offices_of={
            (office.kind, holder): office.office_id
            for office in offices
            for holder in (office.country_iso3, office.organisation_id)
            if holder
        },
        tenures=_by(tenures, "office_id"),
        tenures_by_actor=_by(tenures, "actor_id"),
        capitals=_capitals(places),
        given_names=_given_names(persons),
    )
