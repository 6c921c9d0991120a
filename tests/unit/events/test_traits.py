"""What the judge is told of a text as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.documents.regions import find_regions
from transforms.events.spoken import own_words
from transforms.events.traits import document_traits
from transforms.records import Document


def document(text: str, language: str) -> Document:
    return Document(
        "case", None, "s", None, None, None, language, date(2021, 6, 17), None, "declared", None, None, "text/plain",
        text, "", 1, find_regions(text, language),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Je suis heureux, et nous irons à Brest.", "fr", 2),
        ("« Je suis heureux de ce que nous faisons ici », a dit la ministre. Nous y étions.", "fr", 1),
        ("Inside, they met wives of sailors.", "en", 0),
        ("We met; I left.", "en", 2),
    ],
)
def test_own_words_are_those_outside_quotations(text: str, language: str, count: int) -> None:
    assert own_words(document(text, language)) == count


def test_a_short_text_counts_as_one_of_a_thousand_characters() -> None:
    assert document_traits(document("We met; I left.", "en"), people=3) == {"voice": "2", "density": "2"}


def test_a_long_text_is_measured_by_its_length() -> None:
    text = "We met; I left. " + "The minister spoke to the workers of the port. " * 100
    traits = document_traits(document(text, "en"), people=3)
    assert traits == {"voice": "0.3", "density": "0.5"}
