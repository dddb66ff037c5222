#!/usr/bin/env python3
"""Reference values of rank methods, Hedges' g, the noncentral t and distances between distributions.

Needs mpmath 1.3.0, numpy, scipy 1.17.1 and Rscript (R 4.2.2, base packages only). Run from the package root.
Each table of cases has one row per value: case, side (1 group, 0 reference), value, then the expected figures.
"""
import subprocess
import tempfile
import warnings

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st

from tables import write

warnings.filterwarnings("ignore")
mp.mp.dps = 50
MPMATH = f"mpmath {mp.__version__}, 50 digits"
SCIPY = f"scipy {scipy.__version__}"
NUMPY = f"numpy {np.__version__}"
R = "R 4.2.2"


def two_samples():
    """Small pairs of samples: without ties, with ties, skewed, unequal sizes."""
    rng = np.random.default_rng(20)
    yield np.array([1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]), np.array([0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.061, 3.14, 1.29001])
    yield np.array([3.0, 4.5]), np.array([1.0, 2.0, 5.0, 6.0])
    yield np.round(rng.normal(0.7, 1, 14), 3), np.round(rng.normal(0, 2, 9), 3)
    yield np.round(rng.exponential(1, 12), 3), np.round(rng.exponential(2, 20), 3)
    yield rng.integers(0, 6, 15) / 5, rng.integers(0, 5, 22) / 5
    yield np.array([0, 0, 0, 0.2, 0, 0.4, 0, 1.0]), np.array([0, 0.2, 0.2, 0, 0, 0, 0, 0, 0, 0.6, 0])
    yield rng.integers(1, 8, 30).astype(float), rng.integers(2, 8, 11).astype(float)


def r(script, *samples):
    """Numbers that an R script prints, one a line; x, y (and z) are read from files."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for name, sample in zip("xyz", samples):
            path = f"{folder}/{name}"
            np.savetxt(path, sample, fmt="%.17g")
            lines.append(f'{name} <- scan("{path}", quiet=TRUE)')
        code = "\n".join(lines) + "\noptions(digits=17, warn=-1)\n" + script
        out = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout
    return [float(v.replace("Inf", "inf")) for v in out.split()]


def rows_of(cases):
    return [(number, side, value, *figures) for number, (x, y, figures) in enumerate(cases)
            for side, sample in ((1, x), (0, y)) for value in sample]


def cliff(x, y, level):
    """Cliff's delta with its interval by the definition, over the whole matrix of dominances."""
    d = np.sign(np.subtract.outer(x, y))
    n, m = d.shape
    delta = d.mean()
    between = ((d - delta) ** 2).sum() / (n * m - 1)
    variance = ((m - 1) * d.mean(1).var(ddof=1) + (n - 1) * d.mean(0).var(ddof=1) + between) / (n * m)
    z = st.norm.ppf((1 + level) / 2)
    half = z * np.sqrt(variance) * np.sqrt((1 - delta ** 2) ** 2 + z ** 2 * variance)
    scale = 1 - delta ** 2 + z ** 2 * variance
    centre = delta - delta ** 3
    return delta, (centre - half) / scale, (centre + half) / scale


def ranks():
    cases = []
    for x, y in two_samples():
        exact = len(np.unique(np.concatenate([x, y]))) == len(x) + len(y)
        test = lambda **k: st.mannwhitneyu(x, y, alternative="two-sided", **k)
        u = test().statistic
        bm = st.brunnermunzel(y, x)
        cases.append((x, y, (
            u, test(method="exact").pvalue if exact else -1, test(method="asymptotic").pvalue,
            test(method="asymptotic", use_continuity=False).pvalue, bm.statistic, bm.pvalue, *cliff(x, y, 0.95))))
    write("RankTests", f"{SCIPY} (Mann-Whitney, Brunner-Munzel), {NUMPY} (Cliff's delta from all pairs)",
          "case, side, value, U, exact p (-1 with ties), p with continuity correction, p without, Brunner-Munzel statistic, its p, "
          "delta, low and high at 95 %", rows_of(cases))


def shifts():
    cases = []
    rng = np.random.default_rng(23)
    smooth = [(np.round(rng.normal(0.3, 1, n), 7), np.round(rng.normal(0, 2, m), 7)) for n, m in [(5, 6), (14, 9), (12, 20), (24, 31)]]
    for x, y in [*two_samples(), *smooth]:
        pooled = np.concatenate([x, y])
        exact = len(np.unique(pooled)) == len(pooled) and len(np.unique(np.subtract.outer(x, y))) == len(x) * len(y)
        if exact:
            values = r("""w <- wilcox.test(x, y, conf.int=TRUE, conf.level=.95, exact=TRUE); v <- wilcox.test(x, y, conf.int=TRUE, conf.level=.9, exact=TRUE)
cat(w$estimate, w$conf.int, attr(w$conf.int, "conf.level"), v$conf.int, sep="\\n")""", x, y)
        else:
            continue
        cases.append((x, y, values))
    write("HodgesLehmannShifts", f"{R} wilcox.test(exact=TRUE, conf.int=TRUE), samples without ties",
          "case, side, value, estimate, low and high at 95 %, level R attached, low and high at 90 %", rows_of(cases))
    rng = np.random.default_rng(21)
    rows = []
    samples = [np.array([1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]) - np.array([0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]),
               np.round(rng.normal(0.4, 1, 17), 4), np.round(rng.normal(-0.2, 3, 30), 4)]
    for number, d in enumerate(samples):
        values = r("""w <- wilcox.test(x, conf.int=TRUE, conf.level=.95, exact=TRUE)
cat(w$statistic, w$p.value, w$estimate, w$conf.int, sep="\\n")""", d)
        rows += [(number, v, *values) for v in d]
    write("SignedRankCentres", f"{R} wilcox.test(exact=TRUE, conf.int=TRUE)", "case, value, W, exact p, estimate, low and high at 95 %", rows)


def signed_rank():
    rng = np.random.default_rng(22)
    samples = [np.array([6.0, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]), np.round(rng.normal(0.5, 1, 12), 3),
               np.array([0, 0, 1, 2, -1, 3, 3, -2, 0, 5.0]), rng.integers(-3, 6, 40).astype(float), np.array([0.2, -0.2, 0.4, 0, 0.4, 0, -0.6, 0.8])]
    rows = []
    for number, d in enumerate(samples):
        exact = len(np.unique(np.abs(d[d != 0]))) == (d != 0).sum()
        w = lambda **k: st.wilcoxon(d, alternative="two-sided", **k).pvalue
        plus = st.wilcoxon(d, alternative="greater", method="approx").statistic
        pratt = st.wilcoxon(d, alternative="greater", method="approx", zero_method="pratt").statistic
        figures = (plus, pratt, w(method="exact") if exact and (d != 0).all() else -1, w(method="approx", correction=True),
                   w(method="approx"), w(method="approx", zero_method="pratt", correction=True), w(method="approx", zero_method="pratt"))
        rows += [(number, v, *figures) for v in d]
    write("SignedRanks", SCIPY, "case, value, W, W by Pratt, exact p (-1 with ties or zeros), p without zeros with continuity correction, "
          "without correction, p by Pratt with correction, without", rows)


def null_distributions():
    rows = [(n, m, u, p) for n, m, us in [(3, 4, [0, 2, 6]), (10, 15, [20, 50, 75]), (50, 50, [600, 900, 1250]), (10, 250, [300, 700, 1249])]
            for u, p in zip(us, r(f"cat(pwilcox(c({','.join(map(str, us))}), {n}, {m}), sep='\\n')"))]
    rows += [(n, 0, w, p) for n, ws in [(1, [0]), (5, [0, 3, 7]), (20, [30, 60, 104]), (50, [300, 500, 637])]
             for w, p in zip(ws, r(f"cat(psignrank(c({','.join(map(str, ws))}), {n}), sep='\\n')"))]
    write("RankNulls", f"{R} pwilcox, psignrank", "n, m (0: signed ranks), u or w, P(at most that)", rows)


def noncentral_t():
    """P(T <= t) as the mean of Phi(t S - delta) over ln S, by the trapezoid rule at 50 digits; half the step must give the same."""
    def tail(t, df, delta):
        t, df, delta = mp.mpf(t), mp.mpf(df), mp.mpf(delta)
        half = df / 2
        constant = mp.log(2) + half * mp.log(half) - mp.loggamma(half)
        def f(u):
            s = mp.exp(u)
            return mp.ncdf(t * s - delta) * mp.exp(constant + df * u - half * s * s)
        best = max((mp.mpf(k) / 50 for k in range(-900, 200)), key=f)
        width = 1 / mp.sqrt(2 * df * max(1, mp.exp(2 * best)) + t * t * mp.exp(2 * best))

        def sum_of(step):
            total = f(best)
            for sign in (-1, 1):
                k = 1
                while (term := f(best + sign * k * step)) > total * mp.mpf(10) ** -40:
                    total += term
                    k += 1
            return total * step
        step = min(mp.mpf(1) / 15, width / 4)
        value = sum_of(step / 2)
        assert abs(sum_of(step) / value - 1) < mp.mpf(10) ** -22, (t, df, delta)
        return value
    rows = []
    for df, delta, t in [(1, 0, -3), (1, 2, 0.5), (2, 1, 6), (3, -2.5, -9), (5, 30, 4), (8, 0.3, 0.2), (8, 5, -1), (12, 3, 3), (18, -1.2, 2), (28, 2, 2.1),
                         (58, 10, 5), (58, 10, 18), (100, 37, 36), (500, 2, 2), (500, -3, 4), (2000, 20, 17), (10000, 5, 5.5), (100000, 1, 0.9), (100000, 30, 31)]:
        rows.append((df, mp.mpf(delta), mp.mpf(t), tail(t, df, delta), tail(-t, df, -delta)))
    for row in rows:
        assert abs(row[3] + row[4] - 1) < mp.mpf(10) ** -20, row
        check = st.nct.cdf(float(row[2]), row[0], float(row[1]))
        assert abs(check - float(row[3])) < 1e-6, (row, check)
    write("NoncentralTails", MPMATH, "df, noncentrality, t, P(T <= t), P(T > t)", rows)


def hedges():
    cases = []
    for x, y in two_samples():
        n, m = len(x), len(y)
        df = n + m - 2
        pooled = mp.sqrt((mp.mpf(float(x.var(ddof=1))) * (n - 1) + mp.mpf(float(y.var(ddof=1))) * (m - 1)) / df)
        d = mp.mpf(float(x.mean() - y.mean())) / pooled
        half = mp.mpf(df) / 2
        j = mp.gamma(half) / (mp.sqrt(half) * mp.gamma(half - mp.mpf(1) / 2))
        scale = np.sqrt(1 / n + 1 / m)
        t = float(d) / scale
        from scipy.optimize import brentq
        limit = lambda p: brentq(lambda nc: st.nct.cdf(t, df, nc) - p, t - 7, t + 6, xtol=1e-13) * scale
        cases.append((x, y, (d, j * d, d * (1 - mp.mpf(3) / (4 * df - 1)), limit(0.975), limit(0.025))))
    write("HedgesEffects", f"{MPMATH} (g), {SCIPY} (interval by its noncentral t)",
          "case, side, value, d, g, g by the approximate factor, low and high at 95 %", rows_of(cases))


def distances():
    cases = []
    for x, y in two_samples():
        exact = st.ks_2samp(x, y, method="exact")
        n, m = len(x), len(y)
        with_ties = r("""d <- ks.test(x, y)$statistic
cat(psmirnov(d, sizes=c(length(x), length(y)), z=c(x, y), exact=TRUE, lower.tail=FALSE), sep="\\n")""", x, y)
        limit = st.kstwobign.sf(np.sqrt(n * m / (n + m)) * exact.statistic)
        cases.append((x, y, (exact.statistic, with_ties[0], exact.pvalue, limit, st.wasserstein_distance(x, y),
                             *[np.quantile(x, p) - np.quantile(y, p) for p in (0.25, 0.5, 0.9)])))
    write("SampleDistances", f"{SCIPY}, {R} psmirnov (exact p given ties), {NUMPY} (quantiles)",
          "case, side, value, D, exact p, exact p that ignores ties, limiting p, Wasserstein-1, differences of quantiles .25, .5, .9", rows_of(cases))
    rows = [(mp.mpf(x), 2 * mp.nsum(lambda k: (-1) ** (int(k) - 1) * mp.exp(-2 * k * k * mp.mpf(x) ** 2), [1, 60])) for x in [0.3, 0.5, 0.8, 0.95, 0.999, 1, 1.2, 1.36, 2, 3.5, 8]]
    write("KolmogorovTails", MPMATH, "x, P(K > x)", rows)


ranks()
shifts()
signed_rank()
null_distributions()
noncentral_t()
hedges()
distances()
