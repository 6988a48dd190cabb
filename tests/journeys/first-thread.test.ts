import { parse } from 'csv-parse/sync'
import type { VariableAgreement } from '@/lib/agreement/report/agreement-report'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import type { CodingView } from '@/lib/coding/coding-view'
import { openBrowser, type TestBrowser } from '../support/browser'
import {
  alpha,
  alphaInterval,
  kappa,
  type Level,
  percentAgreement,
  prevalence,
  type RawDocument,
  type RawSpan,
  unitTable,
} from '../support/independent-agreement'
import { newsSamples } from '../support/samples'
import { startServer, type TestServer } from '../support/server'
import { code, type Mark, readCoding, submit, untilSaved } from './desk'
import {
  arrives,
  createsFirstAccount,
  createsStudy,
  importsFiles,
  invitesCoder,
  joins,
  type Person,
  press,
  startsCoding,
} from './people'
import { sampleArticles } from './sample-articles'

/** From an empty server to an agreement report: a lead and two coders, each at a browser of their own. */

let browser: TestBrowser
let server: TestServer
let lead: Person
let ana: Person
let ben: Person
let studyId: string

const news = newsSamples()
const texts = news.length > 0 ? news : sampleArticles()
if (news.length === 0) {
  process.stdout.write('The real news texts are absent: this journey runs on articles of the sample study.\n')
}

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  lead = await arrives(browser, server.address, 'Lea')
  ana = await arrives(browser, server.address, 'Ana')
  ben = await arrives(browser, server.address, 'Ben')
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Token n of a document, as code points. */
function token({ document }: CodingView, n: number): { start: number; end: number } {
  return { start: document.tokens[2 * n] ?? 0, end: document.tokens[2 * n + 1] ?? 0 }
}

/** From one token to another, both included. */
function tokens(view: CodingView, first: number, last: number) {
  return { start: token(view, first).start, end: token(view, last).end }
}

/**
 * What a coder marks in a document: overlapping, nested and identical spans. The second coder is a little more generous
 * with some spans and leaves one out, so that there is something to disagree on.
 */
function marksOf(view: CodingView, isSecond: boolean): Mark[] {
  const wider = isSecond ? 2 : 0
  const marks: Mark[] = [
    { key: 'a', ...tokens(view, 12, 24 + wider) },
    { key: 'h', ...tokens(view, 14, 16), target: 'Sela Marrin' },
    { key: 'v', ...tokens(view, 22, 27), target: 'Governor Orlo' },
    { key: 'u', ...tokens(view, 40, 41 + wider) },
    { key: 's', ...tokens(view, 40, 41 + wider) },
  ]
  return isSecond ? marks.filter(({ key }) => key !== 'h' || view.document.number % 2 === 0) : marks
}

/** Codes every document of the own list, one after the other, and returns what the server then holds. */
async function codesEverything(coder: Person, isSecond: boolean): Promise<CodingView[]> {
  const done: CodingView[] = []
  for (let index = 0; index < texts.length; index += 1) {
    const view = await readCoding(coder.page)
    const marks = marksOf(view, isSecond)
    for (const mark of marks) await code(coder.page, view.document.text, mark)
    await untilSaved(coder.page)
    const saved = await readCoding(coder.page)
    expect(placesOf(saved)).toEqual(marks.map(({ start, end }) => [start, end]).sort(byPlace))
    await submit(coder.page)
    done.push(saved)
    if (index < texts.length - 1) {
      await press(coder, 'Go to the next article')
      await coder.page.waitForURL((url) => !url.pathname.endsWith(saved.codingId))
      await coder.page.locator('.ProseMirror').waitFor()
    }
  }
  return done
}

const byPlace = ([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]) => a - c || b - d

function rawSpans(view: CodingView): RawSpan[] {
  return view.rows.flatMap((row) => {
    if (row.kind !== 'annotation' || row.deleted) return []
    return row.value.segments.map(({ start, end }) => ({ code: row.value.code, start, end }))
  })
}

const placesOf = (view: CodingView) =>
  rawSpans(view)
    .map(({ start, end }) => [start, end])
    .sort(byPlace)

function rawDocuments(byCoder: Map<string, CodingView[]>): RawDocument[] {
  const documents = new Map<number, RawDocument>()
  for (const [coder, views] of byCoder) {
    for (const view of views) {
      const { number, text, sentences, tokens: words, paragraphs } = view.document
      const units = { sentence: sentences, token: words, paragraph: paragraphs }
      const document = documents.get(number) ?? { text, units, spans: new Map() }
      documents.set(number, document)
      document.spans.set(coder, rawSpans(view))
    }
  }
  return [...documents].sort(([one], [other]) => one - other).map(([, document]) => document)
}

it('brings a second coder to the first text in at most ten clicks', async () => {
  await createsFirstAccount(lead)
  studyId = await createsStudy(lead, 'News about one event')
  await importsFiles(lead, texts)
  await joins(ana, await invitesCoder(lead, studyId))
  await joins(ben, await invitesCoder(lead, studyId))
  await startsCoding(ben)
  expect(await ben.page.locator('.ProseMirror').textContent()).not.toBe('')
  expect(lead.clicks + ben.clicks).toBeLessThanOrEqual(10)
  await startsCoding(ana)
}, 120_000)

let codings: Map<string, CodingView[]>

it('keeps what two coders mark, overlapping and nested, to the code point', async () => {
  const [ofAna, ofBen] = await Promise.all([codesEverything(ana, false), codesEverything(ben, true)])
  codings = new Map([
    ['C02', ofAna],
    ['C03', ofBen],
  ])
  for (const views of codings.values()) expect(views.flatMap(rawSpans).length).toBeGreaterThanOrEqual(10)
}, 300_000)

/** The rows of the codes, as the report has them. */
async function readCodes(level: Level): Promise<VariableAgreement[]> {
  const response = await lead.page.request.get(`/api/studies/${studyId}/agreement?format=json&unit=${level}&seed=7`)
  expect(response.status()).toBe(200)
  const { variables } = (await response.json()) as StudyAgreement
  return variables.filter(({ kind }) => kind === 'code_presence')
}

it.each(['sentence', 'token', 'paragraph', 'document'] as const)(
  'reports figures at the unit %s that equal those computed from the raw spans',
  async (level) => {
    const codes = await readCodes(level)
    expect(codes).toHaveLength(6)
    for (const row of codes) {
      const units = unitTable(rawDocuments(codings), row.key, level)
      expect(row.units).toBe(units.length)
      expect(row.prevalence.value).toBeCloseTo(prevalence(units), 12)
      expect(row.percent.value).toBeCloseTo(percentAgreement(units), 12)
      expectSame(row.alpha.value, alpha(units))
      expectSame(row.kappa.pairs[0]?.kappa.value ?? null, kappa(units, 'C02', 'C03'))
    }
  },
)

function expectSame(reported: number | null, computed: number | null): void {
  if (reported === null || computed === null) expect(reported).toBe(computed)
  else expect(reported).toBeCloseTo(computed, 12)
}

it('gives the interval that a bootstrap with the same draws gives when it counts each draw anew', async () => {
  const documents = rawDocuments(codings)
  for (const { key, alpha: reported } of await readCodes('sentence')) {
    const interval = alphaInterval(documents, key, 'sentence', { seed: 7, replicates: 2000 })
    if (interval === null) expect(reported.interval.low).toBeNull()
    else {
      expect(reported.interval.low).toBeCloseTo(interval.low, 12)
      expect(reported.interval.high).toBeCloseTo(interval.high, 12)
    }
  }
})

/** What a row of Table 1 shows: for each cell the figures behind its text, or a dash where there is none. */
async function readTable(): Promise<Record<string, string[][]>> {
  const rows = await lead.page
    .getByRole('table', { name: 'Table 1. Agreement on each code' })
    .locator('tbody tr')
    .evaluateAll((nodes) =>
      nodes.map((row): [string, string[][]] => [
        row.querySelector('th')?.textContent ?? '',
        Array.from(row.querySelectorAll('td'), (cell) => {
          const figures = Array.from(cell.querySelectorAll('data'), (figure) => figure.value)
          const dashes = Array.from(cell.querySelectorAll('a'), (link) => link.textContent?.charAt(0) ?? '')
          return [...figures, ...dashes]
        }),
      ]),
    )
  return Object.fromEntries(rows)
}

const shown = (value: number | null) => (value === null ? '—' : String(value))

/** The cells a code must have: a verdict (with the units it lacks), alpha with its interval, percent, n, prevalence. */
function cellsOf({ units, prevalence: share, percent, alpha: found, provisional }: VariableAgreement): string[][] {
  const { low, high } = found.interval
  const interval = found.value === null ? [] : low === null ? ['—'] : [shown(low), shown(high)]
  return [
    provisional ? [shown(provisional.unitsNeeded)] : [],
    [shown(found.value), ...interval],
    ...[[shown(percent.value)], [shown(units)], [shown(share.value)]],
  ]
}

it('shows the same figures on the page, code by code', async () => {
  const codes = await readCodes('sentence')
  await lead.page.goto(`/studies/${studyId}/agreement?unit=sentence&seed=7`)
  expect(codes.filter(({ alpha: found }) => found.value !== null)).not.toHaveLength(0)
  expect(await readTable()).toEqual(Object.fromEntries(codes.map((row) => [row.label, cellsOf(row)])))
})

it('offers, beside these figures, the kappa of each pair as CSV', async () => {
  const href = await lead.page.getByRole('link', { name: 'irr_pairwise.csv' }).getAttribute('href')
  const all: Record<string, string>[] = parse(await (await lead.page.request.get(href ?? '')).text(), { columns: true })
  const lines = all.filter((line) => line.var_kind === 'code_presence')
  expect(lines).toHaveLength(6)
  for (const line of lines) {
    const computed = kappa(unitTable(rawDocuments(codings), line.variable ?? '', 'sentence'), 'C02', 'C03')
    expect([line.coder_a, line.coder_b]).toEqual(['C02', 'C03'])
    expectSame(line.kappa === 'NA' ? null : Number(line.kappa), computed)
    expect(line.kappa_status === 'ok').toBe(computed !== null)
  }
})

it('exports CSV from which the same alpha comes out', async () => {
  const response = await lead.page.request.get(`/api/studies/${studyId}/export/unit_coder_long.csv`)
  const lines: Record<string, string>[] = parse(await response.text(), { columns: true })
  for (const row of await readCodes('sentence')) {
    const units = new Map<string, Map<string, number>>()
    for (const line of lines.filter(({ variable }) => variable === row.key)) {
      const unit = units.get(line.unit_id ?? '') ?? new Map()
      units.set(line.unit_id ?? '', unit.set(line.coder, Number(line.value)))
    }
    expectSame(row.alpha.value, alpha([...units.values()]))
  }
})

it('exports every annotation with offsets and words that belong together', async () => {
  const response = await lead.page.request.get(`/api/studies/${studyId}/export/annotations.csv`)
  const lines: Record<string, string>[] = parse(await response.text(), { columns: true })
  const documents = new Map([...codings.values()].flat().map(({ document }) => [document.number, document.text]))
  expect(lines).toHaveLength([...codings.values()].flat().flatMap(rawSpans).length)
  for (const line of lines) {
    const text = [...(documents.get(Number(line.doc_id?.slice(1))) ?? '')]
    const quote = text.slice(Number(line.start), Number(line.end)).join('')
    expect([quote, `'${quote}`]).toContain(line.quote)
  }
})

it('left no complaint on anybody’s console, and asked no other origin for anything', () => {
  for (const person of [lead, ana, ben]) person.complaints.expectNone()
})
