"""Longest match of word sequences: the one matcher behind names, titles, places and triggers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class PhraseTable(Generic[T]):
    """Maps sequences of words to values and finds the longest one at a position.

    `first_words` holds every word that begins a sequence: a cheap test before `find`.
    """

    __slots__ = ("_exact", "_grouped", "_lengths", "first_words")

    def __init__(self, entries: Iterable[tuple[Sequence[str], T]]) -> None:
        """Build from (words, value) pairs; of two values for one sequence the first stays."""
        self._exact: dict[tuple[str, ...], T] = {}
        self._grouped: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for words, value in entries:
            key = tuple(words)
            if key and key not in self._exact:
                self._exact[key] = value
                lengths = self._lengths.get(key[0], ())
                if len(key) not in lengths:
                    self._lengths[key[0]] = tuple(sorted((*lengths, len(key)), reverse=True))
        self.first_words: KeysView[str] = self._lengths.keys()

    @property
    def last_words(self) -> set[str]:
        """Every word that ends a sequence."""
        return {key[-1] for key in self._exact}

    def find(self, words: Sequence[str], at: int, below: int | None = None) -> tuple[int, T] | None:
        """The end index and value of the longest sequence (of fewer words than `below`) that stands at `at`, or None.

        Past the end of the words stands nothing.
        """
        if not 0 <= at < len(words):
            return None
        lengths = self._lengths.get(words[at])
        if lengths is None:
            return None
        for length in lengths:
            if below is None or length < below:
                key = tuple(words[at : at + length])
                if key in self._exact:
                    return at + len(key), self._exact[key]
        return None

    def takes_more(self, first: str) -> bool:
        """Whether a sequence of several words begins with a word."""
        return self._lengths.get(first, (1,))[0] > 1

    def every(self, words: Sequence[str], at: int) -> Iterator[tuple[int, T]]:
        """The end index and value of each sequence that stands at `at`, longest first."""
        found = self.find(words, at)
        while found:
            yield found
            found = self.find(words, at, found[0] - at)

    def exactly(self, words: Sequence[str], first: int, last: int) -> T | None:
        """The value of the sequence that fills the words between two indices, or None."""
        return self._exact.get(tuple(words[first:last]))

    def candidates(self, first: str) -> Sequence[tuple[tuple[str, ...], T]]:
        """All sequences that start with a word, longest first."""
        if not self._grouped:  # of few tables anybody asks for them
            for key, value in sorted(self._exact.items(), key=lambda item: (-len(item[0]), item[0])):
                self._grouped.setdefault(key[0], []).append((key, value))
        return self._grouped.get(first, ())
