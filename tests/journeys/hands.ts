import type { Locator, Page } from 'playwright-core'
import type { AnnotationValue } from '@/lib/coding/annotation'
import { sliceCodePoints } from '@/lib/text/code-points'
import { readCoding, untilSaved } from './desk'
import { createsStudy, importsFiles, type Person, startsCoding } from './people'

/** A coder's hands at the desk without a mouse: keys, and what stands where afterwards. */

/** A short article about invented people, with a quotation, an emoji of several code points and accents. */
export const harbourArticle = [
  'The count at the harbour',
  '',
  '“The count is wrong,” Ena Brisk told reporters on the quay. She saved the harbour that night.',
  '',
  'Café owners called the governor a tyrant 👩🏽‍✈️ and a thief. Eleven boats were lost.',
].join('\n')

/** Makes a study on the short article with the whole codebook, where attributions have three parts, and opens the desk. */
export async function opensHarbourArticle(coder: Person): Promise<void> {
  await coder.page.getByLabel(/I code too/).check()
  await coder.page.locator('input[name=template][value=default]').check()
  await createsStudy(coder, 'Harbour')
  await importsFiles(coder, [{ name: 'count.txt', text: harbourArticle }])
  await startsCoding(coder)
}

/** What the server keeps: the live annotations with their words by part, in the order of the text. */
export async function storedMarks(page: Page): Promise<{ code: string; words: string[]; value: AnnotationValue }[]> {
  const { rows, document } = await readCoding(page)
  return rows
    .flatMap((row) => (row.kind === 'annotation' && !row.deleted ? [row.value] : []))
    .sort((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0))
    .map((value) => ({
      ...{ code: value.code, value },
      words: value.segments.map(({ part, start, end }) => {
        const words = sliceCodePoints(document.text, start, end)
        return part === 'span' ? words : `${part}: ${words}`
      }),
    }))
}

/** Waits until the server keeps exactly these annotations: each a code with its words. */
export async function untilStored(page: Page, expected: readonly (readonly string[])[]): Promise<void> {
  const read = async () => (await storedMarks(page)).map(({ code, words }) => [code, ...words])
  const end = Date.now() + 10_000
  while (Date.now() < end && JSON.stringify(await read()) !== JSON.stringify(expected)) await page.waitForTimeout(50)
  await untilSaved(page)
  expect(await read()).toEqual(expected)
}

const selectedWords = (page: Page) => page.evaluate(() => document.getSelection()?.toString().trim() ?? '')

/** Presses a stroke until something is so; a hand gives up after 120 times. */
async function pressUntil(page: Page, stroke: string, isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    if (await isSo()) return
    await page.keyboard.press(stroke)
  }
  throw new Error(`${stroke} never led to ${what}; selected: “${await selectedWords(page)}”`)
}

/** Extends the selection with a stroke until exactly these words are selected. */
export async function selectBy(page: Page, stroke: string, words: string): Promise<void> {
  await pressUntil(page, stroke, async () => (await selectedWords(page)) === words, `“${words}”`)
}

/** Runs in the page: the text after the caret, from its next word. */
function afterCaret(): string {
  const { focusNode, focusOffset } = document.getSelection() ?? {}
  const text = document.querySelector('.desk-text')
  if (!text || !focusNode) return ''
  const range = document.createRange()
  range.selectNodeContents(text)
  range.setStart(focusNode, focusOffset ?? 0)
  return range.toString().trimStart()
}

/** Moves the caret with a stroke until it stands before these words. */
export async function caretBefore(page: Page, stroke: string, words: string): Promise<void> {
  await pressUntil(page, stroke, async () => (await page.evaluate(afterCaret)).startsWith(words), `“${words}”`)
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  const hasFocus = () => target.first().evaluate((element) => element === document.activeElement)
  await pressUntil(page, 'Tab', hasFocus, `${target}`)
}

/** Presses Esc until the text has the focus again. */
export async function backToText(page: Page): Promise<void> {
  const isInText = () => page.evaluate(() => document.activeElement?.matches('.desk-text') ?? false)
  await pressUntil(page, 'Escape', isInText, 'the text')
}

/** Runs in the page: what the question that has the focus wants of a hand. */
function wanted(): 'choose' | 'list' | 'write' | 'nothing' | 'elsewhere' {
  const element = document.activeElement
  if (!element?.closest('aside')) return 'elsewhere'
  if (element instanceof HTMLSelectElement) return element.value ? 'nothing' : 'list'
  if (!(element instanceof HTMLInputElement)) return 'nothing'
  if (element.type === 'radio') {
    const group = document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]`)
    return [...group].some(({ checked }) => checked) ? 'nothing' : 'choose'
  }
  return element.type === 'text' && !element.value ? 'write' : 'nothing'
}

/** Goes with Tab through the questions from the one in focus and answers each: a name, or what is offered first. */
export async function answersAll(page: Page, name: string): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    const question = await page.evaluate(wanted)
    if (question === 'elsewhere') break
    if (question === 'choose') await page.keyboard.press('Space')
    if (question === 'list') await page.keyboard.press('ArrowDown')
    if (question === 'write') await page.keyboard.type(name)
    await page.keyboard.press('Tab')
  }
  await backToText(page)
}
