// Brings a clone to the point where it can run: installs, generates and builds, each only when it is out of date.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fingerprint, isInstalled, isMadeFrom, markMadeFrom } from './staleness.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

const clientSources = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']
const buildSources = [
  'app',
  'components',
  'lib',
  'public',
  'samples',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Stops with a clear message on a Node that is too old, before anything fails strangely. */
function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Framewise needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
}

/** Ends this program with a message for the person who started it. */
export function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}

/** Runs a program and keeps what it says for the case that it fails. */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code, output }))
  })
}

async function step(title, command, args, env) {
  const begin = Date.now()
  process.stdout.write(`${title} ... `)
  const { code, output } = await run(command, args, env)
  if (code !== 0) {
    console.log('failed')
    fail(`${output.trim()}\n\n${title} failed: see above.`)
  }
  console.log(`${((Date.now() - begin) / 1000).toFixed(1)} s`)
}

async function install() {
  if (isInstalled(root)) return
  // Not "npm ci": it refuses a lock file that lacks the optional packages of other systems, as npm writes it where the
  // registry does not offer them. This installs the locked versions too and leaves the lock file alone.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  await step('Installing packages', npm ? process.execPath : 'npm', npm ? [npm, ...args] : args)
}

async function generateClient() {
  const sources = fingerprint(root, clientSources)
  if (isMadeFrom(root, 'prisma/generated', sources)) return
  await step('Generating the database client', process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    // Prisma would download an engine that generating does not use; any program that exists keeps it from that.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
  })
  markMadeFrom(root, 'prisma/generated', sources)
}

async function build() {
  const sources = fingerprint(root, buildSources)
  if (isMadeFrom(root, '.next', sources)) return
  await step('Building', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  markMadeFrom(root, '.next', sources)
}

/** Prepares the clone. Without `production`, as development, checks and most tests need it, nothing is built. */
export async function prepare({ production }) {
  refuseOldNode()
  await install()
  await generateClient()
  if (production) await build()
}
