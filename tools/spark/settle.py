"""Settles a year of records on Apache Spark: Parquet in, Parquet out, every row by itself.

    spark-submit tools/spark/settle.py BILLS ANSWERS [--column request|setlinfo] [--region CODE] [--explain full|amounts]

The table of bills has a column `request` (a request as JSON text) or `setlinfo` (a settlement record, or the list of one
person's records). The table of answers has all other columns and `answer`: the bytes that `yibao estimate --lines` writes.
Every worker needs the Python package (`pip install ./tools/python`). A row that cannot be settled is a failure in `answer`;
a worker that dies is the business of Spark, which settles its partitions again: the same row always has the same answer.
"""

import argparse
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import StringType, StructField, StructType


def settled(bills: DataFrame, *, column: str = "request", region: str | None = None, explain: str = "amounts") -> DataFrame:
    """The bills without `column`, with `answer`."""
    kept = [field for field in bills.schema.fields if field.name != column]

    def settle(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import yibao  # on the worker

        for batch in batches:
            texts = [text or "" for text in batch.column(column).to_pylist()]
            if column == "setlinfo":
                answers = yibao.estimate_records(texts, explain=explain, region=region)
            else:
                answers = yibao.estimate_lines(texts, explain=explain)
            columns = [batch.column(field.name) for field in kept]
            yield pa.RecordBatch.from_arrays([*columns, pa.array(answers, pa.string())], [*(f.name for f in kept), "answer"])

    return bills.mapInArrow(settle, StructType([*kept, StructField("answer", StringType(), False)]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bills")
    parser.add_argument("answers")
    parser.add_argument("--column", choices=["request", "setlinfo"], default="request")
    parser.add_argument("--region")
    parser.add_argument("--explain", choices=["full", "amounts"], default="amounts")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("yibao").getOrCreate()
    bills = spark.read.parquet(given.bills)
    settled(bills, column=given.column, region=given.region, explain=given.explain).write.parquet(given.answers)
    spark.stop()


if __name__ == "__main__":
    main()
