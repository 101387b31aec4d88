"""What a million requests cost on Spark, beside the command line: how long all processes together kept a core busy.

    python tools/spark/measure.py [--rows N]

The requests are the worked cases of the policies in which nothing is open, over and over, as in `npm run scale`. Each side
settles N and then three times N; the difference is what is told, so that starting Java costs nothing. Linux only.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark
import yibao

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SPARK = Path(pyspark.__file__).parent / "bin" / "spark-submit"
PROGRAM = ROOT / "target" / "release" / "yibao"
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measures, and prints a line for each side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000)
    rows = parser.parse_args().rows
    requests = where_nothing_is_open()
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in (("command line", on_command_line), ("Spark", on_spark)):
            few, many = (measure(Path(folder) / f"{name}-{n}", requests, n) for n in (rows, 3 * rows))
            print(
                f"{name}: {(many - few) / (2 * rows) * 1e6:.0f} s busy for a million ({few:.1f} s for {rows}, {many:.1f} s for {3 * rows})"
            )


def where_nothing_is_open() -> list[str]:
    """Worked cases with a bill and an exact answer."""
    files = sorted(ROOT.glob("policies/*/cases.json"))
    cases = [case["request"] for file in files for case in json.loads(file.read_text("utf-8"))["cases"]]
    texts = [json.dumps(case, ensure_ascii=False) for case in cases if isinstance(case, dict) and case.get("expenses")]
    answers = yibao.estimate_all(texts, explain="amounts")
    return [text for text, answer in zip(texts, answers, strict=True) if is_exact(answer)]


def is_exact(answer: yibao.Answer) -> bool:
    return answer["outcome"] == "estimate" and answer["totals"]["paid"]["low"] == answer["totals"]["paid"]["high"]


def on_command_line(place: Path, requests: list[str], rows: int) -> float:
    lines = place.with_suffix(".jsonl")
    lines.write_text("".join(f"{requests[at % len(requests)]}\n" for at in range(rows)), "utf-8")
    with lines.open() as given, place.with_suffix(".answers").open("w") as told:
        command = [str(PROGRAM), "estimate", "--lines", "--explain", "amounts"]
        return busy(subprocess.Popen(command, stdin=given, stdout=told, start_new_session=True))


def on_spark(place: Path, requests: list[str], rows: int) -> float:
    table = pa.table({"request": [requests[at % len(requests)] for at in range(rows)]})
    pq.write_table(table, place.with_suffix(".parquet"), row_group_size=rows // 4)
    table_and_answers = [str(place.with_suffix(".parquet")), str(place.with_suffix(".answers"))]
    command = [str(SPARK), "--master", "local[2]", str(HERE / "settle.py"), *table_and_answers, "--column", "request"]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return busy(subprocess.Popen(command, env=environment, start_new_session=True, **quiet))


def busy(started: "subprocess.Popen[bytes]") -> float:
    """Seconds of all processes of its session, looked at until it ends."""
    seen: dict[int, float] = {}
    while started.poll() is None:
        for process in Path("/proc").glob("[0-9]*"):
            note(process, started.pid, seen)
        time.sleep(0.02)
    if started.returncode != 0:
        raise SystemExit(f"yibao: {started.args} ended with exit code {started.returncode}")
    return sum(seen.values())


def note(process: Path, session: int, seen: dict[int, float]) -> None:
    try:
        fields = (process / "stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return  # it has ended meanwhile
    if int(fields[3]) == session:
        seen[int(process.name)] = (int(fields[11]) + int(fields[12])) / TICKS


if __name__ == "__main__":
    main()
