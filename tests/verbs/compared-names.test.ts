import { parse } from 'csv-parse/sync'
import { codebookSchema } from '@/lib/coding/codebook'
import { framingKey } from '@/lib/coding/statistics/framing-key'
import { readAgreementDocument } from '@/lib/verbs/agreement'
import { addAlias, approveEntity, listEntities, removeAlias } from '@/lib/verbs/entities'
import { exportTable } from '@/lib/verbs/exports'
import { agreementOf } from '../support/agreement'
import { aStudy, smallCodebook, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

// Names decide what agreement compares and what an export says, and never what a coder wrote.

withTestDatabase()

const codebook = codebookSchema.parse({
  ...smallCodebook,
  variables: [...smallCodebook.variables, { key: 'focus', label: 'Focus', type: 'entity_ref' }],
})

/** Two coders mark the same words of two texts; Ana calls the target Tarn, Ben Ilse Tarn. Both call another one Ruk. */
async function twoSpellings(coded = codebook): Promise<TestStudy> {
  const texts = ['Mayor Ilse Tarn saved the harbour.', 'Nobody thanked Tarn. Ruk did not.']
  const study = await aStudy({ codebook: coded, texts })
  for (const [name, target] of [
    ['ana', 'Tarn'],
    ['ben', 'Ilse Tarn'],
  ] as const) {
    await study.annotate(name, 6, 15, 'hero', { attributes: { voice: 'author', target } })
    await study.annotate(name, 15, 19, 'hero', { document: 2, attributes: { voice: 'author', target } })
    await study.annotate(name, 21, 24, 'villain', { document: 2, attributes: { voice: 'author', target: 'Ruk' } })
    await study.submit(name)
    await study.submit(name, { document: 2 })
  }
  return study
}

async function nameTarn({ actor, studyId }: TestStudy): Promise<string> {
  const lea = actor('lea')
  await approveEntity(lea, { studyId, name: 'Ilse Tarn', kind: 'person' })
  const entityId = (await listEntities(lea, { studyId })).approved[0]?.id ?? ''
  await addAlias(lea, { studyId, entityId, alias: 'tarn' })
  return entityId
}

const reportOf = (study: TestStudy, asked: { targets?: string[] } = {}) =>
  agreementOf(study, { replicates: 0, ...asked })

type Report = Awaited<ReturnType<typeof reportOf>>

const percentOnTargets = ({ attributes }: Report) =>
  attributes.find(({ key }) => key === 'character:target')?.percent.value

it('two spellings disagree until the lead says that they are one, and again when not any more', async () => {
  const study = await twoSpellings()
  expect(percentOnTargets(await reportOf(study))).toBeCloseTo(1 / 3, 12)
  const entityId = await nameTarn(study)
  const merged = await reportOf(study)
  expect(percentOnTargets(merged)).toBe(1)
  expect(merged.choices.targets).toEqual(['Ilse Tarn', 'Ruk'])
  await removeAlias(study.actor('lea'), { studyId: study.studyId, entityId, alias: 'Tarn' })
  expect(percentOnTargets(await reportOf(study))).toBeCloseTo(1 / 3, 12)
})

it('another fingerprint names a report on other names', async () => {
  const study = await twoSpellings()
  const before = (await reportOf(study)).fingerprint
  await nameTarn(study)
  expect((await reportOf(study)).fingerprint).not.toBe(before)
})

it('a target is asked for by any of its names', async () => {
  const study = await twoSpellings()
  await nameTarn(study)
  const report = await reportOf(study, { targets: ['Tarn', 'ilse tarn'] })
  expect(report.filters.targets).toEqual(['Ilse Tarn'])
  expect(report.variables.filter(({ kind }) => kind === 'framing').map(({ key }) => key)).toEqual([
    framingKey({ code: 'hero', target: 'Ilse Tarn', voice: 'author' }),
  ])
})

it('a target that the codebook takes as plain text is asked for as it was written, whatever names there are', async () => {
  const attributes = { ...codebook.attributes, target: { label: 'Target', type: 'string' } }
  const study = await twoSpellings(codebookSchema.parse({ ...codebook, attributes }))
  await nameTarn(study)
  const report = await reportOf(study, { targets: ['Tarn'] })
  expect(report.filters.targets).toEqual(['Tarn'])
  expect(report.choices.targets).toContain('Tarn')
})

it('the texts side by side show the names that are compared', async () => {
  const study = await twoSpellings()
  await nameTarn(study)
  const { coders } = await readAgreementDocument(study.actor('lea'), { studyId: study.studyId, documentId: 'D0001' })
  expect(coders.map(({ spans }) => spans[0]?.attributes.target)).toEqual(['Ilse Tarn', 'Ilse Tarn'])
})

it('annotations.csv has the word of the coder, and beside it the name it is compared by', async () => {
  const study = await twoSpellings()
  await nameTarn(study)
  let csv = ''
  const input = { studyId: study.studyId, table: 'annotations.csv' }
  for await (const piece of await exportTable(study.actor('lea'), input)) csv += piece
  const rows = parse(csv, { columns: true }) as Record<string, string>[]
  expect(rows.map((row) => [row.coder, row.a_target, row.a_target_entity])).toEqual([
    ['C02', 'Tarn', 'Ilse Tarn'],
    ['C03', 'Ilse Tarn', 'Ilse Tarn'],
    ['C02', 'Tarn', 'Ilse Tarn'],
    ['C02', 'Ruk', 'Ruk'],
    ['C03', 'Ilse Tarn', 'Ilse Tarn'],
    ['C03', 'Ruk', 'Ruk'],
  ])
})

it('variables of the text that take an entity are compared by its name too', async () => {
  const study = await aStudy({ codebook })
  for (const [name, value] of [
    ['ana', 'Tarn'],
    ['ben', 'Ilse Tarn'],
  ] as const) {
    const id = await study.codingId(name)
    await study.save(name, [
      { op: 'put', kind: 'variable', id, mutationId: id, baseVersion: 0, value: { variable: 'focus', value } },
    ])
    await study.submit(name, { nothingToCode: true })
  }
  const percent = async () => (await reportOf(study)).variables.find(({ key }) => key === 'focus')?.percent.value
  expect(await percent()).toBe(0)
  await nameTarn(study)
  expect(await percent()).toBe(1)
})
