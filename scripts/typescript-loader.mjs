// Module hooks: lets Node run the TypeScript of lib/ from source, without a build. Node 20 cannot by itself.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from '@swc/core'

const endings = ['.ts', '.tsx', '/index.ts']
const root = new URL('..', import.meta.url)

/** Finds `./span` as span.ts, and `@/lib/x` from the root, as the compiler does. */
export async function resolve(specifier, context, next) {
  const base = specifier.startsWith('@/') ? new URL(specifier.slice(2), root) : relativeTo(specifier, context.parentURL)
  const ending = base && endings.find((candidate) => existsSync(fileURLToPath(base.href + candidate)))
  return ending ? { url: base.href + ending, shortCircuit: true } : next(specifier, context)
}

function relativeTo(specifier, parent) {
  return /^\.\.?\//.test(specifier) && parent?.startsWith('file:') ? new URL(specifier, parent) : null
}

/** Takes the types out of .ts files; everything else loads as ever. */
export async function load(url, context, next) {
  if (!/^file:.*\.tsx?$/.test(url)) return next(url, context)
  const filename = fileURLToPath(url)
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    configFile: false,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: { parser: { syntax: 'typescript', tsx: url.endsWith('x') }, target: 'es2022' },
  })
  return { format: 'module', source: code, shortCircuit: true }
}
