import type { DecideInput } from '@/lib/coding/review/decision'
import type { ClusterView, DecisionView } from '@/lib/coding/review/review-view'
import { decisionView, reviewQueue } from '../../support/cluster-view'

/** As much of a response as the client reads: jsdom has none. */
function json(body: unknown, status = 200): Response {
  return { ok: status < 400, status, json: () => Promise.resolve(structuredClone(body)) } as Response
}

/** Stands where the network is: keeps clusters and what is decided of them, and refuses what came too late. */
export class ReviewServer {
  readonly views = new Map<string, ClusterView>()
  readonly decisions: (DecideInput & { clusterId: string })[] = []
  /** Answers instead of deciding, once; a lost answer is one to what was decided. */
  fault: 'unreachable' | 'conflict' | 'lost' | null = null
  /** What was said about clusters. */
  readonly comments: string[] = []
  /** Clusters that are answered late, with what they wait for. */
  readonly waits = new Map<string, Promise<void>>()
  /** Who decided first, at a conflict. */
  inForce: DecisionView | null = null

  /** What each decision was answered with: sent again, it gets the same. */
  private readonly answers = new Map<string, unknown>()

  constructor(views: readonly ClusterView[]) {
    for (const view of views) this.views.set(view.id, view)
  }

  #open(): ClusterView[] {
    return [...this.views.values()].filter(({ state }) => state !== 'decided')
  }

  /** A cluster with its neighbours among those that are open. */
  seen(id: string): ClusterView | null {
    const view = this.views.get(id)
    if (!view) return null
    const open = this.#open()
    const at = open.findIndex((one) => one.id === id)
    const [previous, next] = at < 0 ? [undefined, open[0]] : [open[at - 1], open[at + 1]]
    return { ...view, previousId: previous?.id ?? null, nextId: next?.id ?? null, left: open.length }
  }

  #decide(clusterId: string, input: DecideInput): Response {
    const view = this.views.get(clusterId)
    const known = this.answers.get(input.id)
    if (known) return json(known)
    const isLate = this.fault === 'conflict' || (this.inForce !== null && input.supersedes !== this.inForce.id)
    if (!view || isLate) {
      this.fault = null
      return json({ error: { code: 'conflict', message: 'Somebody decided this first.', current: this.inForce } }, 409)
    }
    this.decisions.push({ ...input, clusterId })
    const { id, outcome, method, accepted, participants, cause, rationale, supersedes } = input
    const decision = decisionView({
      ...{ id, clusterId, outcome, method, accepted, participants, cause, rationale, supersedes, by: 'Rae Reviewer' },
      gold: {
        annotations: input.annotations.map((value) => ({ value, coders: [] })),
        ...{ value: input.value, values: [], eligibility: input.eligibility },
      },
    })
    const isWithdrawn = outcome === 'withdraw'
    const state = isWithdrawn ? 'open' : outcome === 'send_back' ? 'sent_back' : 'decided'
    this.views.set(clusterId, { ...view, state, decision: isWithdrawn ? null : decision })
    this.inForce = null
    const [next] = this.#open().filter((one) => one.id !== clusterId)
    const answer = { decision, next: next ? this.seen(next.id) : null, left: this.#open().length }
    this.answers.set(id, answer)
    if (this.fault === 'lost') {
      this.fault = null
      throw new TypeError('Failed to fetch')
    }
    return json(answer, 201)
  }

  fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(address), 'http://localhost')
    if (this.fault === 'unreachable') throw new TypeError('Failed to fetch')
    const [, clusterId, isDecision] = /clusters\/([^/]+)(\/decisions)?$/.exec(url.pathname) ?? []
    if (clusterId && isDecision) return this.#decide(clusterId, JSON.parse(String(init.body)))
    await this.waits.get(clusterId ?? '')
    const view = clusterId ? this.seen(clusterId) : null
    if (view) return json(view)
    if (url.pathname.endsWith('/review')) return json(reviewQueue(this.#open()))
    if (url.pathname.endsWith('/threads')) {
      if (init.method === 'POST') this.comments.push(JSON.parse(String(init.body)).text)
      return json({ subject: 'cluster', comments: [], people: [], mayWrite: true, stances: null })
    }
    return json({ error: { code: 'not_found', message: 'There is nothing at this address.' } }, 404)
  }
}
