"""Find the event mentions of one document, undated, with participants, place, status and topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.actors.demonyms import with_demonyms_told
from transforms.actors.gazetteer import Gazetteer
from transforms.actors.polities import find_polities
from transforms.actors.reading import read_actors, told_surnames
from transforms.actors.tokens import Token, fold, tokenise
from transforms.actors.words import TitleWords, title_words
from transforms.documents.sentences import split_sentences
from transforms.events.addressed import without_addressed
from transforms.events.attendance import with_attendants
from transforms.events.attention import Attention
from transforms.events.build import build_mention
from transforms.events.casting import resolve_fillers
from transforms.events.evidence import Evidence
from transforms.events.frames import fill_slots
from transforms.events.groups import group_actors
from transforms.events.judge import Judge, load_judge
from transforms.events.judging import Bystanders, weigh
from transforms.events.lexicon import Lexicon
from transforms.events.linking import link_mentions
from transforms.events.own_interview import with_interview
from transforms.events.placing import land_of_host, read_here, read_places
from transforms.events.read_lexicon import load_lexicon
from transforms.events.rounds import legs_of, rounds_of
from transforms.events.scene import Reading, Scene, enter_sentence, open_scene
from transforms.events.sentence import Sentence
from transforms.events.siting import choose_place
from transforms.events.speech_titles import topic_apart
from transforms.events.subjects import subject_groups
from transforms.events.triggers import Trigger, has_trigger
from transforms.events.unknown_names import expected_names
from transforms.events.unknown_places import PlaceReading
from transforms.languages.load import LANGUAGES
from transforms.records import Document, Mention, Span, TextField

Told = tuple[TextField, str, Span, Sequence[Token]]


def find_mentions(
    document: Document, *, sentences: Sequence[Span], gazetteer: Gazetteer, judge: Judge | None = None
) -> list[Mention]:
    """Every event that a document's text and title report, in text order.

    Nothing is taken from furniture. Participants known by title only have `office_id` and no `actor_id`; dates are
    left empty for `date_mentions`.

    Args:
        document: one document; its language decides which words are read (none for unknown languages).
        sentences: spans of its text, as `split_sentences` gives them.
        gazetteer: names, offices and places.
        judge: who answers what no rule does; the learned one if left out.
    """
    if document.language not in LANGUAGES:
        return []
    lexicon = load_lexicon(document.language)
    told = _told(document, sentences, lexicon)
    words = with_demonyms_told(title_words(document.language), [tokens for *_, tokens in told], gazetteer)
    readings = list(_read(told, gazetteer, words, lexicon))
    scene = open_scene(document, gazetteer, lexicon, words, readings, judge or load_judge())
    # A further stop of a journey to which two verbs lead ("is due in X, then Y") is told by the nearer.
    found = {mention.mention_id: mention for reading in readings for mention in _mentions_of(scene, reading)}
    return link_mentions(with_interview(scene, readings, with_attendants(found.values())))


def _told(document: Document, sentences: Sequence[Span], lexicon: Lexicon) -> list[Told]:
    """The sentences of the text that are no furniture, then those of the title; the topic of a speech apart."""
    furniture = [region for region in document.regions if region.kind == "furniture"]
    in_text = (s for s in sentences if not any(r.start < s.end and s.start < r.end for r in furniture))
    title = document.title or ""
    spans: list[tuple[TextField, str, Span]] = [("text", document.text, span) for span in in_text]
    spans += [("title", title, span) for span in split_sentences(title, (), document.language)]
    return [
        (text_field, text, span, tokens)
        for text_field, text, span in spans
        for tokens in topic_apart(tokenise(text, span.start, span.end), lexicon)
    ]


def _read(told: Sequence[Told], gazetteer: Gazetteer, words: TitleWords, lexicon: Lexicon) -> Iterator[Reading]:
    polities = find_polities([tokens for *_, tokens in told], words, gazetteer)
    readings = [
        Reading(field, text, span, tokens, read_actors(text, tokens, gazetteer, words, polities))
        for field, text, span, tokens in told
    ]
    surnames = told_surnames((phrase for reading in readings for phrase in reading.phrases), words, gazetteer)
    for reading in readings:
        borne = [at for at, token in enumerate(reading.tokens) if token.fold in surnames] if surnames else []
        people = [phrase for phrase in reading.phrases if phrase.kind == "person"]
        expected = expected_names(reading.tokens, reading.phrases, lexicon, words)
        if expected or any(not any(phrase.first <= at < phrase.last for phrase in people) for at in borne):
            phrases = read_actors(reading.text, reading.tokens, gazetteer, words, polities, surnames, expected)
            reading = replace(reading, phrases=phrases)
        yield reading


def _mentions_of(scene: Scene, reading: Reading) -> list[Mention]:
    """The mentions of one sentence; what it names is noted for the sentences after it."""
    found: list[Mention] = []
    enter_sentence(scene, reading)
    reading = without_addressed(scene, reading)
    scene.discourse.salience.next_sentence()
    if has_trigger(reading.tokens, scene.lexicon):
        sentence = Sentence(
            reading.text,
            reading.span.start,
            reading.span.end,
            reading.tokens,
            reading.phrases,
            scene.lexicon,
            scene.words,
        )
        places: list[PlaceReading] = []
        if sentence.triggers:
            places = [*read_places(sentence, scene.gazetteer), *read_here(sentence, scene.dateline)]
        _hear(scene, sentence)
        attention = Attention(scene, reading, sentence.groups)
        bystanders = Bystanders(sentence, places)
        for trigger in sentence.triggers:
            attention.hear(trigger.first)
            meanings = (trigger, *trigger.others)
            told = (list(_told_by(scene, reading, sentence, one, places, attention, bystanders)) for one in meanings)
            found += next(filter(None, told), [])
        attention.close()
    else:
        lows = [token.low for token in reading.tokens] if reading.phrases else []
        groups = group_actors(reading.tokens, lows, reading.phrases, scene.lexicon, scene.words) if lows else []
        Attention(scene, reading, groups).close()
    return found


def _hear(scene: Scene, sentence: Sentence) -> None:
    """The subject of a statement says "I" in the quotations around it."""
    for trigger in sentence.triggers:
        if trigger.frame.subject == "speaker" and trigger.verb and not scene.turns:
            for group in subject_groups(sentence, trigger.verb, may_follow=True):
                single = (m for m in group.members if m.anaphor not in ("i", "we", "you") and not m.is_plural)
                people = [r for m in single for r in scene.discourse.resolve(m)]
                scene.discourse.speaker = next((r for r in people if r.kind == "person"), scene.discourse.speaker)


def _told_by(
    scene: Scene,
    reading: Reading,
    sentence: Sentence,
    trigger: Trigger,
    places: list[PlaceReading],
    attention: Attention,
    bystanders: Bystanders,
) -> Iterator[Mention]:
    """The events of one trigger: those of each of its rounds, if the first is one, and those of further stops."""
    if trigger.frame.event_type == "statement" and not scene.discourse.is_before_questions:
        return
    is_told, place = False, None
    for number, (words, fillers) in enumerate(rounds_of(sentence, trigger, fill_slots(sentence, trigger))):
        filled = resolve_fillers(scene, sentence, trigger, fillers)
        media = [f.phrase for f in fillers if f.phrase.is_media]  # "France Bleu" is nowhere
        free = [p for p in places if not any(m.first <= p.first < m.last for m in media)]
        place = choose_place(words, free, sentence) or place or land_of_host(sentence, scene.gazetteer, fillers)
        is_name = place and place.is_complement and place.last == words.first  # "after the Geneva summit" tells none
        clause = sentence.clause_start(words.first)
        evidence = Evidence(sentence, trigger, filled, None if is_name else place, clause)
        if number == 0:
            evidence, is_told = weigh(scene, evidence, bystanders)
            filled = list(evidence.filled)
        evidence = replace(evidence, place=place)
        if not is_told:
            return
        told = evidence if words is trigger else replace(evidence, trigger=words)
        mention = build_mention(scene, reading, told)
        attention.take_part(filled)
        cast = [(filler.role, referent) for filler, referent in filled]
        scene.discourse.meet(mention.event_type, cast, is_background=mention.is_background)
        if not _is_homecoming(scene, evidence):
            yield mention
        for stop, stop_place in legs_of(sentence, words, place, places):
            yield build_mention(scene, reading, replace(evidence, trigger=stop, place=stop_place))


def _is_homecoming(scene: Scene, evidence: Evidence) -> bool:
    """Whether a traveller only comes home: the place is the country he stands for, or its capital."""
    place = scene.gazetteer.places_by_id.get((evidence.place.place_id if evidence.place else None) or "")
    is_journey = evidence.trigger.frame.event_type == "visit" and evidence.trigger.frame.kind == "verb"
    if not is_journey or place is None or place.kind not in ("country", "city"):
        return False
    is_capital = place.kind == "country" or fold(place.name) in scene.gazetteer.capitals
    return is_capital and any(place.country_iso3 in r.countries for f, r in evidence.filled if f.role == "guest")
