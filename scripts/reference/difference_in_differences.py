"""Reference values of the interaction contrast of four means (Welch, Satterthwaite).

Prints, per case: estimate, standard error, degrees of freedom, t, two-sided p, 95 % interval. The estimate and its standard error come from
statsmodels' OLS with an HC2 covariance, which for a saturated two-by-two design is exactly sum s^2/n; freedom and p from numpy and scipy.
"""

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats

CASES = {
    "mixed": ([3.1, 4.0, 5.2, 2.2, 6.1], [1.0, 2.5, 2.0], [2.0, 2.2, 3.9, 4.4], [1.0, 0.5, 1.5, 2.5, 3.0, 0.1]),
    "yes_or_no": ([1, 1, 0, 1, 1, 0], [0, 1, 0, 0], [0, 0, 1, 0, 0], [0, 1, 0, 0, 0, 0, 1]),
}

print("# numpy", np.__version__, "scipy", scipy.__version__, "statsmodels", statsmodels.__version__)
for name, samples in CASES.items():
    samples = [np.asarray(s, float) for s in samples]
    first = np.concatenate([np.full(len(s), v) for s, v in zip(samples, (1, 1, 0, 0))])
    second = np.concatenate([np.full(len(s), v) for s, v in zip(samples, (1, 0, 1, 0))])
    fit = sm.OLS(np.concatenate(samples), np.column_stack([np.ones_like(first), first, second, first * second])).fit(cov_type="HC2")
    parts = [s.var(ddof=1) / len(s) for s in samples]
    df = sum(parts) ** 2 / sum(p**2 / (len(s) - 1) for p, s in zip(parts, samples))
    t = fit.params[3] / fit.bse[3]
    half = stats.t.ppf(0.975, df) * fit.bse[3]
    print(name, *(repr(float(x)) for x in (fit.params[3], fit.bse[3], df, t, 2 * stats.t.sf(abs(t), df), fit.params[3] - half, fit.params[3] + half)))
