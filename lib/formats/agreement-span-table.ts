import type { Resampling } from '../agreement/bootstrap'
import { type CodingStatisticName, codingStatistics } from '../agreement/coding-statistics'
import { type Continuum, codesIn } from '../agreement/continuum'
import { type SpanStatisticName, spanStatistics } from '../agreement/span-statistics'
import { AppError } from '../errors'
import { codingFigures } from './agreement-coding-figures'
import type { NamedText } from './agreement-rows'
import { type SpanLines, spanFigures } from './agreement-span-figures'
import { readSpanDocuments } from './agreement-span-rows'
import {
  type CutDocument,
  continuaOf,
  cutDocument,
  presenceOf,
  type SpanUnit,
  spanUnits,
  unitContinuaOf,
} from './agreement-span-units'
import { chosenStatistics } from './agreement-statistics'
import { readTextLengths } from './agreement-text-lengths'

/** What a person asks of a table of spans, as they wrote it. */
export interface SpanTableRequest {
  unit?: string | undefined
  /** Names divided by commas; by default all but those that take long (gamma). */
  statistics?: string | undefined
  resampling?: Resampling | null
}

const known = { ...codingStatistics, ...spanStatistics }
type Name = keyof typeof known

/** These also make sense for one code by itself. */
const spanNamesPerCode: readonly Name[] = [
  ...(['u_alpha', 'span_f1_exact', 'span_f1_iou50', 'span_f1_overlap', 'char_f1'] as const),
  ...(['boundary_similarity', 'segmentation_similarity', 'windowdiff', 'pk'] as const),
]

/**
 * Agreement figures of a CSV table of spans and the table of its documents; see docs/command-line.md. Per code the
 * presence in each unit, for all codes together the statistics of spans.
 * @throws AppError invalid naming file, row and column
 */
export function spanTableAgreement(
  spans: NamedText,
  lengths: NamedText,
  request: SpanTableRequest = {},
): Record<string, unknown> {
  const unit = unitOf(request.unit ?? 'character')
  const resampling = request.resampling ?? null
  const documents = readSpanDocuments(spans, readTextLengths(lengths)).map((document) => cutDocument(document, unit))
  const hasTexts = documents.length > 0 && documents.every(({ frozen }) => frozen !== null)
  const fallback = (Object.keys(known) as Name[]).filter((name) => isPrintedUnasked(name, hasTexts))
  const names = chosenStatistics(request.statistics, known, fallback)
  if (!hasTexts && names.some((name) => name.startsWith('token_'))) {
    throw new AppError('invalid', `${lengths.name}: token_alpha and token_kappa need a column text`)
  }
  const lines = { characters: continuaOf(documents), units: unitContinuaOf(documents) }
  return {
    unit,
    ...(resampling && { bootstrap: resampling }),
    codes: figuresPerCode(documents, lines, names, resampling),
    all: { ...counts(documents), ...spanFigures(lines, names.filter(isOfSpans), resampling) },
  }
}

function unitOf(given: string): SpanUnit {
  const unit = spanUnits.find((candidate) => candidate === given)
  if (unit) return unit
  throw new AppError('invalid', `--unit must be one of ${spanUnits.join(', ')}; it is ${given}`)
}

function isPrintedUnasked(name: Name, hasTexts: boolean): boolean {
  if (name === 'gwet_ac2' || name.startsWith('gamma')) return false
  return hasTexts || !name.startsWith('token_')
}

function isOfSpans(name: Name): name is SpanStatisticName {
  return name in spanStatistics
}

function isOfTables(name: Name): name is CodingStatisticName {
  return name in codingStatistics
}

function figuresPerCode(
  documents: readonly CutDocument[],
  lines: SpanLines,
  names: readonly Name[],
  resampling: Resampling | null,
) {
  const coders = codersOf(documents)
  const statistics = names.filter(isOfTables)
  const ofSpans = names.filter(isOfSpans).filter((name) => spanNamesPerCode.includes(name))
  const figures = codesIn(lines.characters).map((code) => {
    const own = { characters: ofCode(code, lines.characters), units: ofCode(code, lines.units) }
    const presence = codingFigures(presenceOf(code, documents, coders), { level: 'nominal', statistics, resampling })
    return [code, { ...presence, ...spanFigures(own, ofSpans, resampling) }]
  })
  return Object.fromEntries(figures)
}

function ofCode(code: string, continua: readonly Continuum[]): Continuum[] {
  return continua.map((continuum) => ({ ...continuum, spans: continuum.spans.filter((span) => span.code === code) }))
}

function codersOf(documents: readonly CutDocument[]): string[] {
  return [...new Set(documents.flatMap(({ coders }) => coders))].sort()
}

/** The same numbers as beside the figures of a code; documents that two coders looked at; and all spans. */
function counts(documents: readonly CutDocument[]) {
  const compared = documents.filter(({ coders }) => coders.length >= 2)
  const total = (some: readonly CutDocument[], number: (document: CutDocument) => number) =>
    some.reduce((sum, document) => sum + number(document), 0)
  return {
    n_units: total(documents, ({ units }) => units),
    n_units_pairable: total(compared, ({ units }) => units),
    n_coders: codersOf(documents).length,
    n_pairable: total(compared, ({ units, coders }) => units * coders.length),
    n_documents: compared.length,
    n_spans: total(documents, ({ spans }) => spans.length),
  }
}
