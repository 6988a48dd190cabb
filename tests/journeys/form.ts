import type { Locator, Page } from 'playwright-core'
import type { AttributeValue } from '@/lib/coding/annotation'
import type { Attribute, Codebook } from '@/lib/coding/codebook'

/** The questions about the annotation in hand, answered with mouse and keyboard. */

async function choose(question: Locator, attribute: Attribute, id: string): Promise<void> {
  const label = attribute.values.find((value) => value.id === id)?.label ?? id
  const list = question.locator('select')
  if ((await list.count()) > 0) await list.selectOption({ label })
  // The circle itself is hidden behind its words.
  else await question.getByRole('radio', { name: label, exact: true }).locator('..').click()
}

async function name(question: Locator, names: readonly string[], multiple: boolean): Promise<void> {
  const field = question.locator('input')
  for (const one of names) {
    await field.fill(one)
    if (multiple) await field.press(';')
  }
  // The names on offer would stand over the next question.
  await field.press('Tab')
}

/**
 * Answers one question.
 * @param written how a number is written, where it is not as the codebook's language does
 */
export async function answer(
  page: Page,
  codebook: Codebook,
  key: string,
  value: AttributeValue,
  written?: string,
): Promise<void> {
  const attribute = codebook.attributes[key]
  if (!attribute) throw new Error(`The codebook asks no question “${key}”.`)
  const question = page.locator(`.desk-questions [data-question="${key}"]`)
  const values = Array.isArray(value) ? value : [String(value)]
  await question.waitFor()
  if (attribute.type === 'enum') for (const one of values) await choose(question, attribute, one)
  else if (attribute.type === 'entity_ref') await name(question, values, attribute.multiple)
  else {
    await question
      .locator('input')
      .fill(written ?? (typeof value === 'number' ? value.toLocaleString('en') : values.join('; ')))
    await question.locator('input').press('Tab')
  }
}

/** Says that the coder is unsure about the annotation in hand. */
export function markUnsure(page: Page): Promise<void> {
  return page.getByLabel('I am unsure about this one').check()
}
