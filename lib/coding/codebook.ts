import { z } from 'zod'
import { isCondition } from './condition'

/** The codebook as the tool works with it: one version, with codes, their attributes and the rules they share. */

const text = z.string().max(5000)
/** Values may be numbers of a scale, so their ids may begin with a digit. */
const valueId = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, 'use lower-case letters, digits and _, at most 40')
/** What codes, attributes and questions may be called. */
export const keyPattern = /^[a-z][a-z0-9_]{0,31}$/

const key = z.string().regex(keyPattern, 'use lower-case letters, digits and _, at most 32')

/** Underline styles: the second channel beside colour, so that no two codes differ by colour alone. */
export const codePatterns = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const

/** How the values of an attribute relate, which decides the metric of its agreement. */
const measurementLevels = ['nominal', 'ordinal', 'interval', 'ratio', 'nominal_set'] as const

export const attributeSchema = z.strictObject({
  label: z.string().min(1).max(200),
  question: text.default(''),
  type: z.enum(['entity_ref', 'enum', 'boolean', 'number', 'string']),
  multiple: z.boolean().default(false),
  required: z.boolean().default(false),
  /** A condition under which it is required, e.g. "voice != 'author'". */
  requiredIf: z.string().max(200).refine(isCondition, "write a condition like voice != 'author'").optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enabled: z.boolean().default(true),
  level: z.enum(measurementLevels).default('nominal'),
  values: z
    .array(z.strictObject({ id: valueId, label: z.string().min(1).max(200), definition: text.default('') }))
    .max(200)
    .default([]),
  help: text.default(''),
})
export type Attribute = z.infer<typeof attributeSchema>

export const codeSchema = z.strictObject({
  key,
  parentKey: key.optional(),
  family: key,
  label: z.string().min(1).max(100),
  definition: text.default(''),
  include: z.array(text).max(50).default([]),
  exclude: z.array(text).max(50).default([]),
  examples: z
    .array(
      z.strictObject({
        text,
        spans: z.array(z.tuple([z.int().min(0), z.int().min(1)])).default([]),
        note: text.default(''),
      }),
    )
    .max(50)
    .default([]),
  nearMisses: z
    .array(z.strictObject({ text, why: text.default('') }))
    .max(50)
    .default([]),
  notes: z.array(text).max(50).default([]),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  pattern: z.enum(codePatterns),
  shortcut: z.string().length(1).optional(),
  level: z.enum(['span', 'document']).default('span'),
  enabled: z.boolean().default(true),
  /** The lowest alpha with which the code may enter the analysis. */
  alphaMin: z.number().min(0).max(1).default(0.8),
  /** The parts its segments may have; a plain selection becomes the first, which every annotation has. */
  parts: z
    .array(z.enum(['span', 'source', 'cue', 'content']))
    .min(1)
    .default(['span']),
  attributeKeys: z.array(key).max(50).default([]),
})
export type Code = z.infer<typeof codeSchema>

const variableSchema = z.strictObject({
  key,
  label: z.string().min(1).max(200),
  type: z.enum(['entity_ref', 'enum', 'boolean', 'number', 'string']),
  level: z.enum(measurementLevels).default('nominal'),
  required: z.boolean().default(false),
  enabled: z.boolean().default(true),
  values: z.array(z.string().max(200)).max(200).default([]),
})

const relationSchema = z.strictObject({ key, label: z.string().min(1).max(200), from: z.array(key), to: z.array(key) })

export const codebookSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: z.string().min(1).max(200),
  description: text.default(''),
  language: z.string().max(35).default('en'),
  /** Rules for all codes, in order. */
  rules: z.array(text).max(100).default([]),
  families: z
    .array(z.strictObject({ key, label: z.string().min(1).max(100) }))
    .max(50)
    .default([]),
  attributes: z.record(key, attributeSchema).default({}),
  codes: z.array(codeSchema).max(200).default([]),
  variables: z.array(variableSchema).max(100).default([]),
  relations: z.array(relationSchema).max(50).default([]),
})
export type Codebook = z.infer<typeof codebookSchema>

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

/** What does not fit together in a codebook whose parts are each right: field path -> message; empty when all fits. */
export function codebookProblems(codebook: Codebook): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const twice of duplicates(codebook.codes.map((code) => code.key)))
    problems.codes = `The code ${twice} stands in it twice.`
  const shortcuts = codebook.codes.flatMap((code) => code.shortcut ?? [])
  for (const twice of duplicates(shortcuts)) problems.codes = `Two codes have the key “${twice}”. Give one another key.`
  // Answers about a document are kept by key, be they of a variable or of a code for whole documents.
  const documentCodes = codebook.codes.filter(({ level }) => level === 'document')
  for (const twice of duplicates([...codebook.variables, ...documentCodes].map(({ key: asked }) => asked)))
    problems.variables = `Two questions about the document have the key ${twice}. Give one another key.`
  const families = new Set(codebook.families.map((family) => family.key))
  codebook.codes.forEach((code, index) => {
    if (!families.has(code.family))
      problems[`codes.${index}.family`] = `${code.label} names the family ${code.family}, which is not in the codebook.`
    const unknown = code.attributeKeys.find((attributeKey) => !codebook.attributes[attributeKey])
    if (unknown)
      problems[`codes.${index}.attributeKeys`] =
        `${code.label} names the attribute ${unknown}, which is not in the codebook.`
  })
  return problems
}
