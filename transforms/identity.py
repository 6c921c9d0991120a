"""Ids made from content: the same thing has the same id in every run."""

from __future__ import annotations

import hashlib
import json

ID_DIGITS = 20
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def content_id(*parts: object) -> str:
    """A short stable id: the first 20 hexadecimal digits of the SHA-256 of the parts as a JSON array."""
    return hashlib.sha256(_ENCODER.encode(parts).encode()).hexdigest()[:ID_DIGITS]


def date_expression_id(document_id: str, text_field: str, start: int, end: int) -> str:
    """Id of the date expression at these offsets of a document's text or title."""
    return content_id(document_id, text_field, start, end)


def mention_id(document_id: str, text_field: str, trigger_start: int, trigger_end: int, event_type: str) -> str:
    """Id of the mention with its trigger at these offsets of a document's text or title."""
    return content_id(document_id, text_field, trigger_start, trigger_end, event_type)
