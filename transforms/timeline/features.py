"""The score by which two reports of different documents are one event: named features that add up.

A veto keeps two reports apart whatever else agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from transforms.records import Document, Place
from transforms.timeline.cues import tells_repetition
from transforms.timeline.days import date_feature, leads
from transforms.timeline.members import are_same_members, circle_features, circle_veto
from transforms.timeline.near_copies import Sketch, are_copies, group_copies, sketch_document
from transforms.timeline.parties import Overlap, compare_askers, compare_circles, fold_name
from transforms.timeline.reports import Report
from transforms.timeline.sites import compare_places, place_of_all
from transforms.timeline.types import compare_types
from transforms.timeline.weights import DISPUTED, MERGE_AT, TOPIC_ALIKE, VETOES, WEIGHTS, Score


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
        return (
            report.event_type,
            report.medium,
            report.status,
            report.window,
            report.principals,
            askers,
            place.place_id if place else None,
            _topic(report),
            report.best.starts_at,
            report.is_news,
            leads(report),
            self._tells_repetition(report),
            report.published_on,
        )

    def score(self, one: Report, other: Report) -> Score:
        """Score two reports of different documents; the order of the two does not matter."""
        types = compare_types(one.event_type, one.medium, other.event_type, other.medium)
        overlap = compare_circles(one.principals, other.principals)
        when = date_feature(one, other)
        if when in DISPUTED and (self._tells_repetition(one) or self._tells_repetition(other)):
            when = "date.apart"
        veto = _veto(one, other, types, overlap, when)
        if veto == "date.unknown" and self._are_copies(one, other):
            veto = None
        if veto:
            return Score((), veto)
        features = [f"type.{types}", *([when] if when in WEIGHTS else []), *circle_features(one, other, overlap)]
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
        if compare_askers(one.participants, other.participants) == "same":
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


def _veto(one: Report, other: Report, types: str, overlap: Overlap, when: str) -> str | None:
    if one.document_id == other.document_id:
        return "document.same"
    if types == "different" or (types == "gathering" and not are_same_members(one, other, overlap)):
        return "type.different"
    return circle_veto(one, other, overlap) or (when if when in VETOES else None)


def _topics_alike(one: Report, other: Report) -> bool:
    topic, other_topic = _topic(one), _topic(other)
    if not topic or not other_topic:
        return False
    return fuzz.token_set_ratio(fold_name(topic), fold_name(other_topic)) >= TOPIC_ALIKE


def _topic(report: Report) -> str | None:
    return next((m.topic_text for m in report.mentions if m.topic_text), None)
