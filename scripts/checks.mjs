// The checks: format, lint and layers; types; unused code; agreement of schema and migrations.
import { spawn } from 'node:child_process'
import { root } from './prepare.mjs'

const bin = (file) => `node_modules/${file}`
const checks = [
  ['format, lint and layers', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']],
  ['types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
  ['unused code', [bin('knip/bin/knip.js')]],
  ['schema and migrations agree', ['scripts/make-migration.mjs', '--check']],
]

function runOne([title, args]) {
  return new Promise((resolve) => {
    const begin = Date.now()
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('close', (code) => resolve({ title, ok: code === 0, output, seconds: (Date.now() - begin) / 1000 }))
  })
}

/** Runs all checks at once and says how each went. @returns {Promise<{passed: number, failed: number}>} */
export async function runChecks() {
  const results = await Promise.all(checks.map(runOne))
  for (const { title, ok, output, seconds } of results) {
    if (!ok) console.log(output.trim())
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${title} (${seconds.toFixed(1)} s)`)
  }
  const passed = results.filter(({ ok }) => ok).length
  return { passed, failed: results.length - passed }
}
