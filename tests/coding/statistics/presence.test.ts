import fc from 'fast-check'
import { coderPairs, contingencies } from '@/lib/agreement/contingencies'
import { type PresenceTables, presenceLevels } from '@/lib/agreement/report/document-statistics'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { type Framing, framingKey, parseFramingKey } from '@/lib/coding/statistics/framing-key'
import type { SubmittedAnnotation, SubmittedAnnotations } from '@/lib/coding/statistics/submitted-annotations'
import type { UnitDocument } from '@/lib/coding/unit-index'
import { unitLevels } from '@/lib/coding/unit-levels'
import { type UnitCoding, unitTables } from '@/lib/coding/units'
import { CharacterKinds, pairs, type Span } from '@/lib/text/spans'
import { documentOf } from '../unit-studies'
import { annotation, arbitraryStudy, codebook, codes, coding, unitCodings, words } from './submitted-studies'

const text = 'Sela Marrin rose early. The harbour slept!\n\nNobody thanked her, “of course”. She left.'
const document = documentOf(text)

/** The three numbers of each pair, from a table of units x coders. */
function triples(codings: UnitCoding[], of: UnitDocument, level: (typeof unitLevels)[number], variable: string) {
  const data = unitTables(of, codings, [variable], level).codes[0]?.data
  return (data ? contingencies(data) : []).flatMap((table) => [table[2], table[1], table[3]])
}

/** The same from a function that says whether a coder marked a unit. */
function counted(units: number, coders: number, has: (coder: number, unit: number) => boolean): number[] {
  return coderPairs(coders).flatMap(([one, other]) => {
    const both = Array.from({ length: units }, (_, unit) => [has(one, unit), has(other, unit)])
    return [
      both.filter(([a, b]) => a && !b).length,
      both.filter(([a, b]) => !a && b).length,
      both.filter(([a, b]) => a && b).length,
    ]
  })
}

/** Nobody's zeros, where a variable is not there because nobody marked it. */
function of({ presence }: PresenceTables, variable: string, coders: number): number[] {
  return presence[variable] ?? coderPairs(coders).flatMap(() => [0, 0, 0])
}

const isBoilerplate = ({ regions }: UnitDocument, offset: number) =>
  regions.some(({ kind, start, end }) => kind === 'boilerplate' && start <= offset && offset < end)

describe('presence of codes', () => {
  it('is what the tables of units x coders say, at every level', () => {
    fc.assert(
      fc.property(arbitraryStudy, fc.constantFrom(...unitLevels), ({ document, codings }, level) => {
        const tables = documentStatistics(document, codings, codebook).levels[level]
        const byUnit = unitTables(document, unitCodings(codings), codes, level)
        for (const { code, data } of byUnit.codes) {
          expect(of(tables, code, codings.length)).toEqual(triples(unitCodings(codings), document, level, code))
          if (codings.length > 0) expect(tables.units).toBe(data.values.length / codings.length)
        }
      }),
    )
  })

  it('of characters is that of trimmed segments, code point by code point', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const { levels, variants } = documentStatistics(document, codings, codebook)
        const outside = Array.from(document.text)
          .map((character, offset) => ({ character, offset }))
          .filter(({ offset }) => !isBoilerplate(document, offset))
        expect(levels.character.units).toBe(outside.length)
        const covered = (segment: Span, trim: boolean) => {
          const inside = outside.filter(({ offset }) => segment.start <= offset && offset < segment.end)
          const solid = inside.filter(({ character }) => !/^[\s\u0085]$/u.test(character))
          if (!trim) return inside.map(({ offset }) => offset)
          const [first, last] = [solid[0]?.offset ?? 0, solid.at(-1)?.offset ?? -1]
          return inside.map(({ offset }) => offset).filter((offset) => first <= offset && offset <= last)
        }
        for (const trim of [true, false]) {
          const tables = trim ? levels.character : (variants.untrimmed.character ?? levels.character)
          for (const code of codes) {
            const marked = codings.map(({ annotations }) => {
              const own = annotations.filter((it) => it.code === code).flatMap(({ segments }) => segments)
              return new Set(own.flatMap((segment) => covered(segment, trim)))
            })
            const has = (coder: number, unit: number) => marked[coder]?.has(outside[unit]?.offset ?? -1) ?? false
            expect(of(tables, code, codings.length)).toEqual(counted(outside.length, codings.length, has))
          }
        }
      }),
    )
  })

  it('is not listed for a code that nobody used', () => {
    const { levels } = documentStatistics(document, [coding('C01', words(document, 'Sela')), coding('C02')], codebook)
    expect(levels.sentence.presence).toEqual({ hero: [1, 0, 0] })
    expect(levels.document.presence).toEqual({ hero: [1, 0, 0] })
  })

  it('does not count annotations whose code is switched off, unknown or not for spans', () => {
    const others = ['victim', 'unknown', 'tone', 'constructor'].map((code) => words(document, 'Sela', { code }))
    const statistics = documentStatistics(document, [coding('C01', ...others), coding('C02')], codebook)
    expect(statistics).toEqual(documentStatistics(document, [coding('C01'), coding('C02')], codebook))
  })
})

/** Whether an annotation is of this framing. */
const says =
  ({ code, target, voice }: Framing) =>
  (one: SubmittedAnnotation) => {
    const targets = [one.attributes.target].flat()
    const told = one.attributes.voice
    return (
      one.code === code &&
      targets.includes(target) &&
      told !== undefined &&
      (told === 'author') === (voice === 'author')
    )
  }

describe('framings', () => {
  const quoted = { target: 'Sela', voice: 'quoted_direct' }

  it('are a code on a target in a voice, in the units of their segments', () => {
    fc.assert(
      fc.property(arbitraryStudy, fc.constantFrom(...unitLevels), ({ document, codings }, level) => {
        const { presence } = documentStatistics(document, codings, codebook).levels[level]
        for (const [variable, numbers] of Object.entries(presence)) {
          const framing = parseFramingKey(variable)
          if (!framing) continue
          const saying = codings.map((one) => ({ ...one, annotations: one.annotations.filter(says(framing)) }))
          expect(numbers).toEqual(triples(unitCodings(saying), document, level, framing.code))
        }
      }),
    )
  })

  it('need a target and a voice, and a code that takes both', () => {
    const annotations = [
      words(document, 'Sela', { attributes: { target: 'Sela' } }),
      words(document, 'Marrin', { attributes: { voice: 'author', target: '' } }),
      words(document, 'rose', { code: 'attribution', attributes: quoted }),
    ]
    const { levels } = documentStatistics(document, [coding('C01', ...annotations), coding('C02')], codebook)
    expect(Object.keys(levels.token.presence)).toEqual(['hero', 'attribution'])
  })

  it('put all voices but the author’s together, and are not counted at characters', () => {
    const slogan = words(document, 'rose', { attributes: { target: ['Tarn', 'Sela'], voice: 'slogan_hashtag' } })
    const codings = [coding('C01', words(document, 'Sela', { attributes: quoted })), coding('C02', slogan)]
    const { levels } = documentStatistics(document, codings, codebook)
    const sela = framingKey({ code: 'hero', target: 'Sela', voice: 'others' })
    const tarn = framingKey({ code: 'hero', target: 'Tarn', voice: 'others' })
    expect(levels.sentence.presence).toEqual({ hero: [0, 0, 1], [sela]: [0, 0, 1], [tarn]: [0, 1, 0] })
    expect(levels.token.presence[sela]).toEqual([1, 1, 0])
    expect(Object.keys(levels.character.presence)).toEqual(['hero'])
  })

  it('have a key from which code, target and voice can be read again; a code has none', () => {
    const framing = { code: 'hero', target: 'Tarn | Sela: “the two”', voice: 'others' as const }
    expect(parseFramingKey(framingKey(framing))).toEqual(framing)
    expect(parseFramingKey('hero')).toBeNull()
  })
})

describe('sets of a family', () => {
  it('are the codes of the family in each unit', () => {
    fc.assert(
      fc.property(arbitraryStudy, fc.constantFrom(...unitLevels), ({ document, codings }, level) => {
        const { sets } = documentStatistics(document, codings, codebook).levels[level]
        const family = ['villain', 'hero']
        const tables = unitTables(document, unitCodings(codings), family.sort(), level).codes
        const units = codings.length === 0 ? 0 : (tables[0]?.data.values.length ?? 0) / codings.length
        const setOf = (unit: number, coder: number) =>
          tables
            .filter(({ data }) => data.values[unit * codings.length + coder] === 1)
            .map(({ code }) => code)
            .join('|')
        const expected = new Map<string, number>()
        coderPairs(codings.length).forEach(([one, other], pair) => {
          for (let unit = 0; unit < units; unit += 1) {
            const key = `${pair} ${setOf(unit, one)} ${setOf(unit, other)}`
            expected.set(key, (expected.get(key) ?? 0) + 1)
          }
        })
        const { values = [], cells = [] } = sets.character ?? {}
        const found = new Map<string, number>()
        for (let i = 0; i < cells.length; i += 4) {
          found.set(`${cells[i]} ${values[cells[i + 1] ?? -1]} ${values[cells[i + 2] ?? -1]}`, cells[i + 3] ?? 0)
        }
        expect(found).toEqual(expected)
        expect(values).toEqual([...values].sort())
      }),
    )
  })

  it('are there for every family, used or not, but not at characters', () => {
    const { levels } = documentStatistics(document, [coding('C01'), coding('C02')], codebook)
    expect(levels.sentence.sets.figure).toEqual({ values: [''], cells: [0, 0, 0, 4] })
    expect(levels.character.sets).toEqual({})
  })
})

describe('other rules of counting', () => {
  const without = (level: (typeof unitLevels)[number]) => (one: UnitDocument, codings: SubmittedAnnotations[]) =>
    codes.map((code) => triples(unitCodings(codings), one, level, code))

  it('count only what the coder was sure of, or boilerplate too, as if nothing else had been given', () => {
    fc.assert(
      fc.property(arbitraryStudy, fc.constantFrom(...unitLevels), ({ document, codings }, level) => {
        const { levels, variants } = documentStatistics(document, codings, codebook)
        const found = (name: keyof typeof variants) =>
          codes.map((code) => of(variants[name][level] ?? levels[level], code, codings.length))
        const certain = codings.map((one) => ({ ...one, annotations: one.annotations.filter((it) => !it.unsure) }))
        expect(found('certain_only')).toEqual(without(level)(document, certain))
        expect(found('with_boilerplate')).toEqual(without(level)({ ...document, regions: [] }, codings))
      }),
    )
  })

  it('give a unit a code only if it holds half of the letters and digits of a segment', () => {
    fc.assert(
      fc.property(arbitraryStudy, fc.constantFrom(...unitLevels), ({ document, codings }, level) => {
        const { levels, variants } = documentStatistics(document, codings, codebook)
        const kinds = new CharacterKinds(document.text)
        const lettersIn = (from: number, to: number) => {
          let letters = 0
          for (let at = from; at < to; at += 1) {
            if (!isBoilerplate(document, at)) letters += kinds.lettersIn({ start: at, end: at + 1 })
          }
          return letters
        }
        const { token, sentence, paragraph } = {
          token: document.tokens,
          sentence: document.sentences,
          paragraph: document.paragraphs,
        }
        const flat = { token, sentence, paragraph, document: [0, document.length] }[level]
        const units = pairs(flat).filter(({ start, end }) => lettersIn(start, end) > 0)
        const holds = (unit: Span, segment: Span) => {
          const all = lettersIn(segment.start, segment.end)
          const own = lettersIn(Math.max(unit.start, segment.start), Math.min(unit.end, segment.end))
          return own > 0 && own >= all / 2
        }
        for (const code of codes) {
          const segments = codings.map((one) =>
            one.annotations.filter((it) => it.code === code).flatMap((it) => it.segments),
          )
          const has = (coder: number, unit: number) =>
            segments[coder]?.some((segment) => holds(units[unit] ?? { start: 0, end: 0 }, segment)) ?? false
          const tables = variants.half_of_span[level] ?? levels[level]
          expect(of(tables, code, codings.length)).toEqual(counted(units.length, codings.length, has))
        }
      }),
    )
  })

  it('are left out at levels where they change no number', () => {
    fc.assert(
      fc.property(arbitraryStudy, ({ document, codings }) => {
        const { levels, variants } = documentStatistics(document, codings, codebook)
        for (const level of presenceLevels) {
          const { presence, units } = levels[level]
          const ofCodes = Object.fromEntries(Object.entries(presence).filter(([key]) => !parseFramingKey(key)))
          for (const variant of Object.values(variants)) {
            if (variant[level]) expect(variant[level]).not.toEqual({ units, presence: ofCodes })
          }
        }
      }),
    )
  })

  it('can be seen one by one', () => {
    const start = text.indexOf('The')
    const withRegion = { ...document, regions: [{ kind: 'boilerplate' as const, start, end: start + 18 }] }
    const codings = [
      coding('C01', words(document, 'Sela', { unsure: true }), words(document, 'slept')),
      coding('C02', words(document, ' rose early. T')),
    ]
    const { variants } = documentStatistics(withRegion, codings, codebook)
    expect(variants.certain_only.sentence).toEqual({ units: 3, presence: { hero: [0, 1, 0] } })
    expect(variants.with_boilerplate.sentence).toEqual({ units: 4, presence: { hero: [0, 0, 2] } })
    expect(variants.half_of_span.sentence).toBeUndefined()
    expect(variants.untrimmed).toEqual({
      character: { units: document.length - 18, presence: { hero: [4, 13, 0] } },
    })
  })

  it('put a span in the sentence that holds most of it', () => {
    const codings = [coding('C01', words(document, 'Marrin rose early. The harbour')), coding('C02')]
    const { variants, levels } = documentStatistics(document, codings, codebook)
    expect(levels.sentence.presence.hero).toEqual([2, 0, 0])
    expect(variants.half_of_span.sentence?.presence.hero).toEqual([1, 0, 0])
    expect(variants.half_of_span.document).toBeUndefined()
  })

  it('take each segment of a discontinuous annotation for itself', () => {
    const segments = [...words(document, 'Sela').segments, ...words(document, 'Nobody thanked').segments]
    const codings = [coding('C01', annotation({ segments })), coding('C02')]
    expect(documentStatistics(document, codings, codebook).variants.half_of_span.sentence).toBeUndefined()
  })
})
