import fc from 'fast-check'
import type { ReportRequest } from '@/lib/agreement/report/agreement-report'
import { composeReport } from '@/lib/agreement/report/compose'
import type { DocumentStatistics } from '@/lib/agreement/report/document-statistics'
import { ReportMemory } from '@/lib/agreement/report/report-memory'
import { arbitraryStudy } from './arbitrary-studies'
import { exampleRequest, studyRequest } from './studies'
import { studyDocument } from './study-documents'

const asked = exampleRequest({ replicates: 25, completed: [] })

/** Two studies of documents with the same names, so that one can take a document of the other. */
const twoStudies = fc.tuple(arbitraryStudy, arbitraryStudy).map((both) => both.map((study) => study.map(studyDocument)))

const requestOf = (documents: readonly DocumentStatistics[], more: Partial<ReportRequest> = {}): ReportRequest => ({
  ...studyRequest(documents, { coders: ['C01', 'C02', 'C03', 'C04'], replicates: 25 }),
  ...{ variables: asked.variables.map((variable) => renamed(variable)), attributes: asked.attributes },
  ...more,
})

/** The variables of the example by the names that arbitrary documents have. */
function renamed(variable: ReportRequest['variables'][number]): ReportRequest['variables'][number] {
  if (variable.kind === 'document_variable') return { ...variable, key: 'word' }
  const isNumber = ['count', 'rate', 'derived'].includes(variable.kind)
  return isNumber ? { ...variable, key: 'number' } : variable
}

const withDocument = (documents: readonly DocumentStatistics[], place: number, document: DocumentStatistics) =>
  documents.map((own, i) => (i === place ? { ...document, documentId: own.documentId } : own))

interface Asked {
  documents: readonly DocumentStatistics[]
  more: Partial<ReportRequest>
}

/** What can happen between two reports. @param one the documents of the beginning, `other` those to take from */
const steps = {
  change: ({ documents }: Asked, [_, other]: DocumentStatistics[][], place: number, from: number) => {
    const taken = other?.[from]
    return taken ? { documents: withDocument(documents, place, taken) } : {}
  },
  leaveOut: ({ documents }: Asked, _: unknown, place: number) => ({
    documents: documents.filter((__, i) => i !== place),
  }),
  putBack: ({ documents }: Asked, [one = []]: DocumentStatistics[][]) => ({
    documents: [...documents, ...one.filter((own) => !hasName(documents, own))],
  }),
  reorder: ({ documents }: Asked) => ({ documents: [...documents].reverse() }),
  otherCoders: ({ more }: Asked, _: unknown, place: number) => ({
    more: { ...more, coders: ['C01', 'C02', 'C03', 'C04'].slice(place % 3) },
  }),
  otherUnit: ({ more }: Asked, _: unknown, place: number) => ({
    more: { ...more, unit: place % 2 === 0 ? ('token' as const) : ('character' as const) },
  }),
  otherSeed: ({ more }: Asked, _: unknown, place: number) => ({ more: { ...more, seed: place } }),
}

const step = fc.record({
  kind: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
  ...{ place: fc.nat(5), from: fc.nat(5) },
})

describe('composing a report again', () => {
  it('gives the report that composing it anew gives, whatever changed, in whatever order', () => {
    fc.assert(
      fc.property(twoStudies, fc.array(step, { minLength: 1, maxLength: 8 }), (studies, taken) => {
        const memory = new ReportMemory()
        let now: Asked = { documents: studies[0] ?? [], more: {} }
        composeReport(requestOf(now.documents), memory)
        for (const { kind, place, from } of taken) {
          now = { ...now, ...steps[kind](now, studies, place, from) }
          const request = requestOf(now.documents, now.more)
          expect(composeReport(request, memory)).toEqual(composeReport(request))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('gives it of the example with every section too, one document after the other taken from another', () => {
    const memory = new ReportMemory()
    const completed = asked.documents.map(({ documentId }) => documentId)
    let { documents } = asked
    composeReport({ ...asked, completed }, memory)
    asked.documents.forEach((_, place) => {
      const [own, other] = [asked.documents[place], asked.documents[(place + 3) % asked.documents.length]]
      if (!own || !other) throw new Error('The example has no such document.')
      documents = withDocument(documents, place, other)
      const request = { ...asked, documents, completed }
      const again = composeReport(request, memory)
      expect(again).toEqual(composeReport(request))
      expect(again.drift.length).toBeGreaterThan(0)
      expect(again.withoutCoder.length).toBeGreaterThan(0)
    })
  })

  it('does so however little may be kept', () => {
    for (const limit of [0, 100, 10_000]) {
      const memory = new ReportMemory(limit)
      for (const documents of [asked.documents, asked.documents.slice(1), asked.documents]) {
        const request = { ...asked, documents }
        expect(composeReport(request, memory)).toEqual(composeReport(request))
      }
    }
  })

  it('does so after a report that could not be composed', () => {
    const memory = new ReportMemory()
    composeReport(asked, memory)
    const [first] = asked.documents
    if (!first) throw new Error('The example has no document.')
    const families = mappedFamilies(first)
    const documents = withDocument(asked.documents, 1, { ...first, families })
    expect(() => composeReport({ ...asked, documents }, memory)).toThrow('different codes')
    expect(composeReport(asked, memory)).toEqual(composeReport(asked))
  })

  it('reads only documents that changed', () => {
    const memory = new ReportMemory()
    composeReport(asked, memory)
    const [first, ...others] = asked.documents
    if (!first) throw new Error('The example has no document.')
    const figures = ['levels', 'families', 'variables', 'numbers'] as const
    for (const document of others) for (const part of figures) Object.defineProperty(document, part, { get: refuse })
    const request = { ...asked, documents: [{ ...first }, ...others] }
    expect(() => composeReport(request, memory)).not.toThrow()
    expect(() => composeReport(request)).toThrow('was read')
  })
})

function hasName(documents: readonly DocumentStatistics[], { documentId }: DocumentStatistics): boolean {
  return documents.some((own) => own.documentId === documentId)
}

/** The families of a document as if the codebook had listed their codes in another order. */
function mappedFamilies({ families }: DocumentStatistics): DocumentStatistics['families'] {
  const entries = Object.entries(families).map(([key, family]) => [
    key,
    { ...family, codes: [...family.codes].reverse() },
  ])
  return Object.fromEntries(entries)
}

function refuse(): never {
  throw new Error('A document that did not change was read.')
}
