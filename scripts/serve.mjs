// Starts the built server as a process of its own, and waits until it answers.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Starts the server on a port.
 * @param {{port: number, mode?: 'start' | 'dev', env?: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions}} options
 * @returns {import('node:child_process').ChildProcess}
 */
export function serve({ port, mode = 'start', env = process.env, stdio = 'inherit' }) {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  return spawn(process.execPath, [next, mode, '-p', String(port)], {
    cwd: root,
    stdio,
    env: {
      NEXTAUTH_URL: `http://localhost:${port}`,
      ...env,
      PORT: String(port),
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // With an open event stream Next waits for ever; instrumentation.ts ends the streams and then the process.
      ...(mode === 'start' ? { NEXT_MANUAL_SIG_HANDLE: '1' } : {}),
    },
  })
}

async function isHealthy(port) {
  try {
    return (await fetch(`http://localhost:${port}/api/health`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}

/**
 * Waits until the server answers that it is well.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 * @returns {Promise<boolean>} false when the process ended or two minutes went by
 */
export async function untilHealthy(child, port) {
  const deadline = Date.now() + 120_000
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (await isHealthy(port)) return true
    await wait(100)
  }
  return false
}
