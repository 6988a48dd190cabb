import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findPostgres } from '../../scripts/machine.mjs'

const run = promisify(execFile)

/** A PostgreSQL server that belongs to one run of the tests. */
export interface PostgresServer {
  /** Address of its maintenance database, with the right to create others. */
  url: string
  stop(): Promise<void>
}

/** initdb and postgres refuse to run as root; Debian's package brings a user for them. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function untilItAnswers(url: string, child: ChildProcess, messages: () => string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) break
    if (await answers(url)) return
    await wait(100)
  }
  throw new Error(`The PostgreSQL server for the tests did not start:\n${messages()}`)
}

/** A clean stop that does not wait for clients: SIGINT is PostgreSQL's "fast" shutdown. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await exit
}

/**
 * Starts a PostgreSQL server in a temporary folder, reachable on 127.0.0.1 only and without waiting for the disk.
 * @returns undefined when this machine has no server
 */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const programs = findPostgres()
  if (!programs) return undefined
  const user = await serverUser()
  const folder = await mkdtemp(path.join(tmpdir(), 'framewise-postgres-'))
  if (user) await chown(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const options = { cwd: folder, ...user }
  await run(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'framewise', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'],
    options,
  )
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off']
  const child = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let messages = ''
  child.stderr.on('data', (chunk) => {
    messages = (messages + chunk).slice(-4000)
  })
  const url = `postgresql://framewise@127.0.0.1:${port}/postgres`
  await untilItAnswers(url, child, () => messages)
  return {
    url,
    stop: async () => {
      await stopped(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
