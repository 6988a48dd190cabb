import { composeReport } from '@/lib/agreement/report/compose'
import { type Codebook, codebookSchema } from '@/lib/coding/codebook'
import { documentStatistics } from '@/lib/coding/statistics/document-statistics'
import { reportedVariables } from '@/lib/coding/statistics/report-variables'
import { freezeUnits } from '@/lib/text/units'
import { sampleRows, testWithSample } from '../../support/samples'

/** Spans of 843 raters in 300 comments, three to seven raters each, many of whom marked nothing (Pavlopoulos et al. 2022). */

const codebook: Codebook = codebookSchema.parse({
  version: '1.0.0',
  title: 'Toxic spans',
  families: [{ key: 'toxic', label: 'Toxic' }],
  codes: [{ key: 'toxic', family: 'toxic', label: 'Toxic', colour: '#000000', pattern: 'solid' }],
})

function codedComments() {
  const ratings = sampleRows('toxic-spans/annotations.csv')
  const spans = sampleRows('toxic-spans/spans.csv')
  return sampleRows('toxic-spans/comments.csv').map(({ comment_id, comment_text = '' }, index) => {
    const own = ratings.filter((rating) => rating.comment_id === comment_id)
    const { graphemeInteriors: _, ...units } = freezeUnits(comment_text, 'en')
    const codings = own.map(({ worker, annotation }) => ({
      coder: `R${worker}`,
      annotations: spans
        .filter((span) => span.annotation === annotation)
        .map(({ start, end }) => ({
          code: 'toxic',
          segments: [{ part: 'span' as const, start: Number(start), end: Number(end) }],
          attributes: {},
          unsure: false,
        })),
      variables: [],
    }))
    return { document: { number: index + 1, text: comment_text, ...units, regions: [] }, codings }
  })
}

testWithSample(
  'toxic-spans',
  'the report stands with hundreds of raters, and those who marked nothing count as zero',
  () => {
    const comments = codedComments()
    const documents = comments.map(({ document, codings }) => documentStatistics(document, codings, codebook))
    const raters = [...new Set(comments.flatMap(({ codings }) => codings.map(({ coder }) => coder)))].sort()
    const silent = raters.filter((rater) =>
      comments.every(({ codings }) => codings.every((it) => it.coder !== rater || it.annotations.length === 0)),
    )
    const report = composeReport({
      ...reportedVariables(codebook, documents, {}),
      ...{ documents, coders: raters, unit: 'document', seed: 1, replicates: 200 },
    })
    const values = comments.reduce((sum, { codings }) => sum + codings.length, 0)
    const marked = comments.flatMap(({ codings }) => codings.filter(({ annotations }) => annotations.length > 0)).length

    expect([raters.length, values]).toEqual([843, 1119])
    expect(silent.length).toBeGreaterThan(50)
    expect(report.header.coders).toEqual(raters)
    expect(report.variables[0]).toMatchObject({ kind: 'code_presence', units: 300, values, positives: marked })
    expect(report.variables[0]?.alpha.value).toBeGreaterThan(0)
    expect(report.variables[0]?.alpha.interval.low).not.toBeNull()
    expect(new Set(report.marginals.map(({ coder }) => coder))).toEqual(new Set(raters))
  },
  120_000,
)
