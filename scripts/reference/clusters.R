# Intraclass correlation of a yes-or-no outcome, from aov's mean squares and qf; values in IntraclassCorrelationTests.
# R 4.2.2: Rscript scripts/reference/clusters.R
show <- function(events, totals) {
  cluster <- factor(rep(seq_along(totals), totals))
  outcome <- unlist(mapply(function(e, n) c(rep(1, e), rep(0, n - e)), events, totals, SIMPLIFY = FALSE))
  table <- summary(aov(outcome ~ cluster))[[1]]
  msb <- table[1, "Mean Sq"]; msw <- table[2, "Mean Sq"]; k <- length(totals); N <- sum(totals)
  n0 <- (N - sum(totals^2) / N) / (k - 1)
  F <- table[1, "F value"]
  icc <- function(ratio) (ratio - 1) / (ratio + n0 - 1)
  for (level in c(0.90, 0.95)) {
    a <- (1 - level) / 2
    cat(sprintf("%g: %.12f %.12f\n", level, icc(F / qf(1 - a, k - 1, N - k)), icc(F / qf(a, k - 1, N - k))))
  }
  p <- 2 * min(pf(F, k - 1, N - k), pf(F, k - 1, N - k, lower.tail = FALSE))
  cat(sprintf("icc %.12f F %.12f n0 %.12f p %.12g\n", icc(F), F, n0, p))
  # Swiger's form of the large-sample variance, for clusters of one size equal to Smith's.
  if (length(unique(totals)) == 1) {
    n <- totals[1]; r <- icc(F)
    cat(sprintf("se %.12f\n", sqrt(2 * (N - 1) * (1 - r)^2 * (1 + (n - 1) * r)^2 / (n^2 * (N - k) * (k - 1)))))
  }
}
show(c(12, 9, 15, 4, 10), c(20, 20, 20, 20, 20))
show(c(30, 11, 6, 25, 8, 3), c(40, 15, 12, 60, 10, 22))
show(c(6, 5, 5, 6, 5), c(12, 10, 11, 12, 10))
