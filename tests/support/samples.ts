import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { AttributeValue, Segment, Span } from '@/lib/coding/annotation'

/** A passage of a news text with a coding of it: annotations in the names of the default codebook. */
export interface TrickyPassage {
  id: string
  title: string
  /** File of the news text. */
  doc: string
  annotations: {
    key: string
    code: string
    segments?: Span[]
    parts?: Partial<Record<Segment['part'], Span[]>>
    attributes: Record<string, AttributeValue>
    /** Keys of the annotations that this one is linked to, by relation. */
    relations: Record<string, string>
  }[]
}

interface TrickyPassages {
  /** Of each news text. */
  sha256: Record<string, string>
  cases: TrickyPassage[]
  /** Short texts of a difficulty each, without a coding. */
  invented: { id: string; title: string; text: string }[]
}

/** Real texts and codings lie beside the repository on some machines; they are read in place, never copied into it. */
const sharedFolder = resolve(__dirname, '../../../shared')
const samplesFolder = resolve(sharedFolder, 'samples')

/** A file of the samples as text. */
export function sampleText(file: string): string {
  return readFileSync(resolve(samplesFolder, file), 'utf8')
}

/** A CSV file of the samples as records by the names of its columns. */
export function sampleRows(file: string): Record<string, string>[] {
  return parse(sampleText(file), { columns: true, bom: true })
}

/** Declares a test on real files; where the folder of the samples is absent, one that says so in its name. */
export function testWithSample(folder: string, name: string, check: () => void, timeoutMs?: number): void {
  const isThere = existsSync(resolve(samplesFolder, folder))
  if (isThere) test(name, check, timeoutMs)
  else test(`skipped, for the ${folder} samples are absent: ${name}`, () => expect(isThere).toBe(false))
}

/** The real news texts, sorted by name; empty where they are absent. */
export function newsSamples(): { name: string; text: string }[] {
  if (!existsSync(resolve(samplesFolder, 'news'))) return []
  const names = readdirSync(resolve(samplesFolder, 'news')).filter((file) => file.endsWith('.txt'))
  return names.sort().map((name) => ({ name, text: sampleText(`news/${name}`) }))
}

/** Passages that are hard to code, with a coding of each; undefined where they are absent. */
export function trickyPassages(): TrickyPassages | undefined {
  const file = resolve(sharedFolder, 'design/tricky-cases.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Declares a test on the real news texts. */
export function testWithNews(name: string, check: (samples: { name: string; text: string }[]) => void): void {
  testWithSample('news', name, () => check(newsSamples()))
}
