#!/usr/bin/env python3
"""The other side of bench-replay.sh: FAISS's IndexFlatL2 and scikit-learn's brute-force neighbours, one thread each, and the tables.

    bench-replay.py make KIND FOLDER              `scores` and `targets` as raw doubles; KIND: normal, offset or fivepoint
    bench-replay.py search FOLDER                 lines `name wall processor`, in seconds: once each, after five times for nothing
    bench-replay.py differ FOLDER                 in how many lists their places are not those of FOLDER/lists, in order
    bench-replay.py ratio CLOCK TITLE FILE GOAL...   medians of lines `name wall processor`; GOAL is `name/name>=factor` by CLOCK,
                                                  which is wall, or processor: one thread each, other programs count for nobody
    bench-replay.py under TITLE FILE SECONDS      median of lines `name wall ...` against a goal
    bench-replay.py stream FILE                   lines `participants seconds bytes`; growth, and what 1,000,000 would take
Exits 1 when a goal is missed.
"""
import statistics
import sys
import time

import numpy as np

PARTICIPANTS, PLACES, SCALES, TOP = 20_000, 2_048, 24, 20


def make(kind, folder):
    rng = np.random.default_rng(20261122)

    def values(rows):
        if kind == "fivepoint":
            return rng.integers(1, 6, (rows, SCALES)).astype(float)
        return rng.standard_normal((rows, SCALES)) + (10_000 if kind == "offset" else 0)

    values(PARTICIPANTS).tofile(f"{folder}/scores")
    values(PLACES).tofile(f"{folder}/targets")


def read(folder):
    return [np.fromfile(f"{folder}/{name}").reshape(-1, SCALES) for name in ("scores", "targets")]


def searches(folder):
    """Per name a function that returns the lists; what it is made from is ready, as the table of places is on our side."""
    import faiss
    from sklearn.neighbors import NearestNeighbors

    faiss.omp_set_num_threads(1)
    scores, targets = read(folder)
    single = np.ascontiguousarray(scores, np.float32)
    index = faiss.IndexFlatL2(SCALES)
    index.add(np.ascontiguousarray(targets, np.float32))
    neighbours = NearestNeighbors(n_neighbors=TOP, algorithm="brute").fit(targets)
    return {"faiss": lambda: index.search(single, TOP)[1], "scikit-learn": lambda: neighbours.kneighbors(scores)[1]}


def search(folder):
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        for name, run in searches(folder).items():
            for _ in range(5):
                run()
            start, busy = time.perf_counter(), time.process_time()
            run()
            print(name, time.perf_counter() - start, time.process_time() - busy)


def differ(folder):
    ours = np.fromfile(f"{folder}/lists", np.int32).reshape(-1, TOP)
    for name, run in searches(folder).items():
        different = int((run() != ours).any(axis=1).sum())
        print(f"  lists of {name} that are not those of the plain double kernel: {different:,} of {len(ours):,}")


def medians(path, column=1):
    times = {}
    for line in open(path):
        fields = line.split()
        times.setdefault(fields[0], []).append(float(fields[column]))
    return times, {name: statistics.median(values) for name, values in times.items()}


def say(reached, text):
    print(f"  goal: {text}: {'reached' if reached else 'MISSED'}")
    return 0 if reached else 1


def ratio(clock, title, path, *goals):
    clocks = {"wall": medians(path, 1), "processor": medians(path, 2)}
    print(f"{title}\n{'median ms':16}{'wall':>12}{'processor':>12}{'least':>12}{'rounds':>8}")
    for name, values in clocks[clock][0].items():
        both = "".join(f"{clocks[kind][1][name] * 1e3:12.1f}" for kind in clocks)
        print(f"  {name:14}{both}{min(values) * 1e3:12.1f}{len(values):8}")
    median, missed = clocks[clock][1], 0
    for goal in goals:
        pair, factor = goal.split(">=")
        slow, fast = pair.split("/")
        reached = median[slow] / median[fast]
        missed |= say(reached >= float(factor), f"{slow} takes at least {factor} times as long as {fast}, by {clock} time: {reached:.2f}")
    return missed


def under(title, path, limit):
    times, median = medians(path)
    name, seconds = next(iter(median.items()))
    print(f"{title}\n  {name:14}{seconds:12.2f} s, median of {len(times[name])}")
    return say(seconds < float(limit), f"under {limit} s: {seconds:.2f}")


def stream(path):
    rows = np.array([[float(field) for field in line.split()] for line in open(path)])
    participants, seconds, peak = rows.T
    print(f"top 25 of 10,000 places streamed to disk, two threads\n{'participants':>16}{'seconds':>12}{'us each':>12}{'peak MB':>12}")
    for row in rows:
        print(f"{int(row[0]):16,}{row[1]:12.2f}{row[1] / row[0] * 1e6:12.1f}{row[2] / 1e6:12.1f}")
    slope, start = np.polyfit(participants, seconds, 1)
    more, base = np.polyfit(participants, peak, 1)
    each = seconds / participants
    whole = base + max(more, 0) * 1e6
    print(f"  line through them: {start:.2f} s + {slope * 1e6:.1f} us each, {base / 1e6:.1f} MB + {more:.1f} bytes each")
    print(f"  so for 1,000,000: {start + slope * 1e6:,.0f} s, {whole / 1e6:,.0f} MB, if both go on as they do here")
    missed = say(each.max() / each.min() < 1.5, f"time grows linearly (dearest participant within 1.5 of the cheapest): {each.max() / each.min():.2f}")
    return missed | say(whole < 2e9, f"1,000,000 participants in under 2,000 MB: {whole / 1e6:,.0f}")


if __name__ == "__main__":
    commands = {f.__name__: f for f in (make, search, differ, ratio, under, stream)}
    sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
