import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_API_BLOCKS_REGISTER_ON_START", "false")

from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.testing.utilities import prefect_test_harness

from flows.settings import Settings
from flows.stage import StageReport

SAMPLES = Path(__file__).parents[2] / "seeds" / "documents"


@pytest.fixture(scope="session", autouse=True)
def prefect_server() -> Iterator[None]:
    harness = prefect_test_harness(server_startup_timeout=120)
    with harness, temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


@pytest.fixture(scope="session")
def samples_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, list[StageReport]]:
    """The main job on the sample documents, done once."""
    from flows.timeline import timeline

    settings = Settings(data=tmp_path_factory.mktemp("samples"))
    return settings, timeline([str(SAMPLES)], settings)
