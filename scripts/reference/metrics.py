#!/usr/bin/env python3
"""Writes the reference values of Tests/MetricsTests/Reference.

Needs mpmath 1.3.0, numpy, scipy 1.17.1, statsmodels 0.15.0, lifelines 0.30.3. Run from the package root:
    python3 scripts/reference/metrics.py [PART ...]
Every table says in its head which tool made it. Nothing here shares code with the package: distributions come from
mpmath at 50 digits, score intervals from a root search on the likelihood itself instead of the closed cubic.
"""
import sys
import warnings

import mpmath as mp
import numpy as np
import lifelines
import scipy
import scipy.stats as st
import statsmodels
import statsmodels.api as sm
from scipy.optimize import brentq
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from tables import OUT, write

warnings.filterwarnings("ignore")
mp.mp.dps = 50
MPMATH = f"mpmath {mp.__version__}, 50 digits"
SCIPY = f"scipy {scipy.__version__}"
STATSMODELS = f"statsmodels {statsmodels.__version__}"
LIFELINES = f"lifelines {lifelines.__version__}"


def normal():
    rows = []
    for x in ["-37", "-20", "-8.5", "-5", "-3", "-1.96", "-1", "-0.1", "0", "0.25", "0.7", "1.5", "2.6", "4", "6", "9", "15", "30"]:
        v = mp.mpf(x)
        rows.append((v, mp.ncdf(v), mp.erfc(v / mp.sqrt(2)) / 2))
    write("NormalTails", MPMATH, "x, P(Z <= x), P(Z > x)", rows)
    rows = []
    for p in [1e-300, 1e-100, 1e-30, 1e-12, 1e-6, 1e-4, 0.001, 0.003125, 0.01, 0.025, 0.05, 0.1, 0.3, 0.45, 0.499, 0.5, 0.6, 0.8, 0.975, 0.999]:
        q = mp.mpf(p)
        guess = mp.mpf(st.norm.ppf(p)) if p > 1e-200 else -mp.sqrt(-2 * mp.log(q))
        x = mp.findroot(lambda t: mp.log(mp.erfc(-t / mp.sqrt(2)) / 2) - mp.log(q), guess)
        rows.append((q, x))
    write("NormalQuantiles", MPMATH, "p, x with P(Z <= x) = p", rows)


def incomplete_beta(a, b, x):
    """I_x(a, b) by the series x^a (1-x)^b / (a B(a, b)) * sum of (a+b)_k x^k / (a+1)_k, all of whose terms are positive."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    term = total = mp.mpf(1)
    k = 0
    while term > total * mp.mpf(10) ** -45:
        term *= (a + b + k) * x / (a + 1 + k)
        total += term
        k += 1
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return mp.exp(a * mp.log(x) + b * mp.log(1 - x) - log_beta) / a * total


def t_survival(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    return mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2


def student():
    rows = []
    for df in [0.5, 1, 1.7, 2, 3.3, 5, 10, 28.7, 58, 200.5, 1000, 12345.6, 1e6]:
        for t in [1e-8, 0.05, 0.5, 1, 1.5, 2.1, 3, 5, 12, 30]:
            rows.append((mp.mpf(df), mp.mpf(t), t_survival(t, df)))
    write("StudentTails", MPMATH, "df, t, P(T > t)", rows)
    rows = []
    for df in [0.8, 1, 2, 3.3, 9, 28.7, 200.5, 5000.25, 1e6]:
        for p in [1e-12, 1e-6, 0.0001, 0.003125, 0.025, 0.05, 0.3, 0.49]:
            rows.append((mp.mpf(df), mp.mpf(p), student_quantile(mp.mpf(p), mp.mpf(df))))
    write("StudentQuantiles", MPMATH, "df, p, t with P(T > t) = p", rows)


def student_quantile(p, df):
    start = st.t.isf(float(p), float(df))
    return mp.e ** mp.findroot(lambda u: mp.log(t_survival(mp.e ** u, df)) - mp.log(p), mp.log(mp.mpf(start)))


def beta():
    rows = []
    for a, b in [(0.5, 0.5), (1, 3), (2.5, 1e-2), (12, 0.5), (5, 80), (300, 700), (1e4, 3e4), (1e5, 1e5), (0.5, 1e4)]:
        mean = a / (a + b)
        sd = (mean * (1 - mean) / (a + b + 1)) ** 0.5
        for k in [-6, -3, -1, -0.1, 0.2, 1, 2.5, 5]:
            x = mean + k * sd
            if 0 < x < 1:
                rows.append((mp.mpf(a), mp.mpf(b), mp.mpf(x), incomplete_beta(a, b, x)))
    write("BetaIntegrals", MPMATH, "a, b, x, I_x(a, b)", rows)


def discrete():
    rows = []
    for n, p in [(1, 0.3), (10, 0.05), (57, 0.5), (400, 0.05), (700, 0.93), (20000, 0.3), (100000, 0.02)]:
        q = mp.mpf(p)
        for k in sorted({0, 1, n // 20, int(n * p), int(n * p) + 1, min(n, int(n * p + 4 * (n * p * (1 - p)) ** 0.5)), n}):
            pmf = mp.binomial(n, k) * q ** k * (1 - q) ** (n - k)
            cdf = mp.mpf(1) if k == n else incomplete_beta(n - k, k + 1, 1 - q)
            if pmf > mp.mpf(10) ** -280:
                rows.append((n, k, q, pmf, cdf))
    write("BinomialTerms", MPMATH, "n, k, p, P(X = k), P(X <= k)", rows)
    rows = []
    for population, marked, draws in [(10, 3, 4), (40, 12, 20), (700, 42, 300), (700, 658, 69), (100000, 2000, 3000)]:
        low, high = max(0, draws + marked - population), min(draws, marked)
        mean = draws * marked // population
        for k in sorted({low, low + 1, mean, mean + 1, (mean + high) // 2, high}):
            pmf = mp.binomial(marked, k) * mp.binomial(population - marked, draws - k) / mp.binomial(population, draws)
            if low <= k <= high and pmf > mp.mpf(10) ** -280:
                rows.append((population, marked, draws, k, pmf))
    write("HypergeometricTerms", MPMATH, "population, marked, draws, k, P(X = k)", rows)


def one_rate():
    rows = []
    for x, n in [(0, 10), (3, 20), (1, 1), (0, 1), (20, 20), (7, 30), (30, 100), (45, 100), (1, 640), (639, 640), (350, 700), (12, 4000)]:
        for level in [0.9, 0.95, 0.99375]:
            w = proportion_confint(x, n, 1 - level, "wilson")
            c = st.binomtest(x, n).proportion_ci(level, "exact")
            rows.append((x, n, level, w[0], w[1], c.low, c.high))
    # scipy 1.17 is good to about 1e-12 here; ends at 0 and 1 are exact.
    write("OneRate", f"Wilson {STATSMODELS}, Clopper-Pearson {SCIPY}",
          "events, total, level, Wilson low, high, Clopper-Pearson low, high", rows)


# ---- difference of rates: root search on the likelihood, no cubic ----

def restricted(x1, n1, x0, n0, delta):
    low, high = max(mp.mpf(0), -delta), min(mp.mpf(1), 1 - delta)

    def likelihood_slope(q):
        total = mp.mpf(0)
        for count, rate in ((x1, q + delta), (x0, q)):
            if count:
                total += count / rate
        for count, rate in ((n1 - x1, 1 - q - delta), (n0 - x0, 1 - q)):
            if count:
                total -= count / rate
        return total

    edge = mp.mpf(10) ** -40
    a, b = low + edge, high - edge
    if a >= b:
        return low
    if likelihood_slope(a) <= 0:
        return low
    if likelihood_slope(b) >= 0:
        return high
    for _ in range(140):
        m = (a + b) / 2
        if likelihood_slope(m) > 0:
            a = m
        else:
            b = m
    return (a + b) / 2


def score_error(x1, n1, x0, n0, delta):
    q = restricted(x1, n1, x0, n0, delta)
    p = q + delta
    n = n1 + n0
    return mp.sqrt(n / (n - 1) * (p * (1 - p) / n1 + q * (1 - q) / n0))


def score(x1, n1, x0, n0, level):
    x1, n1, x0, n0 = map(mp.mpf, (x1, n1, x0, n0))
    d = x1 / n1 - x0 / n0
    z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))
    ends = []
    for sign in (-1, 1):
        inside, outside = d, mp.mpf(sign)
        if d == sign:
            ends.append(d)
            continue
        for _ in range(60):
            m = (inside + outside) / 2
            if abs(d - m) <= z * score_error(x1, n1, x0, n0, m):
                inside = m
            else:
                outside = m
        ends.append((inside + outside) / 2)
    p = mp.mpf(1) if d == 0 else mp.erfc(abs(d) / score_error(x1, n1, x0, n0, mp.mpf(0)) / mp.sqrt(2))
    return ends[0], ends[1], min(mp.mpf(1), p)


def two_rates():
    rng = np.random.default_rng(20261122)
    tables = [(30, 100, 45, 100), (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10),
              (10, 10, 0, 20), (10, 10, 0, 10), (0, 30, 120, 120), (30, 30, 120, 120), (1, 30, 0, 640), (0, 42, 33, 658), (3, 30, 12, 120),
              (42, 42, 600, 658), (1, 1, 0, 1), (0, 1, 1, 1), (2.75, 31, 88.125, 412), (0.5, 30, 1.25, 300), (29.5, 30, 100, 120)]
    for _ in range(30):
        n1, n0 = int(rng.integers(5, 400)), int(rng.integers(5, 400))
        tables.append((int(rng.binomial(n1, rng.uniform())), n1, int(rng.binomial(n0, rng.uniform())), n0))
    rows = []
    for i, table in enumerate(tables):
        level = [0.95, 0.9, 0.99375][i % 3]
        low, high, p = score(*table, level)
        rows.append((*table, level, low, high, p))
    write("TwoRates", f"{MPMATH}, root search on the likelihood",
          "group events, total, reference events, total, level, low, high, p", rows)


def fisher():
    rng = np.random.default_rng(7)
    tables = [(3, 1, 1, 3), (0, 10, 5, 5), (0, 5, 0, 9), (10, 0, 0, 10), (1198, 1493, 557, 1278), (157, 2278, 235, 2200), (1, 29, 40, 600),
              (8, 2, 1, 5), (5, 5, 5, 5), (2, 40, 120, 538)]
    for _ in range(40):
        n1, n0 = int(rng.integers(2, 80)), int(rng.integers(2, 300))
        a, c = int(rng.binomial(n1, rng.uniform())), int(rng.binomial(n0, rng.uniform()))
        tables.append((a, n1 - a, c, n0 - c))
    write("FisherTables", SCIPY, "a, b, c, d, two-sided p", [(*t, st.fisher_exact([t[:2], t[2:]]).pvalue) for t in tables])


def mantel_haenszel():
    """One row per stratum; rows of a case repeat its number, level and results. Interval by root search on the score."""
    rng = np.random.default_rng(11)
    cases = [[(89, 108, 512, 825), (17, 25, 353, 560), (202, 593, 120, 325), (131, 375, 138, 417), (94, 393, 53, 191), (24, 341, 22, 373)],
             [(3, 10, 5, 40)], [(1, 3, 0, 2), (0, 1, 4, 6), (2, 2, 3, 4), (1, 5, 0, 0)]]
    for size in (9, 12, 40):
        case = []
        for _ in range(size):
            n1, n0 = int(rng.integers(0, 9)), int(rng.integers(1, 30))
            case.append((int(rng.binomial(n1, 0.4)), n1, int(rng.binomial(n0, 0.25)), n0))
        cases.append(case)
    rows = []
    for number_, case in enumerate(cases):
        used = [tuple(map(mp.mpf, s)) for s in case if s[1] and s[3]]
        w = sum(n1 * n0 / (n1 + n0) for _, n1, _, n0 in used)
        d = sum(n1 * n0 / (n1 + n0) * (a / n1 - c / n0) for a, n1, c, n0 in used) / w
        p = sum((n1 ** 2 * c - n0 ** 2 * a + n1 * n0 * (n0 - n1) / 2) / (n1 + n0) ** 2 for a, n1, c, n0 in used)
        q = sum((a * (n0 - c) + c * (n1 - a)) / (2 * (n1 + n0)) for a, n1, c, n0 in used)
        level = 0.95
        z = mp.sqrt(2) * mp.erfinv(mp.mpf(level))

        def outside(delta):
            return (d - delta) ** 2 - z ** 2 * (delta * p + q) / w ** 2

        low = mp.findroot(outside, (d - 2 * mp.sqrt(q) / w, d - mp.sqrt(q) / w / 10), solver="anderson")
        high = mp.findroot(outside, (d + mp.sqrt(q) / w / 10, d + 2 * mp.sqrt(q) / w), solver="anderson")
        result = (d, mp.sqrt(d * p + q) / w, max(-1, low), min(1, high), mp.erfc(abs(d) * w / mp.sqrt(q) / mp.sqrt(2)))
        for s in case:
            rows.append((number_, *s, *result))
    write("MantelHaenszelStrata", f"{MPMATH}, Sato (1989) variance, interval by root search",
          "case, group events, total, reference events, total, estimate, standard error, low, high, p", rows)


def means():
    """Values are i-th quantiles of shapes, so that the test can hold them in one line each."""
    rng = np.random.default_rng(3)
    rows = []
    for number_, (n1, n0) in enumerate([(5, 7), (30, 120), (2, 3), (60, 400), (12, 9)]):
        g = np.round(rng.normal(0.3, 1 + number_, n1), 3)
        r = np.round(rng.gamma(2, 1, n0), 3)
        test = st.ttest_ind(g, r, equal_var=False)
        ci = test.confidence_interval(0.95)
        result = (test.df, test.statistic, test.pvalue, ci.low, ci.high)
        for side, values in ((1, g), (0, r)):
            for v in values:
                rows.append((number_, side, v, *result))
    write("WelchValues", f"{SCIPY} ttest_ind(equal_var=False)", "case, side (1 group), value, df, t, p, low, high", rows)

    rows = []
    for number_, (strata, per) in enumerate([(1, 30), (4, 12), (9, 20), (25, 5)]):
        stratum = np.repeat(np.arange(strata), per)
        g = (rng.uniform(size=strata * per) < 0.3).astype(int)
        y = np.round(rng.normal(size=strata * per) * (1 + g) + 0.4 * g + 0.5 * stratum, 3)
        keep = np.array([0 < g[stratum == s].mean() < 1 for s in range(strata)])[stratum]
        x = np.column_stack([g[keep], *[(stratum[keep] == s).astype(float) for s in np.unique(stratum[keep])]])
        fit = sm.OLS(y[keep], x).fit(cov_type="HC2")
        for v, side, s in zip(y, g, stratum):
            rows.append((number_, int(side), v, int(s), fit.params[0], fit.bse[0]))
    write("StratifiedMeans", f"{STATSMODELS} OLS with stratum constants, cov_type HC2",
          "case, side (1 group), value, stratum, estimate, standard error", rows)


def incidence():
    """Aalen-Johansen by product integration, variance by the delta method with numerical derivatives of the hazards."""
    rng = np.random.default_rng(5)
    cases = [([2, 3, 3, 5, 7, 8, 8, 10], [1, 2, 1, 0, 1, 2, 1, 0])]
    for n in (25, 60):
        cases.append((rng.integers(0, 40, n).tolist(), rng.choice([0, 1, 2], n, p=[0.4, 0.4, 0.2]).tolist()))
    cases.append((rng.integers(1, 30, 50).tolist(), rng.choice([0, 1], 50, p=[0.4, 0.6]).tolist()))
    rows = []
    for number_, (days, kinds) in enumerate(cases):
        days_, kinds_ = np.array(days), np.array(kinds)
        horizon = int(np.sort(days_)[-4])
        times = sorted({d for d, k in zip(days, kinds) if k and d <= horizon})
        n = [int((days_ >= t).sum()) for t in times]
        h = [[mp.mpf(int(((days_ == t) & (kinds_ == k)).sum())) / n[i] for k in (1, 2)] for i, t in enumerate(times)]

        def share(hazards):
            s, f = mp.mpf(1), mp.mpf(0)
            for a, b in hazards:
                f += s * a
                s *= 1 - a - b
            return f

        variance, eps = mp.mpf(0), mp.mpf(10) ** -20
        for i in range(len(times)):
            slopes = []
            for k in (0, 1):
                up = [list(x) for x in h]
                up[i][k] += eps
                down = [list(x) for x in h]
                down[i][k] -= eps
                slopes.append((share(up) - share(down)) / (2 * eps))
            a, b = h[i]
            variance += (slopes[0] ** 2 * a * (1 - a) + slopes[1] ** 2 * b * (1 - b) - 2 * slopes[0] * slopes[1] * a * b) / n[i]
        result = (horizon, share(h), mp.sqrt(variance))
        if not any(k == 2 for k in kinds):
            km = lifelines.KaplanMeierFitter().fit(days_, kinds_ == 1)
            assert abs(1 - km.predict(horizon) - float(result[1])) < 1e-12
        fitter = lifelines.AalenJohansenFitter(jitter_level=0, calculate_variance=False)
        if len(set(days)) == len(days):
            fitter.fit(days_, kinds_, 1)
            assert abs(fitter.cumulative_density_.loc[:horizon].iloc[-1, 0] - float(result[1])) < 1e-12
        for d, k in zip(days, kinds):
            rows.append((number_, d, k, *result))
    write("IncidenceExits", f"{MPMATH}, delta method with numerical derivatives; Kaplan-Meier case checked with {LIFELINES}",
          "case, days, kind (0 censored, 1 event, 2 competing), horizon, incidence, standard error", rows)


def multiplicity():
    rng = np.random.default_rng(9)
    families = [[0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205], [0.5], [0.01, 0.01, 0.04, 0.04, 0.04], [0, 1, 0.2]]
    families += [np.round(rng.uniform(size=n) ** 3, 4).tolist() for n in (6, 30)]
    rows = []
    for number_, p in enumerate(families):
        holm = multipletests(p, 0.05, "holm")
        bh = multipletests(p, 0.10, "fdr_bh")
        rows += [(number_, a, b, int(c), d, int(e)) for a, b, c, d, e in zip(p, holm[1], holm[0], bh[1], bh[0])]
    write("Families", f"{STATSMODELS} multipletests, alpha .05 and q .10",
          "family, p, Holm adjusted, rejected, Benjamini-Hochberg adjusted, selected", rows)


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    for part in (normal, student, beta, discrete, one_rate, two_rates, fisher, mantel_haenszel, means, incidence, multiplicity):
        if wanted and part.__name__ not in wanted:
            continue
        part()
        print(part.__name__, flush=True)
