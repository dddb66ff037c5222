#!/usr/bin/env python3
"""Reference values of pooled effects: common and random effects, heterogeneity, each study left out, and strata after Mantel and Haenszel.

The cases are written here by hand and pooled by scripts/reference/meta-analysis.R; the last of each kind are the 13 trials of BCG that
metafor brings (Colditz and others 1994). metafor warns where it stopped at the lower of two peaks and takes the other. Cochran's Q and both
tau^2 are computed again in 50 digits, tau^2 by restricted likelihood as the highest point of the likelihood itself; the script stops when the
two differ by more than 1e-9.
Needs mpmath 1.3.0 and R 4.2.2 with metafor 3.8.1. Run from the package root.
"""
import csv
import pathlib
import subprocess
import tempfile

import mpmath as mp

from tables import write

mp.mp.dps = 50

# (estimate, standard error) of each study.
EFFECTS = [
    [(0.10, 0.04), (-0.06, 0.07)],
    [(0.021, 0.05), (0.018, 0.11)],
    # Five municipalities that differ, five that do not (Q below its degrees of freedom).
    [(-0.08, 0.031), (0.02, 0.042), (-0.15, 0.055), (0.11, 0.047), (-0.03, 0.026)],
    [(-0.05, 0.06), (-0.02, 0.05), (-0.08, 0.07), (-0.04, 0.04), (-0.06, 0.09)],
    # One of them large, the others small.
    [(-0.021, 0.006), (0.08, 0.061), (-0.11, 0.072), (0.06, 0.083), (-0.24, 0.095), (0.13, 0.067), (-0.02, 0.11), (0.31, 0.12)],
    # Known almost exactly, and far apart for that.
    [(0.1000000, 1e-6), (0.1000045, 2e-6), (0.0999981, 1.5e-6), (0.1000203, 3e-6)],
    [(0.5, 0.1), (0.5, 0.2), (0.5, 0.3)],
    # One that says next to nothing, one very far from the rest.
    [(0.02, 0.03), (0.04, 0.05), (-9.0, 40.0), (0.0, 0.04), (0.9, 0.05), (0.03, 0.035)],
    [(-4.1, 0.9), (-1.2, 1.1), (2.7, 1.6), (0.4, 0.7), (-2.2, 1.3), (5.3, 2.1), (-0.8, 0.6), (1.9, 1.8), (-3.6, 2.4), (0.1, 0.8), (2.2, 1.2),
     (-1.7, 1.0)],
    # Two peaks of the likelihood, one at 0: the other is the higher one, and then the lower one.
    [(0.392, 0.15), (-0.028, 0.041), (-0.274, 0.11), (-0.239, 0.229), (-0.029, 0.03)],
    [(0.811, 0.259), (0.014, 0.139), (-0.026, 0.035), (0.003, 0.031)],
]

# (group with the outcome, group, reference with the outcome, reference) of each stratum.
STRATA = [
    [(30, 100, 45, 100), (12, 40, 33, 160)],
    [(9, 30, 40, 170), (14, 61, 52, 240), (3, 18, 21, 120), (22, 70, 61, 260), (11, 45, 31, 150)],
    [(90, 120, 30, 140), (20, 110, 60, 90), (55, 100, 40, 80), (10, 60, 70, 200)],
    # Empty cells: nobody of one side, nobody at all, everybody of one side, everybody.
    [(0, 12, 6, 60), (3, 15, 0, 40), (0, 9, 0, 33), (14, 14, 30, 44), (8, 8, 20, 20), (5, 25, 18, 110)],
    [(0, 10, 3, 30), (2, 11, 1, 25), (1, 9, 5, 41)],
    [(1, 2, 0, 3), (0, 1, 1, 2), (2, 3, 1, 4), (1, 1, 2, 2), (0, 2, 0, 5)],
]


def again(rows):
    """Q and tau^2 by moments and by restricted likelihood, from the definitions."""
    y, v = [mp.mpf(r[1]) for r in rows], [mp.mpf(r[2]) ** 2 for r in rows]

    def pooled(tau):
        w = [1 / (x + tau) for x in v]
        mean = sum(a * b for a, b in zip(w, y)) / sum(w)
        return w, mean, sum(a * (b - mean) ** 2 for a, b in zip(w, y))

    def likelihood(tau):
        w, _, spread = pooled(tau)
        return (sum(mp.log(a) for a in w) - mp.log(sum(w)) - spread) / 2

    w, _, q = pooled(mp.mpf(0))
    moments = max(mp.mpf(0), (q - (len(y) - 1)) / (sum(w) - sum(a * a for a in w) / sum(w)))
    # A grid over twelve decades, then golden section around its best point; 0 if that is no lower.
    top = (max(y) - min(y)) ** 2
    grid = [mp.mpf(0)] + [top * mp.mpf(10) ** (mp.mpf(i) / 100 - 12) for i in range(1201)] if top else [mp.mpf(0)]
    best = max(range(len(grid)), key=lambda i: likelihood(grid[i]))
    if best == 0:
        return q, moments, mp.mpf(0)
    low, high = grid[best - 1], grid[min(best + 1, len(grid) - 1)]
    ratio = (mp.sqrt(5) - 1) / 2
    for _ in range(140):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        if likelihood(a) < likelihood(b):
            low = a
        else:
            high = b
    return q, moments, (low + high) / 2


def number(text):
    return int(text) if text.isdigit() else float(text)


def by_r():
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / name for name in ("effects.csv", "strata.csv")]
        for path, header, cases in zip(paths, (["case", "estimate", "error"], ["case", "a", "n1", "c", "n0"]), (EFFECTS, STRATA)):
            with path.open("w", newline="") as file:
                csv.writer(file).writerows([header] + [[index, *row] for index, case in enumerate(cases) for row in case])
        script = pathlib.Path(__file__).with_suffix(".R")
        output = subprocess.run(["Rscript", str(script), *map(str, paths)], check=True, stdout=subprocess.PIPE, text=True).stdout
    lines = [line.split(",") for line in output.splitlines()]
    version = next(line[1:] for line in lines if line[0] == "version")
    return version, lambda table: [[number(v) for v in line[1:]] for line in lines if line[0] == table]


def main():
    version, table = by_r()
    source = ", ".join(version)
    studies = table("study")
    for common in table("common"):
        case = common[0]
        q, moments, likelihood = again([row for row in studies if row[0] == case])
        by_method = {row[1]: row[2] for row in table("random") if row[0] == case}
        for name, mine, theirs in (("Q", q, common[6]), ("moments", moments, by_method[0]), ("likelihood", likelihood, by_method[1])):
            assert abs(mine - theirs) <= 1e-9 * max(abs(mine), mp.mpf(10) ** -18), (case, name, mp.nstr(mine, 17), theirs)
    write("PooledStudies", f"written in the script; the last case is dat.bcg of {version[1]}", "case, estimate, standard error", studies)
    write("CommonEffects", f"{source}: rma, method EE",
          "case, estimate, standard error, low, high, p, Q, its degrees of freedom, its p, I^2", table("common"))
    write("RandomEffects",
          f"{source}: rma, methods DL and REML (steps below 1e-12 of the smallest variance), tests z, knha and adhoc; predict with pi.type riley",
          "case, method (0 moments, 1 restricted likelihood), tau^2, I^2, estimate; 5 standard error, low, high, p;\n    /// 9 factor of Knapp and "
          "Hartung, and with the factor at least 1: standard error, low, high, p, prediction low, high", table("random"))
    write("StudiesLeftOut", f"{source}: rma of the others, method EE; z by rstudent",
          "case, study, estimate of the others, standard error, low, high, p; 7 z of the study, its limits: low at .95 and .998, high at the same",
          table("without"))
    write("PooledStrata", f"written in the script; the last case is dat.bcg of {version[1]}",
          "case, group events, total, reference events, total", table("stratum"))
    write("PooledTables", f"{source}: rma.mh",
          "case, measure (0 difference, 1 ratio, 2 odds ratio; ratios as logarithms), estimate, standard error, low, high, Q, its degrees of "
          "freedom, its p", table("tables"))


if __name__ == "__main__":
    main()
