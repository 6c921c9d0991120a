"""Characters a second of the dates room beside dateparser's search, on the same text in the same run.

`python tests/benchmarks/bench_dates.py [FILE.jsonl]` reads one JSON document a line (`text`, `lang` or `language`);
without a file it repeats our own French golden sentences. Also prints the cost of 1, 10 and 100 documents.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from transforms.dates.resolve import resolve_timexes
from transforms.dates.scan import load_grammar

SENTENCES = Path(__file__).resolve().parents[1] / "golden" / "dates" / "fr.txt"
REFERENCE = date(2020, 5, 14)
PEER_CHARACTERS = 200_000
ROUNDS = 3


def texts_of(arguments: Sequence[str]) -> list[str]:
    """The French texts of a JSONL file, or our own sentences as documents of a news article's length."""
    if arguments:
        lines = Path(arguments[0]).read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines if line]
        return [one["text"] for one in documents if (one.get("language") or one.get("lang", "fr")) == "fr"]
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line[:1] not in {"", "#", "@"}]
    filler = "Le reste du texte parle des travaux de la commission et de ceux qui la président sans rien dater. "
    return ["\n".join(f"{line} {filler * 4}" for line in lines[at : at + 10]) for at in range(0, len(lines), 10)] * 20


def seconds_for(texts: Sequence[str]) -> float:
    """Wall time to resolve texts, the best of a few rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for text in texts:
            resolve_timexes(text, "fr", reference=REFERENCE)
        best = min(best, time.perf_counter() - started)
    return best


def peer_seconds(texts: Sequence[str]) -> float:
    """Wall time of dateparser's search on the same texts."""
    from dateparser.search import search_dates

    base = datetime(2020, 5, 14, tzinfo=UTC).replace(tzinfo=None)
    search_dates("14 mai 2020", languages=["fr"])
    started = time.perf_counter()
    for text in texts:
        search_dates(text, languages=["fr"], settings={"RELATIVE_BASE": base})
    return time.perf_counter() - started


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    started = time.perf_counter()
    for language in ("fr", "en", "de", "es", "it", "pt"):
        load_grammar(language)
    print(f"all six languages loaded in {time.perf_counter() - started:.2f} s")
    texts = texts_of(arguments)
    size = sum(map(len, texts))
    first = time.perf_counter()
    for text in texts:
        resolve_timexes(text, "fr", reference=REFERENCE)
    cold = time.perf_counter() - first
    warm = seconds_for(texts)
    print(f"chronofil   {size:>10,d} characters  {size / cold:>12,.0f}/s first pass  {size / warm:>12,.0f}/s after")
    sample: list[str] = []
    for text in texts:
        if sum(map(len, sample)) >= PEER_CHARACTERS:
            break
        sample.append(text)
    length = sum(map(len, sample))
    print(f"dateparser  {length:>10,d} characters  {length / peer_seconds(sample):>12,.0f}/s")
    for number in (1, 10, 100):
        part = (texts * (number // len(texts) + 1))[:number]
        print(f"{number:4d} documents ({sum(map(len, part)):,d} characters): {1000 * seconds_for(part):.2f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
