import { v7 as newId } from 'uuid'
import { maxChangesPerList } from '@/lib/coding/change'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { saveChanges } from '@/lib/verbs/annotations'
import { submitCoding } from '@/lib/verbs/codings'
import { aPerson, aStudy, deletionOf, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

/** The AppError that the work fails with. */
async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error ?? new Error('It was expected to fail.')
}

const live = (codingId: string) => db().annotation.count({ where: { codingId, deletedAt: null } })
const history = (codingId: string) => db().annotationHistory.count({ where: { codingId } })

describe('saving annotations', () => {
  it('keeps the annotation with its outer extent, its code and version 1', async () => {
    const study = await aStudy()
    const row = await study.annotate('ana', 0, 15, 'hero', { attributes: { voice: 'quoted', target: 'Ilse Tarn' } })
    expect(row).toMatchObject({ version: 1, deleted: false, kind: 'annotation', value: { code: 'hero' } })
    const stored = await db().annotation.findFirstOrThrow({ include: { code: true } })
    expect(stored).toMatchObject({ id: row.id, start: 0, end: 15, version: 1, origin: 'manual', deletedAt: null })
    expect(stored.code.key).toBe('hero')
    expect(stored.attributes).toEqual({ voice: 'quoted', target: 'Ilse Tarn' })
    expect(stored.lineageId).toBe(stored.id)
  })

  it('remembers of an annotation that the desk proposed it, whatever is changed later', async () => {
    const study = await aStudy()
    const put = putAnnotation(0, 15, 'hero')
    const [row] = await study.save('ana', [{ ...put, value: { ...put.value, origin: 'suggestion' } }])
    expect(row).toMatchObject({ value: { origin: 'suggestion' } })
    await study.save('ana', [putAnnotation(0, 15, 'villain', { id: row?.id ?? '', baseVersion: 1 })])
    expect(await db().annotation.findFirstOrThrow()).toMatchObject({ origin: 'suggestion', version: 2 })
  })

  it('opens an assigned coding at the first change and keeps that time', async () => {
    const study = await aStudy()
    const where = { id: await study.codingId('ana') }
    await study.annotate('ana', 0, 5, 'hero')
    const first = await db().coding.findUniqueOrThrow({ where })
    expect(first.state).toBe('open')
    expect(first.openedAt).not.toBeNull()
    await study.annotate('ana', 6, 10, 'hero')
    expect((await db().coding.findUniqueOrThrow({ where })).openedAt).toEqual(first.openedAt)
  })

  it('lets annotations overlap, nest and be identical', async () => {
    const study = await aStudy()
    for (const [start, end] of [
      [0, 15],
      [6, 21],
      [8, 10],
      [0, 15],
    ] as const)
      await study.annotate('ana', start, end, 'hero')
    expect(await live(await study.codingId('ana'))).toBe(4)
  })

  it('raises the version with each change and writes every state to the history', async () => {
    const study = await aStudy()
    const row = await study.annotate('ana', 0, 5, 'hero')
    const [moved] = await study.save('ana', [putAnnotation(0, 15, 'villain', { id: row.id, baseVersion: 1 })])
    const [gone] = await study.save('ana', [deletionOf({ ...row, version: 2 })])
    expect([moved?.version, gone?.version, gone?.deleted]).toEqual([2, 3, true])
    const entries = await db().annotationHistory.findMany({ orderBy: { id: 'asc' } })
    expect(entries.map((entry) => entry.version)).toEqual([1, 2, 3])
    expect(entries.at(-1)?.state).toEqual(gone)
    expect(gone).toMatchObject({ value: { code: 'villain' } })
  })

  it('works a row that the same list makes and changes', async () => {
    const study = await aStudy()
    const made = putAnnotation(0, 5, 'hero')
    const rows = await study.save('ana', [made, putAnnotation(0, 15, 'villain', { id: made.id, baseVersion: 1 })])
    expect(rows.map((row) => row.version)).toEqual([1, 2])
    expect((await db().annotation.findFirstOrThrow()).end).toBe(15)
  })

  it('takes 500 changes in one list, and list after list', async () => {
    const study = await aStudy({ texts: ['word '.repeat(400)] })
    for (let list = 0; list < 3; list += 1) {
      const changes = Array.from({ length: maxChangesPerList }, (_, i) => putAnnotation(i, i + 4, 'hero'))
      expect(await study.save('ana', changes)).toHaveLength(maxChangesPerList)
    }
    expect(await live(await study.codingId('ana'))).toBe(1500)
  })
})

describe('a replayed change', () => {
  it('gets its first answer and is not applied again', async () => {
    const study = await aStudy()
    const change = putAnnotation(0, 5, 'hero')
    const first = await study.save('ana', [change])
    await study.save('ana', [putAnnotation(0, 15, 'villain', { id: change.id, baseVersion: 1 })])
    expect(await study.save('ana', [change])).toEqual(first)
    expect(await history(await study.codingId('ana'))).toBe(2)
    expect((await db().annotation.findFirstOrThrow()).version).toBe(2)
  })

  it('is answered beside new ones in the same list', async () => {
    const study = await aStudy()
    const [known, fresh] = [putAnnotation(0, 5, 'hero'), putAnnotation(6, 10, 'hero')]
    await study.save('ana', [known])
    const rows = await study.save('ana', [known, fresh])
    expect(rows.map((row) => row.id)).toEqual([known.id, fresh.id])
    expect(await live(await study.codingId('ana'))).toBe(2)
  })

  it('is answered also after the coding was submitted', async () => {
    const study = await aStudy()
    const change = putAnnotation(0, 5, 'hero')
    const first = await study.save('ana', [change])
    await study.submit('ana')
    expect(await study.save('ana', [change])).toEqual(first)
  })

  it('answers a replayed deletion with the links that went with it', async () => {
    const study = await aStudy()
    const [a, b] = [await study.annotate('ana', 0, 5, 'hero'), await study.annotate('ana', 6, 10, 'hero')]
    await study.save('ana', [linkBetween(a.id, b.id)])
    const deletion = deletionOf(a)
    const first = await study.save('ana', [deletion])
    expect(first.map((row) => [row.kind, row.deleted])).toEqual([
      ['annotation', true],
      ['link', true],
    ])
    expect(await study.save('ana', [deletion])).toEqual(first)
  })

  it('is a conflict when its mutationId was used for another row', async () => {
    const study = await aStudy()
    const change = putAnnotation(0, 5, 'hero')
    await study.save('ana', [change])
    const other = putAnnotation(6, 10, 'hero', { mutationId: change.mutationId })
    const error = await failure(study.save('ana', [other]))
    expect([error.code, error.current]).toEqual(['conflict', undefined])
    expect(await live(await study.codingId('ana'))).toBe(1)
  })

  it('may not share its mutationId with another of the same list', async () => {
    const study = await aStudy()
    const change = putAnnotation(0, 5, 'hero')
    const error = await failure(
      study.save('ana', [change, putAnnotation(6, 9, 'hero', { mutationId: change.mutationId })]),
    )
    expect(error.fields).toHaveProperty(['changes.1.mutationId'])
  })

  it('made by twenty requests at once is applied once', async () => {
    const study = await aStudy()
    const change = putAnnotation(0, 5, 'hero')
    const answers = await Promise.all(Array.from({ length: 20 }, () => study.save('ana', [change])))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await history(await study.codingId('ana'))).toBe(1)
  })
})

describe('a stale change', () => {
  it('is a conflict that shows the current rows', async () => {
    const study = await aStudy()
    const row = await study.annotate('ana', 0, 5, 'hero')
    const [current] = await study.save('ana', [putAnnotation(0, 15, 'villain', { id: row.id, baseVersion: 1 })])
    const error = await failure(study.save('ana', [putAnnotation(0, 9, 'hero', { id: row.id, baseVersion: 1 })]))
    expect(error).toMatchObject({ code: 'conflict', current: [current] })
  })

  it('takes the whole list with it, and all stale rows are shown', async () => {
    const study = await aStudy()
    const [a, b] = [await study.annotate('ana', 0, 5, 'hero'), await study.annotate('ana', 6, 10, 'hero')]
    const list = [
      putAnnotation(0, 15, 'hero'),
      putAnnotation(0, 6, 'hero', { id: a.id, baseVersion: 0 }),
      putAnnotation(6, 11, 'hero', { id: b.id, baseVersion: 7 }),
    ]
    expect((await failure(study.save('ana', list))).current).toEqual([a, b])
    expect(await history(await study.codingId('ana'))).toBe(2)
  })

  it('on a deleted annotation needs the version of the tombstone', async () => {
    const study = await aStudy()
    const row = await study.annotate('ana', 0, 5, 'hero')
    const [gone] = await study.save('ana', [deletionOf(row)])
    const late = putAnnotation(0, 6, 'hero', { id: row.id, baseVersion: 1 })
    expect(await failure(study.save('ana', [late]))).toMatchObject({ code: 'conflict', current: [gone] })
    const [back] = await study.save('ana', [putAnnotation(0, 6, 'hero', { id: row.id, baseVersion: 2 })])
    expect(back).toMatchObject({ version: 3, deleted: false })
    expect(await live(await study.codingId('ana'))).toBe(1)
  })

  it.each([
    ['of what was never there', 0, []],
    ['of what is deleted already', 2, [expect.objectContaining({ deleted: true, version: 2 })]],
  ])('is a deletion %s', async (_, version, current) => {
    const study = await aStudy()
    const row = await study.annotate('ana', 0, 5, 'hero')
    await study.save('ana', [deletionOf(row)])
    const target = version === 0 ? { ...row, id: newId() } : row
    expect(await failure(study.save('ana', [deletionOf({ ...target, version })]))).toMatchObject({
      code: 'conflict',
      current,
    })
  })

  it('loses against the other of two changes sent at once', async () => {
    const study = await aStudy()
    const row = await study.annotate('ana', 0, 5, 'hero')
    const changes = Array.from({ length: 10 }, (_, i) =>
      putAnnotation(0, 6 + i, 'hero', { id: row.id, baseVersion: 1 }),
    )
    const outcomes = await Promise.allSettled(changes.map((change) => study.save('ana', [change])))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' })
    }
    expect((await db().annotation.findFirstOrThrow()).version).toBe(2)
  })
})

describe('saves that run at once', () => {
  it('all arrive when they are about different rows', async () => {
    const study = await aStudy()
    await Promise.all(Array.from({ length: 40 }, (_, i) => study.save('ana', [putAnnotation(i, i + 4, 'hero')])))
    expect(await live(await study.codingId('ana'))).toBe(40)
  })

  it('leave no annotation behind a submit', async () => {
    const study = await aStudy({
      texts: Array.from({ length: 5 }, (_, i) => `Text ${i} is about Ilse Tarn and the harbour.`),
    })
    for (let document = 1; document <= 5; document += 1) {
      const codingId = await study.codingId('ana', document)
      await study.annotate('ana', 0, 4, 'hero', { document })
      const saves = Array.from({ length: 10 }, (_, i) => study.save('ana', [putAnnotation(i, i + 4, 'hero')], document))
      const [submitted, ...saved] = await Promise.allSettled([study.submit('ana', { document }), ...saves])
      expect(submitted.status).toBe('fulfilled')
      const kept = saved.filter((outcome) => outcome.status === 'fulfilled').length
      const audit = await db().auditEvent.findFirstOrThrow({
        where: { action: 'coding.submitted' },
        orderBy: { id: 'desc' },
      })
      expect(audit.detail).toMatchObject({ codingId, annotations: kept + 1 })
      expect(await live(codingId)).toBe(kept + 1)
    }
  })
})

describe('a rule', () => {
  it.each([
    ['a span that ends after the text', putAnnotation(0, 1000, 'hero')],
    ['an empty span', putAnnotation(5, 5, 'hero')],
    ['a span that starts inside an emoji', putAnnotation(74, 80, 'hero')],
    ['a code that the codebook does not have', putAnnotation(0, 5, 'saint')],
    ['an attribute that the code does not take', putAnnotation(0, 5, 'figure', { attributes: { voice: 'author' } })],
    ['a value that the attribute does not have', putAnnotation(0, 5, 'hero', { attributes: { voice: 'nobody' } })],
  ])('refuses %s and names the change', async (_, change) => {
    const study = await aStudy()
    const error = await failure(study.save('ana', [putAnnotation(0, 5, 'hero'), change]))
    expect(error.code).toBe('invalid')
    expect(Object.keys(error.fields ?? {})).not.toHaveLength(0)
    for (const field of Object.keys(error.fields ?? {})) expect(field).toMatch(/^changes\.1\.value(\.|$)/)
    expect(await live(await study.codingId('ana'))).toBe(0)
  })

  it('counts the change in the list as it was sent, known ones included', async () => {
    const study = await aStudy()
    const known = putAnnotation(0, 5, 'hero')
    await study.save('ana', [known])
    const error = await failure(study.save('ana', [known, putAnnotation(0, 5, 'saint')]))
    expect(Object.keys(error.fields ?? {}).every((field) => field.startsWith('changes.1.'))).toBe(true)
  })

  it('bounds the annotations of a coding', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 5, 'hero')
    await db().$executeRaw`
      INSERT INTO "Annotation" SELECT "codingId", gen_random_uuid(), "studyId", "codebookVersionId", "codeId", "lineageId",
        "start", "end", "segments", "attributes", "note", "unsure", "touched", "origin", "version", "createdAt",
        "updatedAt", "deletedAt" FROM "Annotation", generate_series(1, 19999)`
    const error = await failure(study.annotate('ana', 0, 5, 'hero'))
    expect(error).toMatchObject({ code: 'invalid', message: expect.stringContaining('20,000') })
    expect(await live(await study.codingId('ana'))).toBe(20_000)
  })
})

const linkBetween = (from: string, to: string, more: { id?: string; baseVersion?: number } = {}) => ({
  mutationId: newId(),
  op: 'put' as const,
  kind: 'link' as const,
  id: more.id ?? newId(),
  baseVersion: more.baseVersion ?? 0,
  value: { relation: 'same_actor', from, to },
})

describe('a link', () => {
  it('may join annotations that the same list makes', async () => {
    const study = await aStudy()
    const [a, b] = [putAnnotation(0, 5, 'hero'), putAnnotation(6, 10, 'villain')]
    const rows = await study.save('ana', [a, b, linkBetween(a.id, b.id)])
    expect(rows.at(-1)).toMatchObject({ kind: 'link', version: 1, value: { from: a.id, to: b.id } })
  })

  it.each(['deleted', 'unknown', 'another coder’s'])('needs live ends: one that is %s is refused', async (which) => {
    const study = await aStudy()
    const [a, b] = [await study.annotate('ana', 0, 5, 'hero'), await study.annotate('ana', 6, 10, 'hero')]
    const others = await study.annotate('ben', 6, 10, 'hero')
    if (which === 'deleted') await study.save('ana', [deletionOf(b)])
    const end = which === 'unknown' ? newId() : which === 'deleted' ? b.id : others.id
    const error = await failure(study.save('ana', [linkBetween(a.id, end)]))
    expect(error.code).toBe('invalid')
    expect(await db().annotationLink.count()).toBe(0)
  })

  it('goes with its annotation, in the history too, and comes back by its tombstone', async () => {
    const study = await aStudy()
    const [a, b] = [await study.annotate('ana', 0, 5, 'hero'), await study.annotate('ana', 6, 10, 'hero')]
    const [link] = await study.save('ana', [linkBetween(a.id, b.id)])
    await study.save('ana', [deletionOf(b)])
    expect((await db().annotationLink.findFirstOrThrow()).deletedAt).not.toBeNull()
    expect(await history(await study.codingId('ana'))).toBe(5)
    await study.save('ana', [
      putAnnotation(6, 10, 'hero', { id: b.id, baseVersion: 2 }),
      linkBetween(a.id, b.id, { id: link?.id ?? '', baseVersion: 2 }),
    ])
    expect(await db().annotationLink.findFirstOrThrow()).toMatchObject({ version: 3, deletedAt: null })
  })
})

const setGenre = (value: string, more: { id?: string; baseVersion?: number } = {}) => ({
  mutationId: newId(),
  op: 'put' as const,
  kind: 'variable' as const,
  id: more.id ?? newId(),
  baseVersion: more.baseVersion ?? 0,
  value: { variable: 'genre', value },
})

describe('a document variable', () => {
  it('has one live value: a second is a conflict that shows the first', async () => {
    const study = await aStudy()
    const [first] = await study.save('ana', [setGenre('news')])
    expect(await failure(study.save('ana', [setGenre('opinion')]))).toMatchObject({
      code: 'conflict',
      current: [first],
    })
    await study.save('ana', [setGenre('opinion', { id: first?.id ?? '', baseVersion: 1 })])
    expect(await db().variableValue.findMany()).toMatchObject([{ value: 'opinion', version: 2 }])
  })

  it('can be taken back and given anew in one list', async () => {
    const study = await aStudy()
    const [first] = await study.save('ana', [setGenre('news')])
    if (!first) throw new Error('nothing saved')
    await study.save('ana', [deletionOf(first), setGenre('opinion')])
    expect(await db().variableValue.count({ where: { deletedAt: null } })).toBe(1)
  })

  it('must be one of the codebook, with one of its values', async () => {
    const study = await aStudy()
    expect((await failure(study.save('ana', [setGenre('poem')]))).code).toBe('invalid')
  })
})

describe('a coding that is not the actor’s own', () => {
  async function refused(study: TestStudy, as: Parameters<typeof saveChanges>[0]): Promise<string> {
    const codingId = await study.codingId('ben')
    const error = await failure(saveChanges(as, { codingId, changes: [putAnnotation(0, 5, 'hero')] }))
    expect(await history(codingId)).toBe(0)
    return error.code
  }

  it('is not found for another coder', async () => {
    const study = await aStudy()
    expect(await refused(study, study.actor('ana'))).toBe('not_found')
  })

  it('is not found for somebody outside of the study, in the words for one that does not exist', async () => {
    const study = await aStudy()
    const stranger = await aPerson('zoe')
    const absent = await failure(saveChanges(stranger, { codingId: newId(), changes: [putAnnotation(0, 5, 'hero')] }))
    const present = await failure(
      saveChanges(stranger, { codingId: await study.codingId('ben'), changes: [putAnnotation(0, 5, 'hero')] }),
    )
    expect([present.code, present.message]).toEqual([absent.code, absent.message])
  })

  it('is forbidden for a lead who does not code', async () => {
    const study = await aStudy()
    expect(await refused(study, study.actor('lea'))).toBe('forbidden')
  })

  it('is not found any more for a coder who left', async () => {
    const study = await aStudy()
    await db().membership.update({ where: { id: await study.membershipId('ben') }, data: { leftAt: new Date() } })
    expect(await refused(study, study.actor('ben'))).toBe('not_found')
  })
})

it('a submitted coding refuses new changes, says so, and shows no rows to build on', async () => {
  const study = await aStudy()
  const row = await study.annotate('ana', 0, 5, 'hero')
  await submitCoding(study.actor('ana'), { codingId: await study.codingId('ana') })
  const error = await failure(study.save('ana', [deletionOf(row)]))
  expect(error.code).toBe('conflict')
  expect(error.current).toBeUndefined()
  expect(error.message).toMatch(/submitted/)
})
