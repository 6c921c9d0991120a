"""Atoms of needs about the words around a trigger: time, the verb's form, what its noun is said to have been."""

from __future__ import annotations

from transforms.actors.words import split_words
from transforms.dates.lexicon import time_words
from transforms.events.evidence import NEAR, Atoms, Evidence
from transforms.events.triggers import is_entry

_OPENING = 4
_OBJECT_REACH = 10
_ANTECEDENT = 6
_NUMBER = 3
_TOLD_REACH = 250


def _listed(e: Evidence) -> bool:
    return is_entry(e.trigger, e.sentence.lows, e.sentence.lexicon)


def _dated(e: Evidence) -> bool:
    """The sentence up to the end of the clause names a day, a part of it or a distance in time; an entry, its hour."""
    if _listed(e) and any(low[:1].isdigit() for low in e.sentence.lows[: e.trigger.first]):
        return True
    before = e.sentence.lows[: e.sentence.clause_end(e.trigger.last - 1)]
    times, distances = time_words(e.sentence.lexicon.language), e.sentence.lexicon.groups["distances"]
    return e.has_time or not (times.isdisjoint(before) and distances.isdisjoint(before))


def is_next_item(e: Evidence) -> bool:
    """Whether a note tells the day of the next of a series ("Prochaine session : le 14 septembre")."""
    is_note = e.trigger.frame.kind == "noun" and e.trigger.verb is None and e.trigger.first == 1
    is_next = is_note and e.sentence.lows[0] in e.sentence.lexicon.groups["next"]
    return is_next and bool(e.filled) and e.has_time and e.sentence.finds("planned", 0, 1) is not None


def _told(e: Evidence) -> bool:
    """A verb says of the event itself that it was ("s'est achevé", "ont été rompus")."""
    support, verb = e.trigger.support, e.trigger.verb
    is_done = verb is not None and verb.is_passive and verb.tense != "participle" and verb.first >= e.trigger.last
    return support is not None and (support.subject == "event" or is_done)


def _held(e: Evidence) -> bool:
    """A body whose name is its meeting met: told, given on a day, chaired, attended, of a day, or after "during"."""
    during = e.sentence.finds("during", e.trigger.first - NEAR, e.trigger.first)
    is_during = during is not None and during not in e.sentence.lexicon.groups["frameworks"]
    giver = e.trigger.support.subject if e.trigger.support else None
    is_given = giver == "chair" or (giver == "participant" and _dated(e))
    return _told(e) or is_given or _is_attended(e) or is_during or _is_of_day(e)


def _is_of_day(e: Evidence) -> bool:
    """Its day stands right behind it ("le Conseil européen des 24 et 25 juin")."""
    lows, at = e.sentence.lows, e.trigger.last
    is_led = at + 2 < len(lows) and e.sentence.lexicon.prepositions.exactly(lows, at, at + 1) == "of"
    return is_led and lows[at + 1].rstrip("er").isdigit() and len(lows[at + 1]) <= _NUMBER


def _is_attended(e: Evidence) -> bool:
    """Somebody takes part in it ("a participé au Conseil européen")."""
    verb, at = e.trigger.verb, e.trigger.first
    led = any(e.sentence.lexicon.tables["to"].find(e.sentence.lows, start) for start in range(max(0, at - 2), at))
    return e.trigger.support is not None and verb is not None and verb.last < at and led


def _fresh(e: Evidence) -> bool:
    """A noun that no definite word stands right before: "the meeting" takes up one told before."""
    return e.trigger.first == 0 or e.sentence.lows[e.trigger.first - 1] not in e.sentence.lexicon.groups["definite"]


def _finite(e: Evidence) -> bool:
    """The verb is no bare participle."""
    return e.trigger.verb is not None and e.trigger.verb.tense != "participle"


def _object_words(e: Evidence) -> bool:
    """One of the frame's object words stands where its verb has its object."""
    words, at, verb = e.trigger.frame.object_words, e.trigger.last, e.trigger.verb
    first = e.sentence.clause_start(e.trigger.first)
    last = e.sentence.clause_end(at - 1)
    if _takes_up_document(e) or (verb and verb.has_clitic and _is_document_before(e, first, verb.first)):
        return True
    if e.sentence.lexicon.verb_final:
        opens_relative = e.sentence.lows[first] in e.sentence.lexicon.groups["relative_pronouns"]
        first = max(0, first - _ANTECEDENT) if opens_relative else first
        return any(low.endswith(tuple(words)) for low in e.sentence.lows[first:last])
    reach = max(at, verb.last if verb else at) + _OBJECT_REACH
    window = e.sentence.lows[at : max(reach, last)]
    groups = e.sentence.lexicon.groups
    is_relative = e.sentence.lows[first] in groups["relatives"]
    if verb and (verb.is_passive or verb.tense == "participle" or is_relative):
        is_inverted = is_relative or (verb.is_passive and verb.tense != "participle")
        start = max(0, verb.first - _OBJECT_REACH)
        start = min(start, first) if verb.is_passive else start
        before = e.sentence.lows[start : verb.first]
        window = [*before, *(window if is_inverted or not before else ())]
    return not words.isdisjoint(window)


def _subject_words(e: Evidence) -> bool:
    """One of the frame's object words names who does it ("The committee questioned X")."""
    words = e.trigger.frame.object_words
    return any(not words.isdisjoint(f"{filler.phrase.text} {r.name}".lower().split()) for filler, r in e.subjects())


def _takes_up_document(e: Evidence) -> bool:
    """Whether a pronoun is signed that takes up what was told right before ("reached an accord. It was signed …")."""
    verb, lexicon, lows = e.trigger.verb, e.sentence.lexicon, e.sentence.lows
    if e.trigger.frame.event_type != "signing" or verb is None:
        return False
    pronouns = lexicon.groups["it_again"]
    at = verb.first - 1 if verb.is_passive else e.trigger.last
    if not 0 <= at < len(lows) or lows[at] not in pronouns:
        return False
    return _is_document_before(e, 0, 0)


def _is_document_before(e: Evidence, first: int, last: int) -> bool:
    """Whether what a pronoun of a verb takes up stands at `first` to `last` or was told right before the sentence."""
    words = e.trigger.frame.object_words
    told = e.sentence.text[max(0, e.sentence.start - _TOLD_REACH) : e.sentence.start]
    return not words.isdisjoint(e.sentence.lows[first:last]) or not words.isdisjoint(split_words(told))


def _item(e: Evidence) -> bool:
    """A noun that opens the line and names the other side only ("Talks with X")."""
    opens = e.trigger.verb is None and e.trigger.first <= _OPENING
    return opens and bool(e.filled) and e.sentence.finds("with", e.trigger.last, e.trigger.last + 1) is not None


def _noun(e: Evidence) -> bool:
    """An adjective stands as a noun ("une bilatérale")."""
    before = e.sentence.lows[e.trigger.first - 1] if e.trigger.first else ""
    openers = e.sentence.words.sets["articles"], e.sentence.lexicon.groups["noun_openers"], ("en",)
    return any(before in words for words in openers)


def _alone(e: Evidence) -> bool:
    """A verb with no object behind it: a preposition, a word of time, an adverb or the end of the clause is there."""
    at, lows = e.trigger.last, e.sentence.lows
    if e.trigger.verb is None or e.trigger.verb.tense == "gerund" or _has_late_object(e):
        return False
    if at >= len(lows) or not lows[at][0].isalnum():
        return True
    lexicon = e.sentence.lexicon
    allowed = lexicon.groups.get("after_intransitive", ()), lexicon.auxiliaries["skip"], time_words(lexicon.language)
    is_counted = not lexicon.groups.get("counted", frozenset()).isdisjoint(lows[at : at + _NUMBER])  # "met 61 times"
    return (is_counted or any(lows[at] in words for words in allowed)) and not _has_object_behind_time(e)


def _has_object_behind_time(e: Evidence) -> bool:
    """Whether only words of time part a verb from the bare actor behind it ("reuniu ontem os autarcas")."""
    sentence, at = e.sentence, e.trigger.last
    last = sentence.clause_end(at - 1)
    group = next((g for g in sentence.groups if at <= g.first < last), None)
    if group is None or group.preposition is not None or any(f.phrase in group.members for f, _ in e.subjects()):
        return False
    openers = sentence.lexicon.groups["noun_openers"] | sentence.lexicon.prepositions.first_words
    between = range(at, group.members[0].first)
    return all(sentence.is_passed(i) or sentence.lows[i] in openers for i in between)


def _has_late_object(e: Evidence) -> bool:
    """Whether behind words of time the verb has an object ("reuniu na quarta-feira os autarcas em Faro")."""
    at, sentence = e.trigger.last, e.sentence
    if not any(f.phrase.last <= e.trigger.first for f, _ in e.subjects()):
        return False
    near = [g for g in sentence.groups if g.preposition is None and at < g.first < sentence.clause_end(at - 1)]
    return bool(near) and all(_is_of_time(e, k) for k in range(at, near[0].first))


def _is_of_time(e: Evidence, at: int) -> bool:
    """Whether a word tells a time or leads one, or is the article of what follows."""
    lexicon, low = e.sentence.lexicon, e.sentence.lows[at]
    is_lead = lexicon.prepositions.find(e.sentence.lows, at) is not None or low in e.sentence.words.sets["articles"]
    return e.sentence.is_passed(at) or is_lead


def _sole(e: Evidence) -> bool:
    """No noun of the sentence tells the talk at which it was done ("agreed at a summit")."""
    talks = ("meeting", "call", "negotiation", "summit")
    return not any(t.frame.kind == "noun" and t.frame.event_type in talks for t in e.sentence.triggers)


def _stated(e: Evidence) -> bool:
    """A verb of saying stands right before ("a déclaré à la presse")."""
    says = [t for t in e.sentence.triggers if t.frame.event_type == "statement" and t.verb]
    return any(0 <= e.trigger.first - t.last <= NEAR for t in says)


def _asker(e: Evidence) -> bool:
    """A name follows, and not that of a body that is no medium ("aux questions de Timara FM")."""
    at = e.trigger.last + 1
    phrases = [p for p in e.sentence.phrases if p.first <= at < p.last]
    is_name = at < len(e.sentence.tokens) and e.sentence.tokens[at].is_capital
    return is_name and all(p.kind == "person" or p.is_media for p in phrases)


ATOMS: Atoms = {
    "time": lambda e: e.has_time,
    "dated": _dated,
    "told": _told,
    "held": _held,
    "supported": lambda e: e.trigger.support is not None,
    "fresh": _fresh,
    "finite": _finite,
    "affirmed": lambda e: e.trigger.verb is not None and not e.trigger.verb.is_negated,
    "passive": lambda e: e.trigger.verb is not None and e.trigger.verb.is_passive,
    "ahead": lambda e: e.trigger.verb is not None and e.trigger.verb.tense in ("future", "expected"),
    "fronted": lambda e: e.trigger.verb is not None and e.trigger.verb.first == 0,
    "alone": _alone,
    "object_words": _object_words,
    "subject_words": _subject_words,
    "telephone": lambda e: e.clause_has("telephone"),
    "video": lambda e: e.clause_has("video"),
    "between": lambda e: e.sentence.finds("between", e.trigger.last, e.trigger.last + 2) is not None,
    "item": _item,
    "listed": _listed,
    "noun": _noun,
    "sole": _sole,
    "stated": _stated,
    "asker": _asker,
}
