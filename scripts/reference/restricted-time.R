# Answers of R for the cases of scripts/reference/restricted-time.py, which runs it: Rscript restricted-time.R cases.csv
suppressMessages(library(survival))
d0 <- read.csv(commandArgs(TRUE)[1])
cat("version,", "R ", as.character(getRversion()), ",survival ", as.character(packageVersion("survival")), "\n", sep = "")
num <- function(x) formatC(x, digits = 17, format = "g")
for (k in unique(d0$case)) {
  d <- d0[d0$case == k, ]
  d$state <- factor(d$cause, 0:2)
  # At risk from the beginning of the day of entry on: (entry - 1/2, end].
  d$start <- ifelse(d$entry > 0, d$entry - 0.5, 0)
  y <- if (any(d$entry > 0)) Surv(d$start, d$end, d$state) else Surv(d$end, d$state)
  d$id <- seq_len(nrow(d))
  f <- survfit(y ~ 1, data = d, id = id)
  for (tau in c(30, 60)) {
    lost <- summary(f, rmean = tau)$table[2, "rmean"]
    # Infinitesimal jackknife: one influence per person on the mean time in the state "placed".
    r <- residuals(f, times = tau, type = "auc")
    influence <- if (length(dim(r)) == 3) r[, 2, 1] else r[, 2]
    cat("mean", k, tau, num(tau - lost), num(sqrt(sum(influence^2))), sep = ","); cat("\n")
  }
}
