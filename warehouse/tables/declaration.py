"""What a table is: the one place a column is declared, and all that is derived from it.

DDL, comments, Arrow schema, Parquet field metadata, data dictionary and datapackage.json are made from here; a column
without a description does not build.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

ColumnType = Literal[
    "text", "integer", "number", "boolean", "day", "instant", "local_time", "text_list"
]

DUCKDB_TYPES: Mapping[ColumnType, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "day": "DATE",
    "instant": "TIMESTAMP WITH TIME ZONE",
    "local_time": "TIMESTAMP",
    "text_list": "VARCHAR[]",
}
ARROW_TYPES: Mapping[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "day": pa.date32(),
    "instant": pa.timestamp("us", tz="UTC"),
    "local_time": pa.timestamp("us"),
    "text_list": pa.list_(pa.string()),
}
# Names of the Table Schema standard (https://specs.frictionlessdata.io/table-schema/), used by datapackage.json.
FRICTIONLESS_TYPES: Mapping[ColumnType, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "day": "date",
    "instant": "datetime",
    "local_time": "datetime",
    "text_list": "list",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, and what a reader may conclude from a value.

    `codes` lists the allowed values with their meaning; `refers_to` names the `table.column` a value must be found in
    (checked by query, as DuckDB's foreign keys forbid delete-and-insert); `is_published` False keeps a working
    column out of releases.
    """

    name: str
    type: ColumnType
    description: str
    is_required: bool = False
    codes: Mapping[str, str] | None = None
    refers_to: str | None = None
    is_published: bool = True

    def __post_init__(self) -> None:
        """Refuse a column that says nothing of itself."""
        if len(self.description.split()) < 2:
            raise ValueError(f"column {self.name!r} needs a description of what its values mean")

    @property
    def full_description(self) -> str:
        """The description with the meaning of each code, for comments and dictionaries."""
        if not self.codes:
            return self.description
        return f"{self.description} Codes: " + "; ".join(f"{c} = {m}" for c, m in self.codes.items()) + "."


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, key and kind.

    Kinds: `working` (the pipeline's state, never published), `published` (part of a release), `reference` (seed facts,
    published), `operational` (has clocks and runs in it; kept apart from releases), `batch` (only ever a
    Parquet file between tasks). `ordered` pairs columns of which the first is never greater than the second,
    `together` pairs that are both given or both unknown.
    """

    name: str
    kind: Literal["working", "published", "reference", "operational", "batch"]
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    ordered: tuple[tuple[str, str], ...] = ()
    together: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse keys that are no columns, and columns declared twice."""
        names = [column.name for column in self.columns]
        if len(set(names)) != len(names):
            raise ValueError(f"table {self.name!r} declares a column twice")
        if missing := set(self.key) - set(names):
            raise ValueError(f"table {self.name!r}: key columns {sorted(missing)} are not declared")

    @property
    def is_published(self) -> bool:
        """Whether a release carries this table."""
        return self.kind in ("published", "reference")

    def released(self) -> Table:
        """The table as a release shows it: without working columns."""
        return Table(
            self.name, self.kind, self.description, self.key,
            tuple(column for column in self.columns if column.is_published), self.ordered, self.together,
        )

    def arrow_schema(self) -> pa.Schema:
        """Arrow schema whose fields carry their description, so that Parquet files explain themselves."""
        return pa.schema(
            [
                pa.field(
                    column.name, ARROW_TYPES[column.type],
                    nullable=not (column.is_required or column.name in self.key),
                    metadata={"description": column.full_description},
                )
                for column in self.columns
            ],
            metadata={"table": self.name, "description": self.description},
        )

    def create_statements(self, schema: str = "main") -> list[str]:
        """DDL that makes the table with key, checks and comments."""
        where = f"{quote_name(schema)}.{quote_name(self.name)}"
        lines = [self._column_ddl(column) for column in self.columns]
        lines.append(f"PRIMARY KEY ({', '.join(map(quote_name, self.key))})")
        lines += [f"CHECK ({quote_name(low)} <= {quote_name(high)})" for low, high in self.ordered]
        lines += [f"CHECK (({quote_name(a)} IS NULL) = ({quote_name(b)} IS NULL))" for a, b in self.together]
        return [
            f"CREATE TABLE {where} (\n  " + ",\n  ".join(lines) + "\n)",
            f"COMMENT ON TABLE {where} IS {quote_text(self.description)}",
            *(
                f"COMMENT ON COLUMN {where}.{quote_name(column.name)} IS {quote_text(column.full_description)}"
                for column in self.columns
            ),
        ]

    def require_valid(self, row: Mapping[str, Any]) -> None:
        """Hold a row to the same rules as the DDL, before it is in a batch with others.

        Raises:
            ValueError: the first rule the row breaks, with table, column and value.
        """
        for column in self.columns:
            value = row[column.name]
            if value is None and (column.is_required or column.name in self.key):
                raise ValueError(f"{self.name}.{column.name} is required")
            if column.codes and value is not None and value not in column.codes:
                raise ValueError(f"{self.name}.{column.name} is {value!r}, which is none of {', '.join(column.codes)}")
        for low, high in self.ordered:
            if row[low] is not None and row[high] is not None and row[low] > row[high]:
                raise ValueError(f"{self.name}: {low} {row[low]} lies after {high} {row[high]}")
        for one, other in self.together:
            if (row[one] is None) != (row[other] is None):
                raise ValueError(f"{self.name}: {one} is {row[one]} but {other} is {row[other]}")

    def _column_ddl(self, column: Column) -> str:
        parts = [quote_name(column.name), DUCKDB_TYPES[column.type]]
        if column.is_required or column.name in self.key:
            parts.append("NOT NULL")
        if column.codes:
            parts.append(f"CHECK ({quote_name(column.name)} IN ({', '.join(map(quote_text, column.codes))}))")
        return " ".join(parts)

    def data_resource(self) -> dict[str, Any]:
        """The table as a resource of a Frictionless data package (without its path and hash)."""
        return {
            "name": self.name.replace("_", "-"),
            "description": self.description,
            "schema": {
                "fields": [self._frictionless_field(column) for column in self.columns],
                "primaryKey": list(self.key),
            },
        }

    def _frictionless_field(self, column: Column) -> dict[str, Any]:
        constraints: dict[str, Any] = {}
        if column.is_required or column.name in self.key:
            constraints["required"] = True
        if column.codes:
            constraints["enum"] = list(column.codes)
        described = {
            "name": column.name, "type": FRICTIONLESS_TYPES[column.type], "description": column.full_description
        }
        return described | ({"constraints": constraints} if constraints else {})

    def dictionary_lines(self) -> list[str]:
        """The table's section of the data dictionary, in Markdown."""
        lines = [f"### {self.name}", "", f"{self.description} Key: {', '.join(f'`{name}`' for name in self.key)}.", ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {c.type} | {c.full_description.replace('|', chr(92) + '|')} |" for c in self.columns]
        return lines


def quote_name(name: str) -> str:
    """An SQL identifier; names come from declarations, never from input."""
    return '"' + name.replace('"', '""') + '"'


def quote_text(text: str) -> str:
    """An SQL string literal for declared text (comments and codes), where parameters are not allowed."""
    return "'" + text.replace("'", "''") + "'"
