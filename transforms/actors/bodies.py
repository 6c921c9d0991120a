"""Actors that no table knows: groups of people, organisations and countries known by their words only."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.complements import complement_end, name_behind, topic_end
from transforms.actors.delegations import read_delegations, read_mission
from transforms.actors.noun_phrases import (
    GENITIVES,
    body_name_end,
    capitals_end,
    compound_end,
    counted_start,
    head_first_end,
    modifier_start,
    skip_determiners,
)
from transforms.actors.nouns import counts, is_body, is_compound_body, is_people
from transforms.actors.phrases import ActorPhrase, SentenceReader
from transforms.dates.lexicon import time_words

_LONGEST = 14
_NOUNS = ("bodies", "people", "delegations", "missions")
_SHORTEST_ACRONYM = 3
_SHORTEST = 4


def read_body(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """The delegations, groups or bodies named at an index, empty if none.

    "la délégation ukrainienne" is Ukraine, "délégations de X et de Y" are X and Y; "les riverains du quartier" and
    "Groupe de contact" keep their words.
    """
    if not reader.tokens[at].is_capital and not _may_hold_noun(reader, at):
        return _polity(reader, at)
    return (
        read_delegations(reader, at)
        or read_mission(reader, at)
        or _motto(reader, at)
        or _group(reader, at)
        or _abbreviated(reader, at)
        or _named_body(reader, at)
        or _plain_body(reader, at)
        or _polity(reader, at)
        or _employer(reader, at)
    )


def _may_hold_noun(reader: SentenceReader, at: int) -> bool:
    """Whether a noun of bodies or people stands at an index, or a demonym that may lead one."""
    low = reader.lows[at]
    return low in reader.words.demonyms or any(low in reader.words.sets[group] for group in _NOUNS)


def _motto(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """A body named after people in words with capitals, small ones too ("Médicos Sin Fronteras")."""
    tokens = reader.tokens
    if not is_people(reader, at) or at + 2 >= len(tokens) or not all(t.is_capital for t in tokens[at : at + 3]):
        return []
    is_named = reader.low(at + 1) in reader.stop_words and not tokens[at + 1].text.isupper()
    end = capitals_end(reader, at + 2) if is_named and not reader.words.nouns_are_capital else at
    return [reader.phrase(at, end, "organisation")] if end > at else []


def is_single(reader: SentenceReader, at: int) -> bool:
    """Whether an article shows the number of a named body that is spelt alike in the plural ("la società X")."""
    has_article = reader.is_in("articles", at - 1) and not reader.is_in("plural_articles", at - 1)
    return has_article and reader.is_in("bodies", at) and capitals_end(reader, at + 1) > at + 1


def _group(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """People in the plural or as a camp, with whose they are ("les familles des victimes", "the rebels")."""
    start = at + 1 if reader.demonym(at) else at
    if reader.low(start + 1) in GENITIVES or not is_people(reader, start):
        return []
    if qualifies_plural(reader, start) or is_single(reader, start):
        return []
    if reader.words.modifiers_stand_before and is_body(reader, start + 1):
        return []
    end = complement_end(reader, start + 1, has_offices=True)
    if _is_owned_by_name(reader, modifier_start(reader, at), start) and reader.is_in("delegations", start):
        return []
    first = counted_start(reader, at)
    size = reader.words.counts.get(reader.low(first), 0)
    return principals_apart(reader, reader.phrase(first, end, "organisation", is_plural=True, size=size), start)


def principals_apart(reader: SentenceReader, whole: ActorPhrase, noun: int) -> list[ActorPhrase]:
    """People at a noun who speak for two others, each behind its "of", as two parties, or the whole phrase.

    "Les dirigeants de Velcor et du syndicat"; a number counts them together.
    """
    joints = [at for at in range(noun + 2, whole.last) if reader.is_in("conjunctions", at)]
    owner = reader.behind_of(joints[0] + 1) if len(joints) == 1 else 0
    if not owner or not reader.is_in("agents", noun) or counts(reader, noun - 1):
        return [whole]
    name = reader.slice(skip_determiners(reader, owner), whole.last)
    return [
        reader.phrase(whole.first, joints[0], "organisation", is_plural=True),
        reader.phrase(joints[0] + 1, whole.last, "organisation", name, is_plural=True),
    ]


def _is_owned_by_name(reader: SentenceReader, first: int, noun: int) -> bool:
    """Whether the words before a noun are whose it is by name ("Kenya's teachers' union"), which need no article."""
    return reader.tokens[first].is_capital and not set(GENITIVES).isdisjoint(reader.lows[first:noun])


def qualifies_plural(reader: SentenceReader, at: int) -> bool:
    """Whether a word for people that is also an adjective stands behind a plural ("exercices militaires")."""
    is_counted = reader.is_in("prenominals", at - 1) or reader.is_in("former", at - 1)
    is_noun = reader.low(at - 1)[-1:] in ("s", "x") and not is_counted and _is_noun(reader, at - 1)
    return reader.is_in("people_adjectives", at) and is_noun


def _is_noun(reader: SentenceReader, at: int) -> bool:
    return reader.tokens[at].is_word and len(reader.low(at)) > _SHORTEST and reader.low(at) not in reader.stop_words


def _abbreviated(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """A body whose short name stands in brackets behind it ("Unidad Revolucionaria Nacional Guatemalteca (URNG)").

    The letters of the short name begin words of the long one, in order, the first its first.
    """
    if not reader.tokens[at].is_capital or "(" not in reader.lows[at + 2 : at + _LONGEST]:
        return []
    end = reader.lows.index("(", at + 2)
    short = reader.folds[end + 1] if reader.low(end + 2) == ")" else ""
    if len(short) < _SHORTEST_ACRONYM or not short.isalpha() or not reader.tokens[end + 1].text.isupper():
        return []
    initials = iter(token.fold[0] for token in reader.tokens[at:end])
    is_spelt = reader.folds[at][0] == short[0] and all(letter in initials for letter in short)
    return [reader.phrase(at, end, "organisation")] if is_spelt else []


def _named_body(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """An organisation by its capitals ("Lake Ystra Commission") or by its head and complement ("Groupe de contact")."""
    if at >= len(reader.tokens) or not reader.tokens[at].is_capital or reader.is_in("articles", at):
        return []
    head_end = max(at + 1, head_first_end(reader, at))
    is_head = reader.is_in("bodies", at) or reader.is_in("state_nouns", at)
    if is_head and (end := complement_end(reader, head_end)) > at + 1:
        return [reader.phrase(at, topic_end(reader, end), "organisation")]
    end = body_name_end(reader, at)
    if end > at and _is_company_form(reader, end):
        return [reader.phrase(at, end + 1, "organisation")]
    while end > at + 1 and not _closes_name(reader, end - 1):
        end -= 1
    if end <= at + 1:
        return []
    return [reader.phrase(at, topic_end(reader, complement_end(reader, end)), "organisation")]


def is_company(reader: SentenceReader, at: int) -> bool:
    """Whether the capitals at an index close with a word or a legal form of companies ("Kestrel Lithium plc")."""
    end = capitals_end(reader, at)
    is_named = end > at + 1 and not is_body(reader, end - 1) and _closes_name(reader, end - 1)
    return end > at and (is_named or _is_company_form(reader, end))


def with_affiliation(reader: SentenceReader, phrase: ActorPhrase) -> ActorPhrase:
    """A name with the body or country that it comes from ("Amy Lister of the Royal Institute"), which is no party."""
    owner = reader.behind_of(phrase.last)
    if not owner or not reader.words.modifiers_stand_before:
        return phrase
    first = skip_determiners(reader, owner)
    known = reader.known_actor(first)
    is_body_there = known and reader.gazetteer.actors[known[1]].kind != "person"
    last = known[0] if known and is_body_there else max((body.last for body in _named_body(reader, first)), default=0)
    last = last or (_joined_owner_end(reader, owner) if phrase.has_title else 0)
    return replace(phrase, last=last, end=reader.tokens[last - 1].end) if last else phrase


def _joined_owner_end(reader: SentenceReader, at: int) -> int:
    """The end of a name that nobody knows before a conjunction or comma ("President X of Ondara and Y"), else 0."""
    end = capitals_end(reader, at)
    is_joined = reader.is_in("conjunctions", end) or reader.low(end) == ","
    return end if end > at and is_joined else 0


def _is_company_form(reader: SentenceReader, at: int) -> bool:
    """Whether a small word behind a name makes it a company's ("Alveris plc"); short ones are words of their own."""
    return reader.low(at) in reader.words.company_forms and len(reader.low(at)) > 2


def _closes_name(reader: SentenceReader, at: int) -> bool:
    is_company = reader.is_in("company_words", at) or reader.low(at) in reader.words.company_forms
    return is_body(reader, at) or is_company


def _plain_body(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """A body by its noun with what tells it from others ("le conseil municipal", "der Stadtrat").

    Its noun is enough where a conjunction joins it to somebody ("la direction et les syndicats").
    """
    is_name = reader.tokens[at].is_capital and not reader.words.nouns_are_capital
    if is_name or not is_body(reader, at):
        return []
    first = modifier_start(reader, at)
    name = name_behind(reader, at + 1)
    end = name if name > at + 1 else topic_end(reader, complement_end(reader, at + 1))
    is_led = any(reader.is_in(group, first - 1) for group in ("articles", "melted_articles"))
    is_joined = reader.is_in("conjunctions", end) or reader.is_in("conjunctions", first - 1 - is_led)
    is_owned = _is_owned_by_name(reader, first, at) and not reader.is_in("delegations", at)
    is_led = is_led or is_owned or (is_joined and _is_paired(reader, first, end))
    if not is_led or (end - first == 1 and not is_joined and not is_compound_body(reader, at)):
        return []
    return [reader.phrase(first, end, "organisation")]


def _is_paired(reader: SentenceReader, first: int, end: int) -> bool:
    """Whether a noun without an article is one of two sides ("incontro tra governo e sindacati")."""

    def is_side(noun: int) -> bool:
        is_name = 0 <= noun < len(reader.tokens) and reader.tokens[noun].is_capital
        is_name = is_name and not reader.words.nouns_are_capital and reader.low(noun) not in reader.stop_words
        return is_people(reader, noun) or is_body(reader, noun) or is_name

    is_first = reader.is_in("conjunctions", end) and is_side(end + 1)
    return is_first or (reader.is_in("conjunctions", first - 1) and is_side(first - 2))


def _polity(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    return [reader.phrase(at, at + 1, "organisation")] if reader.low(at) in reader.polities else []


def _employer(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """A name that no table knows, joined to people or a body as the other side ("Norvex and its pilots")."""
    end = capitals_end(reader, at) if reader.words.modifiers_stand_before else at
    if end == at or not reader.is_in("conjunctions", end) or reader.low(at) in time_words(reader.words.language):
        return []
    is_place = reader.gazetteer.places.find(reader.folds, at) is not None
    is_other = reader.is_in("possessives", end + 1) or (reader.is_in("plural_articles", end + 1) and not is_place)
    return [reader.phrase(at, end, "organisation")] if is_other and compound_end(reader, end + 2) else []
