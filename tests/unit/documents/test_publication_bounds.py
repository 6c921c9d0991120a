"""What an undated text proves: the day that it was not published before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.documents.publishing import BODY, TITLE, published


def test_picture_is_only_a_bound() -> None:
    caption = "Le ministre grec, le 12 janvier 2022 à Bruxelles"
    text = f"{TITLE}\n\n{caption}\n\n{caption} - JOHN THYS © 2019 AFP\n\n{BODY} Il a parlé mercredi à la presse."
    publication = published(text)
    assert (publication.published_on, publication.basis, publication.not_before) == (None, "none", date(2022, 1, 12))


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("fr", "En 2016, les budgets ont augmenté.", date(2016, 1, 1)),
        ("fr", "2015 a été la première année sans baisse.", date(2015, 1, 1)),
        ("fr", "Il a été élu le 7 mai 2017 à Paris.", date(2017, 5, 7)),
        ("fr", "La ligne est suspendue depuis 2016.", date(2016, 1, 1)),
        ("en", "In 2016 budgets rose for the first time.", date(2016, 1, 1)),
        ("en", "They met in Geneva on June 16, 2021.", date(2021, 6, 16)),
        ("fr", "En 2030, les budgets augmenteront.", None),
        ("fr", "Il a annoncé un sommet le 3 mars 2030.", None),
        ("fr", "Il a évoqué le sommet de Madrid en 2022.", None),
        ("fr", "Il a payé 2016 euros.", None),
        ("fr", "Le traité signé en 1949 reste en vigueur.", None),
        ("en", "They agreed to meet on June 16, 2030.", None),
        ("en", "It sold 2016 cars.", None),
    ],
)
def test_what_a_sentence_proves(language: str, text: str, bound: date | None) -> None:
    assert published(text, language).not_before == bound


def test_bound_is_left_out_where_the_day_is_known() -> None:
    assert published("En 2016, les budgets ont augmenté.", declared="2020-05-01").not_before is None


def test_other_languages_than_ours_infer_nothing() -> None:
    assert published("Zij ontmoetten elkaar in 2016.", "nl").not_before is None


def test_month_of_an_address_is_a_bound() -> None:
    publication = published(BODY, url="https://e.org/2020/05/story")
    assert (publication.published_on, publication.not_before) == (None, date(2020, 5, 1))
