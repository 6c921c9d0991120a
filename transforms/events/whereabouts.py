"""Where a mention takes place that names no place itself: there, where the same people are that day, the dateline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import Token, tokenise
from transforms.events.lexicon import Lexicon
from transforms.events.linking import participant_keys
from transforms.events.read_lexicon import load_lexicon
from transforms.events.scenery import beside, in_sentence, on_journey, on_same_day, same_journey, taken_up
from transforms.events.setting import GATHERINGS, MOVING, SITED, Setting, at_place, is_open, reading_of
from transforms.events.unknown_places import PlaceReading
from transforms.languages.load import LANGUAGES
from transforms.records import Document, Mention

_DATELINED = frozenset({"meeting", "summit", "negotiation", "press_conference", "signing"})
_FRESH = timedelta(days=2)
_BACK = 3
"""Sentences, its own included, in which "there" finds its place."""


def place_mentions(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The dated mentions of one document, those without a place placed by what stands around them.

    "There" takes the last place told; an encounter in person takes the city where one of its people is told to be that
    day, what the sentences beside it tell, where its people travel, where the gathering of the day is, else, if it is
    of the document's own day, the city of the dateline. Calls stay without a place, and so does all that two cities
    could hold.

    Args:
        document: its dateline and text.
        mentions: its dated mentions, in the order in which they come back.
        gazetteer: places, for the city of a venue.
    """
    if document.language not in LANGUAGES:
        return list(mentions)
    setting = Setting(document, gazetteer)
    placed = [_by_words(setting, mention, mentions) for mention in mentions]
    placed = [_by(taken_up, setting, mention, placed) for mention in placed]
    placed = [_by_company(setting, mention, placed) for mention in placed]
    for rule in (beside, on_journey):
        placed = [_by(rule, setting, mention, placed) for mention in placed]
        placed = [_by_company(setting, mention, placed) for mention in placed]
    placed = [_journey(setting, mention, placed) for mention in placed]
    placed = [_by_dateline(setting, mention, placed) for mention in placed]
    placed = [_by(in_sentence, setting, mention, placed) for mention in placed]
    placed = [_by(on_same_day, setting, mention, placed) for mention in placed]
    placed = [_in_town(setting, mention, placed) for mention in placed]
    by_id = {mention.mention_id: mention for mention in placed}
    return [_within_land(setting, mention, by_id.get(mention.parent_mention_id or "")) for mention in placed]


def _within_land(setting: Setting, mention: Mention, visit: Mention | None) -> Mention:
    """A mention that is no part of a visit to another country."""
    places = setting.gazetteer.places_by_id
    lands = [places[m.place_id].country_iso3 for m in (mention, visit) if m and m.place_id]
    return replace(mention, parent_mention_id=None) if len({land for land in lands if land}) > 1 else mention


def _by(
    rule: Callable[[Setting, Mention, Sequence[Mention]], PlaceReading | None],
    setting: Setting,
    mention: Mention,
    mentions: Sequence[Mention],
) -> Mention:
    is_asked = is_open(mention) and mention.event_type != "interview" and not setting.is_listed(mention)
    place = rule(setting, mention, mentions) if is_asked else None
    return at_place(mention, place) if place else mention


def _journey(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """A journey without a goal: what else is told of it, else the sentence before."""
    if mention.event_type not in MOVING or mention.place_text or mention.text_field != "text":
        return mention
    place = same_journey(mention, mentions) or beside(setting, mention, mentions)
    return at_place(mention, place) if place else mention


def _in_town(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """A building without a name, in the town where its people are ("in a hotel ballroom")."""
    if mention.place_text is None or mention.text_field != "text" or not setting.is_nameless(mention):
        return mention
    for rule in (on_journey, on_same_day, beside):
        town = rule(setting, replace(mention, place_text=None), mentions)
        place = setting.gazetteer.places_by_id.get(town.place_id or "") if town else None
        if place and place.kind == "city":
            return replace(mention, place_id=place.place_id)
    return mention


def _by_words(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Words like "there", "y", "the capital" mean the last place told before, or where the document was written."""
    is_journey = mention.event_type in MOVING and mention.place_text is None and mention.text_field == "text"
    if not (is_open(mention) or is_journey):
        return mention
    lexicon = load_lexicon(setting.document.language)
    tokens = tokenise(setting.document.text, mention.clause_start, mention.clause_end)
    lows = [token.low for token in tokens]
    if _says_there(mention, tokens, lexicon):
        place = _place_reached(setting, mention, mentions) or _last_place(setting, mention)
        return at_place(mention, place) if place else mention
    if any(lexicon.tables["margins"].find(lows, at) for at in range(len(lows))):
        return _beside_gathering(setting, mention, mentions)
    if setting.written_at and lexicon.groups["capital"].intersection(lows):
        return at_place(mention, setting.written_at)
    return mention


def _says_there(mention: Mention, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a clause says "there" of a place, not that something exists ("there were talks", "il y a deux jours")."""
    lows = [token.low for token in tokens]
    for at in range(len(lows)):
        found = lexicon.tables["there"].find(lows, at)
        after = found[0] if found else len(lows)
        if found and after < len(lows) and lows[after] in lexicon.groups["existential"]:
            is_verb = after + 1 < len(tokens) and tokens[after + 1].start == mention.trigger_start
            found = found if is_verb and mention.is_verb else None
        if found:
            return True
    return False


def _beside_gathering(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """The city of the last gathering of those days, which "on the sidelines" takes up."""
    before = [
        m
        for m in mentions
        if m.event_type in GATHERINGS
        and setting.city_of(m)
        and (m.char_start <= mention.char_start or m.text_field == "title")
        and (mention.date_start is None or m.date_start is None or _overlap(mention, m))
        and (m.status == mention.status or m.date_start is not None)
    ]
    place = setting.city_of(before[-1]) if before else None
    return at_place(mention, place) if place else mention


def _overlap(mention: Mention, other: Mention) -> bool:
    """Whether two mentions are of the same days, two more or less."""
    start, end = mention.date_start, mention.date_end
    if start is None or end is None or other.date_start is None or other.date_end is None:
        return False
    return start - _FRESH <= other.date_end and other.date_start <= end + _FRESH


def _place_reached(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """Where the visit that the paragraph tells last has led."""
    visits = [m for m in mentions if m.event_type in MOVING and m.place_text and _is_before(setting, m, mention)]
    return reading_of(visits[-1]) if visits else None


def _is_before(setting: Setting, mention: Mention, other: Mention) -> bool:
    """Whether a mention stands before another in its paragraph."""
    is_earlier = mention.text_field == other.text_field == "text" and mention.trigger_start < other.char_start
    return is_earlier and "\n" not in setting.document.text[mention.trigger_start : other.trigger_start]


def _last_place(setting: Setting, mention: Mention) -> PlaceReading | None:
    """The last place told before a mention's clause, in its sentence or the two before."""
    told = [span for span in setting.spans if span.start <= mention.clause_start]
    for span in reversed(told[-_BACK:]):
        tokens = setting.sentence(span).tokens
        before = [r for r in setting.places(span) if tokens[r.last - 1].end <= mention.clause_start]
        if before:
            return before[-1]
    return None


def _by_company(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """The city where the same people are told to be on the same day."""
    if not is_open(mention) or mention.event_type == "interview" or mention.is_background or setting.is_listed(mention):
        return mention
    keys = participant_keys(mention)
    told = [
        m
        for m in mentions
        if m.place_text
        and _is_same_day(mention, m)
        and not (mention.trigger_start < m.trigger_start and setting.leads_to_building(m))
        and (keys & participant_keys(m) or (m.text_field == "text" and m.char_start == mention.char_start))
    ]
    cities = {place.place_id or place.text: place for m in told if (place := setting.city_of(m))}
    if setting.written_at and mention.date_start == setting.document.published_on:
        cities[setting.written_at.place_id or setting.written_at.text] = setting.written_at
    before = [m for m in told if _is_before(setting, m, mention) or m.char_start == mention.char_start]
    if before:
        return at_place(mention, setting.city_of(before[-1]) or reading_of(before[-1]))
    is_sure = mention.date_start is not None and told and len(cities) == 1
    return at_place(mention, next(iter(cities.values()))) if is_sure else mention


def _is_same_day(mention: Mention, other: Mention) -> bool:
    has_site = other.event_type in SITED | MOVING and other.medium not in ("telephone", "video")
    days, other_days = (mention.date_start, mention.date_end), (other.date_start, other.date_end)
    return has_site and other.status == mention.status and days == other_days


def _by_dateline(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """What the document's own day saw happened where it was written, unless its people are told to be elsewhere.

    A paragraph with a dateline of its own, and the one that the document's opens, tell of the days just before too.
    """
    own = setting.own_dateline(mention) if mention.text_field == "text" else None
    day, place = setting.document.published_on, own or setting.written_at
    if place is None or day is None or not is_open(mention) or mention.is_background:
        return mention
    is_news = mention.status == "held" and mention.date_start == day and mention.date_end == day
    start = mention.date_start
    is_fresh = mention.status == "held" and start is not None and start == mention.date_end and day - _FRESH <= start
    if own and mention.event_type == "press_conference" and mention.status != "hypothetical":
        return at_place(mention, place)
    if mention.event_type not in _DATELINED:
        return mention
    if is_fresh and (own or mention.char_start <= setting.lede_end):
        return at_place(mention, place)
    keys = participant_keys(mention)
    elsewhere = [m for m in mentions if m.place_id and _is_same_day(mention, m) and keys & participant_keys(m)]
    return mention if elsewhere or not is_news else at_place(mention, place)
