import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Real news texts lie beside the repository on some machines; they are read in place and never copied into it. */
const newsFolder = resolve(__dirname, '../../../shared/samples/news')

/** The real news texts, sorted by name; empty where they are absent. */
export function newsSamples(): { name: string; text: string }[] {
  if (!existsSync(newsFolder)) return []
  const names = readdirSync(newsFolder).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => ({ name, text: readFileSync(resolve(newsFolder, name), 'utf8') }))
}

/** Declares a test on the real news texts; where they are absent, one that says so in its name. */
export function testWithNews(name: string, check: (samples: { name: string; text: string }[]) => void): void {
  const samples = newsSamples()
  if (samples.length > 0) test(name, () => check(samples))
  else test(`skipped, for the news samples are absent: ${name}`, () => expect(samples).toEqual([]))
}
