"""Names of persons: how far they reach, and whom they name."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.phrases import ActorPhrase, SentenceReader
from transforms.actors.tokens import fold

_INITIAL = 2
_BRACKET = 3
_PARTICLES = 2
_TIED = (2, 3)
"""Letters of a particle before a hyphen: "al-", "ash-"."""


def read_person_name(reader: SentenceReader, at: int, *, after_title: bool) -> ActorPhrase | None:
    """A person's name at an index: a known full name, or a run of capitals (one word is enough after a title)."""
    if at >= len(reader.tokens):
        return None
    known = reader.known_actor(at)
    if known and reader.gazetteer.actors[known[1]].kind == "person":
        end, actor_id = known
        run = person_name_end(reader, at)
        if run <= end or end - at > 1:
            name = reader.gazetteer.actors[actor_id].name
            return reader.phrase(at, end, "person", name, actor_id, anaphor="surname" if end - at == 1 else None)
    elif known and not (after_title and known[0] == at + 1 and person_name_end(reader, at) > known[0]):
        return None
    end = person_name_end(reader, at)
    if end == at and reader.is_in("honorifics", at - 1 - (reader.low(at - 1) == ".")):
        end = person_name_end(reader, at + _leading_particles(reader, at))
    is_name = end > at and (end - at > 1 or after_title) and reader.low(end) != "&"
    if not is_name or _is_shouted(reader, at) or _precedes_name(reader, at, end):
        return None
    named = _identified(reader, at, end)
    if not reader.is_in("postnominals", end):
        return named
    return replace(named, last=end + 1, end=reader.tokens[end].end)


def _precedes_name(reader: SentenceReader, at: int, end: int) -> bool:
    """Whether a first name follows a word with a capital from its place, or a place's ("Reuniram-se António Costa")."""
    has_place = at == 0 or reader.is_in("place_prepositions", at - 1)
    return has_place and end - at > 2 and not reader.is_given_name(at) and reader.is_given_name(at + 1)


def _is_shouted(reader: SentenceReader, at: int) -> bool:
    """Whether words stand in a line of capitals, where nothing tells names from words."""
    around = [token.text for token in reader.tokens[max(0, at - 1) : at + 3] if token.text.isalpha()]
    return len(around) > 2 and all(word.isupper() for word in around)


def _identified(reader: SentenceReader, first: int, last: int) -> ActorPhrase:
    """A name that is no alias: known by its last name and first name; else with the bearers of its last name."""
    folds = [fold for fold in reader.folds[first:last] if fold not in (".", ",", "jr", "sr")]
    candidates: tuple[str, ...] = ()
    size = 0
    for size in range(min(3, len(folds)), 0, -1):
        candidates = reader.gazetteer.surnames.get(" ".join(folds[-size:]), ())
        if candidates:
            break
    is_surname = bool(candidates) and size == len(folds)
    if len(folds) == 1 or is_surname:
        return reader.phrase(first, last, "person", anaphor="surname", candidates=candidates)
    same = [actor_id for actor_id in candidates if _shares_first_name(reader.gazetteer, actor_id, folds[0])]
    if len(same) == 1:
        return reader.phrase(first, last, "person", reader.gazetteer.actors[same[0]].name, same[0])
    return reader.phrase(first, last, "person", candidates=candidates)


def _shares_first_name(gazetteer: Gazetteer, actor_id: str, first: str) -> bool:
    actor = gazetteer.actors[actor_id]
    return any(name.split() and _reads_as(name.split()[0], first) for name in (actor.name, *actor.aliases))


def _reads_as(name: str, folded: str) -> bool:
    """Whether a first name is written as a folded word or abbreviated to its initial."""
    other = fold(name)
    return other == folded or (len(folded) == 1 and other.startswith(folded))


def person_name_end(reader: SentenceReader, at: int) -> int:
    """The end of a run of capitalised words that can be a personal name (particles inside allowed), or `at`."""
    end = at
    while end < len(reader.tokens) and end - at < 7:
        token = reader.tokens[end]
        if end - at > 1 and _is_object(reader, end):
            break
        if end > at and token.low == "," and reader.low(end + 1) in ("jr", "sr"):
            end += 2 + (reader.low(end + 2) == ".")
        elif token.is_capital and _can_be_name(reader, end) and not (end > at and reader.is_in("postnominals", end)):
            if end == at and len(token.text) == 1 and reader.low(end + 1) != ".":
                break
            end += 1
            if len(token.text) == 1 and reader.low(end) == ".":
                end += 1
        elif end > at and (_goes_on_elided(reader, end) or _is_particle(reader, end) or _holds_particle(token.text)):
            end += 1
        else:
            break
    return end


def _leading_particles(reader: SentenceReader, at: int) -> int:
    """How many particles a surname opens with before its capital ("Mme von der Leyen"); articles are none."""
    for count in range(_PARTICLES + 1):
        token = reader.tokens[at + count] if at + count < len(reader.tokens) else None
        if token is None or token.is_capital:
            return count if token else 0
        if not reader.is_in("particles", at + count) or reader.is_in("articles", at + count):
            break
    return 0


def _is_object(reader: SentenceReader, at: int) -> bool:
    """Whether a word behind a full name is an event or a city where nouns are capital ("hat X Y Gespräche geführt")."""
    if not reader.words.nouns_are_capital:
        return False
    return reader.low(at).endswith(reader.words.event_endings) or reader.folds[at] in reader.gazetteer.capitals


def _can_be_name(reader: SentenceReader, at: int) -> bool:
    low = reader.low(at)
    return not (
        low in reader.words.sets["institution_words"]
        or (low in reader.stop_words and not _is_namesake(reader, at))
        or low in reader.words.demonyms
        or low in reader.words.sets["honorifics"]
        or (reader.words.nouns_are_capital and low in reader.words.heads.first_words)
        or not reader.tokens[at].text[0].isalpha()
    )


def _is_namesake(reader: SentenceReader, at: int) -> bool:
    """Whether a common word is a name by its capital in the sentence, beside another ("Otto Reiner", "Jonas Weil")."""
    if at == 0 or not reader.tokens[at - 1].is_word or reader.is_in("articles", at) or reader.is_in("months", at):
        return False
    if reader.is_given_name(at - 1) and reader.tokens[at - 1].is_capital:
        return True
    is_before_name = at + 1 < len(reader.tokens) and reader.tokens[at + 1].is_capital
    is_before_name = is_before_name and reader.low(at + 1) not in reader.stop_words
    behind_title = reader.words.heads.find(reader.lows, at - 1) or reader.is_in("counterpart", at - 1)
    return is_before_name and (reader.is_given_name(at) or bool(behind_title) or reader.demonym(at - 1) is not None)


def _goes_on_elided(reader: SentenceReader, at: int) -> bool:
    """Whether a small word goes on with a name behind an apostrophe, where articles are not elided ("Sa'ad")."""
    before = reader.low(at - 1)
    is_name = len(before) > _INITIAL and before.endswith("'") and before[:-1] not in reader.stop_words
    is_apart = reader.tokens[at - 1].end != reader.tokens[at].start
    return is_name and not is_apart and reader.words.modifiers_stand_before


def _holds_particle(word: str) -> bool:
    """Whether a hyphen ties a small particle to a name ("al-Rashoudi", "ash-Shami")."""
    particle, _, name = word.partition("-")
    return len(particle) in _TIED and particle.islower() and name[:1].isupper() and particle[0] in "ae"


def _is_particle(reader: SentenceReader, at: int) -> bool:
    article, _, name = reader.tokens[at].text.partition("-")  # "Hassan al-Mousawi"
    if name[:1].isupper() and article in reader.words.sets["particles"]:
        return True
    return reader.is_in("particles", at) and _name_follows_particles(reader, at)


def _name_follows_particles(reader: SentenceReader, at: int) -> bool:
    end = at
    while end < len(reader.tokens) and reader.is_in("particles", end) and end - at < 3:
        end += 1
    follows = end < len(reader.tokens) and reader.tokens[end].is_capital and _can_be_name(reader, end)
    is_behind_another = reader.is_in("particles", at - 1)
    may_open = is_behind_another or reader.tokens[at].is_capital or not reader.is_in("inner_particles", at)
    return follows and may_open and reader.known_actor(end) is None


def bracket_end(reader: SentenceReader, at: int) -> int:
    """The end of the party or town in brackets right behind somebody's name ("Olaf Scholz (SPD)"), or `at`."""
    if reader.low(at) != "(":
        return at
    end = at + 1
    while (
        end < min(at + 1 + _BRACKET, len(reader.tokens))
        and reader.tokens[end].is_word
        and reader.tokens[end].is_capital
    ):
        end += 1
    return end + 1 if end > at + 1 and reader.low(end) == ")" else at


def with_name(phrase: ActorPhrase, name: ActorPhrase) -> ActorPhrase:
    """A phrase as of whom a name names."""
    return replace(phrase, name=name.name, actor_id=name.actor_id, anaphor=name.anaphor, candidates=name.candidates)
