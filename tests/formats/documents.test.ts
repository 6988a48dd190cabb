import { maxDocumentsPerImport, maxTextLength } from '@/lib/formats/document-fields'
import { documentInputSchema, documentTextProblem, parseDocumentFile } from '@/lib/formats/documents'

const parse = (name: string, text: string) => parseDocumentFile(name, new TextEncoder().encode(text))

describe('a text file', () => {
  test('is one document with its first line as title and its whole text', () => {
    expect(parse('harbour.txt', '\nHarbour closed \r\n\nThe dam leaked.\n')).toEqual({
      documents: [
        {
          title: 'Harbour closed',
          text: '\nHarbour closed \n\nThe dam leaked.\n',
          metadata: {},
          source: { file: 'harbour.txt' },
        },
      ],
      rejected: [],
      encoding: 'UTF-8',
      warnings: [],
    })
  })
  test('that is one long line is called after the file', () => {
    expect(parse('Harbour.TXT', 'The dam leaked. '.repeat(20)).documents[0]?.title).toBe('Harbour')
  })
  test('that is blank is rejected', () => {
    expect(parse('a.txt', ' \n\u00a0').rejected).toEqual([{ row: null, reason: expect.stringMatching(/empty/) }])
  })
})

describe('a table', () => {
  test('maps its columns and keeps the others as free fields', () => {
    const csv =
      'Title,Content,Date,OUTLET,lang,Desk,url\nOne,"The dam, ""old"",\nleaked.",2026-01-03,Tarn Post,en_us,city,\n'
    expect(parse('a.csv', csv)).toMatchObject({
      rejected: [],
      documents: [
        {
          title: 'One',
          text: 'The dam, "old",\nleaked.',
          language: 'en-US',
          metadata: { published: '2026-01-03', outlet: 'Tarn Post', Desk: 'city' },
          source: { file: 'a.csv', row: 2 },
        },
      ],
    })
  })
  test.each([',', ';', '\t'])('may be delimited by %j', (delimiter) => {
    const csv = `title${delimiter}text\nOne${delimiter}The dam leaked.`
    expect(parse('a.csv', csv).documents).toMatchObject([{ title: 'One', text: 'The dam leaked.' }])
  })
  test('may have one column', () => {
    expect(parse('a.csv', 'text\nThe dam leaked.\n').documents).toMatchObject([{ title: 'The dam leaked.' }])
  })
  test('names each bad row as a spreadsheet numbers it and reads the others', () => {
    const csv =
      'title,text,language\nOne,Good.,en\nTwo,,en\n\nThree,Good.\nFour,Good.,English!\nFive,"Also\ngood.",ar\nSix,Good.,\n'
    const { documents, rejected } = parse('a.csv', csv)
    expect(documents.map(({ title, source }) => [title, source.row])).toEqual([
      ['One', 2],
      ['Five', 7],
      ['Six', 8],
    ])
    expect(rejected).toEqual([
      { row: 3, reason: expect.stringMatching(/text is empty/) },
      { row: 5, reason: expect.stringMatching(/2 cells, the header 3/) },
      { row: 6, reason: expect.stringMatching(/“English!” is no language tag/) },
    ])
  })
  test('whose quotation mark is never closed is read up to there', () => {
    const { documents, rejected } = parse('a.csv', 'title,text\nOne,Good.\nTwo,"Open\nThree,Lost.\n')
    expect(documents.map(({ title }) => title)).toEqual(['One'])
    expect(rejected).toEqual([{ row: 3, reason: expect.stringMatching(/quotation marks/) }])
  })
  test.each([
    ['without a text column', 'title,words\nOne,Good.', /No column is called “text”.*title, words/],
    ['with two text columns', 'text,body\nOne,Good.', /Two columns are called “text”/],
    ['that is empty', '', /empty/],
  ])('%s is rejected as a whole', (_, csv, reason) => {
    expect(parse('a.csv', csv)).toMatchObject({
      documents: [],
      rejected: [{ row: null, reason: expect.stringMatching(reason) }],
    })
  })
  test('of more documents than one import takes is rejected as a whole', () => {
    const { documents, rejected } = parse('a.csv', `text\n${'Good.\n'.repeat(maxDocumentsPerImport + 1)}`)
    expect(documents).toEqual([])
    expect(rejected).toEqual([{ row: null, reason: expect.stringMatching(/5001 documents; 5000/) }])
  })
})

describe('lines of JSON', () => {
  test('are documents with the same fields, nested metadata among them', () => {
    const line = JSON.stringify({
      title: 'One',
      body: 'The dam\r\nleaked.',
      date: 2026,
      metadata: { outlet: 'Post' },
      url: null,
    })
    expect(parse('a.jsonl', `\n${line}\n`).documents).toEqual([
      {
        title: 'One',
        text: 'The dam\nleaked.',
        metadata: { outlet: 'Post', published: '2026' },
        source: { file: 'a.jsonl', row: 2 },
      },
    ])
  })
  test.each([
    ['that is no JSON', '{"text": "a"', /no JSON object/],
    ['that is a list', '[1]', /no JSON object/],
    ['with a list in a field', '{"text": "a", "label": [1]}', /“label” holds a list/],
    ['with a field twice', '{"text": "a", "content": "b"}', /“text” is given twice/],
    ['without text', '{"title": "a"}', /text is empty/],
    ['with a NUL', '{"text": "a\\u0000"}', /NUL/],
    ['with half a character', '{"text": "a\\ud800"}', /half of a character/],
    [
      'with an overlong title',
      JSON.stringify({ text: 'a', title: 'x'.repeat(301) }),
      /301 characters; shorten it to 300/,
    ],
    ['with metadata that is no object', '{"text": "a", "metadata": "b"}', /must be an object/],
  ])('a line %s is named with its reason', (_, line, reason) => {
    expect(parse('a.jsonl', `{"text":"Good."}\n${line}`)).toMatchObject({
      documents: [{ text: 'Good.' }],
      rejected: [{ row: 2, reason: expect.stringMatching(reason) }],
    })
  })
})

test.each(['scan.pdf', 'noending', 'a.csv.zip', 'constructor', 'a.constructor'])(
  'a file %s is rejected with what to do',
  (name) => {
    expect(parse(name, 'text\nGood.').rejected).toEqual([
      { row: null, reason: expect.stringMatching(/Save it as \.txt, \.csv or \.jsonl/) },
    ])
  },
)

test('a file that is no text is rejected, not thrown', () => {
  expect(parseDocumentFile('a.txt', Uint8Array.of(0, 1, 2))).toMatchObject({
    documents: [],
    rejected: [{ row: null }],
    encoding: null,
  })
})

test('a text may have a million code points and no more', () => {
  expect(documentTextProblem('👍'.repeat(maxTextLength))).toBeNull()
  expect(documentTextProblem('👍'.repeat(maxTextLength + 1))).toMatch(/1000001 characters/)
})

describe('a document sent as JSON', () => {
  test('gets a canonical language and empty metadata', () => {
    expect(documentInputSchema.parse({ title: 'One', text: 'Good.', language: 'EN_us' })).toEqual({
      title: 'One',
      text: 'Good.',
      language: 'en-US',
      metadata: {},
    })
  })
  test.each([
    ['a blank title', { title: ' ' }],
    ['an overlong title', { title: 'x'.repeat(301) }],
    ['no language tag', { language: 'English!' }],
    ['metadata that is no text', { metadata: { outlet: 3 } }],
    ['a NUL in its metadata', { metadata: { outlet: '\0' } }],
    ['an unknown field', { labels: [] }],
  ])('with %s is refused', (_, wrong) => {
    expect(documentInputSchema.safeParse({ title: 'One', text: 'Good.', ...wrong }).success).toBe(false)
  })
})
