import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Tasks } from './tasks'

/**
 * The one process beside the server's in which everything heavy is computed, so that requests are answered meanwhile. It
 * is started when first needed and kept; it keeps no server from ending. A process and not a thread: it can be ended at
 * any moment, and whatever happens to it, the server goes on.
 */
interface Computing {
  child: ChildProcess
  waiting: Map<number, { resolve(output: unknown): void; reject(error: Error): void }>
  lastId: number
}

/** The process ended before it answered: it was ended, it broke down, or memory ran out. */
class ComputingEnded extends Error {
  override name = 'ComputingEnded'

  constructor(cause?: unknown) {
    super('The computing process ended.', { cause })
  }
}

/** Whether the process ended before it answered. By name: another copy of this module may have started it. */
export function isComputingEnded(error: unknown): boolean {
  return error instanceof Error && error.name === 'ComputingEnded'
}

// In production, pages and routes have separate copies of this module: the one process is kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseComputing?: Computing }

interface Answer {
  id: number
  output?: unknown
  error?: string
}

/**
 * Options of Node for the process: room for 64 MB of what is soon garbage saves a third of the time of composing a report
 * again, since collecting it means going through what is remembered.
 */
export const computingOptions = ['--max-semi-space-size=64'] as const

function startComputing(): Computing {
  // Read as it lies in the clone, not bundled: hence the notes to the bundler. It needs none of the server's options.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'scripts', 'computing-process.mjs')
  const child = fork(/* turbopackIgnore: true */ file, {
    execArgv: [...computingOptions],
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
  })
  const computing: Computing = { child, waiting: new Map(), lastId: 0 }
  child.unref()
  child.channel?.unref()
  child.on('message', ({ id, output, error }: Answer) => {
    const waiting = computing.waiting.get(id)
    computing.waiting.delete(id)
    if (error === undefined) waiting?.resolve(output)
    else waiting?.reject(new Error(error))
  })
  const ended = (cause: unknown) => {
    if (shared.framewiseComputing === computing) delete shared.framewiseComputing
    for (const { reject } of computing.waiting.values()) reject(new ComputingEnded(cause))
    computing.waiting.clear()
  }
  child.once('error', ended)
  child.once('exit', (code, signal) => ended(`exit code ${code}, signal ${signal}`))
  return computing
}

/**
 * Has the process do something.
 * @throws ComputingEnded when it ends first, or has ended; Error for what the task threw
 */
export type Ask = <Name extends keyof Tasks>(name: Name, input: Tasks[Name]['input']) => Promise<Tasks[Name]['output']>

/** The process as it is now, started if need be: whoever asks it keeps to it, since it remembers what it was told. */
export function askComputing(): Ask {
  shared.framewiseComputing ??= startComputing()
  const computing = shared.framewiseComputing
  return (name, input) => {
    if (shared.framewiseComputing !== computing) return Promise.reject(new ComputingEnded())
    computing.lastId += 1
    const id = computing.lastId
    return new Promise((resolve, reject) => {
      computing.waiting.set(id, { resolve: resolve as (output: unknown) => void, reject })
      // A message that cannot be sent means that the process is gone, which its end tells.
      computing.child.send({ id, name, input }, () => undefined)
    })
  }
}

/** Ends the process, whatever it is doing, and waits for its end: what waits for it is told. */
export async function endComputing(): Promise<void> {
  const computing = shared.framewiseComputing
  delete shared.framewiseComputing
  if (!computing || computing.child.exitCode !== null || computing.child.signalCode !== null) return
  const exit = new Promise((resolve) => computing.child.once('exit', resolve))
  computing.child.ref()
  computing.child.kill('SIGKILL')
  await exit
}
