"""Longest match of word sequences: the one matcher behind names, titles, places and triggers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class PhraseTable(Generic[T]):
    """Maps sequences of words to values and finds the longest one at a position."""

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[Sequence[str], T]]) -> None:
        """Build from (words, value) pairs; of two values for one sequence the first stays."""
        seen: set[tuple[str, ...]] = set()
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words, value in entries:
            key = tuple(words)
            if key and key not in seen:
                seen.add(key)
                self._by_first.setdefault(key[0], []).append((key, value))
        for bucket in self._by_first.values():
            bucket.sort(key=lambda item: (-len(item[0]), item[0]))

    def find(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """The end index and value of the longest sequence that stands at `at`, or None (also past the end)."""
        if not 0 <= at < len(words):
            return None
        for key, value in self._by_first.get(words[at], ()):
            end = at + len(key)
            if end <= len(words) and (len(key) == 1 or tuple(words[at:end]) == key):
                return end, value
        return None

    def candidates(self, first: str) -> Sequence[tuple[tuple[str, ...], T]]:
        """All sequences that start with a word, longest first."""
        return self._by_first.get(first, ())
