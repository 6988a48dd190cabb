import { setTimeout as wait } from 'node:timers/promises'
import { version as softwareVersion } from '../../../package.json'
import type { ReportWarning } from '../../agreement/report/agreement-report'
import type { AgreementAnswer, AgreementFilters, StudyAgreement } from '../../coding/agreement-request'
import { codeFingerprint } from '../../computing/code-fingerprint'
import type { ComputedReport } from '../../computing/tasks'
import type { AgreementJob } from './agreement-job'
import {
  type ComputationRow,
  claimComputation,
  failUnreadable,
  findComputation,
  forgetComputation,
  toProgress,
} from './computation-rows'
import { type ReliabilitySample, readReliabilitySample } from './reliability-sample'
import { choicesOf, type ReportedStudyRow, reportRequest, withCanonicalTargets } from './report-request'
import { jobEnded, requireOpen, startJob } from './running-jobs'
import { contentKey, sha256Of } from './statistics-cache'

/** How a reader waits. */
export interface Patience {
  /** For a computation that began so long ago, in milliseconds, nobody waits. */
  ms: number
  /** Begin again what failed or was cancelled. */
  again: boolean
}

/** How often a computation of another server is looked at. */
const lookMs = 250

/** The report from the cache, or as far as it is: a report that nobody computes is begun. */
export async function answerAgreement(
  study: ReportedStudyRow,
  asked: AgreementFilters,
  patience: Patience,
): Promise<AgreementAnswer> {
  const sample = await readReliabilitySample(study.id, asked)
  const filters = withCanonicalTargets(asked, sample)
  const request = await reportRequest(study, sample, filters)
  const fingerprint = fingerprintOf(sample)
  const key = sha256Of([fingerprint, request])
  for (let isSecond = false; ; isSecond = true) {
    const row = await settled({ studyId: study.id, sample, request }, key, patience)
    if (row.state !== 'done') return { state: row.state, computation: toProgress(row) }
    const computed = parseReport(row.report)
    if (computed) {
      return { state: 'done', report: await studyAgreement(study, sample, filters, { row, computed, fingerprint }) }
    }
    if (isSecond) return { state: 'failed', computation: toProgress({ ...row, error: await failUnreadable(row.id) }) }
    await forgetComputation(row.id, 'done')
  }
}

/** Names the data: the codings compared, whom they are of, and the code that compares. */
function fingerprintOf(sample: ReliabilitySample): string {
  const contents = sample.documents.map((document) => contentKey(sample, document))
  return sha256Of([codeFingerprint(), sample.codebookVersionId, sample.coders, sample.ofOtherVersions, contents])
}

/** The computation when it has ended, or when the reader has waited long enough. */
async function settled(job: AgreementJob, key: string, patience: Patience): Promise<ComputationRow> {
  let { again } = patience
  const deadline = Date.now() + patience.ms
  for (;;) {
    const row = await findComputation(job.studyId, key)
    if (!row || row.isStale || (again && endedInVain(row))) {
      requireOpen()
      again = false
      const id = await claimComputation(job.studyId, key, row?.id)
      if (id) startJob(id, job)
    } else if (row.state !== 'running' || row.age >= patience.ms || Date.now() >= deadline) {
      return row
    } else {
      await Promise.race([wait(lookMs), jobEnded(row.id) ?? never])
    }
  }
}

/** A computation of another server says nothing when it ends. */
const never = new Promise<void>(() => undefined)

function endedInVain({ state }: ComputationRow): boolean {
  return state === 'failed' || state === 'cancelled'
}

/** What was stored, if it can be read. */
function parseReport(text: string | null): ComputedReport | undefined {
  try {
    const { report, targets } = JSON.parse(text ?? '') as Partial<ComputedReport>
    return report?.header && report.variables && targets ? { report, targets } : undefined
  } catch {
    return undefined
  }
}

interface Found {
  row: ComputationRow
  computed: ComputedReport
  fingerprint: string
}

async function studyAgreement(
  { id, title }: ReportedStudyRow,
  sample: ReliabilitySample,
  filters: AgreementFilters,
  { row, computed, fingerprint }: Found,
): Promise<StudyAgreement> {
  return {
    ...computed.report,
    warnings: [...headlineWarnings(sample, filters), ...versionWarnings(sample), ...computed.report.warnings],
    study: { id, title },
    codebook: { title: sample.codebook.title, version: sample.codebook.version },
    softwareVersion,
    computedAt: (row.finishedAt ?? row.startedAt).toISOString(),
    filters,
    choices: await choicesOf(id, sample, computed.targets),
    fingerprint,
  }
}

/** What a reader must know of a report that is not the study's headline. */
function headlineWarnings({ notHeadline, coders }: ReliabilitySample, filters: AgreementFilters): ReportWarning[] {
  const leftOut = coders.filter((coder) => filters.coders && !filters.coders.includes(coder))
  const about = [
    ...(notHeadline ? [`It is about ${notHeadline}.`] : []),
    ...(leftOut.length > 0 ? [`It leaves out ${leftOut.join(', ')}.`] : []),
  ]
  if (about.length === 0) return []
  return [{ kind: 'not_headline', message: `This is not the headline agreement of the study. ${about.join(' ')}` }]
}

function versionWarnings({ ofOtherVersions: count, codebook }: ReliabilitySample): ReportWarning[] {
  if (count === 0) return []
  const [what, are] = count === 1 ? ['1 submitted coding uses', 'is'] : [`${count} submitted codings use`, 'are']
  const message = `${what} another version of the codebook than ${codebook.version} and ${are} left out of every figure.`
  return [{ kind: 'other_codebook_version', message }]
}
