"""Simple sentences of every make: parties x frames x days x places, with what each must tell.

`python -m tests.golden.grid.sentences LANGUAGE [COUNT [SEED]]` draws COUNT sentences, prints those told wrongly, and
how often each factor (a party as first or second, a frame, a day or a place and its slot) was part of one.

A language's file has `party` (`nom`, other cases by name, `number`, `gender`, `kind`, `told`: right names, any of
them; else its `nom`), `frame` (`text`, `type`, `status`), `when` (`text`, `start`, for plans `ahead`) and `where`
(`text`, `told`). In the text of a frame `{a.nom}` is a party's case, `a(is|are)` agrees with a party's number and
`a(m|f|mm|ff)` with its gender too, `<1>` is a slot for a day or a place; `{where}` puts the place there, `{where.to}`
another form; `{when}` the day. A frame may name a third party `c`, types of events that it tells `also`, and kinds of
parties that it is told `without`, the "day" and the "place" among them; with `place = false` its place is not asked
for, and calls have none. A day with `ahead = false` is for no plan, one with `start = false` for plans only.
`contracted` has patterns to replace in the text ("de le" by "du").
"""

from __future__ import annotations

import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.golden.events.test_event_sentences import read
from transforms.actors.tokens import fold
from transforms.records import Mention

HERE = Path(__file__).parent
LANGUAGES = tuple(sorted(path.stem for path in HERE.glob("??.toml")))
COUNT = 300
_AGREEING = re.compile(r"\b([abc])\(([^()]*)\)")
_CASE = re.compile(r"\{([abc])\.(\w+)\}")
_SLOT = re.compile(r"<\d>")
_GENDERS = ("m", "f")
_NOTHING: dict[str, Any] = {"text": ""}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One sentence and what it must tell: `parties` holds the right names of each party."""

    text: str
    event_type: str
    status: str
    start: str | None
    place: tuple[str, ...]
    parties: tuple[tuple[str, ...], ...]
    also: tuple[str, ...]
    factors: tuple[str, ...]


@cache
def factors(language: str) -> dict[str, Any]:
    """The parties, frames, days and places of a language's file."""
    return tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))


def draw(language: str, count: int, seed: int = 0) -> Iterator[Drawn]:
    """Count sentences of a language; the same ones for the same seed."""
    table, dice = factors(language), random.Random(f"{language} {seed}")
    for _ in range(count):
        frame = dice.choice(table["frame"])
        bare, start = frame.get("without", ()), "ahead" if frame["status"] == "planned" else "start"
        days = [one for one in table["when"] if one.get(start) is not False]
        when = _NOTHING if "day" in bare else dice.choice(days)
        where = _NOTHING if "place" in bare else dice.choice(table["where"])
        names = "abc" if "{c." in frame["text"] else "ab"
        fitting = [party for party in table["party"] if party.get("kind") not in bare]
        drawn = dict(zip(names, dice.sample(fitting, len(names)), strict=True))
        slots = _SLOT.findall(frame["text"])
        day_slot, place_slot = dice.choice(slots or [""]), dice.choice(slots or [""])
        has_where, has_when = "{where" in frame["text"], "{when" in frame["text"]
        text = _agree(frame["text"], drawn)
        text = _CASE.sub(lambda m, drawn=drawn: _case(drawn[m[1]], m[2]), text)
        text = _put("where", where, _put("when", when, text))
        for slot in slots:
            told = [when["text"]] * (slot == day_slot and not has_when)
            told += [where["text"]] * (slot == place_slot and not has_where)
            text = text.replace(slot, " ".join(filter(None, told)) + "," * (text.startswith(slot) and any(told)))
        told_of = {name: party for name, party in drawn.items() if f"{{{name}." in frame["text"]}
        marks = (f"day {when['text']!r} in {day_slot}", f"place {where['text']!r} in {place_slot}")
        yield Drawn(
            _written(text, table.get("contracted", {})),
            frame["type"],
            frame["status"],
            when.get(start),
            () if frame.get("place") is False else tuple(where.get("told", ())),
            tuple(tuple(party.get("told", [party["nom"]])) for party in told_of.values()),
            tuple(frame.get("also", ())),
            ("frame " + frame["text"], *(f"{name} {party['nom']}" for name, party in told_of.items()), *marks),
        )


def _case(party: dict[str, Any], case: str) -> str:
    return str(party.get(case, party["nom"]))


def _put(name: str, told: dict[str, Any], text: str) -> str:
    """A text with a day or place where its frame names it; in the form asked for, if it has one."""
    return re.sub(rf"\{{{name}(?:\.(\w+))?\}}", lambda match: str(told.get(match[1], told["text"])), text)


def _agree(text: str, parties: dict[str, dict[str, Any]]) -> str:
    def agreed(match: re.Match[str]) -> str:
        party, forms = parties[match[1]], match[2].split("|")
        at = 2 * (len(forms) > 2) if party.get("number") == "pl" else 0
        at += _GENDERS.index(party.get("gender", "m")) if len(forms) > 2 else party.get("number") == "pl"
        return forms[at]

    return _AGREEING.sub(agreed, text)


def _written(text: str, contracted: dict[str, str]) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([,.;])", r"\1", text)
    text = re.sub(r",(?=[,.]|$)", "", text)
    for pattern, short in contracted.items():
        text = re.sub(pattern, short, text)
    text = re.sub(r"(?:^|(?<=\w\w\. ))\w", lambda match: match[0].upper(), text)
    return text + ("" if text.endswith(".") else ".")


def faults(drawn: Drawn, language: str) -> list[str]:
    """What is told wrongly of a sentence: missed, or status, day, place, a party, one too many, an event too many.

    The media that ask stand in the frame and are no party drawn.
    """
    told = read(drawn.text, language)
    events = [m for m in told if m.event_type == drawn.event_type]
    if not events:
        return ["missed"]
    best = max(events, key=lambda m: len(m.participants))
    names = [fold(f"{p.name} {p.name_text}") for p in best.participants if p.role != "interviewer"]
    right = [[fold(name) for name in party] for party in drawn.parties]
    found = [any(_same(name, one) for name in names for one in party) for party in right]
    extra = [name for name in names if not any(_same(name, one) for party in right for one in party)]
    checks = {
        "status": best.status == drawn.status,
        "day": str(best.date_start) == drawn.start if drawn.start else True,
        "party": all(found),
        "extra party": not extra,
        "place": _is_placed(best, drawn),
        "extra event": all(m is best or m.event_type in drawn.also for m in told),
    }
    return [name for name, is_right in checks.items() if not is_right]


def _is_placed(mention: Mention, drawn: Drawn) -> bool:
    """Whether a mention has its place, a call none."""
    if drawn.event_type == "call":
        return mention.place_text is None
    place = fold(f"{mention.place_text} {mention.place_id}")
    return not drawn.place or any(fold(name) in place for name in drawn.place)


def _same(name: str, other: str) -> bool:
    return f" {other} " in f" {name} "


def main(arguments: list[str]) -> None:
    """Print what is told wrongly and by which factor."""
    language, count, seed = arguments[0], int((arguments[1:] or [COUNT])[0]), int((arguments[2:] or [0])[0])
    bad = 0
    seen: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for one in draw(language, count, seed):
        found = faults(one, language)
        seen.update(one.factors)
        if found:
            bad += 1
            wrong.update(one.factors)
            kinds.update(found)
            print(f"{'+'.join(found)}: {one.text}")
    print(f"\n{language}: {bad} of {count} told wrongly: {dict(kinds.most_common())}")
    for factor, times in sorted(wrong.items(), key=lambda item: -item[1] / seen[item[0]])[:40]:
        print(f"{times / seen[factor]:.2f} of {seen[factor]:3} {factor}")


if __name__ == "__main__":
    main(sys.argv[1:])
