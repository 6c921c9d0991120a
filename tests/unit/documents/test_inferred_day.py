"""The day of publication that an article implies by its own days and weekdays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from tests.unit.documents.publishing import BODY, TITLE, published
from transforms.documents.publication import DateEvidence, find_publication
from transforms.documents.regions import find_regions

LEAD = "Le président a reçu à l'Élysée le chancelier autrichien le 28 novembre 2019"
STORY = "Les deux hommes ont évoqué la situation de la région pendant plus d'une heure, avant de dîner au palais."


def in_2022(_text: str, _language: str, days: Sequence[date]) -> list[date]:
    """As if the people of the text had all been in office in 2022 only."""
    return [day for day in days if day.year == 2022]


def published_in_2022(text: str, *, people: bool = True) -> date | None:
    """The day of publication of a French text whose people were all in office in 2022 only, or of unknown people."""
    regions = find_regions(text, "fr")
    fitting = (in_2022,) if people else ()
    return find_publication(DateEvidence(), text, "fr", regions, *fitting).published_on


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
    assert published_in_2022(text) == day
    assert published_in_2022(text, people=False) is None


def test_programme_is_of_the_first_of_its_days() -> None:
    text = "Agenda de la maire\n\nSemaine du 9 au 15 mars 2026\n\nLundi 9 mars\n- Réunion\n\nMardi 10 mars\n- Gala\n"
    assert published(text).published_on == date(2026, 3, 9)


def test_guest_of_a_programme_was_there_on_the_day_of_publication() -> None:
    text = "Entretien\n\nLe ministre était l'invité, mardi 4 juin 2024, de Radio Savane. Il y a parlé du dialogue."
    assert published(text).published_on == date(2024, 6, 4)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("it", "Il presidente compie da ieri, martedì 20 maggio 2008, una visita ufficiale.", date(2008, 5, 21)),
        ("en", "Talks were held yesterday, Tuesday, May 10, 2022, in Abuja.", date(2022, 5, 11)),
        ("de", "Er trifft morgen, Freitag, 10. Juni 2022, in Wien ein.", date(2022, 6, 9)),
        (
            "pt",
            "Chegou no domingo (22). Nesta segunda-feira (23), foi recebido. Os ataques de 8 de janeiro de 2023.",
            date(2023, 1, 23),
        ),
        (
            "fr",
            "La mission a pris fin hier. Le mardi 6 février 2024, l'envoyé a été reçu. L'accord a été signé mercredi.",
            date(2024, 2, 8),
        ),
        (
            "fr",
            "Il a effectué, ce vendredi, une visite à Sotchi. Les dirigeants s'étaient réunis le mardi 31 mai 2022.",
            date(2022, 6, 3),
        ),
        ("es", "Sábado 17 de junio de 2023\n\nLa cumbre que debía empezar ayer quedó aplazada.", date(2023, 6, 17)),
    ],
)
def test_words_that_count_from_the_day_of_writing(language: str, text: str, day: date) -> None:
    assert published(text, language).published_on == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le ministre recevra lundi 9 mai son homologue à Paris. Il se rendra mercredi à Rome.", date(2022, 5, 8)),
        (
            "Le ministre a annoncé samedi qu'il partait.\n\nIl avait reçu les familles du policier, tué mardi 3 mai.",
            date(2022, 5, 7),
        ),
        ("Le ministre a vu son homologue lundi 9 mai. Mercredi, il s'envole pour Rome.", date(2022, 5, 9)),
        (
            "Le ministre a vu son homologue lundi 9 mai. Il sera mardi 10 mai à Rome, mercredi à Tunis.",
            date(2022, 5, 9),
        ),
        ("Le ministre a vu son homologue lundi 9 mai. Il a été reçu mercredi 12 mai.", None),
    ],
)
def test_last_day_told_before_the_first_to_come(text: str, day: date | None) -> None:
    assert published_in_2022(text) == day


def test_year_lies_before_what_is_planned() -> None:
    text = "Talks started on Monday 10 October. They should end by 31 March 2017, and by June 2018 at the latest."
    assert published(text, "en").published_on == date(2016, 10, 10)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "fr",
            "SKARN, 16 mars (AMP) - Le ministre a reçu mardi X. La guerre dure depuis 2011. On votera le 24 mai 2021.",
            date(2021, 3, 16),
        ),
        (
            "fr",
            "Il a reçu hier, lundi 5 juin, les policiers, une première depuis 2022. La loi de 2021 sera revue.",
            date(2023, 6, 6),
        ),
        (
            "en",
            "She met the envoy today (March 3). He took office in January 2021. She will vote in September 2021.",
            date(2021, 3, 3),
        ),
        (
            "fr",
            "L'envoyé a promis jeudi une aide. « Enfin », a-t-il dit ce 6 février. La précédente datait de mars 2024.",
            date(2025, 2, 6),
        ),
        (
            "en",
            "Ministers met yesterday, Tuesday, May 12, with doctors who have treated Covid-19 patients.",
            date(2020, 5, 13),
        ),
        (
            "en",
            "On Tuesday the minister met the doctors. It was in 2020. They will meet again on Friday, 15 May.",
            date(2020, 5, 12),
        ),
    ],
)
def test_year_between_what_is_gone_by_and_what_is_to_come(language: str, text: str, day: date) -> None:
    assert published(text, language).published_on == day


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a reçu son homologue aujourd'hui, 9 novembre. L'attaque a eu lieu en octobre 2023.",
        "Le ministre a reçu mardi son homologue. Ils se verront lundi 14 septembre 2020 à Rome.",
        "Titre de la dépêche\n\nSKARN, 3 juin (AMP) - Le ministre a reçu mardi son homologue à Skarn.",
    ],
)
def test_year_that_nothing_tells(text: str) -> None:
    assert published(text).published_on is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Titre de la page\n\nlundi 9 mai, édition du soir\n\nLe ministre a reçu X.", date(2022, 5, 9)),
        ("Titre de la dépêche\n\nBruxelles, le 9 mai. Réunis ici, les ministres ont signé lundi.", date(2022, 5, 9)),
    ],
)
def test_line_or_dateline_without_a_year(text: str, day: date | None) -> None:
    assert published_in_2022(text) == day
