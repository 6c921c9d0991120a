"""What holds of the timeline whatever the documents: order, batching and groups do not matter, every id leads on."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.timeline.told import EVENT_TYPES, PLACES, Telling, build, tell
from transforms.records import Correction, Mention
from transforms.timeline.blocking import connect, group_keys
from transforms.timeline.consolidate import Timeline, consolidate
from transforms.timeline.corrections import COLUMNS, parse_corrections
from transforms.timeline.features import Scorer
from transforms.timeline.near_copies import are_copies, sketch_text
from transforms.timeline.within import group_reports

FIRST_DAY = date(2022, 2, 1)
PEOPLE = (
    {"name": "Emmanuel Macron", "actor": "macron", "country": "FRA", "office": "FRA.head_of_state"},
    {"name": "Olaf Scholz", "actor": "scholz", "country": "DEU"},
    {"name": "Scholz"},
    {"name": "Vladimir Putin", "actor": "putin", "country": "RUS"},
    {"name": "the president", "office": "FRA.head_of_state", "titled_only": True},
    {"name": "NATO", "actor": "nato", "kind": "organisation"},
    {"name": "Jean Dupré"},
)
days = st.integers(0, 24).map(lambda offset: FIRST_DAY + timedelta(offset))


@st.composite
def mentions(draw: st.DrawFn) -> dict[str, Any]:
    spec: dict[str, Any] = {
        "type": draw(st.sampled_from(["meeting", "meeting", "call", "summit", "visit", "press_conference", "attack"])),
        "trigger": "met",
        "status": draw(st.sampled_from(["held", "held", "held", "planned", "cancelled", "proposed"])),
        "medium": draw(st.sampled_from(["unknown", "unknown", "telephone", "in_person"])),
        "background": draw(st.booleans()),
        "who": draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique_by=lambda who: who["name"])),
        "place": draw(st.sampled_from([None, "paris", "elysee", "berlin", "fra"])),
        "topic": draw(st.sampled_from([None, "grain", "the war"])),
    }
    shape = draw(st.sampled_from(["day", "day", "week", "bounds", "none"]))
    first = draw(days)
    if shape == "day":
        spec["date"] = [first.isoformat()]
    elif shape == "week":
        spec |= {"date": [first.isoformat(), (first + timedelta(6)).isoformat()], "precision": "week"}
    elif shape == "bounds":
        spec |= {"not_before": first.isoformat(), "not_after": (first + timedelta(1)).isoformat()}
    return spec


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    texts = ["They met. ", "It was postponed, but they met. "]
    rows = draw(st.lists(st.tuples(st.sampled_from(texts), st.one_of(st.none(), days), st.lists(mentions(), min_size=1,
                                                                                             max_size=3)),
                         min_size=1, max_size=9))
    told = []
    for number, (text, published, specs) in enumerate(rows):
        document = {"language": "en", "text": text * len(specs)}
        if published:
            document["published"] = published.isoformat()
        numbered = [{**spec, "nth": nth} for nth, spec in enumerate(specs, 1)]
        told.append(tell({"document": document, "mentions": numbered}, f"d{number}"))
    return told


def rows_of(timeline: Timeline) -> tuple[Any, ...]:
    return (timeline.events, timeline.participants, timeline.aliases, timeline.history,
            sorted(timeline.event_ids.items()))


def run(
    told: Sequence[Telling], spoken: Sequence[Mention], newest: date | None, corrections: Sequence[Correction] = ()
) -> Timeline:
    return consolidate({t.document.document_id: t.document for t in told}, spoken, places=PLACES,
                       event_types=EVENT_TYPES, newest_published_on=newest, corrections=corrections)


@st.composite
def corrections_of(draw: st.DrawFn, ids: Sequence[str]) -> list[Correction]:
    made = []
    for _ in range(draw(st.integers(0, 3))):
        action = draw(st.sampled_from(["merge", "split", "reject", "set_date"]))
        size = 1 if action == "set_date" else 2
        targets = draw(st.lists(st.sampled_from(ids), min_size=min(size, len(ids)), max_size=size, unique=True))
        value = "2022-02-02" if action == "set_date" else None
        made.append(Correction(action, tuple(targets), value, "a reader", "better known"))  # type: ignore[arg-type]
    return made


@given(tellings(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_does_not_matter(told: list[Telling], chance: random.Random) -> None:
    spoken = [mention for telling in told for mention in telling.mentions]
    expected = rows_of(run(told, spoken, FIRST_DAY))
    chance.shuffle(spoken)
    chance.shuffle(told)
    assert rows_of(run(told, spoken, FIRST_DAY)) == expected


@given(tellings(), st.data())
@settings(max_examples=60, deadline=None)
def test_each_group_alone_gives_its_rows(told: list[Telling], data: st.DataObject) -> None:
    by_id = {mention.mention_id: mention for telling in told for mention in telling.mentions}
    corrections = data.draw(corrections_of(sorted(by_id)))
    whole = run(told, list(by_id.values()), FIRST_DAY, corrections)
    keys: dict[str, frozenset[str]] = {}
    for telling in told:
        keys |= group_keys(telling.document, telling.mentions, PLACES, corrections)
    parts = [run(told, [by_id[name] for name in group], FIRST_DAY, corrections) for group in connect(keys)]
    for field in ("events", "participants", "aliases", "history"):
        together = [row for part in parts for row in getattr(part, field)]
        assert sorted(together, key=repr) == sorted(getattr(whole, field), key=repr)


@given(tellings())
@settings(max_examples=60, deadline=None)
def test_every_mention_leads_to_an_event_named_by_its_first(told: list[Telling]) -> None:
    timeline = build(told)
    documents = {telling.document.document_id: telling.document for telling in told}
    spoken = [mention for telling in told for mention in telling.mentions]
    assert set(timeline.event_ids) == {mention.mention_id for mention in spoken}
    assert {alias.alias_id: alias.event_id for alias in timeline.aliases} == timeline.event_ids
    for event in timeline.events:
        members = [m for m in spoken if timeline.event_ids[m.mention_id] == event.event_id]
        first = min(members, key=lambda m: (documents[m.document_id].published_on is None,
                                            documents[m.document_id].published_on or date.max,
                                            m.document_id, m.trigger_start, m.mention_id))
        assert event.event_id == first.mention_id
        assert event.mention_count == len(members)
        assert (event.date_start is None) == (event.date_end is None)
        assert event.date_start is None or event.date_end is None or event.date_start <= event.date_end
        assert event.version == sum(step.event_id == event.event_id for step in timeline.history)
        assert event.part_of_event_id != event.event_id


@given(tellings(), st.data())
@settings(max_examples=40, deadline=None)
def test_merge_correction_makes_one_event_whatever_the_score(told: list[Telling], data: st.DataObject) -> None:
    ids = sorted(mention.mention_id for telling in told for mention in telling.mentions)
    pair = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)) if len(ids) > 1 else []
    if not pair:
        return
    timeline = build(told, corrections=[Correction("merge", tuple(pair), None, "a reader", "the same")])
    assert timeline.event_ids[pair[0]] == timeline.event_ids[pair[1]]


@given(tellings())
@settings(max_examples=60, deadline=None)
def test_score_does_not_depend_on_the_side(told: list[Telling]) -> None:
    documents = {telling.document.document_id: telling.document for telling in told}
    scorer = Scorer(documents, PLACES)
    reports = [r for telling in told for r in group_reports(telling.document, telling.mentions, PLACES)]
    for one in reports:
        for other in reports:
            assert sorted(scorer.score(one, other).features) == sorted(scorer.score(other, one).features)


@given(tellings())
@settings(max_examples=40, deadline=None)
def test_one_document_by_itself_groups_alike_in_any_order(told: list[Telling]) -> None:
    for telling in told:
        forward = group_reports(telling.document, telling.mentions, PLACES)
        assert group_reports(telling.document, telling.mentions[::-1], PLACES) == forward


@given(st.lists(st.sampled_from(["le", "président", "a", "reçu", "jeudi", "Paris", "chancelière", "accord", "presse"]),
                min_size=30, max_size=80))
def test_a_text_is_a_copy_of_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert are_copies(sketch_text(text), sketch_text(text.upper()))


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=200))
def test_corrections_are_read_or_refused_with_a_line_number(text: str) -> None:
    with contextlib.suppress(ValueError):
        parse_corrections(text)
    broken = ",".join(COLUMNS) + "\n" + "join,a b,,me," + text.replace('"', "").replace("\n", " ") + "x"
    with pytest.raises(ValueError, match=r"corrections\.csv line 2"):
        parse_corrections(broken)


def test_corrections_header_alone_is_no_correction() -> None:
    assert parse_corrections(",".join(COLUMNS) + "\n") == []


@pytest.mark.long
@given(tellings(), st.randoms(use_true_random=False))
@settings(max_examples=1500, deadline=None)
def test_order_does_not_matter_often(told: list[Telling], chance: random.Random) -> None:
    spoken = [mention for telling in told for mention in telling.mentions]
    expected = rows_of(run(told, spoken, None))
    chance.shuffle(spoken)
    assert rows_of(run(told, spoken, None)) == expected
