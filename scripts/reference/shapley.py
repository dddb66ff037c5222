#!/usr/bin/env python3
"""Reference values for Tests/MetricsTests/Attribution: Shapley values by going through every order of the players.

Python 3 and numpy; prints one line per game. Run: python3 scripts/reference/shapley.py"""
import itertools
import sys

import numpy


def curved(members):
    """Five players: neither additive nor symmetric, with two that only count together."""
    return float(numpy.sqrt(sum((i + 1.0) ** 2 for i in members)) + (1.5 if {0, 2} <= set(members) else 0.0) - 0.25)


def shapley(players, worth):
    orders = list(itertools.permutations(range(players)))
    added = numpy.zeros((len(orders), players))
    for row, order in enumerate(orders):
        for place, player in enumerate(order):
            added[row, player] = worth(order[: place + 1]) - worth(order[:place])
    return added.mean(axis=0)


print("python", sys.version.split()[0], "numpy", numpy.__version__)
print("curved", " ".join(repr(float(value)) for value in shapley(5, curved)))
