"""Features of the score with their weights, vetoes and thresholds: all that is set by hand stands here.

Weights were set on the open pairs (tests/golden/timeline), to round values. `README.md` beside this file says what each
feature means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WEIGHTS: Mapping[str, float] = {
    "type.same": 1.0,
    "type.undecided": 0.5,
    "type.gathering": 0.0,
    "date.same_start": 4.0,
    "date.overlap": 3.0,
    "date.within_days": 3.0,
    "date.within_week": 2.0,
    "date.within_month": 1.5,
    "date.within_year": 0.5,
    "date.possible": 1.0,
    "date.vague": 0.0,
    "date.late_news": 0.5,
    "date.adjacent": -2.0,
    "date.near": -2.5,
    "date.misprint": -2.0,
    "date.outvoted": 1.0,
    "who.same_circle": 4.0,
    "who.part_of_circle": 3.0,
    "who.most_of_circle": 3.0,
    "who.same_body": 4.0,
    "who.same_person": 3.0,
    "who.same_there": 2.0,
    "who.often_heard": 0.5,
    "who.same_asker": 3.0,
    "who.stood_for": 1.5,
    "who.one_shared": -1.0,
    "who.other_partner": -5.0,
    "where.same_venue": 2.0,
    "where.same_city": 1.5,
    "where.same_country": 0.5,
    "where.other_city": -3.5,
    "where.other_country": -4.0,
    "medium.same": 0.5,
    "topic.alike": 1.5,
    "news.same_day": 1.5,
    "text.near_copy": 2.0,
    "clock.other": -1.0,
}
"""Weight of each feature, by id."""

OFTEN_HEARD = frozenset({"statement", "interview"})
"""What one person may give several times a day: the day and the speaker alone do not tell which."""

VETOES = (
    "document.same",
    "type.different",
    "date.apart",
    "date.unknown",
    "who.nobody_shared",
    "who.nobody_named",
    "who.other_asker",
)
"""What keeps two reports apart whatever else agrees."""

MERGE_AT = 6.0
"""`core.merge`: exactly dated reports are one event from this mean score on."""
JOIN_AT = 5.5
"""`core.join`: a vaguely dated report joins the one event that it fits with this mean score."""
JOIN_MARGIN = 2.0
"""`core.join_margin`: by how much that event must lie before the next that fits."""
TOPIC_ALIKE = 60.0
"""Likeness of two topics (rapidfuzz token set ratio of folded words, 0 to 100) from which they are alike."""
WEEK_DAYS = 8
MONTH_DAYS = 31
COARSEST_DAYS = 400
"""What leaves more days open than this is as good as undated."""
DISPUTED = frozenset({"date.adjacent", "date.near", "date.misprint"})
"""Dates that contradict each other and may yet be one day, told wrongly by one side."""
STALE_DAYS = 2
"""News tells events at most this many days old; what a headline or lede dates further back may be misdated."""
NEAR_DAYS = 3
"""How far two days may lie apart for one to be a slip of the other."""
OUTVOTING_SOURCES = 3
"""Independent texts on one day that outvote a single one on another."""
LEDE_LENGTH = 700
"""Code points from the start of a text in which its news is told."""


@dataclass(frozen=True, slots=True)
class Score:
    """The features found between two reports, and the first veto, if any."""

    features: tuple[str, ...]
    veto: str | None = None

    @property
    def is_disputed(self) -> bool:
        """Whether the two contradict each other on the day."""
        return not DISPUTED.isdisjoint(self.features)

    @property
    def total(self) -> float:
        """Sum of the weights; minus infinity under a veto."""
        return float("-inf") if self.veto else sum(WEIGHTS[feature] for feature in self.features)
