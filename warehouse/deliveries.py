"""What sources delivered: which deliveries are new documents, new versions, known ones or refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from transforms.identity import content_id
from warehouse.rows import Row, record_row
from warehouse.store import Warehouse

Outcome = Literal["new", "changed", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One document as a source delivered it; its bytes are already stored under their hash.

    `reason_code` is set where the input could not be used (then nothing but `source_id` and `location` need be known);
    `updated_text` is the source's own update stamp in ISO form, which orders versions.
    """

    source_id: str
    location: str
    document_id: str | None = None
    external_id: str | None = None
    url: str | None = None
    media_type: str | None = None
    content_sha256: str | None = None
    size_bytes: int | None = None
    updated_text: str | None = None
    reason_code: str | None = None
    detail_text: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """Input a stage could not use, and why."""

    stage: str
    source_id: str
    location: str
    reason_code: str
    detail_text: str
    document_id: str | None = None
    content_sha256: str | None = None


def register_deliveries(
    warehouse: Warehouse, deliveries: Sequence[Delivery], run_id: str, position: int, now: datetime
) -> list[Outcome]:
    """Record a batch of deliveries and the versions they make, in one transaction.

    Args:
        warehouse: the open warehouse.
        deliveries: in the order received.
        run_id: the run that received them.
        position: how many deliveries the run recorded before.
        now: instant recorded in `fetches` and `rejected_documents`.

    Returns:
        What each delivery changed. The versions of one document are ordered by their update stamp, then by arrival; a
        second text for the same document in the same run, without a stamp to order them, is refused.
    """
    ledger = _Ledger.of(warehouse, run_id, [d.document_id for d in deliveries if d.document_id])
    settled = [ledger.settle(delivery) for delivery in deliveries]
    with warehouse.transaction():
        ledger.write(warehouse)
        warehouse.insert("fetches", [
            {"run_id": run_id, "position": number, "source_id": delivery.source_id, "location": delivery.location,
             "document_id": delivery.document_id, "content_sha256": delivery.content_sha256,
             "size_bytes": delivery.size_bytes, "fetched_at": now, "outcome": outcome}
            for number, (outcome, delivery) in enumerate(settled, start=position)
        ])
        record_rejections(warehouse, [_rejection(delivery) for _, delivery in settled if delivery.reason_code], now)
    return [outcome for outcome, _ in settled]


def record_rejections(warehouse: Warehouse, rejections: Iterable[Rejection], now: datetime) -> None:
    """Keep refused input with its reason; the same refusal again only renews its instant."""
    rows = {
        identifier: record_row(rejection, rejection_id=identifier, rejected_at=now)
        for rejection in rejections
        for identifier in [content_id(rejection.stage, rejection.source_id, rejection.location, rejection.reason_code)]
    }
    warehouse.delete_where("rejected_documents", "rejection_id", rows)
    warehouse.insert("rejected_documents", rows.values())


@dataclass(slots=True)
class _Ledger:
    """The versions known of the documents in hand, which of them this run brought already, and what is forgotten."""

    versions: dict[str, list[Row]]
    forgotten: set[str]
    brought: set[str]
    touched: set[str]

    @classmethod
    def of(cls, warehouse: Warehouse, run_id: str, document_ids: Sequence[str]) -> _Ledger:
        versions: dict[str, list[Row]] = {}
        for row in warehouse.rows(
            "SELECT * FROM raw_documents WHERE document_id IN (SELECT unnest(?)) ORDER BY document_id, version",
            [list(document_ids)],
        ):
            versions.setdefault(row["document_id"], []).append(row)
        brought = warehouse.rows(
            "SELECT DISTINCT document_id FROM fetches WHERE run_id = ? AND outcome <> 'rejected'", [run_id]
        )
        forgotten = warehouse.rows("SELECT document_id FROM forgotten_documents")
        return cls(
            versions, {row["document_id"] for row in forgotten}, {row["document_id"] for row in brought}, set()
        )

    def settle(self, delivery: Delivery) -> tuple[Outcome, Delivery]:
        """What the delivery changes; refused deliveries come back with their reason."""
        if delivery.reason_code or delivery.document_id is None:
            return "rejected", delivery
        if delivery.document_id in self.forgotten:
            return "rejected", replace(
                delivery, reason_code="forgotten",
                detail_text="the document was forgotten with `chronofil forget` and is not taken in again",
            )
        known = self.versions.setdefault(delivery.document_id, [])
        outcome = self._compare(delivery, known)
        if outcome == "rejected":
            return outcome, replace(
                delivery, reason_code="duplicate_identity",
                detail_text="another text came under the same id in this run; give each document an id of its own",
            )
        self.brought.add(delivery.document_id)
        if outcome != "unchanged":
            self.touched.add(delivery.document_id)
            known.append(record_row(delivery))
            known.sort(key=lambda row: row["updated_text"] or "")
        return outcome, delivery

    def _compare(self, delivery: Delivery, known: Sequence[Row]) -> Outcome:
        if not known:
            return "new"
        same = [row for row in known if row["content_sha256"] == delivery.content_sha256]
        stamped_alike = delivery.updated_text and any(row["updated_text"] == delivery.updated_text for row in same)
        if known[-1] in same or stamped_alike:
            return "unchanged"
        if delivery.updated_text is None and delivery.document_id in self.brought:
            return "rejected"
        return "changed"

    def write(self, warehouse: Warehouse) -> None:
        """Put the new order of versions in the place of the old one."""
        touched = sorted(self.touched)
        warehouse.delete_where("raw_documents", "document_id", touched)
        warehouse.insert("raw_documents", [
            row | {"version": number} for name in touched for number, row in enumerate(self.versions[name], start=1)
        ])


def _rejection(delivery: Delivery) -> Rejection:
    return Rejection(
        "ingest", delivery.source_id, delivery.location, delivery.reason_code or "", delivery.detail_text or "",
        delivery.document_id, delivery.content_sha256,
    )
