"""What a speaker tells in passing has no day of the news."""

from __future__ import annotations

from tests.golden.events.telling import tell
from tests.golden.events.test_event_sentences import read

SPEECH = """Discours de la ministre Florence Parly

Je vous remercie de votre accueil et je suis heureuse d'être à Brest. J'ai visité hier la base. Je voudrais dire un mot
de nos alliés. Le président de la République a reçu Mark Rutte. Je crois que c'est un signe. Je le dis sans détour.
"""
REPORT = """La ministre Florence Parly à Brest

Florence Parly a visité jeudi la base de Brest. Le président de la République a reçu Mark Rutte.
"""


def test_a_speech_dates_nothing_that_it_tells_in_passing() -> None:
    told = [line for line in tell(read(SPEECH, "fr")) if line.startswith("meeting")]
    assert told == ["meeting in_person | held | spoken | Emmanuel Macron (host), Mark Rutte (guest)"]


def test_a_report_does() -> None:
    told = [line for line in tell(read(REPORT, "fr")) if line.startswith("meeting")]
    assert told == ["meeting in_person | held | 2021-06-17 | Emmanuel Macron (host), Mark Rutte (guest)"]


QUESTIONS = """Odile Brenner : « Rien n'était signé »

La maire de Sarlac, Odile Brenner, raconte au Courrier du Causse la fin de la fonderie de la ville.

Quand avez-vous été prévenue ?
Je l'ai appris vendredi par un courriel. Le préfet Marc Talleyre m'a reçue aussitôt, et j'ai gardé mon calme.

Avez-vous parlé au patron du groupe ?
Je l'ai vu mardi pendant une heure. Nous avons aussi échangé lundi avec le ministre Paul Vannier, à Bercy.

Que ferez-vous en cas d'échec ?
Nous irons tous à Paris. Je ne vois pas d'autre moyen de nous faire entendre, je vous le dis sans colère.
"""


def test_who_answers_without_a_label_says_i() -> None:
    assert tell(read(QUESTIONS, "fr"))[:3] == [
        "interview unknown | held | 2021-06-17 | Odile Brenner (speaker)",
        "meeting in_person | held | spoken | Marc Talleyre (host), Odile Brenner (guest)",
        "meeting in_person | held | 2021-06-14 | Odile Brenner (participant), Paul Vannier (participant) | Bercy",
    ]
