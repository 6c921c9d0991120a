"""Where a mention takes place by the sentences beside it and the journeys and gatherings of its people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from transforms.actors.tokens import name_key
from transforms.events.afterwards import is_taken_up, told_after
from transforms.events.linking import participant_keys
from transforms.events.read_lexicon import load_lexicon
from transforms.events.sentence import Sentence
from transforms.events.setting import GATHERINGS, MOVING, SITED, Setting, only_town, reading_of
from transforms.events.unknown_places import RANK, PlaceReading
from transforms.records import Mention, Span

_BACK = 2
"""Sentences before a mention's own in which its scene is looked for."""
_OPENING = 10
_NEAR = timedelta(days=3)
_TOLD = frozenset({"held", "planned", "cancelled"})


def in_sentence(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """The one town or building that its sentence tells, if nobody goes elsewhere and nothing there is of another day.

    Where something was said counts for nothing, nor does a building that somebody visits.
    """
    index = _index(setting, mention)
    if index is None or mention.status not in _TOLD:
        return None
    span, day = setting.spans[index], mention.date_start
    others = [m for m in mentions if m is not mention and m.text_field == "text" and m.char_start == mention.char_start]
    if any(m.place_text and m.date_start and day and m.date_start != day for m in others):
        return None
    sentence = setting.sentence(span)
    seen = {m.place_text for m in others if setting.leads_to_building(m)}
    sites = [r for r in setting.sites(span) if r.rank <= RANK["city"] and not _is_only_source(sentence, r)]
    goals = [r for r in setting.places(span) if r.is_goal and r.rank <= RANK["city"]]
    told = [r for r in sites if r.text not in seen and not _is_towards(sentence, r)]
    return only_town(setting, told) if told and only_town(setting, [*sites, *goals]) else None


def _is_only_source(sentence: Sentence, reading: PlaceReading) -> bool:
    """Whether a place stands in a clause that only says who told it."""
    first, last = sentence.turn_start(reading.first), sentence.turn_end(reading.first)
    return any(t.frame.event_type == "statement" and first <= t.first < last for t in sentence.triggers)


def _is_towards(sentence: Sentence, reading: PlaceReading) -> bool:
    """Whether a town stands behind a preposition that only leads there ("a depot to Sakai")."""
    groups, before = sentence.lexicon.groups, sentence.lows[reading.first - 1] if reading.first else ""
    return reading.rank == RANK["city"] and before in groups["directional"] and before not in groups["before_city"]


def taken_up(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """The place that the sentence after an event says it takes place at ("The ceremony will be held in Polokwane")."""
    index = _index(setting, mention)
    later = [m for m in mentions if m.text_field == "text" and m.trigger_start > mention.trigger_start]
    if index is None or index + 1 == len(setting.spans) or any(m.char_start == mention.char_start for m in later):
        return None
    span = setting.spans[index + 1]
    others = [m for m in later if span.start <= m.trigger_start < span.end]
    days = {m.date_start for m in (mention, *others) if m.date_start}
    if len(days) > 1 or any(participant_keys(other) - participant_keys(mention) for other in others):
        return None
    sentence = setting.sentence(span)
    if sentence.lows[0] in sentence.words.sets["indefinite"]:
        return None
    sites = setting.sites(span) if is_taken_up(mention, sentence.lows, sentence.lexicon) else []
    return min(sites, key=lambda reading: reading.rank, default=None)


def _index(setting: Setting, mention: Mention) -> int | None:
    """Which sentence of the text a mention stands in."""
    return next((i for i, span in enumerate(setting.spans) if span.start <= mention.trigger_start < span.end), None)


def beside(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """The town that the sentence before or the opening of the one after tells of the same people."""
    if mention.status not in _TOLD or (mention.is_background and mention.date_start is None):
        return None
    index = _index(setting, mention)
    if index is None:
        return None
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        span = setting.spans[at]
        if "\n" in setting.document.text[span.start : mention.trigger_start] or _is_other_day(mention, mentions, span):
            break
        readings = [reading for reading in setting.sites(span) if _fits(mention, reading)]
        if not _is_own_day(mention, mentions, span):
            readings = [reading for reading in readings if not setting.is_building(reading.text, reading.place_id)]
        goals = [r for r in setting.places(span) if r.is_goal and r.rank <= RANK["city"]]
        if readings and (not goals or mention.event_type in MOVING or only_town(setting, [*readings, *goals])):
            return _named(setting, mention, readings) if _concerns(setting, mention, span) else None
        if readings:
            return None
    return _after(setting, mention, mentions, index)


def _fits(mention: Mention, reading: PlaceReading) -> bool:
    return reading.rank <= RANK["city"] or mention.event_type in MOVING


def _named(setting: Setting, mention: Mention, readings: Sequence[PlaceReading]) -> PlaceReading | None:
    """The one town of the readings; a journey's may be a country."""
    return only_town(setting, readings) or (readings[-1] if mention.event_type in MOVING else None)


def _after(setting: Setting, mention: Mention, mentions: Sequence[Mention], index: int) -> PlaceReading | None:
    """The place that opens the next sentence before a pronoun ("Im Gästehaus in Moskau sprachen sie über …")."""
    if index + 1 >= len(setting.spans):
        return None
    span = setting.spans[index + 1]
    if "\n" in setting.document.text[mention.trigger_start : span.start]:
        return None
    lexicon = load_lexicon(setting.document.language)
    if told_after(setting.document.text, mention, mentions, lexicon) is not None:
        return only_town(setting, [r for r in setting.sites(span) if r.first <= _OPENING])
    opening = [r for r in setting.sites(span) if r.first <= 1 or (r.first <= _OPENING and r.rank == RANK["city"])]
    pointing = [p for p in setting.sentence(span).phrases if p.anaphor is not None and p.anaphor not in ("i", "we")]
    if not opening or opening[0].first > 1 or not pointing or pointing[0].first > _OPENING:
        return None
    return only_town(setting, opening)


def _is_other_day(mention: Mention, mentions: Sequence[Mention], span: Span) -> bool:
    """Whether the sentence tells something of quite another day."""
    day = mention.date_start
    return day is not None and any(abs(day - other) > _NEAR for other in _days_told(mentions, span))


def _is_own_day(mention: Mention, mentions: Sequence[Mention], span: Span) -> bool:
    """Whether the sentence tells something of a mention's day, or no day: from a building people go on."""
    days = _days_told(mentions, span)
    return mention.date_start is None or not days or mention.date_start in days


def _days_told(mentions: Sequence[Mention], span: Span) -> list[date]:
    """The days of what a sentence tells."""
    told = (m.date_start for m in mentions if m.text_field == "text" and span.start <= m.trigger_start < span.end)
    return [day for day in told if day is not None]


def _concerns(setting: Setting, mention: Mention, span: Span) -> bool:
    """Whether a sentence names a participant, or the mention points back to whom it told of."""
    folds = {token.fold for token in setting.sentence(span).tokens}
    for participant in mention.participants:
        name = name_key(participant.name)
        told = set(name_key(participant.name_text or ""))
        if name and (name[-1] in folds or not told.intersection(name)):
            return True
    return False


def on_journey(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """Where one of its people is travelling: a journey of those days, or told just before in the paragraph."""
    keys = participant_keys(mention)
    journeys = [
        m
        for m in mentions
        if m.event_type in MOVING
        and m.event_type != "departure"
        and m.place_text
        and m.status in _TOLD
        and m is not mention
        and m.status in (mention.status, "held")
        and keys & participant_keys(m)
    ]
    day = mention.date_start
    if day is None or mention.date_end != day:
        near = [m for m in journeys if _is_just_before(setting, m, mention)]
        return reading_of(near[-1]) if near and mention.status in _TOLD else None
    fitting = [m for m in journeys if m.date_start and m.date_end and m.date_start <= day <= m.date_end + _NEAR]
    fitting = [m for m in fitting if m.date_end and m.date_start and m.date_end - m.date_start < 5 * _NEAR]
    fitting = [m for m in fitting if not setting.leads_to_building(m) or _goes_before(m, mention)]
    if not fitting or len({m.place_id or m.place_text for m in fitting if m.date_start == fitting[-1].date_start}) > 1:
        return None
    return reading_of(max(fitting, key=lambda m: (m.date_start or day, m.text_field == "text")))


def _goes_before(journey: Mention, mention: Mention) -> bool:
    """Whether a journey is told before a mention and of its day: people go on from a building."""
    return journey.date_start == mention.date_start and journey.trigger_start < mention.trigger_start


def _is_just_before(setting: Setting, earlier: Mention, mention: Mention) -> bool:
    between = setting.document.text[earlier.trigger_start : mention.trigger_start]
    return earlier.text_field == "text" and between != "" and "\n" not in between and mention.date_start is None


def same_journey(mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """Where a journey without a goal ("the trip") leads by what else is told of it."""
    if mention.event_type not in MOVING or mention.is_background:
        return None
    keys, day = participant_keys(mention), mention.date_start
    told = [
        m
        for m in mentions
        if m.event_type in MOVING
        and m.place_text
        and keys & participant_keys(m)
        and (day is None or m.date_start is None or abs(day - m.date_start) <= _NEAR)
    ]
    before = [m for m in told if m.trigger_start < mention.trigger_start or m.text_field == "title"]
    return reading_of((before or told)[-1 if before else 0]) if told else None


def on_same_day(setting: Setting, mention: Mention, mentions: Sequence[Mention]) -> PlaceReading | None:
    """The one town of all that the document tells of that day: gatherings, what the same people do, what is near."""
    day = mention.date_start
    if day is None or mention.status not in _TOLD:
        return None
    told = [m for m in mentions if _is_of_day(m, day) and not setting.is_building(m.place_text or "", m.place_id)]
    lent = [m for m in told if _may_lend(setting, mention, m)]
    return only_town(setting, [reading_of(m) for m in lent])


def _is_of_day(mention: Mention, day: date) -> bool:
    """Whether a mention tells a place of a day, or of a few days around it."""
    start, end = mention.date_start, mention.date_end
    is_told = mention.place_text is not None and mention.text_field == "text" and mention.status in _TOLD
    has_place = is_told and mention.event_type in SITED | MOVING | GATHERINGS and mention.event_type != "departure"
    return has_place and start is not None and end is not None and start <= day <= end and end - start < 5 * _NEAR


def _may_lend(setting: Setting, mention: Mention, other: Mention) -> bool:
    """Whether a mention is where another of its day is."""
    if other.event_type in GATHERINGS or participant_keys(mention) & participant_keys(other):
        return True
    first, last = sorted((mention.trigger_start, other.trigger_start))
    is_near = setting.document.text[first:last].count("\n\n") <= _BACK
    return is_near and mention.status != "planned" and other.event_type not in MOVING
