from __future__ import annotations

from dataclasses import replace

import pytest

from transforms.records import Participant
from transforms.timeline.parties import compare_circles, identity_keys, is_same_actor, select_principals


def person(name: str, **known: object) -> Participant:
    return replace(Participant(name, "person", "participant", name), **known)  # type: ignore[arg-type]


MACRON = person("Emmanuel Macron", actor_id="macron", country_iso3="FRA")
PUTIN = person("Vladimir Putin", actor_id="putin", country_iso3="RUS")


@pytest.mark.parametrize(("one", "other"), [
    (person("Mark Esper"), person("Esper")),
    (person("Vladimir Poutine"), person("Wladimir Putin")),
    (person("Petro Porochenko"), person("Poroshenko")),
    (person("Alexandre Grouchko"), person("Alexander Grushko")),
    (person("Recep Tayyip Erdoğan"), person("Erdogan")),
    (person("Volodymyr Zelensky"), person("Volodymyr Zelenskyy")),
    (person("Ursula von der Leyen"), person("Von der Leyen")),
    (person("Mark Esper", actor_id="unk.mark-esper"), person("Esper", actor_id="unk.esper")),
    (person("le président turc", office_id="TUR.head_of_state", is_titled_only=True),
     person("Recep Tayyip Erdoğan", actor_id="erdogan", office_id="TUR.head_of_state")),
    (person("the minister", candidate_actor_ids=("a", "b"), is_titled_only=True), person("A", actor_id="a")),
])
def test_namings_of_one_actor(one: Participant, other: Participant) -> None:
    assert is_same_actor(one, other)
    assert is_same_actor(other, one)


@pytest.mark.parametrize(("one", "other"), [
    (person("Bill Clinton"), person("Hillary Clinton")),
    (person("Angela Merkel", actor_id="merkel", office_id="DEU.chancellor"),
     person("Olaf Scholz", actor_id="scholz", office_id="DEU.chancellor")),
    (person("Nato"), replace(person("Nato"), kind="organisation")),
    (person("Lula"), person("Luna")),
    (MACRON, PUTIN),
])
def test_namings_of_two_actors(one: Participant, other: Participant) -> None:
    assert not is_same_actor(one, other)


@pytest.mark.parametrize(("one", "other"), [
    (person("Mark Esper"), person("Esper")),
    (person("Jens Stoltenberg", actor_id="s"), person("Stoltenberg")),
    (person("Volodymyr Zelensky"), person("Volodymyr Zelenskyy")),
    (person("le président", office_id="o", is_titled_only=True), person("M", actor_id="m", office_id="o")),
])
def test_namings_of_one_actor_share_a_key(one: Participant, other: Participant) -> None:
    known, named = identity_keys(one)
    other_known, other_named = identity_keys(other)
    assert known & other_known or named & other_named


def test_a_state_may_stand_for_its_minister() -> None:
    russia = Participant("Russia", "country", "participant", "Moscou", actor_id="rus", country_iso3="RUS")
    overlap = compare_circles([MACRON, russia], [PUTIN, MACRON])
    assert (overlap.shared, overlap.stood_for, overlap.is_equal) == (1, 1, True)


def test_other_partners_are_counted_on_both_sides() -> None:
    overlap = compare_circles([MACRON, PUTIN], [MACRON, person("Olaf Scholz", actor_id="scholz")])
    assert (overlap.shared, overlap.only_one, overlap.only_other) == (1, 1, 1)
    assert not overlap.is_nested


def test_two_persons_are_the_circle_and_bodies_fill_it() -> None:
    nato = Participant("NATO", "organisation", "participant", "Otan", actor_id="nato")
    assert select_principals("meeting", [nato, MACRON, PUTIN]) == (MACRON, PUTIN)
    assert select_principals("meeting", [nato, MACRON]) == (nato, MACRON)


def test_an_interview_is_known_by_who_answers() -> None:
    asker, speaker = replace(person("Sonia Mabrouk"), role="interviewer"), replace(MACRON, role="speaker")
    assert select_principals("interview", [asker, speaker]) == (speaker,)
