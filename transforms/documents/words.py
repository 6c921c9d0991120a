"""The words of pages, compiled once per language: what `[documents.*]` of the language files means to the rules.

Sites mix their own language with English ("Close Button" on a French page), so a language is read with English; a text
whose language is unknown is read with all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import filterfalse

from transforms.languages.load import LANGUAGES, load_language

# Names, not words of a language: news and picture agencies whose credit stands on pages everywhere.
AGENCIES = (
    "AFP", "Reuters", "REUTERS", "AP", "Associated Press", "dpa", "DPA", "EFE", "ANSA", "Ansa", "Lusa", "LUSA",
    "Xinhua", "TASS", "Tass", "Interfax", "Belga", "APA", "SDA", "ATS", "Keystone-ATS", "UPI", "PA", "PTI", "Anadolu",
    "AA", "Kyodo", "Yonhap", "Bloomberg", "Agência Brasil", "Europa Press", "AGI", "Adnkronos", "LaPresse", "Getty",
    "Getty Images", "SIPA", "Sipa", "Abaca", "Epa", "EPA", "EPA-EFE", "Shutterstock", "iStock", "Picture Alliance",
    "Imago", "Wikimedia Commons", "Relaxnews", "RIA Novosti", "Press Association",
)  # fmt: skip

_FOREIGN_LETTERS = {"a": "aàáâãä", "e": "eèéêë", "i": "iìíîï", "o": "oòóôõö", "u": "uùúûü", "c": "cç", "n": "nñ"}


@dataclass(frozen=True, slots=True)
class PageWords:
    """Patterns over one line; all but `update`, `published`, `credit` and `header_labels` match from its start."""

    interface_only: re.Pattern[str]
    label_only: re.Pattern[str]
    caption: re.Pattern[str]
    notice: re.Pattern[str]
    related: re.Pattern[str]
    update: re.Pattern[str]
    published: re.Pattern[str]
    byline: re.Pattern[str]
    source: re.Pattern[str]
    credit: re.Pattern[str]
    byline_links: frozenset[str]
    header_links: frozenset[str]
    header_labels: re.Pattern[str]
    questions: frozenset[str]
    answers: frozenset[str]


@cache
def page_words(language: str) -> PageWords:
    """The page words to read a text of that language with."""
    codes = _languages_to_read(language)
    rights = "©", "(c)"
    return PageWords(
        interface_only=_only(_words(codes, "furniture", "interface")),
        label_only=_only(_words(codes, "furniture", "kickers")),
        caption=_label(_words(codes, "furniture", "caption")),
        notice=_beginning([*_words(codes, "furniture", "notices"), *rights]),
        related=_label(_words(codes, "furniture", "related")),
        update=_inside(_words(codes, "furniture", "update")),
        published=_inside(_words(codes, "header", "published")),
        byline=_beginning(_words(codes, "furniture", "byline")),
        source=_beginning(_words(codes, "furniture", "source")),
        credit=_inside(_words(codes, "furniture", "credit")),
        byline_links=frozenset(_words(codes, "furniture", "byline_links")),
        header_links=frozenset(_words(codes, "header", "links")),
        header_labels=_inside(_words(codes, "header", "labels")),
        questions=frozenset(_words(codes, "interview", "questions")),
        answers=frozenset(_words(codes, "interview", "answers")),
    )


def fold(text: str) -> str:
    """A key under which two printings of the same line are equal: no case, accents, quotes or spacing."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", plain)))
    return " ".join(re.findall(r"\w+", plain))


def _languages_to_read(language: str) -> tuple[str, ...]:
    if language not in LANGUAGES:
        return LANGUAGES
    return (language,) if language == "en" else (language, "en")


def _words(codes: Iterable[str], table: str, key: str) -> list[str]:
    return [word for code in codes for word in load_language(code)["documents"][table][key]]


def _loose(phrase: str) -> str:
    """A phrase as pages print it: capitals without accents, either apostrophe, any white space."""
    out: list[str] = []
    for letter in phrase:
        base = unicodedata.normalize("NFKD", letter)[0]
        if letter == " ":
            out.append(r"\s{1,3}")
        elif letter in "'’":
            out.append("['’]")
        elif base != letter:
            out.append(f"[{_FOREIGN_LETTERS[base]}]")
        else:
            out.append(re.escape(letter))
    return "".join(out)


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(_loose, longest_first)) + ")"


def _beginning(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,8}}{_any(phrases)}(?!\w)", re.IGNORECASE)


def _inside(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(phrases)}(?!\w)", re.IGNORECASE)


def _label(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,8}}{_any(phrases)}(?!\w)\s{{0,3}}(?P<colon>[:,]?)\W*", re.IGNORECASE)


def _only(phrases: Iterable[str]) -> re.Pattern[str]:
    """The whole line is such phrases, numbers and signs, glued or not ("ShareDiscussion"); never backtracks."""
    return re.compile(rf"(?=.*?[^\W\d_])(?>{_any(phrases)}|[\W\d_]+)++\Z", re.IGNORECASE | re.DOTALL)
