import type { AgreementChoices, AgreementFilters } from '../../coding/agreement-request'
import { spanCodes } from '../../coding/codebook'
import { canonicalName } from '../../coding/entity-names'
import { documentExportId } from '../../coding/export-ids'
import type { ComposedReport } from '../../computing/tasks'
import { db } from '../../db'
import type { ReliabilitySample, SampleDocument } from './reliability-sample'
import { unknown } from './rounds-of-report'

/** What a study says of its reports. */
export interface ReportedStudyRow {
  id: string
  title: string
  defaultUnit: string
  seed: number
}

type Request = Omit<ComposedReport, 'incomplete'>

/** What the computing process is asked for. @throws AppError invalid naming the codes, coders and targets there are */
export async function reportRequest(
  study: ReportedStudyRow,
  sample: ReliabilitySample,
  filters: AgreementFilters,
): Promise<Request> {
  const { codes, coders = sample.coders, targets, replicates } = filters
  requireKnown(
    'codes',
    'code',
    spanCodes(sample.codebook).map(({ key }) => key),
    codes,
  )
  requireKnown('coders', 'coder', sample.coders, coders)
  if (targets) requireKnown('targets', 'target', await namedTargets(study.id, sample), targets)
  return {
    coders,
    unit: filters.unit ?? (study.defaultUnit as Request['unit']),
    seed: filters.seed ?? study.seed,
    completed: completed(sample.documents, new Set(coders)),
    codingsOfOtherVersions: sample.ofOtherVersions,
    ...(replicates === undefined ? {} : { replicates }),
    ...(codes ? { codes } : {}),
    ...(targets ? { targets } : {}),
  }
}

/** The filters with canonical names in place of other names of the same targets: an old address still means them. */
export function withCanonicalTargets(filters: AgreementFilters, { names }: ReliabilitySample): AgreementFilters {
  const { targets } = filters
  if (!targets) return filters
  return { ...filters, targets: [...new Set(targets.map((target) => canonicalName(target, names)))] }
}

/** More names than this help nobody in a message. */
const namesInMessage = 20

function requireKnown(field: string, noun: string, known: readonly string[], asked: readonly string[] = []): void {
  const stranger = asked.find((name) => !known.includes(name))
  if (stranger === undefined) return
  throw unknown(field, `The ${noun} ${stranger}`, field, known.slice(0, namesInMessage))
}

/** Documents in the order in which their second coder submitted. */
function completed(documents: readonly SampleDocument[], coders: ReadonlySet<string>): string[] {
  const times = documents.flatMap(({ number, codings }) => {
    const submitted = codings.filter(({ coder }) => coders.has(coder)).map(({ submittedAt }) => submittedAt)
    const second = submitted.sort()[1]
    return second === undefined ? [] : [{ second, id: documentExportId(number) }]
  })
  return times
    .sort((one, other) => (one.second < other.second ? -1 : Number(one.second > other.second)))
    .map(({ id }) => id)
}

/** Canonical names of the targets that somebody named in a submitted coding of the sample, the most frequent word first. */
async function namedTargets(studyId: string, { documents, names }: ReliabilitySample): Promise<string[]> {
  const codingIds = documents.flatMap(({ codings }) => codings.map(({ id }) => id))
  const rows = await db().$queryRaw<{ target: string }[]>`
    SELECT t.target FROM "Annotation" a, LATERAL jsonb_array_elements_text(
      CASE jsonb_typeof(a."attributes"->'target') WHEN 'array' THEN a."attributes"->'target'
        ELSE jsonb_build_array(a."attributes"->'target') END) AS t(target)
    WHERE a."studyId" = ${studyId}::uuid AND a."codingId" = ANY(${codingIds}::uuid[]) AND a."deletedAt" IS NULL
      AND a."attributes" ? 'target' AND t.target <> ''
    GROUP BY t.target ORDER BY count(*) DESC, t.target COLLATE "C"`
  return [...new Set(rows.map(({ target }) => canonicalName(target, names)))]
}

/** What else could be asked of this study. @param targets that the report knows of */
export async function choicesOf(
  studyId: string,
  sample: ReliabilitySample,
  targets: readonly string[],
): Promise<AgreementChoices> {
  const sets = await db().document.groupBy({ by: ['set'], where: { studyId }, orderBy: { set: 'asc' } })
  return {
    rounds: sample.rounds.map(({ number, title, purpose, version }) => ({ number, title, purpose, version })),
    versions: sample.versions,
    coders: sample.coders,
    codes: spanCodes(sample.codebook).map(({ key, label, family }) => ({ key, label, family })),
    targets: [...targets],
    sets: sets.map(({ set }) => set),
  }
}
