"""One meeting, nine documents, three languages, two wrong dates, one rumour of a cancellation: one event."""

from __future__ import annotations

from datetime import date

import pytest

from tests.golden.timeline.told import FOLDER, build, read_lines, tell
from transforms.timeline.consolidate import Timeline


@pytest.fixture(scope="module")
def story() -> Timeline:
    rows = read_lines(FOLDER / "nine_documents.jsonl")
    return build(tell(row, f"n{number}") for number, row in enumerate(rows, 1))


def test_is_one_event_with_the_right_date(story: Timeline) -> None:
    (event,) = story.events
    assert (event.date_start, event.date_end) == (date(2019, 11, 28), date(2019, 11, 28))
    assert event.status == "held"
    assert event.has_date_conflict
    assert event.title == "Meeting: Emmanuel Macron and Jens Stoltenberg, Élysée Palace"


def test_counts_documents_and_independent_sources(story: Timeline) -> None:
    (event,) = story.events
    assert event.document_count == 9
    assert event.source_count == 8, "the reprint of the wire is no source of its own"
    assert event.first_published_on == date(2019, 11, 22)
    assert event.last_published_on == date(2019, 12, 4)


def test_every_mention_leads_to_it(story: Timeline) -> None:
    assert {alias.event_id for alias in story.aliases} == {"n1.0"}
    assert len(story.aliases) == 12


def test_history_tells_plan_rumour_and_report(story: Timeline) -> None:
    told = [(step.document_id, step.change_code) for step in story.history]
    assert told == [("n1", "created"), ("n2", "cancelled"), ("n3", "held"), ("n6", "date_disputed")]


def test_participants_keep_their_roles(story: Timeline) -> None:
    assert [(p.name, p.role) for p in story.participants] == [
        ("Emmanuel Macron", "host"), ("Jens Stoltenberg", "guest")]
