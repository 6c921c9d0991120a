"""What stays the same while one document is read: its words, its people, who speaks where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import Token, name_key, tokenise
from transforms.actors.words import TitleWords
from transforms.documents.agenda import Section, read_agenda, section_at
from transforms.events.discourse import Discourse
from transforms.events.judge import Judge, Traits
from transforms.events.known_places import place_at
from transforms.events.lexicon import Lexicon
from transforms.events.referents import Referent
from transforms.events.sentence import Sentence
from transforms.events.spoken import is_spoken
from transforms.events.traits import document_traits
from transforms.events.turns import Turn, asks_questions, read_turns
from transforms.events.unknown_places import PlaceReading
from transforms.records import Document, Span, TextField

_ANSWERING = 3
"""Words for "I" in the answers; where there are fewer, the questions are headings of an explanation."""
_OPENING = 4
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence as tokens and actor phrases, with the field it stands in."""

    text_field: TextField
    text: str
    span: Span
    tokens: Sequence[Token]
    phrases: Sequence[ActorPhrase]


@dataclass(slots=True)
class Scene:
    """One document being read; `spans`: its regions by kind, `keeper`: whose agenda it is, `orator`: whose speech.

    `judge` answers what no rule does, `traits` is what it is told of the whole; `is_spoken`: the document is somebody
    speaking; `is_programme`: its headline calls it an agenda.
    """

    document: Document
    gazetteer: Gazetteer
    discourse: Discourse
    lexicon: Lexicon
    words: TitleWords
    turns: Sequence[Turn]
    dateline: PlaceReading | None
    agenda: tuple[Section, ...]
    spans: dict[str, list[Span]]
    judge: Judge
    traits: Traits = field(default_factory=dict)
    is_spoken: bool = False
    is_programme: bool = False
    keeper: Referent | None = None
    orator: Referent | None = None

    def keeper_at(self, at: int) -> Referent | None:
        """Whose agenda an offset of the text stands in: the person of its headline."""
        return self.keeper if section_at(self.agenda, at) else None

    def is_planned_at(self, at: int) -> bool:
        """Whether an offset of the text stands in a programme: one by the hour, or called one in its headline."""
        section = section_at(self.agenda, at)
        return section is not None and (section.is_programme or self.is_programme)

    def turn_at(self, at: int) -> Turn | None:
        """The turn of an interview that an offset of the text stands in."""
        return next((turn for turn in self.turns if turn.start <= at < turn.end), None)

    def is_in(self, kind: str, at: int, text_field: TextField) -> bool:
        """Whether an offset of the text stands in a region of a kind."""
        return text_field == "text" and any(span.start <= at < span.end for span in self.spans.get(kind, ()))


def open_scene(
    document: Document,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    words: TitleWords,
    readings: Sequence[Reading],
    judge: Judge,
) -> Scene:
    """Learn the people of a document, then who speaks in it: interview labels, or the name in the title of a speech."""
    discourse = Discourse(gazetteer, words, document.published_on)
    for reading in readings:
        discourse.introduce(reading.phrases)
    headlines = [r for r in readings if r.text_field == "title"] or readings[:1]
    for reading in headlines:
        discourse.headline(reading.phrases)
    agenda = read_agenda(document.text, document.language)
    spans: dict[str, list[Span]] = {}
    for region in document.regions:
        spans.setdefault(region.kind, []).append(Span(region.start, region.end))
    scene = Scene(document, gazetteer, discourse, lexicon, words, read_turns(document), None, agenda, spans, judge)
    scene.traits = document_traits(document, len(discourse.people))
    scene.is_spoken = is_spoken(document)
    scene.dateline = _dateline_place(scene)
    _open(scene, readings)
    words_of_title = {token.low for reading in headlines for token in reading.tokens}
    scene.is_programme = not lexicon.groups["agendas"].isdisjoint(words_of_title)
    if sum(section.is_line for section in agenda) > 1 or (agenda and scene.is_programme):
        scene.keeper = _keeper(discourse, headlines)
    return scene


def _keeper(discourse: Discourse, headlines: Sequence[Reading]) -> Referent | None:
    """The person of a headline: by name, else who is named first under the office that it tells, not one abroad."""
    people = [p for reading in headlines for p in reading.phrases if p.kind == "person" and not p.is_plural]
    named = next((p for p in people if p.anaphor != "title"), None)
    if named is None and people:
        told = {(p.office_kind, holder) for p in people for holder in (p.holder, None) if p.office_kind}
        holders = (r for r in discourse.people if told & r.offices)
        return next(holders, None) or discourse.titled_here(people[0])
    return next(iter(discourse.resolve(named)), None) if named else None


def _open(scene: Scene, readings: Sequence[Reading]) -> None:
    """Who asks, who answers, who says "I"."""
    guest = _named_in_title(scene, readings, scene.lexicon.groups["interview_titles"]) if scene.turns else None
    scene.turns = _asked(scene, guest)
    names = [scene.discourse.find_by_name(turn.label) for turn in scene.turns if not turn.is_question]
    named = next((name for name in names if name), None)
    scene.discourse.interviewee = guest if guest in names or named is None else named
    scene.orator = scene.discourse.speaker = _speaker_of_title(scene, readings)
    if _is_asked(scene) and scene.orator is None:
        asked = next((turn.label for turn in scene.turns if turn.is_question), None)
        name = asked if asked and len(asked) > 2 else scene.document.publisher
        scene.discourse.newsroom = Referent("organisation", name or "", None)
        _know_newsroom(scene, is_label=name == asked)
        if scene.discourse.interviewee is None and not scene.turns:
            scene.discourse.interviewee = _guest(scene, readings)


def _is_asked(scene: Scene) -> bool:
    return asks_questions(scene.document) or any(turn.is_question for turn in scene.turns)


def _asked(scene: Scene, guest: Referent | None) -> list[Turn]:
    """The turns where whoever speaks often beside the guest whom the title names asks him, in a question or not."""
    labels = Counter(turn.label for turn in scene.turns)
    people = {label: scene.discourse.find_by_name(label) for label in labels}
    if guest is None or guest not in people.values():
        return list(scene.turns)
    hosts = {label for label, told in labels.items() if told >= _OFTEN and people[label] is not guest}
    return [replace(turn, is_question=turn.is_question or turn.label in hosts) for turn in scene.turns]


def _guest(scene: Scene, readings: Sequence[Reading]) -> Referent | None:
    """Who answers where no label says so: whom the words above the questions name most, if the answers say "I"."""
    asked = [region for region in scene.document.regions if region.kind == "question"]
    me = scene.words.sets["first_singular"] | scene.words.sets["first_plural"]
    answers = [r for r in readings if r.text_field == "text" and r.span.start > asked[0].end]
    if sum(token.low in me for reading in answers for token in reading.tokens) < _ANSWERING:
        return None
    opening = [r for r in readings if r.text_field == "title" or r.span.start < asked[0].start]
    people = [p for r in opening for p in r.phrases if p.kind == "person" and p.anaphor in (None, "surname")]
    named = [person for p in people for person in scene.discourse.resolve(p)]
    return max(named, key=lambda person: (named.count(person), -named.index(person)), default=None)


def _dateline_place(scene: Scene) -> PlaceReading | None:
    region = next((r for r in scene.document.regions if r.kind == "dateline"), None)
    if region is None:
        return None
    tokens = tokenise(scene.document.text, region.start, region.end)
    sentence = Sentence(scene.document.text, region.start, region.end, tokens, (), scene.lexicon, scene.words)
    return next((place for at in range(len(tokens)) if (place := place_at(sentence, scene.gazetteer, at))), None)


def _know_newsroom(scene: Scene, *, is_label: bool) -> None:
    newsroom = scene.discourse.newsroom
    if newsroom and (found := scene.gazetteer.names.find(list(name_key(newsroom.name)) or [""], 0)):
        actor = scene.gazetteer.actors[found[1]]
        organisation = scene.gazetteer.organisations.get(found[1])
        is_label = is_label or (organisation is not None and organisation.kind == "media")
        newsroom.actor_id, newsroom.name, newsroom.kind = actor.actor_id, actor.name, actor.kind

    if newsroom and not is_label:
        newsroom.name = ""


def _speaker_of_title(scene: Scene, readings: Sequence[Reading]) -> Referent | None:
    speeches = scene.lexicon.groups["speech_titles"]
    if _is_asked(scene):
        speeches -= scene.lexicon.groups["interview_titles"]
    return _named_in_title(scene, readings, speeches)


def _named_in_title(scene: Scene, readings: Sequence[Reading], openers: frozenset[str]) -> Referent | None:
    """Who is named first in a title that opens with a word for a speech or an interview ("Extraits d'un entretien")."""
    titles = [r for r in readings if r.text_field == "title"] or list(readings[:1])
    for reading in titles:
        opens = not openers.isdisjoint(token.low for token in reading.tokens[:_OPENING])
        people = [p for p in reading.phrases if p.kind == "person" and p.anaphor in (None, "surname")]
        if opens and people:
            return next(iter(scene.discourse.resolve(people[0])), None)
    return None


def enter_sentence(scene: Scene, reading: Reading) -> None:
    """Set who says "I" and who is "you" in a sentence."""
    if reading.text_field != "text":
        return
    asked = [span.start for span in scene.spans.get("question", ())]
    asked += [turn.start for turn in scene.turns if turn.is_question][:1]
    scene.discourse.is_before_questions = not asked or reading.span.start < min(asked)
    turn = scene.turn_at(reading.span.start)
    guest = scene.discourse.interviewee or scene.orator
    is_asked = turn.is_question if turn else scene.is_in("question", reading.span.start, "text")
    scene.discourse.addressee = guest if is_asked else None
    if turn and not is_asked:
        scene.discourse.speaker = scene.discourse.find_by_name(turn.label) or guest
    elif turn:
        scene.discourse.speaker = None
    elif scene.discourse.interviewee and not scene.discourse.is_before_questions:
        scene.discourse.speaker = None if is_asked else scene.discourse.interviewee
