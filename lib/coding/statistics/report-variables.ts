import type { ReportedVariable, ReportRequest } from '../../agreement/report/agreement-report'
import type { DocumentStatistics } from '../../agreement/report/document-statistics'
import type { Code, Codebook } from '../codebook'
import { attributesOf, spanCodes } from '../codes'
import { focalTargets } from './focal-targets'
import { balanceKey, framingKey, framingVoices } from './framing-key'

/** What is asked for; everything in the codebook, and the targets named most, where nothing is said. */
export interface AskedVariables {
  /** Keys of codes. */
  codes?: readonly string[]
  targets?: readonly string[]
}

/** The alpha a variable must reach that has no threshold of its own in the codebook. */
const usualAlphaMin = 0.8

/**
 * The rows of the report: code presence; framings (code x target x voice) that somebody used; families of two or more
 * codes, as sets and as one nominal variable; counts, as interval and as ratio data; rates; derived measures; variables
 * of the document. Those that need data are there when a document with two coders has some. A measure that rests on
 * several codes is left out unless all of them are asked for. A row is told from others by kind, level and key.
 */
export function reportedVariables(
  codebook: Codebook,
  documents: readonly DocumentStatistics[],
  asked: AskedVariables,
): Pick<ReportRequest, 'variables' | 'attributes' | 'families'> {
  const codes = spanCodes(codebook).filter(({ key }) => asked.codes?.includes(key) ?? true)
  const compared = documents.filter(({ coders }) => coders.length >= 2)
  const targets = asked.targets ?? focalTargets(compared)
  return {
    variables: [
      ...codes.map((code) => rowOf(code, code.key, 'code_presence', 'nominal', code.label)),
      ...framings(codes, compared, targets),
      ...families(codebook, codes),
      ...countsAndRates(codes),
      ...derived(codes, compared, targets),
      ...documentVariables(codebook, compared),
    ],
    attributes: attributes(codebook, codes),
    families: codebook.families.flatMap(({ key, label }) => {
      const own = codes.filter(({ family }) => family === key)
      return own.length === 0
        ? []
        : [{ key, label, codes: own.map((code) => ({ key: code.key, label: code.label, alphaMin: code.alphaMin })) }]
    }),
  }
}

function rowOf(
  { family, alphaMin }: Code,
  key: string,
  kind: ReportedVariable['kind'],
  level: ReportedVariable['level'],
  label: string,
): ReportedVariable {
  return { key, label, kind, family, level, alphaMin }
}

const inVoice = { author: 'author’s voice', others: 'others’ voice' } as const

function framings(
  codes: readonly Code[],
  documents: readonly DocumentStatistics[],
  targets: readonly string[],
): ReportedVariable[] {
  const used = new Set(documents.flatMap(({ levels }) => Object.keys(levels.document.presence)))
  return targets.flatMap((target) =>
    codes.flatMap((code) =>
      framingVoices.flatMap((voice) => {
        const key = framingKey({ code: code.key, target, voice })
        const label = `${code.label} × ${target}, ${inVoice[voice]}`
        return used.has(key) ? [rowOf(code, key, 'framing', 'nominal', label)] : []
      }),
    ),
  )
}

function families(codebook: Codebook, codes: readonly Code[]): ReportedVariable[] {
  return codebook.families.flatMap(({ key, label }) => {
    const all = spanCodes(codebook).filter(({ family }) => family === key)
    if (all.length < 2 || !all.every((code) => codes.includes(code))) return []
    const row = { key, family: key, alphaMin: usualAlphaMin }
    return [
      { ...row, kind: 'family_set', level: 'nominal_set', label: `${label}, as sets of codes` },
      { ...row, kind: 'family_nominal', level: 'nominal', label: `${label}, as one variable` },
    ]
  })
}

function countsAndRates(codes: readonly Code[]): ReportedVariable[] {
  return [
    ...codes.flatMap((code) =>
      (['interval', 'ratio'] as const).map((level) =>
        rowOf(code, `count:${code.key}`, 'count', level, `${code.label}, annotations per document`),
      ),
    ),
    ...codes.map((code) =>
      rowOf(code, `per_1000_words:${code.key}`, 'rate', 'interval', `${code.label}, annotations per 1,000 words`),
    ),
  ]
}

function derived(
  codes: readonly Code[],
  documents: readonly DocumentStatistics[],
  targets: readonly string[],
): ReportedVariable[] {
  const asked = (...keys: string[]) => keys.every((key) => codes.some((code) => code.key === key))
  const shares = [
    { key: 'unsourced_share_strict', label: 'Unsourced share of figures, strict' },
    { key: 'unsourced_share_lenient', label: 'Unsourced share of figures, lenient' },
  ]
  const balances = targets.flatMap((target) =>
    framingVoices.map((voice) => {
      return { key: balanceKey(voice, target), label: `Framing balance, ${target}, ${inVoice[voice]}` }
    }),
  )
  const measures = [
    ...(asked('sourced_figure', 'unsourced_figure') ? shares : []),
    ...(asked('hero', 'villain') ? balances : []),
  ]
  return measures
    .filter(({ key }) => documents.some(({ numbers }) => hasValue(numbers, key)))
    .map((row) => ({ ...row, kind: 'derived', family: '', level: 'interval', alphaMin: usualAlphaMin }))
}

function documentVariables(codebook: Codebook, documents: readonly DocumentStatistics[]): ReportedVariable[] {
  return codebook.variables
    .filter(({ key, enabled }) => enabled && documents.some(({ variables }) => hasValue(variables, key)))
    .map(({ key, label, type, level, values }): ReportedVariable => {
      const row = { key, label, kind: 'document_variable', family: '', alphaMin: usualAlphaMin } as const
      if (type === 'entity_ref') return { ...row, level: 'nominal' }
      return { ...row, level, ...declared(level, values) }
    })
}

/** What the codebook lets coders choose from, where that is a list of categories. */
function declared(level: ReportedVariable['level'], values: readonly string[]): Pick<ReportedVariable, 'order'> {
  const isCategorical = level === 'nominal' || level === 'ordinal'
  return isCategorical && values.length > 0 ? { order: values } : {}
}

function hasValue(values: Readonly<Record<string, readonly unknown[]>>, key: string): boolean {
  return Object.hasOwn(values, key) && (values[key] ?? []).some((value) => value !== null)
}

/** One row per family and attribute that some of its codes take; its key is family:attribute. */
function attributes(codebook: Codebook, codes: readonly Code[]): ReportRequest['attributes'] {
  return codebook.families.flatMap((family) => {
    const taken = codes
      .filter((code) => code.family === family.key)
      .map((code) => ({ code: code.key, keys: attributesOf(codebook, code).map(({ key }) => key) }))
    return Object.entries(codebook.attributes).flatMap(([key, { label, level, type, values }]) => {
      const taking = taken.filter(({ keys }) => keys.includes(key)).map(({ code }) => code)
      if (taking.length === 0) return []
      return {
        key: `${family.key}:${key}`,
        label: `${label} (${family.label})`,
        kind: 'attribute' as const,
        family: family.key,
        level,
        alphaMin: usualAlphaMin,
        ...declared(level, type === 'boolean' ? ['no', 'yes'] : values.map(({ id }) => id)),
        attribute: key,
        codes: taking,
        valueLabels: Object.fromEntries(values.map((value) => [value.id, value.label])),
      }
    })
  })
}
