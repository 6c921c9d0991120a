"""Read a language file once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("fr", "en", "de", "es", "it", "pt")


@cache
def load_language(code: str) -> dict[str, Any]:
    """The words of one language as nested tables.

    Args:
        code: ISO 639-1 code, one of `LANGUAGES`.

    Raises:
        KeyError: no file for that language.
    """
    if code not in LANGUAGES:
        raise KeyError(f"no language file for {code!r}; there are {', '.join(LANGUAGES)}")
    return tomllib.loads((resources.files(__package__) / f"{code}.toml").read_text(encoding="utf-8"))
