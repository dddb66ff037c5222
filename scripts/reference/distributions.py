#!/usr/bin/env python3
"""Reference values of distributions at 50 digits. Needs mpmath 1.3.0. Run from the package root."""
import mpmath as mp

from tables import write

mp.mp.dps = 50
MPMATH = f"mpmath {mp.__version__}, 50 digits"


def lower_gamma(a, x):
    """P(a, x) by x^a e^-x / Gamma(a + 1) * sum of x^k / ((a + 1) ... (a + k)), all of whose terms are positive."""
    a, x = mp.mpf(a), mp.mpf(x)
    term = total = mp.mpf(1)
    k = 0
    while term > total * mp.mpf(10) ** -mp.mp.dps:
        k += 1
        term *= x / (a + k)
        total += term
    return mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * total


def gamma():
    rows = []
    for a in [0.5, 1, 1.5, 2.5, 5, 12, 50.5, 300, 5000, 100000]:
        # Far from the mean a large shape has nothing but 0 and 1.
        for scale in [0.01, 0.3, 0.8, 0.97, 1, 1.02, 1.2, 2, 4] if a < 1000 else [0.97, 0.99, 1, 1.003, 1.02]:
            x = mp.mpf(float(a * scale))
            with mp.workdps(400):
                lower = lower_gamma(a, x)
                upper = 1 - lower
            if lower > 1e-290 and upper > 1e-290:
                rows.append((a, x, lower, upper))
    write("GammaIntegrals", MPMATH, "a, x, P(a, x), Q(a, x)", rows)


def f():
    rows = []
    for d1, d2 in [(1, 1), (1, 8), (2, 697), (3, 12), (5, 5), (10, 400), (40, 7), (1, 6000)]:
        for value in [0.01, 0.4, 1, 2.5, 6, 40, 300]:
            x = mp.mpf(d2) / (mp.mpf(d2) + d1 * mp.mpf(value))
            upper = mp.betainc(mp.mpf(d2) / 2, mp.mpf(d1) / 2, 0, x, regularized=True)
            if upper > 1e-290:
                rows.append((d1, d2, mp.mpf(value), 1 - upper, upper))
    write("FTails", MPMATH, "numerator df, denominator df, f, P(F <= f), P(F > f)", rows)


gamma()
f()
