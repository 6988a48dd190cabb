import type { DisagreementType } from '../../../coding/review/cluster'

/** What the queue counts clusters by: those that look alike are counted together, by one short text instead of three lists. */
export interface ClusterLook {
  types: readonly DisagreementType[]
  /** Keys of codes have neither of the separators. */
  codes: readonly string[]
  steps: readonly string[]
}

export function lookOf({ types, codes, steps }: ClusterLook): string {
  return [types, codes, steps].map((list) => list.join(',')).join('|')
}

export function parseLook(look: string): ClusterLook {
  const [types = [], codes = [], steps = []] = look.split('|').map((list) => (list === '' ? [] : list.split(',')))
  return { types: types as DisagreementType[], codes, steps }
}
