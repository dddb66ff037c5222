#!/usr/bin/env python3
"""Kaplan-Meier's curves of two groups and the log-rank test by lifelines, on 100,000 people.

Usage: bench-metrics-survival.py make days|real FILE | loop FILE | check FILE CHI2 S0 S1
"""
import sys
import time
import warnings

import numpy as np

PEOPLE = 100_000
warnings.filterwarnings("ignore")


def make(kind, path):
    rng = np.random.default_rng(20261122)
    group = rng.random(PEOPLE) < 0.3
    event, end = rng.exponential(np.where(group, 330, 300)), rng.uniform(60, 700, PEOPLE)
    seen = np.minimum(event, end)
    if kind == "days":
        seen = np.floor(seen)
    np.savetxt(path, np.column_stack([group, seen, event <= end]), fmt=["%d", "%.17g", "%d"])


def columns(path):
    table = np.loadtxt(path)
    group = table[:, 0] == 1
    return [(table[side, 1], table[side, 2] == 1) for side in (~group, group)]


def run(sides):
    from lifelines import KaplanMeierFitter
    from lifelines.statistics import logrank_test

    start = time.perf_counter()
    curves = [KaplanMeierFitter().fit(*side) for side in sides]
    test = logrank_test(sides[0][0], sides[1][0], sides[0][1], sides[1][1])
    return time.perf_counter() - start, test.test_statistic, [float(curve.predict(300)) for curve in curves]


def loop(path):
    sides = columns(path)
    run(sides)
    print("lifelines", run(sides)[0])


def check(path, *ours):
    _, statistic, curves = run(columns(path))
    for theirs, mine in zip([statistic, *curves], map(float, ours)):
        if abs(theirs - mine) > 1e-9 * abs(theirs):
            sys.exit(f"results differ: {theirs} {mine}")


if __name__ == "__main__":
    {"make": make, "loop": loop, "check": check}[sys.argv[1]](*sys.argv[2:])
