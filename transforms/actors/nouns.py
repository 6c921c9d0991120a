"""What kind of word stands at an index: a noun of bodies or people, an adjective, what opens a noun phrase."""

from __future__ import annotations

from transforms.actors.phrases import SentenceReader


def is_body(reader: SentenceReader, at: int) -> bool:
    """Whether a word names a body, or ends with one where nouns are compounds ("Sicherheitsrat")."""
    return reader.is_in("bodies", at) or is_compound_body(reader, at)


def is_compound_body(reader: SentenceReader, at: int) -> bool:
    """Whether a compound ends with a body ("Stadtrats")."""
    if not reader.words.nouns_are_capital or at >= len(reader.tokens):
        return False
    if not reader.tokens[at].is_capital or reader.is_in("bodies", at):
        return False
    low = reader.low(at)
    if not low.endswith(reader.words.body_endings) or low.endswith(reader.words.no_body_endings):
        return False
    return not reader.gazetteer.places.find(reader.folds, at)


def is_people(reader: SentenceReader, at: int) -> bool:
    """Whether a word names people in the plural, or ends with one where nouns are compounds ("Milchbauern")."""
    if reader.is_in("people", at):
        return reader.tokens[at].is_capital or not reader.words.nouns_are_capital  # "streikenden Arbeitern"
    is_compound = reader.words.nouns_are_capital and at < len(reader.tokens) and reader.tokens[at].is_capital
    return is_compound and reader.low(at).endswith(reader.words.people_endings)


def names_group(reader: SentenceReader, at: int) -> bool:
    """Whether a word names a body, a group of people or a side."""
    return is_body(reader, at) or is_people(reader, at) or is_side(reader, at)


def is_side(reader: SentenceReader, at: int) -> bool:
    """Whether a word means sides or countries alone ("camps", "states")."""
    found = reader.words.tables["group_sides"].find(reader.lows, at)
    return found is not None and found[0] == at + 1


def is_adjective(reader: SentenceReader, at: int) -> bool:
    """A word that may stand between the words of a title: lower case, long, no function word."""
    low = reader.low(at)
    return len(low) > 4 and low.isalpha() and not reader.tokens[at].is_capital and low not in reader.stop_words


def is_unknown_demonym(reader: SentenceReader, at: int) -> bool:
    """Whether a word that no list has is made like an adjective of a country ("orestanais")."""
    return is_adjective(reader, at) and reader.low(at).endswith(reader.words.demonym_endings)


def is_plain(reader: SentenceReader, at: int) -> bool:
    """Whether a word in small letters can be a modifier: no function word and nothing that opens a noun phrase."""
    token = reader.tokens[at]
    is_verb = reader.is_in("verbs_before_people", at)
    is_free = token.low not in reader.stop_words and not is_verb and not determines(reader, at)
    return token.is_word and is_free and (not token.is_capital or at == 0)


def determines(reader: SentenceReader, at: int) -> bool:
    """Whether a word opens a noun phrase or joins it to another."""
    openers = ("articles", "possessives", "plural_possessives", "conjunctions", "noun_openers")
    return any(reader.is_in(group, at) for group in openers)


def counts(reader: SentenceReader, at: int) -> bool:
    """Whether a word is a number or tells how many."""
    return reader.low(at) in reader.words.counts or reader.low(at).isdigit() or reader.is_in("quantities", at)
