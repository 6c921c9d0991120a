"""Forgetting a document: its bytes, rows and the releases that hold it go; a tombstone for its mentions stays."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime

import duckdb

from warehouse.folder import DataFolder
from warehouse.release import current_version
from warehouse.store import Warehouse
from warehouse.tables import TABLES
from warehouse.tables.declaration import quote_text

# Consolidate learns from the keys that the document is gone; the tombstones are what is kept of it.
_KEPT = ("mention_keys", "withdrawn_mentions", "forgotten_documents", "document_stages")


def find_document(warehouse: Warehouse, name: str) -> str:
    """The id of the document with this document_id, external_id or address.

    Raises:
        LookupError: there is none, or several go by that name.
    """
    rows = warehouse.rows(
        "SELECT DISTINCT document_id, source_id FROM raw_documents WHERE ? IN (document_id, external_id, url)"
        " ORDER BY ALL", [name],
    )
    if not rows:
        raise LookupError(f"no document {name} in {warehouse.folder.root}")
    if len(rows) > 1:
        named = ", ".join(f"{row['document_id']} (source {row['source_id']})" for row in rows)
        raise LookupError(f"several documents are called {name}: give one of {named}")
    return str(rows[0]["document_id"])


def forget_rows(warehouse: Warehouse, document_id: str, now: datetime) -> None:
    """Remove all that the working warehouse and `raw/` hold of a document, and refuse it from now on."""
    hashes = [row["content_sha256"] for row in warehouse.rows(
        "SELECT DISTINCT content_sha256 FROM raw_documents WHERE document_id = ?", [document_id])]
    with warehouse.transaction():
        _withdraw_mentions(warehouse, document_id)
        for table in TABLES.values():
            names = {column.name for column in table.columns}
            if table.kind != "batch" and "document_id" in names and table.name not in _KEPT:
                warehouse.delete_where(table.name, "document_id", [document_id])
        warehouse.delete_where("document_stages", "document_id", [document_id])
        warehouse.insert("forgotten_documents", [{"document_id": document_id, "forgotten_at": now}])
    shared = {row["content_sha256"] for row in warehouse.rows("SELECT content_sha256 FROM raw_documents")}
    for digest in hashes:
        if digest not in shared:
            warehouse.folder.raw_file(digest).unlink(missing_ok=True)


def remove_releases(folder: DataFolder, document_id: str) -> list[str]:
    """Remove earlier releases that hold a document, and give their versions; the current one is never touched."""
    current = current_version(folder)
    removed = []
    for path in sorted(folder.releases.iterdir()):
        if path.name != current and _holds(path.joinpath("parquet", "documents.parquet").as_posix(), document_id):
            shutil.rmtree(path)
            removed.append(path.name)
    return removed


def _withdraw_mentions(warehouse: Warehouse, document_id: str) -> None:
    """Keep the ids of the document's mentions with another mention of the same event, where there is one."""
    rows = warehouse.rows("""
        SELECT m.mention_id, m.document_id, NULL::DATE AS withdrawn_on, min(o.mention_id) AS sibling_mention_id
        FROM event_mentions m
        LEFT JOIN event_mentions o ON o.event_id = m.event_id AND o.document_id <> m.document_id
        WHERE m.document_id = ? GROUP BY ALL ORDER BY ALL""", [document_id])
    siblings = {row["mention_id"]: row["sibling_mention_id"] for row in rows}
    orphaned = warehouse.rows("SELECT * FROM withdrawn_mentions WHERE sibling_mention_id IN (SELECT unnest(?))",
                              [list(siblings)])
    moved = [row | {"sibling_mention_id": siblings[row["sibling_mention_id"]]} for row in orphaned]
    _replace_withdrawn(warehouse, [*rows, *moved])


def _replace_withdrawn(warehouse: Warehouse, rows: Sequence[dict[str, object]]) -> None:
    warehouse.delete_where("withdrawn_mentions", "mention_id", [str(row["mention_id"]) for row in rows])
    warehouse.insert("withdrawn_mentions", rows)


def _holds(documents: str, document_id: str) -> bool:
    with duckdb.connect() as connection:
        sql = f"SELECT count(*) FROM read_parquet({quote_text(documents)}) WHERE document_id = ?"
        [(count,)] = connection.execute(sql, [document_id]).fetchall()
    return bool(count)
