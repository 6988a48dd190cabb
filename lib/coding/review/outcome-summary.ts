import type { OwnComparison, OwnDifference } from './own-outcome'
import { aboutCode, aboutEligibility, aboutQuestion } from './subjects'

/** How often a coder's work differs from what was decided in one way. */
export interface DifferenceCount extends OwnDifference {
  /** Stretches, or answers, that differ so. */
  count: number
  /** Stretches with this code on either side, answers to this question, or texts decided as not to code, that were compared. */
  of: number
}

/** What a difference is counted under: the code whose rule was or should have been applied, or the question. */
export function ruleOf({ decided, own, attribute }: OwnDifference): string | null {
  return decided ?? own ?? attribute
}

function subjectOf({ type, decided, own, attribute }: OwnDifference): string {
  const code = decided ?? own
  if (code !== null) return aboutCode(code)
  return type === 'D8' ? aboutEligibility : aboutQuestion(attribute ?? '')
}

/**
 * In which ways, by code and type, a coder's work differs from what was decided, the most frequent first.
 * @param comparisons of any number of documents
 */
export function countDifferences(comparisons: readonly OwnComparison[]): DifferenceCount[] {
  const compared = new Map<string, number>()
  const counts = new Map<string, DifferenceCount>()
  const add = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1)
  for (const { subjects, differences } of comparisons) {
    for (const subject of subjects) add(compared, subject)
    const distinct = new Map(differences.map((one) => [[one.type, one.own, one.decided, one.attribute].join(' '), one]))
    for (const [key, difference] of distinct) {
      const known = counts.get(key)
      counts.set(key, { ...difference, count: (known?.count ?? 0) + 1, of: 0 })
    }
  }
  return [...counts]
    .map(([key, counted]) => ({
      key,
      counted: { ...counted, of: compared.get(subjectOf(counted)) ?? counted.count },
    }))
    .sort((one, other) => other.counted.count - one.counted.count || (one.key < other.key ? -1 : 1))
    .map(({ counted }) => counted)
}
