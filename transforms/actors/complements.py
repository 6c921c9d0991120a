"""What hangs on a noun of people or bodies: "of" complements, adjectives behind it, the topic of a body."""

from __future__ import annotations

from typing import NamedTuple

from transforms.actors.noun_phrases import (
    GENITIVES,
    adjective_end,
    body_name_end,
    capitals_end,
    closed_name_end,
    compound_end,
    skip_determiners,
)
from transforms.actors.nouns import counts, is_body, is_plain, names_group
from transforms.actors.phrases import SentenceReader
from transforms.dates.lexicon import time_words

_COMPLEMENTS = 3
_MODIFIERS = 2
_LONGEST = 6
_SHORTEST = 3


def complement_end(reader: SentenceReader, at: int, *, has_offices: bool = False) -> int:
    """The end of the adjectives and "of" complements behind a noun that ends before `at` ("élus de la région").

    `has_offices`: somebody's title may be one of them ("les avocats de l'opposant").
    """
    end, was_lower = adjectives_end(reader, at), False
    for _ in range(_COMPLEMENTS):
        joint = end + 1 if end > at and reader.is_in("conjunctions", end) else end
        is_other = reader.is_in("articles", joint) or reader.is_given_name(joint)
        if joint > end and reader.words.nouns_are_capital and is_other:
            break
        owner = reader.behind_of(joint)
        if not owner:
            break
        noun = skip_determiners(reader, owner)
        noun = noun if reader.words.modifiers_stand_before else _behind_prenominals(reader, noun)
        noun += reader.low(noun).isdigit() and names_group(reader, noun + 1)  # "les négociateurs de 41 pays"
        if reader.is_in("quantities", noun):  # "une délégation d'une douzaine d'élus"
            counted = reader.behind_of(noun + 1) or (noun + 2 if names_group(reader, noun + 2) else noun)
            noun = skip_determiners(reader, counted)
        if noun >= len(reader.tokens) or not reader.tokens[noun].is_word or _is_amount(reader, noun):
            break
        found = _owner_end(reader, noun, has_article=noun > owner, has_offices=has_offices)
        if found is None or (joint > end and found.is_plain and not was_lower):
            break
        last, was_lower = found.end, was_lower or not found.is_name
        if last == noun:
            break
        end = _phrase_end(reader, at, noun, last)
    return end


def _behind_prenominals(reader: SentenceReader, at: int) -> int:
    """The index behind what stands between an article and its noun ("des cinq plus grandes banques"), or `at`."""
    is_compared = reader.low(at) in reader.stop_words and reader.is_in("prenominals", at + 1)
    at += is_compared
    while reader.is_in("former", at) or reader.is_in("prenominals", at):
        at += 1
    return at


def _is_amount(reader: SentenceReader, at: int) -> bool:
    """Whether a word begins with a digit and is no day that something is named after ("le Front du 8-Mai")."""
    number, _, name = reader.tokens[at].text.partition("-")
    return number[:1].isdigit() and not name[:1].isupper()


class _Owner(NamedTuple):
    """Where an owner ends; `is_name`: in capitals, `is_plain`: by a noun that is no body, group or office."""

    end: int
    is_name: bool = False
    is_plain: bool = False


def _owner_end(reader: SentenceReader, noun: int, *, has_article: bool, has_offices: bool) -> _Owner | None:
    """The owner whose words begin at an index, None where none can."""
    if compound := compound_end(reader, noun):
        return _Owner(_rest_of_name(reader, compound))
    if reader.tokens[noun].is_capital or reader.low(noun)[0].isdigit():
        return _Owner(max(_owner_name_end(reader, noun), noun + reader.low(noun)[0].isdigit()), is_name=True)
    if has_offices and (office := _office_end(reader, noun)):
        return _Owner(office)
    if not _is_plain_noun(reader, noun, has_article=has_article):
        return None
    named = _named_end(reader, noun, adjectives_end(reader, noun + 1))
    return _Owner(max(named, _run_end(reader, noun)), is_plain=True)


def _rest_of_name(reader: SentenceReader, at: int) -> int:
    """The end of the capitals that go on with a body's name behind its noun ("All Parties Hurriyat Conference")."""
    is_name = not reader.words.nouns_are_capital and (
        reader.tokens[at - 1].is_capital or not reader.words.modifiers_stand_before
    )
    return capitals_end(reader, at) if is_name and not reader.is_given_name(at) else at


def whole_end(reader: SentenceReader, first: int, last: int) -> int:
    """The end of a phrase over `first` to `last` whose last article opens words that go on behind it, or `last`."""
    nouns = (at + 1 for at in range(last - 2, first, -1) if reader.is_in("articles", at))
    noun = next(nouns, None)
    return last if noun is None else _phrase_end(reader, first + 1, noun, last)


def _phrase_end(reader: SentenceReader, head: int, noun: int, last: int) -> int:
    """The end of a noun phrase whose modifiers stand before its noun, of which the words to `last` are but the first.

    "The country's three main airports", "the burned-down Paco night market", "the Derby and Leeds depots". As the
    object of a verb or preposition before its `head` it goes on to the next small word, as a subject the verb follows.
    """
    is_english = reader.words.modifiers_stand_before and not reader.words.nouns_are_capital
    if not is_english or not reader.is_in("articles", noun - 1):
        return last
    if listed := _listed_end(reader, noun):
        return listed
    needs_noun = reader.demonym(last - 1) is not None and last < len(reader.tokens) and is_plain(reader, last)
    if not _is_object(reader, head):
        return last + needs_noun
    end = last
    while end < min(last + _LONGEST, len(reader.tokens)) and _goes_on(reader, end):
        end += 1
    while end > last and (reader.low(end - 1).endswith(reader.words.verb_endings) or reader.low(end - 1) in GENITIVES):
        end -= 1
    return end


def _listed_end(reader: SentenceReader, at: int) -> int:
    """The end of a plural that several capitals tell from others ("the Birmingham, Derby and Leeds depots"), else 0."""
    end, is_joined = capitals_end(reader, at), False
    while end > at and not is_joined and (reader.low(end) == "," or reader.is_in("conjunctions", end)):
        is_joined = reader.is_in("conjunctions", end)
        further = capitals_end(reader, end + 1)
        if further == end + 1 or reader.is_given_name(end + 1):
            return 0
        end = further
    is_closed = is_joined and end < len(reader.tokens) and is_plain(reader, end)
    return end + 1 if is_closed and reader.low(end).endswith("s") and len(reader.low(end)) > _SHORTEST else 0


def _is_object(reader: SentenceReader, at: int) -> bool:
    """Whether a verb or preposition that takes people stands before the words of a noun that ends before an index."""
    for before in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        if reader.is_in("noun_openers", before):
            return True
        is_own = counts(reader, before) or reader.is_in("articles", before) or reader.is_in("possessives", before)
        if not (is_own or reader.tokens[before].is_word):
            return False
        if not is_own and reader.low(before) in reader.stop_words:
            return False
    return False


def _goes_on(reader: SentenceReader, at: int) -> bool:
    """Whether a token may belong to the noun phrase before it."""
    if reader.low(at) in GENITIVES or (counts(reader, at) and reader.low(at - 1) in GENITIVES):
        return True
    is_time = reader.low(at) in time_words(reader.words.language) or reader.is_in("place_prepositions", at)
    is_name = reader.tokens[at].is_capital and reader.low(at) not in reader.stop_words
    is_name = is_name and not (reader.is_given_name(at) or reader.known_actor(at) or reader.is_in("honorifics", at))
    return (is_plain(reader, at) or is_name) and not is_time


def _run_end(reader: SentenceReader, at: int) -> int:
    """The end of a noun behind its modifiers ("of the harbour estate"), which no plain word and no name follow.

    The last of its words is no verb ("the owner of the mine resigned"); else `at`.
    """
    last = at
    while last < at + _MODIFIERS + 1 and last < len(reader.tokens) and is_plain(reader, last):
        last += 1
    is_closed = last == len(reader.tokens) or not (is_plain(reader, last) or reader.tokens[last].is_capital)
    is_noun = not reader.low(last - 1).endswith(reader.words.verb_endings)
    is_english = reader.words.modifiers_stand_before and not reader.words.nouns_are_capital
    return last if is_english and is_closed and is_noun else at


def _office_end(reader: SentenceReader, at: int) -> int:
    """The end of a title in small letters that no name follows ("du joueur argentin"), else 0."""
    if reader.words.modifiers_stand_before:
        at = _behind_modifiers(reader, at)
    title = reader.words.heads.find(reader.lows, at)
    if title is None or title[1].is_plural:
        return 0
    end = title[0] if reader.words.modifiers_stand_before else adjectives_end(reader, title[0])
    return end if capitals_end(reader, end) == end else 0


def _behind_modifiers(reader: SentenceReader, at: int) -> int:
    """The index of the title that modifiers stand before ("the slain journalist"), or `at`."""
    for noun in range(at, min(at + _MODIFIERS + 1, len(reader.tokens))):
        if reader.words.heads.find(reader.lows, noun):
            return noun
        if not (is_plain(reader, noun) or reader.is_in("former", noun) or reader.is_in("then", noun)):
            break
    return at


def _owner_name_end(reader: SentenceReader, at: int) -> int:
    """The end of a capitalised owner with the adjectives behind it ("du Port autonome"), or `at`."""
    known = reader.known_actor(at)
    end = closed_name_end(reader, at) or (known[0] if known else body_name_end(reader, at))
    if end == at or reader.words.modifiers_stand_before:
        return end
    last = adjectives_end(reader, end)
    return _rest_of_name(reader, last) if last > end else end  # "dell'Azienda elettrica Valdadige"


def _named_end(reader: SentenceReader, noun: int, end: int) -> int:
    """The end of the name that a body's, a building's or a water's noun leads ("du groupe X", "de la tour Iris")."""
    is_led = is_body(reader, noun) or any(reader.is_in(group, noun) for group in ("institution_words", "called_after"))
    if reader.words.modifiers_stand_before or not is_led:
        return end
    name = capitals_end(reader, end)
    return end if name > end + 1 and reader.is_given_name(end) else name


def adjectives_end(reader: SentenceReader, at: int) -> int:
    """The end of the adjectives behind a noun and of what else tells it from others ("au pouvoir"), or `at`."""
    end = adjective_end(reader, at)
    while end > at and (reader.low(end).endswith(reader.words.adjective_endings) or reader.demonym(end)):
        if (further := adjective_end(reader, end)) == end:
            break
        end = further
    tail = reader.words.tables["noun_tails"].find(reader.lows, end)
    return tail[0] if tail else end


def _is_plain_noun(reader: SentenceReader, at: int, *, has_article: bool) -> bool:
    """A word that can be a noun: no function word, no somebody's title; without an article no infinitive."""
    title = reader.words.heads.find(reader.lows, at)
    is_infinitive = not has_article and reader.low(at).endswith(reader.words.infinitive_endings)
    return reader.low(at) not in reader.stop_words and not is_infinitive and (title is None or title[1].is_plural)


def compound_behind(reader: SentenceReader, at: int) -> bool:
    """Whether "of" and a body or group follow ("the leaders of the parties")."""
    owner = reader.behind_of(at)
    return owner > 0 and compound_end(reader, skip_determiners(reader, owner)) > 0


def name_behind(reader: SentenceReader, at: int) -> int:
    """The end of the name behind a body's noun and its adjectives ("gruppo assicurativo Helvor"), or `at`."""
    first = at if reader.words.modifiers_stand_before else adjectives_end(reader, at)
    end = capitals_end(reader, first)
    return end if end > first and not (first > at and reader.is_given_name(first)) else at


def topic_end(reader: SentenceReader, at: int) -> int:
    """The end of what a body or an envoy is for ("Groupe de contact sur la Libye"), or `at`."""
    name = skip_determiners(reader, at + 1)
    is_topic = reader.is_in("topic_links", at) and name < len(reader.tokens)
    is_topic = is_topic and reader.low(name) not in time_words(reader.words.language)
    field = name + (name == at + 1 and reader.is_in("portfolios", name))
    end = max(field, capitals_end(reader, name)) if is_topic else name
    return end if end > name else at
