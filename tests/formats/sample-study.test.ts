import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coincidences } from '@/lib/agreement/coincidences'
import { krippendorffAlpha } from '@/lib/agreement/krippendorff-alpha'
import { presence, reliabilityData } from '@/lib/agreement/reliability-data'
import type { AnnotationValue } from '@/lib/coding/annotation'
import { parseSampleStudy, type SampleDocument } from '@/lib/formats/sample-study'
import { CodePointIndex } from '@/lib/text/code-points'
import { graphemeInteriors, isGraphemeBoundary } from '@/lib/text/graphemes'
import { CharacterKinds, pairs, type Span } from '@/lib/text/spans'
import { freezeUnits } from '@/lib/text/units'

const folder = join(__dirname, '../../samples')

function readSamples(): Record<string, string> {
  const paths = ['articles', 'codings'].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => `${name}/${file}`),
  )
  return Object.fromEntries(['study.json', ...paths].map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

const files = readSamples()
const study = parseSampleStudy(files)

const framings = ['hero', 'villain', 'victim']
const starterCodes = [...framings, 'attribution', 'unsourced_figure', 'sourced_figure']
const voices = ['author', 'quoted_direct', 'quoted_indirect', 'slogan_hashtag', 'ambiguous']

function textOf(key: string): string {
  const document = study.documents.find((candidate) => candidate.key === key)
  if (!document) throw new Error(`no document ${key}`)
  return document.text
}

const annotations = study.codings.flatMap(({ annotations: own, ...coding }) =>
  own.map((annotation) => ({ ...coding, annotation, index: new CodePointIndex(textOf(coding.document)) })),
)

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function same(one: Span, other: Span): boolean {
  return covers(one, other) && covers(other, one)
}

type Relation = 'apart' | 'same' | 'nested' | 'crossing'

function relation(one: Span, other: Span): Relation {
  if (one.end <= other.start || other.end <= one.start) return 'apart'
  if (same(one, other)) return 'same'
  return covers(one, other) || covers(other, one) ? 'nested' : 'crossing'
}

/** How often two annotations of one coding relate so, over all codings of the coder; compared by their segments. */
function countRelations(coder: string): Record<Relation, number> {
  const counts = { apart: 0, same: 0, nested: 0, crossing: 0 }
  for (const coding of study.codings.filter((candidate) => candidate.coder === coder)) {
    const spans = coding.annotations.flatMap(({ segments }) => segments)
    spans.forEach((span, i) => {
      for (const other of spans.slice(i + 1)) counts[relation(span, other)] += 1
    })
  }
  return counts
}

/** Per sentence of the document and coder: 1 with the code, 0 without, null where the coder has not submitted it. */
function sentencesWith(code: string, document: SampleDocument): (0 | 1 | null)[][] {
  const kinds = new CharacterKinds(document.text)
  const codings = study.codings.filter(({ document: key }) => key === document.key)
  const has = (own: AnnotationValue[], sentence: Span) =>
    own.some((one) => one.code === code && one.segments.some((span) => kinds.unitHasSpan(sentence, span)))
  return pairs(freezeUnits(document.text, document.language).sentences).map((sentence) =>
    codings.map(({ state, annotations: own }) => (state === 'open' ? null : has(own, sentence) ? 1 : 0)),
  )
}

function alphaOf(code: string): number | null {
  const units = study.documents.flatMap((document) => sentencesWith(code, document))
  return krippendorffAlpha(coincidences(reliabilityData(units, presence))).value
}

describe('the sample articles', () => {
  test('are twelve, of three outlets, four of each', () => {
    expect(study.documents).toHaveLength(12)
    const outlets = study.documents.map(({ outlet }) => outlet)
    for (const outlet of new Set(outlets)) expect(outlets.filter((other) => other === outlet)).toHaveLength(4)
    expect(new Set(outlets).size).toBe(3)
  })

  test('are all the text files of the folder', () => {
    const listed = study.documents.map(({ file }) => file)
    expect(Object.keys(files).filter((path) => path.endsWith('.txt'))).toEqual(listed)
  })

  test.each(study.documents.map((document) => [document.key, document] as const))(
    '%s opens with its title and a byline, in 150 to 320 words',
    (_key, document) => {
      const [title, byline, ...body] = document.text.trimEnd().split('\n\n')
      expect(title).toBe(document.title)
      if (document.language === 'en')
        expect(byline).toBe(`By ${document.author.replace('The', 'the')}, ${document.outlet}`)
      expect(byline).not.toContain('\n')
      expect(body.length).toBeGreaterThanOrEqual(5)
      const words = document.text.split(/\s+/).length
      expect(words).toBeGreaterThanOrEqual(150)
      expect(words).toBeLessThanOrEqual(320)
    },
  )

  test('have line feeds alone, no trailing spaces and no byte-order mark', () => {
    for (const { text } of study.documents) expect(text).not.toMatch(/[\r\ufeff\t]|[ \u00a0]\n/)
  })

  test('include one in a right-to-left script', () => {
    const rightToLeft = study.documents.filter(({ text }) => /\p{Script=Arabic}/u.test(text))
    expect(rightToLeft.map(({ language }) => language)).toEqual(['ar'])
  })

  test('include one with emoji of several code points and with decomposed accents', () => {
    const { text } = study.documents.find(({ key }) => key === '08-lantern-toll') ?? { text: '' }
    expect(text).toContain('👨‍👩‍👧‍👦')
    expect(text).toContain('Cafe\u0301')
    expect(graphemeInteriors(text).length).toBeGreaterThan(10)
  })
})

describe('the sample codings', () => {
  test('are those of three coders, each of all twelve articles', () => {
    expect(study.coders.map(({ key }) => key)).toEqual(['ana', 'ben', 'chi'])
    for (const { key } of study.coders) {
      const coded = study.codings.filter(({ coder }) => coder === key).map(({ document }) => document)
      expect(coded).toEqual(study.documents.map((document) => document.key))
    }
  })

  test('are submitted, but for two articles of the third coder, which are open and begun', () => {
    const open = study.codings.filter(({ state }) => state === 'open')
    expect(open.map(({ coder, document }) => [coder, document])).toEqual([
      ['chi', '10-herald-election'],
      ['chi', '12-dispatch-election-ar'],
    ])
    for (const { annotations: begun } of open) expect(begun.length).toBeGreaterThan(2)
  })

  test('hold one article in which one coder found nothing to code and the others did', () => {
    const nothing = study.codings.filter(({ nothingToCode }) => nothingToCode)
    expect(nothing.map(({ coder, document }) => [coder, document])).toEqual([['ben', '09-dispatch-crossing-times']])
    const others = study.codings.filter(({ document }) => document === '09-dispatch-crossing-times')
    expect(others.filter((coding) => coding.annotations.length > 0)).toHaveLength(2)
  })

  test('lie within the text, on grapheme boundaries, without white space at the ends, in order', () => {
    for (const { annotation, index } of annotations) {
      const kinds = new CharacterKinds(index.text)
      const interiors = graphemeInteriors(index.text)
      annotation.segments.forEach((segment, i) => {
        expect(segment.start).toBeGreaterThanOrEqual(annotation.segments[i - 1]?.end ?? 0)
        expect(segment.end).toBeLessThanOrEqual(index.length)
        expect(isGraphemeBoundary(interiors, segment.start) && isGraphemeBoundary(interiors, segment.end)).toBe(true)
        expect(kinds.trim(segment)).toEqual({ start: segment.start, end: segment.end })
      })
    }
  })

  test('cut no word in two', () => {
    const cut = annotations.flatMap(({ annotation, index }) =>
      annotation.segments
        .filter(({ start, end }) =>
          [start, end].some(
            (at) => at > 0 && at < index.length && /^[\p{L}\p{N}]{2}$/u.test(index.slice(at - 1, at + 1)),
          ),
        )
        .map(({ start, end }) => index.slice(start, end)),
    )
    expect(cut).toEqual([])
  })

  test('cross no paragraph break', () => {
    for (const { annotation, index } of annotations) {
      for (const { start, end } of annotation.segments) expect(index.slice(start, end)).not.toContain('\n')
    }
  })

  test('use the six codes of the starter codebook, attributions with their content', () => {
    expect(new Set(annotations.map(({ annotation }) => annotation.code))).toEqual(new Set(starterCodes))
    for (const { annotation } of annotations) {
      const parts = new Set(annotation.segments.map(({ part }) => part))
      expect([...parts]).toEqual([annotation.code === 'attribution' ? 'content' : 'span'])
    }
  })

  test('give target and voice to framings and to nothing else', () => {
    const entities = study.entities.map(({ name }) => name)
    for (const { annotation } of annotations) {
      const { target, voice, ...others } = annotation.attributes
      expect(others).toEqual({})
      if (framings.includes(annotation.code)) {
        expect(entities).toContain(target)
        expect(voices).toContain(voice)
      } else expect([target, voice]).toEqual([undefined, undefined])
    }
  })

  test('name every entity of the study at least once', () => {
    const targets = new Set(annotations.map(({ annotation }) => annotation.attributes.target))
    expect(study.entities.filter(({ name }) => !targets.has(name))).toEqual([])
  })

  test('never give one coder the same code twice on the same stretch', () => {
    for (const { annotations: own } of study.codings) {
      const keys = own.map(({ code, segments }) => JSON.stringify([code, segments]))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test.each(['ana', 'ben', 'chi'])('%s overlaps at least 15 pairs of spans, nests 10 and crosses one', (coder) => {
    const { same: identical, nested, crossing } = countRelations(coder)
    expect(identical + nested + crossing).toBeGreaterThanOrEqual(15)
    expect(nested).toBeGreaterThanOrEqual(10)
    expect(crossing).toBeGreaterThanOrEqual(1)
  })

  test.each(['ana', 'ben', 'chi'])('%s gave one identical stretch two codes', (coder) => {
    expect(countRelations(coder).same).toBeGreaterThanOrEqual(1)
  })

  test('frame the same people in opposite ways', () => {
    for (const person of ['Sela Marrin', 'Governor Orlo', 'General Dov Hale']) {
      const roles = annotations.filter(({ annotation }) => annotation.attributes.target === person)
      const outlets = (code: string) => {
        const own = roles.filter(({ annotation }) => annotation.code === code)
        return new Set(own.map(({ document }) => study.documents.find(({ key }) => key === document)?.outlet))
      }
      expect(outlets('hero').size).toBeGreaterThanOrEqual(1)
      expect(outlets('villain').size).toBeGreaterThanOrEqual(1)
      expect([...outlets('hero'), ...outlets('villain')].length).toBeGreaterThanOrEqual(3)
    }
  })

  test.each([
    ['hero', 0.7, 0.85],
    ['villain', 0.65, 0.8],
    ['victim', 0.4, 0.6],
    ['attribution', 0.75, 0.9],
    ['sourced_figure', 0.75, 0.9],
    ['unsourced_figure', 0.7, 0.9],
  ])('agree on %s by sentence with an alpha between %d and %d', (code, low, high) => {
    const alpha = alphaOf(code)
    expect(alpha).toBeGreaterThanOrEqual(low)
    expect(alpha).toBeLessThanOrEqual(high)
  })
})

describe('reading a sample study', () => {
  const change = (path: string, from: string, to: string) => {
    const content = files[path] ?? ''
    if (!content.includes(from)) throw new Error(`${path} does not hold ${from}`)
    return { ...files, [path]: content.replace(from, to) }
  }

  test('a quote that drifted from its text is named with its file, document and code', () => {
    const drifted = change('articles/01-herald-strike.txt', 'by a fifth', 'by a sixth')
    expect(() => parseSampleStudy(drifted)).toThrow(
      'codings/ana.json, 01-herald-strike, unsourced_figure: “by a fifth” does not occur',
    )
  })

  test('a missing file is named', () => {
    const { 'codings/ben.json': _left, ...rest } = files
    expect(() => parseSampleStudy(rest)).toThrow('codings/ben.json: the file is missing')
  })

  test('broken JSON and unknown fields are refused with the file', () => {
    expect(() => parseSampleStudy({ ...files, 'study.json': '{' })).toThrow(/^study\.json: not JSON/)
    expect(() => parseSampleStudy(change('study.json', '"published"', '"printed"'))).toThrow(/^study\.json: .*printed/s)
  })

  test('a document that the study does not have is refused', () => {
    const unknown = change('codings/chi.json', '"01-herald-strike"', '"00-no-such-article"')
    expect(() => parseSampleStudy(unknown)).toThrow('codings/chi.json: the study has no document "00-no-such-article"')
  })

  test('nothing to code must be said, and only without annotations', () => {
    const silent = change('codings/ben.json', '"nothingToCode": true', '"nothingToCode": false')
    expect(() => parseSampleStudy(silent)).toThrow(/submitted without annotations/)
    const both = change('codings/ana.json', '"state": "submitted"', '"state": "submitted", "nothingToCode": true')
    expect(() => parseSampleStudy(both)).toThrow(/nothing to code, yet annotations/)
  })
})
