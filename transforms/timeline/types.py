"""Which types of mention may name one event, and which events hold others."""

from __future__ import annotations

from typing import Literal

from transforms.records import Medium

TypeAgreement = Literal["same", "undecided", "gathering", "different"]

TALKS = frozenset({"meeting", "call"})
"""Types between which only the medium decides."""
_GATHERINGS = frozenset({"meeting", "negotiation", "summit", "conference", "ministerial"})
_RANKS = {"visit": 3, "summit": 3, "conference": 3, "ministerial": 2, "negotiation": 2}
"""How large a thing a type names: only a larger one holds a smaller one. Every other type ranks 1."""

PLACED_TYPES = frozenset({"attack", "accident", "election", "exercise", "deployment", "commemoration"})
"""Types known by where and when they were, more than by who took part."""

ASSEMBLY_TYPES = frozenset({"summit", "conference", "ministerial"})
"""Gatherings known by the body that meets and the town, whoever is named."""


def compare_types(one: str, one_medium: Medium, other: str, other_medium: Medium) -> TypeAgreement:
    """Whether two mentions may name one event by their types.

    Two known media that differ are two events. `undecided`: a meeting and a call by the same medium or one unknown
    ("virtual meeting", "video call"). `gathering`: two labels for people coming
    together ("summit", "meeting of leaders"), which name one event only where the members are the same.
    """
    if media_clash(one_medium, other_medium):
        return "different"
    if one == other:
        return "same"
    if {one, other} == TALKS:
        return "undecided"
    return "gathering" if {one, other} <= _GATHERINGS else "different"


def media_clash(one: Medium, other: Medium) -> bool:
    """Whether both media are known and differ."""
    return one != other and "unknown" not in (one, other)


def may_hold(holder: str, part: str) -> bool:
    """Whether an event of type `holder` can contain one of type `part`."""
    return _RANKS.get(holder, 1) > _RANKS.get(part, 1)


def is_holder(event_type: str) -> bool:
    """Whether events of the type can contain others."""
    return _RANKS.get(event_type, 1) > 1


def type_family(event_type: str) -> str:
    """The name that all types share which may ever name one event with this one."""
    return "gathering" if event_type in _GATHERINGS | TALKS else event_type
