#!/usr/bin/env python3
"""Reference values of rates, ratios, exact tests and pairs. Needs numpy, scipy 1.17.1, statsmodels 0.15.0, mpmath 1.3.0.

Run from the package root: python3 scripts/reference/rates.py [PART ...]
Score intervals come from a root search on the likelihood itself; exact two-sided p values from whole numbers and a fine grid of rates.
"""
import sys
import warnings
from fractions import Fraction
from math import comb

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st
import statsmodels
from scipy.optimize import brentq, minimize_scalar
from statsmodels.stats.contingency_tables import Table2x2, mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep, test_proportions_2indep

from tables import write

warnings.filterwarnings("ignore")
mp.mp.dps = 40
MPMATH = f"mpmath {mp.__version__}, 40 digits"
SCIPY = f"scipy {scipy.__version__}"
STATSMODELS = f"statsmodels {statsmodels.__version__}"
LEVELS = [0.95, 0.9, 0.99375]


def jeffreys():
    rows = []
    for x, n in [(0, 10), (3, 20), (1, 1), (20, 20), (7, 30), (45, 100), (1, 640), (639, 640), (12, 4000)]:
        for level in LEVELS:
            tail = (1 - level) / 2
            low = 0.0 if x == 0 else st.beta.ppf(tail, x + 0.5, n - x + 0.5)
            high = 1.0 if x == n else st.beta.isf(tail, x + 0.5, n - x + 0.5)
            rows.append((x, n, level, low, high))
    write("JeffreysIntervals", f"{SCIPY} beta.ppf, ends 0 and 1 by rule", "events, total, level, low, high", rows)


def tables(count, seed, largest=300):
    rng = np.random.default_rng(seed)
    rows = []
    while len(rows) < count:
        n1, n0 = int(rng.integers(3, largest)), int(rng.integers(3, largest))
        x1, x0 = int(rng.binomial(n1, rng.uniform())), int(rng.binomial(n0, rng.uniform()))
        if 0 < x1 < n1 and 0 < x0 < n0:
            rows.append((x1, n1, x0, n0))
    return rows


def differences():
    rows = []
    cases = [(30, 100, 45, 100), (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (10, 10, 0, 20), (3, 30, 12, 120)]
    for i, t in enumerate(cases + tables(12, 21)):
        level = LEVELS[i % 3]
        new = confint_proportions_2indep(*t, method="newcomb", compare="diff", alpha=1 - level)
        caffo = confint_proportions_2indep(*t, method="agresti-caffo", compare="diff", alpha=1 - level)
        p_caffo = test_proportions_2indep(*t, method="agresti-caffo", compare="diff").pvalue

        def edge(log_alpha):
            low, high = confint_proportions_2indep(*t, method="newcomb", compare="diff", alpha=np.exp(log_alpha))
            return low if t[0] / t[1] > t[2] / t[3] else -high

        p_new = 1.0 if t[0] * t[3] == t[2] * t[1] else float(np.exp(brentq(edge, -500, -1e-9, xtol=1e-13)))
        rows.append((*t, level, *new, p_new, max(-1, caffo[0]), min(1, caffo[1]), p_caffo))
    write("RateDifferences", f"{STATSMODELS} confint_proportions_2indep newcomb and agresti-caffo",
          "group events, total, reference events, total, level, Newcombe low, high, p, Agresti-Caffo low, high, p", rows)


def ratio_score(t, ratio, inflation):
    """Score at a ratio with the rates that maximise the likelihood, by root search."""
    x1, n1, x0, n0 = map(mp.mpf, t)
    top = min(mp.mpf(1), 1 / ratio)

    def slope(q):
        total = mp.mpf(0)
        if x1:
            total += x1 / q
        if x0:
            total += x0 / q
        if n1 - x1:
            total -= (n1 - x1) * ratio / (1 - ratio * q)
        if n0 - x0:
            total -= (n0 - x0) / (1 - q)
        return total

    a, b = top * mp.mpf(10) ** -30, top * (1 - mp.mpf(10) ** -30)
    if slope(b) >= 0:
        q = top
    else:
        for _ in range(110):
            m = (a + b) / 2
            a, b = (m, b) if slope(m) > 0 else (a, m)
        q = (a + b) / 2
    p = min(mp.mpf(1), ratio * q)
    variance = inflation * (p * (1 - p) / n1 + ratio ** 2 * q * (1 - q) / n0)
    difference = x1 / n1 - ratio * x0 / n0
    return mp.mpf(0) if difference == 0 else difference / mp.sqrt(variance)


def ratio_limits(t, level, corrected):
    n = mp.mpf(t[1] + t[3])
    inflation = n / (n - 1) if corrected else mp.mpf(1)
    z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))

    def search(sign):
        inside = mp.mpf(0)
        while sign * ratio_score(t, mp.e ** inside, inflation) < -z:
            inside -= sign
        outside = inside + sign
        while sign * ratio_score(t, mp.e ** outside, inflation) >= -z:
            inside, outside = outside, outside + sign
        for _ in range(60):
            m = (inside + outside) / 2
            if sign * ratio_score(t, mp.e ** m, inflation) >= -z:
                inside = m
            else:
                outside = m
        return mp.e ** ((inside + outside) / 2)

    p = mp.erfc(abs(ratio_score(t, mp.mpf(1), inflation)) / mp.sqrt(2))
    return (search(-1) if t[0] else 0, search(1) if t[2] else mp.mpf("inf"), p)


def ratios():
    rows = []
    cases = [(30, 100, 45, 100), (0, 10, 4, 20), (4, 10, 0, 20), (10, 10, 5, 20), (10, 10, 20, 20), (5, 20, 10, 10), (1, 30, 1, 640), (1, 1, 1, 2)]
    for i, t in enumerate(cases + tables(10, 22)):
        level = LEVELS[i % 3]
        katz = (mp.nan, mp.nan) if 0 in (t[0], t[2]) or t == (10, 10, 20, 20) else confint_proportions_2indep(
            *t, method="log", compare="ratio", alpha=1 - level)
        rows.append((*t, level, *katz, *ratio_limits(t, level, False), *ratio_limits(t, level, True)))
    write("RateRatios", f"Katz {STATSMODELS}; scores {MPMATH}, root search on the likelihood",
          "group events, total, reference events, total, level, Katz low, high, Koopman low, high, p, Miettinen-Nurminen low, high, p", rows)


def odds():
    rows = []
    for i, t in enumerate([(3, 4, 1, 4), (30, 100, 45, 100), (1, 30, 40, 640), (8, 10, 1, 6)] + tables(10, 23)):
        level = LEVELS[i % 3]
        table = [[t[0], t[1] - t[0]], [t[2], t[3] - t[2]]]
        woolf = Table2x2(np.array(table, dtype=float), shift_zeros=False)
        exact = st.contingency.odds_ratio(table, kind="conditional")
        ci = exact.confidence_interval(level)
        pearson, yates = (st.chi2_contingency(table, correction=c) for c in (False, True))
        rows.append((*t, level, woolf.oddsratio, *woolf.oddsratio_confint(1 - level), woolf.oddsratio_pvalue(),
                     exact.statistic, ci.low, ci.high, pearson.statistic, pearson.pvalue, yates.statistic, yates.pvalue))
    write("OddsRatios", f"Woolf {STATSMODELS}, others {SCIPY}",
          "group events, total, reference events, total, level, Woolf estimate, low, high, p, conditional estimate, low, high, chi-squared, p, Yates, p",
          rows)


def whole_weights(m, n1, n0):
    return {x: comb(n1, x) * comb(n0, m - x) for x in range(max(0, m - n0), min(n1, m) + 1)}


def fisher(x1, n1, x0, n0):
    weights = whole_weights(x1 + x0, n1, n0)
    return Fraction(sum(w for w in weights.values() if w <= weights[x1]), sum(weights.values()))


def mid_p(x1, n1, x0, n0):
    weights = whole_weights(x1 + x0, n1, n0)
    below = sum(w for w in weights.values() if w < weights[x1])
    return Fraction(2 * below + sum(w for w in weights.values() if w == weights[x1]), 2 * sum(weights.values()))


def supremum(members, n1, n0):
    """Largest chance over the rate: 20,001 rates, then a bounded search round the best five."""
    shares = np.zeros(n1 + n0 + 1)
    for x1, x0 in members:
        shares[x1 + x0] += comb(n1, x1) * comb(n0, x0) / comb(n1 + n0, x1 + x0)
    k = np.arange(n1 + n0 + 1)

    def chance(p):
        return float(shares @ st.binom.pmf(k, n1 + n0, p))

    grid = np.linspace(0, 1, 20001)
    values = np.array([chance(p) for p in grid])
    best = values.max()
    for i in np.argsort(values)[-5:]:
        found = minimize_scalar(lambda p: -chance(p), bounds=(max(0, grid[i] - 1e-4), min(1, grid[i] + 1e-4)), method="bounded",
                                options={"xatol": 1e-10})
        best = max(best, -found.fun)
    return best


def one_sided_fisher(x1, n1, x0, n0, sign):
    weights = whole_weights(x1 + x0, n1, n0)
    return Fraction(sum(w for x, w in weights.items() if sign * x >= sign * x1), sum(weights.values()))


def exact():
    """All by whole numbers. scipy agrees to 1e-6, except where it loses tied tables to rounding and so gives a smaller p (printed)."""
    rows = []
    cases = [(7, 15, 1, 12), (3, 10, 8, 11), (0, 5, 5, 7), (6, 6, 2, 9), (2, 20, 9, 25), (1, 4, 3, 4), (12, 40, 30, 55), (5, 9, 5, 9), (4, 21, 9, 13)]
    for x1, n1, x0, n0 in cases:
        every = [(a, c) for a in range(n1 + 1) for c in range(n0 + 1)]

        def z_squared(a, c):
            m = a + c
            if m in (0, n1 + n0):
                return Fraction(0)
            difference = a * n0 - c * n1
            return Fraction(difference * abs(difference), m * (n1 + n0 - m))

        z = z_squared(x1, x0)
        p = {
            "boschloo": [t for t in every if fisher(t[0], n1, t[1], n0) <= fisher(x1, n1, x0, n0)],
            "barnard": [t for t in every if abs(z_squared(*t)) >= abs(z)],
            "boschloo less": [t for t in every if one_sided_fisher(t[0], n1, t[1], n0, -1) <= one_sided_fisher(x1, n1, x0, n0, -1)],
            "boschloo greater": [t for t in every if one_sided_fisher(t[0], n1, t[1], n0, 1) <= one_sided_fisher(x1, n1, x0, n0, 1)],
            "barnard less": [t for t in every if z_squared(*t) <= z],
            "barnard greater": [t for t in every if z_squared(*t) >= z],
        }
        p = {name: supremum(members, n1, n0) for name, members in p.items()}
        table = [[x1, x0], [n1 - x1, n0 - x0]]
        theirs = {"barnard": st.barnard_exact(table, n=512).pvalue}
        for name, test in (("boschloo", st.boschloo_exact), ("barnard", st.barnard_exact)):
            for alternative in ("less", "greater"):
                theirs[f"{name} {alternative}"] = test(table, alternative=alternative, n=512).pvalue
        for name, value in theirs.items():
            if abs(value - p[name]) > 1e-6:
                print("scipy differs:", name, (x1, n1, x0, n0), value, p[name])
        mid = mid_p(x1, n1, x0, n0)
        rows.append((x1, n1, x0, n0, mp.mpf(mid.numerator) / mid.denominator, *p.values()))
    write("UnconditionalTests", f"whole numbers and a grid of 20,001 rates, compared with {SCIPY}",
          "group events, total, reference events, total, Fisher mid-p, Boschloo, Barnard, Boschloo lower, higher, Barnard lower, higher", rows)


def tango(b, c, n, delta):
    b, c, n, delta = map(mp.mpf, (b, c, n, delta))
    low, high = max(mp.mpf(0), -delta), (1 - delta) / 2

    def slope(q):
        total = mp.mpf(0)
        if b:
            total += b / (q + delta)
        if c:
            total += c / q
        if n - b - c:
            total -= 2 * (n - b - c) / (1 - 2 * q - delta)
        return total

    edge = (high - low) * mp.mpf(10) ** -30
    x, y = low + edge, high - edge
    if high <= low or slope(x) <= 0:
        q = low
    elif slope(y) >= 0:
        q = high
    else:
        for _ in range(110):
            m = (x + y) / 2
            x, y = (m, y) if slope(m) > 0 else (x, m)
        q = (x + y) / 2
    variance = n * (2 * q + delta - delta ** 2)
    top = b - c - n * delta
    return mp.mpf(0) if top == 0 else top / mp.sqrt(variance)


def paired():
    rows = []
    cases = [(43, 9, 3, 45), (36, 10, 2, 2), (0, 0, 0, 20), (1, 1, 0, 28), (2, 7, 0, 3), (20, 0, 10, 0), (5, 4, 4, 8), (700, 40, 66, 194), (0, 12, 0, 0)]
    for i, (both, b, c, neither) in enumerate(cases):
        level, n = LEVELS[i % 3], both + b + c + neither
        z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))
        ends = []
        for sign in (-1, 1):
            inside, outside = mp.mpf(b - c) / n, mp.mpf(sign)
            if inside == sign:
                ends.append(inside)
                continue
            for _ in range(60):
                m = (inside + outside) / 2
                if abs(tango(b, c, n, m)) <= z:
                    inside = m
                else:
                    outside = m
            ends.append((inside + outside) / 2)
        p = mp.mpf(1) if b == c else mp.erfc(abs(b - c) / mp.sqrt(mp.mpf(b + c)) / mp.sqrt(2))
        exact_p = mcnemar([[both, b], [c, neither]], exact=True).pvalue if b + c else 1.0
        weights = [comb(b + c, k) for k in range(b + c + 1)]
        mid = Fraction(2 * sum(w for w in weights if w < weights[b]) + sum(w for w in weights if w == weights[b]), 2 ** (b + c + 1)) if b + c else Fraction(1)
        rows.append((both, b, c, neither, level, *ends, p, exact_p, mp.mpf(mid.numerator) / mid.denominator))
    write("PairedTables", f"Tango {MPMATH}, root search on the likelihood; McNemar exact {STATSMODELS}, mid-p by whole numbers",
          "both, first only, second only, neither, level, Tango low, high, p, McNemar exact p, mid-p", rows)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for part in (jeffreys, differences, ratios, odds, exact, paired):
        if wanted and part.__name__ not in wanted:
            continue
        part()
        print(part.__name__, flush=True)
