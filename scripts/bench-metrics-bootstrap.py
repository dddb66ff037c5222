#!/usr/bin/env python3
"""The bootstrap that everybody writes first: per replicate draw indices, count people and outcomes per group. One thread.

Usage: bench-metrics-bootstrap.py make FILE | loop FILE | fairlearn FILE
"""
import sys
import time

import numpy as np

PEOPLE, GROUPS, REPLICATES = 10_000, 6, 1_000


def people(path):
    table = np.loadtxt(path, dtype=np.int64)
    return table[:, 0].copy(), table[:, 1].astype(float)


def make(path):
    rng = np.random.default_rng(20261122)
    group = rng.integers(0, GROUPS, PEOPLE)
    outcome = rng.random(PEOPLE) < 0.3
    np.savetxt(path, np.column_stack([group, outcome]), fmt="%d")


def loop(path):
    group, outcome = people(path)
    rng = np.random.default_rng(1)
    rates = np.empty((REPLICATES, GROUPS))
    start = time.perf_counter()
    for replicate in range(REPLICATES):
        index = rng.integers(0, len(group), len(group))
        drawn = group[index]
        rates[replicate] = np.bincount(drawn, weights=outcome[index], minlength=GROUPS) / np.bincount(drawn, minlength=GROUPS)
    print("numpy", time.perf_counter() - start)


def fairlearn(path):
    """A hundredth of the replicates, times a hundred: the whole takes about a minute."""
    try:
        import fairlearn
        from fairlearn.metrics import MetricFrame, selection_rate
    except ImportError:
        return
    group, outcome = people(path)
    start = time.perf_counter()
    MetricFrame(metrics=selection_rate, y_true=outcome, y_pred=outcome, sensitive_features=group, n_boot=REPLICATES // 100,
                ci_quantiles=[0.025, 0.975], random_state=1)
    print(f"fairlearn-{fairlearn.__version__}", (time.perf_counter() - start) * 100)


if __name__ == "__main__":
    {"make": make, "loop": loop, "fairlearn": fairlearn}[sys.argv[1]](sys.argv[2])
