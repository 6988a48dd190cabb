// npm run bench -- NAME: runs one benchmark of bench/ from source. Each prints one table of figures and ratios.
import { existsSync, readdirSync } from 'node:fs'
import { register } from 'node:module'

const folder = new URL('../bench/', import.meta.url)
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.bench.ts') ? [file.replace('.bench.ts', '')] : []))
const [name, ...options] = process.argv.slice(2)
const file = new URL(`${name}.bench.ts`, folder)

if (!name || !existsSync(file)) {
  process.stderr.write(`Name a benchmark: npm run bench -- ${names.join(' | ')}\n`)
  process.exit(2)
}
register('./typescript-loader.mjs', import.meta.url)
const { bench } = await import(file.href)
await bench(options)
