import type { Transaction } from '../../db'

/**
 * Makes writers of one study's people, documents and codebook take turns, so that numbers are given once and nobody
 * misses an assignment. Coding does not wait for it.
 */
export async function lockStudy(tx: Transaction, studyId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Study" WHERE "id" = ${studyId}::uuid FOR UPDATE`
}
