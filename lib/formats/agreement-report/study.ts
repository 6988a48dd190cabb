import type { AgreementReport } from '../../agreement/report/agreement-report'
import type { AgreementFilters } from '../../coding/agreement-request'

/** An agreement report with the study it is about: what every table, text and page made of it needs. */
export interface ReportedStudy extends AgreementReport {
  study: { title: string }
  /** The one version on which all figures rest. */
  codebook: { title: string; version: string }
  /** What was asked for. */
  filters?: AgreementFilters
  /** SHA-256 over the data on which it rests. */
  fingerprint?: string
  softwareVersion: string
  /** ISO 8601, UTC. */
  computedAt: string
}
