"""An agenda's events happen on the days that head its sections, with the person of its headline."""

from __future__ import annotations

from tests.golden.events.telling import tell
from tests.golden.events.test_event_sentences import read

AGENDA = """Agenda de la ministre Florence Parly

Lundi 21 juin
09 h 00 – Entretien avec M. Mark Rutte
10 h 30 – Conférence de presse commune avec M. Rutte

Mercredi 23 et jeudi 24 juin
Mme Parly effectue une visite à Rome
Jeudi, 18 h 00 – Dîner de travail avec son homologue italien, M. Lorenzo Guerini

La rencontre avec Mario Draghi est annulée.
"""


def test_agenda() -> None:
    assert tell(read(AGENDA, "fr")) == [
        "meeting unknown | planned | 2021-06-21 | Florence Parly (participant), Mark Rutte (participant)",
        "press_conference unknown | planned | 2021-06-21 | Florence Parly (speaker), Mark Rutte (speaker)",
        "visit in_person | planned | 2021-06-23/2021-06-24 | Florence Parly (guest) | Rome",
        "meeting in_person | planned | 2021-06-24 | Florence Parly (participant), Lorenzo Guerini (participant)",
    ]


PROGRAMME = """L'agenda de la maire, Nadia Ferroukhi

Semaine du 21 au 27 juin 2021

Lundi 21 juin
- 9 h 30, hôtel de ville : réunion de la municipalité
- 14 h, mairie annexe : rendez-vous avec les riverains du port
- 18 h : Echange avec le club Perle, Mulhouse

Jeudi 24 juin

10 h 30 : Conseil municipal

Dîner avec Dieter Kranz, à l'occasion de la victoire du 8 mai 1945.

- Annulé : déjeuner avec les commerçants du port
- Reporté au 30 juin : entretien avec M. Rachid Benali

Vendredi 25 juin : déplacement à Strasbourg
"""


def test_programme_tells_its_year_its_hours_and_what_became_of_an_entry() -> None:
    assert tell(read(PROGRAMME, "fr")) == [
        "meeting unknown | planned | 2021-06-21 | Nadia Ferroukhi (participant) | hôtel de ville",
        (
            "meeting in_person | planned | 2021-06-21 | Nadia Ferroukhi (participant), riverains du port (participant)"
            " | mairie annexe"
        ),
        "meeting unknown | planned | 2021-06-21 | Nadia Ferroukhi (participant), club Perle (participant) | Mulhouse",
        "meeting unknown | planned | 2021-06-24 | Nadia Ferroukhi (participant), Conseil municipal (participant)",
        "meeting in_person | planned | 2021-06-24 | Nadia Ferroukhi (participant), Dieter Kranz (participant)",
        "meeting in_person | cancelled | 2021-06-24 | Nadia Ferroukhi (participant), commerçants du port (participant)",
        "meeting unknown | planned | 2021-06-30 | Nadia Ferroukhi (participant), Rachid Benali (participant)",
        "visit in_person | planned | 2021-06-25 | Nadia Ferroukhi (guest) | Strasbourg",
    ]


MONTHS = """Un an de médiations

Publié le 14 novembre 2003

Octobre 2002
17 : signature d'un accord par Laurent Gbagbo.
30 : à Lomé, ouverture de négociations entre les rebelles et le gouvernement.

Janvier 2003
15-24 : Table ronde des partis politiques à Marcoussis.
"""


def test_numbers_under_a_month_are_its_days() -> None:
    assert tell(read(MONTHS, "fr")) == [
        "signing unknown | held | 2002-10-17 | Laurent Gbagbo (signatory)",
        "negotiation unknown | held | 2002-10-30 | rebelles (participant), gouvernement (participant) | Lomé",
        "meeting unknown | held | 2003-01-15/2003-01-24 | partis politiques (participant) | Marcoussis",
    ]


TABLE = """Agenda de la ministre Claire Vauthier

| Jour | Heure | Activité | Lieu |
|---|---|---|---|
| Lundi 21 juin | 9 h | Entretien avec M. Mark Rutte | Matignon |
| Mardi 22 juin |  | Conférence de presse avec Nancy Faeser | Berlin |
"""


def test_agenda_in_a_table() -> None:
    assert tell(read(TABLE, "fr")) == [
        "meeting unknown | planned | 2021-06-21 | Claire Vauthier (participant), Mark Rutte (participant) | Matignon",
        "press_conference unknown | planned | 2021-06-22 | Claire Vauthier (speaker), Nancy Faeser (speaker) | Berlin",
    ]


DAY = """Agenda de la alcaldesa, lunes 5 de febrero de 2024

9:00 h. Reunión con la Asociación de Comerciantes. Alcaldía
11:00 h. Visita a las obras del mercado de San Roque
"""


def test_programme_of_one_day_is_planned_for_its_keeper() -> None:
    assert tell(read(DAY, "es")) == [
        (
            "meeting in_person | planned | 2024-02-05 | alcaldesa (participant),"
            " Asociación de Comerciantes (participant)"
        ),
        "visit in_person | planned | 2024-02-05 | alcaldesa (guest) | San Roque",
    ]


WEEK = """Agenda prévisionnel du ministre de l'Intérieur
Semaine du 21 au 27 juin 2021

Lundi 21 juin

09h00 : Entretien avec le préfet de la Creuse

Mardi 22 juin

10h00 : Reçoit M. Pavel Strnad, ministre de l'Intérieur de la République tchèque
"""


def test_keeper_is_no_namesake_abroad_and_the_subject_of_entries_without_one() -> None:
    assert tell(read(WEEK, "fr")) == [
        (
            "meeting unknown | planned | 2021-06-21 | ministre de l'Intérieur (participant),"
            " préfet de la Creuse (participant)"
        ),
        "meeting in_person | planned | 2021-06-22 | ministre de l'Intérieur (host), Pavel Strnad (guest)",
    ]


def test_heading_without_a_year_dates_without_a_year() -> None:
    text = "Week ahead\n\nMonday, May 3\nAnn Moss travels to Jakarta\n\nTuesday, May 4\nTom Hale meets Ida Brun\n"
    found = read(text, "en")
    assert [(m.yearless_day or str(m.date_start))[-5:] for m in found] == ["05-03", "05-04"]
