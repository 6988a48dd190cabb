/** recompute.R; see recompute-script.ts. */
export const rScript = String.raw`# Recomputes the agreement on codes in irr_summary.csv from the coders' values.
#
# Put into one folder: unit_coder_long.csv (at the unit of the report), irr_summary.csv and irr_draws.csv (both of the
# same report). Run: Rscript recompute.R [FOLDER]. Needs nothing but base R.
#
# n = units with values of two or more coders; r values in a unit, r1 of them 1 (present), r0 of them 0 (absent).

tolerance <- 1e-9
figures <- c(
  "n_docs", "n_units", "n_pairable", "n_missing", "n_positive", "prevalence", "pct_agree", "psa", "nsa",
  "alpha", "alpha_lo", "alpha_hi", "d_obs", "d_exp", "scott_pi", "kappa_mean", "kappa_min", "kappa_max",
  "fleiss_kappa", "ac1", "bp_s"
)

stop_with <- function(message) {
  cat(message, "\n", sep = "", file = stderr())
  quit(status = 2)
}

read_table <- function(folder, name) {
  path <- file.path(folder, name)
  if (!file.exists(path)) return(NULL)
  read.csv(path, colClasses = "character", na.strings = "NA", encoding = "UTF-8", check.names = FALSE)
}

ratio <- function(part, whole) if (whole == 0) NA_real_ else part / whole

# (p_o - p_e) / (1 - p_e); undefined where chance explains everything.
corrected <- function(observed, expected) {
  if (is.na(observed) || expected == 1) NA_real_ else (observed - expected) / (1 - expected)
}

# Krippendorff 2011, nominal: 1 - D_o / D_e with D_o = 2 o01 / n and D_e = 2 n0 n1 / (n (n - 1)). Vectorised.
alpha_of <- function(differing, n0, n1) {
  n <- n0 + n1
  observed <- 2 * differing / n
  expected <- 2 * n0 * n1 / (n * (n - 1))
  list(alpha = ifelse(n > 0 & expected > 0, 1 - observed / expected, NA_real_), observed = observed, expected = expected)
}

# One row per document: o11, o00, o01, n1, n0. A unit with r values adds each ordered pair of them, divided by r - 1.
coincidences <- function(r, r1, document) {
  r0 <- r - r1
  rowsum(cbind(r1 * (r1 - 1) / (r - 1), r0 * (r0 - 1) / (r - 1), r1 * r0 / (r - 1), r1, r0), document)
}

# Cohen 1960, of each pair of coders for which it is defined.
kappas <- function(values) {
  found <- numeric(0)
  if (ncol(values) < 2) return(found)
  for (pair in utils::combn(ncol(values), 2, simplify = FALSE)) {
    shared <- values[stats::complete.cases(values[, pair, drop = FALSE]), pair, drop = FALSE]
    n <- nrow(shared)
    agreed <- sum(shared[, 1] == shared[, 2])
    chance <- sum(shared[, 1]) * sum(shared[, 2]) + sum(1 - shared[, 1]) * sum(1 - shared[, 2])
    if (n * n != chance) found <- c(found, (n * agreed - chance) / (n * n - chance))
  }
  found
}

# The 2.5th and 97.5th percentile (definition 7 of Hyndman & Fan 1996) of alpha over the samples; none where more than
# 5 % of them have no alpha.
interval_of <- function(per_document, draws) {
  if (nrow(draws) == 0) return(c(NA_real_, NA_real_))
  parts <- matrix(0, ncol(draws), 5, dimnames = list(colnames(draws), NULL))
  parts[rownames(per_document), ] <- per_document
  sums <- draws %*% parts
  alphas <- alpha_of(sums[, 3], sums[, 5], sums[, 4])$alpha
  if (all(is.na(alphas)) || sum(is.na(alphas)) > 0.05 * length(alphas)) return(c(NA_real_, NA_real_))
  unname(stats::quantile(alphas, c(0.025, 0.975), na.rm = TRUE, type = 7))
}

recompute <- function(long, coders, draws) {
  units <- unique(long$unit_id)
  values <- matrix(NA_real_, length(units), length(coders))
  values[cbind(match(long$unit_id, units), match(long$coder, coders))] <- as.numeric(long$value)
  document <- long$doc[match(units, long$unit_id)]
  pairable <- rowSums(!is.na(values)) >= 2
  values <- values[pairable, , drop = FALSE]
  document <- document[pairable]
  r <- rowSums(!is.na(values))
  r1 <- rowSums(values, na.rm = TRUE)
  per_document <- coincidences(r, r1, document)
  sums <- colSums(per_document)
  o11 <- sums[[1]]; o00 <- sums[[2]]; n1 <- sums[[4]]; n0 <- sums[[5]]
  alpha <- alpha_of(sums[[3]], n0, n1)
  percent <- ratio(sum((r1 * (r1 - 1) + (r - r1) * (r - r1 - 1)) / (r * (r - 1))), length(r))
  share <- ratio(sum(r1 / r), length(r))
  fleiss <- corrected(percent, share^2 + (1 - share)^2)
  pairs <- kappas(values)
  ends <- if (is.null(draws) || is.na(alpha$alpha)) c(NA_real_, NA_real_) else interval_of(per_document, draws)
  none <- length(pairs) == 0
  c(
    n_docs = nrow(per_document), n_units = length(r), n_pairable = n0 + n1,
    n_missing = length(r) * length(coders) - n0 - n1, n_positive = n1, prevalence = ratio(n1, n0 + n1),
    pct_agree = percent, psa = ratio(o11, n1), nsa = ratio(o00, n0),
    alpha = alpha$alpha, alpha_lo = ends[1], alpha_hi = ends[2],
    d_obs = if (n0 + n1 == 0) NA_real_ else alpha$observed, d_exp = if (n0 + n1 == 0) NA_real_ else alpha$expected,
    scott_pi = if (length(coders) == 2) fleiss else NA_real_,
    kappa_mean = if (none) NA_real_ else mean(pairs), kappa_min = if (none) NA_real_ else min(pairs),
    kappa_max = if (none) NA_real_ else max(pairs), fleiss_kappa = fleiss,
    ac1 = corrected(percent, 2 * share * (1 - share)), bp_s = corrected(percent, 0.5)
  )
}

shown <- function(value) if (is.na(value)) "NA" else format(value, digits = 12, scientific = FALSE)

differs <- function(reported, recomputed) {
  if (is.na(reported) || is.na(recomputed)) return(is.na(reported) != is.na(recomputed))
  abs(reported - recomputed) > tolerance
}

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "."
summary_table <- read_table(folder, "irr_summary.csv")
long <- read_table(folder, "unit_coder_long.csv")
if (is.null(summary_table) || is.null(long)) {
  stop_with(paste("irr_summary.csv and unit_coder_long.csv must both be in", normalizePath(folder)))
}
variables <- summary_table[summary_table$var_kind == "code_presence", ]
if (nrow(variables) == 0) stop_with("irr_summary.csv has no row of var_kind code_presence.")
level <- variables$unit_level[1]
if (!any(long$level == level)) {
  stop_with(paste0("unit_coder_long.csv has no ", level, ": download it at the unit of the report."))
}
coders <- strsplit(variables$coders[1], "|", fixed = TRUE)[[1]]
long$doc <- tolower(long$doc_id)
long <- long[long$level == level & long$coder %in% coders, ]
draws <- read_table(folder, "irr_draws.csv")
if (is.null(draws)) {
  cat("irr_draws.csv is not here: intervals are not recomputed.\n")
  figures <- setdiff(figures, c("alpha_lo", "alpha_hi"))
} else {
  names <- colnames(draws)[-1]
  draws <- matrix(as.numeric(unlist(draws[, -1])), nrow(draws), length(names), dimnames = list(NULL, names))
  if (length(names) > 0) long <- long[long$doc %in% names, ]
}
width <- max(nchar(variables$variable), 8)
line <- function(...) cat(sprintf("%-*s  %-12s  %18s  %18s  ", width, ...))
line("variable", "figure", "reported", "recomputed")
cat("\n")
wrong <- 0
for (i in seq_len(nrow(variables))) {
  found <- recompute(long[long$variable == variables$variable[i], ], coders, draws)
  for (name in figures) {
    reported <- as.numeric(variables[i, name])
    line(variables$variable[i], name, shown(reported), shown(found[[name]]))
    if (differs(reported, found[[name]])) {
      wrong <- wrong + 1
      cat("DIFFERS")
    }
    cat("\n")
  }
}
total <- nrow(variables) * length(figures)
cat(total - wrong, " of ", total, " figures are the same to 1e-9.\n", sep = "")
quit(status = if (wrong > 0) 1 else 0)
`
