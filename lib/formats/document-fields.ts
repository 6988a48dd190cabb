import { codePointLength } from '../text/code-points'
import { isLanguageTag } from '../text/segmenter'
import { withLineFeeds } from './decode-text'

/** Longest text of a document, in code points. */
export const maxTextLength = 1_000_000
export const maxDocumentsPerImport = 5000
/** Longest title, in code points. */
const maxTitleLength = 300
/** A first line up to so many code points makes a title. */
const maxFirstLine = 120

/** Where a document stands in what was sent. Rows are numbered as a spreadsheet or an editor numbers them, from 1. */
export interface DocumentSource {
  file: string
  row?: number
}

export interface ImportedDocument {
  title: string
  text: string
  /** BCP 47 tag. */
  language?: string
  metadata: Record<string, string>
  source: DocumentSource
}

/** What a file holds; every bad row is named with a reason that says what to do. Row null means the whole file. */
export interface ParsedDocuments {
  documents: ImportedDocument[]
  rejected: { row: number | null; reason: string }[]
}

/** Why a text cannot be a document; null when it can. */
export function documentTextProblem(text: string): string | null {
  if (text.trim() === '') return 'The text is empty. Give it a text, or leave it out.'
  if (text.includes('\0')) return 'The text holds a NUL character. Save it as plain text.'
  if (/\p{Cs}/u.test(text)) return 'The text holds half of a character (a lone surrogate). Export it again as UTF-8.'
  const length = codePointLength(text)
  if (length > maxTextLength) return `The text has ${length} characters; ${maxTextLength} are the most. Split it.`
  return null
}

/** Why a title cannot be used; null when it can. */
export function titleProblem(title: string): string | null {
  if (/[\0\p{Cs}]/u.test(title)) return 'The title holds a character that cannot be stored. Type it anew.'
  const length = codePointLength(title)
  return length > maxTitleLength ? `The title has ${length} characters; shorten it to ${maxTitleLength}.` : null
}

/** Why metadata cannot be stored; null when it can. */
export function metadataProblem(metadata: Readonly<Record<string, string>>): string | null {
  const bad = Object.entries(metadata).find((entry) => /[\0\p{Cs}]/u.test(entry.join('')))
  return bad ? `The field “${bad[0]}” holds a character that cannot be stored. Type it anew.` : null
}

/** The text's first line that is not blank, when it is short enough for a title; else the other name. */
function titleFrom(text: string, otherwise: string): string {
  const line = /\S[^\n]*/.exec(text)?.[0].trim() ?? ''
  return line !== '' && codePointLength(line) <= maxFirstLine ? line : otherwise
}

/** A language tag in its canonical form ("en_us" becomes "en-US"); null when it is none. */
export function canonicalLanguage(language: string): string | null {
  const tag = language.trim().replaceAll('_', '-')
  return isLanguageTag(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null
}

/** Names that mean one of the known fields; what stands for none of them keeps its name as written. */
const knownNames = new Map([
  ...['title', 'text', 'outlet', 'author', 'published', 'url', 'language', 'licence', 'content_note'].map(
    (name) => [name, name] as const,
  ),
  ...(['content', 'body'] as const).map((name) => [name, 'text'] as const),
  ...([
    ['date', 'published'],
    ['license', 'licence'],
    ['lang', 'language'],
    ['content note', 'content_note'],
    ['content warning', 'content_note'],
  ] as const),
])

/** The name under which a column or field is kept, e.g. "published" for " Date ". */
export function fieldName(name: string): string {
  return knownNames.get(name.trim().toLowerCase()) ?? name.trim()
}

/** Makes a document out of the named fields of one row, or says why it cannot be one. */
export function documentFromFields(
  fields: ReadonlyMap<string, string>,
  source: DocumentSource,
): { document: ImportedDocument } | { reason: string } {
  const text = withLineFeeds(fields.get('text') ?? '')
  const title =
    fields.get('title')?.trim() ||
    titleFrom(text, source.row === undefined ? source.file : `${source.file}, row ${source.row}`)
  const given = fields.get('language')?.trim() ?? ''
  const language = given === '' ? undefined : canonicalLanguage(given)
  if (language === null) return { reason: `“${given}” is no language tag. Write one such as en, ar or pt-BR.` }
  const others = [...fields].filter(
    ([name, value]) => !['text', 'title', 'language'].includes(name) && value.trim() !== '',
  )
  const metadata = Object.fromEntries(others.map(([name, value]) => [name, value.trim()]))
  const reason = documentTextProblem(text) ?? titleProblem(title) ?? metadataProblem(metadata)
  if (reason) return { reason }
  return { document: { title, text, ...(language === undefined ? {} : { language }), metadata, source } }
}
