"""Names that no table knows, by where they stand: "was received by Getachew Reda", "Redwan Hussien met X"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import Token
from transforms.actors.words import TitleWords
from transforms.dates.lexicon import time_words
from transforms.events.leads import preposition_before
from transforms.events.lexicon import Lexicon
from transforms.events.triggers import Trigger, find_triggers, has_trigger

_SHORTEST, _LONGEST = 2, 4
_REACH = 14
_OWNER = 8
_MET = frozenset({"meeting", "call", "negotiation", "signing", "interview", "press_conference"})
_TOLD = _MET | {"visit", "statement"}


def expected_names(
    tokens: Sequence[Token], phrases: Sequence[ActorPhrase], lexicon: Lexicon, words: TitleWords
) -> frozenset[int]:
    """Where names begin that nobody knows: two to four capitals in a row where an event has a party.

    That is right before its verb, right behind a verb that takes people, behind "by", "with" or "between", and beside
    such a name in a list. Nothing where nouns have capitals, in headlines of capitals, and for what a lower-case noun
    goes on with ("met Downing Street officials").
    """
    if lexicon.verb_final:
        return frozenset()
    named = {at for phrase in phrases for at in range(phrase.first, phrase.last)}
    if sum(token.is_capital and at not in named for at, token in enumerate(tokens)) < _SHORTEST:
        return frozenset()
    runs = {first: last for first, last in _runs(tokens, lexicon, words) if named.isdisjoint(range(first, last))}
    if not runs or not has_trigger(tokens, lexicon):
        return frozenset()
    inside = {at for first, last in runs.items() for at in range(first, last)}
    triggers = [trigger for trigger in find_triggers(tokens, lexicon, inside) if trigger.frame.event_type in _TOLD]
    lows = [token.low for token in tokens]
    found = {first for first, last in runs.items() if _is_party(lows, first, last, triggers, lexicon, words)}
    joints = words.sets["conjunctions"] | {","}
    found |= {first for phrase in phrases for first in _spelling_out(lows, phrase, runs, joints)}
    people = {phrase.first for phrase in phrases if phrase.kind == "person" and not phrase.anaphor}
    for first in sorted(runs, reverse=True):  # the members of a list before the one that stands at the verb
        after = runs[first] + 1
        if after < len(lows) and lows[after - 1] in joints and (after in found or after in people):
            found.add(first)
    named_people = [phrase for phrase in phrases if phrase.first in people]
    apposed = {phrase.last for phrase in named_people if not tokens[phrase.last - 1].is_capital}
    for first in runs:  # and the one behind the apposition of another
        is_behind = first > 1 and lows[first - 1] in words.sets["conjunctions"] and lows[first - 2] == ","
        is_next = first - 2 in apposed or any(o < first <= o + _REACH and lows[runs[o]] == "," for o in found)
        if is_behind and is_next:
            found.add(first)
    return frozenset(found)


def _spelling_out(
    lows: Sequence[str], phrase: ActorPhrase, runs: dict[int, int], joints: Collection[str]
) -> tuple[int, ...]:
    """Where as many names begin behind a comma as a counted plural has members ("the two leaders, X and Y, met")."""
    names: list[int] = []
    at = phrase.last + 1
    while phrase.size and lows[at - 1 : at] and lows[at - 1] in joints and at in runs:
        names.append(at)
        at = runs[at] + 1
    is_apposed = lows[phrase.last : phrase.last + 1] == [","]
    return tuple(names) if is_apposed and len(names) == phrase.size else ()


def _runs(tokens: Sequence[Token], lexicon: Lexicon, words: TitleWords) -> Iterator[tuple[int, int]]:
    """Stretches of capitals that can be a person's name, particles inside; none in a line of capitals."""
    plain = (token.low for token in tokens if token.is_word and not token.is_capital)
    if not any(len(low) > _SHORTEST and low not in words.sets["stop_words"] for low in plain):
        return
    first, last = 0, 0
    for at, token in enumerate(tokens):
        is_particle = last > first and token.low in words.sets["particles"]
        if token.is_capital and _can_be_name(token, lexicon, words):
            first, last = (first if last > first else at), at + 1
        elif not is_particle:
            yield from _run(tokens, first, last)
            first = last = at + 1
    yield from _run(tokens, first, last)


def _run(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    capitals = sum(token.is_capital for token in tokens[first:last])
    if _SHORTEST <= capitals <= _LONGEST and not tokens[first].text.isupper():
        yield first, last


def _can_be_name(token: Token, lexicon: Lexicon, words: TitleWords) -> bool:
    listed = ("institution_words", "stop_words", "honorifics", "bodies", "people")
    is_word = any(token.low in words.sets[name] for name in listed) or token.low in time_words(lexicon.language)
    is_title = token.low in words.heads.first_words or token.low in words.demonyms
    return token.text[0].isalpha() and len(token.text) > 1 and not is_word and not is_title


def _is_party(
    lows: Sequence[str], first: int, last: int, triggers: Sequence[Trigger], lexicon: Lexicon, words: TitleWords
) -> bool:
    if last < len(lows) and not _may_follow(lows, last, triggers, lexicon):
        return False
    led, _ = preposition_before(lows, first, lexicon, words)
    for trigger in triggers:
        verb, is_met = trigger.verb, trigger.frame.event_type in _MET
        start = verb.first if verb else trigger.first
        if verb and led is None and last <= start and _runs_up(lows, last, start, lexicon):
            return True
        if not is_met or not trigger.first < first <= trigger.last + _REACH:
            continue
        if led == "by" and verb and verb.is_passive:
            return True
        if led in ("with", "between"):
            return True
        if first == trigger.last and verb and not verb.is_passive and trigger.frame.object:
            return True
    return False


def _runs_up(lows: Sequence[str], last: int, start: int, lexicon: Lexicon) -> bool:
    """Whether nothing stands between a name and its verb but an apposition between commas or whose the bearer is."""
    between = lows[last:start]
    is_apart = len(between) > 1 and between[0] == between[-1] == ","
    is_owned = bool(between) and between[0] in lexicon.groups["of"] and "," not in between and len(between) <= _OWNER
    return not between or is_apart or is_owned


def _may_follow(lows: Sequence[str], at: int, triggers: Sequence[Trigger], lexicon: Lexicon) -> bool:
    """Whether a word can stand behind a name: a mark, a verb of the event, a function word, a word of time."""
    low = lows[at]
    if not low[:1].isalpha() or low in time_words(lexicon.language) or low in lexicon.groups["coordinators"]:
        return True
    is_verb = any((trigger.verb.first if trigger.verb else trigger.first) <= at < trigger.last for trigger in triggers)
    is_function = bool(lexicon.auxiliary_classes(low)) or lexicon.prepositions.find(lows, at) is not None
    return is_verb or is_function or low in lexicon.groups["relatives"]
