import { isComputingEnded } from '../../computing/computing-process'
import { AppError } from '../../errors'
import { log } from '../../log'
import { type AgreementJob, computeReport } from './agreement-job'
import { beat, type Ending, endComputation, forgetComputation } from './computation-rows'

/** The computations of this server: they go on when the request that began them has been answered. */
interface RunningJob {
  /** Settles when the computation has ended, in whatever way. */
  ended: Promise<void>
  abort: AbortController
}

interface Jobs {
  running: Map<string, RunningJob>
  /** The computing process does one report at a time: each waits for the one before. */
  turn: Promise<void>
  /** The server stops. */
  closed: boolean
}

// In production, pages and routes have separate copies of this module: the jobs are kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseJobs?: Jobs }
shared.framewiseJobs ??= { running: new Map(), turn: Promise.resolve(), closed: false }
const jobs = shared.framewiseJobs

/** Signs of life. */
const beatMs = 1_000

/**
 * Why a job is ended from outside: its row is no longer its own, or the server stops. Plain values and not errors: the
 * copies of this module would not know each other's.
 */
type EndedBecause = 'lost' | 'stopped'

function end({ abort }: RunningJob, because: EndedBecause): void {
  abort.abort(because)
}

/** @throws AppError conflict when the server stops, which must not begin anything */
export function requireOpen(): void {
  if (jobs.closed) throw new AppError('conflict', 'The server is stopping. Try again in a moment.')
}

/** Computes in the background under the id that was claimed; the state goes to the database. */
export function startJob(id: string, job: AgreementJob): void {
  const abort = new AbortController()
  const before = jobs.turn
  const ended = run(id, job, before, abort).finally(() => jobs.running.delete(id))
  jobs.running.set(id, { ended, abort })
  jobs.turn = ended
}

/** Settles when this server's computation has ended; undefined for one of another server. */
export function jobEnded(id: string): Promise<void> | undefined {
  return jobs.running.get(id)?.ended
}

/** Ends a computation of this server at once; its row is no longer its own. */
export function abandonJob(id: string): void {
  const job = jobs.running.get(id)
  if (job) end(job, 'lost')
}

/** Ends all computations of this server, which other servers or the next start then take over. */
export async function stopJobs(): Promise<void> {
  const all = [...jobs.running.values()]
  for (const job of all) end(job, 'stopped')
  await Promise.all(all.map(({ ended }) => ended))
}

/** Ends all computations, and begins none any more. */
export async function closeJobs(): Promise<void> {
  jobs.closed = true
  await stopJobs()
}

async function run(id: string, job: AgreementJob, before: Promise<void>, abort: AbortController): Promise<void> {
  const state = { progress: 0, doing: 'Waiting to begin' }
  const beats = setInterval(() => {
    beat(id, state.progress, state.doing).then(
      (isOurs) => isOurs || abort.abort('lost' satisfies EndedBecause),
      (error: unknown) => log.warn({ error }, 'a computation could not give a sign of life'),
    )
  }, beatMs)
  beats.unref()
  try {
    await before
    const report = (progress: number, doing: string) => Object.assign(state, { progress, doing })
    const texts = await computeReport(job, report, abort.signal)
    clearInterval(beats)
    await endComputation(id, job.studyId, texts)
  } catch (error) {
    clearInterval(beats)
    await endWith(id, job.studyId, error)
  } finally {
    clearInterval(beats)
  }
}

async function endWith(id: string, studyId: string, error: unknown): Promise<void> {
  try {
    if (error === 'lost') return
    if (error === 'stopped') return await forgetComputation(id, 'running')
    if (!(error instanceof AppError)) log.error({ error }, 'the agreement report could not be computed')
    await endComputation(id, studyId, { error: messageOf(error) } satisfies Ending)
  } catch (second) {
    // The database may be closing: the row becomes stale, and the next reader takes it over.
    log.warn({ error: second }, 'the end of a computation could not be noted')
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  if (isComputingEnded(error)) {
    return 'The part of the server that computes broke down, perhaps for lack of memory. Compute the report again; if it fails again, ask for fewer codes.'
  }
  return 'The report could not be computed because of an error in the program. The log of the server has the details.'
}
