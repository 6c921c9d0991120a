"""A small world made by hand: four countries, one alliance, a few people and places."""

from __future__ import annotations

from datetime import date
from functools import cache

from transforms.actors.gazetteer import Gazetteer, build_gazetteer
from transforms.records import Actor, Office, Organisation, Place, Tenure


def _person(slug: str, name: str, iso3: str, *aliases: str) -> Actor:
    return Actor(f"per.{slug}", name, "person", iso3, aliases)


def _country(iso3: str, name: str, capital: str, *aliases: str) -> Place:
    return Place(f"country.{iso3}", name, "country", capital, iso3, None, None, aliases)


def _city(slug: str, name: str, iso3: str, *aliases: str) -> Place:
    return Place(f"city.{slug}", name, "city", name, iso3, 0.0, 0.0, aliases)


PERSONS = (
    _person("jens-stoltenberg", "Jens Stoltenberg", "NOR"),
    _person("emmanuel-macron", "Emmanuel Macron", "FRA"),
    _person("francois-hollande", "François Hollande", "FRA"),
    _person("recep-tayyip-erdogan", "Recep Tayyip Erdoğan", "TUR", "Erdogan"),
    _person("angela-merkel", "Angela Merkel", "DEU"),
    _person("olaf-scholz", "Olaf Scholz", "DEU"),
    _person("mark-esper", "Mark Esper", "USA"),
    _person("joe-biden", "Joe Biden", "USA", "Joseph Biden"),
    _person("florence-parly", "Florence Parly", "FRA"),
)
OFFICES = (
    Office("FRA.head_of_state", "President of France", "head_of_state", "FRA", None),
    Office("FRA.defence_minister", "Minister of the Armed Forces", "defence_minister", "FRA", None),
    Office("TUR.head_of_state", "President of Turkey", "head_of_state", "TUR", None),
    Office("USA.head_of_state", "President of the United States", "head_of_state", "USA", None),
    Office("USA.defence_minister", "Secretary of Defense", "defence_minister", "USA", None),
    Office("DEU.head_of_government", "Chancellor", "head_of_government", "DEU", None),
    Office("NATO.secretary_general", "Secretary General of NATO", "secretary_general", None, "org.nato"),
)
TENURES = (
    Tenure("FRA.head_of_state", "per.francois-hollande", date(2012, 5, 15), date(2017, 5, 14), None, "high"),
    Tenure("FRA.head_of_state", "per.emmanuel-macron", date(2017, 5, 14), None, date(2026, 1, 1), "high"),
    Tenure("FRA.defence_minister", "per.florence-parly", date(2017, 6, 21), date(2022, 5, 20), None, "high"),
    Tenure("TUR.head_of_state", "per.recep-tayyip-erdogan", date(2014, 8, 28), None, date(2026, 1, 1), "high"),
    Tenure("USA.head_of_state", "per.joe-biden", date(2021, 1, 20), date(2025, 1, 20), None, "high"),
    Tenure("USA.defence_minister", "per.mark-esper", date(2019, 7, 23), date(2020, 11, 9), None, "high"),
    Tenure("DEU.head_of_government", "per.angela-merkel", date(2005, 11, 22), date(2021, 12, 8), None, "high"),
    Tenure("DEU.head_of_government", "per.olaf-scholz", date(2021, 12, 8), date(2025, 5, 6), None, "high"),
    Tenure("NATO.secretary_general", "per.jens-stoltenberg", date(2014, 10, 1), date(2024, 10, 1), None, "high"),
)
ORGANISATIONS = (
    Organisation("org.nato", "NATO", ("OTAN", "Alliance atlantique"), "venue.nato-headquarters", (), "international"),
    Organisation("org.cnn", "CNN", (), None, (), "media"),
)
PLACES = (
    Place(
        "venue.elysee-palace", "Élysée Palace", "venue", "Paris", "FRA", 48.87, 2.32, ("Élysée", "palais de l'Élysée")
    ),
    Place("venue.nato-headquarters", "NATO headquarters", "venue", "Brussels", "BEL", 50.88, 4.42, ()),
    _country("FRA", "France", "Paris", "Frankreich"),
    _country("TUR", "Turkey", "Ankara", "Turquie", "Türkei"),
    _country("DEU", "Germany", "Berlin", "Allemagne", "Deutschland", "Alemania"),
    _country("USA", "United States", "Washington", "États-Unis", "U.S.", "US"),
    _country("RUS", "Russia", "Moscow", "Russie", "Russland"),
    _city("paris", "Paris", "FRA"),
    _city("berlin", "Berlin", "DEU"),
    _city("brussels", "Brussels", "BEL", "Bruxelles", "Brüssel"),
    _city("moscow", "Moscow", "RUS", "Moscou", "Moskau"),
)


@cache
def small_gazetteer() -> Gazetteer:
    return build_gazetteer(PERSONS, OFFICES, TENURES, ORGANISATIONS, PLACES)
