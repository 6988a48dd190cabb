// npm test: prepares the clone and runs everything. Its last line is "N passed, N failed", over all runners.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { runChecks } from './checks.mjs'
import { findChromium, findPostgres } from './machine.mjs'
import { prepare, root } from './prepare.mjs'

const chromium = findChromium()
const hasPostgres = Boolean(process.env.DATABASE_URL_FOR_TESTS || findPostgres())

/** What this machine cannot run, and how to change that. */
function leftOut() {
  const missing = []
  if (!hasPostgres) {
    missing.push('the tests on PostgreSQL: no server here. Get one: apt-get install postgresql')
  }
  if (!chromium) {
    missing.push('the journeys: no browser here. Get one: apt-get install chromium (or set CHROMIUM_PATH)')
  }
  return missing
}

function runJest(resultFile, args) {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
  return new Promise((resolve) => {
    spawn(process.execPath, [...jest, '--ci', '--json', `--outputFile=${resultFile}`, ...args], {
      cwd: root,
      // With --json, jest reports to people on stderr and prints the JSON, which is in the file too, on stdout.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
    }).once('close', resolve)
  })
}

/** Runs jest and counts. A file that could not run, or a run that ended without a result, is a failure. */
async function countJest(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'framewise-results-'))
  const file = path.join(folder, 'results.json')
  const code = await runJest(file, args)
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'))
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
    return {
      passed: result.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: result.numPendingTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const projects = ['pure', 'database', 'components', ...(hasPostgres ? ['database-postgres'] : [])]

await prepare({ production: Boolean(chromium) })
const results = [await runChecks()]
results.push(await countJest(['--selectProjects', ...projects, '--maxWorkers', String(availableParallelism())]))
// A browser, a server and a database at once are enough for a small machine: one journey after the other.
if (chromium) results.push(await countJest(['--selectProjects', 'journeys', '--runInBand']))

const total = (what) => results.reduce((sum, result) => sum + (result[what] ?? 0), 0)
if (total('skipped') > 0) console.log(`\nSKIPPED: ${total('skipped')} tests, each named above with its reason.`)
for (const what of leftOut()) console.log(`\n!!! LEFT OUT: ${what}`)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exit(total('failed') === 0 ? 0 : 1)
