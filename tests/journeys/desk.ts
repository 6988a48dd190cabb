import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Span } from '@/lib/coding/annotation'
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
  // A connection may have died with the server.
  const response = await page.request.get(`/api/codings/${page.url().split('/').at(-1)}`, { maxRetries: 3 })
  expect(response.status()).toBe(200)
  return response.json()
}

/** Line and UTF-16 column of a code point, from the text alone. */
function placeOf(text: string, codePoint: number): { line: number; column: number } {
  const lines = [...text].slice(0, codePoint).join('').split('\n')
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 }
}

/** Runs in the page: scrolls to the first character of a span; where that one begins and the last one ends. */
async function edgesOnScreen([first, last]: [{ line: number; column: number }, { line: number; column: number }]) {
  const characterAt = ({ line, column }: { line: number; column: number }) => {
    const block = document.querySelectorAll('.ProseMirror p')[line]
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
  // What comes into sight is laid out then, and may move what was there: as a hand would, it is looked for again.
  for (let times = 0; times < 4; times += 1) {
    const top = characterAt(first).getBoundingClientRect().top - window.innerHeight / 3
    scroller?.scrollBy({ top, behavior: 'instant' })
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }
  const [from, to] = [characterAt(first).getBoundingClientRect(), characterAt(last).getBoundingClientRect()]
  return {
    from: { x: from.left + 0.5, y: from.top + from.height / 2 },
    to: { x: to.right - 0.5, y: to.top + to.height / 2 },
  }
}

function onScreen(page: Page, text: string, { start, end }: Span) {
  const last = placeOf(text, end)
  return page.evaluate(edgesOnScreen, [placeOf(text, start), { line: last.line, column: last.column - 1 }] as [
    { line: number; column: number },
    { line: number; column: number },
  ])
}

/** Drags over the words from start to end. */
export async function select(page: Page, text: string, span: Span): Promise<void> {
  const { from, to } = await onScreen(page, text, span)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Runs in the page: selects from one UTF-16 offset of a text of one line to another. */
function selectExactly([start, end]: [number, number]): void {
  const walker = document.createTreeWalker(document.querySelector('.desk-text') ?? document, NodeFilter.SHOW_TEXT)
  const placeOf = (offset: number): [Node, number] => {
    walker.currentNode = walker.root
    let rest = offset
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (rest <= length) return [node, rest]
      rest -= length
    }
    throw new Error(`The desk shows no character ${offset}.`)
  }
  document.querySelector<HTMLElement>('.desk-text')?.focus()
  document.getSelection()?.setBaseAndExtent(...placeOf(start), ...placeOf(end))
}

/** Selects in a text of one line without a mouse: where the direction of writing changes, one place on the screen is two in the text. */
export async function selectWithoutMouse(page: Page, text: string, { start, end }: Span): Promise<void> {
  const units = (offset: number) => [...text].slice(0, offset).join('').length
  await page.evaluate(selectExactly, [units(start), units(end)] as [number, number])
}

/** Clicks on the first character of the words. */
export async function clickOn(page: Page, text: string, span: Span): Promise<void> {
  const { from } = await onScreen(page, text, span)
  await page.mouse.click(from.x + 2, from.y)
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

/** Codes words n and n + 1 of the text as a figure, or with another key. */
export async function codeWords(
  page: Page,
  { document }: Pick<CodingView, 'document'>,
  n: number,
  key = 'u',
  target?: string,
): Promise<void> {
  const { tokens, text } = document
  const mark = { key, start: tokens[2 * n] ?? 0, end: tokens[2 * n + 3] ?? 0 }
  await code(page, text, target === undefined ? mark : { ...mark, target })
}

/**
 * Waits until the desk says that the server has everything.
 * @param timeout in milliseconds; by default that of every wait
 */
export async function untilSaved(page: Page, timeout?: number): Promise<void> {
  // What was done this moment is seen in the text first, and a frame or two later in what stands beside it.
  await wait(200)
  await page.locator('[data-save=saved]').waitFor(timeout === undefined ? {} : { timeout })
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit coding' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Submit/ })
    .click()
  await page.getByText('Submitted', { exact: false }).first().waitFor()
}
