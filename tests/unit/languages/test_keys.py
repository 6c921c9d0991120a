"""Nothing stands in a language file that no code reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from transforms.events import read_lexicon
from transforms.languages.load import LANGUAGES, load_language

CODE = Path(read_lexicon.__file__).parents[1]
KINDS = ("verbs", "nouns", "support")
OPEN = (
    "dates.words", "events.paradigms", "events.unaccented", "titles.contractions", "titles.counts",
    "titles.country_names", "titles.demonyms", "titles.heads", "titles.named_heads", "titles.plural_heads",
    "titles.shared_demonyms", "titles.sorts", *(f"events.{kind}" for kind in KINDS),
)  # fmt: skip
"""Tables whose keys are data themselves."""


class Watched(dict[str, Any]):
    """A table that knows which of its keys were asked for."""

    def __init__(self, table: dict[str, Any]) -> None:
        super().__init__(table)
        self.asked: set[object] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.asked.add(key)
        return super().__contains__(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_frame_is_read(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = load_language(language)
    frames = {kind: {name: Watched(spec) for name, spec in words["events"][kind].items()} for kind in KINDS}
    monkeypatch.setattr(read_lexicon, "load_language", lambda _: words | {"events": words["events"] | frames})
    read_lexicon.load_lexicon.__wrapped__(language)
    specs = ((f"{kind}.{name}", spec) for kind in KINDS for name, spec in frames[kind].items())
    assert [(name, key) for name, spec in specs for key in spec.keys() - spec.asked] == []


def keys(table: dict[str, Any], path: str = "") -> Iterator[str]:
    for key, value in table.items():
        yield path + key
        if isinstance(value, dict) and path + key not in OPEN:
            yield from keys(value, f"{path}{key}.")


def test_every_key_stands_in_code() -> None:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in CODE.rglob("*.py"))
    told = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    found = {key for code in LANGUAGES for key in keys(load_language(code))}
    assert {key for key in found if key.rpartition(".")[2] not in told} == set()
