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
