import type { Difference, DisagreementType } from './cluster'

/** The attributes that decide what is said of whom. */
const weightyAttributes: ReadonlySet<string> = new Set(['target', 'stance', 'author_stance'])

type Ranked = DisagreementType | 'D4 weighty'

/** The hardest first. */
const ranks = [
  'D3',
  'D1',
  'D4 weighty',
  'D8',
  'D4',
  'D5',
  'D6',
  'D7',
  'D2c',
  'D2b',
  'D2a',
  'D9',
] as const satisfies Ranked[]

const rankOf = new Map<Ranked, number>(ranks.map((type, rank) => [type, rank]))

/** The severity of a cluster on which all agree. */
export const agreementSeverity = ranks.length

/** Place of a difference in the order of severity: 0 is the hardest. Of attributes, target and stance weigh more. */
export function severityOf({ type, attribute }: Pick<Difference, 'type' | 'attribute'>): number {
  const isWeighty = type === 'D4' && attribute !== undefined && weightyAttributes.has(attribute)
  return rankOf.get(isWeighty ? 'D4 weighty' : type) ?? agreementSeverity
}

/** The types of these differences, each once, the most severe first; and the severity of the hardest. */
export function typesOf(differences: readonly Pick<Difference, 'type' | 'attribute'>[]): {
  types: DisagreementType[]
  severity: number
} {
  const hardest = new Map<DisagreementType, number>()
  for (const difference of differences) {
    const severity = severityOf(difference)
    if (severity < (hardest.get(difference.type) ?? agreementSeverity)) hardest.set(difference.type, severity)
  }
  const sorted = [...hardest].sort(([, one], [, other]) => one - other)
  return { types: sorted.map(([type]) => type), severity: sorted[0]?.[1] ?? agreementSeverity }
}
