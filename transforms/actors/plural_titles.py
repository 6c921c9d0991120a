"""Titles in the plural, which list their members by country or name ("les ministres grec et turc")."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.complements import complement_end, whole_end
from transforms.actors.gazetteer import country_actor_id
from transforms.actors.noun_phrases import capitals_end, counted_start
from transforms.actors.owners import holder_at, is_country
from transforms.actors.person_names import bracket_end, person_name_end, read_person_name, with_name
from transforms.actors.phrases import ActorPhrase, SentenceReader
from transforms.actors.titled import titled
from transforms.actors.titles import LEADER, TitleReading

_LEADING = frozenset({LEADER, "head_of_state", "head_of_government"})


def read_plural_title(reader: SentenceReader, title: TitleReading) -> list[ActorPhrase]:
    """The members that a plural title lists by country or name; the group as one phrase if it lists none."""
    members = _members_inside(reader, title) or _first_of_strangers(reader, title)
    names: list[ActorPhrase] = []
    at = last = before_name = title.last
    has_strange_owners = False
    while at < len(reader.tokens):
        is_joined = reader.is_in("conjunctions", at)
        if is_joined and not (members or names or reader.behind_of(at + 1)):
            break
        if is_joined or reader.low(at) in (",", ";"):
            at += 1
            continue
        owner = _owner_start(reader, at)
        is_apart = owner == at > title.last and reader.low(at - 1) == "," and not (members or names)
        found = None if is_apart else holder_at(reader, owner)  # "selon ses conseillers, Hollande a …"
        if iso3 := reader.demonym(at):
            members.append(_member(reader, title, at, at + 1, iso3))
            at += 1
        elif found:
            members.append(_member(reader, title, owner, found[0], found[1]))
            at = found[0]
        elif name := None if _is_town(reader, at, title, members) else _listed_name(reader, at, title):
            before_name = last if not names else before_name
            names.append(name)
            at = bracket_end(reader, name.last)
        elif (title.is_foreign or _is_stranger(members)) and not names and person_name_end(reader, owner) > owner:
            at = person_name_end(reader, owner)
            members.append(_stranger(reader, title, owner, at))
        elif named := _strange_owner_end(reader, owner, title):
            at, has_strange_owners = named, True
        else:
            break
        last = at
    if has_strange_owners and len(names) > 1:
        members = []
    if len(names) == 1 != len(members):
        names, last = [], before_name
    members = _with_names(reader, title, members, names)
    if len(members) >= 2:
        return [replace(member, list_first=title.first) for member in members]
    end = complement_end(reader, max(last, title.last))
    return [_group(reader, title, whole_end(reader, title.first, end), members)]


def _owner_start(reader: SentenceReader, at: int) -> int:
    """Where the owner that is listed at an index begins: behind "of", or behind the article of a known one."""
    has_article = reader.is_in("articles", at) and holder_at(reader, at + 1) is not None
    return reader.behind_of(at) or at + has_article


def _strange_owner_end(reader: SentenceReader, at: int, title: TitleReading) -> int:
    """The end of a place that no table knows, before the comma and the name of who holds it ("de Chubut, X;"), or 0."""
    if at >= len(reader.tokens) or not reader.tokens[at].is_capital:
        return 0
    end = person_name_end(reader, at)
    is_named = end > at and reader.low(end) == "," and _listed_name(reader, end + 1, title) is not None
    return end if is_named else 0


def _members_inside(reader: SentenceReader, title: TitleReading) -> list[ActorPhrase]:
    """The members whose country or body the words of a plural title themselves tell."""
    if title.is_foreign:
        return [_stranger(reader, title, title.first, title.last)]
    holders = [holder for holder in (*title.more_holders, title.holder) if is_country(holder)]
    if title.holder and title.holder in reader.gazetteer.organisations and _another_body(reader, title.last):
        holders = [title.holder]
    members = [_member(reader, title, title.first, title.last, holder) for holder in holders]
    return _told_apart(reader, title, members) if len(members) > 1 else members


def _told_apart(reader: SentenceReader, title: TitleReading, members: list[ActorPhrase]) -> list[ActorPhrase]:
    """Officials of several nations before one title, each by his own ("French and German presidents")."""
    nations = [(at, *found) for at in range(title.first, title.last) if (found := reader.demonym_at(at))]
    behind = max((end for _, end, _ in nations), default=title.first)
    words = {iso3: f"{reader.slice(at, end)} {reader.slice(behind, title.last)}" for at, end, iso3 in reversed(nations)}
    return [
        replace(member, name=words.get(member.holder or "", member.name)) if member.anaphor == "title" else member
        for member in members
    ]


def _first_of_strangers(reader: SentenceReader, title: TitleReading) -> list[ActorPhrase]:
    """The first of unknown owners listed behind a title ("los alcaldes de Loja y de Piura", "of Bonn and Turin")."""
    if reader.words.nouns_are_capital:
        return []
    owner = reader.behind_of(title.last + 1) if reader.is_in("conjunctions", title.last) else 0
    further = owner or _further_town(reader, title.last + 1, title.last)
    if not further or further >= len(reader.tokens) or title.holder or not reader.tokens[title.last - 1].is_capital:
        return []
    is_listed = reader.tokens[further].is_capital and not reader.behind_of(person_name_end(reader, further))
    return [_stranger(reader, title, title.first, title.last)] if is_listed else []


def _further_town(reader: SentenceReader, at: int, last: int) -> int:
    """The index of a town or body that shares the "of" of a title ending at `last`, 0 where somebody's name stands.

    Behind "and", or in the list of three and more that it closes ("of Lyon, Turin and Bonn").
    """
    is_first = not any(reader.is_in("conjunctions", before) for before in range(last, at))
    is_inside = is_first and reader.low(at - 1) == "," and reader.is_in("conjunctions", at + 1)
    known, is_lone = reader.known_actor(at), capitals_end(reader, at) == at + 1
    is_person = reader.is_given_name(at) or (known and reader.gazetteer.actors[known[1]].kind == "person")
    return at if is_lone and not is_person and (is_inside or reader.is_in("conjunctions", at - 1)) else 0


def _is_stranger(members: list[ActorPhrase]) -> bool:
    return bool(members) and all(member.holder is None for member in members)


def _is_town(reader: SentenceReader, at: int, title: TitleReading, members: list[ActorPhrase]) -> bool:
    return _is_stranger(members) and _further_town(reader, at, title.last) > 0


def _another_body(reader: SentenceReader, at: int) -> bool:
    """Whether another body joins a title's owner ("les dirigeants de l'EAC et de la SADC", "der EU, der UN")."""
    start = reader.behind_of(at + 1)
    if not reader.is_in("conjunctions", at) and not (start and reader.low(at) == ","):
        return False
    start = start or at + 1
    return any(holder_at(reader, k) for k in (start, start + 1))


def _listed_name(reader: SentenceReader, at: int, title: TitleReading) -> ActorPhrase | None:
    """A name of a list; a lone capital after an unknown country is one more of them."""
    start = reader.skip_initials(at + 1) if reader.is_in("honorifics", at) else at
    name = read_person_name(reader, start, after_title=True)
    is_lone = name is not None and name.last - name.first == 1 and not name.actor_id and not name.candidates
    return None if title.is_foreign and is_lone and start == at else name


def _with_names(
    reader: SentenceReader, title: TitleReading, members: list[ActorPhrase], names: list[ActorPhrase]
) -> list[ActorPhrase]:
    """Members with the names told beside or after their countries; names alone where the title is all they share."""
    if len(members) == len(names):
        return [
            replace(
                with_name(member, name), first=min(member.first, name.first), last=max(member.last, name.last),
                start=min(member.start, name.start), end=max(member.end, name.end), kind="person",
            )
            for member, name in zip(members, names, strict=True)
        ]  # fmt: skip
    shared = replace(title, holder=title.holder if len(members) == 1 else None)
    named = [_named_member(reader, shared, name, is_first=name is names[0]) for name in names]
    return named if len(members) <= 1 and len(named) >= 2 else [*members, *named]


def _group(reader: SentenceReader, title: TitleReading, last: int, members: list[ActorPhrase]) -> ActorPhrase:
    """A group by its words; leaders of a body are that body, its ministers only they ("cancilleres del Mercosur")."""
    group = reader.phrase(counted_start(reader, title.first), last, "organisation")
    holder = title.holder or (members[0].holder if members else None)
    if holder and holder in reader.gazetteer.organisations and title.head.kind in _LEADING:
        group = replace(group, actor_id=holder, name=reader.gazetteer.organisations[holder].name)
    return replace(group, is_plural=True, has_title=True, office_kind=title.head.kind, holder=holder)


def _named_member(reader: SentenceReader, title: TitleReading, name: ActorPhrase, *, is_first: bool) -> ActorPhrase:
    member = replace(titled(reader, name, title), anaphor=name.anaphor)
    return replace(member, first=title.first, start=reader.tokens[title.first].start) if is_first else member


def _stranger(reader: SentenceReader, title: TitleReading, first: int, last: int) -> ActorPhrase:
    """The member of a country that nobody knows."""
    phrase = reader.phrase(first, last, "person")
    named = replace(phrase, anaphor="title", name=_name_of_member(reader, title, phrase))
    return titled(reader, named, replace(title, first=first, last=last, holder=None))


def _name_of_member(reader: SentenceReader, title: TitleReading, phrase: ActorPhrase) -> str:
    """A member by the title's words up to its first owner, and his own ("foreign ministers of Germany")."""
    if phrase.first == title.first:
        return phrase.text
    owners = (reader.behind_of(at) for at in range(title.last - 1, title.first, -1))
    owner = next((at for at in owners if 0 < at < title.last and reader.tokens[at].is_capital), title.first + 1)
    is_nation = reader.demonym(phrase.first) is not None
    return f"{reader.slice(title.first, title.first + 1 if is_nation else owner)} {phrase.text}"


def _member(reader: SentenceReader, title: TitleReading, first: int, last: int, holder: str) -> ActorPhrase:
    """One member by country: the holder of the office, or the country where the title has no table of holders."""
    phrase = reader.phrase(first, last, "person")
    kind = title.head.kind
    if kind == LEADER:
        kind = reader.gazetteer.leading_kind(holder) if is_country(holder) else None
    if kind is None and (country := reader.gazetteer.actors.get(country_actor_id(holder))):
        return replace(phrase, kind="country", name=country.name, actor_id=country.actor_id, holder=holder)
    body = reader.gazetteer.organisations.get(holder)
    if body and (kind is None or reader.gazetteer.office_for(kind, holder) is None):
        told = replace(phrase, kind="organisation", name=body.name, actor_id=holder, holder=holder, is_plural=True)
        return replace(told, has_title=True, office_kind=title.head.kind)
    named = replace(phrase, anaphor="title", name=_name_of_member(reader, title, phrase))
    return titled(reader, named, replace(title, head=replace(title.head, kind=kind), holder=holder))
