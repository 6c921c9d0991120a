"""Mentions, documents and expressions made by hand."""

from __future__ import annotations

from datetime import date

from transforms.records import Document, Mention, Participant, Region, Timex


def mention(text: str = "A a rencontré B jeudi à Paris.", trigger: str = "rencontré", **changes: object) -> Mention:
    start = text.index(trigger)
    values: dict[str, object] = {
        "mention_id": f"m{start}", "document_id": "d", "text_field": "text", "event_type": "meeting",
        "medium": "in_person", "status": "held", "status_text": None, "trigger_text": trigger, "trigger_start": start,
        "trigger_end": start + len(trigger), "char_start": 0, "char_end": len(text), "clause_start": 0,
        "clause_end": len(text), "sentence_text": text, "is_quoted": False, "is_background": False,
        "parent_mention_id": None, "place_text": None, "place_id": None, "topic_text": None,
        "rule_id": "fr.verb.rencontrer", "confidence": 0.9, "participants": people("per.a", "per.b"),
    }  # fmt: skip
    return Mention(**(values | changes))  # type: ignore[arg-type]


def people(*actor_ids: str) -> tuple[Participant, ...]:
    return tuple(Participant(actor_id, "person", "participant", actor_id, actor_id=actor_id) for actor_id in actor_ids)


def document(
    text: str, published_on: date | None = None, regions: tuple[Region, ...] = (), language: str = "fr"
) -> Document:
    return Document(
        "d", None, "s", None, None, None, language, published_on, None, "declared", None, None, "text/plain", text, "",
        1,
        regions,
    )  # fmt: skip


def timex(text: str, words: str, start: date | None, end: date | None = None, **changes: object) -> Timex:
    at = text.index(words)
    values: dict[str, object] = {
        "start": at, "end": at + len(words), "text": words, "type": "DATE", "value": "", "mod": None,
        "date_start": start, "date_end": end or start, "date_not_before": None, "date_not_after": None,
        "starts_at": None, "ends_at": None, "utc_offset": None, "precision": "day", "edtf": None,
        "anchor_kind": "published", "anchor_on": None, "rule_id": "fr.date", "confidence": 0.9,
    }  # fmt: skip
    return Timex(**(values | changes))  # type: ignore[arg-type]
