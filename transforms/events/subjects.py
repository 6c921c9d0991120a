"""The subject of a verb, read from word order, prepositions and clauses."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.dates.lexicon import time_words
from transforms.events.chains import coordinator_before
from transforms.events.clauses import clause_at
from transforms.events.groups import Group
from transforms.events.sentence import Sentence
from transforms.events.verb_groups import VerbGroup, cleft_end, cleft_opening

_NEAR = 4
_INVERTED = 10
_PAIR = 2
_QUOTES = frozenset("«»\"“”„'’‘")
_OPENING_QUOTES = frozenset("«\"“„")


def subject_groups(
    sentence: Sentence, verb: VerbGroup, *, may_follow: bool = False, inverts: bool = False
) -> list[Group]:
    """The subject of a verb: one group, or none.

    Looked for in this order: a pronoun inside the verb group ("a-t-il déclaré"), after the verb where quoted words come
    first ("…, a déclaré X"), behind a verb that `inverts` ("se reunieron ayer X e Y"), the antecedent of a relative,
    before the verb in its clause, before its clause.
    """
    own = [g for g in sentence.groups if verb.first <= g.first and g.last <= verb.last and g.members[0].anaphor]
    own = [g for g in own if g.preposition is None]
    if own and not verb.object_is_speaker:
        return own[:1]
    if may_follow and (speakers := _behind_quotation(sentence, verb)) is not None:
        return speakers
    clause = sentence.clause_start(verb.first)
    own_clause = clause_at(verb.first, sentence.clauses)
    if (end := cleft_end(sentence.lows, verb.first, own_clause, sentence.lexicon)) is not None:
        return [g for g in sentence.groups if end <= g.first < own_clause.last and g.preposition is None][:1]
    if (start := cleft_opening(sentence.lows, verb.first, own_clause, sentence.lexicon)) is not None:
        return [g for g in sentence.groups if start <= g.first and g.last < verb.first and g.preposition is None][:1]
    if verb.is_passive and verb.tense == "participle" and (apposed := _apposed_before(sentence, verb)):
        return apposed
    if verb.tense in ("gerund", "participle") and (main := _subject_after_opening(sentence, verb, clause, reach=1)):
        return main
    before = [g for g in sentence.groups if g.last <= verb.first]
    opens = sentence.lexicon.tables["subordinators"].find(sentence.lows, clause) is not None
    inside = _bare_inside(sentence, verb, clause, before, opens=opens)
    if inside and _is_behind_verb(sentence, clause, inside[-1]):
        outside = [g for g in before if g.preposition is None and g.last <= clause]
        return _main_subject(sentence, outside, verb) or inside
    behind = _behind(sentence, verb, clause) if inverts and not inside else []
    behind = behind or (_of_main_clause(sentence, verb, clause) if opens and not inside else [])
    if behind:
        return behind
    is_relative = sentence.opens_relative(clause)
    closes = verb.first > 0 and sentence.lows[verb.first - 1] in (",", ")", "–")
    closes = closes and not (is_relative and sentence.only_names_before(verb.first))
    if clause > 0 and (not inside or (closes and is_relative)):
        return _subject_before_clause(sentence, verb, clause, before, closes=closes)
    if inside:
        return [] if _is_told_of_another(sentence, inside[-1], verb) else _of_own_clause(sentence, verb, clause, inside)
    if may_follow:
        return _following(sentence, verb)
    touching = _following(sentence, verb, reach=0) if inverts else []
    return [g for g in touching if not g.members[0].is_capital_city]


def _apposed_before(sentence: Sentence, verb: VerbGroup) -> list[Group]:
    """Whom a participle behind a comma describes, under a preposition ("devant le Conseil, réuni mardi à Oslo, …").

    Not an owner: the participle may go with what he owns ("le fils de X, reçu mardi").
    """
    if verb.first == 0 or sentence.lows[verb.first - 1] != ",":
        return []
    return [g for g in sentence.groups if g.last == verb.first - 1 and g.preposition not in (None, "of")]


def _bare_inside(
    sentence: Sentence, verb: VerbGroup, clause: int, before: Sequence[Group], *, opens: bool
) -> list[Group]:
    """The bare groups before a verb in its clause; the word that `opens` a subordinate clause may look like a case."""
    opening = [g for g in before if opens and g.first == clause and (clause > 0 or g.last == verb.first)]
    opening = [g for g in opening if not (g.last == verb.first - 1 and _closes_adjunct(sentence, g))]
    inside = [g for g in before if g.first >= clause and (g.preposition is None or g in opening)]
    if verb.is_passive:  # "Japan's declaration was received"
        inside = [g for g in inside if sentence.lows[g.last : g.last + 1] != ["'s"]]
    return [g for g in inside if not _is_nickname(sentence, g)] or inside


def _is_told_of_another(sentence: Sentence, group: Group, verb: VerbGroup) -> bool:
    """Whether somebody only says what something that is nobody known did ("X said the ship would arrive in Rome")."""
    said = [t.last for t in sentence.triggers if t.frame.event_type == "statement" and t.verb]
    said = [at for at in said if group.last <= at <= verb.first]
    said += [at + 1 for at in range(group.last, verb.first) if sentence.lows[at] in _OPENING_QUOTES]
    determiners = sentence.words.sets["articles"] | sentence.lexicon.groups["these"]
    return any(at < verb.first and sentence.lows[at] in determiners for at in said)


def _closes_adjunct(sentence: Sentence, group: Group) -> bool:
    """Whether the comma behind a group closes an adjunct without a verb ("who flew in after the G7, dined with Y")."""
    return sentence.lows[group.last] == "," and "," not in sentence.lows[group.first : group.last]


def _of_own_clause(sentence: Sentence, verb: VerbGroup, clause: int, inside: list[Group]) -> list[Group]:
    """Of the bare groups before a verb in its clause the nearest; the first of a chain of verbs, or who is asked to."""
    if verb.tense == "infinitive":
        if asked := _invited(sentence, verb, clause):
            return asked
        is_asked = sentence.finds("proposed", clause, inside[-1].first) is not None
        return inside[-1:] if is_asked and inside[-1].last == verb.first - 1 else inside[:1]
    if not _is_coordinated(sentence, verb):
        return ([g for g in inside if not g.members[0].is_capital_city] or inside)[-1:]
    verbs = (t.verb for t in sentence.triggers if t.verb and clause <= t.verb.first and t.verb.last <= inside[0].first)
    first = next(verbs, None)  # "X, whose country hosted them, met Y and then saw Z"
    return (subject_groups(sentence, first) if first else []) or inside[:1]


def _is_coordinated(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a coordinator, or a comma behind another verb of the clause, ties a verb to the one before it."""
    at = coordinator_before(sentence.lows, verb.first, sentence.lexicon)
    if at is None or sentence.lows[at] != ",":
        return at is not None
    clause = sentence.clause_start(verb.first)
    return any(t.verb and t.frame.kind == "verb" and clause <= t.verb.first < at for t in sentence.triggers)


def _invited(sentence: Sentence, verb: VerbGroup, clause: int) -> list[Group]:
    """Who is asked to do what an infinitive tells ("invitó a X a visitar Y")."""
    for at in range(clause, verb.first):
        if sentence.finds("inviting", at, at + 1):
            asked = [g for g in sentence.groups if at < g.first and g.last <= verb.first]
            return [g for g in asked if g.preposition in (None, "to")][-1:]
    return []


def _behind(sentence: Sentence, verb: VerbGroup, clause: int) -> list[Group]:
    """People or bodies behind a verb with no comma between, where the clause opens with no subject ("que viajó")."""
    if sentence.lows[clause] in sentence.lexicon.groups["relative_subject"] and (
        verb.first - clause <= 2 or _are_adjuncts(sentence, clause + 1, verb.first)
    ):
        return []
    found = [g for g in _following(sentence, verb, _INVERTED) if not _is_land(sentence, g.members[0])]
    others = [t.first for t in sentence.triggers if t.verb and t.frame.kind == "verb" and t.first >= verb.last]
    found = [g for g in found if not any(other < g.first for other in others)]  # "desloca-se para ouvir os pescadores"
    return [g for g in found if not _has_comma(sentence, verb.last, g.first)]


def _is_land(sentence: Sentence, phrase: ActorPhrase) -> bool:
    """Whether a country is told by its name, not by those who act for it ("les ministres grec et turc")."""
    return phrase.kind == "country" and sentence.tokens[phrase.first].is_capital


def _has_comma(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a comma stands between two tokens; a pair may close in what is inserted ("iront, lundi, les élus")."""
    commas = [at for at in range(first, last) if sentence.lows[at] == ","]
    is_inserted = len(commas) == _PAIR and commas[0] == first and commas[1] >= last - _PAIR
    return bool(commas) and not is_inserted


def _subject_after_opening(sentence: Sentence, verb: VerbGroup, clause: int, reach: int = _INVERTED) -> list[Group]:
    """The subject behind the comma that closes an opening clause without one ("After meeting X on Monday, Y said")."""
    if clause > 0 or verb.first > reach:
        return []
    behind = [g for g in sentence.groups if g.first > verb.last or len(g.members) > 1]
    split = (Group(m.first, g.last, None, g.members[at:]) for g in behind for at, m in enumerate(g.members))
    return [g for g in split if g.first > verb.last and "," in sentence.lows[g.first - 2 : g.first]][:1]


def _of_main_clause(sentence: Sentence, verb: VerbGroup, clause: int) -> list[Group]:
    """Who does what an opening clause leaves out ("Cuando visitó Lima, X dijo"), unless to him ("X le dijo")."""
    if not sentence.lexicon.drops_subject or verb.tense == "infinitive":
        return []
    main = _subject_after_opening(sentence, verb, clause)
    clitics = sentence.lexicon.groups["clitics"] | sentence.lexicon.auxiliaries["reflexive"]
    return [g for g in main if g.last < len(sentence.lows) and sentence.lows[g.last] not in clitics]


def _is_nickname(sentence: Sentence, group: Group) -> bool:
    """A lone word in quotes beside a name (« alias «Timochenko» »)."""
    is_quoted = group.first > 0 and sentence.lows[group.first - 1] in ("«", "“", '"', "„")
    return is_quoted and group.last - group.first == 1


def _subject_before_clause(
    sentence: Sentence, verb: VerbGroup, clause: int, before: list[Group], *, closes: bool
) -> list[Group]:
    """The subject of a verb whose clause names none: the antecedent of "qui", else the main clause's subject.

    A clause that opens with a subject of its own that is nobody known ("whose country hosted") has no subject here.
    """
    opener = sentence.lexicon.tables["relative_subject"].find(sentence.lows, clause)
    is_subject = opener is not None and (verb.first - opener[0] <= 1 or _are_adjuncts(sentence, opener[0], verb.first))
    if is_subject and not closes and not _is_conjunction(sentence, clause):
        told = [g for g in before if g.last <= clause][-1:]
        return [g for g in told if not _is_of_another_noun(sentence, g.last, clause)]
    own = [low for low in sentence.lows[clause + 1 : verb.first] if low not in sentence.lexicon.auxiliaries["skip"]]
    has_own = not closes and verb.tense not in ("infinitive", "gerund", "participle") and bool(own)
    if has_own and not _is_coordinated(sentence, verb):
        return []
    outside = [g for g in before if g.preposition is None and g.last <= clause]
    if closes:
        relatives = [s for s in sentence.starts if s < verb.first and sentence.opens_relative(s)]
        if relatives:
            outside = [g for g in outside if g.last <= relatives[-1]] or outside
    return _main_subject(sentence, outside, verb)


def _is_behind_verb(sentence: Sentence, opener: int, group: Group) -> bool:
    """Whether a group is the subject of a relative whose verb stands before it ("X, qu'accompagnaient les maires,")."""
    lexicon = sentence.lexicon
    if sentence.lows[opener] not in lexicon.groups.get("inverting_relatives", frozenset()):
        return False
    passed = lexicon.auxiliaries["skip"] | time_words(lexicon.language) | {","}
    return any(low not in passed for low in sentence.lows[opener + 1 : group.first])


def _is_of_another_noun(sentence: Sentence, first: int, clause: int) -> bool:
    """Whether a noun that is nobody known stands between a group and a relative ("X a remercié l'équipe qui …").

    One between commas says more of the group ("X, la patronne du groupe, qui"), but not behind a preposition, nor
    behind a verb of its own ("X est venu, il y a eu un accident qui").
    """
    end = clause - (clause > 0 and sentence.lows[clause - 1] == ",")
    comma = max((at for at in range(first, end) if sentence.lows[at] == ","), default=None)
    has_verb = comma is not None and any(
        name != "skip" for low in sentence.lows[comma:end] for name in sentence.lexicon.auxiliary_classes(low)
    )
    if comma is not None and not has_verb and sentence.lexicon.prepositions.find(sentence.lows, comma + 1) is None:
        return False
    opens = sentence.words.sets["articles"] | sentence.words.sets["indefinite"] | sentence.lexicon.groups["these"]
    return not opens.isdisjoint(sentence.lows[first:end])


def _are_adjuncts(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only words of time and place stand between a relative and its verb ("che martedì a Roma ha visto")."""
    lows, lexicon = sentence.lows, sentence.lexicon
    at = first + (lows[first] in sentence.words.sets["articles"])
    opens = lows[at].isdigit() or lows[at] in time_words(lexicon.language) or lows[at] in lexicon.auxiliaries["skip"]
    bare = (g for g in sentence.groups if g.preposition is None and first <= g.first < last)
    return (opens or lexicon.prepositions.find(lows, first) is not None) and not any(bare)


def _is_conjunction(sentence: Sentence, clause: int) -> bool:
    """Whether the word that opens a clause joins it to a verb ("confirma que", "y que") and takes up no antecedent."""
    if not sentence.lexicon.drops_subject or clause == 0:
        return False
    joined = sentence.lows[clause - 1] in sentence.lexicon.groups["coordinators"]
    return joined or any(t.verb is not None and t.last == clause for t in sentence.triggers)


def _behind_quotation(sentence: Sentence, verb: VerbGroup) -> list[Group] | None:
    """Who stands behind a verb of saying that quoted words precede, None where no such words do."""
    if not _is_inverted(sentence, verb) or _closes_apposition(sentence, verb):
        return None
    behind = _following(sentence, verb)
    return behind if behind or _follows_quotation(sentence, verb) else None


def _is_inverted(sentence: Sentence, verb: VerbGroup) -> bool:
    before = sentence.lows[verb.first - 1] if verb.first else ""
    return before in (",", "»", '"', "”", "'", "’", "“", "-", "–", ")")


def _closes_apposition(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether the comma before a verb closes the apposition of a bare actor ("Le maire, Jean X, a salué Y")."""
    before = (g for g in sentence.groups if g.last == verb.first - 1 and g.preposition is None)
    spans = (sentence.lows[max(0, g.first - 1) : g.last] for g in before)  # "the nurses' leader, Ann Lee, told"
    return sentence.lows[verb.first - 1] == "," and any("," in span for span in spans)


def _follows_quotation(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether quoted words end before a verb; without marks, a comma may only close what was inserted."""
    return sentence.lows[verb.first - 1] != "," or not _QUOTES.isdisjoint(sentence.lows[: verb.first])


def _following(sentence: Sentence, verb: VerbGroup, reach: int = _NEAR + 2) -> list[Group]:
    limit = sentence.clause_end(verb.last - 1)
    near = [g for g in sentence.groups if verb.last <= g.first < limit and g.preposition is None]
    return near[:1] if near and near[0].first - verb.last <= reach else []


def _main_subject(sentence: Sentence, groups: list[Group], verb: VerbGroup) -> list[Group]:
    """Of the bare groups before a subordinate clause, the one before the first verb, else the nearest."""
    if not groups:
        return []
    first_verb = min(
        (t.verb.first for t in sentence.triggers if t.verb and t.verb.first < verb.first), default=verb.first
    )
    leading = [g for g in groups if g.last <= first_verb]
    leading = [g for g in leading if not g.members[0].is_capital_city] or leading  # "X quittera Oslo sans avoir vu Y"
    return leading[-1:] or groups[-1:]
