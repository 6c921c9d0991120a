"""Actors inside a hyphenated word ("NATO-Gipfel", "UE-Chine", "vertice Biden-Putin")."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.actors.phrases import ActorPhrase, SentenceReader
from transforms.actors.tokens import fold

_PAIR = 2
_LONGEST_NAME = 4
_HYPHENS = r"[-\u2010\u2011\u2013]"


def read_hyphenated(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """The people, countries or bodies that a word at an index joins by hyphens to each other or to a noun."""
    if "-" not in reader.low(at):
        return []
    return _paired_names(reader, at) or _paired_bodies(reader, at) or _compound(reader, at)


def _parts(reader: SentenceReader, at: int) -> list[str]:
    """The words that any kind of hyphen joins, as written."""
    return re.split(_HYPHENS, reader.tokens[at].text)


def _paired_names(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Two known people before or in a hyphenated noun ("vertice Biden-Putin", "Biden-Putin-Treffen")."""
    parts = _parts(reader, at)[:2]
    names = [reader.gazetteer.surnames.get(fold(part), ()) if part[:1].isupper() else () for part in parts]
    if len(names) < 2 or not all(names) or fold(parts[0]) == fold(parts[1]):
        return []
    phrase = replace(reader.phrase(at, at + 1, "person", anaphor="surname"), is_compound=True, list_first=at)
    return [replace(phrase, name=part, text=part, candidates=c) for part, c in zip(parts, names, strict=True)]


def _paired_bodies(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Two countries or bodies that a hyphen joins ("UE-Chine", "Canada-Union européenne"), or nobody.

    One of them may be a country that only the document knows ("EU-Karelda").
    """
    parts = _parts(reader, at)
    names = [fold(part) for part in parts if part[:1].isupper()]
    if len(names) < _PAIR or len(names) != len(parts):
        return []
    long = reader.gazetteer.names.find([names[-1], *reader.folds[at + 1 : at + _LONGEST_NAME]], 0)
    last = at + (long[0] if long else 1)
    found = [*(reader.gazetteer.names.find([name], 0) for name in names[:-1]), long]
    ids = [one[1] if one else reader.gazetteer.capitals.get(name) for one, name in zip(found, names, strict=True)]
    phrases: list[ActorPhrase] = []
    for part, actor_id in zip(parts, ids, strict=True):
        actor = reader.gazetteer.actors[actor_id] if actor_id else None
        if actor and actor.kind != "person":
            phrases.append(replace(reader.known_phrase(at, last, actor.actor_id), list_first=at))
        elif any(ids) and part.lower() in reader.polities:
            phrases.append(replace(reader.phrase(at, last, "organisation", part), list_first=at))
    return phrases if len(phrases) == len(parts) else []


def _compound(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """The organisation or country before the hyphen of a noun ("NATO-Gipfel")."""
    prefix = reader.folds[at].rpartition("-")[0]
    found = reader.gazetteer.names.find([prefix], 0)
    actor = reader.gazetteer.actors[found[1]] if found else None
    if actor is None or actor.kind == "person":
        return []
    return [replace(reader.known_phrase(at, at + 1, actor.actor_id), is_compound=True)]
