"""The reference tables of a release: the seeds, and the actors and places that documents name besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.gazetteer import load_gazetteer
from flows.seed_tables import load_seeds
from warehouse.rows import record_row
from warehouse.store import Warehouse
from warehouse.tables import TABLES


def replace_reference(warehouse: Warehouse, fingerprint: str, *, is_changed: bool) -> None:
    """Rewrite the reference tables where documents changed or the seeds themselves did."""
    if not is_changed and warehouse.fingerprint("reference") == fingerprint:
        return
    rows = load_seeds().rows
    with warehouse.transaction():
        for name in ("offices", "tenures", "organisations", "event_types"):
            warehouse.replace_all(name, (_declared(name, row) for row in rows[name]))
        warehouse.replace_all("actors", _actors(warehouse))
        warehouse.replace_all("places", _places(warehouse))
        warehouse.set_fingerprint("reference", fingerprint)


def _declared(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """A seed row with the table's columns; what seeds call confidence is a grade, not a number."""
    graded = row | {"confidence_code": row.get("confidence")}
    return {column.name: graded.get(column.name) for column in TABLES[name].columns}


def _actors(warehouse: Warehouse) -> Iterator[dict[str, Any]]:
    """Everybody the seeds know, then whoever else takes part in a mention (by the name most often given)."""
    seeds = load_seeds()
    for row in seeds.rows["actors"]:
        yield _declared("actors", row)
    known = {actor.actor_id for actor in seeds.actors}
    gazetteer = load_gazetteer()
    named = warehouse.rows("""
        SELECT
            actor_id, kind, mode(name ORDER BY name) AS name,
            mode(country_iso3 ORDER BY country_iso3) AS country_iso3
        FROM mention_participants WHERE actor_id IS NOT NULL GROUP BY actor_id, kind
        QUALIFY row_number() OVER (PARTITION BY actor_id ORDER BY count(*) DESC, kind) = 1 ORDER BY actor_id""")
    for row in named:
        if row["actor_id"] in known:
            continue
        actor = gazetteer.actors.get(row["actor_id"])
        described = record_row(actor, source="Unicode CLDR", confidence_code="high") if actor else row | {
            "aliases": [], "source": "the documents", "confidence_code": "low"}
        yield described


def _places(warehouse: Warehouse) -> Iterator[dict[str, Any]]:
    used = warehouse.rows("""
        SELECT place_id FROM event_mentions WHERE place_id IS NOT NULL
        UNION SELECT place_id FROM events WHERE place_id IS NOT NULL
        UNION SELECT seat_place_id FROM organisations WHERE seat_place_id IS NOT NULL ORDER BY ALL""")
    places = load_gazetteer().places_by_id
    for row in used:
        place = places[row["place_id"]]
        yield {column.name: getattr(place, column.name) for column in TABLES["places"].columns}
