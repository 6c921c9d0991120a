"""Stage 5: is it sound, and who can read it?"""

from __future__ import annotations

from prefect import flow

from flows.fingerprints import stage_hash, stage_hashes
from flows.progress import say
from flows.settings import Settings
from flows.stage import StageReport, StageRun, now, run_name, stage_run
from warehouse.checks import CheckResult, run_checks
from warehouse.release import current_version, make_release
from warehouse.stages import DocumentStage, stale_documents


class UnsoundDataError(Exception):
    """Data checks failed: nothing was published, the last release stays."""


@flow(name="publish", flow_run_name=run_name)
def publish(settings: Settings | None = None) -> StageReport:
    """Check the data and publish them as a release; the same data make no new one.

    Raises:
        UnsoundDataError: rows that break a rule, with the rule and a few of them.
    """
    settings = settings or Settings()
    with stage_run("publish", settings) as run:
        fingerprint = _fingerprint(run)
        current = current_version(run.warehouse.folder)
        if current and run.warehouse.fingerprint("release") == f"{fingerprint} {current}":
            return run.report(release=current)
        check_data(run)
        release = make_release(run.warehouse)
        with run.warehouse.transaction():
            run.warehouse.set_fingerprint("release", f"{fingerprint} {release.version}")
        return run.report(release=release.version, is_new_release=release.is_new)


def check_data(run: StageRun) -> None:
    """Run every data check, keep the results, and refuse to go on where one fails."""
    _refuse_stale(run)
    results = run_checks(run.warehouse)
    checked_at = now()
    with run.warehouse.transaction():
        run.warehouse.insert("check_results", [
            {"run_id": run.run_id, "check_id": result.check.check_id, "failing_rows": result.failing_rows,
             "sample_text": result.sample_text, "checked_at": checked_at}
            for result in results
        ])
    failed = [result for result in results if result.failing_rows]
    for result in failed:
        if result.check.is_warning:
            say(f"publish: warning {_describe(result)}")
    if failed := [result for result in failed if not result.check.is_warning]:
        raise UnsoundDataError("nothing was published:\n" + "\n".join(map(_describe, failed)))


def _fingerprint(run: StageRun) -> str:
    """What a release comes from: every document's last stage, the reference tables and the code that publishes."""
    documents = run.warehouse.value(
        "SELECT md5(coalesce(string_agg(document_id || fingerprint, ',' ORDER BY document_id), ''))"
        " FROM document_stages WHERE stage = 'consolidate'"
    )
    sources = run.warehouse.rows("SELECT * FROM sources ORDER BY source_id")
    return f"{documents} {run.warehouse.fingerprint('reference')} {stage_hash('publish')} {sources}"


def _refuse_stale(run: StageRun) -> None:
    stages: tuple[DocumentStage, ...] = ("normalize", "resolve")
    for stage in stages:
        if waiting := stale_documents(run.warehouse, stage, stage_hashes(stage)):
            raise UnsoundDataError(
                f"nothing was published: {len(waiting)} documents wait for {stage}; run `chronofil {stage}`, the stages"
                " after it, then publish again"
            )


def _describe(result: CheckResult) -> str:
    check = result.check
    return f"- {check.check_id}: {result.failing_rows} rows ({check.meaning}), such as {result.sample_text}"
