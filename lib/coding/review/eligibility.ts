import type { Cluster, Difference, Reading } from './cluster'
import type { eligibilityVerdicts } from './decision'
import { namedIn } from './identity'
import type { ReviewedDocument } from './reviewed-document'
import { typesOf } from './severity'

export type EligibilityVerdict = (typeof eligibilityVerdicts)[number]

/** What a coder says of the document by what was submitted. */
export function verdictOf({ nothingToCode, ineligible }: Reading): EligibilityVerdict {
  if (ineligible !== null) return 'not_eligible'
  return nothingToCode ? 'nothing' : 'code'
}

/**
 * Whether the document should be coded: a cluster where coders differ on it, none where all say the same.
 * @param readings of all who submitted the document or hold it not eligible, in the order of pseudonyms
 */
export function eligibilityCluster(document: ReviewedDocument, readings: readonly Reading[]): Cluster | null {
  const differences = readings.flatMap((one, i) =>
    readings.slice(i + 1).flatMap((other): Difference[] => {
      if (verdictOf(one) === verdictOf(other)) return []
      return [{ type: 'D8', coders: [one.coder, other.coder], members: [] }]
    }),
  )
  if (differences.length === 0) return null
  const id = namedIn(document, document.roundId, document.documentId, 'eligibility', '', ['eligibility'])
  const said = readings.map((reading) => [reading.coder, verdictOf(reading), reading.ineligible])
  return {
    ...{ id, inputKey: namedIn(document, id, said), kind: 'eligibility', family: '' },
    ...{ start: 0, end: document.length, codes: [], rows: [], readings: readings.map(withoutAnnotations) },
    ...{ differences, ...typesOf(differences), lineages: ['eligibility'] },
  }
}

/** A reading of what is about the document as a whole. */
export function withoutAnnotations(reading: Reading): Reading {
  return { ...reading, annotationIds: [] }
}
