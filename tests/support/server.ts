import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve, untilHealthy } from '../../scripts/serve.mjs'
import { freePort } from './postgres-server'

export interface SampleAccount {
  email: string
  password: string
  role: string
}

/** A server of the production build, in a process of its own. */
export interface TestServer {
  /** Without a slash at its end. */
  address: string
  dataFolder: string
  /** Everything that the server has written, for a message when a test fails. */
  output(): string
  sampleAccounts(): Promise<SampleAccount[]>
  /** Ends the process and waits for its end. SIGKILL gives it no chance to clean up. @returns its exit code */
  kill(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>
  /** Starts it again on the same port, data folder and database. */
  restart(): Promise<void>
  /** Ends the process, if it runs, and removes the data folder. */
  close(): Promise<void>
}

/**
 * Starts the built server on a free port with a data folder of its own, and waits until it is healthy.
 * @param options databaseUrl: use this PostgreSQL database instead of the embedded one; sample: load the sample study;
 *   env: more environment variables
 * @throws Error with the server's messages when it does not become healthy
 */
export async function startServer(
  options: { databaseUrl?: string; sample?: boolean; env?: Record<string, string> } = {},
): Promise<TestServer> {
  if (!existsSync('.next/BUILD_ID')) throw new Error('The journeys use the production build: npm run build')
  const port = await freePort()
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'framewise-server-'))
  const env = {
    ...process.env,
    NEXTAUTH_URL: undefined,
    DATABASE_URL: options.databaseUrl,
    FRAMEWISE_DATA: dataFolder,
    FRAMEWISE_SAMPLE: options.sample ? '1' : '0',
    NEXTAUTH_SECRET: undefined,
    ...options.env,
  }
  let output = ''
  let child: ChildProcess | undefined

  const start = async () => {
    child = serve({ port, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const keep = (chunk: unknown) => {
      output += String(chunk)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    if (!(await untilHealthy(child, port))) throw new Error(`The server did not become healthy:\n${output}`)
  }

  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return running?.exitCode ?? null
    const exit = new Promise<number | null>((resolve) => running.once('exit', resolve))
    running.kill(signal)
    return exit
  }

  const close = async () => {
    await kill('SIGKILL')
    await rm(dataFolder, { recursive: true, force: true })
  }

  try {
    await start()
  } catch (error) {
    await close()
    throw error
  }
  return {
    address: `http://localhost:${port}`,
    dataFolder,
    output: () => output,
    sampleAccounts: async () => JSON.parse(await readFile(path.join(dataFolder, 'sample-accounts.json'), 'utf8')),
    kill,
    restart: start,
    close,
  }
}
