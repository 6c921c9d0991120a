"""One record of a JSONL file, as a connector or a user gives it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from transforms.documents.reasons import UnreadableDocument

_FIELDS = ("id", "url", "title", "text", "html", "language", "published", "updated", "publisher")


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of a record that this project reads; all but one of `text` and `html` may be missing."""

    id: str | None
    url: str | None
    title: str | None
    text: str | None
    html: str | None
    language: str | None
    published: str | None
    updated: str | None
    publisher: str | None


def parse_record(line: str) -> Record:
    """Read one JSON object; unknown keys are ignored, null is the same as missing.

    Raises:
        UnreadableDocument: `bad_record` if it is no JSON object, a field is no string or holds half a surrogate pair;
            `no_body` if it has neither text nor HTML.
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("bad_record", f"no JSON: {error}") from error
    if not isinstance(value, dict):
        raise UnreadableDocument("bad_record", f"a JSON object is wanted, not {type(value).__name__}")
    fields = {name: _string(value, name) for name in _FIELDS}
    if not (fields["text"] or "").strip() and not (fields["html"] or "").strip():
        raise UnreadableDocument("no_body", "neither text nor html")
    return Record(**fields)


def _string(record: dict[str, object], name: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableDocument("bad_record", f"{name} must be a string, not {type(value).__name__}")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise UnreadableDocument("bad_record", f"{name} holds half of a surrogate pair")
    if "\x00" in value:
        raise UnreadableDocument("bad_record", f"{name} holds a null character")
    return value
