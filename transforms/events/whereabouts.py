"""Where a mention takes place that names no place itself: there, where the same people are that day, the dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import tokenise
from transforms.actors.words import title_words
from transforms.events.lexicon import load_lexicon
from transforms.events.linking import participant_keys
from transforms.events.placing import PlaceReading, find_city, place_at, read_places
from transforms.events.sentence import Sentence
from transforms.languages.load import LANGUAGES
from transforms.records import Document, Mention

_SITED = frozenset({"meeting", "summit", "negotiation", "press_conference", "signing", "interview", "speech"})
_DATELINED = frozenset({"meeting", "summit", "negotiation", "press_conference", "signing"})
_GATHERINGS = frozenset({"summit", "conference", "signing", "ministerial", "commemoration"})
_MOVING = frozenset({"visit", "arrival", "departure"})
_HEAD = 800
"""Characters at the start of a document in which a reporter's line tells where he writes."""
_BACK = 500


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is known of a document's places: where it was written, and where the paragraph after the dateline ends."""

    document: Document
    gazetteer: Gazetteer
    written_at: PlaceReading | None
    lede_end: int


def place_mentions(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The dated mentions of one document, those without a place placed by what stands around them.

    "There" takes the last place told; an encounter in person takes the city where one of its people is told to be that
    day, else, if it is of the document's own day, the city of the dateline. Calls stay without a place, and so does all
    that two cities could hold.

    Args:
        document: its dateline and text.
        mentions: its dated mentions, in the order in which they come back.
        gazetteer: places, for the city of a venue.
    """
    if document.language not in LANGUAGES:
        return list(mentions)
    setting = _Setting(document, gazetteer, _written_at(document, gazetteer), _lede_end(document))
    placed = [_by_words(setting, mention, mentions) for mention in mentions]
    placed = [_by_company(setting, mention, placed) for mention in placed]
    return [_by_dateline(setting, mention, placed) for mention in placed]


def _is_open(mention: Mention) -> bool:
    """Whether a mention may be given a place: something in person that names none."""
    has_site = mention.event_type in _SITED and mention.medium not in ("telephone", "video")
    return has_site and mention.place_text is None and mention.text_field == "text"


def _at(mention: Mention, place: PlaceReading) -> Mention:
    return replace(mention, place_text=place.text, place_id=place.place_id)


def _by_words(setting: _Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Words like "there", "y", "the capital" mean the last place told before, or where the document was written."""
    if not _is_open(mention):
        return mention
    lexicon = load_lexicon(setting.document.language)
    lows = [token.low for token in tokenise(setting.document.text, mention.clause_start, mention.clause_end)]
    if lexicon.groups["there"].intersection(lows):
        place = _place_reached(setting, mention, mentions) or _last_place(setting, mention.char_start)
        return _at(mention, place) if place else mention
    if any(lexicon.tables["margins"].find(lows, at) for at in range(len(lows))):
        return _beside_gathering(setting, mention, mentions)
    if setting.written_at and lexicon.groups["capital"].intersection(lows):
        return _at(mention, setting.written_at)
    return mention


def _beside_gathering(setting: _Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """The city of the gathering that "on the sidelines" takes up, unless it was on other days."""
    before = [
        m for m in mentions if m.event_type in _GATHERINGS and m.place_text and m.char_start <= mention.char_start
    ]
    last = before[-1] if before else None
    if last is None or (mention.date_start and last.date_start and not _overlap(mention, last)):
        return mention
    place = _city_of(setting, last)
    return _at(mention, place) if place else mention


def _overlap(mention: Mention, other: Mention) -> bool:
    start, end = mention.date_start, mention.date_end
    if start is None or end is None or other.date_start is None or other.date_end is None:
        return False
    return start <= other.date_end and other.date_start <= end


def _place_reached(setting: _Setting, mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """Where the visit that the paragraph tells last has led."""
    visits = [m for m in mentions if m.event_type in _MOVING and m.place_id and _is_before(setting, m, mention)]
    return PlaceReading(0, 0, visits[-1].place_text or "", visits[-1].place_id, 1) if visits else None


def _is_before(setting: _Setting, mention: Mention, other: Mention) -> bool:
    """Whether a mention stands before another in its paragraph."""
    is_earlier = mention.text_field == other.text_field == "text" and mention.trigger_start < other.char_start
    return is_earlier and "\n" not in setting.document.text[mention.trigger_start : other.trigger_start]


def _last_place(setting: _Setting, end: int) -> PlaceReading | None:
    """The last place of the sentences before an offset, in its paragraph."""
    text = setting.document.text
    start = max(text.rfind("\n", 0, end) + 1, end - _BACK)
    readings = read_places(_sentence(setting.document, start, end), setting.gazetteer)
    known = [reading for reading in readings if reading.place_id]
    return max(known, key=lambda reading: reading.first) if known else None


def _sentence(document: Document, start: int, end: int) -> Sentence:
    tokens = tokenise(document.text, start, end)
    return Sentence(
        document.text, start, end, tokens, (), load_lexicon(document.language), title_words(document.language)
    )


def _by_company(setting: _Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """The city where the same people are told to be on the same day."""
    if not _is_open(mention) or mention.is_background:
        return mention
    keys = participant_keys(mention)
    told = [
        m
        for m in mentions
        if m.place_text
        and _is_same_day(mention, m)
        and (keys & participant_keys(m) or (m.text_field == "text" and m.char_start == mention.char_start))
    ]
    cities = {place.place_id or place.text: place for m in told if (place := _city_of(setting, m))}
    if setting.written_at and mention.date_start == setting.document.published_on:
        cities[setting.written_at.place_id or setting.written_at.text] = setting.written_at
    before = [m for m in told if _is_before(setting, m, mention) or m.char_start == mention.char_start]
    if before:
        place = _city_of(setting, before[-1]) or PlaceReading(0, 0, before[-1].place_text or "", before[-1].place_id, 3)
        return _at(mention, place)
    is_sure = mention.date_start is not None and told and len(cities) == 1
    return _at(mention, next(iter(cities.values()))) if is_sure else mention


def _is_same_day(mention: Mention, other: Mention) -> bool:
    has_site = other.event_type in _SITED | _MOVING and other.medium not in ("telephone", "video")
    return (
        has_site
        and other.status == mention.status
        and (other.date_start, other.date_end)
        == (
            mention.date_start,
            mention.date_end,
        )
    )


def _city_of(setting: _Setting, mention: Mention) -> PlaceReading | None:
    """The city of a mention's place; a venue of no known city stands for itself, a country for no city."""
    place = setting.gazetteer.places_by_id.get(mention.place_id or "")
    if place is None and mention.place_text:
        return PlaceReading(0, 0, mention.place_text, None, 0)
    if place is None or place.kind in ("country", "region"):
        return None
    city = find_city(setting.gazetteer, place.city_name, place.country_iso3) if place.kind == "venue" else place
    if city is None or place.kind == "city":
        return PlaceReading(0, 0, mention.place_text or place.name, place.place_id, 1)
    return PlaceReading(0, 0, city.name, city.place_id, 1)


def _by_dateline(setting: _Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """What the document's own day saw happened where it was written, unless its people are told to be elsewhere."""
    day, place = setting.document.published_on, setting.written_at
    is_news = mention.status == "held" and mention.date_start == day and mention.date_end == day
    if place is None or day is None or not is_news or not _is_open(mention) or mention.is_background:
        return mention
    if mention.event_type not in _DATELINED or (mention.event_type == "meeting" and mention.medium == "unknown"):
        return mention
    if mention.char_start <= setting.lede_end:
        return _at(mention, place)
    keys = participant_keys(mention)
    elsewhere = [m for m in mentions if m.place_id and _is_same_day(mention, m) and keys & participant_keys(m)]
    return mention if elsewhere else _at(mention, place)


def _lede_end(document: Document) -> int:
    """Where the paragraph that a dateline opens ends, -1 without one."""
    region = next((r for r in document.regions if r.kind == "dateline"), None)
    return document.text.find("\n", region.end) if region else -1


def _written_at(document: Document, gazetteer: Gazetteer) -> PlaceReading | None:
    """The place of the dateline, or of the reporter's line ("By our correspondent in …")."""
    region = next((r for r in document.regions if r.kind == "dateline"), None)
    if region:
        place = place_at(_sentence(document, region.start, region.end), gazetteer, 0)
        if place:
            return place
    head = _sentence(document, 0, min(_HEAD, len(document.text)))
    bylines = head.lexicon.tables["bylines"]
    for at in range(len(head.lows)):
        found = bylines.find(head.lows, at)
        if found:
            return place_at(head, gazetteer, found[0])
    return None
