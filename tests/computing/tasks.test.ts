import { codebookSchema } from '@/lib/coding/codebook'
import type { ComparedDocument, ComputedReport, KeyedStatistics } from '@/lib/computing/tasks'
import { perform } from '@/lib/computing/tasks'
import { freezeUnits } from '@/lib/text/units'

const codebook = codebookSchema.parse({
  ...{ version: '1.0.0', title: 'Made', families: [{ key: 'role', label: 'Role' }], attributes: {} },
  codes: [
    { key: 'hero', family: 'role', label: 'Hero', colour: '#0072b2', pattern: 'solid', attributeKeys: [] },
    { key: 'villain', family: 'role', label: 'Villain', colour: '#d55e00', pattern: 'solid', attributeKeys: [] },
  ],
})

const text = 'Tarn came home. Ruk left the harbour. Nobody sang. The ferry was late.'
const numbers = [1, 2, 3, 4]
const names = numbers.map((number) => `D000${number}`)

/** A document in which both coders marked a hero, the second one so many code points further on. */
function compared(number: number, later: number): ComparedDocument {
  const { graphemeInteriors: _, ...units } = freezeUnits(text, 'en')
  const codings = ['C01', 'C02'].map((coder, i) => {
    const start = number + i * later
    const segments = [{ part: 'span' as const, start, end: start + 6 }]
    return { coder, annotations: [{ code: 'hero', segments, attributes: {}, unsure: false }], variables: [] }
  })
  return { document: { number, text, ...units, regions: [] }, codings }
}

/** Documents by the keys of their content: how far the second coder went. */
const keyed = (study: string, contents: readonly number[]): KeyedStatistics[] =>
  names.map((documentId, i) => ({ documentId, coders: ['C01', 'C02'], key: `${study}:${contents[i]}:${documentId}` }))

/** Computes as the server does, and says which documents had to be compared. */
function computed(study: string, contents: readonly number[], cached: ReadonlyMap<string, string> = new Map()) {
  const documents = keyed(study, contents)
  const unknown = perform('begin', { report: study, codebook, documents })
  const rows = documents.flatMap((row) => {
    const statistics = unknown.includes(row.documentId) ? cached.get(row.key) : undefined
    return statistics === undefined ? [] : [{ ...row, statistics }]
  })
  const refused = perform('recall', rows)
  const missing = unknown.filter(
    (name) => refused.includes(name) || !rows.some(({ documentId }) => documentId === name),
  )
  const texts = perform(
    'compare',
    missing.map((name) => compared(names.indexOf(name) + 1, contents[names.indexOf(name)] ?? 0)),
  )
  const request = { coders: ['C01', 'C02'], unit: 'token' as const, seed: 5, replicates: 40, incomplete: [] }
  const { report } = JSON.parse(perform('compose', request).report) as ComputedReport
  return { report, unknown, missing, texts }
}

describe('the computing process', () => {
  it('asks for every document of a report it never saw, and for none of one it knows', () => {
    expect(computed('first', [0, 1, 2, 3]).unknown).toEqual(names)
    expect(computed('first', [0, 1, 2, 3]).unknown).toEqual([])
  })

  it('asks for the document that changed alone, and gives the report that it would give without knowing any', () => {
    computed('changing', [0, 1, 2, 3])
    const again = computed('changing', [0, 1, 2, 9])
    expect(again.unknown).toEqual(['D0004'])
    expect(again.report).toEqual(computed('the same under another name', [0, 1, 2, 9]).report)
  })

  it('keeps two studies apart that name their documents alike', () => {
    const [one, other] = [computed('one', [0, 0, 0, 0]), computed('other', [9, 9, 9, 9])]
    expect(computed('one', [0, 0, 0, 0])).toMatchObject({ report: one.report, unknown: [] })
    expect(computed('other', [9, 9, 9, 9])).toMatchObject({ report: other.report, unknown: [] })
    expect(one.report).not.toEqual(other.report)
  })

  it('compares what a cache has spoilt or of another document, and takes what is whole', () => {
    const { texts } = computed('filling a cache', [1, 1, 1, 1])
    const [first = '', second = '', third = ''] = texts
    const rows = keyed('reading it', [1, 1, 1, 1]).map(({ key }) => key)
    const cached = new Map([first, third, '{"documentId":', second].map((row, i) => [rows[i] ?? '', row]))
    expect(computed('reading it', [1, 1, 1, 1], cached).missing).toEqual(['D0002', 'D0003', 'D0004'])
  })

  it('goes on with what was recoded, beside the documents it has, and asks only for what it does not know', () => {
    const first = computed('recoded', [0, 1, 2, 3])
    const documents = ['a', 'b'].map((state) => [
      { documentId: 'D0002', coders: ['C01', 'C02', 'C02 again'], key: `recoded D0002 ${state}` },
    ])
    const revisions = [{ coder: 'C02', days: 3, isAfterRelease: false }]
    const withRecoded = (rows: KeyedStatistics[]) => {
      perform('begin', { report: 'recoded', codebook, documents: keyed('recoded', [0, 1, 2, 3]) })
      const missing = perform('beginRecoded', rows)
      if (missing.length > 0) {
        const { document, codings } = compared(2, 1)
        const again = codings.slice(0, 1).map((coding) => ({ ...coding, coder: 'C02 again' }))
        perform('compare', [{ document, codings: [...codings, ...again] }])
      }
      const request = { coders: ['C01', 'C02'], unit: 'token' as const, seed: 5, replicates: 40, incomplete: [] }
      const texts = perform('compose', { ...request, recoded: { revisions, ofOtherVersions: [] } })
      return { missing, ...(JSON.parse(texts.report) as ComputedReport) }
    }
    const { missing, report } = withRecoded(documents[0] ?? [])
    expect(missing).toEqual(['D0002'])
    expect(report.recoded?.variables[0]?.latest).toMatchObject({ alpha: { value: 1 }, documents: 1 })
    expect({ ...report, recoded: null }).toEqual(first.report)
    expect(withRecoded(documents[0] ?? [])).toMatchObject({ missing: [], report })
    expect(withRecoded(documents[1] ?? []).missing).toEqual(['D0002'])
    expect(computed('recoded', [0, 1, 2, 3])).toMatchObject({ unknown: [], report: first.report })
  })

  it('does not take for a document what it knows of other coders', () => {
    computed('coders', [0, 1, 2, 3])
    const documents = keyed('coders', [0, 1, 2, 3]).map((row, i) =>
      i === 0 ? { ...row, coders: ['C01', 'C03'] } : row,
    )
    expect(perform('begin', { report: 'coders', codebook, documents })).toEqual(['D0001'])
  })
})
