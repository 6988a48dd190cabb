import { AppError } from './errors'

const unstorable = 'The text holds a character that cannot be stored: U+0000, or half of a character. Remove it.'
const frozen = 'This was submitted, published or frozen in the meantime and cannot change. Reload the page.'
const full =
  'The disk of the database is full, so nothing was written. Tell whoever runs this server to free space on it, then try again.'
const sameTime = 'Somebody else changed the same at the same moment. Reload the page and try again.'

/** What PostgreSQL's SQLSTATE means to the person who waits for the answer; anything else stays an internal error. */
const meanings: Record<string, () => Error> = {
  // unique_violation
  '23505': () => new AppError('conflict', sameTime),
  // serialization_failure and deadlock_detected
  '40001': () => new AppError('conflict', sameTime),
  '40P01': () => new AppError('conflict', sameTime),
  // character_not_in_repertoire, and untranslatable_character within JSON
  '22021': () => new AppError('invalid', unstorable),
  '22P05': () => new AppError('invalid', unstorable),
  // restrict_violation and raise_exception: what our triggers raise about submitted codings, published codebooks and
  // frozen texts
  '23001': () => new AppError('conflict', frozen),
  P0001: () => new AppError('conflict', frozen),
  // disk_full
  '53100': () => new AppError('storage_full', full),
}

interface Described {
  cause?: unknown
  meta?: unknown
  driverAdapterError?: unknown
  originalCode?: unknown
}

/** Prisma hands on the database's own code at different depths for queries, raw queries and COMMIT. */
function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { originalCode, cause, meta, driverAdapterError } = error as Described
  if (typeof originalCode === 'string') return originalCode
  return sqlState(cause) ?? sqlState(meta) ?? sqlState(driverAdapterError)
}

/** The error that a verb throws for one that the database threw: an AppError where a person can do something. */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const mapped = meanings[sqlState(error) ?? '']?.()
  if (mapped) mapped.cause = error
  return mapped ?? error
}
