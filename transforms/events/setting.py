"""What is known of one document's places: where it was written, what its sentences tell, the city of a mention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.reading import read_actors
from transforms.actors.tokens import tokenise
from transforms.actors.words import title_words
from transforms.documents.agenda import Section, read_agenda, section_at
from transforms.documents.sentences import split_sentences
from transforms.events.known_places import find_city, place_at
from transforms.events.placing import read_places
from transforms.events.read_lexicon import load_lexicon
from transforms.events.sentence import Sentence
from transforms.events.unknown_places import PlaceReading
from transforms.records import Document, Mention, Span

SITED = frozenset({"meeting", "summit", "negotiation", "press_conference", "signing", "interview", "speech"})
MOVING = frozenset({"visit", "arrival", "departure"})
GATHERINGS = frozenset({"summit", "conference", "signing", "ministerial", "commemoration"})
_HEAD = 800
"""Characters at the start of a document in which a reporter's line tells where he writes."""
_OWN_DATELINE = re.compile(
    r"([A-ZÀ-Þ][A-ZÀ-Þ'’. -]{2,40}?)(?:,[^\n–—-]{1,40}|\s\([^)\n]{1,40}\))*\s?[-–—]{1,2}\s", re.UNICODE
)
_CITY_OF_DATELINE = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[ '’-][^\W\d_]+){0,4}(?=\s*[,(:–—-])")


@dataclass
class Setting:
    """One document with its gazetteer; sentences are read when first asked for."""

    document: Document
    gazetteer: Gazetteer
    _read: dict[Span, Sentence] = field(default_factory=dict)
    _sites: dict[Span, list[PlaceReading]] = field(default_factory=dict)

    @cached_property
    def spans(self) -> list[Span]:
        """The sentences of the text."""
        return split_sentences(self.document.text, self.document.regions, self.document.language)

    @cached_property
    def _agenda(self) -> tuple[Section, ...]:
        return read_agenda(self.document.text, self.document.language)

    def is_listed(self, mention: Mention) -> bool:
        """Whether a mention is an entry of a programme, each of which has a place of its own or none."""
        return mention.text_field == "text" and section_at(self._agenda, mention.trigger_start) is not None

    @cached_property
    def written_at(self) -> PlaceReading | None:
        """The place of the dateline, or of the reporter's line ("By our correspondent in …")."""
        text = self.document.text
        region = next((r for r in self.document.regions if r.kind == "dateline"), None)
        if region:
            place = place_at(self._bare(region.start, region.end), self.gazetteer, 0)
            named = _CITY_OF_DATELINE.match(text, region.start)
            place = place or (PlaceReading(0, 0, named[0], None, 1) if named else None)
            if place:
                return place
        head = self._bare(0, min(_HEAD, len(text)))
        bylines = head.lexicon.tables["bylines"]
        for at in range(len(head.lows)):
            found = bylines.find(head.lows, at)
            if found:
                return place_at(head, self.gazetteer, found[0])
        return None

    @cached_property
    def lede_end(self) -> int:
        """Where the paragraph that a dateline opens ends, -1 without one."""
        region = next((r for r in self.document.regions if r.kind == "dateline"), None)
        return self.document.text.find("\n", region.end) if region else -1

    def own_dateline(self, mention: Mention) -> PlaceReading | None:
        """The place in capitals that opens a mention's paragraph ("CALDEN - President …")."""
        start = self.document.text.rfind("\n", 0, mention.char_start) + 1
        found = _OWN_DATELINE.match(self.document.text, start)
        if found is None:
            return None
        known = place_at(self._bare(found.start(1), found.end(1)), self.gazetteer, 0)
        return known or PlaceReading(0, 0, found[1].title(), None, 1)

    def sentence(self, span: Span) -> Sentence:
        """A sentence with its actors."""
        if span not in self._read:
            text, words = self.document.text, title_words(self.document.language)
            tokens = tokenise(text, span.start, span.end)
            phrases = read_actors(text, tokens, self.gazetteer, words)
            self._read[span] = Sentence(
                text, span.start, span.end, tokens, phrases, load_lexicon(self.document.language), words
            )
        return self._read[span]

    def places(self, span: Span) -> list[PlaceReading]:
        """The places of a sentence, in text order."""
        if span not in self._sites:
            found = read_places(self.sentence(span), self.gazetteer)
            self._sites[span] = sorted(found, key=lambda reading: reading.first)
        return self._sites[span]

    def sites(self, span: Span) -> list[PlaceReading]:
        """The places of a sentence at which something is."""
        return [r for r in self.places(span) if not (r.is_complement or r.is_goal or r.is_antecedent)]

    def _bare(self, start: int, end: int) -> Sentence:
        language = self.document.language
        tokens = tokenise(self.document.text, start, end)
        return Sentence(self.document.text, start, end, tokens, (), load_lexicon(language), title_words(language))

    def is_building(self, text: str, place_id: str | None) -> bool:
        """Whether a place is a building of no known city, told by its noun ("l'usine Cordex", no "Puerto Lirio")."""
        groups, words = load_lexicon(self.document.language).groups, title_words(self.document.language)
        nouns = groups["venue_nouns"] | groups.get("common_venues", frozenset())
        plain = (t.low for t in tokenise(text, 0, len(text)) if words.nouns_are_capital or not t.is_capital)
        return place_id is None and not nouns.isdisjoint(plain)

    def is_nameless(self, mention: Mention) -> bool:
        """Whether a mention's place is a building that only its noun tells."""
        text = mention.place_text or ""
        tokens = tokenise(text, 0, len(text))
        is_plain = len(tokens) == 1 if self._has_capital_nouns else not any(token.is_capital for token in tokens)
        return is_plain and self.is_building(text, mention.place_id)

    @property
    def _has_capital_nouns(self) -> bool:
        return title_words(self.document.language).nouns_are_capital

    def leads_to_building(self, mention: Mention) -> bool:
        """Whether a journey's goal is a building of no known city."""
        return mention.event_type in MOVING and self.is_building(mention.place_text or "", mention.place_id)

    def town_of(self, reading: PlaceReading) -> PlaceReading | None:
        """The city of a reading; a place of no known city stands for itself, a country or region for no city."""
        place = self.gazetteer.places_by_id.get(reading.place_id or "")
        if place is None:
            return PlaceReading(0, 0, reading.text, None, 0)
        if place.kind in ("country", "region"):
            return None
        city = find_city(self.gazetteer, place.city_name, place.country_iso3) if place.kind == "venue" else place
        if city is None or place.kind == "city":
            return PlaceReading(0, 0, reading.text or place.name, place.place_id, 1)
        return PlaceReading(0, 0, city.name, city.place_id, 1)

    def city_of(self, mention: Mention) -> PlaceReading | None:
        """The city of a mention's place."""
        return self.town_of(reading_of(mention)) if mention.place_text or mention.place_id else None


def reading_of(mention: Mention) -> PlaceReading:
    """A mention's own place, as told."""
    return PlaceReading(0, 0, mention.place_text or "", mention.place_id, 3)


def at_place(mention: Mention, place: PlaceReading) -> Mention:
    """A mention with a place."""
    return replace(mention, place_text=place.text, place_id=place.place_id)


def is_open(mention: Mention) -> bool:
    """Whether a mention may be given a place: something in person that names none."""
    has_site = mention.event_type in SITED and mention.medium not in ("telephone", "video")
    return has_site and mention.place_text is None and mention.text_field == "text"


def only_town(setting: Setting, readings: Sequence[PlaceReading]) -> PlaceReading | None:
    """The town of all readings, None where they name several or none."""
    towns = {town.place_id or town.text: town for reading in readings if (town := setting.town_of(reading))}
    return next(iter(towns.values())) if len(towns) == 1 else None
