import type { AttributeValue } from './annotation'
import type { Attribute, Code, Codebook } from './codebook'

/** A question about the document as a whole, in the form of an attribute. */
export interface DocumentQuestion {
  /** Key of the variable or of the code; answers are kept under it. */
  key: string
  attribute: Attribute
  /** What the codebook says about the code; absent for a variable. */
  definition?: string
}

type Variable = Codebook['variables'][number]

const plain = { multiple: false, enabled: true, help: '', question: '' }

/** "news_report" as people read it. */
const readable = (value: string) => value.replaceAll('_', ' ')

function ofVariable({ key, values, ...variable }: Variable): DocumentQuestion {
  const choices = values.map((id) => ({ id, label: readable(id), definition: '' }))
  return { key, attribute: { ...plain, ...variable, values: choices } }
}

function ofCode({ key, label, definition }: Code): DocumentQuestion {
  return {
    key,
    definition,
    attribute: { ...plain, label, type: 'boolean', level: 'nominal', required: false, values: [] },
  }
}

/**
 * What coders answer about a document, in the codebook's order: its variables, then its codes for whole documents as
 * yes or no. Like a span code, a document code that nobody applied is a zero: it is never required.
 */
export function documentQuestions(codebook: Codebook): DocumentQuestion[] {
  const variables = codebook.variables.filter(({ enabled }) => enabled)
  const codes = codebook.codes.filter(({ enabled, level }) => enabled && level === 'document')
  return [...variables.map(ofVariable), ...codes.map(ofCode)]
}

function isAnswer(value: AttributeValue | undefined): boolean {
  if (value === undefined) return false
  return Array.isArray(value) ? value.length > 0 : typeof value !== 'string' || value.trim() !== ''
}

/** The questions that must be answered before the coding is submitted, and are not, in the codebook's order. */
export function missingDocumentAnswers(
  codebook: Codebook,
  answers: ReadonlyMap<string, AttributeValue>,
): DocumentQuestion[] {
  return documentQuestions(codebook).filter(({ key, attribute }) => attribute.required && !isAnswer(answers.get(key)))
}
