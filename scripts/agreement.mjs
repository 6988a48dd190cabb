#!/usr/bin/env node
// npm run --silent agreement -- FILE: agreement figures of a file as JSON. Needs no server and no database.
import { register } from 'node:module'

// A reader that has seen enough (head) closes the pipe: no reason to complain.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
await startTypescript()
const { commandLine } = await import('./agreement-command.mjs')
const { output, problem, code } = await commandLine(process.argv.slice(2))
if (output !== undefined) process.stdout.write(`${JSON.stringify(output, null, 2)}\n`)
if (problem !== undefined) process.stderr.write(`${problem}\n`)
process.exitCode = code

/** Takes the installed packages for granted: this command prints figures, never an installation. */
async function startTypescript() {
  try {
    await import('@swc/core')
  } catch {
    process.stderr.write('The packages are not installed yet. Run npm install first.\n')
    process.exit(1)
  }
  register('./typescript-loader.mjs', import.meta.url)
}
