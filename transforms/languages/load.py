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
    words = tomllib.loads((resources.files(__package__) / f"{code}.toml").read_text(encoding="utf-8"))
    for letter, other in words.pop("spelling", {}).items():
        words = _also_written(words, letter, other)
    return words


def _also_written(value: Any, letter: str, other: str) -> Any:
    """Tables whose lists hold each word also in another spelling ("Außenminister", Swiss "Aussenminister")."""
    if isinstance(value, dict):
        return {key: _also_written(inner, letter, other) for key, inner in value.items()}
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return list(dict.fromkeys([*value, *(item.replace(letter, other) for item in value)]))
    return value
