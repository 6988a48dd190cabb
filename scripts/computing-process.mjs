// The process in which the server computes (lib/computing): runs the TypeScript of lib/ from source, as the command line does.
import { register } from 'node:module'

// Ctrl-C reaches the whole group; the server says when to end, and without it there is nothing to compute.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())

register('./typescript-loader.mjs', import.meta.url)
const { perform } = await import('../lib/computing/tasks.ts')

process.on('message', ({ id, name, input }) => {
  try {
    process.send({ id, output: perform(name, input) })
  } catch (error) {
    process.send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
