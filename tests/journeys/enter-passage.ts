import type { Page } from 'playwright-core'
import type { Segment, Span } from '@/lib/coding/annotation'
import type { CodingView } from '@/lib/coding/coding-view'
import type { TrickyPassage } from '../support/samples'
import { clickOn, readCoding, select, selectWithoutMouse, untilSaved } from './desk'
import { answer, markUnsure } from './form'
import { wantedOf } from './passage'

/** A passage coded as a coder's hands do it: words selected, keys pressed, questions answered, links drawn. */

type Coded = TrickyPassage['annotations'][number]

/** The rows that a passage became. */
export interface Entered {
  /** Ids of its annotations, in its order. */
  ids: string[]
  /** "relation from to". */
  links: string[]
}

/** Right-to-left words are selected without a mouse. */
const selects = (page: Page, text: string, span: Span) =>
  (/\p{Script=Arabic}/u.test(text) ? selectWithoutMouse : select)(page, text, span)

/** Codes the main stretches: the first with the code's key, the others with the one that adds to it. */
async function marks(page: Page, text: string, key: string, stretches: readonly Span[], addKey: '+' | '1') {
  const [first, ...more] = stretches
  if (!first) throw new Error('There is nothing to mark.')
  await page.keyboard.press('Escape')
  await selects(page, text, first)
  await page.getByText('Code the selected words:').waitFor()
  await page.keyboard.press(key)
  for (const stretch of more) {
    await selects(page, text, stretch)
    await page.getByRole('button', { name: addKey === '+' ? 'Add these words to it' : 'Take and stay' }).waitFor()
    await page.keyboard.press(addKey)
  }
}

/** Gives the part that the desk asks for: every stretch of it, or none. */
async function givesPart(page: Page, text: string, part: Segment['part'], stretches: readonly Span[]): Promise<void> {
  await page.getByText(`Select the ${part}`).first().waitFor()
  for (const [index, stretch] of stretches.entries()) {
    await selects(page, text, stretch)
    await page.getByRole('button', { name: `Take as ${part}` }).waitFor()
    await page.keyboard.press(index + 1 < stretches.length ? 'Shift+Enter' : 'Enter')
  }
  if (stretches.length === 0) await page.getByRole('button', { name: 'Skip' }).click()
}

/** A number is written with the digits of the text. */
const writtenNumber = (text: string) => /[٠-٩]+/.exec(text)?.[0]

/** @returns the id of its row */
async function enters(page: Page, { codebook, document }: CodingView, coded: Coded): Promise<string> {
  const code = codebook.codes.find(({ key }) => key === coded.code)
  const { value, given } = wantedOf(codebook, coded)
  const stretches = (part: Segment['part']) => value.segments.filter((segment) => segment.part === part)
  const [main = 'span', ...others] = code?.parts ?? []
  await marks(page, document.text, code?.shortcut ?? '', stretches(main), main === 'span' ? '+' : '1')
  for (const part of others) await givesPart(page, document.text, part, stretches(part))
  for (const [key, said] of given) await answer(page, codebook, key, said, writtenNumber(document.text))
  if (value.unsure) await markUnsure(page)
  await untilSaved(page)
  // Ids ascend with time.
  const ids = (await readCoding(page)).rows.map(({ id }) => id)
  return ids.sort().at(-1) ?? ''
}

/** Links the annotation in hand to the one that lies closest around these words. */
async function linksTo(page: Page, view: CodingView, relation: string, words: Span): Promise<void> {
  const made = page.getByRole('button', { name: /^Remove the link/ })
  const before = await made.count()
  await page.getByRole('button', { name: 'Link to …' }).click()
  const label = view.codebook.relations.find(({ key }) => key === relation)?.label ?? relation
  const how = page.getByLabel('How', { exact: true })
  if ((await how.count()) > 0) await how.selectOption({ label: `${label} →` })
  await clickOn(page, view.document.text, words)
  await made.nth(before).waitFor()
}

/** Words of an annotation on which no other one lies closer: its cue, or all of a plain one. */
const ownWords = ({ parts, segments }: Coded): Span => (parts?.cue ?? segments)?.[0] ?? { start: 0, end: 0 }

/** Codes a whole passage on the desk that is open. */
export async function entersPassage(page: Page, view: CodingView, { annotations }: Pick<TrickyPassage, 'annotations'>) {
  const entered: Entered = { ids: [], links: [] }
  for (const coded of annotations) {
    const own = await enters(page, view, coded)
    entered.ids.push(own)
    for (const [relation, key] of Object.entries(coded.relations)) {
      const at = annotations.findIndex((one) => one.key === key)
      const other = annotations[at]
      if (!other) throw new Error(`The passage has no annotation ${key}.`)
      await linksTo(page, view, relation, ownWords(other))
      entered.links.push(`${relation} ${own} ${entered.ids[at]}`)
    }
    await page.keyboard.press('Escape')
  }
  return entered
}
