import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * Agreement figures computed straight from raw spans, the slow and obvious way, to hold the product's figures against.
 * It shares no code with lib/agreement or lib/coding. Offsets are code points.
 */

export interface RawSpan {
  code: string
  start: number
  end: number
}

export interface RawDocument {
  text: string
  /** Flat pairs, by level. */
  units: Record<'sentence' | 'token' | 'paragraph', number[]>
  /** Each coder's spans; a coder who did not submit is absent, one who submitted nothing has an empty list. */
  spans: Map<string, RawSpan[]>
}

export type Level = 'sentence' | 'token' | 'paragraph' | 'document'

/** One unit: for each coder 0 or 1; a missing coder is absent. */
type Unit = Map<string, number>

function stretches(document: RawDocument, level: Level): [number, number][] {
  if (level === 'document') return [[0, [...document.text].length]]
  const flat = document.units[level]
  return flat.flatMap((start, index) =>
    index % 2 === 0 ? [[start, flat[index + 1] ?? start] as [number, number]] : [],
  )
}

function covers(characters: string[], span: RawSpan, [start, end]: [number, number]): boolean {
  const shared = characters.slice(Math.max(span.start, start), Math.max(0, Math.min(span.end, end)))
  return shared.some((character) => /[\p{L}\p{N}]/u.test(character))
}

/** Every unit of the documents with each coder's 0 or 1 for the code. */
export function unitTable(documents: RawDocument[], code: string, level: Level): Unit[] {
  return documents.flatMap((document) => {
    const characters = [...document.text]
    return stretches(document, level).map((unit) => {
      const value = (spans: RawSpan[]) =>
        spans.some((span) => span.code === code && covers(characters, span, unit)) ? 1 : 0
      return new Map([...document.spans].map(([coder, spans]) => [coder, value(spans)]))
    })
  })
}

function pairable(units: Unit[]): number[][] {
  return units.map((unit) => [...unit.values()]).filter((values) => values.length >= 2)
}

const ordered = (values: number[]) => values.length * (values.length - 1)

/** Ordered pairs of values that differ, for values 0 and 1: every 1 with every 0, both ways. */
const differing = (values: number[]) => {
  const ones = values.filter((value) => value === 1).length
  return 2 * ones * (values.length - ones)
}
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Share of values that are 1 among the pairable ones. */
export function prevalence(units: Unit[]): number {
  return mean(pairable(units).flat())
}

/** Mean over units of the share of coder pairs that agree. */
export function percentAgreement(units: Unit[]): number {
  return mean(pairable(units).map((values) => 1 - differing(values) / ordered(values)))
}

/** Krippendorff's nominal alpha by counting pairs; null without variation or without pairs. */
export function alpha(units: Unit[]): number | null {
  const within = pairable(units)
  const all = within.flat()
  const expected = differing(all) / ordered(all)
  if (!(expected > 0)) return null
  const observed = within.reduce((sum, values) => sum + differing(values) / (values.length - 1), 0) / all.length
  return 1 - observed / expected
}

/** Cohen's kappa of two coders over the units both coded; null without variation. */
export function kappa(units: Unit[], coderA: string, coderB: string): number | null {
  const both = units.flatMap((unit) => {
    const [a, b] = [unit.get(coderA), unit.get(coderB)]
    return a === undefined || b === undefined ? [] : [[a, b] as [number, number]]
  })
  const [meanA, meanB] = [mean(both.map(([a]) => a)), mean(both.map(([, b]) => b))]
  const expected = meanA * meanB + (1 - meanA) * (1 - meanB)
  if (expected === 1 || both.length === 0) return null
  return (mean(both.map(([a, b]) => (a === b ? 1 : 0))) - expected) / (1 - expected)
}

/** Quantile of sorted values, definition 7 of Hyndman & Fan (1996). */
function quantile(sorted: number[], p: number): number {
  const place = (sorted.length - 1) * p
  const [low = 0, high = low] = sorted.slice(Math.floor(place), Math.floor(place) + 2)
  return low + (high - low) * (place - Math.floor(place))
}

/**
 * The 95 % percentile interval of alpha from a bootstrap over documents that counts every draw anew. The draws are those
 * the method page names: xoroshiro128+ from the seed, one uniform integer per drawn document.
 * @returns null when more than 5 % of the draws have no alpha
 */
export function alphaInterval(
  documents: RawDocument[],
  code: string,
  level: Level,
  draws: { seed: number; replicates: number },
): { low: number; high: number } | null {
  const generator = xoroshiro128plus(draws.seed)
  const tables = documents.map((document) => unitTable([document], code, level))
  const alphas = Array.from({ length: draws.replicates }, () =>
    alpha(tables.flatMap(() => tables[uniformInt(generator, 0, tables.length - 1)] ?? [])),
  )
  const defined = alphas.filter((value) => value !== null).sort((a, b) => a - b)
  if (defined.length < 0.95 * alphas.length) return null
  return { low: quantile(defined, 0.025), high: quantile(defined, 0.975) }
}
