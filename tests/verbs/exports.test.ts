import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { v7 as newId } from 'uuid'
import type { Segment } from '@/lib/coding/annotation'
import { codebookSchema } from '@/lib/coding/codebook'
import { db } from '@/lib/db'
import { exportChecksum, exportTable } from '@/lib/verbs/exports'
import { agreementOf, rowOf } from '../support/agreement'
import { aStudy, deletionOf, harbourText, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

type Row = Record<string, string>

const allTables = [
  ...['annotations.csv', 'segments.csv', 'relations.csv', 'variables.csv', 'documents.csv', 'unit_coder_long.csv'],
]

async function exported(study: TestStudy, table: string, unit?: 'token' | 'sentence', as = 'lea'): Promise<Row[]> {
  let csv = ''
  const input = { studyId: study.studyId, table, ...(unit ? { unit } : {}) }
  for await (const piece of await exportTable(study.actor(as), input)) csv += piece
  return parse(csv, { columns: true })
}

describe('annotations.csv', () => {
  it('has a row for each live annotation of a submitted coding, with its text', async () => {
    const study = await aStudy()
    await study.annotate('ana', 6, 15, 'hero', { attributes: { target: 'Ilse Tarn', voice: 'quoted' } })
    await study.save('ana', [deletionOf(await study.annotate('ana', 0, 5, 'villain'))])
    await study.annotate('ben', 0, 5, 'hero')
    await study.submit('ana')
    const rows = await exported(study, 'annotations.csv')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      ...{ doc_id: 'D0001', coder: 'C02', round: '1', cb_version: '1.0.0', family: 'character', code: 'hero' },
      ...{ start: '6', end: '15', a_target: 'Ilse Tarn', a_voice: 'quoted', quote: 'Ilse Tarn' },
    })
  })

  it('counts code points: the quote is what an offset in Python would cut', async () => {
    const study = await aStudy()
    const characters = [...harbourText]
    expect(characters.length).toBeLessThan(harbourText.length)
    const end = characters.length - 1
    await study.annotate('ana', end - 'and a thief'.length, end, 'villain')
    await study.submit('ana')
    expect((await exported(study, 'annotations.csv'))[0]?.quote).toBe('and a thief')
  })

  it('is the same whatever the order in which the work came', async () => {
    const spans = [
      [6, 15],
      [0, 5],
      [0, 15],
      [40, 47],
    ] as const
    const study = await aStudy({ texts: [harbourText, 'Another text about Ilse Tarn and the old harbour wall.'] })
    for (const document of [2, 1]) {
      for (const name of ['ben', 'ana']) {
        for (const [start, end] of name === 'ana' ? spans : [...spans].reverse()) {
          await study.annotate(name, start, end, 'hero', { document })
        }
        await study.submit(name, { document })
      }
    }
    const rows = await exported(study, 'annotations.csv')
    const keys = rows.map((row) => [row.doc_id, row.coder, Number(row.start), Number(row.end)].join(' '))
    const places = ['0 5', '0 15', '6 15', '40 47']
    const expected = ['D0001', 'D0002'].flatMap((doc) =>
      ['C02', 'C03'].flatMap((coder) => places.map((place) => `${doc} ${coder} ${place}`)),
    )
    expect(keys).toEqual(expected)
  })

  it('has its header when nobody has submitted', async () => {
    const study = await aStudy()
    let csv = ''
    for await (const piece of await exportTable(study.actor('lea'), {
      studyId: study.studyId,
      table: 'annotations.csv',
    })) {
      csv += piece
    }
    expect(csv).toMatch(/^ann_id,doc_id,[^\n]*\n$/)
  })

  it('reads many documents page by page', async () => {
    const texts = Array.from({ length: 25 }, (_, i) => `Text number ${i} about Tarn.`)
    const study = await aStudy({ texts })
    for (let document = 1; document <= 25; document += 1) {
      await study.annotate('ana', 0, 4, 'hero', { document })
      await study.submit('ana', { document })
    }
    const rows = await exported(study, 'annotations.csv')
    expect(rows.map((row) => row.doc_id)).toEqual(texts.map((_, i) => `D${String(i + 1).padStart(4, '0')}`))
  })
})

const inParts = codebookSchema.parse({
  ...{ version: '1.0.0', title: 'Parts', families: [{ key: 'sources', label: 'Sources' }] },
  codes: ['attribution', 'figure'].map((key) => ({
    ...{ key, family: 'sources', label: key, colour: '#0072B2', pattern: 'solid' },
    parts: key === 'attribution' ? ['content', 'source', 'cue'] : ['span'],
  })),
  relations: [{ key: 'covered_by', label: 'Covered by', from: ['figure'], to: ['attribution'] }],
  variables: [{ key: 'genre', label: 'Genre', type: 'enum', values: ['news', 'opinion'] }],
})

/** A coding with an attribution of three parts, a figure that it covers, and an answer about the document. */
async function codedInParts(study: TestStudy): Promise<{ attribution: string; figure: string }> {
  const [attribution, figure] = [newId(), newId()]
  const row = (id: string) => ({ mutationId: newId(), op: 'put' as const, id, baseVersion: 0 })
  const annotation = (id: string, code: string, segments: Segment[]) => ({
    ...{ ...row(id), kind: 'annotation' as const },
    value: { code, segments, attributes: {}, note: '', unsure: false, touched: [] },
  })
  await study.save('ana', [
    annotation(attribution, 'attribution', [
      { part: 'content', start: 0, end: 5 },
      { part: 'cue', start: 6, end: 10 },
      { part: 'source', start: 11, end: 15 },
    ]),
    annotation(figure, 'figure', [{ part: 'span', start: 0, end: 5 }]),
    { ...row(newId()), kind: 'link', value: { relation: 'covered_by', from: figure, to: attribution } },
    { ...row(newId()), kind: 'variable', value: { variable: 'genre', value: 'news' } },
  ])
  await study.submit('ana')
  return { attribution, figure }
}

describe('segments.csv, relations.csv and variables.csv', () => {
  it('have the parts of an attribution, its links and the answers about the document', async () => {
    const study = await aStudy({ codebook: inParts })
    const { attribution, figure } = await codedInParts(study)
    const parts = (await exported(study, 'segments.csv')).filter((row) => row.ann_id === `A-${attribution}`)
    expect(parts.map((row) => [row.part, row.seg_index, row.start, row.end])).toEqual([
      ['content', '1', '0', '5'],
      ['cue', '2', '6', '10'],
      ['source', '3', '11', '15'],
    ])
    expect(await exported(study, 'relations.csv')).toMatchObject([
      { doc_id: 'D0001', coder: 'C02', rel_type: 'covered_by', from_ann: `A-${figure}`, to_ann: `A-${attribution}` },
    ])
    expect(await exported(study, 'variables.csv')).toMatchObject([
      { doc_id: 'D0001', coder: 'C02', variable: 'genre', value: 'news', value_entity: 'news' },
    ])
  })

  it('leave out what was deleted and what was not submitted', async () => {
    const study = await aStudy()
    await study.annotate('ben', 0, 5, 'hero')
    for (const table of ['segments.csv', 'relations.csv', 'variables.csv']) {
      expect(await exported(study, table)).toEqual([])
    }
  })
})

describe('documents.csv', () => {
  it('has the length of each text and who submitted it, with nothing to code too, and nobody else', async () => {
    const study = await aStudy({ people: { lea: ['lead'], ana: ['coder'], ben: ['coder'], cas: ['coder'] } })
    await study.annotate('ana', 6, 15, 'hero')
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    await study.annotate('cas', 6, 15, 'hero')
    expect(await exported(study, 'documents.csv')).toMatchObject([
      { doc_id: 'D0001', round: '1', length: String([...harbourText].length), coders: 'C02|C03' },
    ])
  })

  it('has its header when nobody has submitted', async () => {
    expect(await exported(await aStudy(), 'documents.csv')).toEqual([])
  })
})

describe('unit_coder_long.csv', () => {
  it('has zeros for a submission with nothing to code, and no row for what was not submitted', async () => {
    const study = await aStudy({ people: { lea: ['lead'], ana: ['coder'], ben: ['coder'], cas: ['coder'] } })
    await study.annotate('ana', 6, 15, 'hero')
    await study.submit('ana')
    await study.submit('ben', { nothingToCode: true })
    await study.annotate('cas', 6, 15, 'hero')
    const rows = (await exported(study, 'unit_coder_long.csv')).filter((row) => row.variable === 'hero')
    expect(rows.map((row) => [row.unit_id, row.coder, row.value])).toEqual([
      ['D0001_s0001', 'C02', '1'],
      ['D0001_s0001', 'C03', '0'],
      ['D0001_s0002', 'C02', '0'],
      ['D0001_s0002', 'C03', '0'],
    ])
  })

  it('gives the same percent agreement as the report', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 21, 'hero')
    await study.annotate('ben', 6, 15, 'hero')
    for (const name of ['ana', 'ben']) await study.submit(name)
    const rows = (await exported(study, 'unit_coder_long.csv', 'token')).filter((row) => row.variable === 'hero')
    const byUnit = new Map<string, string[]>()
    for (const { unit_id = '', value = '' } of rows) byUnit.set(unit_id, [...(byUnit.get(unit_id) ?? []), value])
    const agreeing = [...byUnit.values()].filter(([a, b]) => a === b).length
    const hero = rowOf(await agreementOf(study, { unit: 'token', replicates: 0 }), 'hero')
    expect(hero.units).toBe(byUnit.size)
    expect(hero.percent.value).toBeCloseTo(agreeing / byUnit.size, 12)
    expect(agreeing).toBeLessThan(byUnit.size)
  })
})

describe('a checksum', () => {
  it.each(allTables)('of %s is of exactly the bytes exported', async (table) => {
    const study = await aStudy()
    await study.annotate('ana', 6, 15, 'hero')
    await study.submit('ana')
    const input = { studyId: study.studyId, table, unit: 'token' as const }
    let csv = ''
    for await (const piece of await exportTable(study.actor('lea'), input)) csv += piece
    const hash = createHash('sha256').update(csv, 'utf8').digest('hex')
    expect(await exportChecksum(study.actor('lea'), input)).toBe(`${hash}  ${table}\n`)
  })

  it('changes with the data', async () => {
    const study = await aStudy()
    const sum = () => exportChecksum(study.actor('lea'), { studyId: study.studyId, table: 'annotations.csv' })
    const before = await sum()
    expect(await sum()).toBe(before)
    await study.annotate('ana', 6, 15, 'hero')
    await study.submit('ana')
    expect(await sum()).not.toBe(before)
  })
})

describe('an export', () => {
  it('is noted: who, which table', async () => {
    const study = await aStudy()
    await exported(study, 'annotations.csv')
    expect(await db().auditEvent.findMany({ where: { action: 'study.exported' } })).toMatchObject([
      { actorId: study.actor('lea').userId, studyId: study.studyId, detail: { table: 'annotations.csv' } },
    ])
  })

  it('of an unknown table says which there are', async () => {
    const study = await aStudy()
    await expect(exported(study, '__proto__')).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringMatching(/annotations\.csv.*unit_coder_long\.csv/),
    })
  })

  it('is not for coders, nor for a lead who still codes', async () => {
    const study = await aStudy({ people: { lea: ['lead', 'coder'], ana: ['coder'] } })
    for (const name of ['ana', 'lea']) {
      await expect(exported(study, 'annotations.csv', undefined, name)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('names nobody', async () => {
    const study = await aStudy()
    await study.annotate('ana', 0, 5, 'hero')
    await study.submit('ana')
    for (const table of allTables) {
      const words = JSON.stringify(await exported(study, table))
      const { userId, email } = study.actor('ana')
      for (const trace of [userId, email, await study.membershipId('ana')]) expect(words).not.toContain(trace)
    }
  })
})
