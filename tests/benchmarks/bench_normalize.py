"""Documents a second of normalize (read, split, find mentions) on one core, beside spaCy's whole pipeline.

`python -m tests.benchmarks.bench_normalize [COUNT…]`: for each count (1,000 and 20,000 by default) of generated news in
six languages, then for the sample documents over and over (twice as dense), the time and the peak memory, each in a
process of its own. All texts have about 3,000 characters. The peer reads the French ones of the generated documents.
"""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from flows.gazetteer import load_gazetteer
from tests.benchmarks.news import news
from transforms.actors.era import days_of_holders
from transforms.documents.read import RawDocument, read_document
from transforms.documents.sentences import split_sentences
from transforms.events.mentions import find_mentions

SAMPLES = Path(__file__).parents[2] / "seeds" / "documents"
CHARACTERS = 3000
DENSE_DOCUMENTS, PEER_DOCUMENTS = 1000, 40


def main(counts: list[int]) -> None:
    """Print documents a second, mentions and peak memory for each measurement, then the peer's speed and the ratio."""
    print(f"{'documents':>20} {'CPU':>8} {'wall':>8} {'mentions':>9} {'peak':>9} {'peak before':>12}")
    measured = [in_own_process("generated", count) for count in counts]
    in_own_process("samples", min(DENSE_DOCUMENTS, *counts))
    peer, speed = in_own_process("peer", PEER_DOCUMENTS)["speed"], measured[-1]["speed"]
    print(f"spaCy fr_core_news_md, whole documents: {peer:.0f}/s; normalize is {speed / peer:.1f} times as fast")


def in_own_process(kind: str, count: int) -> dict[str, Any]:
    """One measurement, in a process whose peak memory is its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_normalize", kind, str(count)]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if kind != "peer":
        print(f"{count:>10,} {kind:>9} {told['speed']:>6.0f}/s {count / told['wall']:>6.0f}/s {told['mentions']:>9,} "
              f"{told['peak']:>5.0f} MiB {told['before']:>8.0f} MiB", flush=True)  # fmt: skip
    return told


def measure(documents: Iterator[RawDocument]) -> dict[str, float]:
    """Normalize documents; the clocks stand still while they are made."""
    gazetteer, cpu, wall, count, mentions = load_gazetteer(), 0.0, 0.0, 0, 0
    fitting_days, before = partial(days_of_holders, gazetteer=gazetteer), peak_memory()
    for raw in documents:
        began = time.process_time(), time.perf_counter()
        document = read_document(raw, max_characters=100_000, fitting_days=fitting_days)
        sentences = split_sentences(document.text, document.regions, document.language)
        mentions += len(find_mentions(document, sentences=sentences, gazetteer=gazetteer))
        cpu, wall, count = cpu + time.process_time() - began[0], wall + time.perf_counter() - began[1], count + 1
    return {"speed": count / cpu, "wall": wall, "mentions": mentions, "before": before, "peak": peak_memory()}


def peak_memory() -> float:
    """The most this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def generated(count: int) -> Iterator[RawDocument]:
    """News in six languages, cut to the length."""
    return (raw_document(one.text[:CHARACTERS], number) for number, one in enumerate(news(count, 0, CHARACTERS)))


def samples(count: int) -> Iterator[RawDocument]:
    """The French sample texts over and over, each time another document."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("fr-*.txt"))]
    for number in range(count):
        joined = "\n\n".join(texts[(number + k) % len(texts)] for k in range(3))
        yield raw_document(joined[:CHARACTERS], number)


def raw_document(text: str, number: int) -> RawDocument:
    """A text as a received document, never the same as another."""
    content = text.encode()
    digest = hashlib.sha256(content + str(number).encode()).hexdigest()
    return RawDocument(digest[:20], "bench", str(number), 1, None, "text/plain", content, digest)


def measure_peer(documents: Iterator[RawDocument]) -> dict[str, float]:
    """The trained French pipeline with all components on whole French documents."""
    import spacy  # its memory is not normalize's

    pipeline = spacy.load("fr_core_news_md")
    texts = [raw.content.decode() for raw in documents]
    began = time.process_time()
    for _ in pipeline.pipe(texts):
        pass
    return {"speed": len(texts) / (time.process_time() - began)}


def french(count: int) -> Iterator[RawDocument]:
    """The French ones of the generated documents (every sixth)."""
    return islice(generated(6 * count), 0, None, 6)


KINDS: dict[str, tuple[Callable[[int], Iterator[RawDocument]], Callable[[Iterator[RawDocument]], dict[str, float]]]] = {
    "generated": (generated, measure), "samples": (samples, measure), "peer": (french, measure_peer),
}  # fmt: skip

if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in KINDS:
        documents, measured_by = KINDS[sys.argv[1]]
        print(json.dumps(measured_by(documents(int(sys.argv[2])))))
    else:
        main([int(count) for count in sys.argv[1:]] or [1000, 20_000])
