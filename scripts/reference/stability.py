"""Reference figures for agreement of redrawn lists and for margins: numpy and scipy, no code shared with the tool.

    python3 scripts/reference/stability.py
"""
import itertools
import platform
import sys

import numpy as np
import scipy
from scipy.stats import norm

print("python", platform.python_version(), "numpy", np.__version__, "scipy", scipy.__version__, file=sys.stderr)

for p in (0.5, 0.025, 0.9, 0.075, 0.0749, 1e-6, 1e-12, 0.999999, 0.3):
    print("quantile", p, repr(float(norm.ppf(p))))

# One scale, places at -1, 1 and 4, score 0.3, standard error 0.8. The first place is -1 below 0, 1 between 0 and 2.5, 4 above.
score, error, cuts = 0.3, 0.8, (0.0, 2.5)
below = norm.cdf((cuts[0] - score) / error)
above = norm.sf((cuts[1] - score) / error)
middle = 1 - below - above
print("first place as observed", repr(float(middle)), "two testings agree", repr(float(below**2 + middle**2 + above**2)))
# The nearest two: {-1, 1} below 1.5, {1, 4} above; overlap with the observed pair {-1, 1} is 1 or 1/2.
pair = norm.cdf((1.5 - score) / error)
print("overlap of two", repr(float(pair + (1 - pair) / 2)), "retest", repr(float(pair**2 + (1 - pair)**2 + 2 * pair * (1 - pair) / 2)))

# Eight places, four scales, weights and one missing score rescaled: 400,000 draws of numpy's own generator.
rng = np.random.default_rng(20260101)
places, scales, depth, draws = 8, 4, 3, 400_000
targets = np.array([[((7 * p + 3 * s) % 11) / 2 - 2.5 for s in range(scales)] for p in range(places)])
weights = np.array([[1 + (p + s) % 3 for s in range(scales)] for p in range(places)], dtype=float)
score, error = np.array([0.4, -0.7, 0.0, 1.1]), np.array([0.5, 0.9, 0.7, 0.4])
present = np.array([1.0, 1.0, 0.0, 1.0])


def lists(x):
    squares = (weights[None] * present * (x[:, None, :] - targets[None]) ** 2).sum(axis=2)
    squares = squares * weights.sum(axis=1) / (weights * present).sum(axis=1)
    return np.argsort(squares, axis=1, kind="stable")[:, :depth]


observed = lists(score[None])[0]
drawn = lists(score + error * rng.standard_normal((draws, scales)))
inside = lambda a, b: np.mean([len(set(x) & set(y)) / depth for x, y in zip(a, b)])
print("observed", observed.tolist())
print("first", np.mean(drawn[:, 0] == observed[0]), "overlap", np.isin(drawn, observed).mean())
one, two = drawn[0::2], drawn[1::2]
print("retest first", np.mean(one[:, 0] == two[:, 0]), "overlap", inside(one, two))

# Margins by a fine search, independent of any formula: the first shift on each side that changes the first place or the first three.
for direction in (np.array([1.0, 0, 0, 0]), np.array([0.5, -1.0, 0, 0.25])):
    for top in (1, 3):
        found = []
        start = set(lists(score[None])[0][:top])
        for sign in (1, -1):
            grid = np.arange(0, 12, 1e-4)
            changed = [set(row[:top]) != start for row in lists(score + sign * grid[:, None] * direction)]
            if any(changed):
                low, high = grid[changed.index(True) - 1], grid[changed.index(True)]
                for _ in range(60):
                    middle = (low + high) / 2
                    if set(lists((score + sign * middle * direction)[None])[0][:top]) != start:
                        high = middle
                    else:
                        low = middle
                found.append(sign * high)
        best = min(found, key=abs) if found else None
        print("margin along", direction.tolist(), "top", top, repr(best), found)
