"""Neighbouring readings that make one expression: what stands next to what, joined; joined dates share their year.

Works from the right, so that what contains is whole before what it contains is joined to it (`joins.py`).
"""

from __future__ import annotations

from transforms.dates.joins import JOINS
from transforms.dates.lexicon import Lexicon
from transforms.dates.reading import Reading

_LONGEST_GAP = 24


def compose(readings: list[Reading], text: str, lexicon: Lexicon) -> list[Reading]:
    """Join what belongs together; weak readings that joined nothing and cannot stand alone are dropped."""
    done: list[Reading] = []
    for reading in reversed(readings):
        current = reading
        while done:
            joined = _joined(current, done[-1], text, lexicon)
            if joined is None:
                break
            done.pop()
            current = joined
        done.append(current)
    done.reverse()
    _share(done, text, lexicon)
    return [reading for reading in done if not _is_dropped(reading, text, lexicon)]


def _joined(left: Reading, right: Reading, text: str, lexicon: Lexicon) -> Reading | None:
    gap = _gap(left, right, text)
    if gap is None:
        return None
    for join in JOINS:
        joined = join(left, right, gap, lexicon)
        if joined is not None:
            joined.start, joined.end = min(left.start, right.start), max(left.end, right.end)
            if gap.startswith("(") and text[joined.end : joined.end + 1] == ")":
                joined.end += 1
            return joined
    return None


def _gap(left: Reading, right: Reading, text: str) -> str | None:
    between = text[left.end : right.start]
    if len(between) > _LONGEST_GAP or "\t" in between or "\n" in between:
        return None
    return " ".join(between.lower().replace("’", "'").split())


def _share(readings: list[Reading], text: str, lexicon: Lexicon) -> None:
    """The first of two joined dates takes the year (and the direction) of the second."""
    for left, right in zip(readings[-2::-1], readings[:0:-1], strict=True):
        gap = _gap(left, right, text)
        if gap is None or gap not in lexicon.gaps["joined"]:
            continue
        if left.value.startswith("XXXX-WXX-") and right.kind == "weekday" and right.relative is None:
            right.kind, right.value = "set", f"XXXX-WXX-{right.weekday}"
        if left.kind != right.kind:
            continue
        if left.kind == "weekday" and left.weekday != right.weekday and _leads(gap, lexicon):
            left.count, right.count = right.weekday, left.weekday
            left.marks.add("opens")
            right.marks.add("closes")
        if left.kind == "weekday" and gap != ",":
            _share_week(left, right)
        if left.kind == "date" and left.year is None and left.month is not None and left.inner is None:
            if right.year is not None and (right.day is not None) == (left.day is not None) and gap != ",":
                after = right.month is not None and left.month > right.month
                left.year = right.year - 1 if after else right.year
                left.era = right.era
                left.rule_id = "range.shared_year"
            elif right.relative is not None and left.relative is None:
                left.relative = right.relative
        elif left.kind == "date" and left.year is not None and right.era and not left.era and left.month is None:
            left.era = right.era


def _share_week(left: Reading, right: Reading) -> None:
    """Two weekdays in the order of one week lie in the same: that of the one told with it ("next Monday and Tuesday").

    "On Monday and Tuesday of next week", "lundi et mardi prochains".
    """
    if left.weekday is None or right.weekday is None or left.weekday >= right.weekday:
        return
    told, open_day = (left, right) if left.relative is not None or left.inner else (right, left)
    if open_day.relative is None and open_day.inner is None:
        open_day.relative, open_day.inner = told.relative, told.inner


def _leads(gap: str, lexicon: Lexicon) -> bool:
    """Whether what joins two names leads from the one to the other ('to', a dash) rather than lists them."""
    first = gap.split()[0] if gap else ","
    return first not in {",", "/"} and "AND" not in lexicon.singles.get(first, {})


def _is_dropped(reading: Reading, text: str, lexicon: Lexicon) -> bool:
    if not reading.weak:
        return False
    if reading.kind in {"unit", "part"} and reading.is_definite:
        words = text[reading.start : reading.end].lower()
        return words not in lexicon.context["anaphoric"]
    return reading.kind != "focus"
