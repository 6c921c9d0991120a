"""Which language a document is in: as declared, else as its letters tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from babel import Locale, UnknownLocaleError
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from transforms.languages.load import LANGUAGES, load_language

UNDETERMINED = "und"

# Languages of the world's press, close relatives of ours among them so that a Catalan text is not called Spanish.
_CANDIDATES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "lv", "nl", "nb", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk",
    "vi", "zh",
)  # fmt: skip
_MIN_CONFIDENCE = 0.5
_SURE = 0.99
_MIN_LETTERS = 12
_SAMPLE_LETTERS = 800
_WINDOW, _PIECES, _PIECE = 960, 8, 24
"""Characters of the text's beginning, and the pieces of it that tell most languages in a third of the time."""
_MIN_FUNCTION_WORDS = 2
_NOISE = re.compile(r"https?://\S+|[#@]\w+|[\W\d_]+")
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]*)?")
_THREE_LETTERS = {
    "fra": "fr", "fre": "fr", "eng": "en", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "nld": "nl",
    "dut": "nl", "pol": "pl", "rus": "ru", "ukr": "uk", "tur": "tr", "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja",
}  # fmt: skip


def detect_language(text: str, declared: str | None = None) -> str:
    """The ISO 639-1 code of a text's language: what is declared, else what its words look like.

    "und" where nothing usable is declared and the text is too short or too mixed to tell. Same text, same answer.
    """
    code = normalize_language(declared)
    if code is not None:
        return code
    if len(text) >= _WINDOW:
        pieces = (text[start : start + _PIECE] for start in range(0, _WINDOW, _WINDOW // _PIECES))
        found, confidence = _identifier().classify(_NOISE.sub(" ", " ".join(pieces)))
        if confidence >= _SURE:
            return str(found)
    sample = _NOISE.sub(" ", text[: 3 * _SAMPLE_LETTERS])[:_SAMPLE_LETTERS].strip()
    if len(sample) < _MIN_LETTERS:
        return UNDETERMINED
    found, confidence = _identifier().classify(sample)
    return str(found) if confidence >= _MIN_CONFIDENCE else _language_of_function_words(sample)


def _language_of_function_words(sample: str) -> str:
    """The one language whose commonest words stand most often in a text too short for its letters to tell."""
    counts = Counter(sample.lower().split())
    scores = {code: sum(counts[word] for word in words) for code, words in _function_words().items()}
    best = max(scores.values())
    leaders = [code for code, score in scores.items() if score == best]
    return leaders[0] if best >= _MIN_FUNCTION_WORDS and len(leaders) == 1 else UNDETERMINED


def normalize_language(declared: str | None) -> str | None:
    """The ISO 639-1 code meant by a tag ("fr-FR"), a three-letter code or a name in any language we read; else None."""
    if not declared:
        return None
    wanted = declared.strip().lower()
    if wanted in _names():
        return _names()[wanted]
    match = _TAG.fullmatch(wanted)
    if match is None:
        return None
    code = _THREE_LETTERS.get(match[1], match[1])
    return code if _is_language(code) else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(load_language(code)["documents"]["function_words"]) for code in LANGUAGES}


@cache
def _is_language(code: str) -> bool:
    if len(code) != 2:
        return False
    try:
        return bool(Locale.parse(code).get_language_name("en"))
    except (UnknownLocaleError, ValueError):
        return False


@cache
def _names() -> dict[str, str]:
    """Names of the candidate languages in English, in themselves and in the languages we read."""
    names: dict[str, str] = {}
    for code in _CANDIDATES:
        locale = Locale.parse(code)
        for shown_in in (code, "en", "fr", "de", "es", "it", "pt"):
            name = locale.get_language_name(shown_in)
            if name:
                names.setdefault(name.lower(), code)
    return names


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([code for code in _CANDIDATES if code in known])
    # Read row by row, by columns it would take ten times as long; summed as float32, to which each would be converted.
    identifier.nb_ptc = identifier.nb_ptc.astype("float32", order="C")
    return identifier
