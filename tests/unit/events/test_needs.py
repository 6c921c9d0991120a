from __future__ import annotations

from pathlib import Path

import pytest

from transforms.events import read_lexicon
from transforms.events.needs import ATOMS, read_needs
from transforms.languages.load import LANGUAGES, load_language


def test_alternatives_are_rows_of_atoms() -> None:
    assert read_needs(["two", "one place"]) == (("two",), ("one", "place"))
    assert read_needs([]) == ()


def test_an_unknown_atom_is_told_with_its_file_and_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = {"verbs": {"see": {"type": "meeting", "past": ["saw"], "needs": ["two", "one planet"]}}}
    monkeypatch.setattr(read_lexicon, "load_language", lambda _: {"events": frames})
    with pytest.raises(ValueError, match=r"languages/en\.toml, frame en\.verb\.see: no atom planet .* known_place"):
        read_lexicon.load_lexicon.__wrapped__("en")


def test_every_atom_is_needed_by_a_frame() -> None:
    events = [load_language(code)["events"] for code in LANGUAGES]
    frames = [frame for words in events for kind in ("verbs", "nouns") for frame in words[kind].values()]
    assert {atom for frame in frames for needs in frame.get("needs", ()) for atom in needs.split()} == ATOMS.keys()


def test_every_atom_is_told_in_the_room_s_page() -> None:
    page = (Path(read_lexicon.__file__).parent / "README.md").read_text(encoding="utf-8")
    assert {atom for atom in ATOMS if f"`{atom}`" not in page} == set()
