import type { DecidedGold } from '../../../coding/review/decision'
import { coderBehind, lettersOf } from '../../../coding/review/letters'
import type { DecisionView } from '../../../coding/review/review-view'
import type { UnnumberedDecision } from './decision-rows'

/** Coders by letter; those who have no reading here (any more) are left out, so that nobody's pseudonym shows. */
function lettersIn(coders: readonly string[], letters: ReadonlyMap<string, string>): string[] {
  return coders.flatMap((coder) => letters.get(coder) ?? []).sort()
}

/** The letters that readings had when it was decided: with another coder since, they have other ones now. */
export function lettersOfDecision(decision: UnnumberedDecision): Map<string, string> {
  const { clusterId, inputRevisions, letterSecret } = decision
  return lettersOf({ id: clusterId, readings: inputRevisions }, letterSecret)
}

function goldByLetters(decision: UnnumberedDecision, letters: ReadonlyMap<string, string>): DecidedGold {
  const then = lettersOfDecision(decision)
  const letterNow = (reading: string) => letters.get(coderBehind(then, reading) ?? '') ?? reading
  const annotations = decision.gold.annotations.map(({ value, coders, reading }) => ({
    ...{ value, coders: lettersIn(coders, letters) },
    ...(reading === undefined ? {} : { reading: letterNow(reading) }),
  }))
  return { ...decision.gold, annotations }
}

/** Of annotations that are alike, a step takes those of the first pseudonym: whose letter that is, nobody shall learn. */
function acceptedByLetters({ method, accepted }: UnnumberedDecision, letters: ReadonlyMap<string, string>) {
  if (method === 'rule' || method === 'unanimous') return []
  return accepted.flatMap(({ coder, annotationId }) => {
    const reading = letters.get(coder)
    return reading === undefined ? [] : [{ reading, annotationId }]
  })
}

/** A decision as reviewers see it: whose annotations went into it, they know by letters only. */
export function toDecisionView(decision: UnnumberedDecision, letters: ReadonlyMap<string, string>): DecisionView {
  const { id, clusterId, outcome, method, by, namesHidden, cause, rationale, supersedesId, batchId } = decision
  return {
    ...{ id, clusterId, outcome, method, by, namesHidden, cause, rationale, batchId },
    accepted: acceptedByLetters(decision, letters),
    gold: goldByLetters(decision, letters),
    participants: lettersIn(decision.participants, letters),
    byCodedDocument: decision.arbiterCoded,
    decidedAt: decision.decidedAt.toISOString(),
    supersedes: supersedesId,
  }
}
