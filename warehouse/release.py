"""Releases: what users read. Built aside, named by the hash of its rows, then switched in one step.

The Parquet files are the same bytes for the same data. DuckDB's file layout is not deterministic, so `events.duckdb` is
held to the same hash of key-sorted rows that the manifest gives.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb

from warehouse.batches import arrow_table, write_parquet
from warehouse.folder import DataFolder, replace_file
from warehouse.store import Warehouse, isoformat_local_times
from warehouse.tables import PUBLISHED_TABLES, Table
from warehouse.tables.declaration import quote_name, quote_text

# The oldest DuckDB whose readers the release is made for; DuckDB-WASM reads it too.
STORAGE_VERSION = "v1.2.0"
VERSION_DIGITS = 12
ROWS_AT_A_TIME = 10_000

# How a table's rows are cut where the source does not allow its text to be shown.
_SHOWN: Mapping[str, str] = {
    "documents": "SELECT d.* REPLACE (CASE WHEN s.publish_text = 'full' THEN d.text END AS text)"
                 " FROM documents d JOIN sources s USING (source_id)",
    "event_mentions": "SELECT m.* REPLACE (CASE WHEN s.publish_text = 'none' THEN '' ELSE m.sentence_text END AS"
                      " sentence_text) FROM event_mentions m JOIN documents d USING (document_id)"
                      " JOIN sources s USING (source_id)",
}


@dataclass(frozen=True, slots=True)
class Release:
    """A published version of the data."""

    version: str
    path: Path
    is_new: bool


class ReleaseDamagedError(Exception):
    """The DuckDB file of a release does not hold the rows of its manifest."""


def make_release(warehouse: Warehouse) -> Release:
    """Publish the warehouse: build a release aside and make it `stable`; the same data make no new release.

    Raises:
        ReleaseDamagedError: the DuckDB file holds other rows than the Parquet files (nothing is switched).
        OSError: the folder cannot be written.
    """
    folder = warehouse.folder
    building = folder.releases / ".building"
    shutil.rmtree(building, ignore_errors=True)
    (building / "parquet").mkdir(parents=True)
    tables = {table.name: _write_table(warehouse, table.released(), building) for table in PUBLISHED_TABLES}
    version = _version(tables)
    target = folder.releases / version
    if target.exists():
        shutil.rmtree(building)
    else:
        _write_duckdb(building, tables)
        manifest = {"version": version, "storage_version": STORAGE_VERSION, "tables": tables}
        replace_file(building / "manifest.json", _json_bytes(manifest))
        replace_file(building / "datapackage.json", _json_bytes(_data_package(version, tables)))
        building.rename(target)
    is_new = current_version(folder) != version
    if is_new:
        _switch(folder, version)
    return Release(version, target, is_new)


def current_version(folder: DataFolder) -> str | None:
    """Version of the release that `stable` points to, or None before the first."""
    return folder.stable.readlink().name if folder.stable.is_symlink() else None


def _write_table(warehouse: Warehouse, table: Table, building: Path) -> dict[str, Any]:
    columns = ", ".join(quote_name(column.name) for column in table.columns)
    order = ", ".join(quote_name(name) for name in table.key)
    shown = _SHOWN.get(table.name, f"SELECT * FROM {quote_name(table.name)}")
    rows = warehouse.rows(f"SELECT {columns} FROM ({shown}) ORDER BY {order}")
    path = building / "parquet" / f"{table.name}.parquet"
    write_parquet(arrow_table(table, (isoformat_local_times(table, row) for row in rows)), path)
    with duckdb.connect() as connection:
        digest = _rows_hash(connection, f"read_parquet({quote_text(str(path))})", table)
    return {
        "path": f"parquet/{table.name}.parquet", "rows": len(rows), "rows_sha256": digest,
        "parquet_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "layout_sha256": hashlib.sha256(json.dumps(table.data_resource()).encode()).hexdigest(),
    }


def _rows_hash(connection: duckdb.DuckDBPyConnection, relation: str, table: Table) -> str:
    """SHA-256 over the key-sorted rows, each as one line of JSON."""
    connection.execute("SET TimeZone = 'UTC'")
    order = ", ".join(quote_name(name) for name in table.key)
    result = connection.execute(f"SELECT to_json(t)::VARCHAR FROM {relation} t ORDER BY {order}")
    digest = hashlib.sha256()
    while rows := result.fetchmany(ROWS_AT_A_TIME):
        for (line,) in rows:
            digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def _version(tables: Mapping[str, Mapping[str, Any]]) -> str:
    digest = hashlib.sha256()
    for name in sorted(tables):
        digest.update(f"{name} {tables[name]['rows_sha256']} {tables[name]['layout_sha256']}\n".encode())
    digest.update(json.dumps(view_statements()).encode())
    return digest.hexdigest()[:VERSION_DIGITS]


def view_statements() -> dict[str, str]:
    """The SQL of every view and macro of a release, by file name."""
    files = sorted(resources.files("warehouse.views").iterdir(), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in files if file.name.endswith(".sql")}


def _write_duckdb(building: Path, tables: Mapping[str, Mapping[str, Any]]) -> None:
    path = building / "events.duckdb"
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {quote_text(str(path))} AS events (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("USE events")
        for table in PUBLISHED_TABLES:
            for statement in table.released().create_statements():
                connection.execute(statement)
            source = building / tables[table.name]["path"]
            connection.execute(
                f"INSERT INTO {quote_name(table.name)} BY NAME SELECT * FROM read_parquet(?)", [str(source)]
            )
        for statement in view_statements().values():
            connection.execute(statement)
        connection.execute("USE memory")
        connection.execute("DETACH events")
    with duckdb.connect(str(path), read_only=True) as connection:
        for table in PUBLISHED_TABLES:
            if _rows_hash(connection, quote_name(table.name), table.released()) != tables[table.name]["rows_sha256"]:
                raise ReleaseDamagedError(f"events.duckdb holds other rows of {table.name} than its Parquet file")


def _data_package(version: str, tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "name": "chronofil",
        "version": version,
        "description": "A dated, deduplicated, sourced timeline of events from news articles and press releases.",
        "resources": [
            table.released().data_resource()
            | {"path": tables[table.name]["path"], "format": "parquet",
               "hash": f"sha256:{tables[table.name]['parquet_sha256']}"}
            for table in PUBLISHED_TABLES
        ],
    }


def _json_bytes(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _switch(folder: DataFolder, version: str) -> None:
    link = folder.root / ".stable.new"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("releases") / version)
    link.replace(folder.stable)


def read_release(folder: DataFolder, read: Callable[[duckdb.DuckDBPyConnection], Any]) -> Any:
    """Run a reading function on the current release, read-only.

    Raises:
        FileNotFoundError: nothing has been published yet.
    """
    if current_version(folder) is None:
        raise FileNotFoundError(f"no release in {folder.root}; `chronofil run --data {folder.root}` makes one")
    path = (folder.stable / "events.duckdb").resolve()
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        return read(connection)
