#!/usr/bin/env python3
"""Writes the reference values of scales and linking (Tests/MetricsTests/Measurement).

Needs mpmath, numpy, pandas, scipy 1.17.1, pingouin 0.7.0, and R with psych 2.2.9. Run from the package root, with the folder of the
public data (../shared unless FAIRNESS_AUDIT_SHARED says otherwise): python3 scripts/reference/measurement.py
"""
import os
import pathlib
import subprocess
import tempfile

import mpmath as mp
import numpy as np
import pandas as pd
import pingouin as pg
import scipy
import scipy.optimize as so
import scipy.stats as st

from tables import write

PINGOUIN = f"pingouin {pg.__version__}"
SCIPY = f"scipy {scipy.__version__}"
SHARED = pathlib.Path(os.environ.get("FAIRNESS_AUDIT_SHARED", "../shared"))


def r(code, *frames):
    """Runs R on numeric frames (x1, x2, ...) and reads the numbers it prints."""
    with tempfile.TemporaryDirectory() as folder:
        head = "suppressMessages(library(psych)); options(digits = 17, warn = -1);"
        for i, frame in enumerate(frames, 1):
            pd.DataFrame(frame).to_csv(f"{folder}/{i}.csv", index=False, header=False)
            head += f'x{i} <- as.matrix(read.csv("{folder}/{i}.csv", header = FALSE));'
        out = subprocess.run(["Rscript", "-e", head + code], capture_output=True, text=True, check=True).stdout
    return [float(v) for v in out.split()]


def likert(rng, n, k, loading, missing):
    trait = rng.normal(size=(n, 1))
    raw = loading * trait + np.sqrt(1 - loading ** 2) * rng.normal(size=(n, k))
    answers = np.clip(np.round(3.5 + 1.3 * raw), 1, 6)
    answers[rng.uniform(size=(n, k)) < missing] = np.nan
    return answers


def alpha():
    """Feldt's interval with the people who were counted; pingouin itself takes all rows for n, whatever it dropped."""
    rng = np.random.default_rng(57)
    rows = []
    for number, (n, k, loading, missing) in enumerate([(24, 4, 0.7, 0.08), (12, 3, 0.0, 0), (40, 6, 0.5, 0.03)]):
        answers = pd.DataFrame(likert(rng, n, k, loading, missing))
        result = []
        for policy, people in (("listwise", len(answers.dropna())),
                               ("pairwise", int((answers.notna().astype(int).T @ answers.notna().astype(int)).to_numpy().min()))):
            a = pg.cronbach_alpha(answers, nan_policy=policy)[0]
            df = people - 1, (people - 1) * (k - 1)
            result += [a, 1 - (1 - a) * st.f.isf(0.025, *df), 1 - (1 - a) * st.f.isf(0.975, *df)]
        for row in answers.to_numpy():
            rows.append((number, *result, *row))
    width = max(len(row) for row in rows)
    rows = [row + (-1,) * (width - len(row)) for row in rows]
    write("AlphaAnswers", f"{PINGOUIN} cronbach_alpha, Feldt limits {SCIPY} with the people counted",
          "case; listwise alpha, low, high; pairwise the same; answers (nan missing, -1 no such item)", rows)


def fitted(correlations):
    """One factor by minimum residuals, with a general minimiser."""
    k = len(correlations)
    off = ~np.eye(k, dtype=bool)

    def residuals(l):
        return (correlations - np.outer(l, l))[np.triu_indices(k, 1)]

    start = np.sqrt(np.abs(correlations[off]).mean()) * np.sign(np.linalg.eigh(correlations)[1][:, -1])
    l = so.least_squares(residuals, start, xtol=1e-15, ftol=1e-15, gtol=1e-15, method="lm").x
    return l if l.sum() >= 0 else -l


def factor():
    rng = np.random.default_rng(58)
    rows = []
    for number, k in enumerate([3, 4, 5, 5, 8]):
        loadings = rng.uniform(0.45, 0.8, k) * np.where(rng.uniform(size=k) < (0.3 if number == 3 else 0), -1, 1)
        sample = rng.normal(size=(600, 1)) * loadings + np.sqrt(1 - loadings ** 2) * rng.normal(size=(600, k))
        c = np.corrcoef(sample.T)
        l = fitted(c)
        psych = np.array(r("cat(fa(x1, nfactors = 1, fm = 'minres')$loadings[, 1])", c))
        assert np.abs(np.abs(psych) - np.abs(l)).max() < 2e-4, (psych, l)
        omega = l.sum() ** 2 / (l.sum() ** 2 + (1 - l ** 2).sum())
        if number != 3:
            # What psych's omega prints: it divides by the observed variance of the sum.
            theirs = r("f <- fa(x1, nfactors = 1, fm = 'minres'); cat(1 - sum(f$uniquenesses) / sum(x1))", c)[0]
            assert abs(theirs - omega) < 0.02, (theirs, omega)
        for i in range(k):
            rows.append((number, omega, l[i], *c[i], *([0] * (8 - k))))
    write("OneFactorLoadings", f"{SCIPY} least_squares; loadings agree with R psych 2.2.9 fa(fm = 'minres') to 2e-4",
          "case, omega of standardised items; loading; a row of the correlation matrix, filled up with 0", rows)


BFI = {"A": [0], "C": [3, 4], "E": [0, 1], "N": [], "O": [1, 4]}


def bfi():
    data = pd.read_csv(SHARED / "data/bfi/bfi.csv")
    rows = []
    for number, (scale, reversed_) in enumerate(BFI.items()):
        items = data[[f"{scale}{i}" for i in range(1, 6)]].dropna().to_numpy(float)
        items[:, reversed_] = 7 - items[:, reversed_]
        c, s = np.corrcoef(items.T), items.std(axis=0, ddof=1)
        l = fitted(c)
        psych = r("f <- fa(x1, nfactors = 1, fm = 'minres'); cat(f$loadings[, 1])", items)
        assert np.abs(np.array(psych) - l).max() < 2e-4, (psych, l)
        raw = (l * s).sum() ** 2 / ((l * s).sum() ** 2 + ((1 - l ** 2) * s ** 2).sum())
        rows.append((number, len(items), l.sum() ** 2 / (l.sum() ** 2 + (1 - l ** 2).sum()), raw, *l))
    write("BfiOneFactor", f"{SCIPY} least_squares on psych's bfi; loadings agree with R psych 2.2.9 fa(fm = 'minres') to 2e-4",
          "scale (A C E N O), people, omega of standardised items, of raw items, five loadings", rows)


def matrices():
    rng = np.random.default_rng(59)
    rows = []
    for number, (sizes, p) in enumerate([((35, 25), 3), ((20, 20), 2), ((400, 300), 3)]):
        groups = []
        for g, n in enumerate(sizes):
            mix = np.eye(p) + (0.3 + 0.15 * g) * np.ones((p, p))
            groups.append(np.round(rng.normal(size=(n, p)) @ mix, 2))
        frame = pd.DataFrame(np.vstack(groups))
        frame["g"] = np.repeat(range(len(sizes)), sizes)
        covs = [np.cov(g.T) for g in groups]
        freedom = [n - 1 for n in sizes]
        pooled = sum(c * f for c, f in zip(covs, freedom)) / sum(freedom)
        m = sum(freedom) * np.linalg.slogdet(pooled)[1] - sum(f * np.linalg.slogdet(c)[1] for c, f in zip(covs, freedom))
        c = (sum(1 / f for f in freedom) - 1 / sum(freedom)) * (2 * p * p + 3 * p - 1) / (6 * (p + 1) * (len(sizes) - 1))
        box = m * (1 - c)
        theirs = pg.box_m(frame, dvs=list(range(p)), group="g")["Chi2"].iloc[0]
        assert abs(theirs - box) < 1e-9 * box, (theirs, box)
        first, second = (np.corrcoef(g.T) for g in groups)
        mean = (sizes[0] * first + sizes[1] * second) / sum(sizes)
        z = np.sqrt(sizes[0] * sizes[1] / sum(sizes)) * np.linalg.inv(mean) @ (first - second)
        s = np.eye(p) + mean * np.linalg.inv(mean)
        statistic = np.trace(z @ z) / 2 - np.diag(z) @ np.linalg.inv(s) @ np.diag(z)
        # psych takes tr(Z Z') and S = R * R, which is not Jennrich's statistic; its value is kept as one not to reproduce.
        jennrich = (statistic, st.chi2.sf(statistic, p * (p - 1) / 2), r("cat(cortest.jennrich(x1, x2)$chi2)", *groups)[0])
        result = (box, st.chi2.sf(box, p * (p + 1) / 2 * (len(sizes) - 1)), *jennrich)
        if number == 2:
            print("400 and 300 people, not tabled:", theirs, box)
            continue
        for g, group in enumerate(groups):
            rows += [(number, *result, g, *row, *([0] * (3 - p))) for row in group]
    write("TwoCovariances", f"numpy {np.__version__} and {PINGOUIN} box_m; R psych 2.2.9 cortest.jennrich in its own column",
          "case; Box chi-squared, p; Jennrich chi-squared, p, psych's chi-squared (wrong); group; values, filled up with 0", rows)


def linked_line(x, y, at):
    """Functions of weights: one per person of either form."""
    def value(w):
        wx, wy = w[:len(x)], w[len(x):]
        mx, my = (wx * x).sum() / wx.sum(), (wy * y).sum() / wy.sum()
        sx = np.sqrt((wx * (x - mx) ** 2).sum() / wx.sum() * len(x) / (len(x) - 1))
        sy = np.sqrt((wy * (y - my) ** 2).sum() / wy.sum() * len(y) / (len(y) - 1))
        return my + sy / sx * (at - mx)
    return value


def linked_equipercentile(fx, fy, at):
    def value(w):
        wx, wy = w[:len(fx)], w[len(fx):]
        edges_x, edges_y = np.arange(len(fx) + 1) - 0.5, np.arange(len(fy) + 1) - 0.5
        rank = np.interp(at, edges_x, np.concatenate([[0], np.cumsum(wx)]) / wx.sum())
        return np.interp(rank, np.concatenate([[0], np.cumsum(wy)]) / wy.sum(), edges_y)
    return value


def chained(x, y, at):
    def value(w):
        wx, wy = w[:len(x)], w[len(x):]

        def moments(weights, values):
            mean = (weights * values).sum() / weights.sum()
            return mean, np.sqrt((weights * (values - mean) ** 2).sum() / weights.sum() * len(values) / (len(values) - 1))

        (mx, sx), (mv, sv) = moments(wx, x[:, 0]), moments(wx, x[:, 1])
        (my, sy), (mw, sw) = moments(wy, y[:, 0]), moments(wy, y[:, 1])
        return my + sy / sw * (mv + sv / sx * (at - mx) - mw)
    return value


def slopes(f, w, step=1e-4):
    result = []
    for i in range(len(w)):
        up, down = w.copy(), w.copy()
        up[i] += step
        down[i] -= step
        result.append((f(up) - f(down)) / (2 * step))
    return np.array(result)


def linking():
    rng = np.random.default_rng(60)
    x, y = np.round(rng.gamma(4, 2, 14), 1), np.round(rng.normal(10, 3, 11), 1)
    at = 9.5
    f = linked_line(x, y, at)
    s = slopes(f, np.ones(len(x) + len(y)))
    var = (s[:len(x)] ** 2).sum() * len(x) / (len(x) - 1) + (s[len(x):] ** 2).sum() * len(y) / (len(y) - 1)
    mean = at - x.mean() + y.mean()
    mean_error = np.sqrt(x.var(ddof=1) / len(x) + y.var(ddof=1) / len(y))
    result = (at, mean, mean_error, f(np.ones(len(x) + len(y))), np.sqrt(var))
    rows = [(0, v, *result) for v in x] + [(1, v, *result) for v in y]
    write("LinkedLines", f"numpy {np.__version__}, numerical derivatives in every person's weight",
          "form (0 X, 1 Y), value; score, mean linked, error, linear linked, error", rows)

    x = np.round(np.column_stack([rng.normal(20, 4, 15), np.zeros(15)]), 1)
    x[:, 1] = np.round(0.5 * x[:, 0] + rng.normal(0, 1.5, 15), 1)
    y = np.round(np.column_stack([rng.normal(25, 5, 12), np.zeros(12)]), 1)
    y[:, 1] = np.round(0.4 * y[:, 0] + rng.normal(2, 1.5, 12), 1)
    at = 23.0
    f = chained(x, y, at)
    s = slopes(f, np.ones(27))
    var = (s[:15] ** 2).sum() * 15 / 14 + (s[15:] ** 2).sum() * 12 / 11
    result = (at, f(np.ones(27)), np.sqrt(var))
    rows = [(0, *v, *result) for v in x] + [(1, *v, *result) for v in y]
    write("ChainedLines", f"numpy {np.__version__}, numerical derivatives in every person's weight",
          "form (0 X, 1 Y), score, anchor; score, chained linked, error", rows)

    fx = np.array([3, 5, 9, 14, 20, 17, 12, 8, 4, 2], float)
    fy = np.array([1, 4, 6, 11, 15, 22, 18, 13, 9, 6, 3], float)
    rows = []
    for at in (0, 1, 3, 4, 6, 9, 2.3, 4.75, 8.9):
        f = linked_equipercentile(fx, fy, at)
        w = np.concatenate([fx, fy])
        s = slopes(f, w, 1e-5)
        # Multinomial: what remains after the mean slope, which is zero for a function of shares.
        rows.append((at, f(w), np.sqrt((w * s ** 2).sum())))
    write("LinkedPercentiles", f"numpy {np.__version__}, numerical derivatives in every frequency; X {fx.astype(int).tolist()}, Y {fy.astype(int).tolist()} from 0",
          "score, equipercentile linked, error", rows)


for part in (alpha, factor, bfi, matrices, linking):
    part()
    print(part.__name__, flush=True)
