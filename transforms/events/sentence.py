"""One candidate sentence with everything read off it once: tokens, actors, groups, triggers, clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import Token, fold
from transforms.actors.words import TitleWords
from transforms.dates.lexicon import span_words, time_words
from transforms.dates.tense import tells_past
from transforms.events.brackets import Clause, is_finite_auxiliary
from transforms.events.chains import in_chain, turns_of_time
from transforms.events.clauses import clause_of, source_start, split_clauses
from transforms.events.conjuncts import is_told_at, second_subjects
from transforms.events.groups import Group, group_actors
from transforms.events.lexicon import Lexicon
from transforms.events.triggers import Trigger, find_triggers, lows_of

_MODIFIERS = 3
_LONGEST_LEAD = 3


@dataclass(slots=True)
class Sentence:
    """A sentence of a document; `start`/`end` are offsets into its text, all indices are token indices.

    From `source` on it only says who told it.
    """

    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    phrases: Sequence[ActorPhrase]
    lexicon: Lexicon
    words: TitleWords
    lows: list[str] = field(init=False)
    folds: list[str] = field(init=False)
    clauses: list[Clause] = field(init=False)
    starts: list[int] = field(init=False)
    source: int = field(init=False)
    turns: list[int] = field(init=False)
    groups: list[Group] = field(init=False)
    triggers: list[Trigger] = field(init=False)
    _told: dict[str, list[tuple[int, int, str]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.lows = lows_of(self.tokens, self.lexicon)
        self.folds = [token.fold for token in self.tokens]
        self.clauses = split_clauses(self.tokens, self.lexicon)
        people = (p for p in self.phrases if not (self._is_no_one(p) or self._is_role(p) or self._is_adjective(p)))
        self.phrases = [self._in_number(phrase) for phrase in people]
        self.starts = [clause.first for clause in self.clauses]
        found = find_triggers(self.tokens, self.lexicon, self._named(), self.clauses)
        self.triggers = [trigger for trigger in found if not self._is_inside_name(trigger)]
        self.phrases = [phrase for phrase in self.phrases if not self._is_event(phrase)]
        if self.words.modifiers_stand_before and not self.lexicon.verb_final:
            self.phrases = [self._with_modifiers(phrase) for phrase in self.phrases]
        self.groups = group_actors(self.tokens, self.lows, self.phrases, self.lexicon, self.words)
        self.source = source_start(self.lows, self.lexicon)
        further = second_subjects(self.lows, self.groups, self.triggers, self.starts, self.lexicon)
        self.starts = sorted({*self.starts, *self._resumptions(), *further})
        told = [in_chain(trigger, self.triggers, self.lows, self.lexicon) for trigger in self.triggers]
        self.triggers = [self._as_told(trigger) for trigger in told]
        self.turns = sorted({*self.starts, *turns_of_time(self.triggers, self.lows, self.lexicon)})

    def _is_no_one(self, phrase: ActorPhrase) -> bool:
        """Whether a bare title stands where only a verb can ("will chair talks"), or before a noun ("refugee camp")."""
        markers = self.lexicon.groups["infinitive_markers"]
        if phrase.anaphor != "title" or phrase.first == 0 or phrase.last - phrase.first > 1 or not markers:
            return False
        noun = "".join(self.lows[phrase.last : phrase.last + 1])
        if self.words.modifiers_stand_before and noun in self.lexicon.groups.get("sites", frozenset()):
            return True
        before = self.lows[phrase.first - 1]
        is_led = before in markers and self.lexicon.support.find(self.lows, phrase.first) is not None
        return is_led or not {"intend", "would", "may"}.isdisjoint(self.lexicon.auxiliary_classes(before))

    def _is_role(self, phrase: ActorPhrase) -> bool:
        """Whether a bare title only tells what somebody is ("sworn in as minister", "nombrada ministra el lunes")."""
        if phrase.anaphor != "title":
            return False
        table, starts = self.lexicon.tables["role_leads"], range(max(0, phrase.first - _LONGEST_LEAD), phrase.first)
        is_led = any((lead := table.find(self.lows, at)) and lead[0] == phrase.first for at in starts)
        return is_led and (self.lexicon.drops_subject or not self._is_finite(phrase.last))

    def _is_finite(self, at: int) -> bool:
        """Whether a verb or an auxiliary stands at a token."""
        is_auxiliary = self.lexicon.auxiliary_classes("".join(self.lows[at : at + 1])) - {"skip"}
        return bool(is_auxiliary) or self.lexicon.verbs.find(self.lows, at) is not None

    def _is_adjective(self, phrase: ActorPhrase) -> bool:
        """Whether a word for people stands right behind a plural noun as its adjective ("des priorités communes")."""
        lows, at = self.lows, phrase.first
        if phrase.last - at > 1 or at == 0 or lows[at] not in self.lexicon.groups.get("people_adjectives", frozenset()):
            return False
        before, tokens = lows[at - 1], self.tokens
        is_led = before in self.words.sets["stop_words"] or self.lexicon.prepositions.exactly(lows, at - 1, at)
        return before.endswith(("s", "x")) and tokens[at - 1].is_word and not tokens[at - 1].is_capital and not is_led

    def _in_number(self, phrase: ActorPhrase) -> ActorPhrase:
        """A pronoun of one woman or of several is several where a plural verb stands beside it ("sie wurden")."""
        is_polite = phrase.first > 0 and phrase.text[0].isupper()
        ambiguous = self.lexicon.groups.get("she_or_they", frozenset())
        if phrase.anaphor != "she" or is_polite or phrase.text.lower() not in ambiguous:
            return phrase
        first = clause_of(phrase.first, [clause.first for clause in self.clauses])
        opens = all(low in self.lexicon.groups["coordinators"] for low in self.lows[first : phrase.first])
        if opens:
            is_plural = "".join(self.lows[phrase.last : phrase.last + 1]).endswith(
                self.lexicon.endings("plural_verb_endings")
            )
        else:
            is_alone = not any(first <= p.first < phrase.first for p in self.phrases)
            before = self.lows[phrase.first - 1]
            is_verb = self.lexicon.verbs.find(self.lows, phrase.first - 1) is not None
            is_plural = is_verb and before.endswith(self.lexicon.endings("plural_verb_endings"))
            is_plural = is_alone and (is_plural or before in self.lexicon.groups["plural_auxiliaries"])
        return replace(phrase, anaphor="they", is_plural=True, size=0) if is_plural else phrase

    def _with_modifiers(self, phrase: ActorPhrase) -> ActorPhrase:
        """A plain plural with the plain words between it and the trigger it follows ("met striking coal miners")."""
        is_plain = phrase.is_plural and phrase.kind == "organisation" and phrase.anaphor is None
        if not is_plain or phrase.actor_id or self.tokens[phrase.first].is_capital:
            return phrase
        first = phrase.first
        while first > max(0, phrase.first - _MODIFIERS) and self.is_plain(first - 1):
            first -= 1
        is_led = self.lows[first - 1] in self.words.sets["noun_openers"]
        if first == phrase.first or not (is_led or any(first == trigger.last for trigger in self.triggers)):
            return phrase
        start = self.tokens[first].start
        text = self.text[start : phrase.end]
        return replace(phrase, first=first, start=start, text=text, name=text)

    def is_plain(self, at: int) -> bool:
        """Whether a word before a noun may belong to it: no function word, no part of another phrase or of a verb."""
        sets, skip, times = self.words.sets, self.lexicon.auxiliaries["skip"], time_words(self.lexicon.language)
        if not self.tokens[at].is_word:
            return False
        if any(self.lows[at] in words for words in (sets["stop_words"], sets["articles"], times, skip)):
            return False
        is_in_phrase = any(phrase.first <= at < phrase.last for phrase in self.phrases)
        return not is_in_phrase and not any(trigger.first <= at < trigger.last for trigger in self.triggers)

    def _as_told(self, trigger: Trigger) -> Trigger:
        """What somebody said would be is a plan, no hearsay ("a dit qu'il se rendrait à Pékin")."""
        verb = trigger.verb
        if verb is None or verb.tense not in ("hearsay", "may") or self.starts == [0]:
            return trigger
        opener = self.lows[self.clause_start(verb.first)]
        composed = self.lexicon.groups.get("hearsay_only", frozenset())
        told = (t for t in self.triggers if t.frame.event_type == "statement" and t.verb and t.last <= verb.first)
        is_told = any(t.verb and t.verb.tense in ("past", "pluperfect") for t in told)
        main = self.text[self.tokens[0].start : self.tokens[self.clause_start(verb.first)].start]
        is_told = is_told or (verb.tense == "hearsay" and tells_past(main, self.lexicon.language))
        if verb.tense == "may":
            reported = self.lexicon.groups.get("reported_future", frozenset())
            is_plan = is_told and not reported.isdisjoint(self.lows[verb.first : verb.last])
            return replace(trigger, verb=replace(verb, tense="future"), others=()) if is_plan else trigger
        if opener not in self.lexicon.groups["relative_object"] or not is_told:
            return trigger
        if not composed.isdisjoint(self.lows[verb.first : verb.last]):
            return trigger
        return replace(trigger, verb=replace(verb, tense="future"), others=())

    def _resumptions(self) -> set[int]:
        """Verbs right behind the comma that closes a relative clause: the main clause goes on there."""
        verbs = {trigger.verb.first for trigger in self.triggers if trigger.verb}
        commas = (at for at, low in enumerate(self.lows[:-1]) if low == "," and self.starts != [0])
        verbs |= {at + 1 for at in commas if is_finite_auxiliary(self.lows[at + 1], self.lexicon)}
        closing = [first for first in verbs if first > 0 and self.lows[first - 1] == ","]
        joined = [first for first in verbs if first > 1 and self._resumes_behind(first)]
        return {
            first
            for first in [*closing, *joined]
            if self.opens_relative(self.clause_start(first)) and not self.only_names_before(first)
        }

    def _resumes_behind(self, at: int) -> bool:
        """Whether a coordinator behind a comma leads a verb on from a relative that has a subject of its own.

        "Visited the plant, which Norvex opened, and met X"; not "who opened it, and met X".
        """
        start = self.clause_start(at)
        is_joined = self.lows[at - 2] == "," and self.lows[at - 1] in self.lexicon.groups["coordinators"]
        has_own = any(g.preposition is None and g.first == start + 1 for g in self.groups)
        main = range(self.clause_start(start - 1), start)
        return is_joined and has_own and any(is_told_at(at, self.lows, self.triggers, self.lexicon) for at in main)

    def only_names_before(self, at: int) -> bool:
        """Whether the clause of a token says nothing but somebody before it ("que X, le ministre de Y, a reçu")."""
        named = {i for phrase in self.phrases for i in range(phrase.first, phrase.last)}
        passed = self.words.sets["articles"] | {","}
        before = range(self.clause_start(at) + 1, at)
        return not named.isdisjoint(before) and all(i in named or self.lows[i] in passed for i in before)

    def opens_relative(self, at: int) -> bool:
        """Whether a relative pronoun stands at a token."""
        return self.lexicon.tables["relative_openers"].find(self.lows, at) is not None

    def taken_up(self, at: int) -> list[Group]:
        """Whom the relative that opens the clause of a token takes up under a preposition ("with whom he dined")."""
        start = self.clause_start(at)
        found = self.lexicon.tables["relative_oblique"].find(self.lows, start) if start else None
        before = [g for g in self.groups if start - 1 <= g.last <= start and g.members[-1].kind != "country"]
        if found is None or not before:
            return []
        lead = self.lexicon.prepositions.find(self.lows, start)
        members = before[-1].members if before[-1].preposition is None else before[-1].members[-1:]
        return [Group(start, found[0], lead[1] if lead else "to", members)]

    def _named(self) -> set[int]:
        """Tokens of names and titles; a plural title or an unknown body may hold a trigger's noun and keeps it."""
        pointing = ("he", "she", "it", "they", "i", "we", "you", "latter", "body")
        bodies = self.lexicon.groups["summit_bodies"]
        named = [p for p in self.phrases if p.anaphor not in pointing and not p.is_compound and not p.is_plural]
        unknown = [p for p in named if p.kind == "organisation" and not (p.actor_id or p.has_title)]
        named = [p for p in named if p not in unknown and (fold(p.name) not in bodies or p.has_title)]
        told = {at for p in named for at in range(p.first, p.last)}
        return told | {at for p in unknown for at in range(p.first + 2, p.last) if self._says_what_for(at)}

    def _says_what_for(self, at: int) -> bool:
        """Whether a word in a body's name says what it is for ("le Comité de concertation", no "mesa de diálogo")."""
        is_led = self.lows[at - 1] in self.lexicon.groups["of"] and self.tokens[at - 2].is_capital
        longer = self.lexicon.nouns.find(self.lows, at - 2) if is_led else None
        return is_led and (longer is None or longer[0] <= at)

    def _is_inside_name(self, trigger: Trigger) -> bool:
        """Whether a verb's form is a noun of a group of people ("the leaders of the Baltic states") or is owned."""
        groups = (p for p in self.phrases if p.is_plural and p.kind == "organisation")
        is_owned = self.words.modifiers_stand_before and self.lows[max(0, trigger.first - 1)] in ("'s", "'")
        if is_owned and trigger.verb and trigger.verb.tense == "present" and trigger.verb.first == trigger.first:
            return trigger.frame.kind == "verb"  # "Botswana's host minister"
        return trigger.frame.kind == "verb" and any(p.first < trigger.first and trigger.last <= p.last for p in groups)

    def _is_event(self, phrase: ActorPhrase) -> bool:
        """Whether words for a body are those of an event that no body holds ("uma conferência de imprensa")."""
        spans = ((t.first, t.last) for t in self.triggers if t.frame.event_type == "press_conference")
        return phrase.actor_id is None and (phrase.first, phrase.last) in spans

    def clause_start(self, at: int) -> int:
        """The token at which the clause of a token begins."""
        return clause_of(at, self.starts)

    def clause_end(self, at: int) -> int:
        """The token before which the clause of a token ends."""
        following = bisect_right(self.starts, at)
        return self.starts[following] if following < len(self.starts) else len(self.tokens)

    def turn_start(self, at: int) -> int:
        """Where the clause of a token begins, or the part of it that looks another way in time."""
        return clause_of(at, self.turns)

    def turn_end(self, at: int) -> int:
        """The token before which the clause of a token ends, or the part of it that looks another way in time."""
        following = bisect_right(self.turns, at)
        return self.turns[following] if following < len(self.turns) else len(self.tokens)

    def tells_time(self, first: int, last: int) -> bool:
        """Whether a number, a word of time or a span told from now ("next week") stands between two tokens."""
        times, spans = time_words(self.lexicon.language), span_words(self.lexicon.language)
        lows = self.lows[first:last]
        is_span = any(one in spans and other in spans for one, other in pairwise(lows))
        return is_span or any(low in times or low[0].isdigit() for low in lows)

    def is_passed(self, at: int) -> bool:
        """Whether a token is an adverb, a word of time or a number, which may stand between a verb and its object."""
        last_part, language = self.lows[at].rpartition("-")[2] or self.lows[at], self.lexicon.language
        words = (time_words(language), span_words(language), self.lexicon.auxiliaries["skip"])
        return last_part[0].isdigit() or any(self.lows[at] in listed or last_part in listed for listed in words)

    def finds(self, table: str, first: int, last: int) -> str | None:
        """The first phrase of a language table that lies between two tokens, or None."""
        for start, end, phrase in self.occurrences(table):
            if first <= start and end <= last:
                return phrase
        return None

    def occurrences(self, table: str) -> Sequence[tuple[int, int, str]]:
        """Every phrase of a language table that the sentence tells: start, end and the phrase."""
        if table not in self._told:
            phrases = self.lexicon.tables.get(table)
            first_words = phrases.first_words if phrases else frozenset()
            starts = () if first_words.isdisjoint(self.lows) else range(len(self.lows))
            here = [at for at in starts if self.lows[at] in first_words]
            self._told[table] = [(at, *found) for at in here if phrases and (found := phrases.find(self.lows, at))]
        return self._told[table]
