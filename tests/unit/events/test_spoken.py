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
