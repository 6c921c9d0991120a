"""Learn the weights of transforms/events/judge.json from annotated documents (`make judge`).

`python -m tests.benchmarks.fit_judge [--folder FOLDER]… [--silent FILE]…` reads documents with gold (by default those
under tests/golden that served development, and the sentences that rules are tested on), notes what a run asks the
judge, looks each answer up in the gold and fits a logistic regression. A silent file holds real texts without gold,
whose triggers that rules reject count as reports of nothing: gold is written on texts that tell of many events, and
what is learned from them alone finds events on every page of a ministry, so TELLS is learned with such files only.
Documents that only measure (`events_sealed`, `events_bank/unread`, `fr6`, `xx5`) are never read. Scores of five folds
by document are printed; traits seen fewer than SEEN times and weights under NEGLIGIBLE are left out, the others written
with three decimals.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_score, recall_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from flows.gazetteer import load_gazetteer
from transforms.actors.gazetteer import Gazetteer
from transforms.actors.tokens import fold
from transforms.documents.read import RawDocument, read_document
from transforms.documents.sentences import split_sentences
from transforms.events.judge import Case, Judge
from transforms.events.judging import COMPLETES, MAKES, TELLS
from transforms.events.mentions import find_mentions
from transforms.records import Mention

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "golden"
WEIGHTS = ROOT / "transforms" / "events" / "judge.json"
SECOND = ("fr", "fr2", "fr3", "fr4", "fr5", "en", "en2", "en3", "en4", "en5", "en6", "xx", "xx2", "xx3", "xx4")
FOLDERS = [GOLD / "events_open", GOLD / "events_bank", *(GOLD / "events_second" / name for name in SECOND)]
SENTENCES = GOLD / "events"
CORE = {"meeting", "call", "summit", "visit", "negotiation", "press_conference", "interview", "signing"}
KIN = {
    "meeting": {"meeting", "summit", "negotiation", "interview", "call"},
    "call": {"call", "meeting", "negotiation", "interview"},
    "negotiation": {"negotiation", "meeting"},
    "summit": {"summit", "meeting"},
}
CROSSES = (
    "verb behind & type", "verb before & type", "verb behind & told", "verb behind & preposition", "joined & kind",
    "joined & side", "kind & preposition", "kind & words", "kind & before it", "kind & behind it", "order & kind",
    "kind & side & form", "kind & opens", "type & tense", "type & form & parties", "type & led",
    "form & tense & parties", "form & support & tense", "type & timed & parties", "type & placed & parties",
    "needs & tense", "form & opening", "needs & parties", "needs & kind", "nation & kind",
    "verb & form & preposition", "signs & side", "finite & side", "talk & preposition", "form & side & preposition",
    "form & side & distance", "type & kind", "type & preposition & side", "beside party & side", "told & form",
    "same clause & side & triggers between", "subjects & side & form", "others & side & form", "others & preposition",
    "pointing & form", "clauses between & side", "preposition & side & parties", "told of & type",
    "order & side & preposition", "before it & behind it", "takes & side & others",
)  # fmt: skip
SEEN = 25
STRENGTH = {COMPLETES: 0.02, MAKES: 0.02, TELLS: 0.2}
THRESHOLDS = {COMPLETES: 0.35, MAKES: 0.42, TELLS: 0.5}
NEGLIGIBLE = 0.04


@dataclass(frozen=True)
class Answered:
    """A case of one document with its answer by the gold."""

    document: str
    case: Case
    is_yes: bool


class Listener(Judge):
    """A judge who writes down what he is asked and says no to everything."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        super().__init__({})
        self.cases: list[Case] = []

    def says_yes(self, case: Case) -> bool:
        """No; the case is kept."""
        self.cases.append(case)
        return False


def main() -> None:
    """Learn and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folder", action="append", type=Path)
    arguments.add_argument("--silent", action="append", type=Path, default=[], help="texts without gold")
    arguments.add_argument("--question", action="append", choices=THRESHOLDS, help="learn this one, keep the others")
    told = arguments.parse_args()
    folders = told.folder or FOLDERS
    gazetteer = load_gazetteer()
    answered = [one for folder in folders for one in read_folder(folder, gazetteer)]
    answered += [one for path in sorted(SENTENCES.glob("??.txt")) for one in read_sentences(path, gazetteer)]
    answered += [one for path in told.silent for one in read_silent(path, gazetteer)]
    asked = THRESHOLDS if told.silent else (COMPLETES, MAKES)
    known = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    learned = known | {question: learn(question, answered) for question in told.question or asked}
    WEIGHTS.write_text(json.dumps(learned, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def read_folder(folder: Path, gazetteer: Gazetteer) -> Iterator[Answered]:
    """The cases of every document of a folder."""
    gold = {g["doc_id"]: g for g in read_lines(folder / "gold.jsonl")}
    records = {r["id"]: r for name in ("documents.jsonl", "docs.jsonl") for r in read_lines(folder / name)}
    for name, told in gold.items():
        record = records.get(name, {})
        text = record.get("text") or (folder / f"{name}.txt").read_text(encoding="utf-8")
        yield from read_gold(f"{folder.name}/{name}", text, record, told, gazetteer)


def read_silent(path: Path, gazetteer: Gazetteer) -> Iterator[Answered]:
    """The triggers that rules reject in real texts without gold, which report nothing but for a rare exception."""
    for record in read_lines(path):
        cases = read_gold(f"{path.stem}/{record['id']}", record["text"], record, {"events": []}, gazetteer)
        yield from (one for one in cases if one.case.question == TELLS)


def read_sentences(path: Path, gazetteer: Gazetteer) -> Iterator[Answered]:
    """The cases of the sentences that rules are tested on, with what is to be told of each."""
    record = {"published": "2021-06-17", "language": path.stem}
    for at, (text, lines) in enumerate(read_cases(path)):
        events = [expected_event(line, len(text)) for line in lines]
        yield from read_gold(f"{path.stem}/{at}", text, record, {"events": events}, gazetteer)


def expected_event(line: str, length: int) -> dict[str, Any]:
    """An event of the gold from a line of a sentence test: "meeting unknown | held | day | X (host), Y (guest)"."""
    parts = [part.strip() for part in line.split(" | ")]
    names = re.findall(r"(.+?) \((?:\w+)\)(?:, |$)", parts[3]) if len(parts) > 3 else []
    people = [{"name": name, "aliases": [], "kind": "person", "principal": True} for name in names]
    event_type = parts[0].split()[0]
    return {
        "type": event_type, "alt_types": [], "core": event_type in CORE, "required": True, "char_start": 0,
        "char_end": length, "participants": people,
    }  # fmt: skip


def read_cases(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a file, each with the indented lines below it."""
    text, told = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("    "):
            told.append(line.strip())
            continue
        if text:
            yield text, told
        text, told = line, []


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object a line, none where there is no file."""
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()] if path.exists() else []


def read_gold(
    name: str,
    text: str,
    record: dict[str, Any],
    told: dict[str, Any],
    gazetteer: Gazetteer,
) -> Iterator[Answered]:
    """The cases of one document with their answers."""
    kept = {key: record.get(key) for key in ("published", "language", "title", "publisher")}
    content = json.dumps({"id": name, "text": text, **kept}).encode() if record else text.encode()
    media_type = "application/x-chronofil-record+json" if record else "text/plain"
    digest = sha256(content).hexdigest()
    raw = RawDocument(digest[:20], "gold", name, 1, None, media_type, content, digest)
    document = read_document(raw, max_characters=200_000)
    sentences = split_sentences(document.text, document.regions, document.language)
    listener = Listener()
    mentions = find_mentions(document, sentences=sentences, gazetteer=gazetteer, judge=listener)
    events = [event for event in told["events"] if event["core"]]
    by_trigger: dict[tuple[int, int, str], list[Case]] = defaultdict(list)
    for case in listener.cases:
        if case.question != TELLS:
            by_trigger[case.start, case.end, case.event_type].append(case)
    yield from answer_reports(name, [case for case in listener.cases if case.question == TELLS], events, mentions)
    for cases in by_trigger.values():
        yield from answer_parties(name, cases, events)


def answer_reports(
    name: str, cases: Sequence[Case], events: Sequence[dict[str, Any]], mentions: Sequence[Mention]
) -> Iterator[Answered]:
    """Whether each trigger tells an event that rules tell nowhere; one that need not be told is no answer."""
    untold = [event for event in events if event["required"]]
    for mention in mentions:
        names = [participant.name for participant in mention.participants]
        fitting = [event for event in untold if may_tell(event, mention.trigger_start, mention.event_type)]
        best = max(fitting, key=lambda event: (shared(event, names), event["type"] == mention.event_type), default=None)
        if best is not None and (shared(best, names) or len(fitting) == 1):
            untold.remove(best)
    optional = [event for event in events if not event["required"]]
    for case in cases:
        if any(may_tell(event, case.start, case.event_type) for event in untold):
            yield Answered(name, case, True)
        elif not any(may_tell(event, case.start, case.event_type) for event in optional):
            yield Answered(name, case, False)


def may_tell(event: dict[str, Any], at: int, event_type: str) -> bool:
    """Whether words at an offset can be those that tell an event of the gold, by place and type."""
    return event["char_start"] <= at < event["char_end"] and event_type in {event["type"], *event["alt_types"]}


def shared(event: dict[str, Any], names: Sequence[str]) -> int:
    """How many participants of an event of the gold are among some names."""
    return sum(is_named([name], part) for part in event["participants"] for name in names)


def answer_parties(name: str, cases: list[Case], events: Sequence[dict[str, Any]]) -> Iterator[Answered]:
    """Whether each actor is a principal of the event that the trigger tells; one who is there besides is no answer."""
    if not cases:
        return
    event = event_of(cases, events)
    for case in cases:
        parts = [part for part in event["participants"] if is_named(case.names, part)] if event else []
        is_principal = any(part.get("principal") and not part.get("optional") for part in parts)
        if is_principal or not parts:
            yield Answered(name, case, is_principal)


def event_of(cases: list[Case], events: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The event of the gold that a trigger may tell, with most of the actors around it; None where none fits."""
    case = cases[0]
    kin = KIN.get(case.event_type, {case.event_type})
    fitting = [
        event
        for event in events
        if event["char_start"] <= case.start < event["char_end"] and kin & {event["type"], *event["alt_types"]}
    ]

    def fit(event: dict[str, Any]) -> float:
        around = sum(any(is_named(c.names, part) for c in cases) for part in event["participants"])
        own = sum(is_named([name], part) for part in event["participants"] for name in case.beside)
        return 2 * own + around + (event["type"] == case.event_type) / 2

    best = max(fitting, key=fit, default=None)
    return best if best and (len(fitting) == 1 or fit(best) > 1 / 2) else None


def is_named(names: Sequence[str], part: dict[str, Any]) -> bool:
    """Whether one of some names is a participant's: the same words, or a person's last name among them."""
    known = [fold(name).split() for name in [part["name"], *part["aliases"]]]
    for words in (fold(name).split() for name in names):
        if words in known or (part["kind"] == "person" and known[0][-1:] and known[0][-1] in words):
            return True
        if part["kind"] != "person" and len(words) > 1 and " ".join(words) in " ".join(known[0]):
            return True
    return False


def with_crosses(traits: dict[str, str]) -> dict[tuple[str, str], int]:
    """Every trait, and the combinations that count together."""
    found = dict.fromkeys(traits.items(), 1)
    for cross in CROSSES:
        if any(name not in traits for name in cross.split(" & ")):
            continue
        found[cross, " & ".join(traits.get(name, "") for name in cross.split(" & "))] = 1
    return found


def learn(question: str, answered: Sequence[Answered]) -> dict[str, Any]:
    """The weights of a question; prints how well they answer documents left out."""
    asked = [one for one in answered if one.case.question == question]
    rows = [with_crosses(dict(one.case.traits)) for one in asked]
    seen = Counter(key for row in rows for key in row)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{"\t".join(k): 1 for k in row if seen[k] >= SEEN} for row in rows])
    answers = np.array([one.is_yes for one in asked])
    model = LogisticRegression(C=STRENGTH[question], max_iter=5000)
    likely = cross_val_predict(
        model, matrix, answers, groups=[one.document for one in asked], cv=GroupKFold(5), method="predict_proba"
    )[:, 1]
    print(f"{question}: {len(asked)} cases, {answers.mean():.2f} yes, {matrix.shape[1]} weights")
    print(f"  average precision {average_precision_score(answers, likely):.3f}")
    for threshold in (0.4, 0.5, 0.6, 0.7):
        said = likely >= threshold
        print(f"  from {threshold}: precision {precision_score(answers, said):.2f}", end="")
        print(f", recall {recall_score(answers, said):.2f}, {said.sum()} said")
    model.fit(matrix, answers)
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for key, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        name, value = key.split("\t")
        if abs(weight) >= NEGLIGIBLE:
            weights[name][value] = round(float(weight), 3)
    return {
        "intercept": round(float(model.intercept_[0]), 3),
        "threshold": THRESHOLDS[question],
        "weights": weights,
    }


if __name__ == "__main__":
    main()
