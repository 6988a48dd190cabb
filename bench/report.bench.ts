import { execFileSync } from 'node:child_process'
import { computingOptions } from '../lib/computing/computing-process'
import { type KeyedStatistics, perform, type ReportTexts } from '../lib/computing/tasks'
import { type MadeDocument, madeCodebook, madeDocuments, type StudySize } from './made-study'
import { median, printTable } from './timing'

/**
 * The whole report, five unit levels, B = 2,000, in the tasks of the computing process: counting every document and
 * composing the report, and both again when one document changed (the median of five, and the first), against a recount of all. Twice as many documents show
 * how it grows. Processor seconds, which other work on the machine disturbs least; each size in a process of its own, for
 * its memory. What the server reads from and writes to the database is not in it.
 * @param options how many documents, 1,000 by default; "alone" to print the figures of that size as JSON
 */
export function bench([documents = '1000', alone]: readonly string[]): void {
  if (alone === 'alone') {
    process.stdout.write(JSON.stringify(measured(sizeOf(Number(documents)))))
    return
  }
  const [once, twice] = [inOwnProcess(Number(documents)), inOwnProcess(2 * Number(documents))]
  const row = (name: keyof Measured) => [name, once[name], twice[name], twice[name] / once[name]]
  printTable([
    ['10 coders x 100 annotations x 20 codes, processor seconds', `${documents} documents`, 'twice as many', 'ratio'],
    ...(
      ['count all', 'compose', 'full recount', 'count one', 'compose again', 'one changed', 'first changed'] as const
    ).map(row),
    ...(['stored statistics, MB of JSON', 'peak memory, MB'] as const).map(row),
  ])
  const share = (part: keyof Measured, whole: keyof Measured) => [once[part] / once[whole], twice[part] / twice[whole]]
  printTable([
    ['one changed document against a full recount', `${documents} documents`, 'twice as many'],
    ['statistics: count one / count all', ...share('count one', 'count all')],
    ['whole report: one changed / full recount', ...share('one changed', 'full recount')],
    ['whole report: first changed / full recount', ...share('first changed', 'full recount')],
  ])
}

interface Measured {
  'count all': number
  compose: number
  'full recount': number
  'count one': number
  'compose again': number
  'one changed': number
  /** The code that composes from sums kept has not run before. */
  'first changed': number
  'stored statistics, MB of JSON': number
  'peak memory, MB': number
}

function inOwnProcess(documents: number): Measured {
  const args = [...computingOptions, 'scripts/bench.mjs', 'report', String(documents), 'alone']
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured
}

function sizeOf(documents: number): StudySize {
  return { documents, coders: 10, annotations: 100, codes: 20 }
}

/** Documents that are compared at once, as the server does. */
const perPage = 10

function measured(size: StudySize): Measured {
  let counting = begun(size, [])
  let characters = 0
  let page: MadeDocument[] = []
  const compare = () => {
    counting += seconds(() => {
      for (const text of perform('compare', page)) characters += text.length
    })
    page = []
  }
  for (const made of madeDocuments(size)) {
    page.push(made)
    if (page.length === perPage) compare()
  }
  if (page.length > 0) compare()
  const composing = seconds(() => compose(size))
  const changes = changedDocuments.map((seed) => changed(size, seed))
  const middle = (of: (change: (typeof changes)[number]) => number) =>
    median(changes.map(of).toSorted((one, other) => one - other))
  const [one, again] = [middle(({ count }) => count), middle((change) => change.compose)]
  const [first] = changes
  return {
    ...{ 'count all': counting, compose: composing, 'full recount': counting + composing },
    ...{ 'count one': one, 'compose again': again, 'one changed': one + again },
    'first changed': first ? first.count + first.compose : Number.NaN,
    'stored statistics, MB of JSON': characters / 1e6,
    'peak memory, MB': process.resourceUsage().maxRSS / 1024,
  }
}

/** Seeds of the documents that take the place of the first one, one after the other. */
const changedDocuments = [12, 13, 14, 15, 16]

/** The first document is another one, the rest as before. */
function changed(size: StudySize, seed: number) {
  const [other] = madeDocuments({ ...size, documents: 1 }, seed)
  if (!other) throw new RangeError('A study needs a document')
  const beginning = begun(size, [seed])
  return { count: beginning + seconds(() => perform('compare', [other])), compose: seconds(() => compose(size)) }
}

/** Begins the report. @param contents of the first documents, where they are not those of the beginning */
function begun({ documents, codes, ...size }: StudySize, contents: readonly number[]): number {
  const coders = codersOf(size.coders)
  const keyed = namesOf(documents).map((documentId, i): KeyedStatistics => {
    return { documentId, coders, key: `${documentId} ${contents[i] ?? 0}` }
  })
  return seconds(() => perform('begin', { report: 'made', codebook: madeCodebook(codes), documents: keyed }))
}

function compose({ coders, documents }: StudySize): ReportTexts {
  const completed = namesOf(documents)
  const asked = { coders: codersOf(coders), unit: 'sentence', seed: 1, replicates: 2000 } as const
  return perform('compose', { ...asked, completed, incomplete: [] })
}

function namesOf(documents: number): string[] {
  return Array.from({ length: documents }, (_, i) => `D${String(i + 1).padStart(4, '0')}`)
}

function codersOf(coders: number): string[] {
  return Array.from({ length: coders }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
}

/** Seconds of the processor. */
function seconds(run: () => unknown): number {
  const from = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}
