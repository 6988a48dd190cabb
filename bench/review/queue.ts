import { v7 as newId } from 'uuid'
import type { ClusterView } from '../../lib/coding/review/review-view'
import { closeDatabase, db, openDatabase } from '../../lib/db'
import { decide, decideInOneStep, undoStep } from '../../lib/verbs/decisions'
import { readCluster, readReviewQueue } from '../../lib/verbs/review'
import type { Actor } from '../../lib/verbs/steps/authorize'
import { readReviewability } from '../../lib/verbs/steps/review/reviewable-documents'
import { lead, writeBigStudy } from '../big-study'
import { median, percentile95, printTable } from '../timing'
import { millisecondsSince } from './made-review'

/** So many clusters has a document of these coders, about. */
const size = { coders: 2, annotations: 45, codes: 20 }
const openings = 20
const decisions = 200

/**
 * The queue of 50,000 clusters on the embedded database, and from a decision to the next cluster, beside a tenth of the
 * documents. Of the processor, which other work on the machine disturbs least: the database runs in this process.
 */
export async function queueBench([documents = '1000']: readonly string[]): Promise<void> {
  const all = Number(documents)
  const [tenth, whole] = [await measured(all / 10), await measured(all)]
  const names = Object.keys(whole) as (keyof Measured)[]
  printTable([
    ['queue on PGlite, processor ms', `${all / 10} documents`, `${all} documents`, 'growth'],
    ...names.map((name) => [name, tenth[name], whole[name], whole[name] / tenth[name]]),
  ])
}

interface Measured {
  clusters: number
  'of them agreed': number
  'all clusters made, seconds': number
  'looking whether they are up to date, median': number
  'opening the queue, median': number
  'opening the queue, 95th percentile': number
  'a cluster, median': number
  'decision to next cluster, median': number
  'decision to next cluster, 95th percentile': number
  'decision to next cluster, 95th percentile by the clock': number
  'clusters decided by a rule in one step': number
  'that step, seconds': number
  'taking it back, seconds': number
}

async function measured(documents: number): Promise<Measured> {
  await openDatabase({ kind: 'embedded', folder: 'memory' })
  try {
    const studyId = await writeBigStudy({ documents, ...size })
    const user = await db().user.findFirstOrThrow({ where: { email: lead.email } })
    return await measure({ userId: user.id, email: user.email, name: user.name }, studyId)
  } finally {
    await closeDatabase()
  }
}

async function measure(actor: Actor, studyId: string): Promise<Measured> {
  const queue = () => readReviewQueue(actor, { studyId })
  const made = await duration(async () => {
    while ((await queue()).computing !== null);
  })
  const { left, total, round, entries, inOneStep } = await queue()
  const place = { studyId, roundId: round.id }
  const looks = await durations(openings, () => readReviewability(place))
  const opened = await durations(openings, queue)
  const read = (clusterId: string) => readCluster(actor, { studyId, clusterId })
  const views = await durations(openings, (run) => read(entries[run]?.id ?? ''))
  const [decided, clock] = await decideAll(actor, studyId, await read(entries[0]?.id ?? ''))
  if (inOneStep.unanimous !== left - total) throw new Error('All agreed clusters can be accepted in one step')
  const { half } = (await queue()).inOneStep
  const batchId = newId()
  const stepped = await duration(() => decideInOneStep(actor, { ...place, step: 'half', batchId }))
  const undone = await duration(() => undoStep(actor, { studyId, batchId, newBatchId: newId() }))
  return {
    ...{ clusters: left, 'of them agreed': left - total, 'all clusters made, seconds': made / 1000 },
    'looking whether they are up to date, median': median(looks),
    ...{ 'opening the queue, median': median(opened), 'opening the queue, 95th percentile': percentile95(opened) },
    ...{ 'a cluster, median': median(views), 'decision to next cluster, median': median(decided) },
    'decision to next cluster, 95th percentile': percentile95(decided),
    'decision to next cluster, 95th percentile by the clock': percentile95(clock),
    ...{ 'clusters decided by a rule in one step': half, 'that step, seconds': stepped / 1000 },
    'taking it back, seconds': undone / 1000,
  }
}

/** Decides one after the other, each as the one before gave it. Milliseconds of the processor and by the clock, ascending. */
async function decideAll(actor: Actor, studyId: string, first: ClusterView): Promise<[number[], number[]]> {
  const [times, clock]: [number[], number[]] = [[], []]
  let cluster: ClusterView | null = first
  for (let run = 0; run < decisions && cluster; run += 1) {
    const [from, began] = [process.cpuUsage(), performance.now()]
    const { next }: { next: ClusterView | null } = await decide(actor, decisionOn(studyId, cluster))
    times.push(millisecondsSince(from))
    clock.push(performance.now() - began)
    cluster = next
  }
  return [times.sort(ascending), clock.sort(ascending)]
}

function decisionOn(studyId: string, { id, inputKey, readings }: ClusterView) {
  const accepted = readings
    .slice(0, 1)
    .flatMap(({ letter, annotations }) =>
      annotations.map((annotation) => ({ reading: letter, annotationId: annotation.id })),
    )
  const outcome = accepted.length > 0 ? ('accept' as const) : ('reject_all' as const)
  return {
    ...{ studyId, clusterId: id, filters: {}, id: newId(), inputKey, supersedes: null, outcome, accepted },
    ...{ method: 'arbiter' as const, annotations: [], value: null, eligibility: null, participants: [] },
    ...{ cause: 'slip' as const, rationale: 'By rule B2.' },
  }
}

/** Milliseconds of the processor. */
async function duration(run: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage()
  await run()
  return millisecondsSince(from)
}

/** Of each of several runs, ascending; the first, which warms up, is not among them. */
async function durations(runs: number, run: (place: number) => Promise<unknown>): Promise<number[]> {
  await run(0)
  const times: number[] = []
  for (let place = 0; place < runs; place += 1) times.push(await duration(() => run(place)))
  return times.sort(ascending)
}

function ascending(one: number, other: number): number {
  return one - other
}
