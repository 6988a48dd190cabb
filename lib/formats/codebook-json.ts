import { z } from 'zod'
import { type Codebook, codebookSchema, codePatterns } from '../coding/codebook'
import { AppError } from '../errors'

/** The codebook as a file that people edit and pass on: `GET` and `PUT /api/studies/:studyId/codebook`. */

const words = z.array(z.string()).default([])
const named = z.object({ id: z.string(), label: z.string() })
const value = z.union([z.string(), z.object({ id: z.string(), label: z.string(), definition: z.string().default('') })])

const fileAttribute = z.object({
  label: z.string(),
  question: z.string().default(''),
  type: z.string(),
  multiple: z.boolean().default(false),
  required: z.boolean().default(false),
  required_if: z.string().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enabled: z.boolean().default(true),
  level: z.string().default('nominal'),
  values: z.array(value).default([]),
  help: z.string().default(''),
})

const fileCode = z.object({
  id: z.string(),
  parent: z.string().optional(),
  family: z.string(),
  label: z.string(),
  shortcut: z.string().optional(),
  enabled: z.boolean().default(true),
  level: z.string().default('span'),
  color: z.string(),
  pattern: z.string().default('solid'),
  definition: z.string().default(''),
  include: words,
  exclude: words,
  notes: words,
  examples: z
    .array(
      z.object({
        text: z.string(),
        segments: z.array(z.object({ start: z.number(), end: z.number() })).default([]),
        note: z.string().default(''),
      }),
    )
    .default([]),
  near_misses: z.array(z.object({ text: z.string(), why_not: z.string().default('') })).default([]),
  parts: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).default(['span']),
  attributes: words,
  agreement: z.object({ threshold: z.number().optional() }).default({}),
})

const fileVariable = named.extend({
  type: z.string(),
  level: z.string().default('nominal'),
  required: z.boolean().default(false),
  enabled: z.boolean().default(true),
  values: z.array(z.string()).default([]),
  items: z.array(z.object({ id: z.string(), question: z.string(), values: words })).default([]),
})

/** A codebook file, before its parts are held against each other. */
export const codebookFile = z.object({
  version: z.string(),
  title: z.string(),
  description: z.string().default(''),
  language: z.string().default('en'),
  conventions: z.object({ boundary_rules: words }).default({ boundary_rules: [] }),
  figure_rules: words,
  families: z.array(named).default([]),
  attributes: z.record(z.string(), fileAttribute).default({}),
  codes: z.array(fileCode).default([]),
  relations: z.array(named.extend({ from: words, to: words })).default([]),
  document_variables: z.array(fileVariable).default([]),
})
type CodebookFile = z.infer<typeof codebookFile>

/** Every annotation can be marked as unsure, so the attribute that says it in files is none here. */
const sureness = 'certainty'

/** Underline styles of other tools and the one of ours that is nearest. */
const nearestPattern: Record<string, (typeof codePatterns)[number]> = {
  thin: 'solid',
  'margin-bar': 'solid',
  bracket: 'dashed',
  hatch: 'dashed',
}

function patternOf(name: string): string {
  const style = name.replace(/-underline$/, '')
  return (codePatterns as readonly string[]).includes(style) ? style : (nearestPattern[style] ?? 'solid')
}

/** A plain selection becomes the content of an attribution, so that part comes first. */
function partsOf(parts: CodebookFile['codes'][number]['parts']): string[] {
  if (Array.isArray(parts)) return parts
  return ['content', 'source', 'cue', 'span'].filter((part) => part in parts)
}

function attributeOf({ required_if, values, ...attribute }: z.infer<typeof fileAttribute>) {
  return {
    ...attribute,
    ...(required_if === undefined ? {} : { requiredIf: required_if }),
    values: values.map((one) => (typeof one === 'string' ? { id: one, label: one } : one)),
  }
}

function codeOf(code: z.infer<typeof fileCode>) {
  const { id, parent, color, near_misses, attributes, agreement, examples, pattern, parts, ...same } = code
  return {
    ...same,
    key: id,
    ...(parent === undefined ? {} : { parentKey: parent }),
    colour: color,
    pattern: patternOf(pattern),
    parts: partsOf(parts),
    examples: examples.map(({ segments, ...example }) => {
      return { ...example, spans: segments.map((segment) => [segment.start, segment.end]) }
    }),
    nearMisses: near_misses.map(({ text, why_not }) => ({ text, why: why_not })),
    attributeKeys: attributes.filter((key) => key !== sureness),
    ...(agreement.threshold === undefined ? {} : { alphaMin: agreement.threshold }),
  }
}

/** An index of yes/no items becomes one variable per item: that is what coders fill in. */
function variablesOf({ id, items, type, ...variable }: z.infer<typeof fileVariable>) {
  if (items.length === 0) return [{ ...variable, key: id, type }]
  return items.map((item) => {
    return { ...variable, key: item.id, label: item.question, type: 'enum', level: 'nominal', values: item.values }
  })
}

function toCodebook(file: CodebookFile): unknown {
  const { version, title, description, language } = file
  const attributes = Object.entries(file.attributes).filter(([key]) => key !== sureness)
  return {
    ...{ version, title, description, language },
    rules: [...file.conventions.boundary_rules, ...file.figure_rules],
    families: file.families.map(({ id, label }) => ({ key: id, label })),
    attributes: Object.fromEntries(attributes.map(([key, attribute]) => [key, attributeOf(attribute)])),
    codes: file.codes.map(codeOf),
    variables: file.document_variables.flatMap(variablesOf),
    relations: file.relations.map(({ id, label, from, to }) => ({ key: id, label, from, to })),
  }
}

function refuse(error: z.ZodError): never {
  const fields: Record<string, string> = {}
  for (const issue of error.issues.slice(0, 50)) fields[issue.path.join('.') || 'codebook'] ??= issue.message
  const [first] = Object.entries(fields)
  throw new AppError('invalid', `The codebook cannot be used. At ${first?.[0]}: ${first?.[1]}.`, { fields })
}

/**
 * Reads a codebook from parsed JSON. What the tool does not know is left out.
 * @throws AppError invalid that names each place which is wrong
 */
export function readCodebookJson(json: unknown): Codebook {
  const file = codebookFile.safeParse(json)
  if (!file.success) return refuse(file.error)
  const codebook = codebookSchema.safeParse(toCodebook(file.data))
  return codebook.success ? codebook.data : refuse(codebook.error)
}

/** The codebook as JSON for a file; reading it gives the same codebook. */
export function writeCodebookJson(codebook: Codebook): unknown {
  const { version, title, description, language, rules, families, attributes, codes, variables, relations } = codebook
  return {
    ...{ version, title, description, language },
    conventions: { boundary_rules: rules },
    families: families.map(({ key, label }) => ({ id: key, label })),
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, { requiredIf, ...attribute }]) => {
        return [key, { ...attribute, ...(requiredIf === undefined ? {} : { required_if: requiredIf }) }]
      }),
    ),
    codes: codes.map(({ key, parentKey, colour, nearMisses, attributeKeys, alphaMin, examples, ...same }) => ({
      id: key,
      ...(parentKey === undefined ? {} : { parent: parentKey }),
      ...same,
      color: colour,
      examples: examples.map(({ spans, ...example }) => {
        return { ...example, segments: spans.map(([start, end]) => ({ start, end })) }
      }),
      near_misses: nearMisses.map(({ text, why }) => ({ text, why_not: why })),
      attributes: attributeKeys,
      agreement: { threshold: alphaMin },
    })),
    relations: relations.map(({ key, ...relation }) => ({ id: key, ...relation })),
    document_variables: variables.map(({ key, ...variable }) => ({ id: key, ...variable })),
  }
}
