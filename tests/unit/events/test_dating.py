from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.events.making import document, mention, people, timex
from transforms.events.dating import DATE_BASES, date_mentions
from transforms.records import EventRelation, Mention, Timex

PUBLISHED = date(2020, 5, 15)
THURSDAY = date(2020, 5, 14)
TEXT = "A a rencontré B jeudi à Paris."


def dated(told: Mention, *timexes: Timex, published: date | None = PUBLISHED, lead: str = "") -> Mention:
    return date_mentions(document(lead + told.sentence_text, published), [told], timexes)[0]


def test_every_basis_has_a_meaning() -> None:
    assert all(code.isidentifier() and meaning for code, meaning in DATE_BASES.items())


def test_own_clause_comes_first() -> None:
    result = dated(mention(), timex(TEXT, "jeudi", THURSDAY))
    assert (result.date_start, result.date_end, result.date_basis) == (THURSDAY, THURSDAY, "clause")


def test_deadlines_durations_and_sets_do_not_date() -> None:
    day = timex(TEXT, "jeudi", THURSDAY)
    for unusable in (replace(day, is_deadline=True), replace(day, type="DURATION"), replace(day, type="SET")):
        assert dated(mention(), unusable).date_basis == "document_day"


def test_vague_expressions_bound() -> None:
    vague = timex(TEXT, "jeudi", None, date_not_before=date(2020, 3, 1), date_not_after=date(2020, 5, 1))
    result = dated(mention(), vague)
    assert result.date_start is None
    assert (result.date_not_before, result.date_basis) == (date(2020, 3, 1), "clause_bounds")


def test_lede_gets_the_day_and_the_body_gets_bounds() -> None:
    assert dated(mention()).date_start == PUBLISHED
    lead = "x" * 400 + "\n"
    told = replace(mention(), char_start=len(lead), char_end=len(lead) + len(TEXT), trigger_start=len(lead) + 4)
    result = date_mentions(document(lead + TEXT, PUBLISHED), [told], [])[0]
    assert (result.date_start, result.date_not_before, result.date_not_after) == (None, THURSDAY, PUBLISHED)
    assert result.date_basis == "news_day_bounds"


def test_unknown_stays_unknown() -> None:
    assert dated(mention(), published=None).date_basis == "no_anchor"
    assert dated(replace(mention(), is_background=True)).date_basis == "background"
    assert dated(replace(mention(), status="hypothetical")).date_start is None


def test_relation_dates_the_event_it_hangs_on() -> None:
    text = "A parlait jeudi, deux jours après le crash au Mali."
    crash = replace(mention(text, "crash"), event_type="accident", participants=(), clause_start=text.index("deux"))
    at = text.index("le crash")
    offset = timex(text, "deux jours après le crash", None, relation=EventRelation(2, at, at + len("le crash")))
    result = dated(crash, timex(text, "jeudi", THURSDAY), offset)
    assert (result.date_start, result.date_basis) == (date(2020, 5, 12), "relation")


def test_mentions_of_one_event_share_the_date() -> None:
    text = TEXT + " Les deux hommes se sont entretenus."
    second = replace(mention(text, "entretenus"), char_start=len(TEXT) + 1, clause_start=len(TEXT) + 1)
    first = replace(mention(text, "rencontré"), char_end=len(TEXT), clause_end=len(TEXT))
    results = date_mentions(document(text, None), [first, second], [timex(text, "jeudi", THURSDAY)])
    assert [result.date_start for result in results] == [THURSDAY, THURSDAY]
    assert results[1].date_basis == "same_event"


def test_held_in_the_future_is_planned() -> None:
    told = replace(mention(), rule_id="fr.noun.rencontre")
    assert dated(told, timex(TEXT, "jeudi", date(2020, 6, 1))).status == "planned"


def test_what_a_verb_tells_as_past_is_of_no_day_to_come() -> None:
    assert dated(mention(), timex(TEXT, "jeudi", date(2020, 6, 1))).date_basis == "document_day"


def test_plan_of_the_past_is_unconfirmed() -> None:
    told = replace(mention(), status="planned", status_text="devait")
    assert (
        dated(told, timex(TEXT, "jeudi", date(2020, 3, 1), rule_id="x", precision="year")).date_basis
        == "plan_unconfirmed"
    )


@pytest.mark.parametrize(("sentence", "first", "last"), [
    ("A est arrivé jeudi pour une visite de trois jours.", 14, 16),
    ("A a quitté Paris jeudi au terme d'une visite de trois jours.", 12, 14),
])  # fmt: skip
def test_length_of_a_visit(sentence: str, first: int, last: int) -> None:
    told = replace(mention(sentence, "visite"), event_type="visit", participants=people("per.a"))
    days = timex(sentence, "trois jours", None, type="DURATION", value="P3D")
    result = dated(told, timex(sentence, "jeudi", THURSDAY), days)
    assert (result.date_start, result.date_end) == (date(2020, 5, first), date(2020, 5, last))


def test_range_of_a_gathering() -> None:
    sentence = "Le sommet se tiendra du 24 au 26 août."
    told = replace(mention(sentence, "sommet"), event_type="summit", status="planned")
    start, end = timex(sentence, "24", date(2020, 8, 24)), timex(sentence, "26 août", date(2020, 8, 26))
    assert dated(told, start, end).date_end == date(2020, 8, 26)


def test_meetings_on_a_visit_are_its_children() -> None:
    visit = replace(mention(TEXT, "jeudi"), event_type="visit", participants=people("per.a"))
    results = date_mentions(document(TEXT, PUBLISHED), [visit, mention()], [timex(TEXT, "jeudi", THURSDAY)])
    assert results[1].parent_mention_id == visit.mention_id
    assert results[0].parent_mention_id is None


def test_what_is_done_on_a_journey_has_its_day_of_an_unknown_year() -> None:
    lead = "Réunion du jeudi 14 mai 2020. "
    text = lead + "Déplacement de A à Toulouse (2 mai) où il a vu B."
    spans = {"char_start": len(lead), "char_end": len(text)}
    bracket = {"clause_start": len(lead), "clause_end": text.index("où")}
    journey = mention(text, "Déplacement", event_type="visit", participants=people("per.a"), **spans, **bracket)
    talk = mention(text, "vu", clause_start=text.index("où"), clause_end=len(text), **spans)
    story = timex(text, "jeudi 14 mai 2020", THURSDAY, moves_focus=True)
    results = date_mentions(document(text), [journey, talk], [story, timex(text, "2 mai", None, value="XXXX-05-02")])
    assert [(m.yearless_day, m.date_start) for m in results] == [("XXXX-05-02", None)] * 2


@pytest.mark.parametrize(("value", "day", "yearless"), [
    ("XXXX-05-02", None, "XXXX-05-02"), ("XXXX-05-02T18:00", None, "XXXX-05-02"), ("XXXX-WXX-4", THURSDAY, None),
])
def test_day_of_an_unknown_year_is_not_that_of_the_story(value: str, day: date | None, yearless: str | None) -> None:
    lead = "Réunion du jeudi 14 mai 2020. "
    text = lead + "A a rencontré B le 2 mai."
    told = mention(text, "rencontré", char_start=len(lead), clause_start=len(lead), clause_end=len(text))
    story = timex(text, "jeudi 14 mai 2020", THURSDAY, moves_focus=True)
    result = date_mentions(document(text), [told], [story, timex(text, "le 2 mai", None, value=value)])[0]
    assert (result.date_start, result.yearless_day) == (day, yearless)
