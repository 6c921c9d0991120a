"""Note who is mentioned, and with whom, while one sentence is read from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import fold
from transforms.events.groups import Group, are_bystanders
from transforms.events.referents import Referent
from transforms.events.salience import Rank
from transforms.events.scene import Reading, Scene
from transforms.events.slots import Filler

_LISTED = 90.0
_BESIDE = 50.0
_PLURAL_SUBJECT = 120.0
_SPEAKING = ("i", "we", "you")
_POINTING = ("he", "she", "it", "they", "somebody", "dropped", "latter")
_PAIR = 2


class Attention:
    """What the words of one sentence add to who stands out."""

    def __init__(self, scene: Scene, reading: Reading, groups: Sequence[Group]) -> None:
        self._scene = scene
        self._reading = reading
        self._groups = groups
        self._next = 0
        self._subjects: tuple[Referent, ...] | None = None
        self._told: list[Referent] = []
        self._has_event = False

    def hear(self, before: int) -> None:
        """Note the groups that end before a token and are not noted yet."""
        while self._next < len(self._groups) and self._groups[self._next].last <= before:
            self._note(self._groups[self._next])
            self._next += 1
            self._scene.discourse.salience.told_here = self._people()

    def _people(self) -> tuple[Referent, ...]:
        return tuple(r for r in dict.fromkeys(self._told) if r.kind == "person")

    def take_part(self, filled: Sequence[tuple[Filler, Referent]]) -> None:
        """Note who takes part in an event by pronouns and words left out."""
        self._has_event = self._has_event or len(filled) >= _PAIR
        for filler, referent in filled:
            if filler.phrase.anaphor in _POINTING:
                self._scene.discourse.salience.note(referent, "subject" if filler.is_subject else "object")
                self._told.append(referent)

    def close(self) -> None:
        """Note the rest of the sentence, and two people told in it as told together."""
        self.hear(len(self._reading.tokens))
        if body := self._opening_body():
            self._scene.discourse.lead_with(body)
        people = self._people()
        if len(people) == _PAIR and not self._has_event:
            self._scene.discourse.salience.meet(people, _BESIDE)

    def _opening_body(self) -> ActorPhrase | None:
        """The body told by one common noun that opens the sentence as its subject ("Le syndicat refuse …")."""
        tokens, sets = self._reading.tokens[: _PAIR + 1], self._scene.words.sets
        lows = [token.low for token in tokens]
        if len(lows) <= _PAIR or lows[0] not in self._scene.lexicon.groups["definite"] or lows[1] not in sets["bodies"]:
            return None
        is_longer = tokens[_PAIR].is_capital or self._scene.lexicon.prepositions.find(lows, _PAIR) is not None
        if is_longer or not tokens[_PAIR].is_word or any(group.first <= 1 for group in self._groups):
            return None
        name = tokens[1].text
        return ActorPhrase(1, _PAIR, tokens[1].start, tokens[1].start + len(name), name, "organisation", name)

    def _note(self, group: Group) -> None:
        rank = self._rank(group)
        salience = self._scene.discourse.salience
        others = () if rank == "subject" else self._subjects or ()
        referents: list[Referent] = []
        for member in group.members:
            if member.anaphor not in _SPEAKING and (member.anaphor not in _POINTING or rank in ("subject", "object")):
                referents += self._scene.discourse.resolve(member, next(iter(others), None), others)
        if rank == "subject" and _is_one(referents):
            salience.lead(referents[0])
        referents = [referent for referent in referents if not referent.is_loose]
        for referent in referents:
            salience.note(referent, "object" if rank == "subject" and len(referents) > 1 else rank)
        if rank == "subject":
            self._subjects = tuple(referents)
        if rank != "embedded":
            self._told += referents
        if rank == "subject" and len(group.members) == 1 and self._is_plural_country(group.members[0]):
            salience.meet(referents, _PLURAL_SUBJECT, is_plural=True)
        is_plural = any(member.is_plural for member in group.members)
        if is_plural or len(group.members) > 1:
            is_mixed = len({referent.kind == "person" for referent in referents}) > 1
            salience.meet(() if is_mixed else referents, _LISTED, is_plural=is_plural)

    def _is_plural_country(self, phrase: ActorPhrase) -> bool:
        """Whether a country's name is a plural ("les États-Unis ont renforcé leur présence. Ils …")."""
        if phrase.kind != "country" or phrase.first == 0:
            return False
        sets = self._scene.words.sets
        articles = sets["plural_articles"] - sets["masculine_articles"] - sets["feminine_articles"]
        return self._reading.tokens[phrase.first - 1].low in articles

    def _rank(self, group: Group) -> Rank:
        """The first bare group is the subject; who speaks for others, and who stands in brackets, counts little."""
        tokens = self._reading.tokens
        in_brackets = group.first > 0 and tokens[group.first - 1].text == "("
        title = fold(group.members[0].title_text or "").split()
        speaks_for_others = bool(title) and title[0] in self._scene.words.sets["spokespersons"]
        is_quoted = self._scene.is_in("quotation", group.members[0].start, self._reading.text_field)
        if in_brackets or speaks_for_others or is_quoted or group.preposition in ("of", "other", "under"):
            return "embedded"
        if group.preposition is not None:
            lows = [token.low for token in tokens]
            return "embedded" if are_bystanders(group, lows, self._scene.lexicon) else "oblique"
        pronoun = group.members[0]
        is_nominative = pronoun.anaphor in ("he", "she") and not self._is_oblique(pronoun)
        return "subject" if is_nominative or self._subjects is None else "object"

    def _is_oblique(self, phrase: ActorPhrase) -> bool:
        return phrase.text.lower() in self._scene.words.sets["oblique_pronouns"]


def _is_one(referents: Sequence[Referent]) -> bool:
    """Whether a group is one actor, be it a delegation with whoever leads it ("une délégation conduite par X")."""
    return bool(referents) and (
        len(referents) == 1
        or (referents[0].kind == "organisation" and all(other.kind == "person" for other in referents[1:]))
    )
