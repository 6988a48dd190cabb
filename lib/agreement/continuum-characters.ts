import type { CodedSpan } from './continuum'
import { unitsOf } from './continuum-units'

/**
 * Two coders' spans as sets of (position, code): how many such pairs both have, and each has. A position that one coder
 * marked twice with one code counts once.
 */
export function characterCounts(one: readonly CodedSpan[], other: readonly CodedSpan[], length: number) {
  const [ofOne, ofOther] = [stretchesByCode(one, length), stretchesByCode(other, length)]
  let shared = 0
  for (const [code, stretches] of ofOne) shared += intersection(stretches, ofOther.get(code) ?? [])
  return { shared, one: total(ofOne), other: total(ofOther) }
}

/** Per code: stretches in order that do not overlap. */
function stretchesByCode(spans: readonly CodedSpan[], length: number): Map<string, CodedSpan[]> {
  const coder = ''
  const united = unitsOf({ length, coders: [coder], spans: spans.map((span) => ({ ...span, coder })) }).byCoder[0] ?? []
  const byCode = new Map<string, CodedSpan[]>()
  for (const span of united) {
    const own = byCode.get(span.code)
    if (own) own.push(span)
    else byCode.set(span.code, [span])
  }
  return byCode
}

function intersection(one: readonly CodedSpan[], other: readonly CodedSpan[]): number {
  let shared = 0
  let [a, b] = [0, 0]
  while (a < one.length && b < other.length) {
    const [left, right] = [one[a], other[b]]
    if (!left || !right) break
    shared += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
    if (left.end < right.end) a += 1
    else b += 1
  }
  return shared
}

function total(byCode: ReadonlyMap<string, readonly CodedSpan[]>): number {
  let sum = 0
  for (const stretches of byCode.values()) sum += stretches.reduce((length, { start, end }) => length + end - start, 0)
  return sum
}
