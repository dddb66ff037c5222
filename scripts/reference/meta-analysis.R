# Pooled effects by metafor, for the cases of scripts/reference/meta-analysis.py, which runs it: Rscript meta-analysis.R effects.csv strata.csv
# Prints one comma-separated line per figure: table, case, then its figures; a case of metafor's own trials is printed as its input too.
suppressPackageStartupMessages(library(metafor))
options(digits = 17)
files <- commandArgs(TRUE)
say <- function(...) cat(paste(c(...), collapse = ","), "\n", sep = "")
num <- function(x) formatC(x, digits = 17, format = "g")

say("version", paste("R", getRversion()), paste("metafor", packageVersion("metafor")))
effects <- read.csv(files[1])
trials <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
effects <- rbind(effects, data.frame(case = max(effects$case) + 1, estimate = as.numeric(trials$yi), error = sqrt(trials$vi)))
strata <- read.csv(files[2])
strata <- rbind(strata, with(dat.bcg, data.frame(case = max(strata$case) + 1, a = tpos, n1 = tpos + tneg, c = cpos, n0 = cpos + cneg)))
for (i in seq_len(nrow(effects))) say("study", effects$case[i], num(effects$estimate[i]), num(effects$error[i]))
for (i in seq_len(nrow(strata))) say("stratum", unlist(strata[i, ]))

# Steps until nothing moves any more, in the unit of the variances: metafor's own stop, at 1e-5, leaves a few digits of tau^2.
until <- function(s) list(threshold = 1e-12 * min(s)^2, maxiter = 10000)
common <- function(y, s) rma(y, s^2, method = "EE")
for (k in unique(effects$case)) {
  y <- effects$estimate[effects$case == k]
  s <- effects$error[effects$case == k]
  n <- length(y)
  one <- common(y, s)
  say("common", k, num(c(one$beta, one$se, one$ci.lb, one$ci.ub, one$pval, one$QE, one$k - 1, one$QEp, one$I2 / 100)))
  for (method in c("DL", "REML")) {
    fit <- function(test) rma(y, s^2, method = method, test = test, control = if (method == "REML") until(s) else list())
    plain <- fit("z")
    factor <- fit("knha")$s2w
    held <- fit("adhoc")
    next_one <- predict(held, pi.type = "riley")
    say("random", k, which(method == c("DL", "REML")) - 1, num(c(plain$tau2, plain$I2 / 100, plain$beta, plain$se, plain$ci.lb, plain$ci.ub,
      plain$pval, factor, held$se, held$ci.lb, held$ci.ub, held$pval, next_one$pi.lb, next_one$pi.ub)))
  }
  # One study is its own pooled effect; rma of one study says the same.
  z <- if (n > 2) rstudent(one)$z else (y - rev(y)) / sqrt(s^2 + rev(s)^2)
  for (i in seq_len(n)) {
    rest <- common(y[-i], s[-i])
    limits <- c(0.95, 0.998)
    spread <- qnorm((1 + limits) / 2) * sqrt(s[i]^2 + rest$se^2)
    say("without", k, i - 1, num(c(rest$beta, rest$se, rest$ci.lb, rest$ci.ub, rest$pval, z[i], c(rest$beta) - spread, c(rest$beta) + spread)))
  }
  if (n > 2) stopifnot(all.equal(leave1out(one)$estimate, sapply(seq_len(n), function(i) c(common(y[-i], s[-i])$beta)), tolerance = 1e-12))
}
# Halves go to tables with an empty cell for Q alone, and tables in which everybody or nobody has the outcome are left out of it; both are
# metafor's own choice. The estimate takes every table as it is.
for (k in unique(strata$case)) {
  d <- strata[strata$case == k, ]
  for (measure in c("RD", "RR", "OR")) {
    fit <- suppressWarnings(rma.mh(ai = a, n1i = n1, ci = c, n2i = n0, measure = measure, data = d))
    say("tables", k, which(measure == c("RD", "RR", "OR")) - 1, num(c(fit$beta, fit$se, fit$ci.lb, fit$ci.ub, fit$QE, fit$k.yi - 1, fit$QEp)))
  }
}
