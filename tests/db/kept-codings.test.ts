import { v7 as newId } from 'uuid'
import { db } from '@/lib/db'
import { reopenCoding } from '@/lib/verbs/revisions'
import { aStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

describe('the database', () => {
  it('keeps a submitted coding where it is, in the reliability sample or outside of it', async () => {
    const study = await aStudy()
    const id = await study.codingId('ana')
    const set = (inIrr: boolean) => db().coding.update({ where: { id }, data: { inIrr } })
    await set(false)
    await set(true)
    await study.submit('ana', { nothingToCode: true })
    await expect(set(false)).rejects.toThrow('a submitted coding never changes')
  })

  it('has a reason for every later revision, and for no first one', async () => {
    const study = await aStudy()
    const first = await study.codingId('ana')
    const explain = (id: string, reopenReason: string | null) =>
      db().coding.update({ where: { id }, data: { reopenReason } })
    await study.submit('ana', { nothingToCode: true })
    const { codingId } = await reopenCoding(study.actor('ana'), { codingId: first, reason: 'A slip.' })
    for (const [id, reason] of [
      [first, 'A slip.'],
      [codingId, null],
      [codingId, ''],
    ] as const) {
      await expect(explain(id, reason)).rejects.toThrow(/reopened_is_later/)
    }
  })

  it('has questions and times in the study of their coding only', async () => {
    const [study, other] = [await aStudy(), await aStudy()]
    const ofOther = { codingId: await study.codingId('ana'), studyId: other.studyId }
    const question = { ...ofOther, id: newId(), start: 0, end: 3, question: 'Who is this?' }
    await expect(db().coderQuestion.create({ data: question })).rejects.toThrow(/foreign key/i)
    const sitting = { ...ofOther, sessionId: newId(), seconds: 1, beganAt: new Date(), reportedAt: new Date() }
    await expect(db().activeTime.create({ data: sitting })).rejects.toThrow(/foreign key/i)
    expect(await db().activeTime.create({ data: { ...sitting, studyId: study.studyId } })).toMatchObject({ seconds: 1 })
  })
})
