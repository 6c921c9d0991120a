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
from transforms.events.lexicon import load_lexicon
from transforms.events.placing import read_places
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
    others = replace(second, participants=people("per.x", "per.y"))
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
    before = replace(told, date_start=date(2020, 5, 12), date_end=date(2020, 5, 12))
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
