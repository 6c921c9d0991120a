"""What readers ask of a release: the timeline, one event in full, any SQL. Read-only, never the working file."""

from __future__ import annotations

from typing import Any

import duckdb

from warehouse.folder import DataFolder
from warehouse.release import read_release

Row = dict[str, Any]


def query_release(folder: DataFolder, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of a query on the current release.

    Raises:
        FileNotFoundError: nothing has been published yet.
        duckdb.Error: the SQL is wrong.
    """

    def read(connection: duckdb.DuckDBPyConnection) -> tuple[list[str], list[tuple[Any, ...]]]:
        # The reader's SQL sees the release alone: no files, no network, no further databases.
        connection.execute("SET enable_external_access = false")
        result = connection.execute(sql)
        return [column[0] for column in result.description or ()], result.fetchall()

    names, rows = read_release(folder, read)
    return names, rows


def timeline_rows(folder: DataFolder, limit: int) -> tuple[list[Row], int]:
    """The last `limit` rows of the timeline in the order of time, and how many there are in all."""

    def read(connection: duckdb.DuckDBPyConnection) -> tuple[list[Row], int]:
        [(count,)] = connection.execute("SELECT count(*) FROM timeline").fetchall()
        rows = _rows(connection, "SELECT * FROM timeline LIMIT ? OFFSET ?", [limit, max(0, count - limit)])
        return rows, count

    rows, count = read_release(folder, read)
    return rows, count


def event_in_full(folder: DataFolder, event_id: str) -> Row:
    """One event with its participants, mentions (with their documents and date words) and history.

    Args:
        folder: the working folder.
        event_id: the event's id or any id that ever led to it.

    Raises:
        LookupError: no event ever had that id, or its documents were withdrawn.
    """

    def read(connection: duckdb.DuckDBPyConnection) -> Row:
        aliases = _rows(connection, "SELECT event_id, reason_code FROM event_aliases WHERE alias_id = ?", [event_id])
        if not aliases:
            raise LookupError(f"no event {event_id}; `chronofil query 'SELECT event_id, title FROM events'` lists them")
        if aliases[0]["event_id"] is None:
            raise LookupError(f"event {event_id} is gone: {aliases[0]['reason_code']}")
        found = [aliases[0]["event_id"]]
        return {
            **_rows(connection, "SELECT * FROM events WHERE event_id = ?", found)[0],
            "participants": _rows(
                connection, "SELECT * EXCLUDE (event_id) FROM event_participants WHERE event_id = ?"
                " ORDER BY mention_count DESC, name", found),
            "mentions": _rows(connection, _MENTIONS, found),
            "history": _rows(
                connection, "SELECT * EXCLUDE (event_id) FROM event_history WHERE event_id = ?"
                " ORDER BY position", found),
        }

    event: Row = read_release(folder, read)
    return event


_MENTIONS = """
    SELECT
        m.mention_id, m.document_id, d.external_id, d.url, d.publisher, d.published_on, m.text_field, m.status,
        m.sentence_text, m.char_start, m.char_end, m.trigger_start, m.trigger_end, m.date_start, m.date_end,
        m.date_basis, t.expression_text, t.char_start AS date_char_start, t.char_end AS date_char_end,
        t.rule_id AS date_rule_id, m.rule_id
    FROM event_mentions m
    JOIN documents d USING (document_id)
    LEFT JOIN date_expressions t USING (date_expression_id)
    WHERE m.event_id = ?
    ORDER BY d.published_on NULLS LAST, m.document_id, m.trigger_start, m.mention_id"""


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any]) -> list[Row]:
    result = connection.execute(sql, parameters)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
