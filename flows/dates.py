"""The dates command: date expressions of a text, found and resolved without a warehouse."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from rich.text import Text

from flows.printing import console, print_table
from transforms.dates.resolve import as_jsonl, resolve_timexes
from transforms.documents.language import detect_language
from transforms.records import Timex


class BadLineError(ValueError):
    """A line of JSON input that cannot be used, with its number."""


def print_dates(file: str, *, language: str | None, reference: str | None, as_json: bool, explain: bool) -> int:
    """Print the date expressions of one text; gives the exit code."""
    with _opened(file) as lines:
        text = lines.read()
    code = detect_language(text, language)
    timexes = resolve_timexes(text, code, reference=_instant(reference))
    if as_json:
        for timex in timexes:
            print(json.dumps(as_jsonl(timex), ensure_ascii=False))
        return 0
    console().print(_highlighted(text, timexes), soft_wrap=True)
    names = ["at", "words", "type", "value", "from", "to", "precision"]
    rows: list[list[object]] = [
        [timex.start, timex.text, timex.type, timex.value, timex.date_start or timex.date_not_before,
         timex.date_end or timex.date_not_after, timex.precision]
        for timex in timexes
    ]
    if explain:
        names += ["rule", "anchor", "counted from", "confidence"]
        rows = [[*row, timex.rule_id, timex.anchor_kind, timex.anchor_on, timex.confidence]
                for row, timex in zip(rows, timexes, strict=True)]
    print_table(names, rows)
    return 0


def print_dates_of_lines(file: str) -> int:
    """Read documents as JSON lines and print each with its date expressions; gives the exit code.

    A line that cannot be used is named on stderr and passed over; the exit code is then 3.
    """
    code = 0
    with _opened(file) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                document = _with_timexes(json.loads(line))
            except (ValueError, TypeError, KeyError) as error:
                print(f"chronofil dates: line {number} passed over: {error}", file=sys.stderr)
                code = 3
                continue
            print(json.dumps(document, ensure_ascii=False))
    return code


def _with_timexes(document: dict[str, Any]) -> dict[str, Any]:
    text = document["text"]
    if not isinstance(text, str):
        raise BadLineError("`text` is no string")
    language = document.get("lang") or detect_language(text, None)
    timexes = resolve_timexes(text, language, reference=_instant(document.get("dct")))
    return document | {"timexes": [as_jsonl(timex) for timex in timexes]}


def _instant(value: str | None) -> date | datetime | None:
    """A reference day or instant.

    Raises:
        ValueError: neither a day nor an instant in ISO form.
    """
    if not value:
        return None
    return date.fromisoformat(value) if len(value) == len("2020-05-14") else datetime.fromisoformat(value)


@contextmanager
def _opened(file: str) -> Iterator[IO[str]]:
    """The file, or standard input for "-"; always UTF-8, line ends as they are."""
    if file == "-":
        sys.stdin.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        yield sys.stdin
    else:
        with Path(file).open(encoding="utf-8", newline="") as lines:
            yield lines


def _highlighted(text: str, timexes: list[Timex]) -> Text:
    shown = Text(text)
    for timex in timexes:
        shown.stylize("bold underline", timex.start, timex.end)
    return shown
