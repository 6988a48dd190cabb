import { setTimeout } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { announce, type StudyChange, stopChanges, subscribe } from '@/lib/changes'
import { db, transaction } from '@/lib/db'
import { noteActiveTime, readActiveTime } from '@/lib/verbs/active-time'
import { openCoding, readCoding } from '@/lib/verbs/codings'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()
afterEach(stopChanges)

const hour = 60 * 60

/** Lets a coding have been opened so long ago. */
async function openedAgo(study: TestStudy, name: string, seconds: number, document = 1): Promise<string> {
  const codingId = await study.codingId(name, document)
  await openCoding(study.actor(name), { codingId })
  const openedAt = new Date(Date.now() - seconds * 1000)
  await db().coding.update({ where: { id: codingId }, data: { openedAt } })
  return codingId
}

const note = (study: TestStudy, name: string, codingId: string, sessionId: string, seconds: number) =>
  noteActiveTime(study.actor(name), { codingId, sessionId, seconds })

describe('the active time of a coding', () => {
  it('is the sum of its sittings, of each the greatest total, whatever order the reports come in', async () => {
    const study = await aStudy()
    const id = await openedAgo(study, 'ana', 3 * hour)
    const [morning, evening] = [newId(), newId()]
    expect(await note(study, 'ana', id, morning, 600)).toEqual({ activeSeconds: 600 })
    expect(await note(study, 'ana', id, evening, 300)).toEqual({ activeSeconds: 900 })
    expect(await note(study, 'ana', id, morning, 540)).toEqual({ activeSeconds: 900 })
    expect(await note(study, 'ana', id, morning, 600)).toEqual({ activeSeconds: 900 })
    expect(await note(study, 'ana', id, morning, 630)).toEqual({ activeSeconds: 930 })
    expect(await readCoding(study.actor('ana'), { codingId: id })).toMatchObject({ activeSeconds: 930 })
  })

  it('is never longer than the text has been open, by more than a minute', async () => {
    const study = await aStudy()
    const id = await openedAgo(study, 'ana', hour)
    const { activeSeconds } = await note(study, 'ana', id, newId(), 9 * hour)
    expect(activeSeconds).toBeGreaterThanOrEqual(hour)
    expect(activeSeconds).toBeLessThan(hour + 120)
  })

  it('of two desks side by side is no longer than the time that passed', async () => {
    const study = await aStudy()
    const id = await openedAgo(study, 'ana', hour)
    await note(study, 'ana', id, newId(), hour)
    expect((await note(study, 'ana', id, newId(), hour)).activeSeconds).toBeLessThan(hour + 120)
  })

  it('grows within a sitting no faster than the clock', async () => {
    const study = await aStudy()
    const id = await openedAgo(study, 'ana', 10 * hour)
    const sitting = newId()
    await note(study, 'ana', id, sitting, 60)
    expect((await note(study, 'ana', id, sitting, 5 * hour)).activeSeconds).toBeLessThan(240)
  })

  it('of one sitting is a day at most', async () => {
    const study = await aStudy()
    const id = await openedAgo(study, 'ana', 72 * hour)
    expect(await note(study, 'ana', id, newId(), 60 * hour)).toEqual({ activeSeconds: 24 * hour })
  })

  it('goes up to the submission, of which a late report may still tell', async () => {
    const study = await aStudy()
    const id = await openedAgo(study, 'ana', hour)
    await study.submit('ana', { nothingToCode: true })
    expect((await note(study, 'ana', id, newId(), 9 * hour)).activeSeconds).toBeLessThan(hour + 120)
  })

  it('that is noted first opens the coding', async () => {
    const study = await aStudy()
    const codingId = await study.codingId('ana')
    await note(study, 'ana', codingId, newId(), 30)
    expect(await readCoding(study.actor('ana'), { codingId })).toMatchObject({ state: 'open', activeSeconds: 30 })
  })

  it('says so to whoever waits for news of it when it opens the coding, and only then', async () => {
    const study = await aStudy()
    const codingId = await study.codingId('ana')
    const heard: StudyChange[] = []
    await subscribe({ changed: (change) => heard.push(change), missed: () => undefined, ended: () => undefined })
    const session = newId()
    await note(study, 'ana', codingId, session, 10)
    await note(study, 'ana', codingId, session, 20)
    const isLast = () => heard.some(({ about }) => about === 'members')
    await transaction((tx) => announce(tx, { studyId: study.studyId, about: 'members' }))
    for (let tries = 0; tries < 200 && !isLast(); tries += 1) await setTimeout(10)
    expect(heard.map(({ about, codingId: id }) => [about, id])).toEqual([
      ['coding', codingId],
      ['members', undefined],
    ])
  })

  it('has at most a thousand sittings', async () => {
    const study = await aStudy()
    const codingId = await openedAgo(study, 'ana', hour)
    const more = { codingId, studyId: study.studyId, seconds: 0, beganAt: new Date(), reportedAt: new Date() }
    await db().activeTime.createMany({ data: Array.from({ length: 1000 }, () => ({ ...more, sessionId: newId() })) })
    await expect(note(study, 'ana', codingId, newId(), 5)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('the time that a round takes', () => {
  const people = { lea: ['lead' as const], ana: ['coder' as const], ben: ['coder' as const], cem: ['coder' as const] }

  async function submittedAfter(study: TestStudy, name: string, seconds: number, document = 1): Promise<void> {
    const id = await openedAgo(study, name, 3 * hour, document)
    await note(study, name, id, newId(), seconds)
    await study.submit(name, { document, nothingToCode: true })
  }

  it('is shown to leads as sum and median of first submissions, from three coders on', async () => {
    const study = await aStudy({ people, texts: ['One text.', 'Two texts.'] })
    await submittedAfter(study, 'ana', 600)
    await submittedAfter(study, 'ana', 900, 2)
    await submittedAfter(study, 'ben', 300)
    expect(await readActiveTime(study.actor('lea'), study)).toEqual([])
    await submittedAfter(study, 'cem', 700)
    const round = { number: 1, title: 'Main round', codings: 4, totalSeconds: 2500, medianSeconds: 650 }
    expect(await readActiveTime(study.actor('lea'), study)).toEqual([round])
  })

  it('leaves out what was never measured', async () => {
    const study = await aStudy({ people })
    for (const name of ['ana', 'ben']) await submittedAfter(study, name, 600)
    await study.submit('cem', { nothingToCode: true })
    expect(await readActiveTime(study.actor('lea'), study)).toEqual([])
  })
})
