import type { RoundPurpose } from '../../../prisma/generated/client'
import type { SampleFilters } from '../../coding/agreement-request'
import { AppError } from '../../errors'

/** A round as far as the choice of codings is concerned. */
export interface ReportedRound {
  id: string
  number: number
  title: string
  purpose: RoundPurpose
  codebookVersionId: string
}

/** Which rounds a report is about. */
export interface RoundsOfReport {
  rounds: ReportedRound[]
  /** What they are, as the name under which statistics are cached: "main", or "round 2". */
  scope: string
  /** Whether they are all main rounds, on which headline figures rest. */
  isHeadline: boolean
}

/**
 * The rounds asked for: one by its number, those for a set of documents, else the main rounds.
 * @param all in the order of their numbers
 * @throws AppError invalid naming the rounds there are; conflict when the study has none of the kind
 */
export function roundsOfReport(all: readonly ReportedRound[], { round, set }: SampleFilters): RoundsOfReport {
  if (round !== undefined) {
    const found = all.find(({ number }) => number === round)
    if (!found)
      throw unknown(
        'round',
        `Round ${round}`,
        'rounds',
        all.map(({ number }) => String(number)),
      )
    const isOnlyMain = found.purpose === 'main' && all.filter(({ purpose }) => purpose === 'main').length === 1
    return { rounds: [found], scope: `round ${round}`, isHeadline: isOnlyMain }
  }
  const purpose = set ?? 'main'
  const rounds = all.filter((one) => one.purpose === purpose)
  if (rounds.length === 0) throw new AppError('conflict', `This study has no ${purpose} round yet. Plan one first.`)
  return { rounds, scope: purpose, isHeadline: purpose === 'main' }
}

/** The error for a name that is not among those there are. */
export function unknown(field: string, what: string, kind: string, known: readonly string[]): AppError {
  const list = known.length === 0 ? `There are no ${kind}.` : `The ${kind} are ${known.join(', ')}.`
  const message = `${what} is not in this study. ${list}`
  return new AppError('invalid', message, { fields: { [field]: message } })
}
