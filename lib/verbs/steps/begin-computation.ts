import { documentExportId } from '../../coding/export-ids'
import { claimComputation, forgetComputation } from './computation-rows'
import { type RecodedSample, readRecodedWork } from './recoded-work'
import { type ReliabilitySample, readReliabilitySample, type SampleDocument } from './reliability-sample'
import { type ReportRequest, requireTargets } from './report-request'
import { requireOpen, startJob } from './running-jobs'
import type { SampleChoice } from './sample-choice'
import { readSampleOverview, type SampleOverview } from './sample-overview'

/** A report that somebody asks for. */
export interface AskedReport {
  choice: SampleChoice
  overview: SampleOverview
  request: ReportRequest
  /** Names the data and what is asked of them: the kept report with this key is the one. */
  key: string
}

/**
 * Begins the computation, unless somebody else did meanwhile. Only now is the sample read.
 * @param instead see claimComputation
 * @returns false when the sample is not the one that was asked about any more: ask anew
 * @throws AppError as claimComputation; invalid for targets that nobody named; conflict when the server stops
 */
export async function beginComputation(asked: AskedReport, instead?: string): Promise<boolean> {
  const { choice, request, key } = asked
  const { studyId } = choice
  requireOpen()
  await requireTargets(choice, request.targets)
  const id = await claimComputation(studyId, key, instead)
  if (!id) return true
  let isBegun = false
  try {
    const read = await readUnchanged(asked)
    requireOpen()
    if (!read) return false
    const { sample, recoded } = read
    const asOf = { completed: completed(sample.documents, request.coders), ...(recoded && { recoded: recoded.about }) }
    startJob(id, { studyId, sample, recoded: recoded?.sample, request: { ...request, ...asOf } })
    isBegun = true
    return true
  } finally {
    if (!isBegun) await forgetComputation(id, 'running')
  }
}

/** A coding that was submitted stays so: the same digest before and after means the same codings in between. */
async function readUnchanged({ choice, overview }: AskedReport): Promise<ReadSample | undefined> {
  const sample = await readReliabilitySample(choice)
  const recoded = await readRecodedWork(choice, sample)
  const { digest } = await readSampleOverview(choice)
  return digest === overview.digest ? { sample, recoded } : undefined
}

interface ReadSample {
  sample: ReliabilitySample
  recoded: RecodedSample | undefined
}

/** Documents in the order in which their second coder submitted. */
function completed(documents: readonly SampleDocument[], coders: readonly string[]): string[] {
  const asked = new Set(coders)
  const times = documents.flatMap(({ number, codings }) => {
    const submitted = codings.filter(({ coder }) => asked.has(coder)).map(({ submittedAt }) => submittedAt)
    const second = submitted.sort()[1]
    return second === undefined ? [] : [{ second, id: documentExportId(number) }]
  })
  return times
    .sort((one, other) => (one.second < other.second ? -1 : Number(one.second > other.second)))
    .map(({ id }) => id)
}
