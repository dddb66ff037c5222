# Answers of R for the cases of scripts/reference/survival.py, which runs it: Rscript survival.R cases.csv placements.csv unempdur.csv
# Prints one comma-separated line per figure: table, then its columns.
suppressMessages({library(survival); library(cmprsk)})
options(digits = 17)
files <- commandArgs(TRUE)
all <- read.csv(files[1])
say <- function(...) cat(paste(c(...), collapse = ","), "\n", sep = "")
num <- function(x) formatC(x, digits = 17, format = "g")

say("version", paste("R", getRversion()), paste("survival", packageVersion("survival")), paste("cmprsk", packageVersion("cmprsk")))
for (k in unique(all$case)) {
  d <- all[all$case == k, ]
  d$status <- as.integer(d$cause == 1)
  late <- any(d$entry > 0)
  # (start, stop] excludes the start; entry 0 must include time 0, which no delayed case has an exit at.
  y <- if (late) Surv(d$entry, d$end, d$status) else Surv(d$end, d$status)
  whole <- all(d$weight == round(d$weight))
  times <- sort(unique(d$end[d$status == 1]))
  times <- times[unique(round(seq(1, length(times), length.out = 5)))]
  at <- function(robust, type) summary(survfit(y ~ 1, data = d, weights = d$weight, id = seq_len(nrow(d)), robust = robust, conf.type = type), times = times)
  plain <- at(FALSE, "plain"); logs <- at(FALSE, "log"); loglog <- at(FALSE, "log-log"); jack <- at(TRUE, "log-log")
  for (i in seq_along(times)) {
    values <- c(plain$surv[i], plain$std.err[i], jack$std.err[i], plain$lower[i], plain$upper[i], logs$lower[i], logs$upper[i],
      loglog$lower[i], loglog$upper[i])
    say("curve", k, num(times[i]), plain$n.risk[i], sapply(values, num))
  }
  for (p in c(0.25, 0.4, 0.5)) {
    q <- quantile(survfit(y ~ 1, data = d, weights = d$weight, id = seq_len(nrow(d)), robust = FALSE, conf.type = "log-log"), probs = p)
    say("quantile", k, p, num(unname(q$quantile)), num(unname(q$lower)), num(unname(q$upper)))
  }
  for (tau in c(quantile(d$end, 0.5, type = 1), quantile(d$end, 0.85, type = 1)) + 0.25) {
    m <- survival:::survmean(survfit(y ~ 1, data = d, weights = d$weight, id = seq_len(nrow(d)), robust = FALSE), rmean = tau)$matrix
    say("mean", k, num(tau), num(m[["rmean"]]), num(m[["se(rmean)"]]))
  }
  if (!late && all(d$weight == 1)) {
    for (s in 0:1) for (rho in 0:1) {
      f <- if (s) survdiff(y ~ group + strata(stratum), data = d, rho = rho) else survdiff(y ~ group, data = d, rho = rho)
      say("rank", k, s, rho, num(f$chisq), num(pchisq(f$chisq, length(f$n[if (s) 1:nrow(f$obs) else TRUE]) - 1, lower.tail = FALSE)))
      if (any(d$cause == 2)) {
        g <- if (s) cuminc(d$end, d$cause, d$group, d$stratum, rho = rho) else cuminc(d$end, d$cause, d$group, rho = rho)
        for (cause in c("1", "2")) say("gray", k, s, rho, cause, num(g$Tests[cause, "stat"]), num(g$Tests[cause, "pv"]))
      }
    }
  }
  if (any(d$cause == 2)) {
    d$state <- factor(d$cause, 0:2)
    m <- if (late) Surv(d$entry, d$end, d$state) else Surv(d$end, d$state)
    f <- summary(survfit(m ~ 1, data = d, weights = d$weight, id = seq_len(nrow(d))), times = times)
    for (i in seq_along(times)) for (cause in 1:2) {
      say("incidence", k, num(times[i]), cause, num(f$pstate[i, cause + 1]), num(f$std.err[i, cause + 1]))
    }
  }
}
p <- read.csv(files[2])
# One or two rows per person: waiting, then in place.
rows <- do.call(rbind, lapply(seq_len(nrow(p)), function(i) with(p[i, ], switch(kind + 1,
  data.frame(id = i, t1 = 0, t2 = end, state = "none"),
  data.frame(id = i, t1 = 0, t2 = end, state = "left"),
  data.frame(id = i, t1 = c(0, since), t2 = c(since, end), state = c("placed", "none")),
  data.frame(id = i, t1 = c(0, since), t2 = c(since, end), state = c("placed", "ended"))))))
for (k in unique(p$case)) {
  d <- rows[rows$id %in% which(p$case == k), ]
  d$state <- factor(d$state, c("none", "placed", "left", "ended"))
  times <- quantile(d$t2, c(0.3, 0.5, 0.7, 0.85), type = 1)
  f <- summary(survfit(Surv(t1, t2, state) ~ 1, data = d, id = id), times = times)
  column <- match("placed", f$states)
  for (i in seq_along(times)) say("place", k, num(times[i]), num(f$pstate[i, column]), num(f$std.err[i, column]))
}
spells <- read.csv(files[3])
cause <- with(spells, ifelse(censor1 == 1, 1, ifelse(censor2 == 1, 2, ifelse(censor3 == 1, 3, 0))))
g <- cuminc(spells$spell, cause, spells$ui)
for (k in c("1", "2", "3")) say("spells", k, num(g$Tests[k, "stat"]), num(g$Tests[k, "pv"]))
