import { Prisma } from '../../../../prisma/generated/client'
import type { Cluster } from '../../../coding/review/cluster'
import type { AcceptedMember, DecidedGold } from '../../../coding/review/decision'
import { goldInOneStep, oneSteps } from '../../../coding/review/one-step-rules'
import type { ReviewedDocument } from '../../../coding/review/reviewed-document'

/** What a step for many clusters decides of one. */
export interface StepDecision {
  accepted: AcceptedMember[]
  gold: DecidedGold
}

/** What each step would decide of the cluster, by its name: kept with it, so that a step for 30,000 only copies. */
export function stepsFor(cluster: Cluster, document: ReviewedDocument): Record<string, StepDecision> {
  return Object.fromEntries(
    oneSteps.flatMap((step) => {
      const decision = goldInOneStep(step, document, cluster)
      return decision ? [[step, decision] as const] : []
    }),
  )
}

/**
 * As a condition on "Cluster" under this alias: a step may decide it. What a person decided once, a step leaves to a person,
 * also when its input changed since; not what was only sent back to the coders, nor what a step decided on another input.
 */
export function isOpenToSteps(alias: 'c' | 'about'): Prisma.Sql {
  const cluster = Prisma.raw(alias)
  return Prisma.sql`(${cluster}."state" = 'open' OR ${cluster}."state" = 'stale' AND EXISTS (
    SELECT 1 FROM "Decision" before WHERE before."id" = ${cluster}."decisionId" AND (before."outcome" = 'send_back' OR before."batchId" IS NOT NULL)))`
}
