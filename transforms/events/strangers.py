"""Partners that only their words tell: "with the relatives of the missing", "a rencontré les soignants"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from transforms.actors.phrases import ActorPhrase
from transforms.events.plain_phrases import definite_body, joined_before, joined_behind, noun_phrase
from transforms.events.second_place import subject_by_place
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler, parts_sides, right_limit
from transforms.events.triggers import Trigger
from transforms.events.verb_groups import VerbGroup
from transforms.records import Role

_REACH = 8
_TALKS = frozenset({"meeting", "call", "negotiation"})
_SIDED = _TALKS | {"summit", "signing"}
_JOINT = _SIDED | {"press_conference"}
_FINITE = frozenset({"past", "pluperfect", "present", "future", "expected", "was_to", "hearsay", "may"})
_WITH_ARTICLE = 2
_NEAR = 3


def strangers(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    """The partner of a talk whom no table knows, by the words after "with", or after a verb that takes people only.

    Of a summit it is the body whose summit it is ("sommet de la Ligue des Archipels"). Asked only where nobody known
    stands in that slot.
    """
    frame = trigger.frame
    if frame.event_type == "summit" and frame.kind == "noun":
        body = _owner(sentence, trigger)
        return [Filler(body, "participant", False)] if body else []
    if frame.event_type not in _TALKS and not (frame.event_type == "signing" and frame.kind == "verb"):
        return []
    role = frame.companion or frame.object or "participant"
    at = _after_with(sentence, trigger) if frame.companion or frame.kind == "noun" else None
    if at is None and frame.takes_people and trigger.verb and not (trigger.verb.is_passive or trigger.verb.has_clitic):
        at = _object_start(sentence, trigger)
    if at is not None and frame.event_type == "signing" and sentence.lows[at] in sentence.words.sets["indefinite"]:
        return []  # "on ne signe pas la paix avec un chronomètre"
    phrase = noun_phrase(sentence, at, with_owners=sentence.lexicon.verb_final) if at is not None else None
    return [Filler(phrase, cast(Role, role), False)] if phrase else []


def _owner(sentence: Sentence, trigger: Trigger) -> ActorPhrase | None:
    """A name with its article behind the "of" of a noun; without an article it would be a place."""
    articles, at = sentence.words.sets["articles"], trigger.last
    of = sentence.lexicon.tables["of"].find(sentence.lows, at)
    if of is None or of[0] >= len(sentence.lows) or articles.isdisjoint((sentence.lows[at], sentence.lows[of[0]])):
        return None
    phrase = noun_phrase(sentence, of[0])
    if phrase is None:
        return None
    has_name = any(token.is_capital for token in sentence.tokens[phrase.first : phrase.last])
    if has_name or not _are_states(sentence, phrase):
        return phrase if has_name else None
    last = next((g.last for g in sentence.groups if g.first == phrase.last), phrase.last)
    end = sentence.tokens[last - 1].end
    text = sentence.text[phrase.start : end]
    return replace(phrase, last=last, end=end, text=text, name=text)


def _are_states(sentence: Sentence, phrase: ActorPhrase) -> bool:
    """Whether a noun phrase means countries ("the five riparian states", "Binnenmeerstaaten")."""
    sides = sentence.words.tables["group_sides"].first_words
    lows = sentence.lows[phrase.first : phrase.last]
    return any(low in sides or (sentence.lexicon.verb_final and low.endswith(tuple(sides))) for low in lows)


def other_side(sentence: Sentence, trigger: Trigger) -> list[Filler]:
    """The party behind "between" whom no table knows ("between the Lakes Union and Tavria", "Ford and the union")."""
    is_signed = trigger.frame.event_type == "signing" and trigger.verb is not None and trigger.verb.is_passive
    if trigger.frame.event_type not in _SIDED or not (trigger.frame.kind == "noun" or is_signed):
        return []
    start, limit = sentence.clause_start(trigger.first), right_limit(sentence, trigger)
    if trigger.frame.kind == "noun" and any(trigger.last <= at < limit for at, _, _ in sentence.occurrences("between")):
        start = trigger.last
    role: Role = "signatory" if trigger.frame.event_type == "signing" else "participant"
    for group in (g for g in sentence.groups if g.preposition == "between" and start <= g.first < limit):
        behind = joined_behind(sentence, group.last) if group.last < limit and len(group.members) == 1 else None
        phrase = noun_phrase(sentence, behind) if behind is not None else None
        if phrase:
            return [Filler(phrase, role, False)]
    ends = (end for at, end, _ in sentence.occurrences("between") if start <= at < limit)
    first = next(ends, None)
    if first is None or parts_sides(sentence, trigger.last - 1, first):
        return []
    return [Filler(phrase, role, False) for phrase in _name_and_known(sentence, first)]


def joined_subject(sentence: Sentence, trigger: Trigger, fillers: Sequence[Filler]) -> list[Filler]:
    """The parties before a verb whom no table knows, tied to its subject by a conjunction ("Ford and the UAW met")."""
    verb, frame = trigger.verb, trigger.frame
    if verb is None or verb.is_passive or frame.event_type not in _JOINT:
        return []
    subjects = [filler for filler in fillers if filler.is_subject]
    role = subjects[0].role if subjects else cast(Role, frame.subject or "participant")
    if sentence.lexicon.verb_final:
        is_event = trigger.support is not None and trigger.support.subject == "event"
        found = [] if is_event else subject_by_place(sentence, trigger, verb, fillers)
        return [Filler(phrase, role, True) for phrase in found]
    plural = sentence.lexicon.endings("plural_endings")
    if len(subjects) > 1 or (plural and not any(low.endswith(plural) for low in sentence.lows[verb.first : verb.last])):
        return []
    end = _subject_end(sentence, verb)
    found = _pair_with(sentence, subjects[0].phrase, end) if subjects else _unknown_pair(sentence, verb, end)
    if not subjects and frame.event_type == "meeting" and not any(_has_article(sentence, phrase) for phrase in found):
        return []  # "Málaga y Oviedo se verán las caras": a match
    if frame.event_type == "press_conference":  # no thing speaks ("l'ouverture du site et X ont fait l'objet de …")
        found = [phrase for phrase in found if any(t.is_capital for t in sentence.tokens[phrase.first : phrase.last])]
    return [Filler(phrase, role, True) for phrase in found]


def lone_body(sentence: Sentence, trigger: Trigger, fillers: Sequence[Filler]) -> list[Filler]:
    """The body without a name before the verb of a talk with somebody ("La empresa se reunió con los sindicatos").

    One that gathers of itself on a day needs nobody else ("The board meets on Friday"). Who stands behind the verb is
    then not its subject ("Il sindacato ha incontrato il ministro").
    """
    verb, frame = trigger.verb, trigger.frame
    if verb is None or verb.is_passive or verb.tense not in _FINITE or frame.event_type not in _SIDED:
        return []
    clause = sentence.clause_start(verb.first)
    is_alone = frame.gathers and sentence.tells_time(clause, sentence.clause_end(verb.first))
    if not (fillers or is_alone):
        return []
    is_event = trigger.support is not None and trigger.support.subject == "event"
    if is_event or any(filler.is_subject and filler.phrase.first < verb.last for filler in fillers):
        return []
    end = verb.first if sentence.lexicon.verb_final else _subject_end(sentence, verb)
    phrase = definite_body(sentence, end - _WITH_ARTICLE)
    opener = end - 3
    is_free = opener < 0 or sentence.lows[opener] in ('"', ",", ":", "que", "that", "che")
    if not (is_free or end - 2 == clause or sentence.is_passed(opener)):
        return []
    role = frame.subject if trigger.support is None else None
    if phrase is None or phrase.last != end:
        return []
    return [Filler(replace(phrase, anaphor="body"), cast(Role, role or "participant"), True)]


def body_object(sentence: Sentence, trigger: Trigger, fillers: Sequence[Filler]) -> list[Filler]:
    """The body without a name that a verb of people's talks has as its object ("a reçu", "recibió al sindicato")."""
    verb, role = trigger.verb, trigger.frame.object or trigger.frame.addressee
    subjects = [filler for filler in fillers if filler.is_subject]
    if verb is None or role is None or verb.is_passive or len(subjects) < len(fillers) or not subjects:
        return []
    if trigger.frame.event_type not in _TALKS or trigger.frame.object_words:
        return []
    if sentence.lexicon.verb_final:
        phrase = definite_body(sentence, _field_object_start(sentence, verb, subjects[-1]))
    else:
        phrase = definite_body(sentence, _object_start(sentence, trigger)) or _body_addressed(sentence, trigger)
    return [Filler(phrase, cast(Role, role), False)] if phrase else []


def _field_object_start(sentence: Sentence, verb: VerbGroup, subject: Filler) -> int:
    """Where the object begins in the field of a verb in second place: behind the subject and words of time, or -1."""
    at, lows = max(verb.first + 1, subject.phrase.last), sentence.lows
    while at < len(lows) and (sentence.is_passed(at) or lows[at] in sentence.words.sets["melted_articles"]):
        at += 1
    return at if lows[at - 1] not in sentence.lexicon.prepositions.first_words else -1


def _body_addressed(sentence: Sentence, trigger: Trigger) -> ActorPhrase | None:
    """The body without a name behind the "to" of a verb, words of time between ("telefonò martedì al sindacato")."""
    ends = (end for at, end, _ in sentence.occurrences("to") if trigger.last <= at <= trigger.last + _NEAR)
    end = next(ends, None)
    if end is None or not all(sentence.is_passed(at) for at in range(trigger.last, end - 1)):
        return None
    is_melted = sentence.lows[end - 1] in sentence.words.sets["articles"]
    phrase = noun_phrase(sentence, end) if is_melted and sentence.lows[end] in sentence.words.sets["bodies"] else None
    return phrase if phrase and phrase.last == end + 1 else definite_body(sentence, end)


def _subject_end(sentence: Sentence, verb: VerbGroup) -> int:
    """Where a subject before a verb ends: adverbs and words of time may stand between."""
    end = verb.first
    while end > 0 and sentence.is_passed(end - 1):
        end -= 1
    return end


def _pair_with(sentence: Sentence, known: ActorPhrase, end: int) -> list[ActorPhrase]:
    """Whom a conjunction joins to a known subject, behind it up to the verb or before it from the clause's opening."""
    behind = joined_behind(sentence, known.last) if known.last < end else None
    if behind is not None and not known.anaphor:
        other = noun_phrase(sentence, behind)
        return [other] if other and other.last == end else []
    before = joined_before(sentence, known.first) if known.last == end else None
    other = noun_phrase(sentence, sentence.clause_start(before)) if before is not None else None
    return [other] if other and other.last == before else []


def _unknown_pair(sentence: Sentence, verb: VerbGroup, end: int) -> list[ActorPhrase]:
    """Two unknown parties that open the clause of a verb and end where it begins; one of them has a name."""
    one = noun_phrase(sentence, sentence.clause_start(verb.first))
    behind = joined_behind(sentence, one.last) if one and one.last < end else None
    other = noun_phrase(sentence, behind) if behind is not None else None
    if one is None or other is None or other.last != end:
        return []
    is_named = any(token.is_capital for token in sentence.tokens[max(1, one.first) : other.last])
    return [one, other] if is_named else []


def _has_article(sentence: Sentence, phrase: ActorPhrase) -> bool:
    return phrase.first > 0 and sentence.lows[phrase.first - 1] in sentence.words.sets["articles"]


def _name_and_known(sentence: Sentence, at: int) -> list[ActorPhrase]:
    """A name that no table knows and the party that a conjunction ties to it, known or behind its own article too."""
    name = noun_phrase(sentence, at) if at < len(sentence.lows) else None
    if name is None or not (sentence.tokens[name.first].is_capital or name.first > at):
        return []
    second = joined_behind(sentence, name.last)
    if second is None:
        return []
    known = [g.members[0] for g in sentence.groups if g.first == second and g.preposition is None]
    if known:
        return [name, *known] if sentence.tokens[name.first].is_capital else []
    other = noun_phrase(sentence, second)
    is_named = other is not None and (sentence.tokens[other.first].is_capital or other.first > second)
    return [name, other] if other is not None and is_named else []


def _after_with(sentence: Sentence, trigger: Trigger) -> int | None:
    """Where the words after the "with" of a trigger begin."""
    first = sentence.clause_start(trigger.first) if sentence.lexicon.verb_final else trigger.last
    last = min(right_limit(sentence, trigger), trigger.last + _REACH)
    for at in range(first, last):
        found = sentence.lexicon.tables["with"].find(sentence.lows, at)
        if found and not _tells_manner(sentence, found[0]):
            return found[0]
    return None


def _tells_manner(sentence: Sentence, at: int) -> bool:
    """Whether a quality without a definite article follows, which is nobody ("avec une grande efficacité")."""
    endings = sentence.lexicon.endings("qualities")
    bodies = sentence.words.sets["bodies"] | sentence.words.sets["people"]
    first, near = sentence.lows[at : at + 1], sentence.lows[at : at + _NEAR]
    is_definite = not sentence.lexicon.groups["definite"].isdisjoint(first)
    return not is_definite and any(low.endswith(endings) and low not in bodies for low in near)


def _object_start(sentence: Sentence, trigger: Trigger) -> int:
    """Where a direct object begins: right behind the verb, or at an article behind words of time and place."""
    articles, last = sentence.words.sets["articles"], min(right_limit(sentence, trigger), trigger.last + _REACH)
    if sentence.lows[trigger.last : trigger.last + 1] and sentence.lows[trigger.last] in articles:
        return trigger.last
    for at in range(trigger.last + 1, last):
        is_behind = at > trigger.last + 1 or sentence.is_passed(trigger.last)
        if is_behind and sentence.lows[at] in articles and not _is_led_away(sentence, at):
            return at
    return trigger.last


def _is_led_away(sentence: Sentence, at: int) -> bool:
    """Whether a preposition of place or of something else leads an article ("met on the sidelines")."""
    led = sentence.lexicon.prepositions.find(sentence.lows, at - 1)
    is_other = led is not None and led[0] == at and led[1] not in ("to", "of", "with")
    return is_other or sentence.lexicon.tables["locating"].find(sentence.lows, at - 1) is not None


def thing_visited(sentence: Sentence, trigger: Trigger) -> ActorPhrase | None:
    """The object of a journey's verb without a name, behind its determiner ("a visité un camp de déplacés")."""
    lows, at = sentence.lows, trigger.last
    if sentence.lexicon.tables["of"].find(lows, at - 1):
        return noun_phrase(sentence, at, with_owners=True)
    then = sentence.lexicon.tables["then"]
    while at + 1 < len(lows) and not (_determines(sentence, at) and not _is_passed(sentence, at + 1)):
        company = next((g.last for g in sentence.groups if g.first == at and g.preposition == "with"), 0)
        adjunct = then.find(lows, at)  # "visité dans la foulée un camp", "visité avec le maire un camp"
        end = adjunct[0] if adjunct else company
        if not end and not _is_passed(sentence, at) and not _determines(sentence, at):  # "visité la semaine dernière"
            return None
        at = end or at + 1
    return _body_visited(sentence, at + 1) or noun_phrase(sentence, at, with_owners=True)


def _body_visited(sentence: Sentence, at: int) -> ActorPhrase | None:
    """The body with a name of its own that stands behind a determiner ("visited the Harbour Chamber of Commerce")."""
    bodies = (p for p in sentence.phrases if p.first == at and p.kind == "organisation" and not p.is_plural)
    return next((p for p in bodies if p.anaphor is None and p.actor_id is None), None)


def _is_passed(sentence: Sentence, at: int) -> bool:
    return sentence.is_passed(at) or sentence.lows[at] == ","


def _determines(sentence: Sentence, at: int) -> bool:
    lexicon, low, sets = sentence.lexicon, sentence.lows[at], sentence.words.sets
    is_article = low in sets["articles"] or low in sets["possessives"] or low in sentence.words.counts
    is_led = lexicon.prepositions.exactly(sentence.lows, at, at + 1) is not None
    return is_article and (not is_led or low in lexicon.groups.get("partitives", frozenset()))
