"""Clauses and verb groups where a verb may stand second or close its clause (German)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.actors.tokens import Token
from transforms.events.lexicon import Form, Lexicon

Kind = Literal["main", "rest", "conjunct", "subordinate", "relative", "infinitive"]
_BREAKS = frozenset({";", ":", "–", "—"})
_QUOTES = frozenset({'"', "“", "”", "«", "»"})
_DATELINE = 5
_MARKS = _BREAKS | _QUOTES | {",", ".", "!", "?", ")", "("}
_AHEAD = 4
_BRACKET = 12
_FINITE = frozenset({
    "have_present", "have_past", "have_conditional", "be_present", "be_past", "be_conditional", "become", "intend",
    "was_to", "may", "let_present", "let_past", "finish",
})  # fmt: skip
_ADVERBIAL = frozenset({"negation", "reflexive", "skip"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause over tokens `first` to `last`; a "rest" goes on with the clause that stood before a subordinate one."""

    first: int
    last: int
    kind: Kind


class _ClauseReader:
    """The words of one sentence with what is asked of them while its clauses are told apart."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lows = [token.low for token in tokens]
        self.lexicon = lexicon

    def is_finite(self, at: int) -> bool:
        """Whether a finite auxiliary or a finite form of a trigger stands at an index."""
        if at >= len(self.lows) or (self.tokens[at].is_capital and at > 0):
            return False
        if is_finite_auxiliary(self.lows[at], self.lexicon):
            return True
        return any(
            found is not None and any(form.tense in ("present", "past") for form in found[1])
            for found in (self.lexicon.verbs.find(self.lows, at), self.lexicon.support.find(self.lows, at))
        )

    def resumes(self, start: tuple[int, Kind], at: int) -> bool:
        """Whether what stands behind the comma at an index still belongs to the clause before it.

        A verb comes that the clause lacks ("X, Minister, ist …") or that closes it ("von X, Minister, empfangen").
        """
        first, kind = start
        mark = self.next_mark(at + 1)
        if kind in ("relative", "subordinate"):
            return not any(map(self.is_finite, range(first, at)))
        if self._closes_with_particle(first, at, mark):
            return True
        is_open = any(is_finite_auxiliary(low, self.lexicon) for low in self.lows[first:at])
        if is_open and any(form.tense in ("participle", "infinitive") for form in self._verb_forms(mark - 1)):
            return not any(is_finite_auxiliary(low, self.lexicon) for low in self.lows[at:mark])
        is_told = any(form.frame.event_type == "statement" for form in self._verb_forms(at + 1))
        is_quoted = self.lows[at - 1] in _QUOTES
        return not (is_told or is_quoted) and self.is_finite(at + 1) and not any(map(self.is_finite, range(first, at)))

    def _closes_with_particle(self, first: int, at: int, mark: int) -> bool:
        """Whether a separated particle follows an apposition or the comma that closes it ("rief Y, Z, an")."""
        particles = self.lexicon.groups["particles"]
        behind = next((k for k in (at + 1, mark + 1) if k < len(self.lows) and self.lows[k] in particles), None)
        if behind is None or any(map(self.is_finite, range(at + 1, behind))):
            return False
        ends = behind + 1 == len(self.lows) or self.lows[behind + 1] in _MARKS | self.lexicon.groups["coordinators"]
        forms = (form for k in range(first, at) for form in self._verb_forms(k))
        return ends and any(form.particle == self.lows[behind] for form in forms)

    def _verb_forms(self, at: int) -> tuple[Form, ...]:
        found = self.lexicon.verbs.find(self.lows, at)
        return found[1] if found else ()

    def next_mark(self, at: int) -> int:
        """The index of the next mark, or the end; the dot of an ordinal is none, and a bracket is passed."""
        while at < len(self.lows):
            if self.lows[at] == "(":
                closing = range(at, min(at + _BRACKET, len(self.lows)))
                at = next((i for i in closing if self.lows[i] == ")"), at) + 1
                continue
            is_ordinal = self.lows[at] == "." and at + 1 < len(self.lows) and self.lows[at - 1].isdigit()
            if self.lows[at] in _MARKS and not is_ordinal:
                return at
            at += 1
        return at

    def closes_dateline(self, at: int) -> bool:
        """Whether a hyphen between spaces parts the place of a report from its text ("Wien - X trifft")."""
        is_spaced = self.lows[at] == "-" and self.tokens[at - 1].end < self.tokens[at].start
        return is_spaced and at <= _DATELINE and not any(map(self.is_finite, range(at)))

    def ends_in_verb(self, first: int) -> bool:
        """Whether the words up to the next mark end in small letters, as a clause does that its verb closes.

        A separated particle closes the main clause ("trifft heute, Freitag, in der Hauptstadt ein").
        """
        last = self.next_mark(first) - 1
        closing = self.tokens[last] if last > first else None
        if closing is None or closing.is_capital or not closing.is_word or closing.text[0].isdigit():
            return False
        if closing.low in self.lexicon.groups["particles"]:
            return False
        return self.is_finite(last) or not any(is_finite_auxiliary(low, self.lexicon) for low in self.lows[first:last])

    def is_infinitive(self, first: int) -> bool:
        """Whether an infinitive with "zu" closes the words up to the next mark."""
        last = self.next_mark(first) - 1
        if self.lows[first] in self.lexicon.groups["infinitive_openers"]:
            return True
        if last <= first or self.tokens[last].is_capital:
            return False
        return self.lows[last - 1] in self.lexicon.groups["infinitive_particles"] or any(
            form.tense == "infinitive" and form.has_marker for form in self._verb_forms(last)
        )

    def opens_relative(self, first: int) -> bool:
        """Whether a relative pronoun, after a preposition or not, opens a clause that its verb closes."""
        groups = self.lexicon.groups
        at = first + 1 if first + 1 < len(self.lows) and self.lows[first] in groups["simple_prepositions"] else first
        if self.lows[at] not in groups["relative_pronouns"]:
            return False
        leads_subject = at > first and at + 1 < len(self.lows) and self.lows[at + 1] in groups["determiners"]
        return leads_subject or self.lows[at] in groups["relative_only"] or self.ends_in_verb(at)


def is_finite_auxiliary(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is a finite auxiliary or modal verb."""
    return not _FINITE.isdisjoint(lexicon.auxiliary_classes(low))


def read_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The clauses of a sentence in text order; together they cover it."""
    reader = _ClauseReader(tokens, lexicon)
    starts: list[tuple[int, Kind]] = [(0, "main")]
    if tokens and lexicon.tables["subordinators"].find(reader.lows, 0) and reader.ends_in_verb(0):
        starts = [(0, "subordinate")]
    for at in range(1, len(tokens)):
        found = _start_at(reader, at, starts[-1])
        if found and found[0] < len(tokens) and found[0] > starts[-1][0]:
            starts.append(found)
    ends = [start for start, _ in starts[1:]] + [len(tokens)]
    return [Clause(start, end, kind) for (start, kind), end in zip(starts, ends, strict=True)]


def _start_at(reader: _ClauseReader, at: int, current: tuple[int, Kind]) -> tuple[int, Kind] | None:
    low, first = reader.lows[at], at + 1
    if low in _BREAKS or reader.closes_dateline(at):
        return first, "main"
    if low in reader.lexicon.groups["coordinators"]:
        if subordinator := reader.lexicon.tables["subordinators"].find(reader.lows, first):
            return (at, "subordinate") if reader.ends_in_verb(subordinator[0]) else None
        return (at, "conjunct") if _opens_conjunct(reader, at, current[0]) else None
    if low != "," or first >= len(reader.lows):
        return None
    if reader.opens_relative(first):
        return first, "relative"
    if reader.lows[first] in reader.lexicon.groups["relative_other"]:
        return first, "subordinate"
    if reader.lexicon.tables["subordinators"].find(reader.lows, first):
        compares = reader.lows[first] in reader.lexicon.groups["comparing"]
        return (first, "subordinate") if reader.ends_in_verb(first) or not compares else None
    if reader.is_infinitive(first):
        return first, "infinitive"
    before = reader.tokens[at - 1]
    is_closed = current[1] in ("relative", "subordinate", "infinitive") and not before.is_capital
    if is_closed:
        return first, "rest"
    mark = reader.next_mark(first)
    if mark == first + 1 or reader.resumes(current, at):
        return None
    return (first, "main") if any(map(reader.is_finite, range(first, min(mark, first + _AHEAD)))) else None


def _opens_conjunct(reader: _ClauseReader, at: int, start: int) -> bool:
    """Whether a coordinator joins a second finite verb, not a participle under the same auxiliary."""
    if not any(reader.is_finite(i) for i in range(start, at)):
        return False
    shares = any(is_finite_auxiliary(low, reader.lexicon) for low in reader.lows[start:at])
    for i in range(at + 1, min(len(reader.lows), at + 1 + _AHEAD)):
        if reader.lows[i] in _MARKS or reader.lows[i] in reader.lexicon.groups["coordinators"]:
            return False
        if is_finite_auxiliary(reader.lows[i], reader.lexicon):
            return True
        if reader.is_finite(i):
            return not (shares and reader.next_mark(i) == i + 1)
    return False


def chain_before(clauses: Sequence[Clause], at: int) -> list[Clause]:
    """The clauses that the one of a token goes on with: before a subordinate clause, or the first conjunct."""
    index = next(i for i, clause in enumerate(clauses) if clause.first <= at < clause.last)
    kind = clauses[index].kind
    chain: list[Clause] = []
    if kind in ("main", "relative"):
        return chain
    for clause in reversed(clauses[:index]):
        if clause.kind in ("main", "rest", "conjunct"):
            chain.append(clause)
        if clause.kind == "main":
            break
    return chain[::-1]


def particle_of(lows: Sequence[str], last: int, end: int, lexicon: Lexicon) -> str:
    """The separated particle that closes the clause of a finite verb ("traf … zusammen"), or an empty word."""
    for at in range(last, end):
        closes = at + 1 == end or lows[at + 1] in _MARKS or lows[at + 1] in lexicon.groups["coordinators"]
        if closes and lows[at] in lexicon.groups["particles"]:
            return lows[at]
    return ""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Auxiliaries of a verb: where the first and last stand, and their classes."""

    first: int
    last: int
    classes: set[str]


def read_bracket(
    lows: Sequence[str], first: int, last: int, form: Form, lexicon: Lexicon, clause: Clause, chain: Sequence[Clause]
) -> Bracket:
    """What stands around a verb form: auxiliaries behind it, else the nearest finite one before it; adverbs.

    An infinitive with "zu" takes none of the auxiliaries before it.
    """

    def classes_at(at: int) -> frozenset[str]:
        return lexicon.auxiliary_classes(lows[at]) - {"skip"}

    if form.tense in ("present", "past"):
        adverbs = {name for at in range(last, clause.last) for name in classes_at(at) & _ADVERBIAL}
        inner = {name for at in range(clause.first, first) for name in classes_at(at) & {"reflexive"}}
        return Bracket(first, last, adverbs | inner)
    classes: set[str] = set()
    end = last
    while end < clause.last and (found := classes_at(end) - _ADVERBIAL):
        classes |= found
        end += 1
    has_marker = form.has_marker or (first > 0 and lows[first - 1] in lexicon.groups["infinitive_particles"])
    # An infinitive alone behind the verb stands under a modal in second place ("soll … haben").
    is_open = end == last + 1 and lows[last] in lexicon.groups["auxiliary_infinitives"]
    is_closed = not is_open and any(is_finite_auxiliary(lows[at], lexicon) for at in range(last, end))
    start = clause.first
    if not is_closed and not has_marker:
        spans = [clause, *reversed(chain)] if clause.kind in ("rest", "conjunct") else [clause]
        before = [at for span in spans for at in range(min(span.last, first) - 1, span.first - 1, -1)]
        finite = next((at for at in before if is_finite_auxiliary(lows[at], lexicon)), None)
        if finite is not None:
            classes |= classes_at(finite)
            start = finite
    begin = start if start <= first else clause.first
    classes |= {name for at in range(max(begin, clause.first), first) for name in classes_at(at) & _ADVERBIAL}
    return Bracket(start if start != clause.first or classes else first, end, classes)
