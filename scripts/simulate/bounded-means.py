#!/usr/bin/env python3
"""Largest chance over the rates that 0/1 values without any difference give p below a level, by adding up all pairs of counts.

For the score method on sums (BoundedMeanDifference), with half a person taken off on either side and, in brackets, without. Exact but for
the grid of 145 rates. Needs numpy and scipy. Prints the ENUMERATED lines of coverage-means.txt.
"""
import numpy as np
import scipy.stats as st

RATES = np.concatenate([np.arange(0.0005, 0.05, 0.0005), np.arange(0.05, 0.51, 0.01)])
SIZES = [(5, 100), (10, 100), (10, 300), (10, 600), (15, 600), (20, 100), (20, 300), (20, 600), (30, 120), (30, 300), (30, 600),
         (40, 100), (40, 200), (40, 600)]


def worst(n, m, level, correction):
    group, rest = np.arange(n + 1.0)[:, None], np.arange(m + 1.0)[None, :]
    pooled = (group + rest) / (n + m)
    distance = np.abs(group / n - rest / m) - correction * (1 / n + 1 / m)
    variance = (n + m) / (n + m - 1) * pooled * (1 - pooled) * (1 / n + 1 / m)
    with np.errstate(all="ignore"):
        rejected = (distance > 0) & (distance / np.sqrt(variance) > st.norm.isf(level / 2))
    return max((st.binom.pmf(group, n, p) * st.binom.pmf(rest, m, p))[rejected].sum() for p in RATES)


for n, m in SIZES:
    figures = [f"{name}: {worst(n, m, level, 0.5):.5f} ({worst(n, m, level, 0):.5f})" for name, level in (("5 %", 0.05), (".625 %", 0.00625))]
    print(f"ENUMERATED | bounded comparison, {n} against {m} | " + " | ".join(figures))
