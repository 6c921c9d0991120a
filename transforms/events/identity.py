"""The identity of a mention."""

from __future__ import annotations

import hashlib
import json


def mention_id(document_id: str, text_field: str, trigger_start: int, trigger_end: int, event_type: str) -> str:
    """The id of a mention: the first 20 hex digits of SHA-256 over its place and type."""
    key = json.dumps([document_id, text_field, trigger_start, trigger_end, event_type], ensure_ascii=False)
    return hashlib.sha256(key.encode()).hexdigest()[:20]
