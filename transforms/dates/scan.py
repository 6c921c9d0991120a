"""From text to readings: prefilter, tokens, grammar, composition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.dates.compose import compose
from transforms.dates.grammar import GRAMMAR
from transforms.dates.lexicon import load_lexicon
from transforms.dates.patterns import Candidate, Grammar, Match
from transforms.dates.reading import Reading
from transforms.dates.tokens import Token, tokenize, windows

LONGEST_CHUNK = 80
CHUNK = re.compile(f"[^.\n]{{1,{LONGEST_CHUNK}}}")


@cache
def load_grammar(language: str) -> Grammar | None:
    """The grammar of a language, None where there is none; 'pt-BR' and 'fr_CA' are read as their language."""
    lexicon = load_lexicon(language.replace("_", "-").partition("-")[0].lower())
    return None if lexicon is None else Grammar(lexicon, GRAMMAR)


def lower(text: str) -> str:
    """Lower case that keeps every offset (a few capitals lower to two characters)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def find_readings(text: str, grammar: Grammar) -> list[Reading]:
    """All expressions of a text, composed, in text order."""
    return [reading for forms in read_forms(text, grammar) for reading in compose(forms, text, grammar.lexicon)]


def read_forms(text: str, grammar: Grammar) -> Iterator[list[Reading]]:
    """The forms in each stretch of a text that may hold a date, before anything is joined."""
    for start, end in windows(text, lower(text), grammar.lexicon):
        yield _read_tokens(text, tokenize(text, start, end, grammar.lexicon), grammar)


def _read_tokens(text: str, tokens: list[Token], grammar: Grammar) -> list[Reading]:
    codes = grammar.encode(tokens)
    readings: list[Reading] = []
    for chunk in CHUNK.finditer(codes):
        candidates = grammar.candidates(chunk[0])
        position, base = 0, chunk.start()
        while position < len(candidates):
            position = _read_at(text, tokens, grammar, candidates[position], position, base, readings)
    return readings


def _read_at(
    text: str, tokens: list[Token], grammar: Grammar, candidates: list[Candidate], position: int, base: int,
    readings: list[Reading],
) -> int:  # fmt: skip
    for index, end, groups in candidates:
        rule = grammar.rules[index]
        placed = {name: (first + base, last + base) for name, (first, last) in groups.items()}
        built = rule.build(Match(text, tokens, position + base, end + base, placed, grammar.lexicon))
        if built is None:
            continue
        for reading in built if isinstance(built, list) else [built]:
            reading.rule_id = reading.rule_id or rule.id
            readings.append(reading)
        return end
    return position + 1
