#!/usr/bin/env python3
"""Prints what bench-metrics.sh measured.

    bench-metrics-table.py ratio TITLE OURS OTHER TARGET FILE    lines `name seconds`; medians; exits 1 when OTHER/OURS < TARGET
    bench-metrics-table.py growth FILE                           lines `what size seconds`
"""
import statistics
import sys


def ratio(title, ours, other, target, path):
    times = {}
    for line in open(path):
        name, seconds = line.split()
        times.setdefault(name, []).append(float(seconds))
    print(f"{title}\n{'':24}{'median ms':>12}{'fastest':>12}{'rounds':>8}{'x ' + ours:>14}")
    base = statistics.median(times[ours])
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:24}{median * 1e3:12.2f}{min(values) * 1e3:12.2f}{len(values):8}{median / base:14.1f}")
    reached = statistics.median(times[other]) / base
    print(f"target: {other} at least {target} times as long: {reached:.1f} {'reached' if reached >= float(target) else 'MISSED'}\n")
    return 0 if reached >= float(target) else 1


def growth(path):
    print(f"{'growth with':16}{'size':>10}{'ms':>12}{'ns per unit':>14}")
    for line in open(path):
        what, size, seconds = line.split()
        print(f"{what:16}{int(size):10}{float(seconds) * 1e3:12.2f}{float(seconds) / int(size) * 1e9:14.1f}")
    return 0


if __name__ == "__main__":
    sys.exit({"ratio": ratio, "growth": growth}[sys.argv[1]](*sys.argv[2:]))
