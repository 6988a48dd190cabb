import { plainEstimate } from '../estimate'
import type {
  LayerAgreement,
  RecodedCoder,
  RecodedSection,
  RecodedVariable,
  ReportRequest,
  VariableAgreement,
} from './agreement-report'
import type { DocumentStatistics } from './document-statistics'
import { groundsOf } from './grounds'
import { latestRevisions, recodedName, recodersOf } from './latest-revisions'
import { ReportMemory } from './report-memory'
import { variableRows } from './variable-agreement'

/**
 * Work that coders of the report handed in again, in a layer of its own: on the documents that one of them recoded, their
 * agreement by first submissions beside that by latest revisions, and each coder against herself. Null where none of them
 * handed in a later revision. Nothing else in the report rests on later revisions.
 * @param memory of the report composed before; it changes no figure
 */
export function recodedSection(request: ReportRequest, memory = new ReportMemory()): RecodedSection | null {
  const asked = new Set(request.coders)
  const revisions = (request.recoded?.revisions ?? []).filter(({ coder }) => asked.has(coder))
  const ofOtherVersions = (request.recoded?.ofOtherVersions ?? []).filter((coder) => asked.has(coder)).length
  if (revisions.length + ofOtherVersions === 0) return null
  const documents = (request.recoded?.documents ?? []).filter((document) =>
    recodersOf(document).some((coder) => asked.has(coder)),
  )
  const compared = documents.filter(({ coders }) => coders.filter((coder) => asked.has(coder)).length >= 2)
  return {
    documents: documents.length,
    documentsCompared: compared.length,
    revisions: revisions.length,
    afterRelease: revisions.filter(({ isAfterRelease }) => isAfterRelease).length,
    ofOtherVersions,
    variables: compared.length === 0 ? [] : recodedVariables(request, compared, memory),
    coders: recodedCoders(request, documents, revisions),
  }
}

/** The same documents and bootstrap samples in both layers: only the codings differ. */
function recodedVariables(
  request: ReportRequest,
  documents: readonly DocumentStatistics[],
  memory: ReportMemory,
): RecodedVariable[] {
  const first = rowsOf({ ...request, documents }, memory.part('first submissions'))
  const latest = rowsOf({ ...request, documents: documents.map(latestRevisions) }, memory.part('latest revisions'))
  return first.flatMap((row, i) => {
    const again = latest[i]
    if (!again) return []
    const { key, label, kind, family, level, alphaMin, unit } = row
    const change = row.alpha.value === null || again.alpha.value === null ? null : again.alpha.value - row.alpha.value
    return [{ key, label, kind, family, level, alphaMin, unit, first: layerOf(row), latest: layerOf(again), change }]
  })
}

function rowsOf(request: ReportRequest, memory?: ReportMemory): VariableAgreement[] {
  const grounds = groundsOf(request, memory)
  const rows = variableRows(grounds)
  grounds.sums.end()
  return rows
}

function layerOf({ units, documents, percent, alpha }: VariableAgreement): LayerAgreement {
  return { units, documents, percent, alpha: plainEstimate(alpha), interval: alpha.interval }
}

/**
 * Each coder's latest revisions against her own first submissions of the same documents: the two stand for two coders
 * (intra-coder agreement; Krippendorff 2019, ch. 12).
 */
function recodedCoders(
  request: ReportRequest,
  documents: readonly DocumentStatistics[],
  revisions: NonNullable<ReportRequest['recoded']>['revisions'],
): RecodedCoder[] {
  const variables = request.variables.filter(({ kind }) => kind === 'code_presence')
  return [...new Set(revisions.map(({ coder }) => coder))].sort().map((coder) => {
    const own = documents.filter((document) => recodersOf(document).includes(coder))
    const days = revisions
      .flatMap((revision) => (revision.coder === coder ? [revision.days] : []))
      .sort((a, b) => a - b)
    const rows = rowsOf({ ...request, variables, documents: own, coders: [coder, recodedName(coder)] })
    return {
      ...{ coder, documents: own.length },
      lag: { shortest: days[0] ?? 0, longest: days.at(-1) ?? 0 },
      codes: rows.map((row) => ({ code: row.key, label: row.label, ...layerOf(row) })),
    }
  })
}
