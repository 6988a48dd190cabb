import { v7 as newId } from 'uuid'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { codebookSchema } from '@/lib/coding/codebook'
import { db, transaction } from '@/lib/db'
import { insertCodebook } from '@/lib/verbs/steps/codebook-rows'
import { agreementOf, rowOf } from '../support/agreement'
import { aStudy, smallCodebook, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

// Four sentences; the first words of each are at 0, 17, 33 and 50.
const text = 'Tarn came first. Then came Ruk. Nobody saw it. The end was near.'

const report = (study: TestStudy, more: object = {}, as = 'lea') => agreementOf(study, { replicates: 50, ...more }, as)

const hero = (agreement: StudyAgreement) => rowOf(agreement, 'hero')

describe('the agreement of a study', () => {
  it('compares the submitted codings, sentence by sentence', async () => {
    const study = await aStudy({ texts: [text] })
    await study.annotate('ana', 0, 4, 'hero')
    await study.annotate('ana', 17, 21, 'hero')
    await study.annotate('ben', 5, 9, 'hero')
    for (const name of ['ana', 'ben']) await study.submit(name)
    // Units 1100 against 1000: 3 of 4 agree; 2·3 of 8 values pair as present with n1 = 3 of n = 8:
    // alpha = 1 - (n - 1) · o01 / (n0 · n1) with o01 + o10 = 2, so 1 - 7 · 1 / (5 · 3).
    const found = hero(await report(study))
    expect(found).toMatchObject({ units: 4, values: 8, positives: 3, missingValues: 0 })
    expect(found.percent.value).toBeCloseTo(0.75, 12)
    expect(found.alpha.value).toBeCloseTo(1 - 7 / 15, 12)
    expect(found.kappa.pairs).toMatchObject([{ coders: ['C02', 'C03'], units: 4 }])
    expect(found.kappa.mean.value).toBeCloseTo(0.5, 12)
  })

  it('takes a submission with nothing to code as zeros', async () => {
    const study = await aStudy({ texts: [text] })
    await study.annotate('ana', 0, 4, 'hero')
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    expect(hero(await report(study))).toMatchObject({ units: 4, values: 8, positives: 1, missingValues: 0 })
  })

  it('takes what is not submitted as missing, however much is coded', async () => {
    const study = await aStudy({
      texts: [text],
      people: { lea: ['lead'], ana: ['coder'], ben: ['coder'], cas: ['coder'] },
    })
    await study.annotate('cas', 0, 4, 'hero')
    await study.submit('ana', { nothingToCode: true })
    await study.submit('ben', { nothingToCode: true })
    const agreement = await report(study)
    expect(hero(agreement)).toMatchObject({ units: 4, values: 8, positives: 0, missingValues: 4 })
    expect(agreement.header.coders).toEqual(['C02', 'C03', 'C04'])
    expect(agreement.warnings).toContainEqual(expect.objectContaining({ kind: 'coder_without_overlap' }))
  })

  it('has no figures but reasons before two coders have submitted one document', async () => {
    const study = await aStudy({ texts: [text, 'Another text.'] })
    await study.submit('ana', { nothingToCode: true })
    const agreement = await report(study)
    expect(hero(agreement).alpha).toMatchObject({ value: null, undefined: 'one_coder' })
    expect(agreement.header).toMatchObject({ documents: 0, documentsLeftOut: 2 })
  })

  it('does not count deleted annotations', async () => {
    const study = await aStudy({ texts: [text] })
    const row = await study.annotate('ana', 0, 4, 'hero')
    await study.save('ana', [{ mutationId: row.id, op: 'delete', kind: 'annotation', id: row.id, baseVersion: 1 }])
    await study.submit('ana', { nothingToCode: true })
    await study.submit('ben', { nothingToCode: true })
    expect(hero(await report(study)).positives).toBe(0)
  })

  it('says in which ways coders disagree, links included', async () => {
    const study = await aStudy({ texts: [text] })
    const marked = async (name: string) => [
      await study.annotate(name, 0, 4, 'hero'),
      await study.annotate(name, 17, 21, name === 'ana' ? 'hero' : 'villain'),
      await study.annotate(name, 33, 39, 'villain'),
    ]
    const [first, , last] = await marked('ana')
    await marked('ben')
    await study.annotate('ben', 50, 53, 'hero')
    const value = { relation: 'same_actor', from: first?.id ?? '', to: last?.id ?? '' }
    const [mutationId, id] = [newId(), newId()]
    await study.save('ana', [{ mutationId, op: 'put', kind: 'link', id, baseVersion: 0, value }])
    for (const name of ['ana', 'ben']) await study.submit(name)
    const { rows, words, pairWords } = (await report(study)).disagreements
    expect(rows.map(({ key, differences }) => [key, differences])).toEqual([
      ['hero', { D1: 1, D3: 1, D6: 1 }],
      ['villain', { D3: 1 }],
      ['', { D1: 1, D3: 1, D6: 1 }],
    ])
    expect(rows.at(-1)?.clusters).toEqual({ all: 4, agreed: 1, types: { D1: 1, D3: 1, D6: 1 } })
    expect([words, pairWords]).toEqual([13, 13])
  })

  it('leaves out codings of another version of the codebook, and says so', async () => {
    const study = await aStudy({ texts: [text] })
    await study.annotate('ana', 0, 4, 'hero')
    await study.submit('ana')
    const codebook = codebookSchema.parse({ ...smallCodebook, version: '2.0.0' })
    await transaction(async (tx) => {
      const codebookVersionId = await insertCodebook(tx, study.studyId, codebook, 'published')
      await tx.round.updateMany({ where: { studyId: study.studyId }, data: { codebookVersionId } })
      await tx.coding.updateMany({ where: { studyId: study.studyId, state: 'assigned' }, data: { codebookVersionId } })
    })
    await study.submit('ben', { nothingToCode: true })
    const agreement = await report(study)
    expect(agreement.codebook.version).toBe('2.0.0')
    expect(agreement.warnings[0]).toMatchObject({
      kind: 'other_codebook_version',
      message: expect.stringMatching(/^1 /),
    })
    expect(agreement.header).toMatchObject({ documents: 0, codingsOfOtherVersions: 1 })
    expect(agreement.warnings[1]).toMatchObject({
      kind: 'no_overlap',
      message: expect.stringContaining('under this version of the codebook'),
    })
    expect(hero(agreement).alpha).toMatchObject({ undefined: 'other_version' })
  })

  it('uses only the random sample', async () => {
    const study = await aStudy({ texts: [text, 'Another text.'] })
    await db().coding.updateMany({ where: { document: { is: { number: 2 } } }, data: { inIrr: false } })
    for (const name of ['ana', 'ben']) {
      for (const document of [1, 2]) await study.submit(name, { document, nothingToCode: true })
    }
    expect((await report(study)).header.documents).toBe(1)
  })

  it.each([
    ['character', 64],
    ['token', 13],
    ['sentence', 4],
    ['paragraph', 1],
    ['document', 1],
  ])('has the unit %s', async (unit, units) => {
    const study = await aStudy({ texts: [text] })
    for (const name of ['ana', 'ben']) {
      await study.annotate(name, 0, 4, 'hero')
      await study.submit(name)
    }
    const agreement = await report(study, { unit })
    expect(agreement.header.unit).toBe(unit)
    expect(hero(agreement).units).toBe(units)
  })

  it('is the same for the same seed, the study’s own unless said', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `Text ${i} names a hero. It ends here.`)
    const study = await aStudy({ texts })
    for (const [name, marked] of [
      ['ana', 8],
      ['ben', 6],
    ] as const) {
      for (let document = 1; document <= 12; document += 1) {
        if (document <= marked) await study.annotate(name, 0, 4, 'hero', { document })
        await study.submit(name, { document, nothingToCode: document > marked })
      }
    }
    const [one, two] = [await report(study), await report(study)]
    expect({ ...one, computedAt: '' }).toEqual({ ...two, computedAt: '' })
    const { seed } = await db().study.findUniqueOrThrow({ where: { id: study.studyId } })
    expect(one.header.seed).toBe(seed)
    expect(hero(one).alpha.interval.low).not.toBeNull()
    expect((await report(study, { seed: 7 })).header.seed).toBe(7)
  })

  it('names nobody', async () => {
    const study = await aStudy({ texts: [text] })
    for (const name of ['ana', 'ben']) await study.submit(name, { nothingToCode: true })
    const words = JSON.stringify(await report(study))
    for (const name of ['ana', 'ben']) {
      const { userId, email } = study.actor(name)
      for (const trace of [userId, email, await study.membershipId(name)]) expect(words).not.toContain(trace)
    }
  })

  it('is for leads, adjudicators and viewers', async () => {
    const study = await aStudy({ people: { lea: ['lead'], vic: ['viewer'], ada: ['adjudicator'], ana: ['coder'] } })
    for (const name of ['lea', 'vic', 'ada']) expect((await report(study, {}, name)).variables).not.toHaveLength(0)
    await expect(report(study, {}, 'ana')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
