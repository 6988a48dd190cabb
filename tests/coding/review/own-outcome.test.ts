import { clustersOf } from '@/lib/coding/review/clusters'
import type { DecidedGold, Decision } from '@/lib/coding/review/decision'
import { goldOf } from '@/lib/coding/review/gold'
import { countDifferences } from '@/lib/coding/review/outcome-summary'
import { compareWithGold, type OwnDifference } from '@/lib/coding/review/own-outcome'
import type { ReviewedDocument } from '@/lib/coding/review/reviewed-document'
import { codebooks, coded, codingOf, documentOf, mark } from './reviewed-studies'

/** A coder's work held against what was decided. */

/** Decides every cluster with differences as this coder has it, or as said. */
function decidedFor(
  document: ReviewedDocument,
  coder: string,
  more: (gold: DecidedGold) => Partial<Decision> = () => ({}),
): Decision[] {
  return clustersOf(document, codebooks)
    .filter(({ types }) => types.length > 0)
    .map(({ id: clusterId, inputKey, kind, family, lineages, readings, variable }, sequence) => {
      const coding = document.codings.find((one) => one.coder === coder)
      const own = new Set(readings.find((reading) => reading.coder === coder)?.annotationIds)
      const annotations = (coding?.annotations ?? []).filter(({ id }) => own.has(id))
      const gold: DecidedGold = {
        annotations: annotations.map(({ code, segments, compared }) => ({
          value: { code, segments: [...segments], attributes: { ...compared }, note: '', unsure: false, touched: [] },
          coders: [coder],
        })),
        value: coding?.answers.find((answer) => answer.variable === variable)?.compared ?? null,
        values: [],
        eligibility: kind === 'eligibility' ? 'code' : null,
      }
      const decision: Decision = {
        ...{ id: `decision ${sequence}`, clusterId, inputKey, kind, family, lineages, sequence, gold },
        ...{ outcome: 'accept', method: 'arbiter' },
        accepted: annotations.map(({ id }) => ({ coder, annotationId: id })),
      }
      return { ...decision, ...more(gold) }
    })
}

function compared(document: ReviewedDocument, coder: string, decisions: readonly Decision[]) {
  const clusters = clustersOf(document, codebooks)
  return compareWithGold(document, coder, { clusters, gold: goldOf(document, clusters, decisions) }, codebooks)
}

const toldDifferences = (document: ReviewedDocument, coder: string, decisions: readonly Decision[]) =>
  compared(document, coder, decisions).flatMap(({ differences }) => differences.map(tell))

function tell({ type, own, decided, attribute }: OwnDifference): string {
  return [type, `${own ?? '-'} > ${decided ?? '-'}`, attribute].filter((part) => part !== null).join(' ')
}

describe('a coder whose reading was accepted everywhere', () => {
  it('differs nowhere, whatever the others have', () => {
    const document = coded(
      [mark('hero', 'ferry'), mark('sourced', '40 boats'), mark('hero', 'Mayor Tarn')],
      [mark('villain', 'ferry'), mark('sourced', '40'), mark('villain', 'old town')],
    )
    expect(toldDifferences(document, 'C01', decidedFor(document, 'C01'))).toEqual([])
    expect(toldDifferences(document, 'C02', decidedFor(document, 'C02'))).toEqual([])
  })
})

describe('a coder whose reading was not', () => {
  it.each([
    ['another code', [mark('hero', 'ferry')], [mark('villain', 'ferry')], ['D3 hero > villain']],
    ['nothing marked', [], [mark('hero', 'ferry')], ['D1 - > hero']],
    ['too much marked', [mark('hero', 'ferry')], [mark('villain', 'wept')], ['D1 hero > -', 'D1 - > villain']],
    ['other boundaries', [mark('hero', 'The ferry saved')], [mark('hero', 'ferry')], ['D2b hero > hero']],
    [
      'another attribute',
      [mark('hero', 'ferry', { voice: 'author' })],
      [mark('hero', 'ferry', { voice: 'quoted' })],
      ['D4 hero > hero voice'],
    ],
  ])('is told: %s', (_, own, other, differences) => {
    const document = coded([...own, mark('hero', 'town wept')], [...other, mark('hero', 'town wept')])
    expect(toldDifferences(document, 'C01', decidedFor(document, 'C02'))).toEqual(differences)
  })

  it('is told of an answer', () => {
    const answer = (value: string) => ({ answers: [{ variable: 'genre', value, compared: value }] })
    const document = documentOf([
      codingOf('C01', [mark('hero', 'ferry')], answer('news')),
      codingOf('C02', [mark('hero', 'ferry')], answer('essay')),
    ])
    expect(toldDifferences(document, 'C01', decidedFor(document, 'C02'))).toEqual(['D4 - > - genre'])
  })

  it('is told nothing else where the text should not be in the sample', () => {
    const document = coded([mark('hero', 'ferry')], [])
    const decisions = decidedFor(document, 'C02', (gold) => ({ gold: { ...gold, eligibility: 'nothing' } }))
    expect(toldDifferences(document, 'C01', decisions)).toEqual(['D8 - > -'])
    expect(toldDifferences(document, 'C02', decisions)).toEqual([])
  })
})

describe('where both readings were kept', () => {
  it('nobody who has one of them differs, and a third coder is held against the first', () => {
    const document = coded([mark('hero', 'ferry')], [mark('villain', 'ferry')], [mark('hero', 'The ferry')])
    const [cluster] = clustersOf(document, codebooks)
    const [decision] = decidedFor(document, 'C01')
    if (!cluster || !decision) throw new Error('They do not differ.')
    const value = (coder: string) => decidedFor(document, coder)[0]?.gold.annotations[0]?.value
    const kept = ['C01', 'C02'].flatMap((coder, place) => {
      const of = value(coder)
      return of ? [{ value: of, coders: [coder], reading: 'AB'[place] ?? '' }] : []
    })
    const both: Decision = {
      ...decision,
      outcome: 'keep_both',
      accepted: [],
      gold: { ...decision.gold, annotations: kept },
    }
    for (const coder of ['C01', 'C02']) expect(toldDifferences(document, coder, [both])).toEqual([])
    expect(toldDifferences(document, 'C03', [both])).toEqual(['D2a hero > hero'])
  })
})

describe('comparisons', () => {
  const document = coded(
    [mark('hero', 'ferry'), mark('hero', 'Mayor Tarn')],
    [mark('villain', 'ferry'), mark('hero', 'Mayor Tarn')],
  )

  it('name the cluster of the review that they belong to', () => {
    const clusters = clustersOf(document, codebooks)
    const found = compared(document, 'C01', decidedFor(document, 'C02')).map(({ clusterId }) => clusterId)
    expect(found).toEqual(clusters.map(({ id }) => id))
  })

  it('are none for who did not submit the text', () => {
    expect(compared(document, 'C09', decidedFor(document, 'C02'))).toEqual([])
  })

  it('are counted by code and type, the most frequent first, with how many were compared', () => {
    const all = [document, document].flatMap((one) => compared(one, 'C01', decidedFor(one, 'C02')))
    expect(countDifferences(all)).toEqual([
      { type: 'D3', own: 'hero', decided: 'villain', attribute: null, count: 2, of: 2 },
    ])
    const twoWays = [
      ...all,
      ...compared(coded([], [mark('hero', 'wept')]), 'C01', decidedFor(coded([], [mark('hero', 'wept')]), 'C02')),
    ]
    expect(countDifferences(twoWays).map(({ type, count, of }) => [type, count, of])).toEqual([
      ['D3', 2, 2],
      ['D1', 1, 5],
    ])
  })

  const totals = (all: ReturnType<typeof compared>) =>
    countDifferences(all).map(({ type, attribute, count, of }) => [type, attribute, count, of])

  it('are counted by question, with how many texts have an answer to it', () => {
    const answering = (own: string, other: string) => {
      const coding = (coder: string, value: string) =>
        codingOf(coder, [mark('hero', 'ferry')], { answers: [{ variable: 'genre', value, compared: value }] })
      return documentOf([coding('C01', own), coding('C02', other)])
    }
    const documents = [answering('news', 'essay'), answering('news', 'news'), answering('essay', 'essay')]
    expect(totals(documents.flatMap((one) => compared(one, 'C01', decidedFor(one, 'C02'))))).toEqual([
      ['D4', 'genre', 1, 3],
    ])
  })

  it('are counted over the texts that are not to be coded, where that is what differs', () => {
    const toDecide = coded([mark('hero', 'ferry')], [])
    const decisions = decidedFor(toDecide, 'C02', (gold) => ({ gold: { ...gold, eligibility: 'nothing' } }))
    const both = [...compared(toDecide, 'C01', decisions), ...compared(toDecide, 'C02', decisions)]
    expect(totals(both)).toEqual([['D8', null, 1, 2]])
  })
})
