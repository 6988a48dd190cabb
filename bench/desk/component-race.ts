import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import type { MadeCoding } from './made-coding'

declare global {
  interface Window {
    coding: MadeCoding
    draw(coding: MadeCoding, inOne: boolean): Promise<number>
  }
}

/** One of the two: the desk's reading component, or Recogito's with the text in paragraphs or all in one. */
export interface Racer {
  entry: 'reading-page.tsx' | 'recogito-page.ts'
  inOne: boolean
}

async function bundled(entry: Racer['entry']): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? ''
  return { script: text('.js'), style: text('.css') }
}

/**
 * Draws a coding so many times in a page of its own.
 * @returns milliseconds of each run but the first one, from text and spans in memory to the painted highlights
 */
export async function race(browser: Browser, { entry, inOne }: Racer, coding: MadeCoding, runs: number) {
  const { script, style } = await bundled(entry)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(120_000)
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style><body>`)
  await page.addScriptTag({ content: script })
  await page.evaluate((made) => {
    window.coding = made
  }, coding)
  const times: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    times.push(await page.evaluate((one) => window.draw(window.coding, one), inOne))
  }
  await page.close()
  return times.slice(1)
}
