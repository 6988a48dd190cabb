import fc from 'fast-check'
import type { CodedSpan, Continuum } from '@/lib/agreement/continuum'

const length = 30

const arbitrarySpan = (coder: string, codes: readonly string[]): fc.Arbitrary<CodedSpan> =>
  fc
    .record({ start: fc.nat(length - 1), size: fc.integer({ min: 1, max: 9 }), code: fc.constantFrom(...codes) })
    .map(({ start, size, code }) => ({ coder, start, end: Math.min(length, start + size), code }))

/** Any document of some coders, whose spans may overlap; a coder may have marked nothing. */
export function arbitraryContinuum(coders: readonly string[], codes = ['hero', 'villain', 'victim'], maxSpans = 5) {
  const lists = coders.map((coder) => fc.array(arbitrarySpan(coder, codes), { maxLength: maxSpans }))
  return fc.tuple(...lists).map((spans): Continuum => ({ length, coders, spans: spans.flat() }))
}

/** The same for the u-alpha family: no two spans of one coder overlap. */
export function arbitraryPartition(coders: readonly string[], codes?: string[]): fc.Arbitrary<Continuum> {
  return arbitraryContinuum(coders, codes).map((continuum) => ({ ...continuum, spans: apart(continuum.spans) }))
}

function apart(spans: readonly CodedSpan[]): CodedSpan[] {
  const kept: CodedSpan[] = []
  for (const span of spans) {
    const clash = kept.some(({ coder, start, end }) => coder === span.coder && start < span.end && span.start < end)
    if (!clash) kept.push(span)
  }
  return kept
}

/** The same document with coders and spans given in another order. */
export function backwards(continuum: Continuum): Continuum {
  return { ...continuum, coders: [...continuum.coders].reverse(), spans: [...continuum.spans].reverse() }
}

/** One coder's spans, given to each of these coders. */
export function copied(spans: readonly CodedSpan[], coders: readonly string[]): Continuum {
  return { length, coders, spans: coders.flatMap((coder) => spans.map((span) => ({ ...span, coder }))) }
}
