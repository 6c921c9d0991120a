"""The deployments of prefect.yaml on a real server with a real process worker."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.flows.conftest import SAMPLES
from warehouse.folder import DataFolder
from warehouse.reading import timeline_rows

ROOT = Path(__file__).parents[2]
PREFECT = str(Path(sys.executable).with_name("prefect"))
SECONDS_TO_START, SECONDS_TO_RUN = 120, 300
DEPLOYMENTS = {"daily", "ingest", "normalize", "resolve", "consolidate", "publish"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A Prefect server of our own on loopback; gives the environment of its clients."""
    home = tmp_path_factory.mktemp("prefect")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")},
        "PREFECT_HOME": str(home), "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        "CHRONOFIL_HOME": str(ROOT), "CHRONOFIL_DATA": str(home / "data"), "PYTHONPATH": str(ROOT),
    }
    process = subprocess.Popen(
        [PREFECT, "server", "start", "--host", "127.0.0.1", "--port", str(port)], env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )
    try:
        wait_until_healthy(environment["PREFECT_API_URL"])
        yield environment
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def wait_until_healthy(url: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{url}/health").json() is True:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    raise TimeoutError(f"no server at {url}")


def prefect(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run([PREFECT, "--no-prompt", *arguments], env=environment, cwd=ROOT, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def post(environment: dict[str, str], path: str, body: dict[str, Any]) -> Any:
    return httpx.post(f"{environment['PREFECT_API_URL']}/{path}", json=body).raise_for_status().json()


def test_all_deployments_are_scheduled_and_one_runs_to_a_release(server: dict[str, str]) -> None:
    prefect(server, "work-pool", "create", "chronofil", "--type", "process")
    prefect(server, "deploy", "--all")
    deployments = {one["name"]: one for one in post(server, "deployments/filter", {})}
    assert deployments.keys() == DEPLOYMENTS
    for deployment in deployments.values():
        assert [schedule["schedule"]["timezone"] for schedule in deployment["schedules"]] == ["Europe/Paris"]
        assert deployment["global_concurrency_limit"]["limit"] == 1
        assert deployment["concurrency_options"]["collision_strategy"] == "ENQUEUE"

    wait_for_scheduled_runs(server, {one["id"] for one in deployments.values()})

    paths = json.dumps([str(SAMPLES / "fr-geneve-apres.txt")])
    prefect(server, "deployment", "run", "timeline/daily", "--param", f"paths={paths}")
    subprocess.run([PREFECT, "worker", "start", "--pool", "chronofil", "--type", "process", "--run-once"],
                   env=server, cwd=ROOT, check=True, capture_output=True, timeout=SECONDS_TO_RUN)
    run = wait_for_end(server, deployments["daily"]["id"])
    assert run["state"]["type"] == "COMPLETED", run["state"]
    assert run["name"].startswith("timeline 20")
    rows, _ = timeline_rows(DataFolder(Path(server["CHRONOFIL_DATA"])), 100)
    assert rows


def wait_for_scheduled_runs(environment: dict[str, str], deployment_ids: set[str]) -> None:
    """The scheduler makes runs of every deployment (a wrong SQLAlchemy silently makes none)."""
    deadline = time.monotonic() + SECONDS_TO_START
    scheduled: set[str] = set()
    while time.monotonic() < deadline and scheduled != deployment_ids:
        runs = post(environment, "flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}})
        scheduled = {run["deployment_id"] for run in runs}
        time.sleep(0.5)
    assert scheduled == deployment_ids


def wait_for_end(environment: dict[str, str], deployment_id: str) -> dict[str, Any]:
    deadline = time.monotonic() + SECONDS_TO_RUN
    chosen = {"deployments": {"id": {"any_": [deployment_id]}},
              "flow_runs": {"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"]}}}}
    while time.monotonic() < deadline:
        runs: list[dict[str, Any]] = post(environment, "flow_runs/filter", chosen)
        if runs:
            return runs[0]
        time.sleep(1)
    raise TimeoutError("the run did not end")
