"""Days that hang on another event."""

from __future__ import annotations

from datetime import date

from tests.unit.events.making import document, mention, people, timex
from transforms.events.dating import date_mentions
from transforms.events.read_lexicon import load_lexicon
from transforms.events.relations import find_distances
from transforms.events.taking import day_of_count
from transforms.records import EventRelation

PUBLISHED = date(2020, 5, 15)
NEWS = date(2020, 5, 14)
TEXT = "A a rencontré B au lendemain du sommet de jeudi avec C."


def test_the_morrow_of_an_event_is_found_with_the_words_of_the_event() -> None:
    (found,) = find_distances([mention(TEXT)], [], load_lexicon("fr"))
    assert (found.days, TEXT[found.event_start : found.event_end]) == (1, "sommet de jeudi avec C")


def test_the_morrow_of_a_dated_event_dates_what_is_told_beside_it() -> None:
    summit = mention(TEXT, "sommet", rule_id="fr.noun.sommet", event_type="summit", participants=people("per.c"))
    day = timex(TEXT, "jeudi", NEWS)
    meeting, told = date_mentions(document(TEXT, PUBLISHED), [mention(TEXT), summit], [day])
    assert (meeting.date_start, meeting.date_basis) == (PUBLISHED, "relation")
    assert (told.date_start, told.date_basis) == (NEWS, "clause")


def test_an_event_with_a_day_of_its_own_keeps_it_and_lends_it() -> None:
    text = "A s'est rendu à Beyrouth trois jours après l'explosion du 4 août 2019."
    at = text.index("l'explosion")
    relation = EventRelation(3, at, len(text))
    quantity = timex(text, "trois jours", None, type="DURATION", relation=relation)
    day = timex(text, "4 août 2019", date(2019, 8, 4))
    (told,) = date_mentions(document(text, PUBLISHED), [mention(text, "rendu", event_type="visit")], [quantity, day])
    assert (told.date_start, told.date_basis) == (date(2019, 8, 7), "relation")


def test_a_count_of_weeks_from_a_day_is_a_day() -> None:
    text = "Une semaine plus tard, A a rencontré B."
    week = timex(
        text, "Une semaine plus tard", date(2020, 5, 11), date(2020, 5, 17), rule_id="fr.shift.narrative",
        anchor_on=date(2020, 5, 6),
    )  # fmt: skip
    assert day_of_count(week) == date(2020, 5, 13)
    assert day_of_count(timex(text, "Une semaine plus tard", date(2020, 5, 11), date(2020, 5, 17))) is None
