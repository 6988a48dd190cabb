import { type SpanTableRequest, spanTableAgreement } from '@/lib/formats/agreement-span-table'

/** Boundary similarity, segmentation similarity, WindowDiff and Pk of a table of spans, computed by hand beside it. */

type Figure = { value: number | null; undefined?: string; pairs?: Record<string, number | null> }
type Result = { codes: Record<string, Record<string, Figure>>; all: Record<string, Figure> }

const names = ['boundary_similarity', 'segmentation_similarity', 'windowdiff', 'pk']

function figures(rows: string[], lengths: string, request: SpanTableRequest = {}): Result {
  const spans = { name: 'spans.csv', text: `doc_id,coder,code,start,end\n${rows.join('\n')}\n` }
  const result = spanTableAgreement(spans, { name: 'lengths.csv', text: lengths }, request)
  return result as unknown as Result
}

const valuesOf = (part: Record<string, Figure> = {}) => names.map((name) => part[name]?.value ?? part[name]?.undefined)

/** Boundaries of D1 at 6 and at 5, a near miss; of D2 at 6 and nowhere. */
const rows = ['D1,C01,hero,0,6', 'D1,C02,hero,0,5', 'D2,C01,hero,0,6', 'D2,C02,,,']
const lengths = 'doc_id,length\nD1,12\nD2,12\n'

describe('the boundaries of a code', () => {
  const { hero = {} } = figures(rows, lengths).codes

  it('are alike by B, over all documents: a near miss of one place costs a half, a lone boundary one', () => {
    expect(hero.boundary_similarity).toEqual({ value: 1 - 1.5 / 2, matches: 0, additions: 1, transpositions: 1 })
  })

  it('are alike by S at all places where a boundary could be: eleven in each document', () => {
    expect(hero.segmentation_similarity?.value).toBeCloseTo(1 - 1.5 / 22, 12)
  })

  it('differ by WindowDiff and Pk with each coder as reference in turn, windows of all documents together', () => {
    // D1: masses 6 6 and 5 7, k = 3 for both: of 9 windows the two with one of 5 and 6 differ.
    // D2: k = 3 for C01: 3 of 9 windows have the boundary; k = 6 for C02, who drew none: all 6 windows have it.
    const pairs = { 'C01-C02': (2 + 3) / 18, 'C02-C01': (2 + 6) / 15 }
    for (const name of ['windowdiff', 'pk']) {
      expect(hero[name]?.pairs).toEqual(pairs)
      expect(hero[name]?.value).toBeCloseTo((pairs['C01-C02'] + pairs['C02-C01']) / 2, 12)
    }
  })

  it('of one coder who drew two where the other drew one differ by WindowDiff, and less by Pk', () => {
    // 4 6 against 4, k = 2 and 3 (masses 4 2 6 and 4 8). k = 2: windows (4,6] and (5,7] of 10 have the boundary at 6
    // alone. k = 3: of 9, (3,6] has two against one, (4,7] and (5,8] one against none.
    const { all } = figures(['D1,C01,hero,4,6', 'D1,C02,hero,0,4'], lengths)
    expect(all.windowdiff?.pairs).toEqual({ 'C01-C02': 2 / 10, 'C02-C01': 3 / 9 })
    expect(all.pk?.pairs).toEqual({ 'C01-C02': 2 / 10, 'C02-C01': 2 / 9 })
  })
})

describe('the boundaries of all codes together', () => {
  it('lie where any span begins or ends, once where two spans touch', () => {
    const { all, codes } = figures(['D1,C01,hero,0,6', 'D1,C01,villain,6,9', 'D1,C02,hero,0,9'], lengths)
    // 6 and 9 against 9.
    expect(all.boundary_similarity).toEqual({ value: 0.5, matches: 1, additions: 1, transpositions: 0 })
    expect(codes.villain?.boundary_similarity).toMatchObject({ value: 0, additions: 2 })
  })

  it('are the segments of a text that was cut from end to end', () => {
    const cut = (coder: string, ...ends: number[]) =>
      ends.map((end, i) => `D1,${coder},part${i},${ends[i - 1] ?? 0},${end}`)
    const { all } = figures([...cut('C01', 2, 5, 11), ...cut('C02', 2, 4, 11)], 'doc_id,length\nD1,11\n')
    // Fournier's near miss: masses 2 3 6 and 2 2 7.
    expect(all.boundary_similarity?.value).toBe(0.75)
    expect(all.segmentation_similarity?.value).toBe(0.95)
  })
})

describe('more than two coders', () => {
  const three = [...rows, 'D1,C03,hero,0,6']

  it('give the mean over their pairs, each over the documents both looked at', () => {
    const { all } = figures(three, lengths)
    const pairs = { 'C01-C02': 0.25, 'C01-C03': 1, 'C02-C03': 0.5 }
    expect(all.boundary_similarity).toEqual({ value: 1.75 / 3, pairs })
  })

  it('may come in any order', () => {
    const renamed = three.map((row) => row.replace('C01', 'C09')).reverse()
    const [one, other] = [figures(three, lengths), figures(renamed, lengths)]
    names.forEach((name) => {
      expect(other.all[name]?.value).toBeCloseTo(one.all[name]?.value ?? Number.NaN, 12)
    })
  })
})

describe('the unit of the table', () => {
  const marked = ['D1,C01,hero,0,7', 'D1,C02,hero,0,8']
  const text = 'doc_id,language,text\nD1,en,one two three four\n'

  it('is what places lie between: a boundary within white space is the same one between words', () => {
    expect(figures(marked, text).all.boundary_similarity?.value).toBe(0.5)
    const { all } = figures(marked, text, { unit: 'token' })
    expect(all.boundary_similarity).toMatchObject({ value: 1, matches: 1 })
    expect(all.segmentation_similarity?.value).toBe(1)
    expect(all.u_alpha).toEqual(figures(marked, text).all.u_alpha)
  })

  it('may be too large for any boundary', () => {
    expect(valuesOf(figures(marked, text, { unit: 'sentence' }).all)).toEqual(names.map(() => 'no_boundary'))
  })
})

describe('boundaries that cannot be compared have a reason, never 0 or 1', () => {
  it.each<[string, string[], string]>([
    ['one coder', ['D1,C01,hero,0,6'], 'one_coder'],
    ['two coders of different documents', ['D1,C01,hero,0,6', 'D2,C02,hero,0,6'], 'no_overlap'],
    ['nobody marked anything', ['D1,C01,,,', 'D1,C02,,,'], 'no_boundary'],
    ['every span is a whole text', ['D1,C01,hero,0,12', 'D1,C02,hero,0,12'], 'no_boundary'],
  ])('%s', (_, given, reason) => {
    expect(valuesOf(figures(given, lengths).all)).toEqual(names.map(() => reason))
  })

  it('a text too short for a window', () => {
    const { all } = figures(['D1,C01,hero,0,1', 'D1,C02,hero,0,1'], 'doc_id,length\nD1,2\n')
    expect(valuesOf(all)).toEqual([1, 1, 'no_window', 'no_window'])
  })

  it('and a pair of coders that drew none is left out of the mean', () => {
    const { all } = figures(['D1,C01,hero,0,6', 'D1,C02,,,', 'D1,C03,,,'], lengths)
    expect(all.boundary_similarity).toEqual({ value: 0, pairs: { 'C01-C02': 0, 'C01-C03': 0, 'C02-C03': null } })
  })
})
