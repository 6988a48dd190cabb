import type { Transaction } from './db'

/** Something that happened in a study. It says what to read again, never what is new. */
export interface StudyChange {
  studyId: string
  /** documents, codebook, members, coding */
  about: 'documents' | 'codebook' | 'members' | 'coding'
  /** The coding that changed, and whose it is. */
  codingId?: string
  coderId?: string
}

/** The channel of NOTIFY and LISTEN. */
export const changesChannel = 'framewise_changes'

/** Announces the change when, and only when, the transaction commits. */
export async function announce(tx: Transaction, change: StudyChange): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${changesChannel}, ${JSON.stringify(change)})`
}
