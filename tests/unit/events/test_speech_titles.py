"""The title of a speech or an interview: who asked, when, and a topic that takes part in nothing."""

from __future__ import annotations

import pytest

from tests.golden.events.telling import tell
from tests.golden.events.test_event_sentences import read
from transforms.identity import date_expression_id

GUEST = "Interview de Mme Odile Brenner, ministre des transports"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"{GUEST}, à Sud radio le 17 juin 2021, sur la rupture du dialogue avec la Turquie.", "Sud radio"),
        (f"{GUEST}, à France Bleu Alsace le 17 juin 2021, sur l'annulation de la dette.", "France Bleu Alsace"),
        (f"{GUEST}, à QRX Business le 17 juin 2021, sur l'appel du secrétaire général de l'ONU.", "QRX Business"),
        ("Entretien de Mme Odile Brenner, ministre, avec « Le Fil bleu » le 17 juin 2021, sur l'OTAN.", "Le Fil bleu"),
        ("Extraits d'un entretien de Mme Odile Brenner avec RTL le 17 juin 2021, sur la Chine.", "RTL"),
    ],
)
def test_the_medium_asks_and_the_topic_takes_no_part(title: str, expected: str) -> None:
    told = [f"interview unknown | held | 2021-06-17 | Odile Brenner (speaker), {expected} (interviewer)"]
    assert tell(read("", "fr", title)) == told


def test_a_town_does_not_ask() -> None:
    title = f"{GUEST}, à Lyon le 17 juin 2021, sur la fin du dialogue."
    assert "interviewer" not in "".join(tell(read("", "fr", title)))


def test_where_and_when_stand_behind_the_topic() -> None:
    title = "Conférence de presse de M. Emmanuel Macron, sur le dialogue avec la Chine, à Paris le 17 juin 2021."
    assert tell(read("", "fr", title)) == [
        "press_conference unknown | held | 2021-06-17 | Emmanuel Macron (speaker) | Paris"
    ]


def test_each_sentence_of_a_title_tells_its_own() -> None:
    title = "Conseil des ministres du 9 juin 2021. Approbation des accords entre la France et le Qatar."
    assert tell(read("", "fr", title)) == [
        "meeting unknown | held | 2021-06-09 | Conseil des ministres (participant)"
    ]


def test_words_of_a_title_date_what_it_tells() -> None:
    (told,) = read("Le texte parle d'autre chose, jeudi à Lyon.", "fr", "Emmanuel Macron a reçu Mark Rutte lundi")
    assert (str(told.date_start), told.date_basis, told.text_field) == ("2021-06-14", "clause", "title")
    assert told.date_expression_id == date_expression_id("case", "title", 34, 39)


def test_a_title_without_a_day_is_dated_by_its_text() -> None:
    told = read("Emmanuel Macron a reçu Mark Rutte mardi à Paris.", "fr", "Macron reçoit Rutte")
    assert [(m.text_field, str(m.date_start)) for m in told] == [("text", "2021-06-15"), ("title", "2021-06-15")]
