import type { Coding } from '../../../prisma/generated/client'
import type { Ineligible } from '../../coding/coding-view'

/** What a coding says of its document's eligibility; null while nobody doubts it. */
export function toIneligible({
  ineligibleReason,
  ineligibleConfirmedAt,
}: Pick<Coding, 'ineligibleReason' | 'ineligibleConfirmedAt'>): Ineligible | null {
  return ineligibleReason === null ? null : { reason: ineligibleReason, confirmed: ineligibleConfirmedAt !== null }
}
