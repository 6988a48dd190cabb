import type { Membership } from '../../../../prisma/generated/client'
import type { MadeGold } from '../../../coding/review/decided-gold'
import type { DecideInput } from '../../../coding/review/decision'
import type { Transaction } from '../../../db'
import type { Actor } from '../authorize'
import { codedDocument } from './cluster-views'
import type { UnnumberedDecision } from './decision-rows'
import { readLetterSecret } from './letter-secret'
import type { RoundToReview } from './review-rounds'
import type { StoredCluster } from './stored-clusters'

/** Who decided what on which cluster. */
interface DecisionToWrite {
  actor: Actor
  membership: Membership
  round: RoundToReview
  cluster: StoredCluster
  input: DecideInput
  made: MadeGold
  codebookVersion: string
  supersedesId: string | null
  /** Pseudonyms. */
  participants: string[]
}

async function recordOf(tx: Transaction, decision: DecisionToWrite): Promise<UnnumberedDecision> {
  const { actor, membership, round, cluster, input, made, codebookVersion, supersedesId, participants } = decision
  const { id, outcome, method, cause, rationale } = input
  return {
    ...{ id, roundId: cluster.roundId, documentId: cluster.documentId, clusterId: cluster.id, kind: cluster.kind },
    ...{ family: cluster.family, inputKey: cluster.inputKey, lineages: cluster.lineages, types: [...cluster.types] },
    inputRevisions: cluster.readings.map(({ codingId, coder, revision }) => ({ codingId, coder, revision })),
    ...{ outcome, method, cause, rationale, codebookVersion, supersedesId, participants, batchId: null, ...made },
    ...{ arbiterId: membership.id, by: actor.name, namesHidden: !round.showNames, decidedAt: new Date() },
    letterSecret: await readLetterSecret(tx, cluster.studyId),
    arbiterCoded: await codedDocument(membership.id, cluster.documentId, tx),
  }
}

/** Appends the decision. Where the review of its document stands then, `standAnew` says. */
export async function writeDecision(tx: Transaction, decision: DecisionToWrite): Promise<UnnumberedDecision> {
  const record = await recordOf(tx, decision)
  const { by: _, letterSecret: __, accepted, gold, lineages, ...columns } = record
  await tx.decision.createMany({
    data: {
      ...{ ...columns, studyId: decision.cluster.studyId, lineages: [...lineages] },
      ...{ accepted: accepted.map((member) => ({ ...member })), gold: { ...gold } },
    },
  })
  return record
}
