from __future__ import annotations

from datetime import date

import pytest

from transforms.timeline.windows import Window, compare_windows


def window(first: int, last: int, *, exact: bool = True) -> Window:
    return Window(date(2020, 5, first), date(2020, 5, last), exact)


@pytest.mark.parametrize(("one", "other", "agreement"), [
    (window(14, 14), window(14, 14), "same_start"),
    (window(14, 14), window(14, 16), "same_start"),
    (window(15, 15), window(14, 16), "overlap"),
    (window(14, 14), window(15, 15), "adjacent"),
    (window(14, 14), window(16, 16), "apart"),
    (window(14, 14), window(11, 17, exact=False), "covers"),
    (window(10, 12), window(11, 17, exact=False), "possible"),
    (window(11, 12, exact=False), window(12, 13, exact=False), "possible"),
    (window(10, 10), window(11, 17, exact=False), "apart"),
    (None, window(14, 14), "unknown"),
])
def test_agreement_of_two_windows(one: Window | None, other: Window, agreement: str) -> None:
    assert compare_windows(one, other) == agreement
    assert compare_windows(other, one) == agreement
