"""Every rule is shown by at least two of our own sentences."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.golden.dates.test_sentences import MARK, cases
from transforms.dates import rules
from transforms.dates.resolve import resolve_timexes
from transforms.dates.rules import RULES
from transforms.dates.scan import load_grammar, read_forms

TESTED_ELSEWHERE = {"core.dateparser", "shift.speech_clock"}


def test_each_rule_has_two_cases() -> None:
    seen: Counter[str] = Counter()
    forms = {rule.id for rule in RULES if rule.is_form}
    for language, reference, line in cases():
        text = MARK.sub(r"\1", line)
        grammar = load_grammar(language)
        assert grammar is not None
        seen.update(reading.rule_id for forms in read_forms(text, grammar) for reading in forms)
        timexes = resolve_timexes(text, language, reference=reference)
        ids = (timex.rule_id.removeprefix(f"{language}.") for timex in timexes)
        seen.update(rule_id for rule_id in ids if rule_id not in forms)
    assert [rule.id for rule in RULES if seen[rule.id] < 2 and rule.id not in TESTED_ELSEWHERE] == []


def test_each_rule_has_one_id_and_a_description() -> None:
    counts = Counter(rule.id for rule in RULES)
    assert [rule_id for rule_id, count in counts.items() if count > 1] == []
    assert all(rule.description for rule in RULES)


def test_no_timex_carries_an_unknown_rule() -> None:
    known = {rule.id for rule in RULES}
    for language, reference, line in cases():
        for timex in resolve_timexes(MARK.sub(r"\1", line), language, reference=reference):
            assert timex.rule_id.removeprefix(f"{language}.") in known, timex


def test_the_readme_lists_the_rules_as_they_are() -> None:
    readme = Path(rules.__file__).with_name("README.md").read_text(encoding="utf-8")
    rows = [f"| `{rule.id}` | {'form' if rule.is_form else 'resolution'} | {rule.description} |" for rule in RULES]
    assert "\n".join(["| rule | kind | what it covers |", "|---|---|---|", *rows]) in readme
