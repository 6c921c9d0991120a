"""What a user of the command sees of it as a process of its own."""

import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "seeds" / "documents" / "fr-visite-alger.txt"
OURS = ("ingest", "normalize", "resolve", "consolidate", "1 documents")


def test_stderr_holds_our_messages_alone(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from flows.cli import main; main()", "run", str(SAMPLE), "--data", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0
    lines = done.stderr.splitlines()
    assert len(lines) == len(OURS)
    assert all(line.startswith(start) for line, start in zip(lines, OURS, strict=True)), lines
