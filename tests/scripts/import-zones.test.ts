import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The layers of the README, held by the linter: imports that must fail and imports that must pass for each zone. */

const refused = [
  ['lib/text/x.ts', '../coding/codebook'],
  ['lib/text/x.ts', '@/lib/coding/codebook'],
  ['lib/text/x.ts', 'zod'],
  ['lib/agreement/x.ts', '../text/spans'],
  ['lib/agreement/x.ts', '@/lib/db'],
  ['lib/agreement/x.ts', 'node:fs'],
  ['lib/coding/x.ts', '../formats/documents'],
  ['lib/coding/x.ts', '../env'],
  ['lib/coding/x.ts', 'next-auth'],
  ['lib/formats/x.ts', '../db'],
  ['lib/formats/x.ts', 'node:fs'],
  ['lib/agreement/report/x.ts', '../../coding/codebook'],
  ['lib/coding/statistics/x.ts', '../../formats/documents'],
  ['lib/coding/review/x.ts', '../../verbs/review'],
  ['lib/coding/review/x.ts', 'node:crypto'],
  ['lib/formats/agreement-report/x.ts', '../../verbs/agreement'],
  ['lib/plots/x.ts', '../db'],
  ['lib/plots/x.ts', 'react'],
  ['lib/policy.ts', './db'],
  ['lib/computing/x.ts', '../db'],
  ['lib/computing/x.ts', '../verbs/agreement'],
  ['lib/verbs/x.ts', '../http/route'],
  ['lib/verbs/steps/x.ts', 'next/headers'],
  ['lib/http/x.ts', '../db'],
  ['lib/http/x.ts', '../verbs/steps/memberships'],
  ['lib/x.ts', '@/app/reading'],
  ['components/x.tsx', '@/lib/verbs/studies'],
  ['components/x.tsx', '@/lib/db'],
  ['components/x.tsx', '@/lib/http/route'],
  ['components/x.tsx', '@/lib/migrations'],
  ['app/x.tsx', '@/lib/db'],
  ['app/x.tsx', '@/lib/verbs/steps/memberships'],
]

const allowed = [
  ['lib/text/x.ts', './spans'],
  ['lib/agreement/x.ts', './estimate'],
  ['lib/coding/x.ts', '../text/spans'],
  ['lib/formats/x.ts', '../coding/codebook'],
  ['lib/agreement/report/x.ts', '../krippendorff-alpha'],
  ['lib/coding/statistics/x.ts', '../codebook'],
  ['lib/coding/review/x.ts', 'uuid'],
  ['lib/coding/review/x.ts', '../statistics/partners'],
  ['lib/coding/statistics/x.ts', '../../agreement/report/document-statistics'],
  ['lib/formats/agreement-report/x.ts', '../../agreement/report/agreement-report'],
  ['lib/plots/x.ts', '../formats/agreement-report/numbers'],
  ['lib/plots/x.ts', '@observablehq/plot'],
  ['lib/computing/x.ts', '../coding/codebook'],
  ['lib/verbs/x.ts', '../db'],
  ['lib/http/x.ts', '../verbs/health'],
  ['components/x.tsx', '@/lib/http/client'],
  ['components/x.tsx', '@/lib/coding/codebook'],
  ['app/x.tsx', '@/lib/verbs/studies'],
]

/** Each case a file of its own, except where the zone is one file. */
const fileOf = (file = '', number: number) => file.replace(/x\.tsx?$/, `x${number}.ts`)

let folder: string
let output: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'framewise-zones-'))
  const { vcs: _, ...settings } = JSON.parse(readFileSync('biome.json', 'utf8'))
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(settings))
  for (const [number, [file, imported]] of [...refused, ...allowed].entries()) {
    const target = path.join(folder, fileOf(file, number))
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, `import { x } from '${imported}'\n\nexport const y = x\n`)
  }
  const biome = path.resolve('node_modules/@biomejs/biome/bin/biome')
  const options = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--colors=off']
  const run = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' })
  output = run.stdout + run.stderr
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(refused.map(([file, imported], number) => [file, imported, number] as const))(
  'in %s the linter refuses an import of %s',
  (file, _, number) => {
    expect(output).toContain(`${fileOf(file, number)}:1:`)
  },
)

it.each(allowed.map(([file, imported], number) => [file, imported, number + refused.length] as const))(
  'in %s the linter allows an import of %s',
  (file, _, number) => {
    expect(output).not.toContain(`${fileOf(file, number)}:1:`)
  },
)
