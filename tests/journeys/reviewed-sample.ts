import { v7 as newId } from 'uuid'
import type { ClusterView, ReviewQueue } from '@/lib/coding/review/review-view'
import { type Person, press } from './people'

/** What reviewers and coders of the sample study send to the server, where a journey is not about how they do it. */

/** The address of the first study of this person. */
export async function studyOf({ page }: Person): Promise<string> {
  const { studies } = await (await page.request.get('/api/studies')).json()
  return `/studies/${studies[0].id}`
}

async function get<Answer>({ page }: Person, path: string): Promise<Answer> {
  const response = await page.request.get(`/api${path}`)
  expect([path, response.status()]).toEqual([path, 200])
  return response.json()
}

export async function send(person: Person, method: 'POST' | 'PUT', path: string, data: unknown): Promise<unknown> {
  const headers = { origin: new URL(person.page.url()).origin }
  const response = await person.page.request.fetch(`/api${path}`, { method, data, headers })
  expect([path, response.status(), response.ok() ? '' : await response.text()]).toEqual([path, response.status(), ''])
  return response.json()
}

interface OwnCoding {
  id: string
  state: string
  document: { id: string; number: number; title: string }
}

/**
 * Whatever this coder has still to submit is held not eligible.
 * @returns the titles of these texts: until the lead has confirmed them, the coder stays blind
 */
export async function leavesTheRest(coder: Person, study: string): Promise<string[]> {
  const { codings } = await get<{ codings: OwnCoding[] }>(coder, `${study}/codings?coder=me`)
  const rest = codings.filter(({ state }) => state === 'assigned' || state === 'open')
  for (const { id } of rest) {
    await send(coder, 'PUT', `/codings/${id}/eligibility`, { eligible: false, reason: 'It is an advert.' })
  }
  return rest.map(({ document }) => document.title)
}

/** The lead confirms on the overview that these texts are not eligible. */
export async function confirms(lead: Person, study: string, titles: readonly string[]): Promise<void> {
  await lead.page.goto(study)
  for (const title of titles) {
    await press(lead, new RegExp(`^Confirm: ${title}`))
    await lead.page.getByRole('row', { name: title }).getByText('Confirmed', { exact: true }).waitFor()
  }
}

/** The queue of one document, e.g. D0009, once its clusters are made. */
export async function queueOf(reviewer: Person, study: string, query: string): Promise<ReviewQueue> {
  for (;;) {
    const queue = await get<ReviewQueue>(reviewer, `${study}/review?${query}`)
    if (queue.computing === null) return queue
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

export function clusterOf(reviewer: Person, study: string, clusterId: string): Promise<ClusterView> {
  return get(reviewer, `${study}/clusters/${clusterId}`)
}

/** Accepts the first reading that has anything: by its annotations, its answer, or that the text is to be coded. */
function acceptance({ kind, readings, types }: ClusterView) {
  const first = readings.find(({ annotations, answer }) => annotations.length > 0 || answer !== undefined)
  const accepted = (first?.annotations ?? []).map(({ id }) => ({ reading: first?.letter, annotationId: id }))
  return {
    outcome: 'accept',
    accepted: kind === 'spans' ? accepted : [],
    value: kind === 'variable' ? first?.answer : null,
    eligibility: kind === 'eligibility' ? 'code' : null,
    cause: types.length > 0 ? 'rule_gap' : null,
  }
}

/** Decides everything of one document, agreed passages too. */
export async function decidesAll(reviewer: Person, study: string, document: string, rationale: string): Promise<void> {
  for (const type of ['', '&type=agreed']) {
    for (;;) {
      const { entries } = await queueOf(reviewer, study, `document=${document}${type}`)
      const [entry] = entries
      if (!entry) break
      const cluster = await clusterOf(reviewer, study, entry.id)
      const decision = { id: newId(), inputKey: cluster.inputKey, supersedes: cluster.decision?.id ?? null }
      await send(reviewer, 'POST', `${study}/clusters/${cluster.id}/decisions`, {
        ...{ ...decision, ...acceptance(cluster), rationale },
      })
    }
  }
}

/** Sends a passage back to its coders. */
export async function sendsBack(reviewer: Person, study: string, clusterId: string, rationale: string): Promise<void> {
  const { inputKey, decision } = await clusterOf(reviewer, study, clusterId)
  await send(reviewer, 'POST', `${study}/clusters/${clusterId}/decisions`, {
    ...{ id: newId(), inputKey, supersedes: decision?.id ?? null, outcome: 'send_back', rationale },
  })
}
