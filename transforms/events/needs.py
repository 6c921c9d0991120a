"""What a trigger must have beside it before it counts as a report of an event.

A frame's `needs` are alternatives, each a string of atoms that must all hold: `needs = ["two", "one place"]` is two
parties, or one and a place.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events import journeys, parties, wording
from transforms.events.evidence import Atoms, Evidence
from transforms.events.unreported import is_habit, is_loose_infinitive, is_match, is_missing, is_of_long_ago, is_shelter

ATOMS: Atoms = {**parties.ATOMS, **journeys.ATOMS, **wording.ATOMS}
Needs = tuple[tuple[str, ...], ...]


def read_needs(alternatives: Sequence[str]) -> Needs:
    """The needs that a frame writes.

    Raises:
        ValueError: a word that is no atom.
    """
    needs = tuple(tuple(alternative.split()) for alternative in alternatives)
    if unknown := {atom for atoms in needs for atom in atoms} - ATOMS.keys():
        raise ValueError(f"no atom {', '.join(sorted(unknown))} for needs; there are {', '.join(ATOMS)}")
    return needs


def is_reported(evidence: Evidence) -> bool:
    """Whether a trigger with its evidence reports an event, by what its frame needs."""
    return (
        (
            any(all(ATOMS[atom](evidence) for atom in atoms) for atoms in evidence.trigger.frame.needs)
            or wording.is_next_item(evidence)
        )
        and not is_loose_infinitive(evidence)
        and not is_habit(evidence)
        and not is_of_long_ago(evidence)
        and not is_missing(evidence)
        and not is_match(evidence)
        and not is_shelter(evidence)
    )
