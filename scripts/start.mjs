// npm start: prepares the clone, serves it, says where and how to sign in. With --dev: the development server.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { fail, prepare, root } from './prepare.mjs'
import { serve, untilHealthy } from './serve.mjs'

const graceMs = 5_000

/** The coder of the sample study who has texts left to code. */
const openCoder = 'chi@sample.example'

function readPort() {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  return fail(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}

/** The accounts of the sample study, when this server has them. */
function sampleAccounts() {
  if (process.env.DATABASE_URL && process.env.FRAMEWISE_SAMPLE !== '1') return undefined
  const folder = path.resolve(root, process.env.FRAMEWISE_DATA || 'data')
  const ofServer = path.join(folder, 'sample-accounts.postgres.json')
  const file = process.env.DATABASE_URL && existsSync(ofServer) ? ofServer : path.join(folder, 'sample-accounts.json')
  return existsSync(file) ? { file, accounts: JSON.parse(readFileSync(file, 'utf8')) } : undefined
}

function greet(address) {
  console.log(`\nFramewise is ready: ${address}`)
  const sample = sampleAccounts()
  const lead = sample?.accounts.find(({ role }) => role === 'lead')
  if (lead) {
    console.log(`To look at the sample study, sign in as ${lead.email}; to code a text in it, as ${openCoder}.`)
    console.log(`The passwords of all sample accounts are in ${sample.file}`)
  } else {
    console.log('Open it and sign in. On an empty server, the first visitor creates the first account.')
  }
  console.log('Stop with Ctrl-C.\n')
}

/** Passes the wish to stop on to the server, and ends it by force when it does not follow. */
function stopWith(child) {
  let asked = false
  const stop = () => {
    child.kill('SIGTERM')
    if (!asked) setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
    asked = true
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  child.once('exit', (code, signal) => {
    if (!asked) console.error(`\nThe server has ended (${signal ?? `exit code ${code}`}).\n`)
    process.exit(asked ? 0 : (code ?? 1))
  })
}

const mode = process.argv.includes('--dev') ? 'dev' : 'start'
if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'))
const port = readPort()
await prepare({ production: mode === 'start' })
if (!(await isFree(port)))
  fail(`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`)
const child = serve({ port, mode })
stopWith(child)
if (await untilHealthy(child, port)) greet(process.env.NEXTAUTH_URL || `http://localhost:${port}`)
else if (child.exitCode === null) {
  console.error('\nThe server runs but does not become healthy; see its messages above.\n')
}
