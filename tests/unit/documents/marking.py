"""An article to mark, and what the rules of the regions mark in it."""

from __future__ import annotations

from transforms.documents.regions import find_regions

BODY = (
    "Le ministre des Affaires étrangères a reçu vendredi son homologue grec à Paris, où les deux hommes ont évoqué la "
    "situation en Méditerranée orientale et la préparation du prochain conseil.\n\n"
    "Ils se retrouveront dans un mois à Athènes, a précisé le porte-parole du ministère à l'issue de la rencontre."
)
TITLE = "Le ministre reçoit son homologue grec à Paris"


def marked(text: str, language: str = "fr", title: str | None = None) -> list[tuple[str, str]]:
    """The rule and the words of each region."""
    return [(r.rule_id, text[r.start : r.end]) for r in find_regions(text, language, title)]


def words_of(text: str, rule_id: str, language: str = "fr") -> list[str]:
    """The words that one rule marks."""
    return [words for rule, words in marked(text, language) if rule == rule_id]
