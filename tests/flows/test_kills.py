"""A run that is killed leaves whole batches or none, and the next run ends where an unbroken one would."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from prefect.settings import get_current_settings

from flows.settings import Settings
from flows.stage import StageReport
from flows.timeline import timeline
from tests.flows.conftest import SAMPLES
from tests.flows.test_samples import parquet_bytes
from warehouse.folder import DataFolder
from warehouse.store import Warehouse

Samples = tuple[Settings, list[StageReport]]
SECONDS_OF_A_RUN = 25


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_run_is_made_good_by_the_next(samples_run: Samples, tmp_path: Path, seed: int) -> None:
    kill_and_go_on(samples_run[0], tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 22))
def test_many_killed_runs_are_made_good(samples_run: Samples, tmp_path: Path, seed: int) -> None:
    kill_and_go_on(samples_run[0], tmp_path, seed)


def kill_and_go_on(settings: Settings, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    broken = Settings(data=tmp_path / "data", batch_documents=3)
    for _ in range(2):
        start_and_kill(broken, 4 + chance.random() * SECONDS_OF_A_RUN * 0.6)
    if DataFolder(broken.data).warehouse.exists():
        with Warehouse.open(DataFolder(broken.data)) as warehouse:
            half_done = warehouse.value(
                "SELECT count(*) FROM document_stages s WHERE s.stage = 'normalize'"
                " AND s.document_id NOT IN (SELECT document_id FROM documents)")
        assert half_done == 0
    timeline([str(SAMPLES)], broken)
    assert parquet_bytes(broken.data) == parquet_bytes(settings.data)
    assert not DataFolder(broken.data).work.exists() or not list(DataFolder(broken.data).work.iterdir())


def start_and_kill(settings: Settings, seconds: float) -> None:
    url = get_current_settings().api.url
    environment = os.environ | {"PREFECT_API_URL": str(url), "CHRONOFIL_BATCH_DOCUMENTS": "3"}
    process = subprocess.Popen(
        [sys.executable, "-c", "from flows.cli import main; main()", "run", str(SAMPLES), "--data", str(settings.data)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
