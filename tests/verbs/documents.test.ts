import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { createFirstAccount } from '@/lib/verbs/accounts'
import { importDocuments, importFiles, listDocuments, readDocument } from '@/lib/verbs/documents'
import type { Actor } from '@/lib/verbs/steps/authorize'
import { createStudy } from '@/lib/verbs/studies'
import { withTestDatabase } from '../support/database'

withTestDatabase()

/** The database's own words; not beside the calls, whose lines Prisma quotes in its errors. */
const frozen = /the text of a document never changes/
const kept = /Document is append-only/

let lead: Actor
let studyId: string

beforeEach(async () => {
  const account = { email: 'lead@callis.example', name: 'Lead', password: 'a long enough password' }
  lead = await createFirstAccount(null, account)
  studyId = (await createStudy(lead, { title: 'Harbour', template: 'starter', alsoCode: false })).studyId
})

const all = { dryRun: false, partial: false }
const importTexts = (texts: string[], options: Partial<typeof all> = {}) =>
  importDocuments(lead, {
    ...{ studyId, ...all, ...options },
    documents: texts.map((text, index) => ({
      title: `Text ${index + 1}`,
      text,
      metadata: { outlet: 'Callis Herald' },
    })),
  })
const file = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })

describe('importDocuments', () => {
  it('freezes the text: code points, SHA-256, units, direction', async () => {
    await importTexts(['A 👩‍🚒! Two sentences.\r\nA second line.'])
    const [row] = await db().document.findMany()
    const text = 'A 👩‍🚒! Two sentences.\nA second line.'
    expect(row).toMatchObject({ text, direction: 'ltr', number: 1, length: [...text].length })
    expect(row?.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect(row?.graphemeInteriors).toEqual([3, 4])
    expect(row?.paragraphs).toHaveLength(4)
  })

  it('numbers documents on, and lists them in that order', async () => {
    await importTexts(['One.', 'Two.'])
    await importTexts(['Three.'])
    const documents = await listDocuments(lead, { studyId })
    expect(documents.map((document) => [document.number, document.words])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ])
    expect(documents[0]?.metadata).toEqual({ outlet: 'Callis Herald' })
  })

  it('leaves out a text the study has, and one that comes twice', async () => {
    await importTexts(['One.'])
    const result = await importTexts(['Two.', 'One.', 'Two.'])
    expect(result.imported).toHaveLength(1)
    expect(result.duplicates.map((duplicate) => duplicate.sameAs)).toEqual(['Text 1', 'Text 1'])
    expect(await db().document.count()).toBe(2)
  })

  it('imports nothing when one text cannot be used, and says which and why', async () => {
    const refused = importTexts(['Good.', ' \n ', 'Also good.'])
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { 'row 2': expect.any(String) } })
    expect(await db().document.count()).toBe(0)
  })

  it('imports the good ones when told so', async () => {
    const result = await importTexts(['Good.', ' \n '], { partial: true })
    expect(result).toMatchObject({ imported: [{ number: 1 }], rejected: [{ source: { row: 2 } }] })
  })

  it('only says what would happen in a dry run', async () => {
    const result = await importTexts(['Good.', '', 'Good.'], { dryRun: true })
    expect(result).toMatchObject({ imported: [{ words: 1 }], duplicates: [{}], rejected: [{}] })
    expect(await db().document.count()).toBe(0)
  })

  it('gives numbers once when two imports come together', async () => {
    await Promise.all([importTexts(['One.', 'Two.']), importTexts(['Three.', 'Four.'])])
    expect((await listDocuments(lead, { studyId })).map((document) => document.number)).toEqual([1, 2, 3, 4])
  })
})

describe('importFiles', () => {
  it('reads .txt, .csv and .jsonl together and names every bad row', async () => {
    const files = [
      file('wire.txt', 'Strike enters third week\n\nThe harbour is closed.'),
      file('table.csv', 'title,text,outlet\nTable one,The first text.,Herald\nTable two,,Herald\n'),
      file('lines.jsonl', '{"title":"Line one","text":"A line."}\nnot json\n'),
    ]
    const result = await importFiles(lead, { studyId, files, dryRun: true, partial: false })
    expect(result.imported.map((document) => document.title)).toEqual([
      'Strike enters third week',
      'Table one',
      'Line one',
    ])
    expect(result.rejected.map(({ source }) => [source.file, source.row])).toEqual([
      ['table.csv', 3],
      ['lines.jsonl', 2],
    ])
    await expect(importFiles(lead, { studyId, files, ...all })).rejects.toMatchObject({ code: 'invalid' })
    expect(await db().document.count()).toBe(0)
  })
})

it('names at most a thousand bad rows of a file, and counts the rest', async () => {
  const files = [file('noise.jsonl', 'x\n'.repeat(200_000))]
  const { rejected } = await importFiles(lead, { studyId, files, dryRun: true, partial: false })
  expect(rejected).toHaveLength(1001)
  expect(rejected.at(-1)?.reason).toContain('199000 more rows')
})

describe('readDocument', () => {
  it('gives the text with its sentences', async () => {
    await importTexts(['One sentence. Another one.'])
    const [document] = await listDocuments(lead, { studyId })
    const read = await readDocument(lead, { studyId, documentId: document?.id ?? '' })
    expect(read).toMatchObject({ text: 'One sentence. Another one.', sentences: [0, 13, 14, 26] })
  })

  it('knows no document of another study', async () => {
    await importTexts(['One.'])
    const [document] = await listDocuments(lead, { studyId })
    const other = await createStudy(lead, { title: 'Other', template: 'empty', alsoCode: false })
    const read = readDocument(lead, { studyId: other.studyId, documentId: document?.id ?? '' })
    await expect(read).rejects.toMatchObject({ code: 'not_found' })
  })

  it('never changes: the database refuses it', async () => {
    await importTexts(['One.'])
    await expect(db().document.updateMany({ data: { text: 'Two.' } })).rejects.toThrow(frozen)
    await expect(db().document.deleteMany()).rejects.toThrow(kept)
  })
})
