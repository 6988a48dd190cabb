import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type { ReportRequest } from '@/lib/agreement/report/agreement-report'
import { composeReport } from '@/lib/agreement/report/compose'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import type { UnitLevel } from '@/lib/coding/unit-levels'
import {
  type RecomputeLanguage,
  recomputeFiles,
  recomputeScript,
} from '@/lib/formats/agreement-report/recompute-script'
import type { ReportedStudy } from '@/lib/formats/agreement-report/study'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { unitCoderHeader, unitCoderLines } from '@/lib/formats/unit-coder-csv'
import { arbitraryStudy, codebook, codes, unitCodings } from '../../coding/statistics/submitted-studies'

/** Documents that up to four coders coded at random, the same every time; some have one coder or none. */
const studies = fc
  .sample(arbitraryStudy, { numRuns: 14, seed: 7 })
  .map(({ document, codings }, i) => ({ document: { ...document, number: i + 1 }, codings }))

function reported(change: Partial<ReportRequest> = {}): ReportedStudy {
  const variables = codes.map((key) => ({
    ...{ key, label: key, kind: 'code_presence', family: 'character', level: 'nominal', alphaMin: 0.8 },
  })) as ReportRequest['variables']
  const report = composeReport({
    documents: studies.map(({ document, codings }) => documentStatistics(document, codings, codebook)),
    ...{ variables, attributes: [], families: [], coders: ['C01', 'C02', 'C03', 'C04'] },
    ...{ unit: 'sentence', seed: 11, replicates: 300, ...change },
  })
  const about = { study: { title: 'Tarn' }, codebook, softwareVersion: '0.1.0', computedAt: '2026-03-01T00:00:00Z' }
  return { ...report, ...about }
}

function values(level: UnitLevel): string {
  const lines = studies.flatMap(({ document, codings }) => [
    ...unitCoderLines(document, unitCodings(codings), codes, level),
  ])
  return unitCoderHeader() + lines.join('')
}

function table(name: string, report: ReportedStudy): string {
  return [...(agreementTables.find((entry) => entry.name === name)?.write(report) ?? [])].join('')
}

const interpreters: Record<RecomputeLanguage, string> = { R: 'Rscript', python: 'python3' }
const folder = mkdtempSync(path.join(tmpdir(), 'recompute-'))
afterAll(() => rmSync(folder, { recursive: true }))

function recompute(language: RecomputeLanguage, files: Record<string, string>) {
  const own = mkdtempSync(path.join(folder, 'run-'))
  const script = recomputeFiles[language]
  for (const [name, text] of Object.entries({ ...files, [script]: recomputeScript(language) })) {
    writeFileSync(path.join(own, name), text)
  }
  const { status, stdout, stderr } = spawnSync(interpreters[language], [script], { cwd: own, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function filesOf(report: ReportedStudy, level: UnitLevel = 'sentence') {
  return {
    'irr_summary.csv': table('irr_summary', report),
    'irr_draws.csv': table('irr_draws', report),
    'unit_coder_long.csv': values(level),
  }
}

const figures = 21

describe.each(['python', 'R'] as const)('the script in %s', (language) => {
  const isThere = spawnSync(interpreters[language], ['--version']).status === 0
  const withInterpreter = (name: string, check: () => void) => {
    if (isThere) it(name, check, 60_000)
    else it(`skipped, for ${interpreters[language]} is absent: ${name}`, () => expect(isThere).toBe(false))
  }

  withInterpreter('computes every figure and interval of a report to the same value', () => {
    const report = reported()
    const { status, stdout, stderr } = recompute(language, filesOf(report))
    expect(stderr).toBe('')
    expect(stdout).toContain(`${codes.length * figures} of ${codes.length * figures} figures are the same to 1e-9.`)
    expect(status).toBe(0)
    expect(report.variables.filter(({ alpha }) => alpha.interval.low !== null).length).toBeGreaterThan(2)
  })

  withInterpreter('does so for some of the coders, another unit, and draws within strata', () => {
    const strata = Object.fromEntries(studies.map((_, i) => [`D${String(i + 1).padStart(4, '0')}`, `s${i % 2}`]))
    const report = reported({ coders: ['C01', 'C03'], unit: 'token', strata })
    const { status, stdout } = recompute(language, filesOf(report, 'token'))
    expect([status, stdout]).toEqual([0, expect.stringContaining('105 of 105')])
    expect(report.variables[0]?.scottPi.value).not.toBeNull()
  })

  withInterpreter('agrees with a report on what is undefined', () => {
    const nobody = reported({ coders: ['C01'] })
    expect(recompute(language, filesOf(nobody))).toMatchObject({ status: 0, stderr: '' })
    expect(nobody.variables.every(({ alpha }) => alpha.value === null)).toBe(true)
  })

  withInterpreter('ends with 1, and names the figure, where one differs by a billionth or is missing', () => {
    const files = filesOf(reported())
    const [head = '', first = '', ...others] = files['irr_summary.csv'].split('\n')
    const changed = (column: string, change: (cell: string) => string) => {
      const cells = first.split(',')
      const place = head.split(',').indexOf(column)
      cells[place] = change(cells[place] ?? '')
      return recompute(language, { ...files, 'irr_summary.csv': [head, cells.join(','), ...others].join('\n') })
    }
    const nudged = changed('alpha_lo', (cell) => String(Number(cell) + 2e-9))
    expect([nudged.status, nudged.stdout.match(/alpha_lo.*DIFFERS/g)]).toEqual([1, [expect.any(String)]])
    expect(changed('ac1', () => 'NA')).toMatchObject({ status: 1, stdout: expect.stringMatching(/ac1 +NA .*DIFFERS/) })
  })

  withInterpreter('says what is missing instead of guessing', () => {
    const { 'irr_draws.csv': _, ...withoutDraws } = filesOf(reported())
    const { stdout } = recompute(language, withoutDraws)
    expect(stdout).toContain('irr_draws.csv is not here')
    expect(stdout).not.toContain('alpha_lo')
    const otherUnit = recompute(language, filesOf(reported(), 'paragraph'))
    expect([otherUnit.status, otherUnit.stderr]).toEqual([2, expect.stringContaining('has no sentence')])
    expect(recompute(language, {})).toMatchObject({ status: 2, stderr: expect.stringContaining('must both be in') })
  })
})

it('the scripts load no package', () => {
  expect(recomputeScript('R')).not.toMatch(/library\(|require\(/)
  const imports = recomputeScript('python').match(/^(?:import|from) \w+/gm)
  expect(imports).toEqual(['import csv', 'import os', 'import sys', 'from itertools'])
})
