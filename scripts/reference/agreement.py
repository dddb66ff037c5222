#!/usr/bin/env python3
"""Reference values of prefix tests, agreement of lists, segregation and inequality. Run from the package root.

Needs scipy 1.17.1. Prefix tests: every arrangement is listed (itertools) and judged with exact fractions; nothing is shared with the
recursion of the package. Rank-biased overlap: the infinite sum of its definition over all completions, in fractions, to depth 4,000.
"""
import itertools
import math
from fractions import Fraction

import numpy as np
import scipy
import scipy.stats as st

from tables import write

SCIPY = f"scipy {scipy.__version__}"
FRACTIONS = "every arrangement listed, exact fractions (Python)"


def lower_tail(count, prefix, size, marked):
    total = math.comb(size, prefix)
    return sum(Fraction(math.comb(marked, c) * math.comb(size - marked, prefix - c), total)
               for c in range(0, count + 1) if prefix - c >= 0 and marked >= c)


def pointwise(marks, size, marked, side):
    values = []
    count = 0
    for prefix, mark in enumerate(marks, start=1):
        count += mark
        low = lower_tail(count, prefix, size, marked)
        high = lower_tail(prefix - count, prefix, size, size - marked)
        values.append(low if side == 0 else high if side == 1 else min(Fraction(1), 2 * min(low, high)))
    return values


def finite_pool():
    """All lists of k from a pool, each with its exact chance; the exact p of every list."""
    rows = []
    boundaries = []
    for size, marked, k in [(6, 2, 6), (8, 3, 5), (9, 4, 9), (10, 5, 7), (10, 1, 10), (12, 4, 8), (12, 6, 12)]:
        for side in range(3):
            chances = {}
            for marks in itertools.product([0, 1], repeat=k):
                c = sum(marks)
                if c > marked or k - c > size - marked:
                    continue
                # Arrangements of the whole pool that begin with this list.
                chance = Fraction(math.comb(size - k, marked - c), math.comb(size, marked))
                chances[marks] = (chance, min(pointwise(marks, size, marked, side)))
            assert sum(c for c, _ in chances.values()) == 1
            lists = sorted(chances)
            for marks in [lists[0], lists[-1], lists[len(lists) // 3], lists[2 * len(lists) // 3]]:
                observed = chances[marks][1]
                p = sum(c for c, m in chances.values() if m <= observed)
                rows.append((size, marked, k, side, int("".join(map(str, marks)), 2), float(observed), float(p)))
            for alpha in [Fraction(1, 20), Fraction(1, 10), Fraction(1, 4)]:
                best = (Fraction(0), Fraction(0))
                for level in sorted({m for _, m in chances.values()}):
                    attained = sum(c for c, m in chances.values() if m <= level)
                    if attained <= alpha:
                        best = (level, attained)
                boundaries.append((size, marked, k, side, float(alpha), float(best[0]), float(best[1])))
    write("FinitePoolLists", FRACTIONS,
          "pool, marked in it, places, side (0 too few, 1 too many, 2 either), list as bits (first place highest), smallest pointwise p, exact p", rows)
    write("FinitePoolBoundaries", FRACTIONS, "pool, marked in it, places, side, alpha, largest pointwise level, attained level", boundaries)


def hypergeometric():
    rows = []
    for size, marked, draws in [(20, 8, 5), (20, 8, 10), (20, 8, 15), (700, 42, 300), (700, 658, 69), (10000, 5000, 777), (10000, 37, 9000)]:
        mean = draws * marked / size
        sd = math.sqrt(mean * (1 - marked / size) * (size - draws) / (size - 1))
        for z in [-9, -4, -1.5, 0, 1.5, 4, 9]:
            k = round(mean + z * sd)
            if not max(0, draws - size + marked) <= k <= min(draws, marked):
                continue
            lower = lower_tail(k, draws, size, marked)
            if float(lower) > 1e-290 and float(1 - lower) > 1e-290:
                rows.append((size, marked, draws, k, float(lower), float(1 - lower)))
    write("HypergeometricTails", "exact fractions (Python)", "population, marked, draws, k, P(X <= k), P(X > k)", rows)


def fair_fail():
    """Fail probability of tables by listing every list: exact fractions."""
    rows = []
    for share, minimum in [(Fraction(1, 5), [0] * 8 + [1, 1]), (Fraction(1, 2), [0, 0, 0, 1, 1, 1, 2, 2, 2, 3]), (Fraction(1, 2), [0, 0, 0, 0, 1, 1, 1, 2, 2, 2]),
                           (Fraction(3, 10), [0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4]), (Fraction(3, 4), [1, 1, 2, 3, 3, 4, 5, 5])]:
        fail = Fraction(0)
        for marks in itertools.product([0, 1], repeat=len(minimum)):
            count, bad = 0, False
            for mark, least in zip(marks, minimum):
                count += mark
                bad |= count < least
            if bad:
                fail += share ** sum(marks) * (1 - share) ** (len(marks) - sum(marks))
        rows.append([float(share), float(fail)] + minimum)
    write("FairTables", FRACTIONS, "share, exact fail probability, then the table", rows)


def fair_adjusted():
    """Largest pointwise level by trying every one, with fractions for k <= 12."""
    rows = []
    for k, share, alpha in [(1, Fraction(1, 2), Fraction(1, 10)), (5, Fraction(1, 2), Fraction(1, 10)), (10, Fraction(1, 2), Fraction(1, 10)), (10, Fraction(1, 5), Fraction(3, 20)),
                            (12, Fraction(2, 5), Fraction(1, 20)), (12, Fraction(3, 4), Fraction(1, 4))]:
        tail = {(i, c): sum(math.comb(i, j) * share ** j * (1 - share) ** (i - j) for j in range(c + 1)) for i in range(1, k + 1) for c in range(i + 1)}
        smallest = {}
        for marks in itertools.product([0, 1], repeat=k):
            count, least = 0, Fraction(2)
            for i, mark in enumerate(marks, start=1):
                count += mark
                least = min(least, tail[i, count])
            smallest[least] = smallest.get(least, 0) + share ** sum(marks) * (1 - share) ** (k - sum(marks))
        attained, level = Fraction(0), Fraction(0)
        for value in sorted(smallest):
            if attained + smallest[value] > alpha:
                break
            attained += smallest[value]
            level = value
        table = [min(c for c in range(i + 1) if tail[i, c] > level) for i in range(1, k + 1)]
        rows.append([k, float(share), float(alpha), float(level), float(attained)] + table)
    write("FairAdjusted", FRACTIONS, "length, share, alpha, largest pointwise p that falls short, fail probability, then the table", rows)


def kendall():
    rows = []
    rng = np.random.default_rng(20)
    for n, values in [(2, 0), (3, 0), (5, 0), (8, 0), (8, 3), (12, 4), (25, 0), (25, 5), (40, 0), (120, 0), (120, 10), (300, 2)]:
        for _ in range(2):
            x = rng.permutation(n) if values == 0 else rng.integers(0, values, n)
            y = rng.permutation(n) if values == 0 else np.where(rng.random(n) < .4, x, rng.integers(0, values, n))
            if len(set(x)) < 2 or len(set(y)) < 2:
                continue
            exact = values == 0 and n <= 60
            result = st.kendalltau(x, y, method="exact" if exact else "asymptotic")
            rows.append([int(exact), result.statistic, result.pvalue, n, *map(int, x), *map(int, y)])
    write("KendallPairs", SCIPY + " kendalltau, method exact (1) or asymptotic (0)", "exact?, tau-b, p, n, x..., y...", rows)


def rbo_terms(first, second, p):
    """Truncated and extrapolated sums and the smallest and largest value over all completions, from the definition, in fractions."""
    p = Fraction(p)
    if len(first) > len(second):
        first, second = second, first
    s, l = len(first), len(second)
    overlap = [Fraction(len(set(first[:d]) & set(second[:d]))) for d in range(0, l + 1)]
    truncated = (1 - p) * sum(p ** (d - 1) * overlap[d] / d for d in range(1, l + 1))
    # Completions: after the end no new item is shared (smallest) or every new one is as soon as it can be (largest).
    depth = 4000
    weight = float(1 - p)
    low = high = 0.0
    for d in range(1, depth + 1):
        seen = overlap[min(d, l)]
        most = min(Fraction(d), seen + max(0, d - s) + max(0, d - l))
        low += weight * float(seen / d)
        high += weight * float(most / d)
        weight *= float(p)
    agreement = [overlap[d] / d if d <= s else (overlap[d] + overlap[s] * (d - s) / s) / d for d in range(1, l + 1)]
    tail = (overlap[l] - overlap[s]) / l + overlap[s] / s
    extrapolated = (1 - p) * sum(p ** (d - 1) * agreement[d - 1] for d in range(1, l + 1)) + p ** l * tail
    return float(truncated), float(extrapolated), low, high


def rbo():
    rows = []
    rng = np.random.default_rng(51)
    cases = [([0, 1, 2, 3, 4], [1, 0, 2, 5, 4], Fraction(9, 10)), ([0], [0], Fraction(1, 2)), ([0], [1], Fraction(1, 2))]
    for _ in range(14):
        size = int(rng.integers(3, 14))
        first = list(map(int, rng.permutation(size)[:int(rng.integers(1, size + 1))]))
        second = list(map(int, rng.permutation(size)[:int(rng.integers(1, size + 1))]))
        cases.append((first, second, Fraction(int(rng.integers(5, 99)), 100)))
    for first, second, p in cases:
        rows.append([float(p), *rbo_terms(first, second, p), len(first), len(second), *first, *second])
    write("RankBiasedOverlaps", "the definition summed over all completions (Python fractions, 4,000 ranks)",
          "p, truncated, extrapolated, minimum, maximum, length of first, of second, first..., second...", rows)


def rbo_ties():
    """Mean of the extrapolated value over every way to break the ties."""
    rows = []
    rng = np.random.default_rng(52)
    for _ in range(12):
        def tied(items):
            groups, i = [], 0
            while i < len(items):
                width = int(rng.integers(1, 4))
                groups.append(items[i:i + width])
                i += width
            return groups
        size = int(rng.integers(3, 8))
        first = tied(list(map(int, rng.permutation(size)[:int(rng.integers(1, size + 1))])))
        second = tied(list(map(int, rng.permutation(size)[:int(rng.integers(1, size + 1))])))
        p = float(rng.integers(10, 99)) / 100

        def orders(groups):
            for choice in itertools.product(*[list(itertools.permutations(g)) for g in groups]):
                yield [item for group in choice for item in group]
        values = []
        for a in orders(first):
            for b in orders(second):
                values.append(quick_rbo(a, b, p))
        values = np.array(values)
        rows.append([p, *values.mean(axis=0), len(first), len(second), *[len(g) for g in first], *[len(g) for g in second],
                     *[i for g in first for i in g], *[i for g in second for i in g]])
    write("RankBiasedTies", "mean over every way to break the ties (Python)",
          "p, truncated, extrapolated, tie groups of first, of second, their sizes..., first..., second...", rows)


def quick_rbo(first, second, p):
    if len(first) > len(second):
        first, second = second, first
    s, l = len(first), len(second)
    x = [len(set(first[:d]) & set(second[:d])) for d in range(l + 1)]
    a = [x[d] / d if d <= s else (x[d] + x[s] * (d - s) / s) / d for d in range(1, l + 1)]
    return ((1 - p) * sum(p ** (d - 1) * x[d] / d for d in range(1, l + 1)),
            (1 - p) * sum(p ** (d - 1) * a[d - 1] for d in range(1, l + 1)) + p ** l * ((x[l] - x[s]) / l + x[s] / s))


def inequality():
    rows = []
    rng = np.random.default_rng(50)
    for n in [2, 3, 7, 40]:
        for _ in range(2):
            x = rng.integers(0, 30, n).astype(float)
            x[0] += 1
            mean = x.mean()
            gini = np.abs(x[:, None] - x[None, :]).sum() / (2 * n * n * mean)
            share = x / x.sum()
            rows.append([gini, gini * n / (n - 1), st.entropy(share), float(st.skew(x)) if x.std() > 0 else 0.0,
                         np.mean([v / mean * math.log(v / mean) if v > 0 else 0 for v in x]), ((x / mean) ** 2 - 1).mean() / 2,
                         1 - np.mean(np.sqrt(x)) ** 2 / mean, *map(int, x)])
    write("Inequalities", SCIPY + " and pairwise sums", "Gini by n, by n - 1, entropy (nats), skewness, Theil T, GE(2), Atkinson(.5), counts...", rows)


hypergeometric()
finite_pool()
fair_fail()
fair_adjusted()
kendall()
rbo()
rbo_ties()
inequality()
