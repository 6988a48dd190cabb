import { v7 as newId } from 'uuid'
import type { Change, CodedRow } from '@/lib/coding/change'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { readCoding, submit, untilSaved } from './desk'
import { arrives, createsFirstAccount, createsStudy, importsFiles, type Person, startsCoding } from './people'
import { sampleArticles } from './sample-articles'

/** What stands beside the text, with the default codebook: links drawn in the margin, and questions about the article. */

let browser: TestBrowser
let server: TestServer
let coder: Person

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer()
  coder = await arrives(browser, server.address, 'Ana', { viewport: { width: 1280, height: 900 } })
  await createsFirstAccount(coder)
  await coder.page.getByLabel(/I code too/).check()
  await coder.page.locator('input[name=template][value=default]').check()
  await createsStudy(coder, 'Beside the text')
  await importsFiles(coder, sampleArticles().slice(0, 1))
  await startsCoding(coder)
}, 120_000)

afterAll(async () => {
  await coder?.close()
  await browser?.close()
  await server?.close()
})

/** Puts a figure on words n and n + 1. */
function figure(tokens: readonly number[], n: number): Change & { op: 'put' } {
  const segments = [{ part: 'span' as const, start: tokens[2 * n] ?? 0, end: tokens[2 * n + 3] ?? 0 }]
  const attributes = { quantity_kind: 'killed', precision: 'exact', sourcing_scope: 'none' }
  const value = { code: 'unsourced_figure', segments, attributes, note: '', unsure: false, touched: [] }
  return { mutationId: newId(), id: newId(), baseVersion: 0, op: 'put', kind: 'annotation', value }
}

const linksIn = (rows: CodedRow[]) => rows.flatMap((row) => (row.kind === 'link' && !row.deleted ? [row.value] : []))

describe('beside the text', () => {
  it('two annotations are linked by mouse, and the link is drawn in the margin, not over the words', async () => {
    const { page } = coder
    const { codingId, document } = await readCoding(page)
    const [one, other] = [figure(document.tokens, 30), figure(document.tokens, 80)]
    const sent = await page.request.post(`/api/codings/${codingId}/changes`, {
      data: { changes: [one, other] },
      headers: { origin: server.address },
    })
    expect(sent.status()).toBe(201)
    await page.reload()
    const mark = (id: string) => page.locator(`mark[data-annotation="${id}"]`).first()
    await mark(one.id).click()
    await page.getByRole('button', { name: 'Link to …' }).click()
    await page.getByLabel('How').selectOption({ label: 'Contradicts →' })
    await mark(other.id).click()
    await page.locator('.desk-link').waitFor({ state: 'attached' })
    await untilSaved(page)
    expect(linksIn((await readCoding(page)).rows)).toEqual([{ relation: 'contradicts', from: one.id, to: other.id }])
    const curve = await page.locator('.desk-link').boundingBox()
    const words = await page.locator('.desk-text').evaluate((text) => {
      const range = text.ownerDocument.createRange()
      const lines = [...text.querySelectorAll('p')]
      return Math.min(
        ...lines.flatMap((line) => {
          range.selectNodeContents(line)
          return Array.from(range.getClientRects(), ({ left, width }) => (width > 0 ? left : Number.POSITIVE_INFINITY))
        }),
      )
    })
    expect((curve?.x ?? Number.NaN) + (curve?.width ?? 0)).toBeLessThanOrEqual(words)
  })

  it('the article’s questions are answered by keyboard before the coding can be submitted', async () => {
    const { page } = coder
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Submit coding' }).first().click()
    await page.getByRole('dialog', { name: 'Not complete yet' }).getByRole('button', { name: 'Genre' }).click()
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Sela Marrin')
    await page.keyboard.press('Enter')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await untilSaved(page)
    const answers = (await readCoding(page)).rows.flatMap((row) => (row.kind === 'variable' ? [row.value] : []))
    expect(Object.fromEntries(answers.map(({ variable, value }) => [variable, value]))).toEqual({
      ...{ genre: 'news_report', focal_entity: 'Sela Marrin', focal_role: 'hero', focal_valence: '2' },
    })
    await submit(page)
    coder.complaints.expectNone()
  })
})
