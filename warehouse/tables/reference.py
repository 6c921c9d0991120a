"""Facts brought along: sources, actors, offices and who held them, organisations, places, types of event."""

from __future__ import annotations

from warehouse.tables import codes
from warehouse.tables.declaration import Column, Table

_SOURCE = Column("source", "text", "Where the fact comes from.")
_CONFIDENCE = Column("confidence_code", "text", "How well the fact is supported, as the seeds grade it.")

SOURCES = Table(
    "sources", "reference", "Where documents come from and what of them may be shown.", ("source_id",),
    (
        Column("source_id", "text", "Short name of the source."),
        Column("name", "text", "Name of the source for readers.", is_required=True),
        Column("kind", "text", "Kind of connector that reads it.", is_required=True),
        Column("location", "text", "Folder or address the connector starts from; empty for paths given by hand."),
        Column("publish_text", "text", "How much of a document's text releases may show.", is_required=True,
               codes={"full": "all of it", "sentence": "only reporting sentences", "none": "nothing"}),
    ),
)

ACTORS = Table(
    "actors", "reference", "Persons, organisations and countries that take part in events.", ("actor_id",),
    (
        Column("actor_id", "text", "Stable id of the actor."),
        Column("name", "text", "Name as the actor writes it; organisations and countries in English.",
               is_required=True),
        Column("kind", "text", "What kind of actor.", is_required=True, codes=codes.ACTOR_KIND),
        Column("country_iso3", "text", "ISO 3166 code of the actor's country, if it has one."),
        Column("aliases", "text_list", "Other spellings and names, in any language."),
        _SOURCE, _CONFIDENCE,
    ),
)

OFFICES = Table(
    "offices", "reference", "Posts that one person holds at a time.", ("office_id",),
    (
        Column("office_id", "text", "Country or organisation and kind of post."),
        Column("title", "text", "The post in English.", is_required=True),
        Column("kind", "text", "Kind of post, the same in every country.", is_required=True),
        Column("country_iso3", "text", "ISO 3166 code of the country, if it is a country's post."),
        Column("organisation_id", "text", "The organisation, if it is an organisation's post.",
               refers_to="organisations.organisation_id"),
        _SOURCE, _CONFIDENCE,
    ),
)

TENURES = Table(
    "tenures", "reference", "Who held which office from when to when.", ("office_id", "actor_id", "started_on"),
    (
        Column("office_id", "text", "The office.", refers_to="offices.office_id"),
        Column("actor_id", "text", "The holder.", refers_to="actors.actor_id"),
        Column("started_on", "day", "First day in office."),
        Column("ended_on", "day", "First day out of office (exclusive); NULL while it lasts."),
        Column("known_until", "day", "Last day up to which an open row is supported."),
        _SOURCE, _CONFIDENCE,
    ),
)

ORGANISATIONS = Table(
    "organisations", "reference", "Organisations that act or host.", ("organisation_id",),
    (
        Column("organisation_id", "text", "Stable id of the organisation."),
        Column("name", "text", "Short English name.", is_required=True),
        Column("kind", "text", "What kind of organisation."),
        Column("aliases", "text_list", "Other names, in any language."),
        Column("seat_place_id", "text", "Place of its seat.", refers_to="places.place_id"),
        Column("seat_names", "text_list", "Words that mean its seat."),
        _SOURCE, _CONFIDENCE,
    ),
)

PLACES = Table(
    "places", "reference", "Places at which events take place.", ("place_id",),
    (
        Column("place_id", "text", "Stable id of the place."),
        Column("name", "text", "Name of the place.", is_required=True),
        Column("kind", "text", "How large the place is.", is_required=True, codes=codes.PLACE_KIND),
        Column("city_name", "text", "The town it lies in."),
        Column("country_iso3", "text", "ISO 3166 code of the country it lies in."),
        Column("latitude", "number", "Degrees north (WGS 84)."),
        Column("longitude", "number", "Degrees east (WGS 84)."),
    ),
    together=(("latitude", "longitude"),),
)

EVENT_TYPES = Table(
    "event_types", "reference", "Types of event and their codes in other schemes.", ("event_type",),
    (
        Column("event_type", "text", "Short code of the type."),
        Column("name", "text", "Name of the type for readers.", is_required=True),
        Column("is_core", "boolean", "Whether the type is one of the eight the project is measured on.",
               is_required=True),
        Column("description", "text", "What belongs to the type and what does not.", is_required=True),
        Column("cameo_code", "text", "CAMEO code of a held event of the type."),
        Column("cameo_code_planned", "text", "CAMEO code of a planned event of the type."),
        Column("plover_event", "text", "PLOVER event type."),
        Column("plover_mode", "text", "PLOVER mode."),
        Column("ace_type", "text", "ACE 2005 event type."),
    ),
)

TABLES = (SOURCES, ACTORS, OFFICES, TENURES, ORGANISATIONS, PLACES, EVENT_TYPES)
