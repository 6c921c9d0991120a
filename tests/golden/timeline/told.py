"""Documents and mentions out of the short form in which pairs and stories are written (README.md beside this file)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from transforms.records import Document, EventType, Mention, Participant, Place
from transforms.timeline.consolidate import Timeline, consolidate

FOLDER = Path(__file__).parent
TYPE_NAMES = {
    "meeting": "Meeting", "call": "Call", "summit": "Summit", "visit": "Visit", "negotiation": "Negotiation",
    "press_conference": "Press conference", "interview": "Interview", "signing": "Signing",
    "statement": "Statement", "speech": "Speech", "conference": "Conference", "ministerial": "Ministerial",
    "exercise": "Exercise", "deployment": "Deployment", "attack": "Attack", "accident": "Accident",
    "commemoration": "Commemoration", "election": "Election", "appointment": "Appointment",
}
EVENT_TYPES: Mapping[str, EventType] = {
    code: EventType(code, name, is_core=True, description=name, cameo_code="036", cameo_code_planned="030",
                    plover_event="CONSULT", plover_mode=None, ace_type="Contact.Meet")
    for code, name in TYPE_NAMES.items()
}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _place(row: dict[str, Any]) -> Place:
    return Place(row["id"], row["name"], row["kind"], row.get("city"), row["country"], row.get("lat"), row.get("lon"))


PLACES: Mapping[str, Place] = {place.place_id: place for place in map(_place, read_lines(FOLDER / "places.jsonl"))}


@dataclass(frozen=True)
class Telling:
    """One document and what it mentions."""

    document: Document
    mentions: tuple[Mention, ...]


def tell(row: Mapping[str, Any], name: str) -> Telling:
    """One telling (`document` and its `mentions`); `name` becomes the document's id and begins the mentions' ids."""
    told = row["document"]
    published = date.fromisoformat(told["published"]) if told.get("published") else None
    document = Document(
        document_id=name, external_id=name, source_id=told.get("publisher", "test"), url=None,
        title=told.get("title"), publisher=told.get("publisher"), language=told.get("language", "fr"),
        published_on=published, published_at=None, published_basis="declared" if published else "none",
        published_not_before=None, updated_at=None, media_type="text/plain", text=told["text"],
        content_sha256=hashlib.sha256(told["text"].encode()).hexdigest(), version=1,
    )
    mentions = tuple(_mention(spec, document, number) for number, spec in enumerate(row["mentions"]))
    return Telling(document, mentions)


def _mention(spec: Mapping[str, Any], document: Document, number: int) -> Mention:
    field = spec.get("field", "text")
    words = (document.title or "") if field == "title" else document.text
    trigger = spec["trigger"]
    start = _find(words, trigger, spec.get("nth", 1), document.document_id)
    first, last = _sentence(words, start)
    days = [date.fromisoformat(day) for day in spec.get("date", [])]
    parent = spec.get("part_of")
    return Mention(
        mention_id=f"{document.document_id}.{number}", document_id=document.document_id, text_field=field,
        event_type=spec["type"], medium=spec.get("medium", "unknown"), status=spec.get("status", "held"),
        status_text=spec.get("status_text"), trigger_text=trigger, trigger_start=start,
        trigger_end=start + len(trigger), char_start=first, char_end=last, clause_start=first, clause_end=last,
        sentence_text=words[first:last], is_quoted=False, is_background=spec.get("background", False),
        parent_mention_id=None if parent is None else f"{document.document_id}.{parent}",
        place_text=spec.get("place_text"), place_id=spec.get("place"), topic_text=spec.get("topic"),
        rule_id="test.told", confidence=spec.get("confidence", 0.8),
        participants=tuple(_participant(who) for who in spec.get("who", [])),
        date_expression_id=f"{document.document_id}.{number}.date" if spec.get("explicit", bool(days)) else None,
        date_start=days[0] if days else None, date_end=days[-1] if days else None,
        date_not_before=_day(spec.get("not_before")), date_not_after=_day(spec.get("not_after")),
        date_precision=spec.get("precision", ("day" if len(days) == 1 else "range") if days else None),
        date_basis=spec.get("basis", _basis(spec)), starts_at=spec.get("starts_at"),
        yearless_day=spec.get("yearless"),
    )


def _basis(spec: Mapping[str, Any]) -> str:
    if "date" in spec:
        return "clause"
    return "news_day_bounds" if "not_after" in spec else "plan_undated" if "not_before" in spec else "no_anchor"


def _find(words: str, trigger: str, nth: int, name: str) -> int:
    start = -1
    for _ in range(nth):
        start = words.find(trigger, start + 1)
        if start < 0:
            raise ValueError(f"{name}: the text does not hold {trigger!r} {nth} times")
    return start


def _sentence(words: str, at: int) -> tuple[int, int]:
    first = max(words.rfind(mark, 0, at) + len(mark) if words.rfind(mark, 0, at) >= 0 else 0 for mark in (". ", "\n"))
    ends = [end for mark in (". ", "\n") if (end := words.find(mark, at)) >= 0]
    return first, min(ends, default=len(words))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _participant(who: str | Mapping[str, Any]) -> Participant:
    spec: Mapping[str, Any] = {"name": who} if isinstance(who, str) else who
    return Participant(
        name=spec["name"], kind=spec.get("kind", "person"), role=spec.get("role", "participant"),
        name_text=spec.get("name_text", spec["name"]), actor_id=spec.get("actor"), office_id=spec.get("office"),
        organisation_id=spec.get("organisation"), country_iso3=spec.get("country"),
        candidate_actor_ids=tuple(spec.get("candidates", ())), is_titled_only=spec.get("titled_only", False),
    )


def build(tellings: Iterable[Telling], **options: Any) -> Timeline:
    """Consolidate tellings with the places and types of the tests."""
    told = list(tellings)
    days = [telling.document.published_on for telling in told if telling.document.published_on]
    options.setdefault("newest_published_on", max(days, default=None))
    return consolidate(
        {telling.document.document_id: telling.document for telling in told},
        [mention for telling in told for mention in telling.mentions],
        places=PLACES, event_types=EVENT_TYPES, **options,
    )
