import type { Answer, Task } from './messages'

/** Where tasks are done. */
export interface Connection {
  send: (task: Task) => void
  /** Ends at once, in the midst of a task too. */
  end: () => void
}

/** @param failed when the worker itself does not work: its script could not be loaded, or memory ran out */
export type Connect = (answered: (answer: Answer) => void, failed: () => void) => Connection

/** Starts the worker that computes. */
export const startWorker: Connect = (answered, failed) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', (event: MessageEvent<Answer>) => answered(event.data))
  worker.addEventListener('error', failed)
  return { send: (task) => worker.postMessage(task), end: () => worker.terminate() }
}
