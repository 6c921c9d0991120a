"""Lines of days head the sections of an agenda."""

from __future__ import annotations

import pytest

from transforms.documents.agenda import read_agenda, section_at

AGENDAS = {
    "fr": ("LUNDI 3 MAI\n09 h 00 – Réunion\n\nMARDI 4 MAI (LILLE)\n10 h 00 – Visite\n\nContact presse : Bureau.", 2),
    "en": ("Monday 3 May\n9:00 Meeting\n\nTuesday 4 and Wednesday 5 May\nVisit to Oslo\n\nNote to editors", 2),
    "de": ("Montag, 3. Mai\n9.00 Uhr: Treffen\n\nDienstag, 4. Mai\n10 Uhr: Empfang\n", 2),
    "es": ("Lunes 3 de mayo\n- Reunión\n\nMartes 4 de mayo\n- Visita\n", 2),
    "it": ("Lunedì 3, ore 10.30\nIncontro\n\nMartedì 4\nVisita\n", 2),
    "pt": ("Segunda-feira, 3 de maio\n9h00 – Reunião\n\nTerça-feira, 4 de maio\n10h – Visita\n", 2),
}


@pytest.mark.parametrize(("language", "text", "count"), [(code, *agenda) for code, agenda in AGENDAS.items()])
def test_sections_stand_under_lines_of_days(language: str, text: str, count: int) -> None:
    sections = read_agenda(text, language)
    assert len(sections) == count
    assert all("\n\n" not in text[section.start : section.end] for section in sections)


def test_note_behind_the_last_section_is_in_none() -> None:
    text = AGENDAS["fr"][0]
    assert section_at(read_agenda(text, "fr"), text.index("Contact")) is None


def test_one_day_line_makes_no_agenda() -> None:
    assert read_agenda("Lundi 3 mai\nLe ministre a reçu les élus.", "fr") == ()


def test_line_with_other_words_heads_nothing() -> None:
    text = "Le lundi 3 mai, il pleut\nTexte\n\nLe mardi 4 mai, il neige\nTexte"
    assert read_agenda(text, "fr") == ()


def test_the_day_of_a_release_twice_makes_no_agenda() -> None:
    text = "May 3, 2021\n1. The minister met the mayors.\n\n2. He left.\n\nOslo\nMay 3, 2021\nPress office"
    assert read_agenda(text, "en") == ()


DAYBOOKS = {
    "fr": "AGENDA\nPrévisions pour le jeudi 6 avril 2023\n\n08h30 - Réunion\n\n10h - Visite\n",
    "en": "Events for Wednesday, May 22, 2024\n\n8:30 a.m. - Meeting\n\n1 p.m. - Visit\n\nNewsroom: 555\n",
    "de": "Tagesvorschau für Donnerstag, 8. Juni 2023\n\n09.00 Uhr: Treffen\n11.30 Uhr: Besuch\n",
    "es": "Previsiones para el martes, 14 de marzo de 2023\n\n09.30.- Reunión\n\nHUESCA\n\n10.00.- Visita\n",
    "it": "Appuntamenti di venerdì 10 novembre 2023\n\nOre 9.30 - Incontro\n\nOre 11 - Visita\n",
    "pt": "Previsões para quinta-feira, 18 de abril de 2024\n\n09h30 - Reunião\n\n11h00 - Visita\n",
}


@pytest.mark.parametrize("language", DAYBOOKS)
def test_programme_of_one_day_is_a_section_under_the_day_of_its_head(language: str) -> None:
    text = DAYBOOKS[language]
    (section,) = read_agenda(text, language)
    assert section.is_programme
    assert "20" in text[section.heading_start : section.heading_end]
    assert text[section.start : section.end].rstrip().endswith(("Visit", "Visite", "Visita", "Besuch"))


def test_report_by_the_minute_is_no_programme() -> None:
    live = "Sommet : le direct\nJeudi 6 avril 2023\n\n18h02 - Départ\n\n16h40 - Accord\n\n9h15 - Arrivée\n"
    assert read_agenda(live, "fr") == ()
