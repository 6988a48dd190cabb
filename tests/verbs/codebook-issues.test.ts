import { v7 as newId } from 'uuid'
import type { Cause } from '@/lib/coding/review/decision'
import { db } from '@/lib/db'
import { flagIssue, listIssues, resolveIssue } from '@/lib/verbs/codebook-issues'
import { readReviewQueue } from '@/lib/verbs/review'
import { reopenCoding } from '@/lib/verbs/revisions'
import { aStudy, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { differingStudy, disputed, openStudy, submitAll } from '../support/discussed-study'
import { allOfReading, decideAs, firstCluster, letterWith } from '../support/review'

withTestDatabase()

async function flag(study: TestStudy, name: string, more: Partial<Parameters<typeof flagIssue>[1]> = {}) {
  const clusterIds = more.clusterIds ?? [(await disputed(study)).id]
  const issue = { id: newId(), code: 'hero', cause: 'rule_gap' as Cause, text: 'Is a title a deed?', clusterIds }
  return flagIssue(study.actor(name), { studyId: study.studyId, ...issue, ...more })
}

const listed = (study: TestStudy, name = 'adi') => listIssues(study.actor(name), study)

/** So many texts, in each of which Ana sees a hero where Ben sees a villain. */
const manyTexts = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `Mayor Ilse Tarn saved harbour ${n + 10}. Critics of the mayor call her a tyrant, and a thief.`,
  )

async function decideEach(study: TestStudy, count: number, cause: Cause): Promise<void> {
  for (let document = 1; document <= count; document += 1) {
    const cluster = await disputed(study, document)
    const accepted = allOfReading(cluster, letterWith(cluster, 'villain'))
    await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted, cause, rationale: 'No deed.' })
  }
}

describe('an issue of the codebook', () => {
  it('is listed by code and cause with the passages that show it', async () => {
    const study = await openStudy()
    await flag(study, 'adi')
    const { issues, mayFlag, mayResolve } = await listed(study)
    expect(issues).toMatchObject([
      {
        ...{ code: { key: 'hero', label: 'hero' }, cause: 'rule_gap', text: 'Is a title a deed?', version: '1.0.0' },
        ...{ by: 'adi', clusterCount: 1, resolution: null },
        clusters: [{ document: { number: 1, title: 'Text 1' }, quote: 'Mayor Ilse Tarn' }],
      },
    ])
    expect([mayFlag, mayResolve]).toEqual([true, false])
    expect((await disputed(study)).issues).toMatchObject([{ code: 'hero', isResolved: false }])
    expect(await readReviewQueue(study.actor('adi'), study)).toMatchObject({ openIssues: 1 })
  })

  it('is flagged once under its id, and takes further passages', async () => {
    const study = await openStudy({ texts: manyTexts(2) })
    const id = newId()
    for (let time = 0; time < 2; time += 1) await flag(study, 'adi', { id })
    expect(await db().auditEvent.count({ where: { action: 'issue.flagged' } })).toBe(1)
    await flag(study, 'adi', { id, clusterIds: [(await disputed(study, 2)).id] })
    expect((await listed(study)).issues).toMatchObject([{ clusterCount: 2 }])
    await expect(flag(study, 'adi', { id, text: 'Another one.' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('keeps its passages when their annotations change', async () => {
    const study = await openStudy()
    const before = await disputed(study)
    await flag(study, 'adi')
    const codingId = await study.codingId('ana')
    await reopenCoding(study.actor('ana'), { codingId, reason: 'Misread.' })
    await study.annotate('ana', 6, 15, 'villain')
    await study.submit('ana')
    const now = await disputed(study)
    expect(now.id).not.toBe(before.id)
    expect(now.issues).toMatchObject([{ code: 'hero', isResolved: false }])
    expect((await listed(study)).issues).toMatchObject([
      { clusterCount: 1, clusters: [{ clusterId: now.id, quote: 'Mayor Ilse Tarn' }] },
    ])
    await flag(study, 'adi', { clusterIds: [now.id] })
    expect((await listed(study)).issues.map(({ clusterCount }) => clusterCount)).toEqual([1, 1])
  })

  it('names a code and passages of its study', async () => {
    const [study, other] = [await openStudy(), await openStudy()]
    await expect(flag(study, 'adi', { code: 'saint' })).rejects.toMatchObject({ code: 'invalid' })
    const foreign = [(await disputed(other)).id]
    await expect(flag(study, 'adi', { clusterIds: foreign })).rejects.toMatchObject({ code: 'not_found' })
    expect(await db().codebookIssue.count()).toBe(0)
  })

  it('is resolved with a note, which can be changed', async () => {
    const study = await openStudy()
    const { issueId } = await flag(study, 'adi')
    const resolve = (resolution: string) =>
      resolveIssue(study.actor('lea'), { studyId: study.studyId, issueId, resolution })
    for (const note of ['Rule B3.', 'Rule B3.', 'Rule B4.']) await resolve(note)
    expect((await listed(study)).issues).toMatchObject([{ resolution: 'Rule B4.' }])
    const events = await db().auditEvent.findMany({ where: { action: 'issue.resolved' }, orderBy: { id: 'asc' } })
    expect(events.map(({ detail }) => detail)).toEqual([
      { issueId, resolution: 'Rule B3.' },
      { issueId, resolution: 'Rule B4.' },
    ])
    expect((await disputed(study)).issues).toMatchObject([{ isResolved: true }])
  })

  it('is listed for nobody who codes, before or after', async () => {
    const study = await openStudy({ people: { kim: ['lead', 'coder'] } })
    await expect(listed(study, 'ana')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listed(study, 'kim')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a suggestion', () => {
  it('is made of more than five decisions on one pair of codes for one cause', async () => {
    const study = await differingStudy({ texts: manyTexts(6) })
    await submitAll(study)
    await decideEach(study, 5, 'rule_gap')
    expect((await listed(study)).suggestions).toEqual([])
    const cluster = await disputed(study, 6)
    const accepted = allOfReading(cluster, letterWith(cluster, 'villain'))
    await decideAs(study, 'adi', cluster, { outcome: 'accept', accepted, cause: 'rule_gap', rationale: 'No deed.' })
    const { suggestions } = await listed(study)
    expect(suggestions).toMatchObject([
      { codes: [{ key: 'hero' }, { key: 'villain' }], cause: 'rule_gap', decisions: 6 },
    ])
    expect(suggestions[0]?.clusters.map(({ document }) => document.number)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('is not made of what one decision on a document made void', async () => {
    const study = await aStudy({ people: { lea: ['lead'], adi: ['adjudicator'], ana: ['coder'], ben: ['coder'] } })
    const puts = [0, 6, 10, 22, 33, 46, 62].map((start) => putAnnotation(start, start + 3, 'hero'))
    await study.save('ana', puts)
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    const whether = await firstCluster(study, 'adi', { kind: 'eligibility' })
    await decideAs(study, 'adi', whether, { outcome: 'accept', eligibility: 'nothing', cause: 'rule_gap' })
    expect(await db().cluster.count({ where: { state: 'decided', kind: 'spans' } })).toBe(puts.length)
    expect(await db().cluster.count({ where: { kind: 'spans', cause: { not: null } } })).toBe(0)
    expect((await listed(study)).suggestions).toEqual([])
  })

  it('is none while an issue about one of the codes and the cause is open, nor for what was decided before it was resolved', async () => {
    const study = await differingStudy({ texts: manyTexts(6) })
    await submitAll(study)
    await decideEach(study, 6, 'rule_gap')
    const [{ clusters = [] } = {}] = (await listed(study)).suggestions
    const clusterIds = clusters.map(({ clusterId }) => clusterId)
    const { issueId } = await flag(study, 'adi', { clusterIds })
    expect((await listed(study)).suggestions).toEqual([])
    await resolveIssue(study.actor('lea'), { studyId: study.studyId, issueId, resolution: 'Rule B3.' })
    expect((await listed(study)).suggestions).toEqual([])
  })
})
