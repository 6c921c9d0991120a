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
