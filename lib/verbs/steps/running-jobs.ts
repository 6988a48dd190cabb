import { ThreadEnded } from '../../computing/thread'
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
  /** The thread does one report at a time: each waits for the one before. */
  turn: Promise<void>
}

// In production, pages and routes have separate copies of this module: the jobs are kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseJobs?: Jobs }
shared.framewiseJobs ??= { running: new Map(), turn: Promise.resolve() }
const jobs = shared.framewiseJobs

/** Signs of life, and news for open pages. */
const beatMs = 1_000

/** Why a job is ended from outside. */
class Ended extends Error {
  readonly reason: 'lost' | 'stopped'
  constructor(reason: 'lost' | 'stopped') {
    super(`The computation was ended: ${reason}.`)
    this.reason = reason
  }
}

/** Computes in the background under the id that was claimed; the state goes to the database. */
export function startJob(id: string, job: AgreementJob): void {
  const abort = new AbortController()
  const before = jobs.turn
  const ended = run(id, job, before, abort).finally(() => jobs.running.delete(id))
  jobs.running.set(id, { ended, abort })
  jobs.turn = ended
}

/** Settles when this server's computation has ended; at once for one of another server. */
export async function jobEnded(id: string): Promise<void> {
  await jobs.running.get(id)?.ended
}

/** Ends a computation of this server at once; its row is no longer its own. */
export function abandonJob(id: string): void {
  jobs.running.get(id)?.abort.abort(new Ended('lost'))
}

/** Ends all computations of this server, which other servers or the next start then take over. */
export async function stopJobs(): Promise<void> {
  const all = [...jobs.running.values()]
  for (const { abort } of all) abort.abort(new Ended('stopped'))
  await Promise.all(all.map(({ ended }) => ended))
}

async function run(id: string, job: AgreementJob, before: Promise<void>, abort: AbortController): Promise<void> {
  const state = { progress: 0, doing: 'Waiting for another computation' }
  const beats = setInterval(() => {
    beat(id, job.studyId, state.progress, state.doing).then(
      (isOurs) => isOurs || abort.abort(new Ended('lost')),
      (error: unknown) => log.warn({ error }, 'a computation could not give a sign of life'),
    )
  }, beatMs)
  beats.unref()
  try {
    await before
    const report = (progress: number, doing: string) => Object.assign(state, { progress, doing })
    const computed = await computeReport(job, report, abort.signal)
    clearInterval(beats)
    await endComputation(id, job.studyId, { report: computed })
  } catch (error) {
    clearInterval(beats)
    await endWith(id, job.studyId, error)
  } finally {
    clearInterval(beats)
  }
}

async function endWith(id: string, studyId: string, error: unknown): Promise<void> {
  try {
    if (error instanceof Ended) {
      if (error.reason === 'stopped') await forgetComputation(id)
      return
    }
    if (!(error instanceof AppError)) log.error({ error }, 'the agreement report could not be computed')
    await endComputation(id, studyId, { error: messageOf(error) } satisfies Ending)
  } catch (second) {
    // The database may be closing: the row becomes stale, and the next reader takes it over.
    log.warn({ error: second }, 'the end of a computation could not be noted')
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  if (error instanceof ThreadEnded) {
    return 'The part of the server that computes broke down, perhaps for lack of memory. Compute the report again; if it fails again, ask for fewer codes.'
  }
  return 'The report could not be computed because of an error in the program. The log of the server has the details.'
}
