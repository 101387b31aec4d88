"""Apache Spark, a master and two workers as processes of their own.

1. A year of records, Parquet to Parquet: the bytes of the command line, though a worker is killed on the way.
2. The script: all records of one person are settled together; what cannot be read is a failure; a changed policy counts.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark
import pytest
from pyspark.sql import SparkSession

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAM = str(ROOT / "target" / "release" / "yibao")
SPARK = Path(pyspark.__file__).parent

sys.path.insert(0, str(HERE))
from settle import settled  # noqa: E402


def record(number: int, person: str, *, day: int = 1) -> str:
    """A settlement record of a resident's stay."""
    fen = number * 7919 % 3_000_000
    return json.dumps(
        {
            "setlinfo": {
                "setl_id": f"S{number}",
                "psn_no": person,
                "insutype": "390",
                "med_type": "21",
                "insuplc_admdvs": "370212",
                "brdy": f"{1940 + number % 60}-04-02",
                "setl_time": f"2025-{number % 12 + 1:02}-{day:02} 10:21:33",
                "hosp_lv": ["一级甲等", "二级甲等", "三级甲等"][number % 3],
                "medfee_sumamt": f"{50000 + fen // 100}.{fen % 100:02}",
                "fulamt_ownpay_amt": "500.10",
                "overlmt_selfpay": "0",
                "preselfpay_amt": "300",
            }
        },
        ensure_ascii=False,
    )


def command_line(lines: list[str], *args: str) -> list[str]:
    told = subprocess.run(
        [PROGRAM, "estimate", "--lines", "--explain", "amounts", *args],
        input="\n".join(lines).encode(),
        capture_output=True,
        check=True,
    )
    return told.stdout.decode().splitlines()


class Cluster:
    """A master and its workers; each is told of when it says that it is ready."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[str]] = []
        told = self._start(
            "master.Master", ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"], "Starting Spark master at "
        )
        self.address = told.strip()
        self.workers = [self._start_worker(name) for name in ("one", "two")]

    def _start_worker(self, name: str) -> int:
        options = [
            "--host",
            "127.0.0.1",
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            str(self.folder / name),
        ]
        self._start("worker.Worker", [*options, self.address], "Successfully registered with master")
        return self.processes[-1].pid

    def _start(self, what: str, args: list[str], ready: str) -> str:
        """Waits for the line that says so, and gives the rest of it."""
        log = (self.folder / f"{what}-{len(self.processes)}.log").open("w")
        command = [str(SPARK / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}", *args]
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.PIPE, text=True, env=environment())
        self.processes.append(process)
        assert process.stderr
        for line in process.stderr:
            log.write(line)
            if ready in line:
                subprocess.Popen(["cat"], stdin=process.stderr, stdout=log)  # so that it never waits for a reader
                return line.split(ready)[1]
        raise AssertionError(f"{what} ended: {log.name}")

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


def environment() -> dict[str, str]:
    return {**os.environ, "SPARK_HOME": str(SPARK), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.stop()


@pytest.fixture(scope="module")
def spark(cluster: Cluster) -> Iterator[SparkSession]:
    os.environ.update(environment())
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.executor.memory": "512m",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "25",
        "spark.sql.files.maxPartitionBytes": "16k",
        "spark.sql.warehouse.dir": str(cluster.folder / "warehouse"),
        "spark.submit.pyFiles": f"{HERE / 'settle.py'},{__file__}",
        "spark.ui.enabled": "false",
    }
    builder = SparkSession.builder.master(cluster.address).appName("yibao-test")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def test_a_killed_worker_loses_nothing(spark: SparkSession, cluster: Cluster, tmp_path: Path) -> None:
    records = [record(number, f"P{number}") for number in range(1200)]
    bills, answers = tmp_path / "bills", tmp_path / "answers"
    bills.mkdir()
    for first in range(0, len(records), 100):
        rows = {"at": list(range(first, first + 100)), "setlinfo": records[first : first + 100]}
        pq.write_table(pa.table(rows), bills / f"{first:05}.parquet")
    mark = tmp_path / "killed"

    def killing(batches):
        """The second batch of rows that anybody comes to ends the worker it is on."""
        for batch in batches:
            yield batch
            try:
                mark.touch(exist_ok=False)
            except FileExistsError:
                continue
            worker, executor = java_above(os.getpid())
            mark.write_text(str(worker))
            os.kill(worker, signal.SIGKILL)
            os.kill(executor, signal.SIGKILL)

    table = spark.read.parquet(str(bills))
    settled(table.mapInArrow(killing, table.schema)).write.parquet(str(answers))
    assert int(mark.read_text()) in cluster.workers, "a worker was killed"
    told = sorted((row["at"], row["answer"]) for row in pq.read_table(answers).to_pylist())
    assert told == list(enumerate(command_line(records, "--from", "setlinfo")))


def java_above(process: int) -> tuple[int, int]:
    """The worker of Spark that a process of Python belongs to, and the executor between them."""
    executor = parent(process)
    while Path(f"/proc/{executor}/comm").read_text().strip() != "java":
        executor = parent(executor)
    return parent(executor), executor


def parent(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("PPid:"))


def test_the_script_settles_a_person_together(tmp_path: Path) -> None:
    people = [[record(3 * number + stay, f"P{number}") for stay in range(3)] for number in range(40)]
    rows = [(f"P{number}", text) for number, texts in enumerate(people) for text in texts] + [("bad", "{")]
    bills, answers = str(tmp_path / "bills"), str(tmp_path / "answers")
    pq.write_table(pa.table({"psn_no": [person for person, _ in rows], "setlinfo": [text for _, text in rows]}), bills)
    policies = tmp_path / "policies" / "620000"
    policies.mkdir(parents=True)
    (policies / "policy.json").write_text((ROOT / "tests" / "support" / "good-policy.json").read_text("utf-8"), "utf-8")

    submit = [str(SPARK / "bin" / "spark-submit"), "--master", "local[2]", str(HERE / "settle.py"), bills, answers]
    how = ["--person", "psn_no", "--asked-on", "2025-12-31", "--add", str(policies.parent)]
    done = subprocess.run([*submit, *how], capture_output=True, text=True, env=environment(), check=True)
    assert "40 settled, 1 refused" in done.stdout
    told = {row["psn_no"]: row["answer"] for row in pq.read_table(answers).to_pylist()}
    lists = [f"[{','.join(sorted(texts))}]" for texts in people]
    expected = command_line(
        [*lists, "[{]"], "--from", "setlinfo", "--asked-on", "2025-12-31", "--add", str(policies.parent)
    )
    assert told == dict(zip([f"P{number}" for number in range(40)] + ["bad"], expected, strict=True))
