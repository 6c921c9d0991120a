"""What a connector hands over: one document as received, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

RECORD_MEDIA_TYPE = "application/x-chronofil-record+json"
MEDIA_TYPES = {
    ".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown", ".html": "text/html",
    ".htm": "text/html", ".xhtml": "text/html",
}
RECORD_SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Received:
    """One document of a source. `content` is None exactly where `reason_code` says why it cannot be used."""

    location: str
    external_id: str | None
    media_type: str
    content: bytes | None
    url: str | None = None
    updated_text: str | None = None
    reason_code: str | None = None
    detail_text: str | None = None
