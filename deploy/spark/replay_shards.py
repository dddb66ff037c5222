"""Replays the shards of a population on Apache Spark: one task a shard, parts merged by tree.

    spark-submit deploy/spark/replay_shards.py --shards FOLDER --out PART [--tool fairness-audit]

FOLDER holds what `fairness-audit shard divide` wrote: survey.json and shard-*.sqlite. It may be any path that Spark reads (a folder that all
workers share, hdfs://, s3a://). PART is written by the driver, for `fairness-audit run --replayed PART --survey FOLDER/survey.json`.

Spark moves bytes and runs them again where a worker was lost. It computes nothing: every task pipes its shard through
`fairness-audit shard replay`, and every merge is `fairness-audit shard merge`. A part is the same bytes whoever made it and however often, so
that a task that runs twice cannot be seen in the audit. The tool has to be on every worker, at the same path.

Shards and parts are about single persons. Run this only where the snapshot itself may be: encrypt what Spark writes and sends
(spark.io.encryption.enabled, spark.network.crypto.enabled), and let nobody else read its folders.
"""

import argparse
import os
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession


class ToolFailed(RuntimeError):
    """The tool's own words, which name no person."""


def tool_output(command, given=None):
    done = subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise ToolFailed(f"{' '.join(command[1:3])} ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def replay(tool, survey):
    """A function from the bytes of one shard to the bytes of its part."""

    def one(shard):
        with tempfile.TemporaryDirectory() as folder:
            first_pass = os.path.join(folder, "survey.json")
            with open(first_pass, "wb") as file:
                file.write(survey.value)
            return tool_output([tool, "shard", "replay", "--survey", first_pass], given=shard)

    return one


def merge(tool):
    """A function from two parts to one."""

    def two(first, second):
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("first", "second")]
            for path, part in zip(paths, (first, second)):
                with open(path, "wb") as file:
                    file.write(part)
            return tool_output([tool, "shard", "merge", *paths])

    return two


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shards", required=True, help="folder of shard divide")
    parser.add_argument("--out", required=True, help="the part of everybody; the driver writes it")
    parser.add_argument("--tool", default="fairness-audit", help="the program on every worker")
    parser.add_argument("--depth", type=int, default=2, help="levels of the merge")
    options = parser.parse_args()

    spark = SparkSession.builder.appName("fairness-audit").config("spark.files.maxPartitionBytes", "1").getOrCreate()
    context = spark.sparkContext
    # In one piece, because it is small and every task needs it.
    survey = context.broadcast(b"".join(context.binaryFiles(f"{options.shards}/survey.json").values().collect()))
    shards = context.binaryFiles(f"{options.shards}/shard-*.sqlite")
    print(f"{shards.getNumPartitions()} tasks on {context.master}", file=sys.stderr)
    part = shards.values().map(replay(options.tool, survey)).treeReduce(merge(options.tool), options.depth)

    unfinished = f"{options.out}.part"
    with open(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(part)
    os.replace(unfinished, options.out)
    spark.stop()


if __name__ == "__main__":
    main()
