#!/usr/bin/env python3
"""Writes the reference values of exposure, divergence and pairwise figures of rankings.

Needs mpmath, numpy, scipy. Run from the package root: python3 scripts/reference/ranking.py
Written from the formulas alone, by definition and brute force (permutations for ties, all pairs for pairwise figures, all orders
for extremes); nothing is shared with the package.
"""
import itertools

import mpmath as mp
import numpy as np
import scipy
from scipy.spatial.distance import jensenshannon

from tables import write

mp.mp.dps = 50
NUMPY = f"own formulas, numpy {np.__version__}"
DISCOUNTS = [
    lambda r: 1 / np.log2(1 + r),
    lambda r: 1 / r,
    lambda r: 0.7 ** (r - 1.0),
    lambda r: 1 / np.log2(np.maximum(r, 2)),
    lambda r: np.ones_like(r, dtype=float),
]


def distributions():
    rows = []
    pairs = [
        ([0.5, 0.3, 0.2], [0.2, 0.3, 0.5]), ([0, 0.4, 0.6], [0.1, 0.4, 0.5]), ([1, 0, 0], [0.5, 0.25, 0.25]),
        ([0.5, 0.3, 0.2], [0.5, 0.3 + 2.0 ** -30, 0.2 - 2.0 ** -30]), ([0.5, 0.3, 0.2], [0.5 + 2.0 ** -12, 0.3 - 2.0 ** -12, 0.2]),
        ([1e-9, 1 - 1e-9, 0], [0.25, 0.5, 0.25]), ([0.25, 0.25, 0.5], [0.25, 0.25, 0.5]),
    ]
    for p, q in pairs:
        a, b = [mp.mpf(x) for x in p], [mp.mpf(x) for x in q]
        a, b = [x / sum(a) for x in a], [x / sum(b) for x in b]
        mid = [(x + y) / 2 for x, y in zip(a, b)]
        kl = lambda u, v: sum((x * mp.log(x / y) for x, y in zip(u, v) if x > 0), mp.mpf(0))
        js = (kl(a, mid) + kl(b, mid)) / 2
        assert abs(jensenshannon(p, q) ** 2 - js) < 1e-12
        gaps = [abs(x - y) for x, y in zip(a, b)]
        rows.append((*p, *q, kl(a, b), js, sum(gaps) / 2, max(gaps)))
    write("GroupDivergences", f"mpmath {mp.__version__}, 50 digits; JS checked with scipy {scipy.__version__}",
          "p of three groups, q of three groups, KL(p from q), JS, total variation, L-infinity", rows)


def exposures(rng):
    """12 items of 3 groups, the first 9 shown in order of their number; target .5 .3 .2."""
    rows = []
    target = np.array([0.5, 0.3, 0.2])
    while len(rows) < 20:
        groups = rng.choice(3, 12, p=[0.5, 0.3, 0.2])
        if min(np.bincount(groups, minlength=3)) == 0:
            continue
        which = len(rows) % len(DISCOUNTS)
        merit = np.round(rng.uniform(0.05, 1, 12), 3)
        attention = np.zeros(12)
        attention[:9] = DISCOUNTS[which](np.arange(1, 10))
        member = [groups == g for g in range(3)]
        mean = np.array([attention[m].mean() for m in member])
        per_merit = np.array([attention[m].mean() / merit[m].mean() for m in member])
        impact = np.array([(attention * merit)[m].mean() / merit[m].mean() for m in member])
        share = np.array([attention[m].sum() for m in member]) / attention.sum()
        mixed = (share + target) / 2
        entropy = lambda x: -sum(v * np.log(v) for v in x if v > 0)
        js = entropy(mixed) - (entropy(share) + entropy(target)) / 2
        inequity = abs(attention - merit).sum(), abs(attention / attention.sum() - merit / merit.sum()).sum()
        rows.append((which, *groups, *merit, *mean, mean[0] / mean[1], mean.min() / mean.max(), np.ptp(mean), abs(mean - mean.mean()).mean(),
                     np.linalg.norm(mean), mean.var(), *per_merit, per_merit[2] / per_merit[0], impact[2] / impact[0],
                     1 - js / np.log(2), 1 - js, *inequity))
    write("GroupExposures", NUMPY,
          "discount, group of 12 items, merit of 12 items, mean exposure of 3 groups, ratio 0/1, min/max, range, mean absolute deviation, "
          "norm, variance, exposure per merit of 3 groups, treatment ratio 2/0, impact ratio 2/0, AWRF normalised and TREC, inequity as given and as shares", rows)


def ties():
    """Mean over all orders of the tied items, by enumeration. The value of item i is ranked ascending."""
    rows = []
    for which, values in enumerate([[1, 1, 2, 2, 2, 3], [1, 1, 1, 1, 1, 1], [3, 2, 1, 6, 5, 4], [2, 1, 2, 1, 2, 1], [5, 5, 5, 5, 1, 9]]):
        for depth in (2, 6):
            total, orders = np.zeros(6), 0
            for order in itertools.permutations(range(6)):
                ranked = [values[i] for i in order]
                if ranked == sorted(ranked):
                    orders += 1
                    total[list(order[:depth])] += DISCOUNTS[which](np.arange(1, depth + 1))
            rows.append((which, depth, *values, *(total / orders)))
    write("TiedExposures", NUMPY + ", all orders enumerated", "discount, depth, value of 6 items, mean exposure of 6 items", rows)


def expected(rng):
    """7 items of 3 groups, 4 rankings of which `depth` places are shown, relevance with ties."""
    rows = []
    for case in range(10):
        groups = np.concatenate([[0, 1, 2], rng.integers(0, 3, 4)])
        relevance = rng.integers(0, 3, 7)
        depth = [7, 4][case % 2]
        which = case % len(DISCOUNTS)
        orders = [rng.permutation(7) for _ in range(4)]
        weight = np.where(np.arange(1, 8) <= depth, DISCOUNTS[which](np.arange(1, 8)), 0)
        system = np.mean([weight[np.argsort(o)] for o in orders], axis=0)
        ideal = np.argsort(-relevance, kind="stable")
        wanted = np.zeros(7)
        for grade in set(relevance):
            places = [rank for rank, item in enumerate(ideal) if relevance[item] == grade]
            wanted[relevance == grade] = weight[places].mean()
        by_group = lambda v: np.array([v[groups == g].sum() for g in range(3)])
        s, w = by_group(system), by_group(wanted)
        rows.append((which, depth, *groups, *relevance, *np.concatenate(orders), sum((system - wanted) ** 2), system @ system, system @ wanted,
                     sum((s - w) ** 2), s @ s, s @ w))
    write("ExpectedExposures", NUMPY,
          "discount, depth, group of 7 items, relevance of 7 items, 4 orders of 7 items, EE-L, EE-D, EE-R, group EE-L, EE-D, EE-R", rows)


def divergence_of_prefixes(rng):
    """20 places, 3 groups, target .5 .3 .2: NDKL of the whole list and of the first 7, skew at 5 (absent groups: -inf kept as 99)."""
    rows = []
    target = np.array([0.5, 0.3, 0.2])
    for _ in range(8):
        groups = rng.integers(0, 3, 20)
        kl = []
        for i in range(1, 21):
            share = np.bincount(groups[:i], minlength=3) / i
            kl.append(sum(share[g] * np.log(share[g] / target[g]) for g in range(3) if share[g] > 0))
        weight = 1 / np.log2(np.arange(2, 22))
        ndkl = [float(np.dot(kl[:d], weight[:d]) / weight[:d].sum()) for d in (20, 7)]
        share = np.bincount(groups[:5], minlength=3) / 5
        rows.append((*groups, *ndkl, *[np.log(s / t) if s > 0 else 99 for s, t in zip(share, target)]))
    write("PrefixDivergences", NUMPY, "group at 20 places, NDKL of 20 and of 7, skew at 5 of 3 groups (99 = absent)", rows)


def pairs(rng):
    """9 items of 3 groups; `shown` and `truth` are values ranked ascending, with ties."""
    rows = []
    for _ in range(12):
        groups = np.concatenate([[0, 0, 1, 1, 2], rng.integers(0, 3, 4)])
        shown, truth = rng.integers(0, 6, 9), rng.integers(0, 6, 9)
        favoured, all_pairs = np.zeros(3), np.zeros(3)
        wrong, any_pairs = np.zeros(3), np.zeros(3)
        wrongly, mixed = np.zeros((3, 3)), np.zeros((3, 3))
        above = 0.0
        for a, b in itertools.permutations(range(9), 2):
            half = 1.0 if shown[a] < shown[b] else 0.5 if shown[a] == shown[b] else 0.0
            if groups[a] != groups[b]:
                favoured[groups[a]] += half
                all_pairs[groups[a]] += 1
            if groups[a] == 0 and groups[b] == 1:
                above += half
            if truth[a] > truth[b]:  # a should stand below b
                wrongly[groups[a], groups[b]] += half
                for g in {groups[a], groups[b]}:
                    wrong[g] += half
                    any_pairs[g] += 1
            if truth[a] != truth[b]:
                mixed[groups[a], groups[b]] += 1
        share = favoured / all_pairs
        sizes = np.bincount(groups, minlength=3)
        rows.append((*groups, *shown, *truth, above / (sizes[0] * sizes[1]), *share, np.ptp(share), wrongly[0, 1] / mixed[0, 1], wrongly[1, 0] / mixed[1, 0],
                     *(wrong / any_pairs)))
    write("PairwiseFigures", NUMPY + ", all pairs",
          "group of 9 items, shown value, true value, chance of 0 over 1, favoured share of 3 groups, parity, wrongly favoured 0 over 1, 1 over 0, "
          "wrong pairs of 3 groups", rows)


def deviation(kind, seen, cut, members, pool):
    p, q = seen / cut, members / pool
    if kind == 0:
        return abs(p - q)
    if kind == 1:
        return sum(a * np.log2(a / b) for a, b in ((p, q), (1 - p, 1 - q)) if a > 0)
    return max(0, members / (pool - members) - (np.inf if seen == cut else seen / (cut - seen)))


def prefixes(rng):
    """30 places, members of the group are 1. Cut points 5, 10, 20, 30 and 2, 24. Normalised by the largest of all orders."""
    def value(kind, marks, cuts):
        return sum(deviation(kind, sum(marks[:c]), c, sum(marks), len(marks)) / np.log2(1 + c) for c in cuts)

    for kind, members, cuts in itertools.product(range(3), (2, 5, 7), ([1, 6], [2, 8], [3, 6, 9], [1, 2, 9])):
        orders = (np.isin(np.arange(10), first).astype(int) for first in itertools.combinations(range(10), members))
        assert abs(max(value(kind, o, cuts) for o in orders) - largest(kind, members, 10, cuts)) < 1e-14
    rows, beyond = [], 0
    for case in range(9):
        members = [3, 12, 24][case % 3]
        marks = np.zeros(30, dtype=int)
        marks[rng.permutation(30)[:members]] = 1
        for number, cuts in enumerate([[5, 10, 20, 30], [2, 24]]):
            out = []
            for kind in range(3):
                extremes = max(value(kind, sorted(marks), cuts), value(kind, sorted(marks, reverse=True), cuts))
                beyond += largest(kind, members, 30, cuts) > extremes * (1 + 1e-9)
                out += [value(kind, marks, cuts), value(kind, marks, cuts) / largest(kind, members, 30, cuts)]
            rows.append((number, *marks, *out))
    print("tables in which some order lies beyond both extremes:", beyond)
    write("PrefixDisparities", NUMPY + ", largest of all orders by dynamic programming, checked by enumeration",
          "cut points (0: 5 10 20 30, 1: 2 24), mark at 30 places, then rND, rKL, rRD: raw and normalised", rows)


def largest(kind, members, pool, cuts):
    best = {0: 0.0}
    previous = 0
    for cut in cuts:
        following = {}
        for seen in range(max(0, cut - (pool - members)), min(cut, members) + 1):
            before = [v for s, v in best.items() if 0 <= seen - s <= cut - previous]
            if before:
                following[seen] = max(before) + deviation(kind, seen, cut, members, pool) / np.log2(1 + cut)
        best, previous = following, cut
    return max(best.values())


if __name__ == "__main__":
    distributions()
    exposures(np.random.default_rng(1))
    ties()
    expected(np.random.default_rng(2))
    divergence_of_prefixes(np.random.default_rng(3))
    pairs(np.random.default_rng(4))
    prefixes(np.random.default_rng(5))
