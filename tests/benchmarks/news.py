"""Synthetic news in six languages with its truth: `python -m tests.benchmarks.news COUNT FOLDER [SEED]`.

The sentences are our own (news_templates/*.toml), people, offices and places come from the reference tables. A document
depends on its number and the seed alone. The command writes one text a document and `gold.jsonl` in the form of
../shared/gold/README.md.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from flows.seed_tables import load_seeds
from transforms.records import Actor, Organisation, Place, Tenure

TEMPLATES = Path(__file__).parent / "news_templates"
LANGUAGES = ("fr", "en", "de", "es", "it", "pt")
FIRST_DAY, LAST_DAY = date(2016, 6, 1), date(2024, 10, 31)
SHORTEST, LONGEST, MOST_EVENTS = 500, 3000, 6
TITLE_ALONE, QUOTED = 0.2, 0.4
# Nothing is told of a day so near to a change of office that a careful reader would ask who held it.
HANDOVER = timedelta(days=45)
WOMEN = frozenset({
    "per.angela-merkel", "per.annalena-baerbock", "per.catherine-colonna", "per.giorgia-meloni", "per.liz-truss",
    "per.theresa-may",
})  # fmt: skip
# Days whose ordinal is written or elided differently ("1er", "l'8").
ODD_DAYS = (1, 8, 11)
NEVER_DATED = ("proposed", "denied", "hypothetical")
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Language:
    """The sentences of one language, and its words for days, cities and offices."""

    code: str
    words: dict[str, Any]

    def day(self, day: date, form: str, last: date | None = None) -> str:
        """A day by number and month, with its year or the last day if the form says so."""
        month = self.words["months"][day.month - 1]
        return str(self.words[form].format(day=day.day, month=month, year=day.year, last=last and last.day))


@dataclass(frozen=True, slots=True, eq=False)
class News:
    """One document: its text, its day, and what it tells."""

    doc_id: str
    language: str
    text: str
    published: date
    events: tuple[dict[str, Any], ...]

    def gold(self) -> dict[str, Any]:
        """The document's line in gold.jsonl."""
        return {
            "doc_id": self.doc_id, "text_sha256": hashlib.sha256(self.text.encode()).hexdigest()[:16],
            "lang": self.language, "published": str(self.published), "published_basis": "text", "rewritten": False,
            "events": list(self.events),
        }  # fmt: skip


def main(arguments: list[str]) -> None:
    """Write COUNT documents and their truth into FOLDER."""
    count, folder = int(arguments[0]), Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for one in news(count, int(arguments[2]) if len(arguments) > 2 else 0):
            (folder / f"{one.doc_id}.txt").write_text(one.text, encoding="utf-8")
            gold.write(json.dumps(one.gold(), ensure_ascii=False) + "\n")


def news(count: int, seed: int = 0, characters: int | None = None) -> Iterator[News]:
    """Documents in turn in each language, of 500 to 3,000 characters or about as many as asked for."""
    for number in range(count):
        yield Writer(number, seed).write(characters)


class Writer:
    """Writes one document."""

    def __init__(self, number: int, seed: int) -> None:
        self.chance = random.Random(f"{seed}.{number}")
        self.language = load_language(LANGUAGES[number % len(LANGUAGES)])
        self.doc_id = f"{self.language.code}{number:05}"
        self.published = self._published()
        self.cast = self._cast()
        self.text = ""
        self.events: list[dict[str, Any]] = []

    def write(self, characters: int | None) -> News:
        """A head, then paragraphs of an event, a quotation and ordinary prose until the text is long enough."""
        length = characters or self.chance.randint(SHORTEST, LONGEST - 400)
        words = self.language.words
        self.text = f"{self.chance.choice(words['headlines'])}\n\n{self.language.day(self.published, 'header')}\n"
        templates, filler = self._order(words["events"]), self._shuffled(words["filler"])
        quotes = self._shuffled(words["statements"])
        while len(self.text) < length:
            self.text += "\n"
            if len(self.events) < MOST_EVENTS and templates:
                self._tell(templates.pop(0))
            if quotes and self.chance.random() < QUOTED:
                self._tell({"type": "statement", "status": "held", "text": quotes.pop()})
            for _ in range(self.chance.randint(1, 3)):
                filler = filler or self._shuffled(words["filler"])
                self._add(filler.pop())
            self.text = self.text.rstrip(" ") + "\n"
        return News(self.doc_id, self.language.code, self.text, self.published, tuple(self.events))

    def _published(self) -> date:
        while True:
            day = FIRST_DAY + timedelta(days=self.chance.randrange((LAST_DAY - FIRST_DAY).days))
            if day.day not in ODD_DAYS:
                return day

    def _cast(self) -> list[Tenure]:
        """Who may appear: all who hold a known office and have done so for a while, one tenure a person."""
        held = {tenure.actor_id: tenure for tenure in tenures() if self._is_settled(tenure, self.published)}
        return self._shuffled([tenure for tenure in held.values() if tenure.office_id in self.language.words["titles"]])

    def _is_settled(self, tenure: Tenure, day: date) -> bool:
        ends = tenure.ended_on or tenure.known_until or date.max
        return tenure.started_on + HANDOVER < day < ends - HANDOVER

    def _order(self, templates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """One template of each type, the first one something that happened."""
        chosen = list({one["type"]: one for one in self._shuffled(templates)}.values())
        first = next(one for one in chosen if one["status"] == "held")
        return [first, *(one for one in chosen if one is not first)]

    def _shuffled(self, values: list[Any]) -> list[Any]:
        return self.chance.sample(values, len(values))

    def _tell(self, template: dict[str, Any]) -> None:
        """Add the sentence of a template, and what it tells to the truth."""
        day, last, when = self._day(template)
        people = [tenure for tenure in self._shuffled(self.cast) if not day or self._is_settled(tenure, day)]
        actors, orgs, fillings = load_actors(), load_organisations(), {"when": when, "then": when, "span": when}
        place = medium = None
        participants: list[dict[str, Any]] = []
        abroad = self._cities_abroad(people)
        for slot in SLOT.findall(template["text"]):
            if slot == "place":
                place = self.chance.choice(abroad)
                fillings[slot] = self.language.words["cities"][place]
            elif slot == "M":
                medium = self.chance.choice(sorted(self.language.words["media"]))
                fillings[slot] = self.language.words["media"][medium]
            elif slot in "ABC":
                tenure = people.pop()
                fillings[slot] = self._person(tenure, is_titled=slot == "A")
                participants.append(participant(actors[tenure.actor_id], principal=True))
        participants += [participant(orgs[group], principal=True) for group in template.get("groups", ())]
        participants += [participant(orgs[medium], principal=False)] if medium else []
        start = len(self.text)
        sentence = template["text"].format(**fillings).replace(",,", ",").replace(",.", ".")
        self._add(sentence[0].upper() + sentence[1:])
        is_core = template["type"] != "statement"
        self.events.append({
            "id": f"{self.doc_id}-{len(self.events) + 1:02}", "type": template["type"], "core": is_core,
            "required": is_core, "alt_types": [], "start": day and str(day), "end": last and str(last),
            "tolerance_days": 0, "status": template["status"], "participants": participants,
            "place": place and f"{load_cities()[place].name} | {fillings['place']}",
            "char_start": start, "char_end": len(self.text.rstrip()),
        })  # fmt: skip

    def _cities_abroad(self, people: list[Tenure]) -> list[str]:
        """Cities that the first person would have to travel to."""
        home = people[-1].office_id.partition(".")[0]
        return [one for one in sorted(self.language.words["cities"]) if load_cities()[one].country_iso3 != home]

    def _add(self, sentence: str) -> None:
        self.text += sentence + " "

    def _person(self, tenure: Tenure, *, is_titled: bool) -> str:
        name = load_actors()[tenure.actor_id].name
        if not is_titled:
            return name
        title = self.language.words["titles"][tenure.office_id][tenure.actor_id in WOMEN]
        is_alone = len(self.events) > 0 and self.chance.random() < TITLE_ALONE
        return str(self.language.words["alone" if is_alone else "named"].format(title=title, name=name))

    def _day(self, template: dict[str, Any]) -> tuple[date | None, date | None, str]:
        """First day, last day, and the words that say them."""
        if template["type"] == "statement":
            return self.published, self.published, ""
        if template["status"] in NEVER_DATED:
            return None, None, ""
        ahead = 1 if template["status"] in ("planned", "cancelled") else -1
        if "{then}" in template["text"]:
            day = self._even_day(-1, 60, 300)
            return day, day, self.language.day(day, "full")
        if "{span}" in template["text"]:
            day = self._even_day(ahead, 8, 25)
            while (day + timedelta(days=3)).month != day.month:
                day = self._even_day(ahead, 8, 25)
            last = day + timedelta(days=self.chance.randint(1, 3))
            return day, last, self.language.day(day, "span", last)
        # The weekday of a plan called off lies on either side of the day of the news.
        kind = self.chance.choice(("near", "day") if template["status"] == "cancelled" else ("near", "weekday", "day"))
        if kind == "day":
            day = self._even_day(ahead, 8, 25)
            return day, day, self.language.day(day, "day")
        day = self.published + timedelta(days=ahead * (1 if kind == "near" else self.chance.randint(2, 6)))
        words = self.language.words
        near = words["tomorrow" if ahead > 0 else "yesterday"]
        return day, day, near if kind == "near" else words["weekdays"][day.weekday()]

    def _even_day(self, ahead: int, least: int, most: int) -> date:
        while True:
            day = self.published + timedelta(days=ahead * self.chance.randint(least, most))
            if day.day not in ODD_DAYS:
                return day


def participant(one: Actor | Organisation, *, principal: bool) -> dict[str, Any]:
    """A participant of the truth."""
    kind = "person" if one.kind == "person" else "org"
    return {"name": one.name, "aliases": list(one.aliases), "kind": kind, "principal": principal}


@cache
def load_language(code: str) -> Language:
    """The words of one language."""
    return Language(code, tomllib.loads((TEMPLATES / f"{code}.toml").read_text(encoding="utf-8")))


@cache
def tenures() -> list[Tenure]:
    """The tenures of the offices that have titles here."""
    titles = load_language(LANGUAGES[0]).words["titles"]
    return [one for one in load_seeds().tenures if one.office_id in titles]


@cache
def load_actors() -> dict[str, Actor]:
    """People by id."""
    return {one.actor_id: one for one in load_seeds().actors}


@cache
def load_organisations() -> dict[str, Organisation]:
    """Organisations by id."""
    return {one.organisation_id: one for one in load_seeds().organisations}


@cache
def load_cities() -> dict[str, Place]:
    """Cities by id."""
    return {one.place_id: one for one in load_seeds().venues}


if __name__ == "__main__":
    main(sys.argv[1:])
