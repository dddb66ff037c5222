#!/usr/bin/env python3
"""Writes the reference values of survival, competing exits and retention of Tests/MetricsTests/Reference.

Needs R with survival and cmprsk, and lifelines 0.30.3. Run from the package root: python3 scripts/reference/survival.py
The cases are drawn here and given to R (scripts/reference/survival.R) and to lifelines; nothing is shared with the package.
"""
import csv
import os
import pathlib
import subprocess
import tempfile
import warnings

import lifelines
import numpy as np
from lifelines.statistics import multivariate_logrank_test

from tables import write

warnings.filterwarnings("ignore")
LIFELINES = f"lifelines {lifelines.__version__}"


def cases():
    """case, entry, end, cause, weight, group, stratum."""
    rng = np.random.default_rng(11)
    rows = []

    def add(number, end, cause, entry=None, weight=None, groups=2):
        n = len(end)
        entry = np.zeros(n) if entry is None else entry
        weight = np.ones(n) if weight is None else weight
        group, stratum = rng.integers(0, groups, n), rng.integers(0, 2, n)
        rows.extend(zip([number] * n, entry, end, cause, weight, group, stratum))

    add(0, rng.integers(1, 12, 40), rng.choice([0, 1], 40, p=[0.35, 0.65]))
    add(1, rng.exponential(30, 35).round(3), rng.choice([0, 1], 35, p=[0.3, 0.7]), groups=3)
    add(2, rng.integers(1, 15, 45), rng.choice([0, 1, 2], 45, p=[0.25, 0.45, 0.3]), groups=3)
    add(3, rng.exponential(30, 30).round(3), rng.choice([0, 1, 2], 30, p=[0.3, 0.4, 0.3]), weight=rng.uniform(0.3, 4, 30).round(2))
    add(4, rng.exponential(9, 30).round() + 1, rng.choice([0, 1], 30, p=[0.3, 0.7]), weight=rng.integers(1, 5, 30))
    # Delayed entry: the first ten are followed from time zero, so that somebody is always at risk.
    end = np.concatenate([rng.exponential(30, 12) + 15, rng.exponential(25, 24) + 2]).round(1)
    entry = np.concatenate([np.zeros(12), (end[12:] * rng.uniform(0.05, 0.8, 24)).round(1)])
    add(5, end, rng.choice([0, 1, 2], 36, p=[0.3, 0.4, 0.3]), entry=entry, weight=rng.uniform(0.5, 2, 36).round(2))
    add(6, end, rng.choice([0, 1], 36, p=[0.4, 0.6]), entry=entry)
    return rows


def placements():
    """case, kind (0 waiting, 1 left, 2 in place, 3 ended), since, end."""
    rng = np.random.default_rng(12)
    rows = []
    for number, n in enumerate((30, 45)):
        for _ in range(n):
            placed, left, censored = rng.exponential(60), rng.exponential(150), rng.uniform(40, 200)
            if number == 1:
                placed, left, censored = np.floor(placed) + 1, np.floor(left) + 1, np.floor(censored) + 0.5
            first = min(placed, left, censored)
            if first == censored:
                rows.append((number, 0, 0, round(censored, 3)))
            elif first == left:
                rows.append((number, 1, 0, round(left, 3)))
            else:
                end = placed + (rng.exponential(80) if number == 0 else np.floor(rng.exponential(80)) + 1)
                rows.append((number, 3 if end <= censored else 2, round(placed, 3), round(min(end, censored), 3)))
    return rows


def by_r(rows, histories):
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, head, table in (
            ("cases.csv", ["case", "entry", "end", "cause", "weight", "group", "stratum"], rows),
            ("placements.csv", ["case", "kind", "since", "end"], histories),
        ):
            path = pathlib.Path(folder) / name
            with path.open("w", newline="") as file:
                csv.writer(file).writerows([head, *table])
            files.append(str(path))
        files.append(os.environ.get("FAIRNESS_AUDIT_SHARED", "../shared") + "/data/unempdur_us/unempdur.csv")
        script = pathlib.Path(__file__).with_suffix(".R")
        output = subprocess.run(["Rscript", str(script), *files], check=True, stdout=subprocess.PIPE, text=True).stdout
    answers = {}
    for line in output.splitlines():
        table, *values = line.split(",")
        answers.setdefault(table, []).append(values)
    return answers


def rank_tests(rows):
    """lifelines has the weightings that survdiff lacks."""
    names = [("log_rank", {}), ("gehan", {"weightings": "wilcoxon"}), ("tarone_ware", {"weightings": "tarone-ware"}),
             ("peto", {"weightings": "peto"}), ("fh", {"weightings": "fleming-harrington", "p": 0.5, "q": 1})]
    out = []
    for number in (0, 1, 2):
        data = np.array([r for r in rows if r[0] == number])
        for kind, (_, options) in enumerate(names):
            result = multivariate_logrank_test(data[:, 2], data[:, 5], data[:, 3] == 1, **options)
            out.append((number, kind, result.test_statistic, result.p_value))
    return out


def main():
    rows, histories = cases(), placements()
    answers = by_r(rows, histories)
    r, survival, cmprsk = answers["version"][0]
    source = f"{r}, {survival}"
    table = lambda name: [[float(v) if v.strip() not in ("NA", "NaN") else float("nan") for v in row] for row in answers[name]]
    write("SurvivalCases", "drawn by the script", "case, entry, end, cause (0 censored), weight, group, stratum", rows)
    write("SurvivalCurves", f"{source}: survfit, cause 1 the event, others censored",
          "case, time, weight at risk, survival, standard error (Greenwood), the same by jackknife (robust), limits at 95 %: plain, log, log-log",
          table("curve"))
    write("SurvivalQuantiles", f"{source}: quantile of survfit, log-log", "case, share, quantile, limits at 95 %", table("quantile"))
    write("RestrictedMeans", f"{source}: survmean", "case, horizon, restricted mean, standard error", table("mean"))
    write("LogRankTests", f"{source}: survdiff", "case, stratified, rho, chi-squared, p", table("rank"))
    write("WeightedLogRanks", f"{LIFELINES} multivariate_logrank_test",
          "case, weights (0 log-rank, 1 Gehan, 2 Tarone-Ware, 3 Peto, 4 Fleming-Harrington .5, 1), chi-squared, p", rank_tests(rows))
    write("GrayTests", f"{r}, {cmprsk}: cuminc", "case, stratified, rho, cause, chi-squared, p", table("gray"))
    write("GraySpells", f"{r}, {cmprsk}: cuminc of shared/data/unempdur_us by ui", "cause, chi-squared, p", table("spells"))
    write("MultistateIncidences", f"{source}: survfit of states, weights as sampling weights",
          "case, time, cause, incidence, standard error (infinitesimal jackknife)", table("incidence"))
    write("PlacementCases", "drawn by the script", "case, kind (0 waiting, 1 left, 2 in place, 3 ended), since, end", histories)
    write("PlacementShares", f"{source}: survfit of states", "case, time, share in place, standard error (infinitesimal jackknife)",
          table("place"))


if __name__ == "__main__":
    main()
