"""Records to rows and back: the one place where a dataclass field meets a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from transforms.identity import date_expression_id
from transforms.records import Document, Mention, Participant, Region, Timex

R = TypeVar("R")
Row = dict[str, Any]


def record_row(record: Any, **more: Any) -> Row:
    """A record's fields as a row, tuples as lists."""
    row: Row = {}
    for field in fields(record):
        value = getattr(record, field.name)
        row[field.name] = list(value) if isinstance(value, tuple) else value
    return row | more


def row_record(kind: type[R], row: Mapping[str, Any]) -> R:
    """A record from a row that has a column for each field without default; lists become tuples."""
    values = {
        field.name: tuple(row[field.name] or ()) if str(field.type).startswith("tuple") else row[field.name]
        for field in fields(cast(Any, kind))
        if field.name in row
    }
    return kind(**values)


def region_rows(document: Document) -> Iterator[Row]:
    """The document's regions as rows of `document_regions`."""
    for position, region in enumerate(document.regions):
        yield {
            "document_id": document.document_id, "position": position, "region_kind": region.kind,
            "char_start": region.start, "char_end": region.end, "rule_id": region.rule_id,
        }


def participant_rows(mention: Mention) -> Iterator[Row]:
    """The mention's participants as rows of `mention_participants`."""
    for position, participant in enumerate(mention.participants):
        yield record_row(
            participant, mention_id=mention.mention_id, document_id=mention.document_id, position=position
        )


def timex_row(timex: Timex, document_id: str, text_field: str = "text") -> Row:
    """A date expression as a row of `date_expressions`."""
    return {
        "date_expression_id": date_expression_id(document_id, text_field, timex.start, timex.end),
        "document_id": document_id, "text_field": text_field, "expression_text": timex.text,
        "char_start": timex.start, "char_end": timex.end, "timex_type": timex.type, "timex_value": timex.value,
        "date_start": timex.date_start, "date_end": timex.date_end, "starts_at": timex.starts_at,
        "ends_at": timex.ends_at, "date_precision": timex.precision, "date_edtf": timex.edtf,
        "anchor_kind": timex.anchor_kind, "anchor_on": timex.anchor_on, "rule_id": timex.rule_id,
        "confidence": timex.confidence,
    }


def join_regions(documents: Iterable[Row], regions: Iterable[Row]) -> Iterator[Document]:
    """Documents with their regions, in the order of the document rows."""
    by_document: dict[str, list[Region]] = {}
    for row in regions:
        by_document.setdefault(row["document_id"], []).append(
            Region(row["char_start"], row["char_end"], row["region_kind"], row["rule_id"])
        )
    for row in documents:
        yield replace(row_record(Document, row), regions=tuple(by_document.get(row["document_id"], ())))


def join_participants(mentions: Iterable[Row], participants: Iterable[Row]) -> Iterator[Mention]:
    """Mentions with their participants (rows ordered by position), in the order of the mention rows."""
    by_mention: dict[str, list[Participant]] = {}
    for row in participants:
        by_mention.setdefault(row["mention_id"], []).append(row_record(Participant, row))
    for row in mentions:
        yield replace(row_record(Mention, row), participants=tuple(by_mention.get(row["mention_id"], ())))
