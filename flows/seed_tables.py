"""Reference tables as records: read from the CSV files of seeds/ once and passed on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, TypeVar, cast

from transforms.records import Actor, EventType, Office, Organisation, Place, Tenure

R = TypeVar("R")


class SeedError(ValueError):
    """A reference table that cannot be used, with file, line and reason."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """All reference tables, in the order of their files; `rows` keeps every column of each for publication."""

    actors: tuple[Actor, ...]
    offices: tuple[Office, ...]
    tenures: tuple[Tenure, ...]
    organisations: tuple[Organisation, ...]
    venues: tuple[Place, ...]
    event_types: tuple[EventType, ...]
    rows: dict[str, list[dict[str, Any]]]


@cache
def load_seeds() -> Seeds:
    """Read every table.

    Raises:
        SeedError: a value that its column cannot hold.
    """
    rows = {name: list(_read(f"{name}.csv")) for name in
            ("actors", "offices", "tenures", "organisations", "venues", "event_types")}
    return Seeds(
        tuple(_records(Actor, rows["actors"])),
        tuple(_records(Office, rows["offices"])),
        tuple(_records(Tenure, rows["tenures"])),
        tuple(_records(Organisation, rows["organisations"])),
        tuple(_records(Place, rows["venues"])),
        tuple(_records(EventType, rows["event_types"])),
        rows,
    )


_LISTS = {"aliases", "seat_names"}
_DAYS = {"started_on", "ended_on", "known_until"}
_NUMBERS = {"latitude", "longitude"}


def _read(name: str) -> Iterator[dict[str, Any]]:
    text = (resources.files("seeds") / name).read_text(encoding="utf-8")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        try:
            yield {column: _value(column, value) for column, value in row.items()}
        except ValueError as error:
            raise SeedError(f"seeds/{name}, line {reader.line_num}: {error}") from error


def _value(column: str, text: str) -> Any:
    readers: dict[str, Callable[[str], Any]] = dict.fromkeys(_DAYS, date.fromisoformat) | dict.fromkeys(_NUMBERS, float)
    if column in _LISTS:
        return tuple(part for part in text.split("|") if part)
    if column.startswith("is_"):
        return text == "true"
    if not text:
        return None
    return readers.get(column, str)(text)


def _records(kind: type[R], rows: list[dict[str, Any]]) -> Iterator[R]:
    names = {field.name for field in fields(cast(Any, kind))}
    for row in rows:
        yield kind(**{name: value for name, value in row.items() if name in names})
