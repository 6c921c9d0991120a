"""Every table of chronofil, each column declared once; DDL, comments and Arrow schemas derive from here."""

from __future__ import annotations

from collections.abc import Mapping

from warehouse.tables import documents, events, mentions, operations, reference
from warehouse.tables.declaration import Column, Table

TABLES: Mapping[str, Table] = {
    table.name: table
    for group in (documents, mentions, events, reference, operations)
    for table in group.TABLES
}
PUBLISHED_TABLES: tuple[Table, ...] = tuple(table for table in TABLES.values() if table.is_published)

__all__ = ["PUBLISHED_TABLES", "TABLES", "Column", "Table"]
