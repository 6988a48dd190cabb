import { z } from 'zod'
import { setDistance } from '../agreement/coding-alpha'
import { codingStatistics } from '../agreement/coding-statistics'
import type { Continuum } from '../agreement/continuum'
import { type SpanDataset, spanStatistics } from '../agreement/span-statistics'
import { AppError } from '../errors'

const category = z.union([z.string(), z.number()])

const coding = z.object({
  table: z.array(z.array(z.union([category, z.array(category), z.null()]))),
  categories: z.array(category).optional(),
})

const continuum = z.object({
  text_length: z.int().min(0),
  coders: z.array(z.string()),
  spans: z.array(z.object({ coder: z.string(), start: z.int(), end: z.int(), code: z.string() })),
  tokens: z.array(z.object({ start: z.int(), end: z.int() })).optional(),
})

const masses = z.array(z.int().min(1))
const segmentations = z.object({ masses_a: masses, masses_b: masses })
const reference = z.object({ reference_masses: masses, hypothesis_masses: masses })
const pairOfSets = z.tuple([z.array(category), z.array(category)])
const dataset = z.union([coding, continuum, segmentations, reference, pairOfSets])
type Dataset = z.infer<typeof dataset>

const casesFile = z.object({
  format: z.literal('golden-agreement-cases/1'),
  datasets: z.record(z.string(), z.unknown()).default({}),
  cases: z.array(
    z.object({
      id: z.string(),
      statistic: z.string(),
      dataset: z.string().optional(),
      input: z.unknown().optional(),
      parameters: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
})
type Case = z.infer<typeof casesFile>['cases'][number]

/** A case with what was computed, or with why it could not be: an unknown statistic, data of another kind. */
export type CaseResult = { id: string; result: object } | { id: string; error: string }

/**
 * Computes every case of a file of reference cases, in its order. What a case expects is not looked at. A case that is
 * not well formed has an error and leaves the others alone.
 * @throws AppError invalid when the file is no file of cases
 */
export function casesAgreement({ name, text }: { name: string; text: string }): CaseResult[] {
  const file = casesFile.safeParse(parsedJson(name, text))
  if (!file.success) throw new AppError('invalid', `${name}, ${firstIssue(file.error)}`)
  return file.data.cases.map((entry) => {
    try {
      return { id: entry.id, result: caseResult(entry, file.data.datasets) }
    } catch (error) {
      if (error instanceof RangeError || error instanceof AppError) return { id: entry.id, error: error.message }
      throw error
    }
  })
}

function parsedJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new AppError('invalid', `${name} is no JSON: ${detail.replace(/\s+/g, ' ')}`)
  }
}

function firstIssue({ issues: [first] }: z.ZodError): string {
  return `${first?.path.join('.') || 'the file'}: ${first?.message}`
}

function caseResult(entry: Case, datasets: Record<string, unknown>): object {
  const data = dataOf(entry, datasets)
  if (entry.statistic === 'set_distance') return setDistance(ofKind(Array.isArray(data) && data), entry.parameters)
  const onCoding = Object.entries(codingStatistics).find(([known]) => known === entry.statistic)?.[1]
  if (onCoding) return onCoding(ofKind('table' in data && data), entry.parameters)
  const onSpans = Object.entries(spanStatistics).find(([known]) => known === entry.statistic)?.[1]
  if (onSpans) return onSpans(spanDataset(data), entry.parameters)
  throw new RangeError(`There is no statistic ${entry.statistic}`)
}

/** The data set that a case names, or has with it. */
function dataOf(entry: Case, datasets: Record<string, unknown>): Dataset {
  const found = entry.dataset === undefined ? entry.input : datasets[entry.dataset]
  if (found === undefined) throw new RangeError(`There is no data set ${entry.dataset ?? 'or input'}`)
  const data = dataset.safeParse(found)
  if (data.success) return data.data
  throw new RangeError('The data are no table, no spans, no segmentations and no pair of sets')
}

function ofKind<Data>(data: Data | false): Data {
  if (data === false) throw new RangeError('The statistic needs data of another kind')
  return data
}

function spanDataset(data: Dataset): SpanDataset {
  if ('masses_a' in data) return { a: data.masses_a, b: data.masses_b }
  if ('reference_masses' in data) return { a: data.reference_masses, b: data.hypothesis_masses }
  return [continuumOf(ofKind('spans' in data && data))]
}

function continuumOf({ text_length, coders, spans, tokens }: z.infer<typeof continuum>): Continuum {
  return { length: text_length, coders, spans, ...(tokens && { tokens }) }
}
