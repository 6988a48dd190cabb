import { v7 as newId } from 'uuid'
import type { Change } from '@/lib/coding/change'
import { db } from '@/lib/db'
import { saveChanges } from '@/lib/verbs/annotations'
import { listMyCodings, openCoding, readCoding, submitCoding } from '@/lib/verbs/codings'
import { exportTable } from '@/lib/verbs/exports'
import { readProgress } from '@/lib/verbs/progress'
import { listDocumentCodings, reopenCoding } from '@/lib/verbs/revisions'
import { listStudies, readStudy } from '@/lib/verbs/studies'
import { agreementOf } from '../support/agreement'
import { aStudy, deletionOf, harbourText, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const reason = 'A name was misread.'

const reopen = async (study: TestStudy, name: string, codingId?: string) =>
  reopenCoding(study.actor(name), { codingId: codingId ?? (await study.codingId(name)), reason })

const link = (from: string, to: string): Change => ({
  ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
  ...{ op: 'put', kind: 'link', value: { relation: 'same_actor', from, to } },
})

const genre: Change = {
  ...{ mutationId: newId(), id: newId(), baseVersion: 0 },
  ...{ op: 'put', kind: 'variable', value: { variable: 'genre', value: 'news' } },
}

/** Ana codes all that a coding can hold, deletes one of it, and submits. @returns the id of revision 0 */
async function anaSubmits(study: TestStudy): Promise<string> {
  const first = putAnnotation(6, 15, 'hero')
  Object.assign(first.value, { note: 'by name', unsure: true, touched: ['voice'] })
  const second = putAnnotation(0, 5, 'villain')
  const gone = putAnnotation(0, 9, 'hero')
  const rows = await study.save('ana', [first, second, gone, link(first.id, second.id), genre])
  await study.save(
    'ana',
    rows.filter(({ id }) => id === gone.id).map((row) => deletionOf(row)),
  )
  await study.submit('ana')
  return study.codingId('ana')
}

describe('reopening', () => {
  it('makes the next revision with a copy of everything that is not deleted, under the same lineage', async () => {
    const study = await aStudy()
    const first = await anaSubmits(study)
    const before = await readCoding(study.actor('ana'), { codingId: first })
    const answer = await reopen(study, 'ana')
    expect(answer).toEqual({ codingId: expect.not.stringContaining(first), state: 'open', revision: 1 })
    const view = await readCoding(study.actor('ana'), { codingId: answer.codingId })
    expect(view).toMatchObject({ state: 'open', revision: 1, reopenReason: reason, reopenable: false })
    const live = before.rows.filter(({ deleted }) => !deleted)
    expect(view.rows).toEqual(live.map((row) => ({ ...row, version: 1 })))
    expect(live.map(({ kind }) => kind)).toEqual(['annotation', 'annotation', 'link', 'variable'])
    const lineages = (codingId: string) =>
      db().annotation.findMany({
        where: { codingId, deletedAt: null },
        select: { lineageId: true, createdAt: true },
        orderBy: { id: 'asc' },
      })
    expect(await lineages(answer.codingId)).toEqual(await lineages(first))
  })

  it('begins a history of its own, so that the copies can be changed and undone', async () => {
    const study = await aStudy()
    await anaSubmits(study)
    const { codingId } = await reopen(study, 'ana')
    const { rows } = await readCoding(study.actor('ana'), { codingId })
    const history = await db().annotationHistory.findMany({ where: { codingId }, orderBy: { id: 'asc' } })
    expect(history.map(({ state }) => state)).toEqual(rows)
    const [row] = rows
    const { rows: changed } = await saveChanges(study.actor('ana'), {
      codingId,
      changes: row ? [deletionOf(row)] : [],
    })
    expect(changed[0]).toMatchObject({ id: row?.id, version: 2, deleted: true })
  })

  it('leaves the first submission as it was: not one row of it changes', async () => {
    const study = await aStudy()
    const first = await anaSubmits(study)
    const rowsOf = async () => ({
      coding: await db().coding.findUniqueOrThrow({ where: { id: first } }),
      annotations: await db().annotation.findMany({ where: { codingId: first }, orderBy: { id: 'asc' } }),
    })
    const before = await rowsOf()
    const { codingId } = await reopen(study, 'ana')
    await study.annotate('ana', 16, 21, 'figure')
    await submitCoding(study.actor('ana'), { codingId })
    expect(await rowsOf()).toEqual(before)
    expect(await readCoding(study.actor('ana'), { codingId: first })).toMatchObject({ revision: 0, reopenable: false })
  })

  it('again answers the revision that there is, whichever is named, also by ten requests at once', async () => {
    const study = await aStudy()
    const first = await anaSubmits(study)
    const answers = await Promise.all(Array.from({ length: 10 }, () => reopen(study, 'ana', first)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await reopen(study, 'ana', answers[0]?.codingId)).toEqual(answers[0])
    await submitCoding(study.actor('ana'), { codingId: answers[0]?.codingId ?? '' })
    // A replay that comes late begins nothing.
    expect(await reopen(study, 'ana', first)).toEqual({ ...answers[0], state: 'submitted' })
    expect(await db().coding.count({ where: { coderId: await study.membershipId('ana') } })).toBe(2)
    expect(await db().auditEvent.count({ where: { action: 'coding.reopened' } })).toBe(1)
  })

  it('of the second revision makes the third', async () => {
    const study = await aStudy()
    await anaSubmits(study)
    await submitCoding(study.actor('ana'), { codingId: (await reopen(study, 'ana')).codingId })
    expect(await reopen(study, 'ana')).toMatchObject({ state: 'open', revision: 2 })
  })

  it('of an adjudicated coding is refused, saying why', async () => {
    const study = await aStudy()
    const codingId = await anaSubmits(study)
    await db().coding.update({ where: { id: codingId }, data: { state: 'adjudicated' } })
    const refused = { code: 'conflict', message: expect.stringContaining('adjudicated') }
    await expect(reopen(study, 'ana')).rejects.toMatchObject(refused)
  })

  it('of nothing to code begins with nothing, and says no more that there is nothing', async () => {
    const study = await aStudy()
    await study.submit('ana', { nothingToCode: true })
    const { codingId } = await reopen(study, 'ana')
    expect(await readCoding(study.actor('ana'), { codingId })).toMatchObject({ nothingToCode: false, rows: [] })
  })

  it('keeps round, document, coder, codebook and place, and leaves the reliability sample', async () => {
    const study = await aStudy()
    const first = await db().coding.findUniqueOrThrow({ where: { id: await anaSubmits(study) } })
    const next = await db().coding.findUniqueOrThrow({ where: { id: (await reopen(study, 'ana')).codingId } })
    const { roundId, documentId, coderId, codebookVersionId, position, batch } = first
    expect(next).toMatchObject({ roundId, documentId, coderId, codebookVersionId, position, batch, inIrr: false })
    await expect(db().coding.update({ where: { id: next.id }, data: { inIrr: true } })).rejects.toThrow(
      /irr_first_only/,
    )
  })

  it('by the lead opens it for its coder, and the audit log knows who it was', async () => {
    const study = await aStudy()
    const first = await anaSubmits(study)
    const { codingId } = await reopen(study, 'lea', first)
    expect(await openCoding(study.actor('ana'), { codingId })).toEqual({ state: 'open' })
    const event = await db().auditEvent.findFirstOrThrow({ where: { action: 'coding.reopened' } })
    expect(event).toMatchObject({ actorId: study.actor('lea').userId, detail: { codingId, from: first, revision: 1 } })
  })

  it('of another’s is refused to a lead who still codes, and to whom it would tell that it is submitted', async () => {
    const study = await aStudy({ people: { kim: ['lead', 'coder'], ana: ['coder'] } })
    const first = await anaSubmits(study)
    await expect(reopen(study, 'kim', first)).rejects.toMatchObject({ code: 'forbidden' })
    await study.submit('kim', { nothingToCode: true })
    expect(await reopen(study, 'kim', first)).toMatchObject({ revision: 1 })
  })
})

describe('whoever reopened the own coding', () => {
  it('is blind again until it is submitted again', async () => {
    const study = await aStudy({ people: { kim: ['lead', 'coder'], ana: ['coder'] } })
    await study.submit('kim', { nothingToCode: true })
    expect(await readProgress(study.actor('kim'), study)).toMatchObject({ coders: expect.any(Array) })
    const { codingId } = await reopen(study, 'kim')
    await expect(readProgress(study.actor('kim'), study)).rejects.toMatchObject({ code: 'forbidden' })
    await submitCoding(study.actor('kim'), { codingId, nothingToCode: true })
    expect(await readProgress(study.actor('kim'), study)).toMatchObject({ coders: expect.any(Array) })
  })

  it('sees each document once in the own list, between the same neighbours', async () => {
    const study = await aStudy({ texts: ['One text.', 'Two texts.', 'Three texts.'] })
    for (const document of [1, 2, 3]) await study.submit('ana', { document, nothingToCode: true })
    const before = await listMyCodings(study.actor('ana'), study)
    const second = before[1]?.id ?? ''
    const { codingId } = await reopen(study, 'ana', second)
    const after = await listMyCodings(study.actor('ana'), study)
    expect(after.map(({ document }) => document.number)).toEqual(before.map(({ document }) => document.number))
    expect(after[1]).toMatchObject({ id: codingId, index: 2, state: 'open', revision: 1 })
    const place = { position: { index: 2, of: 3 }, previousId: before[0]?.id, nextId: before[2]?.id }
    for (const id of [second, codingId]) {
      expect(await readCoding(study.actor('ana'), { codingId: id })).toMatchObject(place)
    }
    expect(await readCoding(study.actor('ana'), { codingId: before[0]?.id ?? '' })).toMatchObject({ nextId: codingId })
  })

  it('has it counted once, as work to do, and comes to it next', async () => {
    const study = await aStudy()
    await study.submit('ana', { nothingToCode: true })
    const { codingId } = await reopen(study, 'ana')
    expect((await listStudies(study.actor('ana')))[0]?.own).toEqual({ assigned: 1, submitted: 0 })
    expect((await readStudy(study.actor('ana'), study)).own).toEqual({ total: 1, submitted: 0, nextCodingId: codingId })
  })
})

describe('a reopened coding', () => {
  it('shows on the board and on the page of its text in its newest revision', async () => {
    const study = await aStudy()
    await study.submit('ana', { nothingToCode: true })
    const { codingId } = await reopen(study, 'ana')
    const { documents } = await readProgress(study.actor('lea'), study)
    expect(documents[0]?.cells).toEqual([
      { codingId, state: 'open', revision: 1, ineligible: null },
      expect.objectContaining({ state: 'assigned', revision: 0 }),
    ])
    const documentId = documents[0]?.id ?? ''
    const list = await listDocumentCodings(study.actor('lea'), { studyId: study.studyId, documentId })
    expect(list.map(({ state, reopenable, reopenReason }) => ({ state, reopenable, reopenReason }))).toEqual([
      { state: 'open', reopenable: false, reopenReason: reason },
      { state: 'assigned', reopenable: false, reopenReason: null },
    ])
  })

  it('changes neither exports nor any figure of agreement but its own: they rest on what was submitted first', async () => {
    const study = await aStudy({ texts: [harbourText, 'Another text about Ilse Tarn.'] })
    for (const name of ['ana', 'ben']) {
      await study.annotate(name, 0, 15, 'hero')
      await study.submit(name)
      await study.submit(name, { document: 2, nothingToCode: true })
    }
    const all = async () => {
      const tables: string[] = []
      for (const table of ['annotations.csv', 'unit_coder_long.csv']) {
        for await (const piece of await exportTable(study.actor('lea'), { studyId: study.studyId, table })) {
          tables.push(piece)
        }
      }
      return { tables, report: await agreementOf(study, { replicates: 0 }) }
    }
    const before = await all()
    const { codingId } = await reopen(study, 'ana')
    await study.annotate('ana', 53, 67, 'villain')
    expect(await all()).toEqual(before)
    await submitCoding(study.actor('ana'), { codingId })
    const { tables, report } = await all()
    const { recoded, fingerprint, computedAt } = report
    expect(recoded).toMatchObject({ documents: 1 })
    expect({ tables, report: { ...report, recoded: null } }).toEqual({
      ...before,
      report: { ...before.report, fingerprint, computedAt },
    })
  })
})
