import { documentFromFields, fieldName, type ParsedDocuments } from './document-fields'

/**
 * Reads one JSON object a line as one document each, with the fields of the CSV import; `metadata` (or `meta`) may hold
 * more of them. Rows are line numbers; blank lines are passed over.
 */
export function parseJsonlDocuments(file: string, text: string): ParsedDocuments {
  const parsed: ParsedDocuments = { documents: [], rejected: [] }
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return
    const row = i + 1
    const read = fieldsOf(line)
    const made = 'reason' in read ? read : documentFromFields(read.fields, { file, row })
    if ('reason' in made) parsed.rejected.push({ row, reason: made.reason })
    else parsed.documents.push(made.document)
  })
  if (parsed.documents.length + parsed.rejected.length > 0) return parsed
  return { documents: [], rejected: [{ row: null, reason: 'The file is empty. Write one JSON object a line.' }] }
}

type Read = { fields: Map<string, string> } | { reason: string }

function fieldsOf(line: string): Read {
  const value = parseLine(line)
  if (!isObject(value)) return { reason: 'The line is no JSON object. Write {"title": "…", "text": "…"} in one line.' }
  const { metadata, meta, ...own } = value
  const nested = [metadata, meta].filter((more) => more !== undefined && more !== null)
  if (!nested.every(isObject)) return { reason: 'The field “metadata” must be an object of texts.' }
  return named([...nested.flatMap((more) => Object.entries(more)), ...Object.entries(own)])
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function named(entries: [string, unknown][]): Read {
  const fields = new Map<string, string>()
  for (const [name, value] of entries) {
    if (value === null || value === undefined) continue
    if (typeof value === 'object')
      return { reason: `The field “${name}” holds a list or an object. Use text, or leave it out.` }
    if (fields.has(fieldName(name))) return { reason: `The field “${fieldName(name)}” is given twice. Keep one.` }
    fields.set(fieldName(name), String(value))
  }
  return { fields }
}
