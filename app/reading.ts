import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors'

type Reading<Found> = { found: Found } | { refused: string }

/** Errors that say in words what to do about them. */
const refusals: ReadonlySet<string> = new Set(['forbidden', 'invalid', 'conflict'])

/**
 * What a page's verb answers: the thing, or the reason why it cannot be shown. What does not exist, and what does not
 * exist for this person, becomes the page "not found".
 */
export async function reading<Found>(answer: Promise<Found>): Promise<Reading<Found>> {
  try {
    return { found: await answer }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (refusals.has(error.code)) return { refused: error.message }
    if (error.code === 'not_found') notFound()
    throw error
  }
}
