"""Our own sentences in six languages: every expression found, typed and valued, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from transforms.dates.resolve import resolve_timexes

HERE = Path(__file__).parent
MARK = re.compile(r"\[([^\]]+)\]\((DATE|TIME|DURATION|SET) ([^)]+)\)")


def cases() -> Iterator[tuple[str, date | None, str]]:
    for path in sorted(HERE.glob("??.txt")):
        reference: date | None = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                reference = None if line == "@none" else date.fromisoformat(line[1:])
            elif line and not line.startswith("#"):
                yield path.stem, reference, line


def marked(text: str, language: str, reference: date | None) -> str:
    shown, position = "", 0
    for timex in resolve_timexes(text, language, reference=reference):
        shown += f"{text[position : timex.start]}[{timex.text}]({timex.type} {timex.value})"
        position = timex.end
    return shown + text[position:]


@pytest.mark.parametrize(("language", "reference", "line"), list(cases()))
def test_sentence(language: str, reference: date | None, line: str) -> None:
    plain = MARK.sub(r"\1", line)
    assert marked(plain, language, reference) == line


@pytest.mark.parametrize("language", ["fr", "en", "de", "es", "it", "pt"])
def test_suite_is_large_enough(language: str) -> None:
    lines = [line for found, _, line in cases() if found == language]
    dated = sum("](" in line for line in lines)
    assert dated >= 60
    assert len(lines) - dated >= 14
