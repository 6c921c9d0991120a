"""An actor of a document, and when two namings mean one."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import fold
from transforms.records import ActorKind


@dataclass(slots=True, eq=False)
class Referent:
    """One actor of a document as known so far; `offices` are (kind, holder) pairs its titles told.

    `is_loose`: told by a bare title that many carry ("the minister"); nothing points back to it.
    """

    kind: ActorKind
    name: str
    actor_id: str | None
    gender: str | None = None
    is_titled_only: bool = False
    is_former: bool = False
    is_loose: bool = False
    office_kind: str | None = None
    holder: str | None = None
    countries: set[str] = field(default_factory=set)
    offices: set[tuple[str | None, str | None]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def same_office(office: tuple[str | None, str | None], phrase: ActorPhrase) -> bool:
    """Whether a title names an office known as (kind, holder); a title without a holder may be anybody's."""
    kind, holder = office
    return phrase.office_kind is not None and kind == phrase.office_kind and phrase.holder in (None, holder)


def same_name(known: str, name: str) -> bool:
    """Equal up to accents, or one slip of the pen in a long last name under the same first name."""
    left, right = fold(known).split(), fold(name).split()
    if left == right:
        return True
    if len(left) < 2 or len(right) < 2 or left[0] != right[0]:
        return False
    return len(left[-1]) >= 6 and OSA.distance(left[-1], right[-1]) <= 1
