"""The subject that a finite verb leaves out: who was last told of."""

from __future__ import annotations

from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.dates.lexicon import count_words, span_words, time_words
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup
from transforms.records import Role

_FINITE = frozenset({"past", "pluperfect", "present", "future", "expected", "was_to", "hearsay"})


def dropped_subject(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    """Who was last told of, where a language leaves the subject of a finite verb out: one, or several for a plural."""
    verb = trigger.verb
    if verb is None or not sentence.lexicon.drops_subject or trigger.frame.event_type == "statement":
        return []
    if verb.tense not in _FINITE or not _leaves_out_subject(sentence, verb):
        return []
    own = trigger.frame.object if verb.is_passive else trigger.frame.subject  # of "quedó sellado" it is a thing
    role = trigger.support.subject if trigger.support else own
    if role is None or role == "event":
        return []
    endings = sentence.lexicon.endings("plural_endings")
    is_plural = any(low.endswith(endings) for low in sentence.lows[verb.first : verb.last])
    phrase = ActorPhrase(verb.first, verb.last, 0, 0, "", "person", "", anaphor="they" if is_plural else "dropped")
    visiting = trigger.frame.event_type == "visit"
    return [Filler(phrase, cast(Role, "guest" if visiting else role), not verb.is_passive)]


def _leaves_out_subject(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether nothing before a verb can be its subject: no bare actor, no noun but in adjuncts ("En Lima se vio")."""
    bounds = [at + 1 for at in range(verb.first) if sentence.lows[at] in (",", "–", ";", ":")]
    at = max(bounds, default=0)
    clause = sentence.clause_start(verb.first)
    own = clause if sentence.lexicon.tables["relative_oblique"].find(sentence.lows, clause) else 0
    leading = any(g.preposition is None and own <= g.first and g.last <= verb.first for g in sentence.groups)
    at = max(at, clause)
    opens_anew = at in (0, *bounds) or sentence.lows[at] in sentence.lexicon.groups["where"]
    if leading or not opens_anew:
        return False
    at += sentence.lows[at] in sentence.lexicon.groups["where"]
    articles, coordinators = sentence.words.sets["articles"], sentence.lexicon.groups["coordinators"]
    while at < verb.first and sentence.lows[at] in articles | coordinators:
        at += 1
    is_adjunct = (
        sentence.lows[at] in sentence.lexicon.auxiliaries["skip"]
        or sentence.lexicon.prepositions.find(sentence.lows, at) is not None
    )
    return at >= verb.first or is_adjunct or _opens_time(sentence, at, verb.first)


def _opens_time(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words begin with a time ("La víspera", "Due giorni dopo", "Alguns meses mais tarde")."""
    language, lows = sentence.lexicon.language, sentence.lows[first:last]
    times = time_words(language) | span_words(language)
    return lows[0] in times or (lows[0] in count_words(language) and not times.isdisjoint(lows[1:3]))
