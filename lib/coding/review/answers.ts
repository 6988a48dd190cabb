import { valueText } from '../statistics/value-text'
import type { Cluster, Difference, Reading } from './cluster'
import { withoutAnnotations } from './eligibility'
import { namedIn } from './identity'
import type { AskedQuestion, ReviewedCodes } from './reviewed-codes'
import type { ReviewedCoding, ReviewedDocument } from './reviewed-document'
import { typesOf } from './severity'

/** What one coder says to a question: null for nothing, undefined for who was not asked. */
type Said = string | null | undefined

/**
 * The questions about the document that anybody answered, each a cluster of its own. A code for whole documents that
 * nobody applied is a no; a question that a coder's codebook version does not ask is nothing that the coder differs in.
 * @param readings in the order of `codings`
 */
export function answerClusters(
  document: ReviewedDocument,
  codings: readonly ReviewedCoding[],
  readings: readonly Reading[],
  codes: ReviewedCodes,
): Cluster[] {
  const asked = codings.map(({ codebookVersion }) => codes.askedIn(codebookVersion))
  return codes.questions().flatMap((question) => {
    const given = codings.map((coding) => answerText(coding, question.key))
    if (given.every((answer) => answer === null)) return []
    const said = given.map((answer, i): Said => {
      if (!asked[i]?.has(question.key)) return answer ?? undefined
      return answer ?? (question.isCode ? 'no' : null)
    })
    return [answerCluster(document, question, readings, said)]
  })
}

/** The answer as agreement compares it; null without one. */
function answerText({ answers }: ReviewedCoding, variable: string): string | null {
  return valueText(answers.find((answer) => answer.variable === variable)?.compared)
}

function answerCluster(
  document: ReviewedDocument,
  { key, isCode }: AskedQuestion,
  readings: readonly Reading[],
  said: readonly Said[],
): Cluster {
  const parties = readings.map((reading, i): Answering => ({ ...reading, said: said[i] }))
  const differences = parties.flatMap((one, i) =>
    parties.slice(i + 1).flatMap((other) => answerDifferences(key, one, other)),
  )
  const lineages = [`variable ${key}`]
  const id = namedIn(document, document.roundId, document.documentId, 'variable', key, lineages)
  const input = parties.map((party) => [party.coder, party.codebookVersion, party.said ?? null])
  return {
    ...{ id, inputKey: namedIn(document, id, input), kind: 'variable', family: '', variable: key },
    ...{ start: 0, end: document.length, codes: isCode ? [key] : [], rows: [] },
    ...{ readings: readings.map(withoutAnnotations), differences, ...typesOf(differences), lineages },
  }
}

interface Answering extends Pick<Reading, 'coder' | 'codebookVersion'> {
  said: Said
}

function answerDifferences(attribute: string, one: Answering, other: Answering): Difference[] {
  if (one.said === undefined || other.said === undefined) return []
  const about = { coders: [one.coder, other.coder] as const, members: [], attribute }
  const isOneMissing = one.said === null || other.said === null
  const found: Difference[] = []
  if (one.said !== other.said) found.push({ type: isOneMissing ? 'D1' : 'D4', ...about })
  if (one.codebookVersion !== other.codebookVersion && !isOneMissing) found.push({ type: 'D9', ...about })
  return found
}
