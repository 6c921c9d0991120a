"""Whether two reports name the same people: features of their circles, and what keeps circles apart."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.timeline.parties import SOLO_TYPES, Overlap, bodies_of, compare_askers, compare_circles
from transforms.timeline.reports import Report
from transforms.timeline.types import ASSEMBLY_TYPES, PLACED_TYPES
from transforms.timeline.weights import OFTEN_HEARD


def circle_veto(one: Report, other: Report, overlap: Overlap) -> str | None:
    """What keeps two reports apart by who takes part, if anything."""
    placed = {one.event_type, other.event_type} <= PLACED_TYPES
    if one.principals and other.principals and not overlap.met and not placed and not _are_assemblies(one, other):
        return "who.nobody_shared"
    if not (one.principals and other.principals) and not placed and not _is_assembly(one, other):
        return "who.nobody_named"
    return "who.other_asker" if compare_askers(one.participants, other.participants) == "other" else None


def are_same_members(one: Report, other: Report, overlap: Overlap) -> bool:
    """Whether two labels may name one gathering: nobody on one side only, or a body in common that meets."""
    return overlap.is_equal or _share_body(one, other)


def _share_body(one: Report, other: Report) -> bool:
    return compare_circles(bodies_of(one.principals), bodies_of(other.principals)).shared > 0


def _are_same_bodies(one: Report, other: Report) -> bool:
    """Whether the same bodies and states meet, whoever speaks for them; a body and a guest is another gathering."""
    told = [[p for p in report.principals if p.kind != "person"] for report in (one, other)]
    return compare_circles(*told).is_equal and _share_body(one, other)


def _are_assemblies(one: Report, other: Report) -> bool:
    """Whether both are assemblies, and not of two bodies: one may name the members, the other the body."""
    if not {one.event_type, other.event_type} <= ASSEMBLY_TYPES:
        return False
    return _share_body(one, other) or not (bodies_of(one.principals) and bodies_of(other.principals))


def _is_assembly(one: Report, other: Report) -> bool:
    return bool({one.event_type, other.event_type} & ASSEMBLY_TYPES)


def circle_features(one: Report, other: Report, overlap: Overlap) -> Iterator[str]:
    """The features of two circles, none where they have nobody in common."""
    if not overlap.met:
        return
    types = {one.event_type, other.event_type}
    if types <= SOLO_TYPES:
        yield "who.often_heard" if types <= OFTEN_HEARD else "who.same_person"
    elif types <= PLACED_TYPES:
        yield "who.same_there"
    elif types & ASSEMBLY_TYPES and _are_same_bodies(one, other):
        yield "who.same_body"
    elif types == {"visit"} and overlap.is_nested and overlap.met == 1:
        yield "who.same_person"
    else:
        yield _compare_members(overlap, is_assembly=bool(types & ASSEMBLY_TYPES))


def _compare_members(overlap: Overlap, *, is_assembly: bool) -> str:
    """How far two circles that have somebody in common are the same."""
    if overlap.met == 1 and not is_assembly:
        return "who.one_shared" if overlap.is_nested else "who.other_partner"
    if overlap.stood_for:
        return "who.stood_for" if overlap.is_nested else "who.other_partner"
    if overlap.is_equal:
        return "who.same_circle"
    if overlap.is_nested:
        return "who.part_of_circle"
    return "who.most_of_circle" if overlap.shared > max(overlap.only_one, overlap.only_other) else "who.other_partner"
