import type { RecodedCoder, RecodedSection } from '../../agreement/report/agreement-report'
import { fewDocuments } from '../../agreement/report/warnings'
import { counted, countText } from './numbers'

/** Words of the report on work that was handed in again, on the page and in print. */

export const recodedTitles = {
  variables: 'First submissions and latest revisions of the same documents',
  others: 'Other variables',
  coders: 'Intra-coder agreement: each coder’s latest revision with the own first submission',
} as const

/** What was recoded, and what its figures are not. */
export function recodedNote(recoded: RecodedSection): string {
  const { documents, revisions, afterRelease, ofOtherVersions } = recoded
  return [
    ...(revisions === 0 ? [] : [whatWasRecoded(documents, revisions), notReliability(revisions, afterRelease)]),
    ...(restsOnFew(recoded) ? [roughIntervals] : []),
    ...(ofOtherVersions === 0 ? [] : [leftOut(ofOtherVersions)]),
  ].join(' ')
}

/** Whether some intervals are rough: those of the variables, or those of a coder, which rest on fewer documents. */
function restsOnFew({ variables, documentsCompared, coders }: RecodedSection): boolean {
  const bases = [...(variables.length === 0 ? [] : [documentsCompared]), ...coders.map(({ documents }) => documents)]
  return bases.some((documents) => documents < fewDocuments)
}

const roughIntervals = `Intervals from fewer than ${fewDocuments} documents are rough and too narrow.`

function whatWasRecoded(documents: number, revisions: number): string {
  const codings = counted(revisions, 'coding of', 'codings of')
  return `${codings} ${counted(documents, 'document')} ${wereOf(revisions)} reopened and handed in again.`
}

function notReliability(revisions: number, afterRelease: number): string {
  const late =
    afterRelease === 0
      ? 'it may have been written with others’ work in view'
      : `${afterReleaseText(revisions, afterRelease)} handed in after the round was released, when coders see outcomes, discuss, and may have followed what others coded`
  return `A later revision begins as a copy of the one before, and ${late}. These figures are therefore no evidence of reliability, and no other figure of the report rests on them: those are of first submissions alone.`
}

function afterReleaseText(revisions: number, afterRelease: number): string {
  if (revisions === 1) return 'this one was'
  return afterRelease === revisions
    ? `all ${countText(revisions)} were`
    : `${countText(afterRelease)} ${wereOf(afterRelease)}`
}

function leftOut(codings: number): string {
  return `${counted(codings, 'recoded coding')} ${codings === 1 ? 'is' : 'are'} left out of this section: first submission and latest revision stand under different versions of the codebook, which are never compared.`
}

function wereOf(count: number): string {
  return count === 1 ? 'was' : 'were'
}

/** Of the variables. */
export const layersNote =
  'Agreement between coders on the documents that at least one of them recoded. A coder who did not recode a document has the first submission in both.'

/** Of the coders. */
export const intraNote =
  'How far coders changed what they had coded, on the documents that each recoded: the earlier work was in view, so this is no test of their stability.'

/** Said over the rows of a coder. */
export function recodedCoderName({ coder, documents, lag: { shortest, longest } }: RecodedCoder): string {
  const days = shortest === longest ? counted(longest, 'day') : `${countText(shortest)} to ${counted(longest, 'day')}`
  return `${coder}: ${counted(documents, 'recoded document')}, ${days} after the first submission`
}
