"""What is furniture, credit or caption in a document, and the lines that only look like it."""

from __future__ import annotations

import pytest

from tests.unit.documents.marking import BODY, TITLE, marked, words_of


@pytest.mark.parametrize(
    ("line", "rule_id", "language"),
    [
        ("Partager cet article", "furniture.interface", "fr"),
        ("Partager cet articleDiscussion", "furniture.interface", "fr"),
        ("Close Button", "furniture.interface", "fr"),
        ("PUBLICITE", "furniture.interface", "fr"),
        ("• Copié", "furniture.interface", "fr"),
        ("Facebook | Twitter | WhatsApp (12)", "furniture.interface", "en"),
        ("Artikel teilen", "furniture.interface", "de"),
        ("Imprimir  Compartir", "furniture.interface", "es"),
        ("Condividi su", "furniture.interface", "it"),
        ("Continua após a publicidade", "furniture.interface", "pt"),
        ("EXCLUSIF", "furniture.kicker", "fr"),
        ("Eilmeldung", "furniture.kicker", "de"),
        ("Pressemitteilung 123", "furniture.kicker", "de"),
        ("Comunicato stampa", "furniture.kicker", "it"),
        ("Tous droits réservés\u00a0", "furniture.notice", "fr"),
        ("© 2019 Le Journal", "furniture.notice", "fr"),
        ("Nous utilisons des cookies pour mesurer notre audience. Vous pouvez refuser.", "furniture.notice", "fr"),
        ("Il vous reste 75 % de cet article à lire.", "furniture.notice", "fr"),
        ("All rights reserved. This material may not be published.", "furniture.notice", "en"),
        ("Riproduzione riservata ©", "furniture.notice", "it"),
        ("Par\u00a0Euronews", "furniture.byline", "fr"),
        ("Par Jeanne Martin et Paul Durand, avec AFP", "furniture.byline", "fr"),
        ("E.R avec AFP", "furniture.byline", "fr"),
        ("Von Anna Schmidt", "furniture.byline", "de"),
        ("By Jane Smith and John Brown", "furniture.byline", "en"),
        ("Source https://www.diplomatie.gouv.fr, le 18 novembre 2020", "furniture.source_note", "fr"),
        ("https://www.defense.gouv.fr, le 27 octobre 2020", "furniture.address", "fr"),
        ("Source : Service d'information du Gouvernement", "furniture.source_note", "fr"),
        ("Mis à jour le: 15 May. 2020 12:26", "furniture.update_stamp", "fr"),
        ("Zuletzt aktualisiert am 14.05.2020 um 10:25 Uhr", "furniture.update_stamp", "de"),
        ("modifié à", "furniture.update_stamp", "fr"),
        ("3:53", "furniture.clip_length", "fr"),
        ("#OTAN #Turquie", "furniture.hashtags", "fr"),
        ("• |", "furniture.marks", "fr"),
        ("(…)", "furniture.marks", "fr"),
        ("* * *", "furniture.marks", "fr"),
        ("Photo : Jean Dupont / AFP", "furniture.credit", "fr"),
        ("Image source, Getty Images", "furniture.credit", "en"),
        ("Temps de lecture : 2 min.", "furniture.interface", "fr"),
        ("00:00/02:30", "furniture.clip_length", "fr"),
    ],
)
def test_line_is_furniture(line: str, rule_id: str, language: str) -> None:
    text = f"{TITLE}\n\n{line}\n\n{BODY}"
    assert (rule_id, line.strip()) in marked(text, language)


@pytest.mark.parametrize(
    "sentence",
    [
        "Comment ?",
        "Partager la souveraineté n'est pas la perdre, a dit le ministre.",
        "Par ailleurs, le ministre a rencontré les maires de la région.",
        "La source de ces tensions remonte à l'an dernier, selon lui.",
        "Sources diplomatiques et militaires confirment la rencontre de lundi.",
        "Mis à jour régulièrement, le plan sera présenté aux Alliés en juin.",
        "Le communiqué publié lundi rappelle les engagements de 2014.",
        "Le texte publié le 14 mai 2020 par les deux ministres rappelle les engagements pris à Bruxelles.",
        "Nous utilisons tous les moyens dont nous disposons.",
        "Il a quitté Paris à 15:30",
        "Lire aussi bien que parler demande du travail.",
        "Avec Angela Merkel, il a préparé le sommet.",
        "Abonnés absents, les deux pays n'ont pas voté.",
    ],
)
def test_sentence_is_not_furniture(sentence: str) -> None:
    text = f"{TITLE}\n\n{BODY}\n\n{sentence}\n\n{BODY}"
    assert [words for rule, words in marked(text) if rule.startswith("furniture")] == []


def test_stamps_of_a_line_are_told_apart() -> None:
    text = f"{TITLE}\nPar Jean Dupont, publié le 14 mai 2020 à 10h25, mis à jour le 15 mai 2020 à 8h\n\n{BODY}"
    assert words_of(text, "furniture.byline") == ["Par Jean Dupont, "]
    assert words_of(text, "header.published_stamp") == ["publié le 14 mai 2020 à 10h25, "]
    assert words_of(text, "furniture.update_stamp") == ["mis à jour le 15 mai 2020 à 8h"]


def test_related_headlines_to_the_end() -> None:
    text = f"{BODY}\n\nÀ découvrir également\n\nLe sommet de 2018 en images\n\nQue veut la Turquie ?"
    assert words_of(text, "furniture.related_label") == ["À découvrir également"]
    assert words_of(text, "furniture.related") == ["Le sommet de 2018 en images", "Que veut la Turquie ?"]


def test_related_headlines_end_where_prose_resumes() -> None:
    text = f"{BODY}\n\nA lire aussi\n\nLe sommet de 2018 en images\n\n{BODY}"
    assert words_of(text, "furniture.related") == ["Le sommet de 2018 en images"]


def test_related_headline_on_the_line_of_its_label_takes_that_line_only() -> None:
    text = f"{BODY}\n\nLire aussi : Macron reçoit Merkel à Paris\n\n{BODY}"
    assert words_of(text, "furniture.related_inline") == ["Lire aussi : Macron reçoit Merkel à Paris"]
    assert words_of(text, "furniture.related") == []


def test_related_teasers_with_full_stops_at_the_foot() -> None:
    teasers = [
        "Poutine et Biden se verront à Genève",
        "Le président russe et son homologue américain se retrouveront au bord du lac.",
        "Libye : la conférence de Berlin en questions",
        "Merkel attendue à Washington",
    ]
    text = f"{BODY}\n\nSur le même sujet\n" + "\n".join(teasers)
    assert words_of(text, "furniture.related") == teasers


def test_clip_length_after_a_tab_is_cut_from_its_caption() -> None:
    text = f"Le président a reçu le chancelier le 28 novembre 2019\t3:53\n• Copié\n{BODY}"
    assert words_of(text, "furniture.clip_length") == ["3:53"]
    assert words_of(text, "caption.clip") == ["Le président a reçu le chancelier le 28 novembre 2019"]


def test_hashtags_at_the_end_of_a_line() -> None:
    text = f"{BODY} #Paris #Athènes"
    assert words_of(text, "furniture.hashtags") == ["#Paris #Athènes"]


def test_credit_makes_a_caption_of_its_line_and_of_its_repeat() -> None:
    caption = "Le ministre grec, le 12 janvier 2022 à Bruxelles"
    text = f"{TITLE}\n\n{caption}\n\n{caption} - JOHN THYS © 2019 AFP\n\n{BODY}"
    assert words_of(text, "caption.repeated") == [caption]
    assert words_of(text, "caption.credited") == [caption]
    assert words_of(text, "furniture.credit") == [" - JOHN THYS © 2019 AFP"]


def test_caption_with_its_label() -> None:
    line = "Légende : Le ministre grec à Bruxelles en 2019"
    assert words_of(f"{TITLE}\n\n{line}\n\n{BODY}", "caption.labelled") == [line]


def test_agency_at_the_end_of_prose_is_a_credit_and_the_prose_stays() -> None:
    text = f"{TITLE}\n\n{BODY} (AFP)"
    assert words_of(text, "furniture.credit") == [" (AFP)"]
    assert not [rule for rule, _ in marked(text) if rule.startswith("caption")]


def test_breadcrumb_above_the_headline() -> None:
    text = f"BFMTV\nInternational\n\n{TITLE}\n\n{BODY}"
    assert words_of(text, "furniture.breadcrumb") == ["BFMTV", "International"]
    assert words_of(text, "headline.first_line") == [TITLE]


def test_repeated_title_is_furniture() -> None:
    text = f"{TITLE}\n\n{TITLE.upper()}\n\n{BODY}"
    assert words_of(text, "furniture.repeated_title") == [TITLE.upper()]


def test_name_under_the_headline_is_its_author() -> None:
    assert words_of(f"{TITLE}\nLaetitia Drevet\n\n{BODY}", "furniture.byline_name") == ["Laetitia Drevet"]


def test_name_under_the_text_is_its_author() -> None:
    assert words_of(f"{TITLE}\n\n{BODY}\n\nAnne BIANCHI", "furniture.byline_name") == ["Anne BIANCHI"]


def test_front_matter_is_furniture() -> None:
    front = "---\ntitle: Le ministre à Paris\ndate: 2020-01-20\n---"
    assert words_of(f"{front}\n\n{BODY}", "furniture.front_matter") == [front]
    assert not words_of(f"---\n\n{BODY}\n\n---\n", "furniture.front_matter")


def test_hand_wrapped_paragraph_is_one_line() -> None:
    wrapped = (
        "Le ministre des Affaires étrangères a reçu vendredi son homologue\n"
        "grec à Paris, où les deux hommes ont évoqué la situation en mer et\n"
        "la préparation du prochain conseil. Ils se retrouveront dans le\n"
        "courant du mois à Athènes pour un nouvel entretien avec les chefs\n"
        "de leurs marines et le commissaire européen chargé de la défense\n"
        "commune."
    )
    assert not [rule for rule, _ in marked(f"{TITLE}\n\n{wrapped}") if rule.startswith(("furniture", "headline.s"))]
