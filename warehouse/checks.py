"""Data checks: each is a query that returns the rows that break a rule; any such row stops a release."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.store import Warehouse
from warehouse.tables import PUBLISHED_TABLES, TABLES, Table
from warehouse.tables.declaration import quote_name

SAMPLE_ROWS = 5


@dataclass(frozen=True, slots=True)
class Check:
    """A rule the data must meet; `failing` selects the rows that do not.

    Rules of structure stop a release. Rules of plausibility (`is_warning`) are about what documents tell, which may be
    wrong without our fault: they are recorded and said.
    """

    check_id: str
    meaning: str
    failing: str
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How many rows break a rule, with a few of them as JSON."""

    check: Check
    failing_rows: int
    sample_text: str | None


CHECKS: tuple[Check, ...] = (
    Check("mentions.all_merged", "every mention belongs to an event; run `chronofil consolidate`",
          "SELECT mention_id, document_id FROM event_mentions WHERE event_id IS NULL"
          " AND mention_id NOT IN (SELECT alias_id FROM event_aliases WHERE event_id IS NULL)"),
    Check("events.have_mentions", "every event has a mention",
          "SELECT event_id FROM events ANTI JOIN event_mentions USING (event_id)"),
    Check("events.own_alias", "every event's own id leads to it",
          "SELECT e.event_id FROM events e LEFT JOIN event_aliases a ON a.alias_id = e.event_id"
          " WHERE a.event_id IS DISTINCT FROM e.event_id"),
    Check("events.counts", "document_count and mention_count are those of the mentions",
          "SELECT e.event_id FROM events e JOIN event_mentions m USING (event_id) GROUP BY ALL"
          " HAVING count(*) <> any_value(e.mention_count)"
          " OR count(DISTINCT m.document_id) <> any_value(e.document_count)"),
    Check("events.held_not_ahead", "a held event does not begin after every document that reports it",
          "SELECT event_id, date_start, last_published_on FROM events"
          " WHERE status = 'held' AND date_start > last_published_on + INTERVAL 1 DAY", is_warning=True),
    Check("mentions.sentence_in_text", "a mention's sentence stands at its offsets",
          "SELECT m.mention_id FROM event_mentions m JOIN documents d USING (document_id)"
          " WHERE substr(CASE m.text_field WHEN 'title' THEN d.title ELSE d.text END, m.char_start + 1,"
          " m.char_end - m.char_start) <> m.sentence_text"),
    Check("date_expressions.words_in_text", "a date expression's words stand at its offsets",
          "SELECT t.date_expression_id FROM date_expressions t JOIN documents d USING (document_id)"
          " WHERE substr(CASE t.text_field WHEN 'title' THEN d.title ELSE d.text END, t.char_start + 1,"
          " t.char_end - t.char_start) <> t.expression_text"),
)


def reference_checks(tables: tuple[Table, ...] = PUBLISHED_TABLES) -> Iterator[Check]:
    """A check for every declared reference from one published table to another."""
    for table in tables:
        for column in table.columns:
            if column.refers_to is None or not column.is_published:
                continue
            target, target_column = column.refers_to.split(".")
            if target_column not in TABLES[target].key:
                raise ValueError(f"{table.name}.{column.name} refers to {column.refers_to}, which is no key")
            name, where = quote_name(column.name), quote_name(table.name)
            yield Check(
                f"{table.name}.{column.name}.known", f"every {table.name}.{column.name} is found in {column.refers_to}",
                f"SELECT DISTINCT {name} FROM {where} WHERE {name} IS NOT NULL"
                f" AND {name} NOT IN (SELECT {quote_name(target_column)} FROM {quote_name(target)})",
            )


def run_checks(warehouse: Warehouse) -> list[CheckResult]:
    """The result of every check on the working warehouse, in stated order."""
    return [_run(warehouse, check) for check in (*CHECKS, *reference_checks())]


def _run(warehouse: Warehouse, check: Check) -> CheckResult:
    failing_rows: int = warehouse.value(f"SELECT count(*) FROM ({check.failing})")
    if not failing_rows:
        return CheckResult(check, 0, None)
    sample = warehouse.rows(f"SELECT * FROM ({check.failing}) ORDER BY ALL LIMIT {SAMPLE_ROWS}")
    return CheckResult(check, failing_rows, json.dumps(sample, default=str, ensure_ascii=False))
