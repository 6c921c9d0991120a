import subprocess
import sys
from importlib import resources

import pytest

from flows.cli import app, call

COMMANDS = sorted(name for name in app if not name.startswith("-"))


def test_commands_are_those_of_the_contract() -> None:
    assert COMMANDS == ["consolidate", "dates", "doctor", "forget", "ingest", "normalize", "publish", "query",
                        "releases", "resolve", "run", "show", "status"]


@pytest.mark.parametrize("arguments", [["nosuch"], ["run", "--nosuch"], ["show"], ["resolve", "--since", "hier"]])
def test_wrong_usage_is_2_and_says_so(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("chronofil: ")


@pytest.mark.parametrize("arguments", [["status"], ["query", "SELECT 1"], ["show", "x"]])
def test_asking_an_empty_folder_is_1_and_says_what_to_do(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert call([*arguments, "--data", str(tmp_path_factory.mktemp("empty"))]) == 1
    assert "chronofil run" in capsys.readouterr().err


def test_help_imports_neither_prefect_nor_models() -> None:
    script = (
        "import sys; from flows.cli import call; call(['--help'])\n"
        "heavy = [name for name in ('prefect', 'spacy', 'duckdb', 'pyarrow', 'trafilatura') if name in sys.modules]\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(command in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("module", ["flows.dates", "flows.printing", "flows.doctor"])
def test_commands_that_only_read_do_not_import_prefect(module: str) -> None:
    script = f"import sys, {module}; sys.exit('imported Prefect' if 'prefect' in sys.modules else 0)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_tells_of_every_command(command: str) -> None:
    readme = (resources.files("flows") / ".." / "README.md").read_text(encoding="utf-8")
    assert f"chronofil {command}" in readme
