// What `agreement` does with its arguments; see docs/command-line.md.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { casesAgreement } from '../lib/formats/agreement-cases.ts'
import { spanTableAgreement } from '../lib/formats/agreement-span-table.ts'
import { unitTableAgreement } from '../lib/formats/agreement-unit-table.ts'
import { decodeText } from '../lib/formats/decode-text.ts'

const usage = `Usage: agreement TABLE.csv [--level nominal|ordinal|interval|ratio]
       agreement SPANS.csv --lengths LENGTHS.csv [--unit character|token|sentence|paragraph|document]
       agreement --cases CASES.json
with TABLE or SPANS also [--statistics NAME,NAME] [--bootstrap B --seed N]`

const text = { type: 'string' }
const options = {
  cases: text,
  lengths: text,
  level: text,
  unit: text,
  statistics: text,
  bootstrap: text,
  seed: text,
  help: { type: 'boolean' },
}

/** What went wrong with the input: said in one line, exit code 2. */
class InputProblem extends Error {}

/** Runs the command. @returns {Promise<{output?: unknown, problem?: string, code: number}>} */
export async function commandLine(args) {
  try {
    return await run(parsed(args))
  } catch (error) {
    const isInput = error instanceof InputProblem || error instanceof RangeError || error?.name === 'AppError'
    if (!isInput) throw error
    return { problem: error.message.replace(/\s*\n\s*/g, ' '), code: 2 }
  }
}

function parsed(args) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    // npx framewise agreement FILE: the program's name is framewise, and this its one command so far.
    return { ...values, files: positionals[0] === 'agreement' ? positionals.slice(1) : positionals }
  } catch (error) {
    throw new InputProblem(error.message)
  }
}

async function run(given) {
  if (given.help) return { problem: usage, code: 0 }
  if (given.cases !== undefined) return cases(await read(given.cases))
  if (given.files.length !== 1) throw new InputProblem('Name one file: agreement FILE (agreement --help shows how)')
  const file = await read(given.files[0])
  const { level, unit, statistics } = given
  const resampling = resamplingOf(given)
  if (given.lengths === undefined) return table(file, given, { level, statistics, resampling })
  if (level !== undefined) throw new InputProblem('--level is for tables of units; spans have none')
  const output = spanTableAgreement(file, await read(given.lengths), { unit, statistics, resampling })
  return { output, code: 0 }
}

function table(file, { unit }, request) {
  if (/^\s*[{[]/.test(file.text))
    throw new InputProblem(`${file.name} is JSON and no table: reference cases are given by --cases ${file.name}`)
  const header = file.text.split(/[\r\n]/, 1)[0].split(/\W+/)
  const isOfSpans = ['doc_id', 'coder', 'code', 'start', 'end'].every((name) => header.includes(name))
  const needsLengths = unit !== undefined || isOfSpans
  if (needsLengths)
    throw new InputProblem(`${file.name}: a table of spans needs --lengths with the lengths of the documents`)
  return { output: unitTableAgreement(file, request), code: 0 }
}

/** Without --bootstrap nothing is drawn. */
function resamplingOf({ bootstrap = '0', seed = '1' }) {
  const replicates = wholeNumber('--bootstrap', bootstrap, 0, 1_000_000)
  const numbers = { replicates, seed: wholeNumber('--seed', seed, -(2 ** 31), 2 ** 31 - 1) }
  return replicates === 0 ? null : numbers
}

function wholeNumber(name, given, least, most) {
  const number = Number(given)
  if (/^-?\d+$/.test(given) && number >= least && number <= most) return number
  throw new InputProblem(`${name} must be a whole number from ${least} to ${most}; it is ${given}`)
}

/** Every case is printed; one that could not be computed makes the command fail all the same. */
function cases(file) {
  const output = casesAgreement(file)
  const failed = output.filter((entry) => 'error' in entry)
  if (failed.length === 0) return { output, code: 0 }
  const [{ id, error }] = failed
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more cases)` : ''
  return { output, problem: `${file.name}, case ${id}: ${error}${more}`, code: 2 }
}

async function read(name) {
  const bytes = await readFile(name).catch((error) => {
    throw new InputProblem(`${name} cannot be read: ${error.message}`)
  })
  try {
    return { name, text: decodeText(bytes).text }
  } catch (error) {
    throw new InputProblem(`${name}: ${error.message}`)
  }
}
