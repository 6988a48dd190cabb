import { z } from 'zod'
import { type AnnotationValue, attributeValueSchema, segmentParts } from '../coding/annotation'
import { anchorQuote } from '../coding/quote-anchor'

/**
 * The sample study as it lies in a folder: `study.json`, the articles as plain text, and one file of codings per
 * coder. Annotations name their place by an exact quote, so that they can be read, and corrected, by hand.
 */

const name = z.string().min(1).max(200)
const coderKey = z.string().regex(/^[a-z]+$/)
const documentKey = z.string().regex(/^[a-z0-9-]+$/)

const documentSchema = z.strictObject({
  key: documentKey,
  /** Path of the article from the folder of study.json. */
  file: z.string().regex(/^articles\/[a-z0-9-]+\.txt$/),
  title: name,
  outlet: name,
  author: name,
  /** Day of publication, YYYY-MM-DD. */
  published: z.iso.date(),
  /** BCP 47 tag. */
  language: z.string().min(2).max(35),
})
export type SampleDocument = z.infer<typeof documentSchema> & { text: string }

const entityTypes = [
  'person',
  'organisation',
  'state_or_government',
  'group',
  'place',
  'event',
  'object_or_policy',
] as const

const studySchema = z.strictObject({
  title: name,
  description: z.string().min(1),
  coders: z.array(z.strictObject({ key: coderKey, pseudonym: z.string().regex(/^C\d\d$/), name })).min(1),
  /** Who can be the target of a framing. */
  entities: z.array(z.strictObject({ name, type: z.enum(entityTypes) })),
  documents: z.array(documentSchema).min(1),
})

const quotedAnnotationSchema = z.strictObject({
  code: name,
  part: z.enum(segmentParts).default('span'),
  /** One exact quote per segment. */
  quote: z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]),
  within: z.string().min(1).optional(),
  occurrence: z.int().min(1).optional(),
  attributes: z.record(z.string(), attributeValueSchema).default({}),
  note: z.string().default(''),
  unsure: z.boolean().default(false),
})
type QuotedAnnotation = z.infer<typeof quotedAnnotationSchema>

const codingSchema = z
  .strictObject({
    document: documentKey,
    state: z.enum(['open', 'submitted']),
    nothingToCode: z.boolean().default(false),
    annotations: z.array(quotedAnnotationSchema),
  })
  .refine((coding) => !coding.nothingToCode || coding.annotations.length === 0, 'nothing to code, yet annotations')
  .refine(
    (coding) => coding.state === 'open' || coding.nothingToCode || coding.annotations.length > 0,
    'submitted without annotations: say nothingToCode',
  )

const coderFileSchema = z.strictObject({ coder: coderKey, codings: z.array(codingSchema) })

/** One coder's coding of one document, its annotations placed in the text. */
export interface SampleCoding {
  /** Keys of a coder and a document of the study. */
  coder: string
  document: string
  state: 'open' | 'submitted'
  nothingToCode: boolean
  annotations: AnnotationValue[]
}

export type SampleStudy = Omit<z.infer<typeof studySchema>, 'documents'> & {
  documents: SampleDocument[]
  codings: SampleCoding[]
}

/**
 * The sample study out of its files, with quotes turned into code-point offsets. Codes and attributes are not looked
 * up in a codebook here.
 * @param files content by path from the folder: `study.json`, `articles/*.txt`, `codings/*.json`
 * @throws Error that names the file, and the place or quote in it, when something is wrong or missing
 */
export function parseSampleStudy(files: Readonly<Record<string, string>>): SampleStudy {
  const study = parseJson(files, 'study.json', studySchema)
  const documents = study.documents.map((document) => ({ ...document, text: contentOf(files, document.file) }))
  const codings = study.coders.flatMap(({ key }) => codingsOf(files, key, documents))
  return { ...study, documents, codings }
}

function codingsOf(files: Readonly<Record<string, string>>, coder: string, documents: SampleDocument[]) {
  const path = `codings/${coder}.json`
  const file = parseJson(files, path, coderFileSchema)
  if (file.coder !== coder) throw new Error(`${path}: holds the codings of "${file.coder}"`)
  return file.codings.map(({ annotations, ...coding }): SampleCoding => {
    const document = documents.find((candidate) => candidate.key === coding.document)
    if (!document) throw new Error(`${path}: the study has no document "${coding.document}"`)
    const place = `${path}, ${document.key}`
    return { ...coding, coder, annotations: annotations.map((one) => annotationOf(one, document.text, place)) }
  })
}

function annotationOf(annotation: QuotedAnnotation, text: string, place: string): AnnotationValue {
  const { part, quote, within, occurrence, ...value } = annotation
  try {
    const segments = [quote].flat().map((one) => ({ part, ...anchorQuote(text, one, { within, occurrence }) }))
    return { ...value, segments, touched: Object.keys(value.attributes) }
  } catch (cause) {
    throw new Error(`${place}, ${value.code}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function parseJson<Schema extends z.ZodType>(
  files: Readonly<Record<string, string>>,
  path: string,
  schema: Schema,
): z.infer<Schema> {
  const read = schema.safeParse(jsonOf(contentOf(files, path), path))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

function jsonOf(content: string, path: string): unknown {
  try {
    return JSON.parse(content)
  } catch (cause) {
    throw new Error(`${path}: not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function contentOf(files: Readonly<Record<string, string>>, path: string): string {
  const content = files[path]
  if (content === undefined) throw new Error(`${path}: the file is missing`)
  return content
}
