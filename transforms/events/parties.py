"""Atoms of needs about who was found beside a trigger: how many, of which kind, and how they stand to it."""

from __future__ import annotations

from transforms.dates.lexicon import time_words
from transforms.events.evidence import NEAR, Atoms, Evidence
from transforms.events.frames import Filler
from transforms.events.nouns import possessive_before

_FAR_COMPANION = 9
_SPEECH_ACT = ("i", "we", "you")
_TWO = 2


def _two(e: Evidence) -> bool:
    """Two parties, a counted plural, or one whose talk it is, between whom it is or that does it to each other."""
    they = "they" if e.trigger.frame.kind == "noun" else None
    is_several = they and any(f.phrase.is_plural for f, _ in e.subjects())
    if is_several and possessive_before(e.sentence, e.trigger) == "plural_possessives":
        return True  # "reprendront leurs discussions"
    is_mutual = they or e.is_reciprocal()
    groups = [f.phrase for f, r in e.subjects() if r.kind == "organisation" and (f.phrase.is_plural or they)]
    is_crowd = is_mutual and any(phrase.anaphor in (they, "they") for phrase in groups)
    between = {m.first for g in e.sentence.groups if g.preposition == "between" for m in g.members if m.is_plural}
    is_crowd = is_crowd or any(f.phrase.first in between for f, _ in e.filled)
    return len(e.filled) >= _TWO or is_crowd or any(f.phrase.size >= _TWO for f, _ in e.filled)


def _body(e: Evidence) -> bool:
    """A body or a group of officials; plain people ("protesters", "the survivors") are none."""
    bodies = [f for f, r in e.filled if f.phrase.is_plural or r.kind == "organisation"]
    return any(not _are_people(e, f) for f in bodies)


def _officials(e: Evidence) -> bool:
    """Several people told by their office, or the countries that ministers told together stand for."""
    phrases = [f.phrase for f, _ in e.filled]
    return any((p.is_plural and p.has_title) or (p.kind == "country" and p.list_first >= 0) for p in phrases)


def _traveller(e: Evidence) -> bool:
    """A person or an official body as subject: what visitors in general see is no event."""
    subjects = [f for f, r in e.subjects() if r.kind in ("person", "organisation")]
    return any(f.phrase.anaphor not in _SPEECH_ACT and not _are_people(e, f) for f in subjects)


def _is_plain(e: Evidence, filler: Filler) -> bool:
    """A body or group told by its common noun, whom people see ("a reçu le syndicat"); names may be rivals."""
    sets, head = e.sentence.words.sets, e.sentence.lows[filler.phrase.first]
    is_common = head in sets["bodies"] or head in sets["people"] or head in sets["delegations"]
    is_common = is_common and (filler.phrase.text[0].islower() or e.sentence.words.nouns_are_capital)
    return is_common and filler.phrase.actor_id is None and any(r.kind == "person" for _, r in e.subjects())


def _are_people(e: Evidence, filler: Filler) -> bool:
    """Plain people, and no body of them ("la Fédération des pêcheurs") nor people told by their office."""
    if filler.phrase.has_title:
        return False
    sets, lows = e.sentence.words.sets, e.sentence.lows[filler.phrase.first : filler.phrase.last]
    people, bodies = sets["people"], sets["bodies"]
    return not people.isdisjoint(lows) and all(low in people or low not in bodies for low in lows)


def _time_between(e: Evidence, end: int) -> int:
    """How many words of time and signs stand between the trigger and a token ("a vu, le 23 novembre, …")."""
    words = time_words(e.sentence.lexicon.language)
    return sum(low in words or not low[0].isalpha() for low in e.sentence.lows[e.trigger.last : end])


def _near_person(e: Evidence) -> bool:
    """A person right behind an active verb, or as its pronoun before, and nobody urged or called names."""
    if e.trigger.verb is not None and e.trigger.verb.is_passive:
        return False
    people = [
        f.phrase for f, r in e.objects()
        if r.kind == "person" or (f.phrase.is_plural and f.phrase.has_title)
        or (not f.phrase.is_plural and _is_plain(e, f))
    ]
    near = [p for p in people if p.first - e.trigger.last <= NEAR + _time_between(e, p.first)]
    return bool(near) and not any(_is_called_otherwise(e, p.last) for p in people)


def _is_called_otherwise(e: Evidence, at: int) -> bool:
    """Whether somebody is called on or called a name ("appelle X à cesser le feu"), not called at an hour."""
    lows, groups = e.sentence.lows, e.sentence.lexicon.groups
    if e.trigger.frame.completed_by or at + 1 >= len(lows) or lows[at] not in groups.get("calling_otherwise", ()):
        return False
    is_aim = lows[at] in groups["infinitive_markers"] and lows[at + 1] in groups.get("aims", ())
    return not is_aim and not lows[at + 1].isdigit()


def _seen_person(e: Evidence) -> bool:
    """A person named or titled right behind the verb, or before its "que" ("l'avez vu, le ministre" sees a thing)."""
    if e.trigger.verb is not None and e.trigger.verb.has_clitic:
        return False
    named = (None, "surname", "title", "counterpart")
    people = [f.phrase for f, r in e.objects() if r.kind == "person" and f.phrase.anaphor in named]
    people += [f.phrase for f, _ in e.objects() if f.phrase.is_plural and f.phrase.has_title]
    clause = e.sentence.clause_start(e.trigger.first)
    is_before = any(clause - 1 <= p.last <= clause for p in people)
    return is_before or any(0 <= p.first - e.trigger.last <= NEAR + _time_between(e, p.first) for p in people)


def _person_beside(e: Evidence) -> bool:
    """A person as subject right before the verb: nations are where they are, "we are in a crisis" is no journey."""
    beside = [f for f, r in e.subjects() if r.kind == "person" and e.trigger.first - f.phrase.last <= NEAR]
    return any(f.phrase.anaphor not in _SPEECH_ACT for f in beside)


def _companion(e: Evidence) -> bool:
    """Somebody to talk with: no other talk stands between the verb and its companion."""
    talks = [t.first for t in e.sentence.triggers if t.frame.kind == "noun" and t.first >= e.trigger.last]
    limit, near = min([e.trigger.last + _FAR_COMPANION, *talks]), e.trigger.last + NEAR
    others = [(f.phrase, r) for f, r in e.objects() if f.phrase.anaphor not in _SPEECH_ACT]
    return any(p.first < limit and (r.kind == "person" or p.is_plural or p.first <= near) for p, r in others)


def _talks_with(e: Evidence) -> bool:
    """Somebody to talk with, be it the second subject if they are a pair, on the telephone, or talk to nobody else."""
    sentence, at = e.sentence, e.trigger.last
    tables = sentence.lexicon.tables
    on_the_line = e.clause_has("telephone") or e.clause_has("video")
    subjects = {f.phrase.anaphor for f, _ in e.subjects()}
    turns = at < len(sentence.lows) and any(tables[n].find(sentence.lows, at) for n in ("to", "other"))
    is_counted = at + 1 < len(sentence.lows) and sentence.lows[at + 1].isdigit()  # "spoke for 40 minutes"
    turns = turns and not (is_counted or ("lasting" in tables and tables["lasting"].find(sentence.lows, at)))
    turns = turns and not (e.place and sentence.lows[at] in sentence.lexicon.groups["before_city"])
    groups = [f for f, _ in e.objects() if f.phrase.is_plural and f.phrase.anaphor not in ("pair", "they")]
    if turns and len(groups) == len(e.objects()) > 0 and tables["to"].find(sentence.lows, at):
        return e.clause_has("telephone")
    alone = "pair" in subjects or not (turns or subjects & {"we", "they"})
    return bool(e.objects()) or e.is_reciprocal() or on_the_line or alone


def _speaker(e: Evidence) -> bool:
    """Somebody says something: an infinitive does not, and "I must say" is no statement beside the speech itself."""
    verb = e.trigger.verb
    if e.trigger.frame.event_type == "statement" and verb is not None:
        is_own = all(f.phrase.anaphor in ("i", "we") for f, _ in e.subjects())
        if verb.tense == "infinitive" or is_own:
            return False
    if e.trigger.frame.event_type == "interview" and all(f.phrase.is_media for f, _ in e.subjects()):
        return False
    return any(r.kind in ("person", "organisation") for _, r in e.subjects())


def _together(e: Evidence) -> bool:
    """Several people told in one phrase as the subject, and nobody else; crowds only come."""
    if len(e.filled) != 1 or not e.filled[0][0].is_subject:
        return False
    phrase, crowds = e.filled[0][0].phrase, e.sentence.lexicon.groups.get("crowds", frozenset())
    return phrase.is_plural and crowds.isdisjoint(e.sentence.lows[phrase.first : phrase.last])


ATOMS: Atoms = {
    "one": lambda e: bool(e.filled),
    "two": _two,
    "people": lambda e: bool(e.people),
    "body": _body,
    "officials": _officials,
    "media": lambda e: any(f.phrase.is_media for f, _ in e.filled),
    "subject_people": lambda e: any(r.kind == "person" or f.phrase.is_plural for f, r in e.subjects()),
    "object_people": lambda e: any(r.kind == "person" or f.phrase.is_plural or _is_plain(e, f) for f, r in e.objects()),
    "object": lambda e: bool(e.objects()) or e.is_reciprocal(),
    "near_person": _near_person,
    "seen_person": _seen_person,
    "person_beside": _person_beside,
    "traveller": _traveller,
    "companion": _companion,
    "together": _together,
    "talks_with": _talks_with,
    "speaker": _speaker,
}
