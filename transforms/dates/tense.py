"""Whether the clause of an expression looks ahead or back: finite verbs by suffix and word tables, no parser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from typing import Any, Literal

from transforms.dates.lexicon import load_lexicon, time_words
from transforms.languages.load import load_language

Direction = Literal["future", "past"]

REACH = 180
STOP = re.compile(r"(?:[.!?](?=\s|$)|[;\n:«»“”\"()])")
WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ELISION = re.compile(r"^[^\W\d_]{1,4}['’](?=\w)")
LONG_ENOUGH = 4
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True)
class TenseTables:
    """One language's signs of tense."""

    future_words: frozenset[str]
    month_names: frozenset[str]
    no_signs: re.Pattern[str] | None
    determiners: frozenset[str]
    future_perfect: frozenset[str]
    future_suffixes: tuple[str, ...]
    future_phrases: re.Pattern[str] | None
    future_pairs: frozenset[tuple[str, ...]]
    aims: tuple[str, ...]
    closing: re.Pattern[str]
    not_future: frozenset[str]
    past_words: frozenset[str]
    past_suffixes: tuple[str, ...]
    weak_past: frozenset[str]
    preterite_endings: tuple[str, ...]
    no_preterites: tuple[str, ...]
    weak_past_suffixes: tuple[str, ...]
    boundaries: frozenset[str]
    auxiliaries: frozenset[str]
    passive_present: frozenset[str]
    participle_endings: tuple[str, ...]
    no_participles: frozenset[str]
    participle_reach: int
    perfect_infinitives: frozenset[str]
    pluperfect: frozenset[str]
    habit: re.Pattern[str] | None
    abbreviations: frozenset[str]

    def closed(self, word: str) -> bool:
        """Whether a word tells a tense, or ends its reach, by itself and not by its ending."""
        listed = (self.future_words, self.past_words, self.weak_past, self.auxiliaries, self.boundaries)
        return any(word in words for words in listed)


def _phrases(listed: list[str]) -> re.Pattern[str] | None:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, listed)) + r")(?!\w)") if listed else None


def _strong(table: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """The preterites of strong verbs: alone or as a prefixed singular, and prefixed plurals ("unterschrieben")."""
    stems, prefixes = table.get("strong_past", []), table.get("past_prefixes", [])
    plurals = [stem + ("n" if stem.endswith("e") else "en") for stem in stems]
    alone = {*stems, *plurals, *(prefix + stem for prefix in prefixes for stem in stems)}
    return alone, {prefix + plural for prefix in prefixes for plural in plurals}


@cache
def tense_tables(language: str) -> TenseTables:
    """The tense words of a language."""
    lexicon = load_lexicon(language)
    table = lexicon.tense if lexicon else {}
    ahead = table.get("future_words", [])
    strong, prefixed = _strong(table)
    return TenseTables(
        future_words=frozenset(word for word in ahead if " " not in word),
        month_names=time_words(language).intersection(ahead),
        no_signs=_phrases(table.get("no_signs", [])),
        determiners=frozenset(table.get("determiners", ())),
        future_perfect=frozenset(table.get("future_perfect", ())),
        future_suffixes=tuple(table.get("future_suffixes", ())),
        future_phrases=_phrases([word for word in ahead if " " in word]),
        future_pairs=frozenset(tuple(pair.split()) for pair in table.get("future_pairs", ())),
        aims=tuple(f" {word} " for word in table.get("aims", ())),
        closing=re.compile(r"\s*,|\s+(?:" + "|".join(table.get("joints", ["$"])) + r")\s"),
        not_future=frozenset(table.get("not_future", ())),
        past_words=frozenset(table.get("past_words", ())) | strong,
        past_suffixes=tuple(table.get("past_suffixes", ())),
        weak_past=frozenset(table.get("weak_past", ())) | prefixed,
        preterite_endings=tuple(table.get("preterite_endings", ())),
        no_preterites=tuple(table.get("no_preterites", ())),
        weak_past_suffixes=tuple(table.get("weak_past_suffixes", ())),
        boundaries=frozenset(table.get("boundaries", ())),
        auxiliaries=frozenset(table.get("auxiliaries", ())),
        passive_present=frozenset(table.get("passive_present", ())),
        participle_endings=tuple(table.get("participle_endings", ())),
        no_participles=frozenset(table.get("no_participles", ())),
        participle_reach=int(table.get("participle_reach", 3)),
        perfect_infinitives=frozenset(table.get("perfect_infinitives", ())),
        pluperfect=frozenset(table.get("pluperfect", ())),
        habit=_phrases(table.get("habit_words", [])),
        abbreviations=frozenset(load_language(language)["documents"]["sentences"]["abbreviations"]),
    )


def clause_bounds(text: str, start: int, end: int, tables: TenseTables) -> tuple[int, int]:
    """The stretch between hard stops around an expression, at most `REACH` characters each way.

    The dot of an abbreviation or an initial is none ("Mardi, M. Diop rencontrera").
    """
    left, right = max(0, start - REACH), min(len(text), end + REACH)
    before = [stop.end() for stop in STOP.finditer(text, left, start) if not _is_short(text, stop, tables)]
    after = (stop.start() for stop in STOP.finditer(text, end, right) if not _is_short(text, stop, tables))
    return before[-1] if before else left, next(after, right)


def _is_short(text: str, stop: re.Match[str], tables: TenseTables) -> bool:
    """Whether a stop is the dot of an abbreviated word."""
    word = _LAST_WORD.search(text, max(0, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    is_initial = word is not None and len(word[0]) == 1 and word[0].isupper()
    return stop[0] == "." and word is not None and (is_initial or word[0] in tables.abbreviations)


def _sign(word: str, tables: TenseTables) -> str | None:
    """'future', 'past', 'weak' (a participle) or None."""
    if word in tables.future_words:
        return "future"
    if word in tables.past_words:
        return "past"
    if word in tables.weak_past:
        return "weak"
    if len(word) < LONG_ENOUGH or word in tables.not_future or word in tables.no_participles:
        return None
    if word.endswith(tables.future_suffixes):
        return "future"
    if tables.past_suffixes and word.endswith(tables.past_suffixes):
        return "past"
    if tables.weak_past_suffixes and word.endswith(tables.weak_past_suffixes):
        return "weak"
    return None


def _words(text: str, start: int, end: int, tables: TenseTables, *, is_inside: bool = False) -> list[str]:
    """The words of a stretch in lower case; a name that only ends like a verb ("Ferreira") is left empty.

    The first word of a clause has its capital from its place, unless the stretch lies `is_inside` a clause. So is what
    names a month or somebody before it is a verb ("May"), and what only measures by a plan ("longer than scheduled").
    """
    words: list[str] = []
    stretch = tables.no_signs.sub("-", text[start:end]) if tables.no_signs else text[start:end]
    for word in WORDS.findall(stretch):
        low = word.lower()
        is_name = word[0].isupper() and not word.isupper() and (is_inside or bool(words))
        words.append("" if is_name and (low in tables.month_names or not tables.closed(low)) else low)
    return words


def _signs(words: list[str], tables: TenseTables) -> list[str | None]:
    """The sign of each word; an auxiliary is past only with a participle soon after it.

    A participle right behind the present of "to be" is no past where that is the passive ("é recebido na sexta"), and
    none behind a determiner ("le blessé", "the planned visit").
    """
    plain = [ELISION.sub("", word) for word in words]
    signs = [_sign(word, tables) for word in plain]
    for place, word in enumerate(plain):
        if signs[place] is None and _is_weak_preterite(word, plain[place + 1 : place + 2], tables):
            signs[place] = "weak"
        follow = plain[place + 1 : place + 1 + tables.participle_reach]
        if word in tables.auxiliaries and signs[place] is None and _has_participle(follow, tables):
            signs[place] = "past"
        if signs[place] == "future" and (_has_perfect(follow, tables) or _is_perfect(word, follow, tables)):
            signs[place] = "past"
        if tuple(plain[place : place + 2]) in tables.future_pairs:
            signs[place] = "future"
        if signs[place] == "weak" and place and plain[place - 1] in tables.passive_present:
            signs[place] = "future"
        if signs[place] == "weak" and (plain[place - 1 : place] or [""])[0] in tables.determiners:
            signs[place] = None
    return [sign or ("stop" if word in tables.boundaries else None) for sign, word in zip(signs, plain, strict=True)]


def _is_weak_preterite(word: str, follow: list[str], tables: TenseTables) -> bool:
    """Whether a word ends like the preterite of a weak verb and no noun follows that it could be an attribute of."""
    if len(word) < LONG_ENOUGH or not tables.preterite_endings or not word.endswith(tables.preterite_endings):
        return False
    return not word.endswith(tables.no_preterites) and follow != [""]


def _has_participle(follow: list[str], tables: TenseTables) -> bool:
    return any(word.endswith(tables.participle_endings) and word not in tables.no_participles for word in follow)


def _is_perfect(word: str, follow: list[str], tables: TenseTables) -> bool:
    """Whether a future auxiliary and a participle tell what is over ("n'aura duré que sept minutes")."""
    before_noun = list(takewhile(lambda following: following not in tables.determiners, follow))
    return word in tables.future_perfect and _has_participle(before_noun, tables)


def _has_perfect(follow: list[str], tables: TenseTables) -> bool:
    """Whether a perfect infinitive closes the words behind a modal ("soll ihn am Montag getroffen haben")."""
    return any(
        last in tables.perfect_infinitives and participle.endswith(tables.participle_endings)
        for participle, last in pairwise(follow)
    )


def _nearest(signs: list[str | None], stop_at_boundary: bool) -> tuple[int, str] | None:
    """The nearest finite sign; a participle counts only where no auxiliary of the future governs it."""
    weak: int | None = None
    for distance, sign in enumerate(signs):
        if sign == "weak":
            weak = distance if weak is None else weak
        elif sign in {"past", "future"}:
            if weak is not None and distance - weak > 3 and sign == "future":
                return weak, "past"
            return distance, sign or ""
        elif sign == "stop":
            if weak is not None:
                return weak, "past"
            if stop_at_boundary:
                return None
    return None if weak is None else (weak, "past")


def direction_of(text: str, start: int, end: int, language: str) -> Direction | None:
    """Where the clause around an expression points: ahead, back, or no sign.

    What is set for a day lies ahead whatever the tense ("called a meeting for Monday"), unless that was long ago.
    """
    tables = tense_tables(language)
    left, right = clause_bounds(text, start, end, tables)
    before = text[left:start].lower()
    after = text[end:right].lower()
    if tables.future_phrases:
        phrase = tables.future_phrases.search(before[-60:])
        if phrase:
            return "future"
    if before.endswith(tables.aims) and not is_pluperfect(text, start, end, language):
        return "future"
    left_words = _words(text, left, start, tables)
    signs = _signs(left_words + _words(text, end, right, tables, is_inside=True), tables)
    back = _nearest(signs[: len(left_words)][::-1], stop_at_boundary=False)
    ahead = _nearest(signs[len(left_words) :], stop_at_boundary=back is not None)
    if back and tables.closing.match(after):  # "met X on Wednesday and will see Y on Friday"
        ahead = None
    chosen = (back if back[0] <= ahead[0] + 1 else ahead) if back and ahead else back or ahead
    if chosen is None:  # "They met three times: in Rome in May"
        colon = left - 1
        return direction_of(text, colon, colon, language) if left > 0 and text[colon] == ":" else None
    return "future" if chosen[1] == "future" else "past"


def tells_past(sentence: str, language: str) -> bool:
    """Whether any verb of a sentence stands in a past tense, as far as its form shows."""
    tables = tense_tables(language)
    signs = _signs(_words(sentence, 0, len(sentence), tables), tables)
    return "past" in signs or "weak" in signs


def is_pluperfect(text: str, start: int, end: int, language: str) -> bool:
    """Whether the clause tells what had happened before."""
    tables = tense_tables(language)
    left, right = clause_bounds(text, start, end, tables)
    return not tables.pluperfect.isdisjoint(WORDS.findall(text[left:right].lower()))


def is_habit(text: str, start: int, end: int, language: str) -> bool:
    """Whether the clause tells what happens usually."""
    tables = tense_tables(language)
    if tables.habit is None:
        return False
    left, right = clause_bounds(text, start, end, tables)
    return bool(tables.habit.search(text[left:right].lower()))
