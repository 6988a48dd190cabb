import { z } from 'zod'
import type { AgreementReport } from '../agreement/report/agreement-report'
import { presenceLevels } from '../agreement/report/document-statistics'

/** What an agreement report of a study can be asked about, and what the answer is. */

/** Which part of a study a document belongs to. */
export const documentSets = ['training', 'pilot', 'main', 'calibration'] as const
export type DocumentSet = (typeof documentSets)[number]

/** What the fields of a request may hold. Numbers are whole, both ends included. */
export const filterLimits = {
  round: { min: 1, max: 1_000_000 },
  seed: { min: 0, max: 0x7fff_ffff },
  /** A computation is bounded: more replicates make the interval no better than its data. */
  replicates: { min: 0, max: 10_000 },
  /** Of several values: what stands between them in one text, and the characters of each. */
  coders: { separator: ',', longest: 20 },
  codes: { separator: ',', longest: 64 },
  targets: { separator: '|', longest: 500 },
} as const

/** A field of a form that was left blank asks for nothing. */
const unlessBlank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

function wholeNumber({ min, max }: { min: number; max: number }) {
  return z.coerce.number().int().min(min).max(max)
}

/** More values than this fit into no address. */
const maxValues = 1_000

/** Several values: repeated in the address, or in one text with a separator between them. */
function listOf({ separator, longest }: { separator: string; longest: number }) {
  const split = (given: unknown) => {
    const parts = typeof given === 'string' ? given.split(separator) : given
    if (!Array.isArray(parts)) return parts
    const present = parts.map((part) => (typeof part === 'string' ? part.trim() : part)).filter((part) => part !== '')
    return present.length > 0 ? [...new Set(present)] : undefined
  }
  return z.preprocess(split, z.array(z.string().max(longest)).max(maxValues).optional())
}

/** Which codings a report rests on. Without any of these: those of the main rounds, under the last one's codebook. */
export const sampleFilters = z.object({
  /** Number of one round. */
  round: unlessBlank(wholeNumber(filterLimits.round)),
  /** Version of the codebook, e.g. 1.0.0. */
  version: unlessBlank(z.string().regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/, 'write a version like 1.0.0')),
  /** Documents of one set; without a round, coded in the rounds for that set. */
  set: unlessBlank(z.enum(documentSets)),
})
export type SampleFilters = z.infer<typeof sampleFilters>

/** How a report is asked for; as text too, since it comes from an address. */
export const agreementFilters = sampleFilters.extend({
  unit: unlessBlank(z.enum(presenceLevels)),
  seed: unlessBlank(wholeNumber(filterLimits.seed)),
  /** Bootstrap samples: 2,000 unless said. */
  replicates: unlessBlank(wholeNumber(filterLimits.replicates)),
  /** Keys of codes, separated by commas. */
  codes: listOf(filterLimits.codes),
  /** Pseudonyms, separated by commas. */
  coders: listOf(filterLimits.coders),
  /** Targets that get rows of their own, separated by | since names have commas; repeated, each as it is. */
  targets: listOf(filterLimits.targets),
})
export type AgreementFilters = z.infer<typeof agreementFilters>

/** What there is to choose from. */
export interface AgreementChoices {
  rounds: { number: number; title: string; purpose: string; version: string }[]
  /** Versions of the codebook under which codings were submitted, and that of the report. */
  versions: string[]
  /** Pseudonyms of everybody who was given a document of the sample. */
  coders: string[]
  codes: { key: string; label: string; family: string }[]
  /** Targets that somebody named, the most frequent first. */
  targets: string[]
  sets: DocumentSet[]
}

/** A report as far as it is computed: for the person who waits. */
export interface ComputationProgress {
  id: string
  /** From 0 to 1. */
  progress: number
  /** What is being done, in words. */
  doing: string
  /** ISO 8601, UTC. */
  startedAt: string
  /** Why it failed, where it did. */
  error: string | null
}

/** The agreement report of a study, with what it was asked for and what else could be. */
export interface StudyAgreement extends AgreementReport {
  study: { id: string; title: string }
  /** The one version on which all figures rest. */
  codebook: { title: string; version: string }
  softwareVersion: string
  /** ISO 8601, UTC. */
  computedAt: string
  /** What was asked for; absent where it was not. */
  filters: AgreementFilters
  choices: AgreementChoices
  /** SHA-256 over the data: the same for two reports that rest on the same codings. */
  fingerprint: string
}

/** What a reader of the report gets: the report, or how far it is. */
export type AgreementAnswer =
  | { state: 'done'; report: StudyAgreement }
  | { state: 'running' | 'failed' | 'cancelled'; computation: ComputationProgress }
