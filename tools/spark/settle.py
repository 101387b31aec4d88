"""Settles a year of records on Apache Spark: Parquet in, Parquet out.

    spark-submit tools/spark/settle.py BILLS ANSWERS [options]

The table of bills has a column `setlinfo` (a settlement record of the national interface as JSON text) or `request` (a
request). With `--person COLUMN` all records of one person are one request, as they must be where a year has
deductibles and limits; the table of answers then has a row a person, else a row a bill with its other columns.
Beside them it has `outcome` and `answer`: the bytes that `yibao estimate --lines` writes, with `--from setlinfo` for records.

Every worker needs the Python package (`pip install ./tools/python`). What cannot be settled is a failure in `answer`.
Where a worker dies, Spark settles its share again: an answer depends on its row and the policies alone.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructField, StructType

Column = Literal["request", "setlinfo"]


def by_person(records: DataFrame, person: str) -> DataFrame:
    """A row a person: `setlinfo` is the list of their records. Records of one day stand in the order of their texts."""
    texts = F.array_join(F.sort_array(F.collect_list("setlinfo")), ",")
    return records.groupBy(person).agg(F.concat(F.lit("["), texts, F.lit("]")).alias("setlinfo"))


def settled(
    bills: DataFrame,
    *,
    column: Column = "setlinfo",
    explain: str = "amounts",
    region: str | None = None,
    asked_on: str | None = None,
    policies: tuple[str, ...] = (),
) -> DataFrame:
    """The bills without `column`, with `outcome` and `answer`. `policies` are texts that count beside the shipped ones."""
    kept = [field for field in bills.schema.fields if field.name != column]
    names = [field.name for field in kept]

    def settle(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # On a worker: what is imported up there may be missing here.
        import yibao
        from pyspark import TaskContext

        core = yibao.Core()
        for report in core.add_policies(policies):
            if report["problems"]:
                raise ValueError(f"the policy of {report['region']} is bad: {report['problems']}")
        task = TaskContext.get()
        jobs = task.cpus() if task else None  # the other cores of this machine have other tasks

        for batch in batches:
            texts = [text or "" for text in batch.column(column).to_pylist()]
            if column == "setlinfo":
                lines = core.estimate_records(texts, explain=explain, region=region, asked_on=asked_on, jobs=jobs)
            else:
                lines = core.estimate_lines(texts, explain=explain, jobs=jobs)
            answers = list(lines)
            outcomes = ["failure" if answer.startswith('{"outcome":"failure"') else "estimate" for answer in answers]
            columns = [batch.column(name) for name in names]
            told = [pa.array(outcomes, pa.string()), pa.array(answers, pa.string())]
            yield pa.RecordBatch.from_arrays(columns + told, names=[*names, "outcome", "answer"])

    told = [StructField("outcome", StringType(), False), StructField("answer", StringType(), False)]
    return bills.mapInArrow(settle, StructType([*kept, *told]))


def main() -> None:
    """What the command line asks."""
    given = arguments()
    spark = SparkSession.builder.appName("yibao").getOrCreate()
    bills = spark.read.parquet(given.bills)
    if given.person:
        bills = by_person(bills, given.person)
    answers = settled(
        bills,
        column=given.column,
        explain=given.explain,
        region=given.region,
        asked_on=given.asked_on,
        policies=texts_below(given.add),
    )
    answers.write.parquet(given.answers)
    counts = {
        row.outcome: row["count"] for row in spark.read.parquet(given.answers).groupBy("outcome").count().collect()
    }
    print(f"yibao: {counts.get('estimate', 0)} settled, {counts.get('failure', 0)} refused")
    spark.stop()


def arguments() -> argparse.Namespace:
    """Options as those of the command line `yibao estimate` are called."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bills", help="a Parquet table, or a folder of them")
    parser.add_argument("answers", help="a folder that is not there yet")
    parser.add_argument("--column", choices=["request", "setlinfo"], default="setlinfo", help="what a row holds")
    parser.add_argument("--person", metavar="COLUMN", help="settle all records of a person together (setlinfo)")
    parser.add_argument("--explain", choices=["full", "amounts"], default="amounts")
    parser.add_argument("--region", metavar="CODE", help="of records that name none")
    parser.add_argument("--asked-on", metavar="DAY", help="instead of the day of the last bill")
    parser.add_argument("--add", metavar="DIR", help="a folder of policies that count beside the shipped ones")
    given = parser.parse_args()
    if given.person and given.column != "setlinfo":
        parser.error("--person is for records: a request already holds all bills of its person")
    return given


def texts_below(folder: str | None) -> tuple[str, ...]:
    """The policies of a folder: its own, or those of its folders."""
    files = sorted(Path(folder).rglob("policy.json")) if folder else []
    if folder and not files:
        raise SystemExit(f"yibao: no policy.json in {folder}")
    return tuple(file.read_text("utf-8") for file in files)


if __name__ == "__main__":
    main()
