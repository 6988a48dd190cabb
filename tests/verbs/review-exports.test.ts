import { parse } from 'csv-parse/sync'
import { v7 as newId } from 'uuid'
import { db } from '@/lib/db'
import type { MemberRole } from '@/lib/policy'
import { decideInOneStep } from '@/lib/verbs/decisions'
import { exportTable } from '@/lib/verbs/exports'
import { reopenCoding } from '@/lib/verbs/revisions'
import { aStudy, harbourText, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { allOfReading, decideAs, firstCluster, letterWith, wholeQueue } from '../support/review'

withTestDatabase()

const people: Record<string, MemberRole[]> = {
  ...{ lea: ['lead'], adi: ['adjudicator'], vic: ['viewer'], ana: ['coder'], ben: ['coder'] },
}
const tables = [
  ...['disagreements.csv', 'adjudications.csv', 'gold.csv', 'gold_relations.csv', 'gold_variables.csv'],
  'gold_documents.csv',
]

/** The first text is coded by both, the second by Ana alone. */
async function aReview(): Promise<TestStudy> {
  const study = await aStudy({ people, texts: [harbourText, `${harbourText} More.`] })
  await study.save('ana', [
    putAnnotation(0, 15, 'hero'),
    putAnnotation(22, 44, 'figure'),
    putAnnotation(62, 68, 'villain'),
  ])
  await study.save('ben', [
    ...[putAnnotation(0, 15, 'villain'), putAnnotation(22, 33, 'figure'), putAnnotation(62, 68, 'villain')],
  ])
  for (const name of ['ana', 'ben']) await study.submit(name)
  await study.annotate('ana', 0, 5, 'hero', { document: 2 })
  await study.submit('ana', { document: 2 })
  return study
}

async function textOf(study: TestStudy, table: string, as = 'lea'): Promise<string> {
  let csv = ''
  for await (const piece of await exportTable(study.actor(as), { studyId: study.studyId, table })) csv += piece
  return csv
}

const exported = async (study: TestStudy, table: string, as?: string) =>
  parse(await textOf(study, table, as), { columns: true }) as Record<string, string>[]

async function roundId(study: TestStudy): Promise<string> {
  return (await wholeQueue(study)).round.id
}

describe('disagreements.csv', () => {
  it('has a row for each way in which two coders differ', async () => {
    const study = await aReview()
    const [conflict, boundary] = (await wholeQueue(study)).entries
    const rows = await exported(study, 'disagreements.csv', 'vic')
    expect(rows).toMatchObject([
      {
        ...{
          cluster_id: `K-${conflict?.id}`,
          doc_id: 'D0001',
          round: '1',
          kind: 'spans',
          family: 'character',
          type: 'D3',
        },
        ...{ codes: 'hero|villain', coders: 'C04|C05', start: '0', end: '15', attr: 'NA', state: 'open' },
        severity: '0',
      },
      {
        ...{ cluster_id: `K-${boundary?.id}`, type: 'D2b', codes: 'figure', start: '22', end: '44', iou: '0.5' },
        state: 'open',
      },
    ])
    const ids = (await db().annotation.findMany({ where: { start: 0 } })).map(({ id }) => `A-${id}`)
    for (const id of rows[0]?.ann_ids?.split('|') ?? []) expect(ids).toContain(id)
  })

  it('says where the review of each stands', async () => {
    const study = await aReview()
    await decideAs(study, 'adi', await firstCluster(study), { outcome: 'reject_all' })
    expect((await exported(study, 'disagreements.csv')).map(({ state }) => state)).toEqual(['decided', 'open'])
  })
})

describe('adjudications.csv', () => {
  it('has every decision, also superseded ones, with what it rests on and what it gives', async () => {
    const study = await aReview()
    const cluster = await firstCluster(study)
    const { decision } = await decideAs(study, 'adi', cluster, {
      ...{ outcome: 'reject_all', rationale: '=neither', participants: ['A'], method: 'expert' },
    })
    const second = { ...cluster, decision }
    const accepted = allOfReading(cluster, letterWith(cluster, 'hero'))
    const last = await decideAs(study, 'lea', second, { outcome: 'accept', accepted })
    const [gold] = await exported(study, 'gold.csv')
    const rows = await exported(study, 'adjudications.csv')
    expect(rows).toMatchObject([
      {
        ...{
          adj_id: `J-${decision.id}`,
          cluster_id: `K-${cluster.id}`,
          doc_id: 'D0001',
          types: 'D3',
          family: 'character',
        },
        ...{ input_revisions: 'C04:0|C05:0', decision: 'reject_all', in_force: '0', gold_ann_ids: 'NA' },
        ...{
          method: 'expert',
          participants: 'NA',
          arbiter: 'C02',
          arbiter_coded_doc: '0',
          names_hidden: '1',
          cause: 'slip',
        },
        ...{ rationale: "'=neither", codebook_action: 'NA', issue_id: 'NA', cb_version: '1.0.0' },
        ...{ supersedes: 'NA', step_id: 'NA' },
      },
      {
        ...{ adj_id: `J-${last.decision.id}`, decision: 'accept', in_force: '1', gold_ann_ids: gold?.ann_id },
        ...{ arbiter: 'C01', participants: 'NA', supersedes: `J-${decision.id}` },
      },
    ])
  })

  it('has the answer that was decided, and all answers that are kept', async () => {
    const study = await aStudy({ people })
    for (const [name, value] of [
      ['ana', 'news'],
      ['ben', 'opinion'],
    ] as const) {
      await study.annotate(name, 0, 15, 'hero')
      const answer = { mutationId: newId(), id: newId(), baseVersion: 0, op: 'put', kind: 'variable' } as const
      await study.save(name, [{ ...answer, value: { variable: 'genre', value } }])
      await study.submit(name)
    }
    const genre = await firstCluster(study, 'lea', { kind: 'variable' })
    const { decision } = await decideAs(study, 'lea', genre, { outcome: 'accept', value: 'opinion' })
    await decideAs(study, 'lea', { ...genre, decision }, { outcome: 'keep_both' })
    const values = (await exported(study, 'adjudications.csv')).map(({ value }) => value?.split('|').sort())
    expect(values).toEqual([['opinion'], ['news', 'opinion']])
  })

  it('has the verdict on whether to code', async () => {
    const study = await aStudy({ people })
    await study.annotate('ana', 0, 15, 'hero')
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    const whether = await firstCluster(study, 'lea', { kind: 'eligibility' })
    await decideAs(study, 'lea', whether, { outcome: 'accept', eligibility: 'nothing' })
    expect(await exported(study, 'adjudications.csv')).toMatchObject([{ kind: 'eligibility', value: 'nothing' }])
  })

  it('names the issue of the codebook that a cluster was flagged for', async () => {
    const study = await aReview()
    const cluster = await firstCluster(study)
    await decideAs(study, 'adi', cluster, { outcome: 'reject_all' })
    const { studyId } = study
    const issue = { id: newId(), studyId, codeKey: 'hero', text: 'Whose praise?', version: '1.0.0' }
    await db().codebookIssue.create({ data: { ...issue, createdById: await study.membershipId('adi') } })
    const { roundId, documentId, lineages } = await db().cluster.findUniqueOrThrow({ where: { id: cluster.id } })
    const link = { issueId: issue.id, clusterId: cluster.id, studyId, roundId, documentId, lineages }
    await db().codebookIssueCluster.create({ data: link })
    const [row] = await exported(study, 'adjudications.csv')
    expect(row).toMatchObject({ codebook_action: 'issue', issue_id: `I-${issue.id}` })
  })

  it('marks the decisions of one step by that step', async () => {
    const study = await aReview()
    const batchId = newId()
    const input = { studyId: study.studyId, roundId: await roundId(study), step: 'unanimous' as const, batchId }
    await decideInOneStep(study.actor('lea'), input)
    expect(await exported(study, 'adjudications.csv')).toMatchObject([
      { method: 'unanimous', types: 'NA', step_id: `B-${batchId}`, cause: 'NA', rationale: 'NA' },
    ])
  })
})

describe('gold.csv and the tables beside it', () => {
  it('have the columns of annotations.csv, and where each annotation comes from', async () => {
    const study = await aReview()
    const cluster = await firstCluster(study)
    const accepted = allOfReading(cluster, letterWith(cluster, 'hero'))
    const { decision } = await decideAs(study, 'lea', cluster, { outcome: 'accept', accepted })
    const [annotations, gold] = [await textOf(study, 'annotations.csv'), await textOf(study, 'gold.csv')]
    const [header, goldHeader] = [annotations, gold].map((csv) => csv.slice(0, csv.indexOf('\n')))
    expect(goldHeader).toBe(`${header},provenance,reading,coders,cluster_id,adj_id`)
    expect(await exported(study, 'gold.csv')).toMatchObject([
      {
        ...{ doc_id: 'D0001', coder: 'gold', round: '1', cb_version: '1.0.0', family: 'character', code: 'hero' },
        ...{ start: '0', end: '15', quote: 'Mayor Ilse Tarn', a_voice: 'author', provenance: 'adjudicated' },
        ...{ cluster_id: `K-${cluster.id}`, adj_id: `J-${decision.id}`, reading: 'NA', created_at: decision.decidedAt },
      },
      { code: 'villain', provenance: 'agreed', coders: 'C04|C05', adj_id: 'NA', created_at: 'NA', cb_version: '1.0.0' },
    ])
  })

  it('have both readings of a double one', async () => {
    const study = await aReview()
    await decideAs(study, 'lea', await firstCluster(study), { outcome: 'keep_both' })
    const rows = (await exported(study, 'gold.csv')).filter(({ provenance }) => provenance === 'both_readings')
    expect(rows.map(({ reading }) => reading).sort()).toEqual(['A', 'B'])
  })

  it('have the answers, the links and the documents, also of those with nothing in them', async () => {
    const study = await aStudy({ people })
    for (const name of ['ana', 'ben']) {
      const [one, other] = await study.save(name, [putAnnotation(0, 15, 'hero'), putAnnotation(16, 21, 'villain')])
      const link = { relation: 'same_actor', from: one?.id ?? '', to: other?.id ?? '' }
      await study.save(name, [
        { mutationId: newId(), id: newId(), baseVersion: 0, op: 'put', kind: 'link', value: link },
        {
          ...{ mutationId: newId(), id: newId(), baseVersion: 0, op: 'put', kind: 'variable' },
          value: { variable: 'genre', value: 'news' },
        },
      ])
      await study.submit(name)
    }
    const gold = await exported(study, 'gold.csv')
    expect(await exported(study, 'gold_relations.csv')).toMatchObject([
      { doc_id: 'D0001', rel_type: 'same_actor', from_ann: gold[0]?.ann_id, to_ann: gold[1]?.ann_id },
    ])
    expect(await exported(study, 'gold_variables.csv')).toMatchObject([
      { doc_id: 'D0001', variable: 'genre', value: 'news', provenance: 'agreed', adj_id: 'NA' },
    ])
    expect(await exported(study, 'gold_documents.csv')).toEqual([
      {
        ...{ doc_id: 'D0001', doc_title: 'Text 1', round: '1', length: String([...harbourText].length) },
        ...{ coders: 'C04|C05', eligibility: 'code', n_annotations: '2', n_clusters: '3', n_open: '3' },
      },
    ])
  })
})

it('nothing of a document that somebody has still to submit is in any table', async () => {
  const study = await aReview()
  for (const table of tables) expect(await textOf(study, table)).not.toMatch(/D0002/)
})

it('what was decided leaves the tables while its document waits for a coder, and comes back', async () => {
  const study = await aReview()
  await decideAs(study, 'adi', await firstCluster(study), { outcome: 'reject_all' })
  const before = await Promise.all(tables.map((table) => textOf(study, table)))
  const codingId = await study.codingId('ben')
  await db().$executeRaw`ALTER TABLE "Coding" DISABLE TRIGGER USER`
  const unsubmitted = { state: 'open', submittedAt: null } as const
  const submitted = await db().coding.findUniqueOrThrow({ where: { id: codingId } })
  await db().coding.update({ where: { id: codingId }, data: unsubmitted })
  for (const table of tables) expect((await textOf(study, table)).trimEnd()).not.toMatch(/\n/)
  const { state, submittedAt } = submitted
  await db().coding.update({ where: { id: codingId }, data: { state, submittedAt } })
  await db().$executeRaw`ALTER TABLE "Coding" ENABLE TRIGGER USER`
  expect(await Promise.all(tables.map((table) => textOf(study, table)))).toEqual(before)
})

it('follows the newest submitted revisions, while annotations.csv keeps the first', async () => {
  const study = await aReview()
  const annotations = await textOf(study, 'annotations.csv')
  const own = await db().annotation.findFirstOrThrow({ where: { codingId: await study.codingId('ben'), start: 0 } })
  await reopenCoding(study.actor('ben'), { codingId: await study.codingId('ben'), reason: 'Misread.' })
  await study.save('ben', [putAnnotation(0, 15, 'hero', { id: own.id, baseVersion: 1 })])
  await study.submit('ben')
  expect((await exported(study, 'gold.csv')).map(({ code }) => code)).toEqual(['hero', 'villain'])
  expect(await textOf(study, 'annotations.csv')).toBe(annotations)
})

it('is the same bytes for the same state', async () => {
  const study = await aReview()
  await decideAs(study, 'adi', await firstCluster(study), { outcome: 'keep_both' })
  for (const table of tables) expect(await textOf(study, table)).toBe(await textOf(study, table))
})
