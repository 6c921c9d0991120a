"""Documents a second of normalize (read, split, find mentions), beside spaCy's whole pipeline on the same text.

`python -m tests.benchmarks.bench_normalize [COUNT…]`: for each count (1,000 and 20,000 by default) the time and the
memory; the texts are the sample documents over and over, cut or joined to about 3,000 characters.
"""

from __future__ import annotations

import hashlib
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy

from flows.gazetteer import load_gazetteer
from transforms.documents.read import RawDocument, read_document
from transforms.documents.sentences import split_sentences
from transforms.events.mentions import find_mentions

SAMPLES = Path(__file__).parents[2] / "seeds" / "documents"
CHARACTERS = 3000
PEER_DOCUMENTS = 40


def main(counts: list[int]) -> None:
    """Print documents a second, mentions and peak memory, then the peer's speed and the ratio."""
    load_gazetteer()
    speed = 0.0
    for count in counts:
        began, mentions = time.perf_counter(), 0
        for raw in documents(count):
            document = read_document(raw, max_characters=100_000)
            sentences = split_sentences(document.text, document.regions, document.language)
            mentions += len(find_mentions(
                document, sentences=sentences, gazetteer=load_gazetteer()))
        speed = count / (time.perf_counter() - began)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"normalize: {count} documents of {CHARACTERS} characters, {speed:.0f}/s, {mentions} mentions, "
              f"peak memory {peak:.0f} MiB", flush=True)
    peer = spacy_speed()
    print(f"spaCy fr_core_news_md, whole documents: {peer:.0f}/s; normalize is {speed / peer:.1f} times as fast")


def documents(count: int) -> Iterator[RawDocument]:
    """The sample texts over and over, each time another document."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("fr-*.txt"))]
    for number in range(count):
        text = "\n\n".join(texts[(number + k) % len(texts)] for k in range(3))[:CHARACTERS]
        content = text.encode()
        digest = hashlib.sha256(content + str(number).encode()).hexdigest()
        yield RawDocument(digest[:20], "bench", str(number), 1, None, "text/plain", content, digest)


def spacy_speed() -> float:
    """Documents a second of the trained pipeline with all components on whole documents."""
    pipeline = spacy.load("fr_core_news_md")
    texts = [raw.content.decode() for raw in documents(PEER_DOCUMENTS)]
    began = time.perf_counter()
    for _ in pipeline.pipe(texts):
        pass
    return PEER_DOCUMENTS / (time.perf_counter() - began)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1000, 20_000])
