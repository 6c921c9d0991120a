"""The working warehouse: opened by one process, changed in whole transactions.

A stage asks which documents are stale, takes them out as Parquet batches and puts results back; each batch of results
replaces what was known of its documents in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import duckdb

from warehouse.batches import arrow_table, write_batch
from warehouse.folder import DataFolder
from warehouse.tables import TABLES, Table
from warehouse.tables.declaration import quote_name

# Tables made from others: where their declaration changes, they are emptied and every document is stale again.
DERIVED = ("documents", "document_regions", "normalized_mentions", "normalized_participants", "date_expressions",
           "event_mentions", "mention_participants", "mention_keys", "events", "event_participants", "event_aliases",
           "event_history")


class Warehouse:
    """One open working warehouse. Times are UTC; every value goes in as a parameter."""

    def __init__(self, folder: DataFolder, connection: duckdb.DuckDBPyConnection) -> None:
        """Use `Warehouse.open` instead: it also makes the tables."""
        self.folder = folder
        self.connection = connection

    @classmethod
    @contextmanager
    def open(cls, folder: DataFolder) -> Iterator[Self]:
        """Open the folder's warehouse, making or remaking tables whose declaration is new.

        Raises:
            duckdb.IOException: another process has the file open (hold `folder.locked` first).
        """
        folder.root.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(folder.warehouse)) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            warehouse = cls(folder, connection)
            with warehouse.transaction():
                warehouse._make_tables()
            yield warehouse

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: rolled back where the block raises."""
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query as dictionaries; parameters by position or by name."""
        result = self.connection.execute(sql, parameters)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The single value of a query, or None where it has no row."""
        rows = self.connection.execute(sql, parameters).fetchall()
        return rows[0][0] if rows else None

    def insert(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows of the declared shape to a table."""
        incoming = arrow_table(TABLES[name], rows)
        if incoming.num_rows:
            self._insert_from(name, "SELECT * FROM incoming", incoming=incoming)

    def delete_where(self, name: str, column: str, values: Iterable[str]) -> None:
        """Remove the rows whose column has one of the values."""
        self.connection.execute(
            f"DELETE FROM {quote_name(name)} WHERE {quote_name(column)} IN (SELECT unnest(?))", [list(values)]
        )

    def replace_all(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Put new rows in the place of all rows of a table."""
        self.connection.execute(f"DELETE FROM {quote_name(name)}")
        self.insert(name, rows)

    def replace_documents(self, document_ids: Sequence[str], batch: Path, tables: Sequence[str]) -> None:
        """Put a batch's rows in the place of all that these tables hold of these documents (inside a transaction)."""
        for name in tables:
            self.delete_where(name, "document_id", document_ids)
            self.insert_batch(name, batch)

    def insert_batch(self, name: str, batch: Path) -> None:
        """Add a batch's rows to a table."""
        self._insert_from(name, "SELECT * FROM read_parquet(?)", parameters=[str(batch / f"{name}.parquet")])

    def export_batch(self, folder: Path, document_ids: Sequence[str], tables: Sequence[str]) -> Path:
        """Write what these tables hold of these documents as one batch, in key order."""
        where = "WHERE document_id IN (SELECT unnest(?))"
        return write_batch(folder, {name: self.table_rows(name, where, [list(document_ids)]) for name in tables})

    def table_rows(self, name: str, where: str, parameters: Sequence[Any]) -> list[dict[str, Any]]:
        """Some rows of a table in key order, local times as ISO strings (the form they have in records)."""
        table = TABLES[name]
        order = ", ".join(map(quote_name, table.key))
        rows = self.rows(f"SELECT * FROM {quote_name(name)} {where} ORDER BY {order}", parameters)
        return [isoformat_local_times(table, row) for row in rows]

    def export_latest(self, folder: Path, document_ids: Sequence[str]) -> Path:
        """Write the latest version of these documents, as received, as one batch in key order."""
        rows = self.rows(
            "SELECT * FROM raw_documents WHERE document_id IN (SELECT unnest(?))"
            " QUALIFY version = max(version) OVER (PARTITION BY document_id) ORDER BY document_id",
            [list(document_ids)],
        )
        return write_batch(folder, {"raw_documents": rows})

    def fingerprint(self, name: str) -> str | None:
        """The recorded fingerprint of a whole-warehouse result."""
        fingerprint: str | None = self.value("SELECT fingerprint FROM fingerprints WHERE name = ?", [name])
        return fingerprint

    def set_fingerprint(self, name: str, fingerprint: str) -> None:
        """Record what a whole-warehouse result came from."""
        self.connection.execute("INSERT OR REPLACE INTO fingerprints VALUES (?, ?)", [name, fingerprint])

    def _insert_from(self, name: str, select: str, *, incoming: Any = None, parameters: Sequence[Any] = ()) -> None:
        if incoming is not None:
            self.connection.register("incoming", incoming)
        self.connection.execute(f"INSERT INTO {quote_name(name)} BY NAME {select}", list(parameters))
        if incoming is not None:
            self.connection.unregister("incoming")

    def _make_tables(self) -> None:
        known = {row["table_name"] for row in self.rows("SELECT table_name FROM duckdb_tables()")}
        for table in TABLES.values():
            if table.kind == "batch":
                continue
            layout = "\n".join(table.create_statements())
            if table.name in known and self.fingerprint(f"layout:{table.name}") == layout:
                continue
            if table.name in known:
                self._remake(table)
            else:
                self._create(table)
            self.set_fingerprint(f"layout:{table.name}", layout)

    def _create(self, table: Table) -> None:
        for statement in table.create_statements():
            self.connection.execute(statement)

    def _remake(self, table: Table) -> None:
        """Give a table its new layout: derived rows are made again by their stage, others are carried over by name."""
        if table.name in DERIVED:
            self.connection.execute(f"DROP TABLE {quote_name(table.name)}")
            self._create(table)
            self.connection.execute("DELETE FROM document_stages")
            return
        old = self.connection.sql(f"SELECT * FROM {quote_name(table.name)}").to_arrow_table()
        shared = [column.name for column in table.columns if column.name in old.column_names]
        self.connection.execute(f"DROP TABLE {quote_name(table.name)}")
        self._create(table)
        self._insert_from(table.name, "SELECT * FROM incoming", incoming=old.select(shared))


def isoformat_local_times(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The row with its local wall times as ISO strings, the form they have in records."""
    for column in table.columns:
        if column.type == "local_time" and row[column.name] is not None:
            row[column.name] = row[column.name].isoformat(timespec="minutes")
    return row
