"""Find the event mentions of one document, undated, with participants, place, status and topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.actors.reading import read_actors
from transforms.actors.tokens import Token, fold, name_key, tokenise
from transforms.actors.words import TitleWords, title_words
from transforms.events.discourse import Discourse, Referent
from transforms.events.identity import mention_id
from transforms.events.frames import Filler, fill_slots, possessive_before, subject_groups
from transforms.events.lexicon import Lexicon, load_lexicon
from transforms.events.linking import link_mentions
from transforms.events.needs import Evidence, is_reported
from transforms.events.pipelines import Pipelines
from transforms.events.placing import PlaceReading, choose_place, place_at, read_here, read_places
from transforms.events.sentence import Sentence
from transforms.events.status import read_status
from transforms.events.triggers import Trigger, has_trigger
from transforms.events.turns import asks_questions, read_turns
from transforms.languages.load import LANGUAGES
from transforms.records import Document, Medium, Mention, Participant, Region, Role, Span, TextField


_DROP_REACH = 4
_FRAME_REACH = 6
_OPENING = 3
_ASKED = frozenset({"press_conference", "interview", "speech", "visit", "accident", "attack"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence as tokens and actor phrases, with the field and the regions it stands in."""

    text_field: TextField
    text: str
    span: Span
    tokens: Sequence[Token]
    phrases: Sequence[ActorPhrase]


def find_mentions(
    document: Document, *, sentences: Sequence[Span], pipelines: Pipelines, gazetteer: Gazetteer
) -> list[Mention]:
    """Every event that a document's text and title report, in text order.

    Nothing is taken from furniture. Participants known by title only have `office_id` and no `actor_id`; dates are
    left empty for `date_mentions`.

    Args:
        document: one document; its language decides which words are read (none for unknown languages).
        sentences: spans of its text, as `split_sentences` gives them.
        pipelines: loaded spaCy pipelines by language.
        gazetteer: names, offices and places.
    """
    if document.language not in LANGUAGES:
        return []
    words, lexicon = title_words(document.language), load_lexicon(document.language)
    stop_words = pipelines.stop_words.get(document.language, frozenset())
    readings = list(_read(document, sentences, gazetteer, words, stop_words))
    discourse = Discourse(gazetteer, document.published_on)
    for reading in readings:
        discourse.introduce(reading.phrases)
    discourse.start_reading()
    finder = _Finder(document, gazetteer, discourse, lexicon, words)
    finder.open(readings)
    found: list[Mention] = []
    for reading in readings:
        found += finder.mentions_of(reading)
    found = finder.with_interview(readings, found)
    return link_mentions(found)


def _read(
    document: Document,
    sentences: Sequence[Span],
    gazetteer: Gazetteer,
    words: TitleWords,
    stop_words: frozenset[str],
) -> Iterator[_Reading]:
    furniture = [region for region in document.regions if region.kind == "furniture"]

    def reading(field: TextField, text: str, span: Span) -> _Reading:
        tokens = tokenise(text, span.start, span.end)
        return _Reading(field, text, span, tokens, read_actors(text, tokens, gazetteer, words, stop_words))

    for span in sentences:
        if not any(region.start < span.end and span.start < region.end for region in furniture):
            yield reading("text", document.text, span)
    if document.title:
        yield reading("title", document.title, Span(0, len(document.title)))


class _Finder:
    """Reads the sentences of one document in order."""

    def __init__(
        self, document: Document, gazetteer: Gazetteer, discourse: Discourse, lexicon: Lexicon, words: TitleWords
    ) -> None:
        self.document = document
        self.gazetteer = gazetteer
        self.discourse = discourse
        self.lexicon = lexicon
        self.words = words
        self.turns = read_turns(document)
        self.dateline = self._dateline_place()

    def open(self, readings: Sequence[_Reading]) -> None:
        """Learn who speaks in the document: the labels of an interview, the name in the title of a speech."""
        answers = [turn for turn in self.turns if not turn.is_question]
        names = [self.discourse.find_by_name(turn.label) for turn in answers]
        self.discourse.interviewee = next((name for name in names if name), None)
        if asks_questions(self.document):
            asked = next((turn.label for turn in self.turns if turn.is_question), None)
            name = asked if asked and len(asked) > 2 else self.document.publisher
            self.discourse.newsroom = Referent("organisation", name or "", None)
            self._know_newsroom(is_label=name == asked)
        if self.discourse.interviewee is None:
            self.discourse.speaker = self._speaker_of_title(readings)

    def _dateline_place(self) -> PlaceReading | None:
        region = next((r for r in self.document.regions if r.kind == "dateline"), None)
        if region is None:
            return None
        tokens = tokenise(self.document.text, region.start, region.end)
        sentence = Sentence(self.document.text, region.start, region.end, tokens, (), self.lexicon, self.words)
        return next((place for at in range(len(tokens)) if (place := place_at(sentence, self.gazetteer, at))), None)

    def _know_newsroom(self, *, is_label: bool) -> None:
        newsroom = self.discourse.newsroom
        if newsroom and (found := self.gazetteer.names.find(list(name_key(newsroom.name)) or [""], 0)):
            actor = self.gazetteer.actors[found[1]]
            organisation = self.gazetteer.organisations.get(found[1])
            is_label = is_label or (organisation is not None and organisation.kind == "media")
            newsroom.actor_id, newsroom.name, newsroom.kind = actor.actor_id, actor.name, actor.kind

        if newsroom and not is_label:
            newsroom.name = ""

    def _speaker_of_title(self, readings: Sequence[_Reading]) -> Referent | None:
        titles = [r for r in readings if r.text_field == "title"] or list(readings[:1])
        for reading in titles:
            opens = reading.tokens and reading.tokens[0].low in self.lexicon.groups["speech_titles"]
            people = [p for p in reading.phrases if p.kind == "person" and p.anaphor in (None, "surname")]
            if opens and people:
                return next(iter(self.discourse.resolve(people[0])), None)
        return None

    def _enter(self, reading: _Reading) -> None:
        """Set who says "I" and who is "you" in a sentence."""
        if reading.text_field != "text":
            return
        asked = next((region.start for region in self.document.regions if region.kind == "question"), None)
        self.discourse.is_before_questions = asked is None or reading.span.start < asked
        turn = next((t for t in self.turns if t.start <= reading.span.start < t.end), None)
        if turn and not turn.is_question:
            self.discourse.speaker = self.discourse.find_by_name(turn.label) or self.discourse.interviewee
        elif turn:
            self.discourse.speaker = None

    def with_interview(self, readings: Sequence[_Reading], found: list[Mention]) -> list[Mention]:
        """The mentions with the interview itself where the publisher asks the questions and no words report it."""
        newsroom, guest = self.discourse.newsroom, self.discourse.interviewee
        if newsroom is None or guest is None or any(m.event_type == "interview" for m in found):
            return found
        for reading in readings:
            phrase = next((p for p in reading.phrases if p.kind == "person" and guest.name == p.name), None)
            if phrase and reading.text_field == "text":
                return [self._interview(reading, phrase, (guest, newsroom)), *found]
        return found

    def _interview(self, reading: _Reading, phrase: ActorPhrase, who: tuple[Referent, Referent]) -> Mention:
        roles: tuple[Role, Role] = ("speaker", "interviewer")
        fillers = [Filler(phrase, role, role == "speaker") for role in roles]
        return Mention(
            mention_id=mention_id(self.document.document_id, "text", phrase.start, phrase.end, "interview"),
            document_id=self.document.document_id,
            text_field="text",
            event_type="interview",
            medium="unknown",
            status="held",
            status_text=None,
            trigger_text=phrase.text,
            trigger_start=phrase.start,
            trigger_end=phrase.end,
            char_start=reading.span.start,
            char_end=reading.span.end,
            clause_start=reading.span.start,
            clause_end=reading.span.end,
            sentence_text=reading.text[reading.span.start : reading.span.end],
            is_quoted=False,
            is_background=False,
            parent_mention_id=None,
            place_text=None,
            place_id=None,
            topic_text=None,
            rule_id="core.interview.turns",
            confidence=0.75,
            participants=tuple(
                self._participant(filler, referent)
                for filler, referent in zip(fillers, who, strict=True)
                if referent.name
            ),
        )

    def mentions_of(self, reading: _Reading) -> list[Mention]:
        """The mentions of one sentence; what it names is noted for the sentences after it."""
        found: list[Mention] = []
        self._enter(reading)
        self.discourse.next_sentence()
        if has_trigger(reading.tokens, self.lexicon):
            sentence = Sentence(
                reading.text,
                reading.span.start,
                reading.span.end,
                reading.tokens,
                reading.phrases,
                self.lexicon,
                self.words,
            )
            places = [*read_places(sentence, self.gazetteer), *read_here(sentence, self.dateline)]
            self._hear(sentence)
            for trigger in sentence.triggers:
                mention = self._mention(reading, sentence, trigger, places)
                if mention:
                    found.append(mention)
        self._note(reading.phrases)
        return found

    def _hear(self, sentence: Sentence) -> None:
        """The subject of a statement says "I" in the quotations around it."""
        for trigger in sentence.triggers:
            if trigger.frame.event_type == "statement" and trigger.verb and not self.turns:
                for group in subject_groups(sentence, trigger.verb, may_follow=True):
                    people = [
                        r
                        for m in group.members
                        if m.anaphor not in ("i", "we", "you")
                        for r in self.discourse.resolve(m)
                    ]
                    self.discourse.speaker = next((r for r in people if r.kind == "person"), self.discourse.speaker)

    def _note(self, phrases: Sequence[ActorPhrase]) -> None:
        named = [p for p in phrases if p.anaphor in (None, "surname", "title") and p.kind == "person"]
        referents = [referent for phrase in named for referent in self.discourse.resolve(phrase)]
        self.discourse.notice(list(reversed(referents)))
        self.discourse.meet(referents if len(referents) == 2 else ())

    def _mention(
        self, reading: _Reading, sentence: Sentence, trigger: Trigger, places: list[PlaceReading]
    ) -> Mention | None:
        filled = self._resolve(sentence, trigger, fill_slots(sentence, trigger))
        first = sentence.clause_start(trigger.first)
        place = choose_place(trigger, places, sentence)
        if trigger.frame.event_type == "statement" and not self.discourse.is_before_questions:
            return None
        evidence = Evidence(sentence, trigger, filled, place, _has_number(sentence, first))
        if not is_reported(evidence):
            return None
        self.discourse.meet([referent for _, referent in filled])
        return self._build(reading, evidence)

    def _resolve(self, sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> list[tuple[Filler, Referent]]:
        filled: list[tuple[Filler, Referent]] = []
        subject: Referent | None = None
        seen: set[int] = set()
        if not any(filler.is_subject for filler in fillers):
            fillers = [*self._dropped_subject(sentence, trigger), *fillers]
        named = [f.phrase for f in fillers if f.phrase.kind == "person" and f.phrase.anaphor in (None, "surname")]
        others = [referent for phrase in named for referent in self.discourse.resolve(phrase)]
        for filler in fillers:
            if filler.phrase.is_capital_city and not filler.is_subject:
                continue
            for referent in self._referents(sentence, filler.phrase, subject, others):
                if id(referent) not in seen:
                    seen.add(id(referent))
                    filled.append((filler, referent))
                    subject = subject or referent
        if any(referent is self.discourse.newsroom for _, referent in filled) and self.discourse.interviewee:
            filled = self._asked_by_newsroom(filled, self.discourse.interviewee)
        if trigger.frame.kind == "noun":
            filled = self._possessor(sentence, trigger, filled)
            if not filled and self._is_taken_up(sentence, trigger):
                filled = self._taken_up(trigger)
        elif trigger.verb and trigger.verb.has_clitic and trigger.frame.object and len(filled) == 1:
            filled += self._clitic(trigger, filled[0][1])
        return filled

    def _asked_by_newsroom(
        self, filled: list[tuple[Filler, Referent]], guest: Referent
    ) -> list[tuple[Filler, Referent]]:
        """ "Nous l'avons rencontrée": whom the newsroom met is who answers its questions."""
        newsroom = [(filler, r) for filler, r in filled if r is self.discourse.newsroom]
        asker = replace(newsroom[0][0], role="interviewer")
        return [(replace(asker, role="speaker", is_subject=False), guest), (asker, newsroom[0][1])]

    def _is_taken_up(self, sentence: Sentence, trigger: Trigger) -> bool:
        """ "La rencontre est annulée": a definite noun of which something is told, with nobody beside it."""
        before = sentence.lows[trigger.first - 1] if trigger.first else ""
        is_definite = before in self.lexicon.groups["definite"]
        last = sentence.clause_end(trigger.last - 1)
        told = trigger.support is not None and trigger.support.subject == "event"
        return is_definite and (
            told or any(sentence.finds(cue, trigger.last, last) for cue in ("cancelled", "postponed"))
        )

    def _taken_up(self, trigger: Trigger) -> list[tuple[Filler, Referent]]:
        phrase = ActorPhrase(trigger.first, trigger.last, 0, 0, "", "person", "", anaphor="they", is_plural=True)
        return [(Filler(phrase, "participant", True), referent) for referent in self.discourse.resolve(phrase)]

    def _dropped_subject(self, sentence: Sentence, trigger: Trigger) -> list[Filler]:
        """The last person told of, where a language leaves the subject of a finite verb out at a sentence's start."""
        verb = trigger.verb
        if verb is None or not self.lexicon.drops_subject or verb.is_passive or trigger.frame.event_type == "statement":
            return []
        if verb.tense not in ("past", "future", "present", "expected") or verb.first > _DROP_REACH:
            return []
        role = trigger.support.subject if trigger.support else trigger.frame.subject
        if role is None or role == "event":
            return []
        phrase = ActorPhrase(verb.first, verb.last, 0, 0, "", "person", "", anaphor="he")
        visiting = trigger.frame.event_type == "visit"
        return [Filler(phrase, cast(Role, "guest" if visiting else role), True)]

    def _referents(
        self, sentence: Sentence, phrase: ActorPhrase, subject: Referent | None, others: Sequence[Referent]
    ) -> tuple[Referent, ...]:
        """Whom a phrase means; "il" is first of all the subject that stands before it in its sentence."""
        if phrase.anaphor in ("he", "she"):
            before = [g for g in sentence.groups if g.preposition is None and g.last <= phrase.first]
            for member in before[0].members if before and len(before[0].members) == 1 else ():
                if member.kind == "person" and member.anaphor in (None, "surname", "title") and not member.is_plural:
                    gender = {"he": "m", "she": "f"}[phrase.anaphor]
                    fitting = [
                        r for r in self.discourse.resolve(member) if r.gender in (None, gender) and r not in others
                    ]
                    if fitting:
                        return tuple(fitting)
        return self.discourse.resolve(phrase, subject, others)

    def _clitic(self, trigger: Trigger, subject: Referent) -> list[tuple[Filler, Referent]]:
        """The object pronoun before a verb ("l'a reçu"): the last person told of who is not the subject."""
        phrase = ActorPhrase(trigger.first, trigger.last, 0, 0, trigger.frame.frame_id, "person", "", anaphor="latter")
        filler = Filler(phrase, cast(Role, trigger.frame.object), False)
        return [(filler, referent) for referent in self.discourse.resolve(phrase, subject)]

    def _possessor(
        self, sentence: Sentence, trigger: Trigger, filled: list[tuple[Filler, Referent]]
    ) -> list[tuple[Filler, Referent]]:
        """The owner of "son entretien", "leur rencontre": the sentence's leading actor or the last pair."""
        owner = possessive_before(sentence, trigger)
        if owner is None or any(filler.is_subject for filler, _ in filled):
            return filled
        leading = next((g for g in sentence.groups if g.preposition is None), None)
        phrase = leading.members[0] if leading else ActorPhrase(0, 0, 0, 0, "", "person", "", anaphor="he")
        if owner == "plural_possessives" and (leading is None or len(leading.members) < 2):
            phrase = replace(phrase, anaphor="they", kind="person")
        filler = Filler(phrase, "participant", True)
        known = {id(referent) for _, referent in filled}
        owners = [(filler, r) for r in self.discourse.resolve(phrase) if id(r) not in known]
        return [*owners, *filled]

    def _build(self, reading: _Reading, evidence: Evidence) -> Mention:
        sentence, trigger = evidence.sentence, evidence.trigger
        tokens = sentence.tokens
        start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
        first = sentence.clause_start(trigger.first)
        last = _extended_end(sentence, trigger)
        is_question = reading.text[: reading.span.end].rstrip(' \n"”»’').endswith("?") or self._in(
            "question", start, reading
        )
        status, cue = read_status(sentence, trigger, is_question=is_question)
        event_type, medium = self._type_and_medium(sentence, trigger, evidence.filled)
        participants = tuple(self._participant(filler, referent) for filler, referent in evidence.filled)
        is_background = _is_background(sentence, trigger)
        return Mention(
            mention_id=mention_id(self.document.document_id, reading.text_field, start, end, event_type),
            document_id=self.document.document_id,
            text_field=reading.text_field,
            event_type=event_type,
            medium=medium,
            status=status,
            status_text=cue,
            trigger_text=reading.text[start:end],
            trigger_start=start,
            trigger_end=end,
            char_start=reading.span.start,
            char_end=reading.span.end,
            clause_start=tokens[first].start,
            clause_end=tokens[last - 1].end,
            sentence_text=reading.text[reading.span.start : reading.span.end],
            is_quoted=self._in("quotation", start, reading),
            is_background=is_background,
            parent_mention_id=None,
            place_text=evidence.place.text if evidence.place else None,
            place_id=evidence.place.place_id if evidence.place else None,
            topic_text=None,
            rule_id=trigger.frame.frame_id,
            confidence=_confidence(evidence, status),
            participants=participants,
        )

    def _type_and_medium(
        self, sentence: Sentence, trigger: Trigger, filled: Sequence[tuple[Filler, Referent]]
    ) -> tuple[str, Medium]:
        frame = trigger.frame
        medium: Medium = frame.medium  # type: ignore[assignment]
        first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
        if self._is_interview(sentence, trigger, filled):
            return "interview", "unknown"
        if frame.frame_id.endswith(".gather") and any(self._meets_as_summit(filler, r) for filler, r in filled):
            return "summit", medium
        if frame.event_type in ("meeting", "call"):
            if sentence.finds("telephone", first, last):
                return ("call" if frame.is_talk or frame.event_type == "call" else frame.event_type), "telephone"
            if sentence.finds("video", first, last):
                return frame.event_type, "video"
        return frame.event_type, medium

    def _is_interview(self, sentence: Sentence, trigger: Trigger, filled: Sequence[tuple[Filler, Referent]]) -> bool:
        """A statement made to the media, or a meeting with the newsroom that asks the questions."""
        if trigger.frame.event_type == "statement":
            first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
            to_media = any(filler.role == "interviewer" for filler, _ in filled)
            return to_media or sentence.finds("interview_cues", first, last) is not None
        if trigger.frame.kind == "noun" and any(filler.role == "interviewer" for filler, _ in filled):
            return True
        newsroom = self.discourse.newsroom
        return trigger.frame.event_type == "meeting" and any(referent is newsroom for _, referent in filled)

    def _meets_as_summit(self, filler: Filler, referent: Referent) -> bool:
        is_body = fold(referent.name) in self.lexicon.groups["summit_bodies"] and not filler.phrase.has_title
        return is_body or _are_leaders(filler.phrase)

    def _in(self, kind: str, at: int, reading: _Reading) -> bool:
        regions: tuple[Region, ...] = self.document.regions if reading.text_field == "text" else ()
        return any(region.kind == kind and region.start <= at < region.end for region in regions)

    def _participant(self, filler: Filler, referent: Referent) -> Participant:
        actor = self.gazetteer.actors.get(referent.actor_id or "")
        kind, holder = referent.office_kind, referent.holder
        country = next(iter(sorted(referent.countries)), None)
        return Participant(
            name=actor.name if actor else referent.name,
            kind=referent.kind,
            role=filler.role,
            name_text=filler.phrase.text or referent.name,
            actor_id=referent.actor_id,
            office_id=self.gazetteer.office_for(kind, holder) if kind else None,
            organisation_id=holder if holder in self.gazetteer.organisations else None,
            country_iso3=actor.country_iso3 if actor and actor.country_iso3 else country,
            is_titled_only=referent.is_titled_only,
            is_former=referent.is_former,
        )


def _is_background(sentence: Sentence, trigger: Trigger) -> bool:
    """Told in passing: a pluperfect, words of the past, or a bare noun that opens no sentence and frames no news."""
    if trigger.verb is not None:
        first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
        return trigger.verb.tense == "pluperfect" or bool(sentence.finds("background", first, last))
    frames_news = sentence.finds("during", trigger.first - _FRAME_REACH, trigger.first) is not None
    if sentence.finds("background", trigger.first - _FRAME_REACH, trigger.last + 2):
        return True
    owned = possessive_before(sentence, trigger) is not None or sentence.lows[trigger.first - 1] == "'s"
    return not (frames_news or owned or trigger.first <= _OPENING or trigger.frame.event_type in _ASKED)


def _are_leaders(phrase: ActorPhrase) -> bool:
    """Whether a plural title names heads of state or government: their gathering is a summit."""
    return phrase.is_plural and phrase.has_title and phrase.office_kind in ("head_of_state", "head_of_government")


def _extended_end(sentence: Sentence, trigger: Trigger) -> int:
    """The end of a trigger's clause, with the relative clause that a noun carries ("a visit that was planned for …")."""
    last = sentence.clause_end(trigger.last - 1)
    relatives = sentence.lexicon.groups["relative_subject"] | sentence.lexicon.groups["relative_object"]
    if trigger.frame.kind == "noun" and last < len(sentence.lows) and last - trigger.last <= 6:
        return sentence.clause_end(last) if sentence.lows[last] in relatives else last
    return last


def _has_number(sentence: Sentence, first: int) -> bool:
    return any(token.text[0].isdigit() for token in sentence.tokens[first:])


def _confidence(evidence: Evidence, status: str) -> float:
    """How sure a mention is: named participants and a finite verb raise it, hearsay and bare nouns lower it."""
    value = 0.9 if evidence.trigger.frame.kind == "verb" else 0.8
    if evidence.trigger.verb is None or evidence.trigger.verb.tense in ("participle", "infinitive", "gerund"):
        value -= 0.15
    elif evidence.trigger.verb.tense == "hearsay":
        value -= 0.4
    if any(referent.is_titled_only for _, referent in evidence.filled):
        value -= 0.05
    if status == "hypothetical":
        value -= 0.2
    return round(max(value, 0.1), 2)
