"""Text around a trigger as tokens with classes: what a number, a sign or a word may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.dates.lexicon import Entry, Lexicon

LONGEST_WORD = 40
LONGEST_FIGURE = 9
MARGIN = 48
"""Characters looked at on each side of a trigger."""

PIECES = re.compile(
    r"""(?P<word>[^\W\d_]++(?!\d))
      | (?P<iso>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\ ?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
      | (?P<isoweek>\d{4}-W\d{2}(?:-[1-7])?\b)
      | (?P<numeric>(?<![\d.])\d{1,2}(?P<sep>[/.\-])\ ?\d{1,2}(?P=sep)(?:\ ?\d{4}|\d{2})(?!\.?\d)
          | \d{4}(?P<sep2>[/.])\d{1,2}(?P=sep2)\d{1,2}(?!\d))
      | (?P<numericshort>(?<![\d.])\d{1,2}\.\ ?(?:0?[1-9]|1[0-2])\.(?![\d.]) | (?<![\d/.,])\d{1,2}/\d{1,2}(?![\d/%]))
      | (?P<clock>\d{1,2}(?::\d{2}(?::\d{2})?|[hH]\d{2})(?![\d:]) | \d{1,2}[hH](?!\w))
      | (?P<decade>['’‘]?\d{1,3}0(?:'?s|er|ern|ern)\b)
      | (?P<quarter>[QTqt][1-4](?!\w) | [HSh][12](?!\w) | [1-4][QT](?!\w))
      | (?P<shortyear>(?<!\w)['’‘]\d{2}(?!\w))
      | (?P<ordinal>\d{1,2}(?:st|nd|rd|th|er|re|ère|ème|eme|e|\.?º|\.?ª|°|o|a)(?!\w))
      | (?P<meridiem>\d{1,2}(?=[ap]\.?m\b))
      | (?P<number>\d+(?:[.,]\d+)*)
      | (?P<stem>[^\W\d_]+)
      | (?P<newline>\n\s*)
      | (?P<sign>[^\w\s]|_)""",
    re.VERBOSE,
)
ROMAN = re.compile(r"(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})(?:ème|e|er)?")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
SIGNS = {
    ",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "/": "SLASH", "(": "LP", ")": "RP", ".": "DOT", ":": "COLON",
    "+": "PLUS", "\u2010": "DASH", "\u2011": "DASH",
}  # fmt: skip
MAX_LINE = 90
MIN_WRAPPED_LINE = 55


@dataclass(slots=True)
class Token:
    """One token: where it stands, what it may be (class to value), its lower-cased words."""

    start: int
    end: int
    classes: dict[str, str]
    text: str


Raw = tuple[str, int, int, str]
SAME_SIGN = {"’": "'", "‘": "'", "\u2010": "-", "\u2011": "-"}
NO_CLASS: dict[str, str] = {}
BREAK = {"BREAK": ""}


def windows(text: str, lowered: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Stretches of text around triggers, cut at white space, that do not overlap."""
    start = end = -1
    for match in lexicon.trigger.finditer(lowered):
        left, right = match.start() - MARGIN, match.end() + MARGIN
        if left <= end:
            end = right
            continue
        if end >= 0:
            yield _snapped(text, start, end)
        start, end = max(left, 0), right
    if end >= 0:
        yield _snapped(text, start, end)


def _snapped(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - LONGEST_WORD), min(len(text), end + LONGEST_WORD)
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return start, min(end, len(text))


def tokenize(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of a stretch; forms of several words are one token, longest form first."""
    raw: list[Raw] = [
        (match.lastgroup or "sign", match.start(), match.end(), match[0]) for match in PIECES.finditer(text, start, end)
    ]
    words = [piece[3].lower() if piece[0] != "sign" else SAME_SIGN.get(piece[3], piece[3]) for piece in raw]
    singles, multiples = lexicon.singles, lexicon.multiples
    tokens: list[Token] = []
    index, count = 0, len(raw)
    while index < count:
        kind, at, stop, written = raw[index]
        word = words[index]
        seconds = multiples.get(word)
        if seconds is not None and index + 1 < count and words[index + 1] in seconds:
            found = _longest_form(seconds[words[index + 1]], raw, words, index, lexicon)
            if found:
                length, classes = found
                tokens.append(
                    Token(
                        at,
                        raw[index + length - 1][2],
                        classes,
                        " ".join(text[at : raw[index + length - 1][2]].lower().replace("’", "'").split()),
                    )
                )
                index += length
                continue
        index += 1
        known = singles.get(word)
        if known is not None:
            tokens.append(Token(at, stop, _with_roman(known, written, kind), word))
            if "NUM" in known or "ONE" in known:
                while _fold_number(tokens):
                    pass
        elif kind == "newline":
            if not _is_wrap(text, at, stop):
                tokens.append(Token(at, stop, BREAK, word))
        else:
            is_label = kind == "number" and at > 0 and text[at - 1].isupper()
            tokens.append(Token(at, stop, NO_CLASS if is_label else _other_classes(kind, written, word), word))
    return tokens


def _is_wrap(text: str, at: int, stop: int) -> bool:
    """Whether a line end is only where a fixed-width text was wrapped."""
    if text.count("\n", at, stop) > 1:
        return False
    line_start = text.rfind("\n", max(0, at - MAX_LINE - 1), at)
    before = at - line_start - 1 if line_start >= 0 else (at if at <= MAX_LINE else MAX_LINE + 1)
    if not MIN_WRAPPED_LINE <= before <= MAX_LINE:
        return False
    return text[stop : stop + 1].islower() or text[at - 1 : at].isalpha()


def _longest_form(
    listed: list[Entry], raw: list[Raw], words: list[str], index: int, lexicon: Lexicon
) -> tuple[int, dict[str, str]] | None:
    for pieces, classes in listed:
        length = len(pieces)
        if tuple(words[index : index + length]) != pieces:
            continue
        if "PASTPRE" in classes and not _number_follows(raw, words, index + length, lexicon):
            continue
        return length, classes
    return None


def _number_follows(raw: list[Raw], words: list[str], index: int, lexicon: Lexicon) -> bool:
    if index >= len(raw):
        return False
    if raw[index][0] in {"number", "meridiem"}:
        return len(words[index]) <= 2
    return "NUM" in lexicon.singles.get(words[index], NO_CLASS)


def _with_roman(classes: dict[str, str], written: str, kind: str) -> dict[str, str]:
    """A word that is also written as a Roman numeral ('VI', 'XX')."""
    if kind in {"word", "stem"} and written.isupper() and len(written) <= 6:
        roman = roman_number(written)
        if roman:
            return {**classes, "ROMAN": str(roman)}
    return classes


def roman_number(word: str) -> int | None:
    """The value of a Roman numeral up to 29, None where the word is none."""
    match = ROMAN.fullmatch(word)
    if not match:
        return None
    digits = [ROMAN_DIGITS[letter] for letter in match[1] + match[2]]
    return sum(-d if d < n else d for d, n in zip(digits, [*digits[1:], 0], strict=True)) or None


def _other_classes(kind: str, word: str, lowered: str) -> dict[str, str]:
    if kind == "number":
        return number_classes(word)
    if kind == "sign":
        name = SIGNS.get(word)
        return {name: word} if name else NO_CLASS
    if kind in {"word", "stem"}:
        roman = roman_number(word) if word[0] in "IVX" else None
        return {"ROMAN": str(roman)} if roman else NO_CLASS
    if kind == "meridiem":
        return {**number_classes(word), "HOUR": word}
    if kind == "ordinal":
        value = "".join(letter for letter in word if letter.isdigit())
        classes = {"ORDN": value}
        if lowered.endswith(("e", "a", "o", "º", "°")) and not lowered.endswith("re"):
            classes["ORDE"] = value
        return classes
    return {kind.upper(): word}


def number_classes(word: str) -> dict[str, str]:
    """What a figure may be: a day, hour, minute, year, short year, count."""
    if len(word) > LONGEST_FIGURE:
        return NO_CLASS
    if not word.isdecimal():
        return {"DECIMAL": word}
    value, length = int(word), len(word)
    classes = {"INT": word}
    if length <= 2:
        if 1 <= value <= 31:
            classes["DAY"] = word
        if value <= 24:
            classes["HOUR"] = word
        if length == 2:
            classes["YY"] = word
            if value <= 59:
                classes["MIN"] = word
    elif length == 4:
        if 1000 <= value <= 2199:
            classes["YEAR"] = word
        if value <= 2400 and value % 100 < 60:
            classes["MILTIME"] = word
    return classes


def _fold_number(tokens: list[Token]) -> bool:
    """Join the last number with the one before: 'twenty-five', 'vingt et un', 'treinta y dos', 'two hundred'."""
    if len(tokens) < 2 or not _number(tokens[-1]):
        return False
    last = int(_number(tokens[-1]))
    back = 2
    if len(tokens) >= 3 and ("DASH" in tokens[-2].classes or "AND" in tokens[-2].classes):
        back = 3
    if back == 2 and "NUM" not in tokens[-1].classes:
        return False
    head = tokens[-back]
    first = int(head.classes.get("NUM", "0") or 0)
    if last in (100, 1000) and back == 2 and 1 < first < last:
        total = first * last
    elif (first >= 100 and first % 100 == 0 and 0 < last < 100) or (
        20 <= first < 100 and first % 10 == 0 and 0 < last < (20 if first in (60, 80) else 10)
    ):
        total = first + last
    else:
        return False
    tail = tokens[-1]
    tokens[-back:] = [Token(head.start, tail.end, {"NUM": str(total)}, f"{head.text} {tail.text}")]
    return True


def _number(token: Token) -> str:
    return token.classes.get("NUM") or token.classes.get("ONE") or ""
