"""Which document is which: canonical addresses and document ids."""

from __future__ import annotations

import hashlib
import json
import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|custom\d|link\w*|format|type|creation|variant)|fbclid|gclid|gclsrc|dclid|gbraid|"
    r"wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_ga|_gl|_hs(?:enc|mi)|hs(?:ctatracking)|xtor|"
    r"xtref|ito|cmpid|cmp|ocid|s_cid|ns_\w+|vero_\w+|oly_\w+_id|spm|wt_mc|fb_\w+|wickedid|__twitter_impression)",
    re.IGNORECASE,
)
_KEEP_IN_PATH = "/:@!$&'()*+,;=~-._%"
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def document_id(source_id: str, external_id: str | None, url: str | None, content_sha256: str) -> str:
    """The identity of a document: 20 hexadecimal digits that outlive its versions.

    It is made from the source and the best name the source gives: its own id, else the canonical address, else the
    content itself (then a changed content is another document).
    """
    if external_id:
        name = ["external_id", external_id]
    elif url:
        name = ["url", canonical_url(url)]
    else:
        name = ["content", content_sha256]
    canonical = json.dumps([source_id, *name], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def canonical_url(url: str) -> str:
    """The one spelling under which an address counts as the same page; idempotent.

    Scheme and host in lower case, no default port, no fragment, dot segments resolved, escapes in one form, tracking
    parameters dropped, the other parameters sorted by name (same names keep their order). What cannot be parsed as an
    address with a host is returned without surrounding white space and otherwise unchanged.
    """
    stripped = url.strip()
    try:
        parts = urlsplit(stripped)
        port = parts.port
    except ValueError:
        return stripped
    if not parts.hostname:
        return stripped
    return urlunsplit((parts.scheme.lower(), _authority(parts, port), _path(parts.path), _query(parts.query), ""))


def _authority(parts: SplitResult, port: int | None) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    user, at, _ = parts.netloc.rpartition("@")
    return f"{user}{at}{host}"


def _path(path: str) -> str:
    escaped = _ESCAPE.sub(_plain_escape, quote(_STRAY_PERCENT.sub("%25", path), safe=_KEEP_IN_PATH))
    kept: list[str] = []
    segments = escaped.split("/")
    for position, segment in enumerate(segments):
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
            continue
        if position == len(segments) - 1:
            kept.append("")
    return "/".join(kept) or "/"


def _plain_escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None, errors="surrogateescape")
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    return urlencode(sorted(kept, key=lambda pair: pair[0]), errors="surrogateescape")
