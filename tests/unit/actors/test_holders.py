from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.actors.world import small_gazetteer
from tests.unit.events.making import mention
from transforms.actors.holders import name_holders
from transforms.records import Participant

PRESIDENT = Participant(
    "président français", "person", "host", "le président français", office_id="FRA.head_of_state", is_titled_only=True
)
SPEECH = date(2020, 1, 1)


def named(participant: Participant = PRESIDENT, **changes: object) -> Participant:
    told = replace(mention(), participants=(participant,), **changes)  # type: ignore[arg-type]
    return name_holders([told], small_gazetteer(), SPEECH)[0].participants[0]


def test_same_title_on_two_dates_is_two_people() -> None:
    before = named(date_start=date(2016, 3, 1), date_end=date(2016, 3, 1))
    after = named(date_start=date(2018, 3, 1), date_end=date(2018, 3, 1))
    assert (before.actor_id, after.actor_id) == ("per.francois-hollande", "per.emmanuel-macron")
    assert before.name == "François Hollande"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2017, 1, 1), date(2017, 12, 31)),
        (date(2017, 5, 14), date(2017, 5, 14)),
        (date(2017, 5, 13), date(2017, 5, 15)),
    ],
)
def test_an_interval_with_two_holders_or_the_handover_names_none(start: date, end: date) -> None:
    participant = named(date_start=start, date_end=end)
    assert participant.actor_id is None
    assert participant.candidate_actor_ids == ("per.francois-hollande", "per.emmanuel-macron")


def test_bounds_name_where_one_holder_spans_them() -> None:
    assert named(date_not_before=date(2015, 1, 1), date_not_after=date(2015, 2, 1)).actor_id == "per.francois-hollande"
    assert named(date_not_before=date(2017, 1, 1), date_not_after=date(2018, 1, 1)).actor_id is None
    assert named().actor_id is None


def test_plans_use_the_day_of_speech() -> None:
    planned = named(status="planned", date_start=date(2031, 1, 1), date_end=date(2031, 1, 1))
    assert planned.actor_id == "per.emmanuel-macron"


def test_former_holders_and_named_people_stay() -> None:
    former = replace(PRESIDENT, is_former=True)
    assert named(former, date_start=date(2018, 1, 1), date_end=date(2018, 1, 1)).actor_id is None
    known = replace(PRESIDENT, is_titled_only=False, actor_id="unk.x", name="X")
    assert named(known, date_start=date(2018, 1, 1), date_end=date(2018, 1, 1)).actor_id == "unk.x"
