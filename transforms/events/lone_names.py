"""Parties by one name that no table knows, where only a party can stand ("Norvex signed a lease with the council")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.dates.lexicon import time_words
from transforms.events.plain_phrases import joined_behind
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup
from transforms.records import Role

_TYPES = frozenset({"meeting", "call", "negotiation", "signing", "summit", "press_conference"})
_FINITE = frozenset({"past", "pluperfect", "present", "future", "gerund", "expected", "was_to", "hearsay", "may"})
_SHORTEST, _LONGEST = 3, 4


def lone_subject(sentence: Sentence, trigger: Trigger, fillers: Sequence[Filler]) -> list[Filler]:
    """Who opens a clause before the verb of an encounter that has no other subject ("Hier, Norvex a rencontré").

    Before a passive it is who is received ("Norvex a été reçu").
    """
    verb, frame = trigger.verb, trigger.frame
    if verb is None or verb.tense not in _FINITE or frame.event_type not in _TYPES:
        return []
    if verb.is_passive:
        guest = None if frame.object != "guest" or any(f.role == "guest" for f in fillers) else _before(sentence, verb)
        return [Filler(guest, "guest", False)] if guest else []
    is_event = trigger.support is not None and trigger.support.subject == "event"
    if is_event or any(filler.is_subject for filler in fillers):
        return []
    if sentence.lexicon.verb_final and (_is_participle(sentence, verb) or frame.takes_people > verb.has_reflexive):
        return []  # "Der Umsatz traf die Erwartungen"
    role = frame.subject if frame.kind == "verb" else "speaker" if frame.event_type == "press_conference" else None
    name = _before(sentence, verb) or (_behind(sentence, verb) if sentence.lexicon.verb_final else None)
    return [Filler(name, cast(Role, role or "participant"), True)] if name else []


def lone_object(sentence: Sentence, trigger: Trigger, fillers: Sequence[Filler]) -> list[Filler]:
    """Whom a verb that takes people has right behind it ("a rencontré mardi Norvex"), alone or first of a pair."""
    verb, frame = trigger.verb, trigger.frame
    if verb is None or verb.is_passive or frame.object is None or frame.object_words or sentence.lexicon.verb_final:
        return []
    if frame.event_type not in _TYPES or verb.has_clitic:
        return []
    at = trigger.last
    while at < len(sentence.lows) and sentence.is_passed(at):
        at += 1
    end = at
    while end < min(len(sentence.lows), at + _LONGEST) and _is_name(sentence, end):
        end += 1
    others = [filler.phrase.first for filler in fillers if not filler.is_subject]
    joined = joined_behind(sentence, end)
    is_alone = not others or (joined is not None and any(joined <= first <= joined + 1 for first in others))
    return [Filler(_phrase(sentence, at, end), cast(Role, frame.object), False)] if end > at and is_alone else []


def _before(sentence: Sentence, verb: VerbGroup) -> ActorPhrase | None:
    """The name between the opening of a clause and its verb, words of time and a definite article beside it."""
    end = verb.first
    while end > 0 and sentence.is_passed(end - 1):
        end -= 1
    start = end
    while start > max(0, end - _LONGEST) and _is_name(sentence, start - 1):
        start -= 1
    if start == end:
        return None
    opening = start - 1 if start and sentence.lows[start - 1] in sentence.lexicon.groups["definite"] else start
    first = sentence.clause_start(verb.first)
    is_open = opening <= first or sentence.lows[opening - 1] == "," or _is_adverbial(sentence, first, opening)
    return _phrase(sentence, start, end) if is_open else None


def _is_adverbial(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only words of time and adverbs stand between two tokens ("On Tuesday", "Anche")."""
    joints, lows = sentence.words.sets["articles"] | sentence.lexicon.groups["definite"], sentence.lows
    leads = [sentence.lexicon.prepositions.exactly(lows, at, at + 1) is not None for at in range(first, last)]
    is_time = [sentence.is_passed(at) or lows[at] in joints for at in range(first, last)]
    return not leads[-1] and all(led or time for led, time in zip(leads, is_time, strict=True))


def _behind(sentence: Sentence, verb: VerbGroup) -> ActorPhrase | None:
    """The name right behind a verb that stands second ("Am Montag unterschrieb Norvex mit …")."""
    at = verb.first + 1
    at += not sentence.lexicon.auxiliaries["reflexive"].isdisjoint(sentence.lows[at : at + 1])
    is_second = sentence.clause_start(verb.first) < verb.first
    end = at
    while is_second and end < min(len(sentence.lows), at + _LONGEST) and _is_name(sentence, end):
        end += 1
    is_followed = end < len(sentence.lows) and not sentence.tokens[end].is_capital
    return _phrase(sentence, at, end) if end > at and is_followed else None


def _is_participle(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a form that looks finite stands before its auxiliary ("Heftig verhandelt wurde am Dienstag")."""
    after = sentence.lows[verb.last] if verb.last < len(sentence.lows) else ""
    return any(name.startswith(("be_", "have_")) for name in sentence.lexicon.auxiliary_classes(after))


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether a token is a name of nobody known: a capital that is no word of the language's, no title, no time."""
    token, words = sentence.tokens[at], sentence.words
    is_short = len(token.text) < _SHORTEST and not (len(token.text) > 1 and token.text.isupper())
    if not token.is_word or not token.is_capital or is_short or sentence.is_passed(at):
        return False
    is_listed = any(token.low in words.sets[name] for name in ("stop_words", "honorifics", "institution_words"))
    is_time = token.low in time_words(sentence.lexicon.language)
    is_other = token.low in words.heads.first_words or token.low in words.demonyms or is_time or is_listed
    is_adverb = at == 0 and token.low.endswith(sentence.lexicon.endings("adverb_endings"))
    is_taken = any(p.first <= at < p.last for p in sentence.phrases)
    is_taken = is_taken or any(t.first <= at < t.last for t in sentence.triggers)
    return not (is_other or is_adverb or is_taken or sentence.lexicon.auxiliary_classes(token.low))


def _phrase(sentence: Sentence, first: int, last: int) -> ActorPhrase:
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    text = sentence.text[start:end]
    return ActorPhrase(first, last, start, end, text, "organisation", text)
