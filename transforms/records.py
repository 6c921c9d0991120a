"""The records that cross stage borders: what one stage promises the next.

Offsets are 0-based, end-exclusive code points into the document's own text (or title). Days are inclusive at both
ends. Instants (`_at`) are UTC, except `starts_at`/`ends_at`, which are ISO local wall times with `utc_offset` where the
text gives one; they stay strings so that no naive datetime exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

TextField = Literal["text", "title"]
RegionKind = Literal["furniture", "header", "dateline", "caption", "headline", "standfirst", "quotation", "question"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["none", "absolute", "published", "dateline", "narrative", "speech", "event"]
PublishedBasis = Literal["declared", "metadata", "jsonld", "header", "dateline", "url", "http", "inferred", "none"]
Status = Literal["held", "planned", "proposed", "cancelled", "denied", "hypothetical"]
Medium = Literal["in_person", "telephone", "video", "unknown"]
ActorKind = Literal["person", "organisation", "country"]
Role = Literal["host", "guest", "caller", "callee", "speaker", "interviewer", "signatory", "chair", "participant"]


class Span(NamedTuple):
    """A stretch of text, `start` inclusive, `end` exclusive."""

    start: int
    end: int


COMPLETED, JUDGED = ".completed", ".judged"
"""What a rule's id ends in where a judgement added a party to its report, or made its trigger a report."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a document's text that readers treat apart from its prose (standoff: the text is never cut)."""

    start: int
    end: int
    kind: RegionKind
    rule_id: str


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one document, its text as received, and what is known of its publication.

    `published_on` is the day in the source's timezone; `published_basis` says what it rests on ("none": unknown).
    `published_not_before` bounds an unknown publication day by what the text proves.
    """

    document_id: str
    external_id: str | None
    source_id: str
    url: str | None
    title: str | None
    publisher: str | None
    language: str
    published_on: date | None
    published_at: datetime | None
    published_basis: PublishedBasis
    published_not_before: date | None
    updated_at: datetime | None
    media_type: str
    text: str
    content_sha256: str
    version: int
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRelation:
    """An offset from a named event ("deux jours après le crash"): solved once the event or the expression is dated.

    `offset_days` is signed: positive where the expression lies after the event. `event_start`/`event_end` span the
    words that name the event.
    """

    offset_days: int
    event_start: int
    event_end: int


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression found in a text and what it was resolved to.

    `value` and `mod` are TIMEX3; `date_start`/`date_end` are inclusive days, None for DURATION, SET, relations that
    hang on an unknown day and vague references; those may have `date_not_before`/`date_not_after` as bounds.
    `starts_at`/`ends_at` (exclusive) are set only where the expression speaks of a time of day.
    `is_deadline`: "before", "by", "since", "until": the day limits, it is not the day of the event.
    `moves_focus`: the expression is part of the main story line (no quotation, parenthesis, background).
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    date_start: date | None
    date_end: date | None
    date_not_before: date | None
    date_not_after: date | None
    starts_at: str | None
    ends_at: str | None
    utc_offset: str | None
    precision: str | None
    edtf: str | None
    anchor_kind: AnchorKind
    anchor_on: date | None
    rule_id: str
    confidence: float
    is_deadline: bool = False
    moves_focus: bool = True
    relation: EventRelation | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One actor of one mention. Title without a name: `office_id` set, `actor_id` None until resolve dates the mention.

    `name` is what to show (canonical name if known, else the words); `name_text` the words as published;
    `candidate_actor_ids` the holders between whom the date does not decide.
    """

    name: str
    kind: ActorKind
    role: Role
    name_text: str
    actor_id: str | None = None
    office_id: str | None = None
    organisation_id: str | None = None
    country_iso3: str | None = None
    candidate_actor_ids: tuple[str, ...] = ()
    is_titled_only: bool = False
    is_former: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one document that reports one event, before (normalize) or after (resolve) it is dated.

    `char_start`/`char_end` span the sentence, `clause_start`/`clause_end` the clause of the trigger; `status_text`
    holds the words that decided the status. `is_background`: told as past context, so it never takes the publication
    day. `parent_mention_id`: the mention this one is part of (a visit's meeting). `yearless_day`: the day as
    `XXXX-MM-DD` where nothing tells its year.
    """

    mention_id: str
    document_id: str
    text_field: TextField
    event_type: str
    medium: Medium
    status: Status
    status_text: str | None
    trigger_text: str
    trigger_start: int
    trigger_end: int
    char_start: int
    char_end: int
    clause_start: int
    clause_end: int
    sentence_text: str
    is_quoted: bool
    is_background: bool
    parent_mention_id: str | None
    place_text: str | None
    place_id: str | None
    topic_text: str | None
    rule_id: str
    confidence: float
    participants: tuple[Participant, ...] = ()
    date_expression_id: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_not_before: date | None = None
    date_not_after: date | None = None
    date_precision: str | None = None
    date_basis: str | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    utc_offset: str | None = None
    yearless_day: str | None = None

    @property
    def frame_id(self) -> str:
        """The frame that tells it, without what a judgement adds to the rule's id."""
        return self.rule_id.removesuffix(COMPLETED).removesuffix(JUDGED)

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells it ("le sommet", "talks")."""
        return ".noun." in self.rule_id

    @property
    def is_verb(self) -> bool:
        """Whether a verb tells it ("a reçu", "met")."""
        return ".verb." in self.rule_id

    @property
    def is_bare_noun(self) -> bool:
        """Whether a noun tells it of which no words say what became, as entries of programmes do."""
        return self.is_noun and self.status_text is None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or country that can take part, with every spelling it is known by."""

    actor_id: str
    name: str
    kind: ActorKind
    country_iso3: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A post that one person holds at a time; `organisation_id` is set where it is no country's."""

    office_id: str
    title: str
    kind: str
    country_iso3: str | None
    organisation_id: str | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office: `started_on` inclusive, `ended_on` exclusive (the successor's first day), None while open.

    `known_until` is the last day up to which an open row is supported.
    """

    office_id: str
    actor_id: str
    started_on: date
    ended_on: date | None
    known_until: date | None
    confidence: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that acts or hosts, with the city of its seat."""

    organisation_id: str
    name: str
    aliases: tuple[str, ...]
    seat_place_id: str | None
    seat_names: tuple[str, ...]
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A venue, city, region or country with its coordinates (WGS 84 degrees)."""

    place_id: str
    name: str
    kind: Literal["venue", "city", "region", "country"]
    city_name: str | None
    country_iso3: str | None
    latitude: float | None
    longitude: float | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event and the codes of other schemes it maps to."""

    event_type: str
    name: str
    is_core: bool
    description: str
    cameo_code: str | None
    cameo_code_planned: str | None
    plover_event: str | None
    plover_mode: str | None
    ace_type: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened (or was to happen) in the world, whatever number of documents tell it.

    Fields are the columns of table `events`, without the participants. `date_start`/`date_end` are inclusive and both
    None where no document tells the day; then `date_not_before`/`date_not_after` bound it by evidence. `version` counts
    the steps of its history.
    """

    event_id: str
    event_type: str
    medium: Medium
    title: str
    status: Status
    date_start: date | None
    date_end: date | None
    date_not_before: date | None
    date_not_after: date | None
    date_precision: str | None
    date_edtf: str | None
    starts_at: str | None
    ends_at: str | None
    utc_offset: str | None
    date_basis: str | None
    has_date_conflict: bool
    part_of_event_id: str | None
    place_id: str | None
    place_name: str | None
    country_iso3: str | None
    latitude: float | None
    longitude: float | None
    place_precision: str | None
    topic_text: str | None
    document_count: int
    source_count: int
    mention_count: int
    first_published_on: date | None
    last_published_on: date | None
    confidence: float
    cameo_code: str | None
    plover_event: str | None
    plover_mode: str | None
    ace_type: str | None
    version: int


@dataclass(frozen=True, slots=True)
class EventParticipant:
    """One actor of one event over all its mentions; `position` orders them from 0, the most mentioned first."""

    event_id: str
    position: int
    actor_id: str | None
    name: str
    kind: ActorKind
    role: Role
    office_id: str | None
    organisation_id: str | None
    country_iso3: str | None
    mention_count: int


@dataclass(frozen=True, slots=True)
class EventAlias:
    """A mention's id, which may once have been an event's, and the event it leads to.

    `event_id` is None for a tombstone: the mention was withdrawn or rejected and nothing else tells the event.
    `reason_code`: first (it is the event's own id), merged, withdrawn, rejected.
    """

    alias_id: str
    event_id: str | None
    reason_code: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change to what is known of an event: who told it and which fact it changed.

    `changed_on` is the publication day of the document (None: unknown, or a correction).
    """

    changed_on: date | None
    document_id: str | None
    mention_id: str | None
    change_code: str
    field_name: str | None
    old_value_text: str | None
    new_value_text: str | None


@dataclass(frozen=True, slots=True)
class HistoryStep(Change):
    """One step in how an event came to be known, numbered from 0."""

    event_id: str
    position: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of `corrections.csv`: what a reader knows better.

    `target_ids` are ids of events or mentions (any alias leads to its event); `value` is a day or an interval for
    `set_date`, `OLD=NEW` for `set_actor`, else None.
    """

    action: Literal["merge", "split", "set_date", "set_actor", "reject"]
    target_ids: tuple[str, ...]
    value: str | None
    author: str
    reason: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A mention whose document was withdrawn: what is kept so that its id still leads somewhere.

    `sibling_mention_id` is another mention of the same event at the time of withdrawal, None if there was none.
    """

    mention_id: str
    document_id: str
    withdrawn_on: date | None
    sibling_mention_id: str | None
