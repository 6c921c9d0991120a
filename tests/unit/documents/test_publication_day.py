"""Which witness of the publication day is believed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.unit.documents.publishing import BODY, TITLE, published
from transforms.documents.publication import DateEvidence, find_publication

ALL = DateEvidence(
    declared="2020-05-01",
    jsonld="2020-05-02",
    metadata="2020-05-03",
    url="https://e.org/2020/05/06/a",
    declared_updated="2020-06-01T08:00:00Z",
)


def test_witnesses_are_asked_in_order_of_trust() -> None:
    header = f"{TITLE}\n\n4 mai 2020\n\n{BODY}"
    dateline = f"{TITLE}\n\nPARIS, 5 mai 2020 – {BODY}"
    evidence = {"declared": "2020-05-01", "jsonld": "2020-05-02", "metadata": "2020-05-03"}
    evidence["url"] = "https://e.org/2020/05/06/a"
    seen = []
    for name in ("declared", "jsonld", "metadata"):
        seen.append(published(header, **evidence))
        del evidence[name]
    seen += [published(header, **evidence), published(dateline, **evidence), published(BODY, **evidence)]
    assert [(p.basis, p.published_on.day if p.published_on else None) for p in seen] == [
        ("declared", 1),
        ("jsonld", 2),
        ("metadata", 3),
        ("header", 4),
        ("dateline", 5),
        ("url", 6),
    ]


def test_junk_declaration_leaves_the_word_to_the_next_witness() -> None:
    assert published(BODY, declared="bientôt", metadata="2020-05-03").basis == "metadata"


def test_update_of_a_record_is_kept_apart() -> None:
    publication = find_publication(ALL, BODY, "fr")
    assert publication.published_on == date(2020, 5, 1)
    assert publication.updated_at == datetime(2020, 6, 1, 8, tzinfo=UTC)


def test_header_beats_the_update_stamp() -> None:
    text = f"{TITLE}\n\n  • 14 May. 2020 -\n  • |\n  • Mis à jour le: 15 May. 2020 12:26\n\n{BODY}"
    publication = published(text)
    assert (publication.published_on, publication.basis) == (date(2020, 5, 14), "header")


def test_update_stamp_is_the_last_resort() -> None:
    publication = published(f"{TITLE}\n\nMis à jour le: 15 May. 2020 12:26\n\n{BODY}")
    assert (publication.published_on, publication.basis) == (date(2020, 5, 15), "inferred")


def test_publication_stamp_beats_a_bare_date_line() -> None:
    text = f"{TITLE}\n\n12 mai 2020\n\nPublié le 14 mai 2020 à 10h25\n\n{BODY}"
    assert published(text).published_on == date(2020, 5, 14)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://e.org/2020/05/14/story.html", date(2020, 5, 14)),
        ("https://e.org/news-2020-05-14-story", date(2020, 5, 14)),
        ("https://e.org/story-20200514.html", date(2020, 5, 14)),
        ("https://e.org/2020/5/4/", date(2020, 5, 4)),
        ("https://e.org/item/20201399/", None),
        ("https://e.org/2020/story", None),
        ("https://e.org/id/120200514", None),
        ("https://e.org/a#/2020/05/14/", None),
    ],
)
def test_day_of_an_address(url: str, day: date | None) -> None:
    assert published(BODY, url=url).published_on == day


def test_date_in_brackets_ends_the_headline() -> None:
    publication = published(f"Corée du Nord – Tir de missile au-dessus du Japon (4 octobre 2022)\n\n{BODY}")
    assert (publication.published_on, publication.basis) == (date(2022, 10, 4), "header")


def test_address_above_the_text_tells_its_day() -> None:
    publication = published(f"https://www.journal.example/monde/2023/12/07/rencontre.html\n\n{TITLE}\n\n{BODY}")
    assert (publication.published_on, publication.basis) == (date(2023, 12, 7), "url")


@pytest.mark.parametrize(("head", "language"), [
    ("Publié le 7 décembre 2023 à 18h20 | Temps de lecture : 3 min | Réservé aux abonnés", "fr"),
    ("L'invité du matin – jeudi 7 décembre 2023", "fr"),
    ("Comunicato dell'Ufficio stampa di Palazzo Doria, 7 dicembre 2023", "it"),
    ("Nota à comunicação social – quinta-feira, 7 de dezembro de 2023", "pt"),
    ("Pressemitteilung 123/2023 vom 7. Dezember 2023", "de"),
    ("Publié le 07/12/2023 à 18h42, modifié à 21h05", "fr"),
    ("Le 07/12/2023 à 18:42 par Jean Morel", "fr"),
    ("Internacional / Jueves 7 de diciembre de 2023 / Edición digital, 19:05", "es"),
    ("By John Smith Thursday 7 December 2023, 6:42pm", "en"),
    ("December 7, 2023, 6:42 p.m. ET", "en"),
    ("07.12.2023 | Politik", "de"),
    ("Lisboa, 7 dez 2023 (Lusa)", "pt"),
    ("Le Courrier du Nord N° 5612 du jeudi 7 décembre 2023", "fr"),
    ("Rives-sur-Orne, 7 décembre 2023", "fr"),
    ("Par le service politique – Point arrêté au 7 décembre 2023", "fr"),
    ("THURSDAY, DECEMBER 7, 2023                     35 CENTS", "en"),
    ("Issued Thursday 7 December 2023, 4 pm. Subject to change. (*) = open to media", "en"),
    ("The Daily Ledger, December 7, 2023, page A1", "en"),
    ("Nr. 112/2023 vom 7. Dezember 2023", "de"),
    ("Año XII, N.º 4512, jueves 7 de diciembre de 2023", "es"),
])  # fmt: skip
def test_a_day_stands_in_a_part_of_a_line_of_the_head(head: str, language: str) -> None:
    found = published(f"{TITLE}\n\n{head}\n\n{BODY}", language)
    assert found.published_on == date(2023, 12, 7)
    assert found.basis in ("header", "dateline")


@pytest.mark.parametrize(("line", "language"), [
    ("Santiago de Chile, 7. Dezember 2023 – ", "de"),
    ("Addis-Abeba, le 7 décembre 2023 : ", "fr"),
])  # fmt: skip
def test_datelines_with_particles_and_colons(line: str, language: str) -> None:
    found = published(f"{TITLE}\n\n{line}{BODY}", language)
    assert (found.published_on, found.basis) == (date(2023, 12, 7), "dateline")


def test_a_signed_day_stands_among_the_short_lines_under_the_text() -> None:
    foot = "MINISTRY OF FOREIGN AFFAIRS\nKALI BAY\n7 DECEMBER 2023\n\nTravel | Vacancies\nLast updated on 3 May 2025"
    found = published(f"MINISTRY OF FOREIGN AFFAIRS\nREPUBLIC OF ANUVARA\n\n{TITLE}\n\n{BODY}\n\n{foot}", "en")
    assert (found.published_on, found.basis) == (date(2023, 12, 7), "header")


def test_update_without_a_year_behind_the_day() -> None:
    text = f"Autarca nega encontro\n\n05 fev. 2026 · 18h20 · Atualizado a 06 fev. às 09h12\n\n{BODY}"
    assert published(text, "pt").published_on == date(2026, 2, 5)
