"""Words of a sentence with their offsets, the unit that names, titles and triggers are matched on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., O.N.U.
    r"|\d+(?:[.,:]\d+)*"
    r"|[Aa]ujourd['’]hui"
    r"|[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*['’](?=[^\W\d_]|\Z)(?![st]\b)"  # l', d', qu', dell' but not 's
    r"|['’][st]\b"
    r"|[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*"
    r"|[^\w\s]"
)
_SPECIAL = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "’": "'", "\u2010": "-", "\u2011": "-", "æ": "ae", "œ": "oe"}
)


class Token(NamedTuple):
    """A word or a mark: offsets into the text, as written, lower case, and folded (no accents)."""

    start: int
    end: int
    text: str
    low: str
    fold: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, one apostrophe and one hyphen: the form in which names are compared."""
    lowered = text.casefold().translate(_SPECIAL)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def _lower(text: str) -> str:
    return text.lower().replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Tokens of `text[start:end]` with offsets into `text`; hyphenated words stay whole, elided articles apart."""
    return [Token(m.start(), m.end(), m[0], _lower(m[0]), fold(m[0])) for m in _TOKEN.finditer(text, start, end)]


def slug(name: str) -> str:
    """A name as an identifier: folded words joined by hyphens ("Recep Tayyip Erdoğan" is "recep-tayyip-erdogan")."""
    return "-".join(re.findall(r"[^\W_]+", fold(name)))


def name_key(name: str) -> tuple[str, ...]:
    """The folded tokens of a name: the key under which it is stored and found."""
    return tuple(token.fold for token in tokenise(name, 0, len(name)) if token.text != ".")
