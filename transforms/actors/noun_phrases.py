"""Noun phrases that hold no name of their own: how far their words reach to both sides of the noun."""

from __future__ import annotations

from transforms.actors.nouns import counts, determines, is_body, is_plain, names_group
from transforms.actors.phrases import SentenceReader
from transforms.dates.lexicon import time_words

GENITIVES = ("'", "'s")
_MODIFIERS = 2
_SHORTEST = 4
_JOINED = 2


def compound_end(reader: SentenceReader, at: int) -> int:
    """The end of a body or group whose noun closes it ("the monitoring committee", "both Baltic states"), else 0.

    Where nouns are capital any of them closes it ("des ostranischen Parlaments").
    """
    if not reader.words.modifiers_stand_before:
        return 0
    if reader.words.nouns_are_capital:
        noun = at
        while noun < at + _MODIFIERS and noun < len(reader.tokens) and is_plain(reader, noun):
            noun += 1
        end = capitals_end(reader, noun)
        return end if end > noun > at else 0
    for noun in range(at, min(at + _MODIFIERS + 1, len(reader.tokens))):
        if names_group(reader, noun):
            return owned_end(reader, noun + 1) or _titled_end(reader, noun) or _last_noun(reader, noun) + 1
        if not reader.tokens[noun].is_word or determines(reader, noun):
            break
    return owned_end(reader, _genitive_near(reader, at))


def owned_end(reader: SentenceReader, at: int) -> int:
    """The end of the body or group whose owner's genitive stands at an index ("Kenya's teachers' union"), else 0."""
    return compound_end(reader, at + 1) if reader.low(at) in GENITIVES else 0


def _genitive_near(reader: SentenceReader, at: int) -> int:
    """The genitive behind a noun and its modifiers ("the country's largest union"), or the end of the sentence."""
    reach = range(at + 1, min(at + _MODIFIERS + 2, len(reader.tokens)))
    return next((end for end in reach if reader.low(end) in GENITIVES), len(reader.tokens))


def _last_noun(reader: SentenceReader, noun: int) -> int:
    """The last of bodies and groups in a row, which those before it tell from others ("farmers union").

    What the last does may stand between them ("county fire service").
    """
    while (further := noun + 1 + reader.is_in("title_modifiers", noun + 1)) < len(reader.tokens):
        if reader.tokens[further].is_capital or not names_group(reader, further):
            break
        noun = further
    return noun


def _titled_end(reader: SentenceReader, noun: int) -> int:
    """The end of the title that a body's noun begins or tells from others ("opposition leader"), else 0."""
    title = reader.words.heads.find(reader.lows, noun) or reader.words.heads.find(reader.lows, noun + 1)
    return title[0] if title and capitals_end(reader, title[0]) == title[0] else 0


def acronym_end(reader: SentenceReader, at: int) -> int:
    """The end of a short name in brackets behind a long one ("(CNT)"), or `at`."""
    name = reader.tokens[at + 1].text if reader.low(at) == "(" and reader.low(at + 2) == ")" else ""
    return at + 3 if name.isupper() and name.isalpha() and len(name) > 1 else at


def adjective_end(reader: SentenceReader, at: int) -> int:
    """The end of an adjective behind a noun: one that agrees in the plural, or is made like one; or `at`.

    Where nouns are capital none stands there ("ging ein Treffen der Chefs voraus").
    """
    low = reader.low(at)
    if at >= len(reader.tokens) or len(low) < _SHORTEST or reader.tokens[at].is_capital:
        return at
    if reader.words.nouns_are_capital or low in reader.stop_words or reader.is_in("months", at):
        return at
    agrees = (reader.low(at - 1).endswith("s") and low.endswith("s")) or _has_plural_vowel(reader, at)
    is_nation = reader.demonym(at) is not None and not reader.words.modifiers_stand_before
    agrees = agrees or _tells_one_body(reader, at)
    return at + 1 if agrees or is_nation or low.endswith(reader.words.adjective_endings) else at


def _tells_one_body(reader: SentenceReader, at: int) -> bool:
    """Whether a word agrees with the body before it, and "of" follows ("il sindacato autonomo di polizia")."""
    words, low = reader.words, reader.low(at)
    agrees = reader.is_in("bodies", at - 1) and low.endswith("o") and reader.low(at - 1).endswith("o")
    return agrees and not low.endswith(words.participle_endings) and reader.behind_of(at + 1) > 0


def _has_plural_vowel(reader: SentenceReader, at: int) -> bool:
    """Whether a word agrees by its vowel with the noun of people before it ("industriali caseari"), no participle."""
    words, low = reader.words, reader.low(at)
    is_plural = reader.is_in("people", at - 1) and low.endswith(words.plural_vowels)
    is_verb = low.endswith((*words.participle_endings, *words.infinitive_endings))
    return is_plural and not is_verb and low not in time_words(words.language)


def modifier_start(reader: SentenceReader, at: int) -> int:
    """Where a noun's modifiers and owner begin if a determiner opens them ("the city council"), or `at`.

    An owner by name opens them himself ("Kenya's teachers' union").
    """
    if not reader.words.modifiers_stand_before:
        return at
    fixed = at
    while fixed > 1 and (reader.is_in("title_modifiers", fixed - 1) or reader.is_in("former", fixed - 1)):
        fixed -= 1
    start = fixed = _town_start(reader, _nations_start(reader, fixed))
    while start > 0 and fixed - start < _MODIFIERS and is_plain(reader, start - 1):
        start -= 1
    if owner := _owner_start(reader, start):
        return owner - 1
    name = start
    while name > 1 and not reader.words.nouns_are_capital and _is_owner_name(reader, name - 1):
        name -= 1
    is_led = name < start and (determines(reader, name - 1) or counts(reader, name - 1))
    if is_led and not (reader.demonym(name) or reader.known_actor(name) or reader.is_given_name(name)):
        return name  # "the Cabinet sub-committee", "three Harlow Bay councillors"
    is_free = start == 0 or not reader.tokens[start - 1].is_word
    is_opened = is_free or determines(reader, start - 1) or counts(reader, start - 1)
    return start if is_opened else fixed


def _town_start(reader: SentenceReader, at: int) -> int:
    """Where the capitals before a noun of people begin, behind a number or at the head ("two Quarry Road tenants")."""
    name = at
    while name > 0 and not reader.words.nouns_are_capital and _is_owner_name(reader, name - 1):
        if reader.low(name - 1) in time_words(reader.words.language) or reader.is_given_name(name - 1):
            return at
        name -= 1
    is_free = name == 0 and at > 1
    is_opened = is_free or (0 < name < at and counts(reader, name - 1))
    return name if is_opened and not reader.is_in("honorifics", name) and not reader.demonym(name) else at


def _nations_start(reader: SentenceReader, at: int) -> int:
    """Where the nation or nations before modifiers begin ("the Indian and Chinese corps commanders"), or `at`."""
    start = at if reader.demonym(at) else at - 1
    is_nation = start > 0 and reader.tokens[start].is_capital and reader.demonym(start)
    if not is_nation or reader.words.nouns_are_capital:
        return at
    is_joined = start > 1 and reader.is_in("conjunctions", start - 1) and reader.demonym(start - 2)
    return start - _JOINED if is_joined else start


def _owner_start(reader: SentenceReader, at: int) -> int:
    """One more than where the owner begins whose genitive stands before an index, 0 where none or a time does."""
    noun = at - 2
    if noun < 0 or reader.low(at - 1) not in GENITIVES or not reader.tokens[noun].is_word:
        return 0
    if reader.low(noun) in time_words(reader.words.language) or reader.low(noun) in reader.stop_words:
        return 0
    while noun > 0 and reader.tokens[noun].is_capital and _is_owner_name(reader, noun - 1):
        noun -= 1
    return 1 + (noun if reader.tokens[noun].is_capital else modifier_start(reader, noun))


def _is_owner_name(reader: SentenceReader, at: int) -> bool:
    return reader.tokens[at].is_capital and reader.low(at) not in reader.stop_words


def counted_start(reader: SentenceReader, at: int) -> int:
    """Where the plain words and the number before the noun of a group begin ("deux députés"), or `at`."""
    start = modifier_start(reader, at)
    return start - (reader.low(start - 1) in reader.words.counts)


def _are_both(reader: SentenceReader, at: int) -> bool:
    return reader.words.tables["both"].find(reader.lows, at) is not None


def capitals_end(reader: SentenceReader, at: int) -> int:
    """The end of a run of capitalised words, function words apart, or `at`; where nouns are capital no person's."""
    end = at
    while end < len(reader.tokens) and reader.tokens[end].is_capital:
        is_word = reader.low(end) in reader.stop_words and not is_body(reader, end)
        if is_word or (end > at and reader.is_in("honorifics", end)):
            break
        if end > at and reader.words.nouns_are_capital and _opens_person(reader, end):
            break
        is_joined = reader.low(end + 1) == "&" or _is_foreign_particle(reader, end + 1)
        goes_on = is_joined and end + 2 < len(reader.tokens) and reader.tokens[end + 2].is_capital
        end += 2 if goes_on else 1  # "Lloyd & Sons"
    return end


def _is_foreign_particle(reader: SentenceReader, at: int) -> bool:
    """Whether a word is a particle of names and nothing else in the language ("Ventos do Agreste" in Spanish)."""
    is_counting = reader.low(at) in reader.words.counts
    is_own = is_counting or reader.low(at) in reader.stop_words or reader.is_in("articles", at)
    return reader.is_in("particles", at) and not is_own


def head_first_end(reader: SentenceReader, at: int) -> int:
    """The end of a body's capitals that its noun opens ("Partido Popular"), no person's name with them, or `at`."""
    if reader.words.modifiers_stand_before or not is_body(reader, at):
        return at
    end, last = at + 1, capitals_end(reader, at)
    while end < last and not reader.is_given_name(end):
        end += 1
    return max(at, min(end, last))


def body_name_end(reader: SentenceReader, at: int) -> int:
    """The end of capitals that may have plurals in the genitive among them ("Allied Workers' Union")."""
    end = capitals_end(reader, at)
    while end > at and reader.low(end) in GENITIVES and _is_plural(reader, end - 1):
        last = capitals_end(reader, end + 1)
        if last == end + 1:
            break
        end = last
    return end


def closed_name_end(reader: SentenceReader, at: int) -> int:
    """The end of capitals that a noun of bodies closes ("Gulf Rowing Federation", "Irish Farmers' Union"), else 0.

    Three words or more whose modifiers stand before it, no name of somebody or of another body among them.
    """
    if not reader.words.modifiers_stand_before or reader.words.nouns_are_capital:
        return 0
    end = body_name_end(reader, at)
    while end > at + _JOINED and not is_body(reader, end - 1):
        end -= 1
    inside = range(at + 1, end - 1)
    is_apart = any(reader.known_actor(k) or reader.is_given_name(k) for k in inside)
    return end if end > at + _JOINED and not is_apart and not reader.is_in("delegations", end - 1) else 0


def _is_plural(reader: SentenceReader, at: int) -> bool:
    return reader.low(at + 1) == "'" or reader.is_in("irregular_plurals", at)


def _opens_person(reader: SentenceReader, at: int) -> bool:
    low, known = reader.low(at), reader.known_actor(at)
    if known:
        return reader.gazetteer.actors[known[1]].kind == "person"
    is_title = low in reader.words.heads.first_words or low.endswith(reader.words.title_endings)
    return reader.is_given_name(at) or is_title or reader.is_in("honorifics", at)


def skip_determiners(reader: SentenceReader, at: int) -> int:
    """The index behind articles and a number ("des trois pays")."""
    counted = reader.words.counts
    while at < len(reader.tokens) and (
        reader.is_in("articles", at) or reader.low(at) in counted or _are_both(reader, at)
    ):
        at += 1
    return at
