"""Places that no table knows, told by a capitalised name after "in"."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.dates.lexicon import time_words
from transforms.events.sentence import Sentence

RANK = {"venue": 0, "city": 1, "region": 2, "country": 3}
_MAX_NAME = 3
_SHORTEST = 3
_VERBS = 3


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


def antecedent_end(sentence: Sentence, where: int) -> int:
    """Where the words end that a "where" hangs on: before a comma and words of time ("à Oslo mardi soir, où").

    Where verbs close their clause one may stand between ("nach Wien zurückfliegt, wo").
    """
    end = where - 1 if where and sentence.lows[where - 1] == "," else where
    reach = end - _VERBS if sentence.lexicon.verb_final else end
    while end > max(reach, 0) and sentence.tokens[end - 1].is_word and not sentence.tokens[end - 1].is_capital:
        end -= 1
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
    if sentence.lows[first] in sentence.lexicon.groups.get("name_openers", ()):
        last += sentence.lows[last : last + 1] == ["."]
        if not _is_free_name(sentence, last, is_first=False):
            return None
        last += 1
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
    is_opener = token.low in sentence.lexicon.groups.get("name_openers", ())
    is_long = len(token.text) > _SHORTEST or not is_first or is_opener or _follows_name(sentence, at + 1)
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
