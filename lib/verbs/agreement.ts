import { z } from 'zod'
import type { DocumentStatistics } from '../agreement/document-statistics'
import type { ReliabilityReport, ReportWarning } from '../agreement/reliability-report'
import { reportAgreement } from '../agreement/report'
import { spanCodes } from '../coding/codebook'
import { type UnitLevel, unitLevels } from '../coding/unit-levels'
import { unitStatistics } from '../coding/units'
import { db } from '../db'
import { type Actor, authorize } from './steps/authorize'
import { type ReliabilitySample, readDocumentCodings, readReliabilitySample } from './steps/submitted-codings'

/** A computation of the report is bounded: more replicates make the interval no better than its data. */
const maxReplicates = 10_000

/** How the report is asked for; as text too, since it comes from an address. */
export const agreementInput = z.object({
  unit: z.enum(unitLevels).optional(),
  seed: z.coerce.number().int().min(0).max(0x7fff_ffff).optional(),
  replicates: z.coerce.number().int().min(0).max(maxReplicates).optional(),
})

/** The report of a study, with the version of the codebook that all its figures rest on. */
export interface StudyAgreement extends ReliabilityReport {
  codebookVersion: string
}

function versionWarning({ ofOtherVersions: count, codebook }: ReliabilitySample): ReportWarning[] {
  if (count === 0) return []
  const what = count === 1 ? '1 submitted coding uses' : `${count} submitted codings use`
  const message = `${what} another version of the codebook than ${codebook.version} and are left out of every figure.`
  return [{ kind: 'other_codebook_version', message: count === 1 ? message.replace(' are left', ' is left') : message }]
}

async function statisticsOf(studyId: string, sample: ReliabilitySample, level: UnitLevel) {
  const codes = spanCodes(sample.codebook).map((code) => code.key)
  const statistics: DocumentStatistics[] = []
  for await (const { document, codings } of readDocumentCodings(studyId, sample)) {
    statistics.push(unitStatistics(document, codings, codes, level))
  }
  const submitted = new Set(sample.codings.map(({ documentId }) => documentId))
  const waiting = sample.documentIds.filter((id) => !submitted.has(id))
  return [...statistics, ...waiting.map((documentId) => ({ documentId, coders: [], codes: [] }))]
}

/**
 * The agreement report: first submissions of human coders in the reliability sample of the main rounds. A submission
 * with nothing coded is zero, a missing submission is missing. Coders appear by pseudonym.
 * @throws AppError forbidden for coders, and for others who still code
 */
export async function readAgreement(
  actor: Actor,
  input: { studyId: string } & z.infer<typeof agreementInput>,
): Promise<StudyAgreement> {
  const { studyId } = await authorize(actor, input.studyId, 'agreement.read')
  const study = await db().study.findUniqueOrThrow({ where: { id: studyId } })
  const unit = input.unit ?? z.enum(unitLevels).parse(study.defaultUnit)
  const sample = await readReliabilitySample(studyId)
  const report = reportAgreement({
    documents: await statisticsOf(studyId, sample, unit),
    codes: spanCodes(sample.codebook).map(({ key, label, family, alphaMin }) => ({ key, label, family, alphaMin })),
    coders: sample.coders,
    unit,
    seed: input.seed ?? study.seed,
    codingsOfOtherVersions: sample.ofOtherVersions,
    ...(input.replicates === undefined ? {} : { replicates: input.replicates }),
  })
  return {
    ...report,
    warnings: [...versionWarning(sample), ...report.warnings],
    codebookVersion: sample.codebook.version,
  }
}
