"""Who held which office on a day: the seed tables against public record."""

from __future__ import annotations

from datetime import date

import pytest

from flows.seed_tables import load_seeds
from transforms.actors.gazetteer import build_gazetteer
from transforms.actors.holders import name_holders
from transforms.records import Mention, Participant

HELD = [
    ("FRA.head_of_state", "2008-04-03", "nicolas-sarkozy"),
    ("FRA.head_of_state", "2014-06-06", "francois-hollande"),
    ("FRA.head_of_state", "2019-08-24", "emmanuel-macron"),
    ("FRA.head_of_government", "2016-12-10", "bernard-cazeneuve"),
    ("FRA.head_of_government", "2019-02-01", "edouard-philippe"),
    ("FRA.head_of_government", "2021-02-01", "jean-castex"),
    ("FRA.foreign_minister", "2015-12-12", "laurent-fabius"),
    ("FRA.foreign_minister", "2020-02-01", "jean-yves-le-drian"),
    ("FRA.foreign_minister", "2023-03-01", "catherine-colonna"),
    ("FRA.defence_minister", "2013-01-11", "jean-yves-le-drian"),
    ("FRA.defence_minister", "2020-06-01", "florence-parly"),
    ("FRA.defence_minister", "2023-06-01", "sebastien-lecornu"),
    ("USA.head_of_state", "2010-11-20", "barack-obama"),
    ("USA.head_of_state", "2018-07-16", "donald-trump"),
    ("USA.head_of_state", "2021-06-16", "joe-biden"),
    ("USA.head_of_state", "2025-03-01", "donald-trump"),
    ("USA.foreign_minister", "2012-06-30", "hillary-clinton"),
    ("USA.foreign_minister", "2015-07-14", "john-kerry"),
    ("USA.foreign_minister", "2020-02-29", "mike-pompeo"),
    ("USA.foreign_minister", "2022-03-28", "antony-blinken"),
    ("USA.defence_minister", "2018-06-01", "james-mattis"),
    ("USA.defence_minister", "2020-06-26", "mark-esper"),
    ("USA.defence_minister", "2023-02-14", "lloyd-austin"),
    ("DEU.head_of_government", "2015-02-12", "angela-merkel"),
    ("DEU.head_of_government", "2022-02-15", "olaf-scholz"),
    ("DEU.foreign_minister", "2015-02-12", "frank-walter-steinmeier"),
    ("DEU.foreign_minister", "2020-01-19", "heiko-maas"),
    ("DEU.foreign_minister", "2022-01-18", "annalena-baerbock"),
    ("GBR.head_of_government", "2012-07-27", "david-cameron"),
    ("GBR.head_of_government", "2018-07-13", "theresa-may"),
    ("GBR.head_of_government", "2021-06-11", "boris-johnson"),
    ("GBR.head_of_government", "2023-02-27", "rishi-sunak"),
    ("NATO.secretary_general", "2010-11-19", "anders-fogh-rasmussen"),
    ("NATO.secretary_general", "2020-05-14", "jens-stoltenberg"),
    ("NATO.secretary_general", "2024-11-12", "mark-rutte"),
    ("UN.secretary_general", "2015-12-12", "ban-ki-moon"),
    ("UN.secretary_general", "2022-04-26", "antonio-guterres"),
    ("EU.commission_president", "2012-05-18", "jose-manuel-barroso"),
    ("EU.commission_president", "2017-05-25", "jean-claude-juncker"),
    ("EU.commission_president", "2021-06-15", "ursula-von-der-leyen"),
    ("EU.council_president", "2013-06-01", "herman-van-rompuy"),
    ("EU.council_president", "2017-05-25", "donald-tusk"),
    ("EU.council_president", "2021-06-15", "charles-michel"),
    ("RUS.head_of_state", "2010-04-08", "dmitry-medvedev"),
    ("RUS.head_of_state", "2018-07-16", "vladimir-putin"),
    ("RUS.head_of_government", "2010-04-08", "vladimir-putin"),
    ("RUS.head_of_government", "2018-07-16", "dmitry-medvedev"),
    ("TUR.head_of_state", "2012-05-20", "abdullah-gul"),
    ("TUR.head_of_state", "2020-05-14", "recep-tayyip-erdogan"),
    ("ITA.head_of_government", "2015-06-01", "matteo-renzi"),
    ("ITA.head_of_government", "2020-01-11", "giuseppe-conte"),
    ("ITA.head_of_government", "2021-11-26", "mario-draghi"),
    ("UKR.head_of_state", "2015-02-12", "petro-poroshenko"),
    ("UKR.head_of_state", "2022-01-28", "volodymyr-zelensky"),
    ("BRA.head_of_state", "2012-06-20", "dilma-rousseff"),
    ("BRA.head_of_state", "2023-02-10", "luiz-inacio-lula-da-silva"),
]
UNDECIDED = [
    ("FRA.head_of_state", "2017-05-14", "2017-05-14", {"francois-hollande", "emmanuel-macron"}),
    ("FRA.head_of_state", "2017-01-01", "2017-12-31", {"francois-hollande", "emmanuel-macron"}),
    ("USA.head_of_state", "2021-01-20", "2021-01-20", {"donald-trump", "joe-biden"}),
    ("DEU.head_of_government", "2021-12-08", "2021-12-08", {"angela-merkel", "olaf-scholz"}),
    ("NATO.secretary_general", "2014-09-01", "2014-10-31", {"anders-fogh-rasmussen", "jens-stoltenberg"}),
    ("GBR.head_of_government", "2019-07-24", "2019-07-24", {"theresa-may", "boris-johnson"}),
]


def name(office_id: str, start: str, end: str) -> Participant:
    seeds = load_seeds()
    gazetteer = build_gazetteer(seeds.actors, seeds.offices, seeds.tenures, seeds.organisations, seeds.venues)
    titled = Participant("title", "person", "host", "title", office_id=office_id, is_titled_only=True)
    told = Mention(
        "m", "d", "text", "meeting", "in_person", "held", None, "met", 0, 3, 0, 3, 0, 3, "met", False, False, None,
        None, None, None, "en.verb.meet", 0.9, (titled,), None, date.fromisoformat(start), date.fromisoformat(end),
    )  # fmt: skip
    return name_holders([told], gazetteer)[0].participants[0]


@pytest.mark.parametrize(("office_id", "day", "person"), HELD)
def test_holder_on_a_day(office_id: str, day: str, person: str) -> None:
    assert name(office_id, day, day).actor_id == f"per.{person}"


@pytest.mark.parametrize(("office_id", "start", "end", "people"), UNDECIDED)
def test_handover_and_long_intervals_name_nobody(office_id: str, start: str, end: str, people: set[str]) -> None:
    participant = name(office_id, start, end)
    assert participant.actor_id is None
    assert set(participant.candidate_actor_ids) == {f"per.{person}" for person in people}
