"""Actors by their names: persons, organisations, countries and the capitals that stand for them, nationals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.actors.appositions import with_title_behind
from transforms.actors.bodies import is_company, read_body
from transforms.actors.gazetteer import SURNAME_FIRST
from transforms.actors.hyphenated import read_hyphenated
from transforms.actors.media import closed_medium, programme_end, read_medium
from transforms.actors.nouns import is_body
from transforms.actors.person_names import read_person_name
from transforms.actors.phrases import ActorPhrase, Gender, SentenceReader

_LONGEST_NAME = 4
_LONGEST_CITY = 3
_LONG = 6
_SHORTEST = 3


def read_name(reader: SentenceReader, at: int, *, is_joined: bool) -> list[ActorPhrase]:
    """A person, organisation or country by name, or a body by its words."""
    if reader.is_in("honorifics", at):
        start = reader.honorifics_end(at)
        rank = reader.words.heads.find(reader.lows, start)
        if rank and rank[0] < len(reader.tokens) and reader.tokens[rank[0]].is_capital:
            return []  # "Sua Excelência Embaixador Rui Dias" is read from his office on
        name = read_person_name(reader, start, after_title=True)
        if name is None:
            return read_body(reader, at)
        gender: Gender = "f" if reader.is_in("feminine", at) else "m"
        told = name.gender if reader.is_in("neutral_honorifics", at) else gender
        return [replace(reader.widened(name, at), gender=told)]
    if named := _named_national(reader, at):
        return [named]
    if not reader.tokens[at].is_capital or _only_opens(reader, at):
        named = read_medium(reader, at)
        return [named] if named else read_body(reader, at)
    if medium := closed_medium(reader, at):
        return [medium]
    person = read_person_name(reader, at, after_title=False)
    if person and (person.actor_id or _plausible_name(reader, person, is_joined=is_joined)):
        return [person]
    if person and _is_titled_behind(reader, person):
        return [person]
    return _read_other(reader, at)


def _only_opens(reader: SentenceReader, at: int) -> bool:
    """Whether a common word has its capital from the sentence that it opens, and no name goes on behind it."""
    is_common = at == 0 and reader.tokens[at].text[1:].islower() and reader.lows[at] in reader.stop_words
    return is_common and not any(token.is_capital for token in reader.tokens[1:_LONGEST_NAME])


def _named_national(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A name behind its bearer's nation ("o venezuelano Nicolás Maduro", "la Sarvanienne Ilena Dragovar")."""
    if not reader.is_in("articles", at - 1) or at + 1 >= len(reader.tokens):
        return None
    if reader.words.heads.find(reader.lows, at + 1):
        return None
    holder = reader.demonym(at)
    if holder is None and not _is_unknown_national(reader, at):
        return None
    name = read_person_name(reader, at + 1, after_title=True)
    if name is None or (name.last - name.first == 1 and not (holder and name.candidates)):
        return None
    return replace(name, first=at, start=reader.tokens[at].start)


def _is_unknown_national(reader: SentenceReader, at: int) -> bool:
    """Whether a capitalised word that no list has is made like somebody of a country ("la Sarvanienne")."""
    token = reader.tokens[at]
    is_made_so = token.is_capital and token.low.endswith(reader.words.demonym_endings)
    return is_made_so and len(token.low) >= _LONG and reader.known_actor(at) is None and not reader.is_given_name(at)


def _plausible_name(reader: SentenceReader, phrase: ActorPhrase, *, is_joined: bool) -> bool:
    """Two capitals in a row that begin with a first name, are joined to a person or expected, no place or body."""
    place = reader.gazetteer.places.find(reader.folds, phrase.first)
    is_alone = place and place[0] == phrase.first + 1 and (is_joined or _is_city(reader, place[1]))
    is_place = place and not is_alone
    if is_place or reader.known_actor(phrase.first) or is_company(reader, phrase.first) or _opens_body(reader, phrase):
        return False
    if place and reader.is_in("place_prepositions", phrase.first - 1) and reader.is_given_name(phrase.first + 1):
        return False
    has_bearer = bool(phrase.candidates) and not reader.words.nouns_are_capital
    return has_bearer or is_joined or phrase.first in reader.expected or reader.is_given_name(phrase.first)


def _opens_body(reader: SentenceReader, name: ActorPhrase) -> bool:
    """Whether capitals that could be a name are a body's, whose noun closes them ("Wellington City Council")."""
    is_english = reader.words.modifiers_stand_before and not reader.words.nouns_are_capital
    closes = name.last < len(reader.tokens) and reader.tokens[name.last].is_capital and is_body(reader, name.last)
    return is_english and closes and _tells_names(reader)


def _is_city(reader: SentenceReader, place_id: str) -> bool:
    return reader.gazetteer.places_by_id[place_id].kind == "city"


def _is_titled_behind(reader: SentenceReader, phrase: ActorPhrase) -> bool:
    """Whether somebody's office between commas shows that capitals are his name ("Ryota Takeda, the mayor, said")."""
    is_place = reader.is_in("place_prepositions", phrase.first - 1) or reader.is_in("articles", phrase.first - 1)
    is_body = reader.known_actor(phrase.first) or reader.gazetteer.places.find(reader.folds, phrase.first)
    return not (is_place or is_body) and with_title_behind(reader, phrase).has_title


def _read_other(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Organisations, countries, capitals that stand for them, nationals ("le Norvégien"), lone surnames."""
    if known := _read_known(reader, at):
        return _longer_body(reader, known) or [_with_delegates(reader, known)]
    if medium := read_medium(reader, at):
        return [medium]
    if body := read_body(reader, at):
        return body
    token = reader.tokens[at]
    if joined := read_hyphenated(reader, at):
        return joined
    if _is_institution(reader, at):
        return [reader.phrase(at, at + 1, "organisation", anaphor="body")]
    is_dateline = at == 0 and token.text.isupper() and len(token.text) > 1
    if not is_dateline and (city := _capital_city(reader, at)):
        return [city]
    if (iso3 := reader.demonym(at)) and reader.is_in("articles", at - 1):
        return [_national(reader, at, iso3)]
    if surname := _particled_surname(reader, at):
        return [surname]
    if _is_initialism(reader, at):
        return [reader.phrase(at, at + 1, "organisation")]
    candidates = reader.gazetteer.surnames.get(reader.folds[at], ())
    if reader.is_in("place_prepositions", at - 1) and reader.gazetteer.places.find(reader.folds, at):
        return []
    if (candidates or token.fold in reader.surnames) and _can_be_surname(reader, at, candidates):
        longer = None if token.fold in reader.surnames else _longer_name(reader, at)
        return [longer or reader.phrase(at, at + 1, "person", anaphor="surname", candidates=candidates)]
    return []


def _capital_city(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A capital that may stand for its country, of one word or several ("New Delhi"); the longest name counts."""
    last = at + 1
    while last < min(at + _LONGEST_CITY, len(reader.tokens)) and reader.tokens[last].is_capital:
        last += 1
    for end in range(last, at, -1):
        if country := reader.gazetteer.capitals.get(" ".join(reader.folds[at:end])):
            return replace(reader.known_phrase(at, end, country), is_capital_city=True)
    return None


def _with_delegates(reader: SentenceReader, body: ActorPhrase) -> ActorPhrase:
    """A body by its delegation that stands behind its name ("a European Parliament delegation"), which is people."""
    at = body.last
    is_sent = reader.is_in("missions", at) and reader.is_in("delegations", at)
    if body.kind != "organisation" or not (is_sent and reader.words.modifiers_stand_before):
        return body
    return replace(body, last=at + 1, end=reader.tokens[at].end, is_plural=True)


def _is_institution(reader: SentenceReader, at: int) -> bool:
    """Whether a word for an institution stands alone behind its article ("la Commission")."""
    if at == 0 or not (reader.is_in("institution_words", at) and reader.is_in("articles", at - 1)):
        return False
    return not _is_place(reader, at) and (is_body(reader, at) or not reader.words.nouns_are_capital)


def _can_be_surname(reader: SentenceReader, at: int, candidates: Sequence[str]) -> bool:
    """Whether a word that some people bear as surname is no place and no common word, and long enough."""
    token, words = reader.tokens[at], reader.words
    is_common = token.low in reader.stop_words or token.low in words.demonyms
    is_common = is_common or token.low in words.sets["institution_words"]
    is_long = len(token.fold) > 2 or _is_short_surname(reader, candidates)
    return is_long and not is_common and reader.low(at + 1) != "&" and not _is_place(reader, at)


def _longer_name(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """The name of somebody unknown that opens with the surname of somebody known ("Rashid Omwenga")."""
    if reader.words.nouns_are_capital or not _tells_names(reader):
        return None
    return read_person_name(reader, at, after_title=False)


def _read_known(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """An actor that the gazetteer knows by name, or who bears a country's name here."""
    known = reader.known_actor(at)
    if known is None:
        return None
    end, actor_id = known
    if end == at + 1 and _is_told_bearer(reader, at):
        return reader.phrase(at, end, "person", anaphor="surname")
    organisation = reader.gazetteer.organisations.get(actor_id)
    phrase = reader.known_phrase(at, end, actor_id)
    if organisation is None or organisation.kind != "media":
        return phrase
    if end == at + 1 and (reader.is_in("indefinite", at - 1) or reader.is_in("possessives", at - 1)):
        return None  # "ein Bild", "un tiempo"
    last = programme_end(reader, end)
    is_own = last > end and reader.low(end) != "'s"
    longer = reader.phrase(at, last, "organisation", reader.slice(at, last) if is_own else phrase.name, actor_id)
    return replace(longer, is_media=True)


def _longer_body(reader: SentenceReader, country: ActorPhrase) -> list[ActorPhrase]:
    """The body whose name a country's opens ("the Nigeria Labour Congress"), where capitals tell names from words."""
    if country.kind != "country" or not reader.words.modifiers_stand_before or reader.words.nouns_are_capital:
        return []
    bodies = [body for body in read_body(reader, country.first) if body.last > country.last + 1]
    closes = bodies[-1].last - 1 if bodies else country.first
    is_body = not reader.is_in("delegations", closes) and not any(
        reader.known_actor(at) for at in range(country.last, closes)
    )
    return bodies if is_body and _tells_names(reader) else []


def _tells_names(reader: SentenceReader) -> bool:
    """Whether a sentence has plain words in small letters: in a headline of capitals nothing tells names."""
    plain = (token.low for token in reader.tokens if token.is_word and not token.is_capital)
    return any(len(low) > 2 and low not in reader.stop_words for low in plain)


def _is_told_bearer(reader: SentenceReader, at: int) -> bool:
    """Whether a country's name is that of somebody told in full; an article or "in" before it means the country."""
    names_country = reader.is_in("articles", at - 1) or reader.is_in("place_prepositions", at - 1)
    return reader.folds[at] in reader.surnames and not names_country


def _national(reader: SentenceReader, at: int, iso3: str) -> ActorPhrase:
    """Somebody by nation alone ("le Norvégien")."""
    low = reader.low(at)
    is_plural = low.endswith("s") and reader.is_in("plural_articles", at - 1)
    if reader.words.nouns_are_capital and reader.tokens[at].is_capital and reader.is_in("plural_openers", at - 1):
        is_plural = not low.endswith(reader.words.feminine_title_endings)
    return reader.phrase(at, at + 1, "person", anaphor="national", holder=iso3, is_plural=is_plural)


def _particled_surname(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A known surname of several words that begins with a capital particle ("Di Maio", "De Croo")."""
    if not reader.is_in("particles", at):
        return None
    for size in (3, 2):
        candidates = reader.gazetteer.surnames.get(" ".join(reader.folds[at : at + size]), ())
        if candidates and at + size <= len(reader.tokens) and reader.tokens[at + size - 1].is_capital:
            return reader.phrase(at, at + size, "person", anaphor="surname", candidates=candidates)
    return None


def _is_initialism(reader: SentenceReader, at: int) -> bool:
    """Whether letters behind an article or in a pair are a body that no table knows ("la FEPEM"), no thing ("PIB")."""
    text = reader.tokens[at].text
    if not (_SHORTEST <= len(text) <= _LONG + 1 and text.isalpha() and text.isupper()):
        return False
    is_alone = not any(token.text.isupper() and token.is_word for token in reader.tokens[at + 1 : at + 2])
    leads = ("articles", "melted_articles", "conjunctions")
    is_led = any(reader.is_in(name, at - 1) for name in leads) and not reader.tokens[at - 1].text.isupper()
    is_led = is_led or reader.is_in("conjunctions", at + 1)
    things = reader.words.sets["lettered_things"]  # where none are listed letters tell nothing
    is_thing = not things or reader.low(at) in things
    return is_alone and is_led and not is_thing and not _is_place(reader, at)


def _is_short_surname(reader: SentenceReader, candidates: Sequence[str]) -> bool:
    """Two letters are a surname where family names stand first and one person bears it ("Xi")."""
    countries = {reader.gazetteer.actors[candidate].country_iso3 for candidate in candidates}
    return len(candidates) == 1 and not countries.isdisjoint(SURNAME_FIRST)


def _is_place(reader: SentenceReader, at: int) -> bool:
    """Whether a venue's name stands here, with or without its article ("La Moncloa")."""
    found = [reader.gazetteer.places.find(reader.folds, start) for start in (at, at - 1)]
    return any(place is not None and reader.gazetteer.places_by_id[place[1]].kind == "venue" for place in found)
