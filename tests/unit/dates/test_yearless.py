"""Days of a year that nothing tells, and what hangs on them."""

from __future__ import annotations

import pytest

from transforms.dates.resolve import resolve_timexes
from transforms.documents.regions import find_regions

HEAD = "Démenti de la présidence après l'article du Fanal\n\n"


def values(text: str, language: str = "fr") -> dict[str, str]:
    """The expressions of an undated document with their values."""
    regions = find_regions(text, language)
    return {t.text: t.value for t in resolve_timexes(text, language, reference=None, regions=regions)}


def test_dateline_leads_to_what_counts_from_the_day_of_writing() -> None:
    told = values(f"{HEAD}SKARN, 31 mai (AMP) — M. Doro a été reçu hier. Il se rendra demain à Velgrad.")
    assert (told["hier"], told["demain"]) == ("XXXX-05-30", "XXXX-06-01")


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        (f"{HEAD}SKARN, 31 mai (AMP) — M. Doro a été reçu mardi à Skarn.", "XXXX-WXX-2"),
        (f"{HEAD}SKARN, mardi 31 mai (AMP) — M. Doro a été reçu lundi à Skarn.", "XXXX-05-30"),
    ],
)
def test_weekdays_follow_where_one_is_told_with_its_number(text: str, weekday: str) -> None:
    told = values(text)
    assert [value for words, value in told.items() if words in ("mardi", "lundi")] == [weekday]


def test_last_day_told_as_past_leads_to_weekdays_but_not_to_yesterday() -> None:
    told = values(
        "The six leaders met on Monday 7 October and Tuesday 8 October in Kivanda.\n\n"
        "Two of them spoke on Monday evening. A letter came yesterday.",
        "en",
    )
    assert told["Monday evening"] == "XXXX-10-07TEV"
    assert not told["yesterday"].startswith("XXXX-1")


def test_undated_sentence_alone_stays_as_it_is() -> None:
    timexes = resolve_timexes("Il a été reçu mardi 3 juin, puis mercredi.", "fr", reference=None)
    assert [t.value for t in timexes] == ["XXXX-06-03", "XXXX-WXX-3"]


def test_days_counted_from_a_day_without_a_year_do_not_count_from_an_older_one() -> None:
    told = values("Elle a été nommée le 1er avril 2019.\n\nElle a vu Ana le 4 juillet. Le lendemain, elle partait.")
    assert (told["le 4 juillet"], told["Le lendemain"]) == ("XXXX-07-04", "XXXX-07-05")


def test_year_of_the_sentence_before_holds_without_a_day_of_writing() -> None:
    told = values("Elle a été nommée le 1er avril 2019. Le 4 juillet, elle a vu le maire. Le lendemain, elle partait.")
    assert (told["Le 4 juillet"], told["Le lendemain"]) == ("2019-07-04", "2019-07-05")
