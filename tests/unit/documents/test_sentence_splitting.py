"""Where sentences end, in six languages."""

from __future__ import annotations

import pytest

from transforms.documents.regions import find_regions
from transforms.documents.sentences import split_sentences
from transforms.records import Region


def sentences(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, find_regions(text, language), language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("fr", ["M.\u00a0Esper a reçu Mme. Parly le 3 mai.", "Ils ont dîné."]),
        ("fr", ["Le Dr. Dupont et J.-Y. Le Drian étaient à Paris.", "Le Premier ministre aussi."]),
        ("fr", ["Le 26 Jun. 2020, ils se sont vus.", "La réunion a duré une heure."]),
        ("fr", ["La loi n° 96-542, art. 5, al. 2, a été citée.", "Rien d'autre."]),
        ("fr", ["« Nous irons.", "Nous reviendrons.\u00a0», a-t-il dit."]),
        ("fr", ["« Irez-vous à Rome\u00a0? », a-t-il demandé.", "Elle a ri."]),
        ("fr", ['"Oui…"', "Puis il est parti."]),
        ("fr", ["Il hésite… puis accepte.", "C'est tout."]),
        ("fr", ["Né en 1949.", "L'Otan a 70 ans."]),
        ("fr", ["Ils sont 40.000 soldats à 3.5 km.", "Ils attendent."]),
        ("fr", ["Il l'a souligné.", "Le ministre aussi."]),
        ("fr", ["Vraiment ?!", "Oui !", "Bien."]),
        ("fr", ["Il a dit (...) Nous verrons.", "Puis rien."]),
        ("en", ["Mr. Smith met Sen. John F. Kerry in the U.S. Capitol.", "They talked."]),
        ("en", ["He lives in the U.S.", "He met J. Biden."]),
        ("en", ["They met at 5 p.m. Eastern time on Nov. 11.", "The talks failed."]),
        ("en", ["It was No. 10 Downing St. that said so.", "“Yes.”", "Nothing more."]),
        ("en", ["Apple Inc. announced it.", "The U.N. Security Council met."]),
        ("de", ["Am 3. Mai traf Dr. Merkel den Präsidenten.", "Die Gespräche dauerten an."]),
        ("de", ["Er kam am 12.", "Der Kanzler ging."]),
        ("de", ["Es kostet z.B. 3 Mio. Euro.", "Das ist viel."]),
        ("de", ["„Wir kommen.", "Wir gehen.“", "So sprach er."]),
        ("es", ["El Sr. Sánchez recibió a la Dra. Díaz en EE.UU. el lunes.", "¿Qué dijeron?", "¡Nada!"]),
        ("es", ["Llegó en núm. 5 de la Av. Central.", "Los dos hablaron."]),
        ("it", ["Il sig. Rossi e l'on. Bianchi si sono visti.", "Il premier no."]),
        ("it", ["Parlarono di gas, petrolio, ecc.", "Il resto è noto."]),
        ("pt", ["O Sr. Costa e a Dra. Silva reuniram-se.", "O encontro durou uma hora."]),
        ("pt", ["Veja a pág. 5 do art. 3.º da lei.", "Os dois leram."]),
    ],
)
def test_sentences_of_a_paragraph(language: str, parts: list[str]) -> None:
    assert sentences(" ".join(parts), language) == parts


def test_full_stop_glued_to_the_next_sentence() -> None:
    text = 'Il l\'a souligné."La force compte", a-t-il dit. Elle est prête.Le ministre aussi.'
    assert sentences(text, "fr") == [
        "Il l'a souligné.",
        '"La force compte", a-t-il dit.',
        "Elle est prête.",
        "Le ministre aussi.",
    ]


def test_sentence_begun_in_small_letters() -> None:
    assert sentences("Pour deux raisons. d'abord le coût, env. le double.", "fr") == [
        "Pour deux raisons.",
        "d'abord le coût, env. le double.",
    ]


def test_numbers_of_a_list_stay_with_their_sentence() -> None:
    assert sentences("1. Nous sommes unis. 2. Nous agissons.", "fr")[0] == "1. Nous sommes unis."


def test_paragraphs_always_cut() -> None:
    assert sentences("Une phrase sans fin\n\nune autre", "fr") == ["Une phrase sans fin", "une autre"]


def test_bullets_and_spaces_are_no_part() -> None:
    assert sentences("  • Le ministre a reçu le préfet.\u00a0\n  - Puis il est reparti pour Rome.", "fr") == [
        "Le ministre a reçu le préfet.",
        "Puis il est reparti pour Rome.",
    ]


def test_furniture_header_and_dateline_are_left_out() -> None:
    text = (
        "Le ministre reçoit son homologue\n\n• 26 Jun. 2020 -\n• Mis à jour le: 26 Jun. 2020 15:26\n\n"
        "PARIS (AFP) – Le ministre a reçu vendredi son homologue grec à Paris pour un long entretien.\n\n"
        "Partager cet article"
    )
    assert sentences(text, "fr") == [
        "Le ministre reçoit son homologue",
        "Le ministre a reçu vendredi son homologue grec à Paris pour un long entretien.",
    ]


def test_caption_is_cut_from_its_credit_and_kept() -> None:
    text = "Un titre de quatre mots\n\nLe ministre à Bruxelles - JOHN THYS © 2019 AFP\n\nIl a parlé."
    assert "Le ministre à Bruxelles" in sentences(text, "fr")


def test_hand_wrapped_lines_do_not_cut() -> None:
    text = (
        "Le ministre des Affaires étrangères a reçu vendredi son homologue\n"
        "grec à Paris, où les deux hommes ont évoqué la situation en mer et\n"
        "la préparation du prochain conseil. Ils se retrouveront dans le\n"
        "courant du mois à Athènes pour un nouvel entretien avec les chefs\n"
        "de leurs marines et le commissaire européen."
    )
    assert len(sentences(text, "fr")) == 2


def test_unknown_language_is_read_with_all() -> None:
    assert sentences("Mr. Smith met M. Dupont. They talked.", "und") == ["Mr. Smith met M. Dupont.", "They talked."]


def test_initials_of_one_name_stay_together() -> None:
    text = "Le vice-président J. D. Vance a vu Ph. Etienne. Ils ont dîné."
    told = [text[span.start : span.end] for span in split_sentences(text, (), "fr")]
    assert told == ["Le vice-président J. D. Vance a vu Ph. Etienne.", "Ils ont dîné."]


def test_an_hour_in_a_line_of_its_own_belongs_to_the_entry_below() -> None:
    text = "10h30\nConseil des ministres\n\n12:00\n\nLunch with X\n2021\nEnd"
    spans = split_sentences(text, [], "fr")
    assert [text[s.start : s.end].split() for s in spans] == [
        ["10h30", "Conseil", "des", "ministres"],
        ["12:00", "Lunch", "with", "X"],
        ["2021"],
        ["End"],
    ]


def test_an_hour_that_is_a_headline_joins_nothing() -> None:
    text = "09:30\nLe ministre reçoit son homologue."
    headline = Region(0, 5, "headline", "headline.first_line")
    assert [text[s.start : s.end] for s in split_sentences(text, [headline], "fr")] == text.split("\n")
