"""Groups of mentions that could be the same events: only those that new work touches are consolidated again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from transforms.records import Withdrawal
from warehouse.batches import write_batch
from warehouse.rows import Row, row_record
from warehouse.store import Warehouse

EVENT_TABLES = ("events", "event_participants", "event_aliases", "event_history")
Change = Literal["added", "changed", "removed"]


def removed_documents(warehouse: Warehouse) -> list[str]:
    """Documents that mentions were consolidated from and that are no longer there."""
    rows = warehouse.rows("SELECT DISTINCT document_id FROM mention_keys ANTI JOIN documents USING (document_id)")
    return sorted(row["document_id"] for row in rows)


def mentions_of(warehouse: Warehouse, document_ids: Sequence[str]) -> list[str]:
    """Ids of the documents' mentions as last consolidated."""
    return _ids(warehouse, "SELECT DISTINCT mention_id FROM mention_keys WHERE document_id IN (SELECT unnest(?))",
                [list(document_ids)])


def overdue_plans(warehouse: Warehouse) -> list[str]:
    """Mentions of planned events that say of themselves wrongly whether their day has passed unreported.

    That is the one fact of an event that other groups decide: it hangs on the newest publication day of all.
    """
    return _ids(warehouse, """
        SELECT m.mention_id FROM event_mentions m JOIN events e USING (event_id)
        WHERE e.status = 'planned' AND (e.date_basis IS NOT DISTINCT FROM 'plan_unconfirmed')
            <> coalesce(e.date_end < (SELECT max(published_on) FROM documents), false)""")


def connected(warehouse: Warehouse, mention_ids: Iterable[str]) -> list[str]:
    """The given mentions and all that are connected with them by shared keys, directly or through others, sorted."""
    connection = warehouse.connection
    connection.execute("CREATE OR REPLACE TEMP TABLE reached AS SELECT DISTINCT unnest(?::VARCHAR[]) AS mention_id",
                       [list(mention_ids)])
    before = -1
    while before != (count := warehouse.value("SELECT count(*) FROM reached")):
        before = count
        connection.execute("""
            INSERT INTO reached
            SELECT DISTINCT k.mention_id FROM mention_keys k
            WHERE k.group_key IN (SELECT group_key FROM mention_keys SEMI JOIN reached USING (mention_id))
            AND k.mention_id NOT IN (SELECT mention_id FROM reached)""")
    return _ids(warehouse, "SELECT mention_id FROM reached")


def replace_keys(warehouse: Warehouse, document_ids: Sequence[str], rows: Iterable[Row]) -> None:
    """Put new keys in the place of those of these documents' mentions."""
    warehouse.delete_where("mention_keys", "document_id", document_ids)
    warehouse.insert("mention_keys", rows)


def whole_groups(warehouse: Warehouse, mention_ids: Sequence[str], size: int) -> Iterator[list[str]]:
    """The mentions in parts of about `size`, never cutting a connected group; in a fixed order."""
    pairs = warehouse.rows(
        "SELECT mention_id, group_key FROM mention_keys SEMI JOIN event_mentions USING (mention_id)"
        " WHERE mention_id IN (SELECT unnest(?)) ORDER BY ALL", [list(mention_ids)],
    )
    part: list[str] = []
    for group in _components((row["mention_id"], row["group_key"]) for row in pairs):
        part += group
        if len(part) >= size:
            yield part
            part = []
    if part:
        yield part


def export_mentions(warehouse: Warehouse, folder: Path, mention_ids: Sequence[str]) -> Path:
    """Write the mentions, their participants and documents as one batch in key order."""
    named = [list(mention_ids)]
    where = "WHERE mention_id IN (SELECT unnest(?))"
    return write_batch(folder, {
        "event_mentions": warehouse.table_rows("event_mentions", where, named),
        "mention_participants": warehouse.table_rows("mention_participants", where, named),
        "documents": warehouse.table_rows(
            "documents", f"WHERE document_id IN (SELECT document_id FROM event_mentions {where})", named),
    })


def replace_events(warehouse: Warehouse, mention_ids: Sequence[str], batches: Sequence[Path]) -> dict[str, Change]:
    """Put new events in the place of all that the mentions belonged to (inside a transaction).

    Returns:
        What changed, by event id; events that stay the same are left out.
    """
    old_ids = _ids(warehouse, "SELECT DISTINCT event_id FROM event_aliases WHERE alias_id IN (SELECT unnest(?))",
                   [list(mention_ids)])
    before = _event_rows(warehouse, old_ids)
    for name in EVENT_TABLES:
        warehouse.delete_where(name, "event_id", old_ids)
    warehouse.delete_where("event_aliases", "alias_id", mention_ids)
    _bury_withdrawn(warehouse)
    for name in EVENT_TABLES:
        for batch in batches:
            warehouse.insert_batch(name, batch)
    warehouse.connection.execute(
        "UPDATE event_mentions SET event_id = a.event_id FROM event_aliases a"
        " WHERE a.alias_id = event_mentions.mention_id AND event_mentions.event_id IS DISTINCT FROM a.event_id"
    )
    after = _event_rows(warehouse, _ids(
        warehouse, "SELECT DISTINCT event_id FROM event_aliases WHERE alias_id IN (SELECT unnest(?))",
        [list(mention_ids)]))
    return dict(_changes(before, after))


def withdrawals_of(warehouse: Warehouse, mention_ids: Sequence[str]) -> list[Withdrawal]:
    """Withdrawn mentions that told the same event as one of the given mentions."""
    rows = warehouse.rows(
        "SELECT * FROM withdrawn_mentions WHERE sibling_mention_id IN (SELECT unnest(?)) ORDER BY mention_id",
        [list(mention_ids)],
    )
    return [row_record(Withdrawal, row) for row in rows]


def _bury_withdrawn(warehouse: Warehouse) -> None:
    """Make the withdrawn mentions' aliases anew: a tombstone where nothing else tells the event."""
    warehouse.connection.execute(
        "DELETE FROM event_aliases WHERE alias_id IN (SELECT mention_id FROM withdrawn_mentions)"
        " AND (event_id IS NULL OR event_id NOT IN (SELECT event_id FROM events))"
    )
    warehouse.connection.execute(
        "INSERT INTO event_aliases BY NAME SELECT mention_id AS alias_id, 'withdrawn' AS reason_code"
        " FROM withdrawn_mentions WHERE sibling_mention_id IS NULL"
    )


def _changes(before: Mapping[str, Row], after: Mapping[str, Row]) -> Iterator[tuple[str, Change]]:
    for event_id in sorted(before.keys() | after.keys()):
        if event_id not in before:
            yield event_id, "added"
        elif event_id not in after:
            yield event_id, "removed"
        elif before[event_id] != after[event_id]:
            yield event_id, "changed"


def _event_rows(warehouse: Warehouse, event_ids: Sequence[str]) -> dict[str, Row]:
    rows = warehouse.rows("SELECT * FROM events WHERE event_id IN (SELECT unnest(?))", [list(event_ids)])
    return {row["event_id"]: row for row in rows}


def _ids(warehouse: Warehouse, sql: str, parameters: Sequence[Any] = ()) -> list[str]:
    found = (next(iter(row.values())) for row in warehouse.rows(sql, parameters))
    return sorted(identifier for identifier in found if identifier is not None)


def _components(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Connected components of mentions that share keys (union-find), each sorted, ordered by first member."""
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    mentions: set[str] = set()
    for mention_id, key in pairs:
        mentions.add(mention_id)
        parent[find(f"key:{key}")] = find(mention_id)
    groups: dict[str, list[str]] = {}
    for mention_id in sorted(mentions):
        groups.setdefault(find(mention_id), []).append(mention_id)
    return list(groups.values())
