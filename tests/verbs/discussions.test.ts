import { v7 as newId } from 'uuid'
import { db } from '@/lib/db'
import { isThreadOpen, listMentions, postComment, readThread, takeStance } from '@/lib/verbs/discussions'
import { decideEligibility, setEligibility } from '@/lib/verbs/eligibility'
import { reopenCoding } from '@/lib/verbs/revisions'
import { showCoderNames } from '@/lib/verbs/rounds'
import type { TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import {
  differingStudy,
  disputed,
  documentIdOf,
  openStudy,
  release,
  roundIdOf,
  say,
  submitAll,
  threadOf,
} from '../support/discussed-study'
import { allOfReading, decideAs } from '../support/review'

withTestDatabase()

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'allowed',
    (error: { code?: string }) => error.code ?? error,
  )

const oneText = 'Mayor Ilse Tarn saved the harbour of Ostmole. Critics call her a tyrant and a thief.'

const aboutDocument = async (study: TestStudy, number = 1) => {
  return { studyId: study.studyId, subject: 'document' as const, documentId: await documentIdOf(study, number) }
}
const aboutHero = (study: TestStudy) => ({ studyId: study.studyId, subject: 'code' as const, code: 'hero' })

/** What a coder gets of every discussion, and of every way to take part. */
async function answersTo(study: TestStudy, name: string, clusterId: string, inputKey = newId()) {
  const actor = study.actor(name)
  const { studyId } = study
  const document = await aboutDocument(study)
  return {
    cluster: await codeOf(readThread(actor, { studyId, subject: 'cluster', clusterId })),
    document: await codeOf(readThread(actor, document)),
    code: await codeOf(readThread(actor, aboutHero(study))),
    comment: await codeOf(postComment(actor, { ...document, id: newId(), text: 'I wonder.' })),
    stance: await codeOf(takeStance(actor, { studyId, clusterId, id: newId(), inputKey, reading: 'A' })),
    mentions: await listMentions(actor, { studyId }),
  }
}

const nothing = {
  ...{ cluster: 'not_found', document: 'not_found', code: 'not_found' },
  ...{ comment: 'not_found', stance: 'not_found', mentions: [] },
}
const everything = {
  ...{ cluster: 'allowed', document: 'allowed', code: 'allowed', comment: 'allowed', stance: 'allowed' },
}

describe('to a coder a discussion is not there', () => {
  it('before the lead has released the round', async () => {
    const study = await differingStudy()
    await submitAll(study)
    const { id } = await disputed(study)
    await say(study, 'adi', id, 'What do you think, @Coder A and @Coder B?')
    expect(await answersTo(study, 'ana', id)).toEqual(nothing)
  })

  it('before the own codings of all texts are submitted', async () => {
    const study = await differingStudy({
      texts: [
        'A text about Ilse Tarn, the mayor of Ostmole, who is a thief, they say.',
        'Another text about the mayor of Ostmole, of whom one calls her a thief.',
      ],
    })
    await release(study)
    await study.submit('ana')
    await study.submit('ben')
    const { id } = await disputed(study)
    expect(await answersTo(study, 'ana', id)).toEqual(nothing)
    await study.submit('ana', { document: 2 })
    expect(await codeOf(threadOf(study, 'ana', id))).toBe('allowed')
  })

  it('before all other coders have submitted the text', async () => {
    const study = await differingStudy({ people: { cem: ['coder'] } })
    await release(study)
    await submitAll(study)
    const document = await aboutDocument(study)
    expect(await codeOf(readThread(study.actor('ana'), document))).toBe('not_found')
    await study.submit('cem', { nothingToCode: true })
    expect(await codeOf(readThread(study.actor('ana'), document))).toBe('allowed')
  })

  it('while an own coding is reopened', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Misread.' })
    expect(await answersTo(study, 'ana', id)).toEqual(nothing)
    await study.submit('ana')
    expect(await codeOf(threadOf(study, 'ana', id))).toBe('allowed')
  })

  it('of a text that the coder holds not eligible, and may yet have to code', async () => {
    const study = await differingStudy({ people: { cem: ['coder'] } })
    await submitAll(study)
    const held = { codingId: await study.codingId('cem'), eligible: false as const, reason: 'An advert.' }
    await setEligibility(study.actor('cem'), held)
    await release(study)
    const document = await aboutDocument(study)
    expect(await codeOf(readThread(study.actor('cem'), document))).toBe('not_found')
    expect(await codeOf(readThread(study.actor('cem'), aboutHero(study)))).toBe('not_found')
    expect(await codeOf(readThread(study.actor('ana'), document))).toBe('allowed')
  })

  it('while any own text is held not eligible and the lead has not confirmed that', async () => {
    const study = await differingStudy({ texts: [oneText, `${oneText} Again.`] })
    await submitAll(study, ['ben'])
    await study.submit('ana')
    await release(study)
    const { id } = await disputed(study)
    const held = { codingId: await study.codingId('ana', 2), eligible: false as const, reason: 'An advert.' }
    await setEligibility(study.actor('ana'), held)
    expect(await answersTo(study, 'ana', id)).toEqual(nothing)
    const { studyId } = study
    await decideEligibility(study.actor('lea'), { studyId, codingId: held.codingId, decision: 'confirm' })
    expect(await codeOf(threadOf(study, 'ana', id))).toBe('allowed')
    expect(await codeOf(readThread(study.actor('ana'), await aboutDocument(study, 2)))).toBe('not_found')
  })

  it('of a text that the coder submitted, reopened and then held not eligible, also once that is confirmed', async () => {
    const study = await openStudy({ texts: [oneText, `${oneText} Again.`] })
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'An advert.' })
    const codingId = await study.codingId('ana')
    await setEligibility(study.actor('ana'), { codingId, eligible: false, reason: 'An advert.' })
    const both = async () => [
      await codeOf(readThread(study.actor('ana'), await aboutDocument(study, 1))),
      await codeOf(readThread(study.actor('ana'), await aboutDocument(study, 2))),
    ]
    expect(await both()).toEqual(['not_found', 'not_found'])
    await decideEligibility(study.actor('lea'), { studyId: study.studyId, codingId, decision: 'confirm' })
    expect(await both()).toEqual(['not_found', 'allowed'])
  })

  it('once the lead has closed the round again', async () => {
    const study = await openStudy()
    const { id, inputKey } = await disputed(study)
    expect(await answersTo(study, 'ana', id, inputKey)).toMatchObject(everything)
    await release(study, false)
    expect(await answersTo(study, 'ana', id)).toEqual(nothing)
  })

  it('when it is of another study, or of nothing', async () => {
    const [study, other] = [await openStudy(), await openStudy()]
    const { id } = await disputed(other)
    expect(await codeOf(threadOf(study, 'ana', id))).toBe('not_found')
    expect(await codeOf(threadOf(study, 'adi', id))).toBe('not_found')
    const unknown = { studyId: study.studyId, subject: 'code' as const, code: 'nobody' }
    expect(await codeOf(readThread(study.actor('adi'), unknown))).toBe('not_found')
    expect(await isThreadOpen(study.actor('adi'), unknown)).toBe(false)
    expect(await isThreadOpen(study.actor('adi'), aboutHero(study))).toBe(true)
  })
})

describe('a reviewer who codes', () => {
  it('reads no discussion until the own codings are submitted', async () => {
    const study = await differingStudy({ people: { kim: ['lead', 'coder'] } })
    await submitAll(study)
    await release(study)
    const document = await aboutDocument(study)
    expect(await codeOf(readThread(study.actor('kim'), document))).toBe('not_found')
    await study.submit('kim', { nothingToCode: true })
    expect(await codeOf(readThread(study.actor('kim'), document))).toBe('allowed')
  })
})

describe('a discussion', () => {
  it('has what reviewers and coders say, oldest first, each coder as a letter', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    await say(study, 'adi', id, 'Why a hero?')
    await say(study, 'ana', id, 'She saved the harbour.')
    const seenBy = async (name: string) =>
      (await threadOf(study, name, id)).comments.map(({ author, isOwn, text }) => [author, isOwn, text])
    const letters = (await threadOf(study, 'ben', id)).stances?.coders.map(({ reading }) => `Coder ${reading}`) ?? []
    const [[asked], [answered]] = (await seenBy('adi')) as [[string], [string]]
    expect(asked).toBe('adi')
    expect(letters).toContain(answered)
    expect(await seenBy('ben')).toEqual([
      ['adi', false, 'Why a hero?'],
      [answered, false, 'She saved the harbour.'],
    ])
    expect((await seenBy('ana'))[1]).toEqual([answered, true, 'She saved the harbour.'])
  })

  it('gives the letter that the reading has at the review desk', async () => {
    const study = await openStudy()
    const cluster = await disputed(study)
    await say(study, 'ana', cluster.id, 'Mine is the hero.')
    const hero = cluster.readings.find(({ annotations }) => annotations.some(({ code }) => code === 'hero'))
    expect((await threadOf(study, 'adi', cluster.id)).comments[0]?.author).toBe(`Coder ${hero?.letter}`)
  })

  it('tells reviewers of a round that shows names who coded what, and coders never', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    await say(study, 'ana', id, 'Mine.')
    await showCoderNames(study.actor('lea'), { ...study, roundId: await roundIdOf(study), showNames: true })
    expect((await threadOf(study, 'adi', id)).comments[0]?.author).toMatch(/^C\d\d ana$/)
    expect((await threadOf(study, 'ben', id)).comments[0]?.author).toMatch(/^Coder [A-Z]$/)
  })

  it('tells neither reviewers nor coders any id, pseudonym or name of a coder while names are hidden', async () => {
    const study = await openStudy()
    const { id, inputKey } = await disputed(study)
    await say(study, 'ana', id, 'I see it so, @Coder A and @Coder B.')
    await takeStance(study.actor('ana'), { studyId: study.studyId, clusterId: id, id: newId(), inputKey, reading: 'A' })
    const {
      pseudonym,
      id: memberId,
      userId,
    } = await db().membership.findUniqueOrThrow({
      where: { id: await study.membershipId('ana') },
    })
    for (const name of ['adi', 'vic', 'ben']) {
      const answer = JSON.stringify(await threadOf(study, name, id))
      for (const trace of [pseudonym, memberId, userId, '"ana"', ' ana']) expect(answer).not.toContain(trace)
    }
  })

  it('is found again after a coding changed, with what was said before', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    await say(study, 'adi', id, 'Why a hero?')
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Misread.' })
    await study.annotate('ana', 0, 5, 'villain')
    await study.submit('ana')
    const changed = await disputed(study)
    expect(changed.id).not.toBe(id)
    expect((await threadOf(study, 'adi', changed.id)).comments.map(({ text }) => text)).toEqual(['Why a hero?'])
    await say(study, 'ben', changed.id, 'Look again.')
    expect((await threadOf(study, 'adi', changed.id)).comments).toHaveLength(2)
  })

  it('of a text and of a code are others than those of its passages', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    const document = await aboutDocument(study)
    await say(study, 'ana', id, 'The passage.')
    await postComment(study.actor('ana'), { ...document, id: newId(), text: 'The text.' })
    await postComment(study.actor('ana'), { ...aboutHero(study), id: newId(), text: 'The code.' })
    const texts = async (call: ReturnType<typeof readThread>) => (await call).comments.map(({ text }) => text)
    expect(await texts(readThread(study.actor('ben'), document))).toEqual(['The text.'])
    expect(await texts(readThread(study.actor('ben'), aboutHero(study)))).toEqual(['The code.'])
    expect(await texts(threadOf(study, 'ben', id))).toEqual(['The passage.'])
  })

  it('can be read by a viewer, who says nothing in it', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    expect((await threadOf(study, 'vic', id)).mayWrite).toBe(false)
    expect(await codeOf(say(study, 'vic', id, 'Me too.'))).toBe('forbidden')
  })
})

describe('a comment', () => {
  it('is said once, however often it is sent, and noted once', async () => {
    const study = await openStudy()
    const [{ id }, commentId] = [await disputed(study), newId()]
    const first = await say(study, 'ana', id, 'Mine.', commentId)
    expect(await say(study, 'ana', id, 'Mine.', commentId)).toEqual(first)
    expect((await threadOf(study, 'ana', id)).comments).toEqual([first])
    expect(await db().auditEvent.count({ where: { action: 'comment.posted' } })).toBe(1)
  })

  it('is not replaced by another one under its id', async () => {
    const study = await openStudy()
    const [{ id }, commentId] = [await disputed(study), newId()]
    await say(study, 'ana', id, 'Mine.', commentId)
    expect(await codeOf(say(study, 'ana', id, 'Yours.', commentId))).toBe('conflict')
    expect(await codeOf(say(study, 'ben', id, 'Mine.', commentId))).toBe('conflict')
  })

  it('begins one discussion, also when two begin it at once', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    await Promise.all(['ana', 'ben', 'adi'].map((name) => say(study, name, id, `I am ${name}.`)))
    expect(await db().thread.count()).toBe(1)
    expect((await threadOf(study, 'adi', id)).comments).toHaveLength(3)
  })

  it('is the last of a thousand', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    await say(study, 'ana', id, 'First.')
    const { threadId, studyId, authorId } = await db().comment.findFirstOrThrow()
    const more = Array.from({ length: 999 }, () => ({ threadId, studyId, authorId, id: newId(), text: 'More.' }))
    await db().comment.createMany({ data: more })
    expect(await codeOf(say(study, 'ana', id, 'Too many.'))).toBe('invalid')
    expect((await threadOf(study, 'ana', id)).comments).toHaveLength(1000)
  })

  it('is never changed nor deleted', async () => {
    const study = await openStudy()
    await say(study, 'ana', (await disputed(study)).id, 'Mine.')
    await expect(db().comment.updateMany({ data: { text: 'Yours.' } })).rejects.toThrow()
    await expect(db().comment.deleteMany()).rejects.toThrow()
  })
})

describe('mentions', () => {
  it('are offered of the people one may see, by the names by which one sees them', async () => {
    const study = await openStudy()
    const { id } = await disputed(study)
    const people = async (name: string) => (await threadOf(study, name, id)).people.toSorted()
    expect(await people('adi')).toEqual(['Coder A', 'Coder B', 'lea'])
    const others = (await people('ana')).filter((name) => name.startsWith('Coder'))
    expect(others).toHaveLength(1)
    await db().membership.update({ where: { id: await study.membershipId('lea') }, data: { leftAt: new Date() } })
    expect(await people('adi')).toEqual(['Coder A', 'Coder B'])
  })

  it('are read by everybody by the name by which they see the person', async () => {
    const study = await openStudy()
    const cluster = await disputed(study)
    const ben = cluster.readings.find(({ annotations }) => annotations[0]?.code === 'villain')?.letter ?? ''
    await say(study, 'adi', cluster.id, `@Coder ${ben} and @lea: look. @Coder ${ben}s are others.`)
    const [seen] = (await threadOf(study, 'ana', cluster.id)).comments
    expect(seen).toMatchObject({
      text: `@Coder ${ben} and @lea: look. @Coder ${ben}s are others.`,
      mentions: [`Coder ${ben}`, 'lea'],
    })
    await showCoderNames(study.actor('lea'), { ...study, roundId: await roundIdOf(study), showNames: true })
    const [named] = (await threadOf(study, 'adi', cluster.id)).comments
    expect(named?.text).toMatch(/^@C\d\d ben and @lea: look/)
  })

  it('are listed for who is mentioned, as long as the discussion is open to them', async () => {
    const study = await openStudy()
    const cluster = await disputed(study)
    const hero = cluster.readings.find(({ annotations }) => annotations[0]?.code === 'hero')?.letter
    await say(study, 'adi', cluster.id, `@Coder ${hero}, why?`)
    const mine = () => listMentions(study.actor('ana'), study)
    expect(await mine()).toMatchObject([
      { subject: 'cluster', clusterId: cluster.id, author: 'adi', about: '1. Text 1', text: `@Coder ${hero}, why?` },
    ])
    expect(await listMentions(study.actor('ben'), study)).toEqual([])
    await release(study, false)
    expect(await mine()).toEqual([])
  })
})

describe('a stance', () => {
  const take = async (study: TestStudy, name: string, reading: string, id = newId()) => {
    const cluster = await disputed(study)
    const asked = { studyId: study.studyId, clusterId: cluster.id, id, inputKey: cluster.inputKey, reading }
    return takeStance(study.actor(name), asked)
  }

  it('keeps the own reading or accepts another, and the last one counts', async () => {
    const study = await openStudy()
    expect(await take(study, 'ana', 'A')).toMatchObject({ agreed: null })
    const after = await take(study, 'ana', 'B')
    expect(after.coders.find(({ reading }) => reading === after.own)?.stance).toBe('B')
    expect(await db().stance.count()).toBe(2)
  })

  it('of all coders for one reading is their consensus, which reviewers see at the desk too', async () => {
    const study = await openStudy()
    await take(study, 'ana', 'B')
    expect(await take(study, 'ben', 'B')).toMatchObject({ agreed: 'B' })
    const { id, readings } = await disputed(study)
    expect((await threadOf(study, 'adi', id)).stances).toMatchObject({ agreed: 'B', own: null })
    expect(readings.map(({ stance }) => stance)).toEqual(['B', 'B'])
  })

  it('of all of them makes a decision on that reading a consensus, of whom the server knows', async () => {
    const study = await openStudy()
    const agree = async (more: Parameters<typeof decideAs>[3]) =>
      decideAs(study, 'adi', await disputed(study), { method: 'consensus', participants: ['Q'], ...more })
    const cluster = await disputed(study)
    const accepted = allOfReading(cluster, 'B')
    await take(study, 'ana', 'B')
    await expect(agree({ outcome: 'accept', accepted })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: { method: expect.any(String) } },
    })
    await take(study, 'ben', 'B')
    await expect(agree({ outcome: 'accept', accepted: allOfReading(cluster, 'A') })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: { method: expect.any(String) } },
    })
    const { decision } = await agree({ outcome: 'accept', accepted })
    expect(decision).toMatchObject({ method: 'consensus', participants: ['A', 'B'] })
    expect((await db().decision.findFirstOrThrow()).participants).toHaveLength(2)
  })

  it('is taken once under one id', async () => {
    const study = await openStudy()
    const id = newId()
    for (let time = 0; time < 2; time += 1) await take(study, 'ana', 'A', id)
    expect(await db().stance.count()).toBe(1)
    expect(await db().auditEvent.count({ where: { action: 'stance.taken' } })).toBe(1)
  })

  it('is taken once when it is sent twice at once, and so is a comment', async () => {
    const study = await openStudy()
    const cluster = await disputed(study)
    const id = newId()
    const stances = await Promise.all([1, 2, 3].map(() => take(study, 'ana', 'A', id)))
    expect(stances).toEqual([stances[0], stances[0], stances[0]])
    const comments = await Promise.all([1, 2, 3].map(() => say(study, 'ben', cluster.id, 'Why a hero?', id)))
    expect(comments).toEqual([comments[0], comments[0], comments[0]])
    expect([await db().stance.count(), await db().comment.count()]).toEqual([1, 1])
    expect(await db().auditEvent.count({ where: { action: { in: ['stance.taken', 'comment.posted'] } } })).toBe(2)
  })

  it('under an id that was given to another one is a conflict', async () => {
    const study = await openStudy()
    const id = newId()
    await take(study, 'ana', 'A', id)
    expect(await codeOf(take(study, 'ana', 'B', id))).toBe('conflict')
    expect(await codeOf(take(study, 'ben', 'A', id))).toBe('conflict')
  })

  it('is one of the readings of the passage as it is now', async () => {
    const study = await openStudy()
    const { id, inputKey } = await disputed(study)
    const asked = { studyId: study.studyId, clusterId: id, id: newId(), inputKey, reading: 'A' }
    expect(await codeOf(takeStance(study.actor('ana'), { ...asked, reading: 'C' }))).toBe('invalid')
    expect(await codeOf(takeStance(study.actor('ana'), { ...asked, inputKey: newId() }))).toBe('conflict')
  })

  it('no longer counts when a coding of the passage has changed', async () => {
    const study = await openStudy()
    await take(study, 'ben', 'A')
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Misread.' })
    const codingId = await study.codingId('ana')
    const [hero] = await db().annotation.findMany({ where: { codingId, start: 0 } })
    await db().annotation.updateMany({
      where: { codingId, id: hero?.id ?? '' },
      data: { attributes: { voice: 'quoted' } },
    })
    await study.submit('ana')
    const { id } = await disputed(study)
    expect((await threadOf(study, 'ben', id)).stances?.coders.map(({ stance }) => stance)).toEqual([null, null])
  })

  it('is no reviewer’s', async () => {
    const study = await openStudy()
    expect(await codeOf(take(study, 'adi', 'A'))).toBe('forbidden')
  })
})
