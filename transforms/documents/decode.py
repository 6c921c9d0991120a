"""Bytes to text, unchanged to the character, or a reason why not."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from transforms.documents.language import detect_language
from transforms.documents.reasons import UnreadableDocument
from transforms.languages.load import LANGUAGES

_MARKS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF", b"BZh", b"\xfd7zXZ",
    b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"RIFF", b"OggS", b"ID3", b"PAR1", b"\x28\xb5\x2f\xfd",
)  # fmt: skip
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b\x1c\x1d\x1e\x1f") + b"\x7f"
_MAX_CONTROL_SHARE = 0.02
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# Below these charset-normalizer's answer is a guess: fewer bytes than a sentence, or letters that make no language.
_MIN_LEGACY_BYTES = 32
_MAX_CHAOS = 0.1
_MIN_COHERENCE = 0.25
_LEGACY = "cp1252"
# Browsers read these labels as Windows-1252, because pages that carry them are written in it.
_READ_AS_WINDOWS_1252 = frozenset({"iso8859-1", "ascii"})


def decode_text(content: bytes, declared_charset: str | None = None) -> str:
    """Decode a text file or a page, keeping every character as it came (line ends and no-break spaces too).

    A byte order mark decides and is dropped; otherwise UTF-8, then the declared encoding, then Windows-1252, the last
    only where charset-normalizer is confident of it.

    Raises:
        UnreadableDocument: `empty`, `binary` or `undecodable`.
    """
    if not content:
        raise UnreadableDocument("empty", "no bytes")
    text = _decode(content, _codec(declared_charset))
    if not text.strip().strip(_INVISIBLE).strip():
        raise UnreadableDocument("empty", "white space only")
    return text


def _decode(content: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding)
    if declared is not None and declared.startswith(("utf-16", "utf-32")):
        return _strict(content, declared)
    _refuse_binary(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        failure = f"no UTF-8 at byte {error.start}"
    if declared is not None and declared != "utf-8":
        try:
            return content.decode(declared)
        except UnicodeDecodeError as error:
            failure = f"{failure}, no {declared} at byte {error.start}"
    return _decode_legacy(content, failure)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument("undecodable", f"announced as {encoding}, wrong at byte {error.start}") from error


def _refuse_binary(content: bytes) -> None:
    if content.startswith(_SIGNATURES):
        raise UnreadableDocument("binary", f"begins with {content[:4]!r}")
    if b"\x00" in content:
        raise UnreadableDocument("binary", f"null byte at {content.index(0)}")
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if controls > _MAX_CONTROL_SHARE * len(content):
        raise UnreadableDocument("binary", f"{controls} control characters in {len(content)} bytes")


def _decode_legacy(content: bytes, failure: str) -> str:
    if len(content) < _MIN_LEGACY_BYTES:
        raise UnreadableDocument("undecodable", f"{failure}; too short to tell another encoding")
    # Single-byte encodings tie on short texts, so a choice among them would be a guess: the one that all languages
    # served here were written in fits, or none does. Read so, a Polish or Czech text is still none of these languages.
    match = from_bytes(content, cp_isolation=[_LEGACY], enable_fallback=False).best()
    is_sure = match is not None and match.chaos <= _MAX_CHAOS and match.coherence >= _MIN_COHERENCE
    text = content.decode(_LEGACY, errors="replace") if is_sure else ""
    if detect_language(text) not in LANGUAGES:
        raise UnreadableDocument("undecodable", f"{failure}; save it as UTF-8 (it is no {_LEGACY} either)")
    return text


def _codec(charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip().strip("'\"")).name
    except (LookupError, ValueError):
        return None
    if name in _READ_AS_WINDOWS_1252:
        return "cp1252"
    return "utf-8" if name == "utf-8-sig" else name
