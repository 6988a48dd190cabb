import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What decides the figures: the sources that the computing process runs. */
const folders = ['text', 'coding', 'agreement', 'computing']

let known: string | undefined

/**
 * SHA-256 over the sources of everything that computes, so that nothing is taken from a cache that other code filled.
 * Read once: a server that runs uses the code it started with.
 */
export function codeFingerprint(): string {
  known ??= fingerprintOf(path.join(/* turbopackIgnore: true */ process.cwd(), 'lib'))
  return known
}

function fingerprintOf(lib: string): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = readdirSync(/* turbopackIgnore: true */ path.join(lib, folder), { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((file) => file.endsWith('.ts')).sort()) {
      hash.update(`${folder}/${name}\0`).update(readFileSync(/* turbopackIgnore: true */ path.join(lib, folder, name)))
    }
  }
  return hash.digest('hex')
}
