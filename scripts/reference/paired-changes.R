# Limits of paired changes by hand, for the cases of scripts/reference/paired-changes.py, which runs it: Rscript paired-changes.R changes.csv
# rates.csv centred.csv. Prints one comma-separated line per case: table, case, then its figures.
options(digits = 17)
files <- commandArgs(TRUE)
say <- function(...) cat(paste(c(...), collapse = ","), "\n", sep = "")
num <- function(x) formatC(x, digits = 17, format = "g")
LEVELS <- c(0.5, 0.9, 0.95, 0.998)

say("version", paste("R", getRversion()))
# Hall (1992): the closed form of the inverse, with the moments of the definition.
changes <- read.csv(files[1])
for (k in unique(changes$case)) {
  x <- changes$value[changes$case == k]
  n <- length(x); m <- mean(x); s <- sd(x)
  g <- mean((x - m)^3) / mean((x - m)^2)^1.5
  root <- function(v) sign(v) * abs(v)^(1 / 3)
  back <- function(q) { z <- q / sqrt(n) - g / (6 * n); if (abs(g) < 1e-12) z else 3 / g * (root(1 + g * z) - 1) }
  w <- m / s
  statistic <- sqrt(n) * (w + g * w^2 / 3 + g^2 * w^3 / 27 + g / (6 * n))
  say("hall", k, num(g), num(statistic), num(pt(statistic, n - 1, lower.tail = FALSE)),
    num(sapply(LEVELS, function(l) m - s * back(qt(l, n - 1)))), num(sapply(LEVELS, function(l) m - s * back(qt(1 - l, n - 1)))))
}
# Clopper and Pearson (1934), as quantiles of beta with sums instead of counts.
rates <- read.csv(files[2])
for (k in unique(rates$case)) {
  x <- rates$value[rates$case == k]; largest <- rates$largest[rates$case == k][1]; n <- length(x)
  shares <- table(x); best <- as.numeric(names(shares)[shares == max(shares)])
  centre <- best[order(abs(best), -best)][1]
  beyond <- (x - centre) / largest
  up <- sum(beyond[beyond > 0]); down <- -sum(beyond[beyond < 0])
  highest <- function(e, tail) if (e >= n) 1 else qbeta(tail, e + 1, n - e, lower.tail = FALSE)
  lowest <- function(e, tail) if (e <= 0) 0 else qbeta(tail, e, n - e + 1)
  lower <- function(l) centre + largest * (lowest(up, (1 - l) / 2) - highest(down, (1 - l) / 2))
  p <- if (lower(0) <= 0) 1 else uniroot(function(q) lower(1 - q), c(1e-14, 1), tol = 1e-15)$root
  say("few", k, num(mean(x)), num(sd(x) / sqrt(n)), num(p), num(sapply(LEVELS, lower)),
    num(sapply(LEVELS, function(l) centre + largest * highest(up, 1 - l))))
}
# A group's mean change minus everybody's: Welch's comparison with the rest, times the share of the rest.
centred <- read.csv(files[3])
for (k in unique(centred$case)) {
  d <- centred[centred$case == k, ]
  share <- mean(d$group == 0)
  test <- function(l, side) t.test(d$value[d$group == 1], d$value[d$group == 0], alternative = side, conf.level = l)
  one <- test(0.95, "greater")
  say("centred", k, num(mean(d$value[d$group == 1]) - mean(d$value)), num(unname(one$parameter)), num(one$p.value),
    num(sapply(LEVELS, function(l) share * test(l, "greater")$conf.int[1])), num(sapply(LEVELS, function(l) share * test(l, "less")$conf.int[2])))
}
