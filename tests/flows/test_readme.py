"""Every chronofil command of the README runs as written."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from flows.cli import call
from tests.flows.conftest import SAMPLES
from warehouse.folder import DataFolder
from warehouse.reading import query_release

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
SILENT = {"ingest", "normalize", "resolve", "consolidate", "publish", "forget"}
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith("chronofil ")]


def test_the_commands_of_the_readme_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    shutil.copy(SAMPLES / "fr-geneve-apres.txt", tmp_path / "articles")
    shutil.copy(SAMPLES / "fr-geneve-apres.txt", tmp_path / "article.txt")
    shutil.copy(SAMPLES / "trois-articles.jsonl", tmp_path / "more.jsonl")
    assert len(COMMANDS) >= 12
    for command in COMMANDS:
        arguments = shlex.split(command, comments=True)[1:]
        if "EVENT_ID" in arguments:
            [(event_id,)] = query_release(DataFolder(Path("chronofil-data")), "SELECT min(event_id) FROM events")[1]
            arguments[arguments.index("EVENT_ID")] = event_id
        assert call(arguments) == 0, command
        assert capsys.readouterr().out or arguments[0] in SILENT


def test_the_queries_of_the_readme_answer(samples_run: tuple[object, ...]) -> None:
    from flows.settings import Settings

    settings = samples_run[0]
    assert isinstance(settings, Settings)
    for sql in re.findall(r"```sql\n(.*?)```", README, re.DOTALL)[0].strip().splitlines():
        assert query_release(DataFolder(settings.data), sql)[1], sql


def test_the_row_the_readme_shows_is_in_the_timeline(samples_run: tuple[object, ...]) -> None:
    from flows.settings import Settings

    settings = samples_run[0]
    assert isinstance(settings, Settings)
    shown = next(line for line in README.splitlines() if line.startswith("| 20"))
    columns = '"when", event_type, who, "where", status, documents::VARCHAR'
    rows = query_release(DataFolder(settings.data), f"SELECT {columns} FROM timeline")[1]
    assert tuple(cell.strip() for cell in shown.strip("|").split("|")) in rows
