"""Simple sentences of every make are told rightly: all of type, status, day, place and parties, and nothing else."""

from __future__ import annotations

import pytest

from tests.golden.grid.sentences import COUNT, LANGUAGES, draw, faults

# Measured; a change that lowers one of them has broken a rule (`python -m tests.golden.grid.sentences LANGUAGE`).
LEAST_RIGHT = {"de": 0.93, "en": 0.95, "es": 0.96, "fr": 0.96, "it": 0.95, "pt": 0.97}


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_simple_sentences_are_told_rightly(language: str) -> None:
    right = sum(not faults(one, language) for one in draw(language, COUNT))
    assert right / COUNT >= LEAST_RIGHT[language]


def test_the_same_seed_draws_the_same_sentences() -> None:
    assert list(draw("fr", 20)) == list(draw("fr", 20))
    assert list(draw("fr", 20)) != list(draw("fr", 20, seed=1))
