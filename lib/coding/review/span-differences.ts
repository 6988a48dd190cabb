import { Boundaries } from './boundaries'
import type { Difference } from './cluster'
import { differencesIn } from './differences'
import { type Component, components } from './graph'
import { ComparedLinks } from './link-differences'
import { type Meeting, meetingsOf, pairsOf } from './meetings'
import { type PlacedReading, placedReadings } from './placed-readings'
import type { ReviewedCodes } from './reviewed-codes'
import type { ReviewedCoding, ReviewedDocument } from './reviewed-document'
import { severityOf } from './severity'

/** A stretch that coders marked, and how they differ there, pair by pair, each pair's hardest difference first. */
export interface MarkedStretch {
  component: Component
  meetings: readonly Meeting[]
  differences: readonly Difference[]
}

/** All annotations of a document, their links, and the stretches they fall into. */
export interface ComparedSpans {
  placed: readonly PlacedReading[]
  links: ComparedLinks
  stretches: readonly MarkedStretch[]
}

/** @param codings in the order of pseudonyms */
export function compareReadings(
  { text, language }: Pick<ReviewedDocument, 'text' | 'language'>,
  codings: readonly ReviewedCoding[],
  codes: ReviewedCodes,
): ComparedSpans {
  const placed = placedReadings(text, codings, codes)
  const links = new ComparedLinks(codings, placed)
  const pairs = pairsOf(codings.map(({ coder }) => coder))
  const met = components(placed).map((component) => {
    const meetings = meetingsOf(component, placed, pairs)
    for (const { matches } of meetings) links.addPartners(matches)
    return { component, meetings }
  })
  const boundaries = new Boundaries(text, language)
  const versions = codings.map(({ codebookVersion }) => codebookVersion)
  // Links lead from one stretch to another: only now it is known who is whose partner.
  const stretches = met.map(({ component, meetings }): MarkedStretch => {
    const differences: Difference[] = []
    for (const meeting of meetings) {
      for (const one of differencesOf(meeting, placed, links, boundaries, versions)) differences.push(one)
    }
    return { component, meetings, differences }
  })
  return { placed, links, stretches }
}

function differencesOf(
  meeting: Meeting,
  placed: readonly PlacedReading[],
  links: ComparedLinks,
  boundaries: Boundaries,
  versions: readonly string[],
): Difference[] {
  const found = differencesIn(meeting, placed, boundaries, versions)
  if (!links.isEmpty) {
    for (const match of meeting.matches) found.push(...links.differences(match, meeting.coders))
  }
  return found.length > 1 ? found.sort(bySeverity) : found
}

/** Within one severity they stay in the order of the text. */
function bySeverity(one: Difference, other: Difference): number {
  return severityOf(one) - severityOf(other)
}
