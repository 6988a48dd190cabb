import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runAgreement } from './agreement-command'

/** Reference cases lie beside the repository on some machines; they are read in place. */
const folder = path.resolve(__dirname, '../../../shared/golden')
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

interface Case {
  id: string
  expected: Record<string, unknown>
  tolerance: number
  tolerances?: Record<string, unknown>
}

/** Gamma of single codes (Mathet 2017), which one case states beside gamma, is another coefficient. */
const otherCoefficients = ['gamma_cat_range', 'gamma_k']

function differences(actual: unknown, wanted: unknown, tolerance: number, field: string): string[] {
  if (typeof wanted === 'number') {
    const near = typeof actual === 'number' && Math.abs(actual - wanted) <= tolerance
    return near ? [] : [`${field} is ${String(actual)} and should be ${wanted}`]
  }
  if (typeof wanted !== 'object' || wanted === null) return actual === wanted ? [] : [`${field} is ${String(actual)}`]
  return Object.entries(wanted).flatMap(([key, part]) =>
    differences((actual as Record<string, unknown> | undefined)?.[key], part, tolerance, `${field}.${key}`),
  )
}

function wrongFields({ id, expected, tolerance, tolerances = {} }: Case, result: Record<string, unknown>): string[] {
  return Object.entries(expected).flatMap(([field, wanted]) => {
    const own = field in tolerances ? tolerances[field] : tolerance
    if (typeof own !== 'number' || otherCoefficients.includes(field)) return []
    if (field === 'undefined') return /^[a-z_]{5,}$/.test(String(result[field])) ? [] : [`${id} has no reason`]
    if (field !== 'range') return differences(result[field], wanted, own, `${id} ${field}`)
    const [low = Number.NaN, high = Number.NaN] = wanted as number[]
    const value = Number(result.value)
    return value >= low && value <= high ? [] : [`${id} is ${value}, not within ${low} to ${high}`]
  })
}

function check(file: string): void {
  const { cases }: { cases: Case[] } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
  const run = runAgreement(['--cases', path.join(folder, file)])
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
  const printed = run.json() as { id: string; result: Record<string, unknown> }[]
  expect(printed.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
  expect(cases.flatMap((entry, i) => wrongFields(entry, printed[i]?.result ?? {}))).toEqual([])
}

describe('the command line prints every reference case within its tolerance', () => {
  if (files.length === 0) test('skipped, for the reference cases are absent', () => expect(files).toEqual([]))
  for (const file of files) test(`of ${file}`, () => check(file), 60_000)
})
