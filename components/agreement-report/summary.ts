import type { AgreementReport } from '@/lib/agreement/report/agreement-report'
import type { VerdictWord } from '@/lib/agreement/verdict'
import { counted } from '@/lib/formats/agreement-report/numbers'
import { verdictNames } from '@/lib/formats/agreement-report/words'

const order: VerdictWord[] = ['meets', 'tentative', 'not_sufficient', 'inconclusive', 'not_computable']

/** "6 codes, 3 coders, 12 documents double-coded: 4 meet the required α (1 provisionally), 2 inconclusive." */
export function summarySentence({ header, variables }: AgreementReport): string {
  const codes = variables.filter(({ kind }) => kind === 'code_presence')
  const size = [
    counted(codes.length, 'code'),
    counted(header.coders.length, 'coder'),
    `${counted(header.documents, 'document')} double-coded`,
  ].join(', ')
  const verdicts = order.flatMap((word) => {
    const count = codes.filter(({ verdict }) => verdict.word === word).length
    if (count === 0) return []
    if (word !== 'meets') return `${count} ${verdictNames[word]}`
    const provisional = codes.filter((code) => code.verdict.word === word && code.provisional !== null).length
    const only =
      provisional === 0 ? '' : ` (${provisional === count ? 'provisionally' : `${provisional} provisionally`})`
    return `${count} ${count === 1 ? 'meets' : 'meet'} the required α${only}`
  })
  return verdicts.length === 0 ? `${size}.` : `${size}: ${verdicts.join(', ')}.`
}

/** What a report says in place of figures when no document has two coders. */
export function nobodySentence({ header }: AgreementReport): string {
  const [only, other] = header.coders
  if (only && !other) return `Only ${only} is in this report, and agreement takes two: add another coder.`
  const version = header.codingsOfOtherVersions > 0 ? ' under this version of the codebook' : ''
  return `No document has been submitted by two coders${version} yet. As soon as two have submitted the same document${version}, their agreement stands here.`
}
