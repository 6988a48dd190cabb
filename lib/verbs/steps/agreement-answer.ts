import { setTimeout as wait } from 'node:timers/promises'
import { version as softwareVersion } from '../../../package.json'
import type { ReportWarning } from '../../agreement/report/agreement-report'
import type { AgreementAnswer, AgreementFilters, StudyAgreement } from '../../coding/agreement-request'
import { codeFingerprint } from '../../computing/code-fingerprint'
import type { ComputedReport } from '../../computing/tasks'
import { AppError } from '../../errors'
import { type AskedReport, beginComputation } from './begin-computation'
import { type ComputationRow, failUnreadable, findComputation, forgetComputation, toProgress } from './computation-rows'
import { choicesOf } from './report-choices'
import { type ReportedStudyRow, reportRequest, withCanonicalTargets } from './report-request'
import { jobEnded } from './running-jobs'
import { chooseSample, type SampleChoice } from './sample-choice'
import { readSampleOverview, type SampleOverview } from './sample-overview'
import { sha256Of } from './statistics-cache'

/** How a reader waits. */
export interface Patience {
  /** For a computation that began so long ago, in milliseconds, nobody waits. */
  ms: number
  /** Begin again what failed or was cancelled. */
  again: boolean
}

/** How often a computation of another server is looked at. */
const lookMs = 250

/** How often a report is asked for anew, because codings were submitted before it could be begun. */
const mostAttempts = 5

/**
 * The report from the cache, or as far as it is: a report that nobody computes is begun.
 * @param ofAllDocuments whether byDocument has all documents, or of very many those on which coders agree least
 */
export async function answerAgreement(
  study: ReportedStudyRow,
  filters: AgreementFilters,
  patience: Patience,
  ofAllDocuments: boolean,
): Promise<AgreementAnswer> {
  let isSecond = false
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const asked = await askedReport(study, filters)
    const row = await settled(asked, patience, ofAllDocuments)
    if (!row) continue
    if (row.state !== 'done') return { state: row.state, computation: toProgress(row) }
    const computed = parseReport(row)
    if (computed) return { state: 'done', report: await studyAgreement(study, asked, { row, computed }) }
    if (isSecond) return { state: 'failed', computation: toProgress({ ...row, error: await failUnreadable(row.id) }) }
    await forgetComputation(row.id, 'done')
    isSecond = true
  }
  throw new AppError('conflict', 'Codings are submitted faster than the report can be begun. Try again in a moment.')
}

/** What is asked, of the data as they are now. */
async function askedReport(study: ReportedStudyRow, given: AgreementFilters): Promise<FingerprintedReport> {
  const choice = await chooseSample(study.id, given)
  const filters = withCanonicalTargets(given, choice)
  const overview = await readSampleOverview(choice)
  const request = reportRequest(study, choice, overview, filters)
  const { codebookVersionId, namesKey } = choice
  const { coders, ofOtherVersions, digest } = overview
  const fingerprint = sha256Of([codeFingerprint(), codebookVersionId, namesKey, coders, ofOtherVersions, digest])
  return { choice, overview, filters, request, fingerprint, key: sha256Of([fingerprint, request]) }
}

interface FingerprintedReport extends AskedReport {
  filters: AgreementFilters
  /** Names the data: the codings compared, whom they are of, by which names, and the code that compares. */
  fingerprint: string
}

/**
 * The computation when it has ended, or when the reader has waited long enough; undefined when the data changed before it
 * could be begun.
 */
async function settled(
  asked: AskedReport,
  patience: Patience,
  ofAllDocuments: boolean,
): Promise<ComputationRow | undefined> {
  let { again } = patience
  const deadline = Date.now() + patience.ms
  for (;;) {
    const row = await findComputation(asked.choice.studyId, asked.key, ofAllDocuments)
    if (!row || row.isStale || (again && endedInVain(row))) {
      again = false
      if (!(await beginComputation(asked, row?.id))) return undefined
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
function parseReport({ report: text, byDocument: rows }: ComputationRow): ComputedReport | undefined {
  try {
    const { report, targets } = JSON.parse(text ?? '') as Partial<ComputedReport>
    if (!report?.header || !report.variables || !targets) return undefined
    return { report: rows === null ? report : { ...report, byDocument: JSON.parse(rows) }, targets }
  } catch {
    return undefined
  }
}

interface Found {
  row: ComputationRow
  computed: ComputedReport
}

async function studyAgreement(
  { id, title }: ReportedStudyRow,
  { choice, overview, filters, fingerprint }: FingerprintedReport,
  { row, computed: { report, targets } }: Found,
): Promise<StudyAgreement> {
  const { title: codebookTitle, version } = choice.codebook
  return {
    ...report,
    warnings: [
      ...headlineWarnings(choice, overview, filters),
      ...versionWarnings(choice, overview),
      ...report.warnings,
    ],
    study: { id, title },
    codebook: { title: codebookTitle, version },
    softwareVersion,
    computedAt: (row.finishedAt ?? row.startedAt).toISOString(),
    filters,
    choices: await choicesOf(choice, overview, targets),
    fingerprint,
  }
}

/** What a reader must know of a report that is not the study's headline. */
function headlineWarnings(
  { notHeadline }: SampleChoice,
  { coders }: SampleOverview,
  filters: AgreementFilters,
): ReportWarning[] {
  const leftOut = coders.filter((coder) => filters.coders && !filters.coders.includes(coder))
  const about = [
    ...(notHeadline ? [`It is about ${notHeadline}.`] : []),
    ...(leftOut.length > 0 ? [`It leaves out ${leftOut.join(', ')}.`] : []),
  ]
  if (about.length === 0) return []
  return [{ kind: 'not_headline', message: `This is not the headline agreement of the study. ${about.join(' ')}` }]
}

function versionWarnings({ codebook }: SampleChoice, { ofOtherVersions: count }: SampleOverview): ReportWarning[] {
  if (count === 0) return []
  const [what, are] = count === 1 ? ['1 submitted coding uses', 'is'] : [`${count} submitted codings use`, 'are']
  const message = `${what} another version of the codebook than ${codebook.version} and ${are} left out of every figure.`
  return [{ kind: 'other_codebook_version', message }]
}
