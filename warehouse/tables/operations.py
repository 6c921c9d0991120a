"""What runs did and when: everything with a clock in it, kept apart from the published data."""

from __future__ import annotations

from warehouse.tables.declaration import Column, Table

RUNS = Table(
    "runs", "operational", "Each run of each stage: when, how it ended, how much it did.", ("run_id",),
    (
        Column("run_id", "text", "Id of the run."),
        Column("stage", "text", "Stage that ran.", is_required=True),
        Column("started_at", "instant", "When it began.", is_required=True),
        Column("finished_at", "instant", "When it ended; NULL while it runs or where it was killed."),
        Column("state", "text", "How it stands.", is_required=True,
               codes={"running": "not finished", "done": "finished", "failed": "ended by an error"}),
        Column("documents_seen", "integer", "Documents it was given."),
        Column("documents_changed", "integer", "Documents whose result it wrote."),
        Column("documents_rejected", "integer", "Documents it could not use."),
        Column("message", "text", "The error that ended it, if one did."),
    ),
)

FETCHES = Table(
    "fetches", "operational", "Each delivery of a document by a source: what came and what it changed.",
    ("run_id", "position"),
    (
        Column("run_id", "text", "Run that received it."),
        Column("position", "integer", "Order in the run, from 0."),
        Column("source_id", "text", "Source that delivered it.", is_required=True),
        Column("location", "text", "File or address it was read from.", is_required=True),
        Column("document_id", "text", "The document, where one could be made of it."),
        Column("content_sha256", "text", "Hash of the bytes, where they were read."),
        Column("size_bytes", "integer", "Length of the bytes."),
        Column("fetched_at", "instant", "When it was received.", is_required=True),
        Column("outcome", "text", "What the delivery changed.", is_required=True,
               codes={"new": "a document not known before", "changed": "a new version of a known document",
                      "unchanged": "a version known already", "rejected": "not usable"}),
    ),
)

REJECTED_DOCUMENTS = Table(
    "rejected_documents", "operational", "Input that could not be used, with the reason.", ("rejection_id",),
    (
        Column("rejection_id", "text", "Hash of stage, source, location and reason, so that a rerun adds nothing."),
        Column("stage", "text", "Stage that refused it.", is_required=True),
        Column("source_id", "text", "Source that delivered it.", is_required=True),
        Column("location", "text", "File or address it was read from.", is_required=True),
        Column("document_id", "text", "The document, where one could be made of it."),
        Column("content_sha256", "text", "Hash of the bytes, where they were read."),
        Column("reason_code", "text", "Why it was refused.", is_required=True),
        Column("detail_text", "text", "What exactly was wrong, and what to do."),
        Column("rejected_at", "instant", "When it was last refused.", is_required=True),
    ),
)

CHECK_RESULTS = Table(
    "check_results", "operational", "What each data check found at the last publication.", ("run_id", "check_id"),
    (
        Column("run_id", "text", "Run that checked."),
        Column("check_id", "text", "The check."),
        Column("failing_rows", "integer", "Rows that break the rule.", is_required=True),
        Column("sample_text", "text", "A few of the failing rows, as JSON."),
        Column("checked_at", "instant", "When it was checked.", is_required=True),
    ),
)

EVENT_CHANGES = Table(
    "event_changes", "operational", "What each run changed in the timeline.", ("run_id", "event_id"),
    (
        Column("run_id", "text", "Run that changed it."),
        Column("event_id", "text", "The event."),
        Column("change_code", "text", "What happened to the event.", is_required=True,
               codes={"added": "not in the timeline before", "changed": "other facts than before",
                      "removed": "no longer in the timeline"}),
        Column("changed_at", "instant", "When the run changed it.", is_required=True),
    ),
)

FORGOTTEN_DOCUMENTS = Table(
    "forgotten_documents", "operational",
    "Documents that were forgotten on purpose and are refused if they come again.",
    ("document_id",),
    (
        Column("document_id", "text", "The document."),
        Column("forgotten_at", "instant", "When it was forgotten.", is_required=True),
    ),
)

DELIVERIES = Table(
    "deliveries", "batch", "Documents as a source delivered them, before their versions are known.", ("position",),
    (
        Column("position", "integer", "Order of arrival, from 0."),
        Column("source_id", "text", "Source that delivered it.", is_required=True),
        Column("location", "text", "File or address it was read from.", is_required=True),
        Column("document_id", "text", "The document, where one could be made of it."),
        Column("external_id", "text", "The source's own name for the document."),
        Column("url", "text", "Address of the document, if it has one."),
        Column("media_type", "text", "What the bytes are."),
        Column("content_sha256", "text", "Hash of the bytes, stored already."),
        Column("size_bytes", "integer", "Length of the bytes."),
        Column("updated_text", "text", "The source's update stamp in ISO form."),
        Column("reason_code", "text", "Why it cannot be used, if so."),
        Column("detail_text", "text", "What exactly is wrong, and what to do."),
    ),
)

REJECTIONS = Table(
    "rejections", "batch", "Documents that a stage could not use.", ("document_id",),
    (
        Column("document_id", "text", "The document."),
        Column("stage", "text", "Stage that refused it.", is_required=True),
        Column("source_id", "text", "Source that delivered it.", is_required=True),
        Column("location", "text", "The source's name for it.", is_required=True),
        Column("content_sha256", "text", "Hash of the bytes."),
        Column("reason_code", "text", "Why it was refused.", is_required=True),
        Column("detail_text", "text", "What exactly was wrong, and what to do.", is_required=True),
    ),
)

TABLES = (RUNS, FETCHES, REJECTED_DOCUMENTS, CHECK_RESULTS, EVENT_CHANGES, FORGOTTEN_DOCUMENTS, DELIVERIES, REJECTIONS)
