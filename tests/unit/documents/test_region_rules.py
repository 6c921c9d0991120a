"""Each rule of the regions on the shape it is for, and on the shape it must leave alone."""

from __future__ import annotations

import pytest

from transforms.documents.regions import find_regions

BODY = (
    "Le ministre des Affaires étrangères a reçu vendredi son homologue grec à Paris, où les deux hommes ont évoqué la "
    "situation en Méditerranée orientale et la préparation du prochain conseil.\n\n"
    "Ils se retrouveront dans un mois à Athènes, a précisé le porte-parole du ministère à l'issue de la rencontre."
)
TITLE = "Le ministre reçoit son homologue grec à Paris"


def marked(text: str, language: str = "fr", title: str | None = None) -> list[tuple[str, str]]:
    return [(r.rule_id, text[r.start : r.end]) for r in find_regions(text, language, title)]


def words_of(text: str, rule_id: str, language: str = "fr") -> list[str]:
    return [words for rule, words in marked(text, language) if rule == rule_id]


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


def test_title_with_the_name_of_the_site() -> None:
    assert ("headline.title", TITLE) in marked(f"{TITLE}\n\n{BODY}", title=f"{TITLE} | Le Journal")


def test_known_title_decides_the_headline() -> None:
    text = f"Bonjour à tous\n\n{TITLE}\n\n{BODY}"
    assert ("headline.title", TITLE) in marked(text, title="Le ministre reçoit son homologue grec à Paris")
    assert not [rule for rule, _ in marked(f"Bonjour à tous\n\n{BODY}", title=TITLE) if rule.startswith("headline")]


def test_first_prose_is_no_headline() -> None:
    assert not [rule for rule, _ in marked(BODY) if rule.startswith("headline")]


def test_salutation_is_no_headline() -> None:
    text = f"Monsieur le Président,\n\nMesdames et Messieurs les députés,\n\n{BODY}"
    assert not [rule for rule, _ in marked(text) if rule.startswith(("headline", "standfirst"))]


def test_markdown_headings() -> None:
    text = f"# {TITLE}\n\n{BODY}\n\n## La suite\n\n{BODY}"
    assert words_of(text, "headline.markdown") == [f"# {TITLE}", "## La suite"]


def test_heading_between_paragraphs() -> None:
    text = f'{TITLE}\n\n{BODY}\n\n"Toutes les options sont sur la table"\n\n{BODY}'
    assert words_of(text, "headline.section") == ['"Toutes les options sont sur la table"']


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("• 26 Jun. 2020 -", "fr"),
        ("La Voix du Littoral – 9 mars 2023", "fr"),
        ("Communiqué de presse | vendredi 26 juin 2020", "fr"),
        ("October 04, 2005", "en"),
        ("Press release - Brussels, 26 June 2020 - 10:30", "en"),
    ],
)
def test_line_of_a_date_is_the_header(line: str, language: str) -> None:
    assert words_of(f"{TITLE}\n\n{line}\n\n{BODY}", "header.date_line", language) == [line]


@pytest.mark.parametrize(
    ("line", "language"),
    [("Paris, le 3 mai 2021", "fr"), ("Brussels, 26 June 2020", "en"), ("NEW YORK, Sept. 3, 2020", "en")],
)
def test_line_of_a_place_and_a_date_is_the_dateline(line: str, language: str) -> None:
    assert words_of(f"{TITLE}\n\n{line}\n\n{BODY}", "dateline.line", language) == [line]


def test_front_matter_is_furniture() -> None:
    front = "---\ntitle: Le ministre à Paris\ndate: 2020-01-20\n---"
    assert words_of(f"{front}\n\n{BODY}", "furniture.front_matter") == [front]
    assert not words_of(f"---\n\n{BODY}\n\n---\n", "furniture.front_matter")


@pytest.mark.parametrize(
    ("line", "rule_id", "words"),
    [
        (
            "29 janvier 2022 - Seul le prononcé fait foi",
            "header.date_first",
            "29 janvier 2022 - Seul le prononcé fait foi",
        ),
        ("16 Dec. 2021 - Last updated: 17 Dec. 2021 08:30", "header.date_line", "16 Dec. 2021 -"),
        ("Radio Détroits - 17 novembre 2023, 8 h 50 (durée de l'extrait : 12:06)", "header.date_line", ""),
        ("Mercredi, 17 novembre 2021", "header.date_line", ""),
    ],
)
def test_date_with_words_around_it(line: str, rule_id: str, words: str) -> None:
    assert words_of(f"{TITLE}\n\n{line}\n\n{BODY}", rule_id) == [words or line]


def test_date_under_the_text_signs_it() -> None:
    paragraphs = "\n\n".join([BODY] * 6)
    assert words_of(f"{paragraphs}\n\nParis, le 3 mai 2021", "header.closing_date") == ["Paris, le 3 mai 2021"]


@pytest.mark.parametrize(
    ("dateline", "language"),
    [
        ("WASHINGTON, Nov. 11 (Xinhua) —", "en"),
        ("PARIS (AFP) –", "fr"),
        ("4 juillet 2012. -", "fr"),
        ("Paris, le 3 mai 2021 –", "fr"),
        ("BERLIN, 3. Mai (Reuters) -", "de"),
        ("Madrid, 3 mar (EFE).-", "es"),
        ("(ANSA) - ROMA, 12 MAG -", "it"),
        ("Brasília, 4 de maio (Reuters) -", "pt"),
        ("BRUSSELS —", "en"),
        ("MOSKAU, 15. Februar 2022.", "de"),
        ("NEW YORK, Sept. 3 (AP) --", "en"),
    ],
)
def test_dateline_opens_the_report(dateline: str, language: str) -> None:
    assert words_of(f"{TITLE}\n\n{dateline} {BODY}", "dateline.opening", language) == [dateline]


@pytest.mark.parametrize(
    "opening",
    [
        "Le président - arrivé mardi - repartira jeudi de la capitale après un dernier entretien.",
        "Emmanuel Macron – le président français – a quitté la capitale grecque dans la soirée.",
        "En mai 2021 - un mois après - les deux hommes se sont revus dans la capitale grecque.",
    ],
)
def test_dash_alone_makes_no_dateline(opening: str) -> None:
    assert words_of(f"{TITLE}\n\n{opening}", "dateline.opening") == []


def test_standfirst_cut_short() -> None:
    lead = (
        "A l’occasion du sommet, nous avons rencontré son secrétaire général pour faire le point sur les relations avec"
    )
    text = f"{TITLE}\n\n{lead} la Russie et sur…\n\nPUBLICITÉ\n\n{lead} la Russie et sur la lutte commune.\n\n{BODY}"
    assert words_of(text, "standfirst.cut") == [f"{lead} la Russie et sur…"]


def test_standfirst_retold_by_the_first_paragraph() -> None:
    lead = "Le ministre des Affaires étrangères a reçu vendredi à Paris son homologue grec pour parler Méditerranée."
    assert words_of(f"{TITLE}\n\n{lead}\n\n{BODY}", "standfirst.retold") == [lead]


@pytest.mark.parametrize(
    ("text", "rule_id", "quoted"),
    [
        ("Il a dit : « C'est fait\u00a0», puis il est parti.", "quotation.guillemets", "« C'est fait\u00a0»"),
        ("He said: “It is done”, then left.", "quotation.curly", "“It is done”"),
        ('Il a dit "oui" et rien de plus.', "quotation.straight", '"oui"'),
        ("Er sagte: „Das ist gut“, und ging.", "quotation.low", "„Das ist gut“"),
        ("Er sagte: »Das ist gut.« Dann ging er.", "quotation.reversed_guillemets", "»Das ist gut.«"),
        ("He said `` yes '' and left.", "quotation.tokenised", "`` yes ''"),
    ],
)
def test_quotation_marks(text: str, rule_id: str, quoted: str) -> None:
    assert words_of(text, rule_id, "de" if "Er" in text else "fr") == [quoted]


def test_quotation_over_two_paragraphs() -> None:
    text = "Il a dit : « Nous irons.\n\nNous reviendrons. » Puis il est parti."
    assert words_of(text, "quotation.guillemets") == ["« Nous irons.\n\nNous reviendrons. »"]


@pytest.mark.parametrize("text", ['Un écran de 24" a été livré.', "Il a dit « oui et il est parti.", "3» et 4«"])
def test_marks_that_never_close_quote_nothing(text: str) -> None:
    assert [rule for rule, _ in marked(text) if rule.startswith("quotation")] == []


INTERVIEW = (
    "- Euronews : “Vous allez rencontrer le président. Que lui direz-vous ?”\n\n"
    "- Jens Stoltenberg : “Nous parlerons de défense et des engagements pris ensemble depuis des années.”\n\n"
    "- Euronews : “Est-ce suffisant ?”\n\n"
    "- Jens Stoltenberg : “Oui. On va dans la bonne direction, et nous y resterons.”\n\n"
    "Partager cet article"
)


def test_turns_of_an_interview() -> None:
    assert words_of(INTERVIEW, "question.turn")[1] == "“Est-ce suffisant ?”"
    assert words_of(INTERVIEW, "quotation.turn")[1] == "“Oui. On va dans la bonne direction, et nous y resterons.”"
    assert words_of(INTERVIEW, "furniture.speaker_label")[0] == "- Euronews : "


def test_turns_by_letters_go_on_over_paragraphs() -> None:
    text = "Q - Bonjour. Où allez-vous ?\n\nR - À Athènes.\n\nEt puis à Rome.\n\nQ - Merci."
    assert words_of(text, "quotation.turn") == ["À Athènes.\n\nEt puis à Rome."]
    assert words_of(text, "question.turn") == ["Bonjour. Où allez-vous ?", "Merci."]


def test_turns_under_names_in_capitals() -> None:
    text = (
        "PATRICK ROGER\nVous recevez votre homologue demain ?\n\n"
        "ALAIN GRISET\nOui, demain matin, à mon ministère, avec lui.\n\n"
        "PATRICK ROGER\nPour parler de quoi ?\n\n"
        "ALAIN GRISET\nDes entreprises artisanales, qui ont souffert cette année."
    )
    assert words_of(text, "question.turn") == ["Vous recevez votre homologue demain ?", "Pour parler de quoi ?"]
    assert len(words_of(text, "quotation.turn")) == 2


def test_debate_without_questions_has_no_interviewer() -> None:
    text = "MARIE DUPONT\nJe suis contre.\n\nPAUL DURAND\nJe suis pour.\n\n" * 2
    assert words_of(text, "question.turn") == []
    assert len(words_of(text, "quotation.turn")) == 4


def test_headline_of_an_interview_is_no_turn() -> None:
    title = 'Jens Stoltenberg: "L\'OTAN va rejoindre la coalition"'
    text = f"{title}\n\n{title}\n\n{INTERVIEW}"
    assert words_of(text, "headline.first_line") == [title]
    assert words_of(text, "furniture.repeated_title") == [title]


def test_one_colon_makes_no_interview() -> None:
    text = f"Contact : le service de presse\n\n{BODY}\n\nLieu : Athènes"
    assert not [rule for rule, _ in marked(text) if rule.endswith(("turn", "speaker_label"))]


def test_questions_without_labels() -> None:
    answer = "Nous avons beaucoup travaillé et nous continuerons, car la situation le demande à chacun de nous."
    text = "\n\n".join(f"Que faites-vous en {month} ?\n\n{answer}" for month in ("mai", "juin", "juillet"))
    assert len(words_of(text, "question.unlabelled")) == 3


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


@pytest.mark.parametrize("text", ["", " \n ", "\u00a0", "mot"])
def test_nothing_to_mark(text: str) -> None:
    assert find_regions(text, "fr") == ()
