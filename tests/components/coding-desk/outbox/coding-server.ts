import type { Change, CodedRow } from '@/lib/coding/change'
import type { CoderQuestion } from '@/lib/coding/coder-question'
import type { CodingView } from '@/lib/coding/coding-view'
import { codingView } from '../coding-view'

/** As much of a response as the client reads: jsdom has none. */
function answer(body: unknown, { status = 200 } = {}): Response {
  return { ok: status < 400, status, json: () => Promise.resolve(structuredClone(body)) } as Response
}

type Body = { changes?: Change[]; question?: string; start?: number; end?: number; reason?: string }

type Fault = 'unreachable' | 'answer lost' | 401 | 403 | 422 | 503 | 507

/** Stands where the network is: keeps one coding as the real server does, and fails when told to. */
export class CodingServer {
  readonly rows = new Map<string, CodedRow>()
  readonly lists: Change[][] = []
  submitted = false
  /** What the coding is beside its rows. */
  view: Partial<CodingView> = {}
  fault: Fault | null = null
  /** Faults for the lists that contain this row only, so many times if that is said. */
  faultOn: { id: string; fault: Fault; times?: number } | null = null
  private readonly known = new Map<string, CodedRow>()

  /** Takes the place of fetch. */
  readonly fetch = async (path: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const body = init?.body ? JSON.parse(String(init.body)) : undefined
    const fault = this.faultFor(body?.changes)
    if (fault === 'unreachable') throw new TypeError('fetch failed')
    if (typeof fault === 'number') return this.error(fault, 'The server said no.')
    const told = this.answer(String(path), body)
    if (fault === 'answer lost') throw new TypeError('fetch failed')
    return told
  }

  private faultFor(changes: Change[] | undefined): Fault | null {
    const { faultOn } = this
    if (!faultOn || !changes?.some(({ id }) => id === faultOn.id)) return this.fault
    if (faultOn.times !== undefined && --faultOn.times === 0) this.faultOn = null
    return faultOn.fault
  }

  private ask(path: string, { question = '', start = 0, end = 0 }: Body): CoderQuestion {
    const asked = { id: path.split('/').at(-1) ?? '', start, end, question, askedAt: '2026-01-01T00:00:00Z' }
    this.view.questions = [...(this.view.questions ?? []), { ...asked, answer: null, answeredAt: null }]
    return { ...asked, answer: null, answeredAt: null }
  }

  private decide(reason: string | undefined): Pick<CodingView, 'ineligible'> {
    this.view.ineligible = reason === undefined ? null : { reason, confirmed: false }
    return { ineligible: this.view.ineligible }
  }

  private answer(path: string, body: Body | undefined): Response {
    if (path.endsWith('/submit')) {
      this.submitted = true
      return answer({ state: 'submitted' })
    }
    if (body?.question) return answer(this.ask(path, body))
    if (path.endsWith('/eligibility')) return answer(this.decide(body?.reason))
    if (!body?.changes) {
      const state = this.submitted ? 'submitted' : 'open'
      return answer({ ...codingView(), ...this.view, rows: [...this.rows.values()], state })
    }
    return this.change(body.changes)
  }

  private change(changes: Change[]): Response {
    const rows = changes.map((change) => this.known.get(change.mutationId))
    if (rows.every(Boolean)) return answer({ rows }, { status: 201 })
    if (this.submitted) return this.error(409, 'This coding was submitted already.')
    const stale = changes.filter(({ id, baseVersion }) => (this.rows.get(id)?.version ?? 0) !== baseVersion)
    if (stale.length > 0)
      return this.error(
        409,
        'Changed meanwhile.',
        stale.flatMap(({ id }) => this.rows.get(id) ?? []),
      )
    this.lists.push(changes)
    return answer({ rows: changes.map((change) => this.apply(change)) }, { status: 201 })
  }

  private apply(change: Change): CodedRow {
    const before = this.rows.get(change.id)
    const version = change.baseVersion + 1
    const row = (
      change.op === 'put'
        ? { id: change.id, kind: change.kind, value: change.value, version, deleted: false }
        : { ...before, version, deleted: true }
    ) as CodedRow
    this.rows.set(change.id, row)
    this.known.set(change.mutationId, row)
    return row
  }

  private error(status: number, message: string, current?: CodedRow[]): Response {
    return answer({ error: { code: 'conflict', message, current } }, { status })
  }
}
