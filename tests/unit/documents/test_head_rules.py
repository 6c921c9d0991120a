"""The head of a document: headlines, standfirsts, headers and datelines, and what opens it without being one."""

from __future__ import annotations

import pytest

from tests.unit.documents.marking import BODY, TITLE, marked, words_of
from transforms.documents.regions import find_regions


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


@pytest.mark.parametrize("text", ["", " \n ", "\u00a0", "mot"])
def test_nothing_to_mark(text: str) -> None:
    assert find_regions(text, "fr") == ()
