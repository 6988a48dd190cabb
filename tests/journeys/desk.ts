import type { Page } from 'playwright-core'
import type { CodingView } from '@/lib/coding/coding-view'

/** The coding desk as a coder's hands use it: the mouse marks words, keys choose codes. */

/** A stretch of the text in code points, [start, end), with the key of a code. */
export interface Mark {
  key: string
  start: number
  end: number
  /** Filled in where the code asks who is framed. */
  target?: string
}

/** What the server keeps for the coding that is open in this page. */
export async function readCoding(page: Page): Promise<CodingView> {
  const response = await page.request.get(`/api/codings/${page.url().split('/').at(-1)}`)
  expect(response.status()).toBe(200)
  return response.json()
}

/** Line and UTF-16 column of a code point, from the text alone. */
function placeOf(text: string, codePoint: number): { line: number; column: number } {
  const lines = [...text].slice(0, codePoint).join('').split('\n')
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 }
}

/** Runs in the page: scrolls to the first character of a span; where that one begins and the last one ends. */
function edgesOnScreen([first, last]: [{ line: number; column: number }, { line: number; column: number }]) {
  const characterAt = ({ line, column }: { line: number; column: number }) => {
    const block = document.querySelector('.ProseMirror')?.children[line]
    if (!block) throw new Error(`The desk shows no line ${line}.`)
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let rest = column
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      const isText = !node.parentElement?.closest('[contenteditable=false]')
      if (isText && rest < length) {
        const range = document.createRange()
        range.setStart(node, rest)
        range.setEnd(node, rest + 1)
        return range
      }
      if (isText) rest -= length
    }
    throw new Error(`Line ${line} of the desk has no column ${column}.`)
  }
  // A text may be one long paragraph, so it is the character that is brought into sight, not its block.
  const scroller = document.querySelector('.desk-scroller')
  scroller?.scrollBy({
    top: characterAt(first).getBoundingClientRect().top - window.innerHeight / 3,
    behavior: 'instant',
  })
  const [from, to] = [characterAt(first).getBoundingClientRect(), characterAt(last).getBoundingClientRect()]
  return {
    from: { x: from.left + 0.5, y: from.top + from.height / 2 },
    to: { x: to.right - 0.5, y: to.top + to.height / 2 },
  }
}

/** Drags over the words from start to end. */
async function select(page: Page, text: string, { start, end }: { start: number; end: number }): Promise<void> {
  const last = placeOf(text, end)
  const { from, to } = await page.evaluate(edgesOnScreen, [
    placeOf(text, start),
    { line: last.line, column: last.column - 1 },
  ] as [{ line: number; column: number }, { line: number; column: number }])
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Marks the words, presses the code's key, and says who is framed where that is asked. */
export async function code(page: Page, text: string, mark: Mark): Promise<void> {
  // Of several tabs only the one in front takes a selection for certain.
  await page.bringToFront()
  await page.keyboard.press('Escape')
  await select(page, text, mark)
  await page.getByText('Code the selected words:').waitFor()
  await page.keyboard.press(mark.key)
  if (mark.target === undefined) return
  const target = page.getByLabel(/^Target/).first()
  await target.fill(mark.target)
  await target.press('Escape')
}

/** Waits until the desk says that the server has everything. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByText('Saved', { exact: true }).first().waitFor()
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit coding' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Submit/ })
    .click()
  await page.getByText('Submitted', { exact: false }).first().waitFor()
}
