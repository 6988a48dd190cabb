import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { listMyCodings, readCoding, submitCoding } from '@/lib/verbs/codings'
import { decideEligibility, setEligibility } from '@/lib/verbs/eligibility'
import { exportTable } from '@/lib/verbs/exports'
import { removeMember } from '@/lib/verbs/members'
import { readProgress } from '@/lib/verbs/progress'
import { askQuestion, listQuestions } from '@/lib/verbs/questions'
import { reopenCoding } from '@/lib/verbs/revisions'
import { listStudies, readStudy } from '@/lib/verbs/studies'
import { agreementOf, rowOf } from '../support/agreement'
import { aStudy, putAnnotation, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { release } from '../support/discussed-study'

withTestDatabase()

const reason = 'It is an advert.'

const hold = async (study: TestStudy, name: string, said = reason) =>
  setEligibility(study.actor(name), { codingId: await study.codingId(name), eligible: false, reason: said })

const takeBack = async (study: TestStudy, name: string) =>
  setEligibility(study.actor(name), { codingId: await study.codingId(name), eligible: true })

const decide = async (study: TestStudy, lead: string, coder: string, decision: 'confirm' | 'send_back') =>
  decideEligibility(study.actor(lead), { studyId: study.studyId, codingId: await study.codingId(coder), decision })

const submit = async (study: TestStudy, name: string) =>
  submitCoding(study.actor(name), { codingId: await study.codingId(name), nothingToCode: true })

const actions = async () =>
  (await db().auditEvent.findMany({ where: { action: { contains: 'eligib' } }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

describe('a coder who holds a text not eligible', () => {
  it('says so with a reason, sees it in the own list, and can take it back', async () => {
    const study = await aStudy()
    const ineligible = { reason, confirmed: false }
    expect(await hold(study, 'ana')).toEqual({ ineligible })
    expect(await listMyCodings(study.actor('ana'), study)).toMatchObject([{ state: 'open', ineligible }])
    expect(await readCoding(study.actor('ana'), { codingId: await study.codingId('ana') })).toMatchObject({
      ineligible,
    })
    expect(await takeBack(study, 'ana')).toEqual({ ineligible: null })
    expect(await submit(study, 'ana')).toMatchObject({ state: 'submitted' })
  })

  it('may say it twice, or with another reason; only what is new is noted', async () => {
    const study = await aStudy()
    await hold(study, 'ana')
    await hold(study, 'ana')
    await hold(study, 'ana', 'It is a caption.')
    await takeBack(study, 'ana')
    await takeBack(study, 'ana')
    expect(await actions()).toEqual(['coding.held_not_eligible', 'coding.held_not_eligible', 'coding.held_eligible'])
  })

  it('cannot submit it: it is missing, never a zero', async () => {
    const study = await aStudy()
    await hold(study, 'ana')
    await expect(submit(study, 'ana')).rejects.toMatchObject({ code: 'conflict' })
    await study.submit('ben', { nothingToCode: true })
    let table = ''
    for await (const piece of await exportTable(study.actor('lea'), { ...study, table: 'unit_coder_long.csv' })) {
      table += piece
    }
    const [ana, ben] = (await readProgress(study.actor('lea'), study)).coders.map(({ pseudonym }) => pseudonym)
    expect(table).toContain(`,${ben},`)
    expect(table).not.toContain(`,${ana},`)
    const coding = { where: { id: await study.codingId('ana') }, data: { state: 'submitted', submittedAt: new Date() } }
    await expect(db().coding.update(coding as never)).rejects.toThrow(/ineligible_is_missing/)
  })

  it('has no more to do there: it is neither next nor counted', async () => {
    const study = await aStudy()
    await hold(study, 'ana')
    expect((await readStudy(study.actor('ana'), study)).own).toEqual({ total: 0, submitted: 0 })
    expect((await listStudies(study.actor('ana')))[0]?.own).toEqual({ assigned: 0, submitted: 0 })
  })

  it('goes on coding it until the lead has confirmed it', async () => {
    const study = await aStudy()
    await hold(study, 'ana')
    await study.annotate('ana', 0, 5, 'hero')
    await decide(study, 'lea', 'ana', 'confirm')
    const late = study.save('ana', [putAnnotation(6, 9, 'hero')])
    const refusal = { code: 'conflict', message: expect.stringContaining('not eligible'), current: undefined }
    await expect(late).rejects.toMatchObject(refusal)
    await expect(takeBack(study, 'ana')).rejects.toMatchObject({ code: 'conflict' })
    await expect(hold(study, 'ana', 'Another reason.')).rejects.toMatchObject({ code: 'conflict' })
    expect(await hold(study, 'ana')).toEqual({ ineligible: { reason, confirmed: true } })
  })

  it('who leaves the study keeps having said so', async () => {
    const study = await aStudy()
    const id = await study.codingId('ana')
    await hold(study, 'ana')
    const memberId = await study.membershipId('ana')
    await removeMember(study.actor('lea'), { studyId: study.studyId, memberId })
    expect(await db().coding.findUnique({ where: { id } })).toMatchObject({ ineligibleReason: reason })
  })
})

describe('a text that was submitted, reopened and then held not eligible', () => {
  const read = async (study: TestStudy, table: 'annotations.csv' | 'documents.csv' | 'unit_coder_long.csv') => {
    let text = ''
    for await (const piece of await exportTable(study.actor('lea'), { studyId: study.studyId, table })) text += piece
    return text
  }

  const reopened = async (coded: boolean) => {
    const study = await aStudy()
    if (coded) await study.annotate('ana', 0, 5, 'hero')
    await study.submit('ana', { nothingToCode: !coded })
    await study.submit('ben', { nothingToCode: true })
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'It is an advert.' })
    await hold(study, 'ana')
    return study
  }

  it.each([
    [true, '1'],
    [false, '0'],
  ])('is missing once the lead confirms it, never a zero (with something coded: %s)', async (coded, value) => {
    const study = await reopened(coded)
    const [ana] = (await readProgress(study.actor('lea'), study)).coders.map(({ pseudonym }) => pseudonym)
    const said = new RegExp(`,${ana},hero,${value}`)
    expect(await read(study, 'unit_coder_long.csv')).toMatch(said)
    expect(rowOf(await agreementOf(study, { replicates: 0 }), 'hero').units).toBeGreaterThan(0)
    await decide(study, 'lea', 'ana', 'confirm')
    expect(await read(study, 'unit_coder_long.csv')).not.toContain(`,${ana},`)
    expect(await read(study, 'annotations.csv')).not.toContain(`,${ana},`)
    expect(await read(study, 'documents.csv')).not.toContain(ana)
    expect(rowOf(await agreementOf(study, { replicates: 0 }), 'hero').units).toBe(0)
  })

  it('counts again as it was submitted first when the lead sends it back', async () => {
    const study = await reopened(true)
    const before = await read(study, 'unit_coder_long.csv')
    await decide(study, 'lea', 'ana', 'confirm')
    await decide(study, 'lea', 'ana', 'send_back')
    expect(await read(study, 'unit_coder_long.csv')).toBe(before)
  })

  it('takes nothing away from the other coders, nor from the coder’s other texts', async () => {
    const study = await aStudy({ texts: ['Tarn came.', 'Ruk left.'] })
    for (const document of [1, 2]) {
      for (const name of ['ana', 'ben']) await study.submit(name, { document, nothingToCode: true })
    }
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'It is an advert.' })
    await hold(study, 'ana')
    await decide(study, 'lea', 'ana', 'confirm')
    const lines = (await read(study, 'documents.csv')).trim().split('\n').slice(1)
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['C03', 'C02|C03'])
  })
})

describe('the lead', () => {
  it('sees on the board what is held not eligible, and confirms it, once', async () => {
    const study = await aStudy()
    await hold(study, 'ana')
    const cells = async () => (await readProgress(study.actor('lea'), study)).documents[0]?.cells
    expect((await cells())?.[0]?.ineligible).toEqual({ reason, confirmed: false })
    expect(await decide(study, 'lea', 'ana', 'confirm')).toEqual({ ineligible: { reason, confirmed: true } })
    await decide(study, 'lea', 'ana', 'confirm')
    expect((await cells())?.[0]?.ineligible).toEqual({ reason, confirmed: true })
    expect(await actions()).toEqual(['coding.held_not_eligible', 'coding.eligibility_confirmed'])
  })

  it.each(['before', 'after'])('sends it back %s confirming it, and the coder codes it', async (when) => {
    const study = await aStudy()
    await hold(study, 'ana')
    if (when === 'after') await decide(study, 'lea', 'ana', 'confirm')
    expect(await decide(study, 'lea', 'ana', 'send_back')).toEqual({ ineligible: null })
    expect(await submit(study, 'ana')).toMatchObject({ state: 'submitted' })
  })

  it('is told when the coder took it back in the meantime', async () => {
    const study = await aStudy()
    await expect(decide(study, 'lea', 'ana', 'confirm')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('of another study finds no such coding', async () => {
    const [study, other] = [await aStudy(), await aStudy()]
    await hold(study, 'ana')
    const codingId = await study.codingId('ana')
    const input = { studyId: other.studyId, codingId, decision: 'confirm' as const }
    const refused = { code: 'not_found', message: expect.stringContaining('in this study') }
    await expect(decideEligibility(other.actor('lea'), input)).rejects.toMatchObject(refused)
  })

  it('who still codes learns nothing of what others hold not eligible', async () => {
    const study = await aStudy({ people: { kim: ['lead', 'coder'], ana: ['coder'] } })
    await hold(study, 'ana')
    await expect(decide(study, 'kim', 'ana', 'confirm')).rejects.toMatchObject({ code: 'forbidden' })
    await hold(study, 'kim')
    expect(await decide(study, 'kim', 'ana', 'confirm')).toMatchObject({ ineligible: { confirmed: true } })
  })
})

describe('the reliability sample', () => {
  const inIrr = async (study: TestStudy, name: string, document?: number) =>
    (await db().coding.findUniqueOrThrow({ where: { id: await study.codingId(name, document) } })).inIrr

  it('loses a coding whose coder could read the others’ work before coding it after all', async () => {
    const study = await aStudy({ people: { kim: ['lead', 'coder'], ana: ['coder'] } })
    await hold(study, 'kim')
    expect(await readProgress(study.actor('kim'), study)).toMatchObject({ coders: expect.any(Array) })
    await takeBack(study, 'kim')
    await expect(readProgress(study.actor('kim'), study)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await inIrr(study, 'kim')).toBe(false)
  })

  it('loses each of several that were held while all could be seen, also those taken back when it is hidden again', async () => {
    const study = await aStudy({
      people: { kim: ['adjudicator', 'coder'], ana: ['coder'] },
      texts: ['The first text.', 'The second text.'],
    })
    const ids = [await study.codingId('kim', 1), await study.codingId('kim', 2)]
    for (const codingId of ids) await setEligibility(study.actor('kim'), { codingId, eligible: false, reason })
    expect(await readProgress(study.actor('kim'), study)).toMatchObject({ coders: expect.any(Array) })
    for (const codingId of ids) await setEligibility(study.actor('kim'), { codingId, eligible: true })
    expect([await inIrr(study, 'kim', 1), await inIrr(study, 'kim', 2)]).toEqual([false, false])
  })

  it('loses one of a lead who was shown the questions about it, though another text is not submitted', async () => {
    const study = await aStudy({
      people: { kim: ['lead', 'coder'], ana: ['coder'] },
      texts: ['The first text.', 'The second text.'],
    })
    const input = { codingId: await study.codingId('ana', 1), questionId: randomUUID(), start: 0, end: 3 }
    await askQuestion(study.actor('ana'), { ...input, question: 'Is this a hero?' })
    await hold(study, 'kim')
    expect((await listQuestions(study.actor('kim'), study)).questions).toHaveLength(1)
    await takeBack(study, 'kim')
    expect(await inIrr(study, 'kim')).toBe(false)
  })

  it.each(['while it is open', 'once it is closed again'])(
    'loses one that is taken back after its round was released, %s',
    async (when) => {
      const study = await aStudy()
      await hold(study, 'ana')
      await release(study)
      if (when !== 'while it is open') await release(study, false)
      await takeBack(study, 'ana')
      expect(await inIrr(study, 'ana')).toBe(false)
    },
  )

  it('keeps that of a coder who never could', async () => {
    const study = await aStudy()
    await hold(study, 'ana')
    await takeBack(study, 'ana')
    expect(await inIrr(study, 'ana')).toBe(true)
  })
})
