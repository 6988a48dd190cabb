import { randomUUID } from 'node:crypto'
import type { SampleFilters } from '@/lib/coding/agreement-request'
import { codebookSchema } from '@/lib/coding/codebook'
import { db, transaction } from '@/lib/db'
import { decideEligibility, setEligibility } from '@/lib/verbs/eligibility'
import { reopenCoding } from '@/lib/verbs/revisions'
import { insertCodebook } from '@/lib/verbs/steps/codebook-rows'
import { chooseSample } from '@/lib/verbs/steps/sample-choice'
import { readSampleOverview } from '@/lib/verbs/steps/sample-overview'
import { agreementOf } from '../support/agreement'
import { aStudy, smallCodebook, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const people = { lea: ['lead' as const], ana: ['coder' as const], ben: ['coder' as const] }

/** Three documents, of which Ana and Ben submitted the first. */
async function begunStudy(): Promise<TestStudy> {
  const study = await aStudy({ people, texts: ['Tarn came.', 'Ruk left.', 'Nobody saw it.'] })
  for (const name of ['ana', 'ben']) await study.submit(name, { document: 1, nothingToCode: true })
  return study
}

const overview = async ({ studyId }: TestStudy, filters: SampleFilters = {}) =>
  readSampleOverview(await chooseSample(studyId, filters))

const digest = async (study: TestStudy, filters?: SampleFilters) => (await overview(study, filters)).digest

/** What the change makes of a digest: it must not be what it was. */
async function expectChange(study: TestStudy, change: () => Promise<unknown>, filters?: SampleFilters): Promise<void> {
  const before = await digest(study, filters)
  await change()
  expect(await digest(study, filters)).not.toBe(before)
}

/** A second round in which Ana is given document 1. */
async function addRound({ studyId, membershipId }: TestStudy, purpose: 'main' | 'training'): Promise<string> {
  const main = await db().round.findFirstOrThrow({ where: { studyId } })
  const { id: documentId } = await db().document.findFirstOrThrow({ where: { studyId, number: 1 } })
  const round = { id: randomUUID(), studyId, number: 2, title: 'Second', plan: { design: 'everyone' } }
  const { codebookVersionId } = main
  await db().round.create({ data: { ...round, purpose, codebookVersionId } })
  const coding = { studyId, roundId: round.id, documentId, codebookVersionId, position: 99 }
  await db().coding.create({ data: { id: randomUUID(), coderId: await membershipId('ana'), ...coding } })
  return round.id
}

describe('the digest of the codings that a report rests on', () => {
  it('is a SHA-256, and the same whenever it is read', async () => {
    const study = await begunStudy()
    const first = await digest(study)
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(await digest(study)).toBe(first)
  })

  it('changes when a coding is submitted', async () => {
    const study = await begunStudy()
    await expectChange(study, () => study.submit('ana', { document: 2, nothingToCode: true }))
  })

  it('stays while a coding is worked on: nothing of that is in a report', async () => {
    const study = await begunStudy()
    const before = await digest(study)
    await study.annotate('ana', 0, 4, 'hero', { document: 2 })
    expect(await digest(study)).toBe(before)
  })

  it('changes when somebody is given a document', async () => {
    const study = await begunStudy()
    await expectChange(study, () => addRound(study, 'main'))
  })

  it('changes when somebody is no longer given one', async () => {
    const study = await begunStudy()
    await expectChange(study, () => db().coding.deleteMany({ where: { document: { is: { number: 3 } } } }))
  })

  it('changes when a coding leaves the random sample', async () => {
    const study = await begunStudy()
    const where = { studyId: study.studyId, document: { is: { number: 2 } } }
    await expectChange(study, () => db().coding.updateMany({ where, data: { inIrr: false } }))
  })

  it('changes when the lead confirms that a reopened text is not eligible, and back when it is sent back', async () => {
    const study = await begunStudy()
    const before = await digest(study)
    const reason = 'It is an advert.'
    const { codingId } = await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason })
    await setEligibility(study.actor('ana'), { codingId, eligible: false, reason })
    expect(await digest(study)).toBe(before)
    const decide = (decision: 'confirm' | 'send_back') =>
      decideEligibility(study.actor('lea'), { studyId: study.studyId, codingId, decision })
    await expectChange(study, () => decide('confirm'))
    await decide('send_back')
    expect(await digest(study)).toBe(before)
  })

  it('of a set changes with the set of a document; of all documents it stays', async () => {
    const study = await begunStudy()
    const all = await digest(study)
    const move = () => db().document.updateMany({ where: { number: 2 }, data: { set: 'pilot' } })
    await expectChange(study, move, { set: 'main' })
    expect(await digest(study)).toBe(all)
  })

  it('is another one for each choice of rounds', async () => {
    const study = await begunStudy()
    const main = await digest(study)
    await addRound(study, 'training')
    expect(await digest(study)).toBe(main)
    expect(await digest(study, { round: 2 })).not.toBe(main)
    expect(await digest(study, { round: 1 })).toBe(main)
  })

  it('is that of no codings where there are none', async () => {
    const study = await aStudy({ texts: [] })
    expect(await overview(study)).toEqual({
      digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      coders: [],
      ofOtherVersions: 0,
      versions: ['1.0.0'],
    })
  })
})

describe('the fingerprint of a report', () => {
  const fingerprint = async (study: TestStudy, asked = {}) =>
    (await agreementOf(study, { replicates: 0, ...asked })).fingerprint

  it('is the same for two reports on the same codings', async () => {
    const study = await begunStudy()
    expect(await fingerprint(study, { unit: 'token' })).toBe(await fingerprint(study))
  })

  it('tells the versions of the codebook apart', async () => {
    const study = await begunStudy()
    const { studyId } = study
    const codebook = codebookSchema.parse({ ...smallCodebook, version: '2.0.0' })
    await transaction((tx) => insertCodebook(tx, studyId, codebook, 'published'))
    expect(await fingerprint(study, { version: '2.0.0' })).not.toBe(await fingerprint(study))
  })

  it('changes with a membership: who the coders are is part of the data', async () => {
    const study = await begunStudy()
    const before = await fingerprint(study)
    const id = await study.membershipId('ben')
    await db().membership.update({ where: { id }, data: { pseudonym: 'C99' } })
    expect(await fingerprint(study)).not.toBe(before)
  })
})
