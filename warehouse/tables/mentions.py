"""What each document reports: mentions of events, and who takes part in them."""

from __future__ import annotations

from dataclasses import replace

from warehouse.tables import codes
from warehouse.tables.declaration import Column, Table

EVENT_MENTIONS = Table(
    "event_mentions", "published",
    "One row for each place in a document that reports an event: words, status, date and the event it belongs to.",
    ("mention_id",),
    (
        Column("mention_id", "text", "Hash of document, text field, trigger offsets and type."),
        Column("event_id", "text", "The event this mention reports.", refers_to="events.event_id"),
        Column("document_id", "text", "The document it stands in.", is_required=True,
               refers_to="documents.document_id"),
        Column("text_field", "text", "Which of the document's texts the offsets count in.", is_required=True,
               codes=codes.TEXT_FIELD),
        Column("event_type", "text", "Type of event the words report.", is_required=True,
               refers_to="event_types.event_type"),
        Column("medium", "text", "How those taking part came together.", is_required=True, codes=codes.MEDIUM),
        Column("status", "text", "What the words say of the event's reality.", is_required=True, codes=codes.STATUS),
        Column("trigger_text", "text", "The word that names the event, as published.", is_required=True),
        Column("trigger_start", "integer", "First code point of the trigger.", is_required=True),
        Column("trigger_end", "integer", "First code point after the trigger.", is_required=True),
        Column("char_start", "integer", "First code point of the reporting sentence.", is_required=True),
        Column("char_end", "integer", "First code point after the reporting sentence.", is_required=True),
        Column("sentence_text", "text", "The reporting sentence as published.", is_required=True),
        Column("is_quoted", "boolean", "Whether the words are somebody's quoted speech.", is_required=True),
        Column("date_expression_id", "text", "The expression that dates the mention, if one does.",
               refers_to="date_expressions.date_expression_id"),
        Column("date_start", "day", "First day of the event by this mention; NULL where it tells no day."),
        Column("date_end", "day", "Last day, inclusive."),
        Column("date_not_before", "day", "First day that this mention leaves possible, where the day is unknown."),
        Column("date_not_after", "day", "Last day that this mention leaves possible, where the day is unknown."),
        Column("date_precision", "text", "How finely the mention is dated.", codes=codes.DATE_PRECISION),
        Column("date_basis", "text", "What the date rests on, or why there is none."),
        Column("place_text", "text", "The place in the words of the text."),
        Column("place_id", "text", "The place meant.", refers_to="places.place_id"),
        Column("topic_text", "text", "What it was about, in the words of the text."),
        Column("rule_id", "text", "The rule that found the mention.", is_required=True),
        Column("confidence", "number", "Trust in the mention, 0 to 1: an order, not a probability.",
               is_required=True),
        Column("status_text", "text", "The words that decided the status.", is_published=False),
        Column("clause_start", "integer", "First code point of the trigger's clause.", is_required=True,
               is_published=False),
        Column("clause_end", "integer", "First code point after the trigger's clause.", is_required=True,
               is_published=False),
        Column("is_background", "boolean", "Told as earlier context, so never dated by the publication day.",
               is_required=True, is_published=False),
        Column("parent_mention_id", "text", "The mention this one is part of, as a visit's meeting.",
               is_published=False),
        Column("starts_at", "local_time", "Local wall time of the start, where told.", is_published=False),
        Column("ends_at", "local_time", "Local wall time of the end, exclusive, where told.", is_published=False),
        Column("utc_offset", "text", "Offset of the local times from UTC, where told.", is_published=False),
        Column("yearless_day", "text", "Day and month as XXXX-MM-DD, where nothing tells the year.",
               is_published=False),
    ),
    ordered=(("date_start", "date_end"), ("date_not_before", "date_not_after"), ("trigger_start", "trigger_end")),
    together=(("date_start", "date_end"),),
)

MENTION_PARTICIPANTS = Table(
    "mention_participants", "published",
    "Who takes part in each mention, as the text tells it.",
    ("mention_id", "position"),
    (
        Column("mention_id", "text", "The mention.", refers_to="event_mentions.mention_id"),
        Column("position", "integer", "Order in the mention, from 0."),
        Column("actor_id", "text", "The actor meant; NULL where an office has no known single holder on the date.",
               refers_to="actors.actor_id"),
        Column("candidate_actor_ids", "text_list", "Holders of the office between whom the date does not decide."),
        Column("name", "text", "The actor's name, or the words as published where it is not known.", is_required=True),
        Column("kind", "text", "What kind of actor.", is_required=True, codes=codes.ACTOR_KIND),
        Column("role", "text", "Part taken in the event.", is_required=True, codes=codes.ROLE),
        Column("name_text", "text", "The words as published.", is_required=True),
        Column("office_id", "text", "The office named with or instead of the person.", refers_to="offices.office_id"),
        Column("organisation_id", "text", "The organisation the actor stands for.",
               refers_to="organisations.organisation_id"),
        Column("country_iso3", "text", "ISO 3166 code of the country the actor stands for."),
        Column("document_id", "text", "The document of the mention.", is_required=True, is_published=False),
        Column("is_titled_only", "boolean", "Named by the office alone; the date decides who it was.",
               is_required=True, is_published=False),
        Column("is_former", "boolean", "Named as a former or coming holder of the office.", is_required=True,
               is_published=False),
    ),
)

# Normalize's own result is kept apart, so that resolve always starts from it and never from what it made before.
NORMALIZED_MENTIONS = replace(
    EVENT_MENTIONS, name="normalized_mentions", kind="working",
    description="Mentions as normalize found them, before they are dated and merged.",
)
NORMALIZED_PARTICIPANTS = replace(
    MENTION_PARTICIPANTS, name="normalized_participants", kind="working",
    description="Participants as normalize found them: offices without their holders.",
)

MENTION_KEYS = Table(
    "mention_keys", "working",
    "Keys shared by mentions that could be the same event; groups connected by them are consolidated together.",
    ("mention_id", "group_key"),
    (
        Column("mention_id", "text", "The mention."),
        Column("group_key", "text", "A key it shares with every mention it might merge with."),
        Column("document_id", "text", "The document of the mention.", is_required=True),
    ),
)

WITHDRAWN_MENTIONS = Table(
    "withdrawn_mentions", "working",
    "Mentions of withdrawn documents: what is kept so that an id once published still leads somewhere.",
    ("mention_id",),
    (
        Column("mention_id", "text", "The mention that was withdrawn."),
        Column("document_id", "text", "Its document.", is_required=True),
        Column("withdrawn_on", "day", "Day of the withdrawal, where a source states one."),
        Column("sibling_mention_id", "text", "Another mention of the same event; NULL if it was the only one."),
    ),
)

TABLES = (EVENT_MENTIONS, MENTION_PARTICIPANTS, NORMALIZED_MENTIONS, NORMALIZED_PARTICIPANTS, MENTION_KEYS,
          WITHDRAWN_MENTIONS)
