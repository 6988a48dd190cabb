import fc from 'fast-check'
import { coderPairs } from '@/lib/agreement/contingencies'
import type { CodedSpan } from '@/lib/agreement/continuum'
import { matchRules, type ValueTable } from '@/lib/agreement/report/document-statistics'
import { matchSpans } from '@/lib/agreement/span-matching'
import { documentUnitizing } from '@/lib/agreement/u-alpha-sums'
import { spanCodes } from '@/lib/coding/codes'
import { CountedText } from '@/lib/coding/statistics/counted-text'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import type { SubmittedAnnotation, SubmittedAnnotations } from '@/lib/coding/statistics/submitted-annotations'
import type { Span } from '@/lib/text/spans'
import { documentOf } from '../unit-studies'
import { annotation, arbitraryStudy, codebook, codes, coding, words } from './submitted-studies'

const document = documentOf('Sela Marrin rose early. The harbour slept!\n\nNobody thanked her, “of course”. She left.')
const familyOf = new Map(spanCodes(codebook).map(({ key, family }) => [key, family]))

const isSomewhere = ({ start, end }: Span) => start < end

/** The place of an annotation by the definition: the extent of its span and content segments, else of all. */
function placeOf({ segments }: SubmittedAnnotation, text: CountedText): Span {
  const main = segments.filter(({ part }) => part === 'span' || part === 'content')
  const own = main.length > 0 ? main : segments
  return text.trimmed({
    start: Math.min(...own.map(({ start }) => start)),
    end: Math.max(...own.map(({ end }) => end)),
  })
}

/** The spans of each coder, one per annotation, under any name for their codes. */
function placed(codings: readonly SubmittedAnnotations[], text: CountedText, rename = (code: string) => code) {
  return codings.map(({ coder, annotations }) =>
    annotations
      .filter(({ code }) => familyOf.has(code))
      .map((one): CodedSpan => ({ coder, code: rename(one.code), ...placeOf(one, text) }))
      .filter(isSomewhere),
  )
}

/** The greatest worth of any one-to-one matching, found by trying them all. */
function best(one: readonly CodedSpan[], other: readonly CodedSpan[], worth: (a: CodedSpan, b: CodedSpan) => number) {
  const [first, ...rest] = one
  if (!first) return 0
  let most: number = best(rest, other, worth)
  other.forEach((partner, b) => {
    const own = worth(first, partner)
    if (own > 0) most = Math.max(most, own + best(rest, [...other.slice(0, b), ...other.slice(b + 1)], worth))
  })
  return most
}

const shared = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
const iou = (a: Span, b: Span) => shared(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
const meets = {
  exact: (a: Span, b: Span) => a.start === b.start && a.end === b.end,
  iou50: (a: Span, b: Span) => shared(a, b) > 0 && iou(a, b) >= 0.5,
  overlap: (a: Span, b: Span) => shared(a, b) > 0,
}

describe('annotations of a code', () => {
  it('are matched in as many pairs as any one-to-one matching has', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const statistics = documentStatistics(document, codings, codebook)
        const spans = placed(codings, new CountedText(document, 'left_out'))
        coderPairs(codings.length).forEach(([a, b], pair) => {
          for (const code of codes) {
            const own = [a, b].map((coder) => (spans[coder] ?? []).filter((span) => span.code === code))
            for (const rule of matchRules) {
              const most = best(own[0] ?? [], own[1] ?? [], (one, other) => Number(meets[rule](one, other)))
              expect(statistics.codes[code]?.matched[rule][pair]).toBe(most)
            }
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  it('are compared with the partner they share most text with, in as many pairs as that allows', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const statistics = documentStatistics(document, codings, codebook)
        const spans = placed(codings, new CountedText(document, 'left_out'))
        coderPairs(codings.length).forEach(([a, b], pair) => {
          for (const code of codes) {
            const own = [a, b].map((coder) => (spans[coder] ?? []).filter((span) => span.code === code))
            for (const [rule, given] of [
              ['overlap', 'overlap'],
              ['iou50', { iou: 0.5 }],
            ] as const) {
              const matches = matchSpans(own[0] ?? [], own[1] ?? [], given, 'overlap')
              expect(statistics.codes[code]?.compared[rule][pair]).toBe(matches.length)
            }
          }
        })
      }),
    )
  })

  it('are counted per coder, those in boilerplate alone left out', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const spans = placed(codings, new CountedText(document, 'left_out'))
        const { codes: found, numbers } = documentStatistics(document, codings, codebook)
        for (const code of codes) {
          const counts = spans.map((own) => own.filter((span) => span.code === code).length)
          expect(found[code]?.annotations).toEqual(counts)
          expect(numbers[`count:${code}`]).toEqual(counts)
        }
      }),
    )
  })

  it('lie where their main segments do: source and cue do not move an attribution', () => {
    const parts = (source: string) =>
      annotation({
        code: 'attribution',
        segments: [
          ...words(document, source).segments.map((segment) => ({ ...segment, part: 'source' as const })),
          ...words(document, 'Nobody').segments.map((segment) => ({ ...segment, part: 'content' as const })),
          ...words(document, 'course').segments.map((segment) => ({ ...segment, part: 'content' as const })),
        ],
      })
    const codings = [coding('C01', parts('Sela')), coding('C02', parts('harbour'))]
    const { matched, offsets } = documentStatistics(document, codings, codebook).codes.attribution ?? {}
    expect(matched?.exact).toEqual([1])
    expect(offsets).toEqual([0, 0, 0, 1])
  })

  it('lie where all their segments do when none is the main one', () => {
    const source = words(document, 'Sela').segments.map((segment) => ({ ...segment, part: 'source' as const }))
    const codings = [
      coding('C01', annotation({ code: 'attribution', segments: source })),
      coding('C02', words(document, 'Sela', { code: 'attribution' })),
    ]
    expect(documentStatistics(document, codings, codebook).codes.attribution?.matched.exact).toEqual([1])
  })

  it('tell how far their boundaries lie apart, second coder minus first, 51 standing for all beyond 50', () => {
    const first = [words(document, 'Sela Marrin'), words(document, 'harbour slept!\n\nNobody thanked her, “of course”')]
    const codings = [
      coding('C01', ...first),
      coding('C02', words(document, 'Marrin rose'), words(document, 'harbour')),
      coding('C03', words(document, ' Sela Marrin '.trim())),
    ]
    expect(documentStatistics(document, codings, codebook).codes.hero?.offsets).toEqual([
      ...[0, 0, -40, 1],
      ...[0, 5, 5, 1],
      ...[1, 0, 0, 1],
      ...[2, -5, -5, 1],
    ])
    const long = documentOf('word '.repeat(30))
    const far = [coding('C01', annotation({ start: 0, end: 140 })), coding('C02', annotation({ start: 70, end: 74 }))]
    expect(documentStatistics(long, far, codebook).codes.hero?.offsets).toEqual([0, 51, -51, 1])
  })

  it('are compared over boilerplate as if it were not there', () => {
    const [start, end] = [document.text.indexOf('The'), document.text.indexOf('\n')]
    const cut = { ...document, regions: [{ kind: 'boilerplate' as const, start, end }] }
    const codings = [
      coding('C01', words(cut, 'early. The'), words(cut, 'harbour slept')),
      coding('C02', words(cut, 'early.')),
    ]
    const { annotations, matched, offsets } = documentStatistics(cut, codings, codebook).codes.hero ?? {}
    expect({ annotations, exact: matched?.exact, offsets }).toEqual({
      annotations: [1, 1],
      exact: [1],
      offsets: [0, 0, 0, 1],
    })
  })
})

describe('which partner is compared', () => {
  const heroOf = (...lists: SubmittedAnnotation[][]) =>
    documentStatistics(
      document,
      lists.map((annotations, i) => coding(`C0${i + 1}`, ...annotations)),
      codebook,
    ).codes.hero
  const on = (text: string, target: string) => words(document, text, { attributes: { target } })

  it('is, of those that share as much text, the one of more similar extent', () => {
    const hero = heroOf([on('Sela Marrin rose', 'Tarn'), on('Marrin', 'Sela')], [on('Marrin', 'Sela')])
    expect(hero?.attributes.target?.overlap).toEqual({ values: ['Sela'], cells: [0, 0, 0, 1] })
  })

  it('is, of several on the same words, the one with equal attributes', () => {
    const hero = heroOf([on('Marrin', 'Brisk'), on('Marrin', 'Sela')], [on('Marrin', 'Sela'), on('Marrin', 'Tarn')])
    expect(hero?.attributes.target?.overlap).toEqual({
      values: ['Brisk', 'Sela', 'Tarn'],
      cells: [...[0, 0, 2, 1], ...[0, 1, 1, 1]],
    })
  })

  it('must have at least half of both in common for the stricter comparison', () => {
    const hero = heroOf([on('Sela Marrin rose', 'Tarn')], [on('Marrin', 'Sela')])
    expect(hero?.compared).toEqual({ overlap: [1], iou50: [0] })
    expect(hero?.attributes.target?.iou50).toEqual({ values: [], cells: [] })
  })
})

describe('attributes of compared annotations', () => {
  const table = (...given: SubmittedAnnotation['attributes'][]): ValueTable | undefined =>
    documentStatistics(
      document,
      given.map((attributes, i) => coding(`C0${i + 1}`, words(document, 'Sela', { attributes }))),
      codebook,
    ).codes.hero?.attributes.target?.overlap

  it('count each pair of values; no value is -1', () => {
    expect(table({ target: 'Tarn' }, {}, { target: 'Sela' })).toEqual({
      values: ['Sela', 'Tarn'],
      cells: [...[0, 1, -1, 1], ...[1, 1, 0, 1], ...[2, -1, 0, 1]],
    })
    expect(table({ target: '' }, { target: [] })).toEqual({ values: [], cells: [0, -1, -1, 1] })
  })

  it('join several values, sorted, each once', () => {
    expect(table({ target: ['Tarn', 'Sela'] }, { target: ['Sela', 'Tarn', 'Sela'] })).toEqual({
      values: ['Sela|Tarn'],
      cells: [0, 0, 0, 1],
    })
  })

  it('read numbers and yes or no as text, and are those the code takes', () => {
    const attributes = { vague_source: true, sourcing_scope: 'none', target: 'Tarn' }
    const codings = ['C01', 'C02'].map((coder) =>
      coding(coder, words(document, 'Sela', { code: 'sourced_figure', attributes })),
    )
    const { codes: found } = documentStatistics(document, codings, codebook)
    expect(Object.keys(found.sourced_figure?.attributes ?? {})).toEqual(['sourcing_scope', 'vague_source'])
    expect(found.sourced_figure?.attributes.vague_source?.overlap.values).toEqual(['yes'])
    const rated = [1, 2].map((intensity, i) =>
      coding(`C0${i}`, words(document, 'Sela', { attributes: { intensity, basis: 'label' } })),
    )
    const hero = documentStatistics(document, rated, codebook).codes.hero
    expect(hero?.attributes.intensity?.overlap).toEqual({ values: ['1', '2'], cells: [0, 0, 1, 1] })
    expect(hero?.attributes.basis).toBeUndefined()
  })
})

describe('codes that meet on the same text', () => {
  it('share as much text as any matching within the family, and as many of them are equal as that allows', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const { families } = documentStatistics(document, codings, codebook)
        const text = new CountedText(document, 'left_out')
        const spans = placed(codings, text)
        for (const [family, { confusion }] of Object.entries(families)) {
          coderPairs(codings.length).forEach(([a, b], pair) => {
            const own = [a, b].map((coder) => (spans[coder] ?? []).filter(({ code }) => familyOf.get(code) === family))
            const matching = (sameCode: number) =>
              best(own[0] ?? [], own[1] ?? [], (one, other) => {
                const equal = one.code === other.code ? sameCode : 0
                return shared(one, other) === 0 ? 0 : shared(one, other) * 400 + 20 + equal
              })
            const cells = cellsOf(confusion).filter((cell) => cell.pair === pair)
            const sum = (some: typeof cells) => some.reduce((total, { times }) => total + times, 0)
            const met = cells.filter(({ one, other }) => one !== '' && other !== '')
            expect(sum(met)).toBe(Math.floor((matching(0) % 400) / 20))
            expect(sum(met.filter(({ one, other }) => one === other))).toBe(matching(1) - matching(0))
            expect(sum(cells.filter(({ one }) => one !== ''))).toBe(own[0]?.length)
            expect(sum(cells.filter(({ other }) => other !== ''))).toBe(own[1]?.length)
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('meet nobody where the other coder marked nothing of the family', () => {
    const codings = [
      coding('C01', words(document, 'Sela'), words(document, 'Sela', { code: 'sourced_figure' })),
      coding('C02', words(document, 'Sela Marrin', { code: 'villain' })),
    ]
    const { families } = documentStatistics(document, codings, codebook)
    expect(families.character?.confusion).toEqual({ values: ['hero', 'villain'], cells: [0, 0, 1, 1] })
    expect(families.figure?.confusion).toEqual({ values: ['', 'sourced_figure'], cells: [0, 1, 0, 1] })
  })
})

function cellsOf({ values, cells }: ValueTable) {
  return Array.from({ length: cells.length / 4 }, (_, i) => {
    const [pair, one = -1, other = -1, times = 0] = cells.slice(4 * i, 4 * i + 4)
    return { pair, one: values[one], other: values[other], times }
  })
}

describe('rows of the u-alpha family', () => {
  it('are those of the continuum of two coders with the trimmed segments as units', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const statistics = documentStatistics(document, codings, codebook)
        const text = new CountedText(document, 'left_out')
        const units = codings.map(({ coder, annotations }) =>
          annotations
            .filter((one) => familyOf.has(one.code) && isSomewhere(placeOf(one, text)))
            .flatMap(({ code, segments }) => segments.map((it) => ({ coder, code, ...text.trimmed(it) })))
            .filter(isSomewhere),
        )
        const rows = (own: string[], rename = (code: string) => code) =>
          coderPairs(codings.length).map(([a, b]) => {
            const spans = [...(units[a] ?? []), ...(units[b] ?? [])].map((it) => ({ ...it, code: rename(it.code) }))
            const coders = [codings[a]?.coder ?? '', codings[b]?.coder ?? '']
            return documentUnitizing({ length: text.length, coders, spans }, own).sums
          })
        for (const code of codes) expect(statistics.codes[code]?.unitizing).toEqual(rows([code]))
        for (const [family, found] of Object.entries(statistics.families)) {
          expect(found.unitizing).toEqual(rows(found.codes))
          expect(found.relevant).toEqual(rows([family], (code) => familyOf.get(code) ?? ''))
        }
      }),
    )
  })

  it('have no row for a family where one of the two stacked its codes', () => {
    const codings = [
      coding('C01', words(document, 'Sela'), words(document, 'Sela Marrin', { code: 'villain' })),
      coding('C02', words(document, 'Sela')),
      coding('C03'),
    ]
    const { character } = documentStatistics(document, codings, codebook).families
    expect(character?.codes).toEqual(['hero', 'villain'])
    expect(character?.unitizing.map((row) => row === null)).toEqual([true, true, false])
    expect(character?.relevant.map(({ length }) => length)).toEqual([8, 8, 8])
  })

  it('say how many annotations of each coder were united with another one', () => {
    const segments = [...words(document, 'rose').segments, ...words(document, 'The').segments]
    const codings = [
      coding(
        'C01',
        words(document, 'Sela'),
        words(document, 'Sela Marrin'),
        words(document, 'Marrin rose'),
        annotation({ segments }),
        words(document, 'slept'),
      ),
      coding('C02', words(document, 'Sela'), words(document, ' Marrin'), words(document, 'Sela', { code: 'villain' })),
      coding('C03', annotation({ segments: [...segments, ...words(document, 'rose early').segments] })),
    ]
    expect(documentStatistics(document, codings, codebook).codes.hero?.united).toEqual([4, 0, 0])
  })
})
