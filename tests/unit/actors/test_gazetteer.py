from __future__ import annotations

from datetime import date

from tests.unit.actors.world import small_gazetteer


def test_office_of_a_country_or_organisation() -> None:
    gazetteer = small_gazetteer()
    assert gazetteer.office_for("head_of_state", "TUR") == "TUR.head_of_state"
    assert gazetteer.office_for("secretary_general", "org.nato") == "NATO.secretary_general"
    assert gazetteer.office_for("head_of_state", None) is None
    assert gazetteer.sole_holder("secretary_general") == "org.nato"
    assert gazetteer.sole_holder("head_of_state") is None


def test_holders_of_an_interval_end_is_exclusive() -> None:
    gazetteer = small_gazetteer()
    assert gazetteer.holders_between("FRA.head_of_state", date(2017, 5, 13), date(2017, 5, 13)) == (
        "per.francois-hollande",
    )
    assert gazetteer.holders_between("FRA.head_of_state", date(2017, 5, 14), date(2017, 5, 14)) == (
        "per.emmanuel-macron",
    )
    assert len(gazetteer.holders_between("FRA.head_of_state", date(2017, 1, 1), date(2017, 12, 31))) == 2


def test_open_tenures_are_known_up_to_a_day() -> None:
    day = date(2030, 1, 1)
    assert small_gazetteer().holders_between("FRA.head_of_state", day, day) == ()


def test_capitals_stand_for_their_country() -> None:
    assert small_gazetteer().capitals["moscou"] == "cou.RUS"
