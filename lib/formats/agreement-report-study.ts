import type { AgreementReport } from '../agreement/report/agreement-report'

/** An agreement report with the study it is about: what every table, text and page made of it needs. */
export interface ReportedStudy extends AgreementReport {
  study: { title: string }
  /** The one version on which all figures rest. */
  codebook: { title: string; version: string }
  softwareVersion: string
  /** ISO 8601, UTC. */
  computedAt: string
}
