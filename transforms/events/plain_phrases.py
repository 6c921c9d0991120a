"""Noun phrases of parties whom no table knows, by their words alone."""

from __future__ import annotations

from transforms.actors.phrases import ActorPhrase
from transforms.dates.lexicon import span_words, time_words
from transforms.events.sentence import Sentence

_LONGEST = 7
_WITH_ARTICLE = 2
_GENITIVE = "er"
"""How adjectives end that an owner without an article opens with ("Verein deutscher Ingenieure")."""
_LEADS = ("with", "to", "by", "between", "other", "under", "locating")


def noun_phrase(sentence: Sentence, at: int, *, with_owners: bool = False) -> ActorPhrase | None:
    """A noun with what hangs on it by "of", up to a mark, a verb or words of time; None where no common noun is.

    It ends before known actors, unless they own it and the whole is asked for ("un camp de réfugiés").
    """
    lows, words = sentence.lows, sentence.words
    determiners = words.sets["articles"] | words.sets["plural_possessives"] | words.counts.keys()
    while at < len(lows) and lows[at] in determiners:
        at += 1
    groups = [g for g in sentence.groups if not (with_owners and g.preposition == "of")]
    members = (member.first for group in groups for member in group.members)
    limit = min(len(lows), at + _LONGEST, min((first for first in members if first >= at), default=len(lows)))
    last = at
    while last < limit and _belongs(sentence, last) and not _opens_next(sentence, at, last):
        last += 1
    while last > at and (lows[last - 1] in words.sets["articles"] or lows[last - 1] in words.sets["stop_words"]):
        last -= 1
    while sentence.words.nouns_are_capital and last > at and not sentence.tokens[last - 1].is_capital:
        last -= 1  # "zwischen den Milizen fortgesetzt"
    if last == at:
        return None
    no_people = sentence.lexicon.groups["no_people"]
    is_number = all(low.isdigit() for low in lows[at:last])  # "le 3 et le 9 mai"
    if is_number or lows[at] in words.sets["stop_words"] or not no_people.isdisjoint(lows[at:last]):
        return None
    start, end = sentence.tokens[at].start, sentence.tokens[last - 1].end
    text = sentence.text[start:end]
    return ActorPhrase(at, last, start, end, text, "organisation", text, is_plural=True)


def definite_body(sentence: Sentence, at: int) -> ActorPhrase | None:
    """The one word for a body behind a definite article at a token, with nothing that hangs on it."""
    if not 0 <= at < len(sentence.lows) - 1 or sentence.lows[at] not in sentence.lexicon.groups["definite"]:
        return None
    if sentence.lows[at + 1] not in sentence.words.sets["bodies"]:
        return None
    phrase = noun_phrase(sentence, at)
    return phrase if phrase and phrase.last == at + _WITH_ARTICLE else None


def joined_behind(sentence: Sentence, last: int) -> int | None:
    """Where the words begin that a conjunction joins to those that end at a token."""
    is_joined = last < len(sentence.lows) and sentence.lows[last] in sentence.words.sets["conjunctions"]
    return last + 1 if is_joined else None


def joined_before(sentence: Sentence, first: int) -> int | None:
    """Where the words end that a conjunction joins to those that begin at a token, with their article."""
    start = first - (first > 0 and sentence.lows[first - 1] in sentence.words.sets["articles"])
    return start - 1 if start > 0 and sentence.lows[start - 1] in sentence.words.sets["conjunctions"] else None


def _belongs(sentence: Sentence, at: int) -> bool:
    low, lexicon = sentence.lows[at], sentence.lexicon
    if not sentence.tokens[at].is_word or low in time_words(lexicon.language) or low in lexicon.groups["coordinators"]:
        return False
    verbs = () if lexicon.verb_final else (t.verb for t in sentence.triggers if t.verb)
    if any(one.first <= at < one.last for one in (*sentence.triggers, *verbs)) or _opens_span(sentence, at):
        return False
    if lexicon.tables["of"].find(sentence.lows, at):
        return True
    return low not in lexicon.groups["apart"] and not any(
        lexicon.tables[name].find(sentence.lows, at) for name in _LEADS
    )


def _opens_next(sentence: Sentence, first: int, at: int) -> bool:
    """Whether something else opens behind a name: an article, or a word in small letters that is no adjective.

    "avec Norvex un accord", but "la Caritas diocesana" and "Ford workers".
    """
    lows, words, of = sentence.lows, sentence.words, sentence.lexicon.tables["of"]
    if at == first or of.find(lows, at) or of.find(lows, at - 1) or lows[at - 1] in words.sets["articles"]:
        return False
    if sentence.lexicon.verb_final:
        genitives = sentence.lexicon.groups["genitive_articles"]
        is_small = sentence.tokens[at - 1].is_capital and not sentence.tokens[at].is_capital
        is_owner = lows[at] in genitives or lows[at].endswith(_GENITIVE)
        return (is_small and not is_owner) or lows[at] in words.sets["indefinite"] - genitives
    if lows[at] in words.sets["articles"] or lows[at] in words.sets["indefinite"]:
        return True
    is_name = sentence.tokens[first].is_capital and sentence.tokens[at - 1].is_capital
    is_name = is_name and lows[first] not in words.tables["group_sides"].first_words
    is_small = is_name and not sentence.tokens[at].is_capital and not words.modifiers_stand_before
    return is_small and not lows[at].endswith(words.adjective_endings)


def _opens_span(sentence: Sentence, at: int) -> bool:
    """Whether a span told from now begins at a token ("next week", "semaine dernière")."""
    spans = span_words(sentence.lexicon.language)
    return at + 1 < len(sentence.lows) and sentence.lows[at] in spans and sentence.lows[at + 1] in spans
