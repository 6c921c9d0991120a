"""Which documents a stage still has to work on, and how its results are kept.

A document's fingerprint for a stage is a hash of what its result came from: the fingerprint of the stage before (for
normalize: the content and version) and the stage's own hash for the document's language.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from warehouse.store import Warehouse

DocumentStage = Literal["normalize", "resolve", "consolidate"]
PREVIOUS: Mapping[DocumentStage, DocumentStage] = {"resolve": "normalize", "consolidate": "resolve"}
WRITES: Mapping[DocumentStage, tuple[str, ...]] = {
    "normalize": ("documents", "document_regions", "normalized_mentions", "normalized_participants"),
    "resolve": ("date_expressions", "event_mentions", "mention_participants"),
    "consolidate": (),
}

# A language without words of its own has the hash of "und".
_HASHES = """
    given AS (SELECT unnest($languages) AS language, unnest($stage_hashes) AS stage_hash),
    hashes AS (
        SELECT l.language, coalesce(g.stage_hash, u.stage_hash) AS stage_hash
        FROM (SELECT language FROM documents UNION SELECT 'und') l
        LEFT JOIN given g USING (language) JOIN given u ON u.language = 'und'
    )"""
_EXPECTED_FIRST = """
    expected AS (
        SELECT r.document_id, md5(r.content_sha256 || ':' || r.version || ':' || h.stage_hash) AS fingerprint
        FROM (SELECT * FROM raw_documents QUALIFY version = max(version) OVER (PARTITION BY document_id)) r
        LEFT JOIN documents d ON d.document_id = r.document_id
        JOIN hashes h ON h.language = coalesce(d.language, 'und')
    )"""
_EXPECTED_FOLLOWING = """
    expected AS (
        SELECT d.document_id, md5(p.fingerprint || ':' || h.stage_hash) AS fingerprint
        FROM documents d JOIN hashes h USING (language)
        JOIN document_stages p ON p.document_id = d.document_id AND p.stage = $previous
    )"""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents to work on besides the stale ones: all, those published since a day, or only those named."""

    is_all: bool = False
    since: date | None = None
    document_ids: tuple[str, ...] = ()


def stale_documents(
    warehouse: Warehouse, stage: DocumentStage, hashes: Mapping[str, str], selection: Selection | None = None
) -> list[str]:
    """Ids of the documents the stage has to work on, sorted.

    Args:
        warehouse: the open warehouse.
        stage: the stage that asks.
        hashes: the stage's hash for every language a document may have ("und" included).
        selection: more than the stale ones, or named ones only.

    Raises:
        LookupError: a named document is not in the warehouse.
    """
    chosen = selection or Selection()
    if chosen.document_ids:
        return _named(warehouse, chosen.document_ids)
    common, parameters = _expected(stage, hashes)
    rows = warehouse.rows(
        f"""{common}
        SELECT e.document_id FROM expected e
        LEFT JOIN document_stages s ON s.document_id = e.document_id AND s.stage = $stage
        LEFT JOIN documents d ON d.document_id = e.document_id
        WHERE s.fingerprint IS DISTINCT FROM e.fingerprint OR $is_all OR d.published_on >= $since
        ORDER BY ALL""",
        parameters | {"is_all": chosen.is_all, "since": chosen.since, "stage": stage},
    )
    return [row["document_id"] for row in rows]


def keep_results(
    warehouse: Warehouse,
    stage: DocumentStage,
    hashes: Mapping[str, str],
    document_ids: Sequence[str],
    batch: Path,
    refused: Collection[str] = (),
) -> None:
    """Put a batch of results in the place of what was known of its documents, and mark them done: one transaction.

    Of a refused document, what an earlier version of it gave stays.
    """
    with warehouse.transaction():
        replaced = [document_id for document_id in document_ids if document_id not in refused]
        warehouse.replace_documents(replaced, batch, WRITES[stage])
        mark_done(warehouse, stage, hashes, document_ids)


def mark_done(
    warehouse: Warehouse, stage: DocumentStage, hashes: Mapping[str, str], document_ids: Sequence[str]
) -> None:
    """Record what the stage's results for these documents came from (inside the caller's transaction)."""
    common, parameters = _expected(stage, hashes)
    named = list(document_ids)
    warehouse.connection.execute(
        "DELETE FROM document_stages WHERE stage = $stage AND document_id IN (SELECT unnest($document_ids))",
        {"stage": stage, "document_ids": named},
    )
    warehouse.connection.execute(
        f"""INSERT INTO document_stages {common}
        SELECT document_id, $stage, fingerprint FROM expected WHERE document_id IN (SELECT unnest($document_ids))""",
        parameters | {"stage": stage, "document_ids": named},
    )


def _expected(stage: DocumentStage, hashes: Mapping[str, str]) -> tuple[str, dict[str, object]]:
    parameters: dict[str, object] = {"languages": list(hashes), "stage_hashes": list(hashes.values())}
    if stage not in PREVIOUS:
        return f"WITH {_HASHES}, {_EXPECTED_FIRST}", parameters
    return f"WITH {_HASHES}, {_EXPECTED_FOLLOWING}", parameters | {"previous": PREVIOUS[stage]}


def _named(warehouse: Warehouse, document_ids: Sequence[str]) -> list[str]:
    known = {
        row["document_id"]
        for row in warehouse.rows(
            "SELECT DISTINCT document_id FROM raw_documents WHERE document_id IN (SELECT unnest(?))",
            [list(document_ids)],
        )
    }
    if missing := sorted(set(document_ids) - known):
        raise LookupError(f"no document {', '.join(missing)} in {warehouse.folder.root}; `chronofil query` lists them")
    return sorted(known)
