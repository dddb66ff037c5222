#!/usr/bin/env python3
"""Reference values for Tests/MatchReplayTests/{Scenarios,LanguageShift}: shrinkage by moments, and simultaneous intervals of languages.

Python 3, numpy and scipy, none of the tool's own code; prints one line per figure. Run: python3 scripts/reference/language.py"""
import sys

import numpy
import scipy.stats


def share(groups, people):
    """B = n / (n + s2/t2), one-way random effects by moments (unequal sizes)."""
    values = numpy.concatenate(groups)
    sizes = numpy.array([len(g) for g in groups], float)
    means = numpy.array([numpy.mean(g) for g in groups])
    within = sum(((g - m) ** 2).sum() for g, m in zip(groups, means)) / (len(values) - len(groups))
    between = (sizes * (means - values.mean()) ** 2).sum() / (len(groups) - 1)
    size = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(groups) - 1)
    t2 = max(0.0, (between - within) / size)
    return people / (people + within / t2)


def scores():
    """The people of LanguageShiftTests: 60 in nl, 25 in ar, 20 in ti; scales a, b, c, of which b leans on a; gaps on c."""
    rows = []
    for i in range(105):
        a = (i * 37 % 101) / 4
        b = a / 2 + (i * 53 % 89) / 4
        c = None if i % 10 == 3 else (i * 71 % 97) / 2
        language = "nl" if i < 60 else "ar" if i < 85 else "ti"
        rows.append((language, [a - (6 if language == "ar" else 0), b, c]))
    return rows


def welch(x, y):
    return (numpy.mean(x) - numpy.mean(y)) / numpy.sqrt(numpy.var(x, ddof=1) / len(x) + numpy.var(y, ddof=1) / len(y))


def main():
    print("python", sys.version.split()[0], "numpy", numpy.__version__, "scipy", scipy.__version__)
    print("share", repr(float(share([numpy.array([13.0, 14, 15, 14]), numpy.array([9.0, 10, 11])], 3))))
    rows = scores()
    labels = numpy.array([row[0] for row in rows])
    table = numpy.array([[numpy.nan if v is None else v for v in row[1]] for row in rows])
    for language in ("ar", "ti"):
        for column, code in enumerate("abc"):
            x = table[labels == language, column]
            y = table[labels == "nl", column]
            x, y = x[~numpy.isnan(x)], y[~numpy.isnan(y)]
            everybody = [g[~numpy.isnan(g)] for g in (table[labels == k, column] for k in ("ar", "nl", "ti"))]
            pooled = numpy.sqrt(sum(((g - g.mean()) ** 2).sum() for g in everybody) / sum(len(g) - 1 for g in everybody))
            interval = scipy.stats.ttest_ind(x, y, equal_var=False).confidence_interval(0.95)
            print(
                "effect", language, code, repr(float(x.mean() - y.mean())), repr(float((x.mean() - y.mean()) / pooled)), repr(float(interval.low)),
                repr(float(interval.high)))
    residuals = table.copy()
    for language in set(labels):
        residuals[labels == language] -= numpy.nanmean(table[labels == language], axis=0)
    random = numpy.random.default_rng(1)
    maxima = []
    for _ in range(40000):
        dealt = labels[random.permutation(len(labels))]
        largest = 0.0
        for column in range(3):
            groups = {k: residuals[(dealt == k) & ~numpy.isnan(residuals[:, column]), column] for k in ("nl", "ar", "ti")}
            for language in ("ar", "ti"):
                largest = max(largest, abs(welch(groups[language], groups["nl"])))
        maxima.append(largest)
    print("critical 95 %", float(numpy.quantile(maxima, 0.95)), "from 40000 rearrangements")


main()
