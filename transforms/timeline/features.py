"""The score by which two reports of different documents are one event: named features that add up.

Weights were set on the open pairs (tests/golden/timeline), by hand, to round values. A veto keeps two reports apart
whatever else agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from transforms.records import Document, Place
from transforms.timeline.cues import tells_repetition
from transforms.timeline.near_copies import Sketch, are_copies, group_copies, sketch_document
from transforms.timeline.parties import SOLO_TYPES, Overlap, bodies_of, compare_circles, fold_name
from transforms.timeline.reports import Report
from transforms.timeline.sites import compare_places, place_of_all
from transforms.timeline.types import ASSEMBLY_TYPES, PLACED_TYPES, compare_types
from transforms.timeline.windows import Window, compare_windows, gap_days, told_window

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
"""Weight of each feature, by id. `README.md` beside this file says what each means."""

OFTEN_HEARD = frozenset({"statement", "interview"})
"""What one person may give several times a day: the day and the speaker alone do not tell which."""

VETOES = (
    "document.same", "type.different", "date.apart", "date.unknown", "who.nobody_shared", "who.nobody_named",
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
_WIDTHS = {"days": 2, "week": WEEK_DAYS, "month": MONTH_DAYS, "year": COARSEST_DAYS}
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


class Scorer:
    """Scores pairs of reports against the places and documents they speak of; remembers sketches of texts."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        places: Mapping[str, Place],
        sketches: Mapping[str, Sketch] | None = None,
    ) -> None:
        self._documents = documents
        self._places = places
        self._sketches: dict[str, Sketch] = dict(sketches or {})
        self._sites: dict[str, Place | None] = {}

    def sketch(self, document_id: str) -> Sketch:
        """The sketch of a document's text, made once."""
        if document_id not in self._sketches:
            self._sketches[document_id] = sketch_document(self._documents[document_id])
        return self._sketches[document_id]

    def place_of(self, report: Report) -> Place | None:
        """The place that a report tells, worked out once."""
        if report.report_id not in self._sites:
            self._sites[report.report_id] = place_of_all(report.mentions, self._places)
        return self._sites[report.report_id]

    def profile(self, report: Report) -> object:
        """All of a report that the score looks at, but for the document's text and id."""
        askers = tuple(p for p in report.participants if p.role == "interviewer")
        place = self.place_of(report)
        return (report.event_type, report.medium, report.status, report.window, report.principals, askers,
                place.place_id if place else None, _topic(report), report.best.starts_at, report.is_news,
                _leads(report), self._tells_repetition(report), report.published_on)

    def score(self, one: Report, other: Report) -> Score:
        """Score two reports of different documents; the order of the two does not matter."""
        types = compare_types(one.event_type, one.medium, other.event_type, other.medium)
        overlap = compare_circles(one.principals, other.principals)
        when = _date_feature(one, other)
        if when in DISPUTED and (self._tells_repetition(one) or self._tells_repetition(other)):
            when = "date.apart"
        veto = _veto(one, other, types, overlap, when)
        if veto == "date.unknown" and self._are_copies(one, other):
            veto = None
        if veto:
            return Score((), veto)
        features = [f"type.{types}", *([when] if when in WEIGHTS else []), *_circle_features(one, other, overlap)]
        features.extend(self._other_features(one, other, when))
        total = sum(WEIGHTS[feature] for feature in features)
        is_close = MERGE_AT - WEIGHTS["text.near_copy"] <= total < MERGE_AT
        if is_close and when not in DISPUTED and self._are_copies(one, other):
            features.append("text.near_copy")
        return Score(tuple(features))

    def count_sources(self, reports: Sequence[Report]) -> int:
        """Independent texts among the documents of some reports."""
        ids = sorted({report.document_id for report in reports})
        return len(set(group_copies(ids, {document_id: self.sketch(document_id) for document_id in ids}).values()))

    def _tells_repetition(self, report: Report) -> bool:
        return tells_repetition(report, self._documents[report.document_id].language)

    def _are_copies(self, one: Report, other: Report) -> bool:
        return are_copies(self.sketch(one.document_id), self.sketch(other.document_id))

    def _other_features(self, one: Report, other: Report, when: str) -> Iterator[str]:
        where = compare_places(self.place_of(one), self.place_of(other))
        if where != "unknown":
            yield f"where.{where}"
        if _compare_askers(one, other) == "same":
            yield "who.same_asker"
        if one.medium == other.medium != "unknown":
            yield "medium.same"
        if _topics_alike(one, other):
            yield "topic.alike"
        is_news = one.is_news and other.is_news and one.published_on is not None
        if when in DISPUTED and is_news and one.published_on == other.published_on:
            yield "news.same_day"
        if one.best.starts_at and other.best.starts_at and one.best.starts_at != other.best.starts_at:
            yield "clock.other"


def is_open(window: Window | None) -> bool:
    """Whether a window leaves the day as good as unknown."""
    return window is None or window.days > COARSEST_DAYS


def _date_feature(one: Report, other: Report) -> str:
    if is_open(one.window) or is_open(other.window):
        return "date.unknown"
    agreement = compare_windows(one.window, other.window)
    if agreement in ("adjacent", "apart"):
        is_late = _is_late_news(one, other) or _is_late_news(other, one)
        return "date.late_news" if is_late else _dispute(one, other) or "date.apart"
    if agreement in ("same_start", "overlap"):
        return f"date.{agreement}"
    width = max(window.days for window in (one.window, other.window) if window and not window.is_exact)
    if agreement == "possible":
        return "date.possible" if width <= WEEK_DAYS else "date.vague"
    return next(f"date.within_{name}" for name, days in _WIDTHS.items() if width <= days)


def _is_late_news(late: Report, other: Report) -> bool:
    """Whether one report, dated by its publication alone, may tell of the other's exact day shortly before it."""
    if late.window is None or other.window is None or not other.window.is_exact:
        return False
    is_assumed = told_window(late.best) is None and late.is_news and late.status == other.status == "held"
    return is_assumed and 0 < (late.window.first - other.window.last).days <= STALE_DAYS


def _dispute(one: Report, other: Report) -> str | None:
    """How two reports of different days may yet mean one: both told as news that happened, on days easily confused.

    Where the later day is only told by who published on it, both may be right, each of its own day.
    """
    if one.window is None or other.window is None or not (one.window.is_exact and other.window.is_exact):
        return None
    if not (one.is_news and other.is_news and one.status == other.status == "held"):
        return None
    gap = gap_days(one.window, other.window)
    if gap <= NEAR_DAYS:
        later = max(one.window.last, other.window.last)
        if any(report.published_on is None or report.published_on < later for report in (one, other)):
            return None
        return "date.adjacent" if gap == 1 else "date.near"
    is_misprint = _is_misprint(one.window.first, other.window.first)
    return "date.misprint" if is_misprint and (_is_stale_beside(one, other) or _is_stale_beside(other, one)) else None


def _is_misprint(one: date, other: date) -> bool:
    """Whether two days differ as a slip of the pen does: the month, the year, or a whole week."""
    months = abs((one.year - other.year) * 12 + one.month - other.month)
    return (one.day == other.day and months in (1, 12)) or abs((one - other).days) == 7


def _veto(one: Report, other: Report, types: str, overlap: Overlap, when: str) -> str | None:
    if one.document_id == other.document_id:
        return "document.same"
    if types == "different" or (types == "gathering" and not _are_same_members(one, other, overlap)):
        return "type.different"
    placed = {one.event_type, other.event_type} <= PLACED_TYPES
    if one.principals and other.principals and not overlap.met and not placed and not _are_assemblies(one, other):
        return "who.nobody_shared"
    if not (one.principals and other.principals) and not placed and not _is_assembly(one, other):
        return "who.nobody_named"
    if _compare_askers(one, other) == "other":
        return "who.other_asker"
    return when if when in VETOES else None


def _are_same_members(one: Report, other: Report, overlap: Overlap) -> bool:
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


def _compare_askers(one: Report, other: Report) -> str | None:
    """Whether both interviews name the same publisher, others, or not both any."""
    askers = [[p for p in report.participants if p.role == "interviewer"] for report in (one, other)]
    if not all(askers):
        return None
    return "same" if compare_circles(*askers).is_nested else "other"


def _is_assembly(one: Report, other: Report) -> bool:
    return bool({one.event_type, other.event_type} & ASSEMBLY_TYPES)


def _circle_features(one: Report, other: Report, overlap: Overlap) -> Iterator[str]:
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


def _is_stale_beside(stale: Report, other: Report) -> bool:
    """Whether a report leads with what it dates well before its day, while the other's date would be news then."""
    if stale.window is None or other.window is None or stale.published_on is None:
        return False
    age = (stale.published_on - stale.window.last).days
    other_age = (stale.published_on - other.window.first).days
    return _leads(stale) and age > STALE_DAYS and 0 <= other_age <= STALE_DAYS


def _topics_alike(one: Report, other: Report) -> bool:
    topic, other_topic = _topic(one), _topic(other)
    if not topic or not other_topic:
        return False
    return fuzz.token_set_ratio(fold_name(topic), fold_name(other_topic)) >= TOPIC_ALIKE


def _topic(report: Report) -> str | None:
    return next((m.topic_text for m in report.mentions if m.topic_text), None)


def _leads(report: Report) -> bool:
    """Whether a report is told in the headline or where a text tells its news."""
    return any(m.text_field == "title" or m.trigger_start < LEDE_LENGTH for m in report.mentions)
