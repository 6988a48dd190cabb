import { composeReport } from '../lib/agreement/report/compose'
import type { DocumentStatistics } from '../lib/agreement/report/document-statistics'
import type { Codebook } from '../lib/coding/codebook'
import { documentStatistics } from '../lib/coding/statistics/document-statistics'
import { reportedVariables } from '../lib/coding/statistics/report-variables'
import { type MadeDocument, madeCodebook, madeDocuments, type StudySize } from './made-study'
import { printTable } from './timing'

/**
 * The whole report, five unit levels, B = 2,000: counting every document, putting the report together, and both again
 * when one document changed, against a recount of all. Twice as many documents show how it grows.
 * @param options how many documents; 1,000 by default
 */
export function bench([documents = '1000']: readonly string[]): void {
  const once = measured({ documents: Number(documents), coders: 10, annotations: 100, codes: 20 })
  const twice = measured({ documents: 2 * Number(documents), coders: 10, annotations: 100, codes: 20 })
  const seconds = (name: keyof Measured) => [name, once[name] / 1000, twice[name] / 1000, twice[name] / once[name]]
  printTable([
    ['10 coders x 100 annotations x 20 codes, seconds', `${documents} documents`, 'twice as many', 'ratio'],
    seconds('count all'),
    seconds('compose'),
    seconds('full recount'),
    seconds('count one'),
    seconds('one changed'),
  ])
  printTable([
    ['one changed document against a full recount', `${documents} documents`, 'twice as many'],
    [
      'statistics: count one / count all',
      once['count one'] / once['count all'],
      twice['count one'] / twice['count all'],
    ],
    [
      'whole report: one changed / full recount',
      once['one changed'] / once['full recount'],
      twice['one changed'] / twice['full recount'],
    ],
    ['stored statistics, MB of JSON', once.megabytes, twice.megabytes],
    ['peak memory, MB', once.peak, twice.peak],
  ])
}

interface Measured {
  'count all': number
  compose: number
  'full recount': number
  'count one': number
  'one changed': number
  megabytes: number
  peak: number
}

function measured(size: StudySize): Measured {
  const codebook = madeCodebook(size.codes)
  const count = ({ document, codings }: MadeDocument) => documentStatistics(document, codings, codebook)
  let counting = 0
  let changed: MadeDocument | undefined
  const statistics: DocumentStatistics[] = []
  for (const made of madeDocuments(size)) {
    const from = performance.now()
    statistics.push(count(made))
    counting += performance.now() - from
    changed ??= made
  }
  if (!changed) throw new RangeError('A study needs a document')
  const again = changed
  const one = duration(() => count(again))
  const compose = duration(() => report(statistics, codebook, size))
  return {
    'count all': counting,
    compose,
    'full recount': counting + compose,
    'count one': one,
    'one changed': one + duration(() => report(statistics, codebook, size)),
    megabytes: statistics.reduce((sum, it) => sum + JSON.stringify(it).length, 0) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }
}

function report(documents: readonly DocumentStatistics[], codebook: Codebook, { coders }: StudySize) {
  return composeReport({
    ...reportedVariables(codebook, documents, {}),
    documents,
    coders: Array.from({ length: coders }, (_, i) => `C${String(i + 1).padStart(2, '0')}`),
    unit: 'sentence',
    seed: 1,
    replicates: 2000,
  })
}

function duration(run: () => unknown): number {
  const from = performance.now()
  run()
  return performance.now() - from
}
