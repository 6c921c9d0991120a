"""Batches of rows as Parquet files: how documents travel between tasks.

A batch is a folder with one Parquet file a table. Only paths travel; the schema is the table's declaration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.tables import TABLES, Table

ROW_GROUP_ROWS = 50_000


def arrow_table(table: Table, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows as an Arrow table with the declared schema; ISO strings become local times.

    Raises:
        ValueError: a row lacks a required value; Arrow's own errors where a value has the wrong type.
    """
    schema = table.arrow_schema()
    columns: list[list[Any]] = [[] for _ in table.columns]
    names = [column.name for column in table.columns]
    for row in rows:
        for values, name in zip(columns, names, strict=True):
            values.append(row[name])
    arrays = [
        pa.array(values, pa.string()).cast(field.type) if column.type == "local_time" else pa.array(values, field.type)
        for values, column, field in zip(columns, table.columns, schema, strict=True)
    ]
    for array, field in zip(arrays, schema, strict=True):
        if not field.nullable and array.null_count:
            raise ValueError(f"{table.name}.{field.name} is required but {array.null_count} rows lack it")
    return pa.Table.from_arrays(arrays, schema=schema)


def valid_rows(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of one document, held to the declarations before they join a batch.

    Raises:
        ValueError: the first rule that a row breaks.
    """
    for name, rows in tables.items():
        table = TABLES[name]
        for row in rows:
            table.require_valid(row)
        keys = {tuple(row[column] for column in table.key) for row in rows}
        if table.key and len(keys) < len(rows):
            raise ValueError(f"{name}: two rows with the same {', '.join(table.key)}")
    return tables


def write_batch(folder: Path, tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> Path:
    """Write one Parquet file a table into `folder` and give the folder back."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        write_parquet(arrow_table(TABLES[name], rows), folder / f"{name}.parquet")
    return folder


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write a Parquet file whose bytes depend on the rows and schema only (zstd; no clock inside)."""
    pq.write_table(table, path, compression="zstd", row_group_size=ROW_GROUP_ROWS, store_schema=True)


def read_batch(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of one table of a batch; local times come back as ISO strings to the minute."""
    table = TABLES[name]
    local_times = [column.name for column in table.columns if column.type == "local_time"]
    with pq.ParquetFile(folder / f"{name}.parquet") as file:
        for group in file.iter_batches():
            for row in group.to_pylist():
                for column in local_times:
                    if row[column] is not None:
                        row[column] = row[column].isoformat(timespec="minutes")
                yield row
