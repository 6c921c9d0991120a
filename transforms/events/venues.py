"""Buildings, rooms and grounds that no table knows: a noun of places with what tells it from others."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from transforms.actors.words import title_words
from transforms.dates.lexicon import time_words
from transforms.events.sentence import Sentence
from transforms.events.unknown_places import RANK, PlaceReading, text_of

_BARE = RANK["country"] + 1
"""Behind any place with a name: "at the hospital" tells least."""
_BEFORE = 5
_COMPLEMENTS = 3
_SHORTEST = 3
_MARKS = ("'s", "'")


def venue_at(sentence: Sentence, at: int) -> PlaceReading | None:
    """The building, room or ground told from a token on, past its articles ("salle du conseil", "Villa Lubin").

    A noun alone is one only where it is known to be enough ("à la mairie"), and not of an unknown one ("in a hotel").
    """
    noun = venue_noun(sentence, at)
    if noun is None:
        return None
    is_one_word = sentence.lexicon.verb_final and is_street(sentence, noun)
    last = noun + 1 if is_one_word else _end(sentence, noun)
    if _is_figure(sentence, at) and not any(token.is_capital for token in sentence.tokens[at:last]):
        return None
    is_told = last > noun + 1 or noun > at
    is_enough = _is_enough(sentence, noun) and not _is_indefinite(sentence, at)
    is_free = is_enough and at > 0 and sentence.lows[at - 1] in sentence.lexicon.groups["article_free"]
    is_free = is_free or is_street(sentence, noun)
    is_articled = sentence.tokens[noun].is_capital or noun > at or is_free or _has_article(sentence, at)
    if not is_articled or not (is_told or is_enough or is_one_word):
        return None
    is_named = is_told or sentence.lexicon.verb_final
    return PlaceReading(at, last, text_of(sentence, at, last), None, RANK["venue"] if is_named else _BARE)


def is_venue(sentence: Sentence, at: int) -> bool:
    """Whether a word names a building, or ends with one where nouns are compounds ("Stahlwerk").

    Those who sit in it meet in small letters ("à l'assemblée générale", but "à l'Assemblée nationale").
    """
    token, groups = sentence.tokens[at], sentence.lexicon.groups
    if is_street(sentence, at):
        return True
    single = token.low.removesuffix("s") if not sentence.lexicon.verb_final else token.low
    if any(low in groups[name] for low in (token.low, single) for name in ("venue_nouns", "venue_parts")):
        return token.is_capital or not (sentence.lexicon.verb_final or token.low in groups["assemblies"])
    return sentence.lexicon.verb_final and token.is_capital and _is_enough(sentence, at)


def is_street(sentence: Sentence, at: int) -> bool:
    """Whether a word tells a street: behind its name, in one word with it, or with a name right behind it."""
    token, streets = sentence.tokens[at], sentence.lexicon.groups["streets"]
    if sentence.lexicon.verb_final:
        return token.is_capital and token.low not in streets and token.low.endswith(sentence.lexicon.endings("streets"))
    if token.low not in streets or (sentence.words.modifiers_stand_before and not token.is_capital):
        return False
    of = sentence.lexicon.tables["of"].find(sentence.lows, at + 1)
    first = of[0] if of else at + 1
    named = sentence.tokens[first : first + 2 if of else first + 1]
    return token.is_capital or any(other.is_capital for other in named)


def _is_enough(sentence: Sentence, noun: int) -> bool:
    low = sentence.lows[noun]
    if sentence.lexicon.verb_final:
        return low.endswith(sentence.lexicon.endings("common_venues"))
    return low in sentence.lexicon.groups.get("common_venues", ())


def venue_noun(sentence: Sentence, at: int) -> int | None:
    """The noun of places in a phrase from a token on: the last where nouns end phrases, else the first."""
    found, is_last = None, sentence.words.modifiers_stand_before and not sentence.lexicon.verb_final
    reach = at + (_BEFORE if is_last else 2)
    stops, prenominals = _stops(sentence.lexicon.language), sentence.words.sets["prenominals"]
    for noun in range(at, min(reach, len(sentence.lows))):
        token = sentence.tokens[noun]
        is_mark = is_last and token.low in _MARKS and noun > at
        is_stop = token.low in stops and token.low not in prenominals and not is_street(sentence, noun)
        if not is_mark and (not token.is_word or is_stop):
            break
        if is_venue(sentence, noun):
            found = noun
            if not is_last:
                break
        elif not is_last and not _may_lead(sentence, noun):
            break
    return found


def _may_lead(sentence: Sentence, at: int) -> bool:
    """Whether a word can stand before its noun: in small letters, with a capital only as a part of a name.

    "Grande Mosquée", "Großen Saal", "Kieler Staatskanzlei".
    """
    token, next_at = sentence.tokens[at], at + 1
    is_part = next_at < len(sentence.tokens) and sentence.tokens[next_at].is_capital and is_venue(sentence, next_at)
    if not sentence.lexicon.verb_final:
        return is_part if token.is_capital else len(token.low) > _SHORTEST
    return not token.is_capital or (is_part and token.low.endswith(sentence.lexicon.endings("adjective_endings")))


@cache
def _stops(language: str) -> frozenset[str]:
    """The words that hold no place: function words and words of time."""
    return title_words(language).sets["stop_words"] | time_words(language)


def _is_indefinite(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.lows[at - 1] in sentence.words.sets["indefinite"]


def _has_article(sentence: Sentence, at: int) -> bool:
    """Whether an article stands before a noun, a preposition that holds or needs none ("nel", "in"), or a mark."""
    sets, before = sentence.words.sets, sentence.lows[at - 1] if at else ""
    is_apart = at == 0 or not sentence.tokens[at - 1].is_word
    leads = (sets["articles"], sets["indefinite"], sets["possessives"], sentence.lexicon.groups["without_article"])
    return is_apart or any(before in words for words in leads)


def _is_figure(sentence: Sentence, at: int) -> bool:
    """Whether a noun is a figure of speech ("dans le domaine du développement", "sur la place publique")."""
    return sentence.finds("fields", max(0, at - _SHORTEST), at + 1) is not None


def _end(sentence: Sentence, noun: int) -> int:
    """The end of what stands behind a noun: adjectives, a name, whose or what for ("salle des fêtes de Vaugris")."""
    people = _taken(sentence, noun, {"person"}) | _titled(sentence)
    # English joins a name to a noun in small letters rarely ("the frigate Amatola")
    is_small = sentence.words.modifiers_stand_before and not sentence.tokens[noun].is_capital
    actors = _taken(sentence, noun, {"person", "organisation", "country"}, is_known=False) if is_small else people
    end = _adjectives_end(sentence, noun + 1, people)
    end = _name_end(sentence, end + _opens_name(sentence, end), actors) or end
    for _ in range(_COMPLEMENTS):
        behind = _complement_end(sentence, end, people)
        if behind == end:
            break
        end = behind
    return end


def _titled(sentence: Sentence) -> set[int]:
    """The tokens of people told by title and name, who own no building by it ("al museo del ministro X")."""
    named = (p for p in sentence.phrases if p.kind == "person" and p.has_title and p.anaphor is None)
    return {at for phrase in named for at in range(phrase.first, phrase.last)}


def _taken(sentence: Sentence, noun: int, kinds: Collection[str], *, is_known: bool = True) -> set[int]:
    """The tokens that belong to triggers or to actors beside a noun, to known ones only if asked."""
    spans = [(t.first, t.last) for t in sentence.triggers]
    spans += [(p.first, p.last) for p in sentence.phrases if p.kind in kinds and (p.actor_id or not is_known)]
    return {at for first, last in spans if not first <= noun < last for at in range(first, last)}


def _adjectives_end(sentence: Sentence, at: int, taken: Collection[int]) -> int:
    """The end of adjectives behind a noun: told by their endings, the first by its place too ("salle polyvalente")."""
    if sentence.words.modifiers_stand_before:
        return at
    first, participles = at, sentence.lexicon.endings("participle_endings")
    while _is_free(sentence, at, taken) and not sentence.tokens[at].is_capital:
        low = sentence.lows[at]
        if not low.endswith(sentence.words.adjective_endings) and (at > first or low.endswith(participles)):
            break
        at += 1
    return at


def _name_end(sentence: Sentence, at: int, taken: Collection[int]) -> int:
    """The end of a name at a token ("Jean-Moulin"), or 0."""
    end = at
    while _is_free(sentence, end, taken) and sentence.tokens[end].is_capital:
        end += 1
    return end if end > at else 0


def _opens_name(sentence: Sentence, at: int) -> bool:
    """Whether a name begins with an article ("salle Le Foyer")."""
    is_article = at < len(sentence.lows) and sentence.lows[at] in sentence.words.sets["articles"]
    return is_article and sentence.tokens[at].is_capital


def _complement_end(sentence: Sentence, at: int, taken: Collection[int]) -> int:
    """The end of a complement behind "of", in German a genitive too, or `at`."""
    found = sentence.lexicon.tables["of"].find(sentence.lows, at)
    genitives = sentence.lexicon.groups.get("genitive_articles", frozenset())
    first = found[0] if found else at + 1 if at < len(sentence.lows) and sentence.lows[at] in genitives else at
    while at < first < len(sentence.lows) and sentence.lows[first] in sentence.words.sets["articles"]:
        first += 1
    if first == at or not _is_free(sentence, first, taken):
        return at
    return _adjectives_end(sentence, _name_end(sentence, first, taken) or first + 1, taken)


def _is_free(sentence: Sentence, at: int, taken: Collection[int]) -> bool:
    """Whether a token may belong to a place: a word of some length, no time and no verb, of nothing else."""
    if at >= len(sentence.lows) or at in taken:
        return False
    token = sentence.tokens[at]
    is_other = token.low in _stops(sentence.lexicon.language) and token.low not in sentence.lexicon.nouns.first_words
    is_other = is_other or (token.low in sentence.lexicon.prepositions.first_words and not token.is_capital)
    is_noun = token.is_word and (token.is_capital or len(token.low) > _SHORTEST) and not is_other
    return is_noun and not sentence.lexicon.auxiliary_classes(token.low)
