from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.golden.timeline.told import Telling, build, tell
from transforms.records import Actor, Correction, Withdrawal
from transforms.timeline.corrections import parse_corrections

HEADER = "action,targets,value,author,reason\n"


def meeting(name: str, day: str, *people: str, place: str = "paris") -> Telling:
    spec: dict[str, Any] = {"type": "meeting", "trigger": "met", "date": [day], "place": place,
                            "who": [{"name": who, "actor": who} for who in people]}
    document = {"language": "en", "published": day, "text": f"On {day} they met."}
    return tell({"document": document, "mentions": [spec]}, name)


def correct(action: str, *targets: str, value: str | None = None) -> Correction:
    return Correction(action, targets, value, "Ada", "checked")  # type: ignore[arg-type]


APART = (meeting("d1", "2020-05-14", "a", "b"), meeting("d2", "2020-05-20", "a", "b"))
TOGETHER = (meeting("d1", "2020-05-14", "a", "b"), meeting("d2", "2020-05-14", "a", "b"),
            meeting("d3", "2020-05-14", "a", "b"))


def test_reads_rows_and_passes_over_comments() -> None:
    lines = ["# note", "", "merge,a b,,Ada,the same", 'set_date,a,2020-05-14/2020-05-16,Ada,"a, b"']
    rows = parse_corrections(HEADER + "\n".join(lines))
    assert rows == [Correction("merge", ("a", "b"), None, "Ada", "the same"),
                    Correction("set_date", ("a",), "2020-05-14/2020-05-16", "Ada", "a, b")]


@pytest.mark.parametrize(("line", "told"), [
    ("join,a b,,Ada,x", "line 2, column action: 'join' is none of merge, split, set_date, set_actor, reject"),
    ("merge,a,,Ada,x", "line 2, column targets: merge needs two or more ids"),
    ("reject,,,Ada,x", "line 2, column targets: write the ids"),
    ("set_date,a b,2020-05-14,Ada,x", "line 2, column targets: set_date takes one id"),
    ("set_date,a,14 May,Ada,x", "line 2, column value: '14 May' is no day"),
    ("set_date,a,2020-05-16/2020-05-14,Ada,x", "line 2, column value"),
    ("set_actor,a,Macron,Ada,x", "line 2, column value: write OLD=NEW"),
    ("merge,a b,c,Ada,x", "line 2, column value: merge takes no value"),
    ("merge,a b,,,x", "line 2, column author: must not be empty"),
    ("merge,a b,,Ada,", "line 2, column reason: must not be empty"),
    ("merge,a b,,Ada", "line 2: 4 columns instead of 5"),
])
def test_says_what_is_wrong_and_where(line: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"corrections\.csv") as error:
        parse_corrections(HEADER + line + "\n")
    assert told in str(error.value)


def test_refuses_another_header() -> None:
    with pytest.raises(ValueError, match=r"line 1: the header must be action,targets"):
        parse_corrections("id,what\n")


def test_merge_joins_events_that_the_score_keeps_apart() -> None:
    assert len(build(APART).events) == 2
    timeline = build(APART, corrections=[correct("merge", "d1.0", "d2.0")])
    assert [event.event_id for event in timeline.events] == ["d1.0"]
    last = timeline.history[-1]
    assert (last.change_code, last.new_value_text) == ("corrected", "merge: checked (Ada)")


def test_split_takes_mentions_into_an_event_of_their_own() -> None:
    assert len(build(TOGETHER).events) == 1
    timeline = build(TOGETHER, corrections=[correct("split", "d2.0")])
    assert timeline.event_ids == {"d1.0": "d1.0", "d2.0": "d2.0", "d3.0": "d1.0"}
    assert {step.event_id for step in timeline.history if step.change_code == "corrected"} == {"d1.0", "d2.0"}


def test_split_of_the_first_mention_gives_the_rest_a_new_id() -> None:
    timeline = build(TOGETHER, corrections=[correct("split", "d1.0")])
    assert timeline.event_ids == {"d1.0": "d1.0", "d2.0": "d2.0", "d3.0": "d2.0"}


def test_reject_leaves_tombstones() -> None:
    timeline = build(TOGETHER, corrections=[correct("reject", "d3.0")])
    assert timeline.events == []
    assert {(alias.alias_id, alias.event_id, alias.reason_code) for alias in timeline.aliases} == {
        ("d1.0", None, "rejected"), ("d2.0", None, "rejected"), ("d3.0", None, "rejected")}


def test_set_date_wins_over_all_mentions() -> None:
    timeline = build(TOGETHER, corrections=[correct("set_date", "d3.0", value="2020-05-15")])
    (event,) = timeline.events
    assert (event.date_start, event.date_basis, event.date_edtf) == (date(2020, 5, 15), "corrected", "2020-05-15")
    assert timeline.history[-1].old_value_text == "2020-05-14"


def test_set_date_unknown_leaves_no_date() -> None:
    (event,) = build(TOGETHER, corrections=[correct("set_date", "d1.0", value="unknown")]).events
    assert (event.date_start, event.date_end, event.date_edtf) == (None, None, None)


def test_set_actor_replaces_one_participant_and_the_title() -> None:
    actors = {"c": Actor("c", "Charles Michel", "person", None, ())}
    timeline = build(TOGETHER, corrections=[correct("set_actor", "d1.0", value="b=c")], actors=actors)
    assert [(p.actor_id, p.name) for p in timeline.participants] == [("a", "a"), ("c", "Charles Michel")]
    assert timeline.events[0].title == "Meeting: a and Charles Michel, Paris"


def test_corrections_of_unknown_ids_change_nothing() -> None:
    assert build(APART, corrections=[correct("merge", "x", "y"), correct("reject", "z")]) == build(APART)


def test_a_withdrawn_mention_leads_to_what_is_left_of_its_event() -> None:
    gone = Withdrawal("d0.0", "d0", date(2020, 6, 1), "d2.0")
    timeline = build(TOGETHER, withdrawals=[gone])
    alias = next(alias for alias in timeline.aliases if alias.alias_id == "d0.0")
    assert (alias.event_id, alias.reason_code) == ("d1.0", "withdrawn")
    assert (timeline.history[-1].change_code, timeline.history[-1].document_id) == ("source_withdrawn", "d0")


def test_a_withdrawn_mention_without_siblings_is_a_tombstone() -> None:
    timeline = build(TOGETHER, withdrawals=[Withdrawal("d0.0", "d0", None, None)])
    alias = next(alias for alias in timeline.aliases if alias.alias_id == "d0.0")
    assert (alias.event_id, alias.reason_code) == (None, "withdrawn")
