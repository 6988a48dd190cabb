import { type CodedSpan, type Continuum, type Stretch, spansByCoder } from './continuum'

/** What became of one document's annotations when units were made of them. */
export interface Units {
  /** Per coder, in the order of the coders: units by start; units of one code do not overlap. */
  byCoder: CodedSpan[][]
  /** How many annotations were united with another one. */
  annotationsUnited: number
  /** How many units were made of those. */
  unions: number
}

/**
 * Units of a continuum: overlapping spans of one coder and one code become one unit, since the coefficients of
 * unitizing assume that units do not overlap (Krippendorff et al. 2016). Adjacent spans stay apart.
 */
export function unitsOf(continuum: Continuum): Units {
  let annotationsUnited = 0
  let unions = 0
  const byCoder = spansByCoder(continuum).map((spans) => {
    const groups = overlapGroups(spans)
    for (const group of groups) {
      if (group.length === 1) continue
      annotationsUnited += group.length
      unions += 1
    }
    return groups.flatMap(spanning).sort((one, other) => one.start - other.start)
  })
  return { byCoder, annotationsUnited, unions }
}

/** Spans in order, put together where they have one code and overlap. */
function overlapGroups(spans: readonly CodedSpan[]): CodedSpan[][] {
  const groups: CodedSpan[][] = []
  const latest = new Map<string, { group: CodedSpan[]; end: number }>()
  for (const span of spans) {
    const open = latest.get(span.code)
    if (open && span.start < open.end) {
      open.group.push(span)
      open.end = Math.max(open.end, span.end)
    } else {
      const group = [span]
      groups.push(group)
      latest.set(span.code, { group, end: span.end })
    }
  }
  return groups
}

function spanning(group: readonly CodedSpan[]): CodedSpan[] {
  const first = group[0]
  return first ? [{ ...first, end: Math.max(...group.map(({ end }) => end)) }] : []
}

/** Whether a coder's units, in order, overlap: then they cannot cut one continuum into pieces. */
export function areStacked(units: readonly CodedSpan[]): boolean {
  return units.some((unit, i) => i > 0 && unit.start < (units[i - 1]?.end ?? 0))
}

/** The stretches of positive length between units in order that do not overlap, up to the length of the text. */
export function gapsBetween(units: readonly Stretch[], length: number): Stretch[] {
  const starts = [0, ...units.map(({ end }) => end)]
  const ends = [...units.map(({ start }) => start), length]
  return starts.map((start, i) => ({ start, end: ends[i] ?? length })).filter(({ start, end }) => start < end)
}
