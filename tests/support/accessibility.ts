import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page against WCAG 2.2 A and AA: the rule and the first place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: loaded } = globalThis as unknown as { axe: typeof import('axe-core') }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const results = await loaded.run(document, { runOnly: { type: 'tag', values: tags } })
    return results.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)
  })
}
