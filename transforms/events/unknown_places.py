"""Places that no table knows, told by their words: a building with its noun, a capitalised name after "in"."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.dates.lexicon import time_words
from transforms.events.sentence import Sentence

RANK = {"venue": 0, "city": 1, "region": 2, "country": 3}
_VENUE_WORDS = 2
_COMMON = 3
_FIELD = 3
_MAX_NAME = 3
_SHORTEST = 3
_BRACKET = 10


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place over tokens: words as published and the known place, if any.

    `is_complement`: it names an event ("le sommet de Bruxelles"); `is_antecedent`: a clause of place hangs on it;
    `is_goal`: one only goes there; `is_part`: it fills a part of a programme's entry ("9 h, hôtel de ville : …").
    """

    first: int
    last: int
    text: str
    place_id: str | None
    rank: int
    is_complement: bool = False
    is_antecedent: bool = False
    is_goal: bool = False
    is_part: bool = False


def text_of(sentence: Sentence, first: int, last: int) -> str:
    """The words of a place as published."""
    return sentence.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]


def named_venue(sentence: Sentence, at: int) -> PlaceReading | None:
    """A building known by its words only ("à la Résidence des Pins"): two or more, one of them its name."""
    tokens, of = sentence.tokens, sentence.lexicon.groups["of"]
    linking = of if sentence.lexicon.verb_final else of | sentence.words.sets["articles"]
    other = {p.first for p in sentence.phrases} | {trigger.first for trigger in sentence.triggers}
    last = at + 1
    while last < len(tokens):
        step = last
        while step < min(len(tokens), last + 2) and sentence.lows[step] in (of if step == last else linking):
            step += 1
        if step >= len(tokens) or not (tokens[step].is_word and tokens[step].is_capital):
            break
        if sentence.lexicon.verb_final and step in other:
            break
        last = step + 1
    named = [p for p in sentence.phrases if p.kind == "person" and p.anaphor is None]
    has_noun = any(low in sentence.lexicon.groups["venue_nouns"] for low in sentence.lows[at:last])
    if last - at < _VENUE_WORDS or not has_noun or any(p.first < last and at < p.last for p in named):
        return None
    return PlaceReading(at, last, text_of(sentence, at, last), None, 0)


def common_venue(sentence: Sentence, at: int) -> PlaceReading | None:
    """A building in small letters with what tells it from others ("at the town hall", "au palais présidentiel")."""
    if sentence.lexicon.verb_final:
        endings = sentence.lexicon.endings("common_venues")
        is_building = sentence.tokens[at].is_capital and sentence.lows[at].endswith(endings)
        return PlaceReading(at, at + 1, text_of(sentence, at, at + 1), None, RANK["venue"]) if is_building else None
    has_name = any(token.is_capital for token in sentence.tokens[at + 1 : at + 1 + _COMMON])
    if sentence.finds("fields", at - _FIELD, at + 1) and not has_name:
        return None  # "dans le domaine du développement"
    nouns = sentence.lexicon.groups.get("common_venues", frozenset())
    for noun in range(at + 1, min(at + _COMMON, len(sentence.lows))):
        if sentence.lows[noun] in nouns:
            return PlaceReading(at, noun + 1, text_of(sentence, at, noun + 1), None, RANK["venue"])
        if not sentence.tokens[noun].is_word or sentence.lows[noun] in sentence.words.sets["stop_words"]:
            break
    last, endings = at + 1, sentence.words.adjective_endings
    is_noun = sentence.lows[at] in sentence.lexicon.groups["venue_nouns"] and last < len(sentence.lows)
    if sentence.words.modifiers_stand_before or not is_noun:
        return None
    has_adjective = bool(endings) and sentence.lows[last].endswith(endings)
    has_adjective = has_adjective and sentence.lows[last] not in time_words(sentence.lexicon.language)
    end = last + 1 if has_adjective else _use_end(sentence, last)
    if end == last and sentence.lows[at] not in nouns:
        return None
    rank = RANK["venue"] if end > last else RANK["country"] + 1
    return PlaceReading(at, end, text_of(sentence, at, end), None, rank)


def _use_end(sentence: Sentence, at: int) -> int:
    """The end of what a building is for, told by a bare "of" ("salle des fêtes", "hôtel de ville"), or `at`."""
    found = sentence.lexicon.tables["of"].find(sentence.lows, at)
    if found is None or found[0] >= len(sentence.lows) or found[0] > at + 1:
        return at
    noun = sentence.tokens[found[0]]
    is_noun = noun.is_word and not noun.is_capital and len(noun.low) > _SHORTEST and noun.low.isalpha()
    function_words = sentence.words.sets["stop_words"], time_words(sentence.lexicon.language)
    return found[0] + 1 if is_noun and not any(noun.low in words for words in function_words) else at


def antecedent_end(sentence: Sentence, where: int) -> int:
    """Where the words end that a "where" hangs on: before a comma and words of time ("à Oslo mardi soir, où")."""
    end = where - 1 if where and sentence.lows[where - 1] == "," else where
    times, articles = time_words(sentence.lexicon.language), sentence.lexicon.groups["definite"]
    while end > 0 and ((low := sentence.lows[end - 1]) in times or low in articles or low.isdigit()):
        end -= 1
    return end


def unknown_name(sentence: Sentence, at: int) -> PlaceReading | None:
    """Capitalised words after "à" or "in" that name nobody ("in Port Lyle", "en République du Veldania")."""
    state = at < len(sentence.lows) and sentence.lows[at] in sentence.words.sets["state_nouns"]
    first = _past_linking(sentence, at + 1) if state else at
    if first is None or not _is_free_name(sentence, first):
        return None
    last = first + 1
    while not sentence.lexicon.verb_final and last < first + _MAX_NAME:
        step = _past_linking(sentence, last)
        if step is None or not _is_free_name(sentence, step, is_first=False):
            break
        last = step + 1
    return PlaceReading(at, last, text_of(sentence, at, last), None, RANK["country" if state else "city"])


def _past_linking(sentence: Sentence, at: int) -> int | None:
    """The next word past "de la" and the like, at most two words on."""
    linking, articles = sentence.lexicon.groups["of"], sentence.lexicon.groups.get("inner_articles", ())
    for step in range(at, min(at + 3, len(sentence.lows))):
        if sentence.lows[step] not in linking and (step == at or sentence.lows[step] not in articles):
            return step
    return None


def _is_free_name(sentence: Sentence, at: int, *, is_first: bool = True) -> bool:
    """Whether a token is a capitalised name of nobody and nothing known."""
    token = sentence.tokens[at] if at < len(sentence.tokens) else None
    if token is None or not (token.is_capital and token.is_word) or token.text.isupper():
        return False
    # a country that only its titles tell may also be where one goes
    phrases = (p for p in sentence.phrases if not (p.kind == "organisation" and p.actor_id is None and not p.has_title))
    named = any(p.first <= at < p.last for p in phrases)
    is_long = len(token.text) > _SHORTEST or not is_first or _follows_name(sentence, at + 1)
    return (
        not named
        and is_long
        and token.low not in sentence.words.sets["institution_words"]
        and token.low not in sentence.lexicon.groups["no_places"]
        and token.low not in sentence.words.demonyms
        and token.low not in time_words(sentence.lexicon.language)
    )


def _follows_name(sentence: Sentence, at: int) -> bool:
    return not sentence.lexicon.verb_final and at < len(sentence.tokens) and _is_free_name(sentence, at, is_first=False)


def in_bracket(sentence: Sentence, at: int) -> PlaceReading | None:
    """The name that a bracket opens with ("(Union House, Marvik)", "(Tarnov, 9 octobre)")."""
    closing = next((k for k in range(at + 1, min(at + _BRACKET, len(sentence.lows))) if sentence.lows[k] == ")"), None)
    if closing is None:
        return None
    found = named_venue(sentence, at + 1) or unknown_name(sentence, at + 1)
    return found if found and found.last <= closing and sentence.lows[found.last] in (",", ";", ")") else None
