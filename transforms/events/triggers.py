"""Triggers of a sentence: the words that report an event, with tense, voice and negation read from their verb group."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from transforms.actors.tokens import Token
from transforms.events.brackets import Clause, chain_before, particle_of, read_bracket, read_clauses
from transforms.events.lexicon import Form, Frame, Lexicon

Tense = Literal[
    "past", "pluperfect", "present", "future", "expected", "was_to", "undone", "may", "hearsay", "infinitive", "gerund",
    "participle", "none",
]  # fmt: skip
_MAX_GROUP = 9
_FINITE = frozenset({"past", "future", "conditional"})
_PREFIX = 3
_FRAME = 5
_SUPPORT_REACH = 26
_COMPLETED_REACH = 7


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: token range, tense, voice, negation; `first` is where subject search starts."""

    first: int
    last: int
    tense: Tense
    is_passive: bool
    is_negated: bool
    has_reflexive: bool
    has_clitic: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: its frame, its own tokens, and the verb group that tells tense and subject (None: bare noun).

    `others` are the further meanings of its words, tried in order where the first reports nothing.
    """

    first: int
    last: int
    frame: Frame
    verb: VerbGroup | None
    support: Frame | None = None
    others: tuple[Trigger, ...] = ()


def has_trigger(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """The cheap prefilter: whether a trigger begins at any word, be it inside a name."""
    lows = [token.low for token in tokens]
    return any(
        (low in lexicon.first_words and (lexicon.nouns.find(lows, at) or lexicon.verbs.find(lows, at)))
        or ("-" in low and low.rpartition("-")[2] in lexicon.first_words)
        or low.endswith(lexicon.compound_heads)
        for at, low in enumerate(lows)
    )


def _verb_group(
    lows: Sequence[str], first: int, last: int, form: Form, clauses: Sequence[Clause], lexicon: Lexicon
) -> VerbGroup:
    """The verb group around a form at tokens `first` to `last`."""
    clause = clause_at(first, clauses)
    if not lexicon.verb_final:
        return read_verb_group(lows, first, last, form, lexicon, clause.first)
    bracket = read_bracket(lows, first, last, form, lexicon, clause, chain_before(clauses, first))
    classes = bracket.classes
    tense, is_passive = _tense(form, classes, is_bare=False)
    return VerbGroup(
        bracket.first, bracket.last, tense, is_passive, "negation" in classes, "reflexive" in classes, False
    )


def read_verb_group(lows: Sequence[str], first: int, last: int, form: Form, lexicon: Lexicon, clause: int) -> VerbGroup:
    """The verb group around a form at tokens `first` to `last`; auxiliaries are looked for back to `clause`."""
    classes: set[str] = set()
    start, at, has_clitic = first, first - 1, False
    limit = max(clause, first - _MAX_GROUP)
    while at >= limit:
        found = {name for name, words in lexicon.auxiliaries.items() if lows[at] in words}
        if "reflexive" in found and lows[at] in lexicon.groups["doubled"] and (at == 0 or lows[at - 1] != lows[at]):
            break
        auxiliary = found - {"skip"}
        if auxiliary:
            classes |= auxiliary
            start = at
        elif not found:
            break
        has_clitic = has_clitic or (
            (lows[at] in lexicon.groups["clitics"] and at == start - 1)
            or (lows[at] == "l'" and lows[at] in lexicon.groups["clitics"])
        )
        at -= 1
    if lows[last - 1].endswith(lexicon.endings("reflexive_endings")):
        classes.add("reflexive")
    has_clitic = has_clitic and (start < first or form.tense in _FINITE)
    has_clitic = has_clitic or lows[last - 1].endswith(lexicon.endings("clitic_endings"))
    markers = lexicon.groups["infinitive_markers"]
    is_bare = bool(markers) and (first == 0 or lows[first - 1] not in markers)
    tense, is_passive = _tense(form, classes, is_bare=is_bare)
    return VerbGroup(start, last, tense, is_passive, "negation" in classes, "reflexive" in classes, has_clitic)


def _tense(form: Form, classes: set[str], *, is_bare: bool) -> tuple[Tense, bool]:
    if form.tense == "participle":
        return _participle_tense(form, classes)
    if form.tense == "infinitive":
        if "have_conditional" in classes and classes & {"intend", "was_to"}:
            return "undone", False
        for name, tense in (("may", "may"), ("was_to", "was_to"), ("intend", "future"), ("expected", "expected")):
            if name in classes:
                return tense, False  # type: ignore[return-value]
        if "finish" in classes:
            return "past", False
        if "would" in classes or "ought" in classes:
            return "future", False
        if not is_bare and "have_present" not in classes and classes & {"be_present", "be_past"}:
            return ("future" if "be_present" in classes else "was_to"), False
        return ("present" if is_bare else "infinitive"), False
    if form.tense == "gerund":
        if "be_future" in classes:
            return "future", False
        return ("present", False) if classes & {"be_present", "be_past"} else ("gerund", False)
    return {"present": "present", "past": "past", "future": "future", "conditional": "hearsay"}[form.tense], False  # type: ignore[return-value]


def _participle_tense(form: Form, classes: set[str]) -> tuple[Tense, bool]:
    is_transitive = (
        form.frame.object is not None or form.frame.kind == "support" or form.frame.object_words != frozenset()
    )
    has_be = any(name.startswith("be_") for name in classes) or "become" in classes
    is_passive = has_be and is_transitive and "reflexive" not in classes
    if "perfect" in classes and classes & {"intend", "was_to", "may"}:
        return "hearsay", is_passive
    if "may" in classes:
        return "may", is_passive
    if "ought" in classes and "have_other" in classes:
        return "undone", is_passive
    if "was_to" in classes:
        return "was_to", is_passive
    if "have_present" in classes and classes & {"would", "be_past"}:
        return "undone", is_passive and "be_other" in classes
    for name, tense in (
        ("intend", "future"), ("expected", "expected"), ("have_conditional", "hearsay"), ("be_conditional", "hearsay"),
        ("have_future", "future"), ("be_future", "future"), ("would", "future"), ("have_past", "pluperfect"),
        ("have_present", "past"),
        ("have_other", "past"),
    ):  # fmt: skip
        if name in classes:
            return tense, is_passive  # type: ignore[return-value]
    if "be_past" in classes:
        return ("past" if is_passive else "pluperfect"), is_passive
    if has_be:
        return "past", is_passive
    return "participle", is_transitive


def clause_starts(lows: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Token indices at which a clause begins: sentence start, relatives, subordinators, semicolons, colons, dashes."""
    starts = [0]
    for at, low in enumerate(lows):
        is_opener = at > 0 and (
            low in lexicon.groups["relative_subject"]
            or low in lexicon.groups["relative_object"]
            or lexicon.tables["relative_other"].find(lows, at) is not None
            or (low != "s'" and lexicon.tables["subordinators"].find(lows, at) is not None)
        )
        if is_opener:
            starts.append(at)
        elif low in (";", ":", "–", "—") and at + 1 < len(lows):
            starts.append(at + 1)
    return starts


def split_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The clauses of a sentence; together they cover it."""
    if lexicon.verb_final:
        return read_clauses(tokens, lexicon)
    starts = clause_starts([token.low for token in tokens], lexicon)
    return [Clause(start, end, "main") for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]


def clause_at(at: int, clauses: Sequence[Clause]) -> Clause:
    """The clause that holds a token."""
    return next(clause for clause in reversed(clauses) if clause.first <= at)


def _belongs_to(trigger: Trigger, other: Trigger) -> bool:
    """Whether a verb is the support or an auxiliary of another trigger."""
    verb = other.verb
    return other is not trigger and verb is not None and verb.first <= trigger.first and trigger.last <= verb.last


def find_triggers(
    tokens: Sequence[Token], lexicon: Lexicon, named: Collection[int] = (), clauses: Sequence[Clause] | None = None
) -> list[Trigger]:
    """All triggers of a sentence in text order, verbs and nouns; a noun under a support verb carries its tense.

    `named` are the tokens of names and titles, which are no triggers ("le président" is no form of "présider").
    """
    lows = ["" if at in named else token.low for at, token in enumerate(tokens)]
    if lows and tokens[0].is_capital:
        lows[0] = lexicon.unaccented.get(lows[0], lows[0])
    nouns = {at for at, token in enumerate(tokens) if token.is_capital} if lexicon.verb_final else None
    found = list(_scan(lows, clauses or split_clauses(tokens, lexicon), lexicon, nouns))
    if not lexicon.verb_final:
        found = [t for t in found if t.frame.kind == "noun" or not any(_belongs_to(t, other) for other in found)]
    return sorted(found, key=lambda trigger: (trigger.first, trigger.last))


def _scan(
    lows: Sequence[str], clauses: Sequence[Clause], lexicon: Lexicon, capitals: Collection[int] | None
) -> Iterator[Trigger]:
    """Triggers from left to right; `capitals` are tokens with a capital, where these tell nouns from verbs."""
    at = 0
    while at < len(lows):
        suffix = lows[at].rpartition("-")[2]
        is_compound = lows[at].endswith(lexicon.compound_heads) and bool(lexicon.compound_heads)
        if lows[at] not in lexicon.first_words and suffix not in lexicon.first_words and not is_compound:
            at += 1
            continue
        noun = lexicon.nouns.find(lows, at) or _compound_noun(lows, at, suffix, lexicon)
        verb = lexicon.verbs.find(lows, at)
        if capitals is not None:
            noun = noun if noun and any(i in capitals for i in range(at, noun[0])) else None
            verb = verb if at not in capitals or _opens(lows, at) else None
        if noun and noun[0] < len(lows) and lows[noun[0]] in noun[1][0].frame.blocked_by:
            noun = None
        if noun and (not verb or noun[0] >= verb[0]) and not _is_verb_here(lows, at, verb, lexicon):
            yield _noun_trigger(lows, at, noun[0], noun[1][0].frame, clauses, lexicon)
            at = noun[0]
        elif verb and (trigger := _verb_trigger(lows, at, verb[0], verb[1], clauses, lexicon)):
            yield trigger
            at = verb[0]
        elif noun and verb and noun[0] < verb[0]:
            yield _noun_trigger(lows, at, noun[0], noun[1][0].frame, clauses, lexicon)
            at = noun[0]
        else:
            at += 1


def _compound_noun(lows: Sequence[str], at: int, suffix: str, lexicon: Lexicon) -> tuple[int, tuple[Form, ...]] | None:
    """A noun whose last part is a trigger: after a hyphen ("NATO-Gipfel") or not ("Krisengipfel")."""
    found = lexicon.nouns.find([suffix], 0) if suffix and suffix != lows[at] else None
    if not found:
        ends = [head for head in lexicon.compound_heads if suffix.endswith(head)]
        found = lexicon.nouns.find(ends[:1], 0) if ends and len(suffix) >= len(ends[0]) + _PREFIX else None
    return (at + 1, found[1]) if found else None


def _opens(lows: Sequence[str], at: int) -> bool:
    """Whether a word has its capital from its place: at the start, after a colon or a quotation mark."""
    return at == 0 or lows[at - 1] in (":", ";", "–", "—", '"', "„", "“", "»", "«", ".", "?", "!")


def _is_verb_here(lows: Sequence[str], at: int, verb: tuple[int, tuple[Form, ...]] | None, lexicon: Lexicon) -> bool:
    """Whether a word that is both noun and verb follows a word that only verbs follow.

    The present follows no "have" and no "to" ("had talks"); a gerund may follow a conjunction ("after meeting X").
    """
    if verb is None or at == 0:
        return False
    before, tenses = lows[at - 1], {form.tense for form in verb[1]}
    if "gerund" in tenses and before in lexicon.groups.get("gerund_openers", frozenset()):
        return True
    opens = before in lexicon.groups.get("verb_openers", frozenset())
    classes = {name for name, words in lexicon.auxiliaries.items() if before in words} - {"skip"}
    if tenses == {"present"}:
        opens = opens and before not in lexicon.groups["infinitive_markers"]
        classes = {name for name in classes if not name.startswith(("have_", "be_"))}
    return bool(classes) or opens


def clause_of(at: int, starts: Sequence[int]) -> int:
    """The start of the clause that holds a token."""
    return max(start for start in starts if start <= at)


def _opens_noun(before: str, tense: str, lexicon: Lexicon) -> bool:
    """Whether a word shows that a noun follows; before an infinitive with its marker it may be no such word."""
    if tense == "infinitive":
        verbal = lexicon.auxiliaries["skip"] | lexicon.groups["relative_object"]
        return bool(lexicon.groups["infinitive_markers"]) and before in lexicon.groups["noun_openers"] - verbal
    return tense in ("present", "gerund") and before in lexicon.groups["noun_openers"]


def _verb_trigger(
    lows: Sequence[str], first: int, last: int, forms: Sequence[Form], clauses: Sequence[Clause], lexicon: Lexicon
) -> Trigger | None:
    particle = particle_of(lows, last, clause_at(first, clauses).last, lexicon) if lexicon.verb_final else ""
    options = []
    before = lows[first - 1] if first else ""
    for form in forms:
        if _opens_noun(before, form.tense, lexicon):
            continue
        if form.tense in ("present", "past") and form.particle != particle:
            continue
        if lexicon.verb_final and form.tense == "present" and before == "zu":
            continue
        group = _verb_group(lows, first, last, form, clauses, lexicon)
        if form.tense == "infinitive" and group.tense == "present" and form.frame.event_type == "statement":
            continue
        if form.frame.is_reflexive and not group.has_reflexive:
            continue
        if last < len(lows) and lows[last] in form.frame.blocked_by:
            continue
        if form.frame.completed_by.isdisjoint(lows[last : last + _COMPLETED_REACH]) and form.frame.completed_by:
            continue
        is_finite = group.tense != "participle" and not (lexicon.verb_final and group.tense == "infinitive")
        rank = (
            form.frame.is_reflexive == group.has_reflexive,
            is_finite != (first == 0 and bool(lexicon.groups["infinitive_markers"])),
            form.tense == "participle",
            form.tense == "infinitive" and lexicon.verb_final,
        )
        options.append((rank, Trigger(first, last, form.frame, group)))
    ranked = [trigger for _, trigger in sorted(options, key=lambda option: option[0], reverse=True)]
    return replace(ranked[0], others=tuple(ranked[1:])) if ranked else None


def _noun_trigger(
    lows: Sequence[str], first: int, last: int, frame: Frame, clauses: Sequence[Clause], lexicon: Lexicon
) -> Trigger:
    support = _support_before(lows, first, clauses, lexicon) or _support_after(lows, last, clauses, lexicon)
    if support is None:
        return Trigger(first, last, frame, None)
    form, group = support
    return Trigger(first, last, frame, group, form.frame)


def _support_at(
    lows: Sequence[str], at: int, clauses: Sequence[Clause], lexicon: Lexicon, *, of_event: bool
) -> tuple[Form, VerbGroup] | None:
    """The support verb at a token; of several meanings one that has the event as its subject, or one that has not.

    With an object behind it the event is not what opens or ends ("had opened a new page").
    """
    found = lexicon.support.find(lows, at)
    if not found:
        return None
    last, forms = found
    forms = tuple(form for form in forms if _is_followed(lows, last, form.frame))
    if lexicon.verb_final:
        particle = particle_of(lows, last, clause_at(at, clauses).last, lexicon)
        forms = tuple(form for form in forms if form.tense not in ("present", "past") or form.particle == particle)
    if not forms:
        return None
    groups = [(form, _verb_group(lows, at, last, form, clauses, lexicon)) for form in forms]
    of_event = of_event and not _has_object(lows, last, lexicon)
    fits = [pair for pair in groups if (pair[0].frame.subject == "event") is of_event] or groups
    return max(fits, key=lambda pair: (pair[1].tense != "participle", pair[0].tense == "participle"))


def _has_object(lows: Sequence[str], last: int, lexicon: Lexicon) -> bool:
    openers = lexicon.groups.get("objects", frozenset())
    return last + 1 < len(lows) and lows[last] in openers and not lows[last + 1].isdigit()


def _is_followed(lows: Sequence[str], last: int, frame: Frame) -> bool:
    """Whether the word after a support verb lets it govern a noun: an auxiliary "a" before a participle does not."""
    if not frame.followed_by:
        return True
    return last < len(lows) and (lows[last] in frame.followed_by or lows[last].isdigit())


def _support_before(
    lows: Sequence[str], noun: int, clauses: Sequence[Clause], lexicon: Lexicon
) -> tuple[Form, VerbGroup] | None:
    """The support verb that governs a noun on its right: nearest in the same clause, no preposition of time between."""
    clause = clause_at(noun, clauses).first
    for at in range(noun - 1, max(clause, noun - _SUPPORT_REACH) - 1, -1):
        if any(lexicon.tables[name].find(lows, at) for name in ("during", "governed_away") if name in lexicon.tables):
            return None
        found = _support_at(lows, at, clauses, lexicon, of_event=False)
        if found and found[1].last <= noun and (found[0].frame.subject != "event" or _opens_event(found[1], lexicon)):
            return found
    return None


def _opens_event(verb: VerbGroup, lexicon: Lexicon) -> bool:
    """Whether a verb that events are the subject of may stand before its noun ("concluyó ayer la cumbre")."""
    return lexicon.drops_subject and verb.tense != "participle"


def _support_after(
    lows: Sequence[str], noun_end: int, clauses: Sequence[Clause], lexicon: Lexicon
) -> tuple[Form, VerbGroup] | None:
    """A verb after the noun that the event is the subject of, or that takes it up in a relative clause."""
    is_relative = False
    is_framed = any(lexicon.tables["during"].find(lows, at) for at in range(max(0, noun_end - _FRAME), noun_end))
    for at in range(noun_end, min(len(lows), noun_end + 22)):
        if lows[at] in (";", ".", "»", '"', "”"):
            return None
        if lows[at] in lexicon.groups["relative_object"]:
            is_relative = not any(lexicon.nouns.find(lows, i) for i in range(noun_end, at))
            continue
        found = _support_at(lows, at, clauses, lexicon, of_event=True)
        if found and (
            found[0].frame.subject == "event"
            or is_relative
            or found[1].is_passive
            or (lexicon.verb_final and not is_framed)
        ):
            if found[1].tense == "participle" and found[0].frame.frame_id.endswith(".avoir"):
                continue
            return found
    return None
