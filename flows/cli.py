"""The command line: data on stdout, progress and messages on stderr.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rejected input. Prefect and the reference tables are loaded
only by the commands that need them, so that `--help` answers at once.
"""

from __future__ import annotations

import atexit
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, CycloptsError, Parameter

if TYPE_CHECKING:
    from flows.settings import Settings
    from flows.stage import DocumentChoice, StageReport

DONE, FAILED, WRONG_USAGE, DONE_WITH_REJECTED = 0, 1, 2, 3

app = App(
    name="chronofil",
    help="News articles and press releases in; a dated, deduplicated, sourced timeline of events out.",
    help_format="plaintext",
    result_action="return_value",
)


@Parameter(name="*")
@dataclass(frozen=True)
class Common:
    """Options of every command."""

    data: Annotated[Path | None, Parameter(help="Working folder (default chronofil-data).")] = None

    def settings(self, **more: object) -> Settings:
        """The settings with the flags that were given."""
        from flows.settings import Settings

        given = {name: value for name, value in {"data": self.data, **more}.items() if value is not None}
        return Settings(**given)  # type: ignore[arg-type]


@Parameter(name="*")
@dataclass(frozen=True)
class Choice:
    """Which documents a stage works on besides those that are stale."""

    all: Annotated[bool, Parameter(help="Every document.", negative="")] = False
    since: Annotated[date | None, Parameter(help="Documents published on that day (YYYY-MM-DD) or later.")] = None
    document: Annotated[tuple[str, ...], Parameter(help="Only the document with this id; may be repeated.")] = ()

    def choice(self) -> DocumentChoice:
        """The choice as the flows take it."""
        from flows.stage import DocumentChoice

        return DocumentChoice.model_validate(
            {"is_all": self.all, "since": self.since, "document_ids": self.document}
        )


@app.command
def run(
    *paths: str,
    common: Common = Common(),
    source: Annotated[str | None, Parameter(help="Source the paths belong to (default files).")] = None,
    limit: Annotated[int, Parameter(help="Events to print at most.")] = 200,
    json: Annotated[bool, Parameter(negative="", help="Print the timeline as JSON.")] = False,
) -> int:
    """Do the main job on files, folders or JSON lines (or else the configured sources), and print the timeline."""
    from flows.printing import print_timeline
    from flows.timeline import timeline

    settings = common.settings(source_id=source)
    reports = timeline(list(paths), settings)
    print_timeline(settings.data, limit=limit, as_json=json)
    return _finish(reports)


@app.command
def ingest(
    *paths: str,
    common: Common = Common(),
    source: Annotated[str | None, Parameter(help="Source the paths belong to (default files).")] = None,
) -> int:
    """Receive documents: keep their bytes, tell new from known, refuse what cannot be used."""
    from flows.ingest import ingest as flow

    return _finish([flow(list(paths), common.settings(source_id=source))])


@app.command
def normalize(*, common: Common = Common(), choice: Choice = Choice()) -> int:
    """Read the text of documents and find what they report."""
    from flows.normalize import normalize as flow

    return _finish([flow(choice.choice(), common.settings())])


@app.command
def resolve(*, common: Common = Common(), choice: Choice = Choice()) -> int:
    """Date what documents report, and name who held which office then."""
    from flows.resolve import resolve as flow

    return _finish([flow(choice.choice(), common.settings())])


@app.command
def consolidate(*, common: Common = Common(), choice: Choice = Choice()) -> int:
    """Merge mentions of the same event."""
    from flows.consolidate import consolidate as flow

    return _finish([flow(choice.choice(), common.settings())])


@app.command
def publish(*, common: Common = Common()) -> int:
    """Check the data and make a release of them."""
    from flows.publish import publish as flow

    return _finish([flow(common.settings())])


@app.command
def dates(
    file: str = "-",
    *,
    language: Annotated[str | None, Parameter(help="ISO 639-1 code; detected where not given.")] = None,
    reference: Annotated[str | None, Parameter(help="Day (or instant) that relative dates hang on.")] = None,
    jsonl: Annotated[bool, Parameter(negative="", help="JSON lines in and out.")] = False,
    json: Annotated[bool, Parameter(negative="", help="Print the dates as JSON lines.")] = False,
    explain: Annotated[bool, Parameter(negative="", help="Show the rule and anchor of each date.")] = False,
) -> int:
    """Find and resolve the date expressions of a text (a file, or - for standard input); no warehouse needed."""
    from flows.dates import print_dates, print_dates_of_lines

    if jsonl:
        return print_dates_of_lines(file)
    return print_dates(file, language=language, reference=reference, as_json=json, explain=explain)


@app.command
def query(
    sql: str, *, common: Common = Common(), json: Annotated[bool, Parameter(negative="")] = False
) -> int:
    """Run SQL on the current release, read-only."""
    from flows.printing import print_query

    print_query(common.settings().data, sql, as_json=json)
    return DONE


@app.command
def show(
    event: str, *, common: Common = Common(), json: Annotated[bool, Parameter(negative="")] = False
) -> int:
    """Print one event: its facts, sentences with their sources, and history. Any id it ever had will do."""
    from flows.printing import print_event

    print_event(common.settings().data, event, as_json=json)
    return DONE


@app.command
def releases(
    *compare: str, common: Common = Common(), json: Annotated[bool, Parameter(negative="")] = False
) -> int:
    """List the releases, or print what changed from one to another: `releases diff A B`."""
    from flows.printing import print_difference, print_releases

    if not compare:
        print_releases(common.settings().data, as_json=json)
        return DONE
    if len(compare) != len(("diff", "A", "B")) or compare[0] != "diff":
        print("chronofil: write `releases` or `releases diff A B`", file=sys.stderr)
        return WRONG_USAGE
    print_difference(common.settings().data, compare[1], compare[2], as_json=json)
    return DONE


@app.command
def forget(document: str, *, common: Common = Common()) -> int:
    """Remove a document (by id, its source's id or address) from everything; it is refused from then on."""
    from flows.forget import forget_document

    return _finish(forget_document(document, common.settings()))


@app.command
def status(*, common: Common = Common(), json: Annotated[bool, Parameter(negative="")] = False) -> int:
    """Print what the working folder holds and what each stage last did, also while a run is on."""
    from flows.printing import print_status

    print_status(common.settings().data, as_json=json)
    return DONE


@app.command
def doctor(*, common: Common = Common(), json: Annotated[bool, Parameter(negative="")] = False) -> int:
    """Check the installation and the working folder; say what is wrong and what to do."""
    from flows.doctor import examine, print_findings

    findings = examine(common.settings())
    print_findings(findings, as_json=json)
    return FAILED if any(finding.is_problem for finding in findings) else DONE


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    atexit.register(_end_messages)
    sys.exit(call(sys.argv[1:] if arguments is None else arguments))


def _end_messages() -> None:
    """Say no more on stderr: the first exit handler registered, so the last thing that runs.

    DuckDB's binding reports its own types as leaked, in 40 lines, where Prefect's threads outlive the interpreter.
    """
    sys.stderr.flush()
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)


def call(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code; expected errors become one message on stderr."""
    _set_prefect_defaults()
    try:
        result = app(list(arguments), exit_on_error=False, print_error=False)
    except CycloptsError as error:
        print(f"chronofil: {error}\n`chronofil --help` lists the commands.", file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        print("chronofil: stopped; what was done is kept, run the same command to go on", file=sys.stderr)
        return 130
    except Exception as error:
        if os.environ.get("CHRONOFIL_TRACEBACK"):
            raise
        print(f"chronofil: {type(error).__name__}: {error}", file=sys.stderr)
        # Prefect keeps the error to the end; without its frames, what they held (the warehouse) is let go in time.
        traceback.clear_frames(error.__traceback__)
        return FAILED
    return DONE if result is None else int(result)


def _set_prefect_defaults() -> None:
    """Settings that suit a command line, before Prefect is imported; what the user set stays."""
    for name, value in {
        # A first start makes Prefect's database, which takes longer than its default patience.
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        # An error is told once, by `call`; CHRONOFIL_TRACEBACK=1 shows where it came from.
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
    }.items():
        os.environ.setdefault(name, value)


def _finish(reports: Sequence[StageReport]) -> int:
    """Say what was done; exit code 3 where input was refused."""
    from flows.printing import describe_reports

    print(describe_reports(reports), file=sys.stderr)
    return DONE_WITH_REJECTED if any(report.documents_rejected for report in reports) else DONE
