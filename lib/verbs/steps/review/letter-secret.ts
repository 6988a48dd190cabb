import type { Transaction } from '../../../db'

/** By which letters stand for coders in a study, and clusters are named. It is in no answer. */
export async function readLetterSecret(reader: Transaction, studyId: string): Promise<string> {
  const { letterSecret } = await reader.study.findUniqueOrThrow({
    where: { id: studyId },
    select: { letterSecret: true },
  })
  return letterSecret
}
