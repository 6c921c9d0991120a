"""Words that look like the noun of an event and are none."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.dates.lexicon import time_words
from transforms.dates.tense import tense_tables
from transforms.events.lexicon import Lexicon

_LEAD = 2


def names_room(lows: Sequence[str], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether words only tell what a room is for ("salle de réunion", "sala riunioni", "meeting room")."""
    before = (lexicon.tables["rooms"].find(lows, at) for at in range(max(0, first - _LEAD), first))
    is_led = any(found is not None and found[0] == first for found in before)
    return is_led or (last < len(lows) and lows[last] in lexicon.groups["rooms_behind"])


def is_participle(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun that looks like a participle stands right behind a "be" ("la page est tournée")."""
    endings = tense_tables(lexicon.language).participle_endings
    is_led = at > 0 and any(name.startswith("be_") for name in lexicon.auxiliary_classes(lows[at - 1]))
    return is_led and bool(endings) and lows[at].endswith(endings)


def is_dated(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition that would make something else of a noun leads a day ("a call on Tuesday")."""
    follows = lows[at + 1] if at + 1 < len(lows) else ""
    is_time = follows.isdigit() or follows in time_words(lexicon.language)
    return is_time and lows[at] in lexicon.groups.get("day_leads", ())
