import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Tasks } from './tasks'

/**
 * The one thread of this process in which everything heavy is computed, so that requests are answered meanwhile. It is
 * started when first needed and kept; it keeps no server from ending.
 */
interface Thread {
  worker: Worker
  waiting: Map<number, { resolve(output: unknown): void; reject(error: Error): void }>
  lastId: number
}

/** The thread ended before it answered: it was ended, it broke down, or memory ran out. */
class ThreadEnded extends Error {
  override name = 'ThreadEnded'
}

/** Whether the thread ended before it answered. By name: another copy of this module may have started the thread. */
export function isThreadEnded(error: unknown): boolean {
  return error instanceof Error && error.name === 'ThreadEnded'
}

// In production, pages and routes have separate copies of this module: the one thread is kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseThread?: Thread }

interface Answer {
  id: number
  output?: unknown
  error?: string
}

function startThread(): Thread {
  // Read as it lies in the clone, not bundled: hence the notes to the bundler. It needs none of the server's options.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'scripts', 'computing-worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ file, { execArgv: [], env: {} })
  const thread: Thread = { worker, waiting: new Map(), lastId: 0 }
  let cause: unknown
  worker.unref()
  worker.on('message', ({ id, output, error }: Answer) => {
    const waiting = thread.waiting.get(id)
    thread.waiting.delete(id)
    if (error === undefined) waiting?.resolve(output)
    else waiting?.reject(new Error(error))
  })
  worker.on('error', (error) => {
    cause = error
  })
  worker.once('exit', () => {
    if (shared.framewiseThread === thread) delete shared.framewiseThread
    for (const { reject } of thread.waiting.values()) reject(new ThreadEnded('The computing thread ended.', { cause }))
  })
  return thread
}

/**
 * Has a thread do something.
 * @throws ThreadEnded when it ends first, or has ended; Error for what the task threw
 */
export type Ask = <Name extends keyof Tasks>(name: Name, input: Tasks[Name]['input']) => Promise<Tasks[Name]['output']>

/** The thread as it is now, started if need be: whoever asks it keeps to it, since it remembers what it was told. */
export function askThread(): Ask {
  shared.framewiseThread ??= startThread()
  const thread = shared.framewiseThread
  return (name, input) => {
    if (shared.framewiseThread !== thread) return Promise.reject(new ThreadEnded('The computing thread ended.'))
    thread.lastId += 1
    const id = thread.lastId
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve: resolve as (output: unknown) => void, reject })
      thread.worker.postMessage({ id, name, input })
    })
  }
}

/** Ends the thread, whatever it is doing: what waits for it is told. */
export async function endThread(): Promise<void> {
  const thread = shared.framewiseThread
  delete shared.framewiseThread
  await thread?.worker.terminate()
}
