// The thread in which the server computes (lib/computing): runs the TypeScript of lib/ from source, as the command line does.
import { register } from 'node:module'
import { parentPort } from 'node:worker_threads'

register('./typescript-loader.mjs', import.meta.url)
const { perform } = await import('../lib/computing/tasks.ts')

parentPort.on('message', ({ id, name, input }) => {
  try {
    parentPort.postMessage({ id, output: perform(name, input) })
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
