"""The participants of an event over all its reports."""

from __future__ import annotations

from collections import Counter

from transforms.records import EventParticipant, Participant, Role
from transforms.timeline.parties import is_same_actor
from transforms.timeline.reports import Report, fullest_naming


class Circle:
    """Gathers namings into actors as reports come in, in order of publication."""

    def __init__(self) -> None:
        self._actors: list[dict[Participant, int]] = []

    def add(self, report: Report) -> list[str]:
        """Take in one report; returns the names of the actors nobody had named before."""
        added = []
        for mention in report.mentions:
            for naming in mention.participants:
                home = self._find(naming)
                if home is None:
                    self._actors.append({naming: 1})
                    added.append(naming.name)
                else:
                    home[naming] = home.get(naming, 0) + 1
        return added

    def _find(self, naming: Participant) -> dict[Participant, int] | None:
        exact = next((actor for actor in self._actors if naming in actor), None)
        if exact is not None:
            return exact
        return next((actor for actor in self._actors if any(is_same_actor(naming, known) for known in actor)), None)

    def members(self) -> list[tuple[Participant, Role, int]]:
        """Each actor by its fullest naming, with its role and mentions: persons first, then by mentions, then name."""
        told = [(fullest_naming(list(actor)), _role(actor), sum(actor.values())) for actor in self._actors]
        return sorted(told, key=lambda member: (member[0].kind != "person", -member[2], member[0].name))


def _role(namings: dict[Participant, int]) -> Role:
    """The most told role; "participant" only where no mention says more."""
    votes: Counter[Role] = Counter()
    for naming, count in namings.items():
        votes[naming.role] += count
    special = [role for role in votes if role != "participant"]
    return min(special, key=lambda role: (-votes[role], role)) if special else "participant"


def participant_rows(event_id: str, members: list[tuple[Participant, Role, int]]) -> list[EventParticipant]:
    """Rows of `event_participants` for one event."""
    return [
        EventParticipant(
            event_id=event_id,
            position=position,
            actor_id=who.actor_id,
            name=who.name,
            kind=who.kind,
            role=role,
            office_id=who.office_id,
            organisation_id=who.organisation_id,
            country_iso3=who.country_iso3,
            mention_count=count,
        )
        for position, (who, role, count) in enumerate(members)
    ]
