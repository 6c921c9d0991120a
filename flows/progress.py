"""What a run says while it works: counts and rate on stderr, nothing on stdout."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

SECONDS_BETWEEN_LINES = 2.0


class Progress:
    """Counts of one stage, shown at most every two seconds (in place on a terminal) and once at the end."""

    def __init__(self, stage: str, total: int, unit: str = "documents") -> None:
        """Begin to count up to `total` units."""
        self.stage, self.total, self.unit = stage, total, unit
        self.done = 0
        self._began = self._shown = time.monotonic()

    def __enter__(self) -> Self:
        """Say nothing yet: quick stages need one line only."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Show the final counts."""
        self._show(is_last=True)

    def add(self, count: int) -> None:
        """Count work done."""
        self.done += count
        if self.done < self.total and time.monotonic() - self._shown >= SECONDS_BETWEEN_LINES:
            self._show(is_last=False)

    def _show(self, *, is_last: bool) -> None:
        self._shown = time.monotonic()
        seconds = self._shown - self._began
        rate = f", {self.done / seconds:.1f}/s" if self.done and seconds > 0 else ""
        in_place = sys.stderr.isatty()
        line = f"{self.stage}: {self.done} of {self.total} {self.unit}{rate}"
        print(("\r" + line.ljust(78)) if in_place else line, end="\n" if is_last or not in_place else "",
              file=sys.stderr, flush=True)


def say(message: str) -> None:
    """One message to the person who runs the program."""
    print(message, file=sys.stderr, flush=True)
