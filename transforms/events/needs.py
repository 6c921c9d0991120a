"""What a trigger must have beside it before it counts as a report of an event."""

from __future__ import annotations

from collections.abc import Callable

from transforms.events.evidence import (
    NEAR,
    Evidence,
    are_people,
    clause_finds,
    has_object_words,
    is_dated,
    is_reciprocal,
    is_told_of,
    person_object,
    time_between,
)
from transforms.events.journeys import goes_near, goes_to, goes_to_name, is_at, visit, visitor, will_be_at
from transforms.events.unknown_places import RANK, time_words
from transforms.events.unreported import is_habit, is_loose_infinitive, is_of_long_ago
from transforms.events.verb_groups import VerbGroup

_FAR_COMPANION = 9
_OPENING = 4


def _object(e: Evidence) -> bool:
    return len(e.filled) >= 2 and (bool(e.objects()) or is_reciprocal(e))


def _two(e: Evidence) -> bool:
    return len(e.filled) >= 2


def _talks_with(e: Evidence) -> bool:
    """Spoke with somebody; two subjects are enough where they are told as a pair, by telephone, or to nobody else."""
    if len(e.filled) < 2:
        return False
    sentence, at = e.sentence, e.trigger.last
    has_setting = clause_finds(e, "telephone") or clause_finds(e, "video")
    subjects = {f.phrase.anaphor for f, _ in e.subjects()}
    turns = at < len(sentence.lows) and any(sentence.lexicon.tables[n].find(sentence.lows, at) for n in ("to", "other"))
    turns = turns and not (e.place and sentence.lows[at] in sentence.lexicon.groups["before_city"])
    groups = [f for f, _ in e.objects() if f.phrase.is_plural and f.phrase.anaphor not in ("pair", "they")]
    if turns and len(groups) == len(e.objects()) > 0 and sentence.lexicon.tables["to"].find(sentence.lows, at):
        return clause_finds(e, "telephone")
    alone = "pair" in subjects or not (turns or subjects & {"we", "they"})
    return bool(e.objects()) or is_reciprocal(e) or has_setting or alone


def _told_event(e: Evidence) -> bool:
    """A body whose name is also its meeting ("le Conseil européen s'est achevé", "lors du Conseil européen")."""
    return (
        is_told_of(e)
        or _is_attended(e)
        or e.sentence.finds("during", e.trigger.first - NEAR, e.trigger.first) is not None
    )


def _is_chaired(e: Evidence) -> bool:
    """Somebody presides over it ("la session que devait présider X")."""
    return e.trigger.support is not None and e.trigger.support.subject == "chair"


def _is_attended(e: Evidence) -> bool:
    """Somebody takes part in it ("a participé au Conseil européen")."""
    verb, at = e.trigger.verb, e.trigger.first
    led = any(e.sentence.lexicon.tables["to"].find(e.sentence.lows, start) for start in range(max(0, at - 2), at))
    return e.trigger.support is not None and verb is not None and verb.last < at and led


def _companion(e: Evidence) -> bool:
    """Raised something with somebody: no other talk stands between the verb and its companion."""
    talks = [t.first for t in e.sentence.triggers if t.frame.kind == "noun" and t.first >= e.trigger.last]
    limit, near = min([e.trigger.last + _FAR_COMPANION, *talks]), e.trigger.last + NEAR
    others = [(f.phrase, r) for f, r in e.objects() if f.phrase.anaphor not in ("i", "we", "you")]
    return _share_line(e) or any(
        phrase.first < limit and (r.kind == "person" or phrase.is_plural or phrase.first <= near)
        for phrase, r in others
    )


def _share_line(e: Evidence) -> bool:
    """Two subjects that a line joins ("ont évoqué au téléphone")."""
    return len(e.people) >= 2 and (clause_finds(e, "telephone") or clause_finds(e, "video"))


def _is_ahead(e: Evidence) -> bool:
    return e.trigger.verb is not None and e.trigger.verb.tense in ("future", "expected")


def _on_air(e: Evidence) -> bool:
    """Spoke on a programme: media among the fillers, or words of broadcasting near."""
    near = e.sentence.lows[max(0, e.trigger.first - 2) : e.trigger.last + NEAR + 2]
    has_media = any(f.phrase.is_media for f, _ in e.filled)
    return _speaker(e) and (has_media or any(low in e.trigger.frame.object_words for low in near))


def _is_gathered_body(e: Evidence) -> bool:
    """A body or officials beside a participle that says when or where they met ("les ministres, réunis mardi")."""
    is_participle = e.trigger.verb is not None and e.trigger.verb.tense == "participle"
    bodies = [f for f, r in e.filled if f.phrase.is_plural or r.kind == "organisation"]
    is_set = e.place is not None or is_dated(e)
    return is_participle and is_set and any(not are_people(e, f) for f in bodies)


def _names_media(e: Evidence) -> bool:
    """Whether a word for media stands behind the verb that grants an interview."""
    last = max(e.trigger.last, e.trigger.verb.last if e.trigger.verb else 0)
    return not e.trigger.frame.object_words.isdisjoint(e.sentence.lows[e.trigger.last : last + _FAR_COMPANION])


def _names_asker(e: Evidence) -> bool:
    """A name follows, and not that of a body that is no medium ("aux questions de Timara FM")."""
    at = e.trigger.last + 1
    phrases = [p for p in e.sentence.phrases if p.first <= at < p.last]
    is_name = at < len(e.sentence.tokens) and e.sentence.tokens[at].is_capital
    return is_name and all(p.kind == "person" or p.is_media for p in phrases)


def _told_press(e: Evidence) -> bool:
    """Words that a statement is made to ("a déclaré à la presse"), somewhere or after something."""
    at = e.trigger.first
    beside = any(t.frame.event_type == "statement" and t.verb and 0 <= at - t.last <= NEAR for t in e.sentence.triggers)
    is_set = e.place is not None or e.sentence.finds("during", 0, len(e.sentence.lows)) is not None
    return beside and is_set and _speaker(e)


def _is_noun(e: Evidence) -> bool:
    """Whether an adjective stands as a noun ("une bilatérale")."""
    before = e.sentence.lows[e.trigger.first - 1] if e.trigger.first else ""
    return before in e.sentence.words.sets["articles"] or before in e.sentence.lexicon.groups["noun_openers"] | {"en"}


def _called_person(e: Evidence) -> bool:
    """Rang somebody up: a person does, in a finite past or future, and a person stands right behind the verb."""
    verb = e.trigger.verb
    is_told = verb is not None and verb.tense in ("past", "pluperfect", "future", "present", "hearsay")
    if verb is not None and verb.is_passive and len(e.people) >= 2:
        return clause_finds(e, "telephone")
    return (
        is_told and _has_near_person(e) and any(r.kind == "person" and f.phrase.anaphor != "i" for f, r in e.subjects())
    )


def _has_near_person(e: Evidence) -> bool:
    objects = [(f.phrase, r) for f, r in e.objects()]
    near = [(p, r) for p, r in objects if p.first - e.trigger.last <= NEAR + time_between(e, p.first)]
    return any(r.kind == "person" and not _is_urged(e, phrase.last) for phrase, r in near)


def _is_urged(e: Evidence, at: int) -> bool:
    """Whether somebody is called on to do something ("appelle X à cesser le feu"), not called at an hour."""
    lows, markers = e.sentence.lows, e.sentence.lexicon.groups.get("urging", frozenset())
    return at + 1 < len(lows) and lows[at] in markers and not lows[at + 1].isdigit()


def _rang_person(e: Evidence) -> bool:
    """Rang somebody up, and did not call him a name ("called Putin a killer")."""
    articles, lows = e.sentence.words.sets["articles"], [*e.sentence.lows, ""]
    return _called_person(e) and not any(lows[f.phrase.last] in articles for f, _ in e.objects())


def _two_or_group(e: Evidence) -> bool:
    return len(e.filled) >= 2 or any(f.phrase.is_plural or r.kind == "organisation" for f, r in e.filled)


def _one(e: Evidence) -> bool:
    """Somebody named: a speaker's "I" and "we" alone report habits more than events."""
    return len(e.filled) >= 2 or any(f.phrase.anaphor not in ("i", "we", "they") for f, _ in e.filled)


def _seen_person(e: Evidence) -> bool:
    """Saw somebody: a person named or titled right behind the verb ("l'avez vu" is seeing a thing)."""
    named = (None, "surname", "title", "counterpart")
    people = [f.phrase for f, r in e.objects() if r.kind == "person" and f.phrase.anaphor in named]
    return any(0 <= phrase.first - e.trigger.last <= NEAR + time_between(e, phrase.first) for phrase in people)


def _stands_alone(e: Evidence) -> bool:
    """No object follows the verb: a preposition, a word of time, an adverb or the end of the clause does."""
    at, lows = e.trigger.last, e.sentence.lows
    if at >= len(lows) or not (lows[at][0].isalnum()):
        return True
    allowed = e.sentence.lexicon.groups.get("after_intransitive", frozenset()) | e.sentence.lexicon.auxiliaries["skip"]
    return lows[at] in allowed or lows[at] in time_words(e.sentence.lexicon.language)


def _two_or_between(e: Evidence) -> bool:
    """Talks of two, "between" whomever, or an item of a programme ("Talks with X")."""
    at = e.trigger.last
    is_news = bool(e.filled) or e.trigger.support is not None
    return len(e.filled) >= 2 or (is_news and e.sentence.finds("between", at, at + 2) is not None) or _is_item(e)


def _is_item(e: Evidence) -> bool:
    """A noun that opens the line and names the other side only."""
    opens = e.trigger.verb is None and e.trigger.first <= _OPENING
    return opens and bool(e.filled) and e.sentence.finds("with", e.trigger.last, e.trigger.last + 1) is not None


def _body_alone(e: Evidence) -> bool:
    """A body or group of officials that meets by itself; people who gather ("protesters gathered") do not."""
    bodies = [f for f, r in e.filled if f.phrase.is_plural or r.kind == "organisation"]
    is_told = e.trigger.verb is not None and e.trigger.verb.tense != "gerund"
    return is_told and any(not are_people(e, f) for f in bodies) and _stands_alone(e)


def _received_person(e: Evidence) -> bool:
    """Received somebody: a person right behind the verb, or anywhere beside a passive."""
    verb = e.trigger.verb
    is_passive = verb is not None and (verb.is_passive or verb.tense == "participle")
    near = any(f.phrase.first - e.trigger.last <= NEAR for f, _ in e.objects())
    return len(e.filled) >= 2 and person_object(e) and (is_passive or near)


def _called_on(e: Evidence) -> bool:
    """Called on somebody: seen him, not asked him to do something ("called on the mayor to resign")."""
    lows, markers = e.sentence.lows, e.sentence.lexicon.groups["infinitive_markers"]
    asks = any(low in markers for f, _ in e.objects() for low in lows[f.phrase.last : f.phrase.last + 2])
    return _seen_person(e) and any(r.kind == "person" for _, r in e.subjects()) and not asks


def _is_joined(e: Evidence) -> bool:
    """Joined somebody at a table or in talks: persons on both sides, the occasion named."""
    return _seen_person(e) and any(r.kind == "person" for _, r in e.subjects()) and has_object_words(e)


def _is_discussed(e: Evidence) -> bool:
    """Discussed with somebody, or by telephone."""
    first, last = e.sentence.clause_start(e.trigger.first), e.sentence.clause_end(e.trigger.last - 1)
    return len(e.filled) >= 2 and (bool(e.objects()) or e.sentence.finds("telephone", first, last) is not None)


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


def _passive_person(e: Evidence) -> bool:
    verb: VerbGroup | None = e.trigger.verb
    asked_by = any(f.phrase.is_media or f.phrase.anaphor is None for f, _ in e.subjects())
    return verb is not None and verb.is_passive and len(e.filled) >= 2 and asked_by


NEEDS: dict[str, Callable[[Evidence], bool]] = {
    "person_object": person_object,
    "object": _object,
    "two": _two,
    "goes_to_name": goes_to_name,
    "two_or_between": _two_or_between,
    "supported_dated": lambda e: e.trigger.support is not None and is_dated(e),
    "told_or_dated": lambda e: bool(e.filled or e.place) or (e.trigger.support is not None and is_dated(e)),
    "two_or_body": lambda e: len(e.filled) >= 2 or any(f.phrase.is_plural for f, _ in e.filled) or _is_item(e),
    "with": _talks_with,
    "with_object": lambda e: len(e.filled) >= 2 and (bool(e.objects()) or is_reciprocal(e)),
    "called_person": _called_person,
    "rang_person": _rang_person,
    "support_or_with": lambda e: (
        (len(e.filled) >= 2 and (e.trigger.support is not None or bool(e.objects()))) or _is_item(e)
    ),
    "two_or_group": _two_or_group,
    "one": _one,
    "seen_person": _seen_person,
    "two_or_body_alone": lambda e: len(e.filled) >= 2 or _body_alone(e),
    "received_person": _received_person,
    "discussed": _is_discussed,
    "joined_people": _is_joined,
    "called_on": _called_on,
    "invited": lambda e: person_object(e) and e.place is not None,
    "invitation": lambda e: visitor(e) and e.place is not None,
    "supported_place": lambda e: visitor(e) and e.place is not None and e.trigger.support is not None,
    "two_people_dated": lambda e: sum(r.kind == "person" for _, r in e.filled) >= 2 and is_dated(e),
    "supported": lambda e: bool(e.filled) and e.trigger.support is not None,
    "two_supported": lambda e: len(e.people) >= 2 and e.trigger.support is not None,
    "be_at_dated": lambda e: will_be_at(e) and is_dated(e),
    "asked_by_media": lambda e: any(f.phrase.is_media for f, _ in e.filled) and len(e.filled) >= 2,
    "two_people": lambda e: len(e.people) >= 2,
    "one_visitor": visitor,
    "visits": lambda e: visit(e) or (bool(e.subjects()) and person_object(e)),
    "visits_known_place": lambda e: visit(e) and e.place is not None and e.place.place_id is not None,
    "expected_guest": lambda e: e.place is not None and visitor(e) and e.trigger.verb is not None,
    "person_subject_place": visit,
    "signed": lambda e: has_object_words(e) and bool(e.filled or e.place),
    "signed_object": lambda e: has_object_words(e) and (bool(e.filled) or is_dated(e)),
    "subject_object_words": lambda e: has_object_words(e) and bool(e.subjects()),
    "speaker": _speaker,
    "subject_or_date": lambda e: bool(e.filled) and (e.has_time or len(e.filled) > 1),
    "passive_person": _passive_person,
    "passive_or_object": lambda e: (
        bool(e.filled) and e.trigger.verb is not None and e.trigger.verb.tense != "participle"
    ),
    "one_or_place": lambda e: bool(e.filled) or e.place is not None,
    "two_or_place": lambda e: len(e.filled) >= 2 or (bool(e.filled) and e.place is not None),
    "on_the_phone": lambda e: (
        len(e.people) >= 2
        and _has_near_person(e)
        and e.sentence.finds("telephone", e.trigger.last, len(e.sentence.lows)) is not None
    ),
    "told_event": _told_event,
    "will_be_at": will_be_at,
    "is_at": is_at,
    "are_at": lambda e: is_at(e) and len(e.people) >= 2,
    "goes_to": lambda e: goes_to(e) and e.place is not None and e.place.rank > RANK["venue"],
    "departs": lambda e: (
        visit(e) and e.place is not None and e.place.first >= e.trigger.last and not e.place.is_antecedent
    ),
    "companion": _companion,
    "on_air": _on_air,
    "told_press": _told_press,
    "asked_by_name": lambda e: _speaker(e) and (_names_asker(e) or _on_air(e)),
    "noun_two": lambda e: _is_noun(e) and len(e.filled) >= 2,
    "visitor_place": lambda e: any(r.kind == "person" for _, r in e.filled) and goes_near(e),
    "supported_visitor": lambda e: visitor(e) and e.place is not None and e.trigger.support is not None,
    "meeting_body": lambda e: (
        (_told_event(e) or _is_chaired(e)) and (e.place is not None or e.has_time or bool(e.filled))
    ),
    "gathered": lambda e: (
        len(e.people) >= 2
        or any(f.phrase.is_plural and (f.phrase.has_title or e.place or e.has_time) for f, _ in e.filled)
    ),
    "by_telephone": lambda e: len(e.people) >= 2 and clause_finds(e, "telephone"),
    "invited_near": lambda e: person_object(e) and goes_near(e),
    "negotiated": lambda e: (
        len(e.filled) >= 2
        or (e.place is not None and bool(e.filled))
        or (is_told_of(e) and (e.place is not None or is_dated(e)))
    ),
    "negotiates": lambda e: len(e.filled) >= 2 and (bool(e.objects()) or is_reciprocal(e) or e.place is not None),
    "signed_near": lambda e: has_object_words(e) and (bool(e.filled) or goes_near(e) or _is_ahead(e)),
    "one_or_told": lambda e: bool(e.filled) or (is_told_of(e) and e.place is not None and is_dated(e)),
    "granted": lambda e: (
        e.trigger.support is not None
        and e.trigger.support.frame_id.endswith(".accorder")
        and _speaker(e)
        and (_names_media(e) or any(f.phrase.is_media for f, _ in e.filled))
    ),
    "gathered_object": lambda e: _object(e) or _is_gathered_body(e),
    "seated": lambda e: len(e.people) >= 2 or any(r.kind != "person" for _, r in e.filled),
    "never": lambda _: False,
    "date_or_place": lambda e: e.place is not None or e.has_time,
}


def is_reported(evidence: Evidence) -> bool:
    """Whether a trigger with its evidence reports an event, by the need its frame names."""
    return (
        NEEDS[evidence.trigger.frame.needs](evidence)
        and not is_loose_infinitive(evidence)
        and not is_habit(evidence)
        and not is_of_long_ago(evidence)
    )
