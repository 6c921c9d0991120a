"""Interviews: the title tells who answers, labels who asks, and who is spoken to takes part in nothing by it."""

from __future__ import annotations

from tests.golden.events.telling import tell
from tests.golden.events.test_event_sentences import read

LETTERED = """Q - Bonjour. Que faites-vous pour les pêcheurs ?

R - Je me rendrai à Brest lundi. Je le dis très simplement, et je tiens parole.

Q - Vous avez rencontré le maire mardi ?

R - Hier, j'ai rencontré Marc Talleyre. Je viens de m'entretenir avec Luigi Di Maio.

Q - Et ensuite ?

R - Je verrai.
"""
BROADCAST = """PAULE VERNET

Avec Luc Amiel nous recevons ce matin la ministre, Odile Brenner.

ODILE BRENNER

Bonjour. Je suis heureuse d'être là, Paule Vernet.

PAULE VERNET

Vous étiez hier, Odile Brenner, en déplacement à Lourdes avec Paul Lenoir, la ville souffre, qui paiera ?

ODILE BRENNER

Nous paierons. Lundi, Paule Vernet, j'ai rencontré Marc Talleyre.

PAULE VERNET

Merci.

ODILE BRENNER

Merci à vous.
"""
SPEECH = """Monsieur le Préfet, cher Marc Talleyre,

Je vous remercie. Je suis heureuse. Je voudrais dire un mot. J'ai vu lundi Luigi Di Maio à Rome. Je le dis ici.
"""


def test_the_title_tells_who_answers_behind_letters() -> None:
    told = tell(read(LETTERED, "fr", "Extraits d'un entretien de Mme Odile Brenner, ministre, avec Le Courrier"))
    assert "visit in_person | planned | 2021-06-21 | Odile Brenner (guest) | Brest" in told
    assert "meeting in_person | held | 2021-06-16 | Odile Brenner (participant), Marc Talleyre (participant)" in told


def test_what_was_just_done_was_done_on_the_day_of_speech() -> None:
    told = tell(read(LETTERED, "fr", "Entretien de Mme Odile Brenner, ministre, avec Le Courrier"))
    assert "meeting unknown | held | 2021-06-17 | Odile Brenner (participant), Luigi Di Maio (participant)" in told


def test_hosts_ask_and_names_spoken_to_take_no_part() -> None:
    told = tell(read(BROADCAST, "fr", "Interview de Mme Odile Brenner, ministre, à Radio Causse"))
    assert "interview unknown | held | 2021-06-17 | Odile Brenner (speaker), Luc Amiel (interviewer)" in told
    assert "visit in_person | held | 2021-06-16 | Odile Brenner (guest), Paul Lenoir (guest) | Lourdes" in told
    assert "meeting in_person | held | 2021-06-14 | Odile Brenner (participant), Marc Talleyre (participant)" in told


def test_whom_a_speech_greets_takes_no_part() -> None:
    told = tell(read(SPEECH, "fr", "Déclaration de Mme Odile Brenner, ministre, à Lyon"))
    both = "Odile Brenner (participant), Luigi Di Maio (participant)"
    assert f"meeting in_person | held | 2021-06-14 | {both} | Rome" in told
    assert not any("Talleyre" in line for line in told)
