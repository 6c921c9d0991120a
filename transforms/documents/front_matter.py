"""The block of `key: value` lines between two rules that Markdown files begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLOCK = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>(?:[^\n]{0,500}\n){1,60}?)(?P=fence)[ \t]*(?=\r?\n|\Z)"
)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the block ends (0: there is none) and its plain values by key in lower case, without quotation marks."""

    end: int = 0
    fields: dict[str, str] = field(default_factory=dict)

    def first(self, *keys: str) -> str | None:
        """The value of the first of these keys that has one."""
        return next((self.fields[key] for key in keys if self.fields.get(key)), None)


def read_front_matter(text: str) -> FrontMatter:
    """Read the block at the very beginning of a text; its nested values are passed over."""
    match = _BLOCK.match(text)
    if match is None:
        return FrontMatter()
    fields: dict[str, str] = {}
    for line in match["body"].splitlines():
        pair = _PAIR.match(line)
        if pair is not None:
            fields.setdefault(pair["key"].lower(), pair["value"].strip().strip("\"'").strip())
    return FrontMatter(match.end(), fields) if fields else FrontMatter()
