"""Actors of a sentence as coordinated groups with the preposition that leads each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import Token
from transforms.actors.words import TitleWords
from transforms.events.attributes import apposed_start, attribute_start, is_genitive
from transforms.events.brackets import is_finite_auxiliary
from transforms.events.clauses import resumes
from transforms.events.leads import counts, follows_place, preposition_before
from transforms.events.lexicon import Lexicon

_PAIR = 2
_OBJECT = 3
"""Tokens from a verb to its object, the object's preposition and a word of time apart."""
_PRESENCE = 4
_WITH_PEOPLE = frozenset({"meeting", "call", "visit", "negotiation"})
_PRONOUNS = frozenset({"he", "she", "it", "i", "we", "they", "you"})
_PASSED = frozenset({"reflexive", "negation", "skip"})
_FINITE = frozenset({"present", "past", "future", "conditional"})


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated actors ("X, Y et Z"): token range and the class of the leading preposition (None: bare)."""

    first: int
    last: int
    preposition: str | None
    members: tuple[ActorPhrase, ...]


def are_bystanders(group: Group, lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether people are but present ("en présence du préfet"): its noun or a "with" that ends in "of" leads them."""
    first = group.members[0].first
    is_led = group.preposition == "with" and not lexicon.groups["of"].isdisjoint(lows[group.first : first])
    return is_led or not lexicon.groups["presence"].isdisjoint(lows[max(0, first - _PRESENCE) : first])


def group_actors(
    tokens: Sequence[Token], lows: Sequence[str], phrases: Sequence[ActorPhrase], lexicon: Lexicon, words: TitleWords
) -> list[Group]:
    """Join phrases that only commas, conjunctions, articles and a repeated preposition separate."""
    chains: list[list[_Link]] = []
    nouns = _capital_nouns(tokens, lexicon, words) if lexicon.verb_final else None
    for phrase in phrases:
        if _is_further_office(lows, phrase, lexicon):
            continue
        first = phrase.first
        if nouns is not None:
            first = attribute_start(lows, apposed_start(lows, phrase, nouns, phrases, lexicon), nouns, lexicon, words)
        preposition, start = preposition_before(lows, first, lexicon, words)
        if preposition == "of" and follows_place(tokens, lows, start, lexicon, words):
            preposition = None
        if lows[phrase.first] in words.sets["nominative_pronouns"]:
            preposition, start = None, phrase.first
        if preposition is None and (phrase.is_genitive or is_genitive(lows, start, phrase, lexicon)):
            preposition = "of"
        has_article = phrase.first > 0 and lows[phrase.first - 1] in words.sets["articles"]
        if preposition is None and has_article and _is_addressed(lows, phrase, lexicon):
            preposition, has_article = "to", False
        link = _Link(phrase, preposition, min(start, phrase.first), _join(lows, chains, phrase, lexicon), has_article)
        before = chains[-1][-1].phrase if chains else None
        if before and (_is_listed(lows, before, phrase, lexicon) or _is_all_told(lows, before, phrase, words)):
            chains[-1][-1] = replace(chains[-1][-1], phrase=phrase)
        elif chains and _continues(lows, chains[-1], link, lexicon, words):
            chains[-1].append(link)
        else:
            chains.append([link])
    ends = [_list_end(chain, _goes_on(lows, chain[-1].phrase.last, lexicon)) for chain in chains]
    bare = next((at for at, chain in enumerate(chains) if chain[0].preposition is None), len(chains))
    cuts = [_subject_start(lows, chain, lexicon) if at < bare else 0 for at, chain in enumerate(chains)]
    cuts = [
        cut or _conjunct_start(lows, chain, lexicon) or end for cut, end, chain in zip(cuts, ends, chains, strict=True)
    ]
    return [group for chain, cut in zip(chains, cuts, strict=True) for group in _groups_of(chain, cut)]


def _goes_on(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a list goes on behind a comma and a conjunction ("X, the mayor, and, in the evening, Y")."""
    return at + 1 < len(lows) and lows[at] == "," and lows[at + 1] in lexicon.groups["coordinators"]


def _capital_nouns(tokens: Sequence[Token], lexicon: Lexicon, words: TitleWords) -> set[int]:
    """The words that their capital shows to be nouns or names: not the "In" that opens a sentence."""
    capitals = {at for at, token in enumerate(tokens) if token.is_capital}
    opens = tokens and (tokens[0].low in words.sets["stop_words"] or tokens[0].low in lexicon.prepositions.first_words)
    return capitals - {0} if opens else capitals


def _subject_start(lows: Sequence[str], chain: Sequence[_Link], lexicon: Lexicon) -> int:
    """Which link of the chain that an adjunct opens begins the subject ("After talks with X, Y and Z signed"), else 0.

    A list goes on to its verb only as the subject; where subjects are dropped the verb must be in the plural.
    """
    commas = [at for at, link in enumerate(chain) if link.join == "comma" and link.preposition is None and at]
    joined = commas and any(link.join == "conjunction" and link.preposition is None for link in chain[commas[0] :])
    if not joined or lexicon.verb_final or lows[chain[commas[0]].phrase.first - 1] == "/":
        return 0
    at = _verb_behind(lows, chain[-1].phrase.last, lexicon)
    is_plural = not lexicon.drops_subject or (at is not None and lows[at].endswith(lexicon.endings("plural_endings")))
    return commas[0] if at is not None and is_plural else 0


def _conjunct_start(lows: Sequence[str], chain: Sequence[_Link], lexicon: Lexicon) -> int:
    """Which link of a chain of objects is another clause's subject ("met X, and the minister, Y, went"), else 0."""
    last, first = chain[-1], chain[0].start
    is_conjunct = last.join == "conjunction" and last.preposition is None
    is_list = len(chain) < _PAIR or any(link.join == "comma" for link in chain[1:-1])
    if is_list or not is_conjunct or chain[0].preposition not in (None, "to"):
        return 0
    told = (lexicon.verbs.find(lows, at) for at in range(max(0, first - _OBJECT), first))
    is_object = any(form.frame.event_type in _WITH_PEOPLE for found in told if found for form in found[1])
    behind = last.phrase.last + (lows[last.phrase.last : last.phrase.last + 1] == [","])
    return len(chain) - 1 if is_object and _verb_behind(lows, behind, lexicon) is not None else 0


def _verb_behind(lows: Sequence[str], at: int, lexicon: Lexicon) -> int | None:
    """The finite verb that begins at a token, adverbs passed, or None."""
    while at < len(lows) and not _PASSED.isdisjoint(lexicon.auxiliary_classes(lows[at])):
        at += 1
    found = (form for table in (lexicon.verbs, lexicon.support) for form in (table.find(lows, at) or (0, ()))[1])
    is_verb = at < len(lows) and (is_finite_auxiliary(lows[at], lexicon) or any(f.tense in _FINITE for f in found))
    return at if is_verb else None


def _is_addressed(lows: Sequence[str], phrase: ActorPhrase, lexicon: Lexicon) -> bool:
    """Whether a word that is article and "to" leads somebody's bare name ("o telefonema de Lula a Joe Biden")."""
    is_name = phrase.kind == "person" and phrase.anaphor is None and not phrase.has_title and phrase.first > 1
    if not is_name or lows[phrase.first - 1] not in lexicon.groups.get("name_leads", ()):
        return False
    return lows[phrase.first - 2] != "," and lows[phrase.first - 2] not in lexicon.groups["coordinators"]


def _is_further_office(lows: Sequence[str], phrase: ActorPhrase, lexicon: Lexicon) -> bool:
    """A bare title that says what else somebody is ("le chef de l'État, également président de l'Union, a reçu")."""
    if phrase.anaphor != "title" or phrase.first < 2:
        return False
    return lows[phrase.first - 1] in lexicon.groups.get("also", frozenset()) and lows[phrase.first - 2] == ","


@dataclass(frozen=True, slots=True)
class _Link:
    """A phrase in a chain, its own preposition, and how it joins the one before (comma or conjunction)."""

    phrase: ActorPhrase
    preposition: str | None
    start: int
    join: str
    has_article: bool


def _join(lows: Sequence[str], chains: Sequence[Sequence[_Link]], phrase: ActorPhrase, lexicon: Lexicon) -> str:
    last = chains[-1][-1].phrase.last if chains else phrase.first
    between, joints = lows[last : phrase.first], lexicon.tables["conjunctions"]
    may_join = not joints.first_words.isdisjoint(between)
    if may_join and any(joints.find(lows, at) for at in range(last, phrase.first)):
        return "conjunction"
    return "comma" if any(low in (",", "/", "-") for low in between) else ""


def _is_listed(lows: Sequence[str], group: ActorPhrase, member: ActorPhrase, lexicon: Lexicon) -> bool:
    """Whether a name is the first of a group told before it ("plusieurs responsables, parmi lesquels M. X, …")."""
    at = group.last + (group.last < len(lows) and lows[group.last] == ",")
    listing = lexicon.tables["listing"].find(lows, at)
    is_group = group.is_plural and group.actor_id is None and member.kind == "person"
    return is_group and listing is not None and 0 <= member.first - listing[0] <= 1


def _is_all_told(lows: Sequence[str], group: ActorPhrase, leader: ActorPhrase, words: TitleWords) -> bool:
    """Whether all that is told of a delegation is who leads it ("a team headed by X")."""
    is_bare = group.last - group.first == 1 and group.kind == "organisation" and group.actor_id is None
    return is_bare and leader.kind == "person" and _is_led_by(lows, group.last, leader.first, words)


def _groups_of(chain: Sequence[_Link], cut: int) -> list[Group]:
    """A chain as one group, or as two where its list ends before it does, or before the subject that it runs into."""
    parts = [chain[:cut], chain[cut:]]
    return [
        Group(
            part[0].start,
            max(link.phrase.last for link in part),
            part[0].preposition,
            tuple(link.phrase for link in part),
        )
        for part in parts
        if part
    ]


def _list_end(chain: Sequence[_Link], goes_on: bool) -> int:
    """How many links of a chain are one list: behind its last conjunction a comma begins something else.

    So does a comma after a preposition ("à l'invitation de X, Y") and before the article of the second of two ("dopo
    aver visto X, la ministra").
    """
    if chain[0].phrase.list_first >= 0 and chain[0].preposition is not None:
        return len(chain)
    links = enumerate(chain[1:], start=1)
    joined = max((at for at, link in links if link.join == "conjunction" or link.preposition), default=0)
    if chain[0].preposition is None:
        is_pair = len(chain) == _PAIR and chain[1].has_article and chain[1].phrase.list_first < 0 and not goes_on
        return joined + 1 if joined else _PAIR - 1 if is_pair else len(chain)
    return joined + 1


def _is_opening(lows: Sequence[str], link: _Link, lexicon: Lexicon, words: TitleWords) -> bool:
    """Whether a phrase is the adjunct that a sentence opens with ("Mardi au siège de l'Union africaine, X …")."""
    if link.preposition in (None, "with", "between", "by") or "," in lows[: link.start]:
        return False
    verbs, articles = lexicon.verbs.first_words, words.sets["articles"]
    return not any(
        lexicon.nouns.find(lows, at) or (low in verbs and (at == 0 or lows[at - 1] not in articles))
        for at, low in enumerate(lows[: link.start])
    )


def _is_led_by(lows: Sequence[str], at: int, person: int, words: TitleWords) -> bool:
    """Whether the words between a delegation and somebody say that he leads it ("une délégation conduite par X").

    How many they are may stand between ("a team of ten, led by X").
    """
    if lows[at] == "of" and at + 1 < person and counts(lows[at + 1], words):
        at += 2
    found = words.tables["leading"].find(lows, at + (lows[at] == ","))
    openers = words.sets["articles"] | words.sets["possessives"]
    return found is not None and all(low in openers for low in lows[found[0] : person])


def opens_main(lows: Sequence[str], phrase: ActorPhrase, lexicon: Lexicon) -> bool:
    """Whether a name is the subject behind the clause that opens a sentence ("After X met Y on Monday, Z said …")."""
    follows = lows[phrase.last] if phrase.last < len(lows) else ","
    is_listed = not follows[0].isalnum() or follows in lexicon.groups["coordinators"]
    is_led = lexicon.prepositions.find(lows, phrase.last) is not None
    return lexicon.tables["subordinators"].find(lows, 0) is not None and not is_listed and not is_led


def _continues(lows: Sequence[str], chain: Sequence[_Link], link: _Link, lexicon: Lexicon, words: TitleWords) -> bool:
    phrase, last = link.phrase, chain[-1].phrase.last
    if phrase.first < last or (phrase.list_first >= 0 and phrase.list_first == chain[-1].phrase.list_first):
        return True
    if phrase.kind == "person" != chain[-1].phrase.kind and _is_led_by(lows, last, phrase.first, words):
        return True
    between = lows[last : link.start]
    if not between or len(between) > 7 or not link.join:
        return False
    is_joined = link.join == "conjunction" and not resumes(lows, chain[0].phrase.first, phrase.last, lexicon)
    if phrase.anaphor in _PRONOUNS and not is_joined:
        return False
    lead = chain[0].preposition
    if link.join == "comma" and (_is_opening(lows, chain[0], lexicon, words) or opens_main(lows, phrase, lexicon)):
        return False
    if lead != "between" and phrase.is_capital_city != chain[-1].phrase.is_capital_city:
        return False
    if link.preposition not in (None, lead) and not _repeats_of(lows, chain[0], link, lexicon):
        return False
    allowed = [words.sets[name] for name in ("articles", "honorifics")]
    joints = [(at, lexicon.tables["conjunctions"].find(lows, at)) for at in range(last, link.start)]
    joined = {i for at, joint in joints if joint for i in range(at, joint[0])}
    return all(
        low in (",", "/", ".", "-")
        or last + at in joined
        or any(low in group for group in allowed)
        or counts(low, words)
        or lexicon.prepositions.find(lows, last + at) is not None
        for at, low in enumerate(between)
    )


def _repeats_of(lows: Sequence[str], lead: _Link, link: _Link, lexicon: Lexicon) -> bool:
    """Whether the "of" that closes a list's preposition is repeated alone ("en présence de X et du général Y")."""
    is_led = lead.preposition in ("with", "under") and link.preposition == "of" and link.join == "conjunction"
    return is_led and not lexicon.groups["of"].isdisjoint(lows[lead.start : lead.phrase.first])
