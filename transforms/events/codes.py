"""Codes of other event schemes for an event of ours: CAMEO, PLOVER and ACE."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from transforms.records import EventType, Role, Status

# CAMEO tells a visitor from a host; one row of `event_types` cannot.
_CAMEO_VISIT: dict[str, str] = {"guest": "042", "host": "043"}
_HELD: frozenset[Status] = frozenset({"held"})
_INTENDED: frozenset[Status] = frozenset({"planned", "proposed"})


class EventCodes(NamedTuple):
    """CAMEO code of the actor's side, PLOVER event and mode, ACE type; None where the scheme has none."""

    cameo_code: str | None
    plover_event: str | None
    plover_mode: str | None
    ace_type: str | None


def event_codes(
    event_type: str, status: Status, medium: str, role: Role | None, event_types: Mapping[str, EventType]
) -> EventCodes:
    """The codes of an event seen from one participant's side.

    Plans and proposals carry CAMEO's code of intent (036 for consultations); a visit is 042 for the visitor
    and 043 for the host; what was cancelled, denied or only supposed has no CAMEO or PLOVER code. ACE types do not
    depend on status.

    Args:
        event_type: our type.
        status: our status.
        medium: a call by telephone keeps its own CAMEO code, other media the one of the type.
        role: the participant's role, None for the event as a whole.
        event_types: rows of the `event_types` seed by type.
    """
    row = event_types.get(event_type)
    if row is None:
        return EventCodes(None, None, None, None)
    if status in _INTENDED:
        return EventCodes(row.cameo_code_planned, row.plover_event, row.plover_mode, row.ace_type)
    if status not in _HELD:
        return EventCodes(None, None, None, row.ace_type)
    cameo = row.cameo_code
    if event_type == "visit" and role in _CAMEO_VISIT:
        cameo = _CAMEO_VISIT[role]
    mode = "phone" if medium == "telephone" and row.plover_event == "CONSULT" else row.plover_mode
    return EventCodes(cameo, row.plover_event, mode, row.ace_type)
