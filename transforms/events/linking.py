"""Mentions of one document that tell the same event: the later ones take over what the fullest one knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from transforms.actors.words import split_words
from transforms.dates.lexicon import time_words
from transforms.events.read_lexicon import load_lexicon
from transforms.identity import mention_id
from transforms.records import JUDGED, Mention, Participant

_FIRM = frozenset({"in_person", "telephone", "video"})
_TALKS = frozenset({"meeting", "call"})
_ENCOUNTERS = frozenset({"meeting", "call", "summit", "negotiation"})
_ASKED = frozenset({"press_conference", "interview"})
_TOLD_TWICE = frozenset({"visit", "press_conference", "signing"})
_SAME_CLAUSE_REACH = 120
_OWN_DAY = 2
_PAIR = 2
_FORMAT_REACH = 60
_OF_REACH = 5


def participant_key(participant: Participant) -> str:
    """What tells participants of one document apart: the actor, else the office, else the words."""
    return participant.actor_id or participant.office_id or participant.name


def participant_keys(mention: Mention) -> frozenset[str]:
    """The participants of a mention as keys."""
    return frozenset(participant_key(participant) for participant in mention.participants)


def may_be_same_event(left: Mention, right: Mention) -> bool:
    """Whether two mentions of one document can tell one event: type, status, hour if told, and participants agree.

    Of two participant sets one must hold the other.
    """
    if left.event_type != right.event_type or left.status != right.status:
        return False
    if left.starts_at and right.starts_at and left.starts_at != right.starts_at:
        return False
    a, b = participant_keys(left), participant_keys(right)
    return bool(a and b) and (a <= b or b <= a)


def link_mentions(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one document with what they owe to each other, in the order given.

    A talk whose medium is not told ("ils se sont entretenus") is the call or meeting told with the same people; a noun
    beside a verb of the same clause ("a reçu X pour un entretien") is no event of its own, nor is what only a judgement
    makes of people who meet in the same sentence anyhow, nor the format in which talks told just before began; a
    speaker makes one statement, and none where his press conference or interview is told.
    """
    told = _without_phases(_without_echoes(_without_doubtful_echoes(mentions)))
    told = [_with_medium(mention, told) for mention in told]
    return list(_without_repeated_statements(told))


def _without_doubtful_echoes(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop what a judgement made of people who all take part in what rules tell in its sentence."""
    sure: dict[tuple[str, int], set[str]] = {}
    for mention in mentions:
        if not mention.rule_id.endswith(JUDGED) and mention.event_type in _ENCOUNTERS | _TOLD_TWICE | _ASKED:
            sure.setdefault((mention.text_field, mention.char_start), set()).update(participant_keys(mention))
    return [m for m in mentions if not (m.rule_id.endswith(JUDGED) and _are_all_in(m, sure))]


def _are_all_in(mention: Mention, sure: Mapping[tuple[str, int], Collection[str]]) -> bool:
    told = sure.get((mention.text_field, mention.char_start))
    return told is not None and all(key in told for key in participant_keys(mention))


def _with_medium(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """A loose talk as the firm one that it takes up: the nearest before it, else the first after it."""
    if mention.event_type not in _TALKS or mention.medium != "unknown":
        return mention
    firm = [other for other in mentions if _is_firmer(other, mention)]
    if not firm:
        return mention
    before = [o for o in firm if o.text_field == mention.text_field and o.trigger_start < mention.trigger_start]
    source = before[-1] if before else firm[0]
    return retyped(mention, source.event_type, source)


def _is_firmer(other: Mention, mention: Mention) -> bool:
    """Whether another mention tells the medium of a loose talk: same status, two people in common, nobody else."""
    is_firm = other.event_type == "summit" or (other.event_type in _TALKS and other.medium in _FIRM)
    if not is_firm or other.status != mention.status or (other.is_background and not mention.is_background):
        return False
    mine, theirs = participant_keys(mention), participant_keys(other)
    return (mine <= theirs or theirs <= mine) and len(mine & theirs) >= 2


def retyped(mention: Mention, event_type: str, source: Mention) -> Mention:
    """A mention under another type, with the medium and the fuller participants of the mention it takes up."""
    fuller = source.participants if participant_keys(mention) < participant_keys(source) else mention.participants
    return replace(
        mention,
        mention_id=mention_id(
            mention.document_id, mention.text_field, mention.trigger_start, mention.trigger_end, event_type
        ),
        event_type=event_type,
        medium=source.medium,
        participants=fuller,
    )


def _without_echoes(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop nouns that only name what a verb of the same clause or the noun right before tells.

    The verb takes a summit's type from them.
    """
    kept = list(mentions)
    for noun in mentions:
        if not noun.is_noun or noun.event_type not in (*_ENCOUNTERS, *_TOLD_TWICE):
            continue
        if any(_is_told_of(noun, other) for other in kept):
            kept.remove(noun)
            continue
        for verb in [m for m in kept if _echoes(noun, m)]:
            kept.remove(noun)
            if noun.event_type in ("summit", "call") and verb.event_type == "meeting":
                kept[kept.index(verb)] = retyped(verb, noun.event_type, replace(noun, participants=verb.participants))
            break
    return kept


def _is_told_of(noun: Mention, other: Mention) -> bool:
    """Whether a noun is but of what the noun before it tells ("segunda ronda de conversaciones")."""
    is_kin = other.is_noun and {noun.event_type, other.event_type} <= _ENCOUNTERS
    if not is_kin or noun.text_field != other.text_field or not 0 < noun.trigger_start - other.trigger_end <= _OF_REACH:
        return False
    start = noun.char_start
    between = split_words(noun.sentence_text[other.trigger_end - start : noun.trigger_start - start])
    is_of = len(between) == 1 and between[0] in load_lexicon(noun.rule_id[:2]).groups["of"]
    return is_of and participant_keys(noun) <= participant_keys(other)


def _without_phases(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop the formats in which two who met in the sentence before did so ("d'abord vus en comité restreint")."""
    kept: list[Mention] = []
    for mention in mentions:
        before = [other for other in kept if other.char_start < mention.char_start and other.event_type in _ENCOUNTERS]
        if not (before and _is_phase(mention, before[-1])):
            kept.append(mention)
    return kept


def _is_phase(mention: Mention, before: Mention) -> bool:
    shared = participant_keys(mention) & participant_keys(before)
    if mention.event_type not in _TALKS or len(shared) < _PAIR or mention.status != before.status:
        return False
    start, formats = mention.trigger_end - mention.char_start, load_lexicon(mention.rule_id[:2]).tables["formats"]
    words = split_words(mention.sentence_text[start : start + _FORMAT_REACH])
    return not formats.first_words.isdisjoint(words) and any(formats.find(words, at) for at in range(len(words)))


def _echoes(noun: Mention, verb: Mention) -> bool:
    same_place = noun.text_field == verb.text_field and noun.char_start == verb.char_start
    is_kin = verb.event_type in _ENCOUNTERS and noun.event_type in _ENCOUNTERS
    is_kin = is_kin or (verb.event_type == noun.event_type and noun.event_type in _TOLD_TWICE)
    if not same_place or not verb.is_verb or not is_kin:
        return False
    apart = noun.trigger_start - verb.trigger_end
    closes = apart < 0 and load_lexicon(noun.rule_id[:2]).verb_final and noun.place_text in (None, verb.place_text)
    if not (closes or 0 <= apart <= _SAME_CLAUSE_REACH) or noun.clause_start != verb.clause_start:
        return False
    if _is_of_another_day(noun, verb):
        return False
    named = participant_keys(noun)
    is_nameless = closes and not named and noun.status == verb.status  # "sind zu einem Gipfel zusammengetreten"
    return is_nameless or (bool(named) and named <= participant_keys(verb))


def _is_of_another_day(noun: Mention, verb: Mention) -> bool:
    """Whether a noun has its own day and its verb another ("se retrouvent lundi, après la réunion de mardi")."""
    start = noun.char_start
    behind = split_words(noun.sentence_text[noun.trigger_end - start : noun.clause_end - start])[:_OWN_DAY]
    between = split_words(noun.sentence_text[max(0, verb.trigger_end - start) : max(0, noun.trigger_start - start)])
    language = noun.rule_id[:2]
    is_own = behind[:1] and behind[0] in load_lexicon(language).groups["of"]
    times = time_words(language)
    return bool(is_own) and not times.isdisjoint(behind) and not times.isdisjoint(between)


def _is_told_beside(mention: Mention, other: Mention) -> bool:
    """Whether an interview or press conference is told once more in its own sentence ("asked by reporters at a …")."""
    beside = mention.char_start == other.char_start and mention.text_field == other.text_field
    is_alike = mention.event_type == other.event_type and mention.status == other.status
    return beside and is_alike and bool(participant_keys(mention) & participant_keys(other))


def _without_repeated_statements(mentions: Sequence[Mention]) -> Iterable[Mention]:
    asked = [participant_keys(m) for m in mentions if m.event_type in _ASKED and m.status == "held"]
    seen: set[frozenset[str]] = set()
    told: list[Mention] = []
    for mention in mentions:
        if mention.event_type in _ASKED:
            if any(_is_told_beside(mention, other) for other in told):
                continue
            told.append(mention)
        if mention.event_type == "statement":
            keys = participant_keys(mention)
            if keys in seen or any(keys <= other for other in asked):
                continue
            seen.add(keys)
        yield mention
