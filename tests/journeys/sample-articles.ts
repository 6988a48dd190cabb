import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TextFile } from './people'

/** The first articles of the sample study, for machines without the real news texts. */
export function sampleArticles(most = 4): TextFile[] {
  const names = readdirSync('samples/articles').sort().slice(0, most)
  return names.map((name) => ({ name, text: readFileSync(path.join('samples/articles', name), 'utf8') }))
}
