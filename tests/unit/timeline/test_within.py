"""Mentions of one document: which are one event, and which are part of another."""

from __future__ import annotations

from typing import Any

import pytest

from tests.golden.timeline.told import PLACES, tell
from transforms.timeline.within import find_holders, group_reports

MACRON = {"name": "Emmanuel Macron", "actor": "macron", "role": "host"}
SCHOLZ = {"name": "Olaf Scholz", "actor": "scholz"}
MICHEL = {"name": "Charles Michel", "actor": "michel"}
NATO = {"name": "NATO", "actor": "nato", "kind": "organisation"}
EU = {"name": "European Union", "actor": "eu", "kind": "organisation"}


def groups(*mentions: dict[str, Any], published: str = "2022-03-10") -> list[list[int]]:
    """Numbers of the mentions of each event of one document."""
    text = "\n".join(f"phrase {number}." for number in range(len(mentions)))
    numbered = [{"type": "meeting", "trigger": f"phrase {number}", **spec} for number, spec in enumerate(mentions)]
    told = tell({"document": {"published": published, "text": text}, "mentions": numbered}, "d")
    reports = group_reports(told.document, told.mentions, PLACES)
    return sorted([int(m.mention_id.rpartition(".")[2]) for m in report.mentions] for report in reports)


PAIR: dict[str, Any] = {"who": [MACRON, SCHOLZ], "date": ["2022-03-10"], "place": "elysee"}


@pytest.mark.parametrize("other", [
    {"who": [MACRON, SCHOLZ]},
    {"who": []},
    {"who": [SCHOLZ]},
    {"who": [{"name": "Scholz"}], "date": ["2022-03-10"]},
    {"who": [MACRON, SCHOLZ], "place": "paris"},
    {"type": "negotiation", "who": [MACRON, SCHOLZ]},
    {"type": "call", "who": [MACRON, SCHOLZ]},
    {"who": [MACRON, SCHOLZ], "not_before": "2022-03-11", "not_after": "2022-03-12"},
    {"who": [MACRON, SCHOLZ], "date": ["2022-03-07", "2022-03-13"], "precision": "week"},
], ids=lambda spec: str(sorted(spec)))
def test_one_event(other: dict[str, Any]) -> None:
    assert groups(PAIR, other) == [[0, 1]]
    assert groups(other, PAIR) == [[0, 1]]


@pytest.mark.parametrize("other", [
    {"who": [MACRON, MICHEL]},
    {"who": [MACRON, SCHOLZ], "date": ["2022-03-09"]},
    {"who": [MACRON, SCHOLZ], "place": "berlin"},
    {"who": [MACRON, SCHOLZ], "status": "planned"},
    {"who": [MACRON, SCHOLZ], "status": "proposed"},
    {"who": [MACRON, SCHOLZ], "background": True},
    {"who": [MACRON, SCHOLZ], "date": ["2021-01-01", "2021-12-31"], "precision": "year"},
    {"type": "call", "medium": "telephone", "who": [MACRON, SCHOLZ], "place": None},
    {"type": "visit", "who": [MACRON, SCHOLZ]},
    {"type": "summit", "who": [MACRON, SCHOLZ, MICHEL], "date": ["2022-03-10"]},
], ids=lambda spec: str(sorted(spec)))
def test_two_events(other: dict[str, Any]) -> None:
    first = PAIR if other.get("type") != "call" else {**PAIR, "medium": "in_person"}
    assert groups(first, other) == [[0], [1]]


def test_news_is_not_told_by_what_happened_long_ago() -> None:
    news = {"who": [MACRON, SCHOLZ], "not_before": "2022-03-09", "not_after": "2022-03-10"}
    assert groups({**PAIR, "date": ["2022-03-01"]}, news) == [[0, 1]]
    assert groups({**PAIR, "date": ["2021-12-16"]}, news) == [[0], [1]]


def test_a_noun_alone_joins_the_event_last_spoken_of() -> None:
    second = {"who": [MACRON, MICHEL], "date": ["2022-03-10"]}
    assert groups(PAIR, second, {"who": []}) == [[0], [1, 2]]
    assert groups(PAIR, {"who": []}, second) == [[0, 1], [2]]


def test_a_date_decides_between_two_events_of_one_pair() -> None:
    other = {"who": [MACRON, SCHOLZ], "date": ["2022-02-08"]}
    assert groups(PAIR, other, {"who": [], "date": ["2022-03-10"]}) == [[0, 2], [1]]


def test_days_of_an_unknown_year_tell_events_apart() -> None:
    undated = {"who": [MACRON, SCHOLZ], "place": None}
    days = [{**undated, "yearless": "XXXX-05-02"}, {**undated, "yearless": "XXXX-05-04"}]
    assert groups(*days) == [[0], [1]]
    assert groups(days[0], undated) == [[0, 1]]
    assert groups({**undated, "date": ["2022-05-02"]}, *days) == [[0, 1], [2]]


def test_a_headline_in_the_present_joins_the_report() -> None:
    text = {"document": {"published": "2022-03-10", "title": "Macron reçoit Scholz", "text": "Macron a reçu Scholz."},
            "mentions": [{"type": "meeting", "field": "title", "trigger": "reçoit", "status": "planned",
                          "who": [MACRON, SCHOLZ]},
                         {"type": "meeting", "trigger": "reçu", "who": [MACRON, SCHOLZ], "date": ["2022-03-10"]}]}
    told = tell(text, "d")
    (report,) = group_reports(told.document, told.mentions, PLACES)
    assert report.status == "held"


def test_a_summit_is_one_by_its_body_or_its_members() -> None:
    body = {"type": "summit", "who": [NATO], "date": ["2022-03-10"], "place": "bruxelles"}
    members = {"type": "summit", "who": [MACRON, SCHOLZ], "date": ["2022-03-10"]}
    assert groups(body, members) == [[0, 1]]
    assert groups(body, {**members, "who": [EU]}) == [[0], [1]]
    assert groups(body, {"type": "meeting", "who": [NATO], "date": ["2022-03-10"]}) == [[0, 1]]


def interview(asker: str, kind: str = "organisation") -> dict[str, Any]:
    who = [{**MICHEL, "role": "speaker"}, {"name": asker, "kind": kind, "role": "interviewer"}]
    return {"type": "interview", "who": who, "date": ["2022-03-10"]}


def test_two_interviews_by_two_publishers() -> None:
    assert groups(interview("Le Monde"), interview("RTL"), interview("Le Monde")) == [[0, 2], [1]]


def test_a_journalist_asks_for_a_publisher() -> None:
    assert groups(interview("RTL"), interview("Jeanne Lepic", "person")) == [[0, 1]]
    assert groups(interview("Alain Duval", "person"), interview("Jeanne Lepic", "person")) == [[0], [1]]


def test_a_known_medium_decides_the_type() -> None:
    told = tell({"document": {"text": "un appel. ils ont parlé."}, "mentions": [
        {"type": "meeting", "trigger": "parlé", "who": [MACRON, SCHOLZ]},
        {"type": "call", "medium": "telephone", "trigger": "appel", "who": [MACRON, SCHOLZ]}]}, "d")
    (report,) = group_reports(told.document, told.mentions, PLACES)
    assert (report.event_type, report.medium) == ("call", "telephone")


def holders(*mentions: dict[str, Any]) -> dict[str, str]:
    text = " ".join(f"phrase {number}." for number in range(len(mentions)))
    numbered = [{"trigger": f"phrase {number}", **spec} for number, spec in enumerate(mentions)]
    told = tell({"document": {"published": "2022-03-12", "text": text}, "mentions": numbered}, "d")
    return find_holders(group_reports(told.document, told.mentions, PLACES), PLACES)


VISIT = {"type": "visit", "who": [MACRON], "date": ["2022-03-09", "2022-03-11"], "place": "berlin"}


def test_a_visit_holds_its_meetings() -> None:
    meeting = {"type": "meeting", "who": [MACRON, SCHOLZ], "date": ["2022-03-10"], "place": "chancellerie"}
    assert holders(VISIT, meeting) == {"d.1": "d.0"}
    assert holders(VISIT, {**meeting, "place": None}) == {"d.1": "d.0"}


@pytest.mark.parametrize("spec", [
    {"type": "meeting", "who": [MACRON, SCHOLZ], "date": ["2022-03-14"], "place": "berlin"},
    {"type": "meeting", "who": [MACRON, SCHOLZ], "date": ["2022-03-10"], "place": "paris"},
    {"type": "meeting", "who": [MICHEL, SCHOLZ], "date": ["2022-03-10"], "place": "berlin"},
    {"type": "call", "medium": "telephone", "who": [MACRON, SCHOLZ], "date": ["2022-03-10"]},
    {"type": "summit", "who": [MACRON, SCHOLZ], "date": ["2022-03-10"], "place": "berlin"},
], ids=["another day", "another town", "without the visitor", "by telephone", "as large"])
def test_a_visit_does_not_hold(spec: dict[str, Any]) -> None:
    assert holders(VISIT, spec) == {}


def test_what_the_mention_says_goes_first() -> None:
    part = {"type": "press_conference", "who": [SCHOLZ], "date": ["2022-04-01"], "part_of": 0}
    assert holders({"type": "summit", "who": [NATO], "date": ["2022-03-10"]}, part) == {"d.1": "d.0"}


def clauses(*told: tuple[str, dict[str, Any]], language: str = "en") -> list[list[int]]:
    """Numbers of the mentions of each event; each mention has a sentence and a trigger of its own."""
    mentions = [{"type": "meeting", **spec} for _sentence, spec in told]
    text = "\n".join(sentence for sentence, _spec in told)
    telling = tell({"document": {"language": language, "published": "2023-03-14", "text": text},
                    "mentions": mentions}, "d")
    reports = group_reports(telling.document, telling.mentions, PLACES)
    return sorted([int(m.mention_id.rpartition(".")[2]) for m in report.mentions] for report in reports)


def test_two_of_three_by_themselves_are_another_meeting() -> None:
    everybody = {"trigger": "met", "who": [MACRON, SCHOLZ, MICHEL], "date": ["2023-03-13"]}
    all_three = ("The leaders met on Monday.", everybody)
    two = {"trigger": "meeting", "who": [MACRON, SCHOLZ]}
    assert clauses(all_three, ("They held a bilateral meeting.", two)) == [[0], [1]]
    assert clauses(all_three, ("They held a meeting.", two)) == [[0, 1]]


def test_a_bare_summit_is_no_meeting_of_two() -> None:
    two = ("Macron spoke to Scholz.", {"trigger": "spoke", "who": [MACRON, SCHOLZ], "date": ["2023-03-13"]})
    assert clauses(two, ("The summit is over.", {"type": "summit", "trigger": "summit", "date": ["2023-03-13"]})) == [
        [0], [1]]


def test_a_gathering_in_the_sentence_of_a_summit_is_the_summit() -> None:
    sentence = "The leaders gathered under Michel for a summit of the alliance."
    told = tell({"document": {"published": "2023-03-14", "text": sentence}, "mentions": [
        {"type": "meeting", "trigger": "gathered", "who": [MICHEL], "background": True},
        {"type": "summit", "trigger": "summit", "who": [NATO]}]}, "d")
    assert len(group_reports(told.document, told.mentions, PLACES)) == 1


def test_a_denial_is_not_the_plan_of_another_day() -> None:
    assert groups({**PAIR, "status": "denied", "date": []}, {**PAIR, "status": "planned"}) == [[0], [1]]
