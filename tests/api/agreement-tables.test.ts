import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { db } from '@/lib/db'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { call } from '../support/requests'

withTestDatabase()

const asked = async (study: TestStudy, query: string, as = 'lea') => {
  const request = { path: 'studies/[studyId]/agreement', method: 'GET' as const, params: { studyId: study.studyId } }
  return call({ ...request, query: `replicates=20&${query}`, as: study.actor(as) })
}

const json = async (study: TestStudy, query = '') => (await (await asked(study, query)).json()) as StudyAgreement

/** Three coders, of whom the third submitted nothing: two of the three pairs share no unit. */
async function codedStudy(): Promise<TestStudy> {
  const people = { lea: ['lead' as const], ana: ['coder' as const], ben: ['coder' as const], cas: ['coder' as const] }
  const study = await aStudy({ people, texts: ['Tarn came. Ruk left.', 'Nobody came. Tarn sang.'] })
  await study.annotate('ana', 0, 4, 'hero', { attributes: { target: 'Tarn, Ilse', voice: 'author' } })
  for (const document of [1, 2]) {
    await study.submit('ana', { document, nothingToCode: document === 2 })
    await study.submit('ben', { document, nothingToCode: true })
  }
  return study
}

describe('GET agreement', () => {
  it.each(agreementTables.map(({ name, file }) => [name, file]))('has the table %s', async (name, file) => {
    const response = await asked(await codedStudy(), `format=csv&table=${name}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain(file)
    const rows = parse(await response.text(), { columns: true, relax_column_count: false }) as unknown[]
    expect(rows).toBeInstanceOf(Array)
  })

  it('has the same alpha in CSV as in JSON', async () => {
    const study = await codedStudy()
    const csv = await (await asked(study, 'format=csv')).text()
    const rows = parse(csv, { columns: true }) as Record<string, string>[]
    const hero = rows.find((row) => row.variable === 'hero' && row.var_kind === 'code_presence')
    const found = (await json(study)).variables.find(({ key, kind }) => key === 'hero' && kind === 'code_presence')
    expect(hero?.alpha).toBe(String(found?.alpha.value))
  })

  it('draws in irr_draws the documents that its intervals rest on', async () => {
    const csv = await (await asked(await codedStudy(), 'format=csv&table=irr_draws')).text()
    const rows = parse(csv, { columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(20)
    for (const row of rows) expect(Number(row.d0001) + Number(row.d0002)).toBe(2)
  })

  it.each([
    ['html', 'agreement.html', /^<!doctype html>/],
    ['apa', 'table_1.txt', /^Table 1/],
    ['latex', 'table_1.tex', /\\begin\{table\}/],
    ['methods', 'methods.txt', /codebook “Characters”/],
    ['script&language=python', 'recompute.py', /^#!\/usr\/bin\/env python3/],
    ['script', 'recompute.R', /^# Recomputes/],
  ])('can be had as %s', async (format, file, content) => {
    const response = await asked(await codedStudy(), `format=${format}`)
    expect(response.headers.get('content-disposition')).toContain(file)
    expect(await response.text()).toMatch(content)
  })

  it('has the checksum of each file, by the name it is saved by', async () => {
    const study = await codedStudy()
    const list = await asked(study, 'format=checksums')
    expect(list.headers.get('content-disposition')).toContain('SHA256SUMS')
    const sums = new Map((await list.text()).split('\n').map((line) => line.split('  ').reverse() as [string, string]))
    const files = [
      ...agreementTables.map(({ name, file }) => [`format=csv&table=${name}`, file] as const),
      ...[['format=json', 'agreement.json'] as const, ['format=html', 'agreement.html'] as const],
      ...[['format=apa', 'table_1.txt'] as const, ['format=latex', 'table_1.tex'] as const],
      ...[['format=methods', 'methods.txt'] as const, ['format=script', 'recompute.R'] as const],
      ['format=script&language=python', 'recompute.py'] as const,
    ]
    for (const [query, file] of files) {
      const bytes = new Uint8Array(await (await asked(study, query)).arrayBuffer())
      expect([file, sums.get(file)]).toEqual([file, createHash('sha256').update(bytes).digest('hex')])
    }
    expect(sums.size).toBe(files.length + 1)
  })

  it('has in the report as HTML the checksums of its tables', async () => {
    const study = await codedStudy()
    const [csv, html] = [await asked(study, 'format=csv'), await asked(study, 'format=html')]
    expect(await html.text()).toContain(
      createHash('sha256')
        .update(await csv.text())
        .digest('hex'),
    )
  })

  it('takes lists with commas, or repeated names', async () => {
    const study = await codedStudy()
    for (const query of ['coders=C02,C03&codes=hero,villain', 'coders=C02&coders=C03&codes=hero&codes=villain']) {
      const { filters } = await json(study, query)
      expect(filters).toMatchObject({ coders: ['C02', 'C03'], codes: ['hero', 'villain'] })
    }
    expect((await json(study, 'targets=Tarn%2C%20Ilse')).filters.targets).toEqual(['Tarn, Ilse'])
  })

  it.each(['format=csv&table=gold', 'format=pdf', 'unit=token&unit=sentence', 'codes=saint', 'round=2'])(
    'refuses %s',
    async (query) => expect((await asked(await codedStudy(), query)).status).toBe(422),
  )

  it('answers 202 with the state of a computation that has run for long, and when to ask again', async () => {
    const study = await codedStudy()
    await json(study)
    const startedAt = new Date(Date.now() - 26_000)
    const running = { state: 'running', report: null, finishedAt: null, startedAt, heartbeatAt: new Date() } as const
    await db().agreementComputation.updateMany({ data: { ...running, progress: 0.4, doing: 'Comparing coders' } })
    const response = await asked(study, '')
    expect(response.status).toBe(202)
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await response.json()).toMatchObject({
      state: 'running',
      computation: { progress: 0.4, doing: 'Comparing coders', startedAt: startedAt.toISOString() },
    })
  })

  it('answers with the reason when the computation failed, and how to begin again', async () => {
    const study = await codedStudy()
    await json(study)
    await db().agreementComputation.updateMany({ data: { state: 'failed', report: null, error: 'Out of memory.' } })
    const response = await asked(study, '')
    expect(response.status).toBe(500)
    expect((await response.json()).error.message).toMatch(/^Out of memory\..*again=1/)
    expect((await asked(study, 'again=1')).status).toBe(200)
  })
})

describe('POST agreement/:computationId/cancel', () => {
  it('ends a computation', async () => {
    const study = await codedStudy()
    await json(study)
    await db().agreementComputation.updateMany({ data: { state: 'running', report: null, finishedAt: null } })
    const { id } = await db().agreementComputation.findFirstOrThrow()
    const response = await call({
      path: 'studies/[studyId]/agreement/[computationId]/cancel',
      method: 'POST',
      params: { studyId: study.studyId, computationId: id },
      as: study.actor('lea'),
    })
    expect(await response.json()).toMatchObject({ state: 'cancelled', computation: { id } })
    expect((await asked(study, '')).status).toBe(409)
  })
})

describe('GET agreement/documents/:documentId', () => {
  const spans = (study: TestStudy, documentId: string, as = 'lea') =>
    call({
      path: 'studies/[studyId]/agreement/documents/[documentId]',
      method: 'GET',
      params: { studyId: study.studyId, documentId },
      as: study.actor(as),
    })

  it('has what each coder submitted, by pseudonym, and nothing of who did not', async () => {
    const study = await codedStudy()
    await study.annotate('cas', 0, 4, 'villain')
    const document = await db().document.findFirstOrThrow({ where: { studyId: study.studyId, number: 1 } })
    const attributes = { target: 'Tarn, Ilse', voice: 'author' }
    const span = { code: 'hero', start: 0, end: 4, segments: [{ part: 'span', start: 0, end: 4 }], attributes }
    for (const name of ['D0001', document.id]) {
      expect(await (await spans(study, name)).json()).toEqual({
        ...{ documentId: 'D0001', title: 'Text 1', length: 20 },
        coders: [
          { coder: 'C02', spans: [{ ...span, unsure: false }] },
          { coder: 'C03', spans: [] },
        ],
      })
    }
  })

  it('is not for coders, nor of documents that there are not', async () => {
    const study = await codedStudy()
    expect((await spans(study, 'D0001', 'ana')).status).toBe(403)
    expect((await spans(study, 'D0009')).status).toBe(404)
    expect((await spans(study, '0197a000-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await spans(study, '../D0001')).status).toBe(404)
  })
})

describe('GET export/:table.sha256', () => {
  it('is the line that sha256sum checks', async () => {
    const study = await codedStudy()
    const request = { path: 'studies/[studyId]/export/[table]', method: 'GET' as const, as: study.actor('lea') }
    const params = { studyId: study.studyId, table: 'annotations.csv.sha256' }
    const response = await call({ ...request, params })
    expect(response.headers.get('content-disposition')).toContain('annotations.csv.sha256')
    expect(await response.text()).toMatch(/^[0-9a-f]{64} {2}annotations\.csv\n$/)
    expect((await call({ ...request, params: { ...params, table: 'secrets.csv.sha256' } })).status).toBe(404)
  })
})
