import { intraCoderAgreement } from '@/lib/agreement/intra-coder'
import type { RecodedSection, RecodedWork, ReportRequest } from '@/lib/agreement/report/agreement-report'
import { composeReport } from '@/lib/agreement/report/compose'
import type { DocumentStatistics } from '@/lib/agreement/report/document-statistics'
import { latestRevisions, recodedName, recodersOf } from '@/lib/agreement/report/latest-revisions'
import { ReportMemory } from '@/lib/agreement/report/report-memory'
import { exampleRequest, type Sentences, sentencesDocument, studyRequest } from './studies'
import { studyDocument } from './study-documents'

/** Documents D0001...: what coders gave sentences, and under "C02 again" what they gave them in their latest revision. */
const documentsOf = (all: readonly Sentences[]) =>
  all.map((sentences, i) => studyDocument(sentencesDocument(`D000${i + 1}`, sentences)))

/** What was recoded, one revision a week and more after the first. */
function recodedWork(documents: readonly DocumentStatistics[], more: Partial<RecodedWork> = {}): RecodedWork {
  const revisions = documents.flatMap((document, i) =>
    recodersOf(document).map((coder) => ({ coder, days: 7 + i, isAfterRelease: i === 0 })),
  )
  return {
    documents: documents.filter((document) => recodersOf(document).length > 0),
    revisions,
    ofOtherVersions: [],
    ...more,
  }
}

/** The request for a report on first submissions, with what was recoded beside. */
function requestOf(all: readonly Sentences[], more: Partial<ReportRequest> = {}): ReportRequest {
  const first = all.map((sentences) =>
    Object.fromEntries(Object.entries(sentences).filter(([name]) => !name.includes(' '))),
  )
  return studyRequest(documentsOf(first), { recoded: recodedWork(documentsOf(all)), ...more })
}

function sectionOf(request: ReportRequest): RecodedSection {
  const { recoded } = composeReport(request)
  if (!recoded) throw new Error('Nothing was recoded.')
  return recoded
}

const heroIn = ({ variables }: RecodedSection) => variables.find(({ key }) => key === 'hero')

const study: Sentences[] = [
  { C01: 'hh--', C02: 'h---', 'C02 again': 'hh--' },
  { C01: 'hv--', C02: 'hv-h', C03: '--v-', 'C01 again': 'hv-h', 'C03 again': 'h-v-' },
  { C01: '----', C02: 'hhhh' },
]

describe('recoded work', () => {
  it('has the agreement of first submissions beside that of latest revisions, on what was recoded', () => {
    const section = sectionOf(requestOf([study[0] ?? {}, study[2] ?? {}]))
    expect(section).toMatchObject({
      documents: 1,
      documentsCompared: 1,
      revisions: 1,
      afterRelease: 1,
      ofOtherVersions: 0,
    })
    const hero = heroIn(section)
    // 1100 against 1000: three of four agree; n = 8, n1 = 3, o01 + o10 = 2, so alpha = 1 - 7 · 1 / (3 · 5).
    expect(hero?.first).toMatchObject({ units: 4, documents: 1, percent: { value: 0.75 } })
    expect(hero?.first.alpha.value).toBeCloseTo(8 / 15, 12)
    expect(hero?.latest).toMatchObject({ units: 4, documents: 1, percent: { value: 1 }, alpha: { value: 1 } })
    expect(hero?.change).toBeCloseTo(7 / 15, 12)
    expect(hero?.first.interval).toMatchObject({ undefined: 'one_document' })
  })

  it('takes the first submission of who did not recode as the latest too', () => {
    const hero = heroIn(sectionOf(requestOf(study.slice(1, 2))))
    // First 1000, 1001, 0000: of sentences 1 and 4 one of three pairs agrees, so 8 of 12 do.
    expect(hero?.first.percent.value).toBeCloseTo(8 / 12, 12)
    // Latest 1001, 1001, 1000: only of sentence 4 one of three pairs agrees.
    expect(hero?.latest.percent.value).toBeCloseTo(10 / 12, 12)
  })

  it('compares each coder with herself, by the documents that she recoded', () => {
    const { coders } = sectionOf(requestOf(study))
    expect(coders.map(({ coder, documents, lag }) => [coder, documents, lag])).toEqual([
      ['C01', 1, { shortest: 8, longest: 8 }],
      ['C02', 1, { shortest: 7, longest: 7 }],
      ['C03', 1, { shortest: 8, longest: 8 }],
    ])
    // 1000, then 1001.
    expect(coders[0]?.codes[0]).toMatchObject({ code: 'hero', units: 4, percent: { value: 0.75 } })
    expect(coders[0]?.codes[0]?.alpha.value).toBeCloseTo(8 / 15, 12)
    // No victim either time.
    expect(coders[0]?.codes[2]).toMatchObject({ percent: { value: 1 }, alpha: { undefined: 'no_variation' } })
  })

  it('has the figures of intraCoderAgreement for each coder, intervals included', () => {
    const all: Sentences[] = ['hh--', 'h-h-', '--hh', 'hhh-'].map((first, i) => ({
      C01: first,
      'C01 again': ['h---', 'h-h-', '-hhh', 'hh--'][i] ?? '',
    }))
    const request = requestOf(all)
    const occasion = (name: string) =>
      all.map((sentences, i) => ({
        ...{ documentId: `D000${i + 1}`, submittedAt: new Date(0) },
        present: Array.from(sentences[name] ?? '', (letter) => letter === 'h'),
      }))
    const { seed, replicates = 0 } = request
    const alone = intraCoderAgreement(occasion('C01'), occasion('C01 again'), { seed, replicates })
    const own = sectionOf(request).coders[0]?.codes[0]
    expect(own).toMatchObject({ units: alone.units, percent: alone.percent, interval: alone.interval })
    expect(own?.alpha.value).toBeCloseTo(alone.alpha.value ?? Number.NaN, 12)
  })

  it('is the report on the documents as they were, and as they became', () => {
    const became = study.slice(0, 2).map((sentences) => {
      const names = Object.keys(sentences).filter((name) => !name.includes(' '))
      return Object.fromEntries(names.map((name) => [name, sentences[recodedName(name)] ?? sentences[name] ?? '']))
    })
    const { variables } = sectionOf(requestOf(study))
    const alone = composeReport(studyRequest(documentsOf(became), { coders: ['C01', 'C02', 'C03'] })).variables
    expect(variables.map(({ latest }) => latest.alpha.value)).toEqual(alone.map(({ alpha }) => alpha.value))
    expect(variables.map(({ latest }) => latest.interval)).toEqual(alone.map(({ alpha }) => alpha.interval))
  })

  it('changes no other figure', () => {
    const { recoded: _, ...without } = requestOf(study)
    const { recoded, ...others } = composeReport(requestOf(study))
    expect(recoded).not.toBeNull()
    const { recoded: none, ...alone } = composeReport(without)
    expect(none).toBeNull()
    expect(others).toEqual(alone)
  })

  it('is that of the coders asked for: who else recoded does not count', () => {
    expect(sectionOf(requestOf(study, { coders: ['C01', 'C02'] }))).toMatchObject({ documents: 2, revisions: 2 })
    expect(sectionOf(requestOf(study, { coders: ['C02', 'C03'] })).coders.map(({ coder }) => coder)).toEqual([
      'C02',
      'C03',
    ])
    expect(composeReport(requestOf(study.slice(0, 1), { coders: ['C01'] })).recoded).toBeNull()
  })

  it('has coders against themselves where no two share a recoded document', () => {
    const section = sectionOf(requestOf([{ C01: 'h---', 'C01 again': 'hh--' }]))
    expect(section).toMatchObject({ documents: 1, documentsCompared: 0, variables: [], coders: [{ coder: 'C01' }] })
  })

  it('says what is left out for its version of the codebook, also where nothing else is left', () => {
    const recoded = { documents: [], revisions: [], ofOtherVersions: ['C01', 'C01', 'C09'] }
    expect(composeReport(requestOf(study, { recoded })).recoded).toMatchObject({ revisions: 0, ofOtherVersions: 2 })
  })

  it('is the same whatever is remembered of the report before', () => {
    const memory = new ReportMemory()
    const request = exampleRequest({ replicates: 30 })
    const all = documentsOf(study.slice(0, 2))
    const steps = [
      all,
      [...all.slice(0, 1), ...documentsOf([{}, { C01: 'hhhh', C02: 'vvvv', 'C02 again': 'hhhv' }]).slice(1)],
      all,
    ]
    for (const documents of steps) {
      const asked = { ...request, strata: {}, recoded: recodedWork(documents) }
      expect(composeReport(asked, memory)).toEqual(composeReport(asked))
    }
  })
})

describe('the latest revisions of a document', () => {
  it('stand in the order of the pseudonyms, also where one begins like another', () => {
    const [document] = documentsOf([{ C1: 'h', C10: '-', 'C1 again': 'v' }])
    if (!document) throw new Error('There is a document')
    expect(document.coders).toEqual(['C1', 'C1 again', 'C10'])
    expect(latestRevisions(document).coders).toEqual(['C1', 'C10'])
    expect(latestRevisions(document).levels.sentence.presence).toEqual({ villain: [1, 0, 0] })
  })

  it('are one object for one document, by which sums know it again', () => {
    const [document] = documentsOf([study[0] ?? {}])
    if (!document) throw new Error('There is a document')
    expect(latestRevisions(document)).toBe(latestRevisions(document))
  })
})
