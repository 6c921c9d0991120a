"""Files and folders: plain text, Markdown, HTML, and JSON lines with one document each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flows.sources.received import MEDIA_TYPES, RECORD_MEDIA_TYPE, RECORD_SUFFIXES, Received


def list_files(path: Path) -> Iterator[tuple[Path, Path]]:
    """Each readable file under a path with the root its id is relative to, in order of name.

    A folder gives the files of known kinds below it, without hidden files and links that lead out of it; a file gives
    itself.

    Raises:
        FileNotFoundError: there is nothing at the path.
    """
    if not path.exists():
        raise FileNotFoundError(f"nothing at {path}; give a file or a folder")
    if path.is_file():
        yield path, path.parent
        return
    root = path.resolve()
    for file in sorted(path.rglob("*")):
        is_hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if is_hidden or file.suffix.lower() not in {*MEDIA_TYPES, *RECORD_SUFFIXES} or not file.is_file():
            continue
        if file.resolve().is_relative_to(root):
            yield file, path


def receive_file(file: Path, root: Path, max_bytes: int) -> Iterator[Received]:
    """The documents of one file: itself, or one for each line of JSON.

    A file's id is its path under the root without suffix; a record's id is its own `id`. Input over the limit is
    refused without being read.
    """
    external_id = file.relative_to(root).with_suffix("").as_posix()
    if file.suffix.lower() in RECORD_SUFFIXES:
        yield from _receive_records(file, max_bytes)
        return
    media_type = MEDIA_TYPES.get(file.suffix.lower())
    if media_type is None:
        known = ", ".join([*MEDIA_TYPES, *RECORD_SUFFIXES])
        yield _refused(file, external_id, "unsupported_type", f"a file named *{file.suffix}; readable are {known}")
        return
    size = file.stat().st_size
    if size > max_bytes:
        yield _refused(file, external_id, "too_large", _over(size, max_bytes))
        return
    try:
        content = file.read_bytes()
    except OSError as error:
        yield _refused(file, external_id, "unreadable", str(error))
        return
    yield Received(str(file), external_id, media_type, content)


def _receive_records(file: Path, max_bytes: int) -> Iterator[Received]:
    with file.open("rb") as lines:
        number = 0
        while line := lines.readline(max_bytes + 1):
            number += 1
            location = f"{file}:{number}"
            if len(line) > max_bytes and not line.endswith(b"\n"):
                yield Received(location, None, RECORD_MEDIA_TYPE, None, reason_code="too_large",
                               detail_text=f"a record of more than {max_bytes} bytes (setting max_document_bytes)")
                while (rest := lines.readline(max_bytes)) and not rest.endswith(b"\n"):
                    pass
            elif content := line.strip():
                yield _receive_record(location, content)


def _receive_record(location: str, content: bytes) -> Received:
    try:
        record: Any = json.loads(content)
    except (ValueError, RecursionError) as error:
        return Received(location, None, RECORD_MEDIA_TYPE, None, reason_code="bad_record",
                        detail_text=f"the line is not JSON in UTF-8: {error}")
    if not isinstance(record, dict):
        return Received(location, None, RECORD_MEDIA_TYPE, None, reason_code="bad_record",
                        detail_text="the line is no JSON object; see README for the form of a record")
    identifier, url, updated = (record.get(name) for name in ("id", "url", "updated"))
    return Received(
        location,
        None if identifier in (None, "") else str(identifier),
        RECORD_MEDIA_TYPE,
        content,
        url=url if isinstance(url, str) and url else None,
        updated_text=_update_stamp(updated),
    )


def _update_stamp(value: object) -> str | None:
    """The stamp in a form that sorts by time: ISO, in UTC where it names a zone; None where it cannot be read."""
    try:
        stamp = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return (stamp.astimezone(UTC).replace(tzinfo=None) if stamp.tzinfo else stamp).isoformat()


def _refused(file: Path, external_id: str, reason_code: str, detail_text: str) -> Received:
    return Received(str(file), external_id, "application/octet-stream", None, reason_code=reason_code,
                    detail_text=detail_text)


def _over(size: int, limit: int) -> str:
    return f"{size} bytes, over the limit of {limit} (setting max_document_bytes)"
