import type { Membership } from '../../../prisma/generated/client'
import type { MadeGold } from '../../coding/review/decided-gold'
import type { DecideInput } from '../../coding/review/decision'
import { coderBehind } from '../../coding/review/letters'
import type { Transaction } from '../../db'
import { codedDocument } from './cluster-views'
import type { RoundToReview } from './review-rounds'
import type { StoredCluster } from './stored-clusters'

/** Who decided what on which cluster. */
export interface DecisionToWrite {
  membership: Membership
  round: RoundToReview
  cluster: StoredCluster
  input: DecideInput
  made: MadeGold
  codebookVersion: string
  supersedesId: string | null
}

const stateAfter = { withdraw: 'open', send_back: 'sent_back' } as const

/** Appends the decision, and says at its cluster where the review stands now. */
export async function writeDecision(tx: Transaction, decision: DecisionToWrite): Promise<void> {
  const { membership, round, cluster, input, made, codebookVersion, supersedesId } = decision
  const { id, outcome, method, cause, rationale } = input
  await tx.decision.create({
    data: {
      ...{ id, studyId: cluster.studyId, roundId: cluster.roundId, documentId: cluster.documentId },
      ...{ clusterId: cluster.id, kind: cluster.kind, family: cluster.family, inputKey: cluster.inputKey },
      ...{ lineages: [...cluster.lineages], types: [...cluster.types] },
      inputRevisions: cluster.readings.map(({ codingId, coder, revision }) => ({ codingId, coder, revision })),
      ...{ outcome, method, cause, rationale, codebookVersion, supersedesId },
      ...{ accepted: made.accepted.map((member) => ({ ...member })), gold: { ...made.gold } },
      participants: input.participants.flatMap((letter) => coderBehind(cluster.letters, letter) ?? []),
      ...{ arbiterId: membership.id, namesHidden: !round.showNames },
      arbiterCoded: await codedDocument(membership.id, cluster.documentId, tx),
    },
  })
  const isTakenBack = outcome === 'withdraw'
  await tx.cluster.update({
    where: { id: cluster.id },
    data: {
      state: outcome === 'withdraw' || outcome === 'send_back' ? stateAfter[outcome] : 'decided',
      cause: isTakenBack ? null : cause,
      decisionId: isTakenBack ? null : id,
    },
  })
}
