import { Boundaries } from './boundaries'
import { differencesIn, type Found } from './differences'
import { type Component, components } from './graph'
import { ComparedLinks } from './link-differences'
import { type Meeting, meetingsOf } from './meetings'
import { type PlacedReading, placedReadings } from './placed-readings'
import type { ReviewedCodes } from './reviewed-codes'
import type { ReviewedCoding, ReviewedDocument } from './reviewed-document'
import { severityOf } from './severity'

/** A stretch that coders marked, and how they differ there, pair by pair, each pair's hardest difference first. */
export interface MarkedStretch {
  component: Component
  meetings: readonly Meeting[]
  found: readonly Found[]
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
  const met = components(placed).map((component) => {
    const meetings = meetingsOf(component, placed, codings.length)
    for (const { matches } of meetings) links.addPartners(matches)
    return { component, meetings }
  })
  const boundaries = new Boundaries(text, language)
  const versions = codings.map(({ codebookVersion }) => codebookVersion)
  // Links lead from one stretch to another: only now it is known who is whose partner.
  const stretches = met.map(({ component, meetings }): MarkedStretch => {
    const found: Found[] = []
    for (const meeting of meetings) {
      for (const one of inOrder(differencesOf(meeting, placed, links, boundaries, versions))) found.push(one)
    }
    return { component, meetings, found }
  })
  return { placed, links, stretches }
}

function differencesOf(
  meeting: Meeting,
  placed: readonly PlacedReading[],
  links: ComparedLinks,
  boundaries: Boundaries,
  versions: readonly string[],
): Found[] {
  const found = differencesIn(meeting, placed, boundaries, versions)
  if (!links.isEmpty) {
    for (const match of meeting.matches) found.push(...links.differences(match, meeting.parties))
  }
  return found
}

function inOrder(found: Found[]): Found[] {
  return found.length > 1 ? found.sort(bySeverity) : found
}

function bySeverity(one: Found, other: Found): number {
  const severity = severityOf(one) - severityOf(other)
  if (severity !== 0) return severity
  for (let i = 0; i < Math.max(one.nodes.length, other.nodes.length); i += 1) {
    const place = (one.nodes[i] ?? -1) - (other.nodes[i] ?? -1)
    if (place !== 0) return place
  }
  const [left, right] = [one.attribute ?? '', other.attribute ?? '']
  return left < right ? -1 : Number(left > right)
}
