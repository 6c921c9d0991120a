"""Why a document was turned away: one code for each reason, with what it means for the person who sent it."""

from __future__ import annotations

from types import MappingProxyType

REASONS = MappingProxyType(
    {
        "empty": "no text: nothing, or white space only",
        "too_large": "larger than the limit set for one document",
        "binary": "not a text: an image, an archive, a PDF or other binary content under a text type",
        "undecodable": "bytes that are not UTF-8, have no byte order mark and fit no other encoding with confidence",
        "bad_record": "a JSONL record that is no JSON object, or a field of it that has the wrong type",
        "no_body": "a record or page without any text of an article",
        "unsupported_type": "a media type that no reader exists for",
        "duplicate_identity": "another document of the same run has the same identity and other content",
        "extraction_failed": "the HTML could not be read",
        "stage_failed": "a later stage failed on this document; the others went on",
    }
)


class UnreadableDocument(ValueError):  # noqa: N818 -- the name is part of the public interface
    """A document that cannot be read, with a code of `REASONS` and a detail for people."""

    def __init__(self, reason_code: str, detail: str) -> None:
        if reason_code not in REASONS:
            raise KeyError(f"{reason_code!r} is no reason code; see REASONS")
        super().__init__(f"{reason_code}: {detail}")
        self.reason_code = reason_code
        self.detail = detail
