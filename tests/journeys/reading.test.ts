import { v7 as newId } from 'uuid'
import { openBrowser, type TestBrowser } from '../support/browser'
import { startServer, type TestServer } from '../support/server'
import { readCoding } from './desk'
import { arrives, createsFirstAccount, createsStudy, importsFiles, type Person, startsCoding } from './people'

/** What the desk's text is to those who do not see it as it is drawn: in a real browser, whose tree screen readers read. */

let browser: TestBrowser
let server: TestServer
let coder: Person

/** Long enough that most of it is not laid out; one paragraph runs from right to left. */
const paragraphs = [
  'Ferry to Lower Callis stops for the winter',
  ...Array.from({ length: 80 }, (_, i) => `On day ${i + 1} the ferry crossed ${'again and '.repeat(20)}again.`),
  'قالت حاكمة الميناء إن العبارة لن تبحر هذا الشتاء.',
  'The last crossing is on Friday.',
]

beforeAll(async () => {
  // As when a screen reader runs: Chromium otherwise leaves out what it has not laid out.
  browser = await openBrowser('--force-renderer-accessibility')
  server = await startServer()
  coder = await arrives(browser, server.address, 'Ana', { viewport: { width: 1280, height: 900 } })
  await createsFirstAccount(coder)
  await coder.page.getByLabel(/I code too/).check()
  await createsStudy(coder, 'Reading')
  await importsFiles(coder, [{ name: 'ferry.txt', text: paragraphs.join('\n\n') }])
  await startsCoding(coder)
}, 120_000)

afterAll(async () => {
  await coder?.close()
  await browser?.close()
  await server?.close()
})

interface TreeNode {
  nodeId: string
  childIds?: string[]
  role?: { value: string }
  name?: { value: string }
  properties?: { name: string; value: { value: unknown } }[]
}

/** What the browser hands to screen readers of the page, in the order in which it is read. */
async function readingTree(): Promise<TreeNode[]> {
  const session = await coder.page.context().newCDPSession(coder.page)
  await session.send('Accessibility.enable')
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: TreeNode[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const read = (id: string): TreeNode[] => {
    const node = byId.get(id)
    return node ? [node, ...(node.childIds ?? []).flatMap(read)] : []
  }
  return read(nodes[0]?.nodeId ?? '')
}

describe('the text of the desk', () => {
  it('is read whole and in its order, what is far from the window too', async () => {
    const tree = await readingTree()
    const from = tree.findIndex(
      ({ role, name }) => role?.value === 'textbox' && /Ferry to Lower Callis/.test(name?.value ?? ''),
    )
    expect(from).toBeGreaterThan(-1)
    const read = tree.slice(from).flatMap(({ role, name }) => (role?.value === 'StaticText' ? [name?.value ?? ''] : []))
    expect(read.slice(0, paragraphs.length)).toEqual(paragraphs)
  })

  it('tells where a mark begins and ends by the name of its code', async () => {
    const { page } = coder
    const { codingId, document } = await readCoding(page)
    const start = document.text.indexOf('crossed')
    const segments = [{ part: 'span' as const, start, end: start + 'crossed again'.length }]
    const value = { code: 'hero', segments, attributes: {}, note: '', unsure: true, touched: [] }
    const change = { mutationId: newId(), id: newId(), baseVersion: 0, op: 'put', kind: 'annotation', value }
    const sent = await page.request.post(`/api/codings/${codingId}/changes`, {
      data: { changes: [change] },
      headers: { origin: server.address },
    })
    expect(sent.status()).toBe(201)
    await page.reload()
    await page.locator(`mark[data-annotation="${change.id}"]`).waitFor()
    const tree = await readingTree()
    const at = tree.findIndex(({ role }) => role?.value === 'mark')
    const described = tree[at]?.properties?.find(({ name }) => name === 'roledescription')
    expect(described?.value.value).toBe('Hero')
    expect(tree.slice(at).find(({ role }) => role?.value === 'StaticText')?.name?.value).toBe('crossed again')
  })

  it('has a headline, and runs in the direction of each paragraph', async () => {
    const { page } = coder
    expect(await page.locator('.desk-text').getByRole('heading').allTextContents()).toEqual([paragraphs[0]])
    const directions = await page
      .locator('.desk-text p[dir]')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('dir')))
    expect(directions).toEqual(['rtl'])
    const arabic = page.locator('.desk-text p[dir=rtl]')
    await arabic.scrollIntoViewIfNeeded()
    expect(await arabic.evaluate((line) => getComputedStyle(line).direction)).toBe('rtl')
  })

  it('fits a window of half the width, as at twice the size, and nothing lies over the words', async () => {
    const { page } = coder
    await page.setViewportSize({ width: 640, height: 450 })
    await page.locator('.desk-text p').first().scrollIntoViewIfNeeded()
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth: inner, clientWidth: outer } = globalThis.document.documentElement
      return { scrollWidth: inner, clientWidth: outer }
    })
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
    const sides = await page.locator('.desk-text').evaluate((text) => {
      const box = text.getBoundingClientRect()
      return [box.left, box.right]
    })
    expect(sides[0]).toBeGreaterThanOrEqual(0)
    expect(sides[1]).toBeLessThanOrEqual(640)
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})
