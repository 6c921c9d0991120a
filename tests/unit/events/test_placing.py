"""Where a mention takes place: what its sentence names, and what stands around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.actors.world import small_gazetteer
from tests.unit.events.making import document, mention, people
from transforms.actors.reading import read_actors
from transforms.actors.tokens import tokenise
from transforms.actors.words import title_words
from transforms.events.placing import read_places
from transforms.events.read_lexicon import load_lexicon
from transforms.events.sentence import Sentence
from transforms.events.siting import choose_place
from transforms.events.whereabouts import place_mentions
from transforms.records import Mention, Region

DAY = date(2020, 5, 14)


def read(language: str, text: str) -> Sentence:
    words, tokens = title_words(language), tokenise(text, 0, len(text))
    phrases = read_actors(text, tokens, small_gazetteer(), words)
    return Sentence(text, 0, len(text), tokens, phrases, load_lexicon(language), words)


def place_of(language: str, text: str, trigger: str) -> str | None:
    sentence = read(language, text)
    readings = read_places(sentence, small_gazetteer())
    found = next(t for t in sentence.triggers if sentence.lows[t.first] == trigger)
    place = choose_place(found, readings, sentence)
    return (place.place_id or place.text) if place else None


@pytest.mark.parametrize(("language", "text", "trigger", "place"), [
    ("fr", "Emmanuel Macron a reçu Olaf Scholz à Paris.", "reçu", "city.paris"),
    ("fr", "Emmanuel Macron a reçu Olaf Scholz dans la capitale allemande.", "reçu", "city.berlin"),
    ("en", "Joe Biden met Olaf Scholz in Germany's capital.", "met", "city.berlin"),
    ("en", "Jens Stoltenberg received Joe Biden at NATO headquarters.", "received", "venue.nato-headquarters"),
    ("fr", "Emmanuel Macron a reçu Olaf Scholz au théâtre Molière de Berlin.", "reçu", "city.berlin"),
    ("fr", "Emmanuel Macron a reçu Olaf Scholz à la Résidence des Pins.", "reçu", "Résidence des Pins"),
    ("fr", "Emmanuel Macron a reçu Olaf Scholz pour parler de la situation en Russie.", "reçu", None),
    ("fr", "Emmanuel Macron a reçu Olaf Scholz, texte remis à la Russie.", "reçu", None),
    ("en", "Joe Biden met Olaf Scholz in June.", "met", None),
    ("en", "He had come from Berlin, where Olaf Scholz received Joe Biden.", "received", "city.berlin"),
    ("en", "Joe Biden paid an official visit to Veldania.", "visit", "Veldania"),
    ("fr", "Emmanuel Macron a effectué une visite en République du Veldania.", "visite", "République du Veldania"),
    ("en", "Joe Biden left Germany at the end of a state visit.", "state", "country.DEU"),
    ("en", "Meeting of Joe Biden with Olaf Scholz (Union House, Marvik).", "meeting", "Union House"),
    ("en", "Meeting of Joe Biden with Olaf Scholz (Germany).", "meeting", None),
    ("fr", "L'Allemagne accueillera le sommet de l'OTAN en mars.", "sommet", "country.DEU"),
    ("en", "Joe Biden took a train to Berlin and met Olaf Scholz.", "met", "city.berlin"),
    ("fr", "Emmanuel Macron a reçu Olaf Scholz sur le perron de l'Élysée.", "reçu", "venue.elysee-palace"),
    ("de", "Joe Biden hat Olaf Scholz in Anwesenheit vieler Gäste empfangen.", "empfangen", None),
    ("fr", "Ils ont tenu, à Paris, un sommet sur les engagements pris à Berlin.", "sommet", "city.paris"),
])  # fmt: skip
def test_place_in_the_sentence(language: str, text: str, trigger: str, place: str | None) -> None:
    assert place_of(language, text, trigger) == place


def placed(text: str, *told: Mention, published: date | None = DAY, dateline: int = 0) -> list[str | None]:
    regions = (Region(0, dateline, "dateline", "dateline.opening"),) if dateline else ()
    mentions = place_mentions(document(text, published, regions), told, small_gazetteer())
    return [m.place_id or m.place_text for m in mentions]


def at(text: str, trigger: str, start: int, end: int, **changes: object) -> Mention:
    span = {"char_start": start, "char_end": end, "clause_start": start, "clause_end": end}
    dates = {"date_start": DAY, "date_end": DAY}
    return mention(text, trigger, **(span | dates | changes))


def test_the_same_people_are_in_one_city_on_one_day() -> None:
    text = "A a reçu B à l'Élysée.\nA a salué B."
    first = at(text, "reçu", 0, 22, place_text="l'Élysée", place_id="venue.elysee-palace")
    second = at(text, "salué", 23, 35)
    assert placed(text, first, second) == ["venue.elysee-palace", "city.paris"]
    other_day = replace(second, date_start=date(2020, 5, 13), date_end=date(2020, 5, 13))
    others = replace(second, participants=people("per.x", "per.y"), status="planned")
    for told in (other_day, others, replace(second, medium="telephone")):
        assert placed(text, first, told)[1] is None


def test_two_cities_a_day_are_none() -> None:
    text = "A a reçu B à Paris.\nA a revu B à Berlin.\nA a salué B."
    first = at(text, "reçu", 0, 19, place_text="Paris", place_id="city.paris")
    second = at(text, "revu", 20, 40, place_text="Berlin", place_id="city.berlin")
    assert placed(text, first, second, at(text, "salué", 41, 53))[2] is None


def test_the_dateline_places_the_news_of_its_day_only() -> None:
    text = "BERLIN, 14 mai - A a vu B."
    told = at(text, "vu", 17, 26)
    assert placed(text, told, dateline=16) == ["city.berlin"]
    planned = replace(told, status="planned")
    before = replace(told, date_start=date(2020, 5, 10), date_end=date(2020, 5, 10))
    for other in (planned, before, replace(told, medium="video")):
        assert placed(text, other, dateline=16) == [None]


def test_there_is_the_last_place_told() -> None:
    text = "A est allé à Moscou. Il y a rencontré B."
    assert placed(text, at(text, "rencontré", 21, 40), published=None) == ["city.moscow"]


def test_the_margins_of_a_gathering_are_where_it_is() -> None:
    text = "Le sommet a eu lieu à Bruxelles. A a vu B en marge."
    where = {"place_text": "Bruxelles", "place_id": "city.brussels"}
    gathering = at(text, "sommet", 0, 32, event_type="summit", participants=(), **where)
    assert placed(text, gathering, at(text, "vu", 33, 51))[1] == "city.brussels"
    earlier = replace(gathering, date_start=date(2020, 5, 1), date_end=date(2020, 5, 1))
    assert placed(text, earlier, at(text, "vu", 33, 51))[1] is None


def test_there_is_is_no_place() -> None:
    text = "A était à Moscou. A a rencontré B il y a deux jours."
    told = at(text, "rencontré", 18, 52, date_start=None, date_end=None, participants=())
    assert placed(text, told, published=None) == [None]


def test_the_sentence_before_tells_where_its_people_are() -> None:
    text = "Anna Rive est attendue à Berlin. Elle a rencontré Marc Dole."
    named = people("per.a", "per.b")
    rive, dole = replace(named[0], name="Anna Rive", name_text="Elle"), replace(named[1], name="Marc Dole")
    told = at(text, "rencontré", 33, 60, participants=(rive, replace(dole, name_text="Marc Dole")))
    assert placed(text, told) == ["city.berlin"]
    others = (replace(rive, name="Ada Tell", name_text="Ada Tell"), replace(dole, name_text="Marc Dole"))
    assert placed(text, replace(told, participants=others)) == [None]
    assert placed(text, replace(told, status="hypothetical")) == [None]


def test_two_cities_in_the_sentence_before_are_none() -> None:
    text = "Anna Rive était à Berlin, puis à Paris. Elle a rencontré Marc Dole."
    rive = replace(people("per.a")[0], name="Anna Rive", name_text="Elle")
    assert placed(text, at(text, "rencontré", 40, 67, participants=(rive,))) == [None]


def test_a_journey_holds_what_its_people_do_on_its_days() -> None:
    text = "A visite Berlin.\nA a vu C."
    where = {"place_text": "Berlin", "place_id": "city.berlin"}
    days = {"date_start": date(2020, 5, 12), "date_end": date(2020, 5, 15)}
    journey = at(text, "visite", 0, 16, event_type="visit", participants=people("per.a"), **where, **days)
    told = at(text, "vu", 17, 26, participants=people("per.a", "per.c"))
    assert placed(text, journey, told)[1] == "city.berlin"
    before = {"date_start": date(2020, 5, 11), "date_end": date(2020, 5, 11)}
    for other in (replace(told, **before), replace(told, participants=people("per.c"))):
        assert placed(text, journey, other)[1] is None


def test_people_go_on_from_a_building() -> None:
    text = "A sera reçu par C avant de visiter l'usine Cordex. A parlera à C."
    where = {"place_text": "usine Cordex", "event_type": "visit"}
    received = at(text, "reçu", 0, 50, participants=people("per.a", "per.c"))
    journey = at(text, "visiter", 0, 50, participants=people("per.a"), **where)
    told = at(text, "parlera", 51, 65, participants=people("per.a", "per.c"))
    assert placed(text, received, journey) == [None, "usine Cordex"]
    assert placed(text, journey, told) == ["usine Cordex", "usine Cordex"]
    later = replace(told, date_start=date(2020, 5, 15), date_end=date(2020, 5, 15))
    assert placed(text, journey, later) == ["usine Cordex", None]


def test_a_journey_without_a_goal_is_the_one_told() -> None:
    text = "A visite Berlin. La visite est finie."
    where = {"place_text": "Berlin", "place_id": "city.berlin"}
    journey = at(text, "visite", 0, 16, event_type="visit", **where)
    told = at(text, "La visite", 17, 37, event_type="visit", date_start=None, date_end=None)
    assert placed(text, journey, told)[1] == "city.berlin"


def test_the_gathering_of_the_day_places_what_is_told_of_it() -> None:
    text = "Le sommet a lieu à Bruxelles.\nA a vu B."
    where = {"place_text": "Bruxelles", "place_id": "city.brussels"}
    gathering = at(text, "sommet", 0, 29, event_type="summit", participants=(), **where)
    assert placed(text, gathering, at(text, "vu", 30, 39))[1] == "city.brussels"
    meeting, planned = replace(gathering, event_type="meeting"), at(text, "vu", 30, 39, status="planned")
    assert placed(text, meeting, planned)[1] is None
    assert placed(text, meeting, replace(planned, status="held"))[1] == "city.brussels"


def test_a_paragraph_has_its_own_dateline() -> None:
    text = "Titre.\nPORT LYLE - A a vu B."
    assert placed(text, at(text, "vu", 7, 28)) == ["Port Lyle"]


def test_what_happens_in_another_country_is_no_part_of_a_visit() -> None:
    text = "A visite Berlin. A a vu B."
    journey = at(text, "visite", 0, 16, event_type="visit", place_text="Berlin", place_id="city.berlin")
    told = at(text, "vu", 17, 26, parent_mention_id=journey.mention_id, place_text="Paris", place_id="city.paris")
    there = replace(told, place_text="Berlin", place_id="city.berlin")
    parents = [place_mentions(document(text, DAY), [journey, m], small_gazetteer())[1] for m in (told, there)]
    assert [m.parent_mention_id for m in parents] == [None, journey.mention_id]


@pytest.mark.parametrize(("after", "place"), [
    ("La rencontre aura lieu à Berlin.", "city.berlin"),
    ("Les discussions se tiendront à Berlin.", "city.berlin"),
    ("Une rencontre aura lieu à Berlin.", None),
    ("Le maire habite à Berlin.", None),
])  # fmt: skip
def test_the_sentence_after_says_where_an_event_takes_place(after: str, place: str | None) -> None:
    text = f"A a reçu B. {after}"
    assert placed(text, at(text, "reçu", 0, 11, event_type="meeting")) == [place]


def test_a_building_without_a_name_is_in_the_town_of_its_people() -> None:
    text = "A est arrivé à Berlin.\nA a vu B à l'hôtel."
    journey = at(text, "arrivé", 0, 22, event_type="visit", place_text="Berlin", place_id="city.berlin")
    told = at(text, "vu", 23, 42, place_text="hôtel")
    assert placed(text, journey, told)[1] == "city.berlin"
    assert placed(text, journey, replace(told, place_text="hôtel Molière"))[1] == "hôtel Molière"


@pytest.mark.parametrize(("text", "place"), [
    ("A a vu B, un mercredi à Berlin.", "city.berlin"),
    ("A a vu B, a déclaré lundi C à Berlin.", None),
    ("A, parti pour Paris, a vu B, ce mercredi à Berlin.", None),
])  # fmt: skip
def test_the_one_place_of_a_sentence_is_where_its_event_is(text: str, place: str | None) -> None:
    assert placed(text, at(text, "vu", 0, len(text))) == [place]
