"""The timeline itself: one row a real-world event, who took part, the ids that lead to it and its history."""

from __future__ import annotations

from warehouse.tables import codes
from warehouse.tables.declaration import Column, Table

EVENTS = Table(
    "events", "published",
    "One row for each event of the real world, however many documents report it.",
    ("event_id",),
    (
        Column("event_id", "text", "Id of the event: that of its first mention."),
        Column("event_type", "text", "Type of event.", is_required=True, refers_to="event_types.event_type"),
        Column("medium", "text", "How those taking part came together.", is_required=True, codes=codes.MEDIUM),
        Column("title", "text", "One readable line that names the event.", is_required=True),
        Column("status", "text", "What the documents together say of the event's reality.", is_required=True,
               codes=codes.STATUS),
        Column("date_start", "day", "First day of the event; NULL where no document tells the day."),
        Column("date_end", "day", "Last day, inclusive."),
        Column("date_not_before", "day", "First day the evidence leaves possible, where the day is unknown."),
        Column("date_not_after", "day", "Last day the evidence leaves possible, where the day is unknown."),
        Column("date_precision", "text", "How finely the event is dated.", codes=codes.DATE_PRECISION),
        Column("date_edtf", "text", "The date in Extended Date/Time Format (ISO 8601-2); XXXX-MM-DD: year unknown."),
        Column("starts_at", "local_time", "Local wall time of the start, where told."),
        Column("ends_at", "local_time", "Local wall time of the end, exclusive, where told."),
        Column("utc_offset", "text", "Offset of the local times from UTC, where told."),
        Column("date_basis", "text", "What the date rests on, or why there is none."),
        Column("has_date_conflict", "boolean", "Whether documents date the event differently.", is_required=True),
        Column("part_of_event_id", "text", "The larger event this one belongs to, as a visit or summit.",
               refers_to="events.event_id"),
        Column("place_id", "text", "Where it took place.", refers_to="places.place_id"),
        Column("place_name", "text", "Name of the place."),
        Column("country_iso3", "text", "ISO 3166 code of the country of the place."),
        Column("latitude", "number", "Degrees north (WGS 84) of the place."),
        Column("longitude", "number", "Degrees east (WGS 84) of the place."),
        Column("place_precision", "text", "How finely the place is known.", codes=codes.PLACE_KIND),
        Column("topic_text", "text", "What it was about, in the words of a document."),
        Column("document_count", "integer", "Documents that report it.", is_required=True),
        Column("source_count", "integer", "Independent reports; near-copies of one text count once.",
               is_required=True),
        Column("mention_count", "integer", "Mentions in all documents.", is_required=True),
        Column("first_published_on", "day", "Publication day of the earliest dated document that reports it."),
        Column("last_published_on", "day", "Publication day of the latest dated document that reports it."),
        Column("confidence", "number", "Trust in the event, 0 to 1: an order, not a probability.", is_required=True),
        Column("cameo_code", "text", "CAMEO code of type, status and role; NULL where the scheme has none."),
        Column("plover_event", "text", "PLOVER event type; NULL where the scheme has none."),
        Column("plover_mode", "text", "PLOVER mode; NULL where the scheme has none."),
        Column("ace_type", "text", "ACE 2005 event type; NULL where the scheme has none."),
        Column("version", "integer", "Steps in the event's history so far.", is_required=True),
    ),
    ordered=(("date_start", "date_end"), ("date_not_before", "date_not_after")),
    together=(("date_start", "date_end"),),
)

EVENT_PARTICIPANTS = Table(
    "event_participants", "published",
    "Who took part in each event, over all its mentions.",
    ("event_id", "name", "role"),
    (
        Column("event_id", "text", "The event.", refers_to="events.event_id"),
        Column("actor_id", "text", "The actor; NULL where an office has no known single holder on the date.",
               refers_to="actors.actor_id"),
        Column("name", "text", "Name of the actor."),
        Column("kind", "text", "What kind of actor.", is_required=True, codes=codes.ACTOR_KIND),
        Column("role", "text", "Part taken in the event.", codes=codes.ROLE),
        Column("office_id", "text", "Office in which the actor took part.", refers_to="offices.office_id"),
        Column("organisation_id", "text", "Organisation the actor stood for.",
               refers_to="organisations.organisation_id"),
        Column("country_iso3", "text", "ISO 3166 code of the country the actor stood for."),
        Column("mention_count", "integer", "Mentions that name the actor as taking part.", is_required=True),
    ),
)

EVENT_ALIASES = Table(
    "event_aliases", "published",
    "Every id that ever meant an event and the event it leads to now.",
    ("alias_id",),
    (
        Column("alias_id", "text", "A mention's id, which may once have been an event's."),
        Column("event_id", "text", "The event it leads to; NULL where its document was withdrawn."),
        Column("reason_code", "text", "Why the alias is there.", is_required=True),
    ),
)

EVENT_HISTORY = Table(
    "event_history", "published",
    "How each event came to be known, replayed in order of publication.",
    ("event_id", "position"),
    (
        Column("event_id", "text", "The event.", refers_to="events.event_id"),
        Column("position", "integer", "Order of the step, from 0."),
        Column("changed_on", "day", "Publication day of the document that told it; NULL where unknown."),
        Column("document_id", "text", "The document that told it; NULL for corrections."),
        Column("mention_id", "text", "The mention that told it; NULL for corrections."),
        Column("change_code", "text", "What changed.", is_required=True),
        Column("field_name", "text", "Which fact changed, where one did."),
        Column("old_value_text", "text", "The fact before."),
        Column("new_value_text", "text", "The fact after."),
    ),
)

TABLES = (EVENTS, EVENT_PARTICIPANTS, EVENT_ALIASES, EVENT_HISTORY)
