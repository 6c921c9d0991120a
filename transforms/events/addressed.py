"""Interviews: who is spoken to by name takes part in nothing by it, and who asks is no guest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import fold
from transforms.events.frames import Filler
from transforms.events.referents import Referent
from transforms.events.scene import Reading, Scene
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger

_BEFORE = frozenset({",", ".", "…", "–", "-", "«", '"'})
_BEHIND = frozenset({",", ".", "…", "?", "!", ":", ";"})
_ASKED_IN = frozenset({"interview", "meeting"})
Filled = list[tuple[Filler, Referent]]


def without_addressed(scene: Scene, reading: Reading) -> Reading:
    """A sentence less the actors whom it only speaks to ("Vous étiez, Alain X, à Lourdes", "Madame la Maire, …")."""
    turn = scene.turn_at(reading.span.start) if reading.text_field == "text" else None
    guest = scene.discourse.addressee
    listeners = [guest.name] if guest else _hosts(scene) if turn and not turn.is_question else []
    named = (p for p in reading.phrases if _is_one_of(p.name, listeners))
    spoken_to = [p for p in named if _is_addressed(scene, reading, p)]
    if scene.orator and reading.text_field == "text":
        spoken_to += _greeted(scene, reading)
    return replace(reading, phrases=[p for p in reading.phrases if p not in spoken_to]) if spoken_to else reading


def _greeted(scene: Scene, reading: Reading) -> list[ActorPhrase]:
    """The people whom a sentence of a speech opens with, one after the other, each behind a word of address."""
    tokens, at = reading.tokens, 0
    greeted: list[ActorPhrase] = []
    leads = scene.words.sets["honorifics"] | scene.lexicon.groups["greetings"]
    opens = leads | scene.words.sets["articles"]
    for phrase in reading.phrases:
        lead = [token.low for token in tokens[at : phrase.last]]
        is_set_off = phrase.last == len(tokens) or tokens[phrase.last].low in _BEHIND
        is_led = bool(lead) and lead[0] in leads and opens.issuperset(lead[: phrase.first - at])
        if not (is_led and is_set_off):
            return greeted
        greeted.append(phrase)
        at = phrase.last + 1
    return greeted


def asked_by_hosts(scene: Scene, sentence: Sentence, trigger: Trigger, filled: Filled) -> Filled:
    """The parties of the interview that a document is: its hosts ask, whom it is with answers.

    So does whom hosts receive ("Avec X nous recevons ce matin le ministre").
    """
    guest, turn = scene.discourse.addressee, scene.turn_at(sentence.tokens[trigger.first].start)
    hosts = [r for _, r in filled if _is_one_of(r.name, _hosts(scene))] if turn else []
    if guest is None or turn is None or trigger.frame.event_type not in _ASKED_IN:
        return filled
    is_received = trigger.frame.object == "guest" and any(r is guest and f.role == "guest" for f, r in filled)
    is_received = is_received and all(f.role != "host" or r in hosts for f, r in filled)
    if not is_received and not (hosts and trigger.frame.event_type == "interview"):
        return filled
    asker = Referent("person", turn.label, None)
    askers = [r for f, r in filled if r in hosts or (is_received and r is not guest)]
    asking = [(replace(f, role="interviewer", is_subject=False), r) for f, r in filled if r in askers]
    asking = asking or [(Filler(filled[0][0].phrase, "interviewer", False), asker)]
    media = [(f, r) for f, r in filled if f.role == "interviewer" and r not in askers]
    speaker = next((f for f, r in filled if r is guest), filled[0][0])
    return [(replace(speaker, role="speaker", is_subject=True), guest), *(media or asking)]


def _hosts(scene: Scene) -> list[str]:
    return sorted({turn.label for turn in scene.turns if turn.is_question})


def _is_one_of(name: str, people: Iterable[str]) -> bool:
    """Whether a name ends with the last word of somebody's."""
    last = fold(name).split()[-1:]
    return bool(last) and any(fold(other).split()[-1:] == last for other in people)


def _is_addressed(scene: Scene, reading: Reading, phrase: ActorPhrase) -> bool:
    """Whether a name stands between signs, and says no more of who stands before it.

    The sentence says "you", or goes on with somebody else behind the name, or the name stands inside it.
    """
    tokens, first, last = reading.tokens, phrase.first, phrase.last
    before = tokens[first - 1].low if first else ","
    if before not in _BEFORE or (last < len(tokens) and tokens[last].low not in _BEHIND):
        return False
    others = [other for other in reading.phrases if other is not phrase and other.kind == "person"]
    if any(other.last == first - 1 for other in others):
        return False
    says_you = not scene.words.sets["second"].isdisjoint(token.low for token in tokens)
    return says_you or first > 0 or any(other.first == last + 1 for other in others)
