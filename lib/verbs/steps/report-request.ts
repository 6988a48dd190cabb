import type { AgreementFilters } from '../../coding/agreement-request'
import { spanCodes } from '../../coding/codes'
import { canonicalName, type NamedEntities } from '../../coding/entity-names'
import type { ComposedReport } from '../../computing/tasks'
import { db } from '../../db'
import { drawnCodings } from './drawn-codings'
import { unknown } from './rounds-of-report'
import type { SampleChoice } from './sample-choice'
import type { SampleOverview } from './sample-overview'

/** What a study says of its reports. */
export interface ReportedStudyRow {
  id: string
  title: string
  defaultUnit: string
  seed: number
}

/** What a report is asked for: with the codings of its sample, this decides every figure. */
export type ReportRequest = Omit<ComposedReport, 'incomplete' | 'completed' | 'recoded'>

/** @throws AppError invalid naming the codes and coders there are */
export function reportRequest(
  study: ReportedStudyRow,
  { codebook }: SampleChoice,
  overview: SampleOverview,
  filters: AgreementFilters,
): ReportRequest {
  const { codes, coders = overview.coders, targets, replicates } = filters
  const known = spanCodes(codebook).map(({ key }) => key)
  requireKnown('codes', 'code', known, codes)
  requireKnown('coders', 'coder', overview.coders, coders)
  return {
    coders,
    unit: filters.unit ?? (study.defaultUnit as ReportRequest['unit']),
    seed: filters.seed ?? study.seed,
    codingsOfOtherVersions: overview.ofOtherVersions,
    ...(replicates === undefined ? {} : { replicates }),
    ...(codes ? { codes } : {}),
    ...(targets ? { targets } : {}),
  }
}

/** What a target is compared by: itself, where the codebook takes it as a plain text that names no entity. */
function comparedTarget(target: string, names: NamedEntities): string {
  return names.attributes.has('target') ? canonicalName(target, names) : target
}

/** The filters with canonical names in place of other names of the same targets: an old address still means them. */
export function withCanonicalTargets(filters: AgreementFilters, { names }: SampleChoice): AgreementFilters {
  const { targets } = filters
  if (!targets) return filters
  return { ...filters, targets: [...new Set(targets.map((target) => comparedTarget(target, names)))] }
}

/** More names than this help nobody in a message. */
const namesInMessage = 20

function requireKnown(field: string, noun: string, known: readonly string[], asked: readonly string[] = []): void {
  const names = new Set(known)
  const stranger = asked.find((name) => !names.has(name))
  if (stranger === undefined) return
  throw unknown(field, `The ${noun} ${stranger}`, field, known.slice(0, namesInMessage))
}

/**
 * Refuses targets that nobody named in a submitted coding of the sample. It reads all of its annotations, so it must not be
 * asked of a report that is there: what somebody named stays.
 * @param asked by their canonical names
 * @throws AppError invalid naming the most frequent ones
 */
export async function requireTargets(choice: SampleChoice, asked: readonly string[] | undefined): Promise<void> {
  if (!asked) return
  const rows = await db().$queryRaw<{ target: string }[]>`
    SELECT t.target FROM "Coding" c
      JOIN "Annotation" a ON a."studyId" = c."studyId" AND a."codingId" = c."id",
      LATERAL jsonb_array_elements_text(CASE jsonb_typeof(a."attributes"->'target') WHEN 'array'
        THEN a."attributes"->'target' ELSE jsonb_build_array(a."attributes"->'target') END) AS t(target)
    WHERE ${drawnCodings(choice)} AND c."submittedAt" IS NOT NULL
      AND c."codebookVersionId" = ${choice.codebookVersionId}::uuid
      AND a."deletedAt" IS NULL AND a."attributes" ? 'target' AND t.target <> ''
    GROUP BY t.target ORDER BY count(*) DESC, t.target COLLATE "C"`
  const named = new Set(rows.map(({ target }) => comparedTarget(target, choice.names)))
  requireKnown('targets', 'target', [...named], asked)
}
