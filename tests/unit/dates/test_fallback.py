"""Languages without a grammar file, and dateparser's known faults, which must not come through."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.dates.resolve import resolve_timexes

DAY = date(2020, 1, 3)


def values(text: str, language: str, reference: date | None = DAY) -> list[str]:
    return [timex.value for timex in resolve_timexes(text, language, reference=reference)]


def test_another_language_goes_through_dateparser() -> None:
    found = resolve_timexes("Встреча прошла 14 мая 2019 года в Москве.", "ru", reference=DAY)
    assert [(timex.value, timex.rule_id) for timex in found] == [("2019-05-14", "core.dateparser")]


def test_dutch_full_date() -> None:
    assert values("De vergadering vond plaats op 3 maart 2019.", "nl", None) == ["2019-03-03"]


def test_without_reference_only_full_dates() -> None:
    assert values("De vergadering was gisteren.", "nl", None) == []


def test_figures_alone_are_no_dates_in_fallback() -> None:
    assert values("Prijs 12.50 en score 3:53, pagina 2019.", "nl") == []


def test_unknown_language_gives_nothing() -> None:
    assert values("14 May 2019", "xx") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The report was published in December.", "en", ["2019-12"]),  # dateparser #1266: month over New Year
        ("Il est parti avant-hier.", "fr", ["2020-01-01"]),  # dateparser #767: hyphen
        ("They will meet next Tuesday.", "en", ["2020-01-07"]),  # dateparser #573: nothing found
        ("The fair ran from 3 to 5 March 2019.", "en", ["2019-03-03", "2019-03-05"]),  # dateparser #262: ranges
        ("He took a car to town.", "en", []),  # dateparser #942: words taken for dates
        ("Je sais que sa voiture coûte 5000 euros.", "fr", []),
    ],
)
def test_known_faults_of_dateparser(text: str, language: str, expected: list[str]) -> None:
    assert values(text, language) == expected
