"""The sample documents and what is expected of them agree with each other."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections import defaultdict
from datetime import date
from html import unescape
from importlib import resources
from typing import Any, get_args

import pytest
from babel import Locale

from transforms.records import PublishedBasis, Status

DOCUMENTS = resources.files("seeds") / "documents"
EVENT_KEYS = {
    "type", "alt_types", "status", "required", "date_start", "date_end", "tolerance_days", "participants",
    "optional_participants", "place", "sentence", "group",
}  # fmt: skip
OUTSIDE_THE_TABLES = {
    "Charles de Gaulle", "Konrad Adenauer", "Hélène Marsan", "Pavel Dorn", "Viktor Aldane", "Inès Calmont", "Valmière",
    "La Voix du Littoral",
}  # fmt: skip


def readable(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", markup))


def bodies() -> dict[str, str]:
    found = {}
    for entry in DOCUMENTS.iterdir():
        if not entry.is_file():
            continue
        text = entry.read_text(encoding="utf-8")
        if entry.name.endswith(".jsonl"):
            for line in text.splitlines():
                document = json.loads(line)
                found[document["id"]] = document.get("text") or readable(document["html"])
        else:
            found[entry.name.rsplit(".", 1)[0]] = readable(text) if entry.name.endswith(".html") else text
    return found


def expectations() -> dict[str, dict[str, Any]]:
    folder = DOCUMENTS / "expected"
    return {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }


def column(table: str, name: str) -> set[str]:
    text = (resources.files("seeds") / f"{table}.csv").read_text(encoding="utf-8")
    return {row[name] for row in csv.DictReader(text.splitlines())}


BODIES = bodies()
EXPECTED = expectations()


def test_every_document_has_its_expectation() -> None:
    assert set(BODIES) == set(EXPECTED)
    assert sum(e["language"] == "fr" for e in EXPECTED.values()) >= 8
    assert sum(e["language"] == "en" for e in EXPECTED.values()) >= 4


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_expectation_is_well_formed(name: str) -> None:
    expected = EXPECTED[name]
    types = column("event_types", "event_type")
    assert expected.keys() <= {"published_on", "published_basis", "language", "event"}
    assert expected["published_basis"] in get_args(PublishedBasis)
    assert ("published_on" in expected) == (expected["published_basis"] != "none")
    for event in expected["event"]:
        assert event.keys() <= EVENT_KEYS, event
        assert {event["type"], *event.get("alt_types", ())} <= types, event
        assert event["status"] in get_args(Status), event
        assert isinstance(event["required"], bool), event
        assert ("date_start" in event) == ("date_end" in event), event
        if "date_start" in event:
            assert isinstance(event["date_start"], date), event
            assert event["date_start"] <= event["date_end"], event


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sentences_stand_in_the_document(name: str) -> None:
    for event in EXPECTED[name]["event"]:
        assert event["sentence"] in BODIES[name], event["sentence"]


def test_participants_are_canonical_names() -> None:
    known = column("actors", "name") | column("organisations", "name") | set(Locale("en").territories.values())
    known |= OUTSIDE_THE_TABLES | {"Turkey"}
    named = {
        participant
        for expected in EXPECTED.values()
        for event in expected["event"]
        for participant in [*event["participants"], *event.get("optional_participants", ())]
    }
    assert named - known == set()


def test_a_group_is_one_event_of_several_documents() -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    spans: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for name, expected in EXPECTED.items():
        for event in expected["event"]:
            if "group" in event:
                groups[event["group"]].add(name)
                spans[event["group"]].append((event["date_start"], event["date_end"]))
    for group, names in groups.items():
        assert len(names) > 1, group
        assert max(start for start, _ in spans[group]) <= min(end for _, end in spans[group]), group
    assert len(groups["biden-putin-geneva-2021"]) == 3
