import { pythonScript } from './python-script'
import { rScript } from './r-script'

/** The languages in which the figures of a report can be computed again. */
export type RecomputeLanguage = 'R' | 'python'

/** What the scripts are called beside the tables they read. */
export const recomputeFiles: Record<RecomputeLanguage, string> = { R: 'recompute.R', python: 'recompute.py' }

/**
 * A script that computes the presence of codes in a report once more, from unit_coder_long.csv and irr_draws.csv in its
 * folder, and holds irr_summary.csv against it: base R, or Python's standard library alone. It shares no code with the
 * report. It ends with 1 where a figure differs by more than 1e-9, with 2 where a table is missing or does not fit.
 */
export function recomputeScript(language: RecomputeLanguage): string {
  return language === 'R' ? rScript : pythonScript
}
