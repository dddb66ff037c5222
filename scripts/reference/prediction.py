#!/usr/bin/env python3
"""Reference values of regression, differential prediction, calibration and differential item functioning.

Needs mpmath 1.3.0, numpy, scipy 1.17.1, statsmodels 0.15.0, scikit-learn 1.9.1. Run from the package root.
"""
import warnings

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st
import sklearn
import statsmodels
import statsmodels.api as sm
from scipy.optimize import brentq
from sklearn.metrics import brier_score_loss

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


def cleary(x1, x2, group, cluster, y, success):
    """Outcome on x1 by group. F tests and likelihood ratios from statsmodels, corrected intercepts from the moment matrix."""
    side = group == 1
    sets = [np.column_stack(c) for c in ([x1], [x1, group], [x1, group, x1 * group])]
    fits = [sm.OLS(y, sm.add_constant(c)).fit() for c in sets]
    f = [fits[1].compare_f_test(fits[0]), fits[2].compare_f_test(fits[1]), fits[2].compare_f_test(fits[0])]
    own = sm.OLS(group, sm.add_constant(x1)).fit().resid
    hc2 = sm.OLS(y, sm.add_constant(sets[1])).fit(cov_type="HC2")
    at = fits[2].t_test([0, 0, 1, 45])
    write("ClearyLinear", STATSMODELS,
          "F and p of intercept, slope, both; R2 of three models; mean common residual group, reference; HC2 standard error of the group's; "
          "predicted difference at 45, its standard error",
          [(v,) for test in f for v in test[:2]] + [(m.rsquared,) for m in fits]
          + [(fits[0].resid[side].mean(),), (fits[0].resid[~side].mean(),), (hc2.bse[2] * (own @ own) / side.sum(),),
             (at.effect[0],), (float(at.sd[0, 0]),)])
    logits = [sm.Logit(success, sm.add_constant(c)).fit(disp=0, tol=1e-14, method="newton") for c in sets]
    ratio = [2 * (logits[1].llf - logits[0].llf), 2 * (logits[2].llf - logits[1].llf), 2 * (logits[2].llf - logits[0].llf)]
    p0, p1 = logits[0].predict(), logits[1].predict()
    design = sm.add_constant(x1)
    left = group - sm.WLS(group, design, weights=p0 * (1 - p0)).fit().fittedvalues
    z = sm.add_constant(sets[1])
    w = p1 * (1 - p1)
    h = np.einsum("ij,jk,ik->i", z, np.linalg.inv(z.T * w @ z), z) * w
    spread = np.sqrt(np.sum(left ** 2 * (success - p1) ** 2 / (1 - h))) / side.sum()
    write("ClearyLogistic", STATSMODELS,
          "likelihood ratios of intercept, slope, both; mean common residual group, reference; standard error of the group's",
          [(v,) for v in ratio] + [((success - p0)[side].mean(),), ((success - p0)[~side].mean(),), (spread,)])
    rows = []
    within = x1 - np.where(side, x1[side].mean(), x1[~side].mean())
    gap = x1[side].mean() - x1[~side].mean()
    gap_variance = x1[side].var(ddof=1) / side.sum() + x1[~side].var(ddof=1) / (~side).sum()
    for reliability in (0.7, 0.8, 0.9, 1.0):
        moments = z.T @ z
        moments[1, 1] -= (1 - reliability) * within @ within
        estimate = np.linalg.solve(moments, z.T @ y)[2]
        k = (1 - reliability) / reliability
        v = np.asarray(hc2.cov_params())
        variance = np.array([0, -k * gap, 1]) @ v @ np.array([0, -k * gap, 1]) + (fits[1].params[1] * k) ** 2 * gap_variance
        rows.append((reliability, estimate, np.sqrt(variance)))
    write("CorrectedIntercepts", f"numpy, corrected moment matrix; {STATSMODELS} HC2", "reliability, intercept difference, standard error", rows)


def calibration(x1, x2, group, cluster, y, success):
    predicted = np.round(1 / (1 + np.exp(-(0.06 * (x1 - 45) - 0.5 * (x2 - 3)))), 3)
    write("CalibrationPeople", "invented", "predicted, success", list(zip(predicted, success)))
    logit = np.log(predicted / (1 - predicted))
    large = sm.GLM(success, np.ones(len(x1)), family=sm.families.Binomial(), offset=logit).fit(tol=1e-15, maxiter=100)
    slope = sm.Logit(success, sm.add_constant(logit)).fit(disp=0, tol=1e-14, method="newton")
    null = np.sum(np.where(success == 1, np.log(predicted), np.log1p(-predicted)))
    write("Recalibration", f"{STATSMODELS}; scikit-learn {sklearn.__version__}",
          "value, standard error: in the large; intercept; slope; then likelihood ratio of both and Brier score",
          [(large.params[0], large.bse[0]), *zip(slope.params, slope.bse), (2 * (slope.llf - null), brier_score_loss(success, predicted))])


def items():
    """90 invented people, six items, item 3 harder for the group at the same ability, item 6 unanswered by some."""
    rng = np.random.default_rng(5)
    n = 90
    group = (np.arange(n) % 3 == 0).astype(int)
    ability = rng.normal(size=n) - 0.3 * group
    difficulty = np.array([-1, -0.5, 0, 0.3, 0.8, 0.2])
    effect = np.outer(group, [0, 0, 1.4, 0, 0, 0])
    answers = (rng.uniform(size=(n, 6)) < 1 / (1 + np.exp(-1.3 * (ability[:, None] - difficulty - effect)))).astype(int)
    missing = rng.uniform(size=n) < 0.1
    answers[missing, 5] = -1
    write("ItemPeople", "invented, numpy generator 5", "group, six answers (-1: none)", [(g, *a) for g, a in zip(group, answers)])
    rows = [(i + 1, *mantel_haenszel(answers, group, i, range(6)), *logistic(answers, group, i)) for i in range(6)]
    write("ItemFigures", f"{STATSMODELS} StratifiedTable and Logit",
          "item, alpha, D-DIF, its standard error, chi-squared corrected, p, STD P-DIF, likelihood ratio uniform, non-uniform, both, gain in Nagelkerke R2",
          rows)


def mantel_haenszel(answers, group, item, anchors):
    keep = answers[:, item] >= 0
    score = (answers[:, sorted(set(anchors) | {item})] == 1).sum(axis=1)[keep]
    a, g = answers[keep, item], group[keep]
    tables, up, weight = [], 0.0, 0
    for s in np.unique(score):
        table = np.array([[np.sum((score == s) & (g == k) & (a == v)) for v in (1, 0)] for k in (0, 1)])
        if table.sum(axis=1).min() > 0:
            up += table[1].sum() * (table[1, 0] / table[1].sum() - table[0, 0] / table[0].sum())
            weight += table[1].sum()
        if table.sum(axis=1).min() > 0 and table.sum(axis=0).min() > 0:
            tables.append(table)
    pooled = sm.stats.StratifiedTable(tables)
    test = pooled.test_null_odds(correction=True)
    return (pooled.oddsratio_pooled, -2.35 * pooled.logodds_pooled, 2.35 * pooled.logodds_pooled_se, test.statistic, test.pvalue, up / weight)


def logistic(answers, group, item):
    keep = answers[:, item] >= 0
    score = (answers == 1).sum(axis=1)[keep].astype(float)
    a, g = answers[keep, item], group[keep]
    sets = ([score], [score, g], [score, g, score * g])
    llf = [sm.Logit(a, sm.add_constant(np.column_stack(c))).fit(disp=0, tol=1e-14, maxiter=100, method="newton").llf for c in sets]
    null = sm.Logit(a, np.ones(len(a))).fit(disp=0, tol=1e-14).llf
    r2 = [(1 - np.exp(2 * (null - v) / len(a))) / (1 - np.exp(2 * null / len(a))) for v in llf]
    return 2 * (llf[1] - llf[0]), 2 * (llf[2] - llf[1]), 2 * (llf[2] - llf[0]), r2[2] - r2[0]


if __name__ == "__main__":
    longley()
    data = people()
    fits(*data)
    cleary(*data)
    calibration(*data)
    items()
