"""What was received and what was read: raw documents, documents, their regions and their date expressions."""

from __future__ import annotations

from warehouse.tables import codes
from warehouse.tables.declaration import Column, Table

RAW_DOCUMENTS = Table(
    "raw_documents", "working",
    "Every version of every document, as received; the bytes lie in raw/ under their hash.",
    ("document_id", "version"),
    (
        Column("document_id", "text", "The document, whatever its version."),
        Column("version", "integer", "Position among the document's versions, from 1; the highest counts."),
        Column("source_id", "text", "The source that delivered it.", is_required=True),
        Column("external_id", "text", "The source's own name for the document; of a file, its path under the root."),
        Column("url", "text", "Address of the document, if it has one."),
        Column("media_type", "text", "What the bytes are, as the connector declares.", is_required=True),
        Column("content_sha256", "text", "Hash of the bytes and name of their file under raw/.", is_required=True),
        Column("size_bytes", "integer", "Length of the bytes.", is_required=True),
        Column("updated_text", "text", "The source's update stamp in ISO form, which orders its versions."),
    ),
)

DOCUMENT_STAGES = Table(
    "document_stages", "working",
    "What each stage's result for each document came from; another fingerprint makes it stale.",
    ("document_id", "stage"),
    (
        Column("document_id", "text", "The document."),
        Column("stage", "text", "The stage that worked on it."),
        Column("fingerprint", "text", "Hash of content, code, words, tables and libraries behind the result.",
               is_required=True),
    ),
)

FINGERPRINTS = Table(
    "fingerprints", "working",
    "What results of the whole warehouse came from: reference tables, release, and each table's layout.",
    ("name",),
    (
        Column("name", "text", "What the fingerprint is of."),
        Column("fingerprint", "text", "Hash of all it came from.", is_required=True),
    ),
)

DOCUMENTS = Table(
    "documents", "published",
    "The latest readable version of each document and what is known of its publication.",
    ("document_id",),
    (
        Column("document_id", "text", "Stable id: hash of the source and the document's own id, address or content."),
        Column("external_id", "text", "The source's own name for the document; of a file, its path under the root."),
        Column("source_id", "text", "The source that delivered it.", is_required=True, refers_to="sources.source_id"),
        Column("url", "text", "Address at which readers find the original, if it has one."),
        Column("title", "text", "Title declared by the source or the page; a headline inside the text stays there."),
        Column("publisher", "text", "Who published the document, as the source or page says."),
        Column("language", "text", "ISO 639-1 code of the text's language; und where it cannot be told.",
               is_required=True),
        Column("published_on", "day", "Day of publication in the source's timezone; NULL where nothing tells it."),
        Column("published_at", "instant", "Instant of publication in UTC, only where a time with its zone is given."),
        Column("published_basis", "text", "What the publication day rests on.", is_required=True,
               codes=codes.PUBLISHED_BASIS),
        Column("updated_at", "instant", "Instant of the last update as stated; never taken for the publication."),
        Column("media_type", "text", "What the received bytes were.", is_required=True),
        Column("text", "text", "The text all offsets count in, as far as the source's publish_text allows."),
        Column("content_sha256", "text", "Hash of the received bytes.", is_required=True),
        Column("version", "integer", "Version of the document that was read, from 1.", is_required=True),
        Column("published_not_before", "day", "First day of publication the text leaves possible.",
               is_published=False),
    ),
)

DOCUMENT_REGIONS = Table(
    "document_regions", "working",
    "Stretches of a text that are not its prose; marked beside the text, which is never cut.",
    ("document_id", "position"),
    (
        Column("document_id", "text", "The document."),
        Column("position", "integer", "Order in the document, from 0."),
        Column("region_kind", "text", "What the stretch is (furniture, header, quotation, …).", is_required=True),
        Column("char_start", "integer", "First code point of the stretch.", is_required=True),
        Column("char_end", "integer", "First code point after it.", is_required=True),
        Column("rule_id", "text", "The rule that marked it.", is_required=True),
    ),
)

DATE_EXPRESSIONS = Table(
    "date_expressions", "published",
    "Every date expression of every document, with the interval it stands for and what made it so.",
    ("date_expression_id",),
    (
        Column("date_expression_id", "text", "Hash of the document and the expression's offsets."),
        Column("document_id", "text", "The document it stands in.", is_required=True,
               refers_to="documents.document_id"),
        Column("text_field", "text", "Which of the document's texts the offsets count in.", is_required=True,
               codes=codes.TEXT_FIELD),
        Column("expression_text", "text", "The words as published.", is_required=True),
        Column("char_start", "integer", "First code point of the expression.", is_required=True),
        Column("char_end", "integer", "First code point after it.", is_required=True),
        Column("timex_type", "text", "TIMEX3 type.", is_required=True,
               codes={"DATE": "a day or coarser", "TIME": "finer than a day", "DURATION": "a length of time",
                      "SET": "a repetition"}),
        Column("timex_value", "text", "TIMEX3 value.", is_required=True),
        Column("date_start", "day", "First day meant; NULL where no day is told (duration, set, unknown anchor)."),
        Column("date_end", "day", "Last day meant, inclusive."),
        Column("starts_at", "local_time", "Local wall time at which it starts, where a time of day is told."),
        Column("ends_at", "local_time", "Local wall time at which it ends, exclusive."),
        Column("date_precision", "text", "How finely the words tell the time.", codes=codes.DATE_PRECISION),
        Column("date_edtf", "text", "The date in Extended Date/Time Format (ISO 8601-2)."),
        Column("anchor_kind", "text", "What a relative expression was counted from.", is_required=True,
               codes=codes.ANCHOR_KIND),
        Column("anchor_on", "day", "The day it was counted from."),
        Column("rule_id", "text", "The rule that gave the value.", is_required=True),
        Column("confidence", "number", "Trust in the value, 0 to 1: an order, not a probability.", is_required=True),
    ),
    ordered=(("date_start", "date_end"), ("starts_at", "ends_at"), ("char_start", "char_end")),
    together=(("date_start", "date_end"),),
)

TABLES = (FINGERPRINTS, RAW_DOCUMENTS, DOCUMENT_STAGES, DOCUMENTS, DOCUMENT_REGIONS, DATE_EXPRESSIONS)
