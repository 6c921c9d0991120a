"""Words that tell a plan: beside the event, before its clause, the hour or day for which it is set, an agenda."""

from __future__ import annotations

from transforms.dates.lexicon import weekday_words
from transforms.dates.tense import direction_of, tells_past
from transforms.events.framing import agenda_before
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup

_AHEAD = 14
_BESIDE = 2


def _planned_before(sentence: Sentence, first: int) -> str | None:
    """The words of a plan before a clause that tells what is planned ("Geplant ist, dass X kommt")."""
    if first == 0 or sentence.lows[first] not in sentence.lexicon.groups.get("content_openers", frozenset()):
        return None
    return sentence.finds("planned", sentence.clause_start(first - 1), first)


def plan_told(sentence: Sentence, trigger: Trigger, first: int, last: int, *, is_settled: bool) -> str | None:
    """Words that say that an event is to come; right before a noun they always do ("lors du prochain Conseil").

    None where a plan is but a measure ("longer than scheduled").
    """
    if sentence.finds("no_signs", first, len(sentence.lows)):
        return None
    if is_settled:
        if trigger.verb:
            return _had_planned(sentence, trigger, trigger.verb)
        return sentence.finds("planned", trigger.first - 1, trigger.first) or _main_future(sentence, trigger)
    if trigger.verb and trigger.frame.kind == "verb" and trigger.verb.tense == "participle":
        return sentence.finds("planned", first, trigger.last + _BESIDE)
    return sentence.finds("planned", first, last if sentence.lexicon.verb_final else min(last, trigger.last + _AHEAD))


def _had_planned(sentence: Sentence, trigger: Trigger, verb: VerbGroup) -> str | None:
    """The plan that somebody "had" ("tinham reunião marcada para terça", "avait un entretien prévu mardi")."""
    auxiliaries = sentence.lexicon.auxiliaries
    owns = sentence.lows[verb.last - 1] in auxiliaries["have_past"] | auxiliaries["was_to"]
    is_own = owns and verb.last <= trigger.first and trigger.frame.kind == "noun"
    return sentence.finds("planned", trigger.last, trigger.last + _BESIDE) if is_own else None


def agenda_holding(sentence: Sentence, trigger: Trigger) -> str | None:
    """The agenda that holds a meeting still to come ("Her schedule includes a meeting with X")."""
    at = agenda_before(sentence, trigger)
    if at is None or trigger.verb is not None:
        return None
    before = sentence.text[sentence.tokens[at].end : sentence.tokens[trigger.first].start]
    return None if tells_past(before, sentence.lexicon.language) else sentence.lows[at]


def _main_future(sentence: Sentence, trigger: Trigger) -> str | None:
    """The noun itself where it frames what is to come ("lors de sa rencontre avec X, Y évoquera")."""
    start, end = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last - 1].end
    first, language = sentence.turn_start(trigger.first), sentence.lexicon.language
    begins = sentence.start if first in sentence.starts else sentence.tokens[first].start
    if tells_past(sentence.text[begins : sentence.end], language):
        return None
    return sentence.text[start:end] if direction_of(sentence.text, start, end, language) == "future" else None


def day_called_for(sentence: Sentence, trigger: Trigger, last: int) -> str | None:
    """The "for" before the day for which a host called people in ("ha convocato per lunedì i sindacati")."""
    frame = trigger.support or trigger.frame
    if frame.subject != "host" or trigger.verb is None or trigger.verb.tense not in ("past", "present"):
        return None
    table, lows = sentence.lexicon.tables["planned_for"], sentence.lows
    days = weekday_words(sentence.lexicon.language)
    for at in range(trigger.verb.first, last):
        found = table.find(lows, at)
        if (
            found
            and found[0] < len(lows)
            and (lows[found[0]] in days or (lows[found[0]].isdigit() and found[0] > at + 1))
        ):
            return found[1]
    return None


def schedule_told(sentence: Sentence, trigger: Trigger) -> str | None:
    """The words of a plan told as a state ("está prevista", "est prévue"), or before a clause that tells it.

    No word of the event itself ("a été convoqué mercredi").
    """
    verb = trigger.verb
    if verb and verb.tense == "present" and (cue := _planned_before(sentence, sentence.clause_start(verb.first))):
        return cue
    if verb and verb.tense == "present" and (asked := _asked_when(sentence, verb)):
        return asked
    if verb and verb.tense == "present" and (hour := _hour_of(sentence, verb) or _still_to_come(sentence, verb)):
        return hour
    if verb is None or not verb.is_passive or sentence.lows[verb.first] in sentence.lexicon.auxiliaries["be_past"]:
        return None
    is_own = trigger.frame.kind == "verb" and trigger.last == verb.last
    return sentence.finds("planned", verb.first, trigger.first if is_own else verb.last)


def _asked_when(sentence: Sentence, verb: VerbGroup) -> str | None:
    """The "when" that opens a clause in the present: the day of a plan is open ("Wann sich X und Y treffen, …")."""
    opener = sentence.lows[sentence.clause_start(verb.first)]
    return opener if opener in sentence.lexicon.groups.get("asked_when", frozenset()) else None


def _still_to_come(sentence: Sentence, verb: VerbGroup) -> str | None:
    """Tomorrow, or the part of today after most news of it, for which the present tells a plan ("est reçu demain")."""
    last = sentence.clause_end(verb.last - 1)
    comma = next((at for at in range(verb.last, last) if sentence.lows[at] == ","), last)
    return sentence.finds("still_to_come", sentence.clause_start(verb.first), comma)


def _hour_of(sentence: Sentence, verb: VerbGroup) -> str | None:
    """The hour for which a verb in the present tells an appointment ("recibe hoy a las 15", "reçoit à 15 h")."""
    lows, lexicon = sentence.lows, sentence.lexicon
    units = lexicon.groups.get("hour_units", frozenset())
    for at in range(sentence.clause_start(verb.first), sentence.clause_end(verb.last - 1)):
        lead = lexicon.tables["at_hour"].find(lows, at) if "at_hour" in lexicon.tables else None
        if lead is None or lead[0] >= len(lows):
            continue
        hour, following = lows[lead[0]], lows[lead[0] + 1 : lead[0] + 2]
        is_written_so = hour[:1].isdigit() and ("h" in hour or ":" in hour)
        is_number = hour[:1].isdigit() or hour in sentence.words.counts
        if is_written_so or (is_number and (not units or not units.isdisjoint(following))):
            return f"{lead[1]} {hour}"
    return None
