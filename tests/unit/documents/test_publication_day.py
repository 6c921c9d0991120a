"""Which witness of the publication day is believed, and what an undated text proves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from transforms.documents.moments import parse_moment
from transforms.documents.publication import DateEvidence, Publication, find_publication
from transforms.documents.regions import find_regions

BODY = "Le ministre a reçu son homologue grec à Paris, où les deux hommes ont évoqué la situation en Méditerranée."
TITLE = "Le ministre reçoit son homologue grec à Paris"
ALL = DateEvidence(
    declared="2020-05-01",
    jsonld="2020-05-02",
    metadata="2020-05-03",
    url="https://e.org/2020/05/06/a",
    declared_updated="2020-06-01T08:00:00Z",
)


def published(text: str = "", language: str = "fr", **evidence: str) -> Publication:
    return find_publication(DateEvidence(**evidence), text, language, find_regions(text, language))


@pytest.mark.parametrize(
    ("declared", "day", "instant"),
    [
        ("2020-05-14", date(2020, 5, 14), None),
        ("20200514", date(2020, 5, 14), None),
        ("2020-05-14T23:30:00-04:00", date(2020, 5, 14), datetime(2020, 5, 15, 3, 30, tzinfo=UTC)),
        ("2020-05-14T10:00:00Z", date(2020, 5, 14), datetime(2020, 5, 14, 10, tzinfo=UTC)),
        ("2020-05-14T10:00:00.1234567Z", date(2020, 5, 14), datetime(2020, 5, 14, 10, tzinfo=UTC)),
        ("2020-05-14 10:00", date(2020, 5, 14), None),
        ("2020-05-14T99:00", date(2020, 5, 14), None),
        ("Thu, 14 May 2020 10:00:00 +0200", date(2020, 5, 14), datetime(2020, 5, 14, 8, tzinfo=UTC)),
        ("14 mai 2020", date(2020, 5, 14), None),
        ("jeudi 14 mai 2020 à 10h", date(2020, 5, 14), None),
        ("May 14, 2020", date(2020, 5, 14), None),
    ],
)
def test_declared_moments(declared: str, day: date, instant: datetime | None) -> None:
    moment = parse_moment(declared, "fr")
    assert moment is not None
    assert (moment.on, moment.at) == (day, instant)


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "hier",
        "2020",
        "2020-13-45",
        "31/02/2020",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "0001-01-01",
        "x" * 500,
        None,
    ],
)
def test_junk_is_no_moment(junk: str | None) -> None:
    assert parse_moment(junk, "fr") is None


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


def test_month_of_an_address_is_a_bound() -> None:
    publication = published(BODY, url="https://e.org/2020/05/story")
    assert (publication.published_on, publication.not_before) == (None, date(2020, 5, 1))


LEAD = "Le président a reçu à l'Élysée le chancelier autrichien le 28 novembre 2019"


def test_lead_with_its_weekday_is_the_news_day() -> None:
    publication = published(
        f"{LEAD}\n\nLe président, qui réclamait jeudi plus de moyens, a été entendu par le chancelier."
    )
    assert (publication.published_on, publication.basis) == (date(2019, 11, 28), "inferred")


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\nLe président, qui réclamait mardi plus de moyens, a été entendu par le chancelier.",
        f"{LEAD}\n\nLe président, qui réclamait plus de moyens, a été entendu par le chancelier.",
        f"{LEAD}\n\nLe président, qui réclamait jeudi 14 plus de moyens, a été entendu par le chancelier.",
        "Le président recevra le chancelier le 28 novembre 2019\n\nIl l'a annoncé jeudi devant la presse, à Paris.",
        "Le président, le 28 novembre 2019 à Paris\n\nIl a parlé jeudi devant la presse réunie à l'Élysée, à Paris.",
    ],
)
def test_lead_without_agreement_dates_nothing(text: str) -> None:
    assert published(text).published_on is None


STORY = "Les deux hommes ont évoqué la situation de la région pendant plus d'une heure, avant de dîner au palais."


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Le chancelier a été reçu ce mardi 29 mars 2022 à Rabat.", date(2022, 3, 29)),
        ("fr", "Ce mardi 29 mars 2022, le ministre doit voir son homologue.", date(2022, 3, 29)),
        ("fr", "Lundi 9 mars 2020, le maréchal a bien franchi les grilles.", date(2020, 3, 9)),
        (
            "fr",
            "Ils se sont vus lundi 9 mars 2020. « Match nul », a résumé mardi le vainqueur.",
            date(2020, 3, 10),
        ),
        ("fr", "Ils se sont vus lundi 9 décembre. La trêve tiendra avant la fin de 2019.", date(2019, 12, 9)),
        ("fr", "Le dernier sommet date de décembre 2017. Ils se sont vus lundi 9 décembre.", date(2019, 12, 9)),
        ("fr", "Mis à jour le 7 août 2020 à 01h12\n\nIl est arrivé ce jeudi 6 août à Beyrouth.", date(2020, 8, 6)),
        ("de", "Die Ministerin ist am Dienstag, dem 18. Januar 2022, mit ihm zusammengekommen.", date(2022, 1, 18)),
        ("es", "El presidente leyó este martes 12 de julio de 2022 sus cinco propuestas.", date(2022, 7, 12)),
        ("it", "Mercoledì 8 gennaio 2020 Conte ha ricevuto il generale.", date(2020, 1, 8)),
        ("pt", "Foi recebido na tarde de sexta-feira, 10 de fevereiro de 2023, na Casa Branca.", date(2023, 2, 10)),
        ("en", "It was signed on Saturday, February 29, 2020. He said on Sunday that it was void.", date(2020, 3, 1)),
    ],
)
def test_day_said_with_its_weekday_dates_the_article(language: str, text: str, day: date) -> None:
    publication = published(text, language)
    assert (publication.published_on, publication.basis) == (day, "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "Le sommet se tiendra mardi 29 mars 2022 à Rabat.",
        "Lundi 10 mars 2020, le maréchal a bien franchi les grilles.",
        "Dix ans après, la ville a rendu hommage aux victimes du vendredi 13 novembre 2015.",
        "Les chefs d'État se sont réunis ce lundi 27 juillet en visioconférence.",
        "Il a été reçu le 29 mars 2022 à Rabat.",
        "Le dernier sommet date de décembre 2014. Ils se sont vus lundi 9 décembre.",
        "Ils ont payé 2019 euros. Ils se sont vus lundi 9 décembre.",
        f"{STORY * 15} Lundi 9 mars 2020, le maréchal a bien franchi les grilles.",
    ],
)
def test_day_without_support_dates_nothing(text: str) -> None:
    assert published(text).published_on is None


def test_inferred_day_never_lies_before_what_the_text_proves() -> None:
    text = "Lundi 9 mars 2020, le maréchal a franchi les grilles. Il a été battu le 3 juin 2022 à Tripoli."
    assert (published(text).published_on, published(text).not_before) == (None, date(2022, 6, 3))


def test_feast_without_a_number_dates_nothing() -> None:
    text = "Lundi 9 mars 2020, le maréchal a franchi les grilles. À Noël, il a parlé."
    assert published(text).published_on == date(2020, 3, 9)


def test_date_in_brackets_ends_the_headline() -> None:
    publication = published(f"Corée du Nord – Tir de missile au-dessus du Japon (4 octobre 2022)\n\n{BODY}")
    assert (publication.published_on, publication.basis) == (date(2022, 10, 4), "header")


def test_address_above_the_text_tells_its_day() -> None:
    publication = published(f"https://www.journal.example/monde/2023/12/07/rencontre.html\n\n{TITLE}\n\n{BODY}")
    assert (publication.published_on, publication.basis) == (date(2023, 12, 7), "url")


@pytest.mark.parametrize(
    ("caption", "told", "day"),
    [
        ("Les deux ministres à Paris, le mercredi 6 décembre 2023", "jeudi", date(2023, 12, 7)),
        ("Les deux ministres à Paris, le mercredi 6 décembre 2023", "mercredi", date(2023, 12, 6)),
        ("Les deux ministres à Paris, le mercredi 6 décembre 2023", "lundi", None),
        ("Les deux ministres à Paris, le 6 décembre 2023", "jeudi", None),
    ],
)
def test_picture_of_a_weekday_is_news(caption: str, told: str, day: date | None) -> None:
    body = f"Les deux ministres ont quitté {told} soir la capitale, au terme de longs entretiens sur la sécurité."
    assert published(f"{TITLE}\n\n{caption}\n\n{body}").published_on == day


def test_picture_is_only_a_bound() -> None:
    caption = "Le ministre grec, le 12 janvier 2022 à Bruxelles"
    text = f"{TITLE}\n\n{caption}\n\n{caption} - JOHN THYS © 2019 AFP\n\n{BODY} Il a parlé mercredi à la presse."
    publication = published(text)
    assert (publication.published_on, publication.basis, publication.not_before) == (None, "none", date(2022, 1, 12))


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("fr", "En 2016, les budgets ont augmenté.", date(2016, 1, 1)),
        ("fr", "2015 a été la première année sans baisse.", date(2015, 1, 1)),
        ("fr", "Il a été élu le 7 mai 2017 à Paris.", date(2017, 5, 7)),
        ("fr", "La ligne est suspendue depuis 2016.", date(2016, 1, 1)),
        ("en", "In 2016 budgets rose for the first time.", date(2016, 1, 1)),
        ("en", "They met in Geneva on June 16, 2021.", date(2021, 6, 16)),
        ("fr", "En 2030, les budgets augmenteront.", None),
        ("fr", "Il a annoncé un sommet le 3 mars 2030.", None),
        ("fr", "Il a évoqué le sommet de Madrid en 2022.", None),
        ("fr", "Il a payé 2016 euros.", None),
        ("fr", "Le traité signé en 1949 reste en vigueur.", None),
        ("en", "They agreed to meet on June 16, 2030.", None),
        ("en", "It sold 2016 cars.", None),
    ],
)
def test_what_a_sentence_proves(language: str, text: str, bound: date | None) -> None:
    assert published(text, language).not_before == bound


def test_bound_is_left_out_where_the_day_is_known() -> None:
    assert published("En 2016, les budgets ont augmenté.", declared="2020-05-01").not_before is None


def test_other_languages_than_ours_infer_nothing() -> None:
    assert published("Zij ontmoetten elkaar in 2016.", "nl").not_before is None


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


@pytest.mark.parametrize(
    "text",
    [
        "Point de presse - réponses du porte-parole (8 janvier 2025)\n\n" + BODY,
        "Conseil européen, 8 janvier 2025\n\nPrincipaux résultats\n\n" + BODY,
    ],
)
def test_day_in_the_lines_above_the_text(text: str) -> None:
    assert published(text).published_on == date(2025, 1, 8)


def test_day_of_the_headline_before_one_told_as_past_is_no_publication() -> None:
    text = "Conseil européen, 8 janvier 2025\n\n" + BODY + " Le 3 mars 2025, il a reçu le Premier ministre à Paris."
    assert published(text).published_on is None


def in_2022(_text: str, _language: str, days: Sequence[date]) -> list[date]:
    """As if the people of the text had all been in office in 2022 only."""
    return [day for day in days if day.year == 2022]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Titre de la dépêche du soir\n\nLe ministre a reçu son homologue lundi 9 mai à Paris.", date(2022, 5, 9)),
        (
            "Titre de la dépêche du soir\n\nLe ministre a vu son homologue lundi 9 mai. Mardi, il s'est rendu à Rome.",
            date(2022, 5, 10),
        ),
        (
            "Titre de la dépêche du soir\n\nPARIS, 9 mai (AFP) - Le ministre a reçu lundi son homologue à Paris.",
            date(2022, 5, 9),
        ),
        (
            "Titre de la dépêche du soir\n\nPARIS, 10 mai (AFP) - Le ministre a reçu lundi son homologue à Paris.",
            date(2022, 5, 10),
        ),
        ("Titre de la dépêche du soir\n\nLe ministre a reçu son homologue lundi à Paris.", None),
    ],
)
def test_year_of_the_people(text: str, day: date | None) -> None:
    regions = find_regions(text, "fr")
    assert find_publication(DateEvidence(), text, "fr", regions, in_2022).published_on == day
    assert find_publication(DateEvidence(), text, "fr", regions).published_on is None
