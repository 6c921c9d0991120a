"""Who took part: when two namings mean one actor, and which actors an event is known by."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transforms.records import Participant

_SHORT = 4
"""Skeletons up to this length keep their last letter."""

SOLO_TYPES = frozenset({"press_conference", "interview", "statement", "speech", "appointment"})
"""Types known by the one who speaks or is appointed, not by a circle of equals."""

_FOLDED_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe"})
_NAME_ONLY = "unk."
"""How ids of persons begin whom no table knows: the id says no more than the name (`actors.gazetteer`)."""
_TRANSCRIPTIONS = (
    ("tch", "c"),
    ("sch", "c"),
    ("ch", "c"),
    ("sh", "c"),
    ("ou", "u"),
    ("kh", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("ck", "k"),
    ("q", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("h", ""),
)
"""Letters by which languages write one sound of a foreign name, in the order in which they are replaced."""


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Small letters and figures only, no accents, words parted by one space."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_FOLDED_LETTERS))
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def is_same_actor(one: Participant, other: Participant) -> bool:
    """Whether two namings can only mean one actor: by id, by an office named without its holder, or by name."""
    if one.kind != other.kind:
        return False
    first, second = known_actor(one), known_actor(other)
    if first and second:
        return first == second
    if first in other.candidate_actor_ids or second in one.candidate_actor_ids:
        return True
    if one.office_id and one.office_id == other.office_id and (one.is_titled_only or other.is_titled_only):
        return True
    return _names_agree(fold_name(one.name), fold_name(other.name), is_person=one.kind == "person")


def known_actor(participant: Participant) -> str | None:
    """The participant's id where it stands for a known actor and not for a name."""
    actor_id = participant.actor_id
    return actor_id if actor_id and not actor_id.startswith(_NAME_ONLY) else None


def is_anonymous(participant: Participant) -> bool:
    """Whether only a title or a common noun is told ("responsables"): it means somebody in its own document alone."""
    if known_actor(participant) or participant.office_id or participant.candidate_actor_ids:
        return False
    return participant.is_titled_only or (participant.kind == "person" and participant.name[:1].islower())


def _names_agree(one: str, other: str, *, is_person: bool) -> bool:
    if one == other:
        return bool(one)
    if not is_person or not one or not other:
        return False
    first, second = sorted((one.split(), other.split()), key=len)
    if second[-len(first) :] == first:
        return True
    if skeleton(first[-1]) != skeleton(second[-1]):
        return False
    return len(first) == 1 or skeleton(first[0])[:1] == skeleton(second[0])[:1]


@lru_cache(maxsize=65536)
def skeleton(surname: str) -> str:
    """What the spellings of a surname in several languages have in common: "poutine", "putin" → "putin"."""
    for letters, sound in _TRANSCRIPTIONS:
        surname = surname.replace(letters, sound)
    single = "".join(c for i, c in enumerate(surname) if i == 0 or c != surname[i - 1])
    return single.removesuffix("e") if len(single) > _SHORT else single


def stands_for(body: Participant, person: Participant) -> bool:
    """Whether one naming may stand for a person: "Moscow" for its minister, a title without a name for its holder."""
    if person.kind != "person":
        return False
    if body.kind == "person":
        return body.is_titled_only and not known_actor(body) and not _offices_clash(body, person)
    if body.kind == "country":
        return body.country_iso3 is not None and body.country_iso3 == person.country_iso3
    return body.organisation_id is not None and body.organisation_id == person.organisation_id


def _offices_clash(title: Participant, person: Participant) -> bool:
    """Whether what is known of a person keeps them from being the holder of a title; what is not known does not."""
    if title.office_id and person.office_id:
        return title.office_id != person.office_id
    is_told = title.country_iso3 is not None and person.country_iso3 is not None
    return is_told and title.country_iso3 != person.country_iso3


def select_principals(event_type: str, participants: Sequence[Participant]) -> tuple[Participant, ...]:
    """The participants an event is known by, in the order given.

    Solo types: the speakers. Otherwise the persons, where there are two or more; bodies count where persons alone
    would leave fewer than two. An interviewer is never principal.
    """
    told = [p for p in participants if p.role != "interviewer"]
    if event_type in SOLO_TYPES:
        persons = [p for p in told if p.kind == "person"]
        speakers = [p for p in persons if p.role == "speaker"]
        return tuple(speakers or persons or told)
    persons = [p for p in told if p.kind == "person"]
    return tuple(persons if len(persons) >= 2 else told)


def bodies_of(participants: Sequence[Participant]) -> list[Participant]:
    """The organisations among participants."""
    return [participant for participant in participants if participant.kind == "organisation"]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How two circles agree: actors in both, namings that stand for one another, and those on one side only."""

    shared: int
    stood_for: int
    only_one: int
    only_other: int

    @property
    def met(self) -> int:
        """Pairs that match, surely or by standing for one another."""
        return self.shared + self.stood_for

    @property
    def is_nested(self) -> bool:
        """Whether one circle holds the other."""
        return not (self.only_one and self.only_other)

    @property
    def is_equal(self) -> bool:
        """Whether nobody stands on one side only."""
        return self.met > 0 and not (self.only_one or self.only_other)


def compare_circles(one: Sequence[Participant], other: Sequence[Participant]) -> Overlap:
    """Match two circles one to one: the same actors first, then namings that may stand for a person left over."""
    rest_one, rest_other, shared = _match(list(one), list(other), is_same_actor)
    stands = _may_stand if not (_are_strangers(rest_one) or _are_strangers(rest_other)) else _stand_by_nation
    rest_one, rest_other, stood_for = _match(rest_one, rest_other, stands)
    return Overlap(shared, stood_for, len(rest_one), len(rest_other))


def compare_askers(one: Sequence[Participant], other: Sequence[Participant]) -> str | None:
    """Whether two interviews name the same askers ("same"), others, or nobody to compare: persons and media apart."""
    told = [[p for p in side if p.role == "interviewer"] for side in (one, other)]
    kinds = [[[p for p in side if (p.kind == "person") is is_person] for side in told] for is_person in (True, False)]
    nested = [compare_circles(*sides).is_nested for sides in kinds if all(sides)]
    return ("same" if all(nested) else "other") if nested else None


def _are_strangers(parties: Sequence[Participant]) -> bool:
    """Whether several are told by titles alone, so that none of them is who is named elsewhere."""
    return sum(is_anonymous(party) for party in parties) > 1


def _stand_by_nation(one: Participant, other: Participant) -> bool:
    return _may_stand(one, other) and not (is_anonymous(one) or is_anonymous(other))


def _may_stand(one: Participant, other: Participant) -> bool:
    return stands_for(one, other) or stands_for(other, one)


def _match(
    one: list[Participant], other: list[Participant], test: Callable[[Participant, Participant], bool]
) -> tuple[list[Participant], list[Participant], int]:
    left, rest, shared = [], list(other), 0
    for party in one:
        found = next((i for i, candidate in enumerate(rest) if test(party, candidate)), None)
        if found is None:
            left.append(party)
        else:
            del rest[found]
            shared += 1
    return left, rest, shared


def identity_keys(participant: Participant) -> tuple[frozenset[str], frozenset[str]]:
    """Keys by which namings of one actor find each other: by what is known of it (actor, office), and by name.

    Two namings of one actor share a key of the one kind or of the other. A name is the skeleton of a person's surname,
    all words of a body's; an office without its holder has none.
    """
    actor_id = known_actor(participant)
    known = {f"a:{actor}" for actor in (actor_id, *participant.candidate_actor_ids) if actor}
    if participant.office_id:
        known.add(f"o:{participant.office_id}")
    words = fold_name(participant.name).split()
    if not words or (participant.is_titled_only and participant.office_id):
        return frozenset(known), frozenset()
    name = f"n:{skeleton(words[-1]) if participant.kind == 'person' else ' '.join(words)}"
    return frozenset(known or {name}), frozenset({name})


def merge_parties(namings: Iterable[Participant]) -> list[list[Participant]]:
    """Gather namings into actors, in order of first naming; each list holds the namings of one actor."""
    actors: list[list[Participant]] = []
    for naming in namings:
        home = next((group for group in actors if any(is_same_actor(naming, known) for known in group)), None)
        if home is None:
            actors.append([naming])
        else:
            home.append(naming)
    return actors
