"""Plans, moves, cancellations and what the history says of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.golden.timeline.told import Telling, build, tell
from transforms.timeline.consolidate import Timeline

PAIR = [{"name": "Angela Merkel", "actor": "merkel"}, {"name": "Mark Rutte", "actor": "rutte"}]


def said(name: str, published: str | None, day: str | None, status: str = "held", words: str = "they meet.",
         **spec: Any) -> Telling:
    mention: dict[str, Any] = {"type": "meeting", "trigger": "meet", "status": status, "who": PAIR, **spec}
    if day:
        mention["date"] = [day]
    document = {"language": "en", "text": f"{name} {words}"}
    if published:
        document["published"] = published
    return tell({"document": document, "mentions": [mention]}, name)


def codes(timeline: Timeline) -> list[tuple[str | None, str]]:
    return [(step.document_id, step.change_code) for step in timeline.history]


def test_a_plan_becomes_a_report() -> None:
    timeline = build([said("d1", "2021-01-04", "2021-01-12", "planned"), said("d2", "2021-01-12", "2021-01-12")])
    (event,) = timeline.events
    assert event.status == "held"
    assert event.cameo_code == "036", "the code of the tests' event types for what was held"
    assert codes(timeline) == [("d1", "created"), ("d2", "held")]


def test_a_day_of_an_unknown_year_stands_in_edtf_alone() -> None:
    timeline = build([said("d1", None, None, yearless="XXXX-01-12")])
    (event,) = timeline.events
    assert (event.date_start, event.date_edtf) == (None, "XXXX-01-12")


def test_a_plan_nobody_reported_stays_planned() -> None:
    plan = said("d1", "2021-01-04", "2021-01-12", "planned")
    (event,) = build([plan], newest_published_on=date(2021, 1, 13)).events
    assert (event.status, event.date_basis) == ("planned", "plan_unconfirmed")
    (event,) = build([plan], newest_published_on=date(2021, 1, 12)).events
    assert event.date_basis == "clause"


def test_a_plan_postponed_in_so_many_words_takes_its_new_day() -> None:
    timeline = build([
        said("d1", "2021-01-04", "2021-01-12", "planned"),
        said("d2", "2021-01-08", "2021-03-02", "planned", "postponed, they meet on 2 March."),
    ])
    (event,) = timeline.events
    assert (event.date_start, event.status, event.has_date_conflict) == (date(2021, 3, 2), "planned", False)
    (moved,) = (step for step in timeline.history if step.change_code == "date_moved")
    assert (moved.document_id, moved.old_value_text, moved.new_value_text) == ("d2", "2021-01-12", "2021-03-02")


def test_a_postponed_plan_is_followed_to_its_report() -> None:
    timeline = build([
        said("d1", "2021-01-04", "2021-01-12", "planned"),
        said("d2", "2021-01-08", "2021-03-02", "planned", "postponed, they meet on 2 March."),
        said("d3", "2021-03-02", "2021-03-02"),
    ])
    (event,) = timeline.events
    assert (event.date_start, event.status, event.document_count) == (date(2021, 3, 2), "held", 3)


def test_a_plan_slips_by_a_day_in_one_place() -> None:
    timeline = build([said("d1", "2021-01-04", "2021-01-12", "planned", place="berlin"),
                      said("d2", "2021-01-13", "2021-01-13", place="berlin")])
    (event,) = timeline.events
    assert (event.date_start, event.status) == (date(2021, 1, 13), "held")
    assert ("d2", "date_moved") in codes(timeline)


@pytest.mark.parametrize("report", [
    said("d2", "2021-01-13", "2021-01-13"),
    said("d2", "2021-01-13", "2021-01-13", place="paris"),
    said("d2", "2021-02-02", "2021-02-02", place="berlin"),
    said("d2", "2021-01-03", "2021-01-03", place="berlin"),
], ids=["no place", "another town", "three weeks later", "known before"])
def test_without_a_word_a_plan_does_not_move(report: Telling) -> None:
    assert len(build([said("d1", "2021-01-04", "2021-01-12", "planned", place="berlin"), report]).events) == 2


def test_of_two_events_nearby_neither_takes_the_plan() -> None:
    told = [said("d1", "2021-01-04", "2021-01-12", "planned", place="berlin"),
            said("d2", "2021-01-14", "2021-01-14", place="berlin"),
            said("d3", "2021-01-19", "2021-01-19", place="berlin")]
    assert len(build(told).events) == 3


def test_a_cancellation_ends_the_plan() -> None:
    timeline = build([said("d1", "2021-01-04", "2021-01-12", "planned"),
                      said("d2", "2021-01-08", "2021-01-12", "cancelled")])
    (event,) = timeline.events
    assert (event.status, event.cameo_code) == ("cancelled", None)
    assert codes(timeline) == [("d1", "created"), ("d2", "cancelled")]


def test_a_cancellation_without_a_day_finds_the_plan() -> None:
    timeline = build([said("d1", "2021-01-04", "2021-01-12", "planned"), said("d2", "2021-01-08", None, "cancelled")])
    (event,) = timeline.events
    assert (event.status, event.date_start) == ("cancelled", date(2021, 1, 12))


def test_a_cancellation_without_a_day_leaves_what_was_held_alone() -> None:
    told = [said("d1", "2021-01-12", "2021-01-12"), said("d2", "2021-01-08", None, "cancelled")]
    assert sorted(event.status for event in build(told).events) == ["cancelled", "held"]


def test_a_report_outweighs_the_rumour_before_it() -> None:
    told = [said("d1", "2021-01-11", "2021-01-12", "cancelled"), said("d2", "2021-01-12", "2021-01-12")]
    assert build(told).events[0].status == "held"


def test_two_reports_outweigh_one_later_denial() -> None:
    told = [said("d1", "2021-01-12", "2021-01-12", words="one: they meet for an hour and talk at length of trade"),
            said("d2", "2021-01-12", "2021-01-12", words="two: in the chancellery they meet, as both sides confirmed"),
            said("d3", "2021-01-13", "2021-01-12", "denied")]
    assert build(told).events[0].status == "held"
    assert build([told[0], told[2]]).events[0].status == "denied"


def test_a_rescheduled_plan_is_a_plan_again() -> None:
    told = [said("d1", "2021-01-04", "2021-01-12", "cancelled"), said("d2", "2021-01-06", "2021-01-12", "planned")]
    assert build(told).events[0].status == "planned"


def test_of_two_dates_the_one_with_more_sources_wins_and_the_dispute_shows() -> None:
    def text(name: str) -> str:
        return f"{name}: they meet at the chancellery. " + " ".join(f"{name}{word}" for word in range(20))

    told = [said("d1", "2021-01-13", "2021-01-13", words=text("a"), place="chancellerie"),
            said("d2", "2021-01-13", "2021-01-12", words=text("b"), place="chancellerie"),
            said("d3", "2021-01-13", "2021-01-12", words=text("c"), place="chancellerie")]
    timeline = build(told)
    (event,) = timeline.events
    assert (event.date_start, event.has_date_conflict, event.source_count) == (date(2021, 1, 12), True, 3)
    assert ("d2", "date_disputed") in codes(timeline)
    assert {step.new_value_text for step in timeline.history if step.change_code == "date_moved"} == {"2021-01-12"}


def test_copies_of_a_wrong_date_are_one_vote() -> None:
    wire = "Wire: they meet at the chancellery. " + " ".join(f"word{n}" for n in range(30))
    own = "Own: they meet there, " + " ".join(f"other{n}" for n in range(30))
    third = "Third: they meet, " + " ".join(f"third{n}" for n in range(30))
    told = [said(f"w{n}", "2021-01-13", "2021-01-13", words=wire, place="chancellerie") for n in range(4)]
    told += [said("x", "2021-01-13", "2021-01-12", words=own, place="chancellerie"),
             said("y", "2021-01-13", "2021-01-12", words=third, place="chancellerie")]
    (event,) = build(told).events
    assert (event.date_start, event.document_count, event.source_count) == (date(2021, 1, 12), 6, 3)


def test_late_news_without_a_date_joins_the_event_before_it() -> None:
    late = said("d2", "2021-01-14", None, not_before="2021-01-13", not_after="2021-01-14")
    (event,) = build([said("d1", "2021-01-12", "2021-01-12"), late]).events
    assert event.date_start == date(2021, 1, 12)


def test_participants_are_added_one_by_one() -> None:
    more = said("d2", "2021-01-12", "2021-01-12", who=[*PAIR, {"name": "Jens Stoltenberg", "actor": "s"}])
    timeline = build([said("d1", "2021-01-12", "2021-01-12"), more])
    (step,) = (step for step in timeline.history if step.change_code == "participant_added")
    assert (step.document_id, step.new_value_text) == ("d2", "Jens Stoltenberg")
    assert timeline.events[0].title == "Meeting: Angela Merkel, Mark Rutte and Jens Stoltenberg"


def test_an_undated_document_comes_last_in_the_history() -> None:
    timeline = build([said("a", None, "2021-01-12"), said("b", "2021-01-12", "2021-01-12")])
    assert [step.change_code for step in timeline.history] == ["created"]
    assert timeline.events[0].event_id == "b.0"


def test_trust_grows_with_sources_and_shrinks_with_disputes() -> None:
    one = build([said("d1", "2021-01-12", "2021-01-12")]).events[0]
    assert one.confidence == 0.8
    other = said("d2", "2021-01-12", "2021-01-12", words="elsewhere they meet, say others " + "x y z " * 9)
    assert build([said("d1", "2021-01-12", "2021-01-12"), other]).events[0].confidence == 0.96


@pytest.mark.parametrize(("kind", "who", "more"), [
    ("summit", {"name": "NATO", "actor": "nato", "kind": "organisation"}, []),
    ("visit", {"name": "Donald Trump", "actor": "trump"}, [{"name": "Denmark", "kind": "country", "country": "DNK"}]),
])
def test_assemblies_and_visits_move_on_a_word(kind: str, who: dict[str, Any], more: list[dict[str, Any]]) -> None:
    (event,) = build([
        said("d1", "2021-01-04", "2021-01-12", "planned", type=kind, who=[who]),
        said("d2", "2021-01-08", "2021-03-02", "planned", "rescheduled, they meet later.", type=kind, who=[who, *more]),
    ]).events
    assert event.date_start == date(2021, 3, 2)


def test_a_word_of_repetition_keeps_two_days_apart() -> None:
    def told(name: str, day: str, words: str) -> Telling:
        return said(name, "2021-01-13", day, words=words, place="geneve", topic="the nuclear programme")

    first = told("d1", "2021-01-12", "they meet on Tuesday.")
    assert len(build([first, told("d2", "2021-01-13", "they meet on Wednesday.")]).events) == 1
    assert len(build([first, told("d2", "2021-01-13", "they meet again on Wednesday.")]).events) == 2


def test_two_papers_each_of_its_own_day_tell_two_events() -> None:
    told = [said("d1", "2021-01-12", "2021-01-12", place="geneve", topic="the nuclear programme"),
            said("d2", "2021-01-13", "2021-01-13", place="geneve", topic="the nuclear programme")]
    assert len(build(told).events) == 2


def test_days_add_up_to_a_stay_only_where_most_tell_of_one() -> None:
    def told(name: str, kind: str, *days: str) -> Telling:
        words = f"they meet, {name}: " + " ".join(f"{name}{n}" for n in range(20))
        return said(name, "2021-01-15", None, words=words, type=kind, date=list(days), place="berlin")

    stay, day, other = ("2021-01-12", "2021-01-14"), ("2021-01-12",), ("2021-01-12",)
    (event,) = build([told("a", "meeting", *stay), told("b", "meeting", *day), told("c", "meeting", *other)]).events
    assert event.date_end == date(2021, 1, 12)
    (event,) = build([told("a", "summit", *stay), told("b", "summit", *day), told("c", "summit", *other)]).events
    assert event.date_end == date(2021, 1, 14)
