"""Forms of a verb that report nothing by themselves: bare infinitives and participles, habits, what had not been."""

from __future__ import annotations

from transforms.actors.words import split_words
from transforms.dates.lexicon import time_words
from transforms.events.evidence import NEAR, Evidence
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup

_REACH = 14
_DAY = 2
_SERIES = 2
_LEAD = 3
_SPEAKING = frozenset({"i", "we", "you"})


def is_habit(e: Evidence) -> bool:
    """Whether the clause tells what happens again and again ("meet annually"), or what something is there for."""
    first, last = e.sentence.clause_start(e.trigger.first), e.sentence.clause_end(e.trigger.last - 1)
    if _is_each(e) or _is_promoted(e) or _is_appeal(e):
        return True
    if e.trigger.verb is None:
        return False
    before = e.trigger.first - _SERIES if e.trigger.frame.kind == "noun" else last  # "Wednesday's weekly briefing was"
    spans = (first, before), (max(first, e.trigger.last), last)
    return any(_tells_habit(e, *span) for span in spans) or _is_general(e, e.trigger.verb)


def _tells_habit(e: Evidence, first: int, last: int) -> bool:
    """Whether words between two tokens tell how often; a capital shows a name ("the Daily Post")."""
    told = [at for at, end, _ in e.sentence.occurrences("habit") if first <= at and end <= last]
    return any(at == 0 or not e.sentence.tokens[at].is_capital for at in told)


def _is_each(e: Evidence) -> bool:
    """Whether a noun means every event of a kind ("at each of their meetings")."""
    before = e.sentence.lows[max(0, e.trigger.first - NEAR) : e.trigger.first]
    return e.trigger.frame.kind == "noun" and not e.sentence.lexicon.groups["each_event"].isdisjoint(before)


def _is_appeal(e: Evidence) -> bool:
    """Whether a call with a capital behind its article is a text of that name ("l'Appel rassemble mille soutiens")."""
    at, tokens = e.trigger.first, e.sentence.tokens
    if e.trigger.frame.kind != "noun" or e.trigger.frame.event_type != "call" or e.sentence.words.nouns_are_capital:
        return False
    is_named = at > 0 and tokens[at].is_capital and e.sentence.lows[at - 1] in e.sentence.lexicon.groups["definite"]
    return is_named and not tokens[at - 1].is_capital and not e.clause_has("telephone")


def _is_promoted(e: Evidence) -> bool:
    """Whether talks are only to grow more or better, with no day told ("renforcer le dialogue", "foster exchanges")."""
    if e.trigger.frame.kind != "noun" or not e.trigger.frame.is_talk or e.has_time:
        return False
    before = e.sentence.lows[max(0, e.trigger.first - NEAR) : e.trigger.first]
    return any(low.startswith(stem) for low in before for stem in e.sentence.lexicon.groups["promoting"])


def _is_general(e: Evidence, verb: VerbGroup) -> bool:
    """What a clause in the present without a day or a place tells of all times.

    It says what something is, what a body is there for, what is done whenever ("quand ils se voient, …"), or with whom
    the speaker is in touch ("nous en discutons avec X").
    """
    first, last = e.sentence.clause_start(verb.first), e.sentence.clause_end(verb.last - 1)
    if verb.tense != "present" or e.sentence.tells_time(first, last):
        return False
    opener, groups = e.sentence.lows[first], e.sentence.lexicon.groups
    if e.place is None and e.trigger.frame.is_talk and any(f.phrase.anaphor in _SPEAKING for f, _ in e.subjects()):
        return True
    if opener in groups["relative_subject"]:
        is_chaired = any(f.role == "chair" and r.kind != "person" for f, r in e.filled)
        return _is_definition(e.sentence, first) or (is_chaired and e.place is None)
    is_inside = first > 0 or "," in e.sentence.lows[e.trigger.last : last]
    return is_inside and opener in groups["whenever"] and e.place is None


def is_match(e: Evidence) -> bool:
    """Whether bodies meet as teams ("les Aigles rencontreront le Mali en demi-finale")."""
    people = [filler.phrase for filler, referent in e.filled if referent.kind == "person"]
    has_person = any(phrase.has_title or phrase.anaphor or phrase.actor_id for phrase in people)
    has_person = has_person or len(people) == len(e.filled)
    is_met = e.trigger.frame.event_type == "meeting" and e.trigger.frame.kind == "verb"
    known = [phrase for phrase in e.sentence.phrases if phrase.actor_id]  # "el Banco Mundial"
    contests = (at for at, *_ in e.sentence.occurrences("contests") if not any(p.first <= at < p.last for p in known))
    return is_met and not has_person and next(contests, None) is not None


def is_missing(e: Evidence) -> bool:
    """Whether a noun is told to be missing ("senza la mediazione di X")."""
    if e.trigger.frame.kind != "noun":
        return False
    before = e.sentence.lows[max(0, e.trigger.first - _LEAD) : e.trigger.first]
    return not e.sentence.lexicon.groups["without"].isdisjoint(before)


def _is_definition(sentence: Sentence, first: int) -> bool:
    """Whether a relative says what something is ("est un organe qui réunit les maires")."""
    copulas, indefinite = sentence.lexicon.auxiliaries["be_present"], sentence.words.sets["indefinite"]
    told = range(max(0, first - _REACH), first - 1)
    return any(sentence.lows[at] in copulas and sentence.lows[at + 1] in indefinite for at in told)


def _is_detached(e: Evidence, verb: VerbGroup) -> bool:
    """A bare form that may be a noun, with no subject right before it ("communal land rights")."""
    groups, at = e.sentence.lexicon.groups, verb.first - 1
    if not groups["infinitive_markers"] or verb.first < e.trigger.first or at < 0:
        return False
    openers = groups["relatives"] | groups["coordinators"] | {",", ")", "–", "-"}
    is_led = e.sentence.lows[at] in openers or e.sentence.lows[at] in e.sentence.lexicon.auxiliaries["skip"]
    known = [*(group.last for group in e.sentence.groups), *(filler.phrase.last for filler, _ in e.filled)]
    return not is_led and verb.first not in known


def _is_let(e: Evidence, verb: VerbGroup) -> bool:
    """Whether somebody is but let or made to do what a bare infinitive says ("agreed to let experts inspect it")."""
    letting = e.sentence.lexicon.groups.get("letting", frozenset())
    subject = next((g for g in e.sentence.groups if g.last == verb.first), None)
    return subject is not None and not letting.isdisjoint(e.sentence.lows[max(0, subject.first - 2) : subject.first])


def _is_headline_plan(e: Evidence, verb: VerbGroup) -> bool:
    """A subject that opens the sentence right before "to" and the infinitive ("Biden to host Kishida")."""
    lows, marker = e.sentence.lows, verb.first - 1
    if marker < 1 or lows[marker] not in e.sentence.lexicon.groups["infinitive_markers"]:
        return False
    return any(g.preposition is None and g.first <= 1 and g.last == marker for g in e.sentence.groups)


def _is_awaited(e: Evidence, verb: VerbGroup) -> bool:
    """A subjunctive after "when" tells what is to come ("cuando reciba a X", "quando se reunir")."""
    opener = e.sentence.lows[e.sentence.clause_start(verb.first)]
    return opener in e.sentence.lexicon.groups.get("awaiting", frozenset())


def is_of_long_ago(e: Evidence) -> bool:
    """What has not been since some time, or had not been, tells no event ("n'a pas revu X depuis la crise")."""
    verb, last = e.trigger.verb, e.sentence.clause_end(e.trigger.last - 1)
    if verb is None or not verb.is_negated or last_time(e.sentence, e.trigger):
        return False
    return verb.tense == "pluperfect" or e.sentence.finds("since", e.trigger.last, last) is not None


def last_time(sentence: Sentence, trigger: Trigger) -> str | None:
    """The "since" before the day of the last event of a kind ("ne se sont plus revus depuis le 7 mai")."""
    verb = trigger.verb
    if verb is None or not verb.is_negated or trigger.frame.event_type not in ("meeting", "call", "negotiation"):
        return None
    last = sentence.clause_end(trigger.last - 1)
    for at in range(trigger.last, last):
        if sentence.finds("since", at, at + 1):
            near = sentence.lows[at + 1 : at + 1 + _DAY]
            times = time_words(sentence.lexicon.language)
            has_day = any((low.isdigit() and len(low) <= _DAY) or low in times for low in near)
            return sentence.lows[at] if has_day else None
    return None


def _is_apposed(e: Evidence, verb: VerbGroup) -> bool:
    comma = verb.first > 0 and e.sentence.lows[verb.first - 1] == ","
    return any(f.phrase.last == verb.first - comma for f, _ in e.filled)


def _is_dated_thing(e: Evidence) -> bool:
    """Whether the frame asks for a thing, and the clause says when and where or with whom it was done."""
    times = time_words(e.sentence.lexicon.language)
    behind = e.sentence.lows[e.trigger.last : min(e.sentence.clause_end(e.trigger.last - 1), e.trigger.last + _REACH)]
    opens = e.sentence.lows[e.sentence.clause_start(e.trigger.first) : e.trigger.first]
    is_dated = any(low in times or low.isdigit() for low in (*behind, *opens))
    return is_dated and bool(e.trigger.frame.object_words) and (e.place is not None or bool(e.filled))


def is_loose_infinitive(e: Evidence) -> bool:
    """A bare infinitive reports nothing unless something plans, proposes, calls off or denies it.

    Nor does a bare participle, unless an agent follows, or it opens the sentence or stands right behind the one it
    means ("Reçu à l'Élysée, X …", "X, attendu à Rome, …"), or tells when a thing was done ("le pacte signé lundi à").
    """
    verb = e.trigger.verb
    if verb and verb.tense == "participle" and e.trigger.frame.kind == "verb":
        is_told = (verb.is_passive and e.subjects()) or _is_apposed(e, verb) or _is_dated_thing(e)
        return e.trigger.first > 1 and not is_told
    is_bare = verb is not None and verb.tense == "present" and e.trigger.frame.kind == "verb"
    if verb is not None and is_bare and (_is_detached(e, verb) or _is_let(e, verb)):
        return True
    if verb is None or verb.tense not in ("infinitive", "gerund") or e.trigger.frame.event_type == "statement":
        return False
    first = max(verb.first - _REACH, 0)
    if verb.tense == "gerund" or _is_headline_plan(e, verb) or _is_awaited(e, verb):
        return False
    if journey_before(e.sentence, e.trigger):
        return False
    if e.sentence.finds("hypothetical", max(verb.first - NEAR, 0), verb.first):
        return False
    return not any(
        e.sentence.finds(table, first, e.trigger.first)
        for table in ("planned", "proposed", "cancelled", "denied", "committed", "left_open")
    )


def journey_before(sentence: Sentence, trigger: Trigger) -> Trigger | None:
    """The journey told before an infinitive, which is its aim ("a fait le voyage de Rome pour y rencontrer X")."""
    told = [t for t in sentence.triggers if t.frame.event_type == "visit" and t.verb and t.last <= trigger.first]
    return told[-1] if told and trigger.first - told[-1].last <= _REACH else None


def is_shelter(e: Evidence) -> bool:
    """Whether people in need are taken in, or arrive, which nobody meets ("la France accueillera des réfugiés").

    Somebody with a name may meet them on a day.
    """
    sheltered = e.sentence.lexicon.groups["sheltered"]
    guests = [filler.phrase.text for filler, _ in e.filled if filler.role == "guest"]
    is_sheltered = any(not sheltered.isdisjoint(split_words(guest)) for guest in guests)
    return is_sheltered and not (e.has_time and any(referent.kind == "person" for _, referent in e.filled))
