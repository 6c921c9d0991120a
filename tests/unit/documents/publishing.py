"""An article to date, and what is found of its publication."""

from __future__ import annotations

from transforms.documents.publication import DateEvidence, Publication, find_publication
from transforms.documents.regions import find_regions

BODY = "Le ministre a reçu son homologue grec à Paris, où les deux hommes ont évoqué la situation en Méditerranée."
TITLE = "Le ministre reçoit son homologue grec à Paris"


def published(text: str = "", language: str = "fr", **evidence: str) -> Publication:
    """What the text and its envelope tell of the day of publication."""
    return find_publication(DateEvidence(**evidence), text, language, find_regions(text, language))
