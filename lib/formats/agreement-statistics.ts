import { AppError } from '../errors'

/**
 * The statistics asked for by name, in the order asked; the fallback when nothing was asked.
 * @param given names divided by commas
 * @throws AppError invalid when there is no such statistic, listing those there are
 */
export function chosenStatistics<Name extends string>(
  given: string | undefined,
  known: Readonly<Record<Name, unknown>>,
  fallback: readonly Name[],
): readonly Name[] {
  if (given === undefined) return fallback
  const names = Object.keys(known) as Name[]
  return given.split(',').map((part) => {
    const found = names.find((name) => name === part.trim())
    if (found !== undefined) return found
    throw new AppError(
      'invalid',
      `--statistics: there is no “${part.trim()}” for such a table; there are ${names.join(', ')}`,
    )
  })
}
