import fc from 'fast-check'
import { composeReport } from '@/lib/agreement/report/compose'
import { selectCoders } from '@/lib/agreement/report/select-coders'
import { arbitraryStudy, coders, onlyBy } from './arbitrary-studies'
import { exampleDocuments, exampleRequest, studyRequest } from './studies'
import { studyDocument } from './study-documents'

const someCoders = fc.subarray(coders, { minLength: 2 })

describe('the statistics of some of the coders', () => {
  it('are those of a document that only they finished', () => {
    fc.assert(
      fc.property(arbitraryStudy, someCoders, (study, kept) => {
        const names = new Set(kept)
        const shared = study.filter((document) => document.coders.filter((coder) => names.has(coder)).length >= 2)
        expect(shared.map((document) => selectCoders(studyDocument(document), names))).toEqual(
          onlyBy(shared, names).map(studyDocument),
        )
      }),
    )
  })

  it('hold nothing of two coders where one is left', () => {
    for (const document of exampleDocuments()) {
      const alone = selectCoders(document, new Set(['C02']))
      expect(alone.coders.length).toBeLessThanOrEqual(1)
      expect(alone.levels.sentence).toMatchObject({ presence: {}, sets: { character: { values: [], cells: [] } } })
      expect(alone.families.character).toMatchObject({ unitizing: [], relevant: [] })
    }
  })
})

describe('a report on some of the coders', () => {
  it('is the report on a study that nobody else took part in', () => {
    fc.assert(
      fc.property(arbitraryStudy, someCoders, (study, kept) => {
        const request = { coders: kept, replicates: 20 }
        const asked = composeReport(studyRequest(study.map(studyDocument), request))
        const apart = composeReport(studyRequest(onlyBy(study, new Set(kept)).map(studyDocument), request))
        expect(asked).toEqual(apart)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves no trace of others, not even a name', () => {
    expect(JSON.stringify(composeReport(exampleRequest()))).toContain('C03')
    expect(JSON.stringify(composeReport(exampleRequest({ coders: ['C01', 'C02'] })))).not.toContain('C03')
  })
})
