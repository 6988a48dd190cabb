import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { coincidences } from '../lib/agreement/coincidences'
import { krippendorffAlpha } from '../lib/agreement/krippendorff-alpha'
import { type ReliabilityData, reliabilityData } from '../lib/agreement/reliability-data'
import { median, printTable, timed } from './timing'

/**
 * Krippendorff's nominal alpha of 10 coders x 100,000 units, in the process: here and in NLTK (Debian: apt-get install
 * python3-nltk), on the same table in the same run. "From rows" begins with the values as rows; "alpha" with what each
 * keeps of them.
 */
export function bench(): void {
  const rows = codedUnits({ units: 100_000, coders: 10, categories: 4, seed: 7 })
  const data = reliabilityData(rows)
  const ours = {
    value: alphaOf(data),
    alpha: median(timed(9, () => alphaOf(data))),
    fromRows: median(timed(9, () => alphaOf(reliabilityData(rows)))),
  }
  const nltk = inNltk(rows)
  printTable([
    ['nominal alpha, 10 coders x 100,000 units', 'NLTK ms', 'here ms', 'NLTK / here'],
    ['alpha', nltk.alpha, ours.alpha, nltk.alpha / ours.alpha],
    ['from rows', nltk.fromRows, ours.fromRows, nltk.fromRows / ours.fromRows],
  ])
  process.stdout.write(`alpha: ${nltk.value} there, ${ours.value} here\n`)
}

function alphaOf(data: ReliabilityData): number | null {
  return krippendorffAlpha(coincidences(data)).value
}

interface Table {
  units: number
  coders: number
  categories: number
  seed: number
}

/** Coders who give the unit's own category four times in five, and any category otherwise. */
function codedUnits({ units, coders, categories, seed }: Table): number[][] {
  const generator = xoroshiro128plus(seed)
  return Array.from({ length: units }, () => {
    const own = uniformInt(generator, 0, categories - 1)
    return Array.from({ length: coders }, () =>
      uniformInt(generator, 1, 5) === 1 ? uniformInt(generator, 0, categories - 1) : own,
    )
  })
}

const script = `
import json, statistics, sys, time
from nltk.metrics.agreement import AnnotationTask
rows = json.load(open(sys.argv[1]))
triples = [(c, u, value) for u, row in enumerate(rows) for c, value in enumerate(row)]
def timed(run):
    times = []
    for _ in range(3):
        start = time.perf_counter(); result = run(); times.append(1000 * (time.perf_counter() - start))
    return result, statistics.median(times)
task = AnnotationTask(data=triples)
value, alpha = timed(task.alpha)
_, from_rows = timed(lambda: AnnotationTask(data=triples).alpha())
print(json.dumps({"value": value, "alpha": alpha, "fromRows": from_rows}))
`

function inNltk(rows: readonly number[][]): { value: number; alpha: number; fromRows: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'framewise-bench-'))
  try {
    const file = path.join(folder, 'rows.json')
    writeFileSync(file, JSON.stringify(rows))
    const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script, file], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`NLTK did not run (apt-get install python3-nltk): ${stderr}`)
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
