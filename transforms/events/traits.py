"""What is to be seen of a trigger and of an actor near it, without any word of a language."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.events.evidence import Evidence, Filled
from transforms.events.groups import Group
from transforms.events.leads import preposition_before
from transforms.events.needs import ATOMS
from transforms.events.referents import Referent
from transforms.events.sentence import Sentence
from transforms.events.spoken import SAMPLE, own_words
from transforms.events.triggers import Trigger
from transforms.records import Document

_DISTANCES = (1, 2, 3, 5, 8, 13)
_OPENINGS = (1, 3, 6, 12)
_LENGTHS = (4, 8, 12, 20, 30, 45)
_VOICES = (0.3, 1, 2, 4, 8)
_CROWDS = (0.2, 0.5, 1, 2, 4)
_UNIT = 1000
_TELLING = ("two", "dated", "listed", "seen_person", "near_place")
_SIGNS = frozenset(":;–—()«»\"“”")
_NOT_FINITE = frozenset({"skip", "negation", "reflexive"})


def trigger_traits(evidence: Evidence, *, is_quoted: bool) -> dict[str, str]:
    """The traits of a trigger with what rules found beside it."""
    sentence, trigger = evidence.sentence, evidence.trigger
    frame, verb = trigger.frame, trigger.verb
    sizes = [filler.phrase.size or 1 + filler.phrase.is_plural for filler, _ in evidence.filled]
    subjects = len(evidence.subjects())
    return {
        "type": frame.event_type,
        "form": frame.kind,
        "needs": "|".join(sorted(" ".join(atoms) for atoms in frame.needs)),
        "talk": _yes(frame.is_talk),
        "takes": f"{frame.subject}-{frame.object}-{frame.companion}",
        "tense": verb.tense if verb else "bare",
        "passive": _yes(verb is not None and verb.is_passive),
        "negated": _yes(verb is not None and verb.is_negated),
        "clitic": _yes(verb is not None and (verb.has_clitic or verb.object_is_speaker)),
        "support": str(trigger.support.subject) if trigger.support else "-",
        "led": _lead(sentence, trigger.first),
        "parties": _upto(len(evidence.filled), 4),
        "subjects": _upto(subjects, 3),
        "others": _upto(len(evidence.filled) - subjects, 3),
        "size": _upto(max(sizes, default=0), 4),
        "placed": _yes(evidence.place is not None),
        "timed": _yes(evidence.has_time),
        "quoted": _yes(is_quoted),
        "order": "final" if sentence.lexicon.verb_final else "dropping" if sentence.lexicon.drops_subject else "fixed",
        "opening": _among(trigger.first, _OPENINGS),
        "triggers": _upto(len(sentence.triggers), 6),
        "clauses": _upto(len(sentence.starts), 5),
    }


def actor_traits(
    evidence: Evidence, group: Group, phrase: ActorPhrase, referents: Sequence[Referent], told: Sequence[Filled]
) -> dict[str, str]:
    """The traits of an actor beside a trigger; `told`: who takes part in the triggers before it, with their slots."""
    sentence, trigger, filled = evidence.sentence, evidence.trigger, evidence.filled
    is_before = phrase.last <= trigger.first
    first, last = (phrase.last, trigger.first) if is_before else (trigger.last, phrase.first)
    between = sentence.lows[first:last]
    groups, auxiliaries = sentence.lexicon.groups, sentence.lexicon.auxiliaries
    finite = [words for name, words in auxiliaries.items() if name not in _NOT_FINITE]
    places = {(filler.phrase.first, filler.phrase.last) for filler, _ in filled}
    before = sum(other.first < group.first for other in sentence.groups)
    starts = sum(first < start <= last for start in sentence.starts)
    return {
        "side": "before" if is_before else "after",
        "distance": _among(last - first, _DISTANCES),
        "commas": _upto(between.count(","), 3),
        "signs": "".join(sorted(_SIGNS.intersection(between))),
        "finite": _upto(sum(any(low in words for words in finite) for low in between), 3),
        "of between": _upto(sum(low in groups["of"] for low in between), 3),
        "triggers between": _upto(_within(sentence.triggers, first, last), 4),
        "groups between": _upto(_within(sentence.groups, first, last), 4),
        "clauses between": _upto(starts, 3),
        "same clause": _yes(sentence.clause_start(phrase.first) == sentence.clause_start(trigger.first)),
        "verb": _by_verb(trigger, phrase),
        "preposition": str(group.preposition),
        "members": _upto(len(group.members), 4),
        "place in order": _upto(before, 5),
        "beside party": _yes(any((member.first, member.last) in places for member in group.members)),
        "joined": _joined(evidence, phrase),
        "kind": phrase.kind if referents else f"unread {phrase.kind}",
        "pointing": str(phrase.anaphor),
        "title": _yes(phrase.has_title),
        "plural": _yes(phrase.is_plural),
        "counted": _upto(phrase.size, 3),
        "capital": _yes(phrase.is_capital_city),
        "known": _yes(phrase.actor_id is not None),
        "lower": _yes(phrase.text.islower()),
        "words": _upto(phrase.last - phrase.first, 6),
        "before it": _lead(sentence, phrase.first),
        "behind it": _tail(sentence, phrase.last),
        "opens": _among(phrase.first, _OPENINGS),
        "told": next((f"{_slot(f.is_subject)}" for f, r in told if r in referents), "-"),
        "told of": next((f.role for f, r in told if r in referents), "-"),
        "nation": _nation(filled, referents),
        "verb behind": _verb_beside(evidence, phrase.last),
        "verb before": _verb_beside(evidence, phrase.first - 1),
    }


def document_traits(document: Document, people: int) -> dict[str, str]:
    """How much a text speaks of itself and how many people it names, for each 1,000 characters."""
    length = max(len(document.text), _UNIT)
    return {
        "voice": _among(own_words(document) * _UNIT / min(length, SAMPLE), _VOICES),
        "density": _among(people * _UNIT / length, _CROWDS),
    }


def report_traits(evidence: Evidence, told: Sequence[Filled]) -> dict[str, str]:
    """What rules see of a trigger that may report an event; `told`: who takes part in the triggers before it."""
    sentence, trigger = evidence.sentence, evidence.trigger
    first, last = evidence.clause, sentence.clause_end(trigger.last - 1)
    denials = sentence.lexicon.groups["nobody"] | sentence.lexicon.auxiliaries["negation"]
    return {
        "denied": _yes(not denials.isdisjoint(sentence.lows[first:last])),
        "taken up": _yes(trigger.first > 0 and sentence.lows[trigger.first - 1] in sentence.lexicon.groups["these"]),
        "told here": _upto(len(told), 3),
        "length": _among(len(sentence.tokens), _LENGTHS),
        "words in clause": _among(last - first, _LENGTHS),
        "words": _upto(trigger.last - trigger.first, 3),
        "next": _tail(sentence, trigger.last),
        "under": _under(evidence),
        "missing": _missing(evidence),
        "groups": _upto(len(sentence.groups), 4),
        "people here": _upto(sum(m.kind == "person" for g in sentence.groups for m in g.members), 4),
        "spoken to": _yes(not sentence.words.sets["first_plural"].isdisjoint(sentence.lows)),
        **{f"has {name}": _yes(ATOMS[name](evidence)) for name in _TELLING},
    }


def _under(evidence: Evidence) -> str:
    """The class of the preposition before a noun and its article ("freut sich über den Besuch")."""
    sentence, words = evidence.sentence, evidence.sentence.words
    first = evidence.trigger.first
    if evidence.trigger.frame.kind != "noun":
        return "-"
    return preposition_before(sentence.lows, first, sentence.lexicon, words)[0] or "-"


def _missing(evidence: Evidence) -> str:
    """The atoms that a trigger misses of what it needs, where it misses fewest."""
    missing = [[atom for atom in atoms if not ATOMS[atom](evidence)] for atoms in evidence.trigger.frame.needs]
    fewest = min(missing, key=len, default=[])
    return " ".join(sorted(fewest))


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _upto(count: int, most: int) -> str:
    return str(min(count, most))


def _among(count: float, bounds: Sequence[float]) -> str:
    return str(max((bound for bound in bounds if count >= bound), default=0))


def _slot(is_subject: bool) -> str:
    return "subject" if is_subject else "object"


def _within(spans: Sequence[Trigger] | Sequence[Group], first: int, last: int) -> int:
    return sum(first <= span.first and span.last <= last for span in spans)


def _verb_beside(evidence: Evidence, at: int) -> str:
    """Which trigger a token belongs to: the one judged, the type of another, or none."""
    for other in evidence.sentence.triggers:
        first = min(other.first, other.verb.first) if other.verb else other.first
        if first <= at < other.last:
            return "own" if other.first == evidence.trigger.first else other.frame.event_type
    return "-"


def _by_verb(trigger: Trigger, phrase: ActorPhrase) -> str:
    if trigger.verb is None:
        return "-"
    if phrase.last <= trigger.verb.first:
        return "before"
    return "inside" if phrase.first < trigger.verb.last else "behind"


def _joined(evidence: Evidence, phrase: ActorPhrase) -> str:
    """Whether a conjunction or comma joins an actor to one who takes part, before or behind it."""
    lows, joints = evidence.sentence.lows, evidence.sentence.words.sets["conjunctions"] | {","}
    openers = evidence.sentence.words.sets["articles"]
    for filler, _ in evidence.filled:
        for one, other, side in ((filler.phrase, phrase, "behind"), (phrase, filler.phrase, "before")):
            between = lows[one.last : other.first] if one.last < other.first else []
            if between and between[0] in joints and all(low in openers or low in joints for low in between):
                return side
    return "no"


def _lead(sentence: Sentence, at: int) -> str:
    """The class of the word before a token."""
    if at == 0:
        return "start"
    low = sentence.lows[at - 1]
    if not low[0].isalnum():
        return low
    groups, sets = sentence.lexicon.groups, sentence.words.sets
    classes = (
        ("of", groups["of"]), ("and", groups["coordinators"]), ("indefinite", sets["indefinite"]),
        ("article", sets["articles"]), ("possessive", sets["possessives"]),
        ("preposition", sentence.lexicon.prepositions.first_words),
    )  # fmt: skip
    return next((name for name, words in classes if low in words), "word")


def _tail(sentence: Sentence, at: int) -> str:
    """The class of the word at a token."""
    if at >= len(sentence.lows):
        return "end"
    low, groups = sentence.lows[at], sentence.lexicon.groups
    if not low[0].isalnum():
        return low
    classes = (
        ("and", groups["coordinators"]), ("relative", groups["relatives"]),
        ("preposition", sentence.lexicon.prepositions.first_words),
    )  # fmt: skip
    return next((name for name, words in classes if low in words), "word")


def _nation(filled: Sequence[Filled], referents: Sequence[Referent]) -> str:
    """Whether an actor is of the nation of one who takes part."""
    theirs = {country for _, referent in filled for country in referent.countries}
    own = {country for referent in referents for country in referent.countries}
    return "unknown" if not theirs or not own else "same" if theirs & own else "other"
