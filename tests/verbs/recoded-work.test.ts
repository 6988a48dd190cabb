import { randomUUID } from 'node:crypto'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { codebookSchema } from '@/lib/coding/codebook'
import { db, transaction } from '@/lib/db'
import { reopenCoding } from '@/lib/verbs/revisions'
import { insertCodebook } from '@/lib/verbs/steps/codebook-rows'
import { agreementOf } from '../support/agreement'
import { aStudy, smallCodebook, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { release } from '../support/discussed-study'

withTestDatabase()

// Four sentences; the first words of each are at 0, 17, 33 and 50.
const text = 'Tarn came first. Then came Ruk. Nobody saw it. The end was near.'

const report = (study: TestStudy, more: object = {}) => agreementOf(study, { replicates: 50, ...more })

/** Two texts: of each Ana says hero of sentences 1100, Ben of 1000. */
async function codedStudy(): Promise<TestStudy> {
  const study = await aStudy({ texts: [text, `${text} `] })
  for (const document of [1, 2]) {
    await study.annotate('ana', 0, 4, 'hero', { document })
    await study.annotate('ana', 17, 21, 'hero', { document })
    await study.annotate('ben', 0, 4, 'hero', { document })
    for (const name of ['ana', 'ben']) await study.submit(name, { document })
  }
  return study
}

const reopen = async (study: TestStudy, name: string, document = 1) =>
  reopenCoding(study.actor(name), { codingId: await study.codingId(name, document), reason: 'I overlooked a hero.' })

/** Reopens a coding and hands it in with a hero more, in the words that begin there. */
async function recode(study: TestStudy, name: string, start: number, document = 1): Promise<void> {
  await reopen(study, name, document)
  await study.annotate(name, start, start + 4, 'hero', { document })
  await study.submit(name, { document })
}

function heroIn({ recoded }: StudyAgreement) {
  const row = recoded?.variables.find(({ key, kind }) => key === 'hero' && kind === 'code_presence')
  if (!row) throw new Error('There is no hero in the recoded work.')
  return row
}

/** All that does not say when and of which codings it is. */
const figuresOf = ({ recoded: _, computedAt: __, fingerprint: ___, ...figures }: StudyAgreement) => figures

describe('recoded work in the report of a study', () => {
  it('is not there before somebody has handed in a later revision', async () => {
    const study = await codedStudy()
    expect((await report(study)).recoded).toBeNull()
    await reopen(study, 'ben')
    await study.annotate('ben', 17, 21, 'hero')
    expect((await report(study)).recoded).toBeNull()
  })

  it('compares the latest revisions on the texts that were recoded, beside the first submissions', async () => {
    const study = await codedStudy()
    await recode(study, 'ben', 17)
    const agreement = await report(study)
    expect(agreement.recoded).toMatchObject({ documents: 1, documentsCompared: 1, revisions: 1, afterRelease: 0 })
    // First 1100 against 1000 on one text: alpha = 1 - 7 · 1 / (5 · 3); then 1100 against 1100.
    const { first, latest, change } = heroIn(agreement)
    expect(first).toMatchObject({
      units: 4,
      documents: 1,
      percent: { value: 0.75 },
      interval: { undefined: 'one_document' },
    })
    expect(first.alpha.value).toBeCloseTo(1 - 7 / 15, 12)
    expect(latest).toMatchObject({ units: 4, documents: 1, percent: { value: 1 }, alpha: { value: 1 } })
    expect(change).toBeCloseTo(7 / 15, 12)
  })

  it('compares each coder with the own first submission', async () => {
    const study = await codedStudy()
    await recode(study, 'ben', 17)
    const { recoded } = await report(study)
    expect(recoded?.coders).toMatchObject([{ coder: 'C03', documents: 1, lag: { shortest: 0, longest: 0 } }])
    // 1000, then 1100.
    const hero = recoded?.coders[0]?.codes.find(({ code }) => code === 'hero')
    expect(hero).toMatchObject({ units: 4, percent: { value: 0.75 } })
    expect(hero?.alpha.value).toBeCloseTo(1 - 7 / 15, 12)
  })

  it('changes no other figure of the report', async () => {
    const study = await codedStudy()
    const before = await report(study)
    await recode(study, 'ben', 17)
    await recode(study, 'ana', 33, 2)
    const after = await report(study)
    expect(after.recoded?.revisions).toBe(2)
    expect(figuresOf(after)).toEqual(figuresOf(before))
    expect(after.fingerprint).not.toBe(before.fingerprint)
  })

  it('takes the newest revision that was handed in', async () => {
    const study = await codedStudy()
    await recode(study, 'ben', 17)
    await recode(study, 'ben', 33)
    await reopen(study, 'ben')
    await study.annotate('ben', 50, 53, 'hero')
    const agreement = await report(study)
    expect(agreement.recoded?.revisions).toBe(1)
    // 1100 against 1110.
    expect(heroIn(agreement).latest.percent.value).toBe(0.75)
    expect(agreement.recoded?.coders[0]?.codes[0]?.percent.value).toBe(0.5)
  })

  it('says how many were handed in after their round was released', async () => {
    const study = await codedStudy()
    await recode(study, 'ben', 17)
    await db().round.updateMany({ data: { releasedAt: new Date() } })
    expect((await report(study)).recoded?.afterRelease).toBe(0)
    await recode(study, 'ana', 33, 2)
    expect((await report(study)).recoded).toMatchObject({ revisions: 2, afterRelease: 1 })
  })

  it('counts as after the release also what was handed in before the round was closed and opened again', async () => {
    const study = await codedStudy()
    await release(study)
    await recode(study, 'ben', 17)
    await release(study, false)
    expect((await report(study)).recoded).toMatchObject({ revisions: 1, afterRelease: 1 })
    await release(study)
    expect((await report(study)).recoded).toMatchObject({ revisions: 1, afterRelease: 1 })
  })

  it('follows the choice of coders', async () => {
    const study = await aStudy({
      texts: [text],
      people: { lea: ['lead'], ana: ['coder'], ben: ['coder'], cas: ['coder'] },
    })
    for (const name of ['ana', 'ben', 'cas']) await study.submit(name, { nothingToCode: true })
    await recode(study, 'cas', 0)
    expect((await report(study, { coders: ['C02', 'C03'] })).recoded).toBeNull()
    expect((await report(study, { coders: ['C02', 'C04'] })).recoded).toMatchObject({ documents: 1 })
  })

  it('has a coder against herself where nobody else submitted the text', async () => {
    const study = await aStudy({ texts: [text] })
    await study.submit('ana', { nothingToCode: true })
    await recode(study, 'ana', 0)
    const { recoded } = await report(study)
    expect(recoded).toMatchObject({ documents: 1, documentsCompared: 0, variables: [] })
    expect(recoded?.coders).toMatchObject([{ coder: 'C02', documents: 1 }])
  })

  it('counts what stands under another version of the codebook, and leaves it out', async () => {
    const study = await codedStudy()
    await reopen(study, 'ben')
    const codebook = codebookSchema.parse({ ...smallCodebook, version: '2.0.0' })
    const id = await study.codingId('ben')
    await transaction(async (tx) => {
      const codebookVersionId = await insertCodebook(tx, study.studyId, codebook, 'published')
      await tx.annotation.deleteMany({ where: { codingId: id } })
      await tx.coding.update({ where: { id }, data: { codebookVersionId } })
    })
    await study.submit('ben', { nothingToCode: true })
    const { recoded } = await report(study)
    expect(recoded).toEqual({
      ...{ documents: 0, documentsCompared: 0, revisions: 0, afterRelease: 0, ofOtherVersions: 1 },
      ...{ variables: [], coders: [] },
    })
    expect((await report(study, { version: '2.0.0' })).recoded).toMatchObject({ revisions: 0, ofOtherVersions: 1 })
  })

  it('does not count what was recoded in a later round of a text that the coder had coded before', async () => {
    const study = await codedStudy()
    const codebook = codebookSchema.parse({ ...smallCodebook, version: '2.0.0' })
    const { studyId } = study
    const first = await db().coding.findUniqueOrThrow({ where: { id: await study.codingId('ben') } })
    const { codebookVersionId, documentId, coderId } = first
    const roundId = randomUUID()
    await transaction(async (tx) => {
      const versions = [codebookVersionId, await insertCodebook(tx, studyId, codebook, 'published')]
      const round = { id: roundId, studyId, number: 2, title: 'Second', purpose: 'main', plan: {} } as const
      await tx.round.create({ data: { ...round, codebookVersionId } })
      const later = { inIrr: false, reopenReason: 'The rules are others.' }
      for (const [revision, version] of versions.entries()) {
        const submitted = { state: 'submitted', submittedAt: new Date(), nothingToCode: true } as const
        const about = { id: randomUUID(), studyId, roundId, documentId, coderId, position: 90, ...submitted }
        await tx.coding.create({ data: { ...about, ...(revision > 0 && later), revision, codebookVersionId: version } })
      }
    })
    expect((await report(study)).recoded).toBeNull()
    expect((await report(study, { round: 2 })).recoded).toMatchObject({ revisions: 0, ofOtherVersions: 1 })
  })

  it('compares again only the text that was recoded', async () => {
    const computed = async () => {
      const rows = await db().documentStatistics.findMany({ include: { document: true } })
      return new Map(
        rows.map(({ scope, document, computedAt }) => [`${scope} ${document.number}`, computedAt.getTime()]),
      )
    }
    const study = await codedStudy()
    await recode(study, 'ben', 17)
    await report(study)
    const before = await computed()
    expect([...before.keys()].sort()).toEqual(['main 1', 'main 2', 'main, recoded 1'])
    await recode(study, 'ana', 33, 2)
    await report(study)
    const after = await computed()
    expect(after.has('main, recoded 2')).toBe(true)
    for (const [name, time] of before) expect(after.get(name)).toBe(time)
  })
})
