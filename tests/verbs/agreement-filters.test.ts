import { randomUUID } from 'node:crypto'
import { agreementFilters } from '@/lib/coding/agreement-request'
import { codebookSchema } from '@/lib/coding/codebook'
import { db, transaction } from '@/lib/db'
import { readAgreement } from '@/lib/verbs/agreement'
import { insertCodebook } from '@/lib/verbs/steps/codebook-rows'
import type { RoundPurpose } from '@/prisma/generated/client'
import { agreementOf, rowOf } from '../support/agreement'
import { aStudy, smallCodebook, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const people = { lea: ['lead' as const], ana: ['coder' as const], ben: ['coder' as const], cas: ['coder' as const] }

/** Two documents that three coders submitted; Cas found another hero than the others. */
async function codedStudy(): Promise<TestStudy> {
  const study = await aStudy({ people, texts: ['Tarn came. Ruk left.', 'Tarn went. Ruk stayed.'] })
  for (const document of [1, 2]) {
    for (const name of ['ana', 'ben', 'cas']) {
      const start = name === 'cas' ? 11 : 0
      const attributes = { target: name === 'cas' ? 'Ruk' : 'Tarn, Ilse', voice: 'author' }
      await study.annotate(name, start, start + 3, 'hero', { document, attributes })
      await study.submit(name, { document })
    }
  }
  return study
}

const report = (study: TestStudy, more: object = {}) => agreementOf(study, { replicates: 0, ...more })

/** A second round in which Ana and Ben coded document 1, with nothing in it. */
async function addRound(study: TestStudy, purpose: RoundPurpose, version?: string): Promise<void> {
  const coderIds = [await study.membershipId('ana'), await study.membershipId('ben')]
  await transaction(async (tx) => {
    const { studyId } = study
    const main = await tx.round.findFirstOrThrow({ where: { studyId } })
    const codebook = codebookSchema.parse({ ...smallCodebook, version: version ?? '1.0.0' })
    const codebookVersionId = version
      ? await insertCodebook(tx, studyId, codebook, 'published')
      : main.codebookVersionId
    const round = { id: randomUUID(), studyId, number: 2, title: 'Second', codebookVersionId, purpose, plan: {} }
    await tx.round.create({ data: round })
    const document = await tx.document.findFirstOrThrow({ where: { studyId, number: 1 } })
    for (const [position, coderId] of coderIds.entries()) {
      const coding = {
        id: randomUUID(),
        studyId,
        roundId: round.id,
        documentId: document.id,
        coderId,
        codebookVersionId,
      }
      const submitted = { state: 'submitted', submittedAt: new Date(), nothingToCode: true } as const
      await tx.coding.create({ data: { ...coding, ...submitted, position: 90 + position } })
    }
  })
}

const headline = (warnings: { kind: string; message: string }[]) =>
  warnings.find(({ kind }) => kind === 'not_headline')?.message

describe('the filters of a report', () => {
  it('leave out coders, as if they had not coded, and say so', async () => {
    const study = await codedStudy()
    expect(rowOf(await report(study), 'hero').alpha.value).toBeLessThan(0.2)
    const two = await report(study, { coders: ['C02', 'C03'] })
    expect(two.header.coders).toEqual(['C02', 'C03'])
    expect(rowOf(two, 'hero')).toMatchObject({ values: 8, alpha: { value: 1 } })
    expect(headline(two.warnings)).toMatch(/leaves out C04/)
  })

  it('choose codes', async () => {
    const chosen = await report(await codedStudy(), { codes: ['villain'] })
    expect(chosen.variables.filter(({ kind }) => kind === 'code_presence').map(({ key }) => key)).toEqual(['villain'])
  })

  it('choose targets, which may hold commas', async () => {
    const study = await codedStudy()
    const framings = (given: { variables: { kind: string; label: string }[] }) =>
      given.variables.flatMap(({ kind, label }) => (kind === 'framing' ? [label] : []))
    const { targets } = agreementFilters.parse({ targets: 'Tarn, Ilse' })
    const chosen = await report(study, { targets })
    expect(framings(chosen)).toEqual([expect.stringContaining('Tarn, Ilse')])
    expect(chosen.choices.targets).toEqual(['Ruk', 'Tarn, Ilse'])
  })

  it('choose the unit, characters included', async () => {
    const chosen = await report(await codedStudy(), { unit: 'character' })
    expect(chosen.header.unit).toBe('character')
  })

  it('are told with the report, and what else there is to choose from', async () => {
    const study = await codedStudy()
    await addRound(study, 'training')
    const { filters, choices, study: about, codebook } = await report(study, { unit: 'token' })
    expect(filters).toEqual({ unit: 'token', replicates: 0 })
    expect(about).toEqual({ id: study.studyId, title: 'A study' })
    expect(codebook).toEqual({ title: 'Characters', version: '1.0.0' })
    expect(choices).toEqual({
      rounds: [
        { number: 1, title: 'Main round', purpose: 'main', version: '1.0.0' },
        { number: 2, title: 'Second', purpose: 'training', version: '1.0.0' },
      ],
      versions: ['1.0.0'],
      coders: ['C02', 'C03', 'C04'],
      codes: ['hero', 'villain', 'figure'].map((key) => ({ key, label: key, family: 'character' })),
      targets: ['Ruk', 'Tarn, Ilse'],
      sets: ['main'],
    })
  })

  it.each([
    ['codes', ['saint'], 'hero, villain, figure'],
    ['coders', ['C09'], 'C02, C03, C04'],
    ['targets', ['Nobody'], 'Tarn, Ilse, Ruk'],
    ['round', 7, '1'],
    ['version', '9.0.0', '1.0.0'],
  ])('refuse %s that there are not, and say which there are', async (field, value, known) => {
    const study = await codedStudy()
    const asked = readAgreement(study.actor('lea'), { studyId: study.studyId, [field]: value })
    await expect(asked).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(known),
      fields: { [field]: expect.any(String) },
    })
  })

  it('say of a set for which there is no round what to do', async () => {
    const study = await codedStudy()
    await expect(readAgreement(study.actor('lea'), { studyId: study.studyId, set: 'pilot' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('no pilot round'),
    })
  })
})

describe('a round that is not a main one', () => {
  it('is in no figure of the headline report', async () => {
    const study = await codedStudy()
    const before = await report(study)
    await addRound(study, 'training')
    const after = await report(study)
    expect(after.variables).toEqual(before.variables)
    expect(headline(after.warnings)).toBeUndefined()
  })

  it('has a report of its own that says what it is, by its number', async () => {
    const study = await codedStudy()
    await addRound(study, 'training')
    const ofRound = await report(study, { round: 2 })
    expect(ofRound.header).toMatchObject({ documents: 1, coders: ['C02', 'C03'] })
    expect(rowOf(ofRound, 'hero').positives).toBe(0)
    expect(headline(ofRound.warnings)).toMatch(/about round 2/)
  })

  it('has one by its set, of the documents of that set', async () => {
    const study = await codedStudy()
    await addRound(study, 'training')
    expect((await report(study, { set: 'training' })).header.documents).toBe(0)
    await db().document.updateMany({ where: { number: 1 }, data: { set: 'training' } })
    const ofSet = await report(study, { set: 'training' })
    expect(ofSet.header.documents).toBe(1)
    expect(headline(ofSet.warnings)).toMatch(/the training rounds/)
    expect(ofSet.choices.sets).toEqual(['training', 'main'])
  })

  it('leaves the statistics of the main rounds in the cache', async () => {
    const study = await codedStudy()
    await report(study)
    await addRound(study, 'training')
    await report(study, { round: 2 })
    expect(await db().documentStatistics.count()).toBe(3)
  })
})

describe('versions of the codebook', () => {
  it('are never pooled: the headline is that of the last main round', async () => {
    const study = await codedStudy()
    await addRound(study, 'main', '2.0.0')
    const now = await report(study)
    expect(now.codebook.version).toBe('2.0.0')
    expect(now.header).toMatchObject({ documents: 1, codingsOfOtherVersions: 6 })
    expect(rowOf(now, 'hero').positives).toBe(0)
    expect(headline(now.warnings)).toBeUndefined()
    expect(now.warnings[0]).toMatchObject({ kind: 'other_codebook_version', message: expect.stringMatching(/^6 /) })
    expect(now.choices.versions).toEqual(['1.0.0', '2.0.0'])
  })

  it('other than that have a report that says what it is', async () => {
    const study = await codedStudy()
    await addRound(study, 'main', '2.0.0')
    const then = await report(study, { version: '1.0.0' })
    expect(then.codebook.version).toBe('1.0.0')
    expect(then.header).toMatchObject({ documents: 2, codingsOfOtherVersions: 2 })
    expect(headline(then.warnings)).toMatch(/version 1\.0\.0 of the codebook/)
  })
})

describe('a study', () => {
  it('without documents has a report without figures', async () => {
    const study = await aStudy({ texts: [] })
    const empty = await report(study)
    expect(empty.header).toMatchObject({ documents: 0, documentsLeftOut: 0, replicates: 0 })
    expect(rowOf(empty, 'hero').alpha.value).toBeNull()
    expect(empty.warnings).toContainEqual(expect.objectContaining({ kind: 'no_overlap' }))
  })

  it('with one coder has reasons instead of figures', async () => {
    const study = await aStudy({ people: { lea: ['lead'], ana: ['coder'] } })
    await study.annotate('ana', 0, 5, 'hero')
    await study.submit('ana')
    const alone = await report(study)
    expect(rowOf(alone, 'hero').alpha).toMatchObject({ value: null, undefined: 'one_coder' })
  })

  it('in which nothing was submitted has reasons instead of figures', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 5, 'hero')
    const nothing = await report(study)
    expect(nothing.header).toMatchObject({ documents: 0, documentsLeftOut: 1, coders: ['C02', 'C03'] })
    expect(rowOf(nothing, 'hero').alpha.value).toBeNull()
  })
})
