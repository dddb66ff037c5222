#!/usr/bin/env python3
"""Reference values of regression, differential prediction, calibration and differential item functioning.

Needs mpmath 1.3.0, numpy, scipy 1.17.1, statsmodels 0.15.0. Run from the package root.
"""
import warnings

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st
import statsmodels
import statsmodels.api as sm
from scipy.optimize import brentq

from tables import write

warnings.filterwarnings("ignore")
mp.mp.dps = 50
MPMATH = f"mpmath {mp.__version__}, 50 digits"
STATSMODELS = f"statsmodels {statsmodels.__version__}"


def exact_least_squares(y, columns):
    """Coefficients, classical standard errors, RSS and R squared from the normal equations at 50 digits."""
    x = mp.matrix([[mp.mpf(1)] + [mp.mpf(float(c[i])) for c in columns] for i in range(len(y))])
    b = mp.matrix([mp.mpf(float(v)) for v in y])
    inverse = (x.T * x) ** -1
    beta = inverse * (x.T * b)
    e = b - x * beta
    rss = sum(v * v for v in e)
    mean = sum(b) / len(y)
    tss = sum((v - mean) ** 2 for v in b)
    s2 = rss / (len(y) - x.cols)
    return list(beta), [mp.sqrt(s2 * inverse[i, i]) for i in range(x.cols)], rss, 1 - rss / tss


def longley():
    """Longley (1967), JASA 62:819: six almost collinear predictors, the classical trial of a least-squares routine."""
    data = sm.datasets.longley.load_pandas()
    y, x = data.endog.to_numpy(), data.exog.to_numpy()
    write("LongleyRows", "Longley (1967), through statsmodels.datasets (public domain)",
          "employed, then six predictors", [(v, *r) for v, r in zip(y, x)])
    beta, se, rss, r2 = exact_least_squares(y, x.T)
    write("LongleyFit", MPMATH, "coefficient, standard error; last row: RSS, R squared", [*zip(beta, se), (rss, r2)])


def people():
    """48 invented people: two predictors, group, cluster, a number and a yes-no outcome."""
    rng = np.random.default_rng(20261123)
    n = 48
    group = (np.arange(n) % 3 == 0).astype(int)
    cluster = rng.integers(0, 9, n)
    x1 = np.round(50 + 10 * rng.normal(size=n) - 6 * group, 1)
    x2 = np.round(rng.gamma(2, 1.5, n), 2)
    y = np.round(20 + 0.5 * x1 - 1.5 * x2 - 3 * group + (1 + 0.05 * x1) * rng.normal(size=n) + rng.normal(size=9)[cluster], 2)
    chance = 1 / (1 + np.exp(-(0.08 * (x1 - 48) - 0.3 * (x2 - 3) - 0.4 * group)))
    success = (rng.uniform(size=n) < chance).astype(int)
    write("RegressionPeople", "invented, numpy generator 20261123", "x1, x2, group, cluster, y, success",
          list(zip(x1, x2, group, cluster, y, success)))
    return x1, x2, group, cluster, y, success


def fits(x1, x2, group, cluster, y, success):
    models = [[x1], [x1, x2], [x1, x2, group], [x1, group, x1 * group]]
    rows, tests = [], []
    for number, columns in enumerate(models):
        x = sm.add_constant(np.column_stack(columns))
        beta, se, rss, r2 = exact_least_squares(y, columns)
        ols = sm.OLS(y, x)
        hc2 = ols.fit(cov_type="HC2").bse
        clustered = ols.fit(cov_type="cluster", cov_kwds={"groups": cluster}).bse
        rows += [(number, *row) for row in zip(beta, se, hc2, clustered)]
        tests.append((number, rss, r2))
    write("LeastSquaresFits", f"{MPMATH} (first two); {STATSMODELS} OLS HC2 and cluster",
          "model (x1; x1 x2; x1 x2 group; x1 group x1*group), coefficient, classical, HC2, cluster standard error", rows)
    full = sm.OLS(y, sm.add_constant(np.column_stack(models[2]))).fit()
    small = sm.OLS(y, sm.add_constant(np.column_stack(models[0]))).fit()
    f, p, df = full.compare_f_test(small)
    write("LeastSquaresSums", MPMATH, "model, RSS, R squared", tests)
    write("NestedF", f"{STATSMODELS} compare_f_test, model 0 in model 2", "F, p, added", [(f, p, df)])

    rows, likelihoods = [], []
    for number, columns in enumerate(models):
        fit = sm.Logit(success, sm.add_constant(np.column_stack(columns))).fit(disp=0, tol=1e-14, maxiter=100, method="newton")
        rows += [(number, *row) for row in zip(fit.params, fit.bse, fit.pvalues)]
        likelihoods.append((number, fit.llf))
    write("LogisticFits", f"{STATSMODELS} Logit", "model as in LeastSquaresFits, coefficient, standard error, Wald p", rows)
    write("LogisticLikelihoods", f"{STATSMODELS} Logit", "model, log likelihood", likelihoods)
    offset = 0.05 * (x1 - 50)
    fit = sm.GLM(success, sm.add_constant(x2), family=sm.families.Binomial(), offset=offset).fit(tol=1e-15, maxiter=100)
    write("LogisticOffset", f"{STATSMODELS} GLM, success on x2 with offset 0.05 (x1 - 50)", "coefficient, standard error",
          list(zip(fit.params, fit.bse)))

    columns = models[2]
    top = sm.Logit(success, sm.add_constant(np.column_stack(columns))).fit(disp=0, tol=1e-14, method="newton")
    rows = []
    for level in (0.9, 0.95):
        for j, column in enumerate(columns):
            rest = sm.add_constant(np.column_stack([c for i, c in enumerate(columns) if i != j]))

            def excess(value):
                fit = sm.GLM(success, rest, family=sm.families.Binomial(), offset=value * column).fit(tol=1e-14, maxiter=200)
                return 2 * (top.llf - fit.llf) - st.chi2.ppf(level, 1)

            at, reach = top.params[j + 1], 6 * top.bse[j + 1]
            rows.append((level, j + 1, brentq(excess, at - reach, at, xtol=1e-13), brentq(excess, at, at + reach, xtol=1e-13)))
    write("ProfileIntervals", f"{STATSMODELS} GLM with an offset, root search by scipy {scipy.__version__}",
          "level, predictor of model 2, low, high", rows)


if __name__ == "__main__":
    longley()
    data = people()
    fits(*data)
