"""A local cluster of two workers: the same bytes as on one machine, though one worker is killed on the way."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

ROOT = Path(__file__).parents[2]
PROGRAM = os.environ.get("YIBAO_PROGRAM", str(ROOT / "target" / "release" / "yibao"))
sys.path.insert(0, str(Path(__file__).parent))


def worked_cases() -> list[str]:
    files = sorted(ROOT.glob("policies/*/cases.json"))
    cases = [case["request"] for file in files for case in json.loads(file.read_text("utf-8"))["cases"]]
    return [json.dumps(case, ensure_ascii=False) for case in cases if isinstance(case, dict)]


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("yibao-test")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "localhost",
        "spark.task.maxFailures": "8",
        "spark.executorEnv.PYTHONPATH": str(Path(__file__).parent),
        "spark.sql.execution.arrow.maxRecordsPerBatch": "200",
        "spark.sql.warehouse.dir": "target/spark-warehouse",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def test_a_killed_worker_loses_nothing(spark, tmp_path):
    from settle import settled

    requests = worked_cases()
    lines = [requests[at % len(requests)] for at in range(6000)]
    told = subprocess.run(
        [PROGRAM, "estimate", "--lines", "--explain", "amounts"], input="\n".join(lines).encode(), capture_output=True, check=True
    ).stdout.decode().splitlines()
    rows = spark.createDataFrame([(at, text) for at, text in enumerate(lines)], "at long, request string").repartition(12)
    marker = tmp_path / "killed"

    def killing(batches):
        """The first task to come here kills the executor that it runs in."""
        for batch in batches:
            try:
                marker.touch(exist_ok=False)
            except FileExistsError:
                pass
            else:
                os.kill(executor_of(os.getpid()), signal.SIGKILL)
            yield batch

    answers = settled(rows.mapInArrow(killing, rows.schema))
    collected = {row.at: row.answer for row in answers.collect()}
    assert marker.exists(), "a worker was killed"
    assert [collected[at] for at in range(len(lines))] == told


def executor_of(process: int) -> int:
    """The Java process above a worker of Python."""
    while True:
        status = Path(f"/proc/{process}/status").read_text()
        process = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("PPid:"))
        if Path(f"/proc/{process}/comm").read_text().strip() == "java":
            return process
