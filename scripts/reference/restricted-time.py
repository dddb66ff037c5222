#!/usr/bin/env python3
"""Reference values of the restricted time without a placement, and of the difference of two lines at the mean.

Needs numpy, statsmodels 0.15.0 and R 4.2.2 with survival 3.5.3. Run from the package root.
"""
import csv
import pathlib
import subprocess
import tempfile

import numpy as np
import statsmodels
import statsmodels.api as sm

from tables import write


def cases():
    """Whole days with ties; case 0 without censoring, 1 and 2 with everything, 3 and 4 with delayed entry."""
    rows = []
    rng = np.random.default_rng(20261123)
    for case, (n, censored, delayed) in enumerate([(30, 0, 0), (45, 1, 0), (60, 1, 0), (60, 1, 1), (90, 1, 1)]):
        for _ in range(n):
            event, other = rng.geometric(0.02), rng.geometric(0.008)
            entry = int(rng.integers(1, 40)) if delayed and rng.uniform() < 0.4 else 0
            end = int(rng.integers(20, 120)) if censored else 500
            day = min(event, other, end)
            cause = 1 if day == event else 2 if day == other else 0
            if day >= entry:
                rows.append((case, entry, int(day), cause))
    return rows


def by_r(rows):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([["case", "entry", "end", "cause"], *rows])
        script = pathlib.Path(__file__).with_suffix(".R")
        output = subprocess.run(["Rscript", str(script), str(path)], check=True, stdout=subprocess.PIPE, text=True).stdout
    lines = [line.split(",") for line in output.splitlines()]
    version = next(line[1:] for line in lines if line[0] == "version")
    return version, [[float(v) for v in line[1:]] for line in lines if line[0] == "mean"]


def lines_at_mean():
    """Invented people: distance, yes or no, group; the groups differ in distance and in spread."""
    rng = np.random.default_rng(20261124)
    group = (np.arange(70) % 3 == 0).astype(int)
    x = np.round(2 + 0.8 * group + rng.gamma(3, 0.5 + 0.2 * group), 2)
    y = (rng.uniform(size=70) < np.clip(0.9 - 0.1 * x - 0.15 * group, 0.05, 0.95)).astype(int)
    write("LinePeople", "drawn by the script", "predictor, outcome, group", list(zip(x, y, group)))
    design = np.column_stack([np.ones(70), x, group, x * group])
    fit = sm.OLS(y, design).fit(cov_type="HC2")
    contrast = np.array([0, 0, 1, x.mean()])
    difference = contrast @ fit.params
    error = np.sqrt(contrast @ fit.cov_params() @ contrast)
    # Without one person, by fitting anew: the one of the group whose leaving brings the lines closest, at the same predictor value.
    def without(i):
        keep = np.arange(70) != i
        return contrast @ sm.OLS(y[keep], design[keep]).fit().params
    weaker = min((without(i) for i in np.flatnonzero(group)), key=abs)
    write("LinesAtMean", f"statsmodels {statsmodels.__version__}: OLS, HC2",
          "mean predictor, difference there, standard error, difference without the most influential of the group",
          [(x.mean(), difference, error, weaker)])


def main():
    rows = cases()
    version, means = by_r(rows)
    write("RestrictedTimeCases", "drawn by the script", "case, entry, day, cause (0 censored, 1 event, 2 competing)", rows)
    write("RestrictedTimes", f"{version[0]}, {version[1]}: survfit of states, its mean in a state and its influences (residuals, type auc)",
          "case, horizon, mean days without the event, standard error (infinitesimal jackknife)", means)
    lines_at_mean()


if __name__ == "__main__":
    main()
