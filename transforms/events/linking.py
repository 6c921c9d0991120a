"""Mentions of one document that tell the same event: the later ones take over what the fullest one knows."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.records import Mention


def link_mentions(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with one statement a speaker."""
    kept: list[Mention] = []
    speakers: set[str] = set()
    for mention in mentions:
        if mention.event_type == "statement":
            key = "|".join(participant.name for participant in mention.participants)
            if key in speakers:
                continue
            speakers.add(key)
        kept.append(mention)
    return kept
