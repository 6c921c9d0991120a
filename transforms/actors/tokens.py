"""Words of a sentence with their offsets, the unit that names, titles and triggers are matched on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+"  # U.S., O.N.U.
    r"|[Aa]ujourd['’]hui"
    r"|[^\W\d_]++(?:[-\u2010\u2011\u2013][^\W\d_]++)*+"
    r"(?:['’](?=[^\W_]|\Z)(?![st]\b))?"  # l', d', qu', dell' (also before 8) but not 's
    r"|\d+(?:[.,:]\d+)*"
    r"|['’][st]\b"
    r"|[^\w\s]"
)
_SPECIAL = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "’": "'", "æ": "ae", "œ": "oe",
        "\u2010": "-", "\u2011": "-", "\u2013": "-",
    }
)  # fmt: skip


class Token(NamedTuple):
    """A word or a mark: offsets into the text, as written, lower case, and folded (no accents).

    `is_word`: it begins with a letter or digit; `is_capital`: with a capital letter.
    """

    start: int
    end: int
    text: str
    low: str
    fold: str
    is_word: bool
    is_capital: bool


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, one apostrophe and one hyphen: the form in which names are compared."""
    lowered = text.casefold().translate(_SPECIAL)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def _forms(text: str) -> tuple[str, str, str, bool, bool]:
    """What a token tells of its word, wherever it stands."""
    low = text.lower().replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")
    if len(text) > 1:  # alone it is a dash
        low = low.replace("\u2013", "-")
    return text, low, fold(text), text[0].isalnum(), text[0].isupper()


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Tokens of `text[start:end]` with offsets into `text`; hyphenated words stay whole, elided articles apart."""
    return [tuple.__new__(Token, m.span() + _forms(m[0])) for m in _TOKEN.finditer(text, start, end)]


def slug(name: str) -> str:
    """A name as an identifier: folded words joined by hyphens ("Recep Tayyip Erdoğan" is "recep-tayyip-erdogan")."""
    return "-".join(re.findall(r"[^\W_]+", fold(name)))


def name_key(name: str) -> tuple[str, ...]:
    """The folded tokens of a name: the key under which it is stored and found."""
    if name.isalpha():
        return (fold(name),)
    return tuple(token.fold for token in tokenise(name, 0, len(name)) if token.text != ".")
