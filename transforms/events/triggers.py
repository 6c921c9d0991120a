"""Triggers of a sentence: the words that report an event, with tense, voice and negation read from their verb group."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from transforms.actors.tokens import Token
from transforms.dates.lexicon import time_words
from transforms.events.brackets import Clause, particle_of
from transforms.events.clauses import clause_at, split_clauses
from transforms.events.false_nouns import is_dated, is_participle, names_room
from transforms.events.lexicon import Form, Frame, Lexicon
from transforms.events.over_time import over_time
from transforms.events.supports import is_completed, support_of
from transforms.events.verb_groups import VerbGroup, verb_group

_PREFIX = 3
_COMPLETED_REACH = 7
_ENTRY = 12
_SIGNS = frozenset({":", "–", "—", "-", "|", ")"})


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


def lows_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """The words of a sentence in lower case; capitals that open it or an entry have their accents back ("Echange")."""
    lows = [token.low for token in tokens]
    if lexicon.unaccented.keys().isdisjoint(lows):
        return lows
    for at, low in enumerate(lows):
        if low in lexicon.unaccented and tokens[at].is_capital and (at == 0 or not lows[at - 1][:1].isalpha()):
            lows[at] = lexicon.unaccented[low]
    return lows


def has_trigger(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """The cheap prefilter: whether a trigger begins at any word, be it inside a name."""
    lows = lows_of(tokens, lexicon)
    if not lexicon.compound_heads and lexicon.first_words.isdisjoint(lows) and not any("-" in low for low in lows):
        return False
    return any(
        lexicon.nouns.find(lows, at)
        or lexicon.verbs.find(lows, at)
        or over_time(lows, at, lexicon)
        or _is_compound(lows[at], lexicon)
        for at in _starts(lows, lexicon)
    )


def _starts(lows: Sequence[str], lexicon: Lexicon) -> Iterator[int]:
    """Where a trigger may begin: at the first word of one, or at a compound that ends with one."""
    first_words, heads = lexicon.first_words, lexicon.compound_heads
    for at, low in enumerate(lows):
        if low in first_words or (("-" in low or heads) and _is_compound(low, lexicon)):
            yield at


def _is_compound(low: str, lexicon: Lexicon) -> bool:
    """Whether the last part of a word is a trigger's first word ("Treffen" in "Biden-Treffen") or a compound's head."""
    return ("-" in low and low.rpartition("-")[2] in lexicon.first_words) or low.endswith(lexicon.compound_heads)


def _belongs_to(trigger: Trigger, other: Trigger) -> bool:
    """Whether a verb is the support or an auxiliary of another trigger."""
    verb = other.verb
    return other is not trigger and verb is not None and verb.first <= trigger.first and trigger.last <= verb.last


def _tells(trigger: Trigger, other: Trigger) -> bool:
    """Whether a verb is the one that says of a noun's event that it was ("kam es zu einer Begegnung").

    Or that somebody is invited to it; an invitation to a visit is the visit's own.
    """
    support, is_visit = other.support, other.frame.event_type == "visit"
    is_its = support is not None and (support.subject == "event" or (support.status == "proposed" and not is_visit))
    verb = other.verb if is_its else None
    return verb is not None and (verb.first == trigger.first or verb.last == trigger.last)


def find_triggers(
    tokens: Sequence[Token], lexicon: Lexicon, named: Collection[int] = (), clauses: Sequence[Clause] | None = None
) -> list[Trigger]:
    """All triggers of a sentence in text order, verbs and nouns; a noun under a support verb carries its tense.

    `named` are the tokens of names and titles, which are no triggers ("le président" is no form of "présider").
    """
    lows = ["" if at in named else low for at, low in enumerate(lows_of(tokens, lexicon))]
    nouns = {at for at, token in enumerate(tokens) if token.is_capital} if lexicon.verb_final else None
    found = list(_scan(lows, clauses or split_clauses(tokens, lexicon), lexicon, nouns))
    found = [t for t in found if is_entry(t, lows, lexicon) or not _is_entry_only(t.frame)]
    belongs = _tells if lexicon.verb_final else _belongs_to
    owned = [(t, [other for other in found if t.frame.kind == "verb" and belongs(t, other)]) for t in found]
    verbs = {id(owner): t for t, owners in owned for owner in owners if owner.frame.kind == "noun"}
    found = [_or_else(t, verbs.get(id(t))) for t, owners in owned if not owners]
    if not lexicon.verb_final:
        ends = {t.last for t in found if t.frame.kind == "noun" and tokens[t.first].is_capital}
        found = [t for t in found if not (tokens[t.first].is_capital and _goes_on_name(lows, t, ends, lexicon))]
    return sorted(found, key=lambda trigger: (trigger.first, trigger.last))


def _or_else(noun: Trigger, verb: Trigger | None) -> Trigger:
    """A noun whose support verb may be the report where the noun is none ("se réuniront en assises")."""
    return replace(noun, others=(*noun.others, verb)) if verb else noun


def _goes_on_name(lows: Sequence[str], trigger: Trigger, ends: Collection[int], lexicon: Lexicon) -> bool:
    """Whether a noun is a part of the name of another ("le Sommet du Dialogue africain")."""
    at = trigger.first
    return trigger.frame.kind == "noun" and at > 1 and at - 1 in ends and lows[at - 1] in lexicon.groups["of"]


def is_entry(trigger: Trigger, lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a noun without a verb is an entry of a programme, behind an hour, a place or a label ("10:30 – ")."""
    before = lows[: trigger.first]
    if trigger.verb is not None or trigger.frame.kind != "noun" or not 0 < len(before) <= _ENTRY:
        return False
    times, units = time_words(lexicon.language), lexicon.groups.get("hour_units", frozenset())
    return before[-1] in _SIGNS or all(low in times or low in units or not low[:1].isalpha() for low in before)


def _is_entry_only(frame: Frame) -> bool:
    """Whether a noun is that of a body or a gesture, which is an event as an entry of a programme only."""
    return bool(frame.needs) and all("listed" in atoms for atoms in frame.needs)


def _scan(
    lows: Sequence[str], clauses: Sequence[Clause], lexicon: Lexicon, capitals: Collection[int] | None
) -> Iterator[Trigger]:
    """Triggers from left to right; `capitals` are tokens with a capital, where these tell nouns from verbs."""
    done = 0
    for at in _starts(lows, lexicon):
        if at < done:
            continue
        noun = lexicon.nouns.find(lows, at) or _compound_noun(lows, at, lexicon)
        if noun and names_room(lows, at, noun[0], lexicon):
            done = noun[0]
            continue
        spread = over_time(lows, at, lexicon)
        verb = spread or lexicon.verbs.find(lows, at)
        if capitals is not None:
            noun = noun if noun and any(i in capitals for i in range(at, noun[0])) else None
            verb = verb if at not in capitals or _opens(lows, at) else None
        elif noun and is_participle(lows, at, lexicon):
            noun = None
        if noun and noun[0] < len(lows) and lows[noun[0]] in noun[1][0].frame.blocked_by:
            if is_dated(lows, noun[0], lexicon):
                verb = verb if verb and verb[0] <= noun[0] else None
            else:
                noun = None
        if noun and (not verb or noun[0] >= verb[0]) and not _is_verb_here(lows, at, verb, lexicon):
            yield _noun_trigger(lows, at, noun[0], noun[1], clauses, lexicon)
            done = noun[0]
        elif verb and (meanings := _verb_meanings(lows, at, spread, clauses, lexicon)):
            yield _with_others(meanings)
            done = verb[0]
        elif noun and verb and noun[0] < verb[0]:
            yield _noun_trigger(lows, at, noun[0], noun[1], clauses, lexicon)
            done = noun[0]


def _with_others(meanings: Sequence[Trigger]) -> Trigger:
    """The first of the meanings of some words, with the others in it."""
    return replace(meanings[0], others=tuple(meanings[1:])) if len(meanings) > 1 else meanings[0]


def _compound_noun(lows: Sequence[str], at: int, lexicon: Lexicon) -> tuple[int, tuple[Form, ...]] | None:
    """A noun whose last part is a trigger: after a hyphen ("NATO-Gipfel") or not ("Krisengipfel")."""
    if not _is_compound(lows[at], lexicon):
        return None
    suffix = lows[at].rpartition("-")[2]
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

    The present follows no "have" and no "to", the infinitive no "have" ("had talks", "to have lunch"); a gerund may
    follow a conjunction ("after meeting X").
    """
    if verb is None or at == 0:
        return False
    markers, openers, lead = lexicon.groups["infinitive_markers"], lexicon.groups["noun_openers"], at - 1
    if markers:
        passed = lexicon.auxiliaries["skip"] - openers - markers
        while lead > 0 and lows[lead] in passed:  # "will also visit"
            lead -= 1
    before, tenses = lows[lead], {form.tense for form in verb[1]}
    if not before and not markers and "present" in tenses:  # no noun follows a name
        return True
    if "gerund" in tenses and before in lexicon.groups.get("gerund_openers", frozenset()):
        return True
    opens = before in lexicon.groups.get("verb_openers", frozenset())
    classes = lexicon.auxiliary_classes(before) - {"skip"}
    if tenses == {"present"}:
        opens = opens and before not in markers
    if tenses <= {"present", "infinitive"}:
        classes = frozenset(name for name in classes if not name.startswith(("have_", "be_")))
    return bool(classes) or opens


def _opens_noun(before: str, tense: str, lexicon: Lexicon) -> bool:
    """Whether a word shows that a noun follows; before an infinitive with its marker it may be no such word."""
    if tense == "infinitive":
        is_verbal = before in lexicon.auxiliaries["skip"] or before in lexicon.groups["relative_object"]
        opens = bool(lexicon.groups["infinitive_markers"]) and before in lexicon.groups["noun_openers"]
        return opens and not is_verbal
    if tense == "participle":
        is_romance = not lexicon.verb_final and not lexicon.groups["infinitive_markers"]
        return is_romance and (before in lexicon.groups.get("objects", frozenset()) or before in lexicon.groups["of"])
    return tense in ("present", "gerund") and before in lexicon.groups["noun_openers"]


def _verb_meanings(
    lows: Sequence[str],
    at: int,
    spread: tuple[int, tuple[Form, ...]] | None,
    clauses: Sequence[Clause],
    lexicon: Lexicon,
) -> list[Trigger]:
    """What a verb can mean, with as many words as possible first ("spoke on" a programme, "spoke" on the phone).

    `spread`: what it means with words of time among its own.
    """
    phrases = [*([spread] if spread else ()), *lexicon.verbs.every(lows, at)]
    found = (_verb_triggers(lows, at, end, forms, clauses, lexicon) for end, forms in phrases)
    return [trigger for triggers in found for trigger in triggers]


def _verb_triggers(
    lows: Sequence[str], first: int, last: int, forms: Sequence[Form], clauses: Sequence[Clause], lexicon: Lexicon
) -> list[Trigger]:
    clause, particle, beside = clause_at(first, clauses), "", lows[last : last + _COMPLETED_REACH]
    if lexicon.verb_final:
        particle, beside = particle_of(lows, last, clause.last, lexicon), lows[clause.first : clause.last]
    # "again" closes a clause as a particle or as a mere adverb ("trafen sich am Montag wieder").
    particles = (particle, "") if particle in lexicon.groups["anew"] else (particle,)
    options = []
    before = lows[first - 1] if first else ""
    for form in forms:
        if _opens_noun(before, form.tense, lexicon):
            continue
        if form.tense in ("present", "past") and form.particle not in particles:
            continue
        if lexicon.verb_final and form.tense == "present" and before in lexicon.groups["infinitive_particles"]:
            continue
        if last < len(lows) and lows[last] in form.frame.blocked_by:
            continue
        if not is_completed(form.frame, beside, lexicon):
            continue
        group = verb_group(lows, first, last, form, clauses, lexicon)
        if group.has_reflexive and form.frame.event_type == "signing":
            group = replace(group, is_passive=True)  # "el acuerdo se firmó"
        if form.tense == "infinitive" and group.tense == "present" and form.frame.event_type == "statement":
            continue
        if form.frame.is_reflexive and not group.has_reflexive and group.tense != "participle":
            continue
        is_finite = group.tense != "participle" and not (lexicon.verb_final and group.tense == "infinitive")
        rank = (
            form.frame.is_reflexive == group.has_reflexive,
            is_finite != (first == 0 and bool(lexicon.groups["infinitive_markers"])),
            form.tense == "participle",
            form.tense == "infinitive" and lexicon.verb_final,
        )
        options.append((rank, Trigger(first, last, form.frame, group)))
    return [trigger for _, trigger in sorted(options, key=lambda option: option[0], reverse=True)]


def _noun_trigger(
    lows: Sequence[str], first: int, last: int, forms: Sequence[Form], clauses: Sequence[Clause], lexicon: Lexicon
) -> Trigger:
    support = support_of(lows, first, last, clauses, lexicon)
    group, frame = (support[1], support[0].frame) if support else (None, None)
    meanings = [Trigger(first, last, form.frame, group, frame) for form in forms]
    return _with_others(meanings)
