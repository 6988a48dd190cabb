import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Runs `agreement` as a person would, in a folder with these files. */
export function runAgreement(args: string[], files: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'framewise-agreement-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path.resolve('scripts/agreement.mjs'), ...args],
      options,
    )
    return { stdout, stderr, status, json: (): unknown => JSON.parse(stdout) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
