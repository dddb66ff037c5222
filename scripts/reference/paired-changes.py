#!/usr/bin/env python3
"""Reference limits of paired changes: Hall's transformation, Clopper-Pearson on sums, difference in differences.

Every figure is computed twice, by scripts/reference/paired-changes.R in closed form and here by another road: Hall's limits as the real root
of the cubic equation Q(W) = t (mpmath, 50 digits), Clopper and Pearson's by bisecting the incomplete beta function itself (mpmath), Welch's
by scipy. The script stops when the two differ by more than 1e-9 of the larger. Needs mpmath 1.3.0, numpy, scipy 1.17.1 and Rscript
(R 4.2.2, base packages only). Run from the package root.
"""
import pathlib
import subprocess
import tempfile

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st

from tables import write

mp.mp.dps = 50
LEVELS = (0.5, 0.9, 0.95, 0.998)
HERE = pathlib.Path(__file__).parent


def changes():
    """Mean changes of many people: symmetric, skewed to either side, tied, shifted far from 0, of ten people."""
    rng = np.random.default_rng(60)
    yield np.round(rng.normal(0.05, 0.3, 30), 4)
    yield np.round(rng.exponential(0.2, 45) - 0.05, 4)
    yield np.round(0.1 - rng.exponential(0.2, 60), 4)
    yield (rng.random(80) < 0.2) * 0.6 + (rng.random(80) < 0.1) * -0.2
    yield np.round(np.exp(rng.normal(0, 1.2, 40)), 4)
    yield -np.round(np.exp(rng.normal(0, 1.2, 200)), 4)
    yield np.array([-0.4, -0.2, 0, 0.2, 0.4])
    yield np.array([0.0] * 99 + [1.0])
    yield np.array([1.0] * 29 + [-1.0])
    yield 4 + np.round(rng.normal(0, 0.1, 25), 4)
    yield np.array([0.3, 0.1])
    yield rng.integers(-1, 2, 120).astype(float)


def few():
    """(largest, changes): hardly anybody off the commonest change."""
    yield 1, np.zeros(30)
    yield 1, np.array([0.0] * 59 + [0.2])
    yield 1, np.array([0.0] * 51 + [1.0] * 9)
    yield 1, np.array([0.0] * 191 + [1.0] * 9)
    yield 1, np.array([0.0] * 55 + [0.4, 0.6, 1, -0.2, -1])
    yield 1.25, np.array([-0.25] * 40 + [0.75, 0.35, -0.65])
    yield 0.75, np.array([0.25] * 33 + [1, 1, 0.45, -0.15])
    yield 3, np.array([0.0] * 30 + [2.5, -3, 0.1, -0.3, 1.75])
    yield 2, np.array([1.0] * 12)
    yield 1, np.array([0.0] * 28 + [-1.0, -0.8])


def centred():
    """(group, rest): changes in another unit, with equal and unequal spreads and sizes."""
    rng = np.random.default_rng(61)
    yield np.round(rng.normal(0.4, 0.3, 30), 4), np.round(rng.normal(0.1, 0.6, 170), 4)
    yield np.round(rng.exponential(0.5, 400), 4), np.round(rng.normal(0.2, 0.1, 12), 4)
    yield np.array([0.1, 0.3, 0.2, 0.7]), np.array([0.0, 0.0, 0.0])
    yield np.array([1.5, 2.0]), np.array([-1.0, 0.25])


def real_root(a3, a2, a1, a0):
    """The one real root of a monotone cubic (a line when a3 and a2 are 0)."""
    if a3 == 0:
        return -a0 / a1
    # Monotone: a triple point at W = -3/g, everything else follows by bisection.
    f = lambda w: ((a3 * w + a2) * w + a1) * w + a0
    low, high = mp.mpf(-1), mp.mpf(1)
    while f(low) > 0:
        low *= 2
    while f(high) < 0:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < 0 else (low, middle)
    return (low + high) / 2


def hall(x):
    values = [mp.mpf(float(v)) for v in x]
    n = len(values)
    mean = mp.fsum(values) / n
    m2 = mp.fsum((v - mean) ** 2 for v in values) / n
    m3 = mp.fsum((v - mean) ** 3 for v in values) / n
    s, g = mp.sqrt(m2 * n / (n - 1)), m3 / m2 ** mp.mpf("1.5")
    if abs(g) < mp.mpf("1e-15"):
        g = mp.mpf(0)
    q = lambda w: w + g * w ** 2 / 3 + g ** 2 * w ** 3 / 27 + g / (6 * n)
    t = lambda level: mp.mpf(st.t.ppf(level, n - 1)) / mp.sqrt(n)
    limit = lambda level: mean - s * real_root(g ** 2 / 27, g / 3, mp.mpf(1), g / (6 * n) - t(level))
    statistic = mp.sqrt(n) * q(mean / s)
    return [float(v) for v in (g, statistic, st.t.sf(float(statistic), n - 1), *map(limit, LEVELS), *(limit(1 - l) for l in LEVELS))]


def crossing(f, low, high):
    """Where the rising f passes 0."""
    low, high = mp.mpf(low), mp.mpf(high)
    for _ in range(110):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < 0 else (low, middle)
    return (low + high) / 2


def clopper_pearson(largest, x):
    n = len(x)
    values, counts = np.unique(x, return_counts=True)
    centre = min((v for v, c in zip(values, counts) if c == counts.max()), key=lambda v: (abs(v), -v))
    up = mp.fsum(mp.mpf(float(v)) - mp.mpf(float(centre)) for v in x if v > centre) / mp.mpf(largest)
    down = mp.fsum(mp.mpf(float(centre)) - mp.mpf(float(v)) for v in x if v < centre) / mp.mpf(largest)
    beta = lambda p, a, b: mp.betainc(a, b, 0, p, regularized=True)
    # The rate at which so small, or so large, a sum has the tail as its chance.
    highest = lambda e, tail: mp.mpf(1) if e >= n else crossing(lambda p: beta(p, e + 1, n - e) - (1 - tail), 0, 1)
    lowest = lambda e, tail: mp.mpf(0) if e <= 0 else crossing(lambda p: beta(p, e, n - e + 1) - tail, 0, 1)
    lower = lambda level: float(centre) + largest * (lowest(up, (1 - level) / 2) - highest(down, (1 - level) / 2))
    upper = lambda level: float(centre) + largest * highest(up, 1 - level)
    p = 1
    if lower(mp.mpf(0)) > 0:
        low, high = mp.mpf(0), mp.mpf(1)
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (low, middle) if lower(1 - middle) > 0 else (middle, high)
        p = (low + high) / 2
    levels = [mp.mpf(str(l)) for l in LEVELS]
    return [float(v) for v in (np.mean(x), np.std(x, ddof=1) / np.sqrt(n), p, *map(lower, levels), *map(upper, levels))]


def welch(group, rest):
    share = len(rest) / (len(group) + len(rest))
    test = lambda side: st.ttest_ind(group, rest, equal_var=False, alternative=side)
    one, other = test("greater"), test("less")
    return [group.mean() - np.concatenate([group, rest]).mean(), one.df, one.pvalue,
            *(share * one.confidence_interval(l).low for l in LEVELS), *(share * other.confidence_interval(l).high for l in LEVELS)]


def from_r(tables):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, (head, rows) in tables.items():
            path = pathlib.Path(folder) / f"{name}.csv"
            path.write_text(head + "\n" + "\n".join(",".join(format(float(v), ".17g") for v in row) for row in rows) + "\n")
            paths.append(str(path))
        out = subprocess.run(["Rscript", str(HERE / "paired-changes.R"), *paths], capture_output=True, text=True, check=True).stdout
    lines = [line.split(",") for line in out.strip().split("\n")]
    return lines[0][1], {(name, int(case)): [float(v) for v in figures] for name, case, *figures in lines[1:]}


def agreed(name, case, here, there):
    for a, b in zip(here, there, strict=True):
        if abs(a - b) > 1e-9 * max(abs(a), abs(b), 1e-3):
            raise SystemExit(f"{name} case {case}: {a!r} here, {b!r} by R")
    return here


def main():
    all_changes, all_few, all_centred = list(changes()), list(few()), list(centred())
    version, r = from_r({
        "changes": ("case,value", [(k, v) for k, x in enumerate(all_changes) for v in x]),
        "rates": ("case,value,largest", [(k, v, largest) for k, (largest, x) in enumerate(all_few) for v in x]),
        "centred": ("case,group,value", [(k, side, v) for k, sides in enumerate(all_centred) for side, x in zip((1, 0), sides) for v in x])})
    limits = "lower limits at one-sided " + ", ".join(map(str, LEVELS)) + ", upper limits at the same"
    both = f"{version} by hand and scipy {scipy.__version__} with mpmath {mp.__version__}, which agree to 1e-9"
    for name, kind, source, head, first, cases in [
            ("PairedMean", "hall", both, "skewness, transformed statistic, one-sided p", "value",
             [([(v,) for v in x], hall(x)) for x in all_changes]),
            ("FewChanges", "few", both, "mean, standard error, one-sided p", "largest, value",
             [([(largest, v) for v in x], clopper_pearson(largest, x)) for largest, x in all_few]),
            ("CentredMean", "centred", f"{version} t.test and scipy {scipy.__version__} ttest_ind, which agree to 1e-9",
             "difference, df, one-sided p", "side (1 group), value",
             [([(side, v) for side, x in zip((1, 0), sides) for v in x], welch(*sides)) for sides in all_centred])]:
        write(f"{name}People", source, f"case, {first}", [(k, *row) for k, (people, _) in enumerate(cases) for row in people])
        write(f"{name}Limits", source, f"case, {head}, {limits}",
              [(k, *agreed(kind, k, figures, r[kind, k])) for k, (_, figures) in enumerate(cases)])


main()
