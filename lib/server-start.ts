import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stopChanges } from './changes'
import { closeDatabase, type DatabaseChoice, oneServerAtATime, openDatabase } from './db'
import { env } from './env'
import { log } from './log'
import { serverSecret } from './server-secret'
import { loadSampleStudy, type SampleAccount } from './verbs/sample'
import { stopRefreshes } from './verbs/steps/review/refresh-review'
import { closeJobs } from './verbs/steps/running-jobs'

const patienceMs = 4_000
const signals = ['SIGINT', 'SIGTERM'] as const

// In development Next calls the hook again when its code changes; the server it starts is still there then.
const shared = globalThis as typeof globalThis & { framewiseServerStarted?: true }

function chosenDatabase(): DatabaseChoice {
  const { databaseUrl, dataFolder, publicUrl } = env()
  if (databaseUrl) return { kind: 'postgres', url: databaseUrl }
  return { kind: 'embedded', folder: dataFolder, address: publicUrl }
}

/**
 * sample-accounts.json. Where the embedded database and a server share the data folder, the server's accounts stand in a
 * file of their own: neither may cost the other its passwords.
 */
async function accountsFile(): Promise<string> {
  const file = path.join(env().dataFolder, 'sample-accounts.json')
  const ofServer = path.join(env().dataFolder, 'sample-accounts.postgres.json')
  if (!existsSync(file)) return file
  if (env().databaseUrl) return ofServer
  if (!existsSync(ofServer)) await rename(file, ofServer)
  return file
}

/** Keeps the passwords of the sample accounts where only the owner of the server can read them. */
async function keepSampleAccounts(accounts: SampleAccount[]): Promise<void> {
  await mkdir(env().dataFolder, { recursive: true })
  const file = await accountsFile()
  // A file that is there already would keep the rights it has.
  await rm(file, { force: true })
  await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
}

async function open(): Promise<void> {
  await openDatabase(chosenDatabase())
  await serverSecret()
  if (env().sample) await oneServerAtATime(() => loadSampleStudy(null, { keep: keepSampleAccounts }))
}

/** Ends the event streams first, which would keep the process alive, then what is being computed, then the database. */
async function stop(): Promise<void> {
  // Ctrl-C reaches this process twice, from the terminal and from the start script.
  for (const signal of signals) process.removeListener(signal, stop).on(signal, () => {})
  setTimeout(() => process.exit(1), patienceMs)
  try {
    await stopChanges()
    await closeJobs()
    await stopRefreshes()
    await closeDatabase()
    process.exit(0)
  } catch (error) {
    log.error({ error }, 'the server could not end in order')
    process.exit(1)
  }
}

/**
 * Opens the database, brings it up to date and makes what the server needs.
 * @throws Error that says in words for the operator why the server cannot start
 */
export async function startServer(): Promise<void> {
  if (shared.framewiseServerStarted) return
  shared.framewiseServerStarted = true
  await open()
  for (const signal of signals) process.on(signal, stop)
  log.info({ database: env().databaseUrl ? 'postgres' : 'embedded' }, 'the server is ready')
}
