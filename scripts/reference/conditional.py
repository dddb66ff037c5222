#!/usr/bin/env python3
"""Writes the reference values of the stratified comparisons (Tests/MetricsTests/Conditional).

Needs mpmath 1.3.0, numpy, statsmodels 0.15.0. Run from the package root: python3 scripts/reference/conditional.py
"""
import warnings

import mpmath as mp
import numpy as np
import statsmodels
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.proportion import proportion_confint

from tables import write

warnings.filterwarnings("ignore")
mp.mp.dps = 40
BERKELEY = [(89, 108, 512, 825), (17, 25, 353, 560), (202, 593, 120, 325), (131, 375, 138, 417), (94, 393, 53, 191), (24, 341, 22, 373)]


def cases():
    rng = np.random.default_rng(14)
    result = [BERKELEY, [(90, 100, 20, 100), (70, 100, 70, 100)], [(30, 100, 45, 100)]]
    for size, low, high in [(3, 20, 90), (5, 4, 30), (9, 0, 25), (20, 0, 8), (4, 100, 400)]:
        case = []
        for _ in range(size):
            n1, n0 = int(rng.integers(low, high)), int(rng.integers(low, high))
            p = rng.uniform(0.2, 0.8)
            case.append((int(rng.binomial(n1, p)), n1, int(rng.binomial(n0, min(1, p * 1.2))), n0))
        if low == 0:
            case += [(2, 5, 0, 0), (0, 0, 3, 4), (0, 0, 0, 0)]
        result.append(case)
    return result


def breslow_day(used, psi):
    """By a root search on the odds ratio itself, no quadratic."""
    x2 = excess = v = mp.mpf(0)
    for a, n1, c, n0 in used:
        m, n = a + c, n1 + n0
        low, high = mp.mpf(max(0, m - n0)), mp.mpf(min(n1, m))
        for _ in range(150):
            e = (low + high) / 2
            if e * (n0 - m + e) < psi * (m - e) * (n1 - e):
                low = e
            else:
                high = e
        w = 1 / (1 / e + 1 / (m - e) + 1 / (n1 - e) + 1 / (n0 - m + e))
        x2 += (a - e) ** 2 / w
        excess += a - e
        v += w
    return x2, x2 - excess ** 2 / v


def parts(case):
    """Kitagawa's parts from the cells (with, without) of either side."""
    n1 = sum(b + w for (w, b), _ in case)
    n0 = sum(b + w for _, (w, b) in case)
    rate = composition = mp.mpf(0)
    for (w1, b1), (w0, b0) in case:
        c1, c0, p1, p0 = (w1 + b1) / n1, (w0 + b0) / n0, w1 / (w1 + b1), w0 / (w0 + b0)
        rate += (c1 + c0) / 2 * (p1 - p0)
        composition += (c1 - c0) * (p1 + p0) / 2
    return rate, composition


def kitagawa(used):
    """Parts, and their standard errors by the delta method with numerical derivatives in every cell count."""
    cells = [[[mp.mpf(a), mp.mpf(n1 - a)], [mp.mpf(c), mp.mpf(n0 - c)]] for a, n1, c, n0 in used]
    value = parts(cells)
    variance = [mp.mpf(0), mp.mpf(0)]
    step = mp.mpf(10) ** -15
    for k in range(len(cells)):
        for side in (0, 1):
            for cell in (0, 1):
                n = cells[k][side][cell]
                cells[k][side][cell] = n + step
                up = parts(cells)
                cells[k][side][cell] = n - step
                down = parts(cells)
                cells[k][side][cell] = n
                for i in (0, 1):
                    variance[i] += n * ((up[i] - down[i]) / (2 * step)) ** 2
    return value[0], mp.sqrt(variance[0]), value[1], mp.sqrt(variance[1])


def standardised(case, weights, level):
    pairs = [(s, w) for s, w in zip(case, weights) if s[1] and s[3]]
    total = sum(w for _, w in pairs)
    sides = []
    for x, n in ((0, 1), (2, 3)):
        p = sum(w / total * s[x] / s[n] for s, w in pairs)
        below = above = 0.0
        for s, w in pairs:
            low, high = proportion_confint(s[x], s[n], 1 - level, "wilson")
            below += (w / total * (s[x] / s[n] - low)) ** 2
            above += (w / total * (high - s[x] / s[n])) ** 2
        sides.append((p, max(0, p - below ** 0.5), min(1, p + above ** 0.5)))
    (p1, l1, u1), (p0, l0, u0) = sides
    d = p1 - p0
    return p1, p0, max(-1, d - ((p1 - l1) ** 2 + (u0 - p0) ** 2) ** 0.5), min(1, d + ((u1 - p1) ** 2 + (p0 - l0) ** 2) ** 0.5)


def demographic(case):
    """sum N_k (share of the group among the rejected - among the accepted) / sum N_k over strata where both are there."""
    numerator = people = mp.mpf(0)
    for a, n1, c, n0 in case:
        accepted, rejected = a + c, n1 + n0 - a - c
        if accepted and rejected:
            numerator += (n1 + n0) * (mp.mpf(n1 - a) / rejected - mp.mpf(a) / accepted)
            people += n1 + n0
    return numerator / people


rows = []
for number, case in enumerate(cases()):
    used = [s for s in case if s[1] and s[3]]
    varied = [s for s in used if 0 < s[0] + s[2] < s[1] + s[3]]
    table = StratifiedTable([np.array([[a, n1 - a], [c, n0 - c]]) for a, n1, c, n0 in varied])
    r = sum(mp.mpf(a) * n0 / (n1 + n0) for a, n1, c, n0 in used)
    s = sum(mp.mpf(c) * n1 / (n1 + n0) for a, n1, c, n0 in used)
    spread = sum((mp.mpf(n1) * n0 * (a + c) - a * c * (n1 + n0)) / mp.mpf(n1 + n0) ** 2 for a, n1, c, n0 in used)
    odds = table.oddsratio_pooled_confint()
    plain, corrected = table.test_null_odds(), table.test_null_odds(correction=True)
    bd, tarone = breslow_day(varied, mp.mpf(float(table.oddsratio_pooled)))
    if len(varied) > 1:
        assert abs(bd - table.test_equal_odds().statistic) < 1e-7 * bd, (number, bd, table.test_equal_odds())
        assert abs(tarone - table.test_equal_odds(adjust=True).statistic) < 1e-7 * bd
    else:
        bd = tarone = mp.mpf(-1)
    result = (r / s, mp.sqrt(spread / (r * s)), table.oddsratio_pooled, *odds, plain.statistic, plain.pvalue, corrected.statistic,
              corrected.pvalue, bd, tarone, *kitagawa(used), *standardised(case, [n1 + n0 for _, n1, _, n0 in case], 0.95),
              *standardised(case, [n0 for _, _, _, n0 in case], 0.95), demographic(case))
    rows += [(number, *stratum, *result) for stratum in case]
write("ConditionalStrata",
      f"statsmodels {statsmodels.__version__} StratifiedTable (odds ratio, tests), mpmath {mp.__version__} (root search, numerical derivatives)",
      "case, group events, total, reference events, total; 5 risk ratio, its log standard error; 7 odds ratio, low, high; "
      "10 CMH, p, corrected CMH, p;\n    /// 14 Breslow-Day, Tarone (-1 for one stratum); 16 rate part, se, composition part, se; "
      "20 standardised to everybody: group, reference, low, high; 24 to the reference: the same; 28 CDD", rows)
