"""Names that no reader took: runs of capitals outside actors, places, triggers and words of time."""

from __future__ import annotations

import pytest

from tests.golden.events.test_event_sentences import gazetteer
from transforms.actors.reading import read_actors
from transforms.actors.tokens import tokenise
from transforms.actors.words import title_words
from transforms.events.read_lexicon import load_lexicon
from transforms.events.sentence import Sentence
from transforms.events.unread_names import unread_names


def unread(language: str, text: str) -> list[tuple[str, str | None, str]]:
    tokens, words = tokenise(text, 0, len(text)), title_words(language)
    phrases = read_actors(text, tokens, gazetteer(), words)
    sentence = Sentence(text, 0, len(text), tokens, phrases, load_lexicon(language), words)
    return [(group.members[0].text, group.preposition, group.members[0].kind) for group in unread_names(sentence, ())]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On Monday talks with Fenprof failed.", [("Fenprof", "with", "organisation")]),
        ("fr", "La réunion de mardi avec Papeteries du Verdanson a échoué.", [
            ("Papeteries du Verdanson", "with", "organisation")
        ]),
        ("en", "Angela Merkel arrived on Tuesday.", []),
        ("en", "TALKS WITH FENPROF FAILED", []),
    ],
)  # fmt: skip
def test_runs_of_capitals(language: str, text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert unread(language, text) == expected
