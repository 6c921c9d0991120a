"""The words of titles, honorifics and demonyms of one language, compiled for matching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from transforms.actors.tokens import fold, tokenise
from transforms.actors.trie import PhraseTable
from transforms.languages.load import LANGUAGES, load_language


@dataclass(frozen=True, slots=True)
class TitleHead:
    """A title as language data tell it: kind of office (None: a title without a table of holders) and fixed holder."""

    kind: str | None
    holder: str | None
    is_plural: bool
    is_feminine: bool


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Title words of one language; sets hold lower-case words, tables sequences of lower-case words."""

    language: str
    heads: PhraseTable[TitleHead]
    demonyms: dict[str, str]
    shared_demonyms: dict[str, tuple[str, ...]]
    sets: dict[str, frozenset[str]]
    tables: dict[str, PhraseTable[str]]
    counts: dict[str, int]
    sorts: dict[str, frozenset[str]]
    """Folded words that only say of what sort somebody is ("diplomat"), with words of the titles they take up."""
    contractions: dict[str, str]
    given_names: frozenset[str]
    feminine_names: frozenset[str]
    unisex_names: frozenset[str]
    company_forms: frozenset[str]
    title_endings: tuple[str, ...]
    plural_title_endings: tuple[str, ...]
    feminine_title_endings: tuple[str, ...]
    body_endings: tuple[str, ...]
    no_body_endings: tuple[str, ...]
    people_endings: tuple[str, ...]
    alike_endings: tuple[str, ...]
    event_endings: tuple[str, ...]
    demonym_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    plural_vowels: tuple[str, ...]
    name_adjectives: tuple[str, ...]
    participle_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    infinitive_endings: tuple[str, ...]
    modifiers_stand_before: bool
    nouns_are_capital: bool
    first_names_alone: bool
    has_genitive_s: bool
    openers: frozenset[str]
    """Lower-case words without which no actor phrase begins, capitals and compounds apart."""
    pointers: frozenset[str]
    """Openers in small letters that only begin words that point back ("the" latter, "les" deux)."""
    counterpart_words: frozenset[str]
    """Words without one of which a sentence tells no counterpart or partner."""


GROUPS = (
    "honorifics", "feminine", "former", "then", "future", "articles", "particles", "institution_words",
    "counterpart", "singular_masculine", "singular_feminine", "singular_neuter", "plural", "first_singular",
    "first_plural", "second", "masculine_articles", "feminine_articles", "place_prepositions", "possessives",
    "plural_possessives", "conjunctions", "stop_words", "bodies", "delegations", "people", "state_organs",
    "topic_links", "plural_articles", "partner_articles", "spokespersons", "alone", "bare_counts", "noun_openers",
    "melted_articles", "oblique_pronouns", "plural_alike", "plural_openers", "indefinite", "partners", "missions",
    "aliases", "genitive_plurals", "people_adjectives", "portfolio_links", "state_nouns", "portfolios", "bare_of",
    "title_modifiers", "company_words", "irregular_plurals", "prenominals", "quantities", "inner_particles", "agents",
    "latter_nouns", "emphatic", "sole_offices", "neutral_honorifics", "postnominals", "called_after",
    "called_after_adjectives", "posted", "posting", "same_title", "lettered_things", "owned_offices",
    "nominative_pronouns", "owning_pronouns",
    "media", "crowns", "parties", "verbs_before_people", "media_closers", "programmes", "attached", "premiers",
    "adjunct_openers", "naming",
)  # fmt: skip
_OPENING_GROUPS = (
    "honorifics", "same_title", "former", "then", "future", "counterpart", "singular_masculine",
    "singular_feminine", "singular_neuter", "plural", "first_singular", "first_plural", "second", "delegations",
    "people", "partners", "bare_counts", "bodies", "media",
)  # fmt: skip
_OPENING_TABLES = (
    "both", "companions", "group_people", "group_sides", "hosts", "latter", "latter_several", "counterpart_phrases",
)  # fmt: skip
TABLES = (
    "holders", "fillers", "leading", "noun_tails", "both", "companions", "group_people", "group_sides", "impersonal",
    "hosts", "latter", "latter_several", "counterpart_phrases", "verbs_as_people",
)  # fmt: skip


def split_words(phrase: str) -> tuple[str, ...]:
    """The lower-case tokens of a phrase from a language file."""
    words = phrase.split()
    if all(map(str.isalpha, words)):
        return tuple(map(str.lower, words))
    return tuple(token.low for token in tokenise(phrase, 0, len(phrase)))


def expand_forms(notation: str) -> Iterator[str]:
    """Word forms of a compact notation: "grec+s" is grec, grecs; "rus~o,a" is ruso, rusa."""
    for item in notation.split():
        stem, sign, endings = item.partition("+" if "+" in item else "~")
        if sign != "~":
            yield stem
        if sign:
            yield from (stem + ending for ending in endings.split(","))


def _heads(titles: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], TitleHead]]:
    feminine, endings = set(titles.get("feminine", ())), tuple(titles.get("feminine_endings", ()))

    def entry(phrase: str, kind: str | None, holder: str | None, is_plural: bool) -> tuple[tuple[str, ...], TitleHead]:
        words = split_words(phrase)
        is_feminine = words[0].endswith(endings) or any(" ".join(words).startswith(word) for word in feminine)
        return words, TitleHead(kind, holder, is_plural, is_feminine)

    for named, phrases in titles.get("named_heads", {}).items():
        kind, _, holder = named.partition("@")
        yield from (entry(phrase, kind, holder, False) for phrase in phrases)
    for table, is_plural in (("heads", False), ("plural_heads", True)):
        for kind, phrases in titles.get(table, {}).items():
            yield from (entry(phrase, None if kind == "other" else kind, None, is_plural) for phrase in phrases)
    yield from (entry(phrase, None, None, False) for phrase in titles.get("other_heads", {}).get("words", ()))


def _with_bare_capitals(
    entries: Iterator[tuple[tuple[str, ...], TitleHead]],
) -> Iterator[tuple[tuple[str, ...], TitleHead]]:
    """Titles also as written with capitals that carry no accent ("chef de l'Etat")."""
    for words, head in entries:
        yield words, head
        bare = tuple(fold(word[0]) + word[1:] if word[0].isalpha() else word for word in words)
        if bare != words:
            yield bare, head


def _with_genitives(endings: Iterable[str]) -> tuple[str, ...]:
    """Endings of nouns that are compounds, also with those of the genitive ("rat", "rats", "rates")."""
    return tuple(ending + case for ending in endings for case in ("", "s", "es"))


@cache
def _names(group: str) -> frozenset[str]:
    """Names of a group in all languages: people and companies travel."""
    return frozenset(fold(name) for code in LANGUAGES for name in load_language(code).get("titles", {}).get(group, ()))


def _demonyms(titles: dict[str, Any]) -> dict[str, str]:
    """Demonyms in all their forms, also without accents, with their countries."""
    forms = {form: iso3 for iso3, notation in titles.get("demonyms", {}).items() for form in expand_forms(notation)}
    return forms | {fold(form): iso3 for form, iso3 in forms.items() if fold(form) not in forms}


def _sets(words: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Single words by what they do, those of time among them."""
    sets = {group: frozenset(words.get("titles", {}).get(group, ())) for group in GROUPS}
    times = words["dates"]["words"]
    weekdays, months = (frozenset().union(*times[kind].values()) for kind in ("WEEKDAY", "MONTH"))
    sets["stop_words"] |= weekdays
    sets["title_modifiers"] |= sets["portfolios"]
    sets["terms"] = sets["former"] | sets["then"] | sets["future"]
    return sets | {"months": months}


@cache
def title_words(language: str) -> TitleWords:
    """The title words of one language, compiled once."""
    words = load_language(language)
    titles = words.get("titles", {})
    demonyms, sets = _demonyms(titles), _sets(words)
    shared = ((form, iso3) for iso3, forms in titles.get("shared_demonyms", {}).items() for form in expand_forms(forms))
    heads = PhraseTable(_with_bare_capitals(_heads(titles)))
    tables = {group: PhraseTable((split_words(p), p) for p in titles.get(group, ())) for group in TABLES}
    counts = {word: int(size) for size, words in titles.get("counts", {}).items() for word in words}
    pairs = {form.partition("-")[0] for form in demonyms}
    pointing = frozenset().union(*(tables[name].first_words for name in _OPENING_TABLES))
    told = frozenset().union(heads.first_words, demonyms, pairs, counts, *(sets[name] for name in _OPENING_GROUPS))
    return TitleWords(
        language=language,
        heads=heads,
        demonyms=demonyms,
        shared_demonyms={form: (iso3,) for form, iso3 in shared},
        contractions=dict(titles.get("contractions", {})),
        sets=sets,
        counts=counts,
        sorts={fold(word): frozenset(map(fold, told)) for word, told in titles.get("sorts", {}).items()},
        given_names=_names("given_names") | _names("feminine_names"),
        feminine_names=_names("feminine_names"),
        unisex_names=_names("unisex_names"),
        company_forms=_names("company_forms"),
        title_endings=tuple(titles.get("endings", ())),
        plural_title_endings=tuple(titles.get("plural_endings", ())),
        feminine_title_endings=tuple(titles.get("feminine_endings", ())),
        body_endings=_with_genitives(titles.get("bodies", ())),
        no_body_endings=_with_genitives(titles.get("no_bodies", ())),
        people_endings=tuple(titles.get("people", ())),
        alike_endings=tuple(titles.get("plural_alike", ())),
        event_endings=tuple(
            head for spec in words.get("events", {}).get("nouns", {}).values() for head in spec.get("compounds", ())
        ),
        demonym_endings=tuple(titles.get("demonym_endings", ())),
        adjective_endings=tuple(titles.get("adjective_endings", ())),
        verb_endings=tuple(titles.get("verb_endings", ("",))),
        name_adjectives=tuple(titles.get("name_adjectives", ())),
        plural_vowels=tuple(titles.get("plural_vowels", ())),
        participle_endings=tuple(words["dates"].get("tense", {}).get("participle_endings", ())),
        infinitive_endings=tuple(titles.get("infinitive_endings", ())),
        modifiers_stand_before=titles.get("modifiers_stand_before", False),
        nouns_are_capital=titles.get("nouns_are_capital", False),
        first_names_alone=titles.get("first_names_alone", False),
        has_genitive_s=titles.get("genitive_s", False),
        tables=tables,
        openers=told | pointing,
        pointers=frozenset(word for word in pointing - told - sets["missions"] if "-" not in word),
        counterpart_words=sets["counterpart"].union(sets["partners"], tables["counterpart_phrases"].first_words),
    )
