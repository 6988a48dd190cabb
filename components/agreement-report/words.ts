import type { UndefinedReason } from '@/lib/agreement/estimate'
import type { ReliabilityReport, ReportHeader } from '@/lib/agreement/reliability-report'
import type { VerdictWord } from '@/lib/agreement/verdict'
import type { UnitLevel } from '@/lib/coding/unit-levels'

const counted = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Words of the agreement report. */
export const words = {
  forestTitle: 'Krippendorff’s α of each code',
  forestNote: 'Points are α, bars its 95 % interval. Lines stand at .667 and .800.',
  tableTitle: 'Table 1. Agreement on each code',
  pairsTitle: 'Pairs of coders',
  pairsNote: 'Cohen’s κ of each two coders, on the units both coded.',
  howTitle: 'How these figures were made',
  warnings: 'Before you read the figures',
  unit: 'Unit',
  units: { token: 'Token', sentence: 'Sentence', paragraph: 'Paragraph', document: 'Document' } satisfies Record<
    UnitLevel,
    string
  >,
  downloadJson: 'Download JSON',
  downloadCsv: 'Download CSV',
  downloadPairs: 'Download pairs as CSV',
  columns: {
    code: 'Code',
    n: 'n units',
    prevalence: 'Prevalence, %',
    percent: 'Agreement, %',
    alpha: 'α [95 % CI]',
    kappa: 'κ mean (range)',
    verdict: 'Verdict',
    pair: 'Pair',
  },
  notDefined: 'undefined',
  whyUndefined: 'Why some figures are undefined',
  noInterval: 'no interval',
}

/** What a report says in place of figures when no document has two coders. */
export function nobodySentence({ codingsOfOtherVersions }: ReportHeader): string {
  const version = codingsOfOtherVersions > 0 ? ' under this version of the codebook' : ''
  return `No document has been submitted by two coders${version} yet. As soon as two have submitted the same document${version}, their agreement stands here.`
}

export const verdictWords: Record<VerdictWord, string> = {
  meets: 'meets',
  tentative: 'tentative',
  not_sufficient: 'not sufficient',
  inconclusive: 'inconclusive',
  not_computable: 'not computable',
}

/** Where the note that explains a reason stands on the page. */
export function reasonAnchor(reason: UndefinedReason): string {
  return `why-${reason.replaceAll('_', '-')}`
}

const verdictOrder: VerdictWord[] = ['meets', 'tentative', 'not_sufficient', 'inconclusive', 'not_computable']

/** "6 codes, 3 coders, 12 documents double-coded: 4 meet their α, 2 inconclusive." */
export function summarySentence({ header, codes }: ReliabilityReport): string {
  const size = [
    counted(codes.length, 'code'),
    counted(header.coders.length, 'coder'),
    `${counted(header.documents, 'document')} double-coded`,
  ].join(', ')
  const verdicts = verdictOrder.flatMap((word) => {
    const count = codes.filter((code) => code.verdict.word === word).length
    if (count === 0) return []
    if (word !== 'meets') return `${count} ${verdictWords[word]}`
    return count === 1 ? '1 meets the required α' : `${count} meet the required α`
  })
  return verdicts.length === 0 ? `${size}.` : `${size}: ${verdicts.join(', ')}.`
}

function intervals({ replicates, seed }: ReportHeader): string {
  if (replicates === 0) return 'No bootstrap samples were drawn, so α has no interval.'
  const samples = counted(replicates, 'bootstrap sample')
  return `Its interval and probabilities come from ${samples} of documents (percentiles, seed ${seed}).`
}

/** How the figures came about, as sentences. */
export function method({ header }: ReliabilityReport): string[] {
  return [
    `Basis: ${header.basis}; ${counted(header.documents, 'document')} submitted by two or more of ${header.coders.join(', ')}. A coder who submitted with nothing to code counts as zero; one who has not submitted is missing.`,
    `A ${header.unit} has a code if a coder marked at least one letter or digit of it. Only units with values of two coders count; documents are pooled.`,
    `α is Krippendorff’s (nominal). ${intervals(header)} Agreement in % is the mean over units. κ is Cohen’s, for each pair of coders.`,
    'Verdict, a house rule: a code meets its required α if P(α < required) is at most .05; it is tentative if P(α < .667) is at most .05; not sufficient if the whole interval lies below .667; else the data are too few to say.',
  ]
}
