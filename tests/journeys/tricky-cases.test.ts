import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import type { AnnotationValue, AttributeValue } from '@/lib/coding/annotation'
import type { Codebook } from '@/lib/coding/codebook'
import type { CodingView } from '@/lib/coding/coding-view'
import { extent } from '@/lib/coding/segments'
import { sliceCodePoints } from '@/lib/text/code-points'
import { openBrowser, type TestBrowser } from '../support/browser'
import { newsSamples, type TrickyPassage, testWithSample, trickyPassages } from '../support/samples'
import { startServer, type TestServer } from '../support/server'
import { readCoding, submit, untilSaved } from './desk'
import { type Entered, entersPassage } from './enter-passage'
import { answersAll } from './hands'
import { inventedCodings } from './invented-codings'
import { wantedOf } from './passage'
import { arrives, createsFirstAccount, createsStudy, importsFiles, type Person } from './people'

/**
 * Passages that are hard to code, on the desk with the default codebook, and what the server, the desk after a reload
 * and the exports make of them: every offset, part, answer and link.
 */

type Passage = Omit<TrickyPassage, 'title'>

const tricky = trickyPassages()
const passages: readonly Passage[] = tricky ? [...tricky.cases, ...inventedCodings] : []
/** Document number n of the study is the nth. */
const texts = [...newsSamples(), ...(tricky?.invented ?? []).map(({ id, text }) => ({ name: `${id}.txt`, text }))]
const docId = (doc: string) => `D${String(texts.findIndex(({ name }) => name === doc) + 1).padStart(4, '0')}`

let browser: TestBrowser
let server: TestServer
let coder: Person
let studyId: string
/** Codings by file. */
const codings = new Map<string, string>()
const entered = new Map<string, Entered>()
/** The answers about the articles: "document variable answer". */
const articleAnswers: string[] = []

beforeAll(async () => {
  if (texts.length === 0) return
  browser = await openBrowser()
  server = await startServer()
  coder = await arrives(browser, server.address, 'Ana', { viewport: { width: 1400, height: 1000 } })
  await createsFirstAccount(coder)
  await coder.page.getByLabel(/I code too/).check()
  await coder.page.locator('input[name=template][value=default]').check()
  studyId = await createsStudy(coder, 'Tricky')
  await importsFiles(coder, texts)
  const own = await (await coder.page.request.get(`/api/studies/${studyId}/codings?coder=me`)).json()
  for (const { id, document } of own.codings) codings.set(texts[document.number - 1]?.name ?? '', id)
}, 180_000)

afterAll(async () => {
  await coder?.close()
  await server?.close()
  await browser?.close()
})

async function opensDesk(doc: string): Promise<CodingView> {
  const address = `/studies/${studyId}/codings/${codings.get(doc)}`
  if (!coder.page.url().endsWith(address)) await coder.page.goto(address)
  await coder.page.locator('.ProseMirror').waitFor()
  await untilSaved(coder.page)
  return readCoding(coder.page)
}

/** The order in which questions were answered is no part of an annotation. */
const unordered = (value: AnnotationValue) => ({ ...value, touched: [...value.touched].sort() })

function expectHeld({ rows, codebook }: CodingView, passage: Passage): void {
  const { ids = [], links } = entered.get(passage.id) ?? {}
  const live = rows.filter(({ deleted }) => !deleted)
  const values = new Map(live.flatMap((row) => (row.kind === 'annotation' ? [[row.id, unordered(row.value)]] : [])))
  const wanted = passage.annotations.map((coded) => unordered(wantedOf(codebook, coded).value))
  expect(ids.map((id) => values.get(id))).toEqual(wanted)
  const linked = live.flatMap((row) => (row.kind === 'link' && ids.includes(row.value.from) ? [row.value] : []))
  expect(linked.map(({ relation, from, to }) => `${relation} ${from} ${to}`).sort()).toEqual(links?.sort())
}

testWithSample(
  'news',
  'the texts are those that the passages were chosen from, and the desk has them unaltered',
  async () => {
    for (const { name, text } of texts) {
      const sha256 = createHash('sha256').update(text).digest('hex')
      if (tricky?.sha256[name]) expect(sha256).toBe(tricky.sha256[name])
      const { document } = await (await coder.page.request.get(`/api/codings/${codings.get(name)}`)).json()
      expect(document.text).toBe(text)
    }
  },
)

for (const passage of passages) {
  const name = `${passage.id} is coded on the desk, and is the same after a reload`
  testWithSample(
    'news',
    name,
    async () => {
      entered.set(passage.id, await entersPassage(coder.page, await opensDesk(passage.doc), passage))
      await coder.page.reload()
      await untilSaved(coder.page)
      expectHeld(await readCoding(coder.page), passage)
      const drawn = coder.page.locator('mark[data-annotation]')
      const shown = await drawn.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-annotation')))
      expect(shown).toEqual(expect.arrayContaining(entered.get(passage.id)?.ids ?? ['every one of them']))
    },
    120_000,
  )
}

testWithSample(
  'news',
  'every coding is submitted once the questions about the article are answered',
  async () => {
    for (const { name } of texts) {
      await opensDesk(name)
      await coder.page.keyboard.press('Alt+a')
      await answersAll(coder.page, 'Somebody')
      await untilSaved(coder.page)
      await submit(coder.page)
      const { state, rows } = await readCoding(coder.page)
      expect(state).toBe('submitted')
      for (const row of rows) {
        if (row.kind === 'variable') articleAnswers.push(`${docId(name)} ${row.value.variable} ${row.value.value}`)
      }
    }
  },
  120_000,
)

async function exported(table: string): Promise<Record<string, string>[]> {
  const response = await coder.page.request.get(`/api/studies/${studyId}/export/${table}.csv`)
  expect(response.status()).toBe(200)
  return parse(await response.text(), { columns: true })
}

const cellOf = (value: AttributeValue = 'NA') =>
  Array.isArray(value) ? value.join('|') : String(typeof value === 'boolean' ? Number(value) : value)

/** The row of annotations.csv that an annotation is to have: its place, its words, an answer or NA in every column. */
function rowFor(id: string, doc: string, value: AnnotationValue, { attributes }: Codebook): Record<string, string> {
  const { start, end } = extent(value.segments)
  const text = texts.find(({ name }) => name === doc)?.text ?? ''
  const asked = Object.entries(attributes).filter(([, { enabled }]) => enabled)
  const answers = asked.flatMap(([key, { type }]) => {
    const cell = cellOf(value.attributes[key])
    return [[`a_${key}`, cell], ...(type === 'entity_ref' ? [[`a_${key}_entity`, cell]] : [])]
  })
  return {
    ...{ ann_id: id, doc_id: docId(doc), code: value.code, start: String(start), end: String(end) },
    ...{ n_segments: String(value.segments.length), unsure: value.unsure ? '1' : '0' },
    ...Object.fromEntries(answers),
    quote: value.segments.map((segment) => sliceCodePoints(text, segment.start, segment.end)).join(' … '),
  }
}

testWithSample('news', 'the exports hold every offset, part, answer and link as it was coded', async () => {
  const { codebook } = await readCoding(coder.page)
  const all = passages.flatMap(({ id: passage, doc, annotations }) =>
    annotations.map((coded, index) => ({
      ...{ id: `A-${entered.get(passage)?.ids[index]}`, doc, value: wantedOf(codebook, coded).value },
    })),
  )
  const rows = await exported('annotations')
  expect(rows).toHaveLength(all.length)
  for (const { id, doc, value } of all) {
    expect(rows.find(({ ann_id }) => ann_id === id)).toMatchObject(rowFor(id, doc, value, codebook))
  }
  const segments = (await exported('segments')).map((row) => `${row.ann_id} ${row.part} ${row.start} ${row.end}`)
  const wanted = all.flatMap(({ id, value }) =>
    value.segments.map(({ part, start, end }) => `${id} ${part} ${start} ${end}`),
  )
  expect(segments.sort()).toEqual(wanted.sort())
  const relations = (await exported('relations')).map((row) => `${row.rel_type} ${row.from_ann} ${row.to_ann}`)
  const links = [...entered.values()].flatMap((passage) => passage.links)
  expect(relations.sort()).toEqual(links.map((link) => link.replaceAll(' ', ' A-')).sort())
  const variables = (await exported('variables')).map((row) => `${row.doc_id} ${row.variable} ${row.value}`)
  expect(variables.sort()).toEqual(articleAnswers.sort())
  expect(variables).toHaveLength(4 * texts.length)
  coder.complaints.expectNone()
})
