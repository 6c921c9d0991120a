"""The days on which the people of a text served."""

from __future__ import annotations

from datetime import date

import pytest

from tests.golden.events.test_event_sentences import gazetteer
from transforms.actors.era import days_of_holders

DAYS = [date(year, 7, 27) for year in (2009, 2015, 2020, 2026)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Le président Barack Obama a reçu le président Nicolas Sarkozy.", [2009]),
        ("La chancelière Angela Merkel et le président Emmanuel Macron se sont entretenus.", [2020]),
        ("Le conseil municipal s'est réuni.", []),
        ("L'ancien président Barack Obama a publié un livre.", []),
    ],
)
def test_days(text: str, years: list[int]) -> None:
    assert [day.year for day in days_of_holders(text, "fr", DAYS, gazetteer())] == years
