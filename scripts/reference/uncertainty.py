#!/usr/bin/env python3
"""Reference values for resampling, equivalence, multiplicity, power and shrinkage.

Needs mpmath 1.3.0, numpy, scipy 1.17.1, statsmodels 0.15.0. Run from the package root:
    python3 scripts/reference/uncertainty.py [PART ...]
"""
import sys
import warnings

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st
import statsmodels
from scipy.optimize import brentq, minimize_scalar
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import (power_proportions_2indep, samplesize_proportions_2indep_onetail,
                                          tost_proportions_2indep)
from statsmodels.stats.weightstats import ttost_ind, ttost_paired

from tables import write

warnings.filterwarnings("ignore")
mp.mp.dps = 40
MPMATH = f"mpmath {mp.__version__}"
SCIPY = f"scipy {scipy.__version__}"
STATSMODELS = f"statsmodels {statsmodels.__version__}"
MASK = (1 << 64) - 1


def mixed(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def weights():
    """The weight rule in Python whole numbers and 40 digits: SplitMix64 stream, 12 bits, mean of Exp(1) in the cell."""
    golden = 0x9E3779B97F4A7C15
    cells = 4096

    def integral(s):
        return s - s * mp.log(s) if s else mp.mpf(0)

    table = [max(1, int(mp.nint((integral(1 - mp.mpf(k) / cells) - integral(1 - mp.mpf(k + 1) / cells)) * cells * 4096)))
             for k in range(cells)]
    table[-1] += cells * 4096 - sum(table)
    rows = []
    for seed, key, replicate in [(0, 0, 0), (0, 0, 1), (0, 0, 4), (0, 0, 5), (7, 11, 13), (7, 12, 13), (8, 11, 13), (1, 1 << 62, 999),
                                 (20261122, 123456789012345, 1999), (3, 5, 123457)]:
        state = mixed(mixed((seed + golden) & MASK) ^ ((key + 2 * golden) & MASK))
        bits = mixed((state + replicate // 5 * golden) & MASK)
        rows.append((seed, key, replicate, table[(bits >> (12 * (replicate % 5))) & 0xFFF]))
    write("BootstrapWeights", "whole numbers in Python", "seed, key, replicate, weight", rows)
    w = np.array(table) / 4096
    print("mean", w.mean(), "variance", w.var(), "third", ((w - 1) ** 3).mean(), "largest", w.max(), "smallest", w.min() * 4096)
    # Largest distance of the distribution function, just before and at each value.
    values, counts = np.unique(w, return_counts=True)
    after = counts.cumsum() / cells
    print("distance", max(np.abs(after - (1 - np.exp(-values))).max(), np.abs(after - counts / cells - (1 - np.exp(-values))).max()))


def studentized_range():
    """Both integrals by Gauss-Legendre over panels, the tail through log1p; doubled panels must agree to 1e-12."""
    nodes, weights = np.polynomial.legendre.leggauss(40)

    def panels(edges):
        edges = np.asarray(edges)
        middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
        return (middle[:, None] + half[:, None] * nodes).ravel(), (half[:, None] * weights).ravel()

    def range_tail(w, k, parts):
        z, g = panels(np.linspace(-9, max(9, w / 2 + 9), parts))
        z, g = z[None, :], g[None, :]
        w = np.atleast_1d(w)[:, None]
        whole, lower = st.norm.cdf(z), st.norm.cdf(z - w)
        return (k * g * st.norm.pdf(z) * whole ** (k - 1) * -np.expm1((k - 1) * np.log1p(-lower / whole))).sum(1)

    def tail(q, k, df, parts):
        if df == np.inf:
            return range_tail(q, k, parts)[0]
        width = 1 / np.sqrt(2 * df)
        s, g = panels(np.linspace(max(0, 1 - 14 * width), 1 + 14 * width, parts))
        log_density = np.log(2) + df / 2 * np.log(df / 2) - scipy.special.gammaln(df / 2) + (df - 1) * np.log(s) - df * s * s / 2
        # One s after the other keeps the panels of the range where its tail lives.
        return float(sum(a * np.exp(b) * range_tail(q * c, k, parts)[0] for a, b, c in zip(g, log_density, s)))

    rows = []
    for k, df, q in [(2, 2, 3), (2, 5, 3.6), (3, 10, 3.877676), (3, 57, 2.2), (4, 2, 20), (5, 28.7, 4.1), (8, 120, 5.5), (6, 693, 0.9),
                     (20, 40, 5.2), (6, 7.3, 14), (3, np.inf, 3.31), (12, np.inf, 7)]:
        value, finer = tail(q, k, df, 12), tail(q, k, df, 24)
        assert abs(value - finer) < 1e-12 * finer, (k, df, q, value, finer)
        check = st.studentized_range.sf(q, k, df)
        assert abs(finer - check) < 1e-7 + 1e-4 * check, (k, df, q, finer, check)
        rows.append((k, -1 if df == np.inf else df, q, finer))
    write("StudentizedRangeTails", f"{SCIPY}, Gauss-Legendre double integral, near its studentized_range", "groups, df (-1 infinite), q, P(Q > q)", rows)


def permutations():
    rng = np.random.default_rng(20)
    rows = []
    cases = [([1, 2, 4], [3, 5, 6])]
    for n1, n0 in ((4, 5), (5, 9), (7, 6), (2, 12)):
        cases.append((np.round(rng.normal(0.8, 1, n1), 1).tolist(), np.round(rng.gamma(2, 1, n0) - 1, 1).tolist()))
    for number, (g, r) in enumerate(cases):
        def welch(a, b, axis=-1):
            return st.ttest_ind(a, b, equal_var=False, axis=axis).statistic

        def mean(a, b, axis=-1):
            return np.mean(a, axis=axis) - np.mean(b, axis=axis)

        # scipy doubles the smaller tail; the two-sided p here counts |T*| >= |T|, so the distribution itself is counted.
        result = []
        for statistic in (welch, mean):
            test = st.permutation_test((g, r), statistic, n_resamples=np.inf, vectorized=True)
            result.append(np.mean(np.abs(test.null_distribution) >= abs(test.statistic) * (1 - 1e-10)))
        for side, values in ((1, g), (0, r)):
            rows += [(number, side, v, *result) for v in values]
    write("PermutationValues", f"{SCIPY} permutation_test, all arrangements, |T*| >= |T|",
          "case, side (1 group), value, p of Welch's t, p of the mean difference", rows)


def accelerated():
    rng = np.random.default_rng(6)
    rows = []
    for number, n in enumerate((30, 60)):
        y = np.round(rng.gamma(0.8, 1, n), 3)
        r = st.bootstrap((y,), np.mean, n_resamples=400_000, batch=10_000, method="BCa", rng=np.random.default_rng(1))
        t = (y - y.mean())
        a = (t ** 3).sum() / 6 / (t ** 2).sum() ** 1.5
        rows += [(number, v, r.confidence_interval.low, r.confidence_interval.high, r.standard_error, a) for v in y]
    write("AcceleratedMeans", f"{SCIPY} bootstrap BCa of the mean, 400,000 resamples",
          "case, value, low, high of 95 %, standard error, acceleration", rows)


def families():
    rng = np.random.default_rng(9)
    lists = [[0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205], [0.5], [0.01, 0.01, 0.04, 0.04, 0.04], [0, 1, 0.2]]
    lists += [np.round(rng.uniform(size=n) ** 3, 4).tolist() for n in (6, 20)]
    rows = []
    for number, p in enumerate(lists):
        rows += [(number, a, b) for a, b in zip(p, multipletests(p, 0.05, "simes-hochberg")[1])]
    write("HochbergFamilies", f"{STATSMODELS} multipletests simes-hochberg", "family, p, adjusted", rows)


def max_t():
    """Single step and step down from their definitions, over a small table of statistics with ties."""
    rng = np.random.default_rng(4)
    rows = []
    for number, (hypotheses, replicates) in enumerate([(3, 9), (5, 19), (4, 39)]):
        observed = np.round(rng.normal(0, 2, hypotheses), 1)
        permuted = np.round(rng.normal(0, 1.3, (replicates, hypotheses)), 1)
        size, null = np.abs(observed), np.abs(permuted)
        single = [(1 + (null.max(1) >= s).sum()) / (1 + replicates) for s in size]
        down = []
        for j in range(hypotheses):
            # Over every comparison at least this large: its p against the maximum over those not larger than it.
            steps = [(1 + (null[:, size <= s].max(1) >= s).sum()) / (1 + replicates) for s in size if s >= size[j]]
            down.append(max(steps))
        rows += [(number, -1, j, observed[j], single[j], down[j]) for j in range(hypotheses)]
        rows += [(number, b, j, permuted[b, j], 0, 0) for b in range(replicates) for j in range(hypotheses)]
    write("MaxTStatistics", "Westfall and Young's definitions in numpy",
          "case, permutation (-1 observed), comparison, statistic, single step p, step-down p (of the observed)", rows)


def all_pairs():
    rng = np.random.default_rng(12)
    groups = [np.round(rng.normal(m, s, n), 2) for m, s, n in ((0, 1, 8), (0.9, 2, 11), (0.2, 0.6, 6), (1.6, 1.4, 9))]
    write("AllPairsValues", "drawn once with numpy", "group, value", [(i, v) for i, g in enumerate(groups) for v in g])
    rows = []
    for kind, equal in ((0, True), (1, False)):
        r = st.tukey_hsd(*groups, equal_var=equal)
        ci = r.confidence_interval(0.95)
        for i in range(4):
            for j in range(i + 1, 4):
                rows.append((kind, i, j, r.statistic[i, j], ci.low[i, j], ci.high[i, j], r.pvalue[i, j]))
    write("AllPairsIntervals", f"{SCIPY} tukey_hsd", "kind (0 Tukey-Kramer, 1 Games-Howell), first, second, estimate, low, high, p", rows)


def equivalence():
    rows = []
    for x1, n1, x0, n0 in [(300, 1000, 310, 1000), (30, 100, 31, 100), (12, 60, 130, 640), (5, 30, 9, 40), (95, 100, 380, 400)]:
        for kind, (method, compare, low, high) in enumerate([("agresti-caffo", "diff", -0.05, 0.05), ("score", "diff", -0.1, 0.1),
                                                             ("log", "ratio", 0.8, 1.25)]):
            if method == "score":
                # statsmodels 0.15.0 does not put its rates where the likelihood is largest (p low of the first table 5.349e-6 for 5.946e-6).
                one = [mp.ncdf(-abs(score_z(x1, n1, x0, n0, d)) if inside else abs(score_z(x1, n1, x0, n0, d)))
                       for d, inside in ((low, x1 / n1 - x0 / n0 > low), (high, x1 / n1 - x0 / n0 < high))]
            else:
                one = tost_sides(x1, n1, x0, n0, low, high, method, compare)
                assert abs(max(one) - tost_proportions_2indep(x1, n1, x0, n0, low, high, method=method, compare=compare).pvalue) < 1e-12
            rows.append((kind, x1, n1, x0, n0, low, high, *one))
    write("EquivalentRates", f"{STATSMODELS} tost_proportions_2indep; score: {MPMATH} root search on the likelihood",
          "kind (0 Agresti-Caffo, 1 score, 2 log ratio), group events, total, reference events, total, low, high, p low, p high", rows)
    rng = np.random.default_rng(31)
    rows = []
    for number, n in enumerate((8, 25)):
        first = np.round(rng.normal(5, 1, n), 2)
        second = np.round(first + rng.normal(0.1, 0.4, n), 2)
        unpaired = ttost_ind(first, second, -0.5, 0.5, usevar="unequal")
        paired = ttost_paired(second, first, -0.4, 0.4)
        ratio = [st.ttest_ind(first, second * 0.8, equal_var=False, alternative="greater").pvalue,
                 st.ttest_ind(first, second * 1.25, equal_var=False, alternative="less").pvalue]
        pair_ratio = [st.ttest_1samp(second - 0.8 * first, 0, alternative="greater").pvalue,
                      st.ttest_1samp(second - 1.25 * first, 0, alternative="less").pvalue]
        rows += [(number, a, b, unpaired[1][1], unpaired[2][1], paired[1][1], paired[2][1], *ratio, *pair_ratio) for a, b in zip(first, second)]
    write("EquivalentMeans", f"{STATSMODELS} ttost_ind, ttost_paired; {SCIPY} one-sided t",
          "case, first, second, Welch p low, p high (margin .5), paired (.4), ratio first/second (.8 to 1.25), paired ratio second/first", rows)


def score_z(x1, n1, x0, n0, delta):
    delta = mp.mpf(delta)
    low, high = max(mp.mpf(0), -delta) + mp.mpf(10) ** -30, min(mp.mpf(1), 1 - delta) - mp.mpf(10) ** -30
    for _ in range(120):
        q = (low + high) / 2
        slope = x1 / (q + delta) - (n1 - x1) / (1 - q - delta) + x0 / q - (n0 - x0) / (1 - q)
        low, high = (q, high) if slope > 0 else (low, q)
    p, n = q + delta, mp.mpf(n1 + n0)
    return (mp.mpf(x1) / n1 - mp.mpf(x0) / n0 - delta) / mp.sqrt(n / (n - 1) * (p * (1 - p) / n1 + q * (1 - q) / n0))


def tost_sides(x1, n1, x0, n0, low, high, method, compare):
    from statsmodels.stats.proportion import test_proportions_2indep as one
    return (one(x1, n1, x0, n0, value=low, method=method, compare=compare, alternative="larger").pvalue,
            one(x1, n1, x0, n0, value=high, method=method, compare=compare, alternative="smaller").pvalue)


def power():
    rows = []
    for p1, n1, p0, n0 in [(0.3, 100, 0.45, 100), (0.45, 100, 0.3, 100), (0.1, 60, 0.25, 240), (0.62, 300, 0.55, 500)]:
        r = power_proportions_2indep(p1 - p0, p0, n1, ratio=n0 / n1, alpha=0.05, return_results=True)
        n = [samplesize_proportions_2indep_onetail(p1 - p0, p0, 0.8, ratio=n0 / n1, alpha=a, alternative="larger" if p1 > p0 else "smaller")
             for a in (0.025, 0.0125)]
        rows.append((p1, n1, p0, n0, r.power, *n))
    write("TwoRatePowers", f"{STATSMODELS} power_proportions_2indep, samplesize_proportions_2indep_onetail",
          "group rate, count, reference rate, count, two-sided power, n per group for 80 % at two-sided "
          "alpha .05, at .025", rows)


def shrinkage():
    rng = np.random.default_rng(8)
    y = np.round(rng.normal(0.2, 0.3, 7), 3)
    se = np.round(rng.uniform(0.08, 0.3, 7), 3)
    dl = combine_effects(y, se ** 2, method_re="dl")

    def restricted(tau):
        w = 1 / (se ** 2 + tau)
        mu = (w * y).sum() / w.sum()
        return 0.5 * (np.log(se ** 2 + tau).sum() + np.log(w.sum()) + (w * (y - mu) ** 2).sum())

    tau = minimize_scalar(restricted, bounds=(0, 2), method="bounded", options={"xatol": 1e-12}).x
    step = 1e-6
    tau = brentq(lambda t: (restricted(t + step) - restricted(t - step)) / (2 * step), tau * 0.8, tau * 1.2, xtol=1e-13)
    write("ShrunkenMeans", f"{STATSMODELS} combine_effects (DerSimonian-Laird); {SCIPY} on the restricted likelihood",
          "estimate, standard error, tau^2 by moments, mean, tau^2 by restricted likelihood",
          [(a, b, dl.tau2, dl.mean_effect_re, tau) for a, b in zip(y, se)])
    n = rng.integers(10, 120, 8)
    x = rng.binomial(n, rng.beta(4, 9, 8))
    p = mp.mpf(int(x.sum())) / int(n.sum())
    total = mp.mpf(int(n.sum()))
    s = sum(int(m) * (mp.mpf(int(e)) / int(m) - p) ** 2 for e, m in zip(x, n))
    free = sum(1 - int(m) / total for m in n)
    room = sum(int(m) * (1 - int(m) / total) for m in n) - free
    r = (s / (p * (1 - p)) - free) / room
    added = float(1 / r - 1)
    rows = []
    for e, m in zip(x, n):
        posterior = st.beta(e + added * float(p), m - e + added * (1 - float(p)))
        rows.append((e, m, p, r, posterior.mean(), posterior.ppf(0.025), posterior.ppf(0.975)))
    write("ShrunkenRates", f"{MPMATH} for the moments, {SCIPY} beta", "events, total, common rate, intraclass, estimate, low, high of 95 %", rows)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for part in (weights, studentized_range, permutations, accelerated, families, max_t, all_pairs, equivalence, power, shrinkage):
        if wanted and part.__name__ not in wanted:
            continue
        part()
        print(part.__name__, flush=True)
