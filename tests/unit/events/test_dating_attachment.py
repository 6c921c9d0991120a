"""Which expression of a sentence dates a mention, and the day a story has reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.events.making import document, mention, people, timex
from transforms.events.dating import date_mentions
from transforms.records import Mention, Region, Timex

PUBLISHED = date(2020, 5, 15)
NEWS, OLD = date(2020, 5, 14), date(2019, 3, 2)


def dated(text: str, told: Mention, *timexes: Timex, published: date | None = PUBLISHED) -> Mention:
    return date_mentions(document(text, published), [told], timexes)[0]


@pytest.mark.parametrize(("text", "trigger", "changes", "right", "wrong"), [
    ("C'était, après celle de mars 2019, leur rencontre de jeudi.", "rencontre", {}, "jeudi", "mars 2019"),
    ("Ils ont tenu jeudi un sommet sur les engagements pris à Pau le 2 mars.", "sommet", {}, "jeudi", "le 2 mars"),
    ("Prévu en mars 2019, le sommet s'est tenu jeudi.", "sommet", {}, "jeudi", "mars 2019"),
    ("La visite annoncée mardi commencera jeudi.", "visite", {"status": "planned"}, "jeudi", "mardi"),
])  # fmt: skip
def test_expressions_of_something_else_are_passed_over(
    text: str, trigger: str, changes: dict[str, str], right: str, wrong: str
) -> None:
    told = mention(text, trigger, rule_id="fr.noun.sommet", **changes)
    other = timex(text, wrong, OLD, precision="month" if " 2019" in wrong else "day")
    assert dated(text, told, other, timex(text, right, NEWS)).date_start == NEWS


def test_days_win_over_months() -> None:
    text = "En mars 2019 déjà, A avait rencontré B, longtemps avant jeudi."
    month = timex(text, "mars 2019", date(2019, 3, 1), date(2019, 3, 31), precision="month")
    assert dated(text, mention(text), month, timex(text, "jeudi", NEWS)).date_start == NEWS


def test_a_clause_hangs_on_the_day_before_it() -> None:
    text = "Il ne l'a pas revu depuis le 2 mars 2019, jour où il l'avait accueilli à Paris."
    told = mention(text, "accueilli", is_background=True, clause_start=text.index("où"))
    deadline = timex(text, "le 2 mars 2019", OLD, is_deadline=True)
    assert (dated(text, told, deadline).date_start, dated(text, told, deadline).date_basis) == (OLD, "clause")


def second_of(first: str, second: str, trigger: str, **changes: object) -> tuple[str, Mention]:
    text = first + second
    told = mention(text, trigger, char_start=len(first), clause_start=len(first), sentence_text=second)
    return text, replace(told, **changes)  # type: ignore[arg-type]


def test_a_day_of_the_news_holds_over_paragraphs_and_a_far_day_does_not() -> None:
    first = "A a parlé jeudi." + " Il a plu." * 70 + "\n\nIl y a eu la rencontre du 2 mars 2019.\n\n"
    text, told = second_of(first, "A a rencontré B ensuite.", "rencontré")
    days = timex(text, "jeudi", NEWS), timex(text, "2 mars 2019", OLD)
    assert (dated(text, told, *days).date_start, dated(text, told, *days).date_basis) == (NEWS, "focus")


def test_a_far_day_holds_in_its_paragraph() -> None:
    text, told = second_of("Le 2 mars 2019, A était à Paris. ", "A a rencontré B.", "rencontré")
    assert dated(text, told, timex(text, "Le 2 mars 2019", OLD)).date_start == OLD


def test_a_relative_clause_does_not_move_the_story() -> None:
    first = "Le sommet s'ouvre aujourd'hui. A, qui est arrivé hier, a souri. "
    text, told = second_of(first, "A a rencontré B ensuite.", "rencontré")
    aside = mention(text, "arrivé", event_type="visit", char_start=31, char_end=63, clause_start=text.index("qui"))
    days = [timex(text, "aujourd'hui", PUBLISHED), timex(text, "hier", NEWS)]
    aside = replace(aside, clause_end=text.index(", a souri"))
    results = date_mentions(document(text, PUBLISHED), [aside, told], days)
    assert [result.date_start for result in results] == [NEWS, PUBLISHED]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Auparavant, A avait rencontré B.", NEWS),
    ("A avait rencontré B peu avant.", NEWS),
    ("A avait rencontré B avant midi.", NEWS),
    ("A avait rencontré B l'an passé, puis une semaine plus tard.", None),
    ("A avait rencontré B.", None),
])  # fmt: skip
def test_background_told_in_sequence_is_of_the_same_day(sentence: str, expected: date | None) -> None:
    text, told = second_of("A a parlé jeudi. ", sentence, "rencontré", is_background=True)
    assert dated(text, told, timex(text, "jeudi", NEWS)).date_start == expected


def test_what_the_body_tells_is_not_dated_further_down() -> None:
    text = "A est arrivé jeudi. A a reçu B. Vendredi, A a revu B."
    first = mention(text, "reçu", char_start=20, char_end=31, clause_start=20, clause_end=31)
    later = mention(text, "revu", char_start=32, clause_start=32)
    days = [timex(text, "jeudi", NEWS), timex(text, "Vendredi", PUBLISHED)]
    results = date_mentions(document(text, PUBLISHED), [first, later], days)
    assert [result.date_start for result in results] == [NEWS, PUBLISHED]


def test_days_counted_from_something_else_are_no_length() -> None:
    text = "Deux jours après l'explosion, A est arrivé jeudi à Paris."
    told = mention(text, "arrivé", event_type="visit", participants=people("per.a"))
    distance = timex(text, "Deux jours", None, type="DURATION", value="P2D")
    result = dated(text, told, distance, timex(text, "jeudi", NEWS))
    assert (result.date_start, result.date_end) == (NEWS, NEWS)


def test_a_stay_lasts_until_its_last_day() -> None:
    text = "A, en visite jeudi jusqu'à lundi, a parlé."
    told = mention(text, "visite", event_type="visit", participants=people("per.a"))
    last = timex(text, "lundi", date(2020, 5, 18), is_deadline=True, mod="ON_OR_BEFORE")
    result = dated(text, told, timex(text, "jeudi", NEWS), last)
    assert (result.date_start, result.date_end) == (NEWS, date(2020, 5, 18))


def test_a_last_weekday_stays_behind() -> None:
    text = "A doit rencontrer B vendredi dernier."
    told = mention(text, "rencontrer", status="planned", rule_id="fr.verb.rencontrer")
    day = date(2020, 5, 8)
    assert dated(text, told, timex(text, "vendredi dernier", day, rule_id="fr.weekday.last")).date_start == day


def test_a_dateline_is_no_day_of_the_story() -> None:
    text = "PARIS, 15 mai - A a reçu B.\nVendredi, A a revu B."
    regions = (Region(0, 15, "dateline", "dateline.opening"),)
    first = mention(text, "reçu", char_start=16, char_end=27, clause_start=16, clause_end=27)
    later = mention(text, "revu", char_start=28, clause_start=28)
    days = [timex(text, "15 mai", PUBLISHED), timex(text, "Vendredi", NEWS)]
    results = date_mentions(document(text, PUBLISHED, regions), [first, later], days)
    assert results[0].date_basis == "same_event"


@pytest.mark.parametrize(("text", "expected"), [
    ("Avant le sommet de jeudi, A a rencontré B.", PUBLISHED),
    ("A, qui fut nommé à Paris jeudi, a rencontré B.", PUBLISHED),
    ("Venu jeudi, A a rencontré B.", NEWS),
])  # fmt: skip
def test_days_of_relative_clauses_and_of_planned_nouns_are_not_the_verbs(text: str, expected: date) -> None:
    told = [mention(text)]
    if "sommet" in text:
        told.append(mention(text, "sommet", status="planned", rule_id="fr.noun.sommet"))
    assert date_mentions(document(text, PUBLISHED), told, [timex(text, "jeudi", NEWS)])[0].date_start == expected
